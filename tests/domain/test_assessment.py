"""Answers and assessments: illegal ones cannot be built; progress, targets, what may be said."""

from dataclasses import FrozenInstanceError

import pytest
from builders import (
    NOT_APPLICABLE,
    OPEN,
    UNKNOWN,
    make_answer,
    make_item,
    make_questionnaire,
    open_assessment,
)

from kiassess.domain.assessment import (
    AiInUse,
    Answer,
    AnswerState,
    Confidence,
    EvidenceType,
    may_be_not_applicable,
)
from kiassess.domain.kinds import DeliveryMode, Extent, NotApplicableRule
from kiassess.domain.municipality import OrganisationType, SizeClass
from kiassess.domain.profile import GateStatus, Tendency

ANSWERED = AnswerState.ANSWERED


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (AnswerState, ["open", "answered", "unknown", "not_applicable"]),
        (EvidenceType, ["none", "oral", "document", "verified"]),
        (Confidence, ["sure", "fairly", "guessed"]),
        (AiInUse, ["yes", "no", "unknown"]),
        (DeliveryMode, ["own", "joint", "county", "provider"]),
        (Extent, ["quick", "small", "full"]),
        (NotApplicableRule, ["never", "with_reason", "while_no_ai"]),
        (OrganisationType, ["municipality", "association", "county", "other"]),
        (SizeClass, ["small", "medium", "large"]),
        (GateStatus, ["met", "missing", "unclear", "before_first_use"]),
        (Tendency, ["low", "medium", "high"]),
    ],
)
def test_words_that_are_stored_or_handed_out_never_change(kind, words):
    assert [word.value for word in kind] == words


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        pytest.param({"state": ANSWERED}, "a level belongs to", id="answered-without-level"),
        pytest.param({"level": 2}, "a level belongs to", id="open-with-level"),
        pytest.param(
            {"state": AnswerState.UNKNOWN, "level": 0},
            "a level belongs to",
            id="unknown-with-level",
        ),
        pytest.param(
            {"state": AnswerState.NOT_APPLICABLE, "level": 0, "reason": "r"},
            "a level belongs to",
            id="not-applicable-with-level",
        ),
        pytest.param({"state": ANSWERED, "level": 5}, "between 0 and 4", id="level-5"),
        pytest.param({"state": ANSWERED, "level": -1}, "between 0 and 4", id="level-below-0"),
        pytest.param({"target": 5}, "between 0 and 4", id="target-5"),
        pytest.param({"target": -1}, "between 0 and 4", id="target-below-0"),
        pytest.param({"state": AnswerState.NOT_APPLICABLE}, "needs a reason", id="no-reason"),
        pytest.param(
            {"state": AnswerState.NOT_APPLICABLE, "reason": " \n"},
            "needs a reason",
            id="blank-reason",
        ),
    ],
)
def test_an_answer_keeps_its_rules(facts, message):
    with pytest.raises(ValueError, match=message):
        Answer("q.one", **facts)


@pytest.mark.parametrize(
    ("value", "settled", "touched"),
    [
        pytest.param(0, True, True, id="level-0"),
        pytest.param(4, True, True, id="level-4"),
        pytest.param(NOT_APPLICABLE, True, True, id="not-applicable"),
        pytest.param(UNKNOWN, False, True, id="unknown-is-still-to-be-settled"),
        pytest.param(OPEN, False, False, id="open"),
    ],
)
def test_what_counts_as_settled_and_as_touched(value, settled, touched):
    answer = make_answer("q.one", value)
    assert (answer.settled, answer.touched) == (settled, touched)


def test_a_note_alone_is_no_answer():
    assert not Answer("q.one", note="ask the county").touched


def test_an_answer_never_changes():
    with pytest.raises(FrozenInstanceError):
        make_answer("q.one", 1).level = 2


def test_progress_counts_the_items_asked():
    items = [make_item(f"q.{name}") for name in ("a", "b", "c", "d", "e")]
    items.append(make_item("q.full", extents=frozenset({Extent.FULL})))
    given = {"q.a": 0, "q.b": UNKNOWN, "q.c": NOT_APPLICABLE, "q.full": 4, "q.gone": 3}
    questionnaire = make_questionnaire(items)
    small = open_assessment(questionnaire, given, extent=Extent.SMALL).progress()
    assert (small.settled, small.unknown, small.touched, small.total) == (2, 1, 3, 5)
    full = open_assessment(questionnaire, given).progress()
    assert (full.settled, full.unknown, full.touched, full.total) == (3, 1, 4, 6)


def test_an_untouched_item_has_an_open_answer():
    opened = open_assessment(make_questionnaire([make_item("q.one")]), {})
    assert opened.answer("q.one") == Answer("q.one")


@pytest.mark.parametrize(
    ("population", "size", "target"),
    [
        pytest.param(None, None, None, id="unknown-size"),
        pytest.param(4_999, SizeClass.SMALL, 1, id="small"),
        pytest.param(5_000, SizeClass.MEDIUM, 2, id="medium-from-5000"),
        pytest.param(20_000, SizeClass.MEDIUM, 2, id="medium-to-20000"),
        pytest.param(20_001, SizeClass.LARGE, 3, id="large"),
    ],
)
def test_the_default_target_follows_the_size_class(population, size, target):
    targets = {SizeClass.SMALL: 1, SizeClass.MEDIUM: 2, SizeClass.LARGE: 3}
    item = make_item("q.one", targets=targets)
    opened = open_assessment(make_questionnaire([item]), {}, population=population)
    assert opened.assessment.size_class is size
    assert opened.target(item) == target


@pytest.mark.parametrize("chosen", [0, 1, 4])
def test_a_chosen_target_comes_before_the_default(chosen):
    item = make_item("q.one", targets=dict.fromkeys(SizeClass, 2))
    opened = open_assessment(make_questionnaire([item]), {}, population=900)
    answers = {"q.one": Answer("q.one", target=chosen)}
    assert type(opened)(opened.assessment, opened.questionnaire, answers).target(item) == chosen


def test_an_item_without_targets_has_none():
    item = make_item("q.one")
    assert open_assessment(make_questionnaire([item]), {}, population=900).target(item) is None


NEVER, REASON, NO_AI = NotApplicableRule


@pytest.mark.parametrize(
    ("rule", "ai_in_use", "allowed"),
    [
        pytest.param(NEVER, None, False, id="never"),
        pytest.param(NEVER, AiInUse.NO, False, id="never-even-without-ai"),
        pytest.param(REASON, AiInUse.YES, True, id="with-a-reason-always"),
        pytest.param(REASON, None, True, id="with-a-reason-whatever-is-said"),
        pytest.param(NO_AI, AiInUse.NO, True, id="while-no-ai"),
        pytest.param(NO_AI, AiInUse.UNKNOWN, True, id="while-nobody-knows"),
        pytest.param(NO_AI, None, True, id="while-nobody-has-said"),
        pytest.param(NO_AI, AiInUse.YES, False, id="not-once-ai-is-used"),
    ],
)
def test_when_an_item_may_be_not_applicable(rule, ai_in_use, allowed):
    assert may_be_not_applicable(make_item(not_applicable=rule), ai_in_use) == allowed
