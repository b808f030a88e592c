"""What would be if some measures were done."""

import pytest
from builders import make_item, make_questionnaire, open_assessment
from hypothesis import given as generated
from hypothesis import strategies as st
from planning_cases import by_id, measure, random_case, tiny_case

from kiassess.content.library import Library
from kiassess.domain.firing import Situation
from kiassess.domain.kinds import Extent
from kiassess.domain.next_level import find_measure, is_generic, next_level
from kiassess.domain.profile import make_profile
from kiassess.domain.what_if import assume, prerequisites_of, simulate
from kiassess.paths import bundled

NOTHING = Situation()
RAISES = measure("m.a.b", ("q.one", 2), ("gate.two", 3), effort="S")


def town(given, *, items=None, **facts):
    made = items or [make_item(one, gate=one.startswith("gate.")) for one in given]
    return open_assessment(make_questionnaire(made), given, population=9_000, **facts)


def levels(opened):
    return {item.id: opened.answer(item.id).level for item in opened.items()}


@pytest.mark.parametrize(
    ("given", "level"), [(0, 2), (1, 2), (2, 2), (3, 3), (4, 4), ("U", 2), ("-", 2), ("N", None)]
)
def test_an_item_rises_to_the_level_of_the_trigger_and_never_falls(given, level):
    assert levels(assume(town({"q.one": given, "gate.two": 4}), [RAISES]))["q.one"] == level


def test_nothing_else_changes():
    opened = town({"q.one": 0, "gate.two": 0, "q.other": 1})
    assumed = assume(opened, [RAISES])
    assert levels(assumed) == {"q.one": 2, "gate.two": 3, "q.other": 1}
    assert levels(opened) == {"q.one": 0, "gate.two": 0, "q.other": 1}
    assert assume(opened, [measure("m.meta.x")]).answers == opened.answers


def test_what_is_not_asked_is_not_answered():
    items = [make_item("q.one", extents=frozenset({Extent.FULL})), make_item("gate.two")]
    opened = town({"gate.two": 0}, items=items, extent=Extent.SMALL)
    assert set(assume(opened, [RAISES]).answers) == {"gate.two"}


def test_the_profile_the_gates_and_the_days_are_those_of_what_was_chosen():
    opened = town({"q.one": 0, "gate.two": 1, "gate.three": 2})
    found = simulate(opened, ["m.a.b"], by_id(RAISES), NOTHING)
    assert found.gates_gained == ("gate.two",)
    assert (found.profile.gates_met, found.days, found.missing) == (2, 3.5, ())
    assert found.profile == make_profile(found.opened)
    assert found.profile.blocks[0].score.value == 7 / 3


def test_choosing_nothing_or_something_unknown_changes_nothing():
    opened = town({"q.one": 0, "gate.two": 1})
    for chosen in ([], ["m.a.gone", "n.q.gone.2", "n.q.one.9", "n.q.one.x", "n."]):
        found = simulate(opened, chosen, by_id(RAISES), NOTHING)
        assert (found.profile, found.days) == (make_profile(opened), 0)


def test_naming_a_measure_twice_counts_once():
    found = simulate(town({"q.one": 0, "gate.two": 0}), ["m.a.b"] * 2, by_id(RAISES), NOTHING)
    assert found.days == 3.5


def test_what_is_missing_before_is_named_all_the_way_back():
    first = measure("m.a.first", ("q.one", 2))
    done = measure("m.a.done", ("q.two", 2))
    unclear = measure("m.a.unclear", ("q.three", 2), before=["m.a.first"])
    last = measure("m.a.last", ("q.four", 2), before=["m.a.unclear", "m.a.done"])
    opened = town({"q.one": 0, "q.two": 2, "q.three": "U", "q.four": 0})
    measures = by_id(last, unclear, done, first)

    def missing(*chosen):
        return simulate(opened, chosen, measures, NOTHING).missing

    assert missing("m.a.last") == ("m.a.unclear", "m.a.first")
    assert missing("m.a.last", "m.a.first") == ("m.a.unclear",)
    assert missing("m.a.last", "m.a.unclear", "m.a.first") == ()


def test_a_next_level_can_be_tried_like_any_other_measure():
    opened = town({"q.one": 2, "gate.two": 1})
    found = simulate(opened, ["n.q.one.3", "n.gate.two.2"], {}, NOTHING)
    assert levels(found.opened) == {"q.one": 3, "gate.two": 2}
    assert (found.gates_gained, found.days) == (("gate.two",), 14)


@generated(st.integers(0, 10**6), st.randoms(use_true_random=False))
def test_no_order_matters_and_nothing_falls(seed, chance):
    opened, measures, situation, _, _ = tiny_case(seed)
    chosen = [name for name in measures if chance.random() < 0.6]
    turned = chance.sample(chosen, len(chosen))
    one = simulate(opened, chosen, measures, situation)
    other = simulate(opened, turned, measures, situation)
    assert levels(one.opened) == levels(other.opened)
    assert one.missing == other.missing
    before, after = levels(opened), levels(one.opened)
    assert all((after[name] or 0) >= (before[name] or 0) for name in before)


def test_with_all_measures_done_every_gate_asked_and_applicable_is_met():
    library = Library(bundled().questionnaires)
    questionnaire = library.load("ki-readiness").questionnaire("de")
    catalogue = library.catalogue("ki-readiness", "de")[0].measures
    for seed in range(20):
        opened, _, _ = random_case(seed, questionnaire, catalogue)
        profile = simulate(opened, list(catalogue), catalogue, NOTHING).profile
        assert all(gate.met for gate in profile.gates if gate.level is not None)
        assert profile.open_items == profile.unknown_items == ()


# --- the next level itself


def test_a_next_level_is_found_by_its_id_again():
    item = make_item("data.open@2", "A", "B", "C", "D", roles=("DIG", "IT"))
    questionnaire = make_questionnaire([item], blocks=tuple("ABCD"))
    made = next_level(item, 3)
    assert (made.id, made.title, made.benefit, made.lead) == (
        "n.data.open@2.3",
        "Level 3",
        3,
        "DIG",
    )
    assert find_measure(made.id, {}, questionnaire) == made
    assert is_generic(made.id)
    assert not is_generic("m.data.open")
    assert [next_level(item, level).effort for level in (1, 2, 3, 4)] == ["S", "S", "M", "L"]


def test_a_measure_of_the_catalogue_is_found_by_its_id():
    questionnaire = make_questionnaire([make_item("q.one")])
    assert find_measure("m.a.b", by_id(RAISES), questionnaire) is RAISES
    assert find_measure("m.a.c", by_id(RAISES), questionnaire) is None


@generated(st.integers(0, 10_000))
def test_what_comes_before_is_what_a_simulation_misses_and_then_nothing_more(seed):
    opened, measures, situation, _, _ = tiny_case(seed)
    chosen = list(measures)[1::2]
    before = prerequisites_of(opened, chosen, measures, situation)
    assert before == simulate(opened, chosen, measures, situation).missing
    assert not set(before) & set(chosen)
    assert prerequisites_of(opened, [*chosen, *before], measures, situation) == ()
