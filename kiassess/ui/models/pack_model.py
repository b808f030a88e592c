"""Qt view of who may get a fill-in workbook, with a tick for everybody who does."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QObject, Signal

from kiassess.domain.assessment import AnswerState, OpenAssessment
from kiassess.domain.fill_in import Asked
from kiassess.domain.questionnaire import minutes_for
from kiassess.marks import override
from kiassess.ui.models.tick_model import TickModel
from kiassess.wording.fill_in import who_words
from kiassess.wording.texts import Texts


class Column(IntEnum):
    """What a column says."""

    WHO = 0
    ITEMS = 1
    OPEN = 2
    MINUTES = 3


class PackModel(TickModel[Asked, Column, str | None]):
    """Table of those who can be asked.

    Signals:
        ticks_changed: A tick was set or removed.
    """

    ticks_changed = Signal()

    def __init__(
        self,
        opened: OpenAssessment,
        rows: Sequence[Asked],
        ticked: Sequence[Asked],
        texts: Texts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tuple(Column), rows, {one.role_id for one in ticked}, parent)
        self._texts = texts
        self._open = {
            item.id for item in opened.items() if opened.answer(item.id).state is AnswerState.OPEN
        }
        self._blank = False

    @property
    def ticked(self) -> tuple[Asked, ...]:
        """Who gets a workbook, in the order of the rows."""
        return tuple(one for one in self._rows if one.role_id in self._ticked)

    def minutes(self, asked: Asked) -> int:
        """About how long one workbook takes."""
        number = len(asked.items) if self._blank else self._number_open(asked)
        return minutes_for(number) if number else 0

    def show_blank(self, blank: bool) -> None:
        """Whether nothing stands in the workbooks, so that all questions take time."""
        if blank == self._blank:
            return
        self._blank = blank
        last = len(self._rows) - 1
        self.dataChanged.emit(self.index(0, Column.MINUTES), self.index(last, Column.MINUTES))

    @override
    def _title(self, column: Column) -> str:
        titles = {
            Column.WHO: self.tr("Workbook for"),
            Column.ITEMS: self.tr("Questions"),
            Column.OPEN: self.tr("Open"),
            Column.MINUTES: self.tr("Minutes"),
        }
        return titles[column]

    @override
    def _text(self, asked: Asked, column: Column) -> str:
        match column:
            case Column.WHO:
                return who_words(asked, self._texts)
            case Column.ITEMS:
                return str(len(asked.items))
            case Column.OPEN:
                return str(self._number_open(asked))
            case Column.MINUTES:
                return str(self.minutes(asked))

    @override
    def _sort_key(self, asked: Asked, column: Column) -> int | str:
        text = self._text(asked, column)
        return text.casefold() if column is Column.WHO else int(text)

    @override
    def _at_right(self, column: Column) -> bool:
        return column is not Column.WHO

    @override
    def _may_be_ticked(self, asked: Asked, column: Column) -> bool:
        return column is Column.WHO

    @override
    def _tick_id(self, asked: Asked) -> str | None:
        return asked.role_id

    @override
    def _announce_tick(self, _tick_id: str | None, _is_set: bool) -> None:
        self.ticks_changed.emit()

    def _number_open(self, asked: Asked) -> int:
        return sum(item.id in self._open for item in asked.items)
