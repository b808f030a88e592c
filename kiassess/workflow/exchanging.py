"""Exchange files: handing an assessment on, looking at what comes, taking it in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from kiassess.domain.assessment import Assessment
from kiassess.domain.errors import (
    ExchangeEditionError,
    KiassessError,
    UnknownAssessmentError,
    WorkspaceUnwritableError,
)
from kiassess.domain.merge_plan import MergeKind, MergePlan, MergeSummary, OnConflict
from kiassess.domain.merged import merged
from kiassess.domain.merging import compare_packages
from kiassess.domain.package import Package, anonymous
from kiassess.exchange.exchange_file import to_bytes
from kiassess.exchange.writing import write_file
from kiassess.store.transfer import load_package, merge_package
from kiassess.wording.texts import Texts
from kiassess.workflow.assessing import find
from kiassess.workflow.batch import Batch
from kiassess.workflow.exchange_reading import ExchangeReader
from kiassess.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Preview:
    """What importing one file would do, or has done.

    Attributes:
        file: The file.
        summary: What it does; ``None`` if the file is refused.
        error: Why it is refused; then nothing of it is taken.
    """

    file: Path
    summary: MergeSummary | None = None
    error: KiassessError | None = None


Outcome = Preview  # the same values, after the fact


def package_of(workspace: Workspace, assessment_id: str) -> Package:
    """An assessment with all that belongs to it, for ``exporting.export``.

    Raises:
        UnknownAssessmentError: There is none with this id, or beginning like this.
    """
    package = load_package(workspace.db, find(workspace, assessment_id).id)
    if package is None:
        raise UnknownAssessmentError(id=assessment_id)
    return package


def write_exchange_file(workspace: Workspace, assessment_id: str, target: Path) -> Path:
    """Write an assessment with all that belongs to it.

    Raises:
        UnknownAssessmentError: There is none with this id, or beginning like this.
        ExportBlockedError: The file cannot be written; an older one is as it was.
    """
    write_file(target, to_bytes(package_of(workspace, assessment_id)))
    return target


def anonymous_package(package: Package, texts: Texts) -> Package:
    """The same answers without anything that names; see ``domain.package.anonymous``."""
    new_id = str(uuid4())
    name = texts("import.anonymous_name", sign=new_id.partition("-")[0])
    return anonymous(package, new_id=new_id, name=name)


def refusals(files: Sequence[Path]) -> tuple[Outcome, ...]:
    """Why none of some files can be imported; nothing if one of them can.

    With it the command line finds out before a workspace is made for them.
    """
    reader, found = ExchangeReader(), []
    for file in files:
        package = reader.read(file)
        if not isinstance(package, KiassessError):
            return ()
        found.append(Outcome(file, error=package))
    return tuple(found)


def preview(
    workspace: Workspace,
    files: Sequence[Path],
    *,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Preview, ...]:
    """What importing some files would do, file by file; nothing is changed.

    A file that brings an assessment which an earlier one has brought already is compared with
    that one.

    Args:
        workspace: Open.
        files: See ``exchange_files``.
        progress: Told after each file how many are done, and how many there are.
    """
    previewer, found = Previewer(workspace), []
    for number, file in enumerate(files, start=1):
        found.append(previewer.look(file))
        if progress is not None:
            progress(number, len(files))
    return tuple(found)


def import_files(
    workspace: Workspace,
    files: Sequence[Path],
    on_conflict: OnConflict,
    *,
    now: datetime,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Outcome, ...]:
    """Take exchange files into a workspace; of each file all, or nothing.

    Before the first change the workspace is backed up, unless it is empty.
    Where the workspace cannot be written any more, all that is left is refused.

    Args:
        workspace: Open for writing.
        files: See ``exchange_files``.
        on_conflict: What is done where both have changed an answer; asked for, ours stays.
        now: The present, with a time zone.
        progress: Told after each file how many are done, and how many there are.
        cancelled: Asked before each file whether to stop; what has been taken stays.

    Returns:
        One for each file, but for those left when it was cancelled.

    Raises:
        ReadOnlyError: The workspace is open for reading only.
    """
    workspace.writing_db()
    importer = Importer(Batch(workspace, now), on_conflict)
    found = []
    for number, file in enumerate(files, start=1):
        if cancelled is not None and cancelled():
            break
        found.append(importer.take(file))
        if progress is not None:
            progress(number, len(files))
    return tuple(found)


@dataclass
class Previewer:
    """Looks into one file after the other; see ``preview``."""

    workspace: Workspace
    _reader: ExchangeReader = field(default_factory=ExchangeReader)
    _seen: dict[str, list[Path]] = field(default_factory=dict)  # what can be taken, by assessment
    _new: dict[str, Assessment] = field(default_factory=dict)

    def look(self, file: Path) -> Preview:
        """What importing the next file would do."""
        package = self._reader.read(file)
        if isinstance(package, KiassessError):
            return Preview(file, error=package)
        assessment = package.assessment
        here = load_package(self.workspace.db, assessment.id)
        if here is None and assessment.id in self._seen:
            earlier = self._reader.read(self._seen[assessment.id][0])
            here = None if isinstance(earlier, KiassessError) else earlier
        plan = _compared(here, package, file)
        if isinstance(plan, MergePlan):
            self._seen.setdefault(assessment.id, []).append(file)
            if plan.kind is MergeKind.NEW:
                self._new[assessment.id] = assessment
        return _preview(file, plan)

    def new(self) -> tuple[Assessment, ...]:
        """The assessments that are not here yet and come with the files looked at."""
        return tuple(self._new.values())

    def after(self, assessment_id: str) -> Package | None:
        """An assessment as it would be with the files looked at; ``None`` if none is about it.

        Where both sides have changed something, ours stays.
        """
        if assessment_id not in self._seen:
            return None
        found = load_package(self.workspace.db, assessment_id)
        for file in self._seen[assessment_id]:
            package = self._reader.read(file)
            if not isinstance(package, KiassessError):
                plan = compare_packages(found, package)
                found = merged(found, plan, OnConflict.KEEP)
        return found


@dataclass
class Importer:
    """Takes one file after the other; see ``import_files``."""

    batch: Batch
    on_conflict: OnConflict
    _reader: ExchangeReader = field(default_factory=ExchangeReader)

    def take(self, file: Path) -> Outcome:
        """Take the next file."""
        if self.batch.stopped is not None:
            return Outcome(file, error=self.batch.stopped)
        package = self._reader.read(file)
        if isinstance(package, KiassessError):
            return Outcome(file, error=package)
        try:
            here = load_package(self.batch.workspace.db, package.assessment.id)
            plan = _compared(here, package, file)
            if isinstance(plan, MergePlan):
                self._carry_out(plan)
        except WorkspaceUnwritableError as error:
            self.batch.stopped = error
            return Outcome(file, error=error)
        except KiassessError as error:
            return Outcome(file, error=error)
        return _preview(file, plan)

    def _carry_out(self, plan: MergePlan) -> None:
        if not plan.changes_anything(self.on_conflict):
            return
        self.batch.back_up()
        workspace = self.batch.workspace
        merge_package(
            workspace.writing_db(),
            plan,
            self.on_conflict,
            now=self.batch.now,
            who=workspace.who,
        )


def _compared(here: Package | None, there: Package, file: Path) -> MergePlan | KiassessError:
    plan = compare_packages(here, there)
    if plan.kind is not MergeKind.OTHER_EDITION:
        return plan
    return ExchangeEditionError(
        file=file.name,
        name=there.assessment.municipality.name,
        here=plan.version_here,
        there=there.assessment.questionnaire_version,
    )


def _preview(file: Path, plan: MergePlan | KiassessError) -> Preview:
    if isinstance(plan, KiassessError):
        return Preview(file, error=plan)
    return Preview(file, plan.summary())
