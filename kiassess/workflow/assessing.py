"""Creating, answering and looking at assessments."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from kiassess.content.library import Library
from kiassess.domain.assessment import (
    YEARS,
    Answer,
    AnswerState,
    Assessment,
    Facts,
    NewAssessment,
    OpenAssessment,
    may_be_not_applicable,
)
from kiassess.domain.errors import (
    FrozenError,
    InvalidAnswerError,
    InvalidInputError,
    UnknownAssessmentError,
    UnknownQuestionnaireError,
)
from kiassess.domain.history import StepKind, Subject, goes_on, is_typing
from kiassess.domain.municipality import Municipality, same_body
from kiassess.domain.voices import counted, counted_changes, opened_with
from kiassess.store import answers as answer_store
from kiassess.store import assessments as assessment_store
from kiassess.store.entries import load_entries
from kiassess.store.journal import record
from kiassess.store.voices import load_voices
from kiassess.store.workspace import reading, writing
from kiassess.workflow.carrying import carry, newer_entries
from kiassess.workflow.history import last_step
from kiassess.workflow.workspace import Workspace

SHORTEST_ID = 4  # characters of an id that may stand for the whole one
LARGEST_POPULATION = 2_000_000_000
NAME_LENGTH = 200


def refuse_unusable(new: NewAssessment, library: Library) -> None:
    """Refuse what ``create`` would refuse, before a workspace is made for it.

    Raises:
        InvalidInputError: The name or the population cannot be stored.
        UnknownQuestionnaireError: There is no such questionnaire.
    """
    _refuse_unstorable(new.municipality)
    _refuse_day(new.round_date)
    known = library.ids()
    if new.questionnaire_id not in known:
        raise UnknownQuestionnaireError(id=new.questionnaire_id, known=", ".join(known))


def create(workspace: Workspace, new: NewAssessment, *, now: datetime) -> Assessment:
    """Begin an assessment; the questionnaire is stored with it as it is today.

    It begins with what was kept beside the answers in the round before: plan, register, and so on.

    Raises:
        InvalidInputError: The name or the population cannot be stored, or the questionnaire
            asks nothing in this extent.
        UnknownQuestionnaireError: There is no such questionnaire.
        ReadOnlyError, WorkspaceUnwritableError: It cannot be saved now.
    """
    from uuid import uuid4  # costs the first window 3 ms

    _refuse_unstorable(new.municipality)
    _refuse_day(new.round_date)
    edition = workspace.library.load(new.questionnaire_id)
    if not edition.questionnaire(edition.languages[0]).counts()[new.extent]:
        raise InvalidInputError(what="input.extent", value=new.extent.value)
    assessment = Assessment(
        id=str(uuid4()),
        municipality=new.municipality,
        questionnaire_id=edition.id,
        questionnaire_version=edition.version,
        extent=new.extent,
        round_date=new.round_date,
        created_at=now,
        changed_at=now,
        ai_in_use=new.ai_in_use,
        is_example=new.is_example,
    )
    db = workspace.writing_db()
    with writing(db):
        assessment_store.insert_assessment(db, assessment, edition.to_json())
        carry(workspace, assessment.id, newer_entries(workspace, assessment), now=now)
    return assessment


def find(workspace: Workspace, assessment_id: str) -> Assessment:
    """The assessment with this id, or with an id that begins like this and no other does.

    Raises:
        UnknownAssessmentError: There is none, or there are several.
    """
    wanted = assessment_id.strip().lower()
    found = assessment_store.find_assessment(workspace.db, wanted) if wanted.isascii() else None
    if found is None and len(wanted) >= SHORTEST_ID:
        likely = [
            assessment
            for assessment in assessment_store.load_assessments(workspace.db)
            if assessment.id.startswith(wanted)
        ]
        found = likely[0] if len(likely) == 1 else None
    if found is None:
        raise UnknownAssessmentError(id=_shown(assessment_id))
    return found


def load(workspace: Workspace, assessment_id: str, language: str) -> OpenAssessment:
    """An assessment with its questionnaire as answered, all voices, and the answers that count.

    Raises:
        UnknownAssessmentError: There is no such assessment.
        InvalidQuestionnaireError: The stored questionnaire is damaged.
    """
    with reading(workspace.db):
        assessment = find(workspace, assessment_id)
        questionnaire = workspace.edition(assessment.id).questionnaire(language)
        own = answer_store.load_answers(workspace.db, assessment.id)
        voices = load_voices(workspace.db, assessment.id)
        entries = load_entries(workspace.db, assessment.id)
    opened = opened_with(assessment, questionnaire, own, voices)
    return replace(opened, entries=tuple(entries.values()))


def answer(
    workspace: Workspace, opened: OpenAssessment, given: Answer, *, now: datetime
) -> OpenAssessment:
    """Keep an answer; when this returns, it is on disk.

    It is the answer of the assessment itself: where several voices differ, the agreed one.

    Args:
        workspace: Open for writing.
        opened: The assessment the answer belongs to.
        given: The answer; its item is one of the questionnaire.
        now: Time of the change, with a time zone.

    Returns:
        The assessment with the answer in it, as it was kept.

    Raises:
        FrozenError: It is a frozen state.
        InvalidAnswerError: “Trifft nicht zu” is not allowed for this item, or lacks its reason.
        ReadOnlyError, WorkspaceUnwritableError: It cannot be saved now.
    """
    _refuse_state(opened)
    item = opened.questionnaire.item(given.item_id)
    if given.state is AnswerState.NOT_APPLICABLE and not may_be_not_applicable(
        item, opened.assessment.ai_in_use
    ):
        raise InvalidAnswerError(item=item.title)
    try:
        kept = _storable(given)
    except ValueError as error:  # nothing is left of the reason
        raise InvalidAnswerError(item=item.title) from error
    db, assessment_id = workspace.writing_db(), opened.assessment.id
    before = opened.answer(kept.item_id)
    joins = is_typing(before, kept) and goes_on(
        last_step(workspace, assessment_id), before, kept, now
    )
    answer_store.save_answer(db, assessment_id, kept, now=now, who=workspace.who, joins=joins)
    return _with_own(opened, [kept], now)


def set_targets(
    workspace: Workspace,
    opened: OpenAssessment,
    targets: Mapping[str, int | None],
    *,
    now: datetime,
) -> OpenAssessment:
    """Set the targets of several items at once: all of them, or none.

    Nothing else in their answers changes; an item nobody has answered stays open.

    Args:
        workspace: Open for writing.
        opened: The assessment the items belong to.
        targets: Level wanted, 0–4, by item id; ``None`` for the preset of the size class. What
            is so already is not written again.
        now: Time of the change, with a time zone.

    Returns:
        The assessment with the targets in it.

    Raises:
        KeyError: An item is not one of the questionnaire; a bug of the caller.
        ValueError: A level lies outside 0–4; a bug of the caller.
        ReadOnlyError, WorkspaceUnwritableError: It cannot be saved now.
    """
    _refuse_state(opened)
    db = workspace.writing_db()
    own = opened.answers
    if opened.voices:  # a target does not make a voice the agreed answer
        own = answer_store.load_answers(db, opened.assessment.id)
    changed = []
    for item_id, target in targets.items():
        before = own.get(opened.questionnaire.item(item_id).id) or Answer(item_id)
        if before.target != target:
            changed.append(replace(before, target=target))
    if not changed:
        return opened
    answer_store.save_answers(db, opened.assessment.id, changed, now=now, who=workspace.who)
    return _with_own(opened, changed, now)


def change_facts(
    workspace: Workspace, opened: OpenAssessment, facts: Facts, *, now: datetime
) -> OpenAssessment:
    """Change what an assessment says about itself; all answers stay as they are.

    Raises:
        InvalidInputError: The population or the day cannot be stored.
        ReadOnlyError, WorkspaceUnwritableError: It cannot be saved now.
    """
    _refuse_state(opened)
    _refuse_population(facts.population)
    _refuse_day(facts.round_date)
    db, assessment_id = workspace.writing_db(), opened.assessment.id
    if facts == opened.assessment.facts:
        return opened
    after = {(Subject.FACTS, ""): facts}
    record(db, assessment_id, StepKind.FACTS, after, now=now, who=workspace.who)
    changed = replace(opened.assessment.with_facts(facts), changed_at=now)
    return replace(opened, assessment=changed)


def previous_round(
    workspace: Workspace, opened: OpenAssessment, language: str
) -> OpenAssessment | None:
    """The round before: the latest earlier assessment of the municipality, or ``None``.

    It is answered with the same questionnaire, in any extent and in any version of the same
    scale. Examples follow only examples.

    Raises:
        InvalidQuestionnaireError: The stored questionnaire is damaged.
    """
    this = opened.assessment
    with reading(workspace.db):
        earlier = [
            one
            for one in assessment_store.load_assessments(workspace.db)
            if one.round_date < this.round_date
            and one.questionnaire_id == this.questionnaire_id
            and _scale(one) == _scale(this)
            and one.is_example == this.is_example
            and same_body(this.municipality, one.municipality)
        ]
        if not earlier:
            return None
        latest = max(earlier, key=lambda one: (one.round_date, one.changed_at))
        return load(workspace, latest.id, language)


def changes(workspace: Workspace, assessment_id: str) -> dict[str, datetime]:
    """When each answer of an assessment that counts was last changed, by item id."""
    db = workspace.db
    with reading(db):
        own = answer_store.load_answers(db, assessment_id)
        changed = answer_store.load_changes(db, assessment_id)
        return counted_changes(own, changed, load_voices(db, assessment_id))


def _with_own(opened: OpenAssessment, own: Sequence[Answer], now: datetime) -> OpenAssessment:
    """The assessment with some answers of its own, as ``load`` would give it."""
    found = {one.item_id: counted(one, opened.voices.get(one.item_id, ())) or one for one in own}
    touched = {one.item_id for one in own if one.touched}
    return replace(
        opened,
        assessment=replace(opened.assessment, changed_at=now),
        answers={**opened.answers, **found},
        agreed=opened.agreed - found.keys() | touched,
    )


def _refuse_state(opened: OpenAssessment) -> None:
    """Only an assessment can be changed; a state of it would come into its place unnoticed."""
    if opened.state is not None:
        raise FrozenError(name=opened.state.name)


def _scale(assessment: Assessment) -> str:
    """Only a major step of the version changes scale or scoring."""
    return assessment.questionnaire_version.partition(".")[0]


def _refuse_unstorable(municipality: Municipality) -> None:
    if len(municipality.name) > NAME_LENGTH or not municipality.name.isprintable():
        raise InvalidInputError(what="input.name", value=_shown(municipality.name))
    _refuse_population(municipality.population)


def _refuse_day(day: date) -> None:
    if day.year not in YEARS:
        raise InvalidInputError(what="input.round_date", value=day.isoformat())


def _refuse_population(population: int | None) -> None:
    if population is not None and not 0 <= population <= LARGEST_POPULATION:
        raise InvalidInputError(what="input.population", value=population)


def _storable(given: Answer) -> Answer:
    """The answer with free texts SQLite can keep: no lone surrogates, no NUL."""
    return replace(
        given,
        reason=_clean(given.reason),
        note=_clean(given.note),
        responsible=_clean(given.responsible),
        evidence=replace(given.evidence, pointer=_clean(given.evidence.pointer)),
    )


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")


def _shown(text: str) -> str:
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)[:60]
