"""A control with its label above it."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit

from kiassess.ui.widgets.field import Field


def ink(label, width):
    """How far to the right a label of some width is drawn, in pixels."""
    label.setFixedWidth(width)
    image = label.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    paper = image.pixel(width - 1, 0)
    columns = range(image.width())
    drawn = [x for x in columns if any(image.pixel(x, y) != paper for y in range(image.height()))]
    return max(drawn)


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("text", ["in den nächsten 90 &Tagen", "&Verfahren", "Pa&pier", "W&A&&V"])
def test_the_last_letter_is_not_cut_off(appearance, settings, qtbot, text, scale):
    settings.font_scale = scale
    appearance.apply()
    field = Field(text, QLineEdit())
    qtbot.addWidget(field)
    field.show()
    wanted = field.label.sizeHint().width()
    assert ink(field.label, wanted) == ink(field.label, wanted + 100)
