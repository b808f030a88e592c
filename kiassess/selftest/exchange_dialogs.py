"""The dialogs with which files come and go, filled as in use."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.naming import suggested_name
from kiassess.exchange.exchange_file import to_bytes
from kiassess.selftest.report import expect
from kiassess.ui.dialogs.importing import ImportDialog
from kiassess.ui.dialogs.pack import PackDialog
from kiassess.ui.import_work import ImportJob, look
from kiassess.ui.session import Session
from kiassess.workflow.exchanging import anonymous_package, package_of
from kiassess.workflow.workspace import Workspace


def exchange_dialogs(
    opened: OpenAssessment, session: Session, workspace: Workspace, window: QWidget
) -> dict[str, Callable[[], QDialog]]:
    """Each dialog by its name, ready to be made; files go beside the workspace."""
    folder = workspace.path.parent
    return {
        "pack": partial(PackDialog, opened, folder, session.texts, window),
        "import": partial(_import_dialog, opened, session, workspace, window),
    }


def _import_dialog(
    opened: OpenAssessment, session: Session, workspace: Workspace, window: QWidget
) -> ImportDialog:
    """The preview of a file with the open assessment, one without names, and one that is none."""
    dialog = ImportDialog(session.texts, window)
    same = workspace.path.with_name(suggested_name(opened.assessment, "kiassess"))
    package = package_of(workspace, opened.assessment.id)
    nameless, foreign = same.with_name("nameless.kiassess"), same.with_name("notes.kiassess")
    same.write_bytes(to_bytes(package))
    nameless.write_bytes(to_bytes(anonymous_package(package, session.texts)))
    foreign.write_text("{}", encoding="utf-8")
    job = ImportJob(
        workspace,
        session.texts,
        session.bundled.texts,
        shown=opened.assessment.id,
        now=session.now(),
        told=dialog.show_progress,
        stopped=_never,
    )
    seen = look(job, (same, nameless, foreign))
    expect(seen is not None, "the files were not read")
    dialog.show_preview(() if seen is None else seen.rows)
    return dialog


def _never() -> bool:
    return False
