"""The fictitious towns: nobody's, believable, and the same on every computer."""

from datetime import UTC, datetime, timedelta

import pytest
from builders import make_item

from kiassess.content.library import Library
from kiassess.content.municipalities import load_register
from kiassess.domain.action_fields import FIELDS
from kiassess.domain.assessment import AiInUse, AnswerState, may_be_not_applicable
from kiassess.domain.errors import ReadOnlyError, WorkspaceUnwritableError
from kiassess.domain.kept import kept_of
from kiassess.domain.kinds import DeliveryMode, Extent
from kiassess.domain.municipality import OrganisationType
from kiassess.domain.plan_checks import order_warnings, overloads
from kiassess.domain.plan_progress import plan_progress
from kiassess.domain.profile import make_profile
from kiassess.domain.questionnaire import Area
from kiassess.domain.search import fold
from kiassess.paths import bundled
from kiassess.workflow import assessing, deleting, listing
from kiassess.workflow.demo import holds_only_demo, make_demo, make_example
from kiassess.workflow.demo.answering import make_answers
from kiassess.workflow.demo.english import ENGLISH
from kiassess.workflow.demo.german import GERMAN
from kiassess.workflow.demo.towns import EXAMPLE, TOWNS
from kiassess.workflow.workspace import open_for_reading, open_for_writing

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LIBRARY = Library(bundled().questionnaires)
TWICE = ["Musterhafen", "Musterstedt"]  # towns with two rounds


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """The demo, only to be looked at: every round with its answers."""
    file = tmp_path_factory.mktemp("demo") / "demo.db"
    with open_for_writing(file, LIBRARY) as workspace:
        made = make_demo(workspace, now=NOW)
        return [assessing.load(workspace, one.id, "de") for one in made]


@pytest.fixture
def workspace(tmp_path):
    with open_for_writing(tmp_path / "kiassess.db", LIBRARY) as opened:
        yield opened


def all_answers(rounds):
    return [answer for opened in rounds for answer in opened.answers.values()]


def share(part, whole):
    return len([one for one in whole if part(one)]) / len(whole)


# --- who they are


def test_no_town_bears_the_name_of_a_real_one():
    real = {
        fold(name)
        for found in load_register(bundled().municipalities).municipalities
        for name in (found.name, found.short_name)
    }
    for town in (*TOWNS, EXAMPLE):
        assert fold(town.municipality.name) not in real
        assert fold(town.municipality.short_name.split()[-1]) not in real
        assert fold(town.municipality.district) not in real


def test_no_town_has_an_official_key():
    assert {town.municipality.key for town in (*TOWNS, EXAMPLE)} == {""}


def test_there_are_twelve_of_every_kind_and_size(shown):
    towns = {opened.assessment.municipality.name: opened.assessment for opened in shown}
    kinds = [one.municipality.type for one in towns.values()]
    sizes = [one.municipality.population for one in towns.values()]
    assert len(towns) == 12
    assert kinds.count(OrganisationType.ASSOCIATION) == 1
    assert kinds.count(OrganisationType.COUNTY) == 1
    assert (min(sizes), max(sizes)) == (1_900, 180_000)
    assert {one.size_class for one in towns.values()} == {"small", "medium", "large"}


def test_only_the_example_says_it_is_one(shown, workspace):
    assert not any(opened.assessment.is_example for opened in shown)
    assert make_example(workspace, now=NOW, language="de").is_example


# --- what they answer


def test_answers_keep_to_the_questionnaire(shown):
    for opened in shown:
        asked = {item.id: item for item in opened.items()}
        assert opened.answers.keys() <= asked.keys()
        for answer in opened.answers.values():
            item = asked[answer.item_id]
            assert answer.delivery is None or answer.delivery in item.delivery_modes
            if answer.state is AnswerState.NOT_APPLICABLE:
                assert may_be_not_applicable(item, opened.assessment.ai_in_use)


def test_where_no_ai_is_in_use_the_assessment_of_its_risks_does_not_apply(shown):
    without = [one for one in shown if one.assessment.ai_in_use is AiInUse.NO]
    assert len(without) >= 2
    for opened in without:
        answer = opened.answer("legal.dpia")
        assert answer.state is AnswerState.NOT_APPLICABLE
        assert "keine KI im Einsatz" in answer.reason


def test_there_is_something_of_every_kind(shown):
    answers = all_answers(shown)
    assert {answer.state for answer in answers} == set(AnswerState) - {AnswerState.OPEN}
    assert {answer.level for answer in answers} == {None, 0, 1, 2, 3, 4}
    assert {one.assessment.ai_in_use for one in shown} == set(AiInUse)
    assert {one.assessment.extent for one in shown} == set(Extent)
    for field, kinds in (("delivery", 4), ("confidence", 3)):
        found = {getattr(answer, field) for answer in answers} - {None}
        assert len(found) == kinds
    assert len({answer.evidence.type for answer in answers} - {None}) == 4


@pytest.mark.parametrize(
    "filled",
    [
        lambda answer: answer.note,
        lambda answer: answer.evidence.pointer and answer.evidence.dated,
        lambda answer: answer.responsible,
        lambda answer: answer.confidence,
        lambda answer: answer.target is not None,
    ],
    ids=["note", "evidence", "responsible", "confidence", "target"],
)
def test_a_share_of_the_answers_says_more(shown, filled):
    assert 0.05 < share(filled, all_answers(shown)) < 0.8


def test_evidence_is_dated_before_the_round(shown):
    for opened in shown:
        for answer in opened.answers.values():
            assert (answer.evidence.dated or opened.assessment.round_date) <= (
                opened.assessment.round_date
            )


def test_the_profiles_differ(shown):
    values = [
        tuple(block.score.value for block in make_profile(one).blocks)
        for one in shown
        if one.assessment.extent is not Extent.QUICK
    ]
    assert len(set(values)) == len(values)


def test_somewhere_a_block_is_known_too_little(shown):
    (unfinished,) = [o for o in shown if o.assessment.municipality.name == "Neu Musterow"]
    profile = make_profile(unfinished)
    assert [b.id for b in profile.blocks if b.score.value is None] == ["VIS", "EW"]
    assert profile.open_items


def test_a_village_does_not_know_much_and_has_others_do_it(shown):
    village = shown[0]
    assert village.assessment.municipality.population == 1_900
    assert village.progress().unknown >= 4
    delivered = [a.delivery for a in village.answers.values() if a.delivery]
    assert delivered.count("provider") > len(delivered) / 2


def test_a_town_strong_in_it_may_have_no_rules(shown):
    (town,) = [o for o in shown if o.assessment.municipality.name == "Modellingen"]
    values = {block.id: block.score.value for block in make_profile(town).blocks}
    assert values["DI"] > 3
    assert values["GB"] < 1.2


@pytest.mark.parametrize("name", TWICE)
def test_a_second_round_shows_progress(shown, name):
    first, second = [o for o in shown if o.assessment.municipality.name == name]
    assert (first.assessment.round_date.year, second.assessment.round_date.year) == (2025, 2026)
    before, after = make_profile(first), make_profile(second)
    assert after.gates_met > before.gates_met
    for old, new in zip(before.blocks, after.blocks, strict=True):
        assert new.score.value >= old.score.value
    levels = {item: answer.level for item, answer in first.answers.items() if answer.level}
    assert all(second.answer(item).level >= level for item, level in levels.items())


def test_all_rounds_lie_in_the_last_two_years(shown):
    assert {opened.assessment.round_date.year for opened in shown} == {2025, 2026}
    names = [opened.assessment.municipality.name for opened in shown]
    assert sorted({name for name in names if names.count(name) > 1}) == TWICE


def test_every_remark_has_its_item_in_both_languages():
    items = {item.id for item in LIBRARY.load("ki-readiness").questionnaire("de").items()}
    roles = {r.id for r in LIBRARY.load("ki-readiness").questionnaire("de").roles}
    for words in (GERMAN, ENGLISH):
        assert words.items.keys() == items
        assert words.offices.keys() == roles
        assert words.village_offices.keys() <= roles
        remarks = [text for r in words.items.values() for text in (r.begun, r.running, r.found)]
        assert len(set(remarks)) == len(remarks)


def test_only_what_is_asked_is_answered_and_delivered_as_it_may_be():
    """Also by a questionnaire that asks less in a small extent, or knows fewer ways."""
    village = TOWNS[0]
    asked = [
        make_item(f"data.n{n}", delivery_modes=(DeliveryMode.OWN,), extents=frozenset({extent}))
        for n in range(30)
        for extent in ([Extent.SMALL] if n % 2 else [Extent.FULL])
    ]
    answers = list(make_answers(village, village.rounds[0], [Area("x", "X", tuple(asked))], GERMAN))
    assert len(answers) == 15
    assert {int(answer.item_id.removeprefix("data.n")) % 2 for answer in answers} == {1}
    assert {answer.delivery for answer in answers} == {None, DeliveryMode.OWN}


# --- how they are stored


def contents(workspace):
    """Everything in a workspace but numbers it counts itself."""
    tables = ("municipality", "questionnaire", "assessment", "answer", "journal")
    return {table: list(workspace.db.table(table).rows) for table in tables}


def test_the_demo_is_the_same_everywhere(workspace, tmp_path):
    make_demo(workspace, now=NOW)
    with open_for_writing(tmp_path / "other.db", LIBRARY) as other:
        make_demo(other, now=NOW + timedelta(days=400))
        assert contents(other) == contents(workspace)


def test_making_the_demo_again_changes_nothing(workspace):
    made = make_demo(workspace, now=NOW)
    before = contents(workspace)
    assert make_demo(workspace, now=NOW + timedelta(days=1)) == made
    assert contents(workspace) == before


def test_a_town_that_was_deleted_comes_back(workspace):
    made = make_demo(workspace, now=NOW)
    before = contents(workspace)["answer"]
    deleting.delete(workspace, made[3].id, from_backups=False)
    assert make_demo(workspace, now=NOW) == made
    assert contents(workspace)["answer"] == before


def test_no_time_lies_after_now(workspace):
    early = datetime(2026, 1, 1, tzinfo=UTC)
    made = make_demo(workspace, now=early)
    assert max(one.changed_at for one in made) == early
    assert max(one.created_at for one in made) == early
    assert min(one.created_at for one in made).date() == made[4].round_date


def test_a_demo_that_cannot_be_saved_leaves_nothing_behind(workspace):
    workspace.db.execute(
        "CREATE TRIGGER full BEFORE INSERT ON answer WHEN NEW.item_id = 'strat.roadmap' "
        "BEGIN SELECT RAISE(ABORT, 'full'); END"
    )
    workspace.db.execute("PRAGMA query_only = ON")
    with pytest.raises(WorkspaceUnwritableError):
        make_demo(workspace, now=NOW)
    workspace.db.execute("PRAGMA query_only = OFF")
    with pytest.raises(Exception, match="full"):
        make_demo(workspace, now=NOW)
    assert listing.list_all(workspace) == ()


def test_a_workspace_with_only_the_demo_is_known_as_such(workspace):
    assert holds_only_demo(workspace)
    make_demo(workspace, now=NOW)
    assert holds_only_demo(workspace)
    make_example(workspace, now=NOW, language="de")
    assert not holds_only_demo(workspace)


# --- the example


def test_the_example_is_almost_done(workspace):
    made = make_example(workspace, now=NOW, language="de")
    progress = assessing.load(workspace, made.id, "de").progress()
    assert (progress.settled, progress.unknown, progress.total) == (83, 1, 86)
    assert (made.municipality.name, made.municipality.population) == ("Bad Musterbach", 9_000)
    assert (made.created_at, made.changed_at, made.round_date) == (NOW, NOW, NOW.date())


def test_there_is_one_example_only(workspace):
    made = make_example(workspace, now=NOW, language="de")
    assert make_example(workspace, now=NOW + timedelta(days=9), language="en") == made
    assert len(listing.list_all(workspace)) == 1


def test_a_deleted_example_can_be_made_again(workspace):
    deleting.delete(
        workspace, make_example(workspace, now=NOW, language="de").id, from_backups=False
    )
    assert make_example(workspace, now=NOW, language="de").is_example


@pytest.mark.parametrize(("language", "words"), [("de", GERMAN), ("en", ENGLISH)])
def test_the_example_speaks_the_language_of_the_user(workspace, language, words):
    made = make_example(workspace, now=NOW, language=language)
    answers = assessing.load(workspace, made.id, language).answers.values()
    remarks = {text for r in words.items.values() for text in (r.begun, r.running)}
    assert len(remarks & {answer.note for answer in answers}) >= 4


@pytest.mark.parametrize("language", ["de", "en"])
def test_an_example_that_is_there_can_be_seen_without_the_right_to_write(workspace, language):
    made = make_example(workspace, now=NOW, language="de")
    with open_for_reading(workspace.path, LIBRARY) as reading:
        assert make_example(reading, now=NOW, language=language) == made


def test_without_the_right_to_write_there_is_no_new_example(workspace):
    with open_for_reading(workspace.path, LIBRARY) as reading:
        with pytest.raises(ReadOnlyError):
            make_example(reading, now=NOW, language="de")
        with pytest.raises(ReadOnlyError):
            make_demo(reading, now=NOW)


# --- what they keep beside their answers


def test_a_plan_of_the_demo_speaks_of_measures_and_questions_there_are(shown):
    catalogue, questionnaire = LIBRARY.catalogue("ki-readiness", "de")
    catalogue_titles = {one.id: one.title for one in catalogue.measures.values()}
    asked = {item.id for item in questionnaire.items()}
    plans = [plan for one in shown if (plan := kept_of(one.entries).plan)]
    assert len(plans) == 2
    for plan in plans:
        for entry in plan.values():
            if entry.measure_id:
                assert entry.title == catalogue_titles[entry.measure_id]
            assert {aim.item_id for aim in entry.aims} <= asked
        assert order_warnings(plan) == ()


def test_one_town_shows_everything_that_can_be_kept(shown):
    (opened,) = [one for one in shown if kept_of(one.entries).systems]
    kept = kept_of(opened.entries)
    assert {one.status for one in kept.plan.values()} >= {"planned", "running", "done"}
    assert kept.fields.keys() <= set(FIELDS)
    assert set(kept.use_cases) == {one.use_case_id for one in kept.systems.values()} - {""}
    assert overloads(kept.plan, kept.frame) == ()
    progress = plan_progress(kept.plan.values(), opened.answers)
    assert any(one.has_moved for one in progress.entries)
    assert progress.done_without_effect == ()
