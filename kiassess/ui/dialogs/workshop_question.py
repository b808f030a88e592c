"""A question of the workshop: what is asked, and the levels one of which is agreed."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kiassess.domain.assessment import Answer, AnswerState
from kiassess.domain.kinds import LEVELS
from kiassess.domain.questionnaire import Item, LevelName
from kiassess.ui.models.choices import NOT_APPLICABLE, UNKNOWN, choice_of
from kiassess.ui.widgets.choice_buttons import NOTHING
from kiassess.ui.widgets.choice_group import ChoiceGroup
from kiassess.ui.widgets.labels import Label

REASON_PAUSE_MS = 600


class WorkshopQuestion(QWidget):
    """Shows the levels with their texts and reports the one that is agreed.

    Choosing once more what is shown but not agreed yet is agreeing, too. “Trifft nicht zu” counts
    from the moment a reason is given.

    Signals:
        agreed: A level is agreed, or one of the choices set apart.
                arg: An ``Answer`` with nothing but state, level and reason.
    """

    agreed = Signal(Answer)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item_id = ""
        self._choice = NOTHING
        self._is_agreed = False
        self._group = ChoiceGroup(len(LEVELS), 2, self)
        self._condition = Label(role="muted", parent=self)
        self._reason = QLineEdit(self)
        self._pause = QTimer(self, singleShot=True, interval=REASON_PAUSE_MS)
        self._arrange()

        self._group.chosen.connect(self._on_chosen)
        self._group.clicked.connect(self._on_clicked)
        self._reason.textEdited.connect(self._pause.start)
        self._pause.timeout.connect(self._report)
        self._reason.editingFinished.connect(self.flush)

    def show_item(
        self,
        item: Item,
        answer: Answer,
        levels: Sequence[LevelName],
        *,
        agreed: bool,
        may_not_apply: bool,
    ) -> None:
        """Show a question and its present answer; nothing is reported for that."""
        self._item_id = item.id
        self._is_agreed = agreed
        self._group.show_question(item.question)
        for level, card in zip(LEVELS, self._group.cards, strict=False):
            card.show_choice(levels[level].name, item.levels[level], number=str(level))
        self._group.cards[UNKNOWN].show_choice(self.tr("Don't know (W)"))
        not_applicable = self._group.cards[NOT_APPLICABLE]
        not_applicable.show_choice(self.tr("Does not apply … (N)"))
        not_applicable.setVisible(may_not_apply)
        self._condition.setText(item.not_applicable_condition)
        self._reason.setText(answer.reason)
        self._choice = choice_of(answer, NOTHING)
        self._group.show_chosen(self._choice)
        self._reflect()

    def choose(self, number: int) -> None:
        """Choose a level, ``UNKNOWN`` or ``NOT_APPLICABLE`` like the user."""
        self._group.choose(number)

    def focus_choice(self) -> None:
        """Put the focus on what is chosen."""
        self._group.focus_chosen()

    @Slot()
    def flush(self) -> None:
        """Report a reason that is still being typed."""
        if self._pause.isActive():
            self._pause.stop()
            self._report()

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        self._choice = number
        self._is_agreed = False
        self._reflect()
        if number == NOT_APPLICABLE and not self._reason.text().strip():
            self._reason.setFocus()
        else:
            self._report()

    @Slot(int)
    def _on_clicked(self, _number: int) -> None:
        if not self._is_agreed:
            self._report()

    @Slot()
    def _report(self) -> None:
        self._is_agreed = True
        reason = self._reason.text().strip()
        if self._choice in LEVELS:
            self.agreed.emit(Answer(self._item_id, AnswerState.ANSWERED, self._choice))
        elif self._choice == UNKNOWN:
            self.agreed.emit(Answer(self._item_id, AnswerState.UNKNOWN))
        elif self._choice == NOT_APPLICABLE and reason:
            self.agreed.emit(Answer(self._item_id, AnswerState.NOT_APPLICABLE, reason=reason))
        else:
            self._is_agreed = False

    def _reflect(self) -> None:
        chosen = self._choice == NOT_APPLICABLE
        self._reason.setVisible(chosen)
        self._condition.setVisible(chosen and bool(self._condition.text()))

    def _arrange(self) -> None:
        self._reason.setObjectName("reason")
        self._reason.setAccessibleName(self.tr("Why it does not apply"))
        self._reason.setPlaceholderText(self.tr("Why does it not apply? Needed, one sentence."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._group, self._condition, self._reason):
            layout.addWidget(widget)
        layout.addStretch(1)
