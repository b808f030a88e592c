"""The same answers through the frameworks of others, one at a time."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.lens_profile import LensProfile, look_through
from kiassess.domain.lenses import Lens
from kiassess.ui.models.lens_model import LensModel
from kiassess.ui.pages.lens_part import LensPartView
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.late_choice import LateChoice
from kiassess.ui.widgets.speech import announce
from kiassess.ui.widgets.wheel_guard import WheelGuard
from kiassess.wording.lens import related_words
from kiassess.wording.texts import Texts

LoadLenses = Callable[[], Mapping[str, Lens]]

NO_LENS = ""  # the building blocks, as everywhere else on the page
CHOICE_IN_LETTERS = 20


class LensCard(Card):
    """Offers the lenses of a questionnaire and shows the answers through the one chosen.

    Reading the lenses takes a moment, so they are asked for when somebody turns to the choice.

    Signals:
        item_requested: The user wants to see a question.
                        arg: ``Item.id``.
    """

    item_requested = Signal(str)

    def __init__(
        self, texts: Texts, load_lenses: LoadLenses = dict, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._load_lenses = load_lenses
        self._lenses: Mapping[str, Lens] | None = None
        self._opened: OpenAssessment | None = None
        self._profile: LensProfile | None = None
        self._part_id: str | None = None
        self._wheel = WheelGuard(self)
        self._title = Label(self.tr("Lens"), "section", parent=self)
        self._choice = LateChoice(CHOICE_IN_LETTERS, self)
        self._explain = Label(texts("lens.explain"), parent=self)
        self._seen = QWidget(self)
        self._about = Label(parent=self._seen)
        self._legend = Label(role="help", parent=self._seen)
        self._model = LensModel(texts, self)
        self._table = FullTable(self.tr("Points of the lens"), self._seen)
        self._related = Label(parent=self._seen)
        self._limits = Label(role="muted", parent=self._seen)
        self._part = LensPartView(texts, self._seen)
        self._arrange()
        self._choice.addItem(self.tr("Building blocks"), NO_LENS)
        self._reflect()

        self._choice.wanted.connect(self._on_wanted)
        self._choice.currentIndexChanged.connect(self._on_chosen)
        self._table.asked.connect(self._on_asked)
        self._part.item_requested.connect(self.item_requested)

    @property
    def lens_id(self) -> str:
        """``Lens.id`` of the lens chosen; empty while there is none."""
        return str(self._choice.currentData())

    def set_lenses(self, lenses: Mapping[str, Lens]) -> None:
        """Offer these lenses; the one chosen stays if it is among them."""
        chosen = self.lens_id
        self._lenses = lenses
        while self._choice.count() > 1:
            self._choice.removeItem(1)
        for lens in lenses.values():
            self._choice.addItem(lens.name, lens.id)
        self._choice.setCurrentIndex(max(0, self._choice.findData(chosen)))
        self._explain.setText(self._texts("lens.explain" if lenses else "lens.none_known"))
        self._reflect()

    def choose_lens(self, lens_id: str) -> None:
        """Choose a lens as the user would; one that is not there means the building blocks."""
        self._on_wanted()
        self._choice.setCurrentIndex(max(0, self._choice.findData(lens_id)))

    def show_assessment(self, opened: OpenAssessment) -> None:
        """Show an assessment, or its changed answers, through the lens chosen."""
        before, self._opened = self._opened, opened
        if before is not None and before.assessment.id != opened.assessment.id:
            self._part_id = None
            if before.assessment.questionnaire_id != opened.assessment.questionnaire_id:
                self._forget_lenses()
        self._reflect()

    def _forget_lenses(self) -> None:
        """Another questionnaire has others; they are asked for again when they are wanted."""
        self.set_lenses({})
        self._lenses = None
        self._explain.setText(self._texts("lens.explain"))

    @Slot()
    def _on_wanted(self) -> None:
        if self._lenses is None:
            self.set_lenses(self._load_lenses())

    @Slot()
    def _on_chosen(self) -> None:
        self._part_id = None
        self._reflect()

    @Slot(int)
    def _on_asked(self, row: int) -> None:
        self._part_id = self._model.id_of(row)
        self._show_part()
        announce(self._part, self._part.title)

    def _reflect(self) -> None:
        """Show the answers through the lens chosen, or only the choice."""
        self._choice.setToolTip(self._choice.currentText())  # it may be cut off
        lens = (self._lenses or {}).get(self.lens_id)
        seen = lens is not None and self._opened is not None
        self._explain.setVisible(not seen)
        self._seen.setVisible(seen)
        if lens is None or self._opened is None:
            return
        self._profile = profile = look_through(lens, self._opened)
        suffix = "_tendency" if profile.tendencies_only else ""
        legend, how = self._texts(f"lens.legend{suffix}"), self._texts("lens.how_to_open")
        self._about.setText(lens.about)
        self._limits.setText(lens.limits)
        self._related.setText(related_words(profile, self._texts))
        self._legend.setText(f"{legend}\n{how}")
        self._model.set_profile(profile)
        self._table.show_model(self._model, sort_role=LensModel.SortRole, wordy=self._model.wordy)
        self._table.set_asking(frozenset(range(self._model.columnCount())))
        self._show_part()

    def _show_part(self) -> None:
        parts = self._profile.parts if self._profile is not None else ()
        found = [result for result in parts if result.part.id == self._part_id]
        self._part.setVisible(bool(found))
        if found and self._opened is not None:
            self._part.show_part(found[0], self._opened)

    def _arrange(self) -> None:
        for widget, name in (
            (self._choice, "lens"),
            (self._explain, "lens-explain"),
            (self._about, "lens-about"),
            (self._limits, "lens-limits"),
            (self._related, "lens-related"),
            (self._table, "lens-parts"),
            (self._part, "lens-part"),
        ):
            widget.setObjectName(name)
        self._title.setBuddy(self._choice)
        self._choice.setAccessibleName(self.tr("Lens"))
        self._choice.setAccessibleDescription(self._texts("lens.explain"))
        self._wheel.watch(self._choice)
        layout = QVBoxLayout(self._seen)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.body.spacing())
        layout.addWidget(self._about)
        layout.addWidget(self._limits)
        layout.addWidget(self._legend)
        layout.addWidget(self._table)
        layout.addWidget(self._related)
        layout.addWidget(self._part)
        self.body.addWidget(self._title)
        self.body.addWidget(self._choice)
        self.body.addWidget(self._explain)
        self.body.addWidget(self._seen)
