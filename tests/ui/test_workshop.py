"""The workshop: hidden votes, the agreed level, notes, the clock, all by keyboard."""

from datetime import date

import pytest
from accessibility import nameless, tab_stops
from builders import UNKNOWN
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
)
from said import give_voices, make_voice, with_voices
from towns import small_town

from kiassess.domain.assessment import Answer, AnswerState, NewAssessment
from kiassess.domain.workshop import Agenda, agenda_items, seats
from kiassess.ui.dialogs.workshop import WorkshopDialog
from kiassess.ui.dialogs.workshop_memory import WorkshopMemory
from kiassess.ui.dialogs.workshop_start import WorkshopPlan, WorkshopStartDialog
from kiassess.ui.widgets.bars import Bars
from kiassess.ui.widgets.stop_watch import StopWatch
from kiassess.ui.widgets.vote_box import VoteBox

from .conftest import ROUND, TOWN

TODAY = date(2026, 11, 22)
AGREED_ON = "Abgestimmt im Workshop am 22.11.2026."
VOICES = (
    make_voice("Anna", "infra.one", 1),
    make_voice("Ben", "infra.one", 3),
    make_voice("Anna", "strat.one", 2, note="Von Anna"),
)


@pytest.fixture
def show(qtbot, texts, appearance):
    def shown(*items, names="Anna, Ben, Carla", count=0, given=None, **facts):
        opened = with_voices(small_town({} if given is None else given), *VOICES)
        wanted = items or ("infra.one", "strat.one", "strat.two")
        dialog = WorkshopDialog(
            opened,
            [opened.questionnaire.item(item_id) for item_id in wanted],
            seats(names, count, "Platz {n}"),
            texts,
            today=TODAY,
            **facts,
        )
        qtbot.addWidget(dialog)
        dialog.given = []
        dialog.answered.connect(dialog.given.append)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return shown


def press(qtbot, *keys):
    """Type into whatever has the focus, as the moderator does."""
    for key in keys:
        if isinstance(key, str):
            qtbot.keyClicks(QApplication.focusWidget(), key)
        else:
            qtbot.keyClick(QApplication.focusWidget(), key)


def boxes(dialog):
    return [dialog.findChild(VoteBox, f"vote-{n}") for n in range(3)]


def text(dialog, name):
    return dialog.findChild(QLabel, name).text()


def note(dialog):
    return dialog.findChild(QPlainTextEdit, "note")


def choice(dialog, number):
    return dialog.findChild(QRadioButton, f"choice-{number}")


ENTER, PAGE_UP, PAGE_DOWN = Qt.Key.Key_Return, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown


# --- voting


def test_votes_are_hidden_until_all_are_shown_together(show, qtbot):
    dialog = show()
    assert QApplication.focusWidget() is boxes(dialog)[0]
    press(qtbot, "1", "3")
    assert [box.displayText() for box in boxes(dialog)] == ["●", "●", ""]
    assert not dialog.findChild(Bars).isVisible()
    press(qtbot, "w")
    assert QApplication.focusWidget().objectName() == "reveal"
    press(qtbot, ENTER)
    assert [box.displayText() for box in boxes(dialog)] == ["1", "3", "W"]
    assert dialog.findChild(Bars).isVisible()
    assert text(dialog, "votes-sentence") == (
        "3 Stimmen: Stufe 1 bis 3, einmal „weiß nicht“. Klärungsbedarf."
    )
    assert dialog.given == []  # a vote is no answer


def test_a_hidden_vote_is_not_told_to_assistive_technology(show, qtbot):
    dialog = show()
    press(qtbot, "3")
    spoken = QAccessible.queryAccessibleInterface(boxes(dialog)[0])
    assert spoken.text(QAccessible.Text.Name) == "Anna"
    assert "3" not in spoken.text(QAccessible.Text.Value)
    assert spoken.textInterface() is None or "3" not in spoken.textInterface().text(0, 1)


def test_the_bars_are_said_in_words(show, qtbot):
    dialog = show()
    press(qtbot, "2", "2", "w", ENTER)
    assert dialog.findChild(Bars).accessibleDescription() == (
        "Level 0: 0, Level 1: 0, Level 2: 2, Level 3: 0, Level 4: 0, weiß nicht: 1"
    )


def test_nothing_but_a_vote_can_be_typed(show, qtbot):
    dialog = show()
    press(qtbot, "5", "x", "n", "k", " ")
    assert boxes(dialog)[0].text() == ""
    assert dialog.given == []


def test_a_vote_is_corrected_by_typing_again(show, qtbot):
    dialog = show()
    press(qtbot, "1")
    boxes(dialog)[0].setFocus()
    press(qtbot, "4")
    assert boxes(dialog)[0].sign() == "4"
    boxes(dialog)[0].setFocus()
    press(qtbot, Qt.Key.Key_Backspace)
    assert boxes(dialog)[0].sign() == ""


def test_whoever_is_missing_holds_nobody_up(show, qtbot):
    dialog = show()
    press(qtbot, "1", ENTER)
    assert text(dialog, "votes-sentence") == "Eine Stimme: Stufe 1."


def test_without_a_vote_there_is_nothing_to_show(show, qtbot):
    dialog = show()
    assert not dialog.findChild(QPushButton, "reveal").isEnabled()
    press(qtbot, ENTER)
    assert dialog.item_id == "strat.one"  # Enter leads on


def test_another_vote_on_the_same_question(show, qtbot):
    dialog = show()
    press(qtbot, "1", "2", "3", ENTER)
    dialog.findChild(QPushButton, "again").click()
    assert [box.text() for box in boxes(dialog)] == ["", "", ""]
    assert boxes(dialog)[0].hasFocus()
    press(qtbot, "2")
    assert boxes(dialog)[0].displayText() == "●"


def test_votes_seen_are_told_with_their_names(show, qtbot):
    dialog = show()
    with qtbot.waitSignal(dialog.votes_revealed, timeout=0) as told:
        press(qtbot, "1", "w", ENTER)
        press(qtbot, ENTER)
    item_id, votes = told.args
    assert item_id == "infra.one"
    assert votes == {
        "Anna": Answer(item_id, AnswerState.ANSWERED, 1),
        "Ben": Answer(item_id, AnswerState.UNKNOWN),
    }


def test_what_was_said_before_is_shown_only_when_those_present_have_voted(show, qtbot):
    dialog = show()
    before = dialog.findChild(QLabel, "voices")
    assert not before.isVisible()
    press(qtbot, "1", "2", "2", ENTER)
    assert before.isVisible()
    assert before.text() == "Vor dem Workshop: Anna: 1 · Ben: 3"


# --- agreeing


def test_after_the_votes_a_digit_is_the_agreed_level(show, qtbot):
    dialog = show()
    press(qtbot, "1", "3", "2", ENTER, "2")
    assert dialog.given == [Answer("infra.one", AnswerState.ANSWERED, 2, note=AGREED_ON)]
    assert text(dialog, "said") == "Abgestimmt: Stufe 2."


def test_the_note_can_be_changed_and_is_not_preset_twice(show, qtbot):
    dialog = show(names="")
    press(qtbot, "2")
    note(dialog).setPlainText("Bis März klären")
    dialog.flush()
    press(qtbot, "3")
    assert [(answer.level, answer.note) for answer in dialog.given] == [
        (2, AGREED_ON), (2, "Bis März klären"), (3, "Bis März klären")
    ]  # fmt: skip


def test_a_note_there_was_is_kept(show, qtbot):
    dialog = show("strat.one", names="")
    press(qtbot, "2")
    assert dialog.given[-1].note == f"Von Anna\n{AGREED_ON}"


def test_agreeing_on_what_is_shown_already(show, qtbot):
    dialog = show("strat.one", names="")
    assert choice(dialog, 2).isChecked()
    assert not dialog.findChild(QLabel, "said").isVisible()
    choice(dialog, 2).click()
    choice(dialog, 2).click()
    assert [answer.level for answer in dialog.given] == [2]
    assert text(dialog, "said") == "Abgestimmt: Stufe 2."


def test_a_note_alone_agrees_on_nothing(show, qtbot):
    dialog = show("strat.one", names="")
    note(dialog).setPlainText("Nachfragen")
    dialog.flush()
    assert dialog.given == [Answer("strat.one", note="Nachfragen")]
    assert not dialog.findChild(QLabel, "said").isVisible()


def test_what_could_not_be_saved_is_not_forgotten_by_the_next_change(show, qtbot):
    dialog = show(names="")
    press(qtbot, "2")
    dialog.show_problem()
    note(dialog).setPlainText("Trotzdem")
    dialog.flush()
    assert (dialog.given[-1].level, dialog.given[-1].note) == (2, "Trotzdem")
    assert text(dialog, "save-state") == "Not saved yet"


def test_does_not_apply_is_offered_where_it_is_allowed_and_needs_a_reason(show, qtbot):
    dialog = show("infra.two", "infra.one", names="")
    press(qtbot, "n")
    reason = QApplication.focusWidget()
    assert reason.objectName() == "reason"
    assert dialog.given == []
    press(qtbot, "kein Bedarf")
    dialog.go_on()
    assert dialog.given[-1].state is AnswerState.NOT_APPLICABLE
    assert dialog.given[-1].reason == "kein Bedarf"
    assert not choice(dialog, 6).isVisible()
    press(qtbot, "n")
    assert len(dialog.given) == 1


# --- the way through


def test_keys_lead_through_the_questions(show, qtbot):
    dialog = show(names="")
    assert dialog.item_id == "infra.one"
    press(qtbot, ENTER)
    assert dialog.item_id == "strat.one"
    press(qtbot, PAGE_DOWN)
    assert dialog.item_id == "strat.two"
    press(qtbot, PAGE_UP, PAGE_UP, PAGE_UP)
    assert dialog.item_id == "infra.one"


def test_after_the_last_question_the_workshop_ends(show, qtbot):
    dialog = show("infra.one", names="")
    assert dialog.findChild(QPushButton, "next").text() == "&Finish"
    press(qtbot, "1", ENTER)
    assert not dialog.isVisible()


def test_enter_presses_the_button_that_has_the_focus(show, qtbot):
    dialog = show(names="")
    dialog.go_on()
    dialog.findChild(QPushButton, "back").setFocus()
    press(qtbot, ENTER)
    assert dialog.item_id == "infra.one"


def test_a_note_may_have_lines_and_digits(show, qtbot):
    dialog = show(names="")
    press(qtbot, "k")
    assert note(dialog).hasFocus()
    press(qtbot, "1 w", ENTER, "2")
    assert note(dialog).toPlainText() == "1 w\n2"
    assert dialog.item_id == "infra.one"


@pytest.mark.parametrize("way", ["key", "button", "close"])
def test_leaving_saves_what_is_being_typed(show, qtbot, way):
    dialog = show(names="")
    press(qtbot, "k", "halber Sa")
    if way == "key":
        press(qtbot, Qt.Key.Key_Escape)
    elif way == "button":
        dialog.findChild(QPushButton, "end").click()
    else:
        dialog.close()
    assert not dialog.isVisible()
    assert [answer.note for answer in dialog.given] == ["halber Sa"]


def test_it_goes_on_where_it_was(show, qtbot):
    memory = WorkshopMemory()
    dialog = show(memory=memory)
    press(qtbot, "1", "2", "3", ENTER)
    dialog.go_on()
    press(qtbot, "4", Qt.Key.Key_Escape)
    again = show(memory=memory)
    assert again.item_id == "strat.one"
    assert [box.displayText() for box in boxes(again)] == ["●", "", ""]
    again.go_back()
    assert [box.displayText() for box in boxes(again)] == ["1", "2", "3"]


def test_the_screen_is_filled_and_left_again(show, qtbot):
    dialog = show()
    press(qtbot, Qt.Key.Key_F11)
    assert dialog.isFullScreen()
    press(qtbot, Qt.Key.Key_F11)
    assert not dialog.isFullScreen()


def test_everything_has_a_name_and_is_reached_by_tab(show):
    dialog = show()
    assert nameless(dialog) == []
    stops = set(tab_stops(boxes(dialog)[0]))
    assert {"vote-1", "vote-2", "note", "full", "end", "next", "choice-0"} <= stops


# --- the size of the type


def fits(dialog):
    return dialog._page.verticalScrollBar().maximum() == 0


def test_every_question_fits_on_a_projector(qtbot, texts, appearance, town_session):
    opened = town_session.current
    dialog = WorkshopDialog(opened, opened.items(), seats("", 6, "Platz {n}"), texts, today=TODAY)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.resize(1024, 768)
    sizes = []
    for item in opened.items():
        assert dialog.item_id == item.id
        qtbot.waitUntil(lambda: fits(dialog) and not dialog._arranged.isActive())
        sizes.append(dialog.property("afar"))
        dialog.go_on()
    assert sizes.count("large") > len(sizes) * 0.8
    assert "small" not in sizes


def test_at_twice_the_text_size_it_scrolls_but_never_sideways(show, qtbot, appearance, settings):
    settings.font_scale = 200
    appearance.apply()
    dialog = show()
    dialog.resize(1024, 768)
    qtbot.waitUntil(lambda: dialog.property("afar") == "small")
    assert dialog.width() == 1024
    assert not fits(dialog)
    assert dialog._page.horizontalScrollBar().maximum() == 0


# --- the clock


class Clock:
    """A clock that is set by hand."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def test_the_clock_counts_up_and_says_once_when_time_is_up(qtbot):
    clock = Clock()
    watch = StopWatch(clock)
    qtbot.addWidget(watch)
    told = []
    watch.limit_reached.connect(lambda: told.append(watch.text()))
    watch.start(limit=300)
    assert watch.text() == "0:00 of 5:00"
    for passed in (299.0, 300.0, 301.0, 3_700.0):
        clock.now = 100.0 + passed
        watch.tick()
    assert told == ["5:00 – time is up"]
    assert watch.text() == "61:40 – time is up"
    watch.start(before=300, limit=300)
    watch.tick()
    assert len(told) == 1


def test_without_a_limit_it_only_counts(qtbot):
    clock = Clock()
    watch = StopWatch(clock)
    qtbot.addWidget(watch)
    watch.start(before=65)
    assert watch.text() == "1:05"
    clock.now -= 50  # a clock set back
    watch.tick()
    assert watch.text() == "1:05"
    clock.now += 60
    watch.stop()
    clock.now += 60
    assert watch.elapsed() == 75


def test_each_question_has_its_own_time(show):
    dialog = show(limit_minutes=3)
    watch = dialog.findChild(StopWatch)
    assert watch.text() == "0:00 of 3:00"
    watch._before = 61.0
    dialog.go_on()
    assert watch.text() == "0:00 of 3:00"
    dialog.go_back()
    assert watch.text() == "1:01 of 3:00"


# --- before it begins


@pytest.fixture
def ask(qtbot, texts, appearance):
    def asked(before=None, *voices, given=None, **facts):
        opened = with_voices(small_town(given), *voices)
        dialog = WorkshopStartDialog(opened, texts, before or WorkshopPlan(), **facts)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return asked


def test_where_nothing_differs_the_open_questions_are_offered(ask):
    dialog = ask()
    assert dialog.value() == WorkshopPlan(Agenda.OPEN)
    assert dialog.findChild(QComboBox, "agenda").currentText() == (
        "All that is open or unknown (3)"
    )


def test_what_differs_is_offered_first(ask):
    dialog = ask(None, *VOICES, given={})
    assert dialog.value().agenda is Agenda.CLARIFY
    box = dialog.findChild(QComboBox, "agenda")
    assert box.itemText(0) == "Where voices differ, the widest spread first (1)"
    box.setCurrentIndex(box.count() - 1)
    assert (dialog.value().agenda, dialog.value().area_id) == (Agenda.AREA, "strat")


def test_who_is_present_is_said_while_it_is_entered(ask, qtbot):
    dialog = ask()
    assert text(dialog, "present").startswith("Nobody votes;")
    qtbot.keyClicks(dialog.findChild(QLineEdit, "names"), "Anna, Ben")
    dialog.findChild(QSpinBox, "count").setValue(3)
    assert text(dialog, "present") == "3 people vote: Anna, Ben, Platz 3"
    assert (dialog.value().names, dialog.value().count) == ("Anna, Ben", 3)


def test_what_was_entered_the_last_time_stands_there_again(ask):
    before = WorkshopPlan(Agenda.AREA, "infra", "Anna", 4, 0, keep_votes=True)
    assert ask(before, can_keep=True).value() == before
    nameless_before = WorkshopPlan(Agenda.AREA, "infra", "", 4, keep_votes=True)
    assert ask(nameless_before, can_keep=True).value().keep_votes is False
    assert ask(before).value().keep_votes is False
    assert not ask(before).findChild(QCheckBox, "keep").isVisible()


def test_without_a_question_it_does_not_begin(ask):
    dialog = ask(given={"data.one": 1, "strat.one": 1})
    dialog.findChild(QComboBox, "agenda").setCurrentIndex(0)
    accept = dialog.findChild(QPushButton, "accept")
    assert not accept.isEnabled()
    assert text(dialog, "hint") == "There is no such question any more."
    assert nameless(dialog) == []


# --- in the window


@pytest.fixture
def open_window(window, session, workspace):
    assert session.create(NewAssessment(TOWN, ROUND))
    give_voices(
        session,
        workspace,
        make_voice("Anna", "strat.vision", 0),
        make_voice("Ben", "strat.vision", 3),
        make_voice("Anna", "data.access", 1),
        make_voice("Ben", "data.access", UNKNOWN),
    )
    return window


def test_a_whole_workshop_by_keyboard(open_window, session, in_dialog, qtbot):
    def begin(dialog):
        qtbot.keyClicks(dialog.findChild(QLineEdit, "names"), "Anna, Ben")
        in_dialog(hold)
        qtbot.keyClick(dialog.findChild(QLineEdit, "names"), ENTER)

    def hold(dialog):
        qtbot.waitUntil(dialog.isActiveWindow)
        assert dialog.isFullScreen()
        press(qtbot, "1", "3", ENTER, "2", ENTER)
        press(qtbot, "0", "0", ENTER, "0")
        press(qtbot, ENTER)

    in_dialog(begin)
    open_window.menus.workshop.trigger()
    qtbot.waitUntil(lambda: session.current.answer("data.access").touched)
    assert open_window.pages.questions.item_id == "data.access"
    session.open(session.current.assessment.id)
    for item_id, level in (("strat.vision", 2), ("data.access", 0)):
        answer = session.current.answer(item_id)
        assert answer.level == level
        assert answer.note.startswith("Abgestimmt im Workshop am ")
        assert item_id in session.current.agreed
    status = " ".join(label.text() for label in open_window.statusBar().findChildren(QLabel))
    assert "2" in status.partition("Workshop")[2]


def test_what_was_agreed_is_taken_back_one_by_one(open_window, session, qtbot, in_dialog):
    def hold(dialog):
        qtbot.waitUntil(dialog.isActiveWindow)
        press(qtbot, "2", PAGE_DOWN, "1", Qt.Key.Key_Escape)

    in_dialog(hold)
    open_window.services.workshop.hold(WorkshopPlan())
    assert session.current.answer("data.access").level == 1
    session.undo()
    assert not session.current.answer("data.access").touched
    assert session.current.answer("strat.vision").level == 2


def said_levels(session, item_id):
    """What the voices kept on a question say, by name."""
    return {voice.respondent: voice.answer.level for voice in session.current.voices[item_id]}


@pytest.fixture
def hold(open_window, qtbot, in_dialog):
    """Hold a workshop on one question, in which votes are kept."""

    def held(act, names="carla; Anna", count=3, item_id="strat.vision", **more):
        def later(dialog):
            qtbot.waitUntil(dialog.isActiveWindow)
            act(dialog)

        in_dialog(later)
        plan = WorkshopPlan(Agenda.CLARIFY, "", names, count, **{"keep_votes": True, **more})
        open_window.services.workshop.hold(plan)

    return held


def test_votes_are_kept_as_voices_of_people_with_a_name(
    open_window, session, workspace, qtbot, hold
):
    give_voices(session, workspace, make_voice("Carla", "strat.vision", 1, note="Az. 7"))

    def act(dialog):
        press(qtbot, "2", "3", "4")
        assert said_levels(session, "strat.vision") == {"Anna": 0, "Ben": 3, "Carla": 1}
        press(qtbot, ENTER)
        assert said_levels(session, "strat.vision") == {"Anna": 3, "Ben": 3, "Carla": 2}
        assert text(dialog, "voices") == "Vor dem Workshop: Anna: 0 · Ben: 3 · Carla: 1"
        assert text(dialog, "save-state")

    hold(act)
    opened = session.current
    assert "strat.vision" not in opened.agreed
    voices = {voice.respondent: voice for voice in opened.voices["strat.vision"]}
    assert voices["Carla"].answer.note == "Az. 7"
    assert abs((session.now() - voices["Anna"].at).total_seconds()) < 60
    assert voices["Ben"].at < voices["Anna"].at
    status = " ".join(label.text() for label in open_window.statusBar().findChildren(QLabel))
    assert "Workshop beendet: 0 " in status
    open_window.menus.undo.trigger()
    assert said_levels(session, "strat.vision") == {"Anna": 0, "Ben": 3, "Carla": 1}
    status = " ".join(label.text() for label in open_window.statusBar().findChildren(QLabel))
    assert "Zurückgenommen: Stimmen aus dem Workshop zu „" in status


def test_votes_are_not_kept_unless_that_is_wanted(session, qtbot, hold):
    before = session.current.voices
    hold(lambda _dialog: press(qtbot, "2", "3", "4", ENTER), keep_votes=False)
    assert session.current.voices == before
    hold(lambda _dialog: press(qtbot, "2", "3", "4", ENTER), names="")
    assert session.current.voices == before


def test_a_vote_corrected_or_taken_back_is_one_step_with_the_others(session, qtbot, hold):
    def act(dialog):
        press(qtbot, "2", "3", "4", ENTER)
        boxes(dialog)[1].setFocus()
        press(qtbot, "1")
        assert said_levels(session, "strat.vision")["Anna"] == 1
        boxes(dialog)[0].setFocus()
        press(qtbot, Qt.Key.Key_Backspace)

    hold(act)
    assert said_levels(session, "strat.vision") == {"Anna": 1, "Ben": 3}
    session.undo()
    assert said_levels(session, "strat.vision") == {"Anna": 0, "Ben": 3}


def test_votes_that_could_not_be_kept_are_kept_with_the_next_change(
    session, workspace, qtbot, hold, said
):
    def act(dialog):
        workspace.db.execute("PRAGMA query_only = ON")
        press(qtbot, "2", "3", "4", ENTER)
        assert dialog.findChild(QLabel, "save-state").property("role") == "bad"
        assert said
        workspace.db.execute("PRAGMA query_only = OFF")
        press(qtbot, "2")
        assert dialog.findChild(QLabel, "save-state").property("role") == "muted"

    hold(act)
    assert said_levels(session, "strat.vision") == {"Anna": 3, "Ben": 3, "carla": 2}
    assert session.current.answer("strat.vision").level == 2


def test_a_full_disk_is_told_and_nothing_is_lost(
    open_window, session, workspace, qtbot, in_dialog, said
):
    def hold(dialog):
        qtbot.waitUntil(dialog.isActiveWindow)
        pages = workspace.db.execute("PRAGMA page_count").fetchone()[0]
        workspace.db.execute(f"PRAGMA max_page_count = {pages}")
        note(dialog).setPlainText("x" * 200_000)
        press(qtbot, "2")
        assert dialog.findChild(QLabel, "save-state").property("role") == "bad"
        workspace.db.execute("PRAGMA max_page_count = 1000000")
        press(qtbot, PAGE_DOWN, "1")
        assert dialog.findChild(QLabel, "save-state").property("role") == "muted"

    in_dialog(hold)
    open_window.services.workshop.hold(WorkshopPlan())
    assert said
    session.open(session.current.assessment.id)
    answer = session.current.answer("strat.vision")
    assert (answer.level, len(answer.note) > 200_000) == (2, True)
    assert session.current.answer("data.access").level == 1


def test_a_frozen_state_has_no_workshop(open_window, session):
    assert open_window.menus.workshop.isEnabled()
    session.reload()
    assert agenda_items(session.current, Agenda.CLARIFY)
