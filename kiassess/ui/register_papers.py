"""Action fields, use cases and AI register as files and on paper."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from kiassess import __version__
from kiassess.domain.action_fields import ActionField, all_fields
from kiassess.domain.naming import safe_part
from kiassess.ui import field_work as work
from kiassess.ui.chart_work import Picture
from kiassess.ui.desk import Desk, Tools
from kiassess.ui.exporter import Exporter
from kiassess.ui.images import image_of
from kiassess.ui.planning import Planning
from kiassess.ui.printing import Paper
from kiassess.wording.register import fields_document, register_document

CHART = "chart"  # its address in the text


class RegisterPapers(Desk):
    """Asks where to, writes in the worker, and tells how it went."""

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

    @Slot()
    def export_register(self) -> None:
        """Ask for a file and write the register as a workbook."""
        self._export_workbook("register.file_name", work.write_register)

    @Slot()
    def export_fields(self) -> None:
        """Ask for a file and write the workbook that holds fields and use cases, too."""
        self._export_workbook("field_matrix.file_name", work.write_plan)

    @Slot()
    def export_chart(self) -> None:
        """Ask for a file and write the matrix."""
        formats = self.tr("Picture (*.png);;Vector drawing (*.svg);;PDF (*.pdf)")
        target = self._exporter.ask_where(self._name("field_matrix.file_name", "png"), formats)
        if target is not None:
            fields, bundled = self._fields(), self._session.bundled
            self._run(partial(work.write_fields, target, fields, self._texts, bundled))

    @Slot()
    def print_register(self) -> None:
        """Put the register on paper."""
        if self._planning.opened is not None:
            self._print(self.register_paper())

    @Slot()
    def print_fields(self) -> None:
        """Put fields and use cases on paper; the matrix is drawn first if there is one."""
        fields = self._fields()
        if self._planning.opened is None:
            return
        if not any(one.is_rated for one in fields):
            self._print(self.fields_paper(None))
            return
        self.told.emit(self.tr("Preparing the printout …"), False)
        draw = partial(work.draw_fields_for_paper, fields, self._texts, self._session.bundled)
        self._background.run(draw, done=self._on_drawn, failed=self._on_failed)

    def register_paper(self) -> Paper:
        """The register as it goes on paper."""
        texts, today = self._texts, self._session.today()
        markdown = register_document(self._planning.kept.systems.values(), texts, today)
        return Paper(markdown, self._title("register.document"), today, texts)

    def fields_paper(self, drawing: Picture | None) -> Paper:
        """Fields and use cases as they go on paper, with the matrix if it was drawn."""
        texts, cases = self._texts, self._planning.kept.use_cases.values()
        chart = None if drawing is None else CHART
        markdown = fields_document(self._fields(), cases, texts, chart=chart)
        title, today = self._title("register.fields_document"), self._session.today()
        pictures = {} if drawing is None else {CHART: image_of(drawing)}
        return Paper(markdown, title, today, texts, pictures)

    def _export_workbook(self, key: str, write: Callable[..., Path]) -> None:
        opened = self._planning.opened
        if opened is None:
            return
        formats = self.tr("Excel workbook (*.xlsx)")
        target = self._exporter.ask_where(self._name(key, "xlsx"), formats)
        if target is not None:
            now = self._session.now()
            self._run(partial(write, opened, target, self._texts, now=now, version=__version__))

    def _fields(self) -> tuple[ActionField, ...]:
        return all_fields(self._planning.kept.fields.values())

    def _name(self, key: str, suffix: str) -> str:
        day = self._session.today().isoformat()
        return f"kiassess {safe_part(self._texts(key))} {self._town()} {day}.{suffix}"

    def _town(self) -> str:
        opened = self._planning.opened
        return "" if opened is None else safe_part(opened.assessment.municipality.short_name)

    def _title(self, key: str) -> str:
        opened = self._planning.opened
        town = "" if opened is None else opened.assessment.municipality.name
        return f"{self._texts(key)} {town}".strip()

    def _run(self, job: "partial[Path]") -> None:
        self.told.emit(self.tr("Exporting …"), False)
        self._background.run(job, done=self._on_written, failed=self._on_failed, to_the_end=True)

    def _on_drawn(self, drawing: Picture) -> None:
        self.told.emit(self.tr("The printout is ready"), False)
        self._print(self.fields_paper(drawing))

    def _on_written(self, target: Path) -> None:
        self._offer_to_open(self._tell_written(target), target)

    def _on_failed(self, error: Exception) -> None:
        self._tell_failure(self.tr("That did not work"), error)
