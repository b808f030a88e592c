import re

import pytest
from profile_screen import DRAWING_MS, begin, chart, click, gates, has_picture, text
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QTableView

from kiassess.app import make_application
from kiassess.paths import bundled
from kiassess.ui.background import Background
from kiassess.ui.pages.profile import ProfilePage
from kiassess.ui.pages.profile_chart import View
from kiassess.ui.theme import Appearance


@pytest.fixture
def background():
    background = Background()
    yield background
    background.stop()


@pytest.fixture
def page(qtbot, session, background, appearance):
    page = ProfilePage(session, background, appearance)
    page.resize(1000, 700)
    qtbot.addWidget(page)
    return page


@pytest.fixture
def colourless(tmp_path, settings):
    """A look with a colour that cannot be drawn; only charts use it."""
    folder = tmp_path / "themes"
    folder.mkdir()
    for file in bundled().themes.iterdir():
        colours = file.read_text(encoding="utf-8")
        broken = re.sub('band = ".{7}"', 'band = "no colour"', colours)
        (folder / file.name).write_text(broken, encoding="utf-8")
    made = Appearance(make_application(), folder, settings)
    yield made
    made.reset()


def test_the_chart_arrives(page, session, qtbot):
    begin(session, rest=2)
    page.show()
    assert not has_picture(page)
    qtbot.waitUntil(lambda: has_picture(page), timeout=DRAWING_MS)

    def fits():
        return round(chart(page).pixmap().deviceIndependentSize().width()) == chart(page).width()

    qtbot.waitUntil(fits, timeout=DRAWING_MS)


def test_the_chart_says_its_values_to_those_who_cannot_see_it(page, session):
    begin(session, rest=2)
    page.show()
    interface = QAccessible.queryAccessibleInterface(chart(page))
    assert interface.role() == QAccessible.Role.Graphic
    assert interface.text(QAccessible.Text.Name) == text(page, "profile-title")
    described = interface.text(QAccessible.Text.Description)
    assert all(f"{block.name}: 2,0" in described for block in session.current.questionnaire.blocks)
    assert "Raute: Ziel" in described


def test_the_summary_stands_below_the_chart(page, session):
    begin(session, rest=2)
    page.show()
    total = len(gates(session))
    assert text(page, "summary").startswith(f"{total} von {total} Mindestanforderungen")
    assert "keine Zertifizierung" in text(page, "disclaimer")


def test_an_order_that_does_not_hold_is_said(page, session):
    begin(session, [0, 4, 1, 3], rest=2)
    page.show()
    assert text(page, "robust-note").startswith("Reihenfolge der Bausteine nicht belastbar")


def test_equal_blocks_have_no_order_to_doubt(page, session):
    begin(session, rest=2)
    page.show()
    assert not text(page, "robust-note")


def test_the_table_shows_every_row_without_scrolling(page, session):
    begin(session, rest=2)
    page.show()
    click(page, "view-table")
    assert not chart(page).isVisible()
    for name, count in (("blocks", 7), ("areas", len(session.profile().areas))):
        table = page.findChild(QTableView, name)
        assert table.isVisible()
        assert table.model().rowCount() == count
        assert table.rowViewportPosition(count - 1) + table.rowHeight(count - 1) <= (
            table.viewport().height()
        )
        assert table.verticalScrollBar().maximum() == 0


def test_names_in_the_table_are_never_cut_off(page, session):
    begin(session, rest=2)
    page.resize(700, 600)
    page.show()
    click(page, "view-table")
    table = page.findChild(QTableView, "blocks")
    model, metrics = table.model(), table.fontMetrics()
    for row in range(model.rowCount()):
        name = model.index(row, 0).data()
        lines = table.rowHeight(row) // metrics.lineSpacing()
        widest = max(metrics.horizontalAdvance(word) for word in name.split())
        assert widest < table.columnWidth(0)
        assert metrics.horizontalAdvance(name) < lines * table.columnWidth(0)


def test_a_click_on_a_header_sorts_and_the_third_one_restores_the_order(page, session, qtbot):
    begin(session, [0, 4, 1, 3, 0, 4], rest=2)
    page.show()
    click(page, "view-table")
    table = page.findChild(QTableView, "blocks")
    header = table.horizontalHeader()

    def values():
        return [table.model().index(row, 1).data() for row in range(7)]

    def click_header():
        x = header.sectionViewportPosition(1) + header.sectionSize(1) // 2
        place = header.viewport().rect().center()
        place.setX(x)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)

    usual = values()
    orders = []
    for _ in range(3):
        click_header()
        orders.append(values())
    assert orders[0] == sorted(usual)
    assert orders[1] == sorted(usual, reverse=True)
    assert orders[2] == usual


def test_tab_leaves_the_table(page, session, qtbot):
    begin(session, rest=2)
    page.show()
    click(page, "view-table")
    table = page.findChild(QTableView, "blocks")
    with qtbot.waitActive(page):
        page.activateWindow()
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert page.findChild(QTableView, "areas").hasFocus()


def test_the_chart_to_be_saved_is_the_one_on_the_screen(page, session, qtbot):
    begin(session, rest=2)
    page.show()
    for kind in ("radar", "dots"):
        click(page, f"view-{kind}")
        with qtbot.waitSignal(page.chart_save_requested, timeout=0) as signal:
            click(page, "save-chart")
        assert signal.args == [kind]
    with qtbot.waitSignal(page.export_requested, timeout=0):
        click(page, "export")
    click(page, "view-table")
    assert not page.findChild(QPushButton, "save-chart").isVisible()


def test_another_view_gets_another_picture(page, session, qtbot):
    begin(session, rest=2)
    page.show()
    qtbot.waitUntil(lambda: has_picture(page), timeout=DRAWING_MS)
    dots = chart(page).pixmap().toImage()
    click(page, "view-radar")
    assert "Netzdiagramm" in chart(page).accessibleDescription()
    qtbot.waitUntil(lambda: chart(page).pixmap().toImage() != dots, timeout=DRAWING_MS)


def test_the_page_says_while_a_chart_is_still_to_come(page, session, qtbot):
    begin(session, rest=2)
    page.show()
    assert page.drawing
    qtbot.waitUntil(lambda: not page.drawing, timeout=DRAWING_MS)
    assert has_picture(page)
    page.show_view(View.TABLE)
    assert not page.drawing
    assert page.findChild(QPushButton, "view-table").isChecked()


def test_a_picture_that_comes_late_stays_behind_the_table(page, session, qtbot):
    begin(session, rest=2)
    page.show()
    with qtbot.waitSignal(chart(page).render_requested):
        pass
    click(page, "view-table")
    qtbot.waitUntil(lambda: not page.drawing, timeout=DRAWING_MS)
    assert has_picture(page)
    assert not chart(page).isVisible()


def test_a_change_of_the_theme_draws_anew(page, session, appearance, settings, qtbot):
    settings.theme = "light"
    appearance.apply()
    begin(session, rest=2)
    page.show()
    qtbot.waitUntil(lambda: has_picture(page), timeout=DRAWING_MS)
    assert chart(page).pixmap().toImage().pixelColor(2, 2).name() == "#ffffff"
    settings.theme = "dark"
    appearance.apply()
    ground = appearance.theme["surface"].lower()
    qtbot.waitUntil(
        lambda: chart(page).pixmap().toImage().pixelColor(2, 2).name() == ground,
        timeout=DRAWING_MS,
    )


def test_the_picture_of_another_assessment_is_gone_at_once(page, session, qtbot):
    begin(session, rest=2)
    page.show()
    qtbot.waitUntil(lambda: has_picture(page), timeout=DRAWING_MS)
    begin(session, rest=3)
    assert not has_picture(page)
    qtbot.waitUntil(lambda: has_picture(page), timeout=DRAWING_MS)


def test_a_failed_drawing_is_said_and_the_table_still_works(session, background, colourless, qtbot):
    begin(session, [2, "U"], rest=2)
    page = ProfilePage(session, background, colourless)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: bool(text(page, "chart-failure")), timeout=DRAWING_MS)
    assert "no colour" in text(page, "chart-failure")
    click(page, "view-table")
    assert page.findChild(QTableView, "blocks").isVisible()
    assert not text(page, "chart-failure")
    click(page, "view-dots")
    assert page.drawing
    qtbot.waitUntil(lambda: bool(text(page, "chart-failure")), timeout=DRAWING_MS)
    assert not page.drawing
