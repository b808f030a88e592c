"""The real window over a temporary workspace, used as a person would, and photographed."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop
from PySide6.QtWidgets import QDialog, QWidget

from kiassess import paths
from kiassess.app import make_application
from kiassess.content.library import Library
from kiassess.content.municipalities import load_register
from kiassess.domain.assessment import NewAssessment, OpenAssessment
from kiassess.domain.backups import BackupKind
from kiassess.domain.deletion import Belongings
from kiassess.domain.interview import interview_plan
from kiassess.domain.kinds import LEVELS, Extent
from kiassess.domain.municipality import Municipality
from kiassess.domain.trace import trace_block
from kiassess.domain.workplace import Versions, findings
from kiassess.selftest.comparison import comparison_dialogs, comparison_views
from kiassess.selftest.exchange_dialogs import exchange_dialogs
from kiassess.selftest.measures import measures_parts
from kiassess.selftest.measures_dialogs import measures_dialogs
from kiassess.selftest.report import expect
from kiassess.selftest.voices_dialogs import voices_dialogs
from kiassess.ui.desk import Tools
from kiassess.ui.dialogs.about import AboutDialog
from kiassess.ui.dialogs.delete import DeleteDialog
from kiassess.ui.dialogs.facts import FactsDialog
from kiassess.ui.dialogs.freeze import FreezeDialog
from kiassess.ui.dialogs.handbook import HandbookWindow
from kiassess.ui.dialogs.history import HistoryDialog
from kiassess.ui.dialogs.interview import InterviewDialog
from kiassess.ui.dialogs.knowledge import knowledge_topics
from kiassess.ui.dialogs.new_assessment import NewAssessmentDialog
from kiassess.ui.dialogs.restore import RestoreDialog
from kiassess.ui.dialogs.states import StatesDialog
from kiassess.ui.dialogs.targets import TargetsDialog
from kiassess.ui.dialogs.trace import TraceDialog
from kiassess.ui.dialogs.workplace import WorkplaceDialog
from kiassess.ui.exporter import Exporter
from kiassess.ui.main_window import FIRST, MainWindow
from kiassess.ui.page_stack import PROFILE, QUESTIONS, START
from kiassess.ui.pages.profile_chart import View
from kiassess.ui.session import Session
from kiassess.ui.settings import Settings
from kiassess.ui.theme import Appearance
from kiassess.ui.translation import install_translation, remove_translation
from kiassess.wording.interview import interview_document
from kiassess.wording.texts import load_texts
from kiassess.workflow.demo import make_demo
from kiassess.workflow.demo.folder import SHOWN
from kiassess.workflow.safekeeping import back_up
from kiassess.workflow.workplace import look
from kiassess.workflow.workspace import open_for_writing

TOWN = Municipality("Selbsttest", population=9_000)
TODAY = date(2026, 11, 22)
PATIENCE_MS = 60_000
LATER_EVENTS_MS = 100


class SelftestWindow:
    """A main window with its own workspace and settings that are not kept.

    Attributes:
        session: The session in it.
        application: The application object.
    """

    def __init__(
        self, file: Path, language: str, *, theme: str = "light", scale: int = 100
    ) -> None:
        self.application = make_application()
        bundled = paths.bundled()
        settings = Settings(None)
        settings.theme = theme
        settings.font_scale = scale
        texts = load_texts(bundled.texts, language)
        self._translators = install_translation(self.application, bundled.translations, language)
        self._appearance = Appearance(self.application, bundled.themes, settings)
        self._appearance.apply()
        self._bundled = bundled
        self._texts = texts
        self.window = MainWindow()
        self.window.build(texts, bundled, self._appearance, settings)
        workspace = open_for_writing(file, Library(*paths.questionnaire_folders()))
        self._workspace = workspace
        self.session = Session(workspace, texts, bundled)
        window = self.window
        tools = Tools(window, self.session, window.background, window.messages, settings)
        self._exporter = Exporter(tools)

    def __enter__(self) -> Self:
        self.window.resize(*FIRST)
        self.window.show()
        self.window.attach(self.session, self._workspace)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.window.close()
        self.window.deleteLater()
        remove_translation(self.application, self._translators)
        self._appearance.reset()
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def settle(self) -> None:
        """Let the window finish painting, and the worker its work."""
        waited = QElapsedTimer()
        waited.start()
        flags = QEventLoop.ProcessEventsFlag.AllEvents
        self.application.processEvents(flags, LATER_EVENTS_MS)
        while not self._quiet():
            expect(waited.elapsed() < PATIENCE_MS, "a chart or an export never came")
            self.application.processEvents(
                flags | QEventLoop.ProcessEventsFlag.WaitForMoreEvents, LATER_EVENTS_MS
            )
        self.application.processEvents(flags, LATER_EVENTS_MS)

    def create_assessment(self) -> None:
        """Begin a full analysis."""
        expect(self.session.create(NewAssessment(TOWN, TODAY)), "not created")
        self.window.pages.show_page(QUESTIONS)
        self.settle()

    def answer_everything(self) -> None:
        """Choose a level on every card, as with the keys of the page."""
        for number, item in enumerate(self._items()):
            self.window.pages.questions.show_item(item)
            self.window.pages.questions.choose(LEVELS[number % len(LEVELS)])
        self.expect_answers()

    def expect_answers(self) -> None:
        """Every question of the only assessment is answered."""
        listed = self.session.listed()
        expect(listed, "no assessment")
        progress = listed[-1].progress
        expect(progress.settled == progress.total > 0, f"answers are missing: {progress}")

    def look_at_profile(self) -> None:
        """Show the profile in all its views."""
        self.window.pages.show_page(PROFILE)
        profile = self.session.profile()
        expect(profile and all(b.score.value is not None for b in profile.blocks), "no values")
        for view in View:
            self.window.pages.profile.show_view(view)
            self.settle()

    def export(self, target: Path) -> None:
        """Write one file, as the menu does after asking where."""
        self._exporter.write(target, ask=False)
        self.settle()
        expect(target.exists() and target.stat().st_size, f"{target.name} was not written")

    def open_example(self) -> None:
        """Open the fictitious example."""
        expect(self.session.open_example(), "no example")
        self.look_at_profile()

    def dialogs(self) -> dict[str, Callable[[], QDialog]]:
        """Every dialog, ready to be made."""
        opened = self.session.current
        register = partial(load_register, self._bundled.municipalities)
        handbook = self._bundled.handbook / self._texts.language
        found: dict[str, Callable[[], QDialog]] = {
            "new": partial(
                NewAssessmentDialog,
                self._texts,
                register,
                self.session.published(),
                TODAY,
                self.window,
            ),
            "about": partial(
                AboutDialog.made_for, self.window, self._texts, self._bundled, self.session.file
            ),
            "help": partial(HandbookWindow, handbook, knowledge_topics(self.session), self.window),
        }
        if opened is not None:
            found["details"] = partial(FactsDialog, self._texts, opened, self.window)
            found["targets"] = partial(TargetsDialog, opened, "GB", self._texts, self.window)
            plan = interview_document(opened, interview_plan(opened), self._texts)
            found["interview"] = partial(InterviewDialog, plan, parent=self.window)
            if opened.assessment.extent is not Extent.QUICK:
                block = next(b for b in opened.questionnaire.blocks if b.facets)
                trace = trace_block(block, opened)
                found["trace"] = partial(TraceDialog, trace, self._texts, self.window)
            found |= self._safekeeping_dialogs(opened)
            found |= exchange_dialogs(opened, self.session, self._workspace, self.window)
            found |= voices_dialogs(opened, self._texts, self.window)
            found |= comparison_dialogs(self.session, self._workspace, self.window)
            found |= measures_dialogs(opened, self.session, self._workspace, self.window)
        return found

    def _safekeeping_dialogs(self, opened: OpenAssessment) -> dict[str, Callable[[], QDialog]]:
        """Those about history, backups, states and deletion, each with something in it."""
        archive, texts, window = self.window.services.archive, self._texts, self.window
        item = opened.items()[0]
        if opened.state is None and not archive.states():
            archive.freeze(texts("safekeeping.state_of", date=texts.day(TODAY)))
        back_up(self._workspace, BackupKind.MANUAL, now=self.session.now())
        backups = archive.backups()
        belongings = archive.belongings(opened.assessment.id)
        expect(belongings is not None, "no belongings")
        versions = Versions("1.2.3", "3.11", "6.11", "3.45", "Windows 11", texts.language)
        home, now = {"HOME": "/home/rathaus"}, self.session.now()
        workplace = look(
            Path("/home/rathaus/kiassess.db"), archive.stored_facts(), versions, home, now
        )

        def restoring() -> QDialog:
            dialog = RestoreDialog(backups, texts, window)
            for backup in backups:
                dialog.show_content(backup, archive.read_content(backup))
            dialog.show_effects(backups[0], archive.effects(backups[0]) or ())
            return dialog

        return {
            "history": partial(
                HistoryDialog, item, self.session.history(item.id), opened, texts, window
            ),
            "freeze": partial(FreezeDialog, texts, TODAY, (), window),
            "states": partial(StatesDialog, archive.states(), texts, window),
            "restore": restoring,
            "delete": partial(DeleteDialog, cast("Belongings", belongings), texts, window),
            "workplace": partial(
                WorkplaceDialog, workplace, findings(workplace, self.session.now()), texts, window
            ),
        }

    def open_dialog(self, make: Callable[[], QDialog]) -> None:
        """Show a dialog and close it again."""
        for _ in self._shown(make):
            pass

    def take_pictures(self, folder: Path, name: str) -> None:
        """Photograph every page and dialog with the fictitious municipalities."""
        self._shoot(self.window, folder / f"{name}-start-empty.png")
        full, quick, planned = self._make_demo()
        self.window.pages.show_page(START)
        self._shoot(self.window, folder / f"{name}-start.png")
        self.session.open(full)
        self.window.pages.show_page(QUESTIONS)
        self._shoot(self.window, folder / f"{name}-questions.png")
        self.window.pages.questions.show_item("legal.dpia")
        self.window.pages.questions.show_details()
        self._shoot(self.window, folder / f"{name}-questions-details.png")
        self.window.pages.show_page(PROFILE)
        for view in View:
            self.window.pages.profile.show_view(view)
            self._shoot(self.window, folder / f"{name}-profile-{view}.png")
        self.session.open(planned)
        for part in measures_parts(self.window.pages, self.settle):
            self._shoot(self.window, folder / f"{name}-measures-{part}.png")
        for compared in comparison_views(self.window.pages, self.settle):
            self._shoot(self.window, folder / f"{name}-comparison-{compared}.png")
        self.session.open(full)
        self.window.pages.show_page(PROFILE)
        for dialog, make in self.dialogs().items():
            for shown in self._shown(make):
                self._shoot(shown, folder / f"{name}-dialog-{dialog}.png")
        self.session.open(quick)
        self.window.pages.show_page(PROFILE)
        self.window.pages.profile.show_view(View.DOTS)
        self._shoot(self.window, folder / f"{name}-profile-quick.png")

    def _make_demo(self) -> tuple[str, str, str]:
        """Fill the workspace; the ids of a full analysis, a quick check, and one with a plan."""
        made = make_demo(self._workspace, now=self.session.now())
        full = next(a for a in made if a.extent is not Extent.QUICK)
        quick = next(a for a in made if a.extent is Extent.QUICK)
        self.session.list_changed.emit()
        planned = next(a for a in reversed(made) if a.municipality.name == SHOWN)
        return full.id, quick.id, planned.id

    def _shown(self, make: Callable[[], QDialog]) -> Iterator[QDialog]:
        dialog = make()
        dialog.setModal(False)
        dialog.show()
        self.settle()
        yield dialog
        dialog.close()
        dialog.deleteLater()

    def _shoot(self, widget: QWidget, file: Path) -> None:
        self.settle()
        expect(widget.grab().save(str(file)), f"{file.name} was not written")

    def _items(self) -> list[str]:
        opened = self.session.current
        return [] if opened is None else [item.id for item in opened.items()]

    def _quiet(self) -> bool:
        return self.window.background.idle and not self.window.pages.drawing
