"""Handing a comparison out: as a workbook, as a picture, on paper."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot

from kiassess import __version__
from kiassess.domain.errors import ExportBlockedError
from kiassess.domain.shown_comparison import ComparisonChart, ShownComparison
from kiassess.ui import comparison_work as work
from kiassess.ui.desk import Desk, Tools
from kiassess.ui.exporter import Exporter
from kiassess.ui.pages.comparison import ComparisonPage
from kiassess.ui.printing import Paper
from kiassess.wording.comparison_document import comparison_document
from kiassess.workflow.comparing import write_key
from kiassess.workflow.workspace import Workspace


class ComparisonExport(Desk):
    """Asks where to, writes in the worker, and tells how it went.

    Names of files say nothing of those compared, so that they fit an anonymous comparison, too.
    """

    def __init__(
        self,
        tools: Tools,
        workspace: Workspace,
        page: ComparisonPage,
        exporter: Exporter,
    ) -> None:
        super().__init__(tools)
        self._workspace = workspace
        self._page = page
        self._exporter = exporter

    @Slot()
    def export_workbook(self) -> None:
        """Ask for a file and write the comparison as a workbook."""
        shown = self._page.shown
        if shown is None:
            return
        target = self._exporter.ask_where(self._name("xlsx"), self.tr("Excel workbook (*.xlsx)"))
        if target is not None:
            self.write_workbook(target, shown)

    def write_workbook(self, target: Path, shown: ShownComparison) -> None:
        """Write a comparison as a workbook; the window can be used meanwhile."""
        job = partial(
            work.write_workbook,
            target,
            shown,
            self._texts,
            self._workspace.library,
            now=self._session.now(),
            version=__version__,
        )
        self._run(job, shown)

    @Slot()
    def export_chart_in_view(self) -> None:
        """Ask for a file and write the chart on the screen."""
        kind = self._page.chart_in_view()
        if kind is not None:
            self.export_chart(kind.value)

    @Slot(str)
    def export_chart(self, kind: str) -> None:
        """Ask for a file and write a chart.

        Args:
            kind: A ``ComparisonChart``.
        """
        shown = self._page.charted(ComparisonChart(kind))
        if shown is None:
            return
        formats = self.tr("Picture (*.png);;Vector drawing (*.svg);;PDF (*.pdf)")
        target = self._exporter.ask_where(self._name("png"), formats)
        if target is not None:
            bundled = self._session.bundled
            write = partial(work.write_chart, target, ComparisonChart(kind), shown)
            self._run(partial(write, self._texts, bundled), shown)

    @Slot()
    def print_page(self) -> None:
        """Put the comparison on paper."""
        shown = self._page.shown
        if shown is None:
            return
        texts, today = self._texts, self._session.today()
        paper = Paper(comparison_document(shown, texts), texts("compare.title"), today, texts)
        self._print(paper)

    def save_key(self, shown: ShownComparison) -> None:
        """Ask for a file and write which number is whom."""
        name = self._texts("comparison_page.key_name", date=self._session.today().isoformat())
        target = self._exporter.ask_where(f"{name}.csv", self.tr("Table (*.csv)"))
        if target is None:
            return
        try:
            write_key(target, work.key_rows(shown, self._texts))
        except ExportBlockedError as error:
            self._messages.show_error(error)
        else:
            self.told.emit(self.tr("Exported: {file}").format(file=target.name), False)

    def _name(self, suffix: str) -> str:
        name = self._texts("comparison_page.file_name")
        return f"kiassess {name} {self._session.today().isoformat()}.{suffix}"

    def _run(self, job: "partial[Path]", shown: ShownComparison) -> None:
        self.told.emit(self.tr("Exporting …"), False)
        done = partial(self._on_written, shown)
        self._background.run(job, done=done, failed=self._on_failed, to_the_end=True)

    def _on_written(self, shown: ShownComparison, target: Path) -> None:
        text = self._tell_written(target)
        if shown.anonymous:
            key = self._texts("comparison_page.key_about")
            if self._messages.offer(f"{text} {key}", self.tr("Save &key…"), self.tr("Close")):
                self.save_key(shown)
        else:
            self._offer_to_open(text, target)

    def _on_failed(self, error: Exception) -> None:
        self._tell_failure(self.tr("Not exported"), error)
