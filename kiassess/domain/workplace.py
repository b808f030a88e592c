"""Where and with what kiassess works on this PC, and what of it deserves attention."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

RELEASED = datetime(2026, 11, 22, tzinfo=UTC)  # no clock can rightly stand before this version
CLOCK_MINUTES = 5  # two clocks may differ by as much
LEAST_FREE_BYTES = 200_000_000
LEAST_FREE_FILES = 10  # times the file: it, its backups, and a copy before an upgrade
WRITE_AHEAD = "wal"


class FindingKind(StrEnum):
    """What deserves attention, the weightiest first."""

    READ_ONLY = "read_only"
    NEARLY_FULL = "nearly_full"
    CLOCK = "clock"
    SYNCED = "synced"
    NETWORK = "network"
    REDIRECTED = "redirected"
    NO_BACKUP = "no_backup"


class Severity(StrEnum):
    """Whether something should be done, or be known."""

    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that deserves attention."""

    kind: FindingKind
    severity: Severity


@dataclass(frozen=True, slots=True)
class Stored:
    """What the workspace says about itself: counts and times, no answers and no names.

    Attributes:
        journal_mode: As SQLite calls it, such as ``wal``; ``""`` if unknown.
        newest_change: When anything was last changed; ``None`` if nothing was.
        assessments: How many there are.
        answers: How many there are in all of them.
        backups: How many backups there are.
        last_backup: When the newest was made.
        last_rehearsal: When a backup was last restored on trial.
    """

    journal_mode: str = ""
    newest_change: datetime | None = None
    assessments: int = 0
    answers: int = 0
    backups: int = 0
    last_backup: datetime | None = None
    last_rehearsal: datetime | None = None


@dataclass(frozen=True, slots=True)
class Versions:
    """What is running; ``""`` for what is unknown.

    Attributes:
        program: Of kiassess.
        python: Of Python.
        qt: Of Qt.
        sqlite: Of SQLite.
        system: The operating system with its version.
        language: Of the window, ``"de"`` or ``"en"``.
    """

    program: str = ""
    python: str = ""
    qt: str = ""
    sqlite: str = ""
    system: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Workplace:
    """The facts about this PC that decide how safe the data is.

    Attributes:
        looked_at: When they were gathered.
        folder: Where the workspace lies, with ``~`` for the home folder.
        stored: What the workspace says.
        versions: What is running.
        file_system: Its type, such as ``NTFS``; ``""`` if unknown.
        on_network: Whether the folder lies on a network drive.
        synced_by: The service that carries the folder to other computers; ``""`` if none.
        redirected_profile: Whether folders of the user's account lie on a server.
        read_only: Whether the folder or the file cannot be written to.
        free_bytes: Room left on the disk; ``None`` if unknown.
        total_bytes: Size of the disk; ``None`` if unknown.
        file_bytes: Size of the workspace; ``None`` if unknown.
    """

    looked_at: datetime
    folder: str
    stored: Stored = Stored()
    versions: Versions = Versions()
    file_system: str = ""
    on_network: bool = False
    synced_by: str = ""
    redirected_profile: bool = False
    read_only: bool = False
    free_bytes: int | None = None
    total_bytes: int | None = None
    file_bytes: int | None = None

    @property
    def clock_ahead_of(self) -> datetime | None:
        """The newest change if the clock stood before it; that cannot be."""
        newest = self.stored.newest_change
        return newest if newest is not None and newest > self.looked_at else None

    @property
    def writes_ahead(self) -> bool:
        """Whether SQLite uses further files beside the workspace, which only a local disk bears."""
        return self.stored.journal_mode.lower() == WRITE_AHEAD


def findings(workplace: Workplace, now: datetime) -> tuple[Finding, ...]:
    """What deserves attention: warnings before hints, each the weightiest first.

    Args:
        workplace: The facts.
        now: The present, with a time zone.
    """
    held = {
        FindingKind.READ_ONLY: workplace.read_only,
        FindingKind.NEARLY_FULL: _is_nearly_full(workplace),
        FindingKind.CLOCK: _clock_is_wrong(workplace, now),
        FindingKind.SYNCED: bool(workplace.synced_by),
        FindingKind.NETWORK: workplace.on_network,
        FindingKind.REDIRECTED: workplace.redirected_profile,
        FindingKind.NO_BACKUP: workplace.stored.answers > 0 and not workplace.stored.backups,
    }
    found = [Finding(kind, _severity(kind, workplace)) for kind in FindingKind if held[kind]]
    return tuple(sorted(found, key=lambda finding: finding.severity is Severity.HINT))


def _severity(kind: FindingKind, workplace: Workplace) -> Severity:
    if kind is FindingKind.NETWORK:  # with the other journal it is slower, not less safe
        return Severity.WARNING if workplace.writes_ahead else Severity.HINT
    hints = {FindingKind.REDIRECTED, FindingKind.NO_BACKUP}
    return Severity.HINT if kind in hints else Severity.WARNING


def _is_nearly_full(workplace: Workplace) -> bool:
    needed = max(LEAST_FREE_BYTES, LEAST_FREE_FILES * (workplace.file_bytes or 0))
    return workplace.free_bytes is not None and workplace.free_bytes < needed


def _clock_is_wrong(workplace: Workplace, now: datetime) -> bool:
    """Whether the clock stands before what has happened for certain."""
    if now < RELEASED - timedelta(days=1):  # it was released in another time zone
        return True
    ahead = workplace.clock_ahead_of
    return ahead is not None and ahead - now > timedelta(minutes=CLOCK_MINUTES)
