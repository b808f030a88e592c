"""Qt view of a plan: an entry each row, what is planned across."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QFont

from kiassess.domain.history import Subject
from kiassess.domain.planning import PlanEntry, PlanStatus
from kiassess.marks import override
from kiassess.ui.models.record_model import NOWHERE, Index
from kiassess.wording.planning import euros, kind_label, plain_number
from kiassess.wording.texts import NO_VALUE, Texts

COLUMNS = (
    "title", "step", "responsible", "start", "due", "status", "days", "cost_cents", "kpi_name"
)  # fmt: skip
NUMBERS = frozenset({"step", "days", "cost_cents"})
WORDY = frozenset({"title", "responsible", "kpi_name"})
STATUSES = tuple(PlanStatus)
LAST = "\uffff"  # after all letters


class PlanModel(QAbstractTableModel):
    """Read-only table of the entries; it formats, it never computes.

    Class attributes:
        SortRole: Role of the raw value, for a sort proxy.
        IdRole: Role of ``PlanEntry.id``.
    """

    SortRole = Qt.ItemDataRole.UserRole
    IdRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._rows: tuple[PlanEntry, ...] = ()

    @property
    def wordy(self) -> frozenset[int]:
        """The columns whose texts may wrap."""
        return frozenset(n for n, name in enumerate(COLUMNS) if name in WORDY)

    def set_entries(self, entries: tuple[PlanEntry, ...]) -> None:
        """Show other entries, in this order."""
        self.beginResetModel()
        self._rows = entries
        self.endResetModel()

    def id_of(self, row: int) -> str:
        """``PlanEntry.id`` of a row."""
        return self._rows[row].id

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(COLUMNS):
            return None
        name = COLUMNS[section]
        match role:
            case Qt.ItemDataRole.DisplayRole if name == "step":
                return self.tr("Step")
            case Qt.ItemDataRole.DisplayRole:
                return kind_label(Subject.PLAN, name, self._texts)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(name)
            case _:
                return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry, name = self._rows[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(entry, name)
            case Qt.ItemDataRole.AccessibleTextRole:
                shown = self._text(entry, name)
                return self._texts("profile_page.no_value") if shown == NO_VALUE else shown
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(name)
            case Qt.ItemDataRole.FontRole if name == "title":
                font = QFont()
                font.setUnderline(True)  # it leads to the entry
                return font
            case self.SortRole:
                return self._raw(entry, name)
            case self.IdRole:
                return entry.id
            case _:
                return None

    def _text(self, entry: PlanEntry, name: str) -> str:
        texts = self._texts
        match name:
            case "title":
                return entry.title
            case "step":
                return NO_VALUE if entry.step is None else str(entry.step)
            case "responsible":
                return entry.responsible or NO_VALUE
            case "start":
                return texts.day(entry.start)
            case "due":
                return texts.day(entry.due)
            case "status":
                return texts(f"plan_status.{entry.status}")
            case "days":
                return plain_number(entry.days, texts)
            case "cost_cents":
                return euros(entry.cost_cents, texts)
            case _:
                return entry.kpi.name or NO_VALUE

    def _raw(self, entry: PlanEntry, name: str) -> float | str:
        """What a column is sorted by; what is not known comes last."""
        match name:
            case "start" | "due":
                day = getattr(entry, name)
                return LAST if day is None else day.isoformat()
            case "status":
                return STATUSES.index(entry.status)
            case "step" | "days" | "cost_cents":
                value = getattr(entry, name)
                return float("inf") if value is None else float(value)
            case "responsible":
                return entry.responsible.casefold() or LAST
            case "kpi_name":
                return entry.kpi.name.casefold() or LAST
            case _:
                return entry.title.casefold()


def _alignment(name: str) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if name in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
