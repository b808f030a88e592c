"""Thousands of answers through the real window.

PySide6 6.12.0 on Python 3.11 loses a reference with every call that returns nothing, and aborts
the process after some 400 answers; a short suite would not notice.
"""

import sys

import pytest

from kiassess.domain.assessment import NewAssessment
from kiassess.domain.kinds import LEVELS
from kiassess.ui.page_stack import QUESTIONS

from .conftest import ROUND, TOWN

ANSWERS = 2_000


def test_thousands_of_answers_lose_no_reference(window, session, workspace, qapp):
    assert session.create(NewAssessment(TOWN, ROUND))
    window.pages.show_page(QUESTIONS)
    page = window.pages.questions
    items = [item.id for item in session.current.items()]
    before = sys.getrefcount(None)
    for number in range(ANSWERS):
        page.show_item(items[number % len(items)])
        page.choose(LEVELS[(number // len(items)) % len(LEVELS)])
        if number % 100 == 0:
            qapp.processEvents()
    written = workspace.db.execute("SELECT count(*) FROM journal").fetchone()[0]
    assert written == ANSWERS
    if sys.version_info < (3, 12):  # later Pythons do not count references to None
        assert sys.getrefcount(None) > before - ANSWERS


def test_the_pinned_qt_keeps_its_references(qapp):
    """The bug itself, without our window around it."""
    from PySide6.QtCore import QObject

    if sys.version_info >= (3, 12):
        pytest.skip("Python counts no references to None from 3.12 on")
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(20_000):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 1_000
