"""What is made ready when the window can be used already and nobody waits for it."""

from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiassess.ui.main_window import MainWindow
from kiassess.ui.settings import Settings

WARM_UP_AFTER_MS = 300  # the start page is on the screen by then
WARM_PAGES_AFTER_MS = 2_000

# Modules with classes of Qt, from small to large. Never in the worker: while a class is being
# made there, Qt asks its kind on this thread without Python's lock, and the process ends.
PAGE_MODULES = (
    "kiassess.ui.widgets.chart_view",
    "kiassess.ui.pages.item_card",
    "kiassess.ui.pages.question_panel",
    "kiassess.ui.pages.questions",
    "kiassess.ui.pages.profile_chart",
    "kiassess.ui.pages.profile_highlights",
    "kiassess.ui.pages.profile_lens",
    "kiassess.ui.pages.profile",
)


class Warming(QObject):
    """Answers second starts, tells of an update, looks after the data, and loads the other pages.

    Signals:
        requested: Somebody has started the program again.
                   arg: The files it was to open, a list of paths, often empty.
    """

    requested = Signal(list)

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._modules = iter(PAGE_MODULES)

    def begin(self) -> None:
        """Begin soon; the workspace is open."""
        QTimer.singleShot(WARM_UP_AFTER_MS, self.warm_up)

    @Slot()
    def warm_up(self) -> None:
        """Begin now."""
        from kiassess.ui.instance import FrontRequests

        session = self._window.session
        if session is not None and self._window.isVisible():
            if session.writable:
                requests = FrontRequests(session.file, self)
                requests.requested.connect(self.requested)
                requests.look()
            self._tell_news()
            work = session.warm_up
            self._window.background.run(work, done=self._on_warm, failed=self._on_warm)

    def _tell_news(self) -> None:
        """Say once after an update what has changed."""
        from kiassess import __version__
        from kiassess.ui.news import is_updated

        if is_updated(self._settings, __version__):
            self._window.notices.show_news(__version__)

    def _on_warm(self, _result: object) -> None:
        """Back up, and load the other pages when the user is likely to read."""
        if self._window.isVisible():
            safekeeping = self._window.services.safekeeping
            safekeeping.noticed.connect(self._window.notices.show_workplace)
            safekeeping.begin()
        QTimer.singleShot(WARM_PAGES_AFTER_MS, self._warm_pages)

    @Slot()
    def _warm_pages(self) -> None:
        """Load what draws charts in the worker, and the pages here, a little at a time."""
        if self._window.isVisible():
            from kiassess.ui.chart_work import load_charts

            self._window.background.run(load_charts, done=_ignore, failed=_ignore)
            self._load_next()

    @Slot()
    def _load_next(self) -> None:
        """Load one module, and let everything that waits come first."""
        name = next(self._modules, None)
        if name is not None and self._window.isVisible():
            import_module(name)
            QTimer.singleShot(0, self._load_next)


def _ignore(_result: object) -> None:
    """Nobody waits for it: what was loaded in vain is loaded again when it is needed."""
