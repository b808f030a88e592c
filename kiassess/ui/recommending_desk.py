"""The dialogs, paper and files behind the measures that are recommended."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kiassess.domain.own_measures import OWN, OwnMeasure
from kiassess.ui.desk import Desk, Tools
from kiassess.ui.dialogs.hide_measure import HideMeasureDialog
from kiassess.ui.dialogs.own_measure import OwnMeasureDialog
from kiassess.ui.exporter import Exporter
from kiassess.ui.planning import Planning
from kiassess.ui.printing import Paper
from kiassess.wording.measure_list import step_names
from kiassess.wording.measures_document import document_name, measures_document
from kiassess.wording.recommending import measure_name

if TYPE_CHECKING:
    from kiassess.ui.pages.measures_list import RecommendedPart


class RecommendingDesk(Desk):
    """Asks what the recommended measures need, and carries out what was answered."""

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
        self._part: RecommendedPart | None = None

    def attend(self, part: "RecommendedPart") -> None:
        """Do what a part asks for."""
        self._part = part
        part.own_requested.connect(self.write_own)
        part.words_requested.connect(self.word)
        part.hide_requested.connect(self.hide)
        part.print_requested.connect(self.print_list)
        part.export_requested.connect(self._exporter.export_results)

    @Slot()
    def write_own(self) -> None:
        """Ask for a measure of the municipality."""
        self._keep(self.own_dialog(self._planning.new_id(own=True)))

    @Slot(str)
    def word(self, measure_id: str) -> None:
        """Ask for other words of a measure, or for changes of an own one."""
        self._keep(self.own_dialog(measure_id))

    @Slot(str)
    def hide(self, measure_id: str) -> None:
        """Ask why a measure is to be hidden."""
        reason = HideMeasureDialog.ask(self._window, self._name(measure_id))
        if reason is not None:
            self._planning.hide(measure_id, reason)

    @Slot()
    def print_list(self) -> None:
        """Put all measures on paper."""
        paper = self.paper()
        if paper is not None:
            self._print(paper)

    def paper(self) -> Paper | None:
        """The list as it goes on paper; ``None`` if nothing is open."""
        planning, texts = self._planning, self._session.texts
        opened = planning.opened
        if opened is None:
            return None
        markdown = measures_document(
            opened, planning.recommendations(), planning.measures(), planning.kept, texts
        )
        return Paper(markdown, document_name(opened, texts), planning.today(), texts)

    def own_dialog(self, measure_id: str) -> OwnMeasureDialog | None:
        """The dialog for a measure, ready to be shown; ``None`` if nothing is open."""
        planning = self._planning
        if planning.opened is None:
            return None
        own = measure_id.startswith(OWN)
        return OwnMeasureDialog(
            measure_id,
            self._session.texts,
            planning.opened.questionnaire,
            step_names(planning.catalogue(), self._session.texts),
            own=planning.kept.measures.get(measure_id),
            catalogue=None if own else planning.catalogue_measures().get(measure_id),
            parent=self._window,
        )

    def _keep(self, dialog: OwnMeasureDialog | None) -> None:
        written = None if dialog is None else dialog.ask()
        if written is None:
            return
        before = self._planning.kept.measures.get(written.id)
        if written.is_own or written != OwnMeasure(written.id):
            if self._planning.save(written) and self._part is not None:
                self._part.reveal(written.id)
        elif before is not None:  # all words are those of the catalogue again
            self._planning.remove(before)

    def _name(self, measure_id: str) -> str:
        measure, opened = self._planning.measure(measure_id), self._planning.opened
        if measure is None or opened is None:
            return measure_id
        return measure_name(measure, opened.questionnaire, self._session.texts)
