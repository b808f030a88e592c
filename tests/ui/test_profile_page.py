import re
import subprocess
import sys
from dataclasses import replace

import pytest
from accessibility import nameless
from profile_screen import answer, begin, chart, click, gates, shown_texts, text
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton

from kiassess.domain.assessment import AiInUse
from kiassess.domain.kinds import Extent
from kiassess.ui.background import Background
from kiassess.ui.pages.profile import ProfilePage

NUMBER = re.compile(r"\d[.,]\d|[Ss]tufe \d|von 4\b")


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


def test_without_an_assessment_it_says_how_to_begin(page):
    page.show()
    assert "keine Standortbestimmung geöffnet" in text(page, "empty-text")
    assert not page.findChild(QPushButton, "to-questions").isVisible()


def test_with_nothing_answered_it_leads_to_the_questions(page, session, qtbot):
    begin(session)
    page.show()
    assert text(page, "empty-text").startswith("Noch zu wenige Antworten")
    assert not chart(page).isVisible()
    with qtbot.waitSignal(page.questions_requested, timeout=0):
        click(page, "to-questions")


def test_the_minimum_requirements_come_first_and_are_counted(page, session):
    begin(session, rest=2)
    first = gates(session)[0]
    answer(session, first.id, 1)
    page.show()
    total = len(gates(session))
    title = text(page, "gates-title")
    assert title == f"Mindestanforderungen: {total - 1} von {total} erfüllt"
    assert "✗ fehlt" in shown_texts(page)
    assert first.title in shown_texts(page)


def test_a_missing_requirement_is_said_loudly_while_ai_is_in_use(page, session):
    begin(session, rest=1, ai_in_use=AiInUse.YES)
    page.show()
    assert text(page, "ai-notice").startswith("! Prüfbedarf: KI ist im Einsatz, aber")


@pytest.mark.parametrize(
    ("ai_in_use", "said"),
    [(AiInUse.UNKNOWN, "nicht bekannt"), (None, "noch nicht angegeben")],
)
def test_not_knowing_whether_ai_is_in_use_is_said(page, session, ai_in_use, said):
    begin(session, rest=3, ai_in_use=ai_in_use)
    page.show()
    assert said in text(page, "ai-notice")


def test_without_ai_there_is_nothing_to_warn_of(page, session):
    begin(session, rest=3)
    page.show()
    assert not text(page, "ai-notice")


def test_what_waits_for_the_first_ai_is_named_so(page, session):
    begin(session, rest="U")
    page.show()
    assert "! vor erstem Einsatz nötig" in shown_texts(page)


def test_unfolding_shows_all_requirements_as_links_to_their_questions(page, session, qtbot):
    begin(session, rest=2)
    page.show()
    click(page, "gates-fold")
    links = [page.findChild(QPushButton, f"gate-{item.id}") for item in gates(session)]
    assert all(link.isVisible() for link in links)
    assert links[0].accessibleName() == f"{gates(session)[0].title}: erfüllt"
    with qtbot.waitSignal(page.item_requested, timeout=0) as signal:
        links[-1].click()
    assert signal.args == [gates(session)[-1].id]
    click(page, "gates-fold")
    assert not links[0].isVisible()


def test_an_answer_changes_the_page_on_the_screen(page, session):
    begin(session, rest=2)
    page.show()
    before = text(page, "gates-title")
    answer(session, gates(session)[0].id, 0)
    assert text(page, "gates-title") != before


def test_while_hidden_the_page_waits_until_it_is_seen(page, session):
    begin(session, rest=2)
    page.show()
    page.hide()
    answer(session, gates(session)[0].id, 0)
    label = page.findChild(QLabel, "gates-title")
    before = label.text()
    page.show()
    assert label.text() != before


def test_the_use_of_ai_changes_the_page_on_the_screen(page, session):
    begin(session, rest=1)
    page.show()
    session.change_facts(replace(session.current.assessment.facts, ai_in_use=AiInUse.YES))
    assert "Prüfbedarf" in text(page, "ai-notice")


def test_closing_the_assessment_empties_the_page(page, session, archive):
    begin(session, rest=2)
    page.show()
    archive.delete(session.current.assessment.id, from_backups=False)
    assert "keine Standortbestimmung geöffnet" in text(page, "empty-text")
    assert not chart(page).isVisible()


def test_unknown_answers_are_listed_with_those_who_may_know(page, session, qtbot):
    begin(session, ["U"] * 8, rest=2)
    page.show()
    unknown = session.profile().unknown_items
    assert text(page, "unknown-lead").startswith("8 Fragen sind mit „weiß nicht“ beantwortet.")
    links = [page.findChild(QPushButton, f"unknown-{item_id}") for item_id in unknown]
    assert [link is not None for link in links] == [True] * 6 + [False] * 2
    assert links[0].accessibleDescription().startswith("Meist weiß es: ")
    with qtbot.waitSignal(page.item_requested, timeout=0) as signal:
        links[1].click()
    assert signal.args == [unknown[1]]
    more = page.findChild(QPushButton, "unknown-more")
    assert more.accessibleName() == "… und 2 weitere im Fragebogen"
    with qtbot.waitSignal(page.questions_requested, timeout=0):
        more.click()


def test_when_everything_is_settled_that_is_said(page, session):
    begin(session, rest=2)
    page.show()
    assert text(page, "unknown-lead") == "Alle Fragen sind geklärt."


@pytest.mark.parametrize("view", ["dots", "table"])
def test_the_quick_check_shows_no_number_anywhere(page, session, view):
    begin(session, [0, 1, 3, "U", 4], rest=2, extent=Extent.QUICK, ai_in_use=AiInUse.YES)
    page.show()
    click(page, f"view-{view}")
    click(page, "gates-fold")
    texts = [shown for shown in shown_texts(page) if shown]
    assert any("mittel" in shown for shown in texts)
    assert [shown for shown in texts if NUMBER.search(shown)] == []


def test_the_quick_check_has_no_radar(page, session):
    begin(session, rest=2)
    page.show()
    click(page, "view-radar")
    begin(session, rest=2, extent=Extent.QUICK)
    assert not page.findChild(QPushButton, "view-radar").isVisible()
    first = page.findChild(QPushButton, "view-dots")
    assert first.isChecked()
    assert first.text() == "Te&ndencies"


@pytest.mark.parametrize("view", ["dots", "table"])
def test_whatever_takes_the_focus_has_a_name(page, session, view):
    begin(session, ["U"] * 8, rest=2)
    page.show()
    click(page, "gates-fold")
    click(page, f"view-{view}")
    assert nameless(page) == []


def test_the_views_are_one_named_group(page, session):
    begin(session, rest=2)
    page.show()
    group = page.findChild(QPushButton, "view-dots").parentWidget()
    interface = QAccessible.queryAccessibleInterface(group)
    assert interface.role() == QAccessible.Role.Grouping
    assert interface.text(QAccessible.Text.Name) == "View"


def test_each_letter_of_access_is_used_once(page, session):
    begin(session, rest=2)
    page.show()
    letters = [
        button.text()[at + 1].lower()
        for button in page.findChildren(QPushButton)
        if button.isVisible() and (at := button.text().replace("&&", "  ").find("&")) >= 0
    ]
    assert len(letters) == len(set(letters)) >= 5


def test_nothing_is_scrolled_sideways_at_twice_the_text_size(page, session, appearance, settings):
    settings.font_scale = 200
    appearance.apply()
    begin(session, ["U"] * 8, rest=2)
    page.resize(740, 700)
    page.show()
    click(page, "gates-fold")
    assert page.horizontalScrollBar().maximum() == 0


FIRST_PAINT = """
import sys
from datetime import date
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from kiassess.content.library import Library
from kiassess.domain.assessment import Answer, AnswerState, NewAssessment
from kiassess.domain.municipality import Municipality
from kiassess.paths import bundled
from kiassess.ui.background import Background
from kiassess.ui.pages.profile import ProfilePage
from kiassess.ui.session import Session
from kiassess.ui.settings import Settings
from kiassess.ui.theme import Appearance
from kiassess.wording.texts import load_texts
from kiassess.workflow.workspace import open_for_writing

class Watcher(QObject):
    waiting = None  # whether the chart was still to come at the first paint
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self.waiting is None:
            self.waiting = page.drawing
        return False

app = QApplication([])
appearance = Appearance(app, bundled().themes, Settings(None))
appearance.apply()
workspace = open_for_writing(Path(sys.argv[1]), Library(bundled().questionnaires))
session = Session(workspace, load_texts(bundled().texts, "de"), bundled())
session.create(NewAssessment(Municipality("Musterstadt"), date(2026, 3, 2)))
for item in session.current.items():
    session.save(Answer(item.id, AnswerState.ANSWERED, 2))
background = Background()
page = ProfilePage(session, background, appearance)
watcher = Watcher()
page.viewport().installEventFilter(watcher)
page.show()
print("matplotlib" in sys.modules)
while watcher.waiting is None:
    app.processEvents()
print(watcher.waiting)
background.stop()
session.close()
"""


def test_the_page_is_painted_before_the_chart_is_drawn(tmp_path):
    run = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(tmp_path / "work.db")],
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    assert run.stdout.split() == ["False", "True"]  # nor is what draws it loaded for the page
