"""One question as a card: levels to choose from, what belongs to the answer, the law."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kiassess.domain.assessment import Answer, AnswerState, Voice
from kiassess.domain.kinds import LEVELS
from kiassess.domain.questionnaire import Item
from kiassess.domain.voices import details_only
from kiassess.ui.models.choices import NOT_APPLICABLE, UNKNOWN, choice_of
from kiassess.ui.pages.answer_details import AnswerDetails, DetailChoices
from kiassess.ui.pages.item_context import ItemContext
from kiassess.ui.pages.voices_part import VoicesPart
from kiassess.ui.widgets.choice_buttons import NOTHING
from kiassess.ui.widgets.choice_group import ChoiceGroup
from kiassess.ui.widgets.fold import Fold
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.link_button import LinkButton
from kiassess.wording.texts import Texts

REASON_PAUSE_MS = 600


class ItemCard(QWidget):
    """Shows an item and reports what the user answers.

    The card does not know where answers are kept: it is told what to show, and it says what has
    changed. Choices are reported at once, texts when typing pauses. “Trifft nicht zu” counts
    from the moment a reason is given.

    Where an answer is only what a respondent says, choosing a level agrees on it; a note or other
    details alone do not.

    Signals:
        answered: The user changed the answer.
                  arg: The new ``Answer``.
        history_requested: The user wants to know what has become of the answer.
    """

    answered = Signal(Answer)
    history_requested = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._known: Answer | None = None
        self._choice = NOTHING
        self._has_voices = self._is_voice = False  # a voice: what is shown is not agreed yet

        self._position = Label(role="muted", parent=self)
        self._title = Label(role="title", parent=self)
        self._question = Label(role="question", parent=self)
        self._why = Label(role="muted", parent=self)
        self._voices = VoicesPart(texts, self)
        self._group = ChoiceGroup(len(LEVELS), 2, self)
        self._condition = Label(role="muted", parent=self)
        self._reason = QLineEdit(self)
        self._reason_hint = Label(role="attention", parent=self)
        self._good_enough = Label(role="muted", parent=self)
        self._details = AnswerDetails(texts, self)
        self._fold = Fold(self.tr("Note, evidence, target and more"), self._details, self)
        self._history = LinkButton(self.tr("History of the answer…"), parent=self)
        self._law = Label(role="muted", parent=self)
        self._evidence = Label(role="muted", parent=self)
        self._pause = QTimer(self, singleShot=True, interval=REASON_PAUSE_MS)
        self._arrange()

        self._voices.adopted.connect(self._on_adopted)
        self._group.chosen.connect(self._on_chosen)
        self._group.clicked.connect(self._on_clicked)
        self._reason.textEdited.connect(self._pause.start)
        self._reason.editingFinished.connect(self.flush)
        self._pause.timeout.connect(self._report)
        self._details.changed.connect(self._report)
        self._history.clicked.connect(self.history_requested)

    @property
    def answer(self) -> Answer | None:
        """The answer shown, as far as it has been reported."""
        return self._known

    def show_item(self, item: Item, answer: Answer, context: ItemContext) -> None:
        """Show an item and its present answer; nothing is reported for that."""
        self.flush()
        self._known = None
        self._position.setText(context.position)
        self._title.setText(item.title)
        self._question.setText(item.question)
        self._why.setText(f"{item.why} {context.knows}".strip())
        self._voices.show_voices(context.said, context.levels, may_not_apply=context.may_not_apply)
        self._has_voices = bool(context.said.voices)
        self._is_voice = self._has_voices and context.said.agreed is None
        self._group.show_question(item.question)
        for level, card in zip(LEVELS, self._group.cards, strict=False):
            card.show_choice(context.levels[level].name, item.levels[level], number=str(level))
        self._show_not_applicable(item, context, answer)
        self._reason.setText(answer.reason)
        self._good_enough.setText(context.good_enough)
        self._good_enough.setVisible(bool(context.good_enough))
        self._show_law(context)
        self._evidence.setText(self._texts("card.evidence", list=", ".join(item.evidence)))
        names = tuple(level.name for level in context.levels)
        choices = DetailChoices(names, context.default_target, item.delivery_modes)
        self._details.show_answer(answer, choices)
        if self._details.any_filled:
            self._fold.unfold()
        self._known = answer
        self._choice = choice_of(answer, NOTHING)
        self._group.show_chosen(self._choice)
        focused = self.focusWidget()
        if focused is not None and self._group.isAncestorOf(focused):
            self._group.focus_chosen()
        self._reflect(context.default_target if answer.target is None else answer.target)

    @Slot()
    def flush(self) -> None:
        """Report a pending change of text now; call it before the card goes away."""
        if self._pause.isActive():
            self._pause.stop()
            self._report()
        self._details.flush()

    def drop_unfinished(self) -> bool:
        """Give up a “trifft nicht zu” that still lacks its reason; true if there was one."""
        if self._known is None or self._choice == choice_of(self._known, NOTHING):
            return False
        self._choice = choice_of(self._known, NOTHING)
        self._group.show_chosen(self._choice)
        self._group.focus_chosen()
        self._reflect(None)
        return True

    def show_agreed(self, agreed: Answer | None) -> None:
        """Show which answer is agreed now, if any; voices stay as they are."""
        self._is_voice = self._has_voices and agreed is None
        self._voices.show_agreed(agreed)

    def set_editable(self, editable: bool) -> None:
        """Let the user answer, or only read."""
        self._voices.set_editable(editable)
        for widget in (self._group, self._reason, self._details):
            widget.setEnabled(editable)

    def choose(self, number: int) -> None:
        """Choose a level, ``UNKNOWN`` or ``NOT_APPLICABLE`` like the user."""
        if self._group.isEnabled():
            self._group.choose(number)

    def focus_choice(self) -> None:
        """Put the focus on what is chosen."""
        self._group.focus_chosen()

    def focus_note(self) -> None:
        """Open the details and put the cursor into the note."""
        self._fold.unfold()
        self._details.focus_note()

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        self._choice = number
        self._reflect(None)
        if number == NOT_APPLICABLE and not self._reason.text().strip():
            self._reason.setFocus()
            return
        self._report()

    @Slot(Voice)
    def _on_adopted(self, voice: Voice) -> None:
        """Agree on what a respondent says; the note is the place to say why."""
        if self._known is None:
            return
        self.flush()
        self._choice = choice_of(voice.answer, NOTHING)
        self._reason.setText(voice.answer.reason)
        self._group.show_chosen(self._choice)
        self._agree(self._details.applied_to(self._chosen_answer(self._known)))
        self.focus_note()

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        """Choosing once more what a respondent says is agreeing on it."""
        if self._is_voice and self._known is not None and number == choice_of(self._known, NOTHING):
            self._agree(self._known)

    def _agree(self, answer: Answer) -> None:
        self._is_voice = False
        self._known = answer
        self._reflect(None)
        self.answered.emit(answer)

    @Slot()
    def _report(self) -> None:
        if self._known is None:
            return
        answer = self._details.applied_to(self._chosen_answer(self._known))
        self._reflect(None)
        if answer == self._known:
            return
        self._is_voice = self._is_voice and _without_details(answer) == _without_details(
            self._known
        )
        self._known = answer
        self.answered.emit(details_only(answer) if self._is_voice else answer)

    def _chosen_answer(self, known: Answer) -> Answer:
        """The answer the cards show; an unfounded “trifft nicht zu” changes nothing yet."""
        reason = self._reason.text().strip()
        if self._choice == NOT_APPLICABLE:
            if not reason:
                return known
            return replace(known, state=AnswerState.NOT_APPLICABLE, level=None, reason=reason)
        if self._choice == UNKNOWN:
            return replace(known, state=AnswerState.UNKNOWN, level=None)
        if self._choice == NOTHING:
            return known
        return replace(known, state=AnswerState.ANSWERED, level=self._choice)

    def _reflect(self, target: int | None) -> None:
        """Show what depends on the choice: the reason, and the mark of the target level."""
        chosen = self._choice == NOT_APPLICABLE
        self._reason.setVisible(chosen)
        missing = chosen and not self._reason.text().strip()
        self._reason_hint.setVisible(missing)
        if target is not None:
            for level, card in zip(LEVELS, self._group.cards, strict=False):
                card.show_mark(self.tr("Target") if level == target else "")

    def _show_not_applicable(self, item: Item, context: ItemContext, answer: Answer) -> None:
        possible = context.may_not_apply or answer.state is AnswerState.NOT_APPLICABLE
        self._group.cards[UNKNOWN].show_choice(self.tr("Don't know, clarify (W)"))
        self._group.cards[NOT_APPLICABLE].show_choice(self.tr("Does not apply … (N)"))
        self._group.cards[NOT_APPLICABLE].setVisible(bool(item.not_applicable_condition))
        self._group.cards[NOT_APPLICABLE].setEnabled(possible)
        self._condition.setText(item.not_applicable_condition)
        self._condition.setVisible(bool(item.not_applicable_condition))

    def _show_law(self, context: ItemContext) -> None:
        lines = [
            self._texts(
                "card.anchor",
                short=anchor.short,
                obligation=self._texts(
                    f"obligation.{anchor.obligation}", date=self._texts.day(anchor.until)
                ),
                asks=anchor.asks,
            )
            for anchor in context.anchors
        ]
        if lines:
            lines.append(self._texts("card.as_of", date=context.as_of))
        self._law.setText("\n".join(lines))
        self._law.setVisible(bool(lines))

    def _arrange(self) -> None:
        unit = self.fontMetrics().height() // 4
        self._reason.setObjectName("reason")
        self._reason.setAccessibleName(self.tr("Why it does not apply"))
        self._reason.setPlaceholderText(self.tr("Why does it not apply? Needed, one sentence."))
        self._reason_hint.setText(self.tr("“Does not apply” counts as soon as you give a reason."))
        self._title.setObjectName("item-title")
        self._history.setObjectName("history")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * unit)
        for label in (self._position, self._title, self._question, self._why):
            layout.addWidget(label)
        layout.addWidget(self._voices)
        layout.addSpacing(unit)
        for widget in (
            self._group, self._condition, self._reason, self._reason_hint, self._good_enough,
            self._fold, self._evidence, self._law,
        ):  # fmt: skip
            layout.addWidget(widget)
        layout.addWidget(self._history, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)


def _without_details(answer: Answer) -> Answer:
    """The level only."""
    return Answer(answer.item_id, answer.state, answer.level, answer.reason)
