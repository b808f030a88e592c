"""Action fields and use cases on the page: rated at once, asked in dialogs, all of it undoable."""

from dataclasses import replace
from datetime import date

import pytest
from accessibility import tab_stops
from kept_entries import FIELD, USE_CASE
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from kiassess.domain.action_fields import FIELDS, ActionField
from kiassess.domain.precheck import Outcome
from kiassess.domain.precheck_result import PrecheckResult
from kiassess.domain.use_cases import UseCase
from kiassess.ui.pages.field_card import FieldCard
from kiassess.ui.pages.measures_fields import FieldsPart
from kiassess.ui.pages.use_case_card import UseCaseCard


@pytest.fixture
def part(planning, register_desk, texts, appearance, qtbot):
    """The part, filled whenever something changes, with its dialogs."""
    made = FieldsPart(planning, texts, register_desk.papers._background, appearance)
    qtbot.addWidget(made)
    register_desk.attend_fields(made)
    planning.changed.connect(made.refresh)
    made.refresh()
    made.resize(900, 1600)
    made.show()
    yield made
    planning.changed.disconnect(made.refresh)


def card(part, field_id):
    return part.findChild(FieldCard, f"field-{field_id}")


def rating(part, field_id, name, rate):
    """The button of one rating; ``open`` takes it back."""
    return card(part, field_id).findChild(QWidget, name).findChild(QPushButton, f"view-{rate}")


def rated(part, field_id):
    return card(part, field_id).findChild(QLabel, "rated").text()


def button(widget, name):
    return widget.findChild(QPushButton, name)


def names(part):
    return [one.objectName() for one in part.findChildren(FieldCard)]


def test_every_field_can_be_rated_before_anything_was_said(part):
    assert names(part) == [f"field-{key}" for key in FIELDS]
    assert {rated(part, key) for key in FIELDS} == {"noch nicht bewertet"}


def test_a_rating_is_kept_at_once_and_undone(part, planning, town_session):
    rating(part, "mobility", "challenge", 4).click()
    rating(part, "mobility", "resources", 1).click()
    assert planning.kept.fields["mobility"] == ActionField("mobility", challenge=4, resources=1)
    assert (
        rated(part, "mobility")
        == "Herausforderung sehr groß, Mittel kaum welche, Nutzen noch offen"
    )
    town_session.undo()
    assert planning.kept.fields["mobility"].resources is None
    assert rating(part, "mobility", "resources", "open").isChecked()
    assert rating(part, "mobility", "challenge", 4).isChecked()


def test_a_rating_can_be_taken_back(part, planning):
    planning.save(FIELD)
    rating(part, "mobility", "benefit", "open").click()
    assert planning.kept.fields["mobility"] == replace(FIELD, benefit=None)


def test_the_note_is_kept_when_the_field_is_left_and_survives_a_rating(part, planning, qtbot):
    card(part, "climate").unfold()
    note = card(part, "climate").findChild(QLineEdit, "note")
    qtbot.keyClicks(note, "Starkregen")
    rating(part, "climate", "challenge", 3).click()
    assert planning.kept.fields["climate"].note == "Starkregen"
    note.clear()
    qtbot.keyClicks(note, "Hitze")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert planning.kept.fields["climate"] == ActionField("climate", challenge=3, note="Hitze")


def test_rating_leaves_a_note_of_several_lines_as_it_is(part, planning):
    planning.save(FIELD)
    rating(part, "mobility", "challenge", 1).click()
    assert planning.kept.fields["mobility"].note == FIELD.note


def test_the_buttons_say_what_they_rate(part):
    group = rating(part, "mobility", "challenge", 4).parent()
    assert group.accessibleName() == "Mobilität: Herausforderung"


def test_the_matrix_appears_with_the_first_rated_field(part, planning, qtbot):
    assert part.findChild(QLabel, "chart").isHidden()
    planning.save(ActionField("mobility", challenge=4, resources=3, benefit=3))
    assert part.findChild(QLabel, "chart-title").text().endswith(": Mobilität")
    qtbot.waitUntil(lambda: not part.drawing, timeout=20_000)
    assert part.findChild(QLabel, "chart").has_picture
    assert (
        "Klima: Herausforderung noch offen"
        in part.findChild(QLabel, "chart").accessibleDescription()
    )
    table = part.findChild(QTableView, "ratings").model()
    assert table.index(1, 0).data() == "Mobilität"
    assert table.index(1, 1).data() == "sehr groß"


def test_own_fields_are_added_renamed_and_removed(part, planning, in_dialog, town_session):
    def name_it(name):
        def act(dialog):
            dialog.findChild(QLineEdit, "name").setText(name)
            button(dialog, "accept").click()

        in_dialog(act)

    name_it("Feuerwehr")
    button(part, "own-field").click()
    (own,) = planning.kept.fields.values()
    assert own.id.startswith("own.")
    rating(part, own.id, "benefit", 2).click()
    name_it("Brandschutz")
    button(card(part, own.id), "rename").click()
    assert planning.kept.fields[own.id] == ActionField(own.id, "Brandschutz", benefit=2)
    told = []
    part.removed.connect(told.append)
    button(card(part, own.id), "remove").click()
    assert card(part, own.id) is None
    assert told == ["Brandschutz"]
    town_session.undo()
    assert card(part, own.id) is not None


def test_fields_of_the_program_cannot_be_removed(part):
    assert button(card(part, "mobility"), "remove").isHidden()


def test_a_use_case_becomes_a_card(part, planning, in_dialog):
    def fill(dialog):
        assert not button(dialog, "accept").isEnabled()
        dialog.findChild(QLineEdit, "title").setText("Niederschriften")
        dialog.findChild(QPlainTextEdit, "idea").setPlainText("Entwurf schreiben")
        field = dialog.findChild(QComboBox, "field_id")
        field.setCurrentIndex(field.findText("Mobilität"))
        rate = dialog.findChild(QComboBox, "benefit_rate")
        rate.setCurrentIndex(rate.findText("sehr groß"))
        button(dialog, "accept").click()

    in_dialog(fill)
    button(part, "new-case").click()
    (case,) = planning.kept.use_cases.values()
    assert case == UseCase(
        case.id, "Niederschriften", field_id="mobility", idea="Entwurf schreiben", benefit_rate=4
    )
    said = [label.text() for label in part.findChild(UseCaseCard).findChildren(QLabel)]
    assert "Was KI tun soll: Entwurf schreiben" in said
    assert "Nutzen: sehr groß" in said
    assert "Vorprüfung KI-Verordnung: noch nicht gemacht" in said


def test_opening_a_use_case_and_keeping_it_changes_nothing(part, planning, in_dialog):
    planning.save(USE_CASE)
    in_dialog(lambda dialog: button(dialog, "accept").click())
    button(part.findChild(UseCaseCard), "edit").click()
    assert planning.kept.use_cases[USE_CASE.id] == USE_CASE


def test_a_use_case_is_removed_and_comes_back(part, planning, town_session):
    planning.save(USE_CASE)
    button(part.findChild(UseCaseCard), "remove").click()
    assert planning.kept.use_cases == {}
    assert part.findChild(UseCaseCard) is None
    town_session.undo()
    assert planning.kept.use_cases[USE_CASE.id] == USE_CASE


def low(dialog):
    """Answer the pre-check: it is no AI system."""
    button_of = {one.objectName(): one for one in dialog.findChildren(QWidget)}
    button_of["option-no"].click()
    button(dialog, "accept").click()
    button(dialog, "accept").click()


def test_the_pre_check_is_kept_with_the_use_case(part, planning, in_dialog):
    planning.save(replace(USE_CASE, precheck=None))
    in_dialog(low)
    button(part.findChild(UseCaseCard), "precheck").click()
    made = planning.kept.use_cases[USE_CASE.id].precheck
    assert made.outcome is Outcome.LOW
    assert made.as_of == planning.precheck().as_of
    assert made.made_on == planning.today()
    said = part.findChild(QLabel, "precheck-result").text()
    assert "voraussichtlich gering (Rechtsstand 22.11.2026" in said


def test_a_pre_check_left_alone_changes_nothing(part, planning, in_dialog):
    planning.save(USE_CASE)
    in_dialog(lambda dialog: button(dialog, "reject").click())
    button(part.findChild(UseCaseCard), "precheck").click()
    assert planning.kept.use_cases[USE_CASE.id] == USE_CASE


def test_the_card_says_that_the_law_was_looked_at_again(part, planning):
    planning.save(USE_CASE)
    assert part.findChild(QLabel, "precheck-outdated").isHidden()
    made = PrecheckResult(Outcome.LOW, date(2026, 3, 1), date(2026, 3, 2))
    planning.save(replace(USE_CASE, precheck=made))
    notice = part.findChild(QLabel, "precheck-outdated")
    assert not notice.isHidden()
    assert "Rechtsstand 01.03.2026" in notice.text()


def test_a_use_case_goes_into_the_register_with_what_is_known(part, planning, in_dialog):
    planning.save(USE_CASE)
    in_dialog(lambda dialog: button(dialog, "accept").click())
    button(part.findChild(UseCaseCard), "register").click()
    (system,) = planning.kept.systems.values()
    assert (system.name, system.purpose) == (USE_CASE.title, USE_CASE.idea)
    assert (system.use_case_id, system.precheck) == (USE_CASE.id, USE_CASE.precheck)


def test_in_a_frozen_state_all_is_shown_and_nothing_can_be_changed(part, planning, archive):
    planning.save(FIELD, USE_CASE)
    archive.freeze("Ratssitzung")
    archive.show_state("Ratssitzung")
    part.refresh()
    assert rated(part, "mobility").startswith("Herausforderung sehr groß")
    assert not rating(part, "mobility", "challenge", 1).isEnabled()
    for name in ("edit", "precheck", "register", "remove"):
        assert not button(part.findChild(UseCaseCard), name).isEnabled()
    assert not button(part, "new-case").isEnabled()


def test_the_matrix_is_saved_as_a_picture(part, planning, tmp_path, monkeypatch, said, qtbot):
    planning.save(ActionField("mobility", challenge=4, resources=3, benefit=3))
    target = tmp_path / "matrix.svg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    button(part, "save-chart").click()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert "Mobilität" in target.read_text(encoding="utf-8")


def test_fields_and_use_cases_go_into_a_workbook(
    part, planning, tmp_path, monkeypatch, said, qtbot, texts
):
    planning.save(FIELD, USE_CASE)
    target = tmp_path / "felder.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    button(part, "export").click()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert target.read_bytes()[:2] == b"PK"


def test_on_paper_stand_ratings_and_use_cases(planning, register_desk):
    planning.save(FIELD, USE_CASE)
    paper = register_desk.papers.fields_paper(None)
    assert "| Mobilität | sehr groß | wenige | groß |" in paper.markdown
    assert "### Niederschriften" in paper.markdown
    assert "- **Aufwand:** gering. Schulung" in paper.markdown
    assert "keine Rechtsberatung" in paper.markdown


def test_the_matrix_is_drawn_for_paper(part, planning, monkeypatch, qtbot):
    printed = []
    monkeypatch.setattr(
        "kiassess.ui.printing.print_document", lambda paper, _: printed.append(paper) or True
    )
    assert part.print_out()
    assert printed.pop().pictures == {}  # nothing is rated yet
    planning.save(ActionField("mobility", challenge=4, resources=3, benefit=3))
    button(part, "print").click()
    qtbot.waitUntil(lambda: bool(printed), timeout=20_000)
    ((name, picture),) = printed[0].pictures.items()
    assert f"({name})" in printed[0].markdown
    assert picture.width() > 1000


def test_the_tab_key_goes_as_it_is_read(part, planning, qtbot):
    planning.save(FIELD, USE_CASE)
    part.activateWindow()
    with qtbot.waitActive(part):
        pass
    qtbot.waitUntil(lambda: button(part, "edit").isVisible())
    visited = tab_stops(card(part, FIELDS[0]).findChild(QWidget, "fold"))
    own = visited.index("own-field")
    assert set(visited[:own]) >= {"fold"}
    assert own < visited.index("ratings") < visited.index("edit") < visited.index("new-case")
