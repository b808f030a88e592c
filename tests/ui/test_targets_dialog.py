from dataclasses import replace

import pytest
from accessibility import nameless, tab_stops
from builders import UNKNOWN, make_item, make_questionnaire, open_assessment
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QTableView

from kiassess.domain.assessment import Answer, AnswerState
from kiassess.domain.errors import WorkspaceUnwritableError
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import SizeClass
from kiassess.ui.dialogs.target_field import TargetField
from kiassess.ui.dialogs.targets import TargetsDialog
from kiassess.ui.page_stack import PROFILE, QUESTIONS
from kiassess.ui.pages.profile_chart import View

PRESETS = dict.fromkeys(SizeClass, 3)
ITEMS = [
    make_item("a.one", "A", targets=PRESETS),
    make_item("a.two", "A", "B", targets=PRESETS),
    make_item("b.three", "B", targets=PRESETS),
    make_item("b.later", "C", targets=PRESETS, extents=frozenset({Extent.FULL})),
]
QUESTIONNAIRE = make_questionnaire(ITEMS, blocks=("A", "B", "C"))
ANSWERS = {"a.one": 1, "a.two": 2, "b.three": UNKNOWN}


@pytest.fixture
def make_dialog(qtbot, texts):
    def make(block="A", *, answers=ANSWERS, own=(), population=9_000, **facts):
        opened = open_assessment(QUESTIONNAIRE, answers, population=population, **facts)
        chosen = {
            item_id: replace(opened.answer(item_id), target=target)
            for item_id, target in dict(own).items()
        }
        opened = replace(opened, answers={**opened.answers, **chosen})
        dialog = TargetsDialog(opened, block, texts)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return make


def box(dialog, item_id):
    return dialog.findChild(QComboBox, f"target-{item_id}")


def shown(dialog):
    boxes = [b for b in dialog.findChildren(QComboBox) if b.objectName().startswith("target-")]
    return {b.objectName().removeprefix("target-"): b.currentData() for b in boxes}


def press(dialog, name):
    dialog.findChild(QPushButton, name).click()


def choose(dialog, item_id, level):
    field = box(dialog, item_id)
    field.setCurrentIndex(field.findData(level))


def choose_block(dialog, number):
    dialog.findChild(QComboBox, "block").setCurrentIndex(number)


def hint(dialog):
    return dialog.findChild(QLabel, "hint").text()


# --- what is shown


def test_the_questions_of_the_block_stand_with_their_targets(make_dialog):
    dialog = make_dialog("B", own={"a.two": 1})
    assert list(shown(dialog)) == ["b.three", "a.two"]
    assert shown(dialog) == {"b.three": None, "a.two": 1}
    assert dialog.value() == {}


def test_the_first_block_is_shown_unless_another_is_asked_for(make_dialog):
    for asked, name in (("", "Block A"), ("C", "Block C"), ("gone", "Block A")):
        dialog = make_dialog(asked)
        assert dialog.findChild(QComboBox, "block").currentText() == name


def test_a_block_without_questions_is_not_offered(make_dialog):
    dialog = make_dialog(extent=Extent.QUICK)
    blocks = dialog.findChild(QComboBox, "block")
    assert [blocks.itemText(row) for row in range(blocks.count())] == ["Block A", "Block B"]


def test_each_question_says_what_is_known_today(make_dialog):
    dialog = make_dialog("B")
    assert box(dialog, "a.two").accessibleName() == "Title of a.two"
    assert box(dialog, "a.two").accessibleDescription() == "Heute: 2 – Level 2 · Gewicht 1"
    assert box(dialog, "b.three").accessibleDescription() == "Heute: weiß nicht · Gewicht 2"


@pytest.mark.parametrize(("population", "first"), [(9_000, "default: 3"), (None, "no default")])
def test_the_default_of_the_size_class_is_named(make_dialog, population, first):
    assert box(make_dialog(population=population), "a.one").itemText(0) == first


def test_looking_at_another_block_opens_no_window(make_dialog):
    dialog = make_dialog()
    for number in (1, 2, 0):
        choose_block(dialog, number)
    QApplication.processEvents()
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    assert windows == [dialog]
    assert box(dialog, "a.two").isVisible()


# --- choosing


def test_a_level_for_all_fills_the_whole_block(make_dialog):
    dialog = make_dialog(own={"a.one": 0})
    press(dialog, "all-2")
    assert shown(dialog) == dialog.value() == {"a.one": 2, "a.two": 2}


def test_the_default_for_all_takes_own_targets_back(make_dialog):
    dialog = make_dialog(own={"a.one": 0})
    press(dialog, "all-default")
    assert shown(dialog) == {"a.one": None, "a.two": None}
    assert dialog.value() == {"a.one": None}


@pytest.mark.parametrize("level", [0, 1, 2, 3, 4])
def test_a_single_target_can_be_chosen(make_dialog, level):
    dialog = make_dialog()
    choose(dialog, "a.two", level)
    assert dialog.value() == {"a.two": level}


def test_what_was_changed_back_has_not_changed(make_dialog):
    dialog = make_dialog(own={"a.one": 2})
    press(dialog, "all-4")
    choose(dialog, "a.one", 2)
    choose(dialog, "a.two", None)
    assert dialog.value() == {}


def test_targets_are_kept_while_another_block_is_looked_at(make_dialog):
    dialog = make_dialog()
    press(dialog, "all-1")
    choose_block(dialog, 1)
    assert shown(dialog) == {"b.three": None, "a.two": 1}
    choose(dialog, "b.three", 2)
    choose_block(dialog, 0)
    assert dialog.value() == {"a.one": 1, "a.two": 1, "b.three": 2}


def test_scrolling_past_a_target_changes_nothing(make_dialog):
    dialog = make_dialog()
    field = box(dialog, "a.one")
    turn = QWheelEvent(
        QPointF(5, 5), field.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(field, turn)
    assert dialog.value() == {}


def test_only_what_the_user_chooses_is_announced(make_dialog, qtbot):
    dialog = make_dialog()
    field = dialog.findChild(TargetField)
    with qtbot.assertNotEmitted(field.chosen):
        field.show_value(2)
        field.show_value(None)
    with qtbot.waitSignal(field.chosen, timeout=0):
        field.box.setCurrentIndex(1)
    assert field.value() == 0


# --- what it means


def test_the_gap_is_shown_before_and_after(make_dialog):
    dialog = make_dialog()
    assert hint(dialog) == "Abstand zum Ziel: 1,5 Stufen"
    press(dialog, "all-2")
    assert hint(dialog) == "Abstand zum Ziel: 1,5 → 0,5 Stufen"
    choose(dialog, "a.one", 1)
    assert hint(dialog) == "Abstand zum Ziel: 1,5 → 0,0 Stufen"


def test_the_gap_is_that_of_the_block_shown(make_dialog):
    dialog = make_dialog()
    choose_block(dialog, 1)
    assert hint(dialog) == "Abstand zum Ziel: 1,0 Stufen"


def test_without_answers_there_is_no_gap_yet(make_dialog):
    assert hint(make_dialog(answers={})).startswith("Noch kein Abstand")


def test_a_first_target_makes_a_first_gap(make_dialog):
    dialog = make_dialog(population=None)
    assert hint(dialog).startswith("Noch kein Abstand")
    press(dialog, "all-3")
    assert hint(dialog) == "Abstand zum Ziel: – → 1,5 Stufen"


def test_the_quick_check_has_targets_and_no_numbers(make_dialog):
    dialog = make_dialog(extent=Extent.QUICK)
    press(dialog, "all-2")
    assert dialog.value() == {"a.one": 2, "a.two": 2}
    assert not any(character.isdigit() for character in hint(dialog))


def test_the_top_level_everywhere_is_discouraged_and_allowed(make_dialog, texts):
    dialog = make_dialog()
    choose(dialog, "a.one", 4)
    assert texts("targets.top") not in hint(dialog)
    choose(dialog, "a.two", 4)
    assert texts("targets.top") in hint(dialog)
    assert dialog.findChild(QPushButton, "accept").isEnabled()
    press(dialog, "all-3")
    assert texts("targets.top") not in hint(dialog)


# --- by keyboard and at every size


def test_every_control_has_a_name(make_dialog):
    assert nameless(make_dialog()) == []


def test_tab_goes_down_the_dialog_also_in_another_block(make_dialog):
    dialog = make_dialog()
    choose_block(dialog, 1)
    choose_block(dialog, 0)
    QApplication.processEvents()  # the new questions appear
    assert tab_stops(dialog.findChild(QComboBox, "block")) == [
        "block", "all-default", "all-1", "all-2", "all-3", "all-4",
        "target-a.one", "target-a.two", "accept", "reject",
    ]  # fmt: skip


def test_a_target_is_chosen_and_applied_by_key(make_dialog, qtbot):
    dialog = make_dialog()
    box(dialog, "a.one").setFocus()
    qtbot.keyClick(box(dialog, "a.one"), Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.accepted, timeout=0):
        qtbot.keyClick(box(dialog, "a.one"), Qt.Key.Key_Return)
    assert dialog.value() == {"a.one": 0}


@pytest.mark.parametrize("percent", [100, 200])
def test_it_scrolls_only_down_at_every_text_size(make_dialog, appearance, settings, qtbot, percent):
    settings.font_scale = percent
    appearance.apply()
    dialog = make_dialog()
    sideways = dialog._page.horizontalScrollBar()
    qtbot.waitUntil(lambda: sideways.maximum() == 0)
    assert dialog.width() <= dialog.screen().availableSize().width()


def test_asking_hands_over_what_was_changed_or_nothing(qtbot, texts):
    opened = open_assessment(QUESTIONNAIRE, ANSWERS)

    def finish(name):
        dialog = QApplication.activeModalWidget()
        press(dialog, "all-2")
        press(dialog, name)

    QTimer.singleShot(0, lambda: finish("accept"))
    wanted = {"b.three": 2, "a.two": 2}
    assert TargetsDialog.ask(None, texts, opened, "B") == wanted
    QTimer.singleShot(0, lambda: finish("reject"))
    assert TargetsDialog.ask(None, texts, opened) == {}


# --- the session


def test_a_session_keeps_all_targets_and_tells_once(qtbot, town_session, workspace):
    before = town_session.profile()
    wanted = {item.id: 1 for item in town_session.current.items()[:3]}
    with qtbot.waitSignals([town_session.facts_changed, town_session.saved], timeout=0):
        assert town_session.set_targets(wanted)
    kept = {item_id: town_session.current.answer(item_id).target for item_id in wanted}
    assert kept == wanted
    assert town_session.profile() != before
    assert workspace.db.execute("SELECT count(*) FROM journal").fetchone() == (3,)


def test_targets_that_cannot_be_saved_are_told_and_nothing_changes(qtbot, town_session, workspace):
    before = town_session.current
    workspace.db.execute("PRAGMA query_only = ON")
    with (
        qtbot.assertNotEmitted(town_session.facts_changed),
        qtbot.waitSignal(town_session.failed, timeout=0) as failed,
    ):
        assert not town_session.set_targets({before.items()[0].id: 1})
    assert isinstance(failed.args[0], WorkspaceUnwritableError)
    assert town_session.current == before


def test_an_answer_not_saved_yet_is_saved_before_the_targets(qtbot, town_session, workspace):
    item = town_session.current.items()[0]
    workspace.db.execute("PRAGMA query_only = ON")
    with qtbot.waitSignal(town_session.failed, timeout=0):
        town_session.save(Answer(item.id, AnswerState.ANSWERED, 2))
    workspace.db.execute("PRAGMA query_only = OFF")
    assert town_session.set_targets({item.id: 1})
    assert not town_session.has_unsaved
    assert town_session.current.answer(item.id) == Answer(
        item.id, AnswerState.ANSWERED, 2, target=1
    )


def test_without_an_assessment_there_are_no_targets(session):
    assert not session.set_targets({})


# --- the window


@pytest.fixture
def example_window(window, session):
    """The main window with the example open."""
    assert session.open_example()
    return window


def test_the_menu_sets_targets_and_both_pages_show_them(example_window, session):
    pages = example_window.pages
    pages.show_page(QUESTIONS)
    block = session.current.questionnaire.blocks[0]
    item = next(i for i in session.current.items() if i.primary_block == block.id)
    pages.questions.show_item(item.id)
    pages.questions.show_details()
    chosen = pages.questions.findChild(QComboBox, "target")
    assert chosen.currentData() != 0
    pages.show_page(PROFILE)
    before = session.profile().blocks[0].scored.target

    def finish():
        dialog = QApplication.activeModalWidget()
        press(dialog, "all-1")
        choose(dialog, item.id, 0)
        press(dialog, "accept")

    QTimer.singleShot(0, finish)
    example_window.menus.targets.trigger()
    after = session.profile().blocks[0].scored.target
    assert after < 1 < before
    assert session.current.answer(item.id).target == chosen.currentData() == 0
    pages.profile.show_view(View.TABLE)
    model = pages.profile.findChildren(QTableView)[0].model()
    row = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert session.texts.number(after) in row


def test_answering_on_keeps_the_new_target(example_window, session):
    pages = example_window.pages
    pages.show_page(QUESTIONS)
    item = session.current.items()[0]
    pages.questions.show_item(item.id)
    assert session.set_targets({item.id: 1})
    pages.questions.choose(4)
    answer = session.current.answer(item.id)
    assert (answer.level, answer.target) == (4, 1)


def test_cancelling_changes_nothing(example_window, session):
    before = session.current

    def finish():
        dialog = QApplication.activeModalWidget()
        press(dialog, "all-1")
        press(dialog, "reject")

    QTimer.singleShot(0, finish)
    example_window.menus.targets.trigger()
    assert session.current == before


def test_targets_need_an_assessment(window, session):
    assert not window.menus.targets.isEnabled()
    assert session.open_example()
    assert window.menus.targets.isEnabled()
