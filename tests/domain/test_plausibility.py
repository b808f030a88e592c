"""What is surprising about answers: every kind as a table, and the laws behind them."""

from dataclasses import replace
from datetime import date

import pytest
from builders import NOT_APPLICABLE, OPEN, UNKNOWN, make_item, make_questionnaire, open_assessment
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.assessment import Evidence, EvidenceType
from kiassess.domain.kinds import Extent
from kiassess.domain.plausibility import Finding, FindingKind, Pair, check_plausibility

ROUND = date(2026, 3, 2)
BEFORE = date(2025, 3, 2)
ONE, TWO = "a.one", "a.two"
ITEMS = [*(f"a.{name}" for name in ("one", "two", "three", "four", "five")), "b.one", "b.two"]


def make_pair(first=ONE, at_least=3, second=TWO, below=1, pair_id="p.pair"):
    return Pair(pair_id, first, at_least, second, below, "Finding.", "Question?")


def opened(given, *, evidence=None, quick=(), **facts):
    """An assessment; ``quick`` names the items the quick check asks, ``evidence`` is by item."""
    items = [
        make_item(one, extents=frozenset(Extent) if one in quick else frozenset({Extent.FULL}))
        for one in ITEMS
    ]
    found = open_assessment(make_questionnaire(items), given, **{"round_date": ROUND, **facts})
    answers = {
        one: replace(answer, evidence=(evidence or {}).get(one, Evidence()))
        for one, answer in found.answers.items()
    }
    return replace(found, answers=answers)


def check(given, *pairs, previous=None, **facts):
    named = {pair.id: pair for pair in pairs}
    earlier = None if previous is None else opened(previous, round_date=BEFORE)
    return check_plausibility(opened(given, **facts), named, earlier)


def of(kind, findings):
    return [finding.item_ids for finding in findings if finding.kind is kind]


# --- contradictions


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        pytest.param(3, 1, True, id="both-just-there"),
        pytest.param(4, 0, True, id="far-apart"),
        pytest.param(2, 0, False, id="the-first-is-not-high"),
        pytest.param(3, 2, False, id="the-second-is-not-low"),
        pytest.param(3, UNKNOWN, False, id="unknown-is-not-low"),
        pytest.param(3, OPEN, False, id="open-is-not-low"),
        pytest.param(3, NOT_APPLICABLE, False, id="not-applicable-is-not-low"),
        pytest.param(UNKNOWN, 0, False, id="unknown-is-not-high"),
    ],
)
def test_a_high_and_a_low_answer_contradict_each_other(first, second, found):
    pair = make_pair(at_least=3, below=2)
    findings = check({ONE: first, TWO: second}, pair)
    expected = [Finding(FindingKind.CONTRADICTION, (ONE, TWO), pair)] if found else []
    assert [f for f in findings if f.kind is FindingKind.CONTRADICTION] == expected


def test_a_pair_of_which_one_is_not_asked_is_passed_over():
    answers = {ONE: 4, TWO: 0}
    assert of(FindingKind.CONTRADICTION, check(answers, make_pair())) == [(ONE, TWO)]
    quick = check(answers, make_pair(), quick=[ONE], extent=Extent.QUICK)
    assert of(FindingKind.CONTRADICTION, quick) == []
    newer = make_pair(second="a.newer")
    assert of(FindingKind.CONTRADICTION, check(answers, newer)) == []


@pytest.mark.parametrize(
    "wrong",
    [{"second": ONE}, {"at_least": 0}, {"at_least": 5}, {"below": 0}, {"below": 5}],
    ids=str,
)
def test_an_impossible_pair_cannot_be_built(wrong):
    with pytest.raises(ValueError, match="pair"):
        make_pair(**wrong)


# --- jumps


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        pytest.param(0, 2, True, id="up-by-two"),
        pytest.param(4, 0, True, id="down-by-four"),
        pytest.param(1, 2, False, id="up-by-one"),
        pytest.param(2, 1, False, id="down-by-one"),
        pytest.param(UNKNOWN, 4, False, id="unknown-before"),
        pytest.param(4, UNKNOWN, False, id="unknown-now"),
        pytest.param(OPEN, 4, False, id="open-before"),
        pytest.param(4, NOT_APPLICABLE, False, id="does-not-apply-any-more"),
    ],
)
def test_two_levels_since_the_previous_round_are_a_jump(before, now, found):
    findings = check({ONE: now}, previous={ONE: before})
    jump = Finding(FindingKind.JUMP, (ONE,), level=now, before=before, since=BEFORE)
    assert [f for f in findings if f.kind is FindingKind.JUMP] == ([jump] if found else [])


def test_without_a_previous_round_there_is_no_jump():
    assert of(FindingKind.JUMP, check({ONE: 4})) == []


def test_the_largest_jumps_come_first():
    findings = check({ONE: 2, TWO: 0, "b.one": 2}, previous={ONE: 0, TWO: 4, "b.one": 4})
    assert of(FindingKind.JUMP, findings) == [(TWO,), (ONE,), ("b.one",)]


# --- a whole area alike


@pytest.mark.parametrize(
    ("given", "found"),
    [
        pytest.param([2, 2, 2, 2, 2], True, id="five-alike"),
        pytest.param([0, 0, 0, 0, 0], True, id="nothing-there"),
        pytest.param([2, 2, 2, 2], False, id="too-few"),
        pytest.param([2, 2, 2, 2, 1], False, id="one-differs"),
        pytest.param([2, 2, 2, 2, UNKNOWN], False, id="unknown-is-no-level"),
    ],
)
def test_an_area_at_one_level_stands_out(given, found):
    answers = dict(zip(ITEMS, given, strict=False))
    same = [f for f in check(answers) if f.kind is FindingKind.ALL_SAME]
    ids = tuple(ITEMS[:5])
    alike = Finding(FindingKind.ALL_SAME, ids, area_id="a", level=given[0])
    assert same == ([alike] if found else [])


# --- evidence


@pytest.mark.parametrize(
    ("level", "kind", "found"),
    [
        pytest.param(3, None, True, id="nobody-said"),
        pytest.param(4, EvidenceType.NONE, True, id="none"),
        pytest.param(3, EvidenceType.ORAL, True, id="oral"),
        pytest.param(3, EvidenceType.DOCUMENT, False, id="document"),
        pytest.param(4, EvidenceType.VERIFIED, False, id="verified"),
        pytest.param(2, None, False, id="lower-levels-need-none"),
    ],
)
def test_a_high_level_needs_a_document(level, kind, found):
    findings = check({ONE: level}, evidence={ONE: Evidence(kind)})
    assert of(FindingKind.UNPROVEN, findings) == ([(ONE,)] if found else [])


@pytest.mark.parametrize(
    ("round_date", "dated", "kind"),
    [
        (ROUND, date(2024, 3, 1), FindingKind.OLD_EVIDENCE),
        (ROUND, date(2024, 3, 2), None),
        (ROUND, date(2024, 12, 31), None),
        (ROUND, ROUND, None),
        (ROUND, date(2026, 3, 3), FindingKind.AFTER_ROUND),
        (date(2026, 2, 28), date(2024, 2, 29), None),
        (date(2026, 3, 1), date(2024, 2, 29), FindingKind.OLD_EVIDENCE),
        (date(2028, 2, 29), date(2026, 2, 28), FindingKind.OLD_EVIDENCE),
        (date(2026, 1, 15), date(2023, 12, 31), FindingKind.OLD_EVIDENCE),
        (date(1900, 1, 1), date(1900, 1, 1), None),
    ],
)
def test_evidence_is_from_the_24_months_before_the_round(round_date, dated, kind):
    document = Evidence(EvidenceType.DOCUMENT, dated=dated)
    findings = check({ONE: 1}, evidence={ONE: document}, round_date=round_date)
    assert [finding.kind for finding in findings] == ([kind] if kind else [])


def test_evidence_of_what_does_not_apply_may_be_old_but_not_of_what_is_unknown():
    old = Evidence(EvidenceType.DOCUMENT, dated=date(2020, 1, 1))
    answers = {ONE: NOT_APPLICABLE, TWO: UNKNOWN}
    findings = check(answers, evidence={ONE: old, TWO: old})
    assert of(FindingKind.OLD_EVIDENCE, findings) == [(ONE,)]


def test_each_trouble_with_evidence_is_told_once():
    assert of(FindingKind.UNPROVEN, check({ONE: 4, "b.one": 3, TWO: 3})) == [(ONE, TWO, "b.one")]


# --- all of them


def test_findings_come_in_the_order_of_their_kinds():
    young, old = (
        Evidence(EvidenceType.DOCUMENT, dated=day) for day in (date(2027, 1, 1), date(2020, 1, 1))
    )
    findings = check(
        {**dict.fromkeys(ITEMS[:5], 3), "b.one": 3, "b.two": 0},
        make_pair("b.one", 3, "b.two", 1),
        previous={ONE: 1},
        evidence={ONE: young, TWO: old},
    )
    assert [finding.kind for finding in findings] == list(FindingKind)


def test_nothing_answered_is_nothing_surprising():
    assert check({}, make_pair(), previous=dict.fromkeys(ITEMS, 4)) == ()


GIVEN = st.sampled_from([0, 1, 2, 3, 4, UNKNOWN, NOT_APPLICABLE, OPEN])
ANSWERS = st.fixed_dictionaries(dict.fromkeys(ITEMS, GIVEN))
LEVEL = st.integers(1, 4)
PAIRS = st.lists(
    st.tuples(st.permutations(ITEMS), LEVEL, LEVEL).map(
        lambda row: make_pair(row[0][0], row[1], row[0][1], row[2], f"p.{row}")
    ),
    max_size=4,
    unique_by=lambda pair: pair.id,
)


@given(ANSWERS, PAIRS)
def test_a_contradiction_is_exactly_a_high_and_a_low_level(answers, pairs):
    expected = [
        (pair.first, pair.second)
        for pair in pairs
        if answers[pair.first] in range(pair.at_least, 5)
        and answers[pair.second] in range(pair.below)
    ]
    assert of(FindingKind.CONTRADICTION, check(answers, *pairs)) == expected


@given(ANSWERS, ANSWERS)
def test_what_jumps_forwards_jumps_backwards(first, second):
    there, back = check(first, previous=second), check(second, previous=first)
    ups = {(f.item_ids, f.before, f.level) for f in there if f.kind is FindingKind.JUMP}
    downs = {(f.item_ids, f.level, f.before) for f in back if f.kind is FindingKind.JUMP}
    assert ups == downs


@given(ANSWERS, ANSWERS, PAIRS, st.sampled_from(ITEMS))
def test_whatever_is_found_speaks_of_answers_that_were_given(answers, before, pairs, left_out):
    answers = {**answers, left_out: UNKNOWN}
    findings = check(answers, *pairs, previous=before)
    named = {item_id for finding in findings for item_id in finding.item_ids}
    assert named <= {item_id for item_id, value in answers.items() if isinstance(value, int)}
    kinds = [list(FindingKind).index(finding.kind) for finding in findings]
    assert kinds == sorted(kinds)
