"""The plan in words: what does not fit, and what has become of it."""

from dataclasses import replace
from datetime import date

import pytest
from builders import make_answer
from kept_entries import plan_of

from kiassess.domain.kept import Kept
from kiassess.domain.plan_progress import plan_progress
from kiassess.domain.planning import Aim, PlanEntry, PlanFrame, PlanStatus
from kiassess.wording.plan_page import (
    MOST_WARNINGS,
    carry_sentence,
    progress_sentences,
    undated_sentence,
    warning_sentences,
)

DONE = PlanEntry("a", "Liste", status=PlanStatus.DONE, aims=(Aim("data.one", 1, 3),))
TITLES = {"data.one": "Datenbestände"}


def told(texts, entry, level):
    answers = {} if level is None else {"data.one": make_answer("data.one", level)}
    progress = plan_progress([entry], answers)
    return list(progress_sentences(progress, TITLES, texts))


@pytest.mark.parametrize(
    ("level", "done", "said"),
    [
        (3, "✓ „Liste“ ist erledigt.", "Ziel Stufe 3 erreicht, jetzt Stufe 3."),
        (2, "✓ „Liste“ ist erledigt.", "von Stufe 1 auf 2."),
        (1, "! „Liste“ ist erledigt, hat aber noch keine Frage bewegt.", "weiter Stufe 1."),
        (0, "! „Liste“ ist erledigt, hat aber noch keine Frage bewegt.",
         "von Stufe 1 auf 0 gefallen."),
        (None, "„Liste“ ist erledigt.", "noch nicht beantwortet."),
    ],
)  # fmt: skip
def test_what_is_done_says_whether_it_moved_anything(texts_de, level, done, said):
    assert told(texts_de, DONE, level) == [
        "Erledigt: 1 von 1 Einträgen.",
        f"{done} „Datenbestände“: {said}",
    ]


def test_what_was_unknown_then_is_told_so(texts_de):
    entry = replace(DONE, aims=(Aim("data.one", None, 3),))
    assert told(texts_de, entry, 2)[1] == (
        "„Liste“ ist erledigt. „Datenbestände“: damals unbekannt, jetzt Stufe 2."
    )


def test_what_aims_at_nothing_is_only_done(texts_de):
    assert told(texts_de, replace(DONE, aims=()), 2)[1] == "„Liste“ ist erledigt."


def test_what_is_running_is_told_once_it_moves_something(texts_de):
    running = replace(DONE, status=PlanStatus.RUNNING)
    assert told(texts_de, running, 1) == ["Noch ist kein Eintrag erledigt. Dazu kommen: läuft: 1."]
    assert told(texts_de, running, 2)[1].startswith("„Liste“ läuft noch.")


def test_many_warnings_are_cut_and_counted(texts_de):
    entries = [
        PlanEntry(f"n{n}", f"N{n}", start=date(2027, n, 1), due=date(2027, n, 26), days=9.0)
        for n in (1, 4, 7, 10)
    ]
    late = [replace(one, id=f"{one.id}x", after=(one.id,)) for one in entries]
    kept = Kept(plan=plan_of(*entries, *late), frame=PlanFrame(days_per_quarter=1.0))
    found = warning_sentences(kept, texts_de)
    assert len(found) == MOST_WARNINGS + 1
    assert found[-1].startswith("Dazu kommen 3 weitere Hinweise.")
    assert warning_sentences(Kept(), texts_de) == ()


def test_nothing_missing_says_nothing(texts_de, texts_en):
    for texts in (texts_de, texts_en):
        assert undated_sentence(Kept(), texts) == ""
        assert carry_sentence(0, date(2026, 1, 1), texts) == ""
    kept = Kept(plan=plan_of(PlanEntry("a", "A")))
    assert undated_sentence(kept, texts_de).startswith("Ein Eintrag hat noch keinen Beginn")
    assert "01.02.2026" in carry_sentence(2, date(2026, 2, 1), texts_de)
    assert carry_sentence(1, None, texts_de).startswith("In der Runde davor steht ein Eintrag")
