"""``profile``: the same numbers for people and for scripts."""

import json
from datetime import UTC, datetime

import pytest
from calls import printed, refused

from kiassess.workflow.demo import make_demo

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def towns(writer):
    """The ids of the demo by name; of two rounds the later one."""
    made = make_demo(writer, now=NOW)
    return {one.municipality.name: one.id for one in made}


SHOWN = pytest.mark.parametrize(
    "name", ["Musterstedt", "Neu Musterow", "Probenried", "Beispielhausen"]
)


@SHOWN
def test_scripts_read_what_was_promised(run, towns, check_golden, name):
    text = printed(run("profile", towns[name], "--json"))
    check_golden(f"profile_{name.replace(' ', '_')}.json", text)


@SHOWN
def test_people_read_the_gates_first(run, towns, check_golden, name):
    text = printed(run("profile", towns[name]))
    check_golden(f"profile_{name.replace(' ', '_')}.txt", text)
    places = [text.index(part) for part in ("Mindestanforderungen", "Vision &", "Bereich ")]
    assert places == sorted(places)


def test_numbers_for_scripts_are_not_rounded(run, towns):
    profile = json.loads(printed(run("profile", towns["Musterstedt"], "--json")))
    scores = [block["score"] for block in profile["blocks"]]
    assert any(score != round(score, 3) for score in scores)


def test_the_quick_check_tells_no_score_and_no_band(run, towns):
    profile = json.loads(printed(run("profile", towns["Probenried"], "--json")))
    results = [*profile["blocks"], *profile["areas"]]
    results += [facet for block in profile["blocks"] for facet in block["facets"]]
    assert all("score" not in one for one in results)
    assert {(one["low"], one["high"]) for one in results} == {(None, None)}
    assert {one["tendency"] for one in profile["blocks"]} <= {"low", "medium", "high", None}
    assert {one["secured_level"] for one in profile["blocks"]} == {None}


def test_the_beginning_of_an_id_is_enough(run, towns):
    whole = printed(run("profile", towns["Fiktivtal"]))
    assert printed(run("profile", towns["Fiktivtal"][:8].upper())) == whole


def test_the_profile_speaks_english_on_request(run, towns):
    text = printed(run("--language", "en", "profile", towns["Bad Beispiel"]))
    assert "Minimum requirements: 11 of 12 met" in text
    assert "Secured level" in text


@pytest.mark.parametrize("unknown", ["gibtesnicht", "", "%", "\ud800", "a\nb", "0" * 5000])
def test_an_unknown_id_is_refused(run, towns, unknown):
    assert refused(run("profile", unknown)).startswith("Es gibt keine Standortbestimmung „")


def test_without_a_workspace_every_id_is_unknown(run, file):
    assert "Es gibt keine Standortbestimmung „abcd“" in refused(run("profile", "abcd"))
    assert not file.parent.exists()
