"""The dialog “Umstellungsvorschau”: what moving to another version means, before it is done."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QWidget

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.edition_change import ChangeKind, ItemChange, compare_editions
from kiassess.domain.edition_effects import block_effects
from kiassess.domain.kinds import Extent
from kiassess.domain.questionnaire import Questionnaire
from kiassess.domain.word_diff import PieceKind
from kiassess.ui.models.edition_change_model import Column, EditionChangeModel, effects_grid
from kiassess.ui.models.grid_model import GridModel
from kiassess.ui.widgets.difference_view import DifferenceView, Mark, Paragraph
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.speech import announce
from kiassess.ui.widgets.tick_table import TickTable
from kiassess.wording.edition_change import (
    Passage,
    answer_passages,
    change_words,
    counts_line,
    passages,
    spoken,
    total_words,
)
from kiassess.wording.texts import Texts

MARKS = {
    PieceKind.KEPT: Mark.PLAIN,
    PieceKind.GONE: Mark.GONE,
    PieceKind.ADDED: Mark.ADDED,
}


class EditionChangeDialog(FormDialog):
    """Shows every question that changed, and asks whether its answer goes along."""

    def __init__(
        self,
        opened: OpenAssessment,
        newer: Questionnaire,
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        buttons = QDialogButtonBox.StandardButton
        super().__init__(buttons.Ok | buttons.Cancel, parent)
        self._opened = opened
        self._newer = newer
        self._texts = texts
        self._change = compare_editions(opened, newer)
        self._model = EditionChangeModel(self._change, texts, self)
        self._effects = GridModel(self)
        self._only_answered = QCheckBox(self.tr("Only questions with an &answer"), self)
        self._table = TickTable(self.tr("Questions that changed"), Column.ANSWER, self)
        self._nothing = Label(self.tr("No question with an answer has changed."), parent=self)
        self._title = Label(role="section", parent=self)
        self._about = Label(parent=self)
        self._legend = Label(self.tr("Struck out: gone. Underlined: new."), "muted", parent=self)
        self._wording = DifferenceView(self.tr("Wording and answer"), self)
        self._blocks = FullTable(self.tr("Effect on the building blocks"), self)
        self._arrange()

        self._only_answered.toggled.connect(self._on_only_answered_toggled)
        self._table.row_chosen.connect(self._on_row_chosen)
        self._model.accepted_changed.connect(self._on_accepted_changed)
        self._reflect()
        self._choose(None)
        (self._table if self._model.rowCount() else self.buttons).setFocus()

    @staticmethod
    def ask(
        parent: QWidget | None, texts: Texts, opened: OpenAssessment, newer: Questionnaire
    ) -> frozenset[str] | None:
        """Ask whether to move to another version; ``None`` if the user leaves it.

        Args:
            parent: The window below.
            texts: The sentences in the language of the window.
            opened: The assessment, with the questionnaire as answered.
            newer: The other version, in the same language.

        Returns:
            The ids of newer items whose answer is to go along, for ``moved``.
        """
        dialog = EditionChangeDialog(opened, newer, texts, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        value = dialog.value() if accepted else None
        dialog.deleteLater()
        return value

    def value(self) -> frozenset[str]:
        """The ids of newer items whose answer is to go along."""
        return self._model.accepted

    @Slot(bool)
    def _on_only_answered_toggled(self, only: bool) -> None:
        before = self._chosen()
        self._model.show_rows(only_answered=only)
        self._choose(before)

    @Slot()
    def _on_row_chosen(self) -> None:
        self._show_chosen()

    @Slot()
    def _on_accepted_changed(self) -> None:
        self._reflect()
        announce(self._table, self._total())

    def _chosen(self) -> ItemChange | None:
        found = self._table.currentIndex().data(EditionChangeModel.ChangeRole)
        return found if isinstance(found, ItemChange) else None

    def _choose(self, wanted: ItemChange | None) -> None:
        """Make a question the current one, or the first if it is not listed."""
        model = self._table.model()
        indexes = [model.index(row, Column.ITEM) for row in range(model.rowCount())]
        found = [i for i in indexes if i.data(EditionChangeModel.ChangeRole) == wanted]
        for index in (found or indexes)[:1]:
            self._table.setCurrentIndex(index)
        self._table.setVisible(bool(indexes))
        self._nothing.setVisible(not indexes)
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Show the wording of the chosen question and the answer to it."""
        item, texts, older = self._chosen(), self._texts, self._opened.questionnaire
        for widget in (self._title, self._about, self._legend, self._wording):
            widget.setVisible(item is not None)
        if item is None:
            return
        shown = (
            *answer_passages(item, older, texts),
            *passages(item, older, self._newer, texts),
        )
        self._title.setText(item.title)
        self._about.setText(change_words(item, texts))
        self._legend.setVisible(any(_differs(passage) for passage in shown))
        self._wording.show_paragraphs(
            [_paragraph(passage) for passage in shown],
            "\n".join(spoken(passage, texts) for passage in shown),
        )

    def _reflect(self) -> None:
        """Say what the ticks would mean."""
        effects = block_effects(self._opened, self._newer, self._change, self._model.accepted)
        quick = self._opened.assessment.extent is Extent.QUICK
        self._effects.set_grid(*effects_grid(effects, self._texts, quick=quick))
        self.show_hint(self._total())

    def _total(self) -> str:
        return total_words(self._change, self._model.accepted, self._texts)

    def _arrange(self) -> None:
        versions = self._opened.questionnaire.version, self._newer.version
        title = self.tr("Preview of the move from version {old} to {new}")
        self.setWindowTitle(title.format(old=versions[0], new=versions[1]))
        self.make_primary(self.tr("&Move"))
        self._only_answered.setObjectName("only-answered")
        self._table.setObjectName("changes")
        self._wording.setObjectName("wording")
        self._blocks.setObjectName("effects")
        first = frozenset({Column.ITEM.value})
        self._table.show_model(
            self._model,
            sort_role=EditionChangeModel.SortRole,
            wordy=frozenset(column.value for column in Column),
        )
        self._blocks.show_model(self._effects, sort_role=GridModel.SortRole, wordy=first)
        if not any(item.answers for item in self._change.items if _changed(item)):
            self._only_answered.hide()

        safe = self.tr(
            "Nothing changes before you choose “Move”. Your answers so far stay in the history "
            "with the wording of their time, and the move can be taken back."
        )
        self.column.addWidget(Label(counts_line(self._change, self._texts), "strong", parent=self))
        self.column.addWidget(Label(safe, parent=self))
        self.column.addWidget(self._only_answered)
        self.column.addWidget(self._table)
        self.column.addWidget(self._nothing)
        for widget in (self._title, self._about, self._legend, self._wording):
            self.column.addWidget(widget)
        effects = Label(self.tr("Effect on the building blocks"), "section", parent=self)
        self.column.addWidget(effects)
        self.column.addWidget(self._blocks)
        self.column.addStretch()


def _changed(item: ItemChange) -> bool:
    return item.kind is not ChangeKind.SAME


def _differs(passage: Passage) -> bool:
    return any(piece.kind is not PieceKind.KEPT for piece in passage.pieces)


def _paragraph(passage: Passage) -> Paragraph:
    return Paragraph(passage.label, tuple((MARKS[p.kind], p.text) for p in passage.pieces))
