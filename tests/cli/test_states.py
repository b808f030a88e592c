"""Profile and exports of a frozen state, years later."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from builders import make_answer
from calls import printed, refused

from kiassess.domain.assessment import NewAssessment
from kiassess.domain.municipality import Municipality
from kiassess.workflow import assessing, states

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
ITEM = "data.access"


@pytest.fixture
def town(writer):
    """The id of an assessment with a state “Ratssitzung”, and another answer since."""
    new = NewAssessment(Municipality("Musterstadt"), date(2026, 3, 2))
    opened = assessing.load(writer, assessing.create(writer, new, now=NOW).id, "de")
    for item in opened.items():
        opened = assessing.answer(writer, opened, make_answer(item.id, 1, note="damals"), now=NOW)
    states.freeze(writer, opened, "Ratssitzung", now=NOW)
    later = NOW + timedelta(days=700)
    for item in opened.items():
        opened = assessing.answer(writer, opened, make_answer(item.id, 4, note="heute"), now=later)
    return opened.assessment.id


def test_the_profile_of_a_state_is_that_of_its_day(run, town):
    then, today = (
        json.loads(printed(run("profile", town, "--json", *more)))
        for more in (("--state", "ratssitzung"), ())
    )
    assert {block["score"] for block in then["blocks"]} == {1.0}
    assert {block["score"] for block in today["blocks"]} == {4.0}


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "png"])
def test_a_state_is_exported_as_it_was(run, town, tmp_path, suffix):
    target = tmp_path / f"Stand.{suffix}"
    assert printed(run("export", town, target, "--state", "Ratssitzung")).strip() == str(target)
    if suffix == "csv":
        text = target.read_text(encoding="utf-8-sig")
        assert "damals" in text
        assert "heute" not in text


def test_an_unknown_state_is_refused_with_those_there_are(run, town, tmp_path):
    target = tmp_path / "Stand.csv"
    said = refused(run("export", town, target, "--state", "Kreistag"))
    assert "Ratssitzung" in said
    assert not target.exists()


def test_an_exchange_file_holds_all_states(run, town, tmp_path):
    result = run("export", town, tmp_path / "x.kiassess", "--state", "Ratssitzung")
    assert result.exit_code == 2
    assert "Austauschdatei" in result.output + result.stderr
