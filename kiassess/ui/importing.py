"""Taking in files: choosing them, looking at what comes, and carrying it out in the worker."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from kiassess.domain.errors import KiassessError
from kiassess.domain.merge_plan import OnConflict
from kiassess.ui.archive import Archive
from kiassess.ui.background import Background
from kiassess.ui.dialogs.importing import ImportDialog
from kiassess.ui.exporter import Exporter
from kiassess.ui.import_work import ImportJob, Seen, look, take
from kiassess.ui.messages import Messages
from kiassess.ui.page_stack import START, PageStack
from kiassess.ui.session import Session
from kiassess.ui.settings import Settings
from kiassess.wording.import_preview import ImportRow, left_row, report_sentence
from kiassess.wording.texts import Texts
from kiassess.workflow.workspace import Workspace


class Importing(QObject):
    """Reads and takes in the worker, so that the window stays alive with hundreds of files.

    Signals:
        told: What was done, for the status bar.
              arg: The sentence. arg: Whether it is a problem.
    """

    told = Signal(str, bool)

    _progressed = Signal(int, int)  # emitted by the worker, so it is queued

    def __init__(
        self,
        window: QWidget,
        session: Session,
        workspace: Workspace,
        archive: Archive,
        *,
        pages: PageStack,
        background: Background,
        messages: Messages,
        settings: Settings,
        exporter: Exporter,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._workspace = workspace
        self._archive = archive
        self._pages = pages
        self._background = background
        self._messages = messages
        self._settings = settings
        self._exporter = exporter
        self._stop = Event()
        self._dialog: ImportDialog | None = None
        self._seen: Seen | None = None
        self._names: dict[Path, str] = {}  # who has filled in a workbook, where the user knows
        self._preview: ImportJob | None = None
        self._looking = 0  # the key of the work
        self._page = START  # on the screen before
        self._progressed.connect(self._on_progressed)

    @property
    def _texts(self) -> Texts:
        return self._session.texts

    @property
    def busy(self) -> bool:
        """Whether files are on the screen, or were a moment ago; others would not be shown."""
        return self._dialog is not None

    @Slot()
    def choose_files(self) -> None:
        """Ask for files and import them."""
        formats = self.tr("All that can be imported (*.kiassess *.xlsx *.ods);;All files (*)")
        title = self.tr("Import files")
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window, title, self._settings.import_folder, formats
        )
        if chosen:
            self._settings.import_folder = str(Path(chosen[0]).parent)
            self.begin([Path(one) for one in chosen])

    @Slot()
    def choose_folder(self) -> None:
        """Ask for a folder and import all files in it."""
        title = self.tr("Import a folder")
        chosen = QFileDialog.getExistingDirectory(self._window, title, self._settings.import_folder)
        if chosen:
            self._settings.import_folder = chosen
            self.begin([Path(chosen)])

    @Slot(list)
    def begin(self, paths: Sequence[Path]) -> None:
        """Show what files and folders would bring, and take it if the user wants."""
        if self._dialog is not None or not self._session.writable:
            return
        self._page = self._pages.current
        self._pages.flush()
        if not self._session.flush():
            return
        self._stop = Event()
        self._seen = None
        self._names, self._preview = {}, None
        dialog = ImportDialog(self._texts, self._window)
        dialog.take_requested.connect(self._on_take_wanted)
        dialog.respondent_corrected.connect(self._on_corrected)
        dialog.stop_requested.connect(self._on_stop_wanted)
        dialog.save_requested.connect(self._on_save_wanted)
        self._dialog = dialog
        self._look(tuple(paths))
        dialog.exec()
        self._stop.set()
        self._background.forget(self._looking)
        self._dialog = None
        dialog.deleteLater()

    def _look(self, paths: tuple[Path, ...]) -> None:
        self._preview = replace(self._preview or self._job(), names=dict(self._names))
        work = partial(look, self._preview, paths)
        self._looking = self._background.run(work, done=self._on_looked, failed=self._on_failed)

    def _job(self) -> ImportJob:
        stop, background, opened = self._stop, self._background, self._session.current
        return ImportJob(
            self._workspace,
            self._texts,
            self._session.bundled.texts,
            "" if opened is None else opened.assessment.id,
            self._session.now(),
            told=self._progressed.emit,
            stopped=lambda: stop.is_set() or background.stopping,
            names=dict(self._names),
        )

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        if self._dialog is not None:
            self._dialog.show_progress(done, total)

    def _on_looked(self, seen: Seen | None) -> None:
        if self._dialog is not None and seen is not None:
            self._seen = seen
            self._dialog.show_preview(seen.rows)

    def _on_take_wanted(self, on_conflict: OnConflict) -> None:
        if self._seen is None:
            return
        work = partial(take, self._job(), self._seen.files, on_conflict)
        self._background.run(work, done=self._on_taken, failed=self._on_failed)

    @Slot(int, str)
    def _on_corrected(self, number: int, name: str) -> None:
        """Look again: what a workbook brings depends on whose voice it is."""
        if self._seen is None:
            return
        self._names[self._seen.files[number]] = name
        self._background.forget(self._looking)
        self._look(self._seen.files)

    @Slot()
    def _on_stop_wanted(self) -> None:
        self._stop.set()

    def _on_taken(self, rows: tuple[ImportRow, ...]) -> None:
        if self._seen is None:
            return
        left = self._seen.rows[len(rows) :]
        told = (*rows, *(left_row(row, self._texts) for row in left))
        self._session.reload()
        stays = self._session.current is not None and self._page != START
        self._pages.show_page(self._page if stays else START)
        self.told.emit(report_sentence(told, self._texts), False)
        if self._dialog is not None:
            self._dialog.show_report(told, self._texts.moment(self._session.now()))

    def _on_failed(self, error: Exception) -> None:
        if self._dialog is not None:
            self._dialog.done(0)
        if not isinstance(error, KiassessError):
            raise error
        self._messages.show_error(error)

    @Slot(str)
    def _on_save_wanted(self, report: str) -> None:
        day = self._session.today().isoformat()
        name = self._texts("import_preview.report_name", date=day) + ".txt"
        target = self._exporter.ask_where(name, self.tr("Text file (*.txt)"))
        if target is not None and self._archive.save_report(report, target):
            self.told.emit(self.tr("Exported: {file}").format(file=target.name), False)
