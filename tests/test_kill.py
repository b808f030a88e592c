"""Killed 300 times at random moments: nothing it said was saved is lost, no file is damaged."""

import json
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import NOON, make_answer
from drivers.storing import LIBRARY, digest, replayed
from killing import DRIVERS, Killer
from probe import PROBE

from kiassess.domain.assessment import NewAssessment
from kiassess.domain.backups import BackupKind
from kiassess.domain.municipality import Municipality
from kiassess.exchange.exchange_file import to_bytes
from kiassess.store import journal
from kiassess.store.backups import backup_file, backup_folder
from kiassess.workflow import assessing, exchanging, listing, safekeeping, states
from kiassess.workflow.workspace import Workspace, open_for_writing

KILLS = {
    "window 1": 60, "window 2": 60, "import": 60,
    "save": 42, "save-rollback": 18,
    "change": 20, "restore": 12, "upgrade": 14, "delete": 14,
}  # fmt: skip
OLD = Path(__file__).parent / "data" / "workspaces" / "0.1.0.db"
STORING, WINDOW = DRIVERS / "storing.py", DRIVERS / "answering_window.py"
MOST_TRIES = 4  # for one kill; a program may have ended before it
EARLY = 0.15  # of all kills come while Python is still starting, or the file is being opened


def test_it_is_killed_three_hundred_times():
    assert sum(KILLS.values()) == 300


@pytest.fixture
def kill(tmp_path):
    """Kill as often as the group says, looking at the file each time."""

    def kill(group: str, once: Callable[[Killer], None]) -> None:
        killer = Killer(group, list(KILLS).index(group) + 1, tmp_path)
        tries = 0
        while killer.killed < KILLS[group]:
            tries += 1
            assert tries <= KILLS[group] * MOST_TRIES, f"{killer.killed} of {tries}"
            once(killer)
        killer.report()
        assert killer.killed == KILLS[group]

    return kill


@pytest.fixture
def file(tmp_path):
    """Where the workspace lies."""
    (tmp_path / "Daten").mkdir()
    return tmp_path / "Daten" / "towns.db"


def begin(file: Path, *names: str) -> None:
    """Make a workspace with these towns and one answer for each."""
    with open_for_writing(file, LIBRARY) as workspace:
        for name in names:
            new = NewAssessment(Municipality(name), date(2026, 3, 2), questionnaire_id=PROBE)
            made = assessing.create(workspace, new, now=NOON)
            opened = assessing.load(workspace, made.id, "de")
            answer = make_answer("room.cups", 1, note=name)
            assessing.answer(workspace, opened, answer, now=NOON)


def is_sound(connection: sqlite3.Connection) -> bool:
    return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)] and not (
        connection.execute("PRAGMA foreign_key_check").fetchall()
    )


def look(file: Path, see: Callable[[Workspace], None]) -> None:
    """Open a workspace like the next program, and see that nothing hurts is left behind."""
    with open_for_writing(file, LIBRARY) as workspace:  # the lock was released, too
        assert is_sound(workspace.db.conn)
        see(workspace)
        # A journal that had not counted yet stays until the next answer.
        harmless = {"", ".lock", *(["-journal"] if workspace.db.journal_mode == "delete" else [])}
    behind = {path.name.removeprefix(file.name) for path in file.parent.glob(f"{file.name}*")}
    assert behind <= harmless
    for backup in safekeeping.list_backups(file):
        with closing(sqlite3.connect(backup_file(file, backup))) as connection:
            assert is_sound(connection)


def steps(workspace: Workspace, assessment_id: str) -> dict[int, dict]:
    """The answers after each step; the last are those stored."""
    found = replayed(workspace, assessment_id)
    stored = assessing.load(workspace, assessment_id, "de").answers
    assert found[max(found)] == dict(stored)
    assert sorted(found) == [*range(len(found))]
    return found


@pytest.mark.parametrize("group", ["window 1", "window 2"])
def test_the_window(group, kill, file):
    told: dict[str, int] = {}
    made = 0

    def once(killer):
        nonlocal made
        count = killer.pick(1, 60) if killer.chance(0.3) else 10_000  # it may be closing
        lines = killer.run(
            WINDOW, file, count, longest=1.2, ready=file.exists() and not killer.chance(EARLY)
        )
        for line in lines:
            item, level = line.split()
            told[item] = int(level)
        look(file, lambda workspace: see(workspace, len(lines)))

    def see(workspace, count):
        nonlocal made
        listed = listing.list_all(workspace)
        if not listed:  # it was killed before it had begun one
            assert made == count == 0
            return
        assert len(listed) == 1
        found = steps(workspace, listed[0].assessment.id)
        assert len(found) - 1 - made in {count, count + 1}
        made = len(found) - 1
        stored = {item: answer.level for item, answer in found[made].items()}
        # The one being saved when the kill came may be there without having been told.
        differing = [item for item, level in told.items() if stored[item] != level]
        assert len(differing) <= 1
        assert all(stored[item] == (told[item] + 1) % 5 for item in differing)
        assert len(stored.keys() - told.keys()) <= 1
        told.update(stored)

    kill(group, once)


@pytest.mark.parametrize("group", ["save", "save-rollback"])
def test_saving_answers(group, kill, tmp_path):
    # In a synchronised folder the store keeps a rollback journal.
    folder = tmp_path / ("Nextcloud" if group == "save-rollback" else "Daten")
    folder.mkdir()
    file = folder / "towns.db"
    begin(file, "Musterstadt")
    last = 1

    def once(killer):
        nonlocal last
        lines = killer.run(STORING, "save", file, longest=0.4, ready=not killer.chance(EARLY))
        numbers = [int(line) for line in lines if line != "opened"]
        assert numbers == [*range(last + 1, last + 1 + len(numbers))]
        look(file, lambda workspace: see(workspace, last + len(numbers)))

    def see(workspace, acknowledged):
        nonlocal last
        assert workspace.db.journal_mode == ("delete" if group == "save-rollback" else "wal")
        assessment_id = listing.list_all(workspace)[0].assessment.id
        found = steps(workspace, assessment_id)
        last = max(found)
        assert last in {acknowledged, acknowledged + 1}
        notes = [int(a.note.split()[0]) for a in found[last].values() if a.note[0].isdigit()]
        assert max(notes, default=1) == last
        assert len(notes) == min(last - 1, 7)

    kill(group, once)


def test_import(kill, file, tmp_path):
    """Eight towns come in over and over, each time with one more answer: all of it, or not."""
    towns = 8
    source = tmp_path / "source.db"
    begin(source, *(f"Stadt {number:02}" for number in range(towns)))
    versions: dict[bytes, int] = {}
    present = dict.fromkeys(range(towns), -1)  # the version each town is in
    number = -1
    length = 0.0

    with open_for_writing(source, LIBRARY) as sending:
        ids = {
            int(one.assessment.municipality.name[-2:]): one.assessment.id
            for one in listing.list_all(sending)
        }

        def write(version: int) -> list[Path]:
            """The files of a version; the first answers each question with one more."""
            folder = tmp_path / "files" / str(version)
            folder.mkdir(parents=True)
            files = []
            for town, assessment_id in ids.items():
                opened = assessing.load(sending, assessment_id, "de")
                item = opened.items()[version % 7].id
                answer = make_answer(item, version % 5, note=f"{town} {version}")
                at = NOON + timedelta(hours=version + 1)
                assessing.answer(sending, opened, answer, now=at)
                file = folder / f"{town:02}.kiassess"
                exchanging.write_exchange_file(sending, assessment_id, file)
                versions[file.read_bytes()] = version
                files.append(file)
            return sorted(files)

        def once(killer):
            nonlocal number, length
            number += 1
            files = write(number)
            command = ["-m", "kiassess", "--workspace", file, "import", *files]
            if number == 0:
                length = killer.duration(*command)
                present.update(dict.fromkeys(range(towns), 0))
            else:
                killed, began = killer.killed, time.monotonic()
                lines = killer.run(*command, longest=length, ready=False)
                if killer.killed == killed:  # so long only the first has taken
                    length = min(length, time.monotonic() - began)
                printed = {int(line[-100:].partition(".kiassess")[0][-2:])
                           for line in lines if ".kiassess: " in line}  # fmt: skip
                present.update(dict.fromkeys(printed, number))
            look(file, see)

        def see(workspace):
            for town, assessment_id in ids.items():
                copy = to_bytes(exchanging.package_of(workspace, assessment_id))
                found = versions[copy]  # each is one of those sent, to the byte
                assert found in {present[town], number}
                present[town] = found

        kill("import", once)


def test_changes_of_all_kinds(kill, file):
    begin(file, "Musterstadt")
    known = {"step": 1, "frozen": 0}

    def once(killer):
        lines = killer.run(STORING, "change", file, longest=0.8, ready=not killer.chance(EARLY))
        told = [json.loads(line) for line in lines if line != "opened"]
        look(file, lambda workspace: see(workspace, told))
        folder = backup_folder(file)
        for name in (one["backup"] for one in told[-12:]):
            assert not name or (folder / name).exists()

    def see(workspace, told):
        assessment_id = listing.list_all(workspace)[0].assessment.id
        found = steps(workspace, assessment_id)
        for one in told:
            assert digest(found[one["step"]]) == one["is"]
        last = told[-1] if told else known
        assert max(found) - last["step"] in {0, 1}
        kept = states.list_states(workspace, assessment_id)
        assert len(kept) - last["frozen"] in {0, 1}
        for state in kept[-3:]:
            states.open_state(workspace, assessment_id, state.name, "de")
        known.update(step=max(found), frozen=len(kept))

    kill("change", once)


def test_restoring(kill, file):
    begin(file, "Musterstadt")
    contents = {}
    with open_for_writing(file, LIBRARY) as workspace:
        for hours in (0, 1):
            now = NOON + timedelta(hours=hours)
            opened = assessing.load(workspace, listing.list_all(workspace)[0].assessment.id, "de")
            answer = make_answer("room.kettle", hours + 1, note="n" * 20_000 * (hours + 1))
            opened = assessing.answer(workspace, opened, answer, now=now)
            name = safekeeping.back_up(workspace, BackupKind.MANUAL, now=now).name
            contents[name] = digest(opened.answers)
    is_now = [*contents][-1]

    def once(killer):
        nonlocal is_now
        lines = killer.run(STORING, "restore", file, longest=0.5, ready=not killer.chance(EARLY))
        done = [line for line in lines if line != "opened"]
        is_now = done[-1] if done else is_now
        # The newest of the two is restored first, then they take turns.
        newest_first = [*reversed(contents)]
        look(file, lambda workspace: see(workspace, newest_first[len(done) % 2]))
        backups = {backup.name for backup in safekeeping.list_backups(file)}
        assert contents.keys() <= backups
        for name in backups - contents.keys():  # of the data before each restoring
            (backup_folder(file) / name).unlink()

    def see(workspace, coming):
        nonlocal is_now
        assessment_id = listing.list_all(workspace)[0].assessment.id
        found = steps(workspace, assessment_id)
        named = {content: name for name, content in contents.items()}
        seen = named[digest(found[max(found)])]
        assert seen in {is_now, coming}
        is_now = seen

    kill("restore", once)


def test_upgrading_a_file_of_the_first_format(kill, file, tmp_path):
    clean = tmp_path / "clean.db"
    shutil.copyfile(OLD, clean)
    with open_for_writing(clean, LIBRARY) as workspace:
        known = content(workspace)

    def once(killer):
        shutil.rmtree(file.parent)
        file.parent.mkdir()
        shutil.copyfile(OLD, file)
        for _ in range(2):  # the second finds what the first has left
            killer.run(STORING, "open", file, longest=0.15)
            if killer.killed == KILLS["upgrade"]:
                break
        look(file, see)

    def see(workspace):
        assert content(workspace) == known

    kill("upgrade", once)


def content(workspace: Workspace) -> list[dict]:
    """The answers of all assessments after each step."""
    return [steps(workspace, one.assessment.id) for one in listing.list_all(workspace)]


def test_deleting(kill, tmp_path):
    file, template = tmp_path / "Daten" / "towns.db", tmp_path / "Vorlage"
    template.mkdir()
    begin(template / file.name, *(f"Stadt {number}" for number in range(6)))
    with open_for_writing(template / file.name, LIBRARY) as workspace:
        for hours in (0, 1):
            at = NOON + timedelta(hours=hours)
            safekeeping.back_up(workspace, BackupKind.MANUAL, now=at)
        ids = sorted(one.assessment.id for one in listing.list_all(workspace))

    def once(killer):
        shutil.rmtree(file.parent, ignore_errors=True)
        shutil.copytree(template, file.parent)
        gone = [
            line for line in killer.run(STORING, "delete", file, longest=0.4) if line != "opened"
        ]
        look(file, lambda workspace: see(workspace, gone))

    def see(workspace, gone):
        left = {one.assessment.id for one in listing.list_all(workspace)}
        for each in left:
            assert steps(workspace, each)
        allowed = set(ids) - set(gone)
        assert left in (allowed, allowed - {ids[len(gone)]})
        for backup in safekeeping.list_backups(file):
            kept = safekeeping.content_of(file, backup).assessments
            assert kept in {len(allowed), len(allowed) - 1}

    kill("delete", once)


def test_the_journal_tells_a_lost_answer(file):
    """What the tests above look at would show it."""
    begin(file, "Musterstadt")
    with open_for_writing(file, LIBRARY) as workspace:
        assessment_id = listing.list_all(workspace)[0].assessment.id
        assert journal.last_number(workspace.db, assessment_id) == 1
        workspace.db.execute("DELETE FROM answer")
        with pytest.raises(AssertionError):
            steps(workspace, assessment_id)
