"""The page that says where the municipality stands: gates first, then the building blocks."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.guidance import Guidance
from kiassess.domain.kinds import Extent
from kiassess.domain.lenses import Lens
from kiassess.domain.plausibility import check_plausibility
from kiassess.domain.profile import Profile
from kiassess.domain.trace import Trace, trace_area, trace_block
from kiassess.marks import override
from kiassess.ui.background import Background
from kiassess.ui.pages.profile_chart import ChartCard, View
from kiassess.ui.pages.profile_gates import GatesCard
from kiassess.ui.pages.profile_highlights import HighlightsCard
from kiassess.ui.pages.profile_lens import LensCard
from kiassess.ui.pages.profile_more import MoreCard
from kiassess.ui.pages.profile_plausibility import PlausibilityCard
from kiassess.ui.pages.profile_unknown import UnknownCard
from kiassess.ui.session import Session
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.page import Page
from kiassess.ui.widgets.segments import Segments

WITH_NUMBERS = (View.RADAR, View.HEATMAP, View.DISTRIBUTION)  # views the quick check lacks
REST_AFTER_MS = 30  # what stands further down comes in a step of its own, so that keys come through


class ProfilePage(Page):
    """Shows the profile of the open assessment, worked out when the page is seen.

    Signals:
        item_requested: The user wants to see a question.
                        arg: ``Item.id``.
        questions_requested: The user wants to go on answering.
        export_requested: The user wants the results as a workbook.
        chart_save_requested: The user wants the chart as a file.
                              arg: Its kind, e.g. ``"dots"``.
        targets_requested: The user wants to set the targets of a building block.
        interview_requested: The user wants the plan of whom to ask.
        trace_requested: The user wants to know how a value came about.
                         arg: The ``Trace``.
    """

    item_requested = Signal(str)
    questions_requested = Signal()
    export_requested = Signal()
    chart_save_requested = Signal(str)
    targets_requested = Signal()
    interview_requested = Signal()
    trace_requested = Signal(Trace)

    def __init__(
        self,
        session: Session,
        background: Background,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Profile"))
        self._session = session
        self._stale = True
        self._later = QTimer(self, singleShot=True, interval=REST_AFTER_MS)
        self._view = View.DOTS
        texts = session.texts
        content = self.widget()
        self._views = Segments(self.tr("View"), content)
        self._empty = Card(content)
        self._empty_text = Label(parent=self._empty)
        self._to_questions = QPushButton(self.tr("Go to the &questionnaire"), self._empty)
        self._gates = GatesCard(texts, content)
        self._chart = ChartCard(texts, background, appearance, content)
        self._unknown = UnknownCard(texts, content)
        self._highlights = HighlightsCard(texts, content)
        self._more = MoreCard(texts, content)
        self._plausibility = PlausibilityCard(texts, content)
        self._lens = LensCard(texts, self._lenses, content)
        self._actions = QWidget(content)
        self._targets = QPushButton(self.tr("Set tar&gets…"), self._actions)
        self._interview = QPushButton(self.tr("Plan &interviews…"), self._actions)
        self._disclaimer = Label(texts("summary.disclaimer"), "muted", parent=content)
        self._arrange()

        self._later.timeout.connect(self._show_rest)
        self._views.chosen.connect(self._on_view_chosen)
        self._to_questions.clicked.connect(self.questions_requested)
        self._gates.item_requested.connect(self.item_requested)
        self._unknown.item_requested.connect(self.item_requested)
        self._highlights.item_requested.connect(self.item_requested)
        self._more.extent_requested.connect(self._on_extent_requested)
        self._plausibility.item_requested.connect(self.item_requested)
        self._lens.item_requested.connect(self.item_requested)
        self._chart.block_asked.connect(self._on_block_asked)
        self._chart.area_asked.connect(self._on_area_asked)
        self._targets.clicked.connect(self.targets_requested)
        self._interview.clicked.connect(self.interview_requested)
        self._unknown.questions_requested.connect(self.questions_requested)
        self._chart.export_requested.connect(self.export_requested)
        self._chart.chart_save_requested.connect(self.chart_save_requested)
        session.opened.connect(self._on_opened)
        session.answer_saved.connect(self._on_changed)
        session.facts_changed.connect(self._on_changed)

    @property
    def drawing(self) -> bool:
        """Whether a chart is still to come."""
        return self._chart.drawing

    def show_view(self, view: View) -> None:
        """Show the profile as the user would choose it; the quick check has few views."""
        profile = self._session.profile()
        quick = profile is not None and profile.tendencies_only
        self._view = View.DOTS if quick and view in WITH_NUMBERS else view
        self._views.choose(self._view)
        self._chart.show_view(self._view)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._refresh_if_seen(seen=True)
        super().showEvent(event)

    @Slot()
    def _on_opened(self) -> None:
        self._chart.forget_picture()
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self._stale = True
        self._refresh_if_seen(seen=self.isVisible())

    @Slot(str)
    def _on_view_chosen(self, key: str) -> None:
        self.show_view(View(key))

    @Slot(str)
    def _on_extent_requested(self, extent: str) -> None:
        """Go on in a longer extent; the answers stay."""
        opened = self._session.current
        if opened is not None and self._session.change_facts(
            replace(opened.assessment.facts, extent=Extent(extent))
        ):
            self.questions_requested.emit()

    @Slot(str)
    def _on_block_asked(self, block_id: str) -> None:
        opened = self._session.current
        if opened is not None:
            block = next(b for b in opened.questionnaire.blocks if b.id == block_id)
            self.trace_requested.emit(trace_block(block, opened))

    @Slot(str)
    def _on_area_asked(self, area_id: str) -> None:
        if self._session.current is not None:
            self.trace_requested.emit(trace_area(area_id, self._session.current))

    def _lenses(self) -> Mapping[str, Lens]:
        return self._session.catalogue()[0].lenses

    def _guidance(self) -> Guidance:
        return self._session.catalogue()[0].guidance

    @property
    def _cards(self) -> tuple[Card, ...]:
        """What the page shows, from top to bottom."""
        return (
            self._gates, self._chart, self._more, self._highlights, self._unknown,
            self._plausibility, self._lens,
        )  # fmt: skip

    def _refresh_if_seen(self, *, seen: bool) -> None:
        if not (seen and self._stale):
            return
        self._stale = False
        opened, profile = self._session.current, self._session.profile()
        if opened is None or profile is None:
            self._show_nothing(self._session.texts("profile_page.nothing_open"), can_answer=False)
        elif not opened.progress().touched:
            self._show_nothing(self._session.texts("profile_page.nothing_answered"))
        else:
            self._show(profile, opened)

    def _show(self, profile: Profile, opened: OpenAssessment) -> None:
        self._show_parts(empty=False)
        quick = profile.tendencies_only
        first = self.tr("Te&ndencies") if quick else self.tr("&Dots and bands")
        self._views.set_text(View.DOTS, first)
        for view in WITH_NUMBERS:
            self._views.show_segment(view, not quick)
        self.show_view(self._view)
        self._gates.show_profile(profile, opened)
        self._session.previous_round()  # sought now: the rest of the page needs it in any case
        self._chart.show_profile(profile, opened, self._session.beside())
        self._unknown.show_profile(profile, opened)
        self._highlights.show_profile(profile, opened, self._guidance)
        self._more.show_assessment(opened)
        self._targets.setEnabled(self._session.editable)
        self._later.start()

    @Slot()
    def _show_rest(self) -> None:
        """Show what stands further down, once the upper part is on the screen."""
        opened = self._session.current
        if opened is None or self._stale:
            return
        self._lens.show_assessment(opened)
        pairs, earlier = self._session.catalogue()[0].pairs, self._session.previous_round()
        self._plausibility.show_findings(check_plausibility(opened, pairs, earlier), opened)

    def _show_nothing(self, why: str, *, can_answer: bool = True) -> None:
        self._show_parts(empty=True)
        self._empty_text.setText(why)
        self._to_questions.setVisible(can_answer)

    def _show_parts(self, *, empty: bool) -> None:
        self._empty.setVisible(empty)
        for part in (self._views, *self._cards, self._actions, self._disclaimer):
            part.setVisible(not empty)

    def _arrange(self) -> None:
        self._empty.setObjectName("empty")
        self._empty_text.setObjectName("empty-text")
        self._to_questions.setObjectName("to-questions")
        self._to_questions.setProperty("primary", "true")
        self._disclaimer.setObjectName("disclaimer")
        self._views.add(View.DOTS, self.tr("&Dots and bands"))
        self._views.add(View.RADAR, self.tr("&Radar"))
        self._views.add(View.HEATMAP, self.tr("&Heatmap"))
        self._views.add(View.DISTRIBUTION, self.tr("&Levels"))
        self._views.add(View.TABLE, self.tr("&Table"))

        line = QHBoxLayout()
        line.addWidget(self._to_questions)
        line.addStretch(1)
        self._empty.body.addWidget(self._empty_text)
        self._empty.body.addLayout(line)

        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Profile"), "title", wrap=False, parent=self.widget()))
        head.addStretch(1)
        head.addWidget(self._views)
        self.column.addLayout(head)
        row = FlowLayout(self._actions)
        row.setSpacing(self.fontMetrics().height() // 2)
        for button, name in ((self._targets, "targets"), (self._interview, "interview")):
            button.setObjectName(name)
            row.addWidget(button)
        for part in (self._empty, *self._cards, self._actions, self._disclaimer):
            self.column.addWidget(part)
        self.column.addStretch(1)
