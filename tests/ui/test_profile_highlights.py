"""Strengths, weaknesses, what values mean, and what a longer extent would add."""

import pytest
from profile_screen import answer, begin, gates, shown_texts, text
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from kiassess.domain.kinds import Extent
from kiassess.ui.background import Background
from kiassess.ui.pages.profile import ProfilePage
from kiassess.ui.widgets.link_button import LinkButton


@pytest.fixture
def page(qtbot, session, appearance):
    background = Background()
    page = ProfilePage(session, background, appearance)
    page.resize(1000, 700)
    qtbot.addWidget(page)
    yield page
    background.stop()


def links(page, part):
    return [link.text() for link in page.findChild(QWidget, part).findChildren(LinkButton)]


def wait_for(qtbot, page, words):
    """Wait until the page has laid out what it was told."""
    qtbot.waitUntil(lambda: words in " ".join(shown_texts(page)))


def test_what_carries_and_where_to_begin_are_told_in_the_words_of_the_answers(page, session, qtbot):
    begin(session, rest=2)
    items = session.current.items()
    answer(session, items[1].id, 4)
    missing = gates(session)[0]
    answer(session, missing.id, 0)
    page.show()
    assert links(page, "strengths") == [items[1].title]
    assert links(page, "weaknesses")[0] == missing.title
    wait_for(qtbot, page, f"Stufe 4: {items[1].levels[4]}")
    wait_for(qtbot, page, f"Mindestanforderung auf Stufe 0, nötig ist Stufe 2: {missing.levels[0]}")


def test_a_link_leads_to_its_question(page, session, qtbot):
    begin(session, rest=4)
    page.show()
    with qtbot.waitSignal(page.item_requested, timeout=0) as asked:
        page.findChild(QWidget, "strengths").findChildren(LinkButton)[0].click()
    assert session.current.questionnaire.item(asked.args[0]).title == links(page, "strengths")[0]


def test_without_any_it_says_so(page, session):
    begin(session, rest=0)
    page.show()
    assert "Noch steht keine Antwort auf Stufe 3 oder 4." in shown_texts(page)


def test_what_the_values_mean_unfolds(page, session, qtbot):
    begin(session, rest=1)
    page.show()
    fold = [b for b in page.findChildren(QToolButton, "fold") if "values mean" in b.text()]
    fold[0].click()
    guidance = session.catalogue()[0].guidance
    wait_for(qtbot, page, guidance["VIS"].of(1.0).meaning)
    for item in session.current.items():  # it follows the answers
        answer(session, item.id, 3)
    wait_for(qtbot, page, guidance["RM"].of(3.0).next)


# --- the quick check


def test_the_quick_check_says_what_more_there_would_be(page, session):
    begin(session, extent=Extent.QUICK, rest=2)
    page.show()
    words = text(page, "more")
    assert "47 weitere Fragen, etwa 30 Minuten" in words
    assert "64 weitere Fragen" in words
    assert "5 Mindestanforderungen" in words
    assert words.endswith("Ihre Antworten bleiben erhalten.")


def test_from_the_quick_check_one_goes_on_with_all_answers(page, session, qtbot):
    begin(session, extent=Extent.QUICK, rest=2)
    before = dict(session.current.answers)
    page.show()
    with qtbot.waitSignal(page.questions_requested, timeout=0):
        page.findChild(QPushButton, "go-on-full").click()
    assert session.current.assessment.extent is Extent.FULL
    assert session.current.answers == before


@pytest.mark.parametrize("extent", [Extent.SMALL, Extent.FULL])
def test_a_longer_extent_has_nothing_on_top(page, session, extent):
    begin(session, extent=extent, rest=2)
    page.show()
    assert not text(page, "more")
