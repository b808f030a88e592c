"""Fictitious towns to look at, and the example every workspace can show.

The content is the same on every computer: ids, answers and times follow from the towns alone, so
that pictures and golden files made of them stay the same.
"""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from uuid import UUID, uuid5

from kiassess.content.edition import Edition
from kiassess.domain.assessment import DEFAULT_QUESTIONNAIRE, Assessment
from kiassess.domain.entry_tables import key_of
from kiassess.domain.history import StepKind
from kiassess.store.answers import save_answers
from kiassess.store.assessments import find_assessment, insert_assessment, load_assessments
from kiassess.store.journal import record
from kiassess.store.workspace import writing
from kiassess.workflow.demo.answering import make_answers
from kiassess.workflow.demo.english import ENGLISH
from kiassess.workflow.demo.german import GERMAN
from kiassess.workflow.demo.keeping import KEPT
from kiassess.workflow.demo.town import Round, Town
from kiassess.workflow.demo.towns import EXAMPLE, TOWNS
from kiassess.workflow.workspace import Workspace

NAMESPACE = UUID("6b696173-7365-5373-8000-64656d6f0001")
EXAMPLE_ID = str(uuid5(NAMESPACE, EXAMPLE.municipality.name))
WORDS = {"de": GERMAN, "en": ENGLISH}
BEGINS = time(8, 30, tzinfo=UTC)  # when a round is begun on its day
TAKES = timedelta(hours=2)  # until its last answer


def make_demo(workspace: Workspace, *, now: datetime) -> tuple[Assessment, ...]:
    """Put the fictitious towns into a workspace, in German; those it has stay as they are.

    Args:
        workspace: Open for writing.
        now: No time stored lies after it.

    Returns:
        One assessment a round, in the order of the towns and of time.

    Raises:
        ReadOnlyError, WorkspaceUnwritableError: Nothing was saved.
    """
    edition = workspace.library.load(DEFAULT_QUESTIONNAIRE)
    with writing(workspace.writing_db()):
        return tuple(
            _keep(workspace, edition, town, _assessment(town, told, edition, now), told=told)
            for town in TOWNS
            for told in town.rounds
        )


def holds_only_demo(workspace: Workspace) -> bool:
    """Whether a workspace has no assessment but those of ``make_demo``; true if it is empty."""
    demo = {_id(town, told) for town in TOWNS for told in town.rounds}
    return all(found.id in demo for found in load_assessments(workspace.db))


def make_example(workspace: Workspace, *, now: datetime, language: str) -> Assessment:
    """Put the fictitious example into a workspace; if there is one, return that.

    Args:
        workspace: Open for writing.
        now: Time and day of the example.
        language: Of its notes.

    Raises:
        ReadOnlyError, WorkspaceUnwritableError: Nothing was saved.
    """
    for found in load_assessments(workspace.db):
        if found.is_example:
            return found
    told = replace(EXAMPLE.rounds[0], day=now.date())
    edition = workspace.library.load(DEFAULT_QUESTIONNAIRE)
    made = replace(
        _assessment(EXAMPLE, told, edition, now),
        id=EXAMPLE_ID,
        created_at=now,
        changed_at=now,
        is_example=True,
    )
    with writing(workspace.writing_db()):
        return _keep(workspace, edition, EXAMPLE, made, told=told, language=language)


def _id(town: Town, told: Round) -> str:
    return str(uuid5(NAMESPACE, f"{town.municipality.name}/{told.day.isoformat()}"))


def _assessment(town: Town, told: Round, edition: Edition, now: datetime) -> Assessment:
    begun = datetime.combine(told.day, BEGINS)
    return Assessment(
        id=_id(town, told),
        municipality=town.municipality,
        questionnaire_id=edition.id,
        questionnaire_version=edition.version,
        extent=told.extent,
        round_date=told.day,
        created_at=min(begun, now),
        changed_at=min(begun + TAKES, now),
        ai_in_use=told.ai_in_use,
    )


def _keep(
    workspace: Workspace,
    edition: Edition,
    town: Town,
    made: Assessment,
    *,
    told: Round,
    language: str = "de",
) -> Assessment:
    """Store an assessment with its answers and its plan, unless it is there already."""
    db = workspace.writing_db()
    kept = find_assessment(db, made.id)
    if kept is not None:
        return kept
    insert_assessment(db, made, edition.to_json())
    areas = edition.questionnaire(language).areas
    answers = list(make_answers(town, told, areas, WORDS[language]))
    save_answers(db, made.id, answers, kind=StepKind.IMPORT, now=made.changed_at)
    beside = KEPT.get((town.municipality.name, told.day), ())
    if beside:
        after = {key_of(entry): entry for entry in beside}
        record(db, made.id, StepKind.PLAN, after, now=made.changed_at)
    return made
