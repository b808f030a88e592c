"""The workplace check in words: what was found, all facts, and both as a text for others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiassess.domain.workplace import Finding, FindingKind, Severity, Workplace
from kiassess.wording.texts import Texts

KILO = 1000
UNITS = ("KB", "MB", "GB", "TB")
NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Told:
    """One finding in words.

    Attributes:
        severity: ``Warnung`` or ``Hinweis``.
        sentence: What it means and what kiassess does about it.
        advice: What to do; ``""`` if nothing.
    """

    severity: str
    sentence: str
    advice: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the table: what it is about, and what was found."""

    name: str
    value: str


def tell(finding: Finding, workplace: Workplace, texts: Texts) -> Told:
    """One finding in words."""
    name = f"workplace.{_name(finding.kind, workplace)}"
    sentence = texts(
        name,
        service=workplace.synced_by,
        free=size_words(workplace.free_bytes, texts),
        date=texts.moment(workplace.clock_ahead_of or workplace.looked_at),
    )
    advice = texts(f"{name}_do") if texts.has(f"{name}_do") else ""
    return Told(texts(f"workplace.{finding.severity}"), sentence, advice)


def workplace_notice(found: Sequence[Finding], workplace: Workplace, texts: Texts) -> str:
    """The sentence for the start page: the weightiest warning; ``""`` if nothing is so grave."""
    warnings = (finding for finding in found if finding.severity is Severity.WARNING)
    return next((tell(finding, workplace, texts).sentence for finding in warnings), "")


def facts(workplace: Workplace, texts: Texts) -> tuple[Fact, ...]:
    """All facts, in the order of the table."""
    values = (*_place(workplace, texts), *_stored(workplace, texts), *_versions(workplace, texts))
    return tuple(Fact(texts(f"workplace.fact_{name}"), value) for name, value in values)


def workplace_text(workplace: Workplace, found: Sequence[Finding], texts: Texts) -> str:
    """Everything as plain text for whoever helps: no answers, no municipalities."""
    lines = [
        f"kiassess: {texts('workplace.title')}",
        texts.moment(workplace.looked_at),
        "",
        texts("workplace.about"),
        texts("workplace.look_first"),
        "",
        texts("workplace.result"),
    ]
    for finding in found:
        told = tell(finding, workplace, texts)
        lines.append(f"- {told.severity}: {told.sentence} {told.advice}".rstrip())
    if not found:
        lines.append(f"- {texts('workplace.fine')}. {texts('workplace.fine_about')}")
    lines += ["", texts("workplace.facts")]
    lines += [f"- {fact.name}: {fact.value}" for fact in facts(workplace, texts)]
    return "\n".join([*lines, ""])


def report_name(workplace: Workplace, texts: Texts) -> str:
    """A name for the file with the text, such as ``kiassess Arbeitsplatz-Check 2026-11-22.txt``."""
    day = workplace.looked_at.astimezone().date().isoformat()
    return f"kiassess {texts('workplace.title')} {day}.txt"


def size_words(count: int | None, texts: Texts) -> str:
    """A number of bytes, such as ``12,3 GB``; a thousand bytes are one KB, as on packages."""
    if count is None:
        return texts("workplace.unknown")
    value, *larger = count / KILO, *UNITS
    unit = larger.pop(0)
    while value >= KILO and larger:
        value, unit = value / KILO, larger.pop(0)
    return f"{texts.number(value)}{NO_BREAK}{unit}"


def _name(kind: FindingKind, workplace: Workplace) -> str:
    """The name of its sentence."""
    match kind:
        case FindingKind.NETWORK | FindingKind.SYNCED if workplace.writes_ahead:
            return f"{kind}_ahead"
        case FindingKind.REDIRECTED if workplace.on_network:
            return f"{kind}_network"
        case FindingKind.CLOCK if workplace.clock_ahead_of is None:
            return f"{kind}_old"
        case _:
            return kind.value


def _place(workplace: Workplace, texts: Texts) -> Iterator[tuple[str, str]]:
    free, total = (size_words(n, texts) for n in (workplace.free_bytes, workplace.total_bytes))
    yield "folder", workplace.folder
    yield "file_system", workplace.file_system or texts("workplace.unknown")
    yield "on_network", _yes_no(workplace.on_network, texts)
    yield "synced_by", workplace.synced_by or texts("workplace.no")
    yield "redirected", _yes_no(workplace.redirected_profile, texts)
    yield "read_only", _yes_no(workplace.read_only, texts)
    yield "free", texts("workplace.free_of", free=free, total=total)
    yield "clock", texts.moment(workplace.looked_at)


def _stored(workplace: Workplace, texts: Texts) -> Iterator[tuple[str, str]]:
    stored = workplace.stored
    yield "file_size", size_words(workplace.file_bytes, texts)
    yield "journal", _journal(workplace, texts)
    yield "assessments", texts.count(stored.assessments)
    yield "answers", texts.count(stored.answers)
    yield "newest_change", _moment(stored.newest_change, texts)
    yield "backups", texts.count(stored.backups)
    yield "last_backup", _moment(stored.last_backup, texts)
    yield "last_rehearsal", _moment(stored.last_rehearsal, texts)


def _versions(workplace: Workplace, texts: Texts) -> Iterator[tuple[str, str]]:
    versions = workplace.versions
    yield "program", versions.program or texts("workplace.unknown")
    yield "system", versions.system or texts("workplace.unknown")
    yield "language", _language(versions.language, texts)
    for name, version in (
        ("python", versions.python),
        ("qt", versions.qt),
        ("sqlite", versions.sqlite),
    ):
        yield name, version or texts("workplace.unknown")


def _journal(workplace: Workplace, texts: Texts) -> str:
    mode = workplace.stored.journal_mode.upper()
    if not mode:
        return texts("workplace.unknown")
    return texts("workplace.ahead" if workplace.writes_ahead else "workplace.back", mode=mode)


def _language(language: str, texts: Texts) -> str:
    key = f"workplace.language_{language}"
    return texts(key) if texts.has(key) else language or texts("workplace.unknown")


def _yes_no(holds: bool, texts: Texts) -> str:
    return texts("workplace.yes" if holds else "workplace.no")


def _moment(at: datetime | None, texts: Texts) -> str:
    return texts("workplace.never") if at is None else texts.moment(at)
