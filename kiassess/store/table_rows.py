"""What a row of each table holds, with the columns in the order of the table.

A test holds these classes and the schema together.
"""

from typing import NamedTuple


class QuestionnaireRow(NamedTuple):
    """A row of ``questionnaire``."""

    id: int
    catalogue: str
    version: str
    content: str


class MunicipalityRow(NamedTuple):
    """A row of ``municipality``."""

    id: int
    name: str
    type: str
    key: str
    state: str
    district: str
    designation: str
    territory_date: str


class LegalTableRow(NamedTuple):
    """A row of ``legal_table``."""

    id: int
    content: str


class AssessmentRow(NamedTuple):
    """A row of ``assessment``."""

    id: str
    municipality_id: int
    questionnaire_id: int
    extent: str
    round_date: str
    population: int | None
    ai_in_use: str | None
    is_example: int
    created_at: str
    changed_at: str


class UseRow(NamedTuple):
    """A row of ``questionnaire_use``."""

    assessment_id: str
    questionnaire_id: int


class AnswerRow(NamedTuple):
    """A row of ``answer``."""

    assessment_id: str
    item_id: str
    state: str
    level: int | None
    reason: str
    note: str
    evidence_type: str | None
    evidence_pointer: str
    evidence_date: str | None
    target: int | None
    delivery: str | None
    confidence: str | None
    responsible: str
    changed_at: str


class VoiceRow(NamedTuple):
    """A row of ``voice``."""

    assessment_id: str
    item_id: str
    respondent: str
    role_id: str
    given_at: str
    content: str


class EntryRow(NamedTuple):
    """A row of ``entry``."""

    assessment_id: str
    kind: str
    entry_id: str
    changed_at: str
    content: str


class StateRow(NamedTuple):
    """A row of ``frozen_state``."""

    id: int
    assessment_id: str
    questionnaire_id: int
    legal_table_id: int
    name: str
    frozen_at: str
    who: str
    content: str


class JournalRow(NamedTuple):
    """A row of ``journal``."""

    assessment_id: str
    step: int
    subject: str
    item_id: str
    kind: str
    changed_at: str
    who: str
    undoes: int | None
    joins: int
    before: str | None
    after: str | None


class SelectionRow(NamedTuple):
    """A row of ``saved_selection``."""

    name: str
    content: str


Row = (
    QuestionnaireRow
    | MunicipalityRow
    | LegalTableRow
    | AssessmentRow
    | UseRow
    | AnswerRow
    | VoiceRow
    | EntryRow
    | StateRow
    | JournalRow
    | SelectionRow
)
TABLES: dict[str, type[Row]] = {  # in an order in which they can be filled
    "questionnaire": QuestionnaireRow,
    "municipality": MunicipalityRow,
    "legal_table": LegalTableRow,
    "assessment": AssessmentRow,
    "questionnaire_use": UseRow,
    "answer": AnswerRow,
    "voice": VoiceRow,
    "entry": EntryRow,
    "frozen_state": StateRow,
    "journal": JournalRow,
    "saved_selection": SelectionRow,
}
DERIVED = frozenset({"kept_levels"})  # tables that follow from the others and fill themselves
