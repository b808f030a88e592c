"""What is compared, what it says, and an independent recalculation from the files."""

import tomllib
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from statistics import quantiles

import pytest
from builders import make_item, make_questionnaire, open_assessment
from hypothesis import given
from hypothesis import strategies as st
from many_towns import Many, many_towns

from kiassess.content.library import Library
from kiassess.domain.compared_round import body_of, compared_round
from kiassess.domain.comparison import Note, compare
from kiassess.domain.kinds import Extent
from kiassess.domain.levels_row import NOT_ASKED
from kiassess.domain.municipality import Municipality, OrganisationType, SizeClass
from kiassess.domain.profile import Tendency, make_profile

QUESTIONNAIRES = Path(__file__).parents[2] / "questionnaires"
FULL_ONLY = frozenset({Extent.FULL})


def town(questionnaire, given_, name="Musterstadt", edition=1, **facts):
    """An assessment as it is compared; its id is its name and day."""
    opened = open_assessment(questionnaire, given_, **facts)
    day = opened.assessment.round_date
    assessment = replace(
        opened.assessment, id=f"{name} {day}", municipality=Municipality(name, key=facts_key(name))
    )
    return compared_round(replace(opened, assessment=assessment), edition)


def facts_key(name):
    return f"{sum(map(ord, name)):08}"


def ids(comparison):
    return [item.id for item in comparison.items]


OLD = make_questionnaire([make_item(f"data.{n}") for n in range(5)])


def reworded(questionnaire, version, **levels):
    """A newer version, in which items have other level texts."""
    items = [
        replace(item, levels=levels.get(item.id.replace(".", "_"), item.levels))
        for item in questionnaire.items()
    ]
    return replace(make_questionnaire(items), version=version)


# --- which items


def test_items_of_one_version_are_all_compared():
    found = compare([town(OLD, {}, "A"), town(OLD, {}, "B")], {1: OLD})
    assert ids(found) == [f"data.{n}" for n in range(5)]
    assert not {Note.MIXED_VERSIONS, Note.NO_COMMON_ITEMS} & set(found.notes)


def test_only_items_with_the_same_level_texts_are_compared():
    texts = ("a", "b", "c", "d", "e")
    newer = reworded(OLD, "1.1.0", data_2=texts)
    found = compare([town(OLD, {}, "A"), town(newer, {}, "B", 2)], {1: OLD, 2: newer})
    assert ids(found) == ["data.0", "data.1", "data.3", "data.4"]
    assert Note.MIXED_VERSIONS in found.notes


def test_another_question_or_title_is_the_same_item():
    items = [replace(item, title="New", question="New?") for item in OLD.items()]
    newer = replace(make_questionnaire(items), version="1.0.1")
    found = compare([town(OLD, {}, "A"), town(newer, {}, "B", 2)], {1: OLD, 2: newer})
    assert len(found.items) == 5


def test_a_renamed_item_is_not_compared():
    items = [*list(OLD.items())[1:], make_item("data.new", replaces=("data.0",))]
    newer = replace(make_questionnaire(items), version="1.1.0")
    found = compare([town(OLD, {}, "A"), town(newer, {}, "B", 2)], {1: OLD, 2: newer})
    assert ids(found) == ["data.1", "data.2", "data.3", "data.4"]


def test_another_questionnaire_has_nothing_in_common():
    other = replace(OLD, id="other")
    found = compare([town(OLD, {}, "A"), town(other, {}, "B", 2)], {1: OLD, 2: other})
    assert found.items == ()
    assert {Note.MIXED_QUESTIONNAIRES, Note.NO_COMMON_ITEMS} <= set(found.notes)
    assert {value for block in found.blocks for value in block.values} == {None}


MIXED = make_questionnaire(
    [
        make_item("data.all"),
        make_item("data.long", extents=frozenset({Extent.SMALL, Extent.FULL})),
        make_item("data.full", extents=FULL_ONLY),
    ]
)


def test_only_items_that_all_were_asked_are_compared():
    answers = {"data.all": 1, "data.long": 3, "data.full": 4}
    chosen = [
        town(MIXED, answers, "A"),
        town(MIXED, answers, "B", extent=Extent.SMALL),  # an answer is left of a longer extent
    ]
    found = compare(chosen, {1: MIXED})
    assert ids(found) == ["data.all", "data.long"]
    assert found.blocks[0].values == (2.0, 2.0)
    assert Note.MIXED_EXTENTS in found.notes


def test_a_quick_check_gives_a_tendency_and_narrows_nothing():
    answers = {"data.all": 1, "data.long": 3, "data.full": 4}
    chosen = [town(MIXED, answers, "A", extent=Extent.QUICK), town(MIXED, answers, "B")]
    found = compare(chosen, {1: MIXED})
    block = found.blocks[0]
    assert len(found.items) == 3
    assert block.values == (None, 8 / 3)
    assert block.tendencies == (Tendency.LOW, None)
    assert block.statistics.n == 1
    assert {Note.TENDENCIES, Note.MIXED_EXTENTS} <= set(found.notes)
    assert found.columns["data.full"] == bytes([NOT_ASKED, 4])


def test_quick_checks_alone_are_compared_over_their_items():
    answers = {"data.all": 4}
    chosen = [town(MIXED, answers, name, extent=Extent.QUICK) for name in "AB"]
    found = compare(chosen, {1: MIXED})
    assert ids(found) == ["data.all"]
    assert found.blocks[0].tendencies == (Tendency.HIGH, Tendency.HIGH)
    assert found.blocks[0].statistics.n == 0


def test_the_weights_of_the_newest_version_hold_for_all():
    old = make_questionnaire([make_item("data.0"), make_item("data.1")], ("A", "B"))
    newer = replace(
        make_questionnaire([make_item("data.0", "B", "A"), make_item("data.1")], ("A", "B")),
        version="1.10.0",
    )
    older = replace(old, version="1.9.0")
    answers = {"data.0": 0, "data.1": 3}
    chosen = [town(older, answers, "A", 7), town(newer, answers, "B", 2)]
    found = compare(chosen, {7: older, 2: newer})
    assert found.questionnaire is newer
    assert found.blocks[0].values == (2.0, 2.0)


def test_nothing_cannot_be_compared():
    with pytest.raises(ValueError, match="nothing"):
        compare([], {})


def test_a_row_of_another_questionnaire_is_refused():
    row = replace(town(OLD, {}), levels=bytes(4))
    with pytest.raises(ValueError, match="row"):
        compare([row], {1: OLD})


# --- values and statistics


def test_values_stay_in_the_order_given_whatever_the_version():
    newer = replace(OLD, version="1.0.1")
    chosen = [
        town(OLD if n % 2 else newer, {f"data.{i}": n for i in range(5)}, f"T{n}", n % 2)
        for n in range(5)
    ]
    found = compare(chosen, {0: newer, 1: OLD})
    assert found.blocks[0].values == (0.0, 1.0, 2.0, 3.0, 4.0)
    assert found.blocks[0].statistics.median == 2.0


def test_below_60_percent_there_is_no_value_and_a_note_says_so():
    found = compare([town(OLD, {"data.0": 4, "data.1": 4}, "A")], {1: OLD})
    assert found.blocks[0].values == (None,)
    assert Note.NO_VALUE in found.notes


def test_more_than_a_quarter_not_applicable_is_marked():
    answers = {"data.0": 4, "data.1": 4, "data.2": 4, "data.3": "N", "data.4": "N"}
    found = compare([town(OLD, answers, "A"), town(OLD, {"data.0": 1}, "B")], {1: OLD})
    assert found.blocks[0].limited == (True, False)
    assert Note.LIMITED in found.notes


def rounds(name, *levels):
    return [
        town(OLD, {f"data.{i}": level for i in range(5)}, name, round_date=date(2024 + n, 5, 1))
        for n, level in enumerate(levels)
    ]


def test_every_municipality_counts_once_with_its_latest_round():
    chosen = [*rounds("A", 4, 0), *rounds("B", 1), *rounds("C", 2), *rounds("D", 3, 4)]
    found = compare(chosen, {1: OLD})
    assert found.blocks[0].statistics.n == 4
    assert found.suppressed
    assert {Note.SEVERAL_ROUNDS, Note.SMALL_GROUP} <= set(found.notes)
    five = compare([*chosen, *rounds("E", 3)], {1: OLD})
    assert five.blocks[0].statistics.median == 2.0
    assert not five.suppressed


def test_a_later_quick_check_does_not_hide_an_earlier_value():
    late = town(OLD, {}, "A", extent=Extent.QUICK, round_date=date(2030, 1, 1))
    found = compare([*rounds("A", 3), late], {1: OLD})
    assert found.counted == (0,)


def test_a_body_is_known_by_its_key_else_by_name_and_kind():
    assert body_of(Municipality("Ulm", key="08421000")) == body_of(
        Municipality("Ulm, Stadt", key="08421000")
    )
    assert body_of(Municipality("Ulm")) != body_of(
        Municipality("Ulm", type=OrganisationType.COUNTY)
    )


# --- the same as a profile, and as a second implementation


@pytest.fixture(scope="module")
def catalogue():
    return Library(QUESTIONNAIRES).load("ki-readiness").questionnaire("de")


def test_one_full_assessment_compares_as_its_profile(catalogue):
    levels = {item.id: n % 5 for n, item in enumerate(catalogue.items())}
    opened = open_assessment(catalogue, levels)
    found, profile = compare([compared_round(opened, 1)], {1: catalogue}), make_profile(opened)
    assert [b.values[0] for b in found.blocks] == [b.score.value for b in profile.blocks]
    assert [a.values[0] for a in found.areas] == [a.score.value for a in profile.areas]
    assert found.chosen[0].size_class is None


STRUCTURE = tomllib.loads(
    (QUESTIONNAIRES / "ki-readiness" / "1.1.0" / "structure.toml").read_text(encoding="utf-8")
)


def by_hand(block, rows):
    """The value of a block straight from the file, in fractions; rows are (item, sign)."""

    def pooled(some):
        applies = [(w, s) for w, s in some if s != 6]
        known = [(w, s) for w, s in applies if s <= 4]
        total, answered = sum(w for w, _ in applies), sum(w for w, _ in known)
        if not total or Fraction(answered, total) < Fraction(3, 5):
            return None, len(applies)
        return Fraction(sum(w * s for w, s in known), answered), len(applies)

    fed = []
    for item, sign in rows:
        weight = 2 * (item["primary"] == block["id"]) or block["id"] in item.get("secondary", [])
        if weight:
            half = next((f for f in block.get("facets", []) if f in item.get("facets", [])), "")
            fed.append((half, int(weight), sign))
    halves = [pooled([(w, s) for h, w, s in fed if h == f]) for f in block.get("facets", [])]
    if halves and all(value is not None and n >= 4 for value, n in halves):
        return sum(value for value, _ in halves) / len(halves)
    return pooled([(w, s) for _, w, s in fed])[0]


@pytest.mark.parametrize("seed", range(3))
def test_values_and_statistics_agree_with_a_second_implementation(catalogue, seed):
    chosen = list(many_towns(Many(20, 2, seed, mixed=True), catalogue))
    found = compare(chosen, {1: catalogue})
    longer = [one for one in chosen if not one.quick]
    needed = {one.extent.value for one in longer}
    items = [item for item in STRUCTURE["item"] if needed <= set(item["extents"])]
    assert ids(found) == [item["id"] for item in items]
    order = [item["id"] for item in STRUCTURE["item"]]
    for block, part in zip(STRUCTURE["block"], found.blocks, strict=True):
        values = {}
        for one, value in zip(chosen, part.values, strict=True):
            rows = [(item, one.levels[order.index(item["id"])]) for item in items]
            expected = None if one.quick else by_hand(block, rows)
            assert value == (None if expected is None else pytest.approx(float(expected), abs=1e-9))
            if not one.quick:  # the later round comes second
                values[one.municipality.key] = expected
        known = [value for value in values.values() if value is not None]
        lower, middle, upper = quantiles(known, n=4, method="inclusive")
        assert part.statistics.n == len(known)
        assert part.statistics.median == pytest.approx(float(middle), abs=1e-9)
        assert part.statistics.quartiles == pytest.approx((float(lower), float(upper)), abs=1e-9)


@given(st.randoms(), st.integers(2, 12))
def test_the_order_chosen_changes_no_statistics(chance, n):
    chosen = list(many_towns(Many(n, mixed=True), OLD))
    mixed = list(chosen)
    chance.shuffle(mixed)
    one, other = compare(chosen, {1: OLD}), compare(mixed, {1: OLD})
    assert one.blocks[0].statistics == other.blocks[0].statistics
    assert one.notes == other.notes
    by_id = dict(zip([c.id for c in mixed], other.blocks[0].values, strict=True))
    assert [by_id[c.id] for c in chosen] == list(one.blocks[0].values)


def test_a_size_class_follows_the_population_of_the_round():
    row = replace(town(OLD, {}), municipality=Municipality("A", population=20_001))
    assert row.size_class is SizeClass.LARGE
