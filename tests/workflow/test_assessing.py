"""Creating, answering and looking at assessments."""

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import NOON, make_answer, make_assessment
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiassess.content.library import Library
from kiassess.domain.assessment import AiInUse, Answer, AnswerState, Evidence, Facts, NewAssessment
from kiassess.domain.errors import (
    InvalidAnswerError,
    InvalidInputError,
    ReadOnlyError,
    UnknownAssessmentError,
    UnknownQuestionnaireError,
    WorkspaceUnwritableError,
)
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality, OrganisationType
from kiassess.store.assessments import delete_assessment, insert_assessment
from kiassess.workflow import assessing, deleting, listing
from kiassess.workflow.workspace import open_for_reading, open_for_writing

LATER = NOON + timedelta(days=1)
NEVER = "data.inventory"  # “trifft nicht zu” is never an answer to it
NO_AI = "legal.dpia"  # only as long as no AI is in use


def reloaded(workspace, opened):
    return assessing.load(workspace, opened.assessment.id, "de")


# --- beginning


def test_a_new_assessment_has_the_newest_questionnaire_and_no_answers(workspace, create):
    made = create("Zell", population=4_999, extent=Extent.QUICK, ai_in_use=AiInUse.NO)
    opened = assessing.load(workspace, made.id, "de")
    assert opened.assessment == made
    assert (made.questionnaire_id, made.questionnaire_version) == ("ki-readiness", "1.1.0")
    assert (made.created_at, made.changed_at, made.is_example) == (NOON, NOON, False)
    assert opened.questionnaire.language == "de"
    assert opened.answers == {}
    assert opened.progress().total == 22


def test_every_assessment_gets_an_id_of_its_own(create):
    assert create("Zell").id != create("Zell").id


def test_an_assessment_can_be_opened_in_english(workspace, create):
    assert assessing.load(workspace, create().id, "en").questionnaire.language == "en"


def test_an_unknown_questionnaire_is_refused(workspace, create):
    with pytest.raises(UnknownQuestionnaireError, match="ki-readiness"):
        create(questionnaire_id="other")
    assert listing.list_all(workspace) == ()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("x" * 201, "x" * 60, id="too-long"),
        pytest.param("Zell\nam See", "Zell\ufffdam See", id="line-break"),
        pytest.param("Zell\0", "Zell\ufffd", id="nul"),
        pytest.param("Zell\ud800", "Zell\ufffd", id="half-a-character"),
        pytest.param("\u202eZell", "\ufffdZell", id="other-direction"),
        pytest.param("\x1b[31mZell", "\ufffd[31mZell", id="colour-of-a-terminal"),
    ],
)
def test_a_name_that_cannot_be_shown_is_refused(workspace, create, name, shown):
    with pytest.raises(InvalidInputError) as caught:
        create(name)
    assert caught.value.values == {"what": "input.name", "value": shown}
    assert listing.list_all(workspace) == ()


@pytest.mark.parametrize("name", ["x" * 200, "Łódź „Süd“ (=1+1)", "A"])
def test_other_names_are_kept(workspace, create, name):
    assert assessing.find(workspace, create(name).id).municipality.name == name


@pytest.mark.parametrize("population", [0, 1, 2_000_000_000, None])
def test_a_population_is_kept(workspace, create, population):
    made = create(population=population)
    assert assessing.find(workspace, made.id).municipality.population == population


@pytest.mark.parametrize("population", [2_000_000_001, 10**19, 10**400])
def test_a_population_larger_than_mankind_is_refused(workspace, create, population):
    with pytest.raises(InvalidInputError) as caught:
        create(population=population)
    assert caught.value.values["what"] == "input.population"
    assert listing.list_all(workspace) == ()


@pytest.mark.parametrize(
    ("new", "error"),
    [
        (NewAssessment(Municipality("x" * 201), date(2026, 3, 2)), InvalidInputError),
        (NewAssessment(Municipality("Z", population=10**10), date(2026, 3, 2)), InvalidInputError),
        (
            NewAssessment(Municipality("Z"), date(2026, 3, 2), questionnaire_id="other"),
            UnknownQuestionnaireError,
        ),
    ],
    ids=["name", "population", "questionnaire"],
)
def test_what_cannot_be_created_can_be_refused_before(library, new, error):
    with pytest.raises(error):
        assessing.refuse_unusable(new, library)


def test_what_can_be_created_is_not_refused_before(library):
    assessing.refuse_unusable(NewAssessment(Municipality("Zell"), date(2026, 3, 2)), library)


# --- finding


def test_an_assessment_is_found_by_its_id_or_its_beginning(workspace, create):
    made = create()
    for wanted in (made.id, made.id[:8], made.id[:4], made.id.upper(), f"  {made.id[:5]}\n"):
        assert assessing.find(workspace, wanted) == made


@pytest.mark.parametrize(
    "wanted", ["", "   ", "gone", "%", "____", "\ud800" * 5, "ä" * 5, "a\0bc", "'; --"], ids=ascii
)
def test_what_is_not_found_is_a_sentence(workspace, create, wanted):
    create()
    with pytest.raises(UnknownAssessmentError) as caught:
        assessing.find(workspace, wanted)
    assert caught.value.values["id"].isprintable()


def test_three_letters_are_too_few(workspace, create):
    made = create()
    with pytest.raises(UnknownAssessmentError, match=made.id[:3]):
        assessing.find(workspace, made.id[:3])


def test_a_beginning_that_several_share_finds_none(workspace):
    first, second, whole = (make_assessment(id=name) for name in ("abcd1", "abcd2", "abcd"))
    for made in (first, second):
        insert_assessment(workspace.db, made, "{}")
    with pytest.raises(UnknownAssessmentError):
        assessing.find(workspace, "abcd")
    assert assessing.find(workspace, "abcd1") == first
    assert assessing.find(workspace, "abcd2") == second
    insert_assessment(workspace.db, whole, "{}")
    assert assessing.find(workspace, "abcd") == whole


def test_an_assessment_that_does_not_exist_cannot_be_opened(workspace):
    with pytest.raises(UnknownAssessmentError):
        assessing.load(workspace, "gone", "de")


# --- listing


def test_all_assessments_are_listed_with_their_progress(workspace, create):
    first = create("Zell", extent=Extent.FULL)
    second = create("Aach", now=LATER)
    opened = assessing.load(workspace, first.id, "de")
    for item, value in ((NEVER, 3), ("data.access", "U"), (NO_AI, "N")):
        opened = assessing.answer(workspace, opened, make_answer(item, value), now=NOON)
    listed = listing.list_all(workspace)
    assert [entry.assessment for entry in listed] == [second, first]
    progress = listed[1].progress
    assert (progress.settled, progress.unknown, progress.total) == (2, 1, 86)
    assert listed[0].progress.touched == 0


def test_the_one_answered_last_comes_first(workspace, create):
    first = create("Zell")
    create("Aach", now=NOON + timedelta(hours=1))
    opened = assessing.load(workspace, first.id, "de")
    assessing.answer(workspace, opened, make_answer(NEVER, 3), now=LATER)
    names = [entry.assessment.municipality.name for entry in listing.list_all(workspace)]
    assert names == ["Zell", "Aach"]


def test_an_empty_workspace_lists_nothing(workspace):
    assert listing.list_all(workspace) == ()


@pytest.mark.parametrize("look", ["list_all", "load"])
def test_a_reader_is_not_confused_by_what_is_deleted_meanwhile(
    workspace, file, library, create, look
):
    kept, deleted = create("Zell"), create("Aach", now=LATER)
    with open_for_reading(file, library) as reader:

        def delete_meanwhile(statement):
            if statement.startswith("SELECT id, questionnaire_id"):  # after the assessments
                delete_assessment(workspace.db, deleted.id)

        reader.db.conn.set_trace_callback(delete_meanwhile)
        if look == "load":
            assert assessing.load(reader, deleted.id, "de").assessment == deleted
        else:
            assert [e.assessment for e in listing.list_all(reader)] == [deleted, kept]
        assert [e.assessment for e in listing.list_all(reader)] == [kept]


# --- answering


def test_an_answer_is_on_disk_when_it_was_given(workspace, opened, file, library):
    answered = assessing.answer(workspace, opened, make_answer(NEVER, 3, note="x"), now=LATER)
    assert answered.answers == {NEVER: make_answer(NEVER, 3, note="x")}
    assert answered.assessment.changed_at == LATER
    assert opened.answers == {}  # what was opened before stays as it was
    with open_for_reading(file, library) as reader:
        assert reloaded(reader, opened) == answered


def test_the_last_answer_counts(workspace, opened):
    for value in (1, "U", 4):
        opened = assessing.answer(workspace, opened, make_answer(NEVER, value), now=LATER)
    assert reloaded(workspace, opened) == opened
    assert opened.answer(NEVER).level == 4


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("a\0b", "ab", id="nul"),
        pytest.param("a\ud800b", "a?b", id="half-a-character"),
        pytest.param("n" * 1_000_000, "n" * 1_000_000, id="a-million-letters"),
        pytest.param("👩‍👩‍👧‍👦 =1+1\r\n\t„Ä“", "👩‍👩‍👧‍👦 =1+1\r\n\t„Ä“", id="emoji"),
        pytest.param("", "", id="empty"),
    ],
)
def test_any_text_is_kept_as_far_as_it_can_be(workspace, opened, text, kept):
    given_answer = Answer(NEVER, note=text, responsible=text, evidence=Evidence(pointer=text))
    answered = assessing.answer(workspace, opened, given_answer, now=LATER)
    answer = reloaded(workspace, opened).answer(NEVER)
    assert (answer.note, answer.responsible, answer.evidence.pointer) == (kept, kept, kept)
    assert answered.answer(NEVER) == answer


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters()))
def test_what_is_shown_is_what_was_kept(workspace, opened, text):
    answered = assessing.answer(workspace, opened, Answer(NEVER, note=text), now=LATER)
    assert reloaded(workspace, opened).answer(NEVER) == answered.answer(NEVER)


@pytest.mark.parametrize(
    ("item", "ai_in_use", "allowed"),
    [
        pytest.param(NEVER, None, False, id="never"),
        pytest.param(NEVER, AiInUse.NO, False, id="never-even-without-ai"),
        pytest.param(NO_AI, AiInUse.NO, True, id="while-no-ai"),
        pytest.param(NO_AI, AiInUse.UNKNOWN, True, id="while-nobody-knows"),
        pytest.param(NO_AI, None, True, id="while-nobody-has-said"),
        pytest.param(NO_AI, AiInUse.YES, False, id="not-once-ai-is-used"),
    ],
)
def test_not_applicable_is_kept_only_where_it_may_be(workspace, create, item, ai_in_use, allowed):
    opened = assessing.load(workspace, create(ai_in_use=ai_in_use).id, "de")
    opened = assessing.answer(workspace, opened, make_answer(item, 1), now=NOON)
    given_answer = make_answer(item, "N")
    if allowed:
        answered = assessing.answer(workspace, opened, given_answer, now=LATER)
        assert answered.answer(item) == reloaded(workspace, opened).answer(item) == given_answer
        return
    title = opened.questionnaire.item(item).title
    with pytest.raises(InvalidAnswerError, match=title):
        assessing.answer(workspace, opened, given_answer, now=LATER)
    assert reloaded(workspace, opened) == opened  # the previous answer was kept


def test_with_a_reason_not_applicable_may_always_be_said(file, tmp_path, library):
    folder = tmp_path / "questionnaires"
    shutil.copytree(library.folders()[0].parents[1], folder)
    version = folder / "ki-readiness" / "1.1.0"
    for name, rule in (
        ("structure.toml", 'not_applicable = "with_reason"'),
        ("de/items/{area}.toml", 'not_applicable = "Wenn es das nicht gibt."'),
        ("en/items/{area}.toml", 'not_applicable = "Where there is none."'),
    ):
        path = version / name.format(area=NEVER.partition(".")[0])
        text = path.read_text(encoding="utf-8")
        if name == "structure.toml":
            text = text.replace('not_applicable = "never"', rule, 1)
        else:
            text = text.replace(f'[item."{NEVER}"]\n', f'[item."{NEVER}"]\n{rule}\n', 1)
        path.write_text(text, encoding="utf-8")
    with open_for_writing(file, Library(folder)) as workspace:
        new = NewAssessment(Municipality("Zell"), date(2026, 3, 2), ai_in_use=AiInUse.YES)
        opened = assessing.load(workspace, assessing.create(workspace, new, now=NOON).id, "de")
        answered = assessing.answer(workspace, opened, make_answer(NEVER, "N"), now=NOON)
        assert answered.answer(NEVER).state is AnswerState.NOT_APPLICABLE


def test_a_reason_of_which_nothing_is_left_is_none(workspace, opened):
    empty = make_answer(NO_AI, "N", reason="\0")
    with pytest.raises(InvalidAnswerError):
        assessing.answer(workspace, opened, empty, now=LATER)
    assert reloaded(workspace, opened).answers == {}


def test_an_item_that_does_not_exist_is_a_bug_of_the_caller(workspace, opened):
    with pytest.raises(KeyError):
        assessing.answer(workspace, opened, make_answer("data.gone", 1), now=LATER)
    assert reloaded(workspace, opened).answers == {}


def test_an_answer_to_an_item_that_is_not_asked_any_more_is_kept(workspace, opened):
    opened = assessing.answer(workspace, opened, make_answer(NEVER, 3), now=LATER)
    workspace.db.execute("UPDATE answer SET item_id = 'data.former'")
    kept = reloaded(workspace, opened)
    assert kept.answers == {"data.former": make_answer("data.former", 3)}
    assert kept.progress().touched == 0
    again = assessing.answer(workspace, kept, make_answer(NEVER, 1), now=LATER)
    assert reloaded(workspace, opened) == again
    assert again.answers.keys() == {"data.former", NEVER}


def test_an_answer_that_cannot_be_saved_leaves_everything_as_it_was(workspace, opened):
    workspace.db.execute("PRAGMA query_only = ON")
    with pytest.raises(WorkspaceUnwritableError):
        assessing.answer(workspace, opened, make_answer(NEVER, 3), now=LATER)
    assert reloaded(workspace, opened) == opened


def test_a_reader_answers_nothing(workspace, file, library, opened):
    with open_for_reading(file, library) as reader, pytest.raises(ReadOnlyError):
        assessing.answer(reader, opened, make_answer(NEVER, 3), now=LATER)
    assert reloaded(workspace, opened) == opened


def test_each_answer_knows_when_it_was_changed(workspace, opened):
    assert assessing.changes(workspace, opened.assessment.id) == {}
    opened = assessing.answer(workspace, opened, make_answer(NEVER, 3), now=NOON)
    assessing.answer(workspace, opened, make_answer(NO_AI, 3), now=LATER)
    assert assessing.changes(workspace, opened.assessment.id) == {NEVER: NOON, NO_AI: LATER}


# --- changing facts and deleting


def change(workspace, opened, **facts):
    usual = {
        "extent": Extent.SMALL,
        "round_date": date(2027, 1, 1),
        "ai_in_use": AiInUse.YES,
        "population": 20_001,
    }
    return assessing.change_facts(workspace, opened, Facts(**{**usual, **facts}), now=LATER)


def test_changed_facts_are_kept(workspace, opened):
    changed = change(workspace, opened)
    assert reloaded(workspace, opened) == changed
    assessment = changed.assessment
    assert (assessment.extent, assessment.round_date) == (Extent.SMALL, date(2027, 1, 1))
    assert (assessment.ai_in_use, assessment.municipality.population) == (AiInUse.YES, 20_001)
    assert (assessment.created_at, assessment.changed_at) == (NOON, LATER)


def test_answers_stay_when_facts_change(workspace, opened):
    opened = assessing.answer(workspace, opened, make_answer(NO_AI, "N"), now=NOON)
    changed = change(workspace, opened, ai_in_use=AiInUse.YES)
    assert changed.answers == opened.answers == reloaded(workspace, opened).answers


def test_facts_can_be_taken_back(workspace, opened):
    changed = change(workspace, opened)
    again = change(workspace, changed, ai_in_use=None, population=None)
    assert reloaded(workspace, opened) == again
    assert again.assessment.ai_in_use is again.assessment.municipality.population is None


@pytest.mark.parametrize("population", [-1, 2_000_000_001])
def test_an_impossible_population_is_refused(workspace, opened, population):
    with pytest.raises(InvalidInputError, match=str(population)):
        change(workspace, opened, population=population)
    assert reloaded(workspace, opened) == opened


def test_a_reader_changes_no_facts(workspace, file, library, opened):
    with open_for_reading(file, library) as reader, pytest.raises(ReadOnlyError):
        change(reader, opened)
    assert reloaded(workspace, opened) == opened


def test_a_deleted_assessment_is_gone_and_the_others_stay(workspace, create):
    kept, deleted = create("Zell"), create("Aach")
    deleting.delete(workspace, deleted.id, from_backups=False)
    with pytest.raises(UnknownAssessmentError):
        assessing.find(workspace, deleted.id)
    assert [entry.assessment for entry in listing.list_all(workspace)] == [kept]
    assert assessing.load(workspace, kept.id, "de").assessment == kept


def test_two_rounds_of_a_municipality_keep_their_own_facts(workspace, create):
    before = Municipality(
        "Ulm", OrganisationType.MUNICIPALITY, "08421000", population=1, territory_date="2024-12-31"
    )
    after = replace(before, population=2, territory_date="2025-12-31", district="Alb-Donau-Kreis")
    first, second = create(municipality=before), create(municipality=after)
    assert assessing.find(workspace, first.id).municipality == before
    assert assessing.find(workspace, second.id).municipality == after


# --- the round before


ULM = Municipality("Ulm, Universitätsstadt", OrganisationType.MUNICIPALITY, "08421000")


@pytest.fixture
def begin(workspace):
    """Begin an assessment of Ulm on a day, and open it."""

    def begin(day, municipality=ULM, *, now=NOON, **facts):
        new = NewAssessment(municipality, day, **facts)
        made = assessing.create(workspace, new, now=now)
        return assessing.load(workspace, made.id, "de")

    return begin


EARLIER, THIS, AFTER = date(2025, 3, 2), date(2026, 3, 2), date(2027, 3, 2)


def test_the_round_before_is_the_latest_earlier_one(workspace, begin):
    first, second = begin(date(2024, 3, 2)), begin(EARLIER)
    second = assessing.answer(workspace, second, make_answer(NEVER, 3), now=LATER)
    this, later = begin(THIS), begin(AFTER)
    assert assessing.previous_round(workspace, this, "de") == second
    assert assessing.previous_round(workspace, later, "de") == this
    assert assessing.previous_round(workspace, first, "de") is None


def test_of_two_rounds_of_a_day_the_one_changed_last_comes_before(workspace, begin):
    edited, _ = begin(EARLIER), begin(EARLIER)
    edited = assessing.answer(workspace, edited, make_answer(NEVER, 3), now=LATER)
    assert assessing.previous_round(workspace, begin(THIS), "de") == edited


def test_the_round_before_comes_in_the_language_asked_for(workspace, begin):
    begin(EARLIER)
    found = assessing.previous_round(workspace, begin(THIS), "en")
    assert found.questionnaire.language == "en"


@pytest.mark.parametrize(
    ("before", "facts"),
    [
        pytest.param(EARLIER, {"extent": Extent.QUICK}, id="another-extent"),
        pytest.param(
            EARLIER,
            {"municipality": replace(ULM, name="Ulm", population=5, territory_date="2024-12-31")},
            id="same-key-other-facts",
        ),
    ],
)
def test_the_round_before_may_differ_in_this(workspace, begin, before, facts):
    earlier = begin(before, **facts)
    assert assessing.previous_round(workspace, begin(THIS), "de") == earlier


@pytest.mark.parametrize(
    ("before", "facts"),
    [
        pytest.param(THIS, {}, id="same-day"),
        pytest.param(AFTER, {}, id="later"),
        pytest.param(EARLIER, {"municipality": replace(ULM, key="09775135")}, id="another-key"),
        pytest.param(EARLIER, {"municipality": replace(ULM, key="")}, id="no-key"),
        pytest.param(EARLIER, {"is_example": True}, id="an-example"),
    ],
)
def test_another_assessment_is_no_round_before(workspace, begin, before, facts):
    begin(before, **facts)
    assert assessing.previous_round(workspace, begin(THIS), "de") is None


def test_without_a_key_the_name_and_the_kind_decide(workspace, begin):
    town = Municipality("Ansbach")
    begin(EARLIER, Municipality("Ansbach", OrganisationType.COUNTY))
    begin(EARLIER, Municipality("Aach"))
    this = begin(THIS, town)
    assert assessing.previous_round(workspace, this, "de") is None
    earlier = begin(EARLIER, town)
    assert assessing.previous_round(workspace, this, "de") == earlier


def test_an_example_follows_an_example(workspace, begin):
    earlier = begin(EARLIER, is_example=True)
    begin(date(2025, 6, 1))
    this = begin(THIS, is_example=True)
    assert assessing.previous_round(workspace, this, "de") == earlier


def test_another_questionnaire_is_another_matter(tmp_path, library):
    root = Path(__file__).parents[2]
    example = Library(root / "questionnaires", root / "resources" / "example")
    with open_for_writing(tmp_path / "two.db", example) as workspace:
        for day, questionnaire in ((EARLIER, "buergerbuero"), (THIS, "ki-readiness")):
            new = NewAssessment(ULM, day, questionnaire_id=questionnaire)
            made = assessing.create(workspace, new, now=NOON)
        this = assessing.load(workspace, made.id, "de")
        assert assessing.previous_round(workspace, this, "de") is None
