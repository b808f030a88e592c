"""Comparing assessments: what the page asks for, and the worker finds."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from kiassess.domain.anonymity import LEAST
from kiassess.domain.change_split import RoundChange
from kiassess.domain.choosing import first_choice
from kiassess.domain.errors import KiassessError
from kiassess.domain.group_statistics import GroupStatistics, group_statistics
from kiassess.domain.lacking import Lacking
from kiassess.domain.peers import PeerGroup
from kiassess.domain.shown_comparison import ShownComparison
from kiassess.ui import comparison_work as work
from kiassess.ui.background import Background
from kiassess.ui.comparison_choosing import ComparisonChoosing
from kiassess.ui.comparison_work import OverTime, Stock
from kiassess.ui.messages import Messages
from kiassess.ui.page_stack import COMPARISON, PROFILE, PageStack
from kiassess.ui.pages.comparison import ComparisonPage, ComparisonView
from kiassess.ui.session import Session
from kiassess.wording.texts import Texts
from kiassess.workflow.workspace import Workspace

SECRET_BYTES = 16
STOCK, SHOWN, VIEW, PEERS, KEEPING = "stock", "shown", "view", "peers", "keeping"


class Comparing(QObject):
    """Loads and compares in the worker whenever the page is seen and something has changed."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        workspace: Workspace,
        *,
        pages: PageStack,
        background: Background,
        messages: Messages,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._workspace = workspace
        self._pages = pages
        self._background = background
        self._messages = messages
        self._page: ComparisonPage = pages.comparison
        self._stock: Stock | None = None
        self._stale = True
        self._ids: frozenset[str] | None = None  # as chosen; ``None`` as long as nobody has
        self._own = ""  # id of the one in focus
        self._secrets: list[bytes] | None = None  # of an anonymous comparison
        self._choosing = ComparisonChoosing(window, session, workspace, messages)
        self._jobs: dict[str, int] = {}
        session.answer_saved.connect(self._on_changed)
        session.facts_changed.connect(self._on_changed)
        session.list_changed.connect(self._on_changed)
        session.opened.connect(self._on_opened)
        page = self._page
        page.choice_requested.connect(self.choose)
        page.anonymity_chosen.connect(self._on_anonymity_chosen)
        page.focus_chosen.connect(self._on_focus_chosen)
        page.view_wanted.connect(self._on_view_wanted)
        page.peers_wanted.connect(self._on_peers_wanted)
        page.change_wanted.connect(self._on_change_wanted)
        page.open_requested.connect(self._on_open_requested)
        self._on_opened()

    @property
    def page(self) -> ComparisonPage:
        """The page."""
        return self._page

    @property
    def _texts(self) -> Texts:
        return self._session.texts

    def refresh(self) -> None:
        """Load everything anew if something has changed since; call it when the page is seen."""
        if self._stale:
            self._stale = False
            load = partial(work.load_stock, self._workspace, self._texts.language)
            self._run(STOCK, load, self._on_loaded)

    @Slot()
    def choose(self) -> None:
        """Ask which assessments are compared."""
        stock = self._stock
        if stock is None:
            return
        wanted = self._choosing.ask(stock, self._chosen_ids(stock))
        if wanted is not None:
            self.compare(wanted)

    def compare(self, ids: frozenset[str]) -> None:
        """Compare other assessments."""
        self._ids = ids
        if self._secrets is not None:
            self._secrets = self._draw()  # numbers say nothing about those of another choice
        self._compare()

    def show_anonymous(self, *, anonymous: bool) -> None:
        """Let numbers stand for names, or show the names again."""
        self._secrets = self._draw() if anonymous else None
        self._compare()

    def _draw(self) -> list[bytes]:
        number = 0 if self._stock is None else len(self._stock.rounds)
        return [secrets.token_bytes(SECRET_BYTES) for _ in range(number)]

    def _chosen_ids(self, stock: Stock) -> frozenset[str]:
        if self._ids is None:
            return frozenset(one.id for one in first_choice(stock.rounds))
        return self._ids

    def _compare(self) -> None:
        stock = self._stock
        if stock is not None:
            ids = self._chosen_ids(stock)
            if self._secrets is not None and len(self._secrets) < len(stock.rounds):
                self._secrets = self._draw()
            compare = partial(work.compare_chosen, stock, ids, self._secrets, self._texts)
            self._run(SHOWN, compare, self._on_compared)

    def _on_loaded(self, stock: Stock) -> None:
        self._stock = stock
        if not stock.rounds:
            self._page.show_nothing(self._texts("comparison_page.empty"))
            return
        self._compare()
        if stock.missing and self._session.writable:
            self._keep(stock.missing)

    def _keep(self, ids: tuple[str, ...]) -> None:
        if ids:
            keep = partial(work.keep_levels, self._workspace, ids)
            self._run(KEEPING, keep, self._keep)

    def _on_compared(self, shown: ShownComparison | None) -> None:
        if shown is None:
            few = self._texts("comparison_page.few_anonymous", least=LEAST)
            none = self._texts("comparison_page.none_chosen")
            anonymous = self._secrets is not None
            self._page.show_nothing(few if anonymous else none, can_choose=True)
        else:
            places = {one.id: at for at, one in enumerate(shown.comparison.chosen)}
            own = None if shown.anonymous else places.get(self._own)
            self._page.show_comparison(replace(shown, own=own))

    @Slot()
    def _on_changed(self) -> None:
        self._stale = True
        if self._pages.current == COMPARISON:
            self.refresh()

    @Slot()
    def _on_opened(self) -> None:
        """What is being worked on is in focus, until the user looks at another one."""
        opened = self._session.current
        if opened is not None:
            self._own = opened.assessment.id
        self._on_changed()

    @Slot(bool)
    def _on_anonymity_chosen(self, wanted: bool) -> None:
        self.show_anonymous(anonymous=wanted)

    @Slot()
    def _on_focus_chosen(self) -> None:
        shown = self._page.shown
        if shown is not None and shown.own is not None:
            self._own = shown.comparison.chosen[shown.own].id

    @Slot(str)
    def _on_view_wanted(self, view: str) -> None:
        shown, stock, texts = self._page.shown, self._stock, self._texts
        if shown is None or stock is None:
            return
        match ComparisonView(view):
            case ComparisonView.STRIPS:
                statistics = partial(group_statistics, shown.comparison)
                self._run(VIEW, statistics, self._on_statistics)
            case ComparisonView.LACKING:
                lacks = partial(work.what_lacks, self._workspace, shown, texts)
                self._run(VIEW, lacks, self._on_lacking)
            case ComparisonView.TREND:
                trend = partial(work.over_time, self._workspace, stock, shown, texts)
                self._run(VIEW, trend, self._on_over_time)
            case ComparisonView.ROUNDS:
                self._show_rounds(stock, shown)

    def _show_rounds(self, stock: Stock, shown: ShownComparison) -> None:
        if shown.marked is None:
            self._page.rounds.show_rounds(None, self._texts("comparison_page.no_focus"))
            return
        one = shown.comparison.chosen[shown.marked]
        rounds = partial(work.all_rounds, stock, one, self._texts)
        self._run(VIEW, rounds, self._page.rounds.show_rounds)

    def _on_statistics(self, found: tuple[GroupStatistics, ...]) -> None:
        if self._page.shown is not None:
            self._page.strips.show_comparison(self._page.shown, found)

    def _on_lacking(self, found: Lacking) -> None:
        if self._page.shown is not None:
            self._page.lacking.show_lacking(found, self._page.shown.names)

    def _on_over_time(self, found: OverTime) -> None:
        shown = self._page.shown
        if shown is None:
            return
        key = "no_rounds_anonymous" if shown.anonymous else "no_focus"
        why_not = self._texts(f"comparison_page.{key}") if shown.marked is None else ""
        self._page.trend.show_trend(found.shown, found.trend, why_not)
        self._page.trend.show_years(found.years, shown.comparison.questionnaire)

    @Slot()
    def _on_peers_wanted(self) -> None:
        shown, stock = self._page.shown, self._stock
        if shown is not None and stock is not None and shown.marked is not None:
            one = shown.comparison.chosen[shown.marked]
            self._run(PEERS, partial(work.peers_of, stock, one, self._texts), self._on_peers)

    def _on_peers(self, found: tuple[PeerGroup, ShownComparison] | None) -> None:
        self._page.strips.show_peers(*(found or (None, None)))

    @Slot(str, str)
    def _on_change_wanted(self, earlier: str, later: str) -> None:
        language = self._texts.language
        change = partial(work.change_of, self._workspace, earlier, later, language)
        self._run(VIEW, change, self._on_change)

    def _on_change(self, change: RoundChange) -> None:
        self._page.rounds.show_change(change)

    @Slot(str)
    def _on_open_requested(self, assessment_id: str) -> None:
        if self._session.open(assessment_id):
            self._pages.show_page(PROFILE)

    def _run(self, matter: str, job: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Let the worker do something; what it was doing in this matter no longer counts."""
        if matter in self._jobs:
            self._background.forget(self._jobs.pop(matter))
        self._jobs[matter] = self._background.run(
            job,
            done=partial(self._on_done, matter, done),
            failed=partial(self._on_failed, matter),
        )

    def _on_done(self, matter: str, done: Callable[[Any], None], found: Any) -> None:
        self._jobs.pop(matter, None)
        done(found)

    def _on_failed(self, matter: str, error: Exception) -> None:
        self._jobs.pop(matter, None)
        if not isinstance(error, KiassessError):
            raise error
        self._messages.show_error(error)
