"""Handing out fill-in workbooks: asking what and where, and writing them in the worker."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog

from kiassess import __version__
from kiassess.ui.desk import Desk, Tools
from kiassess.ui.dialogs.pack import PackChoice, PackDialog
from kiassess.ui.pack_work import Packed, PackJob, run_pack


class HandingOut(Desk):
    """Hands out the questions of the open assessment."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._dialog: PackDialog | None = None

    @Slot()
    def hand_out(self) -> None:
        """Ask who gets a workbook and write them into a folder."""
        opened = self._session.current
        if opened is None or opened.state is not None:
            return
        dialog = PackDialog(
            opened,
            self._folder(),
            self._texts,
            self._window,
            file_format=self._settings.pack_format,
        )
        dialog.folder_requested.connect(self._on_folder_wanted)
        self._dialog = dialog
        accepted = dialog.exec()
        choice = dialog.value()
        self._dialog = None
        dialog.deleteLater()
        if accepted:
            self._settings.pack_folder = str(choice.folder)
            self._settings.pack_format = choice.file_format
            self._write(choice)

    def _write(self, choice: PackChoice) -> None:
        opened = self._session.current
        if opened is None:
            return
        job = PackJob(
            opened,
            choice.folder,
            self._texts,
            __version__,
            asked=choice.asked,
            prefill=choice.prefill,
            for_print=choice.for_print,
            file_format=choice.file_format,
        )
        self.told.emit(self.tr("The workbooks are being written …"), False)
        self._background.run(
            partial(run_pack, job), done=self._on_written, failed=self._on_failed, to_the_end=True
        )

    def _folder(self) -> Path:
        """Where the last ones went, or a folder of their own among the documents."""
        if self._settings.pack_folder:
            return Path(self._settings.pack_folder)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place)) / self.tr("Fill-in workbooks")

    @Slot()
    def _on_folder_wanted(self) -> None:
        if self._dialog is None:
            return
        folder = self._dialog.value().folder
        start = next((one for one in (folder, *folder.parents) if one.is_dir()), Path())
        title = self.tr("Folder for the workbooks")
        chosen = QFileDialog.getExistingDirectory(self._window, title, str(start))
        if chosen:
            self._dialog.show_folder(Path(chosen))

    def _on_written(self, packed: Packed) -> None:
        number = len(packed.workbooks)
        self.told.emit(self.tr("%n workbook(s) written", "", number), False)
        folder = packed.letter.parent
        text = self.tr(
            "%n workbook(s) have been written to {folder}. The text for the e-mails is there too: "
            "{letter}. What comes back you take in with “Import…”.",
            "",
            number,
        ).format(folder=str(folder), letter=packed.letter.name)
        self._offer_folder(text, folder)

    def _on_failed(self, error: Exception) -> None:
        self._tell_failure(self.tr("Not all workbooks have been written"), error)
