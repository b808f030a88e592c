"""The pages of the window, each made when it is first shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from kiassess.ui.background import Background
from kiassess.ui.icons import Icons
from kiassess.ui.pages.start import StartPage
from kiassess.ui.theme import Appearance
from kiassess.wording.texts import Texts

if TYPE_CHECKING:
    from kiassess.ui.pages.comparison import ComparisonPage
    from kiassess.ui.pages.measures import MeasuresPage
    from kiassess.ui.pages.profile import ProfilePage
    from kiassess.ui.pages.questions import QuestionsPage
    from kiassess.ui.session import Session

START, QUESTIONS, PROFILE = "start", "questions", "profile"
MEASURES, COMPARISON = "measures", "comparison"
FREE = frozenset({START, COMPARISON})  # pages that need no open assessment


class PageStack(QStackedWidget):
    """Shows one page at a time; the page left reports what is still being typed.

    Attributes:
        start: The start page; it is there before any workspace is open.

    Signals:
        shown: Another page is on the screen.
               arg: Its name.
        export_requested: The profile page asks for the results workbook.
        chart_save_requested: The profile page asks for a chart as a file.
                              arg: Which one.
        targets_requested: The profile page asks for the targets of a building block.
        interview_requested: The profile page asks for the plan of whom to ask.
        trace_requested: The profile page asks how a value came about.
                         arg: The ``Trace``.
        history_requested: The page with the questions asks what has become of an answer.
    """

    START, QUESTIONS, PROFILE, MEASURES, COMPARISON = (
        START,
        QUESTIONS,
        PROFILE,
        MEASURES,
        COMPARISON,
    )

    shown = Signal(str)
    export_requested = Signal()
    chart_save_requested = Signal(str)
    targets_requested = Signal()
    interview_requested = Signal()
    trace_requested = Signal(object)
    history_requested = Signal()

    def __init__(
        self,
        texts: Texts,
        appearance: Appearance,
        icons: Icons,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._appearance = appearance
        self._icons = icons
        self._background = background
        self._session: Session | None = None
        self._questions: QuestionsPage | None = None
        self._profile: ProfilePage | None = None
        self._measures: MeasuresPage | None = None
        self._make_measures: Callable[[QWidget], MeasuresPage] | None = None
        self._comparison: ComparisonPage | None = None
        self._list_is_old = False
        self.start = StartPage(texts, self)
        self.addWidget(self.start)

    def attach(self, session: "Session") -> None:
        """Fill the start page with the workspace that has been opened."""
        self._session = session
        self.start.show_location(session.file)
        self.start.set_writable(session.writable)
        session.list_changed.connect(self._show_list)
        session.answer_saved.connect(self._on_answer_saved)
        self._show_list()

    @property
    def questions(self) -> "QuestionsPage":
        """The page with the questions."""
        if self._questions is None:
            from kiassess.ui.pages.questions import QuestionsPage

            page = QuestionsPage(self._opened(), self._appearance, self._icons, self)
            page.profile_requested.connect(self._on_profile_requested)
            page.history_requested.connect(self.history_requested)
            self.addWidget(page)
            self._questions = page
        return self._questions

    @property
    def profile(self) -> "ProfilePage":
        """The page with the profile."""
        if self._profile is None:
            from kiassess.ui.pages.profile import ProfilePage

            page = ProfilePage(self._opened(), self._background, self._appearance, self)
            page.item_requested.connect(self.show_item)
            page.questions_requested.connect(self._on_questions_requested)
            page.export_requested.connect(self.export_requested)
            page.chart_save_requested.connect(self.chart_save_requested)
            page.targets_requested.connect(self.targets_requested)
            page.interview_requested.connect(self.interview_requested)
            page.trace_requested.connect(self.trace_requested)
            self.addWidget(page)
            self._profile = page
        return self._profile

    @property
    def measures(self) -> "MeasuresPage":
        """The page with the measures."""
        if self._measures is None:
            if self._make_measures is None:
                raise RuntimeError("nobody has said how the page is made")
            page = self._make_measures(self)
            page.item_requested.connect(self.show_item)
            self.addWidget(page)
            self._measures = page
        return self._measures

    def let_measures_be_made(self, make: "Callable[[QWidget], MeasuresPage]") -> None:
        """Say how the page with the measures is made, once it is wanted: it has much behind it."""
        self._make_measures = make

    @property
    def comparison(self) -> "ComparisonPage":
        """The page that sets several assessments side by side."""
        if self._comparison is None:
            from kiassess.ui.pages.comparison import ComparisonPage

            page = ComparisonPage(self._texts, self._background, self._appearance, self)
            self.addWidget(page)
            self._comparison = page
        return self._comparison

    @property
    def current(self) -> str:
        """The name of the page on the screen."""
        shown = self.currentWidget()
        if shown is self.start:
            return START
        if shown is self._comparison:
            return COMPARISON
        if shown is self._measures:
            return MEASURES
        return QUESTIONS if shown is self._questions else PROFILE

    @property
    def drawing(self) -> bool:
        """Whether a chart is still to come."""
        pages = (self._profile, self._measures, self._comparison)
        return any(page is not None and page.drawing for page in pages)

    @Slot(str)
    def show_page(self, name: str) -> None:
        """Go to a page; without an open assessment to the start page instead of some."""
        self.flush()
        if self._session is None or (self._session.current is None and name not in FREE):
            name = START
        if name == QUESTIONS:
            self.setCurrentWidget(self.questions)
            self.questions.focus_content()
        elif name == PROFILE:
            self.setCurrentWidget(self.profile)
        elif name == MEASURES:
            self.setCurrentWidget(self.measures)
        elif name == COMPARISON:
            self.setCurrentWidget(self.comparison)
        else:
            if self._list_is_old:
                self._show_list()
            self.setCurrentWidget(self.start)
        self.shown.emit(name)

    def flush(self) -> None:
        """Let the page with the questions report what is still being typed."""
        if self._questions is not None:
            self._questions.flush()

    def drop_unfinished(self) -> bool:
        """Give up a choice on the screen that does not count yet; true if there was one."""
        shown = self._questions is not None and self.currentWidget() is self._questions
        return shown and self.questions.drop_unfinished()

    def search(self) -> None:
        """Search among the questions."""
        self.show_page(QUESTIONS)
        self.questions.focus_search()

    def focus_content(self) -> None:
        """Put the focus into the page."""
        if self.current == QUESTIONS:
            self.questions.focus_content()
            return
        page = self.currentWidget()
        if page is not None:
            page.setFocus()
            self.focusNextChild()

    @Slot(str)
    def show_item(self, item_id: str) -> None:
        """Go to a question."""
        self.show_page(QUESTIONS)
        self.questions.show_item(item_id)

    @Slot()
    def _on_questions_requested(self) -> None:
        self.show_page(QUESTIONS)

    @Slot()
    def _on_profile_requested(self) -> None:
        self.show_page(PROFILE)

    @Slot()
    def _on_answer_saved(self) -> None:
        self._list_is_old = True

    @Slot()
    def _show_list(self) -> None:
        self.start.show_assessments(self._opened().listed())
        self._list_is_old = False

    def _opened(self) -> "Session":
        if self._session is None:
            raise RuntimeError("the workspace is not open yet")
        return self._session
