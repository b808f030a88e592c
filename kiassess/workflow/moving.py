"""Moving an assessment to a newer version of its questionnaire."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime

from kiassess.content.library import version_key
from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.backups import BackupKind
from kiassess.domain.edition_change import carried, compare_editions, moved
from kiassess.domain.history import StepKind, Subject, Value
from kiassess.domain.questionnaire import Questionnaire
from kiassess.domain.voices import by_key
from kiassess.store.answers import load_answers
from kiassess.store.assessments import insert_questionnaire
from kiassess.store.journal import record
from kiassess.store.workspace import writing
from kiassess.workflow import states
from kiassess.workflow.safekeeping import back_up
from kiassess.workflow.workspace import Workspace


def newer_number(workspace: Workspace, opened: OpenAssessment) -> str:
    """The number of the newest version installed, if it is newer than the one answered.

    Only names of folders are read, so it is quick; ``""`` if there is none.
    """
    older, library = opened.questionnaire, workspace.library
    if opened.state is not None or older.id not in library.ids():
        return ""
    newest = library.folder(older.id).name
    return newest if version_key(newest) > version_key(older.version) else ""


def newer_version(workspace: Workspace, opened: OpenAssessment) -> Questionnaire | None:
    """The newest version installed of an assessment's questionnaire, if it is a newer one.

    Raises:
        InvalidQuestionnaireError: Its files break the format.
    """
    newest = newer_number(workspace, opened)
    if not newest:
        return None
    older = opened.questionnaire
    return workspace.library.load(older.id, newest).questionnaire(older.language)


def move(
    workspace: Workspace,
    opened: OpenAssessment,
    newer: Questionnaire,
    accepted: Collection[str],
    *,
    state_name: str,
    now: datetime,
) -> OpenAssessment:
    """Move an assessment to a newer version; one step, which can be taken back.

    Before it a backup is made, and the assessment is frozen as it is.

    Args:
        workspace: Open for writing.
        opened: The assessment as it is on disk.
        newer: From ``newer_version``.
        accepted: Ids of the newer items whose answer goes along; see ``EditionChange``.
        state_name: How the frozen state is to be called; a number is added if it is taken.
        now: The present, with a time zone.

    Raises:
        BackupError: No backup can be made; nothing was changed.
        ReadOnlyError, WorkspaceUnwritableError: It cannot be saved now; nothing was changed.
    """
    db, assessment_id = workspace.writing_db(), opened.assessment.id
    edition = workspace.library.load(newer.id, newer.version)
    change = compare_editions(opened, newer)
    then = moved(opened, newer, change, accepted)
    back_up(workspace, BackupKind.MOVE, now=now)
    with writing(db):
        states.freeze(workspace, opened, _free(workspace, assessment_id, state_name), now=now)
        key = insert_questionnaire(db, newer.id, newer.version, edition.to_json())
        after: dict[tuple[Subject, str], Value | None] = {(Subject.QUESTIONNAIRE, ""): key}
        own = load_answers(db, assessment_id)
        own_then = {
            new: replace(own[old], item_id=new)
            for new, old in carried(opened, change, accepted).items()
            if old in own
        }
        after |= _differing(Subject.ANSWER, own, own_then)
        after |= _differing(Subject.VOICE, by_key(opened.voices), by_key(then.voices))
        record(db, assessment_id, StepKind.MOVE, after, now=now, who=workspace.who)
    return replace(then, assessment=replace(then.assessment, changed_at=now))


def _differing(
    subject: Subject, before: Mapping[str, Value], after: Mapping[str, Value]
) -> dict[tuple[Subject, str], Value | None]:
    """What is to be of all that changes."""
    keys = sorted(before.keys() | after.keys())
    return {(subject, key): after.get(key) for key in keys if before.get(key) != after.get(key)}


def _free(workspace: Workspace, assessment_id: str, name: str) -> str:
    taken = {state.name.casefold() for state in states.list_states(workspace, assessment_id)}
    names = (name, *(f"{name} ({number})" for number in range(2, len(taken) + 3)))
    return next(free for free in names if free.casefold() not in taken)
