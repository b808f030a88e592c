"""Qt view of a ``LensProfile``: the parts of a lens down, what is known of them across."""

from enum import Enum, auto

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont

from kiassess.domain.lens_profile import LensProfile, PartResult
from kiassess.domain.profile import Tendency
from kiassess.marks import override
from kiassess.ui.models.record_model import RecordModel
from kiassess.wording.lens import part_band, part_note, part_sentences, part_tendency
from kiassess.wording.texts import NO_VALUE, Texts

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


class LensModel(RecordModel[PartResult, LensColumn]):
    """Read-only table of the parts of a lens; it formats, it never computes.

    Of the quick check it knows tendencies only.
    """

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, parent=parent)
        self._texts = texts

    @property
    def wordy(self) -> frozenset[int]:
        """The columns whose texts may wrap."""
        return frozenset(n for n, column in enumerate(self._columns) if column in IN_WORDS)

    def set_profile(self, profile: LensProfile) -> None:
        """Show another lens, or other answers through it."""
        self._show(profile.parts, TENDENCY_COLUMNS if profile.tendencies_only else COLUMNS)

    def id_of(self, row: int) -> str:
        """``LensPart.id`` of a row."""
        return self._rows[row].part.id

    @override
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

    @override
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

    @override
    def _sort_key(self, result: PartResult, column: LensColumn) -> float | str:
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

    @override
    def _spoken(self, result: PartResult, column: LensColumn) -> str:
        shown = self._text(result, column)
        return self._texts("profile_page.no_value") if shown == NO_VALUE else shown

    @override
    def _hint(self, result: PartResult, column: LensColumn) -> str:
        silent = LensColumn.TENDENCY in self._columns
        return part_sentences(result, self._texts, tendencies_only=silent)

    @override
    def _at_right(self, column: LensColumn) -> bool:
        return column not in IN_WORDS

    @override
    def _font(self, column: LensColumn) -> QFont | None:
        if column is not LensColumn.NAME:
            return None
        font = QFont()
        font.setUnderline(True)  # it leads to its questions
        return font


def _rank(tendency: Tendency | None) -> int | None:
    return None if tendency is None else TENDENCIES.index(tendency)
