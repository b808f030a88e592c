"""How long taking back many fill-in workbooks takes, read, understood and stored one by one."""

import time
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import load_workbook

from kiassess import paths
from kiassess.domain.assessment import NewAssessment
from kiassess.domain.merge_plan import OnConflict
from kiassess.domain.municipality import Municipality
from kiassess.exchange.fill_in_workbook import fill_in_workbook
from kiassess.wording.texts import load_all_texts, load_texts
from kiassess.workflow import assessing
from kiassess.workflow.importing import import_all, preview_files
from kiassess.workflow.taking_back import FillInChoices
from kiassess.workflow.workspace import open_for_writing

BEGIN = datetime(2026, 3, 2, 12, tzinfo=UTC)
NAME = "Platzhalter"
TOWNS = 5  # their workbooks are filled in again and again, by other people


def fill_in(content, level):
    """Every answer of a workbook filled in."""
    book = load_workbook(BytesIO(content))
    sheet = next(one for one in book.worksheets if one["A3"].value == "id")
    columns = {cell.value: cell.column for cell in sheet[3] if cell.value}
    for row in range(5, sheet.max_row + 1):
        if sheet.cell(row, columns["id"]).value:
            sheet.cell(row, columns["answer"]).value = level
            sheet.cell(row, columns["note"]).value = f"Notiz {row}"
    for cells in book.worksheets[0].iter_rows():
        for cell in cells:
            if cell.value == "respondent":
                book.worksheets[0].cell(cell.row, cell.column + 2).value = NAME
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def signed(content, name):
    """The same workbook, filled in by somebody else."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, old.read(part).replace(NAME.encode(), name.encode()))
    return stream.getvalue()


def importing(folder, library, count):
    """Seconds for looking at and for taking so many workbooks, and how many answers they bring."""
    texts = load_texts(paths.bundled().texts, "de")
    choices = FillInChoices(load_all_texts(paths.bundled().texts, texts))
    files = folder / "Rücklauf"
    files.mkdir()
    with open_for_writing(folder / "imports.db", library) as workspace:
        for town in range(TOWNS):
            new = NewAssessment(Municipality(f"Musterstadt {town}"), date(2026, 3, 2))
            made = assessing.create(workspace, new, now=BEGIN)
            opened = assessing.load(workspace, made.id, "de")
            roles = [role.id for role in opened.questionnaire.roles][:4]
            for role in roles:
                content = fill_in(fill_in_workbook(opened, role, texts, version="0"), town % 5)
                for number in range(count // TOWNS // len(roles)):
                    file = files / f"{town} {role} {number:03}.xlsx"
                    file.write_bytes(signed(content, f"Amt {number}"))
        now = BEGIN + timedelta(days=300)
        began = time.perf_counter()
        seen = preview_files(workspace, [files], choices, now=now)
        looked = time.perf_counter() - began
        began = time.perf_counter()
        found = import_all(workspace, [files], OnConflict.ASK, choices, now=now)
        took = time.perf_counter() - began
    if any(one.fill_in is None for one in (*seen, *found)) or len(found) != count:
        raise RuntimeError("not all workbooks were taken")
    return looked, took, sum(len(one.fill_in.voices) for one in found)
