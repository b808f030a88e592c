"""The plan as a calendar, read back by the rules of RFC 5545."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from builders import NOON
from hostile import HOSTILE
from hypothesis import given
from hypothesis import strategies as st
from kept_entries import BARE, FULL, PLAN, SYSTEM
from towns import small_town

from kiassess import paths
from kiassess.domain.planning import PlanEntry, PlanStatus
from kiassess.domain.register import UseStatus
from kiassess.exchange.plan_ics import plan_ics
from kiassess.wording.texts import load_texts

TEXTS = load_texts(paths.bundled().texts, "de")
NAME = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)", re.DOTALL)
ESCAPE = re.compile(r"\\(.)")


def written(*entries, now=NOON, **facts):
    town = replace(small_town(), entries=entries)
    assessment = replace(town.assessment, **facts)
    return plan_ics(replace(town, assessment=assessment), TEXTS, now=now, version="1.2.3")


def properties(content):
    """Names and values of all lines, unfolded and unescaped; every rule of form is checked."""
    assert content.endswith(b"\r\n")
    lines = content.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 for line in lines)
    assert all(line and b"\n" not in line and b"\r" not in line for line in lines)
    for line in lines:
        line.decode()  # no character is cut
    text = content.decode().replace("\r\n ", "")
    for line in text.split("\r\n")[:-1]:
        name, parameters, value = NAME.fullmatch(line).groups()
        assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value), line
        plain = ESCAPE.sub(lambda m: "\n" if m[1] in "nN" else m[1], value)
        yield name + parameters, plain


def events(content):
    found = []
    for name, value in properties(content):
        if (name, value) == ("BEGIN", "VEVENT"):
            found.append({})
        elif found and name != "END":
            assert name not in found[-1]
            found[-1][name] = value
    return found


def test_an_entry_has_its_first_and_its_last_day():
    begins, ends = events(written(PLAN))
    assert begins["SUMMARY"] == "Beginn: Datenbestände erfassen"
    assert (begins["DTSTART;VALUE=DATE"], begins["DTEND;VALUE=DATE"]) == ("20270111", "20270112")
    assert ends["SUMMARY"] == "Fällig: Datenbestände erfassen"
    assert (ends["DTSTART;VALUE=DATE"], ends["DTEND;VALUE=DATE"]) == ("20270331", "20270401")
    assert ends["DESCRIPTION"] == f"Verantwortlich: Frau Ö, Hauptamt\nStatus: läuft\n{PLAN.note}"
    assert ends["TRANSP"] == "TRANSPARENT"


def test_a_system_is_to_be_looked_at():
    (review,) = events(written(SYSTEM))
    assert review["SUMMARY"] == "KI-System überprüfen: Protokoll-Assistent"
    assert review["DTSTART;VALUE=DATE"] == "20270504"
    assert events(written(replace(SYSTEM, status=UseStatus.ENDED))) == []


@pytest.mark.parametrize("status", [PlanStatus.DONE, PlanStatus.DROPPED])
def test_what_is_over_has_no_days(status):
    assert events(written(replace(PLAN, status=status), *BARE)) == []


def test_what_lasts_a_day_stands_there_once():
    entry = PlanEntry("p", "P", start=date(2027, 1, 1), due=date(2027, 1, 1))
    assert [one["SUMMARY"] for one in events(written(entry))] == ["Fällig: P"]
    assert [one["SUMMARY"] for one in events(written(replace(entry, due=None)))] == ["Beginn: P"]


def test_the_last_day_of_our_times_has_a_day_after():
    entry = PlanEntry("p", "P", due=date(2100, 12, 31))
    assert events(written(entry))[0]["DTEND;VALUE=DATE"] == "21010101"


def test_a_day_keeps_its_identity_when_it_moves():
    before = events(written(*FULL))
    moved = replace(PLAN, title="Anders", start=date(2027, 2, 1), due=date(2027, 4, 1))
    after = events(written(moved, *FULL[1:], now=NOON + timedelta(days=9)))
    ids = [one["UID"] for one in before]
    assert len(set(ids)) == len(ids) == 3
    assert sorted(one["UID"] for one in after) == sorted(ids)
    elsewhere = events(written(*FULL, id="x" * 8))
    assert not {one["UID"] for one in elsewhere} & set(ids)


def test_the_frame_says_what_it_is_and_when_it_was_made():
    summer = datetime(2026, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    found = list(properties(written(PLAN, now=summer)))
    assert found[:5] == [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//kiassess//kiassess 1.2.3//DE"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ]
    assert found[-1] == ("END", "VCALENDAR")
    assert {value for name, value in found if name == "DTSTAMP"} == {"20260630T223000Z"}
    assert written(PLAN, now=summer) == written(PLAN, now=summer.astimezone(UTC))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_people_type_cannot_break_out(text):
    typed = text.encode("utf-8", "replace").decode().replace("\0", "")
    entry = replace(PLAN, title=f"{typed}x", note=typed, responsible=typed)
    found = events(written(entry))
    assert [one["DTSTART;VALUE=DATE"] for one in found] == ["20270111", "20270331"]


@given(st.text(max_size=200), st.text(max_size=200))
def test_lines_are_folded_and_texts_come_back(title, note):
    (one,) = events(written(replace(BARE[0], title=f"x{title}", note=note, due=date(2027, 1, 1))))
    kept = "\n".join(re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "",
                            re.sub("\r\n?", "\n", f"x{title}")).splitlines())  # fmt: skip
    assert one["SUMMARY"] == f"Fällig: {kept}"
