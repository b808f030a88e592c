"""Qt view of a ``Profile``: building blocks or areas down, what is known of them across."""

from collections.abc import Mapping
from enum import Enum, auto

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont

from kiassess.charts.words import score_words
from kiassess.domain.profile import BlockResult, Profile, Tendency
from kiassess.marks import override
from kiassess.ui.models.record_model import RecordModel
from kiassess.wording.findings import band_words, block_sentences
from kiassess.wording.texts import NO_VALUE, Texts

LAST = -1.0  # what has no value is sorted before everything that has one
TENDENCIES = tuple(Tendency)


class Column(Enum):
    """What a column says."""

    NAME = auto()
    TENDENCY = auto()
    VALUE = auto()
    BAND = auto()
    COVERAGE = auto()
    SECURED = auto()
    TARGET = auto()
    NOTE = auto()


BLOCK_COLUMNS = (
    Column.NAME,
    Column.VALUE,
    Column.BAND,
    Column.COVERAGE,
    Column.SECURED,
    Column.TARGET,
    Column.NOTE,
)
AREA_COLUMNS = (Column.NAME, Column.VALUE, Column.BAND, Column.COVERAGE, Column.NOTE)
TENDENCY_COLUMNS = (Column.NAME, Column.TENDENCY, Column.COVERAGE)
IN_WORDS = {Column.NAME, Column.TENDENCY, Column.NOTE}


class BlocksModel(RecordModel[BlockResult, Column]):
    """Read-only table of building blocks, or of areas; it formats, it never computes.

    Of the quick check it knows tendencies only.
    """

    def __init__(self, texts: Texts, parent: QObject | None = None, *, areas: bool = False) -> None:
        super().__init__(AREA_COLUMNS if areas else BLOCK_COLUMNS, parent=parent)
        self._texts = texts
        self._of_areas = areas
        self._facet_names: Mapping[str, str] = {}

    def set_profile(self, profile: Profile, facet_names: Mapping[str, str]) -> None:
        """Show another profile.

        Args:
            profile: What to show.
            facet_names: Names of the halves of double blocks, by ``Facet.id``.
        """
        self._facet_names = facet_names
        columns = AREA_COLUMNS if self._of_areas else BLOCK_COLUMNS
        self._show(
            profile.areas if self._of_areas else profile.blocks,
            TENDENCY_COLUMNS if profile.tendencies_only else columns,
        )

    def id_of(self, row: int) -> str:
        """The id of the block or area in a row."""
        return self._rows[row].id

    @override
    def _title(self, column: Column) -> str:
        titles = {
            Column.NAME: self.tr("Area") if self._of_areas else self.tr("Building block"),
            Column.TENDENCY: self.tr("Tendency"),
            Column.VALUE: self.tr("Value"),
            Column.BAND: self.tr("Band"),
            Column.COVERAGE: self.tr("Coverage"),
            Column.SECURED: self.tr("Secured\nlevel"),
            Column.TARGET: self.tr("Target"),
            Column.NOTE: self.tr("Note"),
        }
        return titles[column]

    @override
    def _text(self, result: BlockResult, column: Column) -> str:
        scored, score, texts = result.scored, result.score, self._texts
        match column:
            case Column.NAME:
                return result.name
            case Column.TENDENCY:
                return texts(f"tendency.{result.tendency or 'none'}")
            case Column.VALUE:
                return texts.number(score.value)
            case Column.BAND:
                return band_words(result, texts)
            case Column.COVERAGE:
                return texts.share(score.coverage)
            case Column.SECURED:
                return NO_VALUE if scored.secured_level is None else str(scored.secured_level)
            case Column.TARGET:
                return texts.number(scored.target)
            case Column.NOTE:
                return self._note(result)

    def _note(self, result: BlockResult) -> str:
        notes = [] if result.score.value is not None else [score_words(result.score, self._texts)]
        if result.scored.limited_comparability:
            notes.append(self._texts("score.limited"))
        notes += [
            self._texts(
                "chart.facet",
                name=self._facet_names.get(facet.id, facet.id),
                value=self._texts.number(facet.score.value),
            )
            for facet in result.scored.facets
            if any(half.score.value is not None for half in result.scored.facets)
        ]
        return " · ".join(notes)

    @override
    def _sort_key(self, result: BlockResult, column: Column) -> float | str:
        numbers = {
            Column.VALUE: result.score.value,
            Column.BAND: result.score.low,
            Column.COVERAGE: result.score.coverage,
            Column.SECURED: result.scored.secured_level,
            Column.TARGET: result.scored.target,
            Column.TENDENCY: _rank(result.tendency),
        }
        if column not in numbers:
            return self._text(result, column)
        value = numbers[column]
        return LAST if value is None else float(value)

    @override
    def _spoken(self, result: BlockResult, column: Column) -> str:
        shown = self._text(result, column)
        return self._texts("profile_page.no_value") if shown == NO_VALUE else shown

    @override
    def _hint(self, result: BlockResult, column: Column) -> str:
        silent = Column.TENDENCY in self._columns
        return block_sentences(result, self._texts, tendencies_only=silent)

    @override
    def _at_right(self, column: Column) -> bool:
        return column not in IN_WORDS

    @override
    def _font(self, column: Column) -> QFont | None:
        if column is not Column.VALUE:
            return None
        font = QFont()
        font.setUnderline(True)  # it can be asked how it came about
        return font


def _rank(tendency: Tendency | None) -> int | None:
    return None if tendency is None else TENDENCIES.index(tendency)
