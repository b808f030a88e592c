"""Drawings from ``resources/icons``, recoloured for the theme in use."""

from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QIcon, QPixmap

from kiassess.content.themes import Theme

INK = "#000000"
PAPER = "#FFFFFF"
SIZE_PX = 96  # drawn large once; Qt scales it down to the size of the text


class Icons:
    """SVG files in black and white; black becomes a role of the theme, white its ground.

    Icons are kept by name, role and theme, because a list asks for them in every row.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[tuple[str, str, str], QIcon] = {}

    def icon(self, name: str, theme: Theme, role: str = "accent") -> QIcon:
        """The drawing ``<name>.svg`` in the colour of a role."""
        key = name, theme.name, role
        if key not in self._kept:
            text = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
            text = text.replace(PAPER, theme["surface"]).replace(INK, theme[role])
            text = text.replace("<svg ", f'<svg width="{SIZE_PX}" height="{SIZE_PX}" ', 1)
            pixmap = QPixmap()
            pixmap.loadFromData(QByteArray(text.encode()), "svg")
            self._kept[key] = QIcon(pixmap)
        return self._kept[key]

    def program(self) -> QIcon:
        """The icon of the program, in its own colours."""
        return QIcon(str(self._folder / "kiassess.svg"))
