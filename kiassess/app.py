"""The window's composition root: paths, language, theme, window, then the workspace."""

import gc
import os
import sys
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
    from kiassess.ui.settings import Settings
    from kiassess.wording.rescue import Question
    from kiassess.wording.texts import Texts
    from kiassess.workflow.workspace import Workspace

APP_NAME = "kiassess"
LOG_BYTES = 500_000
WARM_UP_AFTER_MS = 300  # the start page is on the screen by then
WARM_CHARTS_AFTER_MS = 2_000


def run_from_environment() -> int:
    """Open the window with what environment variables name; see ``run_window``."""
    workspace = os.environ.get("KIASSESS_WORKSPACE")
    language = os.environ.get("KIASSESS_LANGUAGE")
    known = language if language in {"de", "en"} else None
    return run_window(Path(workspace) if workspace else None, known)


def run_window(workspace: Path | None = None, language: str | None = None) -> int:
    """Open the window and stay until it is closed.

    An empty window is on the screen first; everything else is imported after that.

    Args:
        workspace: The workspace file, made if it is missing; ``None`` for the usual one.
        language: ``"de"`` or ``"en"``; ``None`` for the chosen one.

    Returns:
        Exit status: 0, or 1 if the workspace could not be opened.
    """
    from kiassess.paths import settings_file
    from kiassess.ui.settings import Settings

    application = make_application()
    settings = Settings(settings_file())
    start = Start(application, settings, workspace, language)
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
        application = QApplication(sys.argv[:1])
    application.setApplicationName(APP_NAME)
    application.setApplicationDisplayName(APP_NAME)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(APP_NAME)
    return application


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
    ) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._given = workspace
        self._language = language or settings.language
        self.window = MainWindow(settings.geometry)

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
        from kiassess.workflow.workspace import open_for_reading

        path = self._given or default_workspace()
        library = Library(*questionnaire_folders())
        rescued = None
        try:
            workspace, rescued = self._open_or_rescue(path, library, texts)
        except WorkspaceInUseError as error:
            from kiassess.ui.instance import bring_to_front

            if bring_to_front(path):
                self.window.close()
                self._application.exit(0)
                return
            workspace = open_for_reading(path, library)
            self.window.messages.show_text(texts("window.reading", **error.values))
        session = Session(workspace, texts, bundled)
        self.window.attach(session, workspace)
        QTimer.singleShot(WARM_UP_AFTER_MS, self._warm_up)
        if rescued is not None:
            from kiassess.wording.rescue import rescue_words

            self.window.messages.show_text(rescue_words(rescued, path.name, texts))

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

    @Slot()
    def _warm_up(self) -> None:
        """Make ready what is not needed to be usable."""
        from kiassess.ui.instance import FrontRequests

        session = self.window.session
        if session is not None and self.window.isVisible():
            if session.writable:
                requests = FrontRequests(session.file, self)
                requests.requested.connect(self.window.come_to_front)
            work = session.warm_up
            self.window.background.run(work, done=self._on_warm, failed=self._on_warm)

    def _on_warm(self, _result: object) -> None:
        """Back up, and load what draws charts when the user is likely to read."""
        if self.window.isVisible():
            safekeeping = self.window.services.safekeeping
            safekeeping.noticed.connect(self.window.notices.show_workplace)
            safekeeping.begin()
        QTimer.singleShot(WARM_CHARTS_AFTER_MS, self._warm_charts)

    @Slot()
    def _warm_charts(self) -> None:
        from kiassess.ui.chart_work import load_charts

        if self.window.isVisible():
            self.window.background.run(load_charts, done=_ignore, failed=_ignore)

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


def _ignore(_result: object) -> None:
    """Nobody waits for it: what was loaded in vain is loaded again when it is needed."""
