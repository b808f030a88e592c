"""The dialog “Neue Standortbestimmung”: who assesses itself, when and how thoroughly."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QWidget

from kiassess.domain.assessment import NewAssessment
from kiassess.domain.questionnaire import Published
from kiassess.marks import override
from kiassess.ui.dialogs.ai_question import AiQuestion
from kiassess.ui.dialogs.extent_question import ExtentQuestion
from kiassess.ui.dialogs.municipality_picker import MunicipalityPicker, Register
from kiassess.ui.dialogs.round_fields import RoundFields
from kiassess.ui.dialogs.size_line import SizeLine
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.wheel_guard import WheelGuard
from kiassess.wording.texts import Texts

LOAD_PAUSE_MS = 30  # the dialog is painted before the register is read

log = logging.getLogger(__name__)


class NewAssessmentDialog(FormDialog):
    """Asks for what is needed to begin; the name is all that must be given."""

    def __init__(
        self,
        texts: Texts,
        load_register: Callable[[], Register],
        published: Sequence[Published],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        buttons = QDialogButtonBox.StandardButton
        super().__init__(buttons.Ok | buttons.Cancel, parent)
        self._load_register = load_register
        self._pause = QTimer(self, singleShot=True, interval=LOAD_PAUSE_MS)
        self._picker = MunicipalityPicker(texts, self)
        self._round = RoundFields(texts, self)
        self._size = SizeLine(texts, self)
        self._published = tuple(published)
        self._questionnaire = QComboBox(self)
        self._extent = ExtentQuestion(texts, self)
        self._ai = AiQuestion(self)
        self._create = self.make_primary(self.tr("Cr&eate"))
        self.setWindowTitle(self.tr("New assessment"))
        self._round.show_round(today, None)
        choice = Field(self.tr("&Questionnaire"), self._questionnaire, self)
        choice.setVisible(len(self._published) > 1)
        self._questionnaire.setObjectName("questionnaire")
        self._questionnaire.addItems([f"{one.title} ({one.version})" for one in published])
        WheelGuard(self).watch(self._questionnaire)
        self._extent.offer(self._published[0].counts)
        for widget in (self._picker, self._round, self._size, choice, self._extent, self._ai):
            self.column.addWidget(widget)
        self.column.addStretch()

        self._pause.timeout.connect(self._on_shown)
        self._picker.changed.connect(self._on_municipality_changed)
        self._round.population_changed.connect(self._reflect)
        self._questionnaire.currentIndexChanged.connect(self._on_questionnaire_changed)
        self._picker.focus_search()
        self._reflect()

    @staticmethod
    def ask(
        parent: QWidget | None,
        texts: Texts,
        load_register: Callable[[], Register],
        published: Sequence[Published],
        today: date,
    ) -> NewAssessment | None:
        """Ask for a new assessment; ``None`` if the user thinks better of it.

        Args:
            parent: The window below.
            texts: The sentences in the language of the window.
            load_register: Reads the register of municipalities; called once the dialog is
                on the screen. Where it raises ``OSError`` or ``ValueError``, names are taken
                as typed.
            published: The questionnaires that can be begun, at least one.
            today: The date suggested.
        """
        dialog = NewAssessmentDialog(texts, load_register, published, today, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        value = dialog.value() if accepted else None
        dialog.deleteLater()
        return value

    def value(self) -> NewAssessment | None:
        """What has been entered; ``None`` as long as no municipality is chosen."""
        municipality = self._picker.municipality()
        if municipality is None:
            return None
        return NewAssessment(
            replace(municipality, population=self._round.population()),
            round_date=self._round.round_date(),
            extent=self._extent.value(),
            questionnaire_id=self._published[self._questionnaire.currentIndex()].id,
            ai_in_use=self._ai.value(),
        )

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pause.start()

    @Slot()
    def _on_shown(self) -> None:
        try:
            self._picker.set_register(self._load_register())
        except (OSError, ValueError):
            log.exception("the register of municipalities cannot be read")
            self._picker.do_without_register()

    @Slot(int)
    def _on_questionnaire_changed(self, number: int) -> None:
        self._extent.offer(self._published[number].counts)

    @Slot()
    def _on_municipality_changed(self) -> None:
        municipality = self._picker.municipality()
        if municipality is not None and municipality.key:
            self._round.show_population(municipality.population)
        self._reflect()

    @Slot()
    def _reflect(self) -> None:
        ready = self._picker.municipality() is not None
        self._create.setEnabled(ready)
        self._size.show_population(self._round.population())
        self.show_hint("" if ready else self.tr("Please choose your municipality first."))
