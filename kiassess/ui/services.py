"""What the commands need beside the pages, each made when it is first asked for."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from kiassess.ui.background import Background
from kiassess.ui.desk import Tools
from kiassess.ui.messages import Messages
from kiassess.ui.page_stack import PageStack
from kiassess.ui.session import Session
from kiassess.ui.settings import Settings
from kiassess.ui.theme import Appearance

if TYPE_CHECKING:
    from kiassess.ui.archive import Archive
    from kiassess.ui.comparing import Comparing
    from kiassess.ui.comparison_export import ComparisonExport
    from kiassess.ui.exporter import Exporter
    from kiassess.ui.handing_on import HandingOn
    from kiassess.ui.handing_out import HandingOut
    from kiassess.ui.importing import Importing
    from kiassess.ui.measures_desk import MeasuresDesk
    from kiassess.ui.pages.measures import MeasuresPage
    from kiassess.ui.printouts import Printouts
    from kiassess.ui.records import Records
    from kiassess.ui.safekeeping import Safekeeping
    from kiassess.ui.workshop import Workshop
    from kiassess.workflow.workspace import Workspace


class Telling(Protocol):
    """What tells how something goes, as desks do."""

    @property
    def told(self) -> SignalInstance:
        """A sentence, and whether it is a problem."""


T = TypeVar("T", bound=Telling)


class Services(QObject):
    """Makes what is needed, with what it needs; importing it all would delay the first page.

    Signals:
        told: How something goes, for the status bar.
              arg: The sentence. arg: Whether it is a problem.
    """

    told = Signal(str, bool)

    def __init__(
        self,
        window: QWidget,
        session: Session,
        workspace: "Workspace",
        *,
        pages: PageStack,
        background: Background,
        messages: Messages,
        settings: Settings,
        appearance: Appearance,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._workspace = workspace
        self._pages = pages
        self._background = background
        self._messages = messages
        self._settings = settings
        self._appearance = appearance
        self._tools = Tools(window, session, background, messages, settings)

    @cached_property
    def archive(self) -> "Archive":
        """Backups, states, moving and deleting, without a widget."""
        from kiassess.ui.archive import Archive

        made = Archive(self._workspace, self._session)
        made.failed.connect(self._messages.show_error)
        return made

    @cached_property
    def measures_desk(self) -> "MeasuresDesk":
        """What stands behind the page with the measures."""
        from kiassess.ui.measures_desk import MeasuresDesk

        return self._heard(MeasuresDesk(self._tools, self._appearance, self.exporter))

    def make_measures_page(self, parent: QWidget) -> "MeasuresPage":
        """The page with the measures."""
        from kiassess.ui.pages.measures import MeasuresPage

        return MeasuresPage(self.measures_desk.planning, self.measures_desk.makers(), parent)

    @cached_property
    def comparing(self) -> "Comparing":
        """Compares assessments, for the page of the comparison."""
        from kiassess.ui.comparing import Comparing

        made = Comparing(
            self._window,
            self._session,
            self._workspace,
            pages=self._pages,
            background=self._background,
            messages=self._messages,
        )
        made.page.export_requested.connect(self._on_workbook_wanted)
        made.page.chart_save_requested.connect(self._on_chart_wanted)
        return made

    @cached_property
    def comparison_export(self) -> "ComparisonExport":
        """Hands comparisons out."""
        from kiassess.ui.comparison_export import ComparisonExport

        made = ComparisonExport(self._tools, self._workspace, self._pages.comparison, self.exporter)
        return self._heard(made)

    @cached_property
    def exporter(self) -> "Exporter":
        """Writes results into files."""
        from kiassess.ui.exporter import Exporter

        made = Exporter(self._tools)
        made.exchange_requested.connect(self._on_exchange_wanted)
        return self._heard(made)

    @cached_property
    def handing_on(self) -> "HandingOn":
        """Hands assessments on as exchange files."""
        from kiassess.ui.handing_on import HandingOn

        return HandingOn(self._session, self.archive, self.exporter)

    @cached_property
    def handing_out(self) -> "HandingOut":
        """Hands out questions to be answered elsewhere."""
        from kiassess.ui.handing_out import HandingOut

        return self._heard(HandingOut(self._tools))

    @cached_property
    def importing(self) -> "Importing":
        """Takes in files."""
        from kiassess.ui.importing import Importing

        made = Importing(
            self._window,
            self._session,
            self._workspace,
            self.archive,
            pages=self._pages,
            background=self._background,
            messages=self._messages,
            settings=self._settings,
            exporter=self.exporter,
        )
        return self._heard(made)

    @cached_property
    def printouts(self) -> "Printouts":
        """Puts results on paper."""
        from kiassess.ui.printouts import Printouts

        return self._heard(Printouts(self._tools))

    @cached_property
    def records(self) -> "Records":
        """Keeps states, moves and deletes assessments."""
        from kiassess.ui.records import Records

        made = Records(
            self._window,
            self._session,
            self.archive,
            pages=self._pages,
            messages=self._messages,
            exporter=self.exporter,
        )
        return self._heard(made)

    @cached_property
    def safekeeping(self) -> "Safekeeping":
        """Backs up, restores, and looks at the workplace."""
        from kiassess.ui.safekeeping import Safekeeping

        made = Safekeeping(
            self._window,
            self._session,
            self.archive,
            pages=self._pages,
            background=self._background,
            messages=self._messages,
            exporter=self.exporter,
        )
        return self._heard(made)

    def refresh_comparison(self) -> None:
        """Compare what is on disk now."""
        self.comparing.refresh()

    def _heard(self, made: T) -> T:
        """The same; what it tells is told here, too."""
        made.told.connect(self.told)
        return made

    @Slot()
    def _on_workbook_wanted(self) -> None:
        self.comparison_export.export_workbook()

    @Slot(str)
    def _on_chart_wanted(self, kind: str) -> None:
        self.comparison_export.export_chart(kind)

    @Slot(Path, bool)
    def _on_exchange_wanted(self, target: Path, nameless: bool) -> None:
        self.handing_on.write(target, nameless)

    @cached_property
    def workshop(self) -> "Workshop":
        """Agrees on answers in a meeting."""
        from kiassess.ui.workshop import Workshop

        return self._heard(Workshop(self._window, self._session, self._pages))
