"""The dialogs, paper and files behind the plan."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, Slot
from PySide6.QtGui import QPageLayout, QPageSize

from kiassess import __version__
from kiassess.domain.naming import suggested_name
from kiassess.domain.roadmap import BORDER_MM, PlanPaper, ShownPlan
from kiassess.ui import printing
from kiassess.ui.chart_work import Picture
from kiassess.ui.desk import Desk, Tools
from kiassess.ui.dialogs.plan_entry import PlanEntryDialog
from kiassess.ui.export_work import draw_plan_pages, write_plan, write_plan_pdf
from kiassess.ui.exporter import Exporter
from kiassess.ui.images import image_of
from kiassess.ui.planning import Planning
from kiassess.wording.measure_list import step_names

if TYPE_CHECKING:
    from kiassess.ui.pages.measures_plan import PlanPart

SIZES = {
    PlanPaper.A4: QPageSize.PageSizeId.A4,
    PlanPaper.A3: QPageSize.PageSizeId.A3,
}


class PlanDesk(Desk):
    """Asks what the plan needs, and carries out what was answered."""

    def __init__(
        self,
        tools: Tools,
        planning: Planning,
        exporter: Exporter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tools, parent)
        self._planning = planning
        self._exporter = exporter
        self._part: PlanPart | None = None
        self._printing: PlanPaper | None = None  # while pages are drawn for it

    def attend(self, part: "PlanPart") -> None:
        """Do what a part asks for."""
        self._part = part
        part.entry_requested.connect(self.open_entry)
        part.remove_requested.connect(self.remove)
        part.days_requested.connect(self.suggest_days)
        part.carry_requested.connect(self.carry_over)
        part.print_requested.connect(self.print_plan)
        part.pdf_requested.connect(self.export_pdf)
        part.workbook_requested.connect(self.export_workbook)
        part.calendar_requested.connect(self.export_calendar)

    @Slot(str)
    def open_entry(self, entry_id: str) -> None:
        """Show an entry to be changed, or ask for a new one."""
        dialog = self.entry_dialog(entry_id)
        entry = dialog.ask() if dialog is not None else None
        if entry is not None:
            self._planning.save(entry)

    def entry_dialog(self, entry_id: str) -> PlanEntryDialog | None:
        """The dialog of an entry, ready to be shown; ``None`` if nothing is open.

        Args:
            entry_id: ``PlanEntry.id``; ``""`` for a new one.
        """
        planning, texts = self._planning, self._session.texts
        if planning.opened is None:
            return None
        return PlanEntryDialog(
            entry_id or planning.new_id(),
            planning.kept.plan,
            texts,
            self._window,
            steps=step_names(planning.catalogue(), texts),
            items={item.id: item.title for item in planning.opened.questionnaire.items()},
            editable=planning.editable,
        )

    @Slot(str)
    def remove(self, entry_id: str) -> None:
        """Take an entry out of the plan; it can be taken back."""
        entry = self._planning.kept.plan.get(entry_id)
        if entry is not None and self._planning.remove(entry):
            said = self.tr("Removed: {title}. You can take this back.")
            self.told.emit(said.format(title=entry.title), False)

    @Slot()
    def suggest_days(self) -> None:
        """Give days to what has none."""
        if self._planning.suggest_days():
            self.told.emit(self.tr("Dates are suggested. You can take this back."), False)

    @Slot()
    def carry_over(self) -> None:
        """Take over the entries of the round before."""
        if self._planning.carry_over():
            self.told.emit(self.tr("Taken over from the round before"), False)

    @Slot(str)
    def print_plan(self, paper: str) -> None:
        """Print the roadmap; its pages are drawn first.

        Args:
            paper: A ``PlanPaper``.
        """
        shown = self._shown()
        if shown is None or self._printing is not None:
            return
        self._printing = PlanPaper(paper)
        self.told.emit(self.tr("Preparing the printout …"), False)
        texts, bundled = self._session.texts, self._session.bundled
        work = partial(draw_plan_pages, shown, texts, bundled, self._printing)
        self._background.run(work, done=self._on_drawn, failed=self._on_not_drawn)

    @Slot(str)
    def export_pdf(self, paper: str) -> None:
        """Ask for a file and write the roadmap as a PDF.

        Args:
            paper: A ``PlanPaper``.
        """
        shown, target = self._shown(), self._ask_where("pdf", self.tr("PDF (*.pdf)"))
        if shown is not None and target is not None:
            texts, bundled = self._session.texts, self._session.bundled
            self._write(partial(write_plan_pdf, shown, target, texts, bundled, PlanPaper(paper)))

    @Slot()
    def export_workbook(self) -> None:
        """Ask for a file and write plan and register as a workbook."""
        self._export("xlsx", self.tr("Excel workbook (*.xlsx)"))

    @Slot()
    def export_calendar(self) -> None:
        """Ask for a file and write the days as a calendar."""
        self._export("ics", self.tr("Calendar (*.ics)"))

    def _export(self, suffix: str, formats: str) -> None:
        opened, target = self._session.current, self._ask_where(suffix, formats)
        if opened is None or target is None:
            return
        if target.suffix.lower() != f".{suffix}":
            target = target.with_name(f"{target.name}.{suffix}")
        now = self._session.now()
        texts = self._session.texts
        self._write(partial(write_plan, opened, target, texts, now=now, version=__version__))

    def _ask_where(self, suffix: str, formats: str) -> Path | None:
        opened = self._session.current
        if opened is None:
            return None
        name = Path(suggested_name(opened.assessment, suffix))
        what = self._session.texts("plan_page.file_name")
        return self._exporter.ask_where(f"{name.stem} {what}{name.suffix}", formats)

    def _write(self, job: "partial[Path]") -> None:
        self.told.emit(self.tr("Exporting …"), False)
        self._background.run(
            job, done=self._on_written, failed=self._on_not_written, to_the_end=True
        )

    def _shown(self) -> ShownPlan | None:
        return None if self._part is None else self._part.shown_plan()

    def _on_drawn(self, drawings: tuple[Picture, ...]) -> None:
        paper, self._printing = self._printing, None
        if paper is None:
            return
        self.told.emit(self.tr("The printout is ready"), False)
        layout = QPageLayout(
            QPageSize(SIZES[paper]),
            QPageLayout.Orientation.Landscape,
            QMarginsF(BORDER_MM, BORDER_MM, BORDER_MM, BORDER_MM),
            QPageLayout.Unit.Millimeter,
        )
        title = self._session.texts("plan_page.file_name")
        printer = printing.ask_printer(title, self._window, layout)
        pictures = [image_of(drawing) for drawing in drawings]
        if printer is not None and not printing.print_pictures(pictures, printer):
            self._say_refused()

    def _on_not_drawn(self, error: Exception) -> None:
        self._printing = None
        self._tell_failure(self.tr("Not printed"), error)

    def _on_written(self, target: Path) -> None:
        self._offer_to_open(self._tell_written(target), target)

    def _on_not_written(self, error: Exception) -> None:
        self._tell_failure(self.tr("Not exported"), error)
