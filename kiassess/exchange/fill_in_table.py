"""The rows of a fill-in workbook, found by what stands above their columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kiassess.exchange import fill_in_format as form
from kiassess.exchange.cells import Cell, address, spelled
from kiassess.exchange.workbook_reading import Sheet
from kiassess.wording.texts import Texts

Columns = Mapping[str, int]
_NEEDED = frozenset({form.ID, form.ANSWER})
_KEYS = {key: key for key in form.COLUMNS}


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the headings.

    Attributes:
        item_id: What stands in the column of the ids, without blanks; possibly empty.
        number: From 0 on.
    """

    item_id: str
    number: int
    _cells: tuple[Cell, ...]
    _columns: Columns
    _sheet: str = ""  # named where there are several

    @property
    def id_cell(self) -> str:
        """The name of the cell with the id."""
        return self.cell(form.ID)

    def has(self, key: str) -> bool:
        """Whether there is such a column."""
        return key in self._columns

    def cell(self, key: str) -> str:
        """The name of a cell; ``""`` without such a column."""
        if not self.has(key):
            return ""
        start = f"{self._sheet}!" if self._sheet else ""
        return start + address(self.number, self._columns[key])

    def value(self, key: str) -> Cell:
        """What a cell holds; ``None`` without such a column."""
        place = self._columns.get(key, len(self._cells))
        return self._cells[place] if place < len(self._cells) else None


def all_rows(sheets: Sequence[Sheet], texts: Sequence[Texts]) -> list[Row]:
    """The rows of all sheets; cells of a second one are named with their sheet."""
    found: list[Row] = []
    for sheet in sheets:
        rows = rows_of(sheet, texts)
        found += [replace(row, _sheet=sheet.name) for row in rows] if found else rows
    return found


def rows_of(sheet: Sheet, texts: Sequence[Texts]) -> Iterator[Row]:
    """The rows below the headings of a sheet; none if it has no headings of ours.

    The hidden row names the columns. Where it is lost, the words of the headings do.
    """
    words = _heading_words(texts)
    id_words = {word for word, key in words.items() if key == form.ID}
    columns: Columns | None = None
    for number, cells in enumerate(sheet.rows):
        named = _columns(cells, _KEYS, exactly=True)
        if named.keys() >= _NEEDED:
            columns = named
        elif columns is None:
            read = _columns(cells, words)
            columns = read if read.keys() >= _NEEDED else None
        elif any(cell is not None for cell in cells):
            place = columns[form.ID]
            item_id = str(cells[place] or "").strip() if place < len(cells) else ""
            if spelled(item_id) not in id_words:
                yield Row(item_id, number, cells, columns)


def has_table(sheet: Sheet, texts: Sequence[Texts]) -> bool:
    """Whether any row stands below headings of ours."""
    return next(rows_of(sheet, texts), None) is not None


def marks_of(texts: Sequence[Texts]) -> tuple[tuple[str, ...], ...]:
    """What stands in every workbook of ours, as the bytes of its XML have it in small letters.

    Returns:
        Groups of words, one of which it holds: the mark of its hidden sheet or, where that is
        lost, the hidden row or the headings, each in a cell of its own.
    """
    names = dict.fromkeys((form.ANSWER, f"{form.ANSWER}_paper"))
    heads = [
        (one(f"fill_in.{form.ID}"), one(f"fill_in.{name}"))
        for one in texts
        for name in names
        if one.has(f"fill_in.{name}")
    ]
    cells = [
        tuple(f">{word.lower()}<" for word in head) for head in [(form.ID, form.ANSWER), *heads]
    ]
    return ((form.MARK,), *dict.fromkeys(cells))


def _heading_words(texts: Sequence[Texts]) -> dict[str, str]:
    names = {f"fill_in.{key}{suffix}": key for key in form.COLUMNS for suffix in ("", "_paper")}
    return {
        spelled(one(name)): key for one in texts for name, key in names.items() if one.has(name)
    }


def _columns(
    cells: Sequence[Cell], names: Mapping[str, str], *, exactly: bool = False
) -> dict[str, int]:
    """Where each column stands; the first one counts if a heading is there twice.

    ``exactly`` tells the hidden row from English headings.
    """
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        if isinstance(cell, str):
            key = names.get(cell.strip() if exactly else spelled(cell))
            if key is not None:
                found.setdefault(key, place)
    return found
