"""``plan``."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from builders import NOON
from calls import misused, printed, refused
from kept_entries import FULL, PLAN
from openpyxl import load_workbook

from kiassess.content.library import Library
from kiassess.paths import bundled
from kiassess.workflow import assessing, planning, states
from kiassess.workflow.workspace import open_for_writing


@pytest.fixture
def town(run, file):
    """The id of an assessment with a plan, which was empty in its frozen state."""
    town = printed(run("new", "Ärzen", "--date", "2026-10-01")).strip()
    with open_for_writing(file, Library(bundled().questionnaires)) as workspace:
        opened = assessing.load(workspace, town, "de")
        states.freeze(workspace, opened, "Anfang", now=NOON)
        planning.save(workspace, opened, *FULL, now=NOON)
    return town


def test_the_plan_goes_into_a_workbook(run, town, tmp_path):
    target = tmp_path / "Plan Ärzen.XLSX"
    assert printed(run("plan", town[:8], target)) == f"{target}\n"
    book = load_workbook(target)
    assert book["Plan"]["B6"].value == "Datenbestände erfassen"
    assert printed(run("--language", "en", "plan", town, target))
    assert load_workbook(target).sheetnames[1] == "AI register"


def test_and_into_a_calendar(run, town, tmp_path):
    target = tmp_path / "Plan.ics"
    printed(run("plan", town, target))
    assert target.read_bytes().count(b"BEGIN:VEVENT") == 3


def test_a_frozen_state_has_the_plan_it_had(run, town, tmp_path):
    target = tmp_path / "Plan.ics"
    printed(run("plan", town, target, "--state", "Anfang"))
    assert b"VEVENT" not in target.read_bytes()


def test_an_exchange_file_takes_the_plan_along(run, town, tmp_path):
    sent, elsewhere = tmp_path / "a.kiassess", tmp_path / "b.db"
    printed(run("export", town, sent))
    printed(run("--workspace", elsewhere, "import", sent))
    again = tmp_path / "b.kiassess"
    printed(run("--workspace", elsewhere, "export", town, again))
    assert again.read_bytes() == sent.read_bytes()
    nameless = tmp_path / "c.kiassess"
    told = printed(run("export", town, nameless, "--anonymous"))
    assert "Plan, eigene und ausgeblendete Maßnahmen, KI-Verzeichnis" in told
    for word in ("Muster GmbH", "Frau Ö, Hauptamt", "Sprechstunde", "2026/77"):
        assert word in sent.read_text(encoding="utf-8")
        assert word not in nameless.read_text(encoding="utf-8")


def test_what_both_sides_have_changed_is_told_by_its_name(run, town, file, tmp_path):
    def change(note, target):
        with open_for_writing(file, Library(bundled().questionnaires)) as workspace:
            opened = assessing.load(workspace, town, "de")
            planning.save(workspace, opened, replace(PLAN, note=note), now=datetime.now(UTC))
        printed(run("export", town, target))

    past, theirs = tmp_path / "past.kiassess", tmp_path / "theirs.kiassess"
    printed(run("export", town, past))
    change("dort", theirs)
    elsewhere = tmp_path / "here.db"
    printed(run("--workspace", elsewhere, "import", past))
    file.rename(tmp_path / "there.db")
    elsewhere.rename(file)
    change("hier", tmp_path / "ours.kiassess")
    (found,) = json.loads(printed(run("import", theirs, "--json")))
    assert (found["taken"], found["entries"]) == (0, 0)
    name = "Planeintrag „Datenbestände erfassen“"
    assert found["conflicts"] == [{"entry": name, "kind": "plan"}]
    assert f"{name}: hier und dort verschieden" in printed(run("import", theirs))
    (found,) = json.loads(printed(run("import", theirs, "--json", "--on-conflict", "take")))
    assert found["entries"] == 1


def test_what_cannot_be_is_refused(run, town, tmp_path):
    assert ".xlsx, .ics" in refused(run("plan", town, tmp_path / "Plan.doc"))
    assert "„abcd“" in refused(run("plan", "abcd", tmp_path / "Plan.ics"))
    assert "„Ende“" in refused(run("plan", town, tmp_path / "Plan.ics", "--state", "Ende"))
    assert refused(run("plan", town, tmp_path / "gone" / "Plan.ics"))
    assert misused(run("plan", town))
    assert list(tmp_path.glob("Plan*")) == []
