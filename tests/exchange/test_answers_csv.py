import csv
import io

import pytest
from builders import NOON
from hostile import HOSTILE
from towns import GIVEN, full_answer, legal_table, small_town

from kiassess.exchange.answer_rows import COLUMNS
from kiassess.exchange.answers_csv import answers_csv


@pytest.fixture
def written(texts_de):
    """The CSV of a town, as bytes."""

    def write(opened, texts=texts_de):
        return answers_csv(opened, legal_table(), texts, changed={"data.one": NOON})

    return write


def read(content):
    """The rows by item id, as a reader of CSV sees them."""
    text = content.decode("utf-8-sig")
    first, *rest = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    assert len(first) == len(COLUMNS)
    return {row[0]: dict(zip(COLUMNS, row, strict=True)) for row in rest}


def note(text):
    """What becomes of a note."""
    return small_town(answers=[full_answer(note=text)])


def test_it_opens_with_a_double_click_in_german_offices(written):
    content = written(small_town())
    assert content.startswith(b'\xef\xbb\xbf"Kennung";"Kurztitel";')
    lines = content.split(b"\r\n")
    assert len(lines) == len(GIVEN) + 2
    assert lines[-1] == b""
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_values_come_back(written):
    row = read(written(note("Müller & Söhne; „ja“\nund nein")))["data.one"]
    assert row["note"] == "Müller & Söhne; „ja“\nund nein"
    assert (row["level"], row["evidence_date"]) == ("3", "04.05.2026")
    assert row["changed_at"] == f"{NOON.astimezone():%d.%m.%Y %H:%M}"


def test_english_files_have_dates_that_sort(written, texts_en):
    row = read(written(note("x"), texts_en))["data.one"]
    assert row["evidence_date"] == "2026-05-04"
    assert row["state"] == "answered"


def test_numbers_are_not_quoted_and_what_is_unknown_is_empty(written):
    content = written(small_town()).decode("utf-8-sig")
    assert ";3;" in content
    assert read(written(small_town()))["data.two"]["level"] == ""


@pytest.mark.parametrize(
    "text",
    [
        *("=1", "+1", "-1", "@SUM", "|x", "%x", "\t=1", "\n=1", "\tx"),
        *("＝1", "＋1", "－1", "＠SUM", "｜x", "％x"),
        *(" =1", "\u00a0=1", "\ufeff=1", "\u202e=1", "\u200b\u200b=1", "\x07=1"),
    ],
)
def test_what_looks_like_a_formula_is_disarmed(written, text):
    kept = read(written(note(text)))["data.one"]["note"]
    assert kept.startswith("'")
    assert kept[1:] == text.replace("\x07", "")


@pytest.mark.parametrize("text", ["5 = fünf", "Größe", "a-b", "(=1)", "'=1", "5 %"])
def test_harmless_text_stays_as_it_was(written, text):
    assert read(written(note(text)))["data.one"]["note"] == text


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_typed_breaks_the_table(written, name):
    everywhere = full_answer(note=HOSTILE[name], responsible=HOSTILE[name], reason=HOSTILE[name])
    rows = read(written(small_town(answers=[everywhere])))
    assert list(rows) == list(GIVEN)
    row = rows["data.one"]
    assert row["note"] == row["responsible"] == row["reason"]
    assert not row["note"].startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"))
    assert 1 <= len(row["note"]) <= 32_767
