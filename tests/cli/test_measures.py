"""``measures``: what to do next, for people and for scripts."""

import json
import shutil
from datetime import UTC, datetime

import pytest
from calls import misused, printed, refused

from kiassess.content.library import Library
from kiassess.domain.firing import Situation
from kiassess.domain.own_measures import OWN, HiddenMeasure, OwnMeasure
from kiassess.domain.path import all_targets
from kiassess.domain.planning import PlanFrame
from kiassess.domain.recommending import Bucket, recommend
from kiassess.paths import bundled
from kiassess.workflow import assessing, planning
from kiassess.workflow.demo import make_demo
from kiassess.workflow.recommending import least_effort

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
FIELDS = {
    "id", "title", "generic", "effort", "cost", "benefit", "lead", "step", "kpi", "days", "need",
    "value", "worth", "gate", "quick_win", "fits", "why", "prerequisites", "needed_for",
}  # fmt: skip


@pytest.fixture
def towns(writer):
    """The ids of the demo by name; of two rounds the later one."""
    return {one.municipality.name: one.id for one in make_demo(writer, now=NOW)}


@pytest.fixture
def catalogue():
    return Library(bundled().questionnaires).catalogue("ki-readiness", "de")[0].measures


def seen(run, *arguments):
    return json.loads(printed(run("measures", *arguments, "--json")))


def buckets(told):
    return {name: [one["id"] for one in rows] for name, rows in told["buckets"].items()}


@pytest.mark.parametrize("name", ["Neu Musterow", "Probenried"])
def test_people_read_what_to_begin_with_and_then_everything(run, towns, check_golden, name):
    options = ("--days", "15", "--neighbours", "1", "--path", "gates")
    text = printed(run("measures", towns[name], *options))
    check_golden(f"measures_{name.replace(' ', '_')}.txt", text)
    parts = ("Damit fangen Sie an:", "Sofort, ", "Später: ", "Weg mit dem geringsten Aufwand")
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_scripts_read_what_was_promised(run, towns, check_golden):
    options = ("--days", "12", "--high-risk", "--path", "targets", "--json")
    text = printed(run("measures", towns["Probenried"], *options))
    check_golden("measures_Probenried.json", text)


def test_scripts_read_every_measure_in_its_bucket(run, towns, writer, catalogue):
    told = seen(run, towns["Neu Musterow"], "--neighbours", "2", "--days", "9")
    opened = assessing.load(writer, towns["Neu Musterow"], "de")
    found = recommend(opened, catalogue, Situation(days=9, neighbours=2))
    assert buckets(told) == {
        bucket.value: [one.measure.id for one in found if one.bucket is bucket] for bucket in Bucket
    }
    rows = [row for rows in told["buckets"].values() for row in rows]
    assert [set(row) for row in rows] == [FIELDS] * len(found)
    assert [(r["days"], r["need"], r["fits"]) for r in rows] == [
        (one.days, one.need, one.fits) for one in found
    ]
    assert len(told["first"]) == 6
    assert told["situation"]["effort_factor"] == pytest.approx(2.2 / 3)


def test_a_generic_measure_names_no_cost(run, towns):
    told = seen(run, towns["Musterstedt"])
    rows = [row for rows in told["buckets"].values() for row in rows]
    generic = [row for row in rows if row["generic"]]
    assert generic
    assert {row["cost"] for row in generic} == {None}
    assert all(row["id"].startswith("n.") for row in generic)
    assert all(row["cost"] for row in rows if not row["generic"])


def test_the_way_to_the_targets_keeps_within_the_days(run, towns, writer, catalogue):
    told = seen(run, towns["Musterstedt"], "--path", "targets", "--days", "30")["path"]
    opened = assessing.load(writer, towns["Musterstedt"], "de")
    wanted = all_targets(opened)
    path = least_effort(opened, catalogue, Situation(), wanted, within=30)
    assert [one["id"] for one in told["measures"]] == [one.id for one in path.measures]
    assert told["days"] <= 30 < told["days_for_all"]
    assert told["proven"]
    assert set(told["reached"]) | set(told["missed"]) <= set(wanted)


def test_without_a_wish_no_way_is_worked_out(run, towns):
    assert "path" not in seen(run, towns["Musterstedt"])
    assert "geringsten Aufwand" not in printed(run("measures", towns["Musterstedt"]))


def test_what_leads_to_high_risk_duties_is_asked_for(run, towns):
    def named(*options):
        return [
            one
            for ids in buckets(seen(run, towns["Neu Musterow"], *options)).values()
            for one in ids
        ]

    assert "m.legal.highrisk" not in named()
    assert "m.legal.highrisk" in named("--high-risk")


def test_it_speaks_english_on_request(run, towns):
    text = printed(run("--language", "en", "measures", towns["Bad Beispiel"], "--path", "gates"))
    assert "Begin with these:" in text
    assert "It cannot be done with less effort" in text


def test_measures_of_a_state_are_those_of_its_answers(run, towns, writer):
    from kiassess.workflow import states

    town = towns["Musterstedt"]
    states.freeze(writer, assessing.load(writer, town, "de"), "Ratssitzung", now=NOW)
    assert seen(run, town, "--state", "Ratssitzung") == seen(run, town)


@pytest.mark.parametrize("unknown", ["gibtesnicht", "", "%", "\ud800", "a\nb", "0" * 5000])
def test_an_unknown_id_is_refused(run, towns, unknown):
    assert refused(run("measures", unknown)).startswith("Es gibt keine Standortbestimmung „")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--days", "-1"), "--days: „-1“ ist keine ganze Zahl ab 0."),
        (("--days", "viele"), "--days: „viele“ ist keine ganze Zahl ab 0."),
        (("--neighbours", "1,5"), "--neighbours: „1,5“ ist keine ganze Zahl ab 0."),
        (("--path", "x"), "--path: „x“ ist nicht möglich. Möglich sind: gates, targets."),
    ],
)
def test_a_wrong_call_is_explained(run, towns, arguments, complaint):
    assert misused(run("measures", towns["Musterstedt"], *arguments)) == complaint


@pytest.mark.parametrize("many", ["9" * 20, "0"])
def test_any_number_is_borne(run, towns, many):
    options = ("--days", many, "--neighbours", many, "--path", "targets")
    assert seen(run, towns["Musterstedt"], *options)["path"]["proven"]


# --- a questionnaire of one's own


@pytest.fixture
def own(tmp_path):
    """The folder of an own questionnaire, a copy of the example."""
    folder = tmp_path / "home" / "kiassess" / "questionnaires" / "buergerbuero"
    shutil.copytree(bundled().example / "buergerbuero", folder)
    return folder


def test_without_answers_nothing_fits(run, own):
    begun = printed(run("new", "Zell", "--questionnaire", "buergerbuero")).strip()
    assert "Zu diesen Antworten passt keine Maßnahme." in printed(run("measures", begun))


def test_the_measures_of_another_questionnaire_do_not_stand_in(run, own, file):
    begun = printed(run("new", "Zell", "--questionnaire", "buergerbuero")).strip()
    shutil.rmtree(own)
    options = ("--path", "gates")
    assert set(buckets(seen(run, begun, *options))) == {"immediate", "year", "later"}


def test_what_the_municipality_keeps_is_minded(run, writer, towns):
    opened = assessing.load(writer, towns["Probenried"], "de")
    first, second = buckets(seen(run, opened.assessment.id))["immediate"][:2]
    own = OwnMeasure(f"{OWN}bericht", "Dem Rat jedes Jahr berichten", step=7)
    worded = OwnMeasure(second, "In unseren Worten")
    frame = PlanFrame("frame", days_per_quarter=0, neighbours=2)
    entries = (HiddenMeasure(first, "Macht der Kreis"), own, worded, frame)
    planning.save(writer, opened, *entries, now=NOW)
    told = seen(run, opened.assessment.id)
    rows = {one["id"]: one for part in told["buckets"].values() for one in part}
    assert first not in rows
    assert rows[second]["title"] == "In unseren Worten"
    assert not any(one["fits"] for one in told["buckets"]["immediate"])
    more = seen(run, opened.assessment.id, "--days", "99")["buckets"]["immediate"]
    assert any(one["fits"] for one in more)
