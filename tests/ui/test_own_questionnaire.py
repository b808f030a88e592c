"""A questionnaire of one's own, on its way through the window."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from kiassess import paths
from kiassess.content.library import Library
from kiassess.domain.assessment import NewAssessment
from kiassess.ui.page_stack import PROFILE, QUESTIONS
from kiassess.ui.session import Session
from kiassess.workflow.workspace import open_for_writing

from .conftest import ROUND, TOWN


@pytest.fixture
def own(tmp_path):
    """A folder of one's own with the example in it."""
    return Path(shutil.copytree(paths.bundled().example, tmp_path / "questionnaires"))


@pytest.fixture
def session(tmp_path, own, texts, qapp):
    """A session that knows the example beside ours."""
    library = Library(paths.bundled().questionnaires, own)
    with open_for_writing(tmp_path / "own.db", library) as workspace:
        yield Session(workspace, texts, paths.bundled())


def test_it_stands_beside_ours(session):
    assert [one.id for one in session.published()] == ["ki-readiness", "buergerbuero"]


def test_it_is_answered_and_its_profile_is_shown(session, window, qtbot):
    assert session.create(NewAssessment(TOWN, ROUND, questionnaire_id="buergerbuero"))
    window.pages.show_page(QUESTIONS)
    window.pages.focus_content()
    for key in "012340123401":
        qtbot.keyClicks(QApplication.focusWidget(), key)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert session.current.progress().settled == 12
    window.pages.show_page(PROFILE)
    qtbot.waitUntil(lambda: window.background.idle)
    shown = " ".join(label.text() for label in window.findChildren(QLabel))
    assert "Mindestanforderungen" in shown


def test_the_handbook_speaks_of_its_terms(session, window):
    assert session.create(NewAssessment(TOWN, ROUND, questionnaire_id="buergerbuero"))
    catalogue, questionnaire = session.catalogue()
    assert questionnaire.id == "buergerbuero"
    assert (len(catalogue.measures), len(catalogue.terms)) == (3, 2)


def test_what_is_broken_beside_the_questions_is_said_and_ours_is_used(session, own, window, said):
    assert session.create(NewAssessment(TOWN, ROUND, questionnaire_id="buergerbuero"))
    (own / "buergerbuero" / "1.0.0" / "measures.toml").write_text("[[measure]\n", "utf-8")
    catalogue, questionnaire = session.catalogue()
    assert questionnaire.id == "ki-readiness"
    assert catalogue.terms
    assert "1.0.0/measures.toml:1" in said[0]


def test_a_broken_legal_table_is_said_and_the_older_one_used(session, own, window, said):
    (own / "legal").mkdir()
    (own / "legal" / "2031-01-01.toml").write_text("[[entry]\n", "utf-8")
    assert session.legal().as_of.year == 2026
    assert "legal/2031-01-01.toml:1" in said[0]
    assert session.legal().anchors
    assert len(said) == 1
