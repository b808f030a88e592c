"""Colour themes: named roles, read from TOML; window, charts and workbook share them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiassess.plain_toml import read_sections

THEMES = ("light", "dark")


@dataclass(frozen=True)
class Theme:
    """One theme.

    Attributes:
        name: ``"light"`` or ``"dark"``.
        roles: Colours as ``#RRGGBB`` by role.
    """

    name: str
    roles: Mapping[str, str]

    @property
    def dark(self) -> bool:
        """Whether light text stands on dark ground."""
        return self.name == "dark"

    def __getitem__(self, role: str) -> str:
        return self.roles[role]


def load_theme(folder: Path, name: str) -> Theme:
    """Read ``<folder>/<name>.toml``."""
    return Theme(name, read_sections(folder / f"{name}.toml")["role"])
