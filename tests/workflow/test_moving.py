"""Version 1 → 2 → 3 of a questionnaire: nothing is lost, nothing gets another meaning."""

import shutil
from datetime import timedelta

import pytest
from builders import NOON, make_answers
from probe import FOLDER, GIVEN, PROBE, VERSIONS, probe

from kiassess.content.library import Library
from kiassess.domain.assessment import Answer
from kiassess.domain.edition_change import compare_editions, left_behind
from kiassess.domain.errors import BackupError
from kiassess.domain.profile import make_profile
from kiassess.store.backups import backup_folder
from kiassess.workflow import assessing, deleting, history, moving, safekeeping, states
from kiassess.workflow.workspace import open_for_reading, open_for_writing

SECOND, THIRD = (NOON + timedelta(days=365 * year) for year in (1, 2))


@pytest.fixture
def installed(tmp_path):
    """Install exactly these versions of the questionnaire."""
    folder = tmp_path / "installed"
    legal = FOLDER.parents[2] / "questionnaires" / "legal"

    def install(*versions):
        shutil.rmtree(folder, ignore_errors=True)
        for version in versions:
            shutil.copytree(FOLDER / PROBE / version, folder / PROBE / version)
        shutil.copytree(legal, folder / "legal")
        return Library(folder)

    return install


@pytest.fixture
def library(installed):
    """Only the first version is there."""
    return installed("1.0.0")


@pytest.fixture
def answered(workspace, create):
    """All questions of the first version are answered, each with a note."""
    opened = assessing.load(workspace, create(questionnaire_id=PROBE).id, "en")
    for item_id, given in make_answers(GIVEN).items():
        noted = Answer(item_id, given.state, given.level, given.reason, f"note on {item_id}")
        opened = assessing.answer(workspace, opened, noted, now=NOON)
    return opened


def move(workspace, opened, *, accepted=None, now=SECOND):
    newer = moving.newer_version(workspace, opened)
    change = compare_editions(opened, newer)
    chosen = change.by_default() if accepted is None else accepted
    return moving.move(workspace, opened, newer, chosen, state_name="Vorher", now=now), change


def test_a_newer_version_is_offered_only_if_it_is_newer(workspace, answered, installed):
    assert moving.newer_version(workspace, answered) is None
    workspace.library = installed("1.0.0", "2.0.0")
    assert moving.newer_version(workspace, answered).version == "2.0.0"
    workspace.library = installed()
    assert moving.newer_version(workspace, answered) is None


def test_moving_keeps_exactly_what_the_preview_said(workspace, answered, installed):
    workspace.library = installed("2.0.0")
    moved, change = move(workspace, answered)
    again = assessing.load(workspace, answered.assessment.id, "en")
    assert again == moved
    assert again.questionnaire == probe("2.0.0")
    assert again.assessment.questionnaire_version == "2.0.0"
    behind = {answer.item_id for answer in left_behind(change, change.by_default())}
    renamed = {
        item.after.id: answer
        for item in change.items
        if item.after and item.is_carried(change.by_default())
        for answer in item.answers
    }
    assert {a.item_id for a in renamed.values()} | behind == set(GIVEN)
    for item_id, before in renamed.items():
        assert again.answer(item_id).note == before.note
        assert again.answer(item_id).level == before.level
    assert set(again.answers) == set(renamed)


def test_twice_moved_every_answer_is_shown_in_its_own_words(workspace, answered, installed, file):
    for version, now in ((VERSIONS[1], SECOND), (VERSIONS[2], THIRD)):
        workspace.library = installed(version)  # only the newest is installed
        opened = assessing.load(workspace, answered.assessment.id, "en")
        opened, _ = move(workspace, opened, now=now)
    workspace.close()
    with open_for_reading(file, installed("3.0.0")) as reader:
        opened = assessing.load(reader, answered.assessment.id, "en")
        first, second = states.list_states(reader, opened.assessment.id)
        assert (first.name, second.name) == ("Vorher", "Vorher (2)")
        found = states.open_state(reader, opened.assessment.id, first.name, "en").opened
        assert found.answers == answered.answers
        assert found.questionnaire == probe("1.0.0")
        assert make_profile(found) == make_profile(answered)
        assert states.open_state(
            reader, opened.assessment.id, second.name, "en"
        ).opened.questionnaire == probe("2.0.0")
        for item_id in GIVEN:
            entries = history.of_item(reader, opened, item_id)
            given = next(e for e in entries if e.after == answered.answer(item_id))
            assert given.questionnaire.item(item_id) == probe("1.0.0").item(item_id)


def test_a_move_is_taken_back_and_done_again(workspace, answered, installed):
    workspace.library = installed("2.0.0")
    moved, _ = move(workspace, answered)
    key = answered.assessment.id
    history.undo(workspace, key, now=SECOND)
    back = assessing.load(workspace, key, "en")
    assert (back.answers, back.questionnaire) == (answered.answers, answered.questionnaire)
    history.redo(workspace, key, now=SECOND)
    again = assessing.load(workspace, key, "en")
    assert (again.answers, again.questionnaire) == (moved.answers, moved.questionnaire)


def test_before_a_move_there_is_a_backup_and_without_one_no_move(workspace, answered, installed):
    workspace.library = installed("2.0.0")
    folder = backup_folder(workspace.path)
    folder.write_text("in the way", encoding="utf-8")
    with pytest.raises(BackupError):
        move(workspace, answered)
    assert assessing.load(workspace, answered.assessment.id, "en") == answered
    assert states.list_states(workspace, answered.assessment.id) == ()
    folder.unlink()
    move(workspace, answered)
    (backup,) = safekeeping.list_backups(workspace.path)
    assert safekeeping.content_of(workspace.path, backup).answers == len(GIVEN)


def test_refusing_everything_carries_only_what_is_the_same(workspace, answered, installed):
    workspace.library = installed("2.0.0")
    moved, change = move(workspace, answered, accepted=())
    same = {item.after.id for item in change.items if item.kind == "same" and item.answers}
    assert set(moved.answers) == same
    assert len(left_behind(change, ())) == len(GIVEN) - len(same)


def test_a_version_that_nobody_uses_any_more_stays_for_the_history(
    workspace, answered, installed, file
):
    workspace.library = installed("2.0.0")
    move(workspace, answered)
    other = open_for_writing
    workspace.close()
    with other(file, installed("2.0.0")) as again:
        assert again.db.execute("SELECT count(*) FROM questionnaire").fetchone() == (2,)
        deleting.delete(again, answered.assessment.id, from_backups=False)
        assert again.db.execute("SELECT count(*) FROM questionnaire").fetchone() == (0,)
