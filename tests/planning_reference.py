"""The rules of measures a second time, written for clearness alone: what the program is held to.

Nothing of the program decides anything here; its values are only read. Efforts are whole half days,
and figures are fractions, so that nothing is rounded.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from statistics import median

from kiassess.domain.measures import Circumstance, is_quick_win

FACTOR = {"XS": 1, "S": 2, "M": 4, "L": 8, "XL": 16}
HALF_DAYS = {"XS": 2, "S": 7, "M": 21, "L": 56, "XL": 120}
GENERIC = {1: "S", 2: "S", 3: "M", 4: "L"}
UNKNOWN, OPEN, NOT_APPLICABLE = "U", "-", "N"
IMMEDIATE, YEAR, LATER = range(3)


@dataclass
class Asked:
    """An item that is asked: what it is worth and what was said."""

    said: object  # a level, or one of the three signs above
    gate: bool = False
    target: int = 0
    blocks: int = 1
    proven: bool = False
    disputed: bool = False


@dataclass
class Told:
    """A measure in plain figures."""

    name: str
    effort: str
    benefit: int
    triggers: list
    before: list = field(default_factory=list)
    circumstance: object = None
    quick: bool = False


@dataclass
class Town:
    """All that the rules look at."""

    items: dict
    measures: dict
    high_risk: bool = False
    done: set = field(default_factory=set)
    hidden: set = field(default_factory=set)
    population: object = None
    neighbours: int = 0
    days: object = None
    present: object = None  # the circumstances, once they are worked out


@dataclass
class Line:
    """What the rules say of one measure."""

    need: int
    worth: Fraction
    days: Fraction
    gate: bool
    quick_win: bool
    before: dict
    generic: bool
    bucket: int = LATER
    fits: bool = True


def told(measures):
    """The measures of a catalogue in plain figures."""
    return {
        m.id: Told(
            m.id,
            m.effort.value,
            m.benefit,
            [(t.item_id, t.below) for t in m.triggers],
            list(m.prerequisites),
            m.circumstance,
            is_quick_win(m, measures),
        )
        for m in measures.values()
    }


def factor(town):
    """What efforts are multiplied by."""
    people = town.population
    size = Fraction(1)
    if people is not None and people < 5000:
        size = Fraction(6, 10)
    elif people is not None and people > 100_000:
        size = Fraction(2)
    elif people is not None and people > 20_000:
        size = Fraction(15, 10)
    whole = 1 + Fraction(6, 10) * town.neighbours
    return size * whole / (1 + town.neighbours)


def circumstances(town):
    """Item ids by circumstance that is the case."""
    if town.present is not None:
        return town.present
    unknown = [i for i, a in town.items.items() if a.said == UNKNOWN]
    unproven = [
        i for i, a in town.items.items() if isinstance(a.said, int) and a.said >= 3 and not a.proven
    ]
    disputed = [i for i, a in town.items.items() if a.disputed]
    found = {}
    if Fraction(len(unknown), max(1, len(town.items))) > Fraction(15, 100):
        found[Circumstance.MANY_UNKNOWN] = unknown
    if unproven:
        found[Circumstance.UNPROVEN] = unproven
    if disputed:
        found[Circumstance.DISPUTED] = disputed
    if town.high_risk:
        found[Circumstance.HIGH_RISK] = []
    town.present = found
    return found


def below(town, item, level):
    """Whether an item is asked, answered, and below a level."""
    asked = town.items.get(item)
    return asked is not None and isinstance(asked.said, int) and asked.said < level


def fires(town, measure):
    """Whether a measure fits."""
    if measure.circumstance is not None and measure.circumstance not in circumstances(town):
        return False
    return not measure.triggers or any(below(town, *t) for t in measure.triggers)


def standing(town, name):
    """How a prerequisite stands."""
    measure = town.measures[name]
    impossible = measure.circumstance and measure.circumstance not in circumstances(town)
    if name in town.done | town.hidden or impossible:
        return "done"
    if fires(town, measure):
        return "open"
    for item, _ in measure.triggers:
        if item not in town.items or town.items[item].said in (UNKNOWN, OPEN):
            return "unclear"
    return "done"


def lines(town):
    """What the rules say, by measure id in the order of catalogue and items."""
    present = circumstances(town)
    times = factor(town)
    found = {}
    for measure in town.measures.values():
        if not fires(town, measure) or measure.name in town.done | town.hidden:
            continue
        if measure.triggers:
            need = sum(_levels(town, item, level) for item, level in measure.triggers)
        else:
            weights = [2 if town.items[i].gate else 1 for i in present[measure.circumstance]]
            need = max(1, sum(weights))
        gate = any(_is_way(town, item, level) for item, level in measure.triggers)
        before = {name: standing(town, name) for name in measure.before}
        quick = measure.quick and set(before.values()) <= {"done"}
        worth = Fraction(need * measure.benefit, FACTOR[measure.effort])
        days = Fraction(HALF_DAYS[measure.effort], 2) * times
        found[measure.name] = Line(need, worth, days, gate, quick, before, generic=False)
    specific_items = {
        t[0]
        for m in town.measures.values()
        if m.name not in town.done and fires(town, m)
        for t in m.triggers
        if below(town, *t)
    }
    for item, asked in town.items.items():
        if not isinstance(asked.said, int):
            continue
        wanted = max(asked.target, 2 if asked.gate else 0)
        specific = item in specific_items
        name = f"n.{item}.{asked.said + 1}"
        if asked.said < wanted and not specific and name not in town.done | town.hidden:
            effort = GENERIC[asked.said + 1]
            need = 2 if asked.gate else 1
            gate = asked.gate and asked.said < 2
            worth = Fraction(need * min(3, asked.blocks), FACTOR[effort])
            days = Fraction(HALF_DAYS[effort], 2) * times
            found[name] = Line(need, worth, days, gate, False, {}, generic=True)
    _put_into_buckets(found)
    if town.days is not None:
        _mark_what_fits(found, Fraction(town.days))
    return found


def _levels(town, item, level):
    asked = town.items.get(item)
    if asked is None or asked.said == NOT_APPLICABLE:
        return 0
    missing = 1 if asked.said in (UNKNOWN, OPEN) else max(0, level - asked.said)
    return missing * (2 if asked.gate else 1)


def _is_way(town, item, level):
    if not below(town, item, level) or not town.items[item].gate or town.items[item].said >= 2:
        return False
    others = [
        lev
        for m in town.measures.values()
        if fires(town, m)
        for i, lev in m.triggers
        if i == item and lev >= 2
    ]
    return not others or level <= min(others)


def _put_into_buckets(found):
    for line in found.values():
        line.bucket = IMMEDIATE if line.gate or line.quick_win else LATER
    for generic in (False, True):
        rest = [o for o in found.values() if o.bucket == LATER and o.generic == generic]
        middle = median(line.worth for line in rest) if rest else 0
        for line in rest:
            if line.worth > middle or (line.worth == middle and not generic):
                line.bucket = YEAR
    changed = True
    while changed:
        changed = False
        for line in found.values():
            for name in open_before(line, found):
                if found[name].bucket > line.bucket:
                    found[name].bucket = line.bucket
                    changed = True


def open_before(line, found):
    """What is recommended itself and has to be done before."""
    return [name for name, how in line.before.items() if how == "open" and name in found]


def closure(name, found):
    """A measure and everything open before it, all the way back."""
    names = {name}
    while True:
        more = {b for n in names for b in open_before(found[n], found)} - names
        if not more:
            return names
        names |= more


def in_order(found):
    """The names bucket by bucket; what has to be done before comes before."""
    place = {name: n for n, name in enumerate(found)}

    def rank(name):
        line = found[name]
        return line.bucket, not line.gate, -line.worth, place[name]

    names = []

    def put(name, bucket):
        for other in open_before(found[name], found):
            put(other, bucket)
        if name not in names and found[name].bucket == bucket:
            names.append(name)

    for name in sorted(found, key=rank):
        put(name, found[name].bucket)
    return names


def _mark_what_fits(found, days):
    for line in found.values():
        line.fits = line.bucket != IMMEDIATE
    immediate = [n for n, line in found.items() if line.bucket == IMMEDIATE]
    for name in sorted(immediate, key=lambda n: (not found[n].gate, -found[n].worth)):
        together = [n for n in closure(name, found) if not found[n].fits]
        asked = sum(found[n].days for n in together)
        if asked <= days:
            days -= asked
            for n in together:
                found[n].fits = True
