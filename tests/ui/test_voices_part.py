"""Several voices on the page with the questions: side by side, agreed on, found in the list."""

import pytest
from accessibility import nameless
from builders import NOT_APPLICABLE, OPEN, UNKNOWN
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from said import give_voices, make_voice

from kiassess import paths
from kiassess.domain.assessment import Answer, AnswerState, Confidence
from kiassess.ui.icons import Icons
from kiassess.ui.models.items_model import ItemFilter, ItemsModel, StateFilter
from kiassess.ui.pages.questions import QuestionsPage
from kiassess.ui.widgets.pick_table import PickTable

FIRST, SECOND, THIRD = "data.inventory", "data.strategy", "data.ownership"
ENTER = [Qt.Key.Key_Return, Qt.Key.Key_Enter]


@pytest.fixture
def page(qtbot, appearance, town_session, workspace):
    items = [item.id for item in town_session.current.items()]
    assert items[:3] == [FIRST, SECOND, THIRD]
    give_voices(
        town_session,
        workspace,
        make_voice("Hauptamt", FIRST, 1, note="Liste von 2023"),
        make_voice("IT-Stelle", FIRST, 3, confidence=Confidence.SURE),
        make_voice("Personalrat", FIRST, UNKNOWN),
        make_voice("Hauptamt", SECOND, 2, note="So ist es"),
        make_voice("Hauptamt", THIRD, 2),
        make_voice("IT-Stelle", THIRD, 3),
    )
    page = QuestionsPage(town_session, appearance, Icons(paths.bundled().icons))
    page.resize(1200, 900)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.show_item(FIRST)
    return page


def part(page):
    return page.findChild(QWidget, "voices-part")


def sentence(page):
    return page.findChild(QLabel, "voices-sentence").text()


def table(page):
    return page.findChild(PickTable, "voices")


def rows(page):
    model: QAbstractItemModel = table(page).model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def adopt(page):
    return page.findChild(QPushButton, "adopt")


def stored(session, item_id):
    """The answer that counts and whether it is agreed, read anew."""
    assert session.open(session.current.assessment.id)
    return session.current.answer(item_id), item_id in session.current.agreed


def test_voices_stand_side_by_side(page, texts):
    assert part(page).isVisible()
    assert sentence(page) == "3 Stimmen: Stufe 1 bis 3, einmal „weiß nicht“. Klärungsbedarf."
    assert rows(page) == [
        ["Hauptamt", "1 – Erste Ansätze", "–", "02.03.2026", "Liste von 2023"],
        ["IT-Stelle", "3 – Umgesetzt", "sicher", "02.03.2026", "–"],
        ["Personalrat", "weiß nicht", "–", "02.03.2026", "–"],
    ]
    assert nameless(part(page)) == []


def test_where_nobody_was_asked_nothing_is_shown(page, town_session):
    page.show_item(town_session.current.items()[5].id)
    assert not part(page).isVisible()


@pytest.mark.parametrize("way", ["button", *ENTER])
def test_taking_a_voice_over_is_agreeing_and_asks_why(page, qtbot, town_session, way):
    table(page).pick_row(1)
    if way == "button":
        adopt(page).click()
    else:
        table(page).setFocus()
        qtbot.keyClick(table(page), way)
    assert page.item_id == FIRST  # Enter has not led on
    assert QApplication.focusWidget().objectName() == "note"
    assert sentence(page).startswith("Abgestimmt: Stufe 3. 3 Stimmen")
    qtbot.keyClicks(QApplication.focusWidget(), "so vereinbart")
    page.flush()
    answer, agreed = stored(town_session, FIRST)
    assert (answer.level, answer.note, agreed) == (3, "so vereinbart", True)


def test_choosing_any_level_by_hand_is_agreeing_too(page, town_session):
    page.choose(0)
    assert sentence(page).startswith("Abgestimmt: Stufe 0.")
    assert stored(town_session, FIRST) == (Answer(FIRST, AnswerState.ANSWERED, 0), True)


def test_the_only_voice_counts_and_is_agreed_when_it_is_chosen_again(page, qtbot, town_session):
    page.show_item(SECOND)
    chosen = page.findChild(QRadioButton, "choice-2")
    assert chosen.isChecked()
    assert sentence(page) == "Eine Stimme: Stufe 2."
    with qtbot.waitSignal(town_session.answer_saved, timeout=0):
        chosen.click()
    answer, agreed = stored(town_session, SECOND)
    assert (answer.level, answer.note, agreed) == (2, "So ist es", True)


def test_a_note_alone_agrees_on_nothing(page, qtbot, town_session):
    page.show_item(SECOND)
    page.show_details()
    note = page.findChild(QPlainTextEdit, "note")
    qtbot.keyClicks(note, "Offen: ")
    page.flush()
    assert sentence(page) == "Eine Stimme: Stufe 2."
    assert note.toPlainText().startswith("Offen: ")
    answer, agreed = stored(town_session, SECOND)
    assert (answer.level, answer.note, agreed) == (2, "Offen: So ist es", False)


def test_what_was_agreed_can_be_taken_back(page, town_session):
    adopt(page).click()
    town_session.undo()
    assert sentence(page).endswith("Klärungsbedarf.")
    assert not town_session.current.answer(FIRST).touched
    page.choose(2)
    assert sentence(page).startswith("Abgestimmt: Stufe 2.")


def test_a_voice_without_a_level_cannot_be_taken_over(page, town_session, workspace, qtbot):
    give_voices(town_session, workspace, make_voice("Hauptamt", FIRST, OPEN, note="?"))
    page.show_item(FIRST)
    table(page).pick_row(0)
    assert not adopt(page).isEnabled()
    with qtbot.assertNotEmitted(town_session.answer_saved):
        qtbot.keyClick(table(page), Qt.Key.Key_Return)
    table(page).pick_row(1)
    assert adopt(page).isEnabled()


def test_does_not_apply_is_taken_over_where_it_is_allowed(page, town_session, workspace):
    voice = make_voice("Hauptamt", "legal.dpia", NOT_APPLICABLE, reason="keine KI im Haus")
    elsewhere = make_voice("Hauptamt", "data.access", NOT_APPLICABLE, reason="geht nicht")
    give_voices(town_session, workspace, voice, elsewhere)
    page.show_item("data.access")
    assert not adopt(page).isEnabled()
    page.show_item("legal.dpia")
    adopt(page).click()
    answer, agreed = stored(town_session, "legal.dpia")
    assert (answer.state, answer.reason, agreed) == (
        AnswerState.NOT_APPLICABLE, "keine KI im Haus", True
    )  # fmt: skip


def test_reading_only_offers_nothing(page):
    page._card.set_editable(False)
    assert not adopt(page).isEnabled()


def filters(page):
    box = page.findChild(QComboBox, "filter")
    return [box.itemText(row) for row in range(box.count())]


def test_the_list_is_filtered_by_what_needs_clarifying(page, town_session):
    names = filters(page)
    box = page.findChild(QComboBox, "filter")
    model = page.findChild(QListView, "items").model()
    for start, found in (("Needs clarifying", [FIRST]), ("Still to be", [FIRST, THIRD])):
        box.setCurrentIndex(next(row for row, name in enumerate(names) if name.startswith(start)))
        assert [item.id for item in model.listed()] == found


def test_without_voices_there_is_no_such_filter(qtbot, appearance, town_session):
    page = QuestionsPage(town_session, appearance, Icons(paths.bundled().icons))
    qtbot.addWidget(page)
    assert not any(name.startswith(("Needs", "Still")) for name in filters(page))


def test_what_differs_has_a_mark_of_its_own_and_words(page, town_session, texts):
    model = page.findChild(QListView, "items").model()
    icons = {
        item_id: model.index_of(item_id).data(Qt.ItemDataRole.DecorationRole).cacheKey()
        for item_id in (FIRST, SECOND, THIRD, "data.access")
    }
    assert icons[FIRST] == icons[THIRD]
    assert len(set(icons.values())) == 3
    spoken = model.index_of(FIRST).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(", Klärungsbedarf")
    page.choose(2)
    agreed = model.index_of(FIRST).data(Qt.ItemDataRole.AccessibleTextRole)
    assert agreed.endswith(", Stufe 2")


def test_agreed_questions_leave_the_filter(town_session, page, texts, qtmodeltester):
    model = ItemsModel(texts)
    page.choose(2)
    model.set_assessment(town_session.current)
    model.set_filter(ItemFilter(StateFilter.AGREE))
    assert [item.id for item in model.listed()] == [THIRD]
    qtmodeltester.check(model)
