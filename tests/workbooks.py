"""Workbooks read back with another library than the one that wrote them."""

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

from builders import NOON
from openpyxl import load_workbook
from towns import legal_table

from kiassess.domain.profile import make_profile
from kiassess.exchange.results import Results


def results_of(town, texts, **more):
    """What a workbook of a town is made of."""
    facts = {"legal": legal_table(), "catalogue": None, "changed": {}, **more}
    return Results(town, make_profile(town), texts, now=NOON, version="1.2.3", **facts)


def opened(content):
    """A workbook with its formulas, not their results."""
    return load_workbook(BytesIO(content))


def part(content, name):
    """One of the files a workbook consists of, as text."""
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode("utf-8")


def parts(content, start):
    """The names of the files a workbook consists of."""
    with ZipFile(BytesIO(content)) as archive:
        return sorted(name for name in archive.namelist() if name.startswith(start))


def dump(content):
    """The cells of a workbook as text: what a reader of a diff needs, and no times."""
    lines = []
    for sheet in opened(content):
        widths = {key: column.width for key, column in sheet.column_dimensions.items()}
        lines += [
            f"[{sheet.title}] frozen at {sheet.freeze_panes},"
            f" titles {sheet.print_title_rows} {sheet.print_title_cols},"
            f" paper {sheet.page_setup.paperSize} {sheet.page_setup.orientation}"
            f" {sheet.page_setup.fitToWidth} x {sheet.page_setup.fitToHeight}",
            f"widths {widths}",
            *(f"table {table.name} {table.ref}" for table in sheet.tables.values()),
            *(f"merged {merged}" for merged in sorted(map(str, sheet.merged_cells.ranges))),
            *(_cell(cell) for row in sheet.iter_rows() for cell in row if cell.has_style),
        ]
    return "\n".join(lines) + "\n"


def _cell(cell):
    value = "a time" if _tells_time(cell.value) else repr(cell.value)
    bold = " bold" if cell.font.bold else ""
    return f"{cell.coordinate} {cell.data_type} {value} {cell.number_format}{bold}"


def _tells_time(value):
    """Whether a value depends on the time zone of this computer."""
    if isinstance(value, datetime):
        return (value.hour, value.minute) != (0, 0)
    return isinstance(value, str) and re.search(r"\d\d:\d\d", value) is not None
