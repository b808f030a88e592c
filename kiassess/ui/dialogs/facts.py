"""The dialog “Angaben ändern”: what an assessment says about itself."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from kiassess.domain.assessment import (
    AnswerState,
    Facts,
    OpenAssessment,
    may_be_not_applicable,
)
from kiassess.domain.questionnaire import Item
from kiassess.ui.dialogs.ai_question import AiQuestion
from kiassess.ui.dialogs.extent_question import ExtentQuestion
from kiassess.ui.dialogs.round_fields import RoundFields
from kiassess.ui.dialogs.size_line import SizeLine
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.speech import announce
from kiassess.wording.texts import Texts


class FactsDialog(FormDialog):
    """Changes the facts; all answers stay as they are."""

    def __init__(self, texts: Texts, opened: OpenAssessment, parent: QWidget | None = None) -> None:
        buttons = QDialogButtonBox.StandardButton
        super().__init__(buttons.Ok | buttons.Cancel, parent)
        assessment = opened.assessment
        self._opened = opened
        self._round = RoundFields(texts, self)
        self._size = SizeLine(texts, self)
        self._extent = ExtentQuestion(texts, self)
        self._ai = AiQuestion(self)
        self._notice = Card(self, notice=True)
        self._again = Label(parent=self)
        self._again.setObjectName("answer-again")
        self._notice.setObjectName("notice")
        self._notice.body.addWidget(self._again)
        self.make_primary(self.tr("&Apply"))
        self.setWindowTitle(self.tr("Change details"))
        self.show_hint(self.tr("All answers stay as they are."))
        self._round.show_round(assessment.round_date, assessment.municipality.population)
        self._extent.offer(opened.questionnaire.counts(), assessment.extent)
        self._extent.show_value(assessment.extent)
        self._ai.show_value(assessment.ai_in_use)
        name = Label(assessment.municipality.name, "section", parent=self)
        for widget in (
            name, self._round, self._size, self._extent, self._ai, self._notice
        ):  # fmt: skip
            self.column.addWidget(widget)
        self.column.addStretch()

        self._round.population_changed.connect(self._reflect)
        self._extent.changed.connect(self._reflect)
        self._ai.changed.connect(self._reflect)
        self._round.focus_population()
        self._reflect()

    @staticmethod
    def ask(parent: QWidget | None, texts: Texts, opened: OpenAssessment) -> Facts | None:
        """Ask for other facts; ``None`` if the user leaves them as they are."""
        dialog = FactsDialog(texts, opened, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        value = dialog.value() if accepted else None
        dialog.deleteLater()
        return value

    def value(self) -> Facts:
        """What is shown."""
        return Facts(
            self._extent.value(),
            self._round.round_date(),
            self._ai.value(),
            self._round.population(),
        )

    @Slot()
    def _reflect(self) -> None:
        facts = self.value()
        self._size.show_population(facts.population)
        items = items_to_answer_again(self._opened, facts)
        titles, count = ", ".join(item.title for item in items), len(items)
        self._again.setText(
            self.tr(
                "%n question(s) say “does not apply” because no AI was in use: {titles}. "
                "Please answer them again.",
                "",
                count,
            ).format(titles=titles)
        )
        appeared = bool(items) and not self._notice.isVisible()
        self._notice.setVisible(bool(items))
        if appeared:
            self.reveal(self._notice)
            announce(self._ai, self._again.text())


def items_to_answer_again(opened: OpenAssessment, facts: Facts) -> tuple[Item, ...]:
    """The items whose “does not apply” would no longer be allowed with these facts."""
    return tuple(
        item
        for item in opened.questionnaire.items(facts.extent)
        if opened.answer(item.id).state is AnswerState.NOT_APPLICABLE
        and not may_be_not_applicable(item, facts.ai_in_use)
    )
