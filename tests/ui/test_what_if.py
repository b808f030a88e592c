"""What would be if: ticks, what they pull along, the simulation, and the way with least effort."""

from pathlib import Path

import pytest
from accessibility import nameless, tab_stops
from profile_screen import DRAWING_MS, begin, chart, shown_texts
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from kiassess.domain.assessment import Answer, AnswerState
from kiassess.domain.kinds import Extent
from kiassess.domain.path import gate_targets
from kiassess.domain.planning import PlanFrame
from kiassess.domain.profile import make_profile
from kiassess.ui.background import Background
from kiassess.ui.desk import Tools
from kiassess.ui.exporter import Exporter
from kiassess.ui.messages import Messages
from kiassess.ui.models.what_if_model import Column, WhatIfModel
from kiassess.ui.pages.measures_what_if import WhatIfPart
from kiassess.ui.planning import Planning
from kiassess.ui.what_if_desk import WhatIfDesk
from kiassess.ui.widgets.count_box import CountBox
from kiassess.ui.widgets.tick_table import TickTable
from kiassess.workflow.recommending import least_effort


@pytest.fixture
def background():
    made = Background()
    yield made
    made.stop()


@pytest.fixture
def planning(town_session, background):
    """Beside a session in which many answers are on level 1."""
    items = town_session.current.items()
    for item in (*items[::3], *(one for one in items if one.gate)):
        town_session.save(Answer(item.id, AnswerState.ANSWERED, 1))
    return Planning(town_session, background)


@pytest.fixture
def part(planning, texts, background, appearance, german, qtbot):
    part = WhatIfPart(planning, texts, background=background, appearance=appearance)
    qtbot.addWidget(part)
    planning.changed.connect(part.refresh)
    part.refresh()
    part.resize(1000, 1600)
    part.show()
    return part


@pytest.fixture
def desk(part, planning, town_session, background, settings):
    messages = Messages(part, town_session.texts)
    tools = Tools(part, town_session, background, messages, settings)
    made = WhatIfDesk(tools, planning, Exporter(tools))
    made.attend(part)
    return made


def press(part, name):
    part.findChild(QWidget, name).click()


def label(part, name):
    return part.findChild(QLabel, name).text()


def model(part):
    return part.findChild(WhatIfModel)


def names(part):
    shown = model(part)
    return [shown.index(row, Column.MEASURE).data() for row in range(shown.rowCount())]


def tick(part, planning, measure_id, *, ticked=True):
    """Tick a measure as the user would, in the model behind the table."""
    shown = model(part)
    row = names(part).index(planning.measure(measure_id).title)
    state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
    shown.setData(shown.index(row, Column.MEASURE), state, Qt.ItemDataRole.CheckStateRole)


def needing(planning):
    """A recommended measure with an open prerequisite, and all that comes before it."""
    for one in planning.recommendations():
        before = planning.before([one.measure.id])
        if before:
            return one.measure.id, before
    raise AssertionError("no measure needs another")


def search(part, qtbot):
    press(part, "search-way")
    qtbot.waitUntil(lambda: part._way.found is not None, timeout=20_000)


def test_everything_recommended_can_be_ticked(part, planning):
    assert len(names(part)) == len(planning.recommendations())
    assert part.chosen == ()
    assert label(part, "sums") == "Noch ist nichts angehakt."
    assert label(part, "simulation-title") == "Simulation: Kein Baustein läge höher"


def test_a_tick_pulls_its_prerequisites_along_and_says_so(part, planning):
    measure_id, before = needing(planning)
    tick(part, planning, measure_id)
    assert set(part.chosen) == {measure_id, *before}
    assert label(part, "also").startswith("Mit angehakt, weil es vorher nötig ist: ")
    assert all(planning.measure(one).title in label(part, "also") for one in before)
    assert part.simulation.missing == ()


def test_without_its_prerequisite_a_measure_loses_its_tick(part, planning):
    measure_id, before = needing(planning)
    tick(part, planning, measure_id)
    tick(part, planning, before[0], ticked=False)
    assert measure_id not in part.chosen
    assert before[0] not in part.chosen
    assert planning.measure(measure_id).title in label(part, "also")


def test_what_would_be_is_shown_and_nothing_is_saved(part, planning, town_session):
    answers = dict(town_session.current.answers)
    part.choose(one.measure.id for one in planning.recommendations())
    now, then = part.charted
    assert now == make_profile(town_session.current)
    assert then.gates_met > now.gates_met
    assert label(part, "simulation-title").startswith("Simulation: ")
    sums = label(part, "sums")
    assert f"Angehakt: {len(part.chosen)} Maßnahmen" in sums
    assert "zusätzlich erfüllt: " in sums
    assert dict(town_session.current.answers) == answers
    assert planning.kept.plan == {}


def test_person_days_needed_stand_beside_those_there_are(part, planning):
    assert "nicht angegeben" not in label(part, "sums")
    part.choose([planning.recommendations()[0].measure.id])
    assert "nicht angegeben" in label(part, "sums")
    planning.save(PlanFrame(days_per_quarter=12))
    assert "Sie haben 12 Personentage in 90 Tagen." in label(part, "sums")


def test_the_chart_is_drawn_and_described(part, planning, qtbot):
    part.choose(one.measure.id for one in planning.recommendations())
    qtbot.waitUntil(lambda: chart(part).has_picture, timeout=DRAWING_MS)
    assert "in der Simulation" in chart(part).accessibleDescription()
    assert "Simulation" in chart(part).accessibleName()


def test_the_table_says_the_same_as_the_chart(part, planning):
    part.choose(one.measure.id for one in planning.recommendations())
    table = part.findChild(QWidget, "simulation-table")
    shown = table.model()
    assert shown.columnCount() == 4
    values = {shown.index(row, 0).data(): shown.index(row, 2).data() for row in range(7)}
    _, then = part.charted
    for block in then.blocks:
        if block.score.value is not None:
            assert values[block.name] == part.texts.number(block.score.value)


def test_a_row_is_ticked_with_the_space_bar(part, qtbot):
    table = part.findChild(TickTable)
    table.setFocus()
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert part.chosen
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert part.chosen == ()


def test_all_ticks_go_at_once(part, planning):
    part.choose(one.measure.id for one in planning.recommendations()[:3])
    press(part, "clear")
    assert part.chosen == ()
    assert not part.findChild(QWidget, "clear").isEnabled()


def test_what_is_ticked_goes_into_the_plan_as_one_step(part, planning, town_session, qtbot):
    part.choose(one.measure.id for one in planning.recommendations()[:3])
    chosen = set(part.chosen)
    press(part, "take")
    assert set(planning.kept.plan) == chosen
    assert set(part.chosen) == chosen
    assert not part.findChild(QWidget, "take").isEnabled()
    assert "Alles Angehakte steht im Plan." in label(part, "sums")
    with qtbot.waitSignal(part.part_requested) as asked:
        press(part, "planned")
    assert asked.args == ["plan"]
    town_session.undo()
    assert planning.kept.plan == {}


def test_the_way_is_found_proven_and_ticked(part, planning, town_session, qtbot):
    search(part, qtbot)
    opened = town_session.current
    wanted = gate_targets(opened)
    path = least_effort(opened, planning.measures(), planning.situation(), wanted)
    assert part._way.found == path
    said = label(part, "way")
    assert "Alle anderen Möglichkeiten wurden rechnerisch ausgeschlossen" in said
    assert path.measures
    assert all(measure.title in said for measure in path.measures)
    press(part, "tick-way")
    assert set(part.chosen) == {measure.id for measure in path.measures}
    assert part.simulation.days == pytest.approx(path.days)
    _, then = part.charted
    assert then.gates_met == len(then.gates)


def test_with_too_few_person_days_what_is_missed_is_named(part, qtbot):
    part.findChild(CountBox, "within").setValue(1)
    search(part, qtbot)
    assert part._way.found.days <= 1
    assert "für alle" in label(part, "way")


def test_all_targets_can_be_the_goal(part, planning, town_session, qtbot):
    search(part, qtbot)
    few = part._way.found.days
    press(part, "view-targets")
    assert not part.findChild(QWidget, "tick-way").isVisible()
    search(part, qtbot)
    assert part._way.found.days > few


def test_what_the_way_needs_beside_the_recommended_can_be_ticked(part, qtbot):
    press(part, "view-targets")
    search(part, qtbot)
    press(part, "tick-way")
    assert set(part.chosen) >= {measure.id for measure in part._way.found.measures}
    assert len(names(part)) >= len(part.chosen)


def test_the_way_goes_into_the_plan(part, planning, qtbot):
    search(part, qtbot)
    wanted = {measure.id for measure in part._way.found.measures}
    press(part, "take-way")
    assert set(planning.kept.plan) == wanted


def test_an_answer_to_an_old_question_is_not_shown(part, town_session, qtbot, background):
    press(part, "search-way")
    item = next(one for one in town_session.current.items() if one.gate)
    town_session.save(Answer(item.id, AnswerState.ANSWERED, 4))
    qtbot.waitUntil(lambda: background.idle, timeout=20_000)
    assert part._way.found is None
    assert not part._way.searching
    assert part.findChild(QWidget, "search-way").isEnabled()


def test_a_hidden_measure_loses_its_tick(part, planning):
    key = planning.recommendations()[0].measure.id
    part.choose([key])
    planning.hide(key, "macht der Kreis")
    assert key not in part.chosen


def test_another_assessment_begins_without_ticks(part, planning, town_session):
    part.choose([planning.recommendations()[0].measure.id])
    town_session.open_example()
    assert part.chosen == ()


def test_the_quick_check_has_a_table_and_no_chart(part, town_session, qtbot):
    begin(town_session, rest=1, extent=Extent.QUICK)
    part.refresh()
    assert not chart(part).isVisible()
    assert part.findChild(QWidget, "simulation-table").isVisible()
    part.choose(one.measure.id for one in part.planning.recommendations())
    assert label(part, "simulation-title") == "Simulation: Tendenzen der Bausteine"


def test_all_controls_have_names(part, planning, qtbot):
    search(part, qtbot)
    press(part, "tick-way")
    assert nameless(part) == []
    assert any("Simulation" in (text or "") for text in shown_texts(part))


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_the_chart_is_saved(part, planning, desk, background, tmp_path, qtbot, suffix):
    part.choose(one.measure.id for one in planning.recommendations())
    target = Path(tmp_path) / f"simulation.{suffix}"
    with qtbot.waitSignal(desk.told, timeout=DRAWING_MS) as told:
        desk.write(target)
    sentence, problem = told.args
    assert target.name in sentence
    assert not problem
    assert target.stat().st_size > 1_000


def test_the_simulation_goes_on_paper(part, planning, desk):
    part.choose([planning.recommendations()[0].measure.id])
    markdown = desk.paper().markdown
    assert planning.recommendations()[0].measure.title in markdown
    assert "Simulation" in markdown
    assert "keine Messung" in markdown
    assert "(chart)" in markdown


def test_in_a_frozen_state_one_can_look_but_not_take_over(part, planning, archive, qtbot):
    archive.freeze("Ratssitzung")
    archive.show_state("Ratssitzung")
    part.refresh()
    part.choose([planning.recommendations()[0].measure.id])
    assert not part.findChild(QWidget, "take").isVisible()
    search(part, qtbot)
    assert not part.findChild(QWidget, "take-way").isVisible()
    assert part.findChild(QWidget, "tick-way").isVisible()


def test_the_tab_key_goes_as_it_is_read(part, qtbot):
    part.activateWindow()
    with qtbot.waitActive(part):
        pass
    visited = tab_stops(part.findChild(QWidget, "view-gates"))
    assert visited[:4] == ["view-gates", "within", "search-way", "measures"]
    assert visited[-1] == "save-chart"
