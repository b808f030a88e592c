"""The values of an OpenDocument spreadsheet; formulas, comments, drawings and scripts stay out."""

from collections.abc import Mapping

from kiassess.domain.errors import DamagedFileError
from kiassess.exchange.fresh_workbook import (
    RawCell,
    RawSheet,
    RawWorkbook,
    Room,
    ValueType,
    literal,
    raw_cell,
)
from kiassess.exchange.refusals import RefusedError
from kiassess.exchange.workbook_guard import Package
from kiassess.exchange.workbook_limits import Limits
from kiassess.exchange.xml_events import EnoughError, Gathered, parse_xml, value, whole

_NUMBERS = {"float", "percentage", "currency"}
# LibreOffice keeps what was a truth value in Excel as 1, shown as TRUE or WAHR.
_FLAGS = {"true": 1, "wahr": 1, "false": 0, "falsch": 0}
_CELLS = {"table-cell", "covered-table-cell"}
_LEFT_OUT = {"tracked-changes", "dde-links"}  # tables are described in them that are no sheets


def read_ods(package: Package, limits: Limits) -> RawWorkbook:
    """Take the values out of a spreadsheet.

    Raises:
        RefusedError: It is damaged, or holds too much.
    """
    events = _Events(limits)
    parse_xml(package.pieces("content.xml"), events.start, events.end, events.text)
    if not events.sheets:
        raise RefusedError(DamagedFileError)
    return RawWorkbook(events.sheets)


class _Events:
    """Builds the sheets from the events of ``content.xml``.

    Attributes:
        sheets: Those found so far.
    """

    def __init__(self, limits: Limits) -> None:
        self.sheets: list[RawSheet] = []
        self._limits = limits
        self._room = Room(limits)
        self._style = ""
        self._hidden: set[str] = set()  # names of the styles of hidden sheets
        self._depth = self._cell_depth = self._left_out_depth = 0
        self._in_paragraph = False
        self._row = self._row_repeats = 0
        self._column = 0
        self._cells: dict[int, RawCell] = {}
        self._cell: Mapping[str, str] = {}
        self._paragraphs = 0
        self._text = Gathered(limits.cell_characters)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._left_out_depth:
            return
        if tag in _LEFT_OUT:
            self._left_out_depth = self._depth
        elif self._cell_depth:
            self._start_in_cell(tag, attributes)
        elif tag in _CELLS:
            self._cell_depth, self._cell = self._depth, attributes
            self._paragraphs = 0
            self._text.clear()
        elif tag == "table-row":
            self._row_repeats = _repeats(attributes, "number-rows-repeated")
            self._column = 0
            self._cells = {}
        elif tag == "table":
            self._begin_sheet(attributes)
        elif tag == "style":
            self._style = value(attributes, "name")
        elif tag == "table-properties" and value(attributes, "display") == "false":
            self._hidden.add(self._style)

    def text(self, text: str) -> None:
        if self._in_paragraph:
            self._text.add(text)

    def end(self, tag: str) -> None:
        depth, self._depth = self._depth, self._depth - 1
        if self._left_out_depth:
            if depth == self._left_out_depth:
                self._left_out_depth = 0
        elif self._cell_depth:
            if depth == self._cell_depth:
                self._end_cell()
            elif depth == self._cell_depth + 1:
                self._in_paragraph = False
        elif tag == "table-row":
            self._end_row()

    def _begin_sheet(self, attributes: Mapping[str, str]) -> None:
        if len(self.sheets) == self._limits.sheets:
            raise EnoughError
        name = self._room.fitted(value(attributes, "name"))
        self.sheets.append(RawSheet(name, value(attributes, "style-name") in self._hidden))
        self._row = 0

    def _start_in_cell(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Only the paragraphs right in the cell count; comments have some of their own."""
        if self._depth == self._cell_depth + 1:
            self._in_paragraph = tag == "p"
            self._paragraphs += self._in_paragraph
            if self._in_paragraph and self._paragraphs > 1:
                self._text.add("\n")
        elif self._in_paragraph and tag == "s":
            spaces = whole(value(attributes, "c") or "1")
            self._text.add(" " * min(spaces, self._limits.cell_characters))
        elif self._in_paragraph and tag in {"tab", "line-break"}:
            self._text.add("\t" if tag == "tab" else "\n")

    def _end_cell(self) -> None:
        self._cell_depth = 0
        self._in_paragraph = False
        first = self._column
        self._column += _repeats(self._cell, "number-columns-repeated")
        cell = self._raw_cell()
        if cell.text and self._row < self._limits.rows:
            for column in range(first, min(self._column, self._limits.columns)):
                self._cells[column] = cell

    def _raw_cell(self) -> RawCell:
        text = self._text.text()
        kind = value(self._cell, "value-type")
        number = value(self._cell, "value")
        day = value(self._cell, "date-value")
        if text.casefold() in _FLAGS:
            return RawCell(ValueType.FLAG, str(_FLAGS[text.casefold()]))
        if kind in _NUMBERS and number:
            return raw_cell(ValueType.NUMBER, number)
        if kind == "date" and day:
            return raw_cell(ValueType.DAY, day)
        if kind == "boolean":
            return RawCell(ValueType.FLAG, str(int(value(self._cell, "boolean-value") == "true")))
        return RawCell(ValueType.TEXT, literal(text or value(self._cell, "string-value")))

    def _end_row(self) -> None:
        first = self._row
        self._row += self._row_repeats
        if not self._cells:
            return
        if not self.sheets:
            raise RefusedError(DamagedFileError)
        rows = self.sheets[-1].cells
        for row in range(first, min(self._row, self._limits.rows)):
            for cell in self._cells.values():
                self._room.add_cell()
                self._room.fitted(cell.text)
            rows[row] = dict(self._cells)


def _repeats(attributes: Mapping[str, str], name: str) -> int:
    return whole(value(attributes, name) or "1")
