"""A day, typed or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QToolButton, QWidget

ARROWS = {
    "qt_calendar_prevmonth": Qt.ArrowType.LeftArrow,
    "qt_calendar_nextmonth": Qt.ArrowType.RightArrow,
}
CALENDAR_WIDTH_IN_LINES, CALENDAR_HEIGHT_IN_LINES = 19, 13
WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class DateField(QDateEdit):
    """A date field whose calendar is as legible in dark colours as in light ones."""

    def __init__(self, locale: QLocale, display_format: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(locale)
        self.setDisplayFormat(display_format)
        self.setCalendarPopup(True)
        calendar = self.calendarWidget()
        line = self.fontMetrics().height()
        calendar.setMinimumSize(CALENDAR_WIDTH_IN_LINES * line, CALENDAR_HEIGHT_IN_LINES * line)
        names = QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames
        calendar.setHorizontalHeaderFormat(names)  # short ones are cut off
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for day in WEEKEND:
            calendar.setWeekdayTextFormat(day, QTextCharFormat())  # Qt's red is hard to read
        for name, arrow in ARROWS.items():
            button = calendar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setArrowType(arrow)

    def day(self) -> date:
        """The day shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Show another day."""
        self.setDate(QDate(day.year, day.month, day.day))
