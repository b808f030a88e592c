"""Random towns for the rules of measures: with the whole catalogue, and with tiny ones."""

import random
from dataclasses import replace
from datetime import timedelta

from builders import NOON, make_answer, make_item, make_questionnaire, open_assessment
from planning_reference import NOT_APPLICABLE, OPEN, UNKNOWN, Asked, Town, told

from kiassess.domain.assessment import AiInUse, Evidence, EvidenceType, Voice
from kiassess.domain.firing import Situation
from kiassess.domain.kinds import Extent, NotApplicableRule
from kiassess.domain.measures import Circumstance, Cost, Effort, Measure, Trigger

POPULATIONS = (None, 900, 4_999, 5_000, 20_000, 20_001, 100_000, 100_001, 600_000)
MOODS = (  # how likely the levels 0 to 4, unknown, open and not applicable are
    (3, 3, 3, 2, 1, 1, 1, 1),
    (8, 4, 2, 1, 0, 1, 0, 1),
    (1, 2, 6, 6, 3, 0, 0, 1),
    (1, 1, 1, 1, 1, 5, 5, 1),
    (0, 1, 9, 1, 0, 0, 0, 0),
)
SIGNS = (0, 1, 2, 3, 4, UNKNOWN, OPEN, NOT_APPLICABLE)
BACKED = {EvidenceType.DOCUMENT, EvidenceType.VERIFIED}


def measure(name, *triggers, before=(), effort="S", benefit=2, cost="K0", circumstance=None):
    """A measure; a trigger is an item and the level it is below."""
    return Measure(
        id=name,
        title=f"Title of {name}",
        goal="",
        steps=(),
        result="",
        pitfall="",
        kpi="",
        effort=Effort(effort),
        cost=Cost(cost),
        benefit=benefit,
        lead="DIG",
        step=5,
        triggers=tuple(Trigger(item, below) for item, below in triggers),
        prerequisites=tuple(before),
        circumstance=circumstance,
    )


def by_id(*measures):
    """Measures by their id."""
    return {one.id: one for one in measures}


def random_case(seed, questionnaire, measures):
    """An assessment with a situation, and the same for the reference."""
    chance = random.Random(seed)
    extent = chance.choice((Extent.FULL, Extent.FULL, Extent.SMALL, Extent.QUICK))
    mood = chance.choice(MOODS)
    items = tuple(questionnaire.items(extent))
    answers = {item.id: random_answer(item, mood, chance) for item in items}
    opened = open_assessment(
        questionnaire,
        {},
        population=chance.choice(POPULATIONS),
        extent=extent,
        ai_in_use=chance.choice(tuple(AiInUse)),
    )
    voices = random_voices(items, chance)
    opened = replace(opened, answers=answers, voices=voices)
    names = list(measures)
    situation = Situation(
        days=chance.choice((None, 0, 1, 3, 8, 20, 60)),
        neighbours=chance.choice((0, 0, 1, 2, 5)),
        high_risk=chance.random() < 0.4,
        done=frozenset(chance.sample(names, chance.choice((0, 0, 3, 12)))),
        hidden=frozenset(chance.sample(names, chance.choice((0, 0, 1, 5)))),
    )
    return opened, situation, town_of(opened, measures, situation)


def random_answer(item, mood, chance):
    """What somebody may say about an item."""
    (given,) = chance.choices(SIGNS, mood)
    if given == NOT_APPLICABLE and item.not_applicable is NotApplicableRule.NEVER:
        given = 1
    facts = {"target": chance.choice((None, None, None, 0, 1, 2, 3, 4))}
    if chance.random() < 0.3:
        facts["evidence"] = Evidence(chance.choice(tuple(EvidenceType)))
    return make_answer(item.id, given, **facts)


def random_voices(items, chance):
    """Two voices about a few items; mostly about none."""
    spoken = chance.sample(items, chance.choice((0, 0, 0, 2)))
    return {
        item.id: tuple(
            Voice(who, make_answer(item.id, chance.randrange(5)), NOON + timedelta(hours=at))
            for at, who in enumerate(("Bauamt", "Hauptamt"))
        )
        for item in spoken
    }


def town_of(opened, measures, situation):
    """The same for the reference."""
    items = {}
    for item in opened.items():
        answer = opened.answer(item.id)
        signs = {"unknown": UNKNOWN, "open": OPEN, "not_applicable": NOT_APPLICABLE}
        said = signs.get(answer.state.value, answer.level)
        levels = [voice.answer.level for voice in opened.voices.get(item.id, ())]
        items[item.id] = Asked(
            said=said,
            gate=item.gate,
            target=opened.target(item) or 0,
            blocks=len(item.contributions),
            proven=answer.evidence.type in BACKED,
            disputed=bool(levels) and max(levels) - min(levels) >= 2,
        )
    return Town(
        items=items,
        measures=told(measures),
        high_risk=situation.high_risk,
        done=set(situation.done),
        hidden=set(situation.hidden),
        population=opened.assessment.municipality.population,
        neighbours=situation.neighbours,
        days=situation.days,
    )


def tiny_case(seed):
    """Four items and at most six measures, small enough to look at every choice."""
    chance = random.Random(seed)
    ids = [f"q.{n}" for n in range(4)]
    items = [
        make_item(
            one,
            gate=chance.random() < 0.5,
            not_applicable=NotApplicableRule.WITH_REASON,
        )
        for one in ids
    ]
    measures = {}
    for n in range(chance.randrange(1, 7)):
        aims = chance.sample(ids, chance.choice((1, 1, 2)))
        before = chance.sample(sorted(measures), min(len(measures), chance.choice((0, 0, 1, 2))))
        circumstance = Circumstance.HIGH_RISK if chance.random() < 0.1 else None
        name = f"m.q.{chance.randrange(1000):03}{n}"
        measures[name] = measure(
            name,
            *((one, chance.choice((1, 2, 2, 2, 3, 4))) for one in aims),
            before=before,
            effort=chance.choice(("XS", "XS", "S", "S", "M", "L", "XL")),
            circumstance=circumstance,
        )
    signs = (0, 0, 0, 1, 1, 2, 3, UNKNOWN, OPEN, NOT_APPLICABLE)
    given = {one: chance.choice(signs) for one in ids}
    opened = open_assessment(make_questionnaire(items), given, population=9_000)
    situation = Situation(
        high_risk=chance.random() < 0.5,
        done=frozenset(chance.sample(sorted(measures), chance.choice((0, 0, 0, 1)))),
        hidden=frozenset(chance.sample(sorted(measures), chance.choice((0, 0, 0, 1)))),
    )
    aims = chance.sample(ids, chance.choice((1, 2, 3)))
    wanted = {one: chance.choice((1, 2, 2, 2, 3, 3, 4)) for one in aims}
    return opened, measures, situation, wanted, town_of(opened, measures, situation)
