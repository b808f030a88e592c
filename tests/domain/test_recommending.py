"""Which measures fit, in which bucket, in which order, and what there is time for."""

from dataclasses import replace
from datetime import timedelta

import planning_reference as reference
import pytest
from builders import NOON, make_answer, make_item, make_questionnaire, open_assessment
from planning_cases import by_id, measure, random_case

from kiassess.content.library import Library
from kiassess.domain.assessment import Evidence, EvidenceType, Voice
from kiassess.domain.firing import Situation, Standing
from kiassess.domain.kinds import Extent
from kiassess.domain.measures import Circumstance
from kiassess.domain.municipality import SizeClass
from kiassess.domain.recommending import Bucket, in_bucket, recommend, shown_first
from kiassess.paths import bundled

NOTHING = Situation()
TARGETS = dict.fromkeys(SizeClass, 3)


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


def recommended(given, *measures, situation=NOTHING, **facts):
    """What is recommended, by id."""
    found = recommend(town(given, **facts), by_id(*measures), situation)
    return {one.measure.id: one for one in found}


# --- the rules once more, independently


@pytest.mark.parametrize("batch", range(10))
def test_a_second_implementation_says_the_same_of_1000_towns(batch, questionnaire, catalogue):
    for seed in range(batch * 100, batch * 100 + 100):
        opened, situation, plain = random_case(seed, questionnaire, catalogue)
        found = recommend(opened, catalogue, situation)
        expected = reference.lines(plain)
        assert {one.measure.id: said(one) for one in found} == {
            name: told(line) for name, line in expected.items()
        }, seed
        assert [one.measure.id for one in found] == reference.in_order(expected), seed
        days = {one.measure.id: one.days for one in found}
        assert days == pytest.approx({n: float(line.days) for n, line in expected.items()}), seed


def said(one):
    before = {name: str(standing) for name, standing in one.prerequisites.items()}
    place = list(Bucket).index(one.bucket)
    return one.need, float(one.worth), one.gate, one.quick_win, before, place, one.fits


def told(line):
    rule = line.need, float(line.worth), line.gate, line.quick_win
    return *rule, line.before, line.bucket, line.fits


# --- firing


@pytest.mark.parametrize(("level", "fits"), [(0, True), (1, True), (2, False), (4, False)])
def test_a_measure_fits_below_its_level(level, fits):
    assert ("m.a.b" in recommended({"q.one": level}, measure("m.a.b", ("q.one", 2)))) is fits


@pytest.mark.parametrize("given", ["U", "-", "N"])
def test_what_is_not_known_or_does_not_apply_fires_nothing(given):
    assert recommended({"q.one": given}, measure("m.a.b", ("q.one", 4))) == {}


def test_what_is_not_asked_fires_nothing():
    items = [make_item("q.one", extents=frozenset({Extent.FULL})), make_item("q.two")]
    fitting = measure("m.a.b", ("q.one", 2))
    given = {"q.one": 0, "q.two": 0}
    assert recommended(given, fitting, items=items, extent=Extent.QUICK) == {}


def test_it_says_which_answers_are_the_reason():
    fitting = measure("m.a.b", ("q.one", 2), ("q.two", 3), ("q.three", 2), ("q.four", 2))
    found = recommended({"q.one": 1, "q.two": 2, "q.three": 2, "q.four": "U"}, fitting)["m.a.b"]
    assert [(r.item.id, r.answer.level, r.below) for r in found.why] == [
        ("q.one", 1, 2),
        ("q.two", 2, 3),
    ]


@pytest.mark.parametrize(
    ("given", "need"),
    [
        ({"q.one": 0, "q.two": 0}, 5),
        ({"q.one": 1, "q.two": 3}, 1),
        ({"q.one": 0, "q.two": "U"}, 3),
        ({"q.one": 0, "q.two": "-"}, 3),
        ({"q.one": 0, "q.two": "N"}, 2),
        ({"q.one": 0, "q.two": 4}, 2),
    ],
)
def test_need_adds_up_the_levels_missing_and_one_for_what_is_unknown(given, need):
    found = recommended(given, measure("m.a.b", ("q.one", 2), ("q.two", 3), benefit=3))["m.a.b"]
    assert (found.need, found.value) == (need, need * 3)


def test_a_minimum_requirement_counts_twice():
    found = recommended(
        {"gate.one": 0, "q.one": 0}, measure("m.a.b", ("gate.one", 2), ("q.one", 2))
    )
    assert found["m.a.b"].need == 6


# --- circumstances


def test_many_unknown_answers_are_a_reason_from_more_than_15_percent_on():
    clarify = measure("m.meta.clarify", circumstance=Circumstance.MANY_UNKNOWN)
    answered = {f"q.n{n}": 4 for n in range(17)}
    assert recommended({**answered, "gate.a": "U", "q.b": "U", "q.c": "U"}, clarify) == {}
    (found,) = recommended(
        {**answered, "gate.a": "U", "q.b": "U", "q.c": "U", "q.d": "U"}, clarify
    ).values()
    assert {reason.item.id for reason in found.why} == {"gate.a", "q.b", "q.c", "q.d"}
    assert found.need == 5
    assert {reason.below for reason in found.why} == {None}


def test_open_answers_are_not_unknown_ones():
    clarify = measure("m.meta.clarify", circumstance=Circumstance.MANY_UNKNOWN)
    assert recommended({"q.a": "-", "q.b": "-"}, clarify) == {}


@pytest.mark.parametrize(
    ("level", "evidence", "fits"),
    [
        (3, EvidenceType.ORAL, True),
        (4, None, True),
        (4, EvidenceType.DOCUMENT, False),
        (3, EvidenceType.VERIFIED, False),
        (2, None, False),
    ],
)
def test_a_high_level_without_a_document_is_a_reason(level, evidence, fits):
    opened = town({"q.one": level})
    answer = make_answer("q.one", level, evidence=Evidence(evidence))
    opened = replace(opened, answers={"q.one": answer})
    unproven = measure("m.meta.evidence", circumstance=Circumstance.UNPROVEN)
    assert bool(recommend(opened, by_id(unproven), NOTHING)) is fits


@pytest.mark.parametrize(("levels", "fits"), [((1, 3), True), ((1, 2), False)])
def test_voices_two_levels_apart_are_a_reason_until_they_have_agreed(levels, fits):
    voices = tuple(
        Voice(f"Amt {level}", make_answer("q.one", level), NOON + timedelta(hours=level))
        for level in levels
    )
    opened = replace(town({"q.one": 1}), voices={"q.one": voices})
    consensus = by_id(measure("m.meta.consensus", circumstance=Circumstance.DISPUTED))
    assert bool(recommend(opened, consensus, NOTHING)) is fits
    assert not recommend(replace(opened, agreed=frozenset({"q.one"})), consensus, NOTHING)


@pytest.mark.parametrize(("high_risk", "fits"), [(True, True), (False, False)])
def test_what_is_for_high_risk_needs_both(high_risk, fits):
    duties = measure("m.a.b", ("q.one", 3), circumstance=Circumstance.HIGH_RISK)
    situation = Situation(high_risk=high_risk)
    assert bool(recommended({"q.one": 2}, duties, situation=situation)) is fits
    assert recommended({"q.one": 3}, duties, situation=situation) == {}


# --- prerequisites


@pytest.mark.parametrize(
    ("first", "standing"),
    [
        (1, Standing.OPEN),
        (2, Standing.DONE),
        ("N", Standing.DONE),
        ("U", Standing.UNCLEAR),
        ("-", Standing.UNCLEAR),
    ],
)
def test_a_prerequisite_is_done_when_its_answers_say_so(first, standing):
    basis = measure("m.a.basis", ("q.one", 2))
    builds = measure("m.a.builds", ("q.two", 2), before=["m.a.basis"])
    found = recommended({"q.one": first, "q.two": 0}, basis, builds)["m.a.builds"]
    assert found.prerequisites == {"m.a.basis": standing}


@pytest.mark.parametrize("way", ["done", "hidden"])
def test_what_is_done_or_hidden_is_neither_recommended_nor_waited_for(way):
    basis = measure("m.a.basis", ("q.one", 2))
    builds = measure("m.a.builds", ("q.two", 2), before=["m.a.basis"])
    situation = Situation(**{way: frozenset({"m.a.basis"})})
    found = recommended({"q.one": 0, "q.two": 0}, basis, builds, situation=situation)
    assert list(found) == ["m.a.builds"]
    assert found["m.a.builds"].prerequisites == {"m.a.basis": Standing.DONE}


def test_a_quick_win_is_one_only_when_nothing_is_left_to_do_before():
    basis = measure("m.a.basis", ("q.one", 2), effort="M", benefit=1)
    quick = measure("m.a.quick", ("q.two", 2), before=["m.a.basis"], effort="XS", benefit=3)
    other = measure("m.a.other", ("q.two", 2), effort="XS", benefit=3)
    waiting = recommended({"q.one": 0, "q.two": 0}, basis, quick, other)
    assert not waiting["m.a.quick"].quick_win
    assert waiting["m.a.quick"].bucket is Bucket.YEAR
    assert waiting["m.a.other"].quick_win
    ready = recommended({"q.one": 2, "q.two": 0}, basis, quick)["m.a.quick"]
    assert (ready.quick_win, ready.bucket) == (True, Bucket.IMMEDIATE)


def test_nobody_builds_on_what_is_unclear():
    basis = measure("m.a.basis", ("q.one", 2))
    quick = measure("m.a.quick", ("q.two", 2), before=["m.a.basis"], effort="XS", benefit=3)
    found = recommended({"q.one": "U", "q.two": 0}, basis, quick)["m.a.quick"]
    assert (found.quick_win, found.unclear_prerequisites) == (False, ("m.a.basis",))


def test_what_a_minimum_requirement_needs_is_pulled_forward_all_the_way():
    first = measure("m.a.first", ("q.one", 2), effort="XL", benefit=1)
    second = measure("m.a.second", ("q.two", 2), effort="L", benefit=1, before=["m.a.first"])
    gate = measure("m.a.gate", ("gate.one", 2), effort="M", before=["m.a.second"])
    found = recommended({"q.one": 1, "q.two": 1, "gate.one": 0}, gate, second, first)
    assert list(found) == ["m.a.first", "m.a.second", "m.a.gate"]
    assert {one.bucket for one in found.values()} == {Bucket.IMMEDIATE}
    assert found["m.a.first"].needed_for == ("m.a.second",)


# --- buckets


def test_what_leads_beyond_a_minimum_requirement_can_wait():
    basic = measure("m.a.basic", ("gate.one", 2), effort="M")
    more = measure("m.a.more", ("gate.one", 3), effort="XL", before=["m.a.basic"])
    found = recommended({"gate.one": 0}, basic, more)
    assert (found["m.a.basic"].gate, found["m.a.more"].gate) == (True, False)
    assert found["m.a.more"].bucket is not Bucket.IMMEDIATE
    alone = recommended({"gate.one": 0}, replace(more, prerequisites=()))["m.a.more"]
    assert (alone.gate, alone.bucket) == (True, Bucket.IMMEDIATE)


def test_the_upper_half_by_worth_comes_within_a_year():
    efforts = {"m.a.s": "S", "m.a.m": "M", "m.a.l": "L", "m.a.xl": "XL", "m.a.n": "L"}
    made = [
        measure(name, (f"q.{name}", 2), effort=effort, benefit=2 if name != "m.a.n" else 1)
        for name, effort in efforts.items()
    ]
    found = recommended({f"q.{name}": 0 for name in efforts}, *made)
    assert [(name, one.bucket) for name, one in found.items()] == [
        ("m.a.s", Bucket.YEAR),
        ("m.a.m", Bucket.YEAR),
        ("m.a.l", Bucket.YEAR),
        ("m.a.xl", Bucket.LATER),
        ("m.a.n", Bucket.LATER),
    ]


def test_equal_worth_is_never_torn_apart():
    made = [measure(f"m.a.n{n}", (f"q.n{n}", 2), effort="M") for n in range(5)]
    found = recommended({f"q.n{n}": 0 for n in range(5)}, *made)
    assert {one.bucket for one in found.values()} == {Bucket.YEAR}


def test_of_generic_measures_only_what_is_worth_more_than_most_comes_within_a_year():
    blocks = {"q.a": "A", "q.b": "AB", "q.c": "AB", "q.d": "ABC"}
    items = [make_item(name, *fed, targets=TARGETS) for name, fed in blocks.items()]
    opened = open_assessment(
        make_questionnaire(items, blocks="ABC"), dict.fromkeys(blocks, 2), population=9_000
    )
    found = recommend(opened, {}, NOTHING)
    assert [(one.measure.id, one.bucket) for one in found] == [
        ("n.q.d.3", Bucket.YEAR),
        ("n.q.b.3", Bucket.LATER),
        ("n.q.c.3", Bucket.LATER),
        ("n.q.a.3", Bucket.LATER),
    ]


# --- the next level


def items_with_targets(*names):
    return [make_item(one, "A", "B", targets=TARGETS) for one in names]


def questionnaire_of(items):
    return make_questionnaire(items, blocks=("A", "B"))


def test_below_the_target_the_next_level_stands_in_where_nothing_fits():
    opened = open_assessment(
        questionnaire_of(items_with_targets("q.one", "q.two", "q.three")),
        {"q.one": 2, "q.two": 3, "q.three": 1},
        population=9_000,
    )
    found = recommend(opened, by_id(measure("m.a.b", ("q.three", 2))), NOTHING)
    assert [one.measure.id for one in found] == ["m.a.b", "n.q.one.3"]
    generic = found[-1]
    assert generic.generic
    assert generic.measure.title == "Level 3"
    assert generic.measure.benefit == 2
    assert not generic.quick_win


def test_a_missing_minimum_requirement_has_a_next_level_without_a_target():
    found = recommended({"gate.one": 1}, population=None)["n.gate.one.2"]
    assert (found.gate, found.bucket, found.need) == (True, Bucket.IMMEDIATE, 2)


def test_a_measure_that_is_done_makes_room_for_the_next_level_and_a_hidden_one_does_not():
    opened = open_assessment(
        questionnaire_of(items_with_targets("q.one")), {"q.one": 0}, population=9_000
    )
    made = by_id(measure("m.a.b", ("q.one", 2)))
    done = recommend(opened, made, Situation(done=frozenset(made)))
    assert [one.measure.id for one in done] == ["n.q.one.1"]
    assert recommend(opened, made, Situation(hidden=frozenset(made))) == ()
    assert recommend(opened, {}, Situation(hidden=frozenset({"n.q.one.1"}))) == ()


# --- person-days


def limited(days, population=9_000):
    """Two ways to minimum requirements, one with something before it, and a quick win."""
    basis = measure("m.a.basis", ("q.one", 2), effort="S", benefit=1)
    long = measure("m.a.long", ("gate.one", 2), effort="M", before=["m.a.basis"])
    short = measure("m.a.short", ("gate.two", 2), effort="S")
    quick = measure("m.a.quick", ("q.two", 2), effort="XS", benefit=3)
    given = {"q.one": 0, "q.two": 0, "gate.one": 1, "gate.two": 1}
    situation = Situation(days=days)
    return recommended(given, basis, long, short, quick, situation=situation, population=population)


@pytest.mark.parametrize(
    ("days", "fitting"),
    [
        (None, {"basis", "long", "short", "quick"}),
        (100, {"basis", "long", "short", "quick"}),
        (18.5, {"basis", "long", "short", "quick"}),
        (18.4, {"basis", "long", "short"}),
        (17.4, {"short", "quick", "basis"}),
        (8, {"short", "quick", "basis"}),
        (7.9, {"short", "quick"}),
        (4.4, {"short"}),
        (3, {"quick"}),
        (0.9, set()),
        (0, set()),
    ],
)
def test_person_days_are_given_away_in_order_and_never_to_half_a_thing(days, fitting):
    found = limited(days)
    assert {name.removeprefix("m.a.") for name, one in found.items() if one.fits} == fitting
    assert {one.bucket for one in found.values()} == {Bucket.IMMEDIATE}


def test_the_limit_is_in_the_days_of_this_municipality():
    assert all(one.fits for one in limited(18.5 * 0.6, population=4_000).values())
    assert not all(one.fits for one in limited(18.4 * 0.6, population=4_000).values())


def test_what_is_not_immediate_needs_no_days_now():
    made = measure("m.a.b", ("q.one", 2), effort="XL")
    found = recommended({"q.one": 0}, made, situation=Situation(days=0))["m.a.b"]
    assert (found.bucket, found.fits) == (Bucket.YEAR, True)


def test_at_most_six_are_shown_first_and_only_what_fits():
    made = [measure(f"m.a.n{n}", (f"q.n{n}", 2), effort="XS", benefit=3) for n in range(9)]
    given = {f"q.n{n}": 0 for n in range(9)}
    everything = recommend(town(given), by_id(*made), NOTHING)
    assert [one.measure.id for one in shown_first(everything)] == [f"m.a.n{n}" for n in range(6)]
    two = recommend(town(given), by_id(*made), Situation(days=2))
    assert [one.measure.id for one in shown_first(two)] == ["m.a.n0", "m.a.n1"]
    assert len(in_bucket(two, Bucket.IMMEDIATE)) == 9
