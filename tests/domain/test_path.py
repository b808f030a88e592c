"""The way with the least effort: never longer than it has to be, and always whole."""

import random

import planning_search as search
import pytest
from builders import make_item, make_questionnaire, open_assessment
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as st
from planning_cases import by_id, measure, random_case, tiny_case
from planning_reference import factor

from kiassess.content.library import Library
from kiassess.domain.firing import Situation
from kiassess.domain.kinds import Extent
from kiassess.domain.measures import Circumstance
from kiassess.domain.municipality import SizeClass
from kiassess.domain.path import all_targets, gate_targets, make_model, path_of
from kiassess.domain.what_if import assume, simulate
from kiassess.paths import bundled
from kiassess.solving.lightest import lightest
from kiassess.workflow.recommending import least_effort

NOTHING = Situation()
LIMITS = (0, 2, 5, 8, 10, 20, 30, 60, 130)  # half days


@pytest.fixture(scope="module")
def questionnaire():
    return Library(bundled().questionnaires).load("ki-readiness").questionnaire("de")


@pytest.fixture(scope="module")
def catalogue():
    return Library(bundled().questionnaires).catalogue("ki-readiness", "de")[0].measures


def town(given, *, items=None, population=9_000, **facts):
    """An assessment of plain items, named by what was answered; gates begin with ``gate.``."""
    made = items or [make_item(one, gate=one.startswith("gate.")) for one in given]
    return open_assessment(make_questionnaire(made), given, population=population, **facts)


def names(path):
    return [one.id for one in path.measures]


def way(given, wanted, *measures, situation=NOTHING, **how):
    return least_effort(town(given), by_id(*measures), situation, wanted, **how)


# --- against everything that could be done


@pytest.mark.parametrize("batch", range(10))
def test_no_choice_of_1000_tiny_catalogues_is_better(batch):
    for seed in range(batch * 100, batch * 100 + 100):
        opened, measures, situation, wanted, plain = tiny_case(seed)
        generic = seed % 3 > 0
        path = least_effort(opened, measures, situation, wanted, generic=generic)
        best, reached, out = search.best_of_all(plain, wanted, generic=generic)
        assert (set(names(path)), set(path.reached)) == (best, reached), seed
        assert (set(path.unreachable), path.missed, path.proven) == (out, (), True), seed
        assert path.days == path.days_for_all, seed

        limit = random.Random(seed).choice(LIMITS)
        path = least_effort(opened, measures, situation, wanted, within=limit / 2, generic=generic)
        best, reached, _ = search.best_of_all(plain, wanted, generic=generic, half_days=limit)
        assert (set(names(path)), set(path.reached)) == (best, reached), (seed, limit)
        assert path.days <= limit / 2


@pytest.mark.parametrize("batch", range(10))
def test_a_search_through_every_way_to_the_gates_of_1000_towns_finds_the_same(
    batch, questionnaire, catalogue
):
    for seed in range(batch * 100, batch * 100 + 100):
        opened, situation, plain = random_case(seed, questionnaire, catalogue)
        wanted = gate_targets(opened) if seed % 10 else all_targets(opened)
        path = least_effort(opened, catalogue, situation, wanted)
        best, half_days = search.best_by_search(plain, wanted)
        assert set(names(path)) == best, seed
        assert path.days == pytest.approx(half_days / 2 * float(factor(plain))), seed
        assert path.proven, seed
        assert_whole(path, opened, catalogue, situation, wanted)


def assert_whole(path, opened, measures, situation, wanted):
    """Everything is reached, nothing is missing before it, and it can be done in this order."""
    assumed = assume(opened, path.measures)
    for item_id in path.reached:
        assert assumed.answer(item_id).level >= wanted[item_id]
    done = simulate(opened, names(path), measures, situation)
    assert done.missing == ()
    assert done.days == pytest.approx(path.days)
    for at, one in enumerate(path.measures):
        later = {other.id for other in path.measures[at:]}
        assert not later & set(one.prerequisites)


# --- the rules


def test_one_measure_for_two_gates_beats_two_small_ones():
    both = measure("m.a.both", ("gate.one", 2), ("gate.two", 2), effort="S")
    one = measure("m.a.one", ("gate.one", 2), effort="S")
    two = measure("m.a.two", ("gate.two", 2), effort="XS")
    given = {"gate.one": 0, "gate.two": 1}
    path = way(given, gate_targets(town(given)), one, two, both)
    assert (names(path), path.days, path.proven) == (["m.a.both"], 3.5, True)


def test_what_has_to_be_done_before_counts_too():
    basis = measure("m.a.basis", ("q.one", 2), effort="M")
    cheap = measure("m.a.cheap", ("gate.one", 2), effort="XS", before=["m.a.basis"])
    alone = measure("m.a.alone", ("gate.one", 2), effort="S")
    given = {"gate.one": 0, "q.one": 0}
    assert names(way(given, {"gate.one": 2}, basis, cheap, alone)) == ["m.a.alone"]
    ready = {"gate.one": 0, "q.one": 2}
    assert names(way(ready, {"gate.one": 2}, basis, cheap, alone)) == ["m.a.cheap"]
    plan = Situation(done=frozenset({"m.a.basis"}))
    assert names(way(given, {"gate.one": 2}, basis, cheap, alone, situation=plan)) == ["m.a.cheap"]


def test_fewer_measures_win_then_the_earlier_one():
    big = measure("m.a.big", ("q.one", 2), ("q.two", 2), effort="S")
    one = measure("m.a.one", ("q.one", 2), effort="S")
    same = measure("m.a.same", ("q.one", 3), effort="S")
    given, wanted = {"q.one": 0, "q.two": 0}, {"q.one": 2}
    assert names(way(given, wanted, one, same, big)) == ["m.a.one"]
    assert names(way(given, wanted, same, big, one)) == ["m.a.same"]
    three = ("q.one", "q.two", "q.three")
    small = [measure(f"m.a.n{n}", (item, 2), effort="S") for n, item in enumerate(three)]
    one_for_all = measure("m.a.z", *((item, 2) for item in three), effort="M")
    path = way(dict.fromkeys(three, 0), dict.fromkeys(three, 2), *small, one_for_all)
    assert (names(path), path.days) == (["m.a.z"], 3 * 3.5)


@pytest.mark.parametrize("given", ["U", "-"])
def test_what_nobody_knows_counts_as_not_there_and_is_named(given):
    path = way({"gate.one": given}, {"gate.one": 2}, measure("m.a.b", ("gate.one", 2)))
    assert (names(path), path.unclear, path.reached) == (["m.a.b"], ("gate.one",), ("gate.one",))


def test_what_is_reached_or_does_not_apply_asks_for_nothing():
    made = measure("m.a.b", ("q.one", 2), ("q.two", 2))
    path = way({"q.one": 2, "q.two": "N"}, {"q.one": 2, "q.two": 2}, made)
    assert (names(path), path.days, path.reached, path.proven) == ([], 0, (), True)


def test_what_is_not_asked_cannot_be_reached():
    path = way({"q.one": 0}, {"q.gone": 2, "q.one": 2}, measure("m.a.b", ("q.one", 2)))
    assert (path.unreachable, path.reached) == (("q.gone",), ("q.one",))


def test_without_generic_measures_it_says_what_no_measure_reaches():
    made = measure("m.a.b", ("q.one", 2))
    path = way({"q.one": 0, "q.two": 0}, {"q.one": 3, "q.two": 1}, made, generic=False)
    assert (names(path), path.unreachable) == ([], ("q.one", "q.two"))


def test_generic_measures_go_on_where_the_catalogue_ends():
    made = measure("m.a.b", ("q.one", 2))
    path = way({"q.one": 0}, {"q.one": 4}, made)
    assert names(path) == ["m.a.b", "n.q.one.3", "n.q.one.4"]
    assert [one.id for one in path.generic] == ["n.q.one.3", "n.q.one.4"]
    assert names(way({"q.one": 3}, {"q.one": 4}, made)) == ["n.q.one.4"]
    assert names(way({"q.one": "U"}, {"q.one": 2})) == ["n.q.one.1", "n.q.one.2"]


def test_generic_measures_do_not_take_the_place_of_real_ones():
    dear = measure("m.a.dear", ("gate.one", 2), effort="XL")
    assert names(way({"gate.one": 1}, {"gate.one": 2}, dear)) == ["m.a.dear"]


@pytest.mark.parametrize("way_out", ["done", "hidden"])
def test_what_is_done_or_hidden_is_not_part_of_the_way(way_out):
    made = measure("m.a.b", ("gate.one", 2))
    situation = Situation(**{way_out: frozenset({"m.a.b"})})
    assert names(way({"gate.one": 1}, {"gate.one": 2}, made, situation=situation)) == [
        "n.gate.one.2"
    ]


def test_what_is_only_for_high_risk_takes_part_only_then():
    made = measure("m.a.b", ("gate.one", 3), circumstance=Circumstance.HIGH_RISK, effort="L")
    given, wanted = {"gate.one": 2}, {"gate.one": 3}
    assert names(way(given, wanted, made)) == ["n.gate.one.3"]
    assert names(way(given, wanted, made, situation=Situation(high_risk=True))) == ["m.a.b"]


def test_the_days_are_those_of_this_municipality():
    opened = town({"q.one": 0}, population=4_000)
    made = by_id(measure("m.a.b", ("q.one", 2), effort="S"))
    path = least_effort(opened, made, Situation(neighbours=1), {"q.one": 2})
    assert path.days == pytest.approx(3.5 * 0.6 * 0.8)


# --- with too few days


def limited(within):
    made = [
        measure("m.a.dear", ("q.one", 2), effort="M"),
        measure("m.a.b", ("q.two", 2), effort="S"),
        measure("m.a.c", ("q.three", 2), effort="S"),
    ]
    given = dict.fromkeys(("q.one", "q.two", "q.three"), 0)
    return way(given, dict.fromkeys(given, 2), *made, within=within)


@pytest.mark.parametrize(
    ("within", "chosen", "missed"),
    [
        (17.5, ["m.a.dear", "m.a.b", "m.a.c"], ()),
        (17.4, ["m.a.b", "m.a.c"], ("q.one",)),
        (7, ["m.a.b", "m.a.c"], ("q.one",)),
        (6.9, ["m.a.b"], ("q.one", "q.three")),
        (0, [], ("q.one", "q.two", "q.three")),
    ],
)
def test_as_many_levels_are_reached_as_the_days_are_enough_for(within, chosen, missed):
    path = limited(within)
    assert (names(path), path.missed) == (chosen, missed)
    assert (path.days_for_all, path.proven) == (17.5, True)


# --- which levels are wanted


def test_the_gates_and_the_targets_of_what_is_asked_are_wanted():
    targets = {SizeClass.MEDIUM: 3}
    items = [
        make_item("q.one", gate=True, targets=targets),
        make_item("q.two", targets={SizeClass.MEDIUM: 0}),
        make_item("q.three", gate=True, extents=frozenset({Extent.FULL})),
        make_item("q.four"),
    ]
    opened = town({}, items=items, extent=Extent.SMALL)
    assert gate_targets(opened) == {"q.one": 2}
    assert all_targets(opened) == {"q.one": 3}


# --- the solver


@settings(max_examples=40)
@generated(st.integers(0, 10**6))
def test_the_order_of_the_goals_changes_nothing(seed):
    opened, measures, situation, wanted, _ = tiny_case(seed)
    turned = dict(reversed(wanted.items()))
    one = least_effort(opened, measures, situation, wanted)
    other = least_effort(opened, measures, situation, turned)
    assert names(one) == names(other)


def test_without_time_the_answer_is_whole_but_not_proven():
    basis = measure("m.a.basis", ("q.two", 2))
    made = by_id(basis, measure("m.a.b", ("q.one", 2), before=["m.a.basis"]))
    opened = town({"q.one": 0, "q.two": 0})
    model = make_model(opened, made, NOTHING, {"q.one": 2})
    found = lightest(model, seconds=0)
    path = path_of(model, found.taken, proven=found.proven, days_for_all=0)
    assert (names(path), path.proven) == (["m.a.basis", "m.a.b"], False)
    assert lightest(model, 0, seconds=0).taken == frozenset()


def test_half_a_way_is_a_bug():
    basis = measure("m.a.basis", ("q.two", 2))
    made = by_id(basis, measure("m.a.b", ("q.one", 2), before=["m.a.basis"]))
    model = make_model(town({"q.one": 0, "q.two": 0}), made, NOTHING, {"q.one": 2})
    with pytest.raises(ValueError, match="without what it needs"):
        path_of(model, {1}, proven=True, days_for_all=0)
