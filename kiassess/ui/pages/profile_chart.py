"""The building blocks on the profile page: as a chart, or as tables, and always in words."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kiassess.charts.words import chart_words
from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.naming import suggested_name
from kiassess.domain.profile import Profile, make_profile
from kiassess.domain.shown import Shown
from kiassess.ui.background import Background
from kiassess.ui.chart_work import Picture, draw_profile
from kiassess.ui.pages.drawn_chart import DrawnChart
from kiassess.ui.pages.profile_tables import ProfileTables
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.chart_view import Region
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.labels import Label
from kiassess.wording.findings import earlier_words
from kiassess.wording.texts import Texts

QUIET_IN = 0.15  # what charts keep free at their edges, so that their words line up with ours
HEIGHT_IN_LINES = 24  # of a chart, at least


class View(StrEnum):
    """How the building blocks are shown."""

    DOTS = "dots"
    RADAR = "radar"
    HEATMAP = "heatmap"
    DISTRIBUTION = "distribution"
    TABLE = "table"


OF_AREAS = (View.HEATMAP, View.DISTRIBUTION)  # charts whose rows are areas, not building blocks
WITH_SECOND = (View.DOTS, View.RADAR)  # charts that can show an earlier round as well


class ChartCard(Card):
    """Message, picture or tables, and a summary; the picture is drawn in the background.

    Signals:
        export_requested: The user wants the values as a workbook.
        chart_save_requested: The user wants the chart as a file.
                              arg: Its kind, e.g. ``"dots"``.
        block_asked: The user wants to know how the value of a building block came about.
                     arg: ``BuildingBlock.id``.
        area_asked: The same of an area.
                    arg: ``Area.id``.
    """

    export_requested = Signal()
    chart_save_requested = Signal(str)
    block_asked = Signal(str)
    area_asked = Signal(str)

    def __init__(
        self,
        texts: Texts,
        background: Background,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._shown: Shown | None = None
        self._earlier: Shown | None = None
        self._tables_are_old = True
        self._before: tuple[OpenAssessment, Profile] | None = None
        self._view = View.DOTS

        self._title = Label(role="section", parent=self)
        self._second = QCheckBox(self)
        self._chart = DrawnChart(
            background,
            appearance,
            self,
            failed_text=self.tr(
                "The chart could not be drawn ({reason}). All answers are safe. "
                "The view “Table” shows the same values."
            ),
            least_lines=HEIGHT_IN_LINES,
        )
        self._tables = ProfileTables(texts, self)
        self._summary = Label(parent=self)
        self._robust = Label(role="muted", parent=self)
        self._save = QPushButton(self.tr("Save &chart…"), self)
        self._export = QPushButton(self.tr("Ex&port to Excel…"), self)
        self._arrange()

        self._second.toggled.connect(self._on_second_toggled)
        self._chart.view.asked.connect(self._on_asked)
        self._chart.arrived.connect(self._on_arrived)
        self._tables.block_asked.connect(self.block_asked)
        self._tables.area_asked.connect(self.area_asked)
        self._save.clicked.connect(self._on_save)
        self._export.clicked.connect(self.export_requested)

    @property
    def drawing(self) -> bool:
        """Whether a picture is still to come."""
        return self._chart.drawing

    def show_profile(
        self, profile: Profile, opened: OpenAssessment, earlier: OpenAssessment | None = None
    ) -> None:
        """Show a profile; its picture follows.

        Args:
            profile: What to show.
            opened: The answers it was made of.
            earlier: An earlier round of the same municipality, or a state kept of this one, to be
                set beside it on request.
        """
        self._shown = Shown(profile, opened)
        self._earlier = None
        if earlier is not None and not profile.tendencies_only:
            with_second = Shown(
                profile, opened, self._profile_of(earlier), earlier_words(earlier, self._texts)
            )
            self._earlier = None if with_second.comparable is None else with_second
        known = sum(block.score.value is not None for block in profile.blocks)
        self._robust.setVisible(known > 1 and not profile.order_is_robust)
        self._robust.setText(self._texts("summary.robust_note"))
        self._tables_are_old = True
        self._show_tables()
        self._chart.view.set_file_name(suggested_name(opened.assessment, "png"))
        self._reflect()
        self._show_chart()

    def _profile_of(self, earlier: OpenAssessment) -> Profile:
        """The profile of an earlier round, worked out once: its answers no longer change."""
        if self._before is None or self._before[0] is not earlier:
            self._before = earlier, make_profile(earlier)
        return self._before[1]

    def show_view(self, view: View) -> None:
        """Show the building blocks in another way."""
        if view == self._view:
            return
        self._view = view
        table = view is View.TABLE
        self._show_tables()
        self._tables.setVisible(table)
        self._save.setVisible(not table)
        self._reflect()
        self._show_chart()

    def _show_tables(self) -> None:
        """Fill the tables when they are looked at; laying them out takes a while."""
        if self._shown is not None and self._tables_are_old and self._view is View.TABLE:
            self._tables_are_old = False
            self._tables.show_profile(self._shown.profile, self._shown.opened)

    def forget_picture(self) -> None:
        """Show no picture until the next is drawn: it would show another assessment."""
        self._chart.clear()

    @property
    def _seen(self) -> Shown | None:
        """What is shown, with the earlier round if it is wanted and the chart can show it."""
        wanted = self._second.isChecked() and self._view in WITH_SECOND
        return self._earlier if wanted and self._earlier is not None else self._shown

    def _reflect(self) -> None:
        """Say in words what the chart shows, and offer what goes with it."""
        shown = self._seen
        if shown is None:
            return
        words = chart_words(self._kind, shown, self._texts)
        self._title.setText(words.title)
        self._summary.setText(" ".join(words.summary))
        said = (*words.summary, words.description, words.legend)
        help_text = self._texts("profile_page.chart_help")
        self._chart.view.set_description(words.title, " ".join((*said, help_text)))
        self._second.setVisible(self._earlier is not None and self._view in WITH_SECOND)
        if self._earlier is not None:
            self._second.setText(
                self.tr("Also show {round}").format(round=self._earlier.second_name)
            )

    @Slot()
    def _on_second_toggled(self) -> None:
        self._reflect()
        self._show_chart()

    @Slot(str)
    def _on_asked(self, row_id: str) -> None:
        (self.area_asked if self._view in OF_AREAS else self.block_asked).emit(row_id)

    def _regions(self, picture: Picture) -> tuple[Region, ...]:
        """The rows of the picture that can be asked about; tendencies have nothing behind them."""
        if self._shown is None or self._shown.profile.tendencies_only:
            return ()
        profile = self._shown.profile
        names = {result.id: result.name for result in (*profile.blocks, *profile.areas)}
        return tuple(
            Region(key, names[key], top, bottom)
            for key, top, bottom in picture.rows
            if key in names
        )

    @property
    def _kind(self) -> str:
        return View.DOTS if self._view is View.TABLE else self._view

    def _show_chart(self) -> None:
        if self._view is View.TABLE:
            self._chart.hide()
        elif (shown := self._seen) is not None:
            self._chart.draw(partial(draw_profile, self._kind, shown, self._texts))

    @Slot(object)
    def _on_arrived(self, picture: Picture) -> None:
        self._chart.view.set_regions(self._regions(picture))

    @Slot()
    def _on_save(self) -> None:
        self.chart_save_requested.emit(str(self._kind))

    def _arrange(self) -> None:
        self._title.setObjectName("profile-title")
        self._tables.hide()
        self._summary.setObjectName("summary")
        self._robust.setObjectName("robust-note")
        self._second.setObjectName("second")
        self._save.setObjectName("save-chart")
        self._export.setObjectName("export")
        buttons = FlowLayout()
        buttons.setSpacing(self.fontMetrics().height() // 2)
        buttons.addWidget(self._save)
        buttons.addWidget(self._export)
        margins = self.body.contentsMargins()
        left, right = margins.left(), margins.right()
        above, below = QVBoxLayout(), QVBoxLayout()
        for part in (above, below):
            part.setContentsMargins(left, 0, right, 0)
            part.setSpacing(self.body.spacing())
        below.setContentsMargins(left, self.body.spacing(), right, 0)
        above.addWidget(self._title)
        above.addWidget(self._second)
        for widget in (self._chart.failure, self._tables, self._summary, self._robust):
            below.addWidget(widget)
        below.addLayout(buttons)
        beside = max(0, left - round(QUIET_IN * self.logicalDpiX()))
        picture = QHBoxLayout()
        picture.setContentsMargins(beside, 0, beside, 0)
        picture.addWidget(self._chart.view)
        self.body.setContentsMargins(0, margins.top(), 0, margins.bottom())
        self.body.setSpacing(0)
        self.body.addLayout(above)
        self.body.addLayout(picture)
        self.body.addLayout(below)
