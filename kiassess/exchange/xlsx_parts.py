"""The values of an Excel workbook, transitional or strict; formulas, links and macros stay out."""

import posixpath
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kiassess.domain.errors import DamagedFileError
from kiassess.exchange.fresh_workbook import (
    RawCell,
    RawSheet,
    RawWorkbook,
    Room,
    ValueType,
    raw_cell,
)
from kiassess.exchange.refusals import RefusedError
from kiassess.exchange.workbook_guard import Package
from kiassess.exchange.workbook_limits import Limits
from kiassess.exchange.xml_events import EnoughError, Gathered, parse_xml, value, whole

MOST_STYLES = 65_490  # as Excel has it; so few formats, too
LONGEST_CODE = 255  # of a number format
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII | re.IGNORECASE)
_TYPES = {
    "": ValueType.NUMBER,
    "n": ValueType.NUMBER,
    "b": ValueType.FLAG,
    "d": ValueType.DAY,
    "s": ValueType.SHARED,
}  # all others are texts, errors such as #N/A included


@dataclass(frozen=True, slots=True)
class _Relation:
    """A part that another one names: its id there, the last word of its type, its name."""

    id: str
    kind: str
    target: str


def read_xlsx(package: Package, limits: Limits) -> RawWorkbook:
    """Take the values out of a workbook.

    Raises:
        RefusedError: It is damaged, or holds too much.
    """
    room = Room(limits)
    roots = {relation.kind: relation.target for relation in _relations(package, "")}
    workbook = roots.get("officeDocument", "xl/workbook.xml")
    relations = _relations(package, workbook)
    named, since_1904 = _head(package, workbook)
    sheets = _sheets(package, named, relations, limits, room)
    targets = {relation.kind: relation.target for relation in relations}
    _put_shared_texts(sheets, package, targets.get("sharedStrings", ""), limits, room)
    formats, styles = _styles(package, targets.get("styles", ""))
    return RawWorkbook(sheets, formats, styles, since_1904)


def _relations(package: Package, part: str) -> list[_Relation]:
    folder, name = posixpath.split(part)
    source = posixpath.join(folder, "_rels", f"{name}.rels")
    found: list[_Relation] = []

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "Relationship" and value(attributes, "TargetMode") != "External":
            kind = value(attributes, "Type").rpartition("/")[2]
            target = value(attributes, "Target").replace("\\", "/")
            place = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.append(_Relation(value(attributes, "Id"), kind, place))

    if package.has(source):
        parse_xml(package.pieces(source), start)
    return found


def _head(package: Package, workbook: str) -> tuple[list[tuple[str, bool, str]], bool]:
    """Name, whether hidden and id of each sheet; whether days count from 1904."""
    named: list[tuple[str, bool, str]] = []
    epochs: list[str] = []

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "sheet":
            hidden = value(attributes, "state") in {"hidden", "veryHidden"}
            named.append((value(attributes, "name"), hidden, value(attributes, "id")))
        elif tag == "workbookPr":
            epochs.append(value(attributes, "date1904"))

    parse_xml(package.pieces(workbook), start)
    return named, any(epoch in {"1", "true", "on"} for epoch in epochs)


def _sheets(
    package: Package,
    named: Sequence[tuple[str, bool, str]],
    relations: Sequence[_Relation],
    limits: Limits,
    room: Room,
) -> list[RawSheet]:
    """The worksheets with their cells; sheets of other kinds, such as charts, are left out."""
    by_id = {relation.id: relation for relation in relations}
    sheets: list[RawSheet] = []
    for name, hidden, relation_id in named:
        relation = by_id.get(relation_id)
        if relation is None:
            raise RefusedError(DamagedFileError)
        if relation.kind != "worksheet" or len(sheets) == limits.sheets:
            continue
        sheet = RawSheet(room.fitted(name), hidden)
        events = _SheetEvents(sheet, limits, room)
        parse_xml(package.pieces(relation.target), events.start, events.end, events.text)
        sheets.append(sheet)
    return sheets


class _SheetEvents:
    """Fills a sheet from the events of its part."""

    def __init__(self, sheet: RawSheet, limits: Limits, room: Room) -> None:
        self._cells = sheet.cells
        self._limits = limits
        self._room = room
        self._row = self._column = -1
        self._type = ValueType.NUMBER
        self._style = 0
        self._in_cell = self._gathering = self._phonetic = False
        self._text = Gathered(limits.cell_characters)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "c":
            self._begin_cell(attributes)
        elif tag == "row":
            self._begin_row(attributes.get("r"))
        elif tag == "rPh":
            self._phonetic = True
        elif tag in {"v", "t"}:
            self._gathering = self._in_cell and not self._phonetic

    def text(self, text: str) -> None:
        if self._gathering:
            self._text.add(text)

    def end(self, tag: str) -> None:
        if tag in {"v", "t"}:
            self._gathering = False
        elif tag == "c":
            self._end_cell()
        elif tag == "rPh":
            self._phonetic = False
        elif tag == "sheetData":
            raise EnoughError

    def _begin_row(self, number: str | None) -> None:
        self._row = self._row + 1 if number is None else whole(number) - 1
        self._column = -1
        if self._row < 0:
            raise RefusedError(DamagedFileError)
        if self._row >= self._limits.rows:
            raise EnoughError

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            self._row, self._column = _place(reference)
        self._type = _TYPES.get(attributes.get("t", ""), ValueType.TEXT)
        style = attributes.get("s", "")
        self._style = int(style) if style.isdecimal() and len(style) < 6 else 0
        self._in_cell = True
        self._text.clear()

    def _end_cell(self) -> None:
        self._in_cell = False
        text = self._text.text()
        if not text or not self._room.has_place(self._row, self._column):
            return
        if self._row < 0:  # a cell outside of all rows
            raise RefusedError(DamagedFileError)
        self._room.add_cell()
        cell = raw_cell(self._type, text, self._style)
        if cell.type is not ValueType.SHARED:
            self._room.fitted(text)
        cells = self._cells.setdefault(self._row, {})
        cells[self._column] = cell


def _place(reference: str) -> tuple[int, int]:
    """Row and column from 0 of a cell such as ``C12``."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise RefusedError(DamagedFileError)
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _put_shared_texts(
    sheets: Sequence[RawSheet], package: Package, part: str, limits: Limits, room: Room
) -> None:
    """Put the texts many cells share into each of them; only those that are used are kept."""
    rows = [row for sheet in sheets for row in sheet.cells.values()]
    wanted = {
        whole(cell.text) for row in rows for cell in row.values() if cell.type is ValueType.SHARED
    }
    events = _TextEvents(wanted, limits)
    if wanted:
        parse_xml(package.pieces(part), events.start, events.end, events.text)
    texts = events.found
    if len(texts) < len(wanted):
        raise RefusedError(DamagedFileError)
    for row in rows:
        for column, cell in row.items():
            if cell.type is ValueType.SHARED:
                row[column] = RawCell(ValueType.TEXT, room.fitted(texts[whole(cell.text)]))


class _TextEvents:
    """Keeps the shared texts that are wanted.

    Attributes:
        found: By their number.
    """

    def __init__(self, wanted: Collection[int], limits: Limits) -> None:
        self.found: dict[int, str] = {}
        self._wanted = wanted
        self._last = max(wanted, default=-1)
        self._number = -1
        self._gathering = self._phonetic = False
        self._text = Gathered(limits.cell_characters)

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        if tag == "si":
            self._number += 1
            self._text.clear()
        elif tag == "rPh":
            self._phonetic = True
        elif tag == "t":
            self._gathering = self._number in self._wanted and not self._phonetic

    def text(self, text: str) -> None:
        if self._gathering:
            self._text.add(text)

    def end(self, tag: str) -> None:
        if tag == "t":
            self._gathering = False
        elif tag == "rPh":
            self._phonetic = False
        elif tag == "si" and self._number in self._wanted:
            self.found[self._number] = self._text.text()
            if self._number == self._last:
                raise EnoughError


def _styles(package: Package, part: str) -> tuple[Mapping[int, str], Sequence[int]]:
    """The number formats by their number, and the number of each style's format."""
    formats: dict[int, str] = {}
    styles: list[int] = []
    container = ""

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        nonlocal container
        if tag in {"numFmts", "cellXfs", "cellStyleXfs", "dxfs"}:
            container = tag
        elif (container, tag) == ("numFmts", "numFmt"):
            code = value(attributes, "formatCode")[:LONGEST_CODE]
            formats[whole(value(attributes, "numFmtId"))] = code
        elif (container, tag) == ("cellXfs", "xf"):
            styles.append(whole(value(attributes, "numFmtId") or "0"))
        if len(styles) + len(formats) > MOST_STYLES:
            raise RefusedError(DamagedFileError)

    if part and package.has(part):
        parse_xml(package.pieces(part), start)
    return formats, styles
