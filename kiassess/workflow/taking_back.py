"""Fill-in workbooks that have come back: looking at what they bring, taking it in."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from types import TracebackType
from typing import Self

from kiassess.domain.assessment import YEARS, Voice
from kiassess.domain.errors import (
    FillInElsewhereError,
    FillInHomelessError,
    FillInStrayError,
    ForeignWorkbookError,
    KiassessError,
    ResultsWorkbookError,
    WorkspaceUnwritableError,
)
from kiassess.domain.fill_in import FillIn, FillInMeta
from kiassess.domain.history import StepKind, Subject
from kiassess.domain.questionnaire import Questionnaire
from kiassess.domain.taking_back import TakenBack, respondent_name, take_back
from kiassess.domain.voices import by_item, by_key, usable_name, voice_key
from kiassess.exchange.fill_in_meta import read_meta
from kiassess.exchange.fill_in_reading import read_fill_in
from kiassess.exchange.fill_in_table import has_table, marks_of
from kiassess.exchange.fill_in_title import has_results, named_town
from kiassess.exchange.workbook_reading import Workbook, WorkbookReader
from kiassess.store.journal import record
from kiassess.wording.texts import Texts
from kiassess.workflow.batch import Batch
from kiassess.workflow.exchanging import Previewer
from kiassess.workflow.fill_in_homes import Home, Homes
from kiassess.workflow.looked import Looked, Reading
from kiassess.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class FillInChoices:
    """What the caller knows about workbooks that come back.

    Attributes:
        texts: The sentences, once for each language, that of the user first: people may fill in
            in any of them.
        assessment_id: The assessment that workbooks belong to which have lost their hidden sheet;
            ``""`` if nobody has said.
        respondent: Who has filled them in; ``""`` to go by what stands in them.
        respondents: Who has filled in some of them, before all else, by file.
    """

    texts: Sequence[Texts]
    assessment_id: str = ""
    respondent: str = ""
    respondents: Mapping[Path, str] = field(default_factory=dict)


class FillInTaker:
    """Reads workbooks one after the other, and says what each brings. Use it in ``with``.

    What an earlier workbook brings counts as taken for the later ones.
    """

    def __init__(
        self,
        workspace: Workspace,
        choices: FillInChoices,
        *,
        now: datetime,
        coming: Previewer | None = None,
        looked: Looked | None = None,
    ) -> None:
        """Begin.

        Args:
            workspace: Open.
            choices: What is known about the workbooks.
            now: The present, with a time zone.
            coming: For looking only: exchange files that would be taken before.
            looked: For looking only: what was found before; what is found now is added.
        """
        self._workspace = workspace
        self._choices = choices
        self._now = now
        self._looked = looked
        self._reader = WorkbookReader(marks=marks_of(choices.texts))
        before = {} if looked is None else looked.homes
        self._homes = Homes(workspace, choices.texts, coming, before)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._reader.close()

    def look(self, file: Path) -> TakenBack | KiassessError:
        """What a workbook would bring, or why it is refused; nothing is changed."""
        try:
            return self._noted(self._look(file))
        except KiassessError as error:
            return error

    def take(self, file: Path, batch: Batch) -> TakenBack | KiassessError:
        """Take a workbook, as one step that can be taken back: all of it, or nothing."""
        if batch.stopped is not None:
            return batch.stopped
        try:
            found = self._look(file)
            self._store(found, batch)
        except WorkspaceUnwritableError as error:
            batch.stopped = error
            return error
        except KiassessError as error:
            return error
        return self._noted(found)

    def _look(self, file: Path) -> TakenBack:
        reading = self._reading(file)
        if isinstance(reading, KiassessError):
            raise reading
        home = self._homes.find(reading.assessment_id)
        if home is None:
            raise RuntimeError("the workspace has changed since the file was read")
        fill_in, role, at = reading.fill_in, reading.role, reading.at
        choices = self._choices
        wanted = usable_name(choices.respondents.get(file, "") or choices.respondent)
        name = wanted or respondent_name(fill_in, role[1], file.stem)
        found = take_back(home.opened, fill_in, respondent=name, role_id=role[0], at=at)
        if wanted or not _is_guessed(fill_in):
            return found
        # Two people of one role who write no name are not the same one.
        other = home.guessed.setdefault(found.respondent, file)
        if other != file and found.replaced:
            name = usable_name(f"{role[1]} ({file.stem})" if role[1] else file.stem)
            return take_back(home.opened, fill_in, respondent=name, role_id=role[0], at=at)
        return found

    def _reading(self, file: Path) -> Reading | KiassessError:
        """What stands in a workbook, or why it is refused; read once."""
        known = {} if self._looked is None else self._looked.workbooks
        if file not in known:
            try:
                known[file] = self._read(file)
            except KiassessError as error:
                known[file] = error.with_traceback(None)  # which would keep the whole workbook
        return known[file]

    def _read(self, file: Path) -> Reading:
        book = self._reader.read(file)
        meta = read_meta(book)
        if meta is None and has_results(book, self._choices.texts):
            raise ResultsWorkbookError(file=book.name)
        home = self._home(book, meta)
        assessment = home.opened.assessment
        fill_in = read_fill_in(
            book, home.questionnaires, self._choices.texts, ai_in_use=assessment.ai_in_use
        )
        role = _role(home.opened.questionnaire, meta)
        return Reading(assessment.id, fill_in, role, _given_at(file, fill_in, self._now))

    def _home(self, book: Workbook, meta: FillInMeta | None) -> Home:
        """The assessment a workbook belongs to.

        Raises:
            ForeignWorkbookError: It is none of ours.
            FillInHomelessError: It does not say to which assessment it belongs.
            FillInElsewhereError, FillInStrayError: That is not in this workspace.
        """
        assessment_id = self._choices.assessment_id if meta is None else meta.assessment_id
        if not assessment_id:
            if not any(has_table(sheet, self._choices.texts) for sheet in book.sheets):
                raise ForeignWorkbookError(file=book.name)
            assessment_id = self._homes.only_one()
        if not assessment_id:
            raise FillInHomelessError(file=book.name)
        home = self._homes.find(assessment_id)
        if home is None:
            town = named_town(book, self._choices.texts)
            if town:
                raise FillInElsewhereError(file=book.name, name=town)
            raise FillInStrayError(file=book.name)
        return home

    def _store(self, found: TakenBack, batch: Batch) -> None:
        """Write what is new; nothing is written where nothing is.

        Raises:
            BackupError, ReadOnlyError, WorkspaceUnwritableError: That cannot be done now.
        """
        if not found.voices:
            return
        workspace = self._workspace
        db = workspace.writing_db()
        batch.back_up()
        after = {(Subject.VOICE, key): voice for key, voice in _by_key(found.voices).items()}
        record(db, found.assessment.id, StepKind.IMPORT, after, now=batch.now, who=workspace.who)

    def _noted(self, found: TakenBack) -> TakenBack:
        """Let what a workbook brings count for the later ones."""
        home = self._homes.find(found.assessment.id)
        if home is not None:
            voices = by_key(home.opened.voices) | _by_key(found.voices)
            home.opened = replace(home.opened, voices=by_item(voices))
        return found


def _by_key(voices: Sequence[Voice]) -> dict[str, Voice]:
    return {voice_key(one.answer.item_id, one.respondent): one for one in voices}


def _is_guessed(fill_in: FillIn) -> bool:
    """Whether nobody has written who has filled it in."""
    return not (fill_in.respondent.name or fill_in.respondent.department)


def _role(questionnaire: Questionnaire, meta: FillInMeta | None) -> tuple[str, str]:
    """Id and name of the role a workbook was for; empty for all or none."""
    roles = {role.id: role.name for role in questionnaire.roles}
    role_id = meta.role_id if meta is not None and meta.role_id in roles else ""
    return role_id, roles.get(role_id, "")


def _given_at(file: Path, fill_in: FillIn, now: datetime) -> datetime:
    """When a workbook was filled in: the day written in it, else when the file was saved."""
    day, at = fill_in.respondent.day, now
    with suppress(OSError, ValueError, OverflowError):
        at = _saved_at(file) if day is None or day.year not in YEARS else _noon(day)
    usable = at if at.year in YEARS else now
    return min(usable, now).astimezone(UTC).replace(microsecond=0)


def _noon(day: date) -> datetime:
    """Noon of the local clock: whoever looks at it later sees the same day."""
    return datetime.combine(day, time(12)).astimezone(UTC)


def _saved_at(file: Path) -> datetime:
    return datetime.fromtimestamp(file.stat().st_mtime, UTC)
