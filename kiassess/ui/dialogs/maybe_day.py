"""A day that may be left open."""

from datetime import date

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from kiassess.ui.dialogs.round_fields import DATE_FORMATS, LOCALES
from kiassess.ui.widgets.date_field import DateField
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.wheel_guard import WheelGuard
from kiassess.wording.texts import Texts


class MaybeDay(QWidget):
    """A tick with its name, and a date field beside it that counts only while it is ticked."""

    def __init__(self, name: str, texts: Texts, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = QCheckBox(name, self)
        self._known.setObjectName("known")
        locale = QLocale(LOCALES[texts.language])
        self._day = DateField(locale, DATE_FORMATS[texts.language], self)
        self._day.setObjectName("day")
        self._day.setAccessibleName(name)
        self._day.show_day(today)
        self._day.setEnabled(False)
        WheelGuard(self).watch(self._day)
        row = FlowLayout(self)
        row.setSpacing(self.fontMetrics().height() // 2)
        row.addWidget(self._known)
        row.addWidget(self._day)

        self._known.toggled.connect(self._on_toggled)

    def day(self) -> date | None:
        """The day; ``None`` if it is left open."""
        return self._day.day() if self._known.isChecked() else None

    def show_day(self, day: date | None) -> None:
        """Show a day, or that there is none."""
        if day is not None:
            self._day.show_day(day)
        self._known.setChecked(day is not None)

    @Slot(bool)
    def _on_toggled(self, known: bool) -> None:
        self._day.setEnabled(known)
