"""The pre-check: one question a step, back and on, and what it says in the end."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QRadioButton

from kiassess.domain.precheck import Outcome
from kiassess.domain.precheck_result import PrecheckResult
from kiassess.ui.dialogs.precheck import PrecheckDialog

TODAY = date(2026, 12, 1)
LOW = {
    "system": ("yes",),
    "prohibited": ("none",),
    "product": ("no",),
    "field": ("none",),
    "contact": ("none",),
}
RISKY = {**LOW, "field": ("staff", "education"), "exception": ("no",), "contact": ("chat",)}


@pytest.fixture
def make(planning, texts, appearance, qtbot):
    """Show the dialog with the questions of the program."""

    def made(before=None, *, as_of=None):
        precheck = planning.precheck()
        if as_of is not None:
            precheck = replace(precheck, as_of=as_of)
        dialog = PrecheckDialog(
            "Bewerbungen sichten", precheck, planning.legal(), texts, today=TODAY, made=before
        )
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return made


def options(dialog):
    """The buttons of the question on the screen by the ids of their options."""
    found = [one for one in dialog.findChildren(QAbstractButton) if one.isVisible()]
    named = ((one.objectName(), one) for one in found)
    return {name.removeprefix("option-"): one for name, one in named if name.startswith("option-")}


def says(dialog):
    """All that can be read, in one text."""
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def accept(dialog):
    return dialog.findChild(QPushButton, "accept")


def question_of(dialog, planning):
    text = dialog.findChild(QLabel, "question").text()
    return next(one for one in planning.precheck().questions if one.text == text)


def go_through(dialog, planning, answers):
    """Answer every question that is asked; returns their ids."""
    seen = []
    while dialog.findChild(QLabel, "question") is not None:
        assert len(seen) < len(planning.precheck().questions)
        question = question_of(dialog, planning)
        seen.append(question.id)
        for option in answers[question.id]:
            if not options(dialog)[option].isChecked():
                options(dialog)[option].click()
        accept(dialog).click()
    return seen


def outcome(dialog):
    return dialog.findChild(QLabel, "outcome").text()


def test_it_goes_on_only_with_an_answer(make, planning):
    dialog = make()
    assert question_of(dialog, planning).id == "system"
    assert not accept(dialog).isEnabled()
    dialog.accept()
    assert question_of(dialog, planning).id == "system"
    options(dialog)["yes"].click()
    assert accept(dialog).isEnabled()
    accept(dialog).click()
    assert question_of(dialog, planning).id == "prohibited"


def test_one_answer_is_a_radio_button_and_several_are_ticks(make):
    dialog = make()
    assert {type(one) for one in options(dialog).values()} == {QRadioButton}
    options(dialog)["unclear"].click()
    accept(dialog).click()
    assert {type(one) for one in options(dialog).values()} == {QCheckBox}


def test_none_of_it_takes_all_other_ticks_away(make):
    dialog = make()
    options(dialog)["yes"].click()
    accept(dialog).click()
    options(dialog)["scoring"].click()
    options(dialog)["emotions"].click()
    assert [key for key, one in options(dialog).items() if one.isChecked()] == [
        "scoring",
        "emotions",
    ]
    options(dialog)["none"].click()
    assert [key for key, one in options(dialog).items() if one.isChecked()] == ["none"]
    options(dialog)["scoring"].toggle()  # as assistive technology does it
    assert [key for key, one in options(dialog).items() if one.isChecked()] == ["scoring"]
    options(dialog)["scoring"].click()
    assert not accept(dialog).isEnabled()


def test_the_answers_lead_to_the_gravest_outcome_with_its_reasons(make, planning, texts):
    dialog = make()
    assert go_through(dialog, planning, RISKY) == [
        "system", "prohibited", "product", "field", "exception", "contact",
    ]  # fmt: skip
    assert outcome(dialog) == texts("outcome.high_risk")
    said = says(dialog)
    assert "Personalauswahl und Personalsteuerung stehen in Anhang III." in said
    assert "Menschen müssen erfahren, dass sie mit einer KI sprechen" in said
    assert said.index("Anhang III") < said.index("Menschen müssen erfahren")
    assert "Rechtsstand 22.11.2026 · Hinweis, keine Rechtsberatung." in said


def test_what_is_kept_is_what_was_chosen(make, planning):
    dialog = make()
    go_through(dialog, planning, RISKY)
    accept(dialog).click()
    made = dialog.value()
    assert not dialog.isVisible()
    assert (made.outcome, made.made_on) == (Outcome.HIGH_RISK, TODAY)
    assert made.as_of == planning.precheck().as_of
    assert made.choices == RISKY


def test_back_keeps_the_answers_and_another_one_leads_elsewhere(make, planning, texts):
    dialog = make()
    go_through(dialog, planning, LOW)
    assert outcome(dialog) == texts("outcome.low")
    back = dialog.findChild(QPushButton, "back")
    for _ in LOW:
        assert back.isEnabled()
        back.click()
    assert not back.isEnabled()
    assert options(dialog)["yes"].isChecked()
    options(dialog)["no"].click()
    accept(dialog).click()
    assert outcome(dialog) == texts("outcome.low")
    assert dialog.value().choices == {"system": ("no",)}
    back.click()
    options(dialog)["yes"].click()
    assert go_through(dialog, planning, LOW) == [
        "system", "prohibited", "product", "field", "contact",
    ]  # fmt: skip


def test_a_provision_says_what_it_asks_when_it_is_clicked(make, planning):
    dialog = make()
    go_through(dialog, planning, RISKY)
    anchor = planning.legal().anchors["aiact.annex3"]
    link = dialog.findChild(QPushButton, f"anchor-{anchor.id}")
    assert link.accessibleName() == anchor.short
    assert anchor.asks not in says(dialog)
    link.click()
    assert anchor.asks in says(dialog)
    link.click()
    assert anchor.asks not in says(dialog)


@pytest.mark.parametrize("answers", [LOW, RISKY, {"system": ("yes",), "prohibited": ("scoring",)}])
def test_it_never_says_that_something_is_allowed(make, planning, answers):
    dialog = make()
    go_through(dialog, planning, answers)
    said = says(dialog).lower()
    assert not [word for word in ("zulässig", "konform", "erlaubt", "rechtssicher") if word in said]
    assert "keine rechtsberatung" in said


def test_one_made_before_opens_with_its_result(make, planning, texts):
    dialog = make()
    go_through(dialog, planning, RISKY)
    again = make(dialog.value())
    assert outcome(again) == texts("outcome.high_risk")
    assert again.findChild(QPushButton, "back").isEnabled()


def test_an_outdated_one_begins_anew_with_its_answers(make, planning):
    dialog = make()
    go_through(dialog, planning, RISKY)
    again = make(dialog.value(), as_of=date(2027, 5, 1))
    assert question_of(again, planning).id == "system"
    assert options(again)["yes"].isChecked()


def test_options_that_are_gone_are_asked_again(make, planning):
    gone = PrecheckResult(Outcome.LOW, planning.precheck().as_of, TODAY, ())
    other = replace(gone, chosen=(replace_choice("system", "gone"),))
    dialog = make(other)
    assert not accept(dialog).isEnabled()


def replace_choice(question, *option_ids):
    from kiassess.domain.precheck_result import PrecheckChoice

    return PrecheckChoice(question, option_ids)


def test_the_keyboard_alone_is_enough(make, planning, qtbot):
    dialog = make()
    qtbot.waitUntil(options(dialog)["yes"].hasFocus)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert question_of(dialog, planning).id == "prohibited"
    qtbot.waitUntil(options(dialog)["manipulation"].hasFocus)


def test_whoever_cannot_see_it_hears_question_help_and_options(make, planning):
    dialog = make()
    group = next(iter(options(dialog).values())).parent().parent()
    question = planning.precheck().questions[0]
    assert group.accessibleName() == question.text
    assert group.accessibleDescription() == question.help
    assert [one.accessibleName() for one in options(dialog).values()] == [
        option.text for option in question.options
    ]
