from pathlib import Path

import pytest
from accessibility import nameless, tab_stops
from builders import make_listed
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton

from kiassess.ui.pages.start import StartPage
from kiassess.ui.widgets.record_table import RecordTable

TOWNS = (
    make_listed("Zell", settled=14, unknown=2),
    make_listed("Aach", days=1),
    make_listed("Ulm", days=2),
)


@pytest.fixture
def page(qtbot, texts):
    page = StartPage(texts)
    page.show_assessments(())
    page.resize(1000, 700)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def full(page):
    """The page with three assessments."""
    page.show_assessments(TOWNS)
    return page


def button(page, name):
    return page.findChild(QPushButton, name)


def table(page):
    return page.findChild(RecordTable, "assessments")


def names(page):
    model = table(page).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def click_row(page, qtbot, row, click):
    view = table(page)
    where = view.visualRect(view.model().index(row, 1)).center()
    click(view.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_an_empty_page_says_what_to_do(page):
    assert page.findChild(QFrame, "welcome").isVisible()
    assert not table(page).isVisible()
    names = ("open", "new", "import", "example", "delete")
    shown = [name for name in names if button(page, name).isVisible()]
    assert shown == ["new", "import", "example"]


@pytest.mark.parametrize("name", ["new", "import", "example"])
def test_an_empty_page_leads_on(page, qtbot, name):
    with qtbot.waitSignal(getattr(page, f"{name}_requested"), timeout=0):
        qtbot.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def test_the_assessment_changed_last_comes_first_and_is_chosen(full):
    assert names(full) == ["Zell", "Aach", "Ulm"]
    assert table(full).currentIndex().row() == 0
    assert not full.findChild(QFrame, "welcome").isVisible()


def test_enter_opens_the_chosen_one(full, qtbot):
    full.focus_content()
    qtbot.keyClick(table(full), Qt.Key.Key_Down)
    with qtbot.waitSignal(full.open_requested, timeout=0) as signal:
        qtbot.keyClick(table(full), Qt.Key.Key_Return)
    assert signal.args == ["Aach"]


def test_a_double_click_opens(full, qtbot):
    click_row(full, qtbot, 2, qtbot.mouseClick)
    with qtbot.waitSignal(full.open_requested, timeout=0) as signal:
        click_row(full, qtbot, 2, qtbot.mouseDClick)
    assert signal.args == ["Ulm"]


def test_a_single_click_only_chooses(full, qtbot):
    with qtbot.assertNotEmitted(full.open_requested):
        click_row(full, qtbot, 1, qtbot.mouseClick)
    rows = {index.row() for index in table(full).selectedIndexes()}
    assert (rows, len(table(full).selectedIndexes())) == ({1}, 5)


def test_the_buttons_mean_the_chosen_one(full, qtbot):
    click_row(full, qtbot, 1, qtbot.mouseClick)
    for name, signal in (("open", full.open_requested), ("delete", full.delete_requested)):
        with qtbot.waitSignal(signal, timeout=0) as emitted:
            qtbot.mouseClick(button(full, name), Qt.MouseButton.LeftButton)
        assert emitted.args == ["Aach"]


def test_the_delete_key_asks_to_delete(full, qtbot):
    with qtbot.waitSignal(full.delete_requested, timeout=0) as signal:
        qtbot.keyClick(table(full), Qt.Key.Key_Delete)
    assert signal.args == ["Zell"]


def test_a_click_on_a_heading_sorts(full, qtbot):
    header = table(full).horizontalHeader()
    where = QPoint(header.sectionViewportPosition(0) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert names(full) == ["Aach", "Ulm", "Zell"]


def test_what_was_chosen_stays_chosen(full, qtbot):
    click_row(full, qtbot, 2, qtbot.mouseClick)
    full.show_assessments((make_listed("Neu"), *TOWNS))
    with qtbot.waitSignal(full.open_requested, timeout=0) as signal:
        qtbot.mouseClick(button(full, "open"), Qt.MouseButton.LeftButton)
    assert signal.args == ["Ulm"]


def test_after_a_deletion_the_first_is_chosen(full):
    full.show_assessments(TOWNS[1:])
    assert table(full).currentIndex().row() == 0
    full.show_assessments(())
    assert page_is_empty(full)


def page_is_empty(page):
    return page.findChild(QFrame, "welcome").isVisible() and not table(page).isVisible()


def test_a_second_window_only_reads_and_says_why(full, qtbot):
    full.set_writable(False)
    assert full.findChild(QFrame, "read-only").isVisible()
    assert not any(
        button(full, name).isEnabled() for name in ("new", "import", "example", "delete")
    )
    with qtbot.assertNotEmitted(full.delete_requested):
        qtbot.keyClick(table(full), Qt.Key.Key_Delete)
    with qtbot.waitSignal(full.open_requested, timeout=0):
        qtbot.keyClick(table(full), Qt.Key.Key_Return)
    full.set_writable(True)
    assert not full.findChild(QFrame, "read-only").isVisible()


def test_the_place_of_the_data_can_be_copied(page, qtbot):
    page.show_location(Path("/home/amt/kiassess.db"))
    line = page.findChild(QLineEdit, "path")
    qtbot.keyClick(line, Qt.Key.Key_X)
    line.selectAll()
    assert Path(line.selectedText()) == Path("/home/amt/kiassess.db")


def test_the_first_column_takes_the_room_that_is_left(full):
    view = table(full)
    assert view.horizontalHeader().length() == view.viewport().width()


def test_long_names_are_shown_whole(full, qtbot):
    before = table(full).columnWidth(0)
    name = "Verwaltungsgemeinschaft " + "Sehr Lang " * 20
    full.show_assessments((make_listed(name.strip()),))
    assert table(full).columnWidth(0) > before


def test_the_page_is_worked_by_keyboard(full):
    assert nameless(full) == []
    stops = tab_stops(table(full))
    assert stops == ["assessments", "open", "new", "import", "example", "delete", "path"]


def test_the_focus_starts_where_one_goes_on(page):
    page.focus_content()
    assert button(page, "new").hasFocus()
    page.show_assessments(TOWNS)
    page.focus_content()
    assert table(page).hasFocus()
