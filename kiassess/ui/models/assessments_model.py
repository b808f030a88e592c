"""Qt view of the assessments of this PC: one row each."""

from enum import IntEnum

from PySide6.QtCore import QObject, Qt

from kiassess.domain.assessment import Assessment, Listed, Progress
from kiassess.domain.kinds import Extent
from kiassess.domain.search import fold
from kiassess.marks import override
from kiassess.ui.models.record_model import RecordModel
from kiassess.wording.texts import Texts

EXTENTS = tuple(Extent)


class Column(IntEnum):
    """What a column shows."""

    MUNICIPALITY = 0
    ROUND_DATE = 1
    EXTENT = 2
    PROGRESS = 3
    CHANGED = 4


class AssessmentsModel(RecordModel[Listed, Column]):
    """Read-only table model; it formats, it never computes.

    Class attributes:
        ListedRole: Role of the ``Listed`` of a row.
    """

    ListedRole = RecordModel.RecordRole

    _ANSWERED = frozenset(  # fewer than others: it is painted while the program starts
        {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, RecordModel.SortRole, ListedRole}
    )

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(tuple(Column), parent=parent)
        self._texts = texts

    def set_assessments(self, listed: tuple[Listed, ...]) -> None:
        """Show other assessments."""
        self._show(listed)

    def row_of(self, assessment_id: str) -> int | None:
        """The row of an assessment; ``None`` if it is not listed."""
        ids = [listed.assessment.id for listed in self._rows]
        return ids.index(assessment_id) if assessment_id in ids else None

    @override
    def _title(self, column: Column) -> str:
        match column:
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
    def _text(self, listed: Listed, column: Column) -> str:
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

    @override
    def _hint(self, listed: Listed, column: Column) -> str:
        return self._text(listed, column)

    @override
    def _sort_key(self, listed: Listed, column: Column) -> str | int | float:
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

    @override
    def _given_away(self, listed: Listed) -> Listed:
        return listed

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
