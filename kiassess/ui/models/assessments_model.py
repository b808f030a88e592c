"""Qt view of the assessments of this PC: one row each."""

from enum import IntEnum
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kiassess.domain.assessment import Assessment, Listed, Progress
from kiassess.domain.kinds import Extent
from kiassess.domain.search import fold
from kiassess.marks import override
from kiassess.wording.texts import Texts

Index: TypeAlias = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
EXTENTS = tuple(Extent)


class Column(IntEnum):
    """What a column shows."""

    MUNICIPALITY = 0
    ROUND_DATE = 1
    EXTENT = 2
    PROGRESS = 3
    CHANGED = 4


COLUMNS = len(Column)


class AssessmentsModel(QAbstractTableModel):
    """Read-only table model; it formats, it never computes.

    Class attributes:
        SortRole: Role of a raw value for a sort proxy.
        ListedRole: Role of the ``Listed`` of a row.
    """

    SortRole = Qt.ItemDataRole.UserRole
    ListedRole = Qt.ItemDataRole.UserRole + 1

    _ANSWERED = frozenset(
        {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, SortRole, ListedRole}
    )

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._listed: tuple[Listed, ...] = ()

    def set_assessments(self, listed: tuple[Listed, ...]) -> None:
        """Show other assessments."""
        self.beginResetModel()
        self._listed = listed
        self.endResetModel()

    def row_of(self, assessment_id: str) -> int | None:
        """The row of an assessment; ``None`` if it is not listed."""
        ids = [listed.assessment.id for listed in self._listed]
        return ids.index(assessment_id) if assessment_id in ids else None

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._listed)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else COLUMNS

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        match section:
            case Column.MUNICIPALITY:
                return self.tr("Municipality")
            case Column.ROUND_DATE:
                return self.tr("As of")
            case Column.EXTENT:
                return self.tr("Extent")
            case Column.PROGRESS:
                return self.tr("Progress")
            case Column.CHANGED:
                return self.tr("Last change")

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in self._ANSWERED or not index.isValid():
            return None  # most roles are about looks, and the style sheet gives those
        listed = self._listed[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(listed, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return self._text(listed, index.column())
            case self.SortRole:
                return _sort_value(listed, index.column())
            case self.ListedRole:
                return listed
        return None

    def _text(self, listed: Listed, column: int) -> str:
        assessment = listed.assessment
        match column:
            case Column.MUNICIPALITY:
                return self._name(assessment)
            case Column.ROUND_DATE:
                return self._texts.day(assessment.round_date)
            case Column.EXTENT:
                return self._texts(f"extent.{assessment.extent}")
            case Column.PROGRESS:
                return self._progress(listed.progress)
            case _:
                return self._texts.moment(assessment.changed_at)

    def _name(self, assessment: Assessment) -> str:
        name = assessment.municipality.name
        return self.tr("{name} (example)").format(name=name) if assessment.is_example else name

    def _progress(self, progress: Progress) -> str:
        if progress.unknown:
            sentence = self.tr("{settled} of {total}, {unknown} “don’t know”")
        else:
            sentence = self.tr("{settled} of {total}")
        return sentence.format(
            settled=progress.settled, total=progress.total, unknown=progress.unknown
        )


def _sort_value(listed: Listed, column: int) -> str | int | float:
    assessment = listed.assessment
    match column:
        case Column.MUNICIPALITY:
            return fold(assessment.municipality.name)
        case Column.ROUND_DATE:
            return assessment.round_date.toordinal()
        case Column.EXTENT:
            return EXTENTS.index(assessment.extent)
        case Column.PROGRESS:
            return listed.progress.settled / max(1, listed.progress.total)
        case _:
            return assessment.changed_at.timestamp()
