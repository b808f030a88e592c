"""Setting several targets at once: all or nothing, and nothing else changes."""

import json
import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest
from builders import NOON, make_answer

from kiassess.domain.assessment import Answer, AnswerState
from kiassess.domain.errors import ReadOnlyError, WorkspaceUnwritableError
from kiassess.workflow import assessing
from kiassess.workflow.workspace import open_for_reading

LATER = NOON + timedelta(days=1)
ANSWERED, OPEN, NO_AI = "data.inventory", "data.access", "legal.dpia"


def reloaded(workspace, opened):
    return assessing.load(workspace, opened.assessment.id, "de")


def journal(workspace):
    rows = workspace.db.query("SELECT * FROM journal ORDER BY step, item_id")
    return [
        (
            row["item_id"],
            None if row["before"] is None else json.loads(row["before"])["target"],
            json.loads(row["after"])["target"],
        )
        for row in rows
    ]


@pytest.fixture
def answered(workspace, opened):
    """An assessment with one answer that has everything, and one that does not apply."""
    full = make_answer(ANSWERED, 2, note="x", responsible="Hauptamt", target=3)
    for given in (full, make_answer(NO_AI, "N")):
        opened = assessing.answer(workspace, opened, given, now=NOON)
    return opened


def test_targets_are_on_disk_when_they_were_set(workspace, answered, file, library):
    targets = {ANSWERED: 4, OPEN: 1, NO_AI: 0}
    changed = assessing.set_targets(workspace, answered, targets, now=LATER)
    assert {item_id: changed.answer(item_id).target for item_id in targets} == targets
    assert changed.assessment.changed_at == LATER
    assert answered.answer(ANSWERED).target == 3  # what was opened before stays as it was
    with open_for_reading(file, library) as reader:
        assert reloaded(reader, answered) == changed


def test_nothing_but_the_target_changes(workspace, answered):
    changed = assessing.set_targets(workspace, answered, {ANSWERED: 4, NO_AI: 2}, now=LATER)
    for item_id in (ANSWERED, NO_AI):
        before, after = answered.answer(item_id), changed.answer(item_id)
        assert after != before
        assert replace(after, target=before.target) == before


def test_an_item_nobody_has_answered_stays_open(workspace, opened):
    changed = assessing.set_targets(workspace, opened, {OPEN: 2}, now=LATER)
    assert changed.answer(OPEN) == Answer(OPEN, AnswerState.OPEN, target=2)
    assert reloaded(workspace, opened).progress() == opened.progress()


def test_without_a_target_of_its_own_an_item_follows_the_size_class(workspace, create):
    opened = assessing.load(workspace, create(population=9_000).id, "de")
    item = opened.questionnaire.item(OPEN)
    usual = opened.target(item)
    chosen = assessing.set_targets(workspace, opened, {OPEN: 0}, now=LATER)
    assert chosen.target(item) == 0 != usual
    back = assessing.set_targets(workspace, chosen, {OPEN: None}, now=LATER)
    assert reloaded(workspace, opened).target(item) == back.target(item) == usual


def test_each_change_is_in_the_journal(workspace, answered):
    start = len(journal(workspace))
    targets = {ANSWERED: None, OPEN: 1}
    assessing.set_targets(workspace, answered, targets, now=LATER)
    assert journal(workspace)[start:] == [(OPEN, None, 1), (ANSWERED, 3, None)]
    assert assessing.changes(workspace, answered.assessment.id)[OPEN] == LATER


def test_what_is_so_already_is_not_written_again(workspace, answered):
    entries = journal(workspace)
    same = assessing.set_targets(workspace, answered, {ANSWERED: 3, OPEN: None}, now=LATER)
    assert same == answered == reloaded(workspace, answered)
    assert journal(workspace) == entries
    assert assessing.set_targets(workspace, answered, {}, now=LATER) == answered


@pytest.mark.parametrize("stop", ["answer", "journal"])
def test_all_targets_are_kept_or_none(workspace, answered, stop):
    entries = journal(workspace)
    workspace.db.execute(f"""
        CREATE TRIGGER stop BEFORE INSERT ON {stop} WHEN NEW.item_id = '{NO_AI}'
        BEGIN SELECT RAISE(ABORT, 'stopped'); END
    """)
    targets = {ANSWERED: 4, OPEN: 1, NO_AI: 2}  # the last one fails
    with pytest.raises(sqlite3.IntegrityError, match="stopped"):
        assessing.set_targets(workspace, answered, targets, now=LATER)
    assert reloaded(workspace, answered) == answered
    assert journal(workspace) == entries


@pytest.mark.parametrize(
    ("item_id", "target", "error"),
    [("data.gone", 2, KeyError), (OPEN, 5, ValueError), (OPEN, -1, ValueError)],
)
def test_what_cannot_be_is_a_bug_of_the_caller_and_changes_nothing(
    workspace, answered, item_id, target, error
):
    with pytest.raises(error):
        assessing.set_targets(workspace, answered, {ANSWERED: 4, item_id: target}, now=LATER)
    assert reloaded(workspace, answered) == answered


def test_targets_that_cannot_be_saved_leave_everything_as_it_was(workspace, answered):
    workspace.db.execute("PRAGMA query_only = ON")
    with pytest.raises(WorkspaceUnwritableError):
        assessing.set_targets(workspace, answered, {ANSWERED: 4, OPEN: 1}, now=LATER)
    assert reloaded(workspace, answered) == answered


def test_a_reader_sets_no_targets(workspace, file, library, answered):
    with open_for_reading(file, library) as reader, pytest.raises(ReadOnlyError):
        assessing.set_targets(reader, answered, {ANSWERED: 4}, now=LATER)
    assert reloaded(workspace, answered) == answered
