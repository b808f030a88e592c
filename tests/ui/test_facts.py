from datetime import date

import pytest
from accessibility import nameless
from builders import NOT_APPLICABLE, make_item, make_questionnaire, open_assessment
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDateEdit,
    QFrame,
    QLabel,
    QPushButton,
    QRadioButton,
    QSpinBox,
)

from kiassess.domain.assessment import AiInUse, Facts
from kiassess.domain.kinds import Extent, NotApplicableRule
from kiassess.ui.dialogs.facts import FactsDialog

QUESTIONNAIRE = make_questionnaire(
    [
        make_item("a.always", not_applicable=NotApplicableRule.WITH_REASON),
        make_item("a.rules", not_applicable=NotApplicableRule.WHILE_NO_AI),
        make_item(
            "a.register",
            not_applicable=NotApplicableRule.WHILE_NO_AI,
            extents=frozenset({Extent.FULL}),
        ),
    ]
)


@pytest.fixture
def make_dialog(qtbot, texts):
    def make(answers=(), **facts):
        opened = open_assessment(QUESTIONNAIRE, dict.fromkeys(answers, NOT_APPLICABLE), **facts)
        dialog = FactsDialog(texts, opened)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return make


def radio(dialog, name):
    return dialog.findChild(QRadioButton, name)


def notice(dialog):
    shown = dialog.findChild(QFrame, "notice").isVisible()
    return dialog.findChild(QLabel, "answer-again").text() if shown else ""


def test_the_present_facts_are_shown(make_dialog):
    dialog = make_dialog(population=9_000, ai_in_use=AiInUse.NO)
    assert dialog.value() == Facts(Extent.FULL, date(2026, 3, 2), AiInUse.NO, 9_000)


def test_what_is_not_known_stays_unknown(make_dialog):
    assert make_dialog().value() == Facts(Extent.FULL, date(2026, 3, 2), None, None)


def test_everything_can_be_changed(make_dialog, qtbot):
    dialog = make_dialog(population=9_000, ai_in_use=AiInUse.NO)
    radio(dialog, "extent-quick").click()
    radio(dialog, "ai-unknown").click()
    population = dialog.findChild(QSpinBox, "population")
    population.selectAll()
    qtbot.keyClicks(population, "5100")
    day = dialog.findChild(QDateEdit, "round-date")
    day.setFocus()
    qtbot.keyClick(day, Qt.Key.Key_Up)
    expected = Facts(Extent.QUICK, date(2026, 3, 3), AiInUse.UNKNOWN, 5_100)
    assert dialog.value() == expected


def test_an_extent_that_asks_no_less_is_offered_only_where_it_is_in_use(qtbot, texts):
    same = make_questionnaire([make_item("a.one")])
    shown = {}
    for extent in (Extent.FULL, Extent.SMALL):
        dialog = FactsDialog(texts, open_assessment(same, {}, extent=extent))
        qtbot.addWidget(dialog)
        assert dialog.value().extent is extent
        shown[extent] = radio(dialog, "extent-small").isVisibleTo(dialog)
    assert shown == {Extent.FULL: False, Extent.SMALL: True}


def test_using_ai_means_answering_some_questions_again(make_dialog):
    dialog = make_dialog(("a.always", "a.rules", "a.register"), ai_in_use=AiInUse.NO)
    assert notice(dialog) == ""
    before = dialog.height()
    radio(dialog, "ai-yes").click()
    assert "Title of a.rules, Title of a.register" in notice(dialog)
    assert "a.always" not in notice(dialog)
    assert dialog.height() > before
    radio(dialog, "ai-unknown").click()
    assert notice(dialog) == ""


def test_only_questions_that_are_asked_count(make_dialog):
    dialog = make_dialog(("a.rules", "a.register"), ai_in_use=AiInUse.NO)
    radio(dialog, "ai-yes").click()
    radio(dialog, "extent-quick").click()
    assert "a.register" not in notice(dialog)


def test_the_size_class_follows_the_population(make_dialog, qtbot, texts):
    dialog = make_dialog(population=9_000)
    dialog.findChild(QSpinBox, "population").setValue(20_001)
    assert texts("size.large") in dialog.findChild(QLabel, "size-class").text()


def test_asking_hands_over_what_is_shown_or_nothing(qtbot, texts):
    opened = open_assessment(QUESTIONNAIRE, {}, population=100)

    def press(name):
        dialog = QApplication.activeModalWidget()
        qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, lambda: press("accept"))
    assert FactsDialog.ask(None, texts, opened) == Facts(Extent.FULL, date(2026, 3, 2), None, 100)
    QTimer.singleShot(0, lambda: press("reject"))
    assert FactsDialog.ask(None, texts, opened) is None


def test_every_control_has_a_name(make_dialog):
    assert nameless(make_dialog()) == []


def test_what_has_to_be_answered_again_scrolls_into_sight(make_dialog, qtbot):
    dialog = make_dialog(("a.rules",), ai_in_use=AiInUse.NO)
    dialog.setMaximumHeight(200)
    radio(dialog, "ai-yes").click()
    card = dialog.findChild(QFrame, "notice")
    qtbot.waitUntil(lambda: card.visibleRegion().boundingRect() == card.rect())
