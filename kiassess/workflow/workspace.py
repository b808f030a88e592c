"""The workspace as both shells hold it: open file, right to write, questionnaires at hand."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kiassess.content.library import Library
from kiassess.content.outline import Outline, Places, outline_of, places_of
from kiassess.domain.errors import (
    ReadOnlyError,
    WorkspaceFolderError,
    WorkspaceGoneError,
    WorkspaceInUseError,
)
from kiassess.store.assessments import (
    load_questionnaire_json,
    load_questionnaire_keys,
    load_structure_json,
)
from kiassess.store.lock import WriterLock
from kiassess.store.sqlite import Database, load_sqlite_utils
from kiassess.store.workspace import open_workspace, refuse_other_files

if TYPE_CHECKING:
    from kiassess.content.edition import Edition


@dataclass
class Workspace:
    """An open workspace; close it, or use it as a context manager.

    Attributes:
        path: The file.
        library: The questionnaires that came with the program.
        db: The connection; only ``workflow`` hands it to ``store``.
        who: Who changes it, for the journal; ``""`` if nobody knows.
    """

    path: Path
    library: Library
    db: Database
    _lock: WriterLock
    who: str = ""
    _editions: dict[int, "Edition"] = field(default_factory=dict)
    _outlines: dict[int, Outline] = field(default_factory=dict)
    _places: dict[int, Places] = field(default_factory=dict)

    @property
    def writable(self) -> bool:
        """Whether this program may change the workspace."""
        return self._lock.held

    def writing_db(self) -> Database:
        """The connection, for a change.

        Raises:
            ReadOnlyError: The workspace is open for reading only.
        """
        if not self.writable:
            raise ReadOnlyError(file=self.path.name)
        return self.db

    def edition(self, assessment_id: str) -> "Edition":
        """The questionnaire as an assessment was answered, read once and kept.

        Raises:
            LookupError: There is no such assessment.
            InvalidQuestionnaireError: The stored questionnaire is damaged.
        """
        return self.edition_of(load_questionnaire_keys(self.db)[assessment_id])

    def edition_of(self, key: int) -> "Edition":
        """A stored questionnaire by its key, read once and kept.

        Raises:
            InvalidQuestionnaireError: The stored questionnaire is damaged.
        """
        from kiassess.content.edition import edition_from_json  # the start page needs none

        if key not in self._editions:
            content = load_questionnaire_json(self.db, key)
            self._editions[key] = edition_from_json(content, self.path.name)
        return self._editions[key]

    def outlines(self) -> dict[str, Outline]:
        """Which items each assessment asks, by assessment id; for lists.

        Raises:
            InvalidQuestionnaireError: A stored questionnaire is damaged.
        """
        keys = load_questionnaire_keys(self.db)
        for key in set(keys.values()) - self._outlines.keys():
            content = load_structure_json(self.db, key)
            self._outlines[key] = outline_of(content, self.path.name)
        return {assessment_id: self._outlines[key] for assessment_id, key in keys.items()}

    def places(self) -> dict[str, Places]:
        """Where in a row of levels stands what each assessment asks, by assessment id; for lists.

        Raises:
            InvalidQuestionnaireError: A stored questionnaire is damaged.
        """
        keys = load_questionnaire_keys(self.db)
        for key in set(keys.values()) - self._places.keys():
            content = load_questionnaire_json(self.db, key)
            self._places[key] = places_of(content, self.path.name)
        return {assessment_id: self._places[key] for assessment_id, key in keys.items()}

    @property
    def in_place(self) -> bool:
        """Whether the file still lies where it was opened."""
        return self.db.in_place

    def put_back(self, *, now: datetime) -> None:
        """Put the file back after somebody has moved, deleted or replaced it, and open it anew.

        Without effect while it is in its place. Another file found there is set aside.

        Raises:
            WorkspaceGoneError: That cannot be done now.
            WorkspaceInUseError: Another program has begun one in its place and writes to it.
            KiassessError: It cannot be opened; see ``store.workspace.open_workspace``.
        """
        from kiassess.store.putting_back import put_back  # hardly ever needed

        if self.in_place:
            return
        self._lock_anew()
        put_back(self.db, now=now)
        db = open_workspace(self.path)
        self.db.close()
        self.db = db
        self.forget()

    def _lock_anew(self) -> None:
        """Hold the lock others would ask for, if the lock file went away with the file."""
        if not self.writable or self._lock.in_place:
            return
        try:
            lock = lock_for_writing(self.path)
        except WorkspaceFolderError as error:
            raise WorkspaceGoneError(file=self.path.name) from error
        self._lock.release()
        self._lock = lock

    @contextmanager
    def beside(self, *, read_only: bool = False) -> "Iterator[Workspace]":
        """The same workspace through a connection of its own, for the worker.

        What is written there, this one finds in the file; it must not write meanwhile.

        Args:
            read_only: Whether nothing is to be changed.

        Raises:
            WorkspaceGoneError: The file was moved or deleted.
            KiassessError: It cannot be opened; see ``store.workspace.open_workspace``.
        """
        if not self.in_place:
            raise WorkspaceGoneError(file=self.path.name)
        db = open_workspace(self.path, read_only=read_only)
        try:
            yield Workspace(self.path, self.library, db, self._lock, self.who)
        finally:
            db.close()

    def forget(self) -> None:
        """Read stored questionnaires anew: other content has come into the file."""
        self._editions.clear()
        self._outlines.clear()
        self._places.clear()

    def close(self) -> None:
        """Close the file and let others write."""
        self.db.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def open_for_writing(path: Path, library: Library) -> Workspace:
    """Open a workspace as its one writer; create it with its folder if it is missing.

    Raises:
        WorkspaceInUseError: Another program is writing to it.
        KiassessError: It cannot be opened; see ``store.workspace.open_workspace``.
    """
    refuse_other_files(path)  # before a lock file is laid beside one
    lock = lock_for_writing(path)
    try:
        return open_locked(path, library, lock)
    except BaseException:
        lock.release()
        raise


def lock_for_writing(path: Path) -> WriterLock:
    """Take the one right to write to a workspace, and make its folder if that is missing.

    Raises:
        WorkspaceInUseError: Another program is writing to it.
        WorkspaceFolderError: The folder cannot be made or written to.
    """
    lock = WriterLock(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        acquired = lock.acquire(_holder())
    except OSError as error:
        folder = str(path.parent.absolute())
        raise WorkspaceFolderError(file=path.name, folder=folder) from error
    if not acquired:
        raise WorkspaceInUseError(file=path.name, holder=lock.holder())
    return lock


def open_locked(path: Path, library: Library, lock: WriterLock) -> Workspace:
    """Open a workspace with the right to write that is held already.

    Raises:
        KiassessError: It cannot be opened; see ``store.workspace.open_workspace``.
    """
    db = open_workspace(path, thorough=lock.left_behind)
    return Workspace(path, library, db, lock, _user())


def open_for_reading(path: Path, library: Library) -> Workspace:
    """Open a workspace without the right to change it; others may be writing meanwhile.

    Raises:
        WorkspaceFolderError: There is no such file, or it cannot be read.
        KiassessError: It is no workspace; see ``store.workspace.open_workspace``.
    """
    return Workspace(path, library, open_workspace(path, read_only=True), WriterLock(path))


def _holder() -> str:
    """Who is writing, for the message in another window: user and computer."""
    user = _user() or "?"
    computer = os.environ.get("COMPUTERNAME") or os.environ.get("HOSTNAME") or "PC"
    return f"{user}, {computer}, {os.getpid()}"


def _user() -> str:
    """The account of the person at this computer."""
    return os.environ.get("USERNAME") or os.environ.get("USER") or ""


def load_for_writing() -> None:
    """Load what the first write needs, so that it is as quick as all others."""
    load_sqlite_utils()
