"""The page of the comparison in the real window, over workspaces with many towns."""

from collections.abc import Callable
from datetime import date

import pytest
from accessibility import nameless
from builders import NOON, NOT_APPLICABLE, make_answer, make_item, make_questionnaire
from filling import fill
from many_towns import Many, many_towns
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTableView,
)

from kiassess.domain.assessment import NewAssessment
from kiassess.domain.comparison import compare
from kiassess.domain.history import StepKind, Subject
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality
from kiassess.domain.shown_comparison import ShownComparison
from kiassess.exchange.workbook_reading import read_workbook
from kiassess.store.journal import record
from kiassess.ui.background import Background
from kiassess.ui.models.columns_model import ColumnsModel
from kiassess.ui.models.heat_model import HeatModel
from kiassess.ui.page_stack import COMPARISON, PROFILE, START
from kiassess.ui.pages.comparison import ComparisonPage, ComparisonView
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.name_choice import NameChoice
from kiassess.workflow import assessing
from kiassess.workflow.keeping_levels import missing_levels
from kiassess.workflow.selections import saved_selections

TOWNS, ROUNDS = 14, 2


@pytest.fixture
def many(workspace):
    """Fourteen towns with two rounds each."""
    edition = workspace.library.load("ki-readiness")
    fill(
        workspace.db,
        many_towns(Many(TOWNS, ROUNDS), edition.questionnaire("de")),
        edition.to_json(),
    )


@pytest.fixture
def settle(qtbot, window):
    """Wait until nothing is loaded, compared or drawn any more."""

    def settle():
        qtbot.waitUntil(lambda: window.background.idle and not window.pages.drawing, timeout=30_000)

    return settle


@pytest.fixture
def page(many, window, settle):
    """The page with the comparison of all towns."""
    window.pages.show_page(COMPARISON)
    settle()
    return window.pages.comparison


@pytest.fixture
def begin(workspace) -> Callable[..., str]:
    """Begin an assessment with real answers, all at one level."""

    def begin(name, level, *, year=2026, who="", extent=Extent.FULL, population=900):
        town = Municipality(name, population=population)
        made = assessing.create(
            workspace, NewAssessment(town, date(year, 3, 2), extent=extent), now=NOON
        )
        opened = assessing.load(workspace, made.id, "de")
        answers = {
            (Subject.ANSWER, i.id): make_answer(i.id, level, responsible=who)
            for i in opened.items()
        }
        record(workspace.db, made.id, StepKind.ANSWER, answers, now=NOON)
        return made.id

    return begin


def show(page, view, settle):
    page.show_view(ComparisonView(view))
    settle()


def label(page, name):
    return page.findChild(QLabel, name).text()


def heatmap(page):
    return page.findChild(QTableView, "heatmap")


def row_names(page):
    model = heatmap(page).model()
    rows = (row for row in range(model.rowCount()) if row not in model.title_rows)
    return [model.headerData(row, Qt.Orientation.Vertical) for row in rows]


def choose(page, row, column):
    table = heatmap(page)
    table.setCurrentIndex(table.model().index(row, column))


def click(page, name):
    page.findChild(QAbstractButton, name).click()


def cells(table):
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


# --- getting there


def test_there_is_a_way_without_an_open_assessment(many, window, settle):
    assert window.session.current is None
    pages = window.findChild(QListWidget, "pages")
    assert pages.item(4).flags() & Qt.ItemFlag.ItemIsEnabled
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert window.pages.current == COMPARISON
    assert pages.currentRow() == 4
    assert label(window.pages.comparison, "chosen") == "14 Standortbestimmungen ausgewählt"


def test_the_menu_leads_there_and_the_help_is_about_it(page, window):
    window.pages.show_page(START)
    window.menus.comparison.trigger()
    assert window.pages.current == COMPARISON
    for action in (window.menus.export, window.menus.print, window.menus.save_chart):
        assert action.isEnabled()
    for action in (window.menus.facts, window.menus.find, window.menus.freeze):
        assert not action.isEnabled()


def test_an_empty_workspace_says_what_to_do(window, settle):
    window.pages.show_page(COMPARISON)
    settle()
    page = window.pages.comparison
    assert page.shown is None
    assert "noch keine Standortbestimmung" in label(page, "empty-text")
    assert not page.findChild(QPushButton, "choose").isEnabled()


def test_what_changed_meanwhile_is_seen_the_next_time(page, window, session, settle):
    window.pages.show_page(START)
    session.create(NewAssessment(Municipality("Neudorf"), date(2026, 3, 2)))
    window.pages.show_page(COMPARISON)
    settle()
    assert label(page, "chosen") == "15 Standortbestimmungen ausgewählt"
    assert "▸ Neudorf" in row_names(page)  # what is being worked on is in focus


def test_levels_are_kept_for_the_next_time(begin, window, workspace, settle):
    begin("A", 1)
    assert missing_levels(workspace)
    window.pages.show_page(COMPARISON)
    settle()
    assert missing_levels(workspace) == ()


# --- the overview


def test_each_town_is_there_once_by_name_in_its_size_class(page):
    names = row_names(page)
    assert len(names) == len(set(names)) == TOWNS
    model = heatmap(page).model()
    titles = [model.index(row, 0).data() for row in model.title_rows]
    assert titles == sorted(titles, key=lambda title: ("über" in title, "bis" in title))
    assert "Rang" not in " ".join(titles)


def test_a_cell_says_in_words_what_is_behind_it(page):
    choose(page, 1, 0)
    said = label(page, "said")
    assert said.startswith(row_names(page)[0])
    assert "von 4. Mindestens" in said


def test_enter_in_a_cell_shows_the_profile_of_that_town(page, window, settle):
    choose(page, 1, 0)
    place = heatmap(page).currentIndex().data(HeatModel.PlaceRole)
    wanted = page.shown.comparison.chosen[place].id
    QTest.keyClick(heatmap(page), Qt.Key.Key_Return)
    settle()
    assert window.pages.current == PROFILE
    assert window.session.current.assessment.id == wanted


def test_a_click_on_a_heading_sorts_and_a_second_one_brings_the_names_back(page):
    before = row_names(page)
    page.findChild(QCheckBox, "grouped").click()
    table = heatmap(page)
    table.horizontalHeader().sectionClicked.emit(1)
    values = [table.model().index(row, 1).data(HeatModel.ValueRole) for row in range(TOWNS)]
    assert values == sorted(values)
    assert page.findChild(QComboBox, "order").currentText() == "Handlungsfelder"
    table.horizontalHeader().sectionClicked.emit(1)
    assert row_names(page) == sorted(before)


def test_gates_are_told_by_signs(page):
    kinds = page.findChild(QComboBox, "kind")
    kinds.setCurrentIndex(2)
    kinds.activated.emit(2)
    model = heatmap(page).model()
    assert model.columnCount() == 12
    texts = {model.index(1, column).data()[0] for column in range(12)}
    assert texts <= set("✓✗?!")
    assert "✓ erfüllt" in label(page, "legend")


def test_narrow_rows_show_more_at_once(page):
    table = heatmap(page)
    before = table.rowHeight(1)
    page.findChild(QCheckBox, "narrow").click()
    assert table.rowHeight(1) < before


# --- choosing


def test_ticks_decide_what_is_compared(page, window, in_dialog, settle):
    def untick_most(dialog):
        dialog.findChild(QLineEdit, "search").setText("ort 0000")
        dialog._filter()
        click(dialog, "none")
        dialog.findChild(QLineEdit, "search").clear()
        dialog._filter()
        click(dialog, "accept")

    in_dialog(untick_most)
    click(page, "choose")
    settle()
    assert sorted(row_names(page)) == [f"Ort 000{number}" for number in (10, 11, 12, 13)]


def test_filters_and_search_narrow_the_list_and_leave_the_ticks(page, in_dialog):
    found = {}

    def look(dialog):
        model = dialog.findChild(QTableView, "rounds").model()
        found["all"] = model.rowCount()
        years = dialog.findChild(QComboBox, "year")
        years.setCurrentIndex(1)
        years.activated.emit(1)
        found["year"] = model.rowCount()
        found["hint"] = dialog.findChild(QLabel, "hint").text()
        found["offered"] = [
            dialog.findChild(QComboBox, name).isVisible() for name in ("state", "version")
        ]

    in_dialog(look)
    click(page, "choose")
    assert found["all"] == TOWNS * ROUNDS
    assert found["year"] == TOWNS
    assert found["hint"] == "14 Standortbestimmungen ausgewählt"
    assert found["offered"] == [True, False]  # there is one version only


def test_enter_in_the_search_leads_to_the_list_and_compares_nothing(page, in_dialog):
    found = []

    def look(dialog):
        search, rounds = (
            dialog.findChild(QLineEdit, "search"),
            dialog.findChild(QTableView, "rounds"),
        )
        search.setText("ort 00013")
        QTest.keyClick(search, Qt.Key.Key_Return)
        found.extend([dialog.isVisible(), dialog.focusWidget() is rounds, len(cells(rounds))])
        found.append(rounds.currentIndex().row())

    in_dialog(look)
    click(page, "choose")
    assert found == [True, True, ROUNDS, 0]


def test_a_tick_is_set_by_the_space_bar(page, in_dialog):
    ticked = []

    def turn(dialog):
        table = dialog.findChild(QTableView, "rounds")
        model = table.model()
        assert isinstance(model, ColumnsModel)
        before = len(model.ticked)
        table.setCurrentIndex(model.index(0, 2))
        QTest.keyClick(table, Qt.Key.Key_Space)
        ticked.append(len(model.ticked) - before)

    in_dialog(turn)
    click(page, "choose")
    assert ticked in ([1], [-1])


def test_a_selection_is_kept_under_a_name_and_chosen_again(page, workspace, in_dialog, settle):
    def keep(dialog):
        model = dialog.findChild(QTableView, "rounds").model()
        model.set_ticked(frozenset({0, 1}))
        dialog._reflect()
        dialog.findChild(QComboBox, "saved").setEditText("Nachbarn")
        click(dialog, "save")

    def choose_it(dialog):
        saved = dialog.findChild(QComboBox, "saved")
        assert [saved.itemText(n) for n in range(saved.count())] == ["Nachbarn"]
        saved.setCurrentIndex(0)
        saved.activated.emit(0)
        click(dialog, "accept")

    in_dialog(keep)
    click(page, "choose")
    assert list(saved_selections(workspace)) == ["Nachbarn"]
    in_dialog(choose_it)
    click(page, "choose")
    settle()
    assert label(page, "chosen") == "2 Standortbestimmungen von einer Kommune ausgewählt"


def test_a_selection_that_was_kept_can_be_forgotten(page, workspace, in_dialog):
    def keep_and_forget(dialog):
        dialog.findChild(QComboBox, "saved").setEditText("Nachbarn")
        assert not dialog.findChild(QPushButton, "delete").isEnabled()
        click(dialog, "save")
        click(dialog, "delete")

    in_dialog(keep_and_forget)
    click(page, "choose")
    assert saved_selections(workspace) == {}


def test_nothing_ticked_cannot_be_compared(page, in_dialog):
    said = []

    def untick(dialog):
        hint = dialog.findChild(QLabel, "hint")
        said.append(hint.text())
        click(dialog, "none")
        said.append(hint.text())
        assert not dialog.findChild(QPushButton, "accept").isEnabled()
        assert not dialog.findChild(QPushButton, "save").isEnabled()

    in_dialog(untick)
    click(page, "choose")
    assert said[0].startswith("14")
    assert said[1]
    assert "14" not in said[1]


# --- one in focus


def test_the_one_in_focus_is_marked_and_others_are_about_it(page, settle):
    choose(page, 1, 0)
    name = row_names(page)[0]
    click(page, "focus")
    assert row_names(page)[0] == f"▸ {name}"
    assert page.findChild(NameChoice, "in-focus").currentText() == name
    show(page, "rounds", settle)
    assert page.rounds.charted is not None
    assert [one.partition(",")[0] for one in page.rounds.charted.names] == [name, name]


def test_without_one_in_focus_the_rounds_say_so(page, settle):
    show(page, "rounds", settle)
    assert "in den Blick" in page.rounds.findChild(QLabel, "none").text()
    show(page, "trend", settle)
    assert "in den Blick" in page.trend.findChild(QLabel, "none").text()
    assert cells(page.trend.findChild(FullTable, "years"))  # the group has its years all the same


def test_two_rounds_are_split_into_parts_and_say_who_answered(begin, window, settle):
    begin("Aue", 1, year=2024, who="IT")
    window.session.open(begin("Aue", 3, year=2026, who="Hauptamt"))
    window.pages.show_page(COMPARISON)
    settle()
    page = window.pages.comparison
    show(page, "rounds", settle)
    split = cells(page.findChild(FullTable, "split"))
    assert split[0][1:] == ["1,00", "3,00", "+2,00", "+2,00", "0,00", "0,00", "0,00"]
    moved = cells(page.findChild(FullTable, "moved"))
    assert len(moved) == 86
    assert moved[0][1:] == ["Stufe 1", "Stufe 3", "damals IT, jetzt Hauptamt"]
    assert "86 Antworten kamen diesmal von anderen" in label(page, "round-notes")


def test_the_same_round_twice_asks_for_another(begin, window, settle):
    begin("Aue", 1, year=2024)
    window.session.open(begin("Aue", 3, year=2026))
    window.pages.show_page(COMPARISON)
    settle()
    page = window.pages.comparison
    show(page, "rounds", settle)
    choice = page.findChild(NameChoice, "from")
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    assert "zwei verschiedene" in label(page, "round-notes")
    assert not page.findChild(FullTable, "split").isVisible()


def test_the_trend_names_every_round_and_who_answered(begin, window, settle):
    begin("Aue", 1, year=2022, who="IT")
    begin("Aue", 2, year=2024, who="IT")
    window.session.open(begin("Aue", 3, year=2026, who="Hauptamt"))
    window.pages.show_page(COMPARISON)
    settle()
    page = window.pages.comparison
    show(page, "trend", settle)
    values = cells(page.findChild(FullTable, "values"))
    assert values[0][1:] == ["1,0, gesichert 1", "2,0, gesichert 2", "3,0, gesichert 3"]
    rounds = cells(page.trend.findChild(FullTable, "rounds"))
    assert [row[0] for row in rounds] == ["02.03.2022", "02.03.2024", "02.03.2026"]
    assert rounds[0][2] == "IT (86)"


def test_peers_are_of_the_same_kind_and_size(begin, window, settle):
    ids = [begin(f"Ort {n}", n % 5) for n in range(7)]
    begin("Groß", 4, population=90_000)
    window.session.open(ids[2])
    window.pages.show_page(COMPARISON)
    settle()
    page = window.pages.comparison
    show(page, "strips", settle)
    page.findChild(QCheckBox, "peers").click()
    settle()
    said = label(page, "standing")
    assert said.startswith("Vergleichsgruppe: 6 andere")
    assert len(said.splitlines()) == 8  # one a building block
    assert page.strips.charted.standings


# --- the other views


def test_statistics_of_a_small_group_are_left_out(begin, window, settle):
    for number in range(4):
        begin(f"Ort {number}", number)
    window.pages.show_page(COMPARISON)
    settle()
    page = window.pages.comparison
    show(page, "strips", settle)
    assert {row[3] for row in cells(page.findChild(FullTable, "statistics"))} == {"–"}
    show(page, "lacking", settle)
    assert "zu wenige" in label(page, "lead")
    assert not page.findChild(FullTable, "gates").isVisible()


def test_what_many_lack_names_who_is_at_the_top(begin, window, settle):
    for number in range(5):
        begin(f"Ort {number}", 4 if number == 3 else 0)
    window.pages.show_page(COMPARISON)
    settle()
    page = window.pages.comparison
    show(page, "lacking", settle)
    gates = cells(page.findChild(FullTable, "gates"))
    assert {tuple(row[1:]) for row in gates} == {("4 von 5", "Ort 3")}
    assert cells(page.findChild(FullTable, "items"))[0][1:] == ["4 von 5", "Ort 3"]
    measures = cells(page.findChild(FullTable, "measures"))
    assert {row[1] for row in measures} == {"4 von 5"}


def test_an_anonymous_comparison_does_not_say_who_is_at_the_top(begin, window, settle):
    for number in range(5):
        begin(f"Ort {number}", 4 if number == 3 else 0)
    window.pages.show_page(COMPARISON)
    settle()
    click(window.pages.comparison, "anonymous")
    settle()
    page = window.pages.comparison
    show(page, "lacking", settle)
    for name in ("gates", "items"):
        assert {len(row) for row in cells(page.findChild(FullTable, name))} <= {2}
    model = page.findChild(FullTable, "items").model()
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Unter Stufe 2"  # alike for all


def test_an_anonymous_comparison_marks_nobody_alone_as_limited(begin, window, workspace, settle):
    ids = [begin(f"Ort {number}", 2) for number in range(5)]
    items = assessing.load(workspace, ids[0], "de").items()
    left_out = [item.id for item in items if item.id.startswith("legal.")]
    given = {(Subject.ANSWER, one): make_answer(one, NOT_APPLICABLE) for one in left_out}
    record(workspace.db, ids[0], StepKind.ANSWER, given, now=NOON)
    window.pages.show_page(COMPARISON)
    settle()
    page = window.pages.comparison
    assert any(True in block.limited for block in page.shown.comparison.blocks)
    click(page, "anonymous")
    settle()
    assert not any(True in block.limited for block in page.shown.comparison.blocks)
    assert "damit niemand zu erkennen ist" in label(page, "notes")


def test_the_table_has_facts_values_coverage_and_areas(page, settle):
    show(page, "table", settle)
    model = page.table.findChild(QTableView, "table").model()
    titles = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert titles[:4] == ["Art", "Größenklasse", "Einwohner", "Land"]
    assert sum("Abdeckung" in title for title in titles) == 7
    assert model.rowCount() == TOWNS
    assert model.columnCount() > 7 + 7 + 7


def test_quick_checks_show_tendencies_and_no_radar(begin, window, settle):
    begin("Aue", 1, extent=Extent.QUICK)
    begin("Bonn", 4, extent=Extent.QUICK)
    window.pages.show_page(COMPARISON)
    settle()
    page = window.pages.comparison
    assert heatmap(page).model().index(1, 0).data() == "niedrig"
    show(page, "pair", settle)
    assert page.pair.charted is None
    assert "Schnellchecks" in page.pair.findChild(QLabel, "none").text()


def test_a_radar_shows_two_that_the_user_chooses(page, settle):
    show(page, "pair", settle)
    assert page.pair.charted.pair == (0, 1)
    other = page.findChild(NameChoice, "other")
    other.setCurrentIndex(5)
    other.activated.emit(5)
    settle()
    assert page.pair.charted.pair == (0, 5)


# --- anonymous


def everything_said(page):
    """All texts on the page: of labels, of tables with their headings, of choices."""
    words = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    for table in page.findChildren(QTableView):
        if not table.isVisible():
            continue
        model = table.model()
        words += [
            str(model.headerData(r, Qt.Orientation.Vertical)) for r in range(model.rowCount())
        ]
        words += [str(cell) for row in cells(table) for cell in row]
    for choice in page.findChildren(QComboBox):
        if choice.isVisible():
            words += [choice.itemText(n) for n in range(choice.count())]
    return "\n".join(words)


def test_an_anonymous_view_names_nobody_in_any_view(page, settle):
    page.put_in_focus(3)
    click(page, "anonymous")
    settle()
    assert page.shown.anonymous
    assert row_names(page)[0] == "Kommune 01"
    for view in ComparisonView:
        if view is ComparisonView.ROUNDS:
            continue
        show(page, view, settle)
        said = everything_said(page)
        assert "Ort " not in said
        assert "Kreis 0" not in said
        assert "Einwohner" not in said or view is ComparisonView.STRIPS
    assert not page.findChild(QAbstractButton, "view-rounds").isVisible()
    assert not page.findChild(NameChoice, "in-focus").isVisible()
    assert not page.findChild(QPushButton, "open").isVisible()
    assert page.shown.own is None


def test_names_come_back_with_the_one_in_focus(page, settle):
    page.put_in_focus(3)
    name = page.shown.names[3]
    click(page, "anonymous")
    settle()
    click(page, "anonymous")
    settle()
    assert not page.shown.anonymous
    assert page.shown.names[page.shown.own] == name


def test_another_selection_gets_other_numbers(page, window, settle):
    click(page, "anonymous")
    settle()
    comparing = window.services.comparing
    ids = frozenset(one.id for one in page.shown.comparison.chosen)
    orders = set()
    for _ in range(4):
        comparing.compare(ids)
        settle()
        orders.add(tuple(one.id for one in page.shown.comparison.chosen))
    assert len(orders) > 1


def test_four_towns_cannot_be_anonymous(begin, window, settle):
    for number in range(4):
        begin(f"Ort {number}", number)
    window.pages.show_page(COMPARISON)
    settle()
    page = window.pages.comparison
    click(page, "anonymous")
    settle()
    assert page.shown is None
    assert "mindestens 5 Kommunen" in label(page, "empty-text")
    click(page, "anonymous")
    settle()
    assert len(page.shown.names) == 4


# --- handing out


def test_the_workbook_holds_what_is_compared(page, window, said, settle, tmp_path, monkeypatch):
    target = tmp_path / "Vergleich.xlsx"
    asked = []

    def answer(_parent, _title, name, *_):
        asked.append(name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    window.menus.export.trigger()
    settle()
    assert "kiassess Vergleich" in asked[0]
    sheets = {sheet.name: sheet.rows for sheet in read_workbook(target).sheets}
    assert sum("Ort 0" in str(row[0]) for row in sheets["Heatmap"]) == TOWNS


def test_an_anonymous_workbook_offers_a_key_apart(page, window, settle, tmp_path, monkeypatch):
    files = iter([tmp_path / "Vergleich.xlsx", tmp_path / "Schluessel.csv"])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(next(files)), ""))
    monkeypatch.setattr(window.messages, "offer", lambda *_: True)
    click(page, "anonymous")
    settle()
    aliases = dict(zip(page.shown.names, page.shown.comparison.chosen, strict=True))
    click(page, "export")
    settle()
    book = read_workbook(tmp_path / "Vergleich.xlsx")
    assert "Ort 0" not in str([sheet.rows for sheet in book.sheets])
    key = (tmp_path / "Schluessel.csv").read_text(encoding="utf-8-sig")
    for alias, one in aliases.items():
        assert any(alias in row and one.municipality.name in row for row in key.splitlines())


@pytest.mark.parametrize(
    ("view", "suffix"), [("overview", "svg"), ("strips", "png"), ("pair", "pdf")]
)
def test_the_chart_on_the_screen_becomes_a_file(
    page, window, settle, tmp_path, monkeypatch, view, suffix
):
    target = tmp_path / f"Bild.{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    show(page, view, settle)
    window.menus.save_chart.trigger()
    settle()
    assert target.stat().st_size > 5_000


def test_what_cannot_be_written_is_said(page, window, settle, said, tmp_path, monkeypatch):
    target = tmp_path / "gone" / "Vergleich.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click(page, "export")
    settle()
    assert "Vergleich.xlsx" in said[-1]


# --- for everybody


def test_every_control_has_a_name(page, settle):
    for view in ComparisonView:
        show(page, view, settle)
        assert nameless(page) == []


def test_the_dialog_has_names_everywhere(page, in_dialog):
    found = []
    in_dialog(lambda dialog: found.append(nameless(dialog)))
    click(page, "choose")
    assert found == [[]]


def test_no_letter_is_a_key_twice(qtbot, texts, appearance):
    """In English, the language of the texts in the program; the menu bar has its own letters."""
    page = ComparisonPage(texts, Background(), appearance)
    qtbot.addWidget(page)
    page.show_comparison(compared(7))
    page.show()
    for view in ComparisonView:
        page.show_view(view)
        shown = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
        shown += [one for one in page.findChildren(QLabel) if one.isVisible() and one.buddy()]
        letters = [
            text.partition("&")[2][:1].lower() for one in shown if "&" in (text := one.text())
        ]
        assert len(set(letters)) == len(letters), letters
        assert not set(letters) & set("fevuxh")


def compared(number):
    """A comparison of some towns without a workspace."""
    questionnaire = make_questionnaire([make_item(f"data.{n}") for n in range(5)])
    rounds = tuple(many_towns(Many(number), questionnaire))
    names = tuple(one.municipality.name for one in rounds)
    return ShownComparison(compare(rounds, {1: questionnaire}), names)


def test_the_table_is_left_by_the_tab_key(page):
    table = heatmap(page)
    table.setFocus()
    choose(page, 1, 0)
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()


def test_towns_are_offered_in_the_order_of_their_names(begin, window, in_dialog, settle):
    for name in ("Zell", "Äpfelbach", "Bonn"):
        begin(name, 1)
    window.pages.show_page(COMPARISON)
    settle()
    found = []
    in_dialog(lambda dialog: found.extend(cells(dialog.findChild(QTableView, "rounds"))))
    click(window.pages.comparison, "choose")
    assert [row[0] for row in found] == ["Äpfelbach", "Bonn", "Zell"]
    focus = window.pages.comparison.findChild(NameChoice, "in-focus")
    assert [focus.itemText(n) for n in range(focus.count())] == ["Äpfelbach", "Bonn", "Zell"]
