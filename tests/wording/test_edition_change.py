"""What a move means, in sentences."""

from dataclasses import replace

import pytest
from builders import NOT_APPLICABLE, UNKNOWN, make_item, make_questionnaire, open_assessment
from probe import VERSIONS, probe, probe_town

from kiassess.domain.assessment import Answer
from kiassess.domain.edition_change import ChangeKind, compare_editions
from kiassess.domain.edition_effects import block_effects
from kiassess.domain.kinds import Extent
from kiassess.wording.edition_change import (
    answer_passages,
    change_words,
    counts_line,
    difference_words,
    fate_words,
    kind_name,
    passages,
    result_words,
    spoken,
    total_words,
)

K = ChangeKind


def move(older="1.0.0", newer="2.0.0", given=None, language="en", **facts):
    opened = probe_town(given, version=older, language=language, **facts)
    return opened, probe(newer, language), compare_editions(opened, probe(newer, language))


def row(change, item_id):
    """The change of a question, by its id in either version."""
    return next(
        item
        for item in change.items
        if item_id in {*(one.id for one in item.before), item.after and item.after.id}
    )


def test_every_kind_has_a_name_of_its_own(texts_de, texts_en):
    for texts in (texts_de, texts_en):
        assert len({kind_name(kind, texts) for kind in K}) == len(K)


def test_kinds_without_any_question_are_not_counted(texts_de):
    _, _, change = move(language="de")
    assert counts_line(change, texts_de) == (
        "Alle Fragen im Vergleich: 3 gleich, 1 neu formuliert, 1 mit anderen Stufen, 1 ersetzt, "
        "1 entfällt, 1 neu."
    )


@pytest.mark.parametrize(
    ("item_id", "older", "newer", "given", "end"),
    [
        ("room.kettle", "1.0.0", "2.0.0", None, "Your answer is carried over."),
        ("room.cups", "1.0.0", "2.0.0", None, "without it, it stays in the history only."),
        ("room.cups", "1.0.0", "2.0.0", {"room.cups": NOT_APPLICABLE}, "question is open again."),
        ("room.cups", "1.0.0", "2.0.0", {}, "There is no answer to it so far."),
        ("room.fridge", "1.0.0", "2.0.0", None, "only if your answer is still true."),
        ("room.radio", "1.0.0", "2.0.0", None, "Your answer stays in the history."),
        ("room.tea", "1.0.0", "2.0.0", None, "Nobody has answered it yet."),
        ("plants.water", "1.0.0", "2.0.0", None, "without it, it stays in the history only."),
        ("plants.light", "2.0.0", "3.0.0", {"plants.care": 3}, "if your answer is still true."),
        (
            "plants.planting",
            "2.0.0",
            "3.0.0",
            {"plants.soil": 1, "plants.pots": 2},
            "They stay in the history, and the question is open again.",
        ),
    ],
)
def test_it_says_what_becomes_of_the_answer(texts_en, item_id, older, newer, given, end):
    _, _, change = move(older, newer, given)
    assert change_words(row(change, item_id), texts_en).endswith(end)


def test_a_replaced_question_with_other_levels_says_so(texts_en):
    older = make_item("a.one")
    newer = replace(older, id="a.two", replaces=("a.one",), levels=("a", "b", "c", "d", "e"))
    opened = open_assessment(make_questionnaire([older]), {"a.one": 2})
    (item,) = compare_editions(opened, make_questionnaire([newer])).items
    assert "At least one level has another text." in change_words(item, texts_en)


def test_every_kind_has_its_sentences_in_both_languages(texts_de, texts_en):
    for texts in (texts_de, texts_en):
        for older, newer in (VERSIONS[:2], VERSIONS[1:], (VERSIONS[0], VERSIONS[2])):
            _, _, change = move(older, newer, language=texts.language)
            said = {change_words(item, texts) for item in change.items}
            assert all(sentence.endswith(".") for sentence in said)


def test_it_says_shortly_whether_an_answer_goes_along(texts_en):
    _, _, change = move()
    assert fate_words(row(change, "room.tea"), (), texts_en) == "no answer"
    assert fate_words(row(change, "room.fridge"), (), texts_en) == "stays in the history"
    assert fate_words(row(change, "room.fridge"), {"room.fridge"}, texts_en) == "is carried over"


@pytest.mark.parametrize(
    ("given", "accepted", "total"),
    [
        ({}, set(), "0 answers are carried over. No answer is left behind."),
        (
            {"room.kettle": 1, "room.cups": 2},
            set(),
            "One answer is carried over. One answer stays in the history only.",
        ),
        (
            {"room.kettle": 1, "room.cups": 2},
            {"room.cups"},
            "2 answers are carried over. No answer is left behind.",
        ),
        (
            {"room.fridge": 1, "room.cups": 2},
            set(),
            "0 answers are carried over. 2 answers stay in the history only.",
        ),
    ],
)
def test_the_answers_that_go_along_and_that_stay_are_counted(texts_en, given, accepted, total):
    _, _, change = move(given=given)
    assert total_words(change, accepted, texts_en) == total


# The wording of a question -----------------------------------------------------------------


def said(opened, newer, change, item_id, texts):
    found = passages(row(change, item_id), opened.questionnaire, newer, texts)
    return [spoken(passage, texts) for passage in found]


def test_a_reworded_question_shows_what_differs_and_no_levels(texts_en):
    assert said(*move(), "room.cups", texts_en) == [
        "Question: Are there enough clean cups for everyone? (new: clean)",
        "When “does not apply” may be chosen: “Does not apply” cannot be chosen. (removed: "
        "If nobody works there; new: “Does not apply” cannot be chosen)",
    ]


def test_other_levels_are_shown_word_by_word(texts_en):
    lines = said(*move(), "room.fridge", texts_en)
    assert len(lines) == 6
    assert lines[1] == "Level 0 – Not there: Nobody looks after the fridge."
    assert lines[4] == "Level 3 – Done: It is cleaned every week. (removed: month; new: week)"


def test_a_removed_and_a_new_question_are_shown_as_a_whole(texts_de):
    opened, newer, change = move(language="de")
    for item_id in ("room.radio", "room.tea"):
        lines = said(opened, newer, change, item_id, texts_de)
        assert len(lines) == 6
        assert not any("(" in line for line in lines)


def test_questions_put_together_stand_one_after_another(texts_en):
    lines = said(*move("2.0.0", "3.0.0"), "plants.planting", texts_en)
    headings = [line for line in lines if ": " not in line or line.startswith(("Until", "From"))]
    assert headings == [
        "Until now: Soil",
        "Until now: Pots",
        "From now on: Soil and pots",
    ]


def test_a_renamed_question_shows_its_other_title(texts_en):
    lines = said(*move(), "plants.care", texts_en)
    assert lines[0] == "Title: Care of the plants (removed: Watering; new: Care of the plants)"


def test_an_answer_is_shown_with_the_text_its_level_had(texts_en):
    opened, _, change = move(given={"room.fridge": 3, "room.cups": NOT_APPLICABLE})
    (passage,) = answer_passages(row(change, "room.fridge"), opened.questionnaire, texts_en)
    assert spoken(passage, texts_en) == (
        "Your answer: level 3 – Done. Its text at that time: “It is cleaned every month.”"
    )
    (passage,) = answer_passages(row(change, "room.cups"), opened.questionnaire, texts_en)
    assert "nothing of the kind here" in spoken(passage, texts_en)


def test_each_of_several_answers_is_named_and_notes_belong_to_them(texts_en):
    opened = probe_town({"plants.soil": UNKNOWN}, version="2.0.0")
    note = Answer("plants.pots", note="Ask {the} caretaker")
    opened = replace(opened, answers={**opened.answers, "plants.pots": note})
    change = compare_editions(opened, probe("3.0.0"))
    found = answer_passages(row(change, "plants.planting"), opened.questionnaire, texts_en)
    assert [passage.label for passage in found] == [
        "Your answer to “Soil”",
        "Your answer to “Pots”",
    ]
    assert spoken(found[1], texts_en).endswith("Note: Ask {the} caretaker")


def test_without_a_difference_it_says_so(texts_en):
    opened, newer, change = move()
    first = passages(row(change, "room.kettle"), opened.questionnaire, newer, texts_en)[0]
    assert difference_words(first.pieces, texts_en) == "unchanged"


# The building blocks -----------------------------------------------------------------------


def results(opened, newer, change):
    return block_effects(opened, newer, change, change.by_default())


def test_a_value_a_tendency_or_why_there_is_none(texts_de):
    room, _ = results(*move(language="de"))
    assert result_words(room.before, quick=False, texts=texts_de) == "2,3"
    assert result_words(room.after, quick=False, texts=texts_de) == "nicht belastbar"
    assert result_words(None, quick=False, texts=texts_de) == "nicht enthalten"
    effects = results(*move(extent=Extent.QUICK, language="de"))
    assert result_words(effects[0].before, quick=True, texts=texts_de) == texts_de(
        f"tendency.{effects[0].before.tendency}"
    )
