"""The plan as a workbook, read back with another library."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from builders import NOON
from hostile import HOSTILE
from kept_entries import BARE, FIELD, FRAME, FULL, PLAN, SYSTEM, USE_CASE
from towns import small_town
from workbooks import opened, part

from kiassess.domain.planning import PlanEntry, PlanFrame, PlanStatus
from kiassess.domain.states import FrozenState
from kiassess.exchange.plan_rows import PlanExport
from kiassess.exchange.plan_workbook import plan_workbook

LATER = NOON + timedelta(days=900)
TOP = 5


def export(texts, *entries, now=NOON, **facts):
    town = replace(small_town(), entries=entries, **facts)
    return PlanExport(town, texts, now, "1.2.3")


def rows(book, sheet):
    """The headings and the rows below them, by heading."""
    cells = list(book[sheet].iter_rows(min_row=TOP))
    heads = [cell.value for cell in cells[0]]
    return [dict(zip(heads, row, strict=True)) for row in cells[1:]]


def day(*parts):
    """A day as openpyxl reads it."""
    return datetime.combine(date(*parts), time())


@pytest.fixture
def book(texts_de):
    return opened(plan_workbook(export(texts_de, *FULL, now=LATER)))


def test_there_is_a_sheet_for_everything(book):
    assert book.sheetnames == [
        "Plan", "KI-Verzeichnis", "Anwendungsfälle", "Handlungsfelder", "Hinweise",
    ]  # fmt: skip
    assert book.properties.creator == "kiassess 1.2.3"
    assert book["Plan"]["A2"].value.endswith("Stand 18.08.2028")


def test_same_plan_same_bytes(texts_de):
    assert plan_workbook(export(texts_de, *FULL)) == plan_workbook(export(texts_de, *FULL))


def test_days_money_and_numbers_are_real_ones(book):
    (row,) = rows(book, "Plan")
    assert row["Titel"].value == "Datenbestände erfassen"
    assert row["Beginn"].value == day(2027, 1, 11)
    assert row["Fällig"].number_format == "dd.mm.yyyy"
    assert (row["Kosten"].value, row["Kosten"].number_format) == (12_500.5, '#,##0.00 "€"')
    assert row["Personentage"].value == 10.5
    assert (row["Kennzahl: Zielwert"].value, row["Kennzahl: Istwert"].value) == (80, 12.5)
    assert row["Status"].value == "läuft"
    assert row["Beschluss vom"].value == day(2026, 12, 15)
    assert row["Schritt zur Strategie"].value == 3
    (system,) = rows(book, "KI-Verzeichnis")
    assert system["Nächste Überprüfung"].value == day(2027, 5, 4)
    assert system["Risikoklasse (Hinweis)"].value == "Transparenzpflicht"
    assert system["Personenbezogene Daten"].value == "ja"


def test_what_is_not_known_is_an_empty_cell(texts_de):
    book = opened(plan_workbook(export(texts_de, *BARE)))
    (row,) = rows(book, "Plan")
    said = {head for head, cell in row.items() if cell.value is not None}
    assert said == {"Nr.", "Titel", "Status"}
    (system,) = rows(book, "KI-Verzeichnis")
    assert {head for head, cell in system.items() if cell.value is not None} == {
        "Nr.", "Name", "Status",
    }  # fmt: skip


def test_entries_come_in_the_order_of_the_plan(texts_de):
    late = PlanEntry("a", "Spät", start=date(2028, 1, 1))
    after = PlanEntry("b", "Danach", start=date(2027, 1, 1), after=("a", "gone"))
    book = opened(plan_workbook(export(texts_de, after, late)))
    found = rows(book, "Plan")
    assert [(row["Nr."].value, row["Titel"].value) for row in found] == [(1, "Spät"), (2, "Danach")]
    assert found[1]["Kommt nach"].value == "Spät"
    assert "Hinweise" not in book.sheetnames  # the first one does not say when it is due


def test_questions_are_named_with_their_level_then(texts_de):
    item = small_town().items()[0]
    aims = (replace(PLAN.aims[0], item_id=item.id), replace(PLAN.aims[1], item_id="gone.item"))
    book = opened(plan_workbook(export(texts_de, replace(PLAN, aims=aims))))
    (row,) = rows(book, "Plan")
    said = row["Soll bewegen (Frage, Stufe damals)"].value
    assert said == f"{item.title}: Stufe 1\ngone.item: Stufe unbekannt"


def test_a_use_case_has_the_name_of_its_field_and_its_pre_check(book):
    (row,) = rows(book, "Anwendungsfälle")
    assert row["Handlungsfeld"].value == "Mobilität"
    assert row["Vorprüfung KI-Verordnung"].value == "Hochrisiko prüfen (Rechtsstand 22.11.2026)"
    assert (row["Nutzen, 1 bis 4"].value, row["Aufwand, 1 bis 4"].value) == (3, 1)
    found = {
        row["Name"].value: row["Herausforderung"].value for row in rows(book, "Handlungsfelder")
    }
    assert found["Mobilität"] == FIELD.challenge
    assert list(found.values()).count(None) == 5


def test_without_a_decision_the_pre_check_stands_in_the_register(texts_de):
    book = opened(plan_workbook(export(texts_de, replace(SYSTEM, risk=None))))
    (row,) = rows(book, "KI-Verzeichnis")
    assert row["Risikoklasse (Hinweis)"].value == "Hochrisiko prüfen (Rechtsstand 22.11.2026)"
    assert book["KI-Verzeichnis"]["A3"].value.endswith("keine Rechtsberatung.")


def test_what_does_not_go_together_stands_on_the_last_sheet(texts_de):
    entries = [
        PlanEntry("a", "Erst", start=date(2027, 1, 4), due=date(2027, 3, 26), days=20),
        PlanEntry("b", "Dann", start=date(2027, 1, 4), after=("a",)),
        PlanFrame(days_per_quarter=10),
        SYSTEM,
    ]
    book = opened(plan_workbook(export(texts_de, *entries, now=LATER)))
    found = [[cell.value for cell in row] for row in book["Hinweise"].iter_rows(min_row=4)]
    assert [row[0] for row in found] == ["Reihenfolge", "Auslastung", "Überprüfung überfällig"]
    assert found[2][1] == "„Protokoll-Assistent“ sollte bis 04.05.2027 überprüft werden."
    assert "Hinweise" not in opened(plan_workbook(export(texts_de, PLAN))).sheetnames


def test_where_there_is_nothing_that_is_said(texts_de, texts_en):
    book = opened(plan_workbook(export(texts_de)))
    assert book["Plan"]["A5"].value == "Im Plan steht noch nichts."
    assert book["KI-Verzeichnis"]["A5"].value == "Im KI-Verzeichnis steht noch nichts."
    assert len(rows(book, "Handlungsfelder")) == 6
    assert opened(plan_workbook(export(texts_en))).sheetnames[:2] == ["Plan", "AI register"]


def test_a_frozen_state_says_so(texts_de):
    state = FrozenState("Beschluss", NOON, "", "1.0.0")
    book = opened(plan_workbook(export(texts_de, PLAN, now=LATER, state=state)))
    assert book["Plan"]["A2"].value.endswith("Beschluss, Stand 02.03.2026")


def test_it_prints_on_a4_with_the_headings_on_every_page(book):
    for name in ("Plan", "KI-Verzeichnis", "Anwendungsfälle"):
        sheet = book[name]
        assert sheet.freeze_panes == "C6"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.print_title_rows, sheet.print_title_cols) == ("$5:$5", "$A:$B")
        (table,) = sheet.tables.values()
        assert (
            table.name
            == f"kiassess_{ {'Plan': 'plan', 'KI-Verzeichnis': 'system'}.get(name, 'use_case') }"
        )


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_people_type_stays_text(texts_de, text):
    typed = text.encode("utf-8", "replace").decode().replace("\0", "")
    entries = [
        replace(PLAN, title=f"{typed}x", note=typed, responsible=typed),
        replace(SYSTEM, name=f"{typed}x", purpose=typed),
        replace(USE_CASE, title=f"{typed}x", idea=typed),
        replace(FIELD, note=typed),
        FRAME,
    ]
    content = plan_workbook(export(texts_de, *entries))
    for number in range(1, 5):
        assert "<f>" not in part(content, f"xl/worksheets/sheet{number}.xml")
    (row,) = rows(opened(content), "Plan")
    assert row["Titel"].data_type == "s"


def test_done_entries_stay_in_the_plan(texts_de):
    book = opened(plan_workbook(export(texts_de, replace(PLAN, status=PlanStatus.DONE))))
    assert rows(book, "Plan")[0]["Status"].value == "erledigt"
