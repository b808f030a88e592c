"""An answer is taken where it can mean one thing only."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess.content.library import Library
from kiassess.domain.assessment import AnswerState
from kiassess.exchange.cells import AnswerWords, Said, address, read_level, shown, spelled
from kiassess.paths import bundled

GERMAN = ("Nicht vorhanden", "Erste Ansätze", "In Teilen geregelt", "Umgesetzt", "Wirksam")
ENGLISH = ("Not in place", "First steps", "Partly settled", "In practice", "Effective")
WORDS = AnswerWords.of([GERMAN, ENGLISH])


def level(number):
    return Said(AnswerState.ANSWERED, number)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (3, 3), (0, 0), (4.0, 4), ("3", 3), ("3,0", 3), ("3.0", 3), ("3,00", 3), (" 3 ", 3),
        ("3\u00a0", 3), ("３", 3), ("３，０", 3), ("'3", 3), ("\ufeff3", 3), ("3.", 3),
        ("Stufe 3", 3), ("stufe 3", 3), ("STUFE  3", 3), ("Stufe: 3", 3), ("Stufe3", 3),
        ("Level 3", 3), ("level 0", 0), ("Ｌｅｖｅｌ　２", 2),
        ("3 – definiert", 3), ("3 - Umgesetzt", 3), ("3—Umgesetzt", 3), ("3: umgesetzt", 3),
        ("3 Umgesetzt", 3), ("2 – In Teilen geregelt", 2), ("2 \u2011 in teilen  geregelt", 2),
        ("Stufe 3 – Umgesetzt", 3), ("4 – Effective", 4), ("0 – Nicht vorhanden", 0),
        ("Umgesetzt", 3), ("umgesetzt.", 3), ("ERSTE ANSÄTZE", 1), ("Erste Ansa\u0308tze", 1),
        ("first steps", 1), ("Not in place", 0),
    ],
    ids=repr,
)  # fmt: skip
def test_a_level_in_many_spellings(value, number):
    assert read_level(value, WORDS) == level(number)


@pytest.mark.parametrize(
    ("value", "state"),
    [
        (None, AnswerState.OPEN), ("", AnswerState.OPEN), (" \u00a0\n", AnswerState.OPEN),
        ("weiß nicht", AnswerState.UNKNOWN), ("WEISS NICHT", AnswerState.UNKNOWN),
        ("weiß\u00a0nicht", AnswerState.UNKNOWN), ("don't know", AnswerState.UNKNOWN),
        ("Don’t know", AnswerState.UNKNOWN), ("trifft nicht zu", AnswerState.NOT_APPLICABLE),
        ("Does not apply", AnswerState.NOT_APPLICABLE), ("N/A", AnswerState.NOT_APPLICABLE),
    ],
    ids=repr,
)  # fmt: skip
def test_words_without_a_level(value, state):
    assert read_level(value, WORDS) == Said(state)


@pytest.mark.parametrize(
    "value",
    [
        5, -1, 2.5, 3.0000001, 1e300, True, False, date(2026, 4, 3),
        datetime(2026, 4, 3, tzinfo=UTC),
        "5", "-1", "2,5", "2.5", "TRUE", "wahr", "#N/A", "#DIV/0!", "0-1", "0 – 1", "3/4", "3 4",
        "33", "03", "3?", "3 – eher 2", "3 bis vier", "3 oder vier", "3 – noch nicht", "3 - fast",
        "3 – Nicht vorhanden", "3 – weiß nicht", "3 – trifft nicht zu", "3.4.", "3,5", "3%", "³",
        "③", "½", "٣", "drei", "ja", "x", "?", "-", "Stufe", "Stufe 5", "5 – Wirksam", "vorhanden",
        "nicht", "3 –", "3 " + "x" * 100, "12:30:00", "inf",
    ],
    ids=repr,
)  # fmt: skip
def test_everything_else_is_unclear(value):
    assert (
        read_level(value, WORDS) in (None, level(3))
        if value == "3 – "
        else (read_level(value, WORDS) is None)
    )


def test_the_names_of_our_levels_are_understood():
    edition = Library(bundled().questionnaires).load("ki-readiness")
    names = {
        language: [named.name for named in edition.questionnaire(language).levels]
        for language in edition.languages
    }
    words = AnswerWords.of(names.values())
    for known in names.values():
        for number, name in enumerate(known):
            assert read_level(name, words) == level(number)
            assert read_level(f"{number} – {name}", words) == level(number)
            assert read_level(f"{(number + 1) % 5} – {name}", words) is None


def test_a_name_stands_for_one_level():
    with pytest.raises(ValueError, match="two levels"):
        AnswerWords.of([GERMAN, (*ENGLISH[:4], "Umgesetzt")])


@given(st.text(max_size=30) | st.floats() | st.integers() | st.booleans() | st.dates())
def test_anything_has_one_meaning_or_none(value):
    said = read_level(value, WORDS)
    assert said is None or (said.level is None) == (said.state is not AnswerState.ANSWERED)
    assert len(shown(value)) <= 400
    assert "\n" not in shown(value)


@given(st.text(max_size=30))
def test_spelling_twice_changes_nothing(text):
    assert spelled(spelled(text)) == spelled(text)


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [
        (0, 0, "A1"), (11, 5, "F12"), (0, 25, "Z1"), (0, 26, "AA1"), (9, 701, "ZZ10"),
        (0, 702, "AAA1"),
    ],
)  # fmt: skip
def test_cells_are_called_as_in_a_spreadsheet(row, column, name):
    assert address(row, column) == name


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""), (True, "TRUE"), (2.5, "2.5"), (date(2026, 4, 3), "2026-04-03"),
        ("a\nb\u202e", "a b"), ("x" * 99, "x" * 59 + "…"),
    ],
    ids=repr,
)  # fmt: skip
def test_a_value_is_shown_in_one_short_line(value, text):
    assert shown(value) == text
