"""Taking back, doing again, and telling what has become of an answer: on real files."""

import shutil
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import NOON, make_answer
from hypothesis import given, settings
from hypothesis import strategies as st
from probe import FOLDER, PROBE, probe

from kiassess.content.library import Library
from kiassess.domain.assessment import AiInUse, Answer, NewAssessment
from kiassess.domain.errors import ReadOnlyError
from kiassess.domain.history import StepKind
from kiassess.domain.municipality import Municipality
from kiassess.domain.states import FrozenState
from kiassess.workflow import assessing, history, moving
from kiassess.workflow.workspace import open_for_reading, open_for_writing

ONE, TWO = "data.inventory", "data.access"
MINUTE = timedelta(minutes=5)


@pytest.fixture
def answer(workspace, opened):
    """Give answers one after the other, five minutes apart; returns what is then on disk."""
    moments = (NOON + MINUTE * n for n in range(1000))

    def answer(item_id, given, *, now=None, **facts):
        value = given if isinstance(given, Answer) else make_answer(item_id, given, **facts)
        present = reloaded(workspace, opened)
        return assessing.answer(workspace, present, value, now=now or next(moments))

    return answer


def reloaded(workspace, opened):
    return assessing.load(workspace, opened.assessment.id, "de")


def undo(workspace, opened, now=NOON):
    return history.undo(workspace, opened.assessment.id, now=now)


def redo(workspace, opened, now=NOON):
    return history.redo(workspace, opened.assessment.id, now=now)


def levels(workspace, opened):
    return {key: one.level for key, one in reloaded(workspace, opened).answers.items()}


# --- taking back, doing again


def test_with_nothing_done_there_is_nothing(workspace, opened):
    assert history.next_steps(workspace, opened.assessment.id) == (None, None)
    assert undo(workspace, opened) is None
    assert redo(workspace, opened) is None


def test_each_change_is_taken_back_and_done_again(workspace, opened, answer):
    answer(ONE, 1)
    answer(TWO, 2)
    answer(ONE, 3)
    assert undo(workspace, opened).changes[0].before.level == 1
    assert levels(workspace, opened) == {ONE: 1, TWO: 2}
    undo(workspace, opened)
    undo(workspace, opened)
    assert levels(workspace, opened) == {}
    for _ in range(3):
        assert redo(workspace, opened)
    assert levels(workspace, opened) == {ONE: 3, TWO: 2}
    assert redo(workspace, opened) is None


def test_what_comes_next_is_what_is_done_next(workspace, opened, answer):
    answer(ONE, 1)
    answer(TWO, 2)
    undo(workspace, opened)
    to_undo, to_redo = history.next_steps(workspace, opened.assessment.id)
    assert (to_undo.changes[0].item_id, to_redo.changes[0].item_id) == (ONE, TWO)
    assert redo(workspace, opened) == to_redo
    undo(workspace, opened)
    assert undo(workspace, opened) == to_undo


def test_it_can_be_taken_back_after_a_restart(workspace, opened, answer, file, library):
    answer(ONE, 1)
    answer(ONE, 4)
    workspace.close()
    with open_for_writing(file, library) as again:
        undo(again, opened)
        assert levels(again, opened) == {ONE: 1}
        assert again.db.execute("SELECT count(*) FROM journal").fetchone() == (3,)


def test_text_typed_in_one_go_is_taken_back_in_one_go(workspace, opened, answer):
    answer(ONE, 2)
    for seconds, note in enumerate(("W", "Wo", "Wort")):
        answer(ONE, 2, note=note, now=NOON + timedelta(hours=1, seconds=seconds))
    undo(workspace, opened)
    assert reloaded(workspace, opened).answer(ONE) == make_answer(ONE, 2)
    redo(workspace, opened)
    assert reloaded(workspace, opened).answer(ONE).note == "Wort"


def test_text_typed_and_deleted_again_is_passed_over(workspace, opened, answer):
    answer(ONE, 2)
    for seconds, note in enumerate(("W", "Wo", "")):
        answer(ONE, 2, note=note, now=NOON + timedelta(hours=1, seconds=seconds))
    to_undo, _ = history.next_steps(workspace, opened.assessment.id)
    assert to_undo.changes[0].before is None
    assert undo(workspace, opened) == to_undo
    assert levels(workspace, opened) == {}
    assert history.next_steps(workspace, opened.assessment.id)[0] is None
    redo(workspace, opened)
    assert levels(workspace, opened) == {ONE: 2}
    assert history.next_steps(workspace, opened.assessment.id)[1] is None
    assert redo(workspace, opened) is None


def test_facts_and_targets_are_taken_back(workspace, opened):
    facts = replace(opened.assessment.facts, ai_in_use=AiInUse.YES, population=7)
    changed = assessing.change_facts(workspace, opened, facts, now=NOON)
    assessing.set_targets(workspace, changed, {ONE: 4, TWO: 4}, now=NOON)
    assert len(undo(workspace, opened).changes) == 2
    assert reloaded(workspace, opened).answers == {}
    assert undo(workspace, opened).kind is StepKind.FACTS
    assert reloaded(workspace, opened).assessment.facts == opened.assessment.facts


def test_a_reader_takes_nothing_back(workspace, opened, answer, file, library):
    answer(ONE, 1)
    with open_for_reading(file, library) as reader, pytest.raises(ReadOnlyError):
        undo(reader, opened)
    assert levels(workspace, opened) == {ONE: 1}


# --- any sequence equals a plain model

LEVEL = st.integers(0, 4)
COMMANDS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from([ONE, TWO]), LEVEL),
        st.sampled_from(["undo", "redo", "reopen"]),
    ),
    max_size=25,
)
SHIPPED_FOLDER = Path(__file__).parents[2] / "questionnaires"
SHIPPED = Library(SHIPPED_FOLDER)


@settings(max_examples=25)  # each begins a file of its own
@given(COMMANDS)
def test_any_sequence_ends_as_in_a_plain_model(commands):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.db"
        workspace = open_for_writing(file, SHIPPED)
        new = NewAssessment(Municipality("X"), date(2026, 3, 2))
        opened = assessing.load(workspace, assessing.create(workspace, new, now=NOON).id, "de")
        past, present, future = [], {}, []
        for number, command in enumerate(commands):
            now = NOON + MINUTE * number
            match command:
                case "undo":
                    done = undo(workspace, opened, now)
                    assert (done is None) is (not past)
                    if past:
                        future.append(present)
                        present = past.pop()
                case "redo":
                    done = redo(workspace, opened, now)
                    assert (done is None) is (not future)
                    if future:
                        past.append(present)
                        present = future.pop()
                case "reopen":
                    workspace.close()
                    workspace = open_for_writing(file, SHIPPED)
                case (item_id, level):
                    if present.get(item_id) == level:
                        continue  # the window reports no change that is none
                    given = make_answer(item_id, level)
                    assessing.answer(workspace, reloaded(workspace, opened), given, now=now)
                    past.append(present)
                    present = {**present, item_id: level}
                    future = []
            assert levels(workspace, opened) == present
            to_undo, to_redo = history.next_steps(workspace, opened.assessment.id)
            assert (to_undo is None, to_redo is None) == (not past, not future)
        workspace.close()


# --- the history of an answer


def told(workspace, opened, item_id=ONE):
    return history.of_item(workspace, reloaded(workspace, opened), item_id)


def test_an_answer_nobody_has_given_has_no_history(workspace, opened, answer):
    answer(TWO, 1)
    assert told(workspace, opened) == ()


def test_the_history_says_when_who_and_from_what_to_what(workspace, opened, answer):
    workspace.who = "meier"
    answer(ONE, 1)
    workspace.who = ""
    answer(TWO, 4)
    answer(ONE, 3)
    undo(workspace, opened, NOON + timedelta(days=1))
    entries = told(workspace, opened)
    assert [(e.head.kind, e.before and e.before.level, e.after.level) for e in entries] == [
        (StepKind.UNDO, 3, 1),
        (StepKind.ANSWER, 1, 3),
        (StepKind.ANSWER, None, 1),
    ]
    assert [e.head.who for e in entries] == ["", "", "meier"]
    assert entries[0].head.at == NOON + timedelta(days=1)
    assert entries[2].head.at == NOON


def test_text_typed_in_one_go_is_one_entry(workspace, opened, answer):
    answer(ONE, 2)
    for seconds, note in enumerate(("W", "Wo", "Wort")):
        answer(ONE, 2, note=note, now=NOON + timedelta(hours=1, seconds=seconds))
    answer(ONE, 2, note="Wort und mehr", now=NOON + timedelta(hours=2))
    later, typed, first = told(workspace, opened)
    assert (first.before, first.after.note) == (None, "")
    assert (typed.before.note, typed.after.note) == ("", "Wort")
    assert typed.head.at == NOON + timedelta(hours=1, seconds=2)  # when it was finished
    assert (later.before.note, later.after.note) == ("Wort", "Wort und mehr")


def test_what_was_typed_and_deleted_again_is_no_entry(workspace, opened, answer):
    answer(ONE, 2)
    for seconds, note in enumerate(("W", "Wo", "")):
        answer(ONE, 2, note=note, now=NOON + timedelta(hours=1, seconds=seconds))
    assert [e.after.level for e in told(workspace, opened)] == [2]


def test_targets_of_many_are_told_for_each(workspace, opened):
    assessing.set_targets(workspace, opened, {ONE: 4, TWO: 3}, now=NOON)
    (entry,) = told(workspace, opened)
    assert (entry.head.kind, entry.before, entry.after.target) == (StepKind.TARGETS, None, 4)


def test_a_frozen_state_knows_nothing_that_came_later(workspace, opened, answer):
    answer(ONE, 1)
    answer(ONE, 3, now=NOON + timedelta(days=9))
    state = FrozenState("Stand", NOON + timedelta(days=1), "", "1.0.0")
    frozen = replace(reloaded(workspace, opened), state=state)
    assert [e.after.level for e in history.of_item(workspace, frozen, ONE)] == [1]


# --- after a move to another version


def installed(folder, version):
    """The invented questionnaire in one version."""
    legal = SHIPPED_FOLDER / "legal"
    shutil.copytree(FOLDER / PROBE / version, folder / version / PROBE / version)
    shutil.copytree(legal, folder / version / "legal")
    return Library(folder / version)


@pytest.fixture
def moved(tmp_path):
    """A workspace with an assessment answered in 1.0.0, all of it refused in 2.0.0."""
    with open_for_writing(tmp_path / "probe.db", installed(tmp_path, "1.0.0")) as workspace:
        new = NewAssessment(Municipality("X"), date(2026, 3, 2), questionnaire_id=PROBE)
        opened = assessing.load(workspace, assessing.create(workspace, new, now=NOON).id, "de")
        for item_id in ("room.kettle", "room.cups", "room.radio"):
            given = make_answer(item_id, 2)
            opened = assessing.answer(workspace, opened, given, now=NOON)
        workspace.library = installed(tmp_path, "2.0.0")
        newer = moving.newer_version(workspace, opened)
        after = moving.move(workspace, opened, newer, frozenset(), state_name="Stand", now=NOON)
        yield workspace, after


def test_a_move_says_where_it_led(moved):
    workspace, opened = moved
    to_undo, _ = history.next_steps(workspace, opened.assessment.id)
    assert (to_undo.kind, to_undo.version) == (StepKind.MOVE, "2.0.0")
    undo(workspace, opened)
    _, to_redo = history.next_steps(workspace, opened.assessment.id)
    assert to_redo.version == "2.0.0"
    assert reloaded(workspace, opened).questionnaire == probe("1.0.0", "de")


def test_each_entry_carries_what_was_asked_at_its_time(moved):
    workspace, opened = moved
    asked = ("room.kettle", "room.cups", "room.radio")
    left = next(item_id for item_id in asked if not opened.answer(item_id).touched)
    entry, given_then = history.of_item(workspace, opened, left)
    assert (entry.head.kind, entry.before.level, entry.after) == (StepKind.MOVE, 2, None)
    assert (entry.older.version, entry.questionnaire.version) == ("1.0.0", "2.0.0")
    assert (given_then.older.version, given_then.questionnaire.version) == ("1.0.0", "1.0.0")
    undo(workspace, opened, NOON + MINUTE)
    back = history.of_item(workspace, reloaded(workspace, opened), left)[0]
    assert (back.head.kind, back.older.version, back.questionnaire.version) == (
        StepKind.UNDO,
        "2.0.0",
        "1.0.0",
    )
