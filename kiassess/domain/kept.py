"""All a municipality keeps beside its answers, by kind, and what it says about the situation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from kiassess.domain.action_fields import ActionField
from kiassess.domain.entries import KeptEntry
from kiassess.domain.firing import Situation
from kiassess.domain.measures import Circumstance
from kiassess.domain.own_measures import HiddenMeasure, OwnMeasure
from kiassess.domain.planning import PlanEntry, PlanFrame, PlanStatus
from kiassess.domain.precheck import Outcome
from kiassess.domain.precheck_result import PrecheckResult
from kiassess.domain.register import AiSystem, UseStatus
from kiassess.domain.use_cases import UseCase

Kind = TypeVar("Kind", bound=KeptEntry)


@dataclass(frozen=True, slots=True)
class Kept:
    """What lies beside the answers of an assessment, each kind by the ids of its entries.

    Attributes:
        plan: What is to be done.
        measures: Own measures, and own words for those of the catalogue.
        hidden: Measures that are not wanted.
        systems: The register of AI systems.
        fields: Action fields somebody has said something about; see ``all_fields``.
        use_cases: What AI could do.
        frame: What can be spent.
    """

    plan: Mapping[str, PlanEntry] = field(default_factory=dict)
    measures: Mapping[str, OwnMeasure] = field(default_factory=dict)
    hidden: Mapping[str, HiddenMeasure] = field(default_factory=dict)
    systems: Mapping[str, AiSystem] = field(default_factory=dict)
    fields: Mapping[str, ActionField] = field(default_factory=dict)
    use_cases: Mapping[str, UseCase] = field(default_factory=dict)
    frame: PlanFrame = field(default_factory=PlanFrame)


def kept_of(entries: Iterable[KeptEntry]) -> Kept:
    """Entries of all kinds, by kind; their order stays."""
    found = tuple(entries)
    frames = _of(PlanFrame, found).values()
    return Kept(
        plan=_of(PlanEntry, found),
        measures=_of(OwnMeasure, found),
        hidden=_of(HiddenMeasure, found),
        systems=_of(AiSystem, found),
        fields=_of(ActionField, found),
        use_cases=_of(UseCase, found),
        frame=next(iter(frames), PlanFrame()),
    )


def circumstances(kept: Kept) -> frozenset[Circumstance]:
    """What makes measures fit beside the answers; the rest is seen in those.

    A system that is no longer used counts no more. What was decided about one counts before its
    pre-check.
    """
    used = (one for one in kept.systems.values() if one.status is not UseStatus.ENDED)
    outcomes = [one.risk or _outcome(one.precheck) for one in used]
    outcomes += [_outcome(one.precheck) for one in kept.use_cases.values()]
    return frozenset({Circumstance.HIGH_RISK}) if Outcome.HIGH_RISK in outcomes else frozenset()


def situation_of(kept: Kept) -> Situation:
    """What is to be known beside the answers when measures are recommended."""
    done = (one.measure_id for one in kept.plan.values() if one.status is PlanStatus.DONE)
    return Situation(
        days=kept.frame.days_per_quarter,
        neighbours=kept.frame.neighbours,
        high_risk=Circumstance.HIGH_RISK in circumstances(kept),
        done=frozenset(one for one in done if one),
        hidden=frozenset(kept.hidden),
    )


def _outcome(made: PrecheckResult | None) -> Outcome | None:
    return None if made is None else made.outcome


def _of(kind: type[Kind], entries: Iterable[KeptEntry]) -> dict[str, Kind]:
    return {entry.id: entry for entry in entries if isinstance(entry, kind)}
