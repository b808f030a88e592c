"""Asking where an export goes, and writing it off the window's thread."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from kiassess import __version__
from kiassess.domain.naming import suggested_name
from kiassess.ui.desk import Desk
from kiassess.ui.export_work import ExportJob, run_export

if TYPE_CHECKING:
    from kiassess.domain.catalogue import Catalogue
    from kiassess.domain.package import Package

EXCHANGE = ".kiassess"


class Exporter(Desk):
    """Writes results of the open assessment into files.

    Signals:
        exchange_requested: Among the kinds of file the user has chosen an exchange file.
                            arg: The target, a ``Path``. arg: Whether without names.
    """

    exchange_requested = Signal(Path, bool)

    def export_results(self) -> None:
        """Ask for a file and write the results workbook, a table, or all there is to hand on."""
        formats = self.tr(
            "Excel workbook (*.xlsx);;OpenDocument spreadsheet (*.ods)"
            ";;Table for other programs (*.csv)"
        )
        opened = self._session.current
        if opened is not None and opened.state is None:
            formats = f"{formats};;{self.exchange_formats()}"
        self._ask("xlsx", formats, "dots")

    def exchange_formats(self) -> str:
        """The two kinds of exchange file, as ``QFileDialog`` takes them."""
        full = self.tr("Exchange file (*.kiassess)")
        return f"{full};;{self._nameless_format()}"

    def _nameless_format(self) -> str:
        return self.tr("Exchange file without names (*.kiassess)")

    def export_chart(self, kind: str) -> None:
        """Ask for a file and write a chart.

        Args:
            kind: A ``ChartKind``, e.g. ``"dots"``.
        """
        formats = self.tr("Picture (*.png);;Vector drawing (*.svg);;PDF (*.pdf)")
        self._ask("png", formats, kind)

    def write(
        self,
        target: Path,
        chart: str = "dots",
        *,
        ask: bool = True,
        package: "Package | None" = None,
        remark: str = "",
    ) -> None:
        """Write a file; its suffix says what. The window can be used meanwhile.

        Args:
            target: Where to.
            chart: Which chart a picture shows, ``"dots"`` or ``"radar"``.
            ask: Whether to offer opening the file afterwards.
            package: What an exchange file holds.
            remark: What else is to be said afterwards.
        """
        session = self._session
        if session.current is None:
            return
        job = ExportJob(
            opened=session.current,
            target=target,
            texts=session.texts,
            bundled=session.bundled,
            legal=session.legal(),
            changed=session.changes(),
            now=session.now(),
            version=__version__,
            catalogue=self._catalogue(),
            chart=chart,
            package=package,
        )
        self.told.emit(self.tr("Exporting …"), False)
        done = partial(self._on_written, remark) if ask else self._on_done
        self._background.run(
            partial(run_export, job), done=done, failed=self._on_failed, to_the_end=True
        )

    def _ask(self, suffix: str, formats: str, chart: str) -> None:
        session = self._session
        if session.current is None:
            return
        name = suggested_name(session.current.assessment, suffix)
        target, nameless = self.ask_where_and_how(name, formats)
        if target is None:
            return
        if nameless or target.suffix.lower() == EXCHANGE:
            self.exchange_requested.emit(target, nameless)
        else:
            self.write(target, chart)

    def ask_where(self, name: str, formats: str) -> Path | None:
        """Ask where a file goes; ``None`` if the user wants none.

        Args:
            name: What it would be called; its suffix is added where the user gives none.
            formats: The kinds of file, as ``QFileDialog`` takes them.
        """
        return self.ask_where_and_how(name, formats)[0]

    def ask_where_and_how(self, name: str, formats: str) -> tuple[Path | None, bool]:
        """The same, and whether it is to be an exchange file without names."""
        folder = Path(self._settings.export_folder or _documents())
        title = self.tr("Export")
        chosen, how = QFileDialog.getSaveFileName(self._window, title, str(folder / name), formats)
        if not chosen:
            return None, False
        target, exchanges = Path(chosen), self.exchange_formats().split(";;")
        if how in exchanges and target.suffix.lower() != EXCHANGE:
            target = target.with_name(f"{target.stem}{EXCHANGE}")  # not every system does it
        elif not target.suffix:
            target = target.with_name(f"{target.name}{Path(name).suffix}")
        self._settings.export_folder = str(target.parent)
        return target, how == self._nameless_format()

    def _catalogue(self) -> "Catalogue | None":
        """That of the questionnaire of the open assessment, if it is still there."""
        catalogue, questionnaire = self._session.catalogue()
        opened = self._session.current
        known = opened is not None and opened.assessment.questionnaire_id == questionnaire.id
        return catalogue if known else None

    def _on_done(self, target: Path) -> None:
        self._tell_written(target)

    def _on_written(self, remark: str, target: Path) -> None:
        text = self._tell_written(target)
        if target.suffix.lower() == EXCHANGE:  # nothing opens it but the import
            self._offer_folder(f"{text}{remark}", target.parent)
        else:
            self._offer_to_open(text, target)

    def _on_failed(self, error: Exception) -> None:
        self._tell_failure(self.tr("Not exported"), error)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
