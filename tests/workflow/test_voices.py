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
from kiassess.domain.history import StepKind, Subject, can_return
from kiassess.domain.restoring import Effect
from kiassess.domain.voices import voice_key
from kiassess.store.journal import record
from kiassess.workflow import assessing, deleting, history, listing, moving, safekeeping, states

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
    voices = [Voice(who, make_answer(item, value), at, "") for who, item, value in said]
    after = {(Subject.VOICE, voice_key(v.answer.item_id, v.respondent)): v for v in voices}
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
