"""The recommended measures: buckets, reasons, what can be done with each, by mouse and keys."""

from datetime import date

import pytest
from accessibility import nameless, tab_stops
from profile_screen import shown_texts
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from kiassess.domain.assessment import Answer, AnswerState
from kiassess.domain.measures import Trigger
from kiassess.domain.own_measures import OwnMeasure
from kiassess.domain.planning import PlanEntry, PlanFrame
from kiassess.domain.recommending import Bucket, in_bucket, shown_first
from kiassess.ui.background import Background
from kiassess.ui.desk import Tools
from kiassess.ui.dialogs.hide_measure import HideMeasureDialog
from kiassess.ui.dialogs.own_measure import OwnMeasureDialog
from kiassess.ui.exporter import Exporter
from kiassess.ui.messages import Messages
from kiassess.ui.pages.measures_list import RecommendedPart
from kiassess.ui.planning import Planning
from kiassess.ui.recommending_desk import RecommendingDesk
from kiassess.ui.widgets.count_box import CountBox
from kiassess.ui.widgets.fold_row import FoldRow
from kiassess.wording.plan_page import warning_sentences

MEASURE, ITEM = "m.gov.coordinator", "res.responsible"


@pytest.fixture
def planning(town_session):
    """Beside a session in which many answers are on level 1."""
    items = town_session.current.items()
    for item in (*items[::3], *(one for one in items if one.gate or one.id == ITEM)):
        town_session.save(Answer(item.id, AnswerState.ANSWERED, 1))
    background = Background()
    yield Planning(town_session, background)
    background.stop()


@pytest.fixture
def part(planning, texts, german, qtbot):
    part = RecommendedPart(planning, texts)
    qtbot.addWidget(part)
    planning.changed.connect(part.refresh)
    part.refresh()
    part.resize(900, 1200)
    part.show()
    return part


@pytest.fixture
def desk(part, planning, town_session, settings, qtbot):
    """What opens dialogs for the part."""
    messages, background = Messages(part, town_session.texts), Background(part)
    tools = Tools(part, town_session, background, messages, settings)
    made = RecommendingDesk(tools, planning, Exporter(tools))
    made.attend(part)
    return made


def rows(part):
    return [row.objectName().removeprefix("row-") for row in part.findChildren(FoldRow)]


def press(part, name):
    part.findChild(QWidget, name).click()


def first_id(planning):
    return planning.recommendations()[0].measure.id


def test_at_most_six_come_first_and_the_rest_is_one_click_away(part, planning):
    found = planning.recommendations()
    assert len(found) > 20
    assert rows(part) == [one.measure.id for one in shown_first(found)]
    assert len(rows(part)) == 6
    press(part, "more-later")
    later = [one.measure.id for one in in_bucket(found, Bucket.LATER)]
    assert rows(part)[-len(later) :] == later
    press(part, "more-later")
    assert len(rows(part)) == 6


def test_each_bucket_says_how_many_and_how_much(part, planning):
    for bucket in Bucket:
        group = in_bucket(planning.recommendations(), bucket)
        (card,) = [w for w in part.findChildren(QWidget) if w.objectName() == f"bucket-{bucket}"]
        assert f"{len(group)} Maßnahmen" in card.findChild(QLabel).text()


def test_the_rows_of_a_bucket_stand_in_its_card(part, planning):
    press(part, "more-year")
    year = {one.measure.id for one in in_bucket(planning.recommendations(), Bucket.YEAR)}
    card = part.findChild(QWidget, "bucket-year")
    shown = {row.objectName().removeprefix("row-") for row in card.findChildren(FoldRow)}
    assert shown == year


def test_a_row_says_why_it_is_here_and_leads_to_the_question(part, planning, qtbot):
    key = first_id(planning)
    press(part, f"head-{key}")
    reason = planning.recommendations()[0].why[0]
    with qtbot.waitSignal(part.item_requested) as asked:
        press(part, f"why-{reason.item.id}")
    assert asked.args == [reason.item.id]


def test_an_unfolded_row_tells_all_there_is(part, planning):
    catalogue = planning.catalogue()
    full = next(
        one
        for one in planning.recommendations()
        if one.measure.offers and one.measure.references and one.prerequisites
    )
    for bucket in Bucket:
        if part.findChild(QWidget, f"more-{bucket}"):
            press(part, f"more-{bucket}")
    press(part, f"head-{full.measure.id}")
    said = "\n".join(shown_texts(part.findChild(FoldRow, f"row-{full.measure.id}")))
    measure = full.measure
    for expected in (
        measure.goal,
        *measure.steps,
        measure.kpi,
        measure.result,
        measure.pitfall,
        catalogue.offers[measure.offers[0]].name,
        catalogue.references[measure.references[0]].name,
        planning.measures()[measure.prerequisites[0]].title,
        "Personentage",
        "Kosten im ersten Jahr",
        "Federführung",
    ):
        assert expected in said


def test_the_quick_sign_never_stands_alone(part):
    said = [text for text in shown_texts(part) if text and "⚡" in text]
    assert said
    assert all("⚡ schneller Erfolg" in text for text in said)


def test_taking_over_keeps_the_focus_and_the_unfolded_row(part, planning, qtbot):
    key = first_id(planning)
    press(part, f"head-{key}")
    part.activateWindow()
    take = part.findChild(QWidget, f"take-{key}")
    take.setFocus()
    qtbot.waitUntil(take.hasFocus)
    press(part, f"take-{key}")
    assert key in planning.kept.plan
    assert part.findChild(QWidget, f"take-{key}") is None
    assert part.findChild(FoldRow, f"row-{key}").is_unfolded
    assert QApplication.focusWidget().objectName() == f"plan-{key}"
    assert any("steht im Plan" in text for text in shown_texts(part) if text)


def test_from_a_planned_measure_one_gets_to_the_plan(part, planning, qtbot):
    key = first_id(planning)
    planning.take_over(key)
    press(part, f"head-{key}")
    with qtbot.waitSignal(part.part_requested) as asked:
        press(part, f"plan-{key}")
    assert asked.args == ["plan"]


def test_a_row_unfolds_by_keyboard(part, planning, qtbot):
    head = part.findChild(QWidget, f"head-{first_id(planning)}")
    head.setFocus()
    qtbot.keyClick(head, Qt.Key.Key_Space)
    assert part.findChild(QWidget, f"take-{first_id(planning)}").isVisible()
    qtbot.keyClick(head, Qt.Key.Key_Space)
    assert not part.findChild(QWidget, f"take-{first_id(planning)}").isVisible()


def test_all_controls_have_names(part, planning):
    press(part, f"head-{first_id(planning)}")
    planning.hide(first_id(planning), "macht der Kreis")
    assert nameless(part) == []


def test_the_numbers_are_kept_and_change_what_fits(part, planning, qtbot):
    days = part.findChild(CountBox, "days")
    days.setValue(1)
    days.editingFinished.emit()
    assert planning.kept.frame.days_per_quarter == 1
    assert any(not one.fits for one in planning.recommendations())
    said = "\n".join(text for text in shown_texts(part) if text)
    assert "passen nicht mehr in Ihre 1 Personentage" in said
    part._more = {Bucket.IMMEDIATE}
    part.refresh()
    assert "passt nicht mehr in die 90 Tage" in "\n".join(shown_texts(part))


def test_neighbours_make_everything_cheaper_and_it_is_said(part, planning):
    before = {one.measure.id: one.days for one in planning.recommendations()}
    box = part.findChild(CountBox, "neighbours")
    box.setValue(1)
    box.editingFinished.emit()
    after = {one.measure.id: one.days for one in planning.recommendations()}
    assert after == pytest.approx({key: 0.8 * days for key, days in before.items()})
    assert "einer Nachbarkommune" in part.findChild(QLabel, "size-note").text()
    box.clear()
    box.editingFinished.emit()
    assert planning.kept.frame.neighbours == 0


def test_leaving_a_field_unchanged_keeps_nothing(part, planning, qtbot):
    planning.save(PlanFrame(days_per_quarter=12.5))
    with qtbot.assertNotEmitted(planning.changed):
        part.findChild(CountBox, "days").editingFinished.emit()
    part.findChild(CountBox, "neighbours").setValue(2)
    part.findChild(CountBox, "neighbours").editingFinished.emit()
    assert planning.kept.frame == PlanFrame(days_per_quarter=12.5, neighbours=2)


def test_search_and_lists_narrow_the_measures_down(part, planning):
    part.findChild(QLineEdit, "words").setText("KI-Verz")
    found = rows(part)
    assert 0 < len(found) < len(planning.recommendations())
    assert all(
        "ki-verz" in " ".join((m.title, m.goal, *m.steps)).casefold()
        for m in (planning.measure(key) for key in found)
    )
    part.findChild(QLineEdit, "words").clear()
    leads = part.findChild(QComboBox, "filter-lead")
    leads.setCurrentIndex(1)
    assert {planning.measure(key).lead for key in rows(part)} == {leads.currentData()}
    planning.take_over(rows(part)[0])
    assert leads.currentIndex() == 1


@pytest.mark.parametrize("name", ["filter-block", "filter-step"])
def test_every_choice_of_a_list_finds_something(part, name):
    combo = part.findChild(QComboBox, name)
    assert combo.count() > 2
    for at in range(1, combo.count()):
        combo.setCurrentIndex(at)
        assert rows(part)


def test_hiding_asks_why_and_lists_it_at_the_end(part, planning, desk, in_dialog):
    key = first_id(planning)
    press(part, f"head-{key}")

    def fill(dialog):
        assert isinstance(dialog, HideMeasureDialog)
        accept = dialog.findChild(QWidget, "accept")
        assert not accept.isEnabled()
        dialog.findChild(QLineEdit, "reason").setText("macht der Kreis")
        accept.click()

    in_dialog(fill)
    press(part, f"hide-{key}")
    assert key not in rows(part)
    assert planning.kept.hidden[key].reason == "macht der Kreis"
    part._hidden._fold.unfold()
    press(part, f"again-{key}")
    assert key in rows(part)


def test_a_hidden_measure_brings_no_generic_one_in_its_place(planning, part):
    key = next(
        one.measure.id
        for one in planning.recommendations()
        if one.measure.id == "m.gov.coordinator"
    )
    planning.hide(key, "macht der Kreis")
    assert not any(one.measure.id.startswith(f"n.{ITEM}.") for one in planning.recommendations())


def test_an_own_measure_is_written_changed_and_deleted(part, planning, desk, in_dialog):
    def write(dialog):
        assert isinstance(dialog, OwnMeasureDialog)
        assert not dialog.findChild(QWidget, "accept").isEnabled()
        dialog.findChild(QLineEdit, "title").setText("Runder Tisch KI")
        dialog.findChild(QPlainTextEdit, "steps").setPlainText("Einladen\n\n Reden ")
        combo = dialog.findChild(QComboBox, "item")
        combo.setCurrentIndex(combo.findData(ITEM))
        dialog.findChild(QWidget, "accept").click()

    in_dialog(write)
    press(part, "own")
    (own,) = planning.kept.measures.values()
    assert (own.title, own.steps) == ("Runder Tisch KI", ("Einladen", "Reden"))
    assert own.triggers == (Trigger(ITEM, 2),)
    for bucket in Bucket:
        if own.id not in rows(part):
            press(part, f"more-{bucket}")
    press(part, f"head-{own.id}")

    def change(dialog):
        assert dialog.findChild(QLineEdit, "title").text() == "Runder Tisch KI"
        dialog.findChild(QLineEdit, "goal").setText("Alle reden mit")
        dialog.findChild(QWidget, "accept").click()

    in_dialog(change)
    press(part, f"words-{own.id}")
    assert planning.kept.measures[own.id].goal == "Alle reden mit"
    assert planning.kept.measures[own.id].triggers == own.triggers
    press(part, f"reset-{own.id}")
    assert planning.kept.measures == {}


def test_own_words_keep_only_what_differs(part, planning, desk, in_dialog):
    press(part, "more-immediate")
    press(part, f"head-{MEASURE}")

    def write(dialog):
        assert not dialog.findChild(QComboBox, "benefit").isVisible()
        dialog.findChild(QLineEdit, "title").setText("KI-Lotsin benennen")
        dialog.findChild(QWidget, "accept").click()

    in_dialog(write)
    press(part, f"words-{MEASURE}")
    assert planning.kept.measures == {MEASURE: OwnMeasure(MEASURE, title="KI-Lotsin benennen")}
    assert any("KI-Lotsin benennen" in (text or "") for text in shown_texts(part))

    def write_back(dialog):
        title = planning.catalogue_measures()[MEASURE].title
        dialog.findChild(QLineEdit, "title").setText(title)
        dialog.findChild(QWidget, "accept").click()

    in_dialog(write_back)
    press(part, f"words-{MEASURE}")
    assert planning.kept.measures == {}


def test_in_a_frozen_state_there_is_only_to_read(part, planning, archive):
    archive.freeze("Ratssitzung")
    archive.show_state("Ratssitzung")
    part.refresh()
    key = first_id(planning)
    press(part, f"head-{key}")
    assert not part.findChild(CountBox, "days").isEnabled()
    assert not part.findChild(QWidget, "own").isVisible()
    assert part.findChild(QWidget, f"take-{key}") is None
    assert part.findChild(QWidget, f"hide-{key}") is None


def test_the_list_goes_on_paper_with_everything(part, planning, desk):
    planning.save(PlanFrame(days_per_quarter=5))
    markdown = desk.paper().markdown
    for one in planning.recommendations():
        if not one.generic:
            assert one.measure.title in markdown
    assert "Personentage, die Sie in 90 Tagen haben: 5." in markdown
    assert "passt nicht mehr in die 90 Tage" in markdown


def test_without_an_assessment_nothing_can_be_done(session, texts, qtbot):
    part = RecommendedPart(Planning(session, Background()), texts)
    qtbot.addWidget(part)
    part.refresh()
    assert not part.isEnabled()


def test_at_twice_the_size_nothing_is_cut_off(part, planning, appearance, settings):
    settings.font_scale = 200
    appearance.apply()
    press(part, f"head-{first_id(planning)}")
    assert part.minimumSizeHint().width() < 800


def test_an_own_measure_is_seen_as_soon_as_it_is_written(part, planning, desk, in_dialog, qtbot):
    part.activateWindow()
    part.findChild(QLineEdit, "words").setText("KI-Verz")

    def write(dialog):
        dialog.findChild(QLineEdit, "title").setText("Runder Tisch")
        combo = dialog.findChild(QComboBox, "benefit")
        combo.setCurrentIndex(combo.findData("1"))
        dialog.findChild(QWidget, "accept").click()

    in_dialog(write)
    with qtbot.waitSignal(part.reveal_requested) as asked:
        press(part, "own")
    (own,) = planning.kept.measures
    assert own not in {one.measure.id for one in shown_first(planning.recommendations())}
    assert asked.args == [f"row-{own}"]
    assert own in rows(part)
    assert part.focusWidget().objectName() == f"head-{own}"


def test_what_one_person_can_do_is_asked_and_warned_of(part, planning):
    days = date(2027, 1, 11), date(2027, 3, 26)
    planning.save(
        PlanEntry("a", "Schulung", start=days[0], due=days[1], responsible="Hauptamt", days=12.0)
    )
    assert warning_sentences(planning.kept, part.texts) == ()
    box = part.findChild(CountBox, "days-each")
    assert box.accessibleName() == "Personentage je Person in 90 Tagen"
    box.setValue(8)
    box.editingFinished.emit()
    assert planning.kept.frame == PlanFrame(days_per_person=8.0)
    (said,) = warning_sentences(planning.kept, part.texts)
    assert "Hauptamt" in said


def test_the_tab_key_goes_as_it_is_read(part, planning, qtbot):
    keys = [one.measure.id for one in shown_first(planning.recommendations())]
    planning.hide(keys[-1], "macht der Kreis")
    press(part, f"head-{keys[0]}")
    part.activateWindow()
    with qtbot.waitActive(part):
        pass
    visited = tab_stops(part.findChild(QWidget, "days"), 60)
    assert visited[:3] == ["days", "days-each", "neighbours"]
    inside = visited.index(f"hide-{keys[0]}")
    assert visited.index(f"head-{keys[0]}") < inside < visited.index(f"head-{keys[1]}")
    assert visited[-1] == "fold"


def test_before_the_first_answer_it_says_so(town_session, texts, qtbot):
    part = RecommendedPart(Planning(town_session, Background()), texts)
    qtbot.addWidget(part)
    part.refresh()
    assert part.findChild(QLabel, "count").text() == "Noch ist keine Frage beantwortet."
