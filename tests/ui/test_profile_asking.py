"""Asking the profile: how a value came about, the round before, lenses, what fits together."""

from datetime import date

import pytest
from profile_screen import DRAWING_MS, answer, begin, chart, shown_texts
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QTableView

from kiassess.domain.assessment import NewAssessment
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality
from kiassess.ui.background import Background
from kiassess.ui.pages.profile import ProfilePage
from kiassess.ui.pages.profile_chart import View
from kiassess.ui.pages.profile_lens import LensCard


@pytest.fixture
def page(qtbot, session, appearance):
    background = Background()
    page = ProfilePage(session, background, appearance)
    page.resize(1000, 700)
    qtbot.addWidget(page)
    yield page
    background.stop()


def table(page, name):
    return page.findChild(QTableView, name)


def drawn(page, qtbot):
    qtbot.waitUntil(lambda: not page.drawing and chart(page).has_picture, timeout=DRAWING_MS)


def has_view(page, view):
    return page.findChild(QPushButton, f"view-{view}").isVisible()


# --- how a value came about


def test_a_click_on_a_value_asks_how_it_came_about(page, session, qtbot):
    begin(session, rest=2)
    page.show()
    page.show_view(View.TABLE)
    blocks = table(page, "blocks")
    where = blocks.visualRect(blocks.model().index(2, 1)).center()
    with qtbot.waitSignal(page.trace_requested, timeout=0) as asked:
        qtbot.mouseClick(blocks.viewport(), Qt.MouseButton.LeftButton, pos=where)
    (trace,) = asked.args
    assert (trace.id, trace.score) == ("DI", session.profile().blocks[2].score)


def test_a_click_elsewhere_asks_nothing(page, session, qtbot):
    begin(session, rest=2)
    page.show()
    page.show_view(View.TABLE)
    blocks = table(page, "blocks")
    where = blocks.visualRect(blocks.model().index(2, 0)).center()
    with qtbot.assertNotEmitted(page.trace_requested):
        qtbot.mouseClick(blocks.viewport(), Qt.MouseButton.LeftButton, pos=where)


@pytest.mark.parametrize(("name", "first"), [("blocks", "VIS"), ("areas", "data")])
def test_enter_in_a_row_asks_how_its_value_came_about(page, session, qtbot, name, first):
    begin(session, rest=2)
    page.show()
    page.show_view(View.TABLE)
    table(page, name).setCurrentIndex(table(page, name).model().index(0, 0))
    with qtbot.waitSignal(page.trace_requested, timeout=0) as asked:
        qtbot.keyClick(table(page, name), Qt.Key.Key_Return)
    assert asked.args[0].id == first


@pytest.mark.parametrize(("view", "first"), [(View.DOTS, "VIS"), (View.HEATMAP, "data")])
def test_the_rows_of_a_chart_can_be_asked_about(page, session, qtbot, view, first):
    begin(session, rest=2)
    page.show()
    page.show_view(view)
    drawn(page, qtbot)
    chart(page).setFocus()
    qtbot.keyClick(chart(page), Qt.Key.Key_Down)
    with qtbot.waitSignal(page.trace_requested, timeout=0) as asked:
        qtbot.keyClick(chart(page), Qt.Key.Key_Return)
    assert asked.args[0].id == first


def test_tendencies_have_nothing_behind_them_to_ask(page, session, qtbot):
    begin(session, extent=Extent.QUICK, rest=2)
    page.show()
    drawn(page, qtbot)
    chart(page).setFocus()
    with qtbot.assertNotEmitted(page.trace_requested):
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
            qtbot.keyClick(chart(page), key)
        page.show_view(View.TABLE)
        table(page, "blocks").setCurrentIndex(table(page, "blocks").model().index(0, 0))
        qtbot.keyClick(table(page, "blocks"), Qt.Key.Key_Return)


# --- views


def test_the_quick_check_has_tendencies_and_a_table_only(page, session):
    begin(session, extent=Extent.QUICK, rest=2)
    page.show()
    assert [view for view in View if has_view(page, view)] == [View.DOTS, View.TABLE]


@pytest.mark.parametrize("view", [View.DOTS, View.RADAR, View.HEATMAP, View.DISTRIBUTION])
def test_each_chart_says_its_message_and_what_it_shows(page, session, qtbot, view):
    begin(session, given=(0, 1, 3, 4), rest=2)
    page.show()
    page.show_view(view)
    drawn(page, qtbot)
    assert chart(page).accessibleName()
    assert "Daten" in chart(page).accessibleDescription()
    shown = set(shown_texts(page))
    assert chart(page).accessibleName() in shown


def test_every_chart_has_its_table(page, session):
    begin(session, rest=2)
    page.show()
    page.show_view(View.TABLE)
    assert all(table(page, name).isVisible() for name in ("blocks", "areas", "matrix", "levels"))
    assert table(page, "matrix").model().rowCount() == 6


# --- the round before


@pytest.fixture
def second_round(session):
    """Two rounds of one town, the later one open."""
    begin(session, rest=1)
    town = Municipality("Musterstadt", population=9000)
    session.create(NewAssessment(town, date(2027, 3, 2)))
    for item in session.current.items():
        answer(session, item.id, 2)


def test_the_round_before_can_be_set_beside(page, session, second_round, qtbot):
    page.show()
    drawn(page, qtbot)
    second = page.findChild(QCheckBox, "second")
    assert second.isVisible()
    assert "02.03.2026" in second.text()
    before = chart(page).accessibleDescription()
    second.click()
    drawn(page, qtbot)
    assert "Stand 02.03.2026: 1,0" in chart(page).accessibleDescription()
    assert chart(page).accessibleDescription() != before
    page.show_view(View.HEATMAP)
    assert not second.isVisible()


def test_without_a_round_before_there_is_nothing_to_set_beside(page, session):
    begin(session, rest=2)
    page.show()
    assert not page.findChild(QCheckBox, "second").isVisible()


# --- further down


def test_what_does_not_fit_together_is_asked_about(page, session, qtbot):
    begin(session, rest=2)
    answer(session, "infra.aitools", 3)
    answer(session, "legal.guideline", 0)
    page.show()
    finding = next(
        pair
        for pair in session.catalogue()[0].pairs.values()
        if (pair.first, pair.second) == ("infra.aitools", "legal.guideline")
    )
    qtbot.waitUntil(lambda: finding.question in " ".join(shown_texts(page)))


def test_a_lens_shows_the_same_answers_in_another_order(page, session, qtbot):
    begin(session, rest=2)
    page.show()
    page.findChild(LensCard).choose_lens("altai")
    qtbot.waitUntil(lambda: any("ALTAI" in words for words in shown_texts(page)))


@pytest.mark.parametrize(
    ("name", "signal"), [("targets", "targets_requested"), ("interview", "interview_requested")]
)
def test_a_button_leads_on(page, session, qtbot, name, signal):
    begin(session, rest=2)
    page.show()
    with qtbot.waitSignal(getattr(page, signal), timeout=0):
        page.findChild(QPushButton, name).click()
