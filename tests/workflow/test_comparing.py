"""Comparing what lies in a workspace."""

from dataclasses import replace
from datetime import date
from random import Random
from statistics import median

import pytest
from builders import NOON, make_answer
from filling import fill
from many_towns import Many, many_towns

from kiassess.domain.assessment import NewAssessment, Voice
from kiassess.domain.compared_round import compared_round
from kiassess.domain.errors import UnknownAssessmentError
from kiassess.domain.history import StepKind, Subject
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality
from kiassess.domain.profile import make_profile
from kiassess.domain.selection import Selection
from kiassess.domain.voices import voice_key
from kiassess.store.journal import record
from kiassess.workflow import assessing, comparing, listing
from kiassess.workflow.trends import trend_of, trend_of_rounds
from kiassess.workflow.workspace import open_for_reading, open_for_writing


@pytest.fixture
def begin(workspace):
    """Begin an assessment and answer all its items with a level."""

    def begin(name, level, *, year=2026, population=1_000, **facts):
        town = Municipality(name, population=population)
        new = NewAssessment(town, date(year, 3, 2), **facts)
        made = assessing.create(workspace, new, now=NOON)
        opened = assessing.load(workspace, made.id, "de")
        items = {(Subject.ANSWER, i.id): make_answer(i.id, level) for i in opened.items()}
        record(workspace.db, made.id, StepKind.ANSWER, items, now=NOON)
        return made.id

    return begin


def test_assessments_are_chosen_in_the_order_given_and_once(workspace, begin):
    a, b = begin("A", 1), begin("B", 2)
    chosen = comparing.choose_ids(workspace, [b, a[:8], b])
    assert [one.id for one in chosen] == [b, a]
    with pytest.raises(UnknownAssessmentError):
        comparing.choose_ids(workspace, [a, "nobody"])


def test_what_is_chosen_is_what_is_answered(workspace, begin):
    begin("A", 1)
    for _ in range(2):  # made, then kept
        for one in comparing.choose(workspace):
            opened = assessing.load(workspace, one.id, "de")
            assert one == compared_round(opened, one.edition)


def test_a_changed_answer_is_seen(workspace, begin):
    a = begin("A", 1)
    comparing.choose(workspace)
    opened = assessing.load(workspace, a, "de")
    first = next(iter(opened.items())).id
    assessing.answer(workspace, opened, make_answer(first, 4), now=NOON)
    (found,) = comparing.choose(workspace)
    assert found.levels[0] == 4


def test_voices_count_as_they_do_in_the_profile(workspace, create):
    a = create("A").id
    opened = assessing.load(workspace, a, "de")
    one, other = [item.id for item in opened.items()][:2]
    said = {("IT", one): 3, ("Bauamt", one): 3, ("IT", other): 1, ("Bauamt", other): 4}
    voices = {
        (Subject.VOICE, voice_key(item, who)): Voice(who, make_answer(item, level), NOON)
        for (who, item), level in said.items()
    }
    record(workspace.db, a, StepKind.IMPORT, voices, now=NOON)
    (found,) = comparing.choose(workspace)
    assert list(found.levels[:2]) == [3, 7]  # where they differ, nobody has answered


@pytest.mark.parametrize("extent", Extent)
def test_a_list_shows_the_same_progress_from_rows_that_are_kept(workspace, create, extent):
    chance = Random(extent)
    for number in range(4):
        opened = assessing.load(workspace, create(f"Ort {number}", extent=extent).id, "de")
        ids = [item.id for item in opened.questionnaire.items()]
        given = {
            (Subject.ANSWER, item): make_answer(item, chance.choice([0, 4, "U", "N", "-"]))
            for item in chance.sample(ids, 50)
        }
        said = {
            (Subject.VOICE, voice_key(item, who)): Voice(
                who, make_answer(item, chance.choice([1, 3, "U", "-"])), NOON
            )
            for item in chance.sample(ids, 40)
            for who in ("IT", "Bauamt")
        }
        key = opened.assessment.id
        record(workspace.db, key, StepKind.IMPORT, {**given, **said}, now=NOON)
    before = listing.list_all(workspace)
    comparing.choose(workspace)
    assert listing.list_all(workspace) == before
    gone = [before[0].assessment.id]
    workspace.db.execute("DELETE FROM kept_levels WHERE assessment_id = ?", gone)
    assert listing.list_all(workspace) == before
    workspace.db.execute("UPDATE kept_levels SET levels = x'0102'")
    assert listing.list_all(workspace) == before


def test_a_row_of_another_length_is_made_anew(workspace, begin):
    begin("A", 1)
    (found,) = comparing.choose(workspace)
    workspace.db.execute("UPDATE kept_levels SET levels = x'0102'")
    assert comparing.choose(workspace) == (found,)


def test_reading_alone_is_enough(workspace, begin, library):
    begin("A", 1)
    with open_for_reading(workspace.path, library) as reader:
        (found,) = comparing.choose(reader)
    assert set(found.levels) == {1}
    assert comparing.choose(workspace, keeps=False) == (found,)


def test_a_comparison_speaks_the_language_asked_for(workspace, begin):
    chosen = comparing.choose_ids(workspace, [begin("A", 1), begin("B", 3)])
    found = comparing.compare_chosen(workspace, chosen, "en")
    assert found.questionnaire.language == "en"
    assert [item.id for item in found.items] == [i.id for i in found.questionnaire.items()]
    assert found.items[0].title == found.questionnaire.item(found.items[0].id).title
    assert {block.values for block in found.blocks} == {(1.0, 3.0)}


def test_peers_are_found_in_the_whole_workspace(workspace, begin):
    ids = [begin(f"Ort {n}", level) for n, level in enumerate((2, 0, 1, 3, 4, 4))]
    begin("Groß", 4, population=50_000)
    own = comparing.choose_ids(workspace, ids[:1])[0]
    group = comparing.find_peers(workspace, own)
    assert sorted(one.id for one in group.members) == sorted(ids[1:])
    found = comparing.stand_among(workspace, own, group)
    assert {one.percentile for one in found} == {0.4}
    assert {one.statistics.median for one in found} == {3.0}
    unknown = replace(own, municipality=Municipality("?"))
    assert comparing.find_peers(workspace, unknown) is None


def test_the_change_between_two_rounds_is_found(workspace, begin):
    earlier, later = begin("A", 1, year=2025), begin("A", 2, year=2026)
    change = comparing.change_between(workspace, earlier, later, "de")
    assert {block.split.real for block in change.blocks} == {1.0}
    assert len(change.moved) == change.n_common == 86


def test_the_trend_covers_all_rounds_of_the_municipality(workspace, begin):
    ids = [begin("A", level, year=2024 + level) for level in (2, 0, 1)]
    begin("B", 4, year=2024)
    begin("A", 4, year=2023, extent=Extent.QUICK)
    begin("A", 4, year=2023, is_example=True)
    for one in ids:
        trend = trend_of(workspace, one, "en")
        assert [found.id for found in trend.rounds] == [ids[1], ids[2], ids[0]]
    values = {tuple(one.score.value for one in block.scores) for block in trend.blocks}
    assert values == {(0.0, 1.0, 2.0)}
    assert trend.questionnaire.language == "en"
    assert trend.changes[0] == comparing.change_between(workspace, ids[1], ids[2], "en")
    some = trend_of_rounds(workspace, [ids[0], ids[1]], "de")
    assert [found.id for found in some.rounds] == [ids[1], ids[0]]
    assert some.changes[0].moved[0].item in some.items


def test_a_selection_by_extent_compares_as_the_profile(workspace, begin):
    a = begin("A", 2, extent=Extent.SMALL)
    begin("B", 3)
    chosen = comparing.choose(workspace, Selection(extents=frozenset({Extent.SMALL})))
    found = comparing.compare_chosen(workspace, chosen, "de")
    profile = make_profile(assessing.load(workspace, a, "de"))
    assert [b.scores.score(0) for b in found.blocks] == [b.score for b in profile.blocks]


def test_an_anonymous_choice_goes_by_numbers(workspace, begin):
    ids = [begin(name, 2) for name in "ABCDE"]
    chosen = comparing.choose_ids(workspace, ids)
    secrets = [bytes([9 - n]) * 8 for n in range(5)]
    rows, numbers = comparing.anonymous(chosen, secrets)
    assert [one.id for one in rows] == ids[::-1]
    assert numbers == (1, 2, 3, 4, 5)


def test_numbers_leave_no_gap_where_there_are_only_quick_checks(workspace, begin):
    begin("Q", 2, extent=Extent.QUICK)
    ids = [begin(name, 2) for name in "ABCDE"]
    rows, numbers = comparing.anonymous(
        comparing.choose(workspace), [bytes([n]) * 8 for n in range(6)]
    )
    assert {one.id for one in rows} == set(ids)
    assert numbers == (1, 2, 3, 4, 5)


def test_eleven_thousand_towns_with_five_rounds_are_compared(tmp_path_factory, library):
    file = tmp_path_factory.mktemp("all") / "towns.db"
    edition = library.load("ki-readiness")
    towns = list(many_towns(Many(11_000, 5), edition.questionnaire("de")))
    with open_for_writing(file, library) as workspace:
        fill(workspace.db, towns, edition.to_json())
        chosen = comparing.choose(workspace)
        found = comparing.compare_chosen(workspace, chosen, "de")
    assert len(chosen) == 55_000
    assert found.counted == tuple(range(4, 55_000, 5))  # the latest round of each
    some = [0, 4, 12_345, 54_999]
    alone = comparing.compare([chosen[at] for at in some], {1: edition.questionnaire("de")})
    for block, single in zip(found.blocks, alone.blocks, strict=True):
        assert [block.values[at] for at in some] == list(single.values)
        known = [v for at in found.counted if (v := block.values[at]) is not None]
        assert block.statistics.n == len(known)
        assert block.statistics.median == median(known)
