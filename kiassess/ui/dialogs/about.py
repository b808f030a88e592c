"""The dialog “Über kiassess”: version, licence, sources and where things lie."""

import platform
from pathlib import Path
from typing import Self

import PySide6
from PySide6.QtCore import Qt, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from kiassess import __version__
from kiassess.paths import Bundled, log_file
from kiassess.ui.system import system_name
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.path_line import PathLine
from kiassess.wording.texts import Texts

ATTRIBUTION_FILE = "ATTRIBUTION.txt"
LANGUAGE_HEADINGS = {"de": "Deutsch", "en": "English"}


class AboutDialog(FormDialog):
    """Says what this is; everything in it can be copied for whoever helps."""

    def __init__(
        self, attribution: str, data_file: Path, log: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(QDialogButtonBox.StandardButton.Close, parent)
        self._copied: list[str] = []
        self._unit = self.fontMetrics().height() // 4
        self.column.setSpacing(2 * self._unit)
        self.setWindowTitle(self.tr("About kiassess"))
        self._add(self.tr("kiassess {version}").format(version=__version__), "title")
        self._add(
            self.tr(
                "With kiassess municipalities find out where they stand with artificial "
                "intelligence and what still has to be clarified. Everything stays on this PC; "
                "kiassess makes no connection to the internet."
            )
        )
        self._add(self.tr("Licence"), "section")
        self._add(
            self.tr(
                "kiassess is free software under the European Union Public Licence (EUPL-1.2). "
                "It contains Qt and PySide6 under the GNU Lesser General Public License (LGPL-3.0)."
            )
        )
        self._add(self.tr("Register of municipalities"), "section")
        self._add(attribution)
        self._add(self.tr("For whoever helps"), "section")
        self._add(
            self.tr("Qt {qt}, PySide6 {pyside}, Python {python}, {system}").format(
                qt=qVersion(),
                pyside=PySide6.__version__,
                python=platform.python_version(),
                system=system_name(),
            )
        )
        self._add_path(self.tr("Your data:"), data_file)
        self._add_path(self.tr("Log of errors:"), log)
        self.column.addStretch()
        copy = self.buttons.addButton(self.tr("Co&py all"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("copy")

        copy.clicked.connect(self._on_copy_clicked)

    @classmethod
    def made_for(
        cls, parent: QWidget | None, texts: Texts, bundled: Bundled, data_file: Path
    ) -> Self:
        """The dialog with the attribution in the language of the window."""
        text = (bundled.municipalities / ATTRIBUTION_FILE).read_text(encoding="utf-8")
        return cls(in_language(text, texts.language), data_file, log_file(), parent)

    @classmethod
    def show_for(
        cls, parent: QWidget | None, texts: Texts, bundled: Bundled, data_file: Path
    ) -> None:
        """Show the dialog and wait until it is closed."""
        dialog = cls.made_for(parent, texts, bundled, data_file)
        dialog.exec()
        dialog.deleteLater()

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._copied))
        self.show_hint(self.tr("Copied."))

    def _add(self, text: str, role: str = "") -> None:
        if role == "section":
            self.column.addSpacing(3 * self._unit)
        label = Label(text, role, parent=self)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.column.addWidget(label)
        self._copied.append(text)

    def _add_path(self, sentence: str, path: Path) -> None:
        line = PathLine(sentence, self)
        line.show_path(str(path))
        self.column.addWidget(line)
        self._copied.append(f"{sentence} {path}")


def in_language(text: str, language: str) -> str:
    """The part of a text below the heading of a language; all of it if there is none."""
    parts: dict[str, list[str]] = {"": []}
    heading = ""
    for line in text.splitlines():
        if line in LANGUAGE_HEADINGS.values():
            heading = line
        else:
            parts.setdefault(heading, []).append(line)
    return "\n".join(parts.get(LANGUAGE_HEADINGS[language], text.splitlines())).strip()
