"""Drawn charts as pictures of Qt."""

from PySide6.QtGui import QImage

from kiassess.ui.chart_work import Picture


def image_of(picture: Picture) -> QImage:
    """The picture for widgets and paper, at its device pixel ratio."""
    size = picture.width, picture.height
    bytes_a_row = 4 * picture.width
    image = QImage(picture.data, *size, bytes_a_row, QImage.Format.Format_RGBA8888).copy()
    image.setDevicePixelRatio(picture.pixel_ratio)
    return image  # a copy: Qt does not keep the bytes alive
