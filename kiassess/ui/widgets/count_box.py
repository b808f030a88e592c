"""A whole number that may be unknown."""

from collections.abc import Callable

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QWidget

from kiassess.marks import override

UNKNOWN = -1
MOST = 2_000_000_000
SEPARATORS = str.maketrans("", "", " .\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}")


class CountBox(QSpinBox):
    """A spin box for a count of 0 or more; emptied, it says that the count is unknown.

    Digits may be typed in groups, with spaces or dots.
    """

    def __init__(
        self, shown: Callable[[int], str], unknown: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown = shown
        self.setRange(UNKNOWN, MOST)
        self.setSpecialValueText(unknown)
        self.setValue(UNKNOWN)
        self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        self.setProperty("buttonless", "true")
        self.lineEdit().setTextMargins(self.fontMetrics().averageCharWidth(), 0, 0, 0)

    def count(self) -> int | None:
        """The number shown; ``None`` if it is unknown."""
        value = self.value()
        return None if value == UNKNOWN else value

    def set_count(self, count: int | None) -> None:
        """Show a number, or that it is unknown."""
        self.setValue(UNKNOWN if count is None else count)

    @override
    def textFromValue(self, val: int) -> str:
        return self._shown(val)

    @override
    def valueFromText(self, text: str) -> int:
        digits = text.translate(SEPARATORS)
        return int(digits) if _is_number(digits) else UNKNOWN

    @override
    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:
        digits = input.translate(SEPARATORS)
        unknown = self.specialValueText()
        if not digits or input == unknown or (_is_number(digits) and int(digits) <= MOST):
            return QValidator.State.Acceptable, input, pos
        begun = unknown.startswith(input)
        return QValidator.State.Intermediate if begun else QValidator.State.Invalid, input, pos


def _is_number(digits: str) -> bool:
    return digits.isascii() and digits.isdigit()
