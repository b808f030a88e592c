"""A pre-check to be kept: it leads to the same outcome again, and to nothing while it is open."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess.content.precheck import load_precheck
from kiassess.domain.precheck import asked, assess, next_question
from kiassess.domain.precheck_result import PrecheckChoice, is_outdated, result_of
from kiassess.paths import bundled

FILE = next((bundled().questionnaires / "precheck").glob("*.toml"))
PRECHECK = load_precheck(FILE, "de")
DAY = date(2026, 12, 1)
choices = st.fixed_dictionaries(
    {},
    optional={
        one.id: st.lists(
            st.sampled_from([*(option.id for option in one.options), "gone"]),
            min_size=1,
            max_size=3 if one.several else 1,
        ).map(tuple)
        for one in PRECHECK.questions
    },
)


@given(choices=choices)
def test_what_is_kept_leads_to_the_same_again(choices):
    made, found = result_of(PRECHECK, choices, DAY), assess(PRECHECK, choices)
    assert (made is None) == (found is None) == (next_question(PRECHECK, choices) is not None)
    if made is not None:
        assert assess(PRECHECK, made.choices) == found
        assert (made.outcome, made.as_of, made.made_on) == (found.outcome, PRECHECK.as_of, DAY)
        path = [one.id for one in asked(PRECHECK, choices)]
        assert [one.question_id for one in made.chosen] == path
        assert result_of(PRECHECK, made.choices, DAY) == made


def test_options_that_are_not_there_are_left_out():
    given = {"system": ("gone", "no", "no"), "contact": ("chat",)}
    made = result_of(PRECHECK, given, DAY)
    assert made.chosen == (PrecheckChoice("system", ("no",)),)


@pytest.mark.parametrize(
    ("as_of", "outdated"),
    [(date(2026, 1, 1), False), (PRECHECK.as_of, False), (date(2027, 1, 1), True)],
)
def test_it_is_outdated_when_the_law_was_looked_at_again(as_of, outdated):
    made = result_of(PRECHECK, {"system": ("no",)}, DAY)
    assert is_outdated(made, as_of) is outdated
