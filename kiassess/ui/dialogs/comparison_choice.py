"""The dialog “Auswahl ändern”: which assessments are compared."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from kiassess.domain.choosing import Versions, choices_of, chosen_of, latest_of_each
from kiassess.domain.compared_round import ComparedRound
from kiassess.domain.selection import EVERYTHING, Selection
from kiassess.ui.dialogs.comparison_filters import ComparisonFilters
from kiassess.ui.models.columns_model import Column, ColumnsModel
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.search_field import SearchField
from kiassess.ui.widgets.tick_list import TickList
from kiassess.wording.comparison_page import chosen_words
from kiassess.wording.texts import Texts

TYPING_PAUSE_MS = 150
EXTENT_ORDER = ("quick", "small", "full")


class ComparisonChoiceDialog(FormDialog):
    """Search, filters and a list with ticks; ticks stay where a filter hides them.

    Signals:
        save_requested: The ticks shall be kept under a name; answer with ``show_saved``.
                        arg: The name. arg: The ``Selection``.
        delete_requested: A selection that was kept shall be forgotten; answer likewise.
                          arg: The name.
    """

    save_requested = Signal(str, Selection)
    delete_requested = Signal(str)

    def __init__(
        self,
        rounds: Sequence[ComparedRound],
        versions: Versions,
        ids: frozenset[str],
        texts: Texts,
        parent: QWidget | None = None,
        *,
        writable: bool = True,
    ) -> None:
        buttons = QDialogButtonBox.StandardButton
        super().__init__(buttons.Ok | buttons.Cancel, parent)
        self._rounds = tuple(rounds)
        self._versions = versions
        self._texts = texts
        self._writable = writable
        self._places = {one.id: at for at, one in enumerate(self._rounds)}
        self._saved: Mapping[str, Selection] = {}
        self._search = SearchField(self)
        self._filters = ComparisonFilters(choices_of(self._rounds, versions), texts, self)
        self._model = ColumnsModel(self, tickable=True)
        self._list = TickList(self.tr("Assessments"), self)
        self._all = self._make_button("all", self.tr("&Tick all shown"))
        self._none = self._make_button("none", self.tr("&Untick all shown"))
        self._latest = self._make_button("latest", self.tr("Only the &latest round of each"))
        self._names = QComboBox(self)
        self._save = self._make_button("save", self.tr("Sa&ve selection"))
        self._delete = self._make_button("delete", self.tr("&Forget selection"))
        self._accept = self.make_primary(self.tr("&Compare"))
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._model.set_columns(self._columns(), range(len(self._rounds)))
        self._model.set_ticked(self._places_of(ids))
        self._arrange()

        self._pause.timeout.connect(self._filter)
        self._search.textChanged.connect(self._on_typed)
        self._search.entered.connect(self._on_found)
        self._search.went_down.connect(self._on_found)
        self._filters.changed.connect(self._filter)
        self._model.ticks_changed.connect(self._reflect)
        self._all.clicked.connect(self._on_all)
        self._none.clicked.connect(self._on_none)
        self._latest.clicked.connect(self._on_latest)
        self._names.activated.connect(self._on_saved_chosen)
        self._names.editTextChanged.connect(self._reflect)
        self._save.clicked.connect(self._on_save)
        self._delete.clicked.connect(self._on_delete)
        self._reflect()
        self._search.setFocus()

    def value(self) -> frozenset[str]:
        """The ids of the assessments ticked."""
        return frozenset(self._rounds[at].id for at in self._model.ticked)

    def show_saved(self, saved: Mapping[str, Selection]) -> None:
        """Offer the selections that are kept, by their names."""
        typed = self._names.currentText()
        self._saved = saved
        self._names.clear()
        self._names.addItems(list(saved))
        self._names.setCurrentIndex(self._names.findText(typed))
        self._names.setEditText(typed)
        self._reflect()

    @Slot()
    def _on_typed(self) -> None:
        self._pause.start()

    @Slot()
    def _on_found(self) -> None:
        """Go on in the list of what fits; to compare at once would be a surprise."""
        self._pause.stop()
        self._filter()
        self._list.setFocus()
        if self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(0, 0))

    @Slot()
    def _filter(self) -> None:
        """Show what fits search and filters; the ticks stay."""
        wanted = replace(self._filters.value(), search=self._search.text())
        found = chosen_of(self._rounds, wanted, self._versions)
        self._model.set_rows([self._places[one.id] for one in found])
        self._reflect()

    @Slot()
    def _on_all(self) -> None:
        self._tick(self._model.ticked | frozenset(self._model.rows))

    @Slot()
    def _on_none(self) -> None:
        self._tick(self._model.ticked - frozenset(self._model.rows))

    @Slot()
    def _on_latest(self) -> None:
        """Of all rounds of a municipality that are ticked, leave the latest."""
        ticked = [self._rounds[at] for at in sorted(self._model.ticked)]
        self._tick(frozenset(self._places[one.id] for one in latest_of_each(ticked)))

    @Slot()
    def _on_saved_chosen(self) -> None:
        wanted = self._saved.get(self._names.currentText(), EVERYTHING)
        found = chosen_of(self._rounds, wanted, self._versions)
        self._tick(frozenset(self._places[one.id] for one in found))

    @Slot()
    def _on_save(self) -> None:
        self.save_requested.emit(self._names.currentText().strip(), Selection(ids=self.value()))

    @Slot()
    def _on_delete(self) -> None:
        name = self._names.currentText()
        self._names.setEditText("")
        self.delete_requested.emit(name)

    def _tick(self, places: frozenset[int]) -> None:
        self._model.set_ticked(places)
        self._reflect()

    @Slot()
    def _reflect(self) -> None:
        ticked, name = self._model.ticked, self._names.currentText().strip()
        some = bool(ticked)
        self._accept.setEnabled(some)
        self._save.setEnabled(self._writable and some and bool(name))
        self._delete.setEnabled(self._writable and name in self._saved)
        self._latest.setEnabled(some)
        for button in (self._all, self._none):
            button.setEnabled(bool(self._model.rows))
        words = chosen_words([self._rounds[at] for at in ticked], self._texts)
        self.show_hint(words if some else self.tr("Please tick at least one assessment."))

    def _places_of(self, ids: frozenset[str]) -> frozenset[int]:
        return frozenset(self._places[one] for one in ids if one in self._places)

    def _columns(self) -> list[Column]:
        texts, rounds = self._texts, self._rounds

        def name(at: int) -> str:
            town = rounds[at].municipality.name
            return self.tr("{name} (example)").format(name=town) if rounds[at].is_example else town

        def size(at: int) -> str:
            found = rounds[at].size_class
            return texts(f"size.{found}" if found else "comparison_page.size_unknown")

        return [
            Column(texts("compare.municipality"), name, lambda at: at),  # they come by name
            Column(
                texts("comparison_page.day"),
                lambda at: texts.day(rounds[at].round_date),
                lambda at: rounds[at].round_date,
            ),
            Column(
                texts("compare.extent"),
                lambda at: texts(f"extent.{rounds[at].extent}"),
                lambda at: EXTENT_ORDER.index(rounds[at].extent),
            ),
            Column(texts("compare.size"), size, lambda at: rounds[at].municipality.population),
            Column(
                texts("comparison_page.state"),
                lambda at: rounds[at].municipality.state,
                lambda at: rounds[at].municipality.state or None,
            ),
            Column(
                texts("comparison_page.district"),
                lambda at: rounds[at].municipality.district,
                lambda at: rounds[at].municipality.district or None,
            ),
            Column(
                texts("comparison_page.version"),
                lambda at: self._versions[rounds[at].edition][1],
                lambda at: self._versions[rounds[at].edition],
            ),
        ]

    def _make_button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _arrange(self) -> None:
        title = self.tr("Choose what is compared")
        self.setWindowTitle(title)
        self._search.setObjectName("search")
        self._list.setObjectName("rounds")
        self._list.setModel(self._model)
        header = self._list.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self._list.setSortingEnabled(True)
        self._names.setObjectName("saved")
        self._names.setEditable(True)
        self._names.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._names.setCurrentIndex(-1)
        unit = self.fontMetrics().height() // 4
        ticks, kept = FlowLayout(), FlowLayout()
        for row, buttons in (
            (ticks, (self._all, self._none, self._latest)),
            (kept, (self._save, self._delete)),
        ):
            row.setSpacing(2 * unit)
            for button in buttons:
                row.addWidget(button)
        search = QHBoxLayout()
        search.addWidget(Field(self.tr("&Search by name"), self._search, self), 1)
        self.column.addWidget(Label(title, "section", parent=self))
        self.column.addLayout(search)
        self.column.addWidget(self._filters)
        self.column.addWidget(self._list, 1)
        self.column.addLayout(ticks)
        self.column.addWidget(Field(self.tr("Saved selecti&on"), self._names, self))
        self.column.addLayout(kept)
