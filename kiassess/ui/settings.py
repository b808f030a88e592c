"""Convenience of this computer; never facts about a municipality."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

FONT_SCALES = (100, 125, 150, 200)


class Settings:
    """One property per setting, with type and default, over an INI file.

    Without a file nothing is kept, which tests use.
    """

    def __init__(self, file: Path | None) -> None:
        self._store = None if file is None else QSettings(str(file), QSettings.Format.IniFormat)
        self._kept: dict[str, object] = {}

    @property
    def language(self) -> str:
        """``"de"`` or ``"en"``."""
        return self._text("language", "de")

    @language.setter
    def language(self, value: str) -> None:
        self._set("language", value)

    @property
    def theme(self) -> str:
        """``"system"``, ``"light"`` or ``"dark"``."""
        return self._text("theme", "system")

    @theme.setter
    def theme(self, value: str) -> None:
        self._set("theme", value)

    @property
    def font_scale(self) -> int:
        """Size of all text in percent of the system's, 100–200."""
        value = self._value("font_scale", 100)
        percent = int(value) if isinstance(value, int) else 100
        return percent if percent in FONT_SCALES else 100

    @font_scale.setter
    def font_scale(self, value: int) -> None:
        self._set("font_scale", value)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the main window; empty before it was first closed."""
        value = self._value("geometry", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._set("geometry", value)

    @property
    def version(self) -> str:
        """The newest version of the program that was used here; ``""`` before there was one."""
        return self._text("version", "")

    @version.setter
    def version(self, value: str) -> None:
        self._set("version", value)

    @property
    def export_folder(self) -> str:
        """Where the last export went."""
        return self._text("export_folder", "")

    @export_folder.setter
    def export_folder(self, value: str) -> None:
        self._set("export_folder", value)

    @property
    def import_folder(self) -> str:
        """Where the last files to import came from; ``""`` before."""
        return self._text("import_folder", "")

    @import_folder.setter
    def import_folder(self, value: str) -> None:
        self._set("import_folder", value)

    @property
    def pack_folder(self) -> str:
        """Where the last fill-in workbooks went; ``""`` before."""
        return self._text("pack_folder", "")

    @pack_folder.setter
    def pack_folder(self, value: str) -> None:
        self._set("pack_folder", value)

    @property
    def pack_format(self) -> str:
        """Kind of the last fill-in workbooks, ``"xlsx"`` or ``"ods"``."""
        return self._text("pack_format", "xlsx")

    @pack_format.setter
    def pack_format(self, value: str) -> None:
        self._set("pack_format", value)

    def _text(self, key: str, default: str) -> str:
        return str(self._value(key, default))

    def _value(self, key: str, default: object) -> object:
        if self._store is None:
            return self._kept.get(key, default)
        # Without ``type`` a new process gets texts where numbers and flags were stored.
        return self._store.value(key, default, type=type(default))

    def _set(self, key: str, value: object) -> None:
        if self._store is None:
            self._kept[key] = value
        else:
            self._store.setValue(key, value)
