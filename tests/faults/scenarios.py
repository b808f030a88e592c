"""What is done on a failing disk, one class each, and what must hold afterwards."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, ClassVar

from builders import NOON, make_answer, make_answers
from disk import COARSE, ROUGH, THOROUGH
from probe import FOLDER, GIVEN, PROBE

from kiassess.content.library import Library
from kiassess.domain.assessment import NewAssessment, OpenAssessment
from kiassess.domain.backups import BackupKind
from kiassess.domain.edition_change import compare_editions
from kiassess.domain.merge_plan import OnConflict
from kiassess.domain.municipality import Municipality
from kiassess.exchange.writing import write_file
from kiassess.paths import bundled
from kiassess.store.backups import backup_file
from kiassess.workflow import (
    assessing,
    deleting,
    exchanging,
    history,
    listing,
    moving,
    safekeeping,
    states,
)
from kiassess.workflow.rescuing import open_or_rescue
from kiassess.workflow.workspace import Workspace, open_for_reading, open_for_writing

LATER = NOON + timedelta(hours=3)
OLD = Path(__file__).parents[1] / "data" / "workspaces" / "0.1.0.db"
LIBRARY = Library(FOLDER, bundled().questionnaires)
NAME = "Stadt.db"
PAGE = 4096
LOCAL, SYNCED = "Daten", "Nextcloud"  # folders; the second lets the store keep a rollback journal


@dataclass
class Place:
    """A folder with a workspace, open or not."""

    folder: Path
    workspace: Workspace | None = None
    library: Library = LIBRARY

    @property
    def file(self) -> Path:
        return self.folder / NAME

    def open(self) -> Workspace:
        self.workspace = open_for_writing(self.file, self.library)
        return self.workspace

    def close(self) -> None:
        if self.workspace is not None:
            self.workspace.close()
            self.workspace = None


def content(connection: sqlite3.Connection) -> Any:
    """All rows of a sound file; an assessment is called by its beginning, not by its random id."""
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 1) <> '_'"
        " AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name"
    ).fetchall()
    began = connection.execute("SELECT id, created_at FROM assessment").fetchall()

    def named(row: object) -> str:
        text = repr(row)
        for assessment_id, at in began:
            text = text.replace(assessment_id, at)
        return text

    return {
        name: sorted(map(named, connection.execute(f"SELECT * FROM {name}"))) for (name,) in names
    }


def first(workspace: Workspace) -> OpenAssessment:
    """The assessment begun first."""
    listed = listing.list_all(workspace)
    oldest = min(listed, key=lambda one: one.assessment.created_at)
    return assessing.load(workspace, oldest.assessment.id, "de")


class Scenario:
    """Saving one answer, unless a subclass does something else.

    Attributes:
        name: As the test names it.
        faults: Which faults are tried.
        synced: Whether it lies in a synchronised folder, where a rollback journal is kept.
        questionnaire: What the workspace is about.
    """

    name: ClassVar = "answer"
    faults: ClassVar = THOROUGH
    synced: ClassVar = False
    questionnaire: ClassVar = PROBE

    def prepare(self, place: Place) -> None:
        """Make the workspace every run begins with, in an empty folder."""
        installed = place.folder.parent / "installed"
        shutil.copytree(FOLDER / PROBE / "1.0.0", installed / PROBE / "1.0.0")
        place.library = Library(installed, bundled().questionnaires)
        workspace = place.open()
        new = NewAssessment(
            Municipality("Musterstadt"), date(2026, 3, 2), questionnaire_id=self.questionnaire
        )
        made = assessing.create(workspace, new, now=NOON)
        opened = assessing.load(workspace, made.id, "de")
        for number, answer in enumerate(self.given(opened)):
            at = NOON + timedelta(minutes=number)
            opened = assessing.answer(workspace, opened, answer, now=at)
        assert workspace.db.journal_mode == ("delete" if self.synced else "wal")
        self.prepare_more(workspace, opened)
        place.close()

    def given(self, opened: OpenAssessment) -> list:
        """The answers that are acknowledged before the disk fails."""
        return [*make_answers(GIVEN).values()]

    def prepare_more(self, workspace: Workspace, opened: OpenAssessment) -> None:
        """Make what else there is."""

    def begin(self, place: Place) -> None:
        """Go on until just before the disk fails."""
        place.open()

    def act(self, place: Place) -> None:
        """Do what may fail; also to try again."""
        opened = first(place.workspace)
        item = opened.items()[0].id
        assessing.answer(
            place.workspace, opened, make_answer(item, 4, note="neu " * 900), now=LATER
        )

    def live(self, place: Place) -> Any:
        """What the program holds right after the failure; ``None`` if nothing is open."""
        return None if place.workspace is None else content(place.workspace.db.conn)

    def state(self, place: Place) -> Any:
        """What lies on the disk, read by a program that is started now."""
        workspace = place.open()
        try:
            return content(workspace.db.conn)
        finally:
            place.close()

    def survives(self, place: Place) -> bool:
        """Whether what a killed program leaves in the folder opens by itself."""
        return place.file.exists()

    def check(self, place: Place) -> None:
        """Look at what else must hold whenever the workspace is closed: backups stay sound."""
        for backup in safekeeping.list_backups(place.file):
            with closing(sqlite3.connect(backup_file(place.file, backup))) as connection:
                content(connection)


class AnswerWithRollback(Scenario):
    name = "answer-rollback"
    synced = True


class Targets(Scenario):
    name = "targets"
    questionnaire = "ki-readiness"

    def given(self, opened):
        return [make_answer(item.id, 2) for item in opened.items()[:5]]

    def act(self, place):
        opened = first(place.workspace)
        wanted = {item.id: 4 for item in opened.items()[:30]}
        assert len(wanted) == 30
        assessing.set_targets(place.workspace, opened, wanted, now=LATER)


class Undo(Scenario):
    name = "undo"

    def act(self, place):
        history.undo(place.workspace, first(place.workspace).assessment.id, now=LATER)


class Redo(Undo):
    name = "redo"
    faults = ROUGH
    synced = True

    def prepare_more(self, workspace, opened):
        assert history.undo(workspace, opened.assessment.id, now=LATER)

    def act(self, place):
        history.redo(place.workspace, first(place.workspace).assessment.id, now=LATER)


class Freeze(Scenario):
    name = "freeze"
    faults = ROUGH

    def act(self, place):
        states.freeze(place.workspace, first(place.workspace), "Zwischenstand", now=LATER)


class Begin(Scenario):
    name = "new-assessment"

    def act(self, place):
        new = NewAssessment(Municipality("Neustadt"), date(2026, 3, 3), questionnaire_id=PROBE)
        assessing.create(place.workspace, new, now=LATER)


class Close(Scenario):
    """Open, answer and close: the lock, the log and its checkpoint are in it."""

    name = "open-answer-close"

    def begin(self, place):
        pass

    def act(self, place):
        place.open()
        try:
            super().act(place)
        finally:
            place.close()

    def live(self, place):
        return self.state(place)


class FirstStart(Scenario):
    """The workspace and its folder are made."""

    name = "first-start"
    faults = ROUGH

    def prepare(self, place):
        pass

    def begin(self, place):
        shutil.rmtree(place.folder)

    def act(self, place):
        place.open()

    def survives(self, place):
        return place.folder.exists()


class BackUp(Scenario):
    name = "backup"
    faults = ROUGH

    def prepare_more(self, workspace, opened):
        safekeeping.back_up(workspace, BackupKind.MANUAL, now=NOON)

    def act(self, place):
        made = safekeeping.back_up(place.workspace, BackupKind.MANUAL, now=LATER)
        assert made.at == LATER
        assert safekeeping.content_of(place.file, made).answers == len(GIVEN)

    def state(self, place):
        found = [backup.name for backup in safekeeping.list_backups(place.file)]
        return super().state(place), len(found)

    def check(self, place):
        super().check(place)
        oldest = safekeeping.list_backups(place.file)[-1]
        assert oldest.at == NOON
        assert safekeeping.content_of(place.file, oldest).answers == len(GIVEN)

    def live(self, place):
        return super().live(place), len(safekeeping.list_backups(place.file))


class KeepSafe(BackUp):
    """The backup nobody has to think of, and the weekly rehearsal."""

    name = "hourly-backup"

    def begin(self, place):
        super().begin(place)
        changed = (NOON + timedelta(hours=1)).timestamp()
        for file in place.folder.glob(f"{NAME}*"):
            os.utime(file, (changed, changed))

    def act(self, place):
        safekeeping.keep_safe(place.file, LATER)


class Restore(Scenario):
    name = "restore"
    faults = ROUGH

    def prepare_more(self, workspace, opened):
        safekeeping.back_up(workspace, BackupKind.MANUAL, now=NOON)
        answer = make_answer("room.kettle", 0, note="danach")
        assessing.answer(workspace, opened, answer, now=NOON + timedelta(hours=1))

    def act(self, place):
        backups = safekeeping.list_backups(place.file)
        safekeeping.restore(place.workspace, backups[-1], now=LATER)

    def check(self, place):
        super().check(place)
        oldest = safekeeping.list_backups(place.file)[-1]
        assert safekeeping.content_of(place.file, oldest).answers == len(GIVEN)


class RestoreWithRollback(Restore):
    name = "restore-rollback"
    synced = True


class Upgrade(Scenario):
    """Opening a file of format 1; its content is the same before and after."""

    name = "upgrade"
    faults = COARSE

    def prepare(self, place):
        shutil.copyfile(OLD, place.file)

    def begin(self, place):
        pass

    def act(self, place):
        place.open()

    def check(self, place):
        super().check(place)
        with open_for_reading(place.file, LIBRARY) as reader:
            content(reader.db.conn)


class Move(Scenario):
    """To a newer version of the questionnaire."""

    name = "move"
    faults = COARSE

    def act(self, place):
        opened = first(place.workspace)
        newer = moving.newer_version(place.workspace, opened)
        accepted = compare_editions(opened, newer).by_default()
        moving.move(
            place.workspace, opened, newer, accepted, state_name="Vor der Umstellung", now=LATER
        )


class PutBack(Scenario):
    """The file was moved away while it was open."""

    name = "put-back"
    faults = ROUGH

    def begin(self, place):
        place.open()
        away = place.folder / "anderswo"
        away.mkdir()
        place.file.rename(away / NAME)

    def act(self, place):
        place.workspace.put_back(now=LATER)

    def survives(self, place):
        return place.file.exists() or place.file.with_name(f"{NAME}.next").exists()


class Delete(Scenario):
    """With the backups that hold the assessment; each file is whole, with it or without it."""

    name = "delete"
    faults = COARSE

    def prepare_more(self, workspace, opened):
        new = NewAssessment(Municipality("Altstadt"), date(2026, 3, 2), questionnaire_id=PROBE)
        made = assessing.create(workspace, new, now=NOON - timedelta(days=1))
        other = assessing.load(workspace, made.id, "de")
        assessing.answer(workspace, other, make_answer("room.cups", 1), now=NOON)
        for hours in (1, 2):
            at = NOON + timedelta(hours=hours)
            safekeeping.back_up(workspace, BackupKind.MANUAL, now=at)

    def act(self, place):
        listed = {one.assessment.municipality.name: one.assessment.id
                  for one in listing.list_all(place.workspace)}  # fmt: skip
        if "Altstadt" in listed:
            deleting.delete(place.workspace, listed["Altstadt"], from_backups=True)

    def check(self, place):
        super().check(place)
        found = safekeeping.list_backups(place.file)
        assert len(found) == 2
        for backup in found:
            kept = safekeeping.content_of(place.file, backup)
            assert (kept.assessments, kept.answers) in {(1, 7), (2, 8)}
            assert kept.assessments == 1 or self.is_there(place), "deleted, but not everywhere"

    @staticmethod
    def is_there(place):
        with open_for_reading(place.file, LIBRARY) as reader:
            return len(listing.list_all(reader)) == 2


class Import(Scenario):
    """An exchange file that goes on with what is here; before it comes a backup."""

    name = "import"
    faults = ROUGH

    def prepare(self, place):
        super().prepare(place)
        other = place.folder / "anderswo.db"
        shutil.copyfile(place.file, other)
        with open_for_writing(other, LIBRARY) as workspace:
            opened = first(workspace)
            for item in opened.items():
                answer = make_answer(item.id, 3, note="von dort " * 500)
                opened = assessing.answer(workspace, opened, answer, now=NOON + timedelta(hours=1))
            target = place.folder / "neu.kiassess"
            exchanging.write_exchange_file(workspace, opened.assessment.id, target)

    def act(self, place):
        file = place.folder / "neu.kiassess"
        (done,) = exchanging.import_files(place.workspace, [file], OnConflict.ASK, now=LATER)
        if done.error is not None:
            raise done.error


class Rescue(Scenario):
    """A damaged file is rescued; as long as that has not succeeded, it is rescued anew."""

    name = "rescue"
    faults = COARSE

    def prepare_more(self, workspace, opened):
        safekeeping.back_up(workspace, BackupKind.MANUAL, now=NOON)

    def prepare(self, place):
        super().prepare(place)
        damaged = bytearray(place.file.read_bytes())
        damaged[PAGE * 4 : PAGE * 6] = bytes(2 * PAGE)
        place.file.write_bytes(damaged)

    def begin(self, place):
        pass

    def act(self, place):
        place.workspace, _ = open_or_rescue(place.file, LIBRARY, now=LATER)

    def state(self, place):
        self.act(place)
        try:
            return content(place.workspace.db.conn)
        finally:
            place.close()


class Export(Scenario):
    """An older export stays until the new one is whole."""

    name = "export"
    new = bytes(range(256)) * 400

    def prepare(self, place):
        (place.folder / "Ergebnis.xlsx").write_bytes(b"old")

    def begin(self, place):
        pass

    def act(self, place):
        write_file(place.folder / "Ergebnis.xlsx", self.new)

    def state(self, place):
        return (place.folder / "Ergebnis.xlsx").read_bytes()

    def live(self, place):
        return self.state(place)

    def survives(self, place):
        return True


def _scenarios(base: type[Scenario]) -> Iterator[type[Scenario]]:
    yield base
    for more in base.__subclasses__():
        yield from _scenarios(more)


SCENARIOS = {scenario.name: scenario for scenario in _scenarios(Scenario)}
