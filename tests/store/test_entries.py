"""What is kept beside the answers, in real files: kept, replaced, taken away, with every change."""

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import NOON, make_answer
from kept_entries import BARE, FULL, PLAN, SYSTEM, keyed

from kiassess.domain.entry_tables import key_of
from kiassess.domain.errors import WorkspaceUnreadableError
from kiassess.domain.history import StepKind, Subject
from kiassess.store.assessments import delete_assessment
from kiassess.store.entries import find_entry, load_entries, load_entry_changes
from kiassess.store.journal import load_last_times, load_steps, record

LATER = NOON + timedelta(minutes=5)


def keep(db, assessment, *entries, gone=(), now=NOON):
    after = keyed(*entries) | dict.fromkeys(gone)
    record(db, assessment.id, StepKind.PLAN, after, now=now, who="A")


def test_an_entry_of_every_kind_comes_back_as_it_was_kept(db, assessment):
    keep(db, assessment, *FULL)
    keep(db, assessment, *BARE[:-1])  # there is one frame only
    assert load_entries(db, assessment.id) == keyed(*FULL, *BARE[:-1])
    assert list(load_entries(db, assessment.id)) == sorted(keyed(*FULL, *BARE[:-1]))
    assert load_entries(db, "x") == {}
    assert find_entry(db, assessment.id, key_of(PLAN)) == PLAN
    assert find_entry(db, assessment.id, (Subject.PLAN, "x")) is None


def test_every_change_stands_in_the_journal(db, assessment):
    newer = replace(PLAN, note="newer")
    keep(db, assessment, PLAN)
    keep(db, assessment, newer, now=LATER)
    assert load_entry_changes(db, assessment.id) == {key_of(PLAN): LATER}
    keep(db, assessment, gone=[key_of(PLAN)], now=LATER + timedelta(minutes=1))
    assert load_entries(db, assessment.id) == {}
    changes = [(c.before, c.after) for s in load_steps(db, assessment.id) for c in s.changes]
    assert changes == [(None, PLAN), (PLAN, newer), (newer, None)]
    times = load_last_times(db, assessment.id, [Subject.PLAN, Subject.SYSTEM])
    assert times == {key_of(PLAN): LATER + timedelta(minutes=1)}
    assert load_last_times(db, assessment.id, [Subject.SYSTEM]) == {}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ((Subject.PLAN, "other"), PLAN),
        ((Subject.SYSTEM, PLAN.id), PLAN),
        ((Subject.ANSWER, PLAN.id), PLAN),
        ((Subject.PLAN, "data.one"), make_answer("data.one", 1)),
    ],
)
def test_an_entry_cannot_be_kept_under_another_name(db, assessment, key, value):
    with pytest.raises(ValueError, match=r"plan|system|answer"):
        record(db, assessment.id, StepKind.PLAN, {key: value}, now=NOON)
    assert load_steps(db, assessment.id) == ()


def test_entries_go_with_their_assessment(db, assessment):
    keep(db, assessment, *FULL)
    delete_assessment(db, assessment.id)
    assert db.execute("SELECT count(*) FROM entry").fetchone() == (0,)


@pytest.mark.parametrize(
    "damage",
    [
        "content = '{'",
        "content = '{}'",
        "content = '[]'",
        "content = replace(content, 'in_use', 'used')",
        "content = replace(content, '4f1c', '4f1d')",
        "content = '" + "[" * 90_000 + "'",
        "kind = 'plan'",
        "kind = 'answer'",
        "kind = 'wish'",
        "entry_id = 'x'",
    ],
)
def test_what_we_never_write_is_damage(db, assessment, damage):
    keep(db, assessment, SYSTEM)
    db.execute(f"UPDATE entry SET {damage}")
    with pytest.raises(WorkspaceUnreadableError):
        load_entries(db, assessment.id)
