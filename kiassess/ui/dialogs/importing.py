"""The dialog “Dateien importieren”: what comes, whether to take it, and what has become of it."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from kiassess.domain.merge_plan import OnConflict
from kiassess.marks import override
from kiassess.ui.dialogs.import_details import ImportDetails
from kiassess.ui.models.grid_model import GridCell
from kiassess.ui.models.words_model import WordsModel
from kiassess.ui.widgets.choice_group import ChoiceGroup
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.progress_line import ProgressLine
from kiassess.ui.widgets.record_table import RecordTable
from kiassess.ui.widgets.speech import announce
from kiassess.wording.import_preview import (
    ImportRow,
    Rank,
    in_order,
    preview_sentence,
    report_sentence,
    report_text,
)
from kiassess.wording.texts import Texts

CHOICES = tuple(choice for choice in OnConflict if choice is not OnConflict.ASK)
ROWS_IN_SIGHT = 8


class Stage(Enum):
    """What the dialog is about."""

    READING = auto()
    PREVIEW = auto()
    TAKING = auto()
    REPORT = auto()


class ImportDialog(FormDialog):
    """Opens while the files are still being read; nothing is taken before it was shown.

    Whoever opens it answers with ``show_progress``, ``show_preview`` and ``show_report``. Closing
    it while files are being taken only asks to stop.

    Signals:
        take_requested: The user wants what was shown.
                        arg: The ``OnConflict`` chosen.
        respondent_corrected: Somebody else has filled in one of the workbooks. Whoever listens
                              says with ``show_preview`` what that changes.
                              arg: Its place among the rows shown. arg: The name; ``""`` to go by
                              what stands in it.
        stop_requested: The user does not want to wait for the files that are left.
        save_requested: The user wants the report as a text file; nobody has asked yet where.
                        arg: The report.
    """

    take_requested = Signal(OnConflict)
    respondent_corrected = Signal(int, str)
    stop_requested = Signal()
    save_requested = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        buttons = QDialogButtonBox.StandardButton
        super().__init__(buttons.Ok | buttons.Cancel, parent)
        self._texts = texts
        self._stage = Stage.READING
        self._rows: tuple[ImportRow, ...] = ()  # in the order of the table
        self._places: tuple[int, ...] = ()  # where each of them stood when it came
        self._report = ""
        self._title = Label(self.tr("Import files"), "section", parent=self)
        self._progress = ProgressLine(self)
        self._sentence = Label(role="strong", parent=self)
        self._safe = Label(parent=self)
        self._model = WordsModel(self)
        samples = "Musterhausen, 00.00.0000", "neu, 00 Antworten", "Musterhausen"
        self._table = RecordTable(samples, self)
        self._details = ImportDetails(self)
        self._question = Label(
            self.tr("Where both sides have changed an answer, in all files:"), "strong", parent=self
        )
        self._choice = ChoiceGroup(len(CHOICES), 0, self)
        self._chosen = OnConflict.KEEP
        self._accept = self.make_primary(self.tr("&Take in"))
        self._close = self.buttons.button(buttons.Cancel)
        self._cancel = self._close.text()
        self._copy = self._make_button("copy", self.tr("Co&py"))
        self._save = self._make_button("save", self.tr("Save as &text file…"))
        self._arrange()

        self.buttons.accepted.disconnect(self.accept)
        self.buttons.accepted.connect(self._on_take_clicked)
        self._table.row_chosen.connect(self._on_row_chosen)
        self._details.respondent_corrected.connect(self._on_corrected)
        self._choice.chosen.connect(self._on_chosen)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._save.clicked.connect(self._on_save_clicked)
        self._progress.begin(self.tr("The files are being read…"))
        self._show_stage(Stage.READING)

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """Say how many files are done."""
        if self._stage in {Stage.READING, Stage.TAKING}:
            numbers = self.tr("{done} of {total} files").format(done=done, total=total)
            self._progress.show_progress(done, total, numbers)

    def show_preview(self, rows: Sequence[ImportRow]) -> None:
        """Show what the files bring; once more after a correction, then the focus stays."""
        again = self._stage is Stage.PREVIEW
        self._show_rows(rows, preview_sentence(rows, self._texts), again=again)
        self.show_hint("")
        takes = any(row.takes for row in rows)
        self._accept.setEnabled(takes)
        safe = self.tr(
            "Nothing has been taken in yet. Of each file either all is taken in, or nothing. What "
            "changes in an assessment that is here already can be taken back in one step."
        )
        nothing = self.tr("There is nothing to take in. Nothing has been changed.")
        self._safe.setText(safe if takes else nothing)
        self._close.setText(self._cancel if takes else self.tr("&Close"))
        (self._accept if takes else self._close).setDefault(True)
        self._show_stage(Stage.PREVIEW, focus=not again)

    def show_report(self, rows: Sequence[ImportRow], at: str) -> None:
        """Show what has become of the files.

        Args:
            rows: One for each file, those left included.
            at: Day and time, in words.
        """
        self._report = report_text(rows, self._texts, at=at)
        self._show_rows(rows, report_sentence(rows, self._texts))
        left = self.tr("You have stopped the import. What has been taken in stays.")
        done = self.tr("What was changed can be taken back with “Undo”, for each assessment.")
        stopped = any(row.rank is Rank.LEFT for row in rows)
        taken = any(row.takes for row in rows)
        self._safe.setText(left if stopped else done if taken else "")
        self._close.setText(self.tr("&Close"))
        self._close.setEnabled(True)
        self._close.setDefault(True)
        self._show_stage(Stage.REPORT)

    @override
    def reject(self) -> None:
        """Close, or stop first while files are being taken."""
        if self._stage is not Stage.TAKING:
            super().reject()
        elif self._close.isEnabled():  # asked for once
            self._stop()

    def _stop(self) -> None:
        self._close.setEnabled(False)
        self._progress.begin(self.tr("It stops after this file. What has been taken in stays."))
        self.stop_requested.emit()

    @Slot()
    def _on_take_clicked(self) -> None:
        if self._stage is not Stage.PREVIEW:
            return
        self._progress.begin(self.tr("The files are being taken in…"))
        self._show_stage(Stage.TAKING)
        self.take_requested.emit(self._chosen)

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        self._chosen = CHOICES[number]

    @Slot()
    def _on_row_chosen(self) -> None:
        row = self._table.currentIndex().row()
        self._details.setVisible(row >= 0)
        if row >= 0:
            self._show_details(row)

    @Slot(str)
    def _on_corrected(self, name: str) -> None:
        """Take nothing before it has been shown what the correction changes."""
        row = self._table.currentIndex().row()
        if self._stage is Stage.PREVIEW and row >= 0:
            self._accept.setEnabled(False)
            self.show_hint(self.tr("The preview is being brought up to date…"))
            self.respondent_corrected.emit(self._places[row], name)

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.show_hint(self.tr("Copied."))
        announce(self, self.tr("Copied."))

    @Slot()
    def _on_save_clicked(self) -> None:
        self.save_requested.emit(self._report)

    def _show_details(self, row: int) -> None:
        correctable = self._stage in {Stage.READING, Stage.PREVIEW}
        self._details.show_row(self._rows[row], correctable=correctable)

    def _show_rows(self, rows: Sequence[ImportRow], sentence: str, *, again: bool = False) -> None:
        """Show rows; again, the same file stays the chosen one."""
        chosen = self._places[self._table.currentIndex().row()] if again else None
        self._places = in_order(rows)
        self._rows = tuple(rows[place] for place in self._places)
        self._sentence.setText(sentence)
        self._table.setAccessibleDescription(sentence)
        titles = self.tr("Content"), self.tr("What happens"), self.tr("File")
        cells = [
            [GridCell(text, text.casefold()) for text in (row.content, row.effect, row.file)]
            for row in self._rows
        ]
        self._model.set_grid(titles, cells)
        lines = min(len(rows), ROWS_IN_SIGHT) + 1  # with the header
        row_height = self._table.verticalHeader().defaultSectionSize()
        bar = self._table.horizontalScrollBar().sizeHint().height()
        self._table.setFixedHeight(lines * row_height + bar)
        row = 0 if chosen is None else self._places.index(chosen)
        self._table.setCurrentIndex(self._model.index(row, 0))
        announce(self, sentence)

    def _show_stage(self, stage: Stage, *, focus: bool = True) -> None:
        self._stage = stage
        working = stage in {Stage.READING, Stage.TAKING}
        decides = stage is Stage.PREVIEW and any(row.conflicts for row in self._rows)
        self._progress.setVisible(working)
        for widget in (self._sentence, self._safe, self._table):
            widget.setVisible(not working)
        self._details.setVisible(not working and bool(self._rows))
        self._question.setVisible(decides)
        self._choice.setVisible(decides)
        self._accept.setVisible(stage is Stage.PREVIEW)
        for button in (self._copy, self._save):
            button.setVisible(stage is Stage.REPORT)
        # Qt 6.11 tabs past the buttons before the one that was alone in the box.
        self.buttons.setFocusProxy(self._copy if stage is Stage.REPORT else self._accept)
        if working:
            self._close.setFocus()
        elif focus:
            self._table.setFocus()
            self.reveal(self._title)

    def _make_button(self, name: str, text: str) -> QPushButton:
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _arrange(self) -> None:
        self.setWindowTitle(self.tr("Import files"))
        self._sentence.setObjectName("sentence")
        self._safe.setObjectName("safe")
        self._table.setObjectName("files")
        self._table.setAccessibleName(self.tr("Files"))
        self._table.setModel(self._model)
        self._choice.show_question(self._question.text())
        for number, choice in enumerate(CHOICES):
            words = (self._texts(f"import_preview.{choice}{end}") for end in ("", "_about"))
            self._choice.cards[number].show_choice(*words)
        self._choice.show_chosen(CHOICES.index(self._chosen))
        for widget in (
            self._title, self._progress, self._sentence, self._safe, self._table,
            self._details, self._question, self._choice,
        ):  # fmt: skip
            self.column.addWidget(widget)
        self.column.addStretch()
