"""The window's composition root: paths, language, theme, window, then the workspace."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from kiassess import __version__
from kiassess.ui.main_window import MainWindow

if TYPE_CHECKING:
    from kiassess.content.library import Library
    from kiassess.domain.rescue import Rescue
    from kiassess.paths import Bundled
    from kiassess.ui.arriving import Arriving
    from kiassess.ui.settings import Settings
    from kiassess.wording.rescue import Question
    from kiassess.wording.texts import Texts
    from kiassess.workflow.workspace import Workspace

APP_NAME = "kiassess"
LOG_BYTES = 500_000


def run_from_environment(files: Sequence[str] = ()) -> int:
    """Open the window with what environment variables name; see ``run_window``."""
    workspace = os.environ.get("KIASSESS_WORKSPACE")
    language = os.environ.get("KIASSESS_LANGUAGE")
    known = language if language in {"de", "en"} else None
    opened = [Path(file).absolute() for file in files]
    return run_window(Path(workspace) if workspace else None, known, opened)


def run_window(
    workspace: Path | None = None, language: str | None = None, files: Sequence[Path] = ()
) -> int:
    """Open the window and stay until it is closed.

    An empty window is on the screen first; everything else is imported after that.

    Args:
        workspace: The workspace file, made if it is missing; ``None`` for the usual one.
        language: ``"de"`` or ``"en"``; ``None`` for the chosen one.
        files: To be imported, as absolute paths; what they would bring is shown at once.

    Returns:
        Exit status: 0, or 1 if the workspace could not be opened.
    """
    from kiassess.paths import settings_file
    from kiassess.ui.settings import Settings

    application = make_application()
    settings = Settings(settings_file())
    start = Start(application, settings, workspace, language, files)
    sys.excepthook = start.on_crash
    start.window.show()
    QTimer.singleShot(0, start.open)
    QTimer.singleShot(0, start.log)
    return application.exec()


def make_application() -> QApplication:
    """The application object with its name; the organisation stays empty on purpose."""
    os.environ.setdefault("QT_STYLE_OVERRIDE", "Fusion")  # to set it later takes 4 ms longer
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = _new_application()
    application.setApplicationName(APP_NAME)
    application.setApplicationDisplayName(APP_NAME)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(APP_NAME)
    return application


def _new_application() -> QApplication:
    if sys.platform == "darwin":
        from kiassess.ui.application import Application

        return Application(sys.argv[:1])
    return QApplication(sys.argv[:1])


class Start(QObject):
    """Shows the window, fills it, and opens the workspace, in this order.

    Attributes:
        window: The main window.
    """

    def __init__(
        self,
        application: QApplication,
        settings: "Settings",
        workspace: Path | None = None,
        language: str | None = None,
        files: Sequence[Path] = (),
    ) -> None:
        super().__init__(application)
        self._files = list(files)  # they wait for the workspace
        self._attached = False
        self._arriving: Arriving | None = None
        self._application = application
        self._settings = settings
        self._given = workspace
        self._language = language or settings.language
        self.window = MainWindow(settings.geometry)
        handed_over = getattr(application, "files_opened", None)  # where the desktop does that
        if handed_over is not None:
            handed_over.connect(self.open_files)

    @Slot()
    def open(self) -> None:
        """Fill the window, open the workspace and bring it into the window."""
        from kiassess.domain.errors import KiassessError

        bundled, texts = self._build()
        try:
            self._attach(bundled, texts)
        except KiassessError as error:
            self.window.messages.show_error(error)
            self.window.close()
            self._application.exit(1)
        finally:
            gc.freeze()  # what is loaded stays; it need not be looked at again
            gc.enable()

    @Slot()
    def log(self) -> None:
        """Keep what goes wrong from now on in a file."""
        from kiassess.paths import log_file

        start_log(log_file())

    def _build(self) -> "tuple[Bundled, Texts]":
        from kiassess.paths import bundled as find_bundled
        from kiassess.ui.theme import Appearance
        from kiassess.ui.translation import install_translation
        from kiassess.wording.texts import load_texts

        bundled = find_bundled()
        texts = load_texts(bundled.texts, self._language)
        install_translation(self._application, bundled.translations, self._language)
        appearance = Appearance(self._application, bundled.themes, self._settings)
        appearance.apply()
        self.window.build(texts, bundled, appearance, self._settings)
        return bundled, texts

    def _attach(self, bundled: "Bundled", texts: "Texts") -> None:
        from kiassess.content.library import Library
        from kiassess.domain.errors import WorkspaceInUseError
        from kiassess.paths import default_workspace, questionnaire_folders
        from kiassess.ui.session import Session
        from kiassess.ui.warming import Warming
        from kiassess.workflow.workspace import open_for_reading

        path = self._given or default_workspace()
        library = Library(*questionnaire_folders())
        rescued = None
        try:
            workspace, rescued = self._open_or_rescue(path, library, texts)
        except WorkspaceInUseError as error:
            from kiassess.ui.instance import bring_to_front

            if bring_to_front(path, self._files):
                self.window.close()
                self._application.exit(0)
                return
            workspace = open_for_reading(path, library)
            self.window.messages.show_text(texts("window.reading", **error.values))
        session = Session(workspace, texts, bundled)
        self.window.attach(session, workspace)
        warming = Warming(self.window, self._settings)
        warming.requested.connect(self._on_requested)
        warming.begin()
        if rescued is not None:
            from kiassess.wording.rescue import rescue_words

            self.window.messages.show_text(rescue_words(rescued, path.name, texts))
        self._attached = True
        if self._files:
            self.open_files(())

    def _open_or_rescue(
        self, path: Path, library: "Library", texts: "Texts"
    ) -> "tuple[Workspace, Rescue | None]":
        """Open the workspace; what is damaged is rescued, what is lost restored, if so wanted."""
        from datetime import UTC, datetime

        from kiassess.domain.errors import WorkspaceUnreadableError
        from kiassess.workflow import rescuing

        now = datetime.now(UTC)
        lost = rescuing.lost_file(path)
        if lost is not None:
            from kiassess.wording.rescue import lost_question

            if not self._insists(lost_question(path.name, lost, texts)):
                rescuing.restore_lost(path, lost)
        try:
            return rescuing.open_or_rescue(path, library, now=now)
        except WorkspaceUnreadableError:
            from kiassess.wording.rescue import unusable_question

            # A file somebody has chosen is theirs; without the usual one nobody can begin.
            if self._given or not self._insists(unusable_question(path.name, texts)):
                raise
            rescuing.set_aside(path, now=now)
        return rescuing.open_or_rescue(path, library, now=now)

    def _insists(self, question: "Question") -> bool:
        """Ask; whether the answer is not the safe one."""
        return self.window.messages.confirm(question.text, question.other, question.safe)

    @Slot(list)
    def open_files(self, files: Sequence[Path]) -> None:
        """Show what files would bring, as soon as the workspace is open and no dialog is."""
        from kiassess.ui.arriving import Arriving

        self._files += files
        if not self._attached or not self._files:
            return
        if self._arriving is None:
            self._arriving = Arriving(self.window)
            self._arriving.arrived.connect(self._on_arrived)
        self._arriving.add(self._files)
        self._files.clear()

    @Slot(list)
    def _on_arrived(self, files: list[Path]) -> None:
        from kiassess.domain.errors import ReadOnlyError

        session = self.window.session
        if session is None or not self.window.isVisible():
            return
        if session.writable and self.window.services.importing.busy:
            self.open_files(files)  # the dialog before is just being closed
        elif session.writable:
            self.window.services.importing.begin(files)
        else:
            self.window.messages.show_error(ReadOnlyError(file=session.file.name))

    @Slot(list)
    def _on_requested(self, files: list[Path]) -> None:
        self.window.come_to_front()
        self.open_files(files)

    def on_crash(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Tell of a defect of the program; every answer is on disk already."""
        import logging
        import traceback

        from kiassess.paths import log_file
        from kiassess.ui.dialogs.crash import CrashDialog

        text = "".join(traceback.format_exception(kind, error, trace))
        logging.getLogger(APP_NAME).error("%s %s", __version__, text)
        if issubclass(kind, KeyboardInterrupt):
            self._application.exit(1)
            return
        CrashDialog.show_for(self.window, self._language, text, log_file())


def start_log(file: Path) -> None:
    """Write what goes wrong to a file of limited size; without one if that cannot be made."""
    import contextlib
    import logging

    logger = logging.getLogger(APP_NAME)
    if logger.handlers:
        return
    handler: logging.Handler = logging.NullHandler()
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > LOG_BYTES:
            file.replace(file.with_suffix(".old.log"))
        handler = logging.FileHandler(file, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    logger.propagate = False
