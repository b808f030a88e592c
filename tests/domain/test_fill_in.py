"""Fill-in workbooks as values: who is asked what, and what an answer becomes."""

from dataclasses import replace

import pytest
from builders import make_answer, make_item, make_questionnaire, open_assessment
from towns import full_answer, small_town

from kiassess.domain.assessment import Answer, AnswerState, Confidence, EvidenceType
from kiassess.domain.fill_in import (
    FillIn,
    FillInCounts,
    FillInEntry,
    Respondent,
    Unclear,
    asked_of,
    fill_in_round,
)
from kiassess.domain.interview import NOBODY

ANSWERED, UNKNOWN = AnswerState.ANSWERED, AnswerState.UNKNOWN


def ids(items):
    return [item.id for item in items]


def test_every_role_that_an_item_names_is_asked():
    town = small_town()
    assert ids(asked_of(town, "IT")) == ids(asked_of(town, "DSB")) == ["data.one"]
    assert ids(asked_of(town, NOBODY)) == ids(town.items())[1:]
    assert asked_of(town, None) == town.items()
    assert asked_of(town, "KAEM") == ()


def test_a_round_asks_everything():
    town = small_town()
    asked = fill_in_round(town)
    assert [(one.role_id, one.name) for one in asked] == [
        ("IT", "IT office"), ("DSB", "Data protection"), (NOBODY, ""),
    ]  # fmt: skip
    assert {item.id for one in asked for item in one.items} == set(ids(town.items()))


def test_without_roles_there_is_one_workbook():
    (asked,) = fill_in_round(open_assessment(make_questionnaire([make_item()]), {}))
    assert (asked.role_id, ids(asked.items)) == (None, ["data.one"])


def test_a_role_that_the_questionnaire_does_not_name_is_asked_all_the_same():
    town = open_assessment(make_questionnaire([make_item(roles=("X",))]), {})
    assert [(one.role_id, one.name) for one in fill_in_round(town)] == [("X", "X")]


def test_what_a_row_says_replaces_and_the_rest_stays():
    entry = FillInEntry(
        "data.one", "F5", ANSWERED, 1, note="neu", evidence=EvidenceType.ORAL, pointer="Anruf",
        confidence=Confidence.GUESSED,
    )  # fmt: skip
    before = full_answer()
    after = entry.onto(before)
    assert (after.state, after.level, after.note) == (ANSWERED, 1, "neu")
    assert after.evidence == replace(before.evidence, type=EvidenceType.ORAL, pointer="Anruf")
    assert after.confidence is Confidence.GUESSED
    assert (after.target, after.delivery) == (before.target, before.delivery)
    assert after.responsible == before.responsible


def test_an_empty_row_changes_nothing():
    before = full_answer()
    assert FillInEntry("data.one", "F5").onto(before) == before
    assert FillInEntry("data.one", "F5").onto(Answer("data.one")) == Answer("data.one")


@pytest.mark.parametrize("before", [3, "U", "N", "-"])
@pytest.mark.parametrize(
    "entry",
    [
        FillInEntry("data.one", "F5", ANSWERED, 0),
        FillInEntry("data.one", "F5", UNKNOWN),
        FillInEntry("data.one", "F5", AnswerState.NOT_APPLICABLE, reason="weil"),
    ],
    ids=lambda entry: entry.state if isinstance(entry, FillInEntry) else entry,
)
def test_any_answer_may_follow_any_other(before, entry):
    after = entry.onto(make_answer("data.one", before))
    assert (after.state, after.level) == (entry.state, entry.level)


def test_the_counts_name_every_item_once():
    fill_in = FillIn(
        meta=None,
        respondent=Respondent(),
        entries=(
            FillInEntry("a.a", "F5", ANSWERED, 1),
            FillInEntry("a.b", "F6", ANSWERED, 1, untouched=True),
            FillInEntry("a.c", "F7", note="n"),
        ),
        open_ids=("a.c", "a.d"),
        unclear=(Unclear("F9", "5", "a.e"), Unclear("I5", "x", "a.a"), Unclear("F10", "3", "a.e")),
    )
    assert fill_in.counts() == FillInCounts(taken=1, untouched=1, open=2, unclear=1)
    assert [one.item_id for one in fill_in.news] == ["a.a", "a.c"]
