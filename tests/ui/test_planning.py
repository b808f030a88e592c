"""What the window knows of measures and plan: asked, kept, taken back; and the page around it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from kiassess.domain.action_fields import ActionField
from kiassess.domain.assessment import Answer, AnswerState
from kiassess.domain.planning import PlanFrame, PlanStatus
from kiassess.domain.recommending import Bucket
from kiassess.ui.background import Background
from kiassess.ui.pages.measures import MeasuresPage, Part
from kiassess.ui.pages.measures_part import MeasuresPart
from kiassess.ui.planning import Planning

MEASURE, ITEM = "m.gov.coordinator", "res.responsible"


@pytest.fixture
def planning(town_session):
    """Beside a session with a full analysis in which one answer asks for a measure."""
    town_session.save(Answer(ITEM, AnswerState.ANSWERED, 0))
    background = Background()
    yield Planning(town_session, background)
    background.stop()


def test_without_an_assessment_there_is_nothing(session):
    planning = Planning(session, Background())
    assert planning.recommendations() == ()
    assert planning.simulate([MEASURE]) is None
    assert not planning.take_over(MEASURE)
    assert planning.kept.plan == {}


def test_an_answer_changes_what_is_recommended(planning, town_session):
    (found,) = [one for one in planning.recommendations() if one.measure.id == MEASURE]
    assert found.bucket is Bucket.IMMEDIATE
    town_session.save(Answer(ITEM, AnswerState.ANSWERED, 4))
    assert MEASURE not in {one.measure.id for one in planning.recommendations()}


def test_a_measure_taken_over_is_taken_back_with_undo(planning, town_session, qtbot):
    with qtbot.waitSignal(planning.changed):
        assert planning.take_over(MEASURE)
    entry = planning.kept.plan[MEASURE]
    assert entry.days > 0
    assert entry.aims[0].item_id == ITEM
    town_session.undo()
    assert planning.kept.plan == {}
    town_session.redo()
    assert planning.kept.plan[MEASURE] == entry


def test_taking_over_again_changes_nothing(planning, qtbot):
    planning.take_over(MEASURE)
    with qtbot.assertNotEmitted(planning.changed):
        planning.take_over(MEASURE)


def test_several_measures_are_one_step(planning, town_session):
    ids = [one.measure.id for one in planning.recommendations()][:3]
    planning.take_over(*ids, MEASURE)
    town_session.undo()
    assert planning.kept.plan == {}


def test_hiding_and_showing_again(planning):
    planning.hide(MEASURE, "Macht der Kreis")
    assert MEASURE not in {one.measure.id for one in planning.recommendations()}
    assert planning.kept.hidden[MEASURE].reason == "Macht der Kreis"
    planning.show_again(MEASURE)
    assert MEASURE in {one.measure.id for one in planning.recommendations()}


def test_what_can_be_spent_decides_what_fits(planning):
    planning.save(PlanFrame("frame", days_per_quarter=0))
    assert not any(one.fits for one in planning.recommendations() if one.bucket == "immediate")


def test_what_is_done_is_done_for_the_measures_after_it(planning):
    planning.take_over(MEASURE)
    planning.save(replace(planning.kept.plan[MEASURE], status=PlanStatus.DONE))
    assert planning.situation().done == {MEASURE}


def test_in_a_frozen_state_nothing_can_be_kept(planning, town_session, archive, monkeypatch):
    failed = []
    town_session.failed.connect(failed.append)
    archive.freeze("Ratssitzung")
    archive.show_state("Ratssitzung")
    assert not planning.editable
    assert not planning.save(ActionField("mobility", benefit=3))
    assert len(failed) == 1


def test_the_pre_check_is_there_in_the_language_of_the_window(planning):
    assert planning.precheck().questions[0].text.endswith("?")
    assert planning.precheck().as_of <= planning.legal().as_of


class Counting(MeasuresPart):
    """Says how often it was filled."""

    def refresh(self):
        self.setProperty("filled", (self.property("filled") or 0) + 1)


@pytest.fixture
def page(planning, qtbot):
    made = {}

    def maker(part):
        def make(parent):
            made[part] = Counting(planning, planning._session.texts, parent)
            return made[part]

        return make

    page = MeasuresPage(planning, {part: maker(part) for part in Part})
    page.made = made
    qtbot.addWidget(page)
    page.show()
    return page


def test_a_part_is_made_when_it_is_first_seen(page):
    assert set(page.made) == {Part.RECOMMENDED}
    page.show_part(Part.PLAN)
    assert set(page.made) == {Part.RECOMMENDED, Part.PLAN}
    assert page.made[Part.PLAN].isVisible()
    assert not page.made[Part.RECOMMENDED].isVisible()


def test_only_the_part_on_the_screen_is_filled_anew(page, planning):
    page.show_part(Part.PLAN)
    planning.take_over(MEASURE)
    assert page.made[Part.PLAN].property("filled") == 2
    assert page.made[Part.RECOMMENDED].property("filled") == 1
    page.show_part(Part.RECOMMENDED)
    assert page.made[Part.RECOMMENDED].property("filled") == 2
    page.show_part(Part.PLAN)
    assert page.made[Part.PLAN].property("filled") == 2


def test_the_page_has_a_title(page):
    assert any(label.text() for label in page.findChildren(QLabel))
