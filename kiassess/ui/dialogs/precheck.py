"""The dialog “Vorprüfung KI-Verordnung”: one question a step, then what to look at."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from kiassess.domain.legal import LegalTable
from kiassess.domain.precheck import Precheck, Question, asked, assess, next_question
from kiassess.domain.precheck_result import PrecheckResult, is_outdated, result_of
from kiassess.marks import override
from kiassess.ui.dialogs.precheck_question import PrecheckOptions
from kiassess.ui.dialogs.precheck_result import PrecheckOutcome
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.layouts import clear_layout
from kiassess.ui.widgets.speech import announce
from kiassess.wording.texts import Texts


class PrecheckDialog(FormDialog):
    """Asks what the answers before it lead to; says what to look at, never that all is well.

    A pre-check made with the same questions opens with its result; an outdated one begins anew,
    with its answers chosen.
    """

    def __init__(
        self,
        name: str,
        precheck: Precheck,
        legal: LegalTable,
        texts: Texts,
        *,
        today: date,
        made: PrecheckResult | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Ask about an application.

        Args:
            name: Of what is looked at.
            precheck: The questions.
            legal: The legal table.
            texts: The language.
            today: The day of the local clock.
            made: The pre-check made before; ``None`` if there is none.
            parent: The window below.
        """
        buttons = QDialogButtonBox.StandardButton
        super().__init__(buttons.Ok | buttons.Cancel, parent)
        self._precheck = precheck
        self._legal = legal
        self._texts = texts
        self._today = today
        self._choices = _known_choices(precheck, made)
        self._options: PrecheckOptions | None = None
        self._accept = self.make_primary(self.tr("&Next"))
        self._back = QPushButton(self.tr("&Back"), self)
        self._back.setObjectName("back")
        self._back.setAutoDefault(False)
        self.buttons.addButton(self._back, QDialogButtonBox.ButtonRole.ActionRole)
        self._step = Label(role="muted", parent=self)
        self._step.setObjectName("step")
        self._body = QVBoxLayout()
        self._body.setSpacing(self.fontMetrics().height())
        self.setWindowTitle(texts("precheck.title"))
        self.column.addWidget(Label(name, "section", parent=self))
        self.column.addWidget(self._step)
        self.column.addLayout(self._body)
        self.column.addStretch()
        done = made is not None and not is_outdated(made, precheck.as_of)
        self._at: int | None = 0  # the number of the question; none at the result
        if done and next_question(precheck, self._choices) is None:
            self._at = None
        self._show()

        self._back.clicked.connect(self._on_back)

    def ask(self) -> PrecheckResult | None:
        """Show the dialog once; ``None`` if the user keeps no result."""
        accepted = self.exec() == QDialog.DialogCode.Accepted
        value = self.value() if accepted else None
        self.deleteLater()
        return value

    def value(self) -> PrecheckResult | None:
        """What the answers come to; ``None`` as long as a question is open."""
        return result_of(self._precheck, self._choices, self._today)

    @override
    def accept(self) -> None:
        """Go on to the next question, to the result, or end with it."""
        if self._at is None:
            super().accept()
            return
        path = asked(self._precheck, self._choices)
        if path[self._at].id not in self._choices:
            return
        last = self._at + 1 == len(path)
        self._at = None if last else self._at + 1
        self._show()

    @Slot()
    def _on_back(self) -> None:
        path = asked(self._precheck, self._choices)
        self._at = len(path) - 1 if self._at is None else max(0, self._at - 1)
        self._show()

    @Slot()
    def _on_changed(self) -> None:
        if self._options is None or self._at is None:
            return
        question = asked(self._precheck, self._choices)[self._at]
        if self._options.chosen:
            self._choices[question.id] = self._options.chosen
        else:
            self._choices.pop(question.id, None)
        self._reflect()

    def _show(self) -> None:
        clear_layout(self._body)
        self._options = None
        if self._at is None:
            self._show_result()
        else:
            self._show_question(asked(self._precheck, self._choices)[self._at], self._at)
        self._reflect()
        self.reveal(self._step)

    def _show_question(self, question: Question, number: int) -> None:
        self._step.setText(self.tr("Question {number}").format(number=number + 1))
        text, about = Label(question.text, "question", parent=self), Label(parent=self)
        text.setObjectName("question")
        about.set_role("help")
        about.setText(question.help)
        self._options = PrecheckOptions(question, self._choices.get(question.id, ()), self)
        self._put(text)
        self._put(about)
        if question.several:
            self._put(Label(self.tr("Choose all that apply."), "strong", parent=self))
        self._put(self._options)
        self._options.changed.connect(self._on_changed)
        self._options.focus()

    def _show_result(self) -> None:
        self._step.setText(self.tr("Result"))
        found = assess(self._precheck, self._choices)
        if found is None:
            return
        as_of, anchors = self._precheck.as_of, self._legal.anchors
        self._put(PrecheckOutcome(found, as_of, anchors, self._texts, self))
        announce(self, self._texts(f"outcome.{found.outcome}"))
        self._accept.setFocus()

    def _put(self, widget: QWidget) -> None:
        """Add a widget; left to itself, Qt would show it later, when it cannot get the focus."""
        self._body.addWidget(widget)
        widget.show()

    def _reflect(self) -> None:
        done = self._at is None
        self._accept.setText(self.tr("&Keep result") if done else self.tr("&Next"))
        answered = done or bool(self._options is not None and self._options.chosen)
        self._accept.setEnabled(answered)
        self._back.setEnabled(self._at != 0)
        self.show_hint("" if answered else self.tr("Please choose. “Unclear” is an answer, too."))


def _known_choices(precheck: Precheck, made: PrecheckResult | None) -> dict[str, tuple[str, ...]]:
    """What was chosen before, as far as there are such options."""
    before = {} if made is None else made.choices
    found = {
        question.id: tuple(
            one.id for one in question.options if one.id in before.get(question.id, ())
        )
        for question in precheck.questions
    }
    return {key: chosen for key, chosen in found.items() if chosen}
