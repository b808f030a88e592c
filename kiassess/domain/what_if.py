"""What would be if: some measures done, and the profile as it would then be.

What doing a measure changes, and nothing else does: every item of its triggers that is asked and
applies rises to the level of its trigger; it never falls. What is unknown or open becomes that
level. What does not apply stays so, and a measure without triggers changes no answer. The order in
which measures are done does not matter. Whether they have been prepared is not asked here: what is
missing before them is named instead.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from kiassess.domain.assessment import Answer, AnswerState, OpenAssessment
from kiassess.domain.effort import HALF_DAYS, Scale
from kiassess.domain.firing import Ground, Situation, Standing, with_standing
from kiassess.domain.measures import Measure
from kiassess.domain.next_level import find_measure
from kiassess.domain.profile import Profile, make_profile


@dataclass(frozen=True, slots=True)
class Simulation:
    """An assessment as it would be.

    Attributes:
        opened: With the answers assumed; never to be saved.
        profile: Its profile.
        gates_gained: Ids of the minimum requirements that would be met and are not today.
        days: Person-days of the measures chosen, unrounded.
        missing: ``Measure.id`` of what has to be done before and is neither done nor chosen,
            in the order of the catalogue.
    """

    opened: OpenAssessment
    profile: Profile
    gates_gained: tuple[str, ...]
    days: float
    missing: tuple[str, ...]


def simulate(
    opened: OpenAssessment,
    chosen: Collection[str],
    measures: Mapping[str, Measure],
    situation: Situation,
) -> Simulation:
    """What would be if some measures were done.

    Args:
        opened: The assessment as it is.
        chosen: ``Measure.id`` of what would be done, of the catalogue or generic; an unknown id
            changes nothing.
        measures: The catalogue and what the municipality has added, without a cycle.
        situation: What is known beside the answers.
    """
    found = (find_measure(one, measures, opened.questionnaire) for one in dict.fromkeys(chosen))
    doing = [measure for measure in found if measure is not None]
    assumed = assume(opened, doing)
    profile = make_profile(assumed)
    met = {gate.item_id for gate in make_profile(opened).gates if gate.met}
    scale = Scale(opened.assessment.municipality.population, situation.neighbours)
    return Simulation(
        opened=assumed,
        profile=profile,
        gates_gained=tuple(g.item_id for g in profile.gates if g.met and g.item_id not in met),
        days=scale.days(sum(HALF_DAYS[measure.effort] for measure in doing)),
        missing=_missing(doing, Ground(opened, measures, situation)),
    )


def prerequisites_of(
    opened: OpenAssessment,
    chosen: Collection[str],
    measures: Mapping[str, Measure],
    situation: Situation,
) -> tuple[str, ...]:
    """What has to be done before some measures and is neither done nor among them.

    Args:
        opened: The assessment as it is.
        chosen: ``Measure.id``, of the catalogue or generic.
        measures: The catalogue and what the municipality has added, without a cycle.
        situation: What is known beside the answers.

    Returns:
        ``Measure.id`` in the order of the catalogue, all the way back.
    """
    found = (find_measure(one, measures, opened.questionnaire) for one in dict.fromkeys(chosen))
    doing = [measure for measure in found if measure is not None]
    return _missing(doing, Ground(opened, measures, situation))


def assume(opened: OpenAssessment, doing: Iterable[Measure]) -> OpenAssessment:
    """The assessment with the answers it would have if some measures were done."""
    asked = {item.id for item in opened.items()}
    answers = dict(opened.answers)
    for trigger in (one for measure in doing for one in measure.triggers):
        if trigger.item_id in asked:
            before = answers.get(trigger.item_id) or Answer(trigger.item_id)
            answers[trigger.item_id] = _raised(before, trigger.below)
    return replace(opened, answers=answers)


def _raised(answer: Answer, level: int) -> Answer:
    if answer.state is AnswerState.NOT_APPLICABLE or (answer.level or 0) >= level:
        return answer
    return replace(answer, state=AnswerState.ANSWERED, level=level)


def _missing(doing: Iterable[Measure], ground: Ground) -> tuple[str, ...]:
    """What is not done before some measures, all the way back."""
    waiting, chosen = list(doing), {measure.id for measure in doing}
    missing: set[str] = set()
    while waiting:
        standings = ground.standings(waiting.pop())
        undone = with_standing(standings, Standing.OPEN, Standing.UNCLEAR)
        new = set(undone) - chosen - missing
        missing |= new
        waiting += [ground.measures[one] for one in new]
    return tuple(one for one in ground.measures if one in missing)
