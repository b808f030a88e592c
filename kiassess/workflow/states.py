"""Freezing an assessment under a name, and opening what was frozen."""

from dataclasses import dataclass, replace
from datetime import datetime

from kiassess.content.legal import legal_table_of_text
from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.errors import StateNameError, UnknownStateError
from kiassess.domain.legal import LegalTable
from kiassess.domain.states import FrozenState, name_problem, usable_name
from kiassess.domain.voices import counted_changes, opened_with
from kiassess.store import answers as answer_store
from kiassess.store import states as state_store
from kiassess.store.assessments import load_questionnaire_keys
from kiassess.store.entries import load_entries
from kiassess.store.voices import load_voices
from kiassess.store.workspace import reading, writing
from kiassess.workflow.knowledge import current_legal_file
from kiassess.workflow.workspace import Workspace

SHOWN_LENGTH = 60


@dataclass(frozen=True, slots=True)
class OpenState:
    """A frozen state with all that is needed to show and export it years later.

    Attributes:
        opened: The assessment as it was; its ``state`` says which one.
        changed: When each answer had last been changed, by item id.
        legal: The legal table of that day.
    """

    opened: OpenAssessment
    changed: dict[str, datetime]
    legal: LegalTable


def freeze(
    workspace: Workspace, opened: OpenAssessment, name: str, *, now: datetime
) -> FrozenState:
    """Keep an assessment as it is now, for good.

    Args:
        workspace: Open for writing.
        opened: The assessment; what is on disk counts.
        name: What the state is to be called; unique within the assessment, in any case.
        now: The present, with a time zone.

    Raises:
        StateNameError: It cannot be called that.
        ReadOnlyError, WorkspaceUnwritableError: It cannot be saved now.
    """
    db, assessment = workspace.writing_db(), opened.assessment
    try:
        wanted = usable_name(name)
    except ValueError as error:
        raise StateNameError(name=_shown(name)) from error
    file, _, _ = current_legal_file(workspace.library, opened.questionnaire.language)
    with writing(db):
        taken = [state.name for state in list_states(workspace, assessment.id)]
        if name_problem(wanted, taken) is not None:
            raise StateNameError(name=wanted)
        head = FrozenState(wanted, now, workspace.who, assessment.questionnaire_version)
        state_store.insert_state(
            db,
            state_store.StoredState(
                head=head,
                assessment=assessment,
                answers=answer_store.load_answers(db, assessment.id),
                changed=answer_store.load_changes(db, assessment.id),
                questionnaire_key=load_questionnaire_keys(db)[assessment.id],
                legal_toml=file.read_text(encoding="utf-8-sig"),
                voices=load_voices(db, assessment.id),
                entries=tuple(load_entries(db, assessment.id).values()),
            ),
        )
    return head


def list_states(workspace: Workspace, assessment_id: str) -> tuple[FrozenState, ...]:
    """The frozen states of an assessment, the oldest first."""
    return state_store.load_states(workspace.db, assessment_id)


def open_state(workspace: Workspace, assessment_id: str, name: str, language: str) -> OpenState:
    """A frozen state, by its name in any case.

    Raises:
        UnknownStateError: There is none of this name.
        InvalidQuestionnaireError: The stored questionnaire or legal table is damaged.
    """
    with reading(workspace.db):
        states = list_states(workspace, assessment_id)
        wanted = " ".join(name.split()).casefold()
        found = next((state.name for state in states if state.name.casefold() == wanted), "")
        stored = state_store.load_state(workspace.db, assessment_id, found)
        if stored is None:
            known = ", ".join(f"„{state.name}“" for state in states) or "–"
            raise UnknownStateError(name=_shown(name), known=known)
        questionnaire = workspace.edition_of(stored.questionnaire_key).questionnaire(language)
    opened = opened_with(
        stored.assessment, questionnaire, stored.answers, stored.voices, stored.head
    )
    return OpenState(
        opened=replace(opened, entries=stored.entries),
        changed=counted_changes(stored.answers, stored.changed, stored.voices),
        legal=legal_table_of_text(stored.legal_toml, language),
    )


def _shown(text: str) -> str:
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)[
        :SHOWN_LENGTH
    ]
