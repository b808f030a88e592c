"""Which measures fit a municipality, because of which answers, and what is done before them.

The rules:

* A trigger fires if its item is asked and answered below its level. What is unknown, open, not
  applicable or not asked fires nothing: it is to be clarified, not to be mended.
* A measure fires if any of its triggers does and its circumstance, if it has one, is the case. One
  without triggers fires by its circumstance alone.
* Need = Σ over the triggers of the levels missing; an unknown or open item counts 1; an item that
  is a minimum requirement counts twice. A measure without triggers counts the items that make up
  its circumstance, each as unknown, and at least 1.
* A measure is done as a prerequisite if it is said to be done, or its circumstance is not the case,
  or all its items have reached their levels or do not apply. It is open if it fires, and unclear
  otherwise: then somebody has to find out, and nobody may build on it.
* A measure that is hidden is neither recommended nor waited for.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from kiassess.domain.assessment import Answer, AnswerState, OpenAssessment
from kiassess.domain.clarifying import clarifications
from kiassess.domain.measures import Circumstance, Measure, Trigger
from kiassess.domain.next_level import level_wanted, next_level
from kiassess.domain.plausibility import BACKED, HIGH_LEVEL
from kiassess.domain.questionnaire import GATE_LEVEL, Item

MANY_PERCENT = 15  # more unknown items than this share of those asked are many
GATE_WEIGHT = 2
UNSETTLED = frozenset({AnswerState.UNKNOWN, AnswerState.OPEN})


class Standing(StrEnum):
    """How a prerequisite stands."""

    DONE = "done"
    OPEN = "open"
    UNCLEAR = "unclear"  # the answers do not say


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known beside the answers.

    Attributes:
        days: Person-days there are in the next 90 days; ``None`` if nobody has said.
        neighbours: Other municipalities that do the same together with this one.
        high_risk: Whether a system that may be high-risk under the AI Act is in use or planned.
        done: ``Measure.id`` of what the plan says is done.
        hidden: ``Measure.id`` of what the municipality does not want to see.
    """

    days: float | None = None
    neighbours: int = 0
    high_risk: bool = False
    done: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reason:
    """An answer that makes a measure fit.

    Attributes:
        item: What was asked.
        answer: What was answered.
        below: The level that is not reached, 1–4; ``None`` where the answer makes up a
            circumstance.
    """

    item: Item
    answer: Answer
    below: int | None = None


@dataclass(frozen=True, slots=True)
class Firing:
    """A measure that fits.

    Attributes:
        measure: The measure.
        why: The answers that make it fit; none for a circumstance that is no answer.
        need: How much is missing, at least 1.
        gate: Whether it is the way to a minimum requirement that is not met.
    """

    measure: Measure
    why: tuple[Reason, ...]
    need: int
    gate: bool = False


class Ground:
    """An assessment with its catalogue and situation: what fires and what is done.

    Args:
        opened: The assessment.
        measures: By ``Measure.id``; what names a prerequisite that is missing here ignores it.
        situation: What is known beside the answers.
    """

    def __init__(
        self, opened: OpenAssessment, measures: Mapping[str, Measure], situation: Situation
    ) -> None:
        self.opened = opened
        self.measures = measures
        self.situation = situation
        self.items = {item.id: item for item in opened.items()}

    @cached_property
    def circumstances(self) -> Mapping[Circumstance, tuple[Item, ...]]:
        """The circumstances that are the case, with the items that make them up."""
        items = self.items.values()
        unknown = tuple(i for i in items if self._state(i) is AnswerState.UNKNOWN)
        answered = [(item, self.opened.answer(item.id)) for item in items]
        disputed = (one.item for one in clarifications(self.opened) if one.urgent)
        found = {
            Circumstance.MANY_UNKNOWN: unknown
            if len(unknown) * 100 > MANY_PERCENT * len(self.items)
            else (),
            Circumstance.UNPROVEN: tuple(
                item
                for item, answer in answered
                if answer.level is not None
                and answer.level >= HIGH_LEVEL
                and answer.evidence.type not in BACKED
            ),
            Circumstance.DISPUTED: tuple(i for i in disputed if i.id not in self.opened.agreed),
        }
        present = {one: items for one, items in found.items() if items}
        return {**present, Circumstance.HIGH_RISK: ()} if self.situation.high_risk else present

    def firings(self) -> tuple[Firing, ...]:
        """What fits and is neither done nor hidden: the catalogue in its order, then the generic.

        A generic measure fits an answer that is below its target, or a minimum requirement that is
        not met, if no measure of the catalogue fires because of that item.
        """
        dropped = self.situation.done | self.situation.hidden
        fitting = [measure for measure in self.measures.values() if self.fires(measure)]
        ways = self._ways_to_gates(fitting)
        specific = [self._firing(one, ways) for one in fitting if one.id not in dropped]
        generic = [one for one in self._generic() if one.measure.id not in dropped]
        return (*specific, *generic)

    def fires(self, measure: Measure) -> bool:
        """Whether a measure fits, even if it is said to be done."""
        if not self.is_possible(measure):
            return False
        return not measure.triggers or any(self._misses(one) for one in measure.triggers)

    def is_possible(self, measure: Measure) -> bool:
        """Whether the circumstance of a measure, if it has one, is the case."""
        return measure.circumstance is None or measure.circumstance in self.circumstances

    def standing(self, measure: Measure) -> Standing:
        """How a measure stands as a prerequisite of others."""
        dropped = measure.id in self.situation.done or measure.id in self.situation.hidden
        if dropped or not self.is_possible(measure):
            return Standing.DONE
        if self.fires(measure):
            return Standing.OPEN
        known = all(self._is_settled(one.item_id) for one in measure.triggers)
        return Standing.DONE if known else Standing.UNCLEAR

    def standings(self, measure: Measure) -> dict[str, Standing]:
        """How each prerequisite of a measure stands, by ``Measure.id`` in their order."""
        known = (one for one in measure.prerequisites if one in self.measures)
        return {one: self.standing(self.measures[one]) for one in known}

    def _ways_to_gates(self, fitting: Iterable[Measure]) -> dict[str, int]:
        """For each minimum requirement not met the lowest level that measures bring it to.

        A measure that leads further is no way to the requirement: it can wait.
        """
        ways: dict[str, int] = {}
        for trigger in (one for measure in fitting for one in measure.triggers):
            item = self.items.get(trigger.item_id)
            if item is not None and self._is_missing_gate(item) and trigger.below >= GATE_LEVEL:
                ways[item.id] = min(trigger.below, ways.get(item.id, trigger.below))
        return ways

    def _firing(self, measure: Measure, ways: Mapping[str, int]) -> Firing:
        if not measure.triggers:
            made_of = self.circumstances[measure.circumstance] if measure.circumstance else ()
            why = tuple(Reason(item, self.opened.answer(item.id)) for item in made_of)
            return Firing(measure, why, max(1, sum(_weight(item) for item in made_of)))
        missed = [one for one in measure.triggers if self._misses(one)]
        gate = any(
            self._is_missing_gate(self.items[one.item_id])
            and one.below <= ways.get(one.item_id, one.below)
            for one in missed
        )
        why = tuple(self._reason(one) for one in missed)
        return Firing(measure, why, sum(self._need(one) for one in measure.triggers), gate)

    def _generic(self) -> Iterable[Firing]:
        fired = {
            trigger.item_id
            for measure in self.measures.values()
            if self.fires(measure) and measure.id not in self.situation.done
            for trigger in measure.triggers
            if self._misses(trigger)
        }
        for item in self.items.values():
            level = self.opened.answer(item.id).level
            if item.id in fired or level is None or level >= level_wanted(self.opened, item):
                continue
            measure = next_level(item, level + 1)
            why = (self._reason(measure.triggers[0]),)
            yield Firing(measure, why, _weight(item), self._is_missing_gate(item))

    def _reason(self, trigger: Trigger) -> Reason:
        answer = self.opened.answer(trigger.item_id)
        return Reason(self.items[trigger.item_id], answer, trigger.below)

    def _misses(self, trigger: Trigger) -> bool:
        level = self._level(trigger.item_id)
        return level is not None and level < trigger.below

    def _need(self, trigger: Trigger) -> int:
        item = self.items.get(trigger.item_id)
        if item is None or self._state(item) is AnswerState.NOT_APPLICABLE:
            return 0
        level = self._level(item.id)
        return (1 if level is None else max(0, trigger.below - level)) * _weight(item)

    def _is_missing_gate(self, item: Item) -> bool:
        level = self._level(item.id)
        return item.gate and level is not None and level < GATE_LEVEL

    def _is_settled(self, item_id: str) -> bool:
        return item_id in self.items and self._state(self.items[item_id]) not in UNSETTLED

    def _level(self, item_id: str) -> int | None:
        return self.opened.answer(item_id).level if item_id in self.items else None

    def _state(self, item: Item) -> AnswerState:
        return self.opened.answer(item.id).state


def with_standing(standings: Mapping[str, Standing], *wanted: Standing) -> tuple[str, ...]:
    """The prerequisites that stand in one of some ways, in their order."""
    return tuple(one for one, standing in standings.items() if standing in wanted)


def all_done(standings: Mapping[str, Standing]) -> bool:
    """Whether every prerequisite is done."""
    return all(standing is Standing.DONE for standing in standings.values())


def _weight(item: Item) -> int:
    return GATE_WEIGHT if item.gate else 1
