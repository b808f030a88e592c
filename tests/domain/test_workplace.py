"""What of a workplace deserves attention, and how gravely."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess import __version__
from kiassess.domain.workplace import (
    CLOCK_MINUTES,
    LEAST_FREE_BYTES,
    RELEASED,
    Finding,
    FindingKind,
    Severity,
    Stored,
    Workplace,
    findings,
)

ROOT = Path(__file__).parents[2]
NOW = datetime(2027, 3, 2, 12, 0, tzinfo=UTC)
MB, GB = 10**6, 10**9
KEPT = Stored("wal", NOW - timedelta(days=1), assessments=1, answers=22, backups=3)
SAFE = Workplace(NOW, "~/kiassess", KEPT, free_bytes=50 * GB, total_bytes=256 * GB, file_bytes=MB)


def found(workplace=SAFE, now=NOW, **facts):
    return {one.kind: one.severity for one in findings(replace(workplace, **facts), now)}


def with_stored(**facts):
    return replace(SAFE, stored=replace(KEPT, **facts))


def test_a_usual_workplace_gives_no_cause_for_concern():
    assert found() == {}


def test_what_is_unknown_is_no_finding():
    assert findings(Workplace(NOW, ""), NOW) == ()


@pytest.mark.parametrize(
    ("facts", "kind", "severity"),
    [
        ({"read_only": True}, FindingKind.READ_ONLY, Severity.WARNING),
        ({"synced_by": "OneDrive"}, FindingKind.SYNCED, Severity.WARNING),
        ({"on_network": True}, FindingKind.NETWORK, Severity.WARNING),  # it writes ahead
        ({"redirected_profile": True}, FindingKind.REDIRECTED, Severity.HINT),
        ({"stored": replace(KEPT, backups=0)}, FindingKind.NO_BACKUP, Severity.HINT),
    ],
)
def test_each_fact_is_one_finding(facts, kind, severity):
    assert found(**facts) == {kind: severity}


def test_on_a_network_drive_the_safer_journal_leaves_a_hint():
    workplace = with_stored(journal_mode="delete")
    assert found(workplace, on_network=True) == {FindingKind.NETWORK: Severity.HINT}


def test_nobody_misses_a_backup_of_nothing():
    assert found(with_stored(answers=0, backups=0)) == {}


@pytest.mark.parametrize(
    ("free", "size", "full"),
    [
        (LEAST_FREE_BYTES - 1, MB, True),
        (LEAST_FREE_BYTES, MB, False),
        (LEAST_FREE_BYTES, None, False),
        (0, None, True),
        (499 * MB, 50 * MB, True),
        (500 * MB, 50 * MB, False),
        (None, 50 * MB, False),
    ],
)
def test_a_disk_is_nearly_full_for_this_file(free, size, full):
    expected = {FindingKind.NEARLY_FULL: Severity.WARNING} if full else {}
    assert found(free_bytes=free, file_bytes=size) == expected


@pytest.mark.parametrize(
    ("newest", "wrong"),
    [
        (None, False),
        (NOW, False),
        (NOW + timedelta(minutes=CLOCK_MINUTES), False),
        (NOW + timedelta(minutes=CLOCK_MINUTES, seconds=1), True),
        (NOW + timedelta(days=400), True),
    ],
)
def test_nothing_was_changed_in_the_future(newest, wrong):
    assert (FindingKind.CLOCK in found(with_stored(newest_change=newest))) is wrong


@pytest.mark.parametrize(
    ("now", "wrong"),
    [
        (RELEASED - timedelta(days=2), True),
        (datetime(1980, 1, 1, tzinfo=UTC), True),
        (RELEASED - timedelta(hours=14), False),  # it is that day somewhere
        (RELEASED, False),
    ],
)
def test_no_clock_stands_before_this_version(now, wrong):
    workplace = replace(with_stored(newest_change=None), looked_at=now)
    assert (FindingKind.CLOCK in found(workplace, now)) is wrong


def test_the_day_of_the_release_is_the_one_published():
    lines = (ROOT / "publiccode.yml").read_text(encoding="utf-8").splitlines()
    said = dict(line.split(": ", 1) for line in lines if line.startswith(("software", "release")))
    assert said["softwareVersion"] == f'"{__version__}"'
    assert said["releaseDate"] == f'"{RELEASED:%Y-%m-%d}"'


def test_a_clock_that_is_behind_names_the_newest_change():
    later = NOW + timedelta(hours=2)
    assert with_stored(newest_change=later).clock_ahead_of == later
    assert SAFE.clock_ahead_of is None
    assert with_stored(newest_change=None).clock_ahead_of is None


def test_what_weighs_most_comes_first():
    everything = replace(
        with_stored(backups=0, newest_change=NOW + timedelta(days=1)),
        read_only=True,
        free_bytes=0,
        synced_by="Dropbox",
        on_network=True,
        redirected_profile=True,
    )
    assert [one.kind for one in findings(everything, NOW)] == list(FindingKind)


@given(
    st.booleans(), st.booleans(), st.booleans(), st.sampled_from(["", "OneDrive"]),
    st.sampled_from(["", "wal", "WAL", "delete"]),
    st.none() | st.integers(0, 10**12), st.none() | st.integers(0, 10**10),
)  # fmt: skip
def test_warnings_come_before_hints_and_nothing_twice(
    read_only, on_network, redirected, synced_by, journal, free, size
):
    workplace = Workplace(
        NOW,
        "~",
        replace(KEPT, journal_mode=journal, backups=0),
        on_network=on_network,
        synced_by=synced_by,
        redirected_profile=redirected,
        read_only=read_only,
        free_bytes=free,
        file_bytes=size,
    )
    told = findings(workplace, NOW)
    severities = [one.severity for one in told]
    assert severities == sorted(severities, key=list(Severity).index)
    assert len({one.kind for one in told}) == len(told)
    assert Finding(FindingKind.NO_BACKUP, Severity.HINT) in told
