"""Asking where an export goes, and writing it off the window's thread."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from kiassess import __version__
from kiassess.domain.errors import KiassessError
from kiassess.domain.naming import suggested_name
from kiassess.ui.background import Background
from kiassess.ui.export_work import ExportJob, run_export
from kiassess.ui.messages import Messages
from kiassess.ui.session import Session
from kiassess.ui.settings import Settings

if TYPE_CHECKING:
    from kiassess.domain.catalogue import Catalogue


class Exporter(QObject):
    """Writes results of the open assessment into files.

    Signals:
        told: How an export goes, for the status bar.
              arg: The sentence. arg: Whether it is a problem.
    """

    told = Signal(str, bool)

    def __init__(
        self,
        window: QWidget,
        session: Session,
        *,
        background: Background,
        messages: Messages,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._background = background
        self._messages = messages
        self._settings = settings

    def export_results(self) -> None:
        """Ask for a file and write the results workbook, or a table."""
        formats = self.tr(
            "Excel workbook (*.xlsx);;OpenDocument spreadsheet (*.ods)"
            ";;Table for other programs (*.csv)"
        )
        self._ask("xlsx", formats, "dots")

    def export_chart(self, kind: str) -> None:
        """Ask for a file and write a chart.

        Args:
            kind: A ``ChartKind``, e.g. ``"dots"``.
        """
        formats = self.tr("Picture (*.png);;Vector drawing (*.svg);;PDF (*.pdf)")
        self._ask("png", formats, kind)

    def write(self, target: Path, chart: str = "dots", *, ask: bool = True) -> None:
        """Write a file; its suffix says what. The window can be used meanwhile.

        Args:
            target: Where to.
            chart: Which chart a picture shows, ``"dots"`` or ``"radar"``.
            ask: Whether to offer opening the file afterwards.
        """
        session = self._session
        if session.current is None:
            return
        job = ExportJob(
            opened=session.current,
            target=target,
            texts=session.texts,
            bundled=session.bundled,
            legal=session.legal(),
            changed=session.changes(),
            now=session.now(),
            version=__version__,
            catalogue=self._catalogue(),
            chart=chart,
        )
        self.told.emit(self.tr("Exporting …"), False)
        done = self._on_written if ask else self._on_done
        self._background.run(
            partial(run_export, job), done=done, failed=self._on_failed, to_the_end=True
        )

    def _ask(self, suffix: str, formats: str, chart: str) -> None:
        session = self._session
        if session.current is None:
            return
        name = suggested_name(session.current.assessment, suffix)
        target = self.ask_where(name, formats)
        if target is not None:
            self.write(target, chart)

    def ask_where(self, name: str, formats: str) -> Path | None:
        """Ask where a file goes; ``None`` if the user wants none.

        Args:
            name: What it would be called; its suffix is added where the user gives none.
            formats: The kinds of file, as ``QFileDialog`` takes them.
        """
        folder = Path(self._settings.export_folder or _documents())
        title = self.tr("Export")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(folder / name), formats)
        if not chosen:
            return None
        target = Path(chosen)
        if not target.suffix:
            target = target.with_name(f"{target.name}{Path(name).suffix}")
        self._settings.export_folder = str(target.parent)
        return target

    def _catalogue(self) -> "Catalogue | None":
        """That of the questionnaire of the open assessment, if it is still there."""
        catalogue, questionnaire = self._session.catalogue()
        opened = self._session.current
        known = opened is not None and opened.assessment.questionnaire_id == questionnaire.id
        return catalogue if known else None

    def _on_done(self, target: Path) -> None:
        self.told.emit(self.tr("Exported: {file}").format(file=target.name), False)

    def _on_written(self, target: Path) -> None:
        self._on_done(target)
        text = self.tr("{file} has been written to {folder}.").format(
            file=target.name, folder=str(target.parent)
        )
        if self._messages.offer(text, self.tr("Open"), self.tr("Close")):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    def _on_failed(self, error: Exception) -> None:
        self.told.emit(self.tr("Not exported"), True)
        if not isinstance(error, KiassessError):
            raise error
        self._messages.show_error(error)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
