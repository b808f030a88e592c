"""What was changed, taken back and done again, in words."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from builders import NOON, make_answer, make_item, make_questionnaire

from kiassess.domain.assessment import (
    AiInUse,
    Answer,
    Confidence,
    Evidence,
    EvidenceType,
    Facts,
    Voice,
)
from kiassess.domain.history import Change, Entry, StepHead, StepKind, Subject, Undoable
from kiassess.domain.kinds import DeliveryMode, Extent
from kiassess.domain.voices import voice_key
from kiassess.wording.history import (
    TITLE_LENGTH,
    FieldChange,
    entry_words,
    history_document,
    redone_words,
    undone_words,
    what_words,
)

ITEM = "data.one"
ASKED = make_questionnaire([make_item(ITEM), make_item("data.two")])
BASE = make_answer(ITEM, 2, note="a")
FACTS = Facts(Extent.FULL, NOON.date(), AiInUse.NO, 9000)


def undoable(before, after, *, item_id=ITEM, kind=StepKind.ANSWER):
    return Undoable(kind, (Change(Subject.ANSWER, item_id, before, after),))


def entry(before, after, *, kind=StepKind.ANSWER, who="meier", number=1, older=ASKED, asked=ASKED):
    head = StepHead(number, kind, NOON, who)
    return Entry(head, before, after, older, asked)


# --- what is taken back


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (replace(BASE, level=3), "Antwort zu „Title of data.one“"),
        (make_answer(ITEM, "U", note="a"), "Antwort zu „Title of data.one“"),
        (replace(BASE, level=3, note="b"), "Antwort zu „Title of data.one“"),
        (replace(BASE, note="b"), "Notiz zu „Title of data.one“"),
        (replace(BASE, target=4), "Zielstufe zu „Title of data.one“"),
        (replace(BASE, evidence=Evidence(EvidenceType.ORAL)), "Nachweis zu „Title of data.one“"),
        (replace(BASE, responsible="Amt 10"), "Angaben zu „Title of data.one“"),
        (replace(BASE, note="b", target=4), "Angaben zu „Title of data.one“"),
    ],
)
def test_an_answer_is_named_by_what_changed(texts_de, after, words):
    assert what_words(undoable(BASE, after), ASKED, texts_de) == words
    assert what_words(undoable(after, BASE), ASKED, texts_de) == words


def test_a_reason_is_named(texts_de):
    before = make_answer(ITEM, "N")
    said = what_words(undoable(before, replace(before, reason="anders")), ASKED, texts_de)
    assert said == "Begründung zu „Title of data.one“"


def test_a_first_note_is_a_note(texts_de):
    said = what_words(undoable(None, Answer(ITEM, note="x")), ASKED, texts_de)
    assert said == "Notiz zu „Title of data.one“"


def test_a_long_title_is_cut(texts_de):
    item = replace(
        make_item(ITEM), title="Wissensbasis: Ortsrecht, häufige Fragen, Dienstanweisungen"
    )
    said = what_words(undoable(None, BASE), make_questionnaire([item]), texts_de)
    assert said == "Antwort zu „Wissensbasis: Ortsrecht, häufige Fragen…“"
    assert len(said) <= TITLE_LENGTH + len("Antwort zu „“")


def test_a_question_that_is_gone_is_an_earlier_one(texts_de):
    said = what_words(undoable(None, make_answer("gone", 1), item_id="gone"), ASKED, texts_de)
    assert said == "Antwort zu einer früheren Frage"


def test_several_targets_are_counted(texts_de):
    changes = tuple(
        Change(Subject.ANSWER, item_id, None, Answer(item_id, target=3))
        for item_id in (ITEM, "data.two")
    )
    said = what_words(Undoable(StepKind.TARGETS, changes), ASKED, texts_de)
    assert said == "Zielstufen von 2 Fragen"


def test_facts_import_and_move_are_named(texts_de):
    change = Change(Subject.FACTS, "", FACTS, replace(FACTS, population=1))
    said = [
        what_words(Undoable(kind, (change,), "2.0.0"), ASKED, texts_de)
        for kind in (StepKind.FACTS, StepKind.IMPORT, StepKind.MOVE)
    ]
    assert said == ["Angaben zur Standortbestimmung", "Import", "Umstellung auf Version 2.0.0"]


def test_votes_are_named_by_their_question(texts_de):
    said = [
        what_words(
            Undoable(
                StepKind.VOTES,
                tuple(
                    Change(Subject.VOICE, voice_key(item_id, who), None, Voice(who, BASE, NOON))
                    for who in ("Anna", "Ben")
                ),
            ),
            ASKED,
            texts_de,
        )
        for item_id in (ITEM, "gone")
    ]
    assert said == [
        "Stimmen aus dem Workshop zu „Title of data.one“",
        "Stimmen aus dem Workshop zu einer früheren Frage",
    ]


def test_it_is_said_when_it_is_done(texts_de, texts_en):
    done = undoable(None, BASE)
    assert undone_words(done, ASKED, texts_de) == "Zurückgenommen: Antwort zu „Title of data.one“"
    assert redone_words(done, ASKED, texts_en) == "Redone: answer to “Title of data.one”"


# --- the history


def test_an_entry_says_when_who_and_what(texts_de):
    words = entry_words(entry(None, BASE), texts_de)
    assert words.when == texts_de.moment(NOON)
    assert (words.who, words.what) == ("meier", "Geändert")
    assert entry_words(entry(None, BASE, who=""), texts_de).who == "ohne Namen"


@pytest.mark.parametrize("kind", StepKind)
def test_every_kind_of_step_has_words_in_both_languages(texts_de, texts_en, kind):
    for texts in (texts_de, texts_en):
        assert entry_words(entry(None, BASE, kind=kind), texts).what


def test_only_what_differs_is_told(texts_de):
    words = entry_words(entry(BASE, replace(BASE, level=3)), texts_de)
    assert words.fields == (
        FieldChange("Antwort", "Stufe 2 – Level 2: „Level 2“", "Stufe 3 – Level 3: „Level 3“"),
    )


def test_everything_in_an_answer_is_told(texts_de):
    evidence = Evidence(EvidenceType.DOCUMENT, "Akte 7", datetime(2026, 1, 5, tzinfo=UTC).date())
    full = make_answer(
        ITEM,
        "N",
        reason="kein Bauhof",
        note="n",
        evidence=evidence,
        target=1,
        delivery=DeliveryMode.COUNTY,
        confidence=Confidence.SURE,
        responsible="Hauptamt",
    )
    told = {f.label: (f.before, f.after) for f in entry_words(entry(None, full), texts_de).fields}
    assert told == {
        "Antwort": ("offen", "trifft nicht zu"),
        "Begründung": ("keine Angabe", "kein Bauhof"),
        "Notiz": ("keine Angabe", "n"),
        "Nachweis": ("keine Angabe", "Dokument oder Link"),
        "Fundstelle des Nachweises": ("keine Angabe", "Akte 7"),
        "Datum des Nachweises": ("keine Angabe", "05.01.2026"),
        "Zielstufe": ("Vorgabe", "Stufe 1 – Level 1"),
        "Erbracht durch": ("keine Angabe", "Kreis oder Verbandsgemeinde"),
        "Wie sicher ist die Antwort?": ("keine Angabe", "sicher"),
        "Verantwortlich": ("keine Angabe", "Hauptamt"),
    }


def test_a_level_has_the_text_of_its_time(texts_de):
    item = make_item(ITEM)
    newer = make_questionnaire([replace(item, levels=("0", "1", "neuer Text", "3", "4"))])
    moved = entry(BASE, BASE, kind=StepKind.MOVE, asked=newer)
    (field,) = entry_words(moved, texts_de).fields
    assert "„Level 2“" in field.before
    assert "„neuer Text“" in field.after


def test_a_level_of_a_question_that_is_gone_has_its_name(texts_de):
    gone = make_questionnaire([make_item("data.two")])
    (field, _) = entry_words(entry(None, BASE, older=gone, asked=gone), texts_de).fields
    assert field.after == "Stufe 2 – Level 2"


# --- the document


def test_the_newest_change_stands_first(texts_de):
    entries = [entry(BASE, make_answer(ITEM, 3), number=2, who="b"), entry(None, BASE, who="a")]
    text = history_document("Titel", entries, texts_de)
    assert text.startswith("# Titel\n\n## ")
    assert text.index("· b") < text.index("· a")
    assert "return-" not in text


def test_with_no_change_it_says_so(texts_de):
    text = history_document("Titel", [], texts_de)
    assert text == "# Titel\n\nZu dieser Frage ist noch nichts eingetragen."


def test_a_move_that_changed_nothing_says_so(texts_de):
    moved = entry(BASE, BASE, kind=StepKind.MOVE)
    assert "Die Antwort ist gleich geblieben." in history_document("Titel", [moved], texts_de)


def test_an_answer_that_may_return_has_a_link(texts_de):
    entries = [entry(None, BASE, number=7), entry(None, BASE, number=3)]
    text = history_document("Titel", entries, texts_de, returnable=entries[1:])
    assert text.count("wieder eintragen](#return-3)") == 1
    assert "return-7" not in text


def test_a_long_history_begins_with_its_newest_part(texts_de):
    entries = [entry(None, BASE, number=n) for n in range(9, 0, -1)]
    text = history_document("Titel", entries, texts_de, most=3)
    assert text.count("\n## ") == 3
    assert text.endswith("[6 ältere Änderungen zeigen](#older)")
    assert "#older" not in history_document("Titel", entries, texts_de, most=9)
