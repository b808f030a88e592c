"""The way with the least effort once more, found by looking at everything there is.

Like ``planning_reference``, whose towns it takes: nothing of the program decides anything here.
"""

from itertools import chain, combinations

from planning_reference import (
    GENERIC,
    HALF_DAYS,
    NOT_APPLICABLE,
    circumstances,
    standing,
)


def ways(town, wanted, *, generic):
    """What may be done, in order: name -> (half days, triggers, names needed, level needed)."""
    specific = {
        m.name: (HALF_DAYS[m.effort], m.triggers, _undone(town, m), None)
        for m in town.measures.values()
        if m.name not in town.done | town.hidden
        and (m.circumstance is None or m.circumstance in circumstances(town))
    }
    added, unreachable = {}, [item for item in wanted if item not in town.items]
    for item, asked in town.items.items():
        level, now = wanted.get(item, 0), asked.said if isinstance(asked.said, int) else 0
        if asked.said == NOT_APPLICABLE or now >= level:
            continue
        leads = [lev for _, ts, _, _ in specific.values() for i, lev in ts if i == item]
        if max(leads, default=0) >= level:
            continue
        if not generic:
            unreachable.append(item)
            continue
        for step in range(max([now, *leads]) + 1, level + 1):
            days = HALF_DAYS[GENERIC[step]]
            added[f"n.{item}.{step}"] = (days, [(item, step)], [], (item, step - 1))
    return specific | added, unreachable


def _undone(town, measure):
    return [name for name in measure.before if standing(town, name) != "done"]


def start(town):
    """The level of every item that counts, an unknown one as 0."""
    return {
        item: asked.said if isinstance(asked.said, int) else -1
        for item, asked in town.items.items()
        if asked.said != NOT_APPLICABLE
    }


def supports(town, ground, possible):
    """What brings an item to the level a next one stands on: the one before, or the catalogue."""
    item, level = ground
    specific = {n for n, row in possible.items() for i, lev in row[1] if i == item and lev >= level}
    return {n for n in specific if n in town.measures or n == f"n.{item}.{level}"}


def _is_above(town, item, level):
    """Whether the level is still to be reached."""
    return level > max(0, start(town)[item])


def reached(town, wanted, names, possible):
    """The items that get to their level, of those below it; ``None`` if the choice is not whole."""
    levels = start(town)
    for name in names:
        for item, level in possible[name][1]:
            if item in levels:
                levels[item] = max(levels[item], level)
    for name in names:
        _, _, before, ground = possible[name]
        if not set(before) <= set(names):
            return None
        if (
            ground
            and not supports(town, ground, possible) & set(names)
            and _is_above(town, *ground)
        ):
            return None
    short = {i for i, lev in wanted.items() if i in levels and start(town)[i] < lev}
    return {item for item in short if levels[item] >= wanted[item]}


def best_of_all(town, wanted, *, generic, half_days=None):
    """Every choice looked at: the best by number reached, effort, number of measures, order."""
    possible, unreachable = ways(town, wanted, generic=generic)
    names = list(possible)
    must = set(wanted) & set(start(town)) - set(unreachable)
    must = {item for item in must if start(town)[item] < wanted[item]}
    best = None
    subsets = chain.from_iterable(combinations(names, n) for n in range(len(names) + 1))
    for subset in subsets:
        days = sum(possible[name][0] for name in subset)
        if half_days is not None and days > half_days:
            continue
        got = reached(town, wanted, subset, possible)
        if got is None or (half_days is None and not must <= got):
            continue
        got &= must
        key = (-len(got), days, len(subset), [names.index(name) for name in subset])
        if best is None or key < best[0]:
            best = key, set(subset), got
    return best[1], best[2], set(unreachable)


def _missing_before(town, chosen, possible):
    """What a choice still needs: lists of names of which one each is needed."""
    for name in chosen:
        _, _, before, ground = possible[name]
        yield from ([one] for one in before if one not in chosen)
        if ground and _is_above(town, *ground):
            wanting = supports(town, ground, possible)
            if not chosen & wanting:
                yield sorted(wanting)


def _missing_ways(chosen, goals, leads):
    """The same for what is to be reached."""
    for item, level in goals:
        wanting = [n for lev, n in leads[item] if lev >= level]
        if not chosen & set(wanting):
            yield wanting


def best_by_search(town, wanted):
    """The same without a limit, for whole catalogues: what is missing is tried in every way."""
    possible, _ = ways(town, wanted, generic=True)
    names = list(possible)
    levels = start(town)
    leads = {}
    for name, (_, triggers, _, _) in possible.items():
        for item, level in triggers:
            leads.setdefault(item, []).append((level, name))
    goals = [(i, lev) for i, lev in wanted.items() if i in levels and levels[i] < lev]
    best = [(float("inf"), 0, [])]
    seen = set()

    def search(chosen):
        days = sum(possible[name][0] for name in chosen)
        key = (days, len(chosen), sorted(names.index(name) for name in chosen))
        if chosen in seen or key[:2] > best[0][:2]:
            return
        seen.add(chosen)
        missing = [*_missing_before(town, chosen, possible), *_missing_ways(chosen, goals, leads)]
        one_of = min(missing, key=len, default=None)
        if one_of is None:
            best[0] = min(best[0], key)
            return
        for name in one_of:
            search(chosen | {name})

    search(frozenset())
    return {names[at] for at in best[0][2]}, best[0][0]
