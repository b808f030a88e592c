"""Rows of levels end with every change of an answer, and selections find what they say."""

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import NOON, make_answer, make_assessment
from filling import fill
from many_towns import Many, many_towns

from kiassess.content.library import Library
from kiassess.domain.assessment import Voice
from kiassess.domain.history import StepKind, Subject
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality, OrganisationType, SizeClass
from kiassess.domain.selection import EVERYTHING, Selection
from kiassess.domain.voices import voice_key
from kiassess.paths import bundled
from kiassess.store.answers import save_answer
from kiassess.store.assessments import delete_assessment, insert_assessment
from kiassess.store.journal import record
from kiassess.store.kept_levels import (
    keep_levels,
    load_rounds,
    load_signs,
    load_with_voices,
)
from kiassess.store.workspace import open_workspace

ROW = bytes([0, 4, 5])


@pytest.fixture
def kept(db, assessment):
    """A workspace that keeps a row of the one assessment in it."""
    keep_levels(db, {assessment.id: ROW})
    return db


def rows(db):
    return {one.id: one.levels for one in load_rounds(db, EVERYTHING)}


def test_a_row_is_kept(kept, assessment):
    (found,) = load_rounds(kept, EVERYTHING)
    assert found.levels == ROW
    assert (found.id, found.municipality) == (assessment.id, assessment.municipality)
    assert (found.extent, found.round_date) == (assessment.extent, assessment.round_date)
    assert (found.ai_in_use, found.is_example) == (None, False)


def test_a_row_ends_with_a_new_and_with_another_answer(kept, assessment):
    save_answer(kept, assessment.id, make_answer("data.one", 1), now=NOON)
    assert rows(kept) == {assessment.id: b""}
    keep_levels(kept, {assessment.id: ROW})
    save_answer(kept, assessment.id, make_answer("data.one", 2), now=NOON + timedelta(1))
    assert rows(kept) == {assessment.id: b""}


def test_a_row_ends_with_an_answer_taken_back(kept, assessment):
    save_answer(kept, assessment.id, make_answer("data.one", 1), now=NOON)
    keep_levels(kept, {assessment.id: ROW})
    record(
        kept, assessment.id, StepKind.UNDO, {(Subject.ANSWER, "data.one"): None}, now=NOON, undoes=1
    )
    assert rows(kept) == {assessment.id: b""}


def test_a_row_ends_with_a_voice(kept, assessment):
    key = Subject.VOICE, voice_key("data.one", "IT")
    for voice in (Voice("IT", make_answer("data.one", 1), NOON), None):
        keep_levels(kept, {assessment.id: ROW})
        record(kept, assessment.id, StepKind.IMPORT, {key: voice}, now=NOON)
        assert rows(kept) == {assessment.id: b""}
        assert load_with_voices(kept) == (frozenset() if voice is None else {assessment.id})


def test_a_row_of_another_assessment_stays(kept, assessment):
    other = make_assessment(2)
    insert_assessment(kept, other, '{"demo": 1}')
    save_answer(kept, other.id, make_answer("data.one", 1), now=NOON)
    assert rows(kept) == {assessment.id: ROW, other.id: b""}
    assert load_signs(kept, assessment.id) == {}
    assert load_signs(kept, other.id) == {"data.one": 1}


def test_a_row_goes_with_its_assessment(kept, assessment):
    delete_assessment(kept, assessment.id)
    assert kept.execute("SELECT count(*) FROM kept_levels").fetchone() == (0,)


def test_every_kind_of_answer_has_its_sign(db, assessment):
    for n, given in enumerate([0, 4, "U", "N"]):
        save_answer(db, assessment.id, make_answer(f"q.{n}", given), now=NOON)
    save_answer(db, assessment.id, make_answer("q.4", "-", note="later"), now=NOON)
    assert load_signs(db, assessment.id) == {
        "q.0": 0, "q.1": 4, "q.2": 5, "q.3": 6, "q.4": 7
    }  # fmt: skip


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Sixty municipalities with two rounds each, mixed in every way; and what they are."""
    edition = Library(bundled().questionnaires).load("ki-readiness")
    chosen = list(many_towns(Many(60, 2, mixed=True), edition.questionnaire("de")))
    odd = Municipality("Übermorgen, Stadt", OrganisationType.OTHER, "99999999")
    chosen.append(replace(chosen[0], id="f" * 36, municipality=odd, is_example=True))
    db = open_workspace(tmp_path_factory.mktemp("many") / "towns.db")
    fill(db, chosen, edition.to_json())
    yield db, chosen
    db.close()


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        pytest.param(Selection(), lambda one: True, id="everything"),
        pytest.param(
            Selection(types=frozenset({OrganisationType.COUNTY})),
            lambda one: one.municipality.type is OrganisationType.COUNTY,
            id="kind",
        ),
        pytest.param(
            Selection(size_classes=frozenset({SizeClass.SMALL, None})),
            lambda one: one.size_class in {SizeClass.SMALL, None},
            id="size",
        ),
        pytest.param(
            Selection(size_classes=frozenset({SizeClass.MEDIUM, SizeClass.LARGE})),
            lambda one: one.size_class in {SizeClass.MEDIUM, SizeClass.LARGE},
            id="larger",
        ),
        pytest.param(
            Selection(states=frozenset({"Hessen", "Bayern"}), years=frozenset({2023})),
            lambda one: (
                one.municipality.state in {"Hessen", "Bayern"} and one.round_date.year == 2023
            ),
            id="state-and-year",
        ),
        pytest.param(
            Selection(districts=frozenset({"Kreis 007"})),
            lambda one: one.municipality.district == "Kreis 007",
            id="county",
        ),
        pytest.param(
            Selection(extents=frozenset({Extent.QUICK})), lambda one: one.quick, id="extent"
        ),
        pytest.param(
            Selection(versions=frozenset({("ki-readiness", "1.1.0")})),
            lambda one: True,
            id="version",
        ),
        pytest.param(
            Selection(versions=frozenset({("ki-readiness", "1.0.0")})),
            lambda one: False,
            id="older",
        ),
        pytest.param(Selection(examples=False), lambda one: not one.is_example, id="no-example"),
        pytest.param(Selection(search=" übermorgen"), lambda one: one.is_example, id="search"),
        pytest.param(
            Selection(search="ORT 0000"), lambda one: "Ort 0000" in one.municipality.name, id="part"
        ),
        pytest.param(Selection(ids=frozenset({"f" * 36})), lambda one: one.is_example, id="ids"),
    ],
)
def test_a_selection_finds_what_it_says(many, wanted, fits):
    db, chosen = many
    found = load_rounds(db, wanted)
    assert [one.id for one in found] == sorted(one.id for one in chosen if fits(one))
    by_id = {one.id: one for one in chosen}
    assert all(
        replace(one, municipality=by_id[one.id].municipality) == by_id[one.id] for one in found
    )
