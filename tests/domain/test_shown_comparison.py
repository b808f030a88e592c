"""In which order and groups the rows of a comparison stand, and which rounds belong together."""

from dataclasses import replace
from datetime import date

from builders import NOT_APPLICABLE, UNKNOWN, make_item, make_questionnaire
from compared import IDS, shown, town, towns_of
from hypothesis import given
from hypothesis import strategies as st
from many_towns import Many, many_towns
from towns import small_questionnaire, small_town

from kiassess.domain.assessment import AiInUse, Answer, AnswerState
from kiassess.domain.compared_round import compared_round
from kiassess.domain.gate_statuses import gate_rows
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import SizeClass
from kiassess.domain.profile import GateStatus, gate_result
from kiassess.domain.shown_comparison import (
    NO_SCORE,
    RowOrder,
    block_rounds,
    row_groups,
    two_rounds,
)
from kiassess.domain.trend import trend_over

Y2024, Y2025, Y2026 = (date(year, 3, 2) for year in (2024, 2025, 2026))


def named(found):
    return [
        [found.comparison.chosen[at].municipality.name for at in group] for group in places(found)
    ]


def places(found):
    return [group.places for group in row_groups(found)]


def test_rows_stand_by_size_class_and_name(texts_de):
    rounds = [
        town(1, "Ulm", number=1, population=90_000),
        town(1, "Äpfeldorf", number=2),
        town(1, "Zell", number=3),
        town(1, "Ort 10", number=4),
        town(1, "Ort 9", number=5),
        town(1, "Unbekannt", number=6, population=None),
        town(1, "Mitte", number=7, population=5_000),
    ]
    found = shown(rounds, texts_de)
    groups = row_groups(found)
    assert [group.size_class for group in groups] == [*SizeClass, None]
    assert all(group.titled for group in groups)
    assert named(found) == [
        ["Äpfeldorf", "Ort 9", "Ort 10", "Zell"],
        ["Mitte"],
        ["Ulm"],
        ["Unbekannt"],
    ]


def test_rows_may_stand_by_size_or_value_what_is_unknown_last(texts_de):
    rounds = [
        town(2, "A", number=1, population=900),
        town(UNKNOWN, "B", number=2, population=None),
        town(0, "C", number=3, population=100),
        town(1, "D", number=4, population=100),
    ]
    by_size = shown(rounds, texts_de, order=RowOrder.SIZE, grouped=False)
    assert named(by_size) == [["C", "D", "A", "B"]]
    by_value = shown(rounds, texts_de, order=RowOrder.VALUE, by="VIS", grouped=False)
    assert named(by_value) == [["C", "D", "A", "B"]]


def test_an_anonymous_comparison_tells_no_size_and_marks_nobody(texts_de):
    rounds = [town(4, "Z", number=1, population=90_000), town(0, "A", number=2)]
    for order in (RowOrder.NAME, RowOrder.SIZE):
        found = shown(rounds, texts_de, anonymous=True, own=0, order=order)
        assert places(found) == [(0, 1)]
        assert not row_groups(found)[0].titled
        assert found.marked is None
        assert found.others == (0, 1)
    by_value = shown(rounds, texts_de, anonymous=True, order=RowOrder.VALUE, by="VIS")
    assert places(by_value) == [(1, 0)]


@given(
    seed=st.integers(0, 99),
    order=st.sampled_from(RowOrder),
    grouped=st.booleans(),
    anonymous=st.booleans(),
)
def test_every_row_stands_once(texts_de, seed, order, grouped, anonymous):
    questionnaire = small_questionnaire()
    rounds = list(many_towns(Many(9, 2, seed, mixed=True), questionnaire))
    found = shown(
        rounds,
        texts_de,
        questionnaire,
        order=order,
        by="VIS",
        grouped=grouped,
        anonymous=anonymous,
    )
    assert sorted(at for group in places(found) for at in group) == list(range(18))


def test_the_rounds_of_a_town_go_from_the_oldest_on_without_quick_checks(texts_de):
    rounds = [
        town(3, number=1, day=Y2026),
        town(1, number=2, day=Y2025),
        town(1, number=1, day=Y2024),
        town(2, number=1, day=Y2025, extent=Extent.QUICK),
    ]
    assert shown(rounds, texts_de, own=0).rounds == (2, 0)
    assert shown(rounds, texts_de, own=1).rounds == (1,)
    assert shown(rounds, texts_de).rounds == ()


def test_two_rounds_go_from_the_earlier_to_the_later(texts_de):
    rounds = [town(3, number=1, day=Y2026), town(1, number=1, day=Y2025)]
    for pair in ((0, 1), (1, 0)):
        blocks = two_rounds(shown(rounds, texts_de, pair=pair))
        assert [[score.value for score in block.scores] for block in blocks] == [[1.0, 3.0]] * 3
    assert two_rounds(shown(rounds, texts_de)) == ()


def test_a_quick_check_has_no_numbers(texts_de):
    rounds = [town(3, number=1), town(1, number=2, extent=Extent.QUICK)]
    for block in block_rounds(shown(rounds, texts_de), (0, 1)):
        assert block.scores[1] == NO_SCORE
        assert block.scores[0].value == 3.0


def test_what_does_not_apply_limits_the_block(texts_de):
    found = shown([town({**dict.fromkeys(IDS, 2), "infra.one": "N", "infra.two": "N"})], texts_de)
    assert [block.limited for block in block_rounds(found, (0,))] == [(False,), (True,), (False,)]


def test_the_dots_beside_a_standing_are_the_peers_alone(texts_de):
    rounds = [town(3, number=1, day=Y2026), town(1, number=1, day=Y2025), *towns_of(0, 1, 2)[1:]]
    alone = shown(rounds, texts_de, own=0)
    assert alone.others == (2, 3)
    assert shown(rounds, texts_de).others == (0, 2, 3)
    assert replace(alone, own=1).others == (0, 2, 3)  # its latest round is among the dots


def test_gates_stand_as_in_each_profile(texts_de):
    levels = [*range(5), UNKNOWN, "N", None]
    rounds = towns_of(*levels)
    found = gate_rows(shown(rounds, texts_de).comparison)
    assert [row.item.id for row in found] == ["data.one", "strat.three"]
    for row in found:
        for level, status in zip(range(5), row.statuses, strict=False):
            answer = Answer(row.item.id, AnswerState.ANSWERED, level)
            assert status is gate_result(row.item, answer, AiInUse.YES).status
        assert set(row.statuses[5:]) == {GateStatus.UNCLEAR}


def test_a_gate_the_quick_check_does_not_ask_has_no_status(texts_de):
    gate = make_item("data.one", gate=True, extents=frozenset({Extent.FULL}))
    questionnaire = make_questionnaire([gate])
    full = replace(town(1, number=1), levels=bytes([1]))
    quick = replace(full, id="2", extent=Extent.QUICK)
    (row,) = gate_rows(shown([full, quick], texts_de, questionnaire).comparison)
    assert row.statuses == (GateStatus.MISSING, None)


def test_the_trend_over_the_rounds_says_the_same(texts_de):
    given_then = {"data.one": 1, "infra.one": 3, "infra.two": NOT_APPLICABLE, "strat.one": 2}
    opened = [
        small_town(given_then),
        small_town({"data.one": 4, "strat.two": 3, "strat.three": 1}),
    ]
    opened = [
        replace(one, assessment=replace(one.assessment, id=str(day), round_date=day))
        for one, day in zip(opened, (Y2026, Y2024), strict=True)
    ]
    found = shown([compared_round(one, 1) for one in opened], texts_de, own=0)
    trend = trend_over(opened)
    for block, known in zip(block_rounds(found, found.rounds), trend.blocks, strict=True):
        assert block.scores == tuple(one.score for one in known.scores)
        assert block.limited == tuple(one.limited_comparability for one in known.scores)
