"""What the menus do, apart from going to a page and closing the window."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kiassess.paths import Bundled, own_questionnaires
from kiassess.ui.messages import Messages
from kiassess.ui.page_stack import COMPARISON, MEASURES, PROFILE, QUESTIONS, PageStack
from kiassess.ui.services import Services
from kiassess.ui.session import Session
from kiassess.ui.settings import FONT_SCALES, Settings
from kiassess.ui.theme import Appearance
from kiassess.wording.texts import Texts

if TYPE_CHECKING:
    from kiassess.domain.trace import Trace
    from kiassess.ui.dialogs.handbook import HandbookWindow


class Commands(QObject):
    """Carries out what the user asks for; made when the workspace is open.

    Dialogs are imported when they are first asked for.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        *,
        pages: PageStack,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._pages = pages
        self._services = services
        self._messages = messages
        self._appearance = appearance
        self._settings = settings
        self._handbook: HandbookWindow | None = None

    @property
    def _texts(self) -> Texts:
        return self._session.texts

    @property
    def _bundled(self) -> Bundled:
        return self._session.bundled

    @Slot()
    def new(self) -> None:
        """Ask for a new assessment and go to its first question."""
        from kiassess.content.municipalities import load_register
        from kiassess.ui.dialogs.new_assessment import NewAssessmentDialog

        self._pages.flush()
        wanted = NewAssessmentDialog.ask(
            self._window,
            self._texts,
            partial(load_register, self._bundled.municipalities),
            self._session.published(),
            self._session.today(),
        )
        if wanted is not None and self._session.create(wanted):
            self._pages.show_page(QUESTIONS)

    @Slot()
    def example(self) -> None:
        """Show the profile of the fictitious example."""
        self._pages.flush()
        if self._session.open_example():
            self._pages.show_page(PROFILE)

    @Slot(str)
    def open(self, assessment_id: str) -> None:
        """Go on with an assessment."""
        self._pages.flush()
        if self._session.open(assessment_id):
            self._pages.show_page(QUESTIONS)

    @Slot(str)
    def delete(self, assessment_id: str) -> None:
        """Delete an assessment after saying what goes."""
        self._services.records.delete(assessment_id)

    @Slot()
    def delete_current(self) -> None:
        """Delete the open assessment after saying what goes."""
        self._services.records.delete_current()

    @Slot()
    def freeze(self) -> None:
        """Keep the open assessment under a name."""
        self._services.records.freeze()

    @Slot()
    def states(self) -> None:
        """Show the frozen states of the open assessment."""
        self._services.records.states()

    @Slot()
    def move(self) -> None:
        """Move the open assessment to a newer version of its questionnaire."""
        self._services.records.move()

    @Slot()
    def restore(self) -> None:
        """Show the backups, and what restoring one would change."""
        self._services.safekeeping.restore()

    @Slot()
    def workplace(self) -> None:
        """Show what the workplace check finds."""
        self._services.safekeeping.workplace()

    @Slot()
    def import_files(self) -> None:
        """Ask for files and take in what they bring."""
        self._services.importing.choose_files()

    @Slot()
    def import_folder(self) -> None:
        """Ask for a folder and take in what its files bring."""
        self._services.importing.choose_folder()

    @Slot(list)
    def import_dropped(self, files: list[Path]) -> None:
        """Take in what files and folders dropped on the window bring."""
        self._services.importing.begin(files)

    @Slot()
    def hand_out(self) -> None:
        """Hand out the questions as workbooks to be filled in."""
        self._pages.flush()
        self._services.handing_out.hand_out()

    @Slot()
    def export_exchange(self) -> None:
        """Hand over everything about the open assessment as an exchange file."""
        self._pages.flush()
        self._services.handing_on.hand_on()

    @Slot()
    def facts(self) -> None:
        """Ask for other details of the open assessment."""
        from kiassess.ui.dialogs.facts import FactsDialog

        self._pages.flush()
        if self._session.current is None:
            return
        facts = FactsDialog.ask(self._window, self._texts, self._session.current)
        if facts is not None:
            self._session.change_facts(facts)

    @Slot()
    def targets(self) -> None:
        """Ask for the targets of a building block."""
        from kiassess.ui.dialogs.targets import TargetsDialog

        self._pages.flush()
        if self._session.current is None:
            return
        targets = TargetsDialog.ask(self._window, self._texts, self._session.current)
        if targets:
            self._session.set_targets(targets)

    @Slot()
    def save_now(self) -> None:
        """Save what is still being typed, and what could not be saved before."""
        self._pages.flush()
        self._session.retry()

    @Slot()
    def export(self) -> None:
        """Hand over the results, or the comparison on the screen, as a workbook."""
        self._pages.flush()
        if self._pages.current == COMPARISON:
            self._services.comparison_export.export_workbook()
        else:
            self._services.exporter.export_results()

    @Slot()
    def save_chart(self) -> None:
        """Hand over the chart with dots and bands, or of the comparison the one on the screen."""
        if self._pages.current == COMPARISON:
            self._services.comparison_export.export_chart_in_view()
        else:
            self.save_chart_of("dots")

    @Slot(str)
    def save_chart_of(self, kind: str) -> None:
        """Hand over one of the charts."""
        self._pages.flush()
        self._services.exporter.export_chart(kind)

    @Slot(object)
    def trace(self, trace: "Trace") -> None:
        """Say how a value came about; its questions lead to the questionnaire."""
        from kiassess.ui.dialogs.trace import TraceDialog

        dialog = TraceDialog.show_for(self._window, trace, self._texts)
        dialog.item_requested.connect(self._pages.show_item)

    @Slot()
    def history(self) -> None:
        """Tell what has become of the answer shown; an earlier one may be entered again."""
        from kiassess.ui.dialogs.history import HistoryDialog

        self._pages.flush()
        opened, item_id = self._session.current, self._pages.questions.item_id
        if opened is None or not item_id:
            return
        entries = self._session.history(item_id)
        item = opened.questionnaire.item(item_id)
        writable = self._session.editable
        answer = HistoryDialog.ask(
            self._window, item, entries, opened, self._texts, writable=writable
        )
        if answer is not None:
            self._session.save(answer)

    @Slot()
    def print_profile(self) -> None:
        """Put on paper what is on the screen, or the profile where nothing else can be printed."""
        self._pages.flush()
        if self._pages.current == COMPARISON:
            self._services.comparison_export.print_page()
        elif self._pages.current != MEASURES or not self._pages.measures.print_out():
            self._services.printouts.print_profile()

    @Slot()
    def interview_plan(self) -> None:
        """Show whom to ask what is still open, to be printed or saved."""
        self._pages.flush()
        self._services.printouts.show_plan()

    @Slot()
    def clarifying(self) -> None:
        """Show where voices differ, to be agreed on, printed or saved."""
        from kiassess.ui.dialogs.clarifying import ClarifyingDialog

        self._pages.flush()
        opened = self._session.current
        if opened is None:
            return
        dialog = ClarifyingDialog(
            opened, self._texts, self._window, editable=self._session.editable
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.item_requested.connect(self._pages.show_item)
        dialog.workshop_requested.connect(self._services.workshop.begin_with_differing)
        dialog.print_requested.connect(self._services.printouts.print_clarifying)
        dialog.pdf_requested.connect(self._services.printouts.ask_for_clarifying_pdf)
        dialog.show()

    @Slot()
    def workshop(self) -> None:
        """Agree on answers in a meeting, on the projector."""
        self._services.workshop.begin()

    @Slot()
    def find(self) -> None:
        """Search among the questions."""
        self._pages.search()

    @Slot(QAction)
    def choose_theme(self, action: QAction) -> None:
        """Use other colours."""
        self._settings.theme = action.data()
        self._appearance.apply()

    @Slot(QAction)
    def choose_font_scale(self, action: QAction) -> None:
        """Show all text in another size."""
        self._settings.font_scale = action.data()
        self._appearance.apply()

    def step_font_scale(self, step: int) -> int:
        """Show all text one step larger or smaller; returns the size in percent."""
        place = FONT_SCALES.index(self._settings.font_scale) + step
        self._settings.font_scale = FONT_SCALES[min(max(place, 0), len(FONT_SCALES) - 1)]
        self._appearance.apply()
        return self._settings.font_scale

    @Slot(QAction)
    def choose_language(self, action: QAction) -> None:
        """Speak another language from the next start on."""
        self._settings.language = action.data()
        self._messages.show_text(
            self.tr("The language changes with the next start. Your answers stay as they are.")
        )

    @Slot()
    def open_folder(self) -> None:
        """Show the folder of the workspace in the file manager."""
        _show_folder(self._session.file.parent)

    @Slot()
    def open_questionnaires(self) -> None:
        """Show the folder for questionnaires of one's own, with an example to copy."""
        from kiassess.domain.errors import ExportBlockedError
        from kiassess.workflow.own_questionnaires import prepare_folder

        folder = own_questionnaires()
        try:
            prepare_folder(
                folder, self._bundled.questionnaires, self._bundled.example, self.tr("Example")
            )
        except ExportBlockedError as error:
            self._messages.show_error(error)
            return
        _show_folder(folder)

    @Slot()
    def help(self) -> None:
        """Show the help for the page on the screen."""
        self._show_help(self._pages.current)

    @Slot()
    def method(self) -> None:
        """Show how the values come about."""
        self._show_help("method")

    @Slot()
    def news(self) -> None:
        """Show what is new in this version; that it is new has been seen then."""
        self._show_help("news")

    @Slot()
    def about(self) -> None:
        """Show version, licence and sources."""
        from kiassess.ui.dialogs.about import AboutDialog

        AboutDialog.show_for(self._window, self._texts, self._bundled, self._session.file)

    def _show_help(self, topic: str) -> None:
        from kiassess.ui.dialogs.handbook import HandbookWindow
        from kiassess.ui.dialogs.knowledge import knowledge_topics

        if self._handbook is None:
            folder = self._bundled.handbook / self._texts.language
            topics = knowledge_topics(self._session)
            self._handbook = HandbookWindow(folder, topics, self._window)
        self._handbook.show_topic(topic)


def _show_folder(folder: Path) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
