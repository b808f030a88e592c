"""The way with the least effort: which measures have to be done to reach some levels.

What doing a measure changes is said in ``what_if``. So an item reaches a level if one measure is
done that has a trigger for it at this level or a higher one. The rules:

* A measure can be done if its circumstance, if it has one, is the case, and if it is neither said
  to be done nor hidden. It does not matter whether it fires.
* Every prerequisite that is not done is done as well. What is unclear counts as not done, and an
  item that is unknown or open counts as below every level: the way is long enough in any case.
* Where no measure of the catalogue leads to a level wanted, generic measures take part: one a
  level, from the highest level that measures lead to on. Each needs the level below it.
* A level that is reached already, and an item that does not apply, ask for nothing.
* The effort is the person-days of all measures done. Of several ways with the least effort the one
  with the fewest measures counts; of several of these the one that holds the measure which comes
  first in the catalogue, the generic ones after it in the order of the items.

``make_model`` puts this into numbers for a solver, ``path_of`` puts its answer into measures.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from kiassess.domain.assessment import AnswerState, OpenAssessment
from kiassess.domain.effort import HALF_DAYS, Scale
from kiassess.domain.firing import Ground, Situation, Standing, with_standing
from kiassess.domain.measures import Measure
from kiassess.domain.next_level import is_generic, next_level
from kiassess.domain.questionnaire import GATE_LEVEL, Item

Wanted = Mapping[str, int]  # levels 1–4 by ``Item.id``


@dataclass(frozen=True, slots=True)
class Need:
    """Something that cannot be done alone.

    Attributes:
        of: Place of the measure in ``Model.measures``.
        one_of: Places of those of which at least one has to be done with it; not empty.
    """

    of: int
    one_of: frozenset[int]


@dataclass(frozen=True, slots=True)
class Goal:
    """A level to reach.

    Attributes:
        item_id: ``Item.id``.
        level: 1–4.
        one_of: Places of the measures of which any one reaches it; not empty.
    """

    item_id: str
    level: int
    one_of: frozenset[int]


@dataclass(frozen=True, slots=True)
class Model:
    """What may be done, what it needs and what is to be reached.

    Attributes:
        measures: What may be part of the way, in the order that decides between equal ways.
        half_days: The effort of each, in half days of the catalogue, at least 1.
        needs: What has to be done with what.
        goals: What is to be reached and is not yet.
        scale: How many person-days that is for the municipality.
        unreachable: Ids of the items whose level no measure reaches.
        unclear: Ids of the items to be raised of which nobody knows the level.
    """

    measures: tuple[Measure, ...]
    half_days: tuple[int, ...]
    needs: tuple[Need, ...]
    goals: tuple[Goal, ...]
    scale: Scale
    unreachable: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """The way with the least effort.

    Attributes:
        measures: What to do, in an order in which it can be done.
        days: Person-days for the municipality, unrounded.
        reached: Ids of the items that reach the level wanted by it.
        missed: Ids of the items that do not, because the person-days are not enough.
        unreachable: Ids of the items whose level no measure reaches.
        unclear: Ids of the items to be raised of which nobody knows the level: asking comes first.
        proven: Whether it is certain that nothing smaller does it.
        days_for_all: Person-days to reach everything that measures reach, unrounded.
    """

    measures: tuple[Measure, ...]
    days: float
    reached: tuple[str, ...]
    missed: tuple[str, ...]
    unreachable: tuple[str, ...]
    unclear: tuple[str, ...]
    proven: bool
    days_for_all: float

    @property
    def generic(self) -> tuple[Measure, ...]:
        """Those of its measures that no catalogue describes."""
        return tuple(measure for measure in self.measures if is_generic(measure.id))


def gate_targets(opened: OpenAssessment) -> dict[str, int]:
    """The level every minimum requirement asked needs, by item id."""
    return {item.id: GATE_LEVEL for item in opened.items() if item.gate}


def all_targets(opened: OpenAssessment) -> dict[str, int]:
    """The targets of all items asked that have one above 0, by item id."""
    targets = {item.id: opened.target(item) for item in opened.items()}
    return {item_id: target for item_id, target in targets.items() if target}


def make_model(
    opened: OpenAssessment,
    measures: Mapping[str, Measure],
    situation: Situation,
    wanted: Wanted,
    *,
    generic: bool = True,
) -> Model:
    """What has to be weighed to reach some levels.

    Args:
        opened: The assessment.
        measures: The catalogue and what the municipality has added, without a cycle.
        situation: What is known beside the answers.
        wanted: The levels to reach; of an item that is not asked it cannot be reached.
        generic: Whether generic measures take part where the catalogue has none.
    """
    plan = _Plan(Ground(opened, measures, situation))
    for item_id, level in wanted.items():
        plan.want(item_id, level, generic=generic)
    return plan.model(Scale(opened.assessment.municipality.population, situation.neighbours))


def path_of(model: Model, taken: Collection[int], *, proven: bool, days_for_all: float) -> Path:
    """The way that a choice of measures is.

    Args:
        model: What was weighed.
        taken: Places of the measures chosen; with each, what it needs is chosen.
        proven: Whether it is certain that nothing smaller does it.
        days_for_all: Person-days to reach all goals.

    Raises:
        ValueError: Something is missing that a measure chosen needs.
    """
    chosen = set(taken)
    if any(need.of in chosen and not need.one_of & chosen for need in model.needs):
        raise ValueError("a measure is chosen without what it needs")
    reached = [goal.item_id for goal in model.goals if goal.one_of & chosen]
    return Path(
        measures=_in_order(model, chosen),
        days=model.scale.days(half_days_of(model, chosen)),
        reached=tuple(reached),
        missed=tuple(goal.item_id for goal in model.goals if goal.item_id not in reached),
        unreachable=model.unreachable,
        unclear=model.unclear,
        proven=proven,
        days_for_all=days_for_all,
    )


def half_days_of(model: Model, taken: Iterable[int]) -> int:
    """The effort of a choice, in half days of the catalogue."""
    return sum(model.half_days[at] for at in taken)


def _in_order(model: Model, chosen: Collection[int]) -> tuple[Measure, ...]:
    """What is needed before what needs it, else in the order of the model."""
    met: dict[int, None] = {}

    def meet(at: int) -> None:
        for need in model.needs:
            if need.of == at:
                for before in sorted(need.one_of & set(chosen) - met.keys()):
                    meet(before)
        met[at] = None

    for at in sorted(chosen):
        if at not in met:
            meet(at)
    return tuple(model.measures[at] for at in met)


@dataclass
class _Plan:
    """A model while it is made, by ids in place of places."""

    ground: Ground
    parts: dict[str, Measure] = field(default_factory=dict)
    needs: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    goals: list[tuple[str, int, tuple[str, ...]]] = field(default_factory=list)
    unreachable: list[str] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)

    def want(self, item_id: str, level: int, *, generic: bool) -> None:
        item = self.ground.items.get(item_id)
        answer = self.ground.opened.answer(item_id)
        if item is None:
            self.unreachable.append(item_id)
            return
        if answer.state is AnswerState.NOT_APPLICABLE or (answer.level or 0) >= level:
            return
        ways = self._ways(item_id, level)
        if not ways and generic:
            ways = (self._climb(item, answer.level or 0, level),)
        if not ways:
            self.unreachable.append(item_id)
            return
        if answer.level is None:
            self.unclear.append(item_id)
        self.goals.append((item_id, level, ways))
        self._add(ways)

    def model(self, scale: Scale) -> Model:
        catalogue = [m for m in self.ground.measures.values() if m.id in self.parts]
        items = list(self.ground.items)
        added = [m for m in self.parts.values() if m.id not in self.ground.measures]
        added.sort(key=lambda m: (items.index(m.triggers[0].item_id), m.triggers[0].below))
        measures = (*catalogue, *added)
        place = {measure.id: at for at, measure in enumerate(measures)}

        def places(ids: Iterable[str]) -> frozenset[int]:
            return frozenset(place[one] for one in ids)

        return Model(
            measures=measures,
            half_days=tuple(HALF_DAYS[measure.effort] for measure in measures),
            needs=tuple(Need(place[of], places(one_of)) for of, one_of in self.needs),
            goals=tuple(Goal(item_id, level, places(ways)) for item_id, level, ways in self.goals),
            scale=scale,
            unreachable=tuple(self.unreachable),
            unclear=tuple(self.unclear),
        )

    def _ways(self, item_id: str, level: int) -> tuple[str, ...]:
        """The measures that raise an item to a level or above."""
        return tuple(
            measure.id
            for measure in self.ground.measures.values()
            if self._can_be_done(measure)
            and any(t.item_id == item_id and t.below >= level for t in measure.triggers)
        )

    def _can_be_done(self, measure: Measure) -> bool:
        situation = self.ground.situation
        dropped = measure.id in situation.done or measure.id in situation.hidden
        return not dropped and self.ground.is_possible(measure)

    def _climb(self, item: Item, level: int, wanted: int) -> str:
        """Generic measures up to a level; returns the id of the last."""
        start = next((n for n in range(wanted - 1, level, -1) if self._ways(item.id, n)), level)
        below = self._ways(item.id, start) if start > level else ()
        for step in range(start + 1, wanted + 1):
            measure = next_level(item, step)
            self.parts[measure.id] = measure
            if below:
                self.needs.append((measure.id, below))
                self._add(below)
            below = (measure.id,)
        return below[0]

    def _add(self, ids: Iterable[str]) -> None:
        """Let measures take part, with everything that is not done before them."""
        for name in ids:
            if name in self.parts:
                continue
            measure = self.ground.measures[name]
            self.parts[name] = measure
            standings = self.ground.standings(measure)
            for before in with_standing(standings, Standing.OPEN, Standing.UNCLEAR):
                self.needs.append((name, (before,)))
                self._add((before,))
