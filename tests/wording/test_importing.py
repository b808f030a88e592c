"""What an import says: one line for each file, and what is to be looked at below."""

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import NOON, make_answer
from kept_entries import PLAN
from packages import everything
from towns import small_town

from kiassess.domain.assessment import AnswerState, Voice
from kiassess.domain.entry_tables import key_of
from kiassess.domain.fill_in import (
    FillIn,
    FillInEntry,
    FillInWarning,
    Respondent,
    Unclear,
    WarningKind,
)
from kiassess.domain.merge_plan import Compared, Difference, MergeKind, MergeSummary, OnConflict
from kiassess.domain.package import anonymous
from kiassess.domain.taking_back import take_back
from kiassess.domain.voices import opened_with
from kiassess.wording.importing import (
    conflict_words,
    import_words,
    left_in_words,
    taken_back_remarks,
    taken_back_words,
    value_words,
)


def level(item_id, number, **facts):
    return FillInEntry(item_id, "F5", AnswerState.ANSWERED, number, **facts)


@pytest.fixture
def taken():
    """What a workbook of the Hauptamt brings to a small town."""

    def taken(*entries, said=None, at=NOON, **facts):
        bare = small_town()
        voices = {} if said is None else {said.answer.item_id: (said,)}
        opened = opened_with(bare.assessment, bare.questionnaire, {}, voices)
        fill_in = FillIn(None, Respondent(), entries, facts.pop("open_ids", ()), **facts)
        return take_back(opened, fill_in, respondent="Hauptamt", role_id="", at=at)

    return taken


def test_one_line_says_what_is_done(taken, texts_de, texts_en):
    found = taken(
        level("data.one", 3),
        level("data.two", 1, untouched=True),
        FillInEntry("infra.one", "F9", note="x"),
        open_ids=("infra.one",),
        unclear=(Unclear("F12", "2,5", "data.three"),),
    )
    assert taken_back_words(found, texts_de, done=True).endswith(
        ", Hauptamt: eine Antwort übernommen, eine Notiz dazu, 1 unverändert, 1 offen, 1 unklar."
    )
    assert "Hauptamt: one answer is new, one note" in taken_back_words(found, texts_en, done=False)


def test_where_nothing_is_new_that_is_said(taken, texts_de):
    found = taken(level("data.one", 3, untouched=True))
    assert taken_back_words(found, texts_de, done=True).endswith("Hauptamt: enthält nichts Neues.")
    found = taken(unclear=(Unclear("F12", "2,5", "data.one"),))
    words = taken_back_words(found, texts_de, done=True)
    assert words.endswith("Hauptamt: enthält keine neue Antwort, 1 unklar.")


def test_what_is_to_be_looked_at_is_a_sentence_each(taken, texts_de):
    earlier = Voice("Hauptamt", make_answer("data.one", 1), NOON)
    found = taken(
        level("data.one", 3),
        said=earlier,
        at=NOON - timedelta(days=3),
        unclear=(Unclear("F12", "2,5", "data.two"),),
        warnings=(FillInWarning(WarningKind.META_LOST),),
    )
    replaced, older, unclear, lost = taken_back_remarks(found, texts_de)
    assert replaced == "Eine Antwort tritt an die Stelle einer früheren Antwort von Hauptamt."
    assert "ist vom 27.02.2026" in older
    assert "nämlich vom 02.03.2026" in older
    assert unclear.startswith("Zelle F12")
    assert lost.startswith("Das verborgene Blatt")
    other = Voice("Bauamt", make_answer("data.one", 1), NOON)
    (differing,) = taken_back_remarks(taken(level("data.one", 3), said=other), texts_de)
    assert differing.startswith("Eine Antwort weicht von dem ab")


def test_both_kept_is_said_in_a_few_words(texts_de, texts_en):
    counts = dict.fromkeys(Difference, 0) | {Difference.BOTH_CHANGED: 2}
    town = small_town().assessment
    summary = MergeSummary(MergeKind.MIXED, town, counts, Difference.SAME, (), 0, voices=2)
    line = import_words(summary, OnConflict.BOTH, texts_de, done=True)
    assert line.endswith(
        "0 Antworten übernommen, 2 hier behalten und von dort als Stimme danebengestellt."
    )
    assert "kept" in import_words(summary, OnConflict.BOTH, texts_en, done=True)


def test_entries_are_told_apart_from_answers(texts_de, texts_en):
    counts = dict.fromkeys(Difference, 0)
    town = small_town().assessment
    entries = dict.fromkeys(Difference, 1)
    conflict = Compared(key_of(PLAN), Difference.BOTH_CHANGED, PLAN, None)
    summary = MergeSummary(
        MergeKind.MIXED, town, counts, Difference.SAME, (conflict,), 0, entries=entries
    )
    said = import_words(summary, OnConflict.ASK, texts_de, done=True)
    assert said.endswith(
        "0 Antworten übernommen, ein Eintrag im Plan oder daneben übernommen,"
        " ein Eintrag hier behalten, eine auf beiden Seiten geändert und hier unverändert."
    )
    said = import_words(summary, OnConflict.BOTH, texts_en, done=False)
    assert "one entry in the plan or beside it is newer there, 2 entries kept here" in said
    words = conflict_words(conflict, "m.x", texts_de)
    assert words == "Planeintrag „Datenbestände erfassen“: hier und dort verschieden"


def test_what_comes_beside_the_answers_of_a_new_assessment_is_told(texts_de, texts_en):
    counts = dict.fromkeys(Difference, 0) | {Difference.NEWER_THERE: 3}
    town = small_town().assessment
    entries = dict.fromkeys(Difference, 0) | {Difference.NEWER_THERE: 2}
    summary = MergeSummary(MergeKind.NEW, town, counts, Difference.SAME, (), 0, entries=entries)
    said = import_words(summary, OnConflict.ASK, texts_de, done=True)
    assert said.endswith("mit 3 Antworten. Dazu 2 Einträge im Plan und daneben.")
    said = import_words(summary, OnConflict.ASK, texts_en, done=False)
    assert said.endswith("With it 2 entries in the plan and beside it.")


def test_an_anonymous_file_says_what_is_left_in_and_what_is_not(texts_de):
    bare = anonymous(everything(), new_id="x", name="Anonyme Kommune x")
    words = left_in_words(bare, texts_de)
    size = "5.000 bis 20.000 Einwohnern".replace(".", "\N{NARROW NO-BREAK SPACE}")
    assert words[1] == f"Art und Größe: Gemeinde oder Stadt mit {size}"
    for kind in ("Plan", "eigene und ausgeblendete Maßnahmen", "KI-Verzeichnis", "Stimmen"):
        assert kind in words[-1]
    nobody = replace(bare.assessment.municipality, population=None)
    unknown = replace(bare, assessment=replace(bare.assessment, municipality=nobody))
    assert left_in_words(unknown, texts_de)[1].endswith("Stadt mit nicht bekannter Größe")


def test_a_voice_is_told_by_its_level(texts_de):
    assert value_words(Voice("IT", make_answer("a.b", 3), NOON), texts_de) == "Stufe 3"
    assert value_words(None, texts_de) == texts_de("state.open")
