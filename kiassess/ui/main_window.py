"""The window: navigation, pages, menus, saving and closing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer, Slot
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from kiassess.marks import override

if TYPE_CHECKING:
    from datetime import datetime

    from kiassess.domain.errors import KiassessError
    from kiassess.paths import Bundled
    from kiassess.ui.background import Background
    from kiassess.ui.commands import Commands
    from kiassess.ui.menus import Menus
    from kiassess.ui.messages import Messages
    from kiassess.ui.navigation import Navigation
    from kiassess.ui.notices import Notices
    from kiassess.ui.page_stack import PageStack
    from kiassess.ui.services import Services
    from kiassess.ui.session import Session
    from kiassess.ui.settings import Settings
    from kiassess.ui.theme import Appearance
    from kiassess.ui.widgets.labels import Label
    from kiassess.ui.widgets.save_state import SaveState
    from kiassess.wording.texts import Texts
    from kiassess.workflow.workspace import Workspace

SMALLEST = 1024, 700
FIRST = 1280, 800
HINT_AFTER_MS = 100  # the window can be used by then


class MainWindow(QMainWindow):
    """The one window of the program.

    It is on the screen before anything else is imported: ``build`` fills it, ``attach`` brings
    the session when the workspace is open.

    Attributes:
        pages: The pages.
        menus: The actions.
        messages: What has to be read.
        background: The one worker.
        notices: Sentences above the page.
        services: What the commands need; from ``attach`` on.
    """

    pages: "PageStack"
    menus: "Menus"
    messages: "Messages"
    background: "Background"
    notices: "Notices"
    services: "Services"
    _texts: "Texts"
    _appearance: "Appearance"
    _settings: "Settings"
    _navigation: "Navigation"
    _save_state: "SaveState"
    _hint: "Label"

    def __init__(self, geometry: QByteArray | None = None) -> None:
        super().__init__()
        self._session: Session | None = None
        self._commands: Commands | None = None
        self.setWindowTitle("kiassess")
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST)
        if geometry is not None and not geometry.isEmpty():
            self.restoreGeometry(geometry)

    def build(
        self, texts: "Texts", bundled: "Bundled", appearance: "Appearance", settings: "Settings"
    ) -> None:
        """Make everything in the window."""
        from kiassess.ui.background import Background
        from kiassess.ui.icons import Icons
        from kiassess.ui.menus import Menus
        from kiassess.ui.messages import Messages
        from kiassess.ui.navigation import Navigation
        from kiassess.ui.notices import Notices
        from kiassess.ui.page_stack import (
            COMPARISON,
            FREE,
            MEASURES,
            PROFILE,
            QUESTIONS,
            START,
            PageStack,
        )
        from kiassess.ui.widgets.labels import Label
        from kiassess.ui.widgets.save_state import SaveState

        self._texts = texts
        self._appearance = appearance
        self._settings = settings
        titles = {
            START: self.tr("Start"),
            QUESTIONS: self.tr("Questionnaire"),
            PROFILE: self.tr("Profile"),
            MEASURES: self.tr("Measures"),
            COMPARISON: self.tr("Comparison"),
        }
        icons = Icons(bundled.icons)
        self.background = Background(self)
        self.messages = Messages(self, texts)
        self.menus = Menus(self, settings, titles)
        self.pages = PageStack(texts, appearance, icons, self.background, self)
        self.notices = Notices(self)
        self._navigation = Navigation(texts, titles, self, free=FREE)
        self._save_state = SaveState(self)
        self._hint = Label(role="muted", wrap=False, parent=self)
        self._arrange()

        self._navigation.page_chosen.connect(self.pages.show_page)
        self.pages.shown.connect(self._on_shown)
        self.menus.quit.triggered.connect(self.close)
        appearance.changed.connect(self._navigation.fit)
        self._allow()

    def attach(self, session: "Session", workspace: "Workspace") -> None:
        """Show the workspace that has been opened, and let the menus work."""
        from kiassess.ui.commands import Commands
        from kiassess.ui.dropping import Dropping
        from kiassess.ui.services import Services
        from kiassess.ui.undo_actions import UndoActions

        self._session = session
        session.setParent(self)
        session.failed.connect(self._on_failed)
        session.saved.connect(self._on_saved)
        session.opened.connect(self._on_opened)
        session.answer_saved.connect(self._on_progress)
        session.facts_changed.connect(self._on_opened)
        self.pages.attach(session)
        self.services = Services(
            self,
            session,
            workspace,
            pages=self.pages,
            background=self.background,
            messages=self.messages,
            settings=self._settings,
            appearance=self._appearance,
        )
        self.pages.let_measures_be_made(self.services.make_measures_page)
        self.services.told.connect(self._on_told)
        self._commands = Commands(
            self,
            session,
            pages=self.pages,
            services=self.services,
            messages=self.messages,
            appearance=self._appearance,
            settings=self._settings,
        )
        self._connect(self._commands)
        self._dropping = Dropping(self)
        self._dropping.dropped.connect(self._commands.import_dropped)
        if session.writable:
            self._dropping.begin()
        self._undo_actions = UndoActions(self.menus, session, self.pages, self)
        self._undo_actions.told.connect(self._on_told)
        QTimer.singleShot(HINT_AFTER_MS, self._show_hint)
        if session.writable:
            self._save_state.show_saved(self.tr("Every answer is saved at once"))
        else:
            self._save_state.show_problem(self.tr("For reading only: open in another window"))
        self._on_opened()

    @property
    def session(self) -> "Session | None":
        """The session, once the workspace is open."""
        return self._session

    @Slot()
    def come_to_front(self) -> None:
        """Show the window above all others."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        session = self._session
        if session is not None:
            self.pages.flush()
        if session is not None and session.has_unsaved and not session.flush():
            question = self.tr("The last answer could not be saved. Close all the same?")
            if not self.messages.confirm(question, self.tr("Close"), self.tr("Go back")):
                event.ignore()
                return
        if hasattr(self, "_settings"):  # built, not closed before
            self._settings.geometry = self.saveGeometry()
            self.background.stop()
        if session is not None:
            session.close()
        super().closeEvent(event)

    @Slot()
    def _show_hint(self) -> None:
        """Fill in what nobody waits for."""
        from kiassess.ui.icons import Icons

        if self._session is not None:
            day = self._texts.day(self._session.legal().as_of)
            self._hint.setText(self._texts("status.legal", date=day))
            self.setWindowIcon(Icons(self._session.bundled.icons).program())

    @Slot(object)
    def _on_failed(self, error: "KiassessError") -> None:
        if self._session is not None and self._session.has_unsaved:
            self._save_state.show_problem(
                self.tr("Not saved: the last answer. Ctrl+S tries again.")
            )
        if self._session is None or not self._session.has_unsaved:
            self.messages.show_error(error)
        elif self.messages.retry(error):
            self._session.retry()

    @Slot(object)
    def _on_saved(self, at: "datetime") -> None:
        self._save_state.show_saved(
            self.tr("All changes saved – {time}").format(time=f"{at.astimezone():%H:%M:%S}")
        )

    @Slot(str, bool)
    def _on_told(self, text: str, problem: bool) -> None:
        if self._session is not None and self._session.has_unsaved:
            return  # what is not saved is the only news that counts
        show = self._save_state.show_problem if problem else self._save_state.show_saved
        show(text)

    @Slot(str)
    def _on_shown(self, name: str) -> None:
        self._navigation.show_page(name)
        self.notices.show_page(name)
        self._allow()
        if name == self.pages.COMPARISON:
            self.services.refresh_comparison()

    @Slot()
    def _on_opened(self) -> None:
        self._on_progress()
        self._allow()
        self._show_notices()

    @Slot()
    def _on_back_from_state(self) -> None:
        if self._session is not None:
            self._session.leave_state()

    def _show_notices(self) -> None:
        opened = self._session.current if self._session is not None else None
        if opened is None or opened.state is None:
            self.notices.show_state("", "")
        else:
            self.notices.show_state(opened.state.name, self._texts.moment(opened.state.at))
        self.notices.show_newer("" if opened is None else self.services.archive.newer_number())

    @Slot()
    def _on_progress(self) -> None:
        if self._session is not None:
            self._navigation.show_assessment(self._session.current)

    @Slot()
    def _on_switch_focus(self) -> None:
        focused = self.focusWidget()
        if focused is not None and self._navigation.isAncestorOf(focused):
            self.pages.focus_content()
        else:
            self._navigation.focus_pages()

    @Slot(QAction)
    def _on_page_action(self, action: QAction) -> None:
        self.pages.show_page(action.data())

    @Slot()
    def _on_show_profile(self) -> None:
        self.pages.show_page(self.pages.PROFILE)

    @Slot()
    def _on_show_measures(self) -> None:
        self.pages.show_page(self.pages.MEASURES)

    @Slot()
    def _on_show_comparison(self) -> None:
        self.pages.show_page(self.pages.COMPARISON)

    @Slot()
    def _on_larger(self) -> None:
        self._step_font_scale(1)

    @Slot()
    def _on_smaller(self) -> None:
        self._step_font_scale(-1)

    def _step_font_scale(self, step: int) -> None:
        if self._commands is not None:
            percent = self._commands.step_font_scale(step)
            for action in self.menus.font_scales.actions():
                action.setChecked(action.data() == percent)

    def _allow(self) -> None:
        """Enable what can be done now."""
        from kiassess.ui.menu_wiring import allow

        allow(self.menus, self._session, self.pages.current)

    def _connect(self, commands: "Commands") -> None:
        menus = self.menus
        slots = {
            menus.new: commands.new,
            menus.import_files: commands.import_files,
            menus.import_folder: commands.import_folder,
            menus.export: commands.export,
            menus.export_exchange: commands.export_exchange,
            menus.hand_out: commands.hand_out,
            menus.save_chart: commands.save_chart,
            menus.print: commands.print_profile,
            menus.save_now: commands.save_now,
            menus.facts: commands.facts,
            menus.targets: commands.targets,
            menus.find: commands.find,
            menus.history: commands.history,
            menus.freeze: commands.freeze,
            menus.states: commands.states,
            menus.move: commands.move,
            menus.delete: commands.delete_current,
            menus.restore: commands.restore,
            menus.workplace: commands.workplace,
            menus.focus: self._on_switch_focus,
            menus.larger: self._on_larger,
            menus.smaller: self._on_smaller,
            menus.profile: self._on_show_profile,
            menus.measures: self._on_show_measures,
            menus.comparison: self._on_show_comparison,
            menus.interviews: commands.interview_plan,
            menus.clarifying: commands.clarifying,
            menus.workshop: commands.workshop,
            menus.example: commands.example,
            menus.open_folder: commands.open_folder,
            menus.open_questionnaires: commands.open_questionnaires,
            menus.help: commands.help,
            menus.method: commands.method,
            menus.about: commands.about,
        }
        for action, slot in slots.items():
            action.triggered.connect(slot)
        menus.pages.triggered.connect(self._on_page_action)
        menus.themes.triggered.connect(commands.choose_theme)
        menus.font_scales.triggered.connect(commands.choose_font_scale)
        menus.languages.triggered.connect(commands.choose_language)
        start = self.pages.start
        start.open_requested.connect(commands.open)
        start.new_requested.connect(commands.new)
        start.import_requested.connect(commands.import_files)
        start.example_requested.connect(commands.example)
        start.delete_requested.connect(commands.delete)
        self.pages.export_requested.connect(commands.export)
        self.pages.chart_save_requested.connect(commands.save_chart_of)
        self.pages.targets_requested.connect(commands.targets)
        self.pages.interview_requested.connect(commands.interview_plan)
        self.pages.trace_requested.connect(commands.trace)
        self.pages.history_requested.connect(commands.history)
        notices = self.notices
        notices.back_requested.connect(self._on_back_from_state)
        notices.move_requested.connect(commands.move)
        notices.workplace_requested.connect(commands.workplace)
        notices.news_requested.connect(commands.news)

    def _arrange(self) -> None:
        content = QWidget(self)
        layout = QHBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._navigation)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.pages, 1)
        layout.addLayout(column, 1)
        self.setCentralWidget(content)
        self._navigation.show_page(self.pages.START)
        self._save_state.setWordWrap(False)
        self.statusBar().addWidget(self._save_state, 1)
        self.statusBar().addPermanentWidget(self._hint)
        self.statusBar().setSizeGripEnabled(False)
