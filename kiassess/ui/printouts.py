"""What of the open assessment goes on paper: profile, interview plan, what needs clarifying."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.clarifying import block_spreads, clarifications
from kiassess.domain.errors import ExportBlockedError
from kiassess.domain.interview import interview_plan
from kiassess.domain.naming import LONGEST_NAME, safe_part
from kiassess.domain.profile import Profile
from kiassess.ui.chart_work import Picture
from kiassess.ui.desk import Desk, Tools
from kiassess.ui.dialogs.interview import InterviewDialog
from kiassess.ui.export_work import draw_for_paper
from kiassess.ui.images import image_of
from kiassess.ui.printing import Paper, save_pdf
from kiassess.wording.interview import interview_document, plan_name
from kiassess.wording.profile_document import profile_document, profile_name
from kiassess.wording.voices import clarifying_document, clarifying_name

CHART = "chart"  # its address in the text


class Printouts(Desk):
    """Prints what the open assessment says; dialogs belong to one window."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._waiting: tuple[OpenAssessment, Profile] | None = None  # for the chart
        self._plan: Paper | None = None  # in the dialog, or the list of what needs clarifying

    @Slot()
    def print_profile(self) -> None:
        """Print the profile as it is now, with its chart, which is drawn first."""
        session = self._session
        profile = session.profile()
        if session.current is None or profile is None or self._waiting is not None:
            return
        self._waiting = session.current, profile
        self.told.emit(self.tr("Preparing the printout …"), False)
        work = partial(draw_for_paper, profile, session.texts, session.bundled)
        self._background.run(work, done=self._on_drawn, failed=self._on_failed)

    @Slot()
    def show_plan(self) -> None:
        """Show whom to ask what, to be printed or saved."""
        opened = self._session.current
        if opened is None:
            return
        texts, plan = self._session.texts, interview_plan(opened)
        markdown = interview_document(opened, plan, texts)
        self._plan = self._paper(markdown, plan_name(opened, texts))
        dialog = InterviewDialog(markdown, printable=bool(plan), parent=self._window)
        dialog.print_requested.connect(self._on_print_requested)
        dialog.pdf_requested.connect(self._on_pdf_requested)
        dialog.exec()
        dialog.deleteLater()

    @Slot()
    def print_clarifying(self) -> None:
        """Print where voices differ."""
        self._plan = self._clarifying()
        self._on_print_requested()

    @Slot()
    def ask_for_clarifying_pdf(self) -> None:
        """Ask where to save the list of where voices differ, and write it."""
        self._plan = self._clarifying()
        self._on_pdf_requested()

    def save_plan(self, target: Path) -> None:
        """Write the plan on the screen as a PDF, or say why that is not possible."""
        if self._plan is None:
            return
        try:
            save_pdf(self._plan, target)
        except ExportBlockedError as error:
            self._messages.show_error(error)
        else:
            self.told.emit(self.tr("Saved: {file}").format(file=target.name), False)

    @Slot()
    def _on_print_requested(self) -> None:
        if self._plan is not None:
            self._print(self._plan)

    @Slot()
    def _on_pdf_requested(self) -> None:
        if self._plan is None:
            return
        folder = Path(self._settings.export_folder or _documents())
        name = f"{safe_part(self._plan.title)[: LONGEST_NAME - 4].rstrip(' .')}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save as PDF"), str(folder / name), self.tr("PDF (*.pdf)")
        )
        if not chosen:
            return
        target = Path(chosen)
        if not target.suffix:
            target = target.with_name(f"{target.name}.pdf")
        self._settings.export_folder = str(target.parent)
        self.save_plan(target)

    def _on_drawn(self, drawing: Picture) -> None:
        if self._waiting is None:
            return
        opened, profile = self._waiting
        self._waiting = None
        self.told.emit(self.tr("The printout is ready"), False)
        texts = self._session.texts
        markdown = profile_document(opened, profile, texts, chart=CHART)
        self._print(self._paper(markdown, profile_name(opened, texts), drawing))

    def _on_failed(self, error: Exception) -> None:
        self._waiting = None
        self._tell_failure(self.tr("Not printed"), error)

    def _clarifying(self) -> Paper | None:
        opened, texts = self._session.current, self._session.texts
        if opened is None:
            return None
        found, spreads = clarifications(opened), block_spreads(opened)
        markdown = clarifying_document(opened, found, spreads, texts)
        return self._paper(markdown, clarifying_name(opened, texts))

    def _paper(self, markdown: str, title: str, drawing: Picture | None = None) -> Paper:
        pictures = {} if drawing is None else {CHART: image_of(drawing)}
        session = self._session
        return Paper(markdown, title, session.today(), session.texts, pictures)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
