from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QGroupBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
)

from kiassess import paths
from kiassess.domain.assessment import AiInUse, Answer, AnswerState
from kiassess.ui.icons import Icons
from kiassess.ui.models.choices import NOT_APPLICABLE, UNKNOWN
from kiassess.ui.models.items_model import ItemFilter, ItemsModel, StateFilter
from kiassess.ui.pages.questions import QuestionsPage


@pytest.fixture
def page(qtbot, appearance, town_session):
    page = QuestionsPage(town_session, appearance, Icons(paths.bundled().icons))
    page.resize(1200, 800)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def choice(page, number):
    return page.findChild(QRadioButton, f"choice-{number}")


def stored(session, item_id):
    """What the workspace says, read anew."""
    assert session.open(session.current.assessment.id)
    return session.current.answer(item_id)


def title(page):
    return next(w.text() for w in page.findChildren(object, "item-title"))


def type_text(widget, text):
    """Typing with umlauts, as an input method commits it."""
    widget.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def test_the_first_open_question_is_shown(page, town_session):
    assert title(page) == town_session.current.items()[0].title


def test_clicking_a_level_is_on_disk_when_the_signal_has_been_handled(page, qtbot, town_session):
    item = town_session.current.items()[0]
    with qtbot.waitSignal(town_session.answer_saved, timeout=0):
        choice(page, 3).click()
    assert stored(town_session, item.id) == Answer(item.id, AnswerState.ANSWERED, 3)


def test_a_level_toggled_by_assistive_technology_is_saved(page, qtbot, town_session):
    interface = QAccessible.queryAccessibleInterface(choice(page, 3))
    actions = interface.actionInterface()
    with qtbot.waitSignal(town_session.answer_saved, timeout=0) as saved:
        actions.doAction(actions.toggleAction())
    assert saved.args[0].level == 3


def test_the_whole_card_is_clickable(page, qtbot, town_session):
    card = choice(page, 1).parentWidget()
    with qtbot.waitSignal(town_session.answer_saved, timeout=0) as saved:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().center())
    assert saved.args[0].level == 1


@pytest.mark.parametrize(
    ("key", "state", "level"),
    [
        (Qt.Key.Key_0, AnswerState.ANSWERED, 0),
        (Qt.Key.Key_4, AnswerState.ANSWERED, 4),
        (Qt.Key.Key_W, AnswerState.UNKNOWN, None),
    ],
)
def test_keys_choose(page, qtbot, town_session, key, state, level):
    page.focus_content()
    with qtbot.waitSignal(town_session.answer_saved, timeout=0) as saved:
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert (saved.args[0].state, saved.args[0].level) == (state, level)


def test_arrow_keys_move_within_the_radio_group(page, qtbot, town_session):
    choice(page, 1).setFocus()
    choice(page, 1).click()
    qtbot.keyClick(choice(page, 1), Qt.Key.Key_Down)
    assert choice(page, 2).isChecked()
    assert town_session.current.answer(town_session.current.items()[0].id).level == 2


def test_enter_goes_on_and_page_up_goes_back(page, qtbot, town_session):
    items = town_session.current.items()
    page.focus_content()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert title(page) == items[1].title
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert title(page) == items[2].title
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp)
    assert title(page) == items[1].title


def test_digits_typed_into_a_text_do_not_choose_a_level(page, qtbot, town_session):
    page.show_details()
    note = page.findChild(QPlainTextEdit, "note")
    with qtbot.waitSignal(town_session.answer_saved):
        qtbot.keyClicks(note, "3 w n k")
    answer = town_session.current.answer(town_session.current.items()[0].id)
    assert (answer.state, answer.note) == (AnswerState.OPEN, "3 w n k")


def test_a_note_with_umlauts_is_saved_when_the_question_is_left(page, town_session):
    item = town_session.current.items()[0]
    page.show_details()
    type_text(page.findChild(QPlainTextEdit, "note"), "Größtes Ärgernis: 3 €")
    page.go_on()
    assert stored(town_session, item.id).note == "Größtes Ärgernis: 3 €"


def test_showing_a_question_is_not_answering_it(page, qtbot, town_session):
    with qtbot.assertNotEmitted(town_session.answer_saved):
        for item in town_session.current.items():
            page.show_item(item.id)
        page.flush()


def test_does_not_apply_counts_from_the_reason_on(page, qtbot, town_session):
    page.show_item("legal.dpia")
    choice(page, 2).click()
    with qtbot.assertNotEmitted(town_session.answer_saved):
        choice(page, NOT_APPLICABLE).click()
    reason = page.findChild(QLineEdit, "reason")
    assert reason.hasFocus()
    assert town_session.current.answer("legal.dpia").level == 2
    with qtbot.waitSignal(town_session.answer_saved) as saved:
        qtbot.keyClicks(reason, "keine KI im Haus")
    assert saved.args[0].state is AnswerState.NOT_APPLICABLE
    assert saved.args[0].reason == "keine KI im Haus"


def test_does_not_apply_is_offered_only_where_the_questionnaire_allows_it(page):
    page.show_item("data.access")
    assert not choice(page, NOT_APPLICABLE).isVisibleTo(page)
    page.show_item("legal.dpia")
    assert choice(page, NOT_APPLICABLE).isVisibleTo(page)


def test_does_not_apply_cannot_be_chosen_once_ai_is_in_use(page, town_session):
    town_session.change_facts(replace(town_session.current.assessment.facts, ai_in_use=AiInUse.YES))
    page.show_item("legal.dpia")
    assert not choice(page, NOT_APPLICABLE).isEnabled()


def test_details_are_saved_at_once(page, qtbot, town_session):
    page.show_details()
    evidence = page.findChild(QComboBox, "evidence")
    with qtbot.waitSignal(town_session.answer_saved, timeout=0) as saved:
        evidence.setFocus()
        qtbot.keyClick(evidence, Qt.Key.Key_Down)
    assert saved.args[0].evidence.type == "none"


@pytest.mark.parametrize(
    "nonsense", ["2026-02-30", "12.05.20x6", "1.2.20266", "gestern", "01.01.0001"]
)
def test_an_unreadable_date_never_becomes_another_one(page, town_session, qtbot, nonsense):
    item = town_session.current.items()[0]
    page.show_details()
    day = page.findChild(QLineEdit, "date")
    for typed in ("5.3.2026", nonsense):
        day.setFocus()
        day.selectAll()
        qtbot.keyClicks(day, typed)
        page.flush()
    assert str(stored(town_session, item.id).evidence.dated) == "2026-03-05"


def test_an_emptied_date_is_gone(page, town_session, qtbot):
    item = town_session.current.items()[0]
    page.show_details()
    day = page.findChild(QLineEdit, "date")
    qtbot.keyClicks(day, "5.3.2026")
    page.flush()
    day.selectAll()
    qtbot.keyClick(day, Qt.Key.Key_Delete)
    page.flush()
    assert stored(town_session, item.id).evidence.dated is None


def test_after_a_note_keys_answer_again(page, town_session, qtbot):
    items = town_session.current.items()
    page.focus_content()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_K)
    qtbot.keyClicks(QApplication.focusWidget(), "abc")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_4)
    first, second = (town_session.current.answer(item.id) for item in items[:2])
    assert (first.level, first.note) == (2, "abc")
    assert (second.level, second.note) == (4, "")


def test_the_next_open_question_starts_again_at_the_top(page, town_session):
    items = town_session.current.items()
    for item in items[1:]:
        page.show_item(item.id)
        page.choose(1)
    page.go_to_next_open()
    assert title(page) == items[0].title
    page.choose(1)
    assert not page.findChild(QPushButton, "next-open").isEnabled()


def test_after_the_last_question_comes_the_profile(page, qtbot, town_session):
    page.show_item(town_session.current.items()[-1].id)
    with qtbot.waitSignal(page.profile_requested, timeout=0):
        page.findChild(QPushButton, "next").click()


def test_search_finds_umlauts_written_out(page, qtbot):
    search = page.findChild(QLineEdit, "search")
    page.focus_search()
    qtbot.keyClicks(search, "ablaeufe")
    model = page.findChild(QListView, "items").model()
    assert [item.id for item in model.listed()] == ["infra.processes"]


def test_the_list_folds_away_in_a_narrow_window(page, qtbot):
    page.resize(700, 700)
    items = page.findChild(QListView, "items")
    assert not items.isVisibleTo(page)
    page.focus_search()
    assert items.isVisibleTo(page)


def test_choosing_in_the_list_shows_the_question(page, town_session):
    view = page.findChild(QListView, "items")
    index = view.model().index_of("strat.vision")
    view.setCurrentIndex(index)
    assert title(page) == town_session.current.questionnaire.item("strat.vision").title


def test_the_radio_group_carries_the_question(page, town_session):
    item = town_session.current.items()[0]
    group = next(g for g in page.findChildren(QGroupBox) if g.accessibleName() == item.question)
    assert QAccessible.queryAccessibleInterface(group).role() == QAccessible.Role.Grouping
    spoken = QAccessible.queryAccessibleInterface(choice(page, 2))
    assert "2: In Teilen geregelt" in spoken.text(QAccessible.Text.Name)
    assert spoken.text(QAccessible.Text.Description) == item.levels[2]


def test_reading_only_shows_answers_that_cannot_be_changed(page, town_session, qtbot):
    page.choose(UNKNOWN)
    page._card.set_editable(False)
    with qtbot.assertNotEmitted(town_session.answer_saved):
        page.choose(1)
    assert choice(page, UNKNOWN).isChecked()


def test_items_model(town_session, texts, qtmodeltester):
    model = ItemsModel(texts)
    model.set_assessment(town_session.current)
    qtmodeltester.check(model)
    assert len(model.listed()) == 86


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ItemFilter(StateFilter.OPEN), 84),
        (ItemFilter(StateFilter.UNKNOWN), 1),
        (ItemFilter(role="PERS"), 8),
        (ItemFilter(search="zielbild"), 2),
        (ItemFilter(search="gibt es nicht"), 0),
    ],
    ids=["open", "unknown", "role", "search", "nothing"],
)
def test_items_are_filtered(town_session, texts, wanted, found):
    items = town_session.current.items()
    town_session.save(Answer(items[0].id, AnswerState.ANSWERED, 1))
    town_session.save(Answer(items[1].id, AnswerState.UNKNOWN))
    model = ItemsModel(texts)
    model.set_assessment(town_session.current)
    model.set_filter(wanted)
    assert len(model.listed()) == found


def test_the_state_of_a_question_is_told_in_words(town_session, texts):
    item = town_session.current.items()[0]
    town_session.save(Answer(item.id, AnswerState.ANSWERED, 3))
    model = ItemsModel(texts)
    model.set_assessment(town_session.current)
    spoken = model.index_of(item.id).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{item.title}, Stufe 3"
