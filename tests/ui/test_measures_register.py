"""The AI register on the page: listed, kept in a dialog, handed out, and what it asks for."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from kept_entries import SYSTEM, USE_CASE
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from kiassess.domain.assessment import AiInUse
from kiassess.domain.precheck import Outcome
from kiassess.domain.register import AiRole, AiSystem, Dpia, UseStatus
from kiassess.selftest.register_dialogs import register_dialogs
from kiassess.ui.pages.measures_register import RegisterPart

CHAT = AiSystem("chat", "Chat auf der Website", purpose="Fragen beantworten")


@pytest.fixture
def part(planning, register_desk, texts, appearance, qtbot):
    """The part, filled whenever something changes, with its dialogs."""
    made = RegisterPart(planning, texts)
    qtbot.addWidget(made)
    register_desk.attend_register(made)
    planning.changed.connect(made.refresh)
    made.refresh()
    made.resize(900, 700)
    made.show()
    yield made
    planning.changed.disconnect(made.refresh)


def button(widget, name):
    return widget.findChild(QPushButton, name)


def rows(part):
    """What the table says, row by row."""
    model = part.findChild(QTableView, "systems").model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def notice(part, name):
    """What a notice says; nothing while it is hidden."""
    card = part.findChild(QFrame, name)
    return "" if card.isHidden() else card.findChild(QLabel, "notice-sentence").text()


def choose(dialog, name, words):
    combo = dialog.findChild(QComboBox, name)
    at = combo.findText(words)
    assert at >= 0, [combo.itemText(n) for n in range(combo.count())]
    combo.setCurrentIndex(at)


def test_an_empty_register_says_so(part, texts):
    labels = [label.text() for label in part.findChildren(QLabel) if label.isVisible()]
    assert texts("register.none") in labels
    assert part.findChild(QTableView, "systems").isHidden()
    assert button(part, "open-system").isHidden()


def test_the_systems_stand_in_it_by_name(part, planning):
    planning.save(replace(SYSTEM, review=None), CHAT)
    assert rows(part) == [
        ["Chat auf der Website", "geplant", "Fragen beantworten", "noch offen", "", "–"],
        ["Protokoll-Assistent", "im Einsatz", "Niederschriften", "Transparenzpflicht", "IT", "–"],
    ]


def test_what_nobody_has_decided_follows_the_pre_check(part, planning):
    planning.save(replace(SYSTEM, risk=None))
    assert rows(part)[0][3] == "Hochrisiko prüfen"


def test_a_system_is_entered_with_all_fields(part, planning, in_dialog):
    planning.save(USE_CASE)

    def fill(dialog):
        assert not button(dialog, "accept").isEnabled()
        for name in ("name", "provider", "legal_basis", "responsible"):
            dialog.findChild(QLineEdit, name).setText(f"{name}!")
        for name in ("purpose", "data", "note"):
            dialog.findChild(QPlainTextEdit, name).setPlainText(f"{name}?")
        choose(dialog, "status", "wird erprobt")
        choose(dialog, "role", "Betreiber")
        choose(dialog, "personal_data", "nein")
        choose(dialog, "dpia", "liegt vor")
        choose(dialog, "risk", "Verbot prüfen")
        choose(dialog, "use_case_id", USE_CASE.title)
        for name in ("start", "review"):
            dialog.findChild(QWidget, name).show_day(date(2027, 1, 2))
        button(dialog, "accept").click()

    in_dialog(fill)
    button(part, "new-system").click()
    (system,) = planning.kept.systems.values()
    assert system == AiSystem(
        system.id,
        "name!",
        status=UseStatus.PILOT,
        purpose="purpose?",
        provider="provider!",
        role=AiRole.DEPLOYER,
        data="data?",
        personal_data=False,
        legal_basis="legal_basis!",
        dpia=Dpia.MADE,
        risk=Outcome.PROHIBITED,
        responsible="responsible!",
        start=date(2027, 1, 2),
        review=date(2027, 1, 2),
        note="note?",
        use_case_id=USE_CASE.id,
    )
    assert type(system.role) is AiRole


@pytest.mark.parametrize("system", [SYSTEM, CHAT])
def test_opening_a_system_and_keeping_it_changes_nothing(part, planning, in_dialog, system, qtbot):
    planning.save(USE_CASE, system)
    in_dialog(lambda dialog: button(dialog, "accept").click())
    table = part.findChild(QTableView, "systems")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert planning.kept.systems[system.id] == system


def test_a_day_that_is_not_ticked_is_left_open(part, planning, in_dialog):
    planning.save(SYSTEM)

    def act(dialog):
        dialog.findChild(QWidget, "review").findChild(QCheckBox, "known").setChecked(False)
        button(dialog, "accept").click()

    in_dialog(act)
    button(part, "open-system").click()
    assert planning.kept.systems[SYSTEM.id] == replace(SYSTEM, review=None)


def test_the_pre_check_goes_from_the_dialog_into_the_system(
    part, planning, register_desk, in_dialog, qtbot
):
    planning.save(CHAT)

    def no_system(dialog):
        dialog.findChild(QWidget, "option-no").click()
        button(dialog, "accept").click()
        button(dialog, "accept").click()

    def act(dialog):
        in_dialog(no_system)
        button(dialog, "precheck").click()
        assert dialog.findChild(QComboBox, "risk").currentText() == (
            "wie Vorprüfung: voraussichtlich gering"
        )
        button(dialog, "accept").click()

    in_dialog(act)
    button(part, "open-system").click()
    system = planning.kept.systems["chat"]
    assert system.precheck.outcome is Outcome.LOW
    assert system.risk is None


def test_a_system_is_removed_and_comes_back(part, planning, town_session):
    planning.save(SYSTEM)
    told = []
    part.removed.connect(told.append)
    button(part, "remove").click()
    assert rows(part) == []
    assert told == [SYSTEM.name]
    town_session.undo()
    assert planning.kept.systems[SYSTEM.id] == SYSTEM


def test_the_row_stays_picked_when_the_list_changes(part, planning):
    planning.save(SYSTEM, CHAT)
    part.pick(SYSTEM.id)
    planning.save(AiSystem("a", "Anderes"))
    button(part, "remove").click()
    assert set(planning.kept.systems) == {"chat", "a"}


def test_an_overdue_review_is_announced_and_leads_to_its_row(part, planning):
    today = planning.today()
    planning.save(CHAT, replace(SYSTEM, review=today))
    assert notice(part, "overdue") == ""
    late = today - timedelta(days=1)
    planning.save(replace(SYSTEM, review=late))
    assert notice(part, "overdue").startswith("Die Überprüfung von „Protokoll-Assistent“ war am")
    assert rows(part)[1][5].endswith(", überfällig")
    part.findChild(QFrame, "overdue").findChild(QPushButton, "notice-link").click()
    button(part, "remove").click()
    assert set(planning.kept.systems) == {"chat"}
    assert notice(part, "overdue") == ""


def test_a_system_in_use_answers_the_details_by_one_click(part, planning, town_session):
    planning.save(CHAT)
    assert notice(part, "suggestion") == ""
    planning.save(SYSTEM)
    assert "„Protokoll-Assistent“ im Einsatz" in notice(part, "suggestion")
    before = town_session.current.assessment
    part.findChild(QFrame, "suggestion").findChild(QPushButton, "notice-link").click()
    after = town_session.current.assessment
    assert after.ai_in_use is AiInUse.YES
    assert (after.extent, after.round_date, after.municipality) == (
        before.extent, before.round_date, before.municipality,
    )  # fmt: skip
    assert notice(part, "suggestion") == ""


def test_the_oldest_pre_check_is_named_when_the_law_was_looked_at_again(part, planning):
    label = part.findChild(QLabel, "precheck-outdated")
    planning.save(SYSTEM)
    assert label.isHidden()
    old = replace(SYSTEM.precheck, as_of=date(2026, 1, 1))
    planning.save(replace(SYSTEM, precheck=old))
    assert label.text().startswith("! „Protokoll-Assistent“: Diese Vorprüfung hat")


def test_in_a_frozen_state_it_is_shown_and_nothing_can_be_changed(
    part, planning, archive, in_dialog
):
    planning.save(SYSTEM)
    archive.freeze("Ratssitzung")
    archive.show_state("Ratssitzung")
    part.refresh()
    assert rows(part)[0][0] == SYSTEM.name
    assert notice(part, "suggestion") == ""
    for name in ("new-system", "precheck", "remove"):
        assert not button(part, name).isEnabled()
    seen = []

    def look(dialog):
        seen.append(dialog.findChild(QLineEdit, "name").isReadOnly())
        seen.append(button(dialog, "accept"))
        dialog.reject()

    in_dialog(look)
    button(part, "open-system").click()
    assert seen == [True, None]


def test_the_register_goes_into_a_workbook_alone(
    part, planning, tmp_path, monkeypatch, said, qtbot
):
    planning.save(SYSTEM, USE_CASE)
    target = tmp_path / "verzeichnis.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    button(part, "export").click()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    book = load_workbook(target)
    assert book.sheetnames[0] == "KI-Verzeichnis"
    assert "Plan" not in book.sheetnames
    cells = [cell.value for row in book["KI-Verzeichnis"].iter_rows() for cell in row]
    assert SYSTEM.name in cells


def test_on_paper_stands_what_is_known_and_nothing_else(planning, register_desk):
    planning.save(SYSTEM, CHAT)
    paper = register_desk.papers.register_paper()
    assert paper.title == "KI-Verzeichnis Bad Musterbach, Stadt"
    chat, assistant = paper.markdown.split("\n## ")[1:]
    assert "**Zweck:** Fragen beantworten" in chat
    assert "Anbieter" not in chat
    assert "**Datenschutz\\-Folgenabschätzung:**" in assistant or (
        "**Datenschutz-Folgenabschätzung:** erforderlich" in assistant
    )
    assert "keine Rechtsberatung" in paper.markdown


def test_the_dialogs_for_pictures_have_something_in_them(planning, texts, appearance, qtbot):
    below = QWidget()
    qtbot.addWidget(below)
    today = planning.today()
    makers = register_dialogs(planning.precheck(), planning.legal(), texts, today, below)
    made = {name: make() for name, make in makers.items()}
    assert set(made) == {"use-case", "ai-system", "own-field", "precheck", "precheck-result"}
    found = made["precheck-result"].findChild(QLabel, "outcome").text()
    assert found == texts("outcome.high_risk")
    assert found in made["ai-system"].findChild(QLabel, "precheck-result").text()
