"""All rounds of one municipality over what they have in common."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from builders import NOON, UNKNOWN, make_answer, make_item, make_questionnaire, open_assessment
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.assessment import Voice
from kiassess.domain.change_split import compare_rounds
from kiassess.domain.compared_round import compared_round
from kiassess.domain.comparison import compare
from kiassess.domain.kinds import Extent
from kiassess.domain.trend import trend_over

IDS = [f"data.{n}" for n in range(6)]
SIX = make_questionnaire([make_item(item, gate=item == IDS[0]) for item in IDS])
levels = st.sampled_from([0, 1, 2, 3, 4, "U", "N", "-"])
towns = st.lists(st.lists(levels, min_size=6, max_size=6), min_size=1, max_size=4)


def round_of(year, given_, questionnaire=SIX, number=1, **facts):
    opened = open_assessment(
        questionnaire, dict(zip(IDS, given_, strict=False)), round_date=date(year, 3, 1), **facts
    )
    frame = replace(opened.assessment, id=f"{year:08}-{number:04}-4000-8000-000000000000")
    return replace(opened, assessment=frame)


def test_rounds_stand_from_the_oldest_on():
    trend = trend_over([round_of(2026, [3] * 6), round_of(2024, [1] * 6), round_of(2025, [2] * 6)])
    assert [one.round_date.year for one in trend.rounds] == [2024, 2025, 2026]
    (block,) = trend.blocks
    assert [one.score.value for one in block.scores] == [1.0, 2.0, 3.0]
    assert [one.secured_level for one in block.scores] == [1, 2, 3]
    assert [len(change.moved) for change in trend.changes] == [6, 6]


def test_a_band_spans_what_is_unknown():
    trend = trend_over([round_of(2025, [2, 2, 2, 2, 2, UNKNOWN])])
    score = trend.blocks[0].scores[0].score
    assert (score.value, score.low, score.high) == (2.0, 10 / 6, 14 / 6)
    assert trend.changes == ()


def test_only_what_means_the_same_each_time_counts():
    other = make_item(IDS[5], gate=False)
    changed = replace(other, levels=("a", "b", "c", "d", "e"))
    newer = replace(
        make_questionnaire([*(make_item(i) for i in IDS[:5]), changed]), version="1.1.0"
    )
    before = round_of(2025, [1, 1, 1, 1, 1, 4])
    trend = trend_over([before, round_of(2026, [2, 2, 2, 2, 2, 0], newer)])
    assert [item.id for item in trend.items] == IDS[:5]
    assert trend.questionnaire is newer
    assert [one.score.value for one in trend.blocks[0].scores] == [1.0, 2.0]
    assert [one.version for one in trend.rounds] == ["1.0.0", "1.1.0"]


def test_quick_checks_are_left_out():
    quick = round_of(2025, [4] * 6, extent=Extent.QUICK)
    assert trend_over([quick]).rounds == ()
    trend = trend_over([quick, round_of(2026, [1] * 6)])
    assert [one.extent for one in trend.rounds] == [Extent.FULL]
    assert len(trend.items) == 6


def test_who_answered_is_counted_for_each_round():
    then = round_of(2025, [1, 1, 1, 1, 1, 1])
    signed = {
        IDS[0]: make_answer(IDS[0], 1, responsible="Hauptamt"),
        IDS[1]: make_answer(IDS[1], 1, responsible="IT"),
        IDS[2]: make_answer(IDS[2], 1, responsible="Hauptamt"),
    }
    now = round_of(2026, [])
    said = tuple(
        Voice(who, make_answer(IDS[0], 2), NOON, "office") for who in ("Bauamt", "Kämmerei")
    )
    now = replace(now, answers={IDS[0]: make_answer(IDS[0], 2)}, voices={IDS[0]: said})
    trend = trend_over([replace(then, answers={**then.answers, **signed}), now])
    assert [list(one.who.items()) for one in trend.rounds] == [
        [("Hauptamt", 2), ("IT", 1)],
        [("Bauamt", 1), ("Kämmerei", 1)],
    ]


@given(towns)
def test_values_are_those_of_a_comparison_of_the_same_rounds(given_):
    rounds = [round_of(2020 + n, one) for n, one in enumerate(given_)]
    trend = trend_over(rounds)
    found = compare([compared_round(one, 1) for one in rounds], {1: SIX})
    for block, part in zip(trend.blocks, found.blocks, strict=True):
        for at, scored in enumerate(block.scores):
            assert scored.score == part.scores.score(at)
            assert scored.limited_comparability == part.limited[at]


@given(towns)
def test_changes_are_those_between_neighbours(given_):
    rounds = [round_of(2020 + n, one) for n, one in enumerate(given_)]
    assert trend_over(rounds).changes == tuple(compare_rounds(*pair) for pair in pairwise(rounds))


def test_the_words_may_be_those_of_another_language():
    trend = trend_over([round_of(2025, [1] * 6), round_of(2026, [2] * 6)])
    worded = make_questionnaire([make_item(item, gate=item == IDS[0]) for item in IDS])
    german = replace(
        worded,
        language="de",
        areas=tuple(
            replace(area, items=tuple(replace(item, title=f"de {item.id}") for item in area.items))
            for area in worded.areas
        ),
    )
    found = trend.in_words_of(german)
    assert found.questionnaire is german
    assert [item.title for item in found.items] == [f"de {item}" for item in IDS]
    assert {moved.item.title for moved in found.changes[0].moved} == {f"de {item}" for item in IDS}
    assert found.blocks == trend.blocks
