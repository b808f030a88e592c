"""How long planning takes: what fits a town, and the way with the least effort.

    python tests/bench/planning.py     prints the figures alone

The catalogue of the program has 100 measures but few choices. So towns of 100 made-up measures are
solved as well, in which every question has several ways and most measures need others.
"""

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

MEASURES = 100
ITEMS = 40
TOWNS = 20
PATH_MS = 2_000
RECOMMEND_MS = 100


def made_up(seed):
    """An assessment at level 0 with 100 measures, each for one or two items, and its wishes."""
    from builders import make_item, make_questionnaire, open_assessment
    from planning_cases import measure

    chance = random.Random(seed)
    ids = [f"q.n{n}" for n in range(ITEMS)]
    measures = {}
    for n in range(MEASURES):
        name = f"m.q.n{n:03}"
        aims = chance.sample(ids, chance.choice((1, 2)))
        before = chance.sample(sorted(measures), min(n, chance.choice((0, 1, 2))))
        effort = chance.choice(("XS", "S", "S", "M", "L"))
        measures[name] = measure(name, *((a, 2) for a in aims), before=before, effort=effort)
    questionnaire = make_questionnaire([make_item(one) for one in ids])
    opened = open_assessment(questionnaire, dict.fromkeys(ids, 0), population=9_000)
    return opened, measures, dict.fromkeys(ids, 2)


def paths(library, towns=TOWNS):
    """Milliseconds for a way: all targets of a town without anything, made-up towns, few days."""
    from builders import open_assessment

    from kiassess.domain.firing import Situation
    from kiassess.domain.path import all_targets
    from kiassess.workflow.recommending import least_effort

    questionnaire = library.load("ki-readiness").questionnaire("de")
    measures = library.catalogue("ki-readiness", "de")[0].measures
    given = {item.id: 0 for item in questionnaire.items()}
    opened = open_assessment(questionnaire, given, population=30_000)
    cases = [(opened, measures, all_targets(opened))] * 3
    cases += [made_up(seed) for seed in range(towns)]
    found = []
    for opened, measures, wanted in cases:
        within = None
        for _ in range(2):
            began = time.perf_counter()
            path = least_effort(opened, measures, Situation(), wanted, within=within)
            found.append((time.perf_counter() - began) * 1000)
            assert path.proven
            within = 0.3 * path.days_for_all
    return found


def recommendations(library, towns=TOWNS):
    """Milliseconds to find, sort and limit what fits a town."""
    from planning_cases import random_case

    from kiassess.domain.recommending import recommend

    questionnaire = library.load("ki-readiness").questionnaire("de")
    measures = library.catalogue("ki-readiness", "de")[0].measures
    found = []
    for seed in range(towns):
        opened, situation, _ = random_case(seed, questionnaire, measures)
        began = time.perf_counter()
        recommend(opened, measures, situation)
        found.append((time.perf_counter() - began) * 1000)
    return found


def main():
    """Print all figures."""
    from kiassess.content.library import Library
    from kiassess.paths import bundled

    library = Library(bundled().questionnaires)
    first, *others = paths(library)
    print(f"first way, with loading the solver: {first:.0f} ms (≤ {PATH_MS})")
    print(f"a way among 100 measures, the longest: {max(others):.0f} ms (≤ {PATH_MS})")
    print(f"what fits, the longest: {max(recommendations(library)):.0f} ms (≤ {RECOMMEND_MS})")


if __name__ == "__main__":
    main()
