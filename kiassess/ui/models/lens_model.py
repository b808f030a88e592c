"""Qt view of a ``LensProfile``: the parts of a lens down, what is known of them across."""

from enum import Enum, auto
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont

from kiassess.domain.lens_profile import LensProfile, PartResult
from kiassess.domain.profile import Tendency
from kiassess.marks import override
from kiassess.wording.lens import part_band, part_note, part_sentences, part_tendency
from kiassess.wording.texts import NO_VALUE, Texts

Index: TypeAlias = QModelIndex | QPersistentModelIndex

NOWHERE = QModelIndex()
LAST = -1.0  # what has no value is sorted before everything that has one
TENDENCIES = tuple(Tendency)


class LensColumn(Enum):
    """What a column says."""

    NAME = auto()
    TENDENCY = auto()
    VALUE = auto()
    BAND = auto()
    COVERAGE = auto()
    ITEMS = auto()
    NOTE = auto()


COLUMNS = (
    LensColumn.NAME,
    LensColumn.VALUE,
    LensColumn.BAND,
    LensColumn.COVERAGE,
    LensColumn.ITEMS,
    LensColumn.NOTE,
)
TENDENCY_COLUMNS = (
    LensColumn.NAME,
    LensColumn.TENDENCY,
    LensColumn.COVERAGE,
    LensColumn.ITEMS,
)
IN_WORDS = frozenset({LensColumn.NAME, LensColumn.TENDENCY, LensColumn.NOTE})


class LensModel(QAbstractTableModel):
    """Read-only table of the parts of a lens; it formats, it never computes.

    Of the quick check it knows tendencies only.

    Class attributes:
        SortRole: Role of the raw value, for a sort proxy.
    """

    SortRole = Qt.ItemDataRole.UserRole

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._rows: tuple[PartResult, ...] = ()
        self._columns: tuple[LensColumn, ...] = COLUMNS

    @property
    def wordy(self) -> frozenset[int]:
        """The columns whose texts may wrap."""
        return frozenset(n for n, column in enumerate(self._columns) if column in IN_WORDS)

    def set_profile(self, profile: LensProfile) -> None:
        """Show another lens, or other answers through it."""
        self.beginResetModel()
        self._rows = profile.parts
        self._columns = TENDENCY_COLUMNS if profile.tendencies_only else COLUMNS
        self.endResetModel()

    def id_of(self, row: int) -> str:
        """``LensPart.id`` of a row."""
        return self._rows[row].part.id

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self._columns):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._title(self._columns[section])
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(self._columns[section])
            case _:
                return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        result, column = self._rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(result, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                shown = self._text(result, column)
                return self._texts("profile_page.no_value") if shown == NO_VALUE else shown
            case Qt.ItemDataRole.ToolTipRole:
                silent = LensColumn.TENDENCY in self._columns
                return part_sentences(result, self._texts, tendencies_only=silent)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.FontRole if column is LensColumn.NAME:
                font = QFont()
                font.setUnderline(True)  # it leads to its questions
                return font
            case self.SortRole:
                return self._raw(result, column)
            case _:
                return None

    def _title(self, column: LensColumn) -> str:
        titles = {
            LensColumn.NAME: self._texts("lens.part"),
            LensColumn.TENDENCY: self.tr("Tendency"),
            LensColumn.VALUE: self.tr("Value"),
            LensColumn.BAND: self.tr("Band"),
            LensColumn.COVERAGE: self.tr("Coverage"),
            LensColumn.ITEMS: self._texts("lens.items"),
            LensColumn.NOTE: self.tr("Note"),
        }
        return titles[column]

    def _text(self, result: PartResult, column: LensColumn) -> str:
        score, texts = result.score, self._texts
        match column:
            case LensColumn.NAME:
                return result.part.name
            case LensColumn.TENDENCY:
                return part_tendency(result, texts)
            case LensColumn.VALUE:
                return texts.number(score.value)
            case LensColumn.BAND:
                return part_band(result, texts)
            case LensColumn.COVERAGE:
                return texts.share(score.coverage)
            case LensColumn.ITEMS:
                return str(result.n_items)
            case LensColumn.NOTE:
                return part_note(result, texts)

    def _raw(self, result: PartResult, column: LensColumn) -> float | str:
        """What a column is sorted by: the number behind the text, or the text itself."""
        numbers = {
            LensColumn.VALUE: result.score.value,
            LensColumn.BAND: result.score.low,
            LensColumn.COVERAGE: result.score.coverage,
            LensColumn.ITEMS: result.n_items,
            LensColumn.TENDENCY: _rank(result.tendency),
        }
        if column not in numbers:
            return self._text(result, column)
        value = numbers[column]
        return LAST if value is None else float(value)


def _alignment(column: LensColumn) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column in IN_WORDS else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _rank(tendency: Tendency | None) -> int | None:
    return None if tendency is None else TENDENCIES.index(tendency)
