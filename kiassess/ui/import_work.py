"""Looking into files and taking them, in the worker, through a connection of its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from kiassess.domain.merge_plan import OnConflict
from kiassess.domain.questionnaire import Questionnaire
from kiassess.wording.import_preview import (
    ImportRow,
    exchange_row,
    exchange_taken_row,
    fill_in_row,
    refused_row,
)
from kiassess.wording.texts import Texts, load_all_texts
from kiassess.workflow.importing import Imported, files_in, import_all, preview_files
from kiassess.workflow.looked import Looked
from kiassess.workflow.taking_back import FillInChoices
from kiassess.workflow.workspace import Workspace


@dataclass(frozen=True)
class ImportJob:
    """What the worker needs.

    Attributes:
        workspace: That of the window; only asked for a connection beside its own.
        texts: The language.
        folder: Where the sentences of all languages lie; a workbook may come back in another one.
        shown: Id of the assessment on the screen, or ``""``: a workbook belongs to it that has
            lost what says where it belongs.
        now: The present, with a time zone.
        told: Told after each file how many are done, and how many there are; from the worker.
        stopped: Asked between two files whether to stop; from the worker.
        names: Who has filled in some of the workbooks, by file, where the user knows better.
        looked: What was found when the files were looked at before.
    """

    workspace: Workspace
    texts: Texts
    folder: Path
    shown: str
    now: datetime
    told: Callable[[int, int], None]
    stopped: Callable[[], bool]
    names: Mapping[Path, str] = field(default_factory=dict)
    looked: Looked = field(default_factory=Looked)

    def choices(self) -> FillInChoices:
        """What is known about fill-in workbooks."""
        texts = load_all_texts(self.folder, self.texts)
        return FillInChoices(texts, self.shown, respondents=self.names)


@dataclass(frozen=True, slots=True)
class Seen:
    """What some files would bring.

    Attributes:
        files: The files, of folders all in them.
        rows: One for each.
    """

    files: tuple[Path, ...]
    rows: tuple[ImportRow, ...]


def look(job: ImportJob, paths: Sequence[Path]) -> Seen | None:
    """What some files and folders would bring; nothing is changed. ``None`` if it was stopped.

    Raises:
        KiassessError: The workspace cannot be read.
    """
    files = files_in(paths)
    with job.workspace.beside(read_only=True) as workspace:
        found = preview_files(
            workspace,
            files,
            job.choices(),
            now=job.now,
            looked=job.looked,
            progress=job.told,
            cancelled=job.stopped,
        )
        if len(found) < len(files):
            return None
        return Seen(files, tuple(_row(one, workspace, job.texts) for one in found))


def take(job: ImportJob, files: Sequence[Path], on_conflict: OnConflict) -> tuple[ImportRow, ...]:
    """Take files, all of one or nothing; what was taken when it is stopped, stays.

    Returns:
        A row for each file that was reached.

    Raises:
        KiassessError: The workspace cannot be written.
    """
    with job.workspace.beside() as workspace:
        found = import_all(
            workspace,
            files,
            on_conflict,
            job.choices(),
            now=job.now,
            progress=job.told,
            cancelled=job.stopped,
        )
    return tuple(_taken_row(one, on_conflict, job.texts) for one in found)


def _row(found: Imported, workspace: Workspace, texts: Texts) -> ImportRow:
    if found.merge is None:
        return _other_row(found, texts, done=False)
    asked = None
    if found.merge.conflicts:
        asked = _asked(workspace, found.merge.assessment.id, texts)
    return exchange_row(found.file.name, found.merge, asked, texts)


def _taken_row(found: Imported, on_conflict: OnConflict, texts: Texts) -> ImportRow:
    if found.merge is None:
        return _other_row(found, texts, done=True)
    return exchange_taken_row(found.file.name, found.merge, on_conflict, texts)


def _other_row(found: Imported, texts: Texts, *, done: bool) -> ImportRow:
    name = found.file.name or str(found.file)
    if found.fill_in is not None:
        return fill_in_row(name, found.fill_in, texts, done=done)
    if found.error is None:
        raise ValueError("neither told nor refused")
    return refused_row(name, found.error, texts)


def _asked(workspace: Workspace, assessment_id: str, texts: Texts) -> Questionnaire | None:
    """The questionnaire as answered here; ``None`` if an earlier one of the files brings it."""
    try:
        return workspace.edition(assessment_id).questionnaire(texts.language)
    except LookupError:
        return None
