"""What the hidden sheet of a fill-in workbook says, and who has filled the workbook in."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from kiassess.domain.errors import WorkbookTooNewError
from kiassess.domain.fill_in import FillInMeta, Respondent
from kiassess.exchange import fill_in_format as form
from kiassess.exchange.cells import Cell
from kiassess.exchange.workbook_reading import Sheet, Workbook

LONGEST_NAME = 200
_FORMAT = re.compile(r"\d{1,6}", re.ASCII)
_VERSION = re.compile(r"\d{1,6}(\.\d{1,6})*", re.ASCII)
_GERMAN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Hidden:
    """The hidden sheet.

    Attributes:
        meta: What the workbook is about; ``None`` if nothing usable is left of it.
        sheet: The sheet itself.
        texts: Fingerprint of the texts of each item, by item id.
        given: Fingerprint of what each row was handed out with, by item id.
    """

    meta: FillInMeta | None = None
    sheet: Sheet | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)


def read_meta(book: Workbook) -> FillInMeta | None:
    """What a workbook says of itself, to find the assessment it belongs to.

    Returns:
        ``None`` if it is none of ours, or its hidden sheet is lost.

    Raises:
        WorkbookTooNewError: A newer version of the program has made it.
    """
    return read_hidden(book).meta


def read_hidden(book: Workbook) -> Hidden:
    """Read the hidden sheet, whatever it is called and wherever it stands.

    Raises:
        WorkbookTooNewError: A newer version of the program has made it.
    """
    for sheet in book.sheets:
        for place, row in enumerate(sheet.rows):
            if row and row[0] == form.MARK:
                return _read(sheet, place, book.name)
    return Hidden()


def _read(sheet: Sheet, start: int, file: str) -> Hidden:
    rows = [[cell_text(cell) for cell in row] for row in sheet.rows[start:] if len(row) > 1]
    values = {row[0]: row[1] for row in reversed(rows)}
    if _FORMAT.fullmatch(number := values.get(form.MARK, "")) and int(number) > form.FORMAT:
        raise WorkbookTooNewError(file=file)
    items = [row for row in rows if row[0] == form.ITEM and len(row) > 3]
    meta = FillInMeta(
        questionnaire_id=values.get(form.QUESTIONNAIRE, ""),
        questionnaire_version=values.get(form.VERSION, ""),
        assessment_id=values.get(form.ASSESSMENT, ""),
        role_id=values.get(form.ROLE, ""),
        language=values.get(form.LANGUAGE, ""),
        program_version=values.get(form.PROGRAM, ""),
    )
    usable = meta.questionnaire_id and _VERSION.fullmatch(meta.questionnaire_version)
    return Hidden(
        meta if usable else None,
        sheet,
        {row[1]: row[2] for row in items},
        {row[1]: row[3] for row in items},
    )


def version_of(text: str) -> tuple[int, ...]:
    """A version to be compared with others; ``(0,)`` if it is none."""
    return tuple(map(int, text.split("."))) if _VERSION.fullmatch(text) else (0,)


def read_respondent(sheets: Sequence[Sheet]) -> Respondent:
    """Who says to have filled the workbook in, found by the marks in the guide."""
    found: dict[str, Cell] = {}
    for sheet in sheets:
        for row in sheet.rows:
            for place, cell in enumerate(row[:-2]):
                if cell in {form.RESPONDENT, form.DEPARTMENT, form.DAY}:
                    found.setdefault(str(cell), row[place + 2])
    name, department = (
        " ".join(cell_text(found.get(mark)).split())[:LONGEST_NAME]
        for mark in (form.RESPONDENT, form.DEPARTMENT)
    )
    return Respondent(name, department, _day(found.get(form.DAY)))


def cell_text(value: Cell) -> str:
    """What a cell holds as a text to be kept; a number as it is seen."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == datetime.min.time():
            return value.date().isoformat()
        case datetime() | date():
            return value.isoformat()
        case _:
            return form.cell_safe(str(value))


def _day(value: Cell) -> date | None:
    match value:
        case datetime():
            return value.date()
        case date():
            return value
        case str():
            german = _GERMAN_DAY.fullmatch(value.strip())
            text = f"{german[3]}-{german[2]:0>2}-{german[1]:0>2}" if german else value.strip()
            try:
                return date.fromisoformat(text)
            except ValueError:
                return None
        case _:
            return None
