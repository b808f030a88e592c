"""``profile --lens``: the same answers through another framework."""

import json
import shutil
from datetime import UTC, datetime

import pytest
from calls import misused, printed, refused

from kiassess.content.library import Library
from kiassess.domain.lens_profile import look_through
from kiassess.paths import bundled
from kiassess.workflow import assessing
from kiassess.workflow.demo import make_demo

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
KNOWN = ("altai", "steps", "oecd", "unesco", "ram", "missionki", "iso42001")
FIELDS = {
    "id", "name", "score", "low", "high", "coverage", "n_items", "n_primary", "n_partial",
    "covered",
}  # fmt: skip


@pytest.fixture
def towns(writer):
    """The ids of the demo by name; of two rounds the later one."""
    return {one.municipality.name: one.id for one in make_demo(writer, now=NOW)}


@pytest.fixture
def lenses():
    return Library(bundled().questionnaires).catalogue("ki-readiness", "de")[0].lenses


def seen(run, *arguments):
    return json.loads(printed(run("profile", *arguments, "--json")))


@pytest.mark.parametrize("lens_id", KNOWN)
def test_scripts_read_every_part_unrounded(run, towns, writer, lenses, lens_id):
    found = seen(run, towns["Musterstedt"], "--lens", lens_id)["lens"]
    opened = assessing.load(writer, towns["Musterstedt"], "de")
    parts = look_through(lenses[lens_id], opened).parts
    assert (found["id"], found["name"]) == (lens_id, lenses[lens_id].name)
    assert [set(part) for part in found["parts"]] == [FIELDS] * len(parts)
    assert [
        (p["id"], p["score"], p["low"], p["high"], p["coverage"], p["n_items"])
        for p in found["parts"]
    ] == [
        (r.part.id, r.score.value, r.score.low, r.score.high, r.score.coverage, r.n_items)
        for r in parts
    ]
    assert [(p["n_primary"], p["n_partial"]) for p in found["parts"]] == [
        (len(r.part.primary), len(r.part.partial)) for r in parts
    ]


def test_the_rest_of_the_profile_stays_as_it_is(run, towns):
    with_lens = seen(run, towns["Musterstedt"], "--lens", "altai")
    del with_lens["lens"]
    assert with_lens == seen(run, towns["Musterstedt"])


def test_the_quick_check_tells_tendencies_instead_of_scores(run, towns):
    parts = seen(run, towns["Probenried"], "--lens", "unesco")["lens"]["parts"]
    assert [set(part) for part in parts] == [FIELDS - {"score"} | {"tendency"}] * 10
    assert {(part["low"], part["high"]) for part in parts} == {(None, None)}
    assert {part["tendency"] for part in parts} <= {"low", "medium", "high", None}
    unasked = [part for part in parts if part["n_items"] == 0]
    assert unasked
    assert all(part["covered"] and part["tendency"] is None for part in unasked)


def rows(text, first):
    """The lines of the table after its heading, until the empty line."""
    lines = text.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(f"{first} "))
    return lines[start : lines.index("", start)]


def test_people_read_a_table_after_the_profile(run, towns, lenses):
    text = printed(run("profile", towns["Neu Musterow"], "--lens", "altai"))
    assert text.startswith(printed(run("profile", towns["Neu Musterow"])).rstrip("\n"))
    assert "Blickwinkel: ALTAI" in text
    heading, *table = rows(text, "Punkt")
    assert heading.split() == ["Punkt", "Profilwert", "Spanne", "Abdeckung", "Fragen"]
    parts = lenses["altai"].parts
    assert [row.startswith(part.name) for row, part in zip(table, parts, strict=True)] == [True] * 7
    assert [int(row.split()[-1]) for row in table] == [len(part.items) for part in parts]
    assert any("nicht belastbar" in row for row in table)
    assert lenses["altai"].limits in text


def test_people_read_tendencies_of_the_quick_check(run, towns):
    text = printed(run("profile", towns["Probenried"], "--lens", "unesco"))
    heading, *table = rows(text, "Punkt")
    assert heading.split() == ["Punkt", "Tendenz", "Abdeckung", "Fragen"]
    assert any("hier nicht gefragt" in row for row in table)
    assert not any(sign in "".join(table) for sign in ("0,", "1,", "2,", "3,"))


def test_the_lens_speaks_english_on_request(run, towns):
    text = printed(run("--language", "en", "profile", towns["Musterstedt"], "--lens", "oecd"))
    assert "Lens: " in text
    assert rows(text, "Point")[0].split() == ["Point", "Value", "Band", "Coverage", "Questions"]


@pytest.mark.parametrize("unknown", ["gibtesnicht", "", "ALTAI", "%", "\ud800", "a\nb", "0" * 5000])
@pytest.mark.parametrize("more", [(), ("--json",)], ids=["text", "json"])
def test_an_unknown_lens_is_refused_and_the_known_ones_are_named(run, towns, unknown, more):
    sentence = refused(run("profile", towns["Musterstedt"], "--lens", unknown, *more))
    assert sentence.startswith("Es gibt keinen Blickwinkel „")
    assert sentence.endswith(f"{', '.join(KNOWN)}.")
    assert len(sentence) < 300


def test_an_unknown_assessment_is_told_before_the_lens(run, towns):
    assert "keine Standortbestimmung" in refused(run("profile", "gibtesnicht", "--lens", "x"))


def test_the_lens_needs_a_name(run, towns):
    complaint = misused(run("profile", towns["Musterstedt"], "--lens"))
    assert complaint == "Zur Option „--lens“ fehlt der Wert."


def test_help_offers_the_lens(run):
    assert "--lens ID" in printed(run("profile", "--help"))


# --- a questionnaire of one's own


@pytest.fixture
def own(tmp_path):
    """The folder of an own questionnaire, a copy of the example."""
    folder = tmp_path / "home" / "kiassess" / "questionnaires" / "buergerbuero"
    shutil.copytree(bundled().example / "buergerbuero", folder)
    return folder


@pytest.fixture
def begun(run, own):
    return printed(run("new", "Zell", "--questionnaire", "buergerbuero")).strip()


def test_a_questionnaire_without_lenses_says_so(run, begun):
    sentence = refused(run("profile", begun, "--lens", "altai"))
    assert sentence.endswith("Zu diesem Fragenkatalog gibt es: –.")


def test_the_lenses_of_another_questionnaire_do_not_stand_in(run, begun, own):
    shutil.rmtree(own)
    assert "gibt es: –." in refused(run("profile", begun, "--lens", "altai"))
    assert "lens" not in seen(run, begun)
