"""The dialog “Umlaufmappen ausgeben”: who gets a workbook, what stands in it, and where it goes."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QGroupBox,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.fill_in import Asked, asked_of, fill_in_round
from kiassess.ui.models.pack_model import Column, PackModel
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.path_line import PathLine
from kiassess.ui.widgets.tick_table import TickTable
from kiassess.wording.texts import Texts

XLSX, ODS = "xlsx", "ods"


@dataclass(frozen=True, slots=True)
class PackChoice:
    """What the user wants.

    Attributes:
        asked: Who gets a workbook.
        folder: Where they go.
        prefill: Whether what is known already stands in them.
        for_print: Whether they are laid out to be ticked with a pen; then nothing stands in them.
        file_format: ``XLSX`` or ``ODS``.
    """

    asked: tuple[Asked, ...]
    folder: Path
    prefill: bool
    for_print: bool
    file_format: str


class PackDialog(FormDialog):
    """Everybody who is asked anything is ticked at first.

    Signals:
        folder_requested: The user wants another folder; answer with ``show_folder``.
    """

    folder_requested = Signal()

    def __init__(
        self,
        opened: OpenAssessment,
        folder: Path,
        texts: Texts,
        parent: QWidget | None = None,
        *,
        file_format: str = XLSX,
    ) -> None:
        buttons = QDialogButtonBox.StandardButton
        super().__init__(buttons.Ok | buttons.Cancel, parent)
        everyone = fill_in_round(opened)
        rows = everyone
        if all(one.role_id is not None for one in everyone):
            rows = (*everyone, Asked(None, "", asked_of(opened, None)))
        self._folder = folder
        self._model = PackModel(opened, rows, everyone, texts, self)
        self._table = TickTable(self.tr("Who gets a workbook"), Column.WHO, self)
        self._prefill = QCheckBox(self.tr("Enter the answers that are &known"), self)
        self._for_print = QCheckBox(self.tr("To be &printed and ticked with a pen"), self)
        self._kind = QGroupBox(self.tr("Kind of file"), self)
        self._xlsx = QRadioButton(self.tr("&Excel workbook (.xlsx)"), self._kind)
        self._ods = QRadioButton(self.tr("Open&Document spreadsheet (.ods)"), self._kind)
        (self._ods if file_format == ODS else self._xlsx).setChecked(True)
        self._place = PathLine(self.tr("They go into this folder:"), self)
        self._change = QPushButton(self.tr("C&hoose another folder…"), self)
        self._accept = self.make_primary(self.tr("&Hand out"))
        self._arrange(opened)

        self._model.ticks_changed.connect(self._reflect)
        self._prefill.toggled.connect(self._reflect)
        self._for_print.toggled.connect(self._reflect)
        self._change.clicked.connect(self.folder_requested)
        self.show_folder(folder)
        self._reflect()
        self._table.setCurrentIndex(self._table.model().index(0, 0))
        self._table.setFocus()

    def value(self) -> PackChoice:
        """What is chosen."""
        for_print = self._for_print.isChecked()
        prefill = self._prefill.isChecked() and not for_print
        file_format = ODS if self._ods.isChecked() else XLSX
        return PackChoice(self._model.ticked, self._folder, prefill, for_print, file_format)

    def show_folder(self, folder: Path) -> None:
        """Show where the workbooks go."""
        self._folder = folder
        self._place.show_path(str(folder))

    @Slot()
    def _reflect(self) -> None:
        number = len(self._model.ticked)
        for_print = self._for_print.isChecked()
        self._prefill.setEnabled(not for_print)
        self._model.show_blank(for_print or not self._prefill.isChecked())
        self._accept.setEnabled(number > 0)
        some = self.tr("%n workbook(s) and a text for the e-mails", "", number)
        self.show_hint(some if number else self.tr("Please tick at least one workbook."))

    def _arrange(self, opened: OpenAssessment) -> None:
        title = self.tr("Hand out fill-in workbooks")
        self.setWindowTitle(title)
        self._table.setObjectName("roles")
        self._prefill.setObjectName("prefill")
        self._for_print.setObjectName("for-print")
        self._xlsx.setObjectName(XLSX)
        self._ods.setObjectName(ODS)
        self._arrange_kinds()
        self._change.setObjectName("change-folder")
        self._change.setAutoDefault(False)
        self._prefill.setChecked(True)
        self._table.show_model(
            self._model, sort_role=PackModel.SortRole, wordy=frozenset({Column.WHO.value})
        )
        about = self.tr(
            "Each workbook holds the questions for one role at {name}. It is filled in with Excel "
            "or LibreOffice, without kiassess. What comes back you take in with “Import…”, in any "
            "order."
        ).format(name=opened.assessment.municipality.name)
        several = self.tr(
            "A question may be meant for several roles. It then stands in each of their workbooks, "
            "so that it shows where they disagree."
        )
        for widget in (
            Label(title, "section", parent=self), Label(about, parent=self), self._table,
            Label(several, "help", parent=self), self._prefill, self._for_print, self._kind,
            self._place,
        ):  # fmt: skip
            self.column.addWidget(widget)
        self.column.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()

    def _arrange_kinds(self) -> None:
        unit = self.fontMetrics().height() // 4
        self._kind.setProperty("question", "true")
        row = FlowLayout()
        row.setSpacing(5 * unit)
        row.addWidget(self._xlsx)
        row.addWidget(self._ods)
        layout = QVBoxLayout(self._kind)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
