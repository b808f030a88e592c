from dataclasses import fields
from datetime import UTC, date, datetime, timedelta

import pytest
from builders import NOON, OPEN
from towns import GIVEN, full_answer, legal_table, small_town

from kiassess.domain.assessment import Answer, Evidence
from kiassess.domain.kinds import Extent
from kiassess.exchange.answer_rows import COLUMNS, answer_rows, headings


@pytest.fixture
def rows(texts_de):
    """The rows of a town as dictionaries by item id."""

    def make(opened, changed=None, legal=None):
        made = answer_rows(opened, legal, texts_de, changed or {})
        named = [dict(zip(COLUMNS, row, strict=True)) for row in made]
        return {row["id"]: row for row in named}

    return make


def test_one_row_an_item_in_the_order_they_are_asked(rows):
    assert list(rows(small_town())) == list(GIVEN)


def test_every_field_of_an_answer_has_a_column(rows):
    stored = {field.name for field in fields(Answer)} | {
        f"evidence_{field.name}" for field in fields(Evidence)
    }
    renamed = {"item_id": "id", "evidence_dated": "evidence_date"}
    assert {renamed.get(name, name) for name in stored - {"evidence"}} <= set(COLUMNS)


def test_a_full_answer_fills_its_row(rows):
    opened = small_town(answers=[full_answer()])
    changed = {"data.one": NOON}
    assert rows(opened, changed, legal_table())["data.one"] == {
        "id": "data.one",
        "title": "Title of data.one",
        "area": "Area data",
        "question": "data.one?",
        "state": "beantwortet",
        "level": 3,
        "level_name": "Level 3",
        "level_text": "Level 3",
        "reason": "",
        "note": "Discussed on Monday",
        "evidence_type": "Dokument oder Link",
        "evidence_pointer": "File 12-3",
        "evidence_date": date(2026, 5, 4),
        "confidence": "eher sicher",
        "delivery": "Kreis oder Verbandsgemeinde",
        "responsible": "Main office",
        "target": 4,
        "default_target": 3,
        "changed_at": NOON,
        "roles": "IT office, Data protection",
        "legal": "Art. 30 GDPR, gdpr.32",
        "asked": "ja",
    }


@pytest.mark.parametrize(
    ("item", "state"),
    [
        ("data.two", "weiß nicht"),
        ("infra.two", "trifft nicht zu"),
        ("strat.three", "offen"),
    ],
)
def test_the_three_kinds_of_no_value_are_told_apart_and_never_0(rows, item, state):
    row = rows(small_town())[item]
    assert row["state"] == state
    assert row["level"] is row["level_name"] is row["level_text"] is None


def test_a_reason_is_given(rows):
    assert rows(small_town())["infra.two"]["reason"] == "nothing of the kind here"


def test_level_0_is_a_level(rows):
    row = rows(small_town({**GIVEN, "data.one": 0}))["data.one"]
    assert (row["level"], row["level_name"]) == (0, "Level 0")


def test_without_population_there_is_no_suggested_target(rows):
    row = rows(small_town(population=None))["data.one"]
    assert row["default_target"] is row["target"] is None


def test_times_are_those_of_this_computer(rows):
    at = rows(small_town(), {"data.one": NOON})["data.one"]["changed_at"]
    assert at == NOON
    assert at.utcoffset() == datetime(2026, 3, 2, 12, tzinfo=UTC).astimezone().utcoffset()
    assert rows(small_town())["data.one"]["changed_at"] is None
    assert at.utcoffset() < timedelta(days=1)


def test_answers_outside_a_narrowed_selection_are_kept_and_marked(rows):
    narrowed = rows(small_town({**GIVEN, "strat.four": 2}, extent=Extent.SMALL))
    assert list(narrowed) == list(GIVEN)
    assert [row["asked"] for row in narrowed.values()] == ["ja"] * 7 + ["nein"]
    unanswered = rows(small_town({**GIVEN, "strat.four": OPEN}, extent=Extent.SMALL))
    assert "strat.four" not in unanswered


def test_headings_are_all_different(texts_de, texts_en):
    for texts in (texts_de, texts_en):
        assert len(set(headings(texts))) == len(COLUMNS)
