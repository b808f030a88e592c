"""The plan on its page: entries, dates, warnings, paper and files, and how many clicks it takes."""

import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from accessibility import nameless, tab_stops
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QWidget,
)

from kiassess.domain.assessment import Answer, AnswerState, NewAssessment
from kiassess.domain.planning import PlanEntry, PlanFrame, PlanStatus
from kiassess.ui import printing
from kiassess.ui.background import Background
from kiassess.ui.desk import Tools
from kiassess.ui.exporter import Exporter
from kiassess.ui.messages import Messages
from kiassess.ui.models.plan_model import COLUMNS, PlanModel
from kiassess.ui.page_stack import MEASURES, PROFILE
from kiassess.ui.pages.measures_plan import PlanPart
from kiassess.ui.plan_desk import PlanDesk
from kiassess.ui.planning import Planning
from kiassess.ui.widgets.chart_view import ChartView
from kiassess.ui.widgets.full_table import FullTable
from kiassess.workflow.demo import make_demo

MEASURE, ITEM = "m.gov.coordinator", "res.responsible"
DRAWING_MS = 30_000  # the first drawing of a process imports matplotlib
DAY, LATER = date(2027, 1, 11), date(2027, 3, 26)
FIRST = PlanEntry(
    "a", "Liste anlegen", step=3, start=DAY, due=LATER, responsible="Hauptamt", days=5.0
)
SECOND = PlanEntry("b", "Bericht im Rat", after=("a",), start=DAY, due=LATER)
UNDATED = PlanEntry("c", "Schulung", days=2.0)


@pytest.fixture
def background():
    made = Background()
    yield made
    made.stop()


@pytest.fixture
def planning(town_session, background):
    town_session.save(Answer(ITEM, AnswerState.ANSWERED, 0))
    return Planning(town_session, background)


@pytest.fixture
def part(planning, texts, german, background, appearance, qtbot):
    part = PlanPart(planning, texts, background, appearance)
    qtbot.addWidget(part)
    planning.changed.connect(part.refresh)
    part.refresh()
    part.resize(1000, 1400)
    part.show()
    yield part
    qtbot.waitUntil(lambda: not part.drawing, timeout=DRAWING_MS)


@pytest.fixture
def desk(part, planning, town_session, settings, background, said):
    messages = Messages(part, town_session.texts)
    tools = Tools(part, town_session, background, messages, settings)
    made = PlanDesk(tools, planning, Exporter(tools))
    made.attend(part)
    return made


@pytest.fixture
def printed(monkeypatch, tmp_path):
    """The file that what is printed goes into; the printer is chosen at once."""
    file = tmp_path / "printed.pdf"

    def choose(_title, _parent=None, layout=None):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        printer.setPageLayout(layout)
        return printer

    monkeypatch.setattr(printing, "ask_printer", choose)
    return file


def button(part, name):
    return part.findChild(QWidget, f"plan-{name}")


def said_in(part, name):
    QApplication.processEvents()  # labels added to a layout are shown then
    labels = button(part, name).findChildren(QLabel)
    return [one.text() for one in labels if one.isVisibleTo(part)]


def table(part):
    return part.findChild(FullTable, "plan-table")


def titles(part):
    model = table(part).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose_row(part, row):
    table(part).setCurrentIndex(table(part).model().index(row, 0))


# --- the part


def test_without_an_entry_it_says_how_to_get_one(part, qtbot):
    assert "Übernehmen Sie Maßnahmen" in button(part, "lead").text()
    assert not button(part, "table").isVisibleTo(part)
    assert not part.print_out()
    with qtbot.waitSignal(part.part_requested) as wanted:
        button(part, "to-list").click()
    assert wanted.args == ["recommended"]


def test_a_measure_taken_over_stands_there_with_days(part, planning):
    planning.take_over(MEASURE)
    entry = planning.kept.plan[MEASURE]
    assert entry.start > planning.today()
    assert entry.start.weekday() == 0
    assert entry.due > entry.start
    (title,) = titles(part)
    assert title == entry.title
    shown = table(part).model()
    words = [shown.index(0, column).data() for column in range(len(COLUMNS))]
    assert words[COLUMNS.index("start")] == f"{entry.start:%d.%m.%Y}"
    assert words[COLUMNS.index("status")] == "geplant"


def test_the_table_is_in_the_order_of_the_plan_and_can_be_sorted(part, planning):
    planning.save(SECOND, replace(FIRST, due=date(2027, 1, 12)), UNDATED)
    assert titles(part) == ["Liste anlegen", "Bericht im Rat", "Schulung"]
    table(part).sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert titles(part) == ["Bericht im Rat", "Liste anlegen", "Schulung"]
    table(part).sortByColumn(COLUMNS.index("days"), Qt.SortOrder.DescendingOrder)
    assert titles(part)[-2:] == ["Liste anlegen", "Schulung"]


def test_the_model_is_a_proper_one(planning, texts, qtmodeltester):
    model = PlanModel(texts)
    model.set_entries((FIRST, SECOND, UNDATED))
    qtmodeltester.check(model)


def test_warnings_are_one_notice_in_words(part, planning):
    assert not button(part, "warnings").isVisibleTo(part)
    planning.save(FIRST, SECOND, UNDATED, PlanFrame(days_per_quarter=1.0))
    said = said_in(part, "warnings")
    assert said[0] == "Das passt noch nicht zusammen"
    assert any("„Bericht im Rat“ beginnt am 11.01.2027" in one for one in said)
    assert any("1. Quartal 2027: 5,0 Personentage sind geplant" in one for one in said)
    assert any(one.startswith("! 2 Einträge haben noch keinen Beginn") for one in said)


def test_dates_are_suggested_and_taken_back(part, planning, desk, town_session):
    planning.save(FIRST, UNDATED)
    assert button(part, "suggest").isVisibleTo(part)
    button(part, "suggest").click()
    found = planning.kept.plan["c"]
    assert found.start is not None
    assert found.due is not None
    assert not button(part, "suggest").isVisibleTo(part)
    town_session.undo()
    assert planning.kept.plan["c"] == UNDATED


def test_an_entry_is_opened_by_key_double_click_and_button(part, planning, qtbot):
    planning.save(FIRST, UNDATED)
    choose_row(part, 1)
    with qtbot.waitSignal(part.entry_requested) as wanted:
        QTest.keyClick(table(part), Qt.Key.Key_Return)
    assert wanted.args == ["c"]
    cell = table(part).visualRect(table(part).model().index(0, 2)).center()
    with qtbot.waitSignal(part.entry_requested) as wanted:
        QTest.mouseClick(table(part).viewport(), Qt.MouseButton.LeftButton, pos=cell)
        QTest.mouseDClick(table(part).viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert wanted.args == ["a"]
    with qtbot.waitSignal(part.entry_requested) as wanted:
        button(part, "open").click()
    assert wanted.args == ["a"]
    with qtbot.waitSignal(part.entry_requested) as wanted:
        button(part, "new").click()
    assert wanted.args == [""]


def test_the_delete_key_removes_an_entry_and_undo_brings_it_back(
    part, planning, desk, town_session, qtbot
):
    planning.save(FIRST, UNDATED)
    choose_row(part, 1)
    table(part).setFocus()
    with qtbot.waitSignal(desk.told) as told:
        QTest.keyClick(table(part), Qt.Key.Key_Delete)
    assert "Schulung" in told.args[0]
    assert titles(part) == ["Liste anlegen"]
    town_session.undo()
    assert titles(part) == ["Liste anlegen", "Schulung"]


def test_the_chosen_entry_stays_chosen(part, planning):
    planning.save(FIRST, SECOND)
    choose_row(part, 1)
    planning.save(UNDATED)
    assert button(part, "open").isEnabled()
    assert table(part).currentIndex().data() == titles(part)[1]


def test_the_roadmap_says_what_it_shows_and_leads_to_entries(part, planning, qtbot):
    planning.save(FIRST, SECOND)
    view = part.findChild(ChartView, "roadmap")
    qtbot.waitUntil(lambda: view.has_picture and not part.drawing, timeout=DRAWING_MS)
    assert "„Liste anlegen“: 11.01.2027 bis 26.03.2027" in view.accessibleDescription()
    assert "2 Einträge" in view.accessibleName()
    view.setFocus()
    with qtbot.waitSignal(view.asked) as asked:
        QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert asked.args[0] in {"a", "b"}


def test_every_control_has_a_name(part, planning):
    planning.save(FIRST, UNDATED)
    assert nameless(part) == []


def test_a_frozen_state_can_only_be_looked_at(part, planning, town_session, archive):
    planning.save(FIRST, UNDATED)
    archive.freeze("Rat")
    archive.show_state("Rat")
    choose_row(part, 0)
    assert titles(part) == ["Liste anlegen", "Schulung"]
    assert not button(part, "new").isEnabled()
    assert not button(part, "remove").isEnabled()
    assert not button(part, "suggest").isVisibleTo(part)
    assert button(part, "open").isEnabled()


# --- the next round


def test_the_next_round_shows_what_was_done_and_offers_what_came_later(
    part, planning, desk, town_session
):
    planning.take_over(MEASURE)
    first = town_session.current.assessment
    wanted = NewAssessment(first.municipality, date(2027, 11, 22))
    assert town_session.create(wanted)
    second = town_session.current.assessment.id
    assert set(planning.kept.plan) == {MEASURE}
    town_session.save(Answer(ITEM, AnswerState.ANSWERED, 2))
    planning.save(replace(planning.kept.plan[MEASURE], status=PlanStatus.DONE))
    said = said_in(part, "progress")
    assert said[0] == "Was seit der Runde vom 22.11.2026 geschehen ist"
    assert said[1] == "Erledigt: 1 von 1 Einträgen."
    assert "Ziel Stufe 2 erreicht" in said[2]
    town_session.open(first.id)
    planning.save(FIRST)
    town_session.open(second)
    said = said_in(part, "carry")
    assert said[0].startswith("In der Runde vom 22.11.2026 steht ein Eintrag")
    button(part, "carry").followed.emit()
    assert planning.kept.plan["a"] == FIRST
    assert not button(part, "carry").isVisibleTo(part)


# --- the dialog


@pytest.fixture
def dialog(desk, planning, german, qtbot):
    def made(entry_id):
        found = desk.entry_dialog(entry_id)
        qtbot.addWidget(found)
        found.show()
        return found

    return made


def field(dialog, name):
    return dialog.findChild(QLineEdit, name)


def test_what_is_shown_is_what_is_kept(dialog, planning):
    full = replace(
        FIRST,
        cost_cents=120_000,
        note="Zwei Zeilen\nText",
        after=("b", "gone"),
        status=PlanStatus.RUNNING,
    )
    planning.save(full, SECOND)
    shown = dialog("a")
    assert field(shown, "cost_cents").text() == "1.200,00 €"
    assert field(shown, "start").text() == "11.01.2027"
    assert set(shown.value().after) == {"b", "gone"}
    assert replace(shown.value(), after=full.after) == full


def test_a_new_entry_is_written_and_kept(part, planning, desk, in_dialog):
    planning.save(FIRST)

    def write(dialog):
        assert not dialog.findChild(QWidget, "accept").isEnabled()
        for name, text in {
            "title": "Ratsbericht",
            "due": "31.3.2027",
            "cost_cents": "1.200",
            "days": "2,5",
            "decision_day": "12.01.2027",
        }.items():
            field(dialog, name).setText(text)
        rows = dialog.findChild(QListWidget, "after")
        rows.item(0).setCheckState(Qt.CheckState.Checked)
        dialog.findChild(QWidget, "accept").click()

    in_dialog(write)
    button(part, "new").click()
    (entry,) = [one for one in planning.kept.plan.values() if one.title == "Ratsbericht"]
    assert entry.due == date(2027, 3, 31)
    assert (entry.cost_cents, entry.days) == (120_000, 2.5)
    assert entry.decision.day == date(2027, 1, 12)
    assert entry.after == ("a",)


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("title", " ", "Bitte geben Sie einen Titel ein."),
        ("due", "morgen", "Fällig: Bitte geben Sie den Tag so ein: 31.03.2027."),
        ("due", "10.01.2027", "Die Fälligkeit liegt vor dem Beginn."),
        ("cost_cents", "viel", "Kosten: Bitte geben Sie den Betrag so ein: 1.200,00 €."),
        ("days", "-1", "Personentage: Bitte geben Sie eine Zahl ein, zum Beispiel 12,5."),
        ("kpi_target", "x", "Kennzahl: Zielwert: Bitte geben Sie eine Zahl ein"),
        ("kpi_actual", "9" * 20, "Kennzahl: Istwert: Bitte geben Sie eine Zahl ein"),
    ],
)
def test_what_cannot_be_read_is_said_and_not_kept(dialog, planning, name, text, problem):
    planning.save(FIRST)
    shown = dialog("a")
    field(shown, name).setText(text)
    assert shown.findChild(QLabel, "problem").text().startswith(problem)
    assert not shown.findChild(QWidget, "accept").isEnabled()


def test_every_field_of_the_dialog_has_a_name(dialog, planning):
    planning.save(FIRST, SECOND)
    assert nameless(dialog("a")) == []


def test_the_tab_key_goes_through_the_dialog_as_it_is_read(dialog, planning, qtbot):
    planning.save(FIRST, SECOND)
    shown = dialog("a")
    shown.activateWindow()
    qtbot.waitUntil(field(shown, "title").hasFocus)
    visited = tab_stops(field(shown, "title"))
    assert visited[:6] == ["title", "step", "status", "responsible", "start", "due"]
    assert visited[-4:] == ["decision_text", "note", "accept", "reject"]


# --- paper and files


@pytest.mark.parametrize(("paper", "points"), [("a4", (842, 595)), ("a3", (1191, 842))])
def test_the_roadmap_is_printed_on_one_broad_page(
    part, planning, desk, printed, background, qtbot, companion, paper, points
):
    planning.save(FIRST, SECOND)
    part._paper.setCurrentIndex(part._paper.findData(paper))
    assert part.print_out()
    qtbot.waitUntil(printed.exists, timeout=DRAWING_MS)
    info = subprocess.run(
        [companion("pdfinfo"), printed], check=True, capture_output=True, text=True
    ).stdout
    assert "Pages:           1" in info
    size = next(line for line in info.splitlines() if line.startswith("Page size"))
    assert tuple(round(float(size.split()[n])) for n in (2, 4)) == points


def exported(part, name, tmp_path, monkeypatch, qtbot, background, suffix):
    target = tmp_path / f"plan{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    button(part, name).click()
    qtbot.waitUntil(lambda: background.idle and target.exists(), timeout=DRAWING_MS)
    return target


def test_the_plan_goes_into_a_workbook_and_a_calendar(
    part, planning, desk, tmp_path, monkeypatch, qtbot, background
):
    planning.save(FIRST)
    files = (tmp_path, monkeypatch, qtbot, background)
    book = load_workbook(exported(part, "workbook", *files, ".xlsx"))
    assert "Liste anlegen" in {cell.value for row in book["Plan"].rows for cell in row}
    calendar = exported(part, "calendar", *files, ".ics").read_text(encoding="utf-8")
    assert "DTSTART;VALUE=DATE:20270326" in calendar


def test_the_roadmap_goes_into_a_pdf_as_large_as_its_paper(
    part, planning, desk, tmp_path, monkeypatch, qtbot, background, companion
):
    planning.save(FIRST)
    file = exported(part, "pdf", tmp_path, monkeypatch, qtbot, background, ".pdf")
    info = subprocess.run(
        [companion("pdfinfo"), file], check=True, capture_output=True, text=True
    ).stdout
    assert "841.89 x 595.276" in info
    words = subprocess.run(
        [companion("pdftotext"), file, "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    assert "Liste anlegen" in words


def test_the_tab_key_goes_as_it_is_read(part, planning, qtbot):
    planning.save(FIRST, UNDATED)
    choose_row(part, 0)
    part.activateWindow()
    with qtbot.waitActive(part):
        pass
    names = ("suggest", "table", "new", "open", "remove", "print", "paper", "pdf")
    visited = tab_stops(button(part, "suggest"))
    assert visited[:8] == [f"plan-{name}" for name in names]
    assert visited[-1] == "roadmap"


# --- the whole way


class Clicks:
    """A clerk with a mouse; every click is counted."""

    def __init__(self):
        self.number = 0

    def __call__(self, widget, at=None):
        self.number += 1
        assert widget.isVisible()
        assert widget.isEnabled()
        where = widget.rect().center() if at is None else at
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(where))


def test_from_the_profile_to_a_printed_plan_in_under_ten_clicks(
    window, session, workspace, printed, qtbot, wait_for_worker
):
    made = make_demo(workspace, now=datetime(2026, 11, 22, 12, 0, tzinfo=UTC))
    town = next(one for one in made if one.municipality.name == "Neu Musterow")
    session.open(town.id)
    pages, click = window.pages, Clicks()
    pages.show_page(PROFILE)
    wait_for_worker(window)
    listed = window.findChild(QListWidget, "pages")
    at = next(n for n in range(listed.count()) if listed.item(n).text() == "Maßnahmen")
    click(listed.viewport(), listed.visualItemRect(listed.item(at)).center())
    assert pages.current == MEASURES
    page = pages.measures
    heads = [
        one.objectName().removeprefix("head-")
        for one in page.findChildren(QWidget)
        if one.objectName().startswith("head-") and one.isVisibleTo(page)
    ]
    for measure_id in heads[:2]:
        click(page.findChild(QWidget, f"head-{measure_id}"))
        click(page.findChild(QWidget, f"take-{measure_id}"))
    click(page.findChild(QWidget, "view-plan"))
    wait_for_worker(window)
    click(page.findChild(QWidget, "plan-print"))
    qtbot.waitUntil(printed.exists, timeout=DRAWING_MS)
    click.number += 1  # the printer is confirmed
    assert click.number < 10
    wait_for_worker(window)
    assert QApplication.activeModalWidget() is None
