"""The comparison as a heatmap: all assessments at a glance, each cell to be asked about."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QVBoxLayout, QWidget

from kiassess.charts.looks import Look
from kiassess.charts.shades import ink, shade
from kiassess.domain.numbers import rounded
from kiassess.domain.shown_comparison import (
    ComparisonChart,
    RowGroup,
    RowOrder,
    ShownComparison,
    row_groups,
)
from kiassess.ui.background import Background
from kiassess.ui.models.heat_model import HeatModel
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.heat_delegate import HeatDelegate, Shades
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.wheel_guard import WheelGuard
from kiassess.ui.widgets.wide_table import WideTable
from kiassess.wording.texts import Texts

AT_ONCE = 2_000  # rows that are put in order without the worker
BY_NAME = (RowOrder.NAME, "")


class OverviewPart(QWidget):
    """Heatmap of assessments by building blocks, areas or minimum requirements.

    Signals:
        open_requested: The user wants to see the profile of an assessment.
                        arg: ``Assessment.id``.
        focus_requested: The user wants to keep an eye on an assessment.
                         arg: Its place in the comparison.
        save_requested: The user wants the heatmap as a file.
                        arg: Its ``ComparisonChart``.
        arranged: The rows stand in another order, or other columns are shown.
    """

    open_requested = Signal(str)
    focus_requested = Signal(int)
    save_requested = Signal(str)
    arranged = Signal()

    def __init__(
        self,
        texts: Texts,
        background: Background,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._background = background
        self._appearance = appearance
        self._job: int | None = None  # that puts the rows in order
        self._shown: ShownComparison | None = None
        self._orders: tuple[tuple[RowOrder, str], ...] = (BY_NAME,)
        self._model = HeatModel(texts, self)
        self._kinds = QComboBox(self)
        self._order = QComboBox(self)
        self._grouped = QCheckBox(self.tr("&Group by size class"), self)
        self._narrow = QCheckBox(self.tr("&Narrow rows"), self)
        self._table = WideTable(self.tr("Heatmap"), self)
        self._cells = HeatDelegate(
            value_role=HeatModel.ValueRole,
            hatched_role=HeatModel.LimitedRole,
            title_role=HeatModel.TitleRole,
            shades=shades_of(appearance.look),
            parent=self._table,
        )
        self._legend = Label(role="help", parent=self)
        self._card = Card(self)
        self._said = Label(parent=self._card)
        self._open = QPushButton(self.tr("Show profile"), self._card)
        self._focus = QPushButton(self.tr("&Keep in focus"), self._card)
        self._save = QPushButton(self.tr("Save chart…"), self._card)
        self._guard = WheelGuard(self)
        self._arrange()

        self._kinds.activated.connect(self._on_kind_chosen)
        self._order.activated.connect(self._show)
        self._grouped.toggled.connect(self._show)
        self._narrow.toggled.connect(self._on_narrow)
        self._table.cell_chosen.connect(self._explain)
        self._table.cell_opened.connect(self._on_open)
        self._table.horizontalHeader().sectionClicked.connect(self._on_heading_clicked)
        self._open.clicked.connect(self._on_open)
        self._focus.clicked.connect(self._on_focus)
        self._save.clicked.connect(self._on_save)
        appearance.changed.connect(self._on_look_changed)

    @property
    def arrangement(self) -> tuple[ComparisonChart, ShownComparison | None]:
        """What is shown, with the order of the rows, as a chart of it would show it."""
        kind = ComparisonChart(self._kinds.currentData())
        if self._shown is None:
            return kind, None
        order, by = self._ordered_by  # of gates there are no values to sort by
        grouped = self._grouped.isChecked()
        return kind, replace(self._shown, order=order, by=by, grouped=grouped)

    def show_comparison(self, shown: ShownComparison) -> None:
        """Show a comparison; of the one that is shown already, another one in focus."""
        before, self._shown = self._shown, shown
        if before is not None and before.comparison is shown.comparison and self._job is None:
            self._model.set_focus(shown)
            return
        for widget in (self._grouped, self._open, self._focus):
            widget.setVisible(not shown.anonymous)
        self._fill_orders()
        self._show()

    @Slot()
    def _show(self) -> None:
        """Put the rows in order, very many of them in the worker, and show them."""
        _, shown = self.arrangement
        if self._job is not None:
            self._background.forget(self._job)
            self._job = None
        if shown is None:
            return
        if len(shown.names) <= AT_ONCE:
            self._show_rows(row_groups(shown))
        else:
            self._job = self._background.run(
                partial(row_groups, shown), done=self._show_rows, failed=self._on_failed
            )

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        raise error

    def _show_rows(self, groups: Sequence[RowGroup]) -> None:
        self._job = None
        kind, shown = self.arrangement
        if shown is None:
            return
        self._model.set_shown(shown, kind, groups)
        self._table.clearSpans()
        columns = self._model.columnCount()
        for row in self._model.title_rows:
            if columns > 1:
                self._table.setSpan(row, 0, 1, columns)
        self._table.setVisible(columns > 0)
        key = "legend_gates" if kind is ComparisonChart.GATES else "legend"
        none = "no_gates" if kind is ComparisonChart.GATES else "no_parts"
        self._legend.setText(self._texts(f"comparison_page.{key if columns else none}"))
        self._explain()
        self.arranged.emit()

    @Slot()
    def _on_kind_chosen(self) -> None:
        self._fill_orders()
        self._show()

    def _fill_orders(self) -> None:
        """Offer the orders there are; the one chosen before stays if it is among them."""
        before = self._ordered_by
        anonymous = self._shown is not None and self._shown.anonymous
        first = self.tr("Number") if anonymous else self.tr("Name")
        offered = {(RowOrder.NAME, ""): first}
        if not anonymous:
            offered[RowOrder.SIZE, ""] = self.tr("Population")
        offered |= {(RowOrder.VALUE, part_id): name for part_id, name in self._parts()}
        self._orders = tuple(offered)
        self._order.clear()
        self._order.addItems(list(offered.values()))
        self._order_by(before)

    @property
    def _ordered_by(self) -> tuple[RowOrder, str]:
        """The order chosen, and what decides in it."""
        at = self._order.currentIndex()
        return self._orders[at] if at >= 0 else BY_NAME

    def _order_by(self, wanted: tuple[RowOrder, str]) -> None:
        known = wanted in self._orders
        self._order.setCurrentIndex(self._orders.index(wanted) if known else 0)

    def _parts(self) -> list[tuple[str, str]]:
        """Ids and names of the building blocks or areas shown."""
        kind = ComparisonChart(self._kinds.currentData())
        if self._shown is None or kind is ComparisonChart.GATES:
            return []
        comparison = self._shown.comparison
        asked = comparison.questionnaire
        if kind is ComparisonChart.HEATMAP:
            return [(block.id, block.name) for block in asked.blocks]
        compared = {part.id for part in comparison.areas}
        return [(area.id, area.name) for area in asked.areas if area.id in compared]

    @Slot(int)
    def _on_heading_clicked(self, column: int) -> None:
        """Sort by the column that was clicked; a second click brings back the names."""
        wanted = (RowOrder.VALUE, self._model.part_id(column))
        self._order_by(BY_NAME if wanted == self._ordered_by else wanted)
        self._show()

    @Slot()
    def _on_narrow(self) -> None:
        self._table.set_narrow(narrow=self._narrow.isChecked())

    @Slot()
    def _explain(self) -> None:
        """Say what the current cell holds."""
        index = self._table.currentIndex()
        said = self._model.sentence(index)
        self._said.setText(said or self._texts("comparison_page.ask"))
        for button in (self._open, self._focus):
            button.setEnabled(bool(said))

    def _place(self) -> int | None:
        index: QModelIndex = self._table.currentIndex()
        place = index.data(HeatModel.PlaceRole) if index.isValid() else None
        return None if place is None else int(place)

    @Slot()
    def _on_open(self) -> None:
        place = self._place()
        if place is not None and self._shown is not None and not self._shown.anonymous:
            self.open_requested.emit(self._shown.comparison.chosen[place].id)

    @Slot()
    def _on_focus(self) -> None:
        place = self._place()
        if place is not None:
            self.focus_requested.emit(place)

    @Slot()
    def _on_save(self) -> None:
        self.save_requested.emit(str(self._kinds.currentData()))

    @Slot()
    def _on_look_changed(self) -> None:
        self._cells.set_shades(shades_of(self._appearance.look))
        self._table.viewport().update()

    def _arrange(self) -> None:
        kinds = {
            ComparisonChart.HEATMAP: self.tr("Building blocks"),
            ComparisonChart.AREAS: self.tr("Areas"),
            ComparisonChart.GATES: self.tr("Minimum requirements"),
        }
        for kind, name in kinds.items():
            self._kinds.addItem(name, kind.value)
        names = {
            "kind": self._kinds, "order": self._order, "grouped": self._grouped,
            "narrow": self._narrow, "heatmap": self._table, "legend": self._legend,
            "said": self._said, "open": self._open, "focus": self._focus, "save-chart": self._save,
        }  # fmt: skip
        for name, widget in names.items():
            widget.setObjectName(name)
        self._grouped.setChecked(True)
        self._guard.watch(self._kinds, self._order)
        self._table.setItemDelegate(self._cells)
        self._table.set_even(even=True)
        self._table.setModel(self._model)
        unit = self.fontMetrics().height() // 4
        choices = FlowLayout(alignment=Qt.AlignmentFlag.AlignBottom)
        choices.setSpacing(3 * unit)
        choices.addWidget(Field(self.tr("&Columns"), self._kinds, self))
        choices.addWidget(Field(self.tr("Sort &by"), self._order, self))
        for widget in (self._grouped, self._narrow):
            choices.addWidget(widget)
        buttons = FlowLayout()
        buttons.setSpacing(2 * unit)
        for button in (self._open, self._focus, self._save):
            buttons.addWidget(button)
        self._card.body.addWidget(self._said)
        self._card.body.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * unit)
        layout.addLayout(choices)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._legend)
        layout.addWidget(self._card)


def shades_of(look: Look) -> Shades:
    """The colours of values, each worked out once; values that read alike look alike."""

    @cache
    def colours(tenths: int) -> tuple[QColor, QColor]:
        ground = shade(tenths / 10, look)
        return QColor(ground), QColor(ink(ground, look))

    def shades(value: float) -> tuple[QColor, QColor]:
        return colours(round(rounded(value, 1) * 10))

    return shades
