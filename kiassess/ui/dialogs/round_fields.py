"""The day a round stands for and the number of inhabitants, side by side."""

from datetime import date

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiassess.ui.widgets.count_box import CountBox
from kiassess.ui.widgets.date_field import DateField
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.wheel_guard import WheelGuard
from kiassess.wording.texts import Texts

DATE_FORMATS = {"de": "dd.MM.yyyy", "en": "d MMMM yyyy"}
LOCALES = {"de": "de_DE", "en": "en_GB"}


class RoundFields(QWidget):
    """Two fields that every assessment has.

    Signals:
        population_changed: Another number of inhabitants is shown.
    """

    population_changed = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._population = CountBox(texts.count, self.tr("unknown"), self)
        self._population.setObjectName("population")
        locale = QLocale(LOCALES[texts.language])
        self._date = DateField(locale, DATE_FORMATS[texts.language], self)
        self._date.setObjectName("round-date")
        WheelGuard(self).watch(self._population, self._date)

        row = FlowLayout(self)
        row.setSpacing(self.fontMetrics().height())
        row.addWidget(Field(self.tr("&Population"), self._population, self))
        row.addWidget(Field(self.tr("&Date of the assessment"), self._date, self))

        self._population.valueChanged.connect(self._on_population_changed)

    def population(self) -> int | None:
        """The number of inhabitants; ``None`` if it is unknown."""
        return self._population.count()

    def round_date(self) -> date:
        """The day."""
        return self._date.day()

    def show_population(self, population: int | None) -> None:
        """Show a number of inhabitants."""
        self._population.set_count(population)

    def show_round(self, round_date: date, population: int | None) -> None:
        """Show both."""
        self._date.show_day(round_date)
        self.show_population(population)

    def focus_population(self) -> None:
        """Put the cursor into the first field."""
        self._population.setFocus()

    @Slot(int)
    def _on_population_changed(self, _value: int) -> None:
        self.population_changed.emit()
