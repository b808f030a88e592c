"""The plan and all else a municipality keeps beside its answers: save, take over, take away."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.entries import KeptEntry, is_typing_entry
from kiassess.domain.entry_tables import in_their_order, key_of, storable
from kiassess.domain.errors import FrozenError
from kiassess.domain.history import TYPING_SECONDS, Step, StepKind, Subject
from kiassess.domain.kept import kept_of
from kiassess.domain.measures import Measure
from kiassess.domain.own_measures import OWN
from kiassess.domain.planning import Aim, Kpi, PlanEntry
from kiassess.store.entries import find_entry
from kiassess.store.journal import record
from kiassess.workflow import carrying
from kiassess.workflow.history import last_step
from kiassess.workflow.workspace import Workspace

Key = tuple[Subject, str]


def new_id(*, own: bool = False) -> str:
    """A fresh id for an entry.

    Args:
        own: Whether it is for a measure or an action field of the municipality.
    """
    return f"{OWN if own else ''}{uuid4()}"


def save(
    workspace: Workspace, opened: OpenAssessment, *entries: KeptEntry, now: datetime
) -> OpenAssessment:
    """Keep entries in the place of those with the same kind and id, as one step.

    What is so already is not written again. Text typed further within a minute belongs to the
    change before.

    Args:
        workspace: Open for writing.
        opened: The assessment they belong to.
        entries: Of any kind.
        now: Time of the change, with a time zone.

    Returns:
        The assessment with the entries in it, as they were kept.

    Raises:
        FrozenError: It is a frozen state.
        ValueError: Nothing is left of a text that must not be empty; a bug of the caller.
        ReadOnlyError, WorkspaceUnwritableError: It cannot be saved now.
    """
    return _keep(workspace, opened, {key_of(one): storable(one) for one in entries}, now=now)


def remove(
    workspace: Workspace, opened: OpenAssessment, entry: KeptEntry, *, now: datetime
) -> OpenAssessment:
    """Take an entry away, as one step.

    Raises:
        FrozenError: It is a frozen state.
        ReadOnlyError, WorkspaceUnwritableError: It cannot be saved now.
    """
    return _keep(workspace, opened, {key_of(entry): None}, now=now)


def take_over(
    workspace: Workspace,
    opened: OpenAssessment,
    measure: Measure,
    *,
    now: datetime,
    days: float | None = None,
) -> OpenAssessment:
    """Take a measure over into the plan; one that is there already stays as it is.

    The entry aims at the items that make the measure fit, and comes after its prerequisites,
    whenever those are taken over.

    Args:
        workspace: Open for writing.
        opened: The assessment.
        measure: Of the catalogue, in own words, or an own one.
        now: Time of the change, with a time zone.
        days: Person-days it takes here; ``None`` if nobody knows.

    Raises:
        FrozenError: It is a frozen state.
        ReadOnlyError, WorkspaceUnwritableError: It cannot be saved now.
    """
    _refuse_state(opened)
    if measure.id in kept_of(opened.entries).plan:
        return opened
    return save(workspace, opened, plan_entry(opened, measure, days=days), now=now)


def plan_entry(opened: OpenAssessment, measure: Measure, *, days: float | None = None) -> PlanEntry:
    """A measure as an entry of the plan; nothing is saved."""
    aims = {
        one.item_id: Aim(one.item_id, opened.answer(one.item_id).level, one.below)
        for one in measure.triggers
    }
    return PlanEntry(
        measure.id,
        measure.title,
        measure_id=measure.id,
        step=measure.step,
        days=days,
        kpi=Kpi(measure.kpi),
        after=measure.prerequisites,
        aims=tuple(aims.values()),
    )


def newer_entries(workspace: Workspace, opened: OpenAssessment) -> tuple[KeptEntry, ...]:
    """What ``carry_over`` would take from the round before; see ``carrying.newer_entries``."""
    if opened.state is not None:
        return ()
    return carrying.newer_entries(workspace, opened.assessment)


def carry_over(workspace: Workspace, opened: OpenAssessment, *, now: datetime) -> OpenAssessment:
    """Take what is newer in the round before, as one step.

    Raises:
        FrozenError: It is a frozen state.
        ReadOnlyError, WorkspaceUnwritableError: It cannot be saved now.
    """
    _refuse_state(opened)
    entries = carrying.newer_entries(workspace, opened.assessment)
    carrying.carry(workspace, opened.assessment.id, entries, now=now)
    return _with(opened, {key_of(one): one for one in entries}, now=now) if entries else opened


def _keep(
    workspace: Workspace,
    opened: OpenAssessment,
    wanted: Mapping[Key, KeptEntry | None],
    *,
    now: datetime,
) -> OpenAssessment:
    _refuse_state(opened)
    db, assessment_id = workspace.writing_db(), opened.assessment.id
    after = {
        key: entry for key, entry in wanted.items() if find_entry(db, assessment_id, key) != entry
    }
    if not after:
        return opened
    joins = _goes_on(last_step(workspace, assessment_id), after, now)
    record(db, assessment_id, StepKind.PLAN, after, now=now, who=workspace.who, joins=joins)
    return _with(opened, after, now=now)


def _goes_on(last: Step | None, after: Mapping[Key, KeptEntry | None], now: datetime) -> bool:
    """Whether a change only goes on with the text that the last step has typed."""
    if last is None or last.head.kind is not StepKind.PLAN or len(last.changes) != 1:
        return False
    change = last.changes[0]
    entry = after.get((change.subject, change.item_id))
    return (
        len(after) == 1
        and entry is not None
        and isinstance(change.before, KeptEntry)
        and isinstance(change.after, KeptEntry)
        and is_typing_entry(change.before, change.after)
        and is_typing_entry(change.after, entry)
        and 0 <= (now - last.head.at).total_seconds() <= TYPING_SECONDS
    )


def _with(
    opened: OpenAssessment, after: Mapping[Key, KeptEntry | None], *, now: datetime
) -> OpenAssessment:
    """The assessment with some entries, as ``assessing.load`` would give it."""
    found: dict[Key, KeptEntry | None] = {key_of(one): one for one in opened.entries}
    entries = in_their_order(one for one in (found | dict(after)).values() if one is not None)
    return replace(opened, assessment=replace(opened.assessment, changed_at=now), entries=entries)


def _refuse_state(opened: OpenAssessment) -> None:
    if opened.state is not None:
        raise FrozenError(name=opened.state.name)
