import pytest
from builders import UNKNOWN
from hypothesis import given
from hypothesis import strategies as st
from said import make_voice, with_voices
from towns import small_town

from kiassess.domain.assessment import AnswerState
from kiassess.domain.kinds import LEVELS
from kiassess.domain.workshop import (
    SEATS,
    Agenda,
    Seat,
    agenda_items,
    seats,
    tally,
    vote_of,
)

PLACE = "Platz {n}"


def ids(opened, *which):
    return [item.id for item in agenda_items(opened, *which)]


@pytest.fixture
def opened():
    return with_voices(
        small_town({"data.one": 3, "strat.one": UNKNOWN, "strat.two": 1}),
        make_voice("Anna", "infra.one", 1),
        make_voice("Ben", "infra.one", 2),
        make_voice("Anna", "strat.three", 0),
        make_voice("Ben", "strat.three", 4),
        make_voice("Anna", "data.one", 0),
        make_voice("Ben", "data.one", 4),
        make_voice("Anna", "infra.two", 2),
    )


def test_what_differs_comes_with_the_widest_spread_first_until_it_is_agreed(opened):
    assert ids(opened, Agenda.CLARIFY) == ["strat.three", "infra.one"]


def test_open_is_what_nobody_has_answered_yet_and_what_is_unknown(opened):
    assert ids(opened, Agenda.OPEN) == [
        "data.two", "infra.one", "strat.one", "strat.three", "strat.four"
    ]  # fmt: skip


def test_an_area_is_talked_about_as_a_whole(opened):
    assert ids(opened, Agenda.AREA, "infra") == ["infra.one", "infra.two"]
    assert ids(opened, Agenda.AREA, "gibt es nicht") == []


@pytest.mark.parametrize(
    ("names", "count", "expected"),
    [
        pytest.param("", 0, [], id="nobody"),
        pytest.param("", 2, ["Platz 1", "Platz 2"], id="places-only"),
        pytest.param("Anna,  Ben ;\nAnna", 0, ["Anna", "Ben"], id="names-only"),
        pytest.param("Anna", 3, ["Anna", "Platz 2", "Platz 3"], id="filled-up"),
        pytest.param("Platz 2", 2, ["Platz 2", "Platz 3"], id="a-name-like-a-place"),
        pytest.param("Amt {n}", 1, ["Amt {n}"], id="braces"),
    ],
)
def test_those_present_have_names_or_places(names, count, expected):
    found = seats(names, count, PLACE)
    assert [seat.name for seat in found] == expected


def test_only_a_name_entered_is_somebody():
    assert seats("Anna", 2, PLACE) == (Seat("Anna", named=True), Seat("Platz 2"))


@given(st.text(), st.integers(0, 99))
def test_every_seat_has_a_name_of_its_own(names, count):
    found = [seat.name for seat in seats(names, count, PLACE)]
    assert len(set(found)) == len(found) <= SEATS[-1]
    assert all(found)
    assert len(found) >= min(count, SEATS[-1])


@pytest.mark.parametrize("typed", ["", "5", "x", "-1", "¹", "22"])
def test_anything_else_is_no_vote(typed):
    assert vote_of("data.one", typed) is None


def test_a_vote_is_a_level_or_dont_know():
    assert [vote_of("x", str(level)).level for level in LEVELS] == list(LEVELS)
    assert vote_of("x", "w").state is vote_of("x", "W").state is AnswerState.UNKNOWN


@given(st.lists(st.sampled_from("01234W")))
def test_every_vote_is_counted_once(typed):
    counted = tally(vote_of("x", sign) for sign in typed)
    assert counted.total == len(typed)
    assert counted.levels == tuple(typed.count(str(level)) for level in LEVELS)
