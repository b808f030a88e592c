"""Backups, frozen states and deleting in words."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from builders import make_assessment
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.backups import Backup, BackupContent, BackupKind, Rehearsal
from kiassess.domain.deletion import Belongings
from kiassess.domain.restoring import Effect, RestoreEffect
from kiassess.domain.states import NAME_LENGTH, NameProblem, name_problem
from kiassess.wording.safekeeping import (
    backup_reason,
    backup_size,
    belongings_lines,
    effect_words,
    effects_words,
    in_backups_words,
    last_rehearsal_words,
    name_problem_words,
    rehearsal_words,
    state_name,
)

NOW = datetime(2026, 11, 22, 13, 32, tzinfo=UTC)
TODAY = date(2026, 11, 22)
WHOLE = Belongings(make_assessment(), 84, 12, 131, ("Mai", "Juni"), 3, 2)
ONE = Belongings(make_assessment(), 1, 1, 1, ("Mai",), 1, 1)
NOTHING = Belongings(make_assessment(), 0, 0, 0, (), 0, 0)


def test_entries_are_told_where_there_are_any(texts_de):
    lines = belongings_lines(replace(NOTHING, entries=3), texts_de)
    assert "3 Einträge in Plan, KI-Verzeichnis und Handlungsfeldern" in lines
    lines = belongings_lines(replace(WHOLE, entries=1), texts_de)
    assert "ein Eintrag in Plan, KI-Verzeichnis oder Handlungsfeldern" in lines
    assert not any("Plan" in line for line in belongings_lines(WHOLE, texts_de))
    effect = RestoreEffect(Effect.CHANGED, make_assessment(), 5, 5, 0, entries=2)
    assert effect_words(effect, texts_de) == (
        "2 Einträge im Plan und daneben ändern sich, alle Antworten bleiben gleich"
    )


@pytest.fixture(params=["de", "en"])
def texts(request):
    return request.getfixturevalue(f"texts_{request.param}")


def effect(kind, now=0, then=0, differing=0):
    return RestoreEffect(kind, make_assessment(), now, then, differing)


# --- backups


def test_every_kind_has_words_of_its_own(texts):
    assert len({backup_reason(kind, texts) for kind in BackupKind}) == len(BackupKind)


def test_a_size_is_short_or_the_backup_is_not_readable(texts_de):
    assert backup_size(BackupContent(1_234_567, 1, 1), texts_de) == "1,2\N{NO-BREAK SPACE}MB"
    assert backup_size(None, texts_de) == "nicht lesbar"


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (effect(Effect.SAME, 22, 22), "bleibt gleich"),
        (
            effect(Effect.CHANGED, 22, 20, 5),
            "5 Antworten ändern sich, dann 20 statt 22 beantwortet",
        ),
        (effect(Effect.CHANGED, 0, 1, 1), "eine Antwort ändert sich, dann 1 statt 0 beantwortet"),
        (effect(Effect.CHANGED, 22, 22, 5), "5 Antworten ändern sich, weiterhin 22 beantwortet"),
        (effect(Effect.CHANGED, 22, 22, 1), "eine Antwort ändert sich, weiterhin 22 beantwortet"),
        (
            effect(Effect.CHANGED, 22, 22),
            "Angaben zur Standortbestimmung ändern sich, alle Antworten bleiben gleich",
        ),
        (effect(Effect.BACK), "kommt zurück"),
        (effect(Effect.BACK, 0, 12, 12), "kommt zurück mit 12 Antworten"),
        (effect(Effect.BACK, 0, 1, 1), "kommt zurück mit einer Antwort"),
        (effect(Effect.GONE), "ist in der Sicherung nicht enthalten und verschwindet"),
        (
            effect(Effect.GONE, 84, 0, 84),
            "ist in der Sicherung nicht enthalten und verschwindet mit 84 Antworten",
        ),
    ],
)
def test_an_effect_is_told_in_words(texts_de, shown, words):
    assert effect_words(shown, texts_de) == words


def test_all_effects_are_told_together(texts_de):
    effects = [effect(kind) for kind in (*Effect, Effect.CHANGED)]
    assert effects_words(effects, texts_de) == (
        "Standortbestimmungen: 2 ändern sich, eine kommt zurück, eine verschwindet, "
        "eine bleibt gleich."
    )


@pytest.mark.parametrize("effects", [[], [effect(Effect.SAME)]])
def test_where_nothing_changes_that_is_told(texts_de, effects):
    assert effects_words(effects, texts_de).endswith("Es gibt nichts wiederherzustellen.")


def test_a_rehearsal_is_told_with_what_came_back(texts_de):
    backup = Backup(NOW, BackupKind.DAILY, "x")
    said = rehearsal_words(Rehearsal(NOW, backup, BackupContent(1, 1, 84)), texts_de)
    assert texts_de.moment(NOW) in said
    assert "Sie enthält eine Standortbestimmung und 84 Antworten." in said
    assert texts_de.moment(NOW) in last_rehearsal_words(NOW, texts_de)
    assert last_rehearsal_words(None, texts_de) == "Bisher gab es noch keine gelungene Probe."


# --- frozen states


def test_a_state_is_called_after_the_day(texts_de, texts_en):
    assert state_name(TODAY, [], texts_de) == "Stand 22.11.2026"
    assert state_name(TODAY, [], texts_en) == "As of 22 November 2026"


def test_a_number_tells_several_of_a_day_apart(texts_de):
    taken = ["STAND 22.11.2026", "Stand 22.11.2026 (3)", "Stand 22.11.2026 (2)"]
    assert state_name(TODAY, taken, texts_de) == "Stand 22.11.2026 (4)"


@given(st.integers(0, 30), st.dates())
def test_what_is_suggested_can_be_taken(texts_de, number, day):
    taken: list[str] = []
    for _ in range(number):
        taken.append(state_name(day, taken, texts_de))
    assert len(set(taken)) == number
    assert name_problem(state_name(day, taken, texts_de), taken) is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Ratssitzung", ""),
        ("  ", "Bitte geben Sie einen Namen ein."),
        ("x" * (NAME_LENGTH + 1), "Der Name ist um ein Zeichen zu lang. Möglich sind 80 Zeichen."),
        ("x" * (NAME_LENGTH + 7), "Der Name ist um 7 Zeichen zu lang. Möglich sind 80 Zeichen."),
        ("a\x07", "Der Name enthält ein Zeichen, das sich nicht anzeigen lässt."),
        ("MAI", "So heißt schon ein anderer Stand."),
    ],
)
def test_a_name_that_cannot_be_used_is_explained(texts_de, typed, words):
    said = name_problem_words(typed, ["Mai"], texts_de)
    assert said.startswith(words)
    assert bool(said) == bool(words)


def test_every_problem_is_explained_in_both_languages(texts):
    said = {texts(f"safekeeping.name_{problem}", n=2, most=80) for problem in NameProblem}
    assert len(said) == len(NameProblem)


# --- deleting


def test_what_goes_is_told_line_by_line(texts_de):
    assert belongings_lines(WHOLE, texts_de) == (
        "alle Angaben zur Kommune und zur Standortbestimmung",
        "84 Antworten",
        "12 Notizen",
        "131 Einträge im Verlauf",
        "2 festgehaltene Stände: „Mai“, „Juni“",
    )


def test_one_of_each_is_told_as_one(texts_de):
    assert belongings_lines(ONE, texts_de)[1:] == (
        "eine Antwort",
        "eine Notiz",
        "ein Eintrag im Verlauf",
        "ein festgehaltener Stand: „Mai“",
    )


def test_what_there_is_none_of_is_left_out(texts_de):
    assert belongings_lines(NOTHING, texts_de)[1:] == ("noch keine Antwort",)


def test_the_tick_is_explained_by_what_it_would_do(texts_de):
    words = in_backups_words(WHOLE, texts_de)
    assert "bleibt die Standortbestimmung in 3 Sicherungen" in words
    assert "etwa 30 Tage" in words
    assert "2 beschädigte oder ersetzte Dateien" in words
    assert "beiseitegelegt" not in in_backups_words(replace(WHOLE, aside=0), texts_de)
    assert in_backups_words(NOTHING, texts_de) == (
        "Keine Sicherung enthält diese Standortbestimmung."
    )


@pytest.mark.parametrize("belongings", [WHOLE, ONE, NOTHING])
def test_no_sentence_is_long(texts, belongings):
    said = in_backups_words(belongings, texts)
    for sentence in re.split(r"(?<=[.]) |\n", said):
        assert len(sentence.split()) <= 26, sentence
