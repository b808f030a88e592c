"""The plan as a calendar (iCalendar, RFC 5545): whole days that any calendar program takes in.

What is done or dropped has no days any more. Taking a newer file into the same calendar moves what
has moved: each day has an identity of its own that stays.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.kept import kept_of
from kiassess.domain.plan_checks import in_order
from kiassess.domain.planning import PlanEntry
from kiassess.domain.register import AiSystem, UseStatus
from kiassess.exchange.plain_text import plain_text
from kiassess.wording.texts import Texts

LONGEST_LINE = 75  # bytes, without the end of the line
_END = "\r\n"
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True, slots=True)
class _Day:
    """One whole day.

    Attributes:
        key: Tells it from the others of the assessment; it stays as long as the entry does.
        day: Which day.
        title: What is written in the calendar.
        about: What is written below; lines.
    """

    key: str
    day: date
    title: str
    about: tuple[str, ...]


def plan_ics(opened: OpenAssessment, texts: Texts, *, now: datetime, version: str) -> bytes:
    """The days of a plan and of the register. Same arguments, same bytes.

    Args:
        opened: The assessment, or a frozen state of it.
        texts: The sentences.
        now: Time of the export, with a time zone.
        version: Of the program.
    """
    name = opened.assessment.municipality.short_name
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//kiassess//kiassess {version}//{texts.language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(texts('plan_export.calendar', name=name))}",
    ]
    stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    for day in _days(opened, texts):
        lines += [
            "BEGIN:VEVENT",
            f"UID:{opened.assessment.id}.{_text(day.key)}@kiassess",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{day.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day.day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_text(day.title)}",
            *([f"DESCRIPTION:{_text(_lines(day.about))}"] if any(day.about) else []),
            "TRANSP:TRANSPARENT",  # nobody is busy all day
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(folded + _END for line in lines for folded in _folded(line)).encode()


def _days(opened: OpenAssessment, texts: Texts) -> Iterator[_Day]:
    kept = kept_of(opened.entries)
    for entry in in_order(kept.plan):
        if entry.is_open:
            yield from _of_entry(entry, texts)
    for system in sorted(kept.systems.values(), key=lambda one: (one.review or date.max, one.id)):
        if system.review is not None and system.status is not UseStatus.ENDED:
            yield _of_system(system, system.review, texts)


def _of_entry(entry: PlanEntry, texts: Texts) -> Iterator[_Day]:
    about = (
        _responsible(entry.responsible, texts),
        texts("plan_export.status", status=texts(f"plan_status.{entry.status}")),
        entry.note,
    )
    for name, day in (("begins", entry.start), ("ends", entry.due)):
        if day is not None and (name == "ends" or day != entry.due):
            title = texts(f"plan_export.{name}", title=entry.title)
            yield _Day(f"plan.{entry.id}.{name}", day, title, about)


def _of_system(system: AiSystem, day: date, texts: Texts) -> _Day:
    title = texts("plan_export.review", title=system.name)
    about = _responsible(system.responsible, texts), system.purpose
    return _Day(f"system.{system.id}.review", day, title, about)


def _responsible(name: str, texts: Texts) -> str:
    return texts("plan_export.responsible", name=name) if name else ""


def _lines(parts: tuple[str, ...]) -> str:
    return "\n".join(part for part in parts if part)


def _text(text: str) -> str:
    """A text as a value may hold it: nothing in it can end the line or mean something else."""
    return "\n".join(plain_text(text).splitlines()).translate(_ESCAPES)


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most ``LONGEST_LINE`` bytes; no character is cut."""
    piece, size = "", 0
    for sign in line:
        length = len(sign.encode())
        if size + length > LONGEST_LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + sign, size + length
    yield piece
