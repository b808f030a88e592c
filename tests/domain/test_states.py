"""What a frozen state can be called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.states import NAME_LENGTH, NameProblem, name_problem, tidy_name, usable_name

GAPS = " \t\n\r\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("Ratssitzung im Mai", None),
        ("x" * NAME_LENGTH, None),
        ("  " + "x" * NAME_LENGTH + " ", None),
        ("Über „uns“ – 100 %", None),
        ("", NameProblem.EMPTY),
        (GAPS, NameProblem.EMPTY),
        ("x" * (NAME_LENGTH + 1), NameProblem.TOO_LONG),
        ("a\x00b", NameProblem.UNSHOWABLE),
        ("a\N{RIGHT-TO-LEFT OVERRIDE}b", NameProblem.UNSHOWABLE),
        ("stand  EINS", NameProblem.TAKEN),
        ("strasse", NameProblem.TAKEN),
    ],
)
def test_a_name_is_fine_or_has_one_problem(typed, problem):
    assert name_problem(typed, ["Stand eins", "Straße"]) is problem


def test_without_others_no_name_is_taken():
    assert name_problem("Stand eins") is None


@given(st.text(max_size=100))
def test_a_usable_name_is_tidy_and_stays_as_it_is(typed):
    try:
        name = usable_name(typed)
    except ValueError:
        assert name_problem(typed) is not None
    else:
        assert name_problem(typed) is None
        assert usable_name(name) == name == tidy_name(typed)
        assert 0 < len(name) <= NAME_LENGTH
        assert name.isprintable()


@given(
    st.lists(st.text("aß Ä", min_size=1, max_size=5), min_size=1, max_size=5), st.sampled_from(GAPS)
)
def test_gaps_and_case_make_no_other_name(words, gap):
    name = tidy_name(" ".join(words))
    typed = f"{gap}{name.upper().replace(' ', gap * 2)}{gap}"
    if name:
        assert name_problem(typed, [name]) is NameProblem.TAKEN
