"""The page one begins on: the assessments of this PC, or what to do first."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kiassess.domain.assessment import Listed
from kiassess.domain.kinds import Extent
from kiassess.ui.models.assessments_model import AssessmentsModel, Column
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.labels import Label, restyle
from kiassess.ui.widgets.page import Page
from kiassess.ui.widgets.path_line import PathLine
from kiassess.ui.widgets.record_table import RecordTable
from kiassess.wording.texts import Texts

SAMPLE_NAME = "Musterhausen an der Musterach, Stadt"
ROWS_IN_SIGHT = 6


class StartPage(Page):
    """Lists the assessments, the one changed last first, and says what the user wants.

    Signals:
        open_requested: An assessment shall be opened.
                        arg: ``Assessment.id``.
        new_requested: An assessment shall be begun.
        import_requested: Files shall be taken in.
        example_requested: The example shall be shown.
        delete_requested: An assessment shall be deleted; nobody has confirmed it yet.
                          arg: ``Assessment.id``.
    """

    open_requested = Signal(str)
    new_requested = Signal()
    import_requested = Signal()
    example_requested = Signal()
    delete_requested = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Start"))
        self._texts = texts
        self._writable = True
        self._model = AssessmentsModel(texts, self)
        self._sorted = QSortFilterProxyModel(self)
        self._title = Label(role="title", parent=self)
        self._purpose = Label(
            self.tr("Find out where your municipality stands with AI, in about 15 minutes."),
            "question",
            parent=self,
        )
        self._read_only = self._make_read_only_notice()
        self._welcome = self._make_welcome()
        self._table = RecordTable(self._samples(), self)
        self._open = self._make_button("open", self.tr("&Open"))
        self._new = self._make_button("new", self.tr("&New assessment…"))
        self._new.setProperty("primary", False)  # as long as there is something to open
        self._import = self._make_button("import", self.tr("&Import…"))
        self._example = self._make_button("example", self.tr("View exam&ple"))
        self._delete = self._make_button("delete", self.tr("De&lete…"))
        self._location = PathLine(self.tr("All data stays on this PC:"), self)
        self._set_up_table()
        self._arrange()

        self._table.row_opened.connect(self._on_row_opened)
        self._table.row_deleted.connect(self._on_row_deleted)
        self._table.row_chosen.connect(self._reflect)
        self._open.clicked.connect(self._on_open_clicked)
        self._new.clicked.connect(self.new_requested)
        self._import.clicked.connect(self.import_requested)
        self._example.clicked.connect(self.example_requested)
        self._delete.clicked.connect(self._on_delete_clicked)
        self._new.hide()  # its style is settled once, when it is known what there is to open
        self._reflect()

    def show_assessments(self, listed: tuple[Listed, ...]) -> None:
        """Show these assessments; the one chosen before stays chosen if it is among them."""
        before = self._chosen_id()
        self._model.set_assessments(listed)
        row = self._model.row_of(before)
        if row is None:
            index = self._sorted.index(0, 0)
        else:
            index = self._sorted.mapFromSource(self._model.index(row, 0))
        self._table.setCurrentIndex(index)
        self._reflect()
        self._new.show()

    def show_location(self, file: Path) -> None:
        """Say where the data lies."""
        self._location.show_path(str(file))

    def set_writable(self, writable: bool) -> None:
        """Allow changes, or say why there can be none."""
        self._writable = writable
        self._reflect()

    def focus_content(self) -> None:
        """Put the focus where the user most likely goes on."""
        (self._table if self._model.rowCount() else self._new).setFocus()

    @Slot(QModelIndex)
    def _on_row_opened(self, _index: QModelIndex) -> None:
        self._on_open_clicked()

    @Slot(QModelIndex)
    def _on_row_deleted(self, _index: QModelIndex) -> None:
        if self._delete.isEnabled():
            self._on_delete_clicked()

    @Slot()
    def _on_open_clicked(self) -> None:
        self.open_requested.emit(self._chosen_id())

    @Slot()
    def _on_delete_clicked(self) -> None:
        self.delete_requested.emit(self._chosen_id())

    @Slot()
    def _reflect(self) -> None:
        some = self._model.rowCount() > 0
        chosen = bool(self._chosen_id())
        self._title.setText(self.tr("Your assessments") if some else self.tr("Welcome to kiassess"))
        self._purpose.setVisible(not some)
        self._welcome.setVisible(not some)
        self._table.setVisible(some)
        self._open.setVisible(some)
        self._open.setEnabled(chosen)
        self._delete.setVisible(some)
        self._delete.setEnabled(chosen and self._writable)
        self._new.setEnabled(self._writable)
        self._import.setEnabled(self._writable)
        self._example.setEnabled(self._writable)
        self._read_only.setVisible(not self._writable)
        if self._new.property("primary") != (not some):
            self._new.setProperty("primary", not some)
            restyle(self._new)

    def _chosen_id(self) -> str:
        listed = self._table.currentIndex().data(AssessmentsModel.ListedRole)
        return listed.assessment.id if isinstance(listed, Listed) else ""

    def _samples(self) -> tuple[str, ...]:
        texts = self._texts
        extents = [texts(f"extent.{extent}") for extent in Extent]
        progress = self.tr("{settled} of {total}, {unknown} “don’t know”").format(
            settled="00", total="00", unknown="00"
        )
        return SAMPLE_NAME, "00.00.0000", max(extents, key=len), progress, "00.00.0000, 00:00 Uhr"

    def _make_button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        return button

    def _set_up_table(self) -> None:
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(AssessmentsModel.SortRole)
        self._table.setObjectName("assessments")
        self._table.setAccessibleName(self.tr("Your assessments"))
        self._table.setModel(self._sorted)
        self._table.setSortingEnabled(True)
        self._table.sortByColumn(Column.CHANGED, Qt.SortOrder.DescendingOrder)
        self._table.setMinimumHeight(2 * (ROWS_IN_SIGHT + 1) * self.fontMetrics().height())

    def _make_read_only_notice(self) -> Card:
        card = Card(self, notice=True)
        card.setObjectName("read-only")
        card.body.addWidget(Label(self.tr("Open for reading only"), "strong", parent=card))
        card.body.addWidget(
            Label(
                self.tr(
                    "Another window is working with the data. You can open assessments here. "
                    "To create or delete one, or to view the example, please close the other "
                    "window and start kiassess again."
                ),
                parent=card,
            )
        )
        return card

    def _make_welcome(self) -> Card:
        card = Card(self)
        card.setObjectName("welcome")
        sentences = (
            self.tr("Create an assessment: choose your municipality and the extent."),
            self.tr(
                "Answer the questions in any order; every answer is saved at once, and "
                "“don’t know” is allowed."
            ),
            self.tr(
                "See in the profile where your municipality stands and what still has to be "
                "clarified."
            ),
        )
        unit = self.fontMetrics().height() // 4
        card.body.setContentsMargins(6 * unit, 6 * unit, 6 * unit, 6 * unit)
        card.body.setSpacing(5 * unit)
        for number, sentence in enumerate(sentences, 1):
            row = QHBoxLayout()
            row.setSpacing(5 * unit)
            row.addWidget(
                Label(str(number), "number", wrap=False, parent=card), 0, Qt.AlignmentFlag.AlignTop
            )
            row.addWidget(Label(sentence, "question", parent=card), 1)
            card.body.addLayout(row)
        return card

    def _arrange(self) -> None:
        unit = self.fontMetrics().height() // 4
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._open.setProperty("primary", True)
        buttons = FlowLayout()
        buttons.setSpacing(3 * unit)
        for button in (self._open, self._new, self._import, self._example, self._delete):
            buttons.addWidget(button)
        self.column.addWidget(self._title)
        self.column.addWidget(self._purpose)
        self.column.addWidget(self._read_only)
        self.column.addWidget(self._welcome)
        self.column.addWidget(self._table, 1)
        self.column.addSpacing(unit)
        self.column.addLayout(buttons)
        self.column.addStretch()
        self.column.addWidget(self._location)
