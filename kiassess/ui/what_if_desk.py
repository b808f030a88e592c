"""Paper and files of what would be if some measures were done."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kiassess.ui.chart_work import Picture
from kiassess.ui.desk import Desk, Tools
from kiassess.ui.export_work import draw_what_if_for_paper, write_what_if
from kiassess.ui.exporter import Exporter
from kiassess.ui.images import image_of
from kiassess.ui.planning import Planning
from kiassess.ui.printing import Paper
from kiassess.wording.what_if import document_name, sum_sentences, what_if_document

if TYPE_CHECKING:
    from kiassess.ui.pages.measures_what_if import WhatIfPart

CHART = "chart"  # its address in the text


class WhatIfDesk(Desk):
    """Prints and saves a simulation; nothing of it is kept in the workspace."""

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
        self._part: WhatIfPart | None = None
        self._waiting: Paper | None = None  # for its picture

    def attend(self, part: "WhatIfPart") -> None:
        """Do what a part asks for."""
        self._part = part
        part.save_requested.connect(self.save_chart)
        part.print_requested.connect(self.print_out)

    @Slot()
    def save_chart(self) -> None:
        """Ask for a file and write the chart."""
        name = f"kiassess {self._session.texts('what_if.simulated')}.png"
        formats = self.tr("Picture (*.png);;Vector drawing (*.svg);;PDF (*.pdf)")
        target = self._exporter.ask_where(name, formats)
        if target is not None:
            self.write(target)

    def write(self, target: Path) -> None:
        """Write the chart; the suffix of the target says as what."""
        charted = None if self._part is None else self._part.charted
        if charted is None:
            return
        texts, bundled = self._session.texts, self._session.bundled
        self._background.run(
            partial(write_what_if, target, *charted, texts, bundled),
            done=self._on_written,
            failed=self._on_failed,
            to_the_end=True,
        )

    @Slot()
    def print_out(self) -> None:
        """Print what is ticked and what it would change; the chart is drawn first."""
        paper = self.paper()
        charted = None if self._part is None else self._part.charted
        if paper is None or charted is None or self._waiting is not None:
            return
        if charted[0].tendencies_only:
            self._print(paper)
            return
        self._waiting = paper
        self.told.emit(self.tr("Preparing the printout …"), False)
        work = partial(draw_what_if_for_paper, *charted, self._session.texts, self._session.bundled)
        self._background.run(work, done=self._on_drawn, failed=self._on_not_drawn)

    def paper(self) -> Paper | None:
        """The simulation as it goes on paper, its chart still missing."""
        part, planning, texts = self._part, self._planning, self._session.texts
        opened = planning.opened
        if part is None or opened is None or part.simulation is None or part.charted is None:
            return None
        chosen = [one for key in part.chosen if (one := planning.measure(key)) is not None]
        days = planning.kept.frame.days_per_quarter
        sums = sum_sentences(part.simulation, len(chosen), days, opened.questionnaire, texts)
        now = part.charted[0]
        markdown = what_if_document(
            opened,
            now,
            chosen,
            sums,
            simulation=part.simulation,
            texts=texts,
            chart="" if now.tendencies_only else CHART,
        )
        return Paper(markdown, document_name(opened, texts), planning.today(), texts)

    def _on_drawn(self, drawing: Picture) -> None:
        paper, self._waiting = self._waiting, None
        if paper is None:
            return
        self.told.emit(self.tr("The printout is ready"), False)
        pictures = {CHART: image_of(drawing)}
        self._print(Paper(paper.markdown, paper.title, paper.day, paper.texts, pictures))

    def _on_not_drawn(self, error: Exception) -> None:
        self._waiting = None
        self._tell_failure(self.tr("Not printed"), error)

    def _on_written(self, target: Path) -> None:
        self.told.emit(self.tr("Saved: {file}").format(file=target.name), False)

    def _on_failed(self, error: Exception) -> None:
        self._tell_failure(self.tr("Not saved"), error)
