"""Qt view of an ``EditionChange``: which questions changed, and whether their answers go along."""

from collections.abc import Collection
from enum import IntEnum

from PySide6.QtCore import QObject, Signal

from kiassess.domain.edition_change import ChangeKind, EditionChange, ItemChange
from kiassess.domain.edition_effects import BlockEffect
from kiassess.domain.profile import BlockResult
from kiassess.marks import override
from kiassess.ui.models.grid_model import GridCell
from kiassess.ui.models.grids import NOTHING, Grid
from kiassess.ui.models.tick_model import TickModel
from kiassess.wording.edition_change import fate_words, kind_name, result_words
from kiassess.wording.texts import Texts

KINDS = tuple(ChangeKind)


class Column(IntEnum):
    """What a column says."""

    ITEM = 0
    KIND = 1
    ANSWER = 2


class EditionChangeModel(TickModel[ItemChange, Column, str]):
    """Table of the questions that are not the same, with a tick where the user decides.

    Class attributes:
        ChangeRole: Role of the ``ItemChange`` of a row, in every column.

    Signals:
        accepted_changed: A tick was set or removed.
    """

    ChangeRole = TickModel.RecordRole

    accepted_changed = Signal()

    def __init__(self, change: EditionChange, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(tuple(Column), ticked=change.by_default(), parent=parent)
        self._change = change
        self._texts = texts
        self.show_rows(only_answered=False)

    @property
    def accepted(self) -> frozenset[str]:
        """The ids of newer items whose answer is to go along, hidden ones included."""
        return self._ticked

    def show_rows(self, *, only_answered: bool) -> None:
        """List all questions that changed, or only those somebody has said something about."""
        self._show(
            [
                item
                for item in self._change.items
                if item.kind is not ChangeKind.SAME and (item.answers or not only_answered)
            ]
        )

    @override
    def _title(self, column: Column) -> str:
        titles = {
            Column.ITEM: self.tr("Question"),
            Column.KIND: self.tr("Change"),
            Column.ANSWER: self.tr("Carry the\nanswer over"),
        }
        return titles[column]

    @override
    def _text(self, item: ItemChange, column: Column) -> str:
        match column:
            case Column.ITEM:
                return item.title
            case Column.KIND:
                return kind_name(item.kind, self._texts)
            case Column.ANSWER:
                return fate_words(item, self._ticked, self._texts)

    @override
    def _sort_key(self, item: ItemChange, column: Column) -> int | str:
        return KINDS.index(item.kind) if column is Column.KIND else self._text(item, column)

    @override
    def _at_right(self, column: Column) -> bool:
        return False

    @override
    def _given_away(self, item: ItemChange) -> ItemChange:
        return item

    @override
    def _may_be_ticked(self, item: ItemChange, column: Column) -> bool:
        return column is Column.ANSWER and item.can_carry

    @override
    def _tick_id(self, item: ItemChange) -> str:
        return "" if item.after is None else item.after.id

    @override
    def _announce_tick(self, _tick_id: str, _is_set: bool) -> None:
        self.accepted_changed.emit()


def effects_grid(effects: Collection[BlockEffect], texts: Texts, *, quick: bool) -> Grid:
    """Building blocks down; their value and number of questions, before and after, across."""
    names = ("block", "before", "after", "items_before", "items_after")
    rows = (
        (
            GridCell(effect.name),
            _result_cell(effect.before, texts, quick=quick),
            _result_cell(effect.after, texts, quick=quick),
            *(GridCell(str(n), float(n)) for n in (effect.items_before, effect.items_after)),
        )
        for effect in effects
    )
    return tuple(texts(f"move.{name}") for name in names), tuple(rows)


def _result_cell(result: BlockResult | None, texts: Texts, *, quick: bool) -> GridCell:
    value = None if result is None else result.score.value
    return GridCell(
        result_words(result, quick=quick, texts=texts), NOTHING if value is None else value
    )
