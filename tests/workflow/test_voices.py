"""Several voices in a real workspace: what counts, what is agreed, and what becomes of them."""

import shutil
from datetime import timedelta

import pytest
from builders import NOON, make_answer
from probe import FOLDER, PROBE

from kiassess.content.library import Library
from kiassess.domain.assessment import Answer, Voice
from kiassess.domain.backups import BackupKind
from kiassess.domain.edition_change import compare_editions
from kiassess.domain.errors import FrozenError
from kiassess.domain.history import StepKind, Subject, can_return
from kiassess.domain.merge_plan import OnConflict
from kiassess.domain.restoring import Effect
from kiassess.domain.voices import voice_key
from kiassess.store.journal import record
from kiassess.workflow import (
    assessing,
    deleting,
    exchanging,
    history,
    listing,
    moving,
    safekeeping,
    states,
    voices,
)
from kiassess.workflow.workspace import open_for_writing

ONE, TWO = "room.kettle", "room.cups"
LATER = NOON + timedelta(days=1)


@pytest.fixture
def library(tmp_path):
    """The first version of a small questionnaire; and the legal table."""
    folder = tmp_path / "installed"
    shutil.copytree(FOLDER / PROBE / "1.0.0", folder / PROBE / "1.0.0")
    shutil.copytree(FOLDER.parents[2] / "questionnaires" / "legal", folder / "legal")
    return Library(folder)


@pytest.fixture
def town(create):
    """The id of an assessment nobody has answered."""
    return create(questionnaire_id=PROBE).id


def hear(workspace, town, *said, at=NOON):
    """Voices as an import leaves them: respondent, item and what ``make_answer`` takes."""
    heard = [Voice(who, make_answer(item, value), at, "") for who, item, value in said]
    after = {(Subject.VOICE, voice_key(v.answer.item_id, v.respondent)): v for v in heard}
    record(workspace.writing_db(), town, StepKind.IMPORT, after, now=LATER, who="A")


def load(workspace, town):
    return assessing.load(workspace, town, "en")


def test_the_only_voice_counts_until_voices_differ(workspace, town):
    hear(workspace, town, ("IT", ONE, 3), ("IT", TWO, 1))
    opened = load(workspace, town)
    assert (opened.answer(ONE).level, opened.agreed) == (3, frozenset())
    assert opened.voices[ONE][0].respondent == "IT"
    hear(workspace, town, ("Bauamt", ONE, 1), ("Bauamt", TWO, 1))
    opened = load(workspace, town)
    assert (opened.answer(ONE).level, opened.answer(TWO).level) == (None, 1)
    (listed,) = listing.list_all(workspace)
    assert listed.progress == opened.progress()
    assert listed.progress.settled == 1


def test_an_answer_given_in_the_assessment_is_the_agreed_one(workspace, town):
    hear(workspace, town, ("IT", ONE, 3), ("Bauamt", ONE, 1))
    given = make_answer(ONE, 2, note="Abgestimmt am 2. März.")
    opened = assessing.answer(workspace, load(workspace, town), given, now=LATER)
    assert opened == load(workspace, town)
    assert (opened.answer(ONE), opened.agreed) == (given, {ONE})
    assert len(opened.voices[ONE]) == 2
    taken_back = assessing.answer(workspace, opened, Answer(ONE, note="x"), now=LATER)
    assert taken_back == load(workspace, town)
    assert (taken_back.answer(ONE).level, taken_back.agreed) == (None, frozenset())


def test_opening_an_answer_again_lets_the_only_voice_count(workspace, town):
    hear(workspace, town, ("IT", ONE, 3))
    opened = assessing.answer(workspace, load(workspace, town), make_answer(ONE, 1), now=LATER)
    opened = assessing.answer(workspace, opened, Answer(ONE), now=LATER)
    assert opened.answer(ONE).level == 3
    assert opened == load(workspace, town)


def test_a_target_does_not_make_a_voice_the_agreed_answer(workspace, town):
    hear(workspace, town, ("IT", ONE, 3), ("Bauamt", TWO, 1), ("IT", TWO, 4))
    opened = assessing.set_targets(workspace, load(workspace, town), {ONE: 4, TWO: None}, now=LATER)
    assert opened == load(workspace, town)
    assert opened.agreed == frozenset()
    assert opened.answer(ONE) == make_answer(ONE, 3, target=4)


def test_an_import_is_taken_back_in_one_step(workspace, town):
    hear(workspace, town, ("IT", ONE, 3), ("IT", TWO, 1))
    before = load(workspace, town)
    history.undo(workspace, town, now=LATER)
    assert load(workspace, town).voices == {}
    assert load(workspace, town).answers == {}
    history.redo(workspace, town, now=LATER)
    assert load(workspace, town).voices == before.voices


def test_the_history_of_an_item_tells_of_its_voices(workspace, town):
    hear(workspace, town, ("IT", ONE, 3), ("IT", TWO, 1))
    opened = assessing.answer(workspace, load(workspace, town), make_answer(ONE, 2), now=LATER)
    agreed, heard = history.of_item(workspace, opened, ONE)
    assert (agreed.respondent, agreed.before) == ("", None)
    assert (heard.respondent, heard.before, heard.after) == ("IT", None, make_answer(ONE, 3))
    assert not can_return(heard, opened)


def test_a_frozen_state_keeps_the_voices_of_its_day(workspace, town):
    hear(workspace, town, ("IT", ONE, 3), ("Bauamt", TWO, 0), ("IT", TWO, 4))
    before = load(workspace, town)
    states.freeze(workspace, before, "Beschluss", now=LATER)
    hear(workspace, town, ("IT", ONE, 0))
    found = states.open_state(workspace, town, "Beschluss", "en")
    assert found.opened.voices == before.voices
    assert found.opened.answers == before.answers
    assert found.changed == {ONE: NOON, TWO: NOON}


def test_times_of_change_are_those_of_what_counts(workspace, town):
    hear(workspace, town, ("IT", ONE, 3), at=NOON)
    assert assessing.changes(workspace, town) == {ONE: NOON}
    assessing.answer(workspace, load(workspace, town), make_answer(ONE, 1), now=LATER)
    assert assessing.changes(workspace, town) == {ONE: LATER}


# --- moving to a newer questionnaire


@pytest.fixture
def newer(library, tmp_path):
    """Install the second version, too."""

    def install(version="2.0.0"):
        shutil.copytree(FOLDER / PROBE / version, tmp_path / "installed" / PROBE / version)

    return install


def move(workspace, town, accepted=None):
    opened = load(workspace, town)
    found = moving.newer_version(workspace, opened)
    change = compare_editions(opened, found)
    chosen = change.by_default() if accepted is None else accepted
    moved = moving.move(workspace, opened, found, chosen, state_name="Vorher", now=LATER)
    assert moved == load(workspace, town)
    return moved, {item.after.id: item for item in change.items if item.after}


def test_voices_go_along_with_what_they_were_said_to(workspace, town, newer):
    older = [item.id for item in load(workspace, town).items()]
    hear(workspace, town, *(("IT", item, 1) for item in older))
    hear(workspace, town, *(("Bauamt", item, 2) for item in older[::2]))
    before = load(workspace, town)
    newer()
    moved, changes = move(workspace, town)
    for item_id, change in changes.items():
        if change.kind.value in {"same", "reworded", "renamed"} and change.levels_equal:
            source = change.before[0].id
            assert [(v.respondent, v.answer.level) for v in moved.voices[item_id]] == [
                (v.respondent, v.answer.level) for v in before.voices[source]
            ]
            assert all(v.answer.item_id == item_id for v in moved.voices[item_id])
        else:
            assert item_id not in moved.voices
    assert moved.agreed == frozenset()
    assert states.open_state(workspace, town, "Vorher", "en").opened.voices == before.voices
    history.undo(workspace, town, now=LATER)
    after = load(workspace, town)
    assert (after.voices, after.answers) == (before.voices, before.answers)


def test_what_is_agreed_stays_agreed_and_nothing_else_becomes_so(workspace, town, newer):
    hear(workspace, town, ("IT", ONE, 3), ("IT", TWO, 1))
    assessing.answer(workspace, load(workspace, town), make_answer(ONE, 2), now=LATER)
    newer()
    moved, changes = move(workspace, town)
    carried = {c.before[0].id: i for i, c in changes.items() if c.before and i in moved.answers}
    assert moved.agreed == {carried[ONE]}


# --- backups, deleting


def test_a_backup_that_differs_in_a_voice_alone_can_be_restored(workspace, town):
    hear(workspace, town, ("IT", ONE, 3), ("Bauamt", ONE, 1))
    made = safekeeping.back_up(workspace, BackupKind.MANUAL, now=LATER)
    (effect,) = safekeeping.effects(workspace, made)
    assert effect.effect is Effect.SAME
    hear(workspace, town, ("IT", ONE, 4))
    (effect,) = safekeeping.effects(workspace, made)
    assert (effect.effect, effect.differing) == (Effect.CHANGED, 1)
    assert (effect.answers_now, effect.answers_then) == (0, 0)
    safekeeping.restore(workspace, made, now=LATER)
    assert load(workspace, town).voices[ONE][1].answer.level == 3


def test_counts_are_of_what_counts(workspace, town):
    hear(workspace, town, ("IT", ONE, 3), ("Bauamt", TWO, 1), ("IT", TWO, 4))
    made = safekeeping.back_up(workspace, BackupKind.MANUAL, now=LATER)
    assert safekeeping.content_of(workspace.path, made).answers == 1
    assert safekeeping.stored_facts(workspace).answers == 1
    assert deleting.belongings(workspace, town).answers == 1
    deleting.delete(workspace, town, from_backups=True)
    assert b"Bauamt" not in workspace.path.read_bytes()


# --- votes in a workshop


def vote(workspace, town, item, now=LATER, **votes):
    """What people with a name vote; ``None`` takes a vote back."""
    given = {
        who: None if value is None else make_answer(item, value) for who, value in votes.items()
    }
    kept = voices.save_votes(workspace, load(workspace, town), item, given, now=now)
    assert kept == load(workspace, town)
    return {voice.respondent: voice.answer.level for voice in kept.voices.get(item, ())}


def test_votes_become_voices_and_are_taken_back_in_one_step(workspace, town):
    hear(workspace, town, ("Bauamt", ONE, 4))
    assert vote(workspace, town, ONE, Anna=1, Ben=3, bauamt=2) == {"Anna": 1, "Bauamt": 2, "Ben": 3}
    assert load(workspace, town).agreed == frozenset()
    assert vote(workspace, town, ONE, Anna=1, Ben="U", bauamt=2)["Ben"] is None
    undone = history.undo(workspace, town, now=LATER)
    assert undone.kind is StepKind.VOTES
    assert [v.answer.level for v in load(workspace, town).voices[ONE]] == [4]
    history.redo(workspace, town, now=LATER)
    assert [v.answer.level for v in load(workspace, town).voices[ONE]] == [1, 2, None]


def test_a_vote_keeps_note_and_role_and_is_of_its_day(workspace, town):
    said = Voice("IT", make_answer(ONE, 1, note="seit 2024"), NOON, "it")
    after = {(Subject.VOICE, voice_key(ONE, "IT")): said}
    record(workspace.writing_db(), town, StepKind.IMPORT, after, now=NOON)
    vote(workspace, town, ONE, IT=3)
    (voice,) = load(workspace, town).voices[ONE]
    assert voice == Voice("IT", make_answer(ONE, 3, note="seit 2024"), LATER, "it")
    vote(workspace, town, TWO, IT=0)
    assert load(workspace, town).voices[TWO][0].role_id == "it"


def test_a_vote_taken_back_leaves_what_was_there_before(workspace, town):
    hear(workspace, town, ("Anna", ONE, 4))
    vote(workspace, town, ONE, Anna=1, Ben=2)
    assert vote(workspace, town, ONE, Anna=None, Ben=None) == {"Anna": 4}
    assert vote(workspace, town, ONE, Anna=0, Ben=2) == {"Anna": 0, "Ben": 2}
    assert vote(workspace, town, ONE, Carla=None) == {"Anna": 0, "Ben": 2}


def test_votes_on_another_question_are_another_step(workspace, town):
    vote(workspace, town, ONE, Anna=1)
    vote(workspace, town, TWO, Anna=2)
    history.undo(workspace, town, now=LATER)
    assert load(workspace, town).voices.keys() == {ONE}


def test_after_the_agreement_a_corrected_vote_is_a_step_of_its_own(workspace, town):
    vote(workspace, town, ONE, Anna=1, Ben=3)
    assessing.answer(workspace, load(workspace, town), make_answer(ONE, 2), now=LATER)
    vote(workspace, town, ONE, Anna=2, Ben=3)
    for levels, agreed in (([1, 3], 2), ([1, 3], None)):
        history.undo(workspace, town, now=LATER)
        opened = load(workspace, town)
        assert [v.answer.level for v in opened.voices[ONE]] == levels
        assert opened.answer(ONE).level == agreed
    history.undo(workspace, town, now=LATER)
    assert load(workspace, town).voices == {}


def test_after_undo_a_vote_begins_anew(workspace, town):
    vote(workspace, town, ONE, Anna=1)
    history.undo(workspace, town, now=LATER)
    vote(workspace, town, ONE, Anna=2)
    history.undo(workspace, town, now=LATER)
    assert load(workspace, town).voices == {}
    assert history.next_steps(workspace, town)[0] is None


def test_the_same_vote_on_the_same_day_is_not_written_again(workspace, town):
    vote(workspace, town, ONE, Anna=1)
    steps = history.last_step(workspace, town).head.number
    vote(workspace, town, ONE, Anna=1)
    assert history.last_step(workspace, town).head.number == steps
    vote(workspace, town, ONE, now=LATER + timedelta(days=30), Anna=1)
    assert load(workspace, town).voices[ONE][0].at == LATER + timedelta(days=30)
    assert history.next_steps(workspace, town)[0].kind is StepKind.VOTES


def test_a_frozen_state_takes_no_votes(workspace, town):
    states.freeze(workspace, load(workspace, town), "Beschluss", now=LATER)
    found = states.open_state(workspace, town, "Beschluss", "en").opened
    with pytest.raises(FrozenError):
        voices.save_votes(workspace, found, ONE, {"Anna": make_answer(ONE, 1)}, now=LATER)


def test_votes_travel_in_an_exchange_file(workspace, town, tmp_path, library):
    vote(workspace, town, ONE, Anna=1, Ben=3)
    file = exchanging.write_exchange_file(workspace, town, tmp_path / "town.kiassess")
    with open_for_writing(tmp_path / "county" / "x.db", library) as other:
        (outcome,) = exchanging.import_files(other, [file], OnConflict.ASK, now=LATER)
        assert outcome.error is None
        assert load(other, town).voices == load(workspace, town).voices
        assert history.undo(other, town, now=LATER).kind is StepKind.VOTES
