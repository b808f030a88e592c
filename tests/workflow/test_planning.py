"""What a town keeps beside its answers, from round to round: kept, taken back, carried over."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import NOON, make_answer
from kept_entries import BARE, FULL, HIDDEN, OWN_MEASURE, PLAN, SYSTEM, USE_CASE

from kiassess.domain.backups import BackupKind
from kiassess.domain.entry_tables import in_their_order
from kiassess.domain.errors import FrozenError, ReadOnlyError
from kiassess.domain.history import StepKind
from kiassess.domain.kept import kept_of
from kiassess.domain.municipality import Municipality
from kiassess.domain.plan_progress import Move, plan_progress
from kiassess.domain.planning import Aim, PlanEntry, PlanStatus
from kiassess.domain.restoring import Effect
from kiassess.store.journal import load_heads
from kiassess.workflow import assessing, deleting, history, planning, safekeeping, states
from kiassess.workflow.knowledge import current_catalogue
from kiassess.workflow.workspace import open_for_reading

SHORTLY, LATER = NOON + timedelta(seconds=20), NOON + timedelta(minutes=5)
ULM = Municipality("Ulm", key="08421000")


@pytest.fixture
def keep(workspace):
    """Keep entries of an assessment and read it anew."""

    def keep(opened, *entries, now=NOON):
        told = planning.save(workspace, opened, *entries, now=now)
        read = assessing.load(workspace, opened.assessment.id, "de")
        assert told == read  # what the caller is told is what lies on the disk
        return read

    return keep


@pytest.fixture
def rounds(workspace, create):
    """Begin rounds of one municipality, one a year."""

    def begin(year, municipality=ULM, **facts):
        now = NOON + timedelta(days=365 * (year - 2026))
        made = create(municipality=municipality, now=now, **facts)
        facts = replace(made.facts, round_date=date(year, 3, 2))
        opened = assessing.load(workspace, made.id, "de")
        return assessing.change_facts(workspace, opened, facts, now=now)

    return begin


# --- kept and taken back


def test_entries_of_every_kind_are_kept_as_one_step(workspace, opened, keep):
    found = keep(opened, *FULL)
    assert found.entries == in_their_order(FULL)
    assert found.assessment.changed_at == NOON
    (head,) = load_heads(workspace.db, opened.assessment.id)
    assert head.kind is StepKind.PLAN


def test_what_is_so_already_is_not_written_again(workspace, opened, keep):
    found = keep(opened, PLAN)
    assert planning.save(workspace, found, PLAN, now=LATER) is found
    assert len(load_heads(workspace.db, opened.assessment.id)) == 1


def test_a_change_is_taken_back_and_done_again(workspace, opened, keep):
    before = keep(opened, PLAN)
    after = keep(before, replace(PLAN, status=PlanStatus.DONE), SYSTEM, now=LATER)
    key = opened.assessment.id
    done = history.undo(workspace, key, now=LATER)
    assert done.kind is StepKind.PLAN
    assert assessing.load(workspace, key, "de").entries == before.entries
    history.redo(workspace, key, now=LATER)
    assert assessing.load(workspace, key, "de").entries == after.entries
    history.undo(workspace, key, now=LATER)
    history.undo(workspace, key, now=LATER)
    assert assessing.load(workspace, key, "de").entries == ()


def test_text_typed_further_is_one_change(workspace, opened, keep):
    found = keep(opened, PLAN)
    for seconds, note in enumerate(("e", "er", "erl"), start=100):
        at = NOON + timedelta(seconds=seconds)
        found = keep(found, replace(PLAN, note=note), now=at)
    found = keep(found, replace(PLAN, note="erl", step=4), now=NOON + timedelta(seconds=104))
    joins = [head.joins for head in load_heads(workspace.db, opened.assessment.id)]
    assert joins == [False, False, True, True, False]


def test_the_first_text_is_no_going_on(workspace, opened, keep):
    found = keep(opened, PLAN)
    found = keep(found, replace(PLAN, note="x"), now=SHORTLY)
    keep(found, replace(SYSTEM, note="x"), now=SHORTLY)
    assert not any(head.joins for head in load_heads(workspace.db, opened.assessment.id))


def test_an_entry_is_taken_away(workspace, opened, keep):
    waiting = replace(BARE[0], after=(PLAN.id,))
    found = planning.remove(workspace, keep(opened, PLAN, waiting, SYSTEM), PLAN, now=LATER)
    assert set(found.entries) == {waiting, SYSTEM}
    assert found == assessing.load(workspace, opened.assessment.id, "de")
    assert planning.remove(workspace, found, PLAN, now=LATER) is found


def test_what_no_file_can_keep_is_left_out(opened, keep):
    found = keep(opened, replace(PLAN, note="a\0b\ud800c", responsible="\0"))
    assert kept_of(found.entries).plan[PLAN.id].note == "ab?c"


def test_ids_are_fresh():
    assert planning.new_id() != planning.new_id()
    assert planning.new_id(own=True).startswith("own.")


# --- taken over


@pytest.fixture(scope="module")
def measures(library):
    return current_catalogue(library, "ki-readiness", "de")[0].measures


def test_a_measure_is_taken_over_with_what_it_aims_at(workspace, opened, measures):
    measure = next(one for one in measures.values() if one.prerequisites and one.triggers)
    first = measure.triggers[0]
    given = make_answer(first.item_id, 0)
    opened = assessing.answer(workspace, opened, given, now=NOON)
    found = planning.take_over(workspace, opened, measure, now=NOON, days=3.5)
    (entry,) = kept_of(found.entries).plan.values()
    assert (entry.id, entry.measure_id, entry.title) == (measure.id, measure.id, measure.title)
    assert (entry.step, entry.days, entry.kpi.name) == (measure.step, 3.5, measure.kpi)
    assert entry.after == measure.prerequisites
    assert entry.aims[0] == Aim(first.item_id, 0, first.below)
    assert entry.status is PlanStatus.PLANNED
    assert planning.take_over(workspace, found, measure, now=LATER) is found


def test_every_measure_of_the_catalogue_can_be_taken_over(workspace, opened, measures):
    for measure in measures.values():
        opened = planning.take_over(workspace, opened, measure, now=NOON)
    assert kept_of(opened.entries).plan.keys() == measures.keys()
    assert assessing.load(workspace, opened.assessment.id, "en").entries == opened.entries


# --- from round to round


def test_the_next_round_begins_with_what_is_there(workspace, rounds, keep):
    keep(rounds(2025), replace(PLAN, title="earlier"))
    first = keep(rounds(2026), *FULL)
    second = rounds(2027)
    assert second.entries == first.entries
    heads = load_heads(workspace.db, second.assessment.id)
    assert heads[0].kind is StepKind.CARRY_OVER
    history.undo(workspace, second.assessment.id, now=LATER)
    history.undo(workspace, second.assessment.id, now=LATER)
    assert assessing.load(workspace, second.assessment.id, "de").entries == ()


def test_nothing_is_carried_from_others_from_examples_or_back(workspace, rounds, create, keep):
    keep(rounds(2026), PLAN)
    keep(rounds(2026, is_example=True), SYSTEM)
    assert rounds(2027, Municipality("Ulm", key="08421001")).entries == ()
    assert rounds(2027, Municipality("Ulmen")).entries == ()
    assert set(rounds(2027, is_example=True).entries) == {SYSTEM}
    earlier = create(municipality=ULM, now=NOON - timedelta(days=1))
    assert assessing.load(workspace, earlier.id, "de").entries == ()


def test_without_a_key_the_name_tells_who_it_is(create, workspace, keep):
    keep(assessing.load(workspace, create("Neudorf").id, "de"), PLAN)
    again = create("Neudorf", now=LATER)  # of the same day
    assert set(assessing.load(workspace, again.id, "de").entries) == {PLAN}


def test_what_is_newer_in_the_round_before_is_offered_later(workspace, rounds, keep):
    first = keep(rounds(2026), PLAN, SYSTEM, USE_CASE, HIDDEN)
    second = rounds(2027)
    assert planning.newer_entries(workspace, second) == ()
    at = NOON + timedelta(days=400)
    second = keep(second, replace(SYSTEM, name="here"), now=at)
    second = planning.remove(workspace, second, HIDDEN, now=at)
    done = replace(PLAN, status=PlanStatus.DONE)
    old = replace(SYSTEM, name="there")
    first = keep(first, done, OWN_MEASURE, now=at + timedelta(minutes=1))
    first = keep(first, old, replace(HIDDEN, reason="anders"), now=at - timedelta(minutes=1))
    planning.remove(workspace, first, USE_CASE, now=at)
    assert set(planning.newer_entries(workspace, second)) == {done, OWN_MEASURE}
    now = at + timedelta(hours=1)
    carried = planning.carry_over(workspace, second, now=now)
    assert carried == assessing.load(workspace, second.assessment.id, "de")
    assert set(carried.entries) == {done, OWN_MEASURE, replace(SYSTEM, name="here"), USE_CASE}
    assert planning.newer_entries(workspace, carried) == ()
    assert planning.carry_over(workspace, carried, now=now) is carried


def test_the_next_round_shows_what_was_done_and_what_has_moved(workspace, rounds, keep):
    entry = PlanEntry("p", "P", status=PlanStatus.DONE, aims=(Aim("data.inventory", 1, 3),))
    keep(rounds(2026), entry)
    second = assessing.answer(
        workspace, rounds(2027), make_answer("data.inventory", 2), now=NOON + timedelta(days=500)
    )
    found = plan_progress(kept_of(second.entries).plan.values(), second.answers)
    assert found.counts[PlanStatus.DONE] == 1
    assert found.entries[0].aims[0].move is Move.RISEN


def test_a_round_that_cannot_take_all_over_is_not_begun(workspace, rounds, keep):
    keep(rounds(2026), PLAN)
    workspace.db.execute(
        "CREATE TRIGGER stop BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, 'stop'); END"
    )
    with pytest.raises(Exception, match="stop"):
        rounds(2027)
    assert workspace.db.execute("SELECT count(*) FROM assessment").fetchone() == (1,)


# --- frozen, backed up, deleted


def test_a_frozen_state_keeps_them_and_lets_nobody_change_them(workspace, opened, keep):
    found = keep(opened, *FULL)
    states.freeze(workspace, found, "Beschluss", now=NOON)
    keep(found, replace(PLAN, note="newer"), now=LATER)
    state = states.open_state(workspace, opened.assessment.id, "Beschluss", "de").opened
    assert state.entries == in_their_order(FULL)
    with pytest.raises(FrozenError):
        planning.save(workspace, state, PLAN, now=LATER)
    with pytest.raises(FrozenError):
        planning.remove(workspace, state, PLAN, now=LATER)
    with pytest.raises(FrozenError):
        planning.carry_over(workspace, state, now=LATER)
    with pytest.raises(FrozenError):
        planning.take_over(workspace, state, OWN_MEASURE, now=LATER)
    assert planning.newer_entries(workspace, state) == ()


def test_whoever_only_reads_changes_nothing(workspace, file, library, opened):
    with (
        open_for_reading(file, library) as reader,
        pytest.raises(ReadOnlyError),
    ):
        planning.save(reader, opened, PLAN, now=NOON)
    assert assessing.load(workspace, opened.assessment.id, "de").entries == ()


def test_deleting_says_how_many_there_are(workspace, opened, keep):
    keep(opened, *FULL)
    assert deleting.belongings(workspace, opened.assessment.id).entries == len(FULL)
    deleting.delete(workspace, opened.assessment.id, from_backups=True)
    assert workspace.db.execute("SELECT count(*) FROM entry").fetchone() == (0,)


def test_restoring_tells_what_would_become_of_them(workspace, opened, keep):
    found = keep(opened, PLAN, SYSTEM)
    backup = safekeeping.back_up(workspace, BackupKind.MANUAL, now=NOON)
    (effect,) = safekeeping.effects(workspace, backup)
    assert effect.effect is Effect.SAME
    keep(planning.remove(workspace, found, SYSTEM, now=LATER), replace(PLAN, note="x"), now=LATER)
    (effect,) = safekeeping.effects(workspace, backup)
    assert (effect.effect, effect.differing, effect.entries) == (Effect.CHANGED, 0, 2)
    safekeeping.restore(workspace, backup, now=LATER)
    assert assessing.load(workspace, opened.assessment.id, "de").entries == found.entries
