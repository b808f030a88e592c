"""Handing an assessment on as an exchange file, with or without names."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from kiassess.domain.naming import safe_part, suggested_name
from kiassess.ui.archive import Archive
from kiassess.ui.exporter import Exporter
from kiassess.ui.session import Session
from kiassess.wording.importing import left_in_words


class HandingOn(QObject):
    """Puts together what an exchange file holds, and has it written."""

    def __init__(self, session: Session, archive: Archive, exporter: Exporter) -> None:
        super().__init__(session)
        self._session = session
        self._archive = archive
        self._exporter = exporter

    @Slot()
    def hand_on(self) -> None:
        """Ask for a file and write the open assessment into it."""
        opened = self._session.current
        if opened is None or opened.state is not None:
            return
        name = suggested_name(opened.assessment, "kiassess")
        formats = self._exporter.exchange_formats()
        target, nameless = self._exporter.ask_where_and_how(name, formats)
        if target is not None:
            self.write(target, nameless)

    @Slot(Path, bool)
    def write(self, target: Path, nameless: bool) -> None:
        """Write the open assessment, and say what a file without names still tells.

        Where the name of such a file would tell the municipality, it gets another one.
        """
        opened = self._session.current
        package = self._archive.package(nameless=nameless)
        if opened is None or package is None:
            return
        remark = ""
        if nameless:
            texts = self._session.texts
            head, *lines, left_out = left_in_words(package, texts)
            listed = "\n".join(f"• {line}" for line in lines)
            remark = f"\n\n{head}\n{listed}\n\n{left_out}"
            town = safe_part(opened.assessment.municipality.short_name)
            if town.casefold() in target.name.casefold():
                target = target.with_name(suggested_name(package.assessment, "kiassess"))
        self._exporter.write(target, package=package, remark=remark)
