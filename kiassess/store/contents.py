"""All that a workspace holds, row by row, outside of any file: for making a file anew."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from types import UnionType
from typing import Any, get_type_hints

from kiassess.domain.assessment import AiInUse
from kiassess.domain.history import ENTRIES, StepKind, Subject
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality, OrganisationType
from kiassess.store.rows import answer_of, entry_of_row, from_json, voice_of
from kiassess.store.selections import selection_of
from kiassess.store.sqlite import Database
from kiassess.store.states import frame_of
from kiassess.store.table_rows import (
    TABLES,
    AnswerRow,
    AssessmentRow,
    EntryRow,
    JournalRow,
    LegalTableRow,
    MunicipalityRow,
    QuestionnaireRow,
    Row,
    SelectionRow,
    StateRow,
    UseRow,
    VoiceRow,
)

Part = UseRow | AnswerRow | VoiceRow | EntryRow | StateRow | JournalRow
_TYPES: dict[type[Row], tuple[type | UnionType, ...]] = {
    kind: tuple(get_type_hints(kind).values()) for kind in TABLES.values()
}


@dataclass
class Contents:
    """The rows of a workspace by their keys."""

    questionnaires: dict[int, QuestionnaireRow] = field(default_factory=dict)
    municipalities: dict[int, MunicipalityRow] = field(default_factory=dict)
    legal_tables: dict[int, LegalTableRow] = field(default_factory=dict)
    assessments: dict[str, AssessmentRow] = field(default_factory=dict)
    uses: set[UseRow] = field(default_factory=set)
    answers: dict[tuple[str, str], AnswerRow] = field(default_factory=dict)
    states: dict[tuple[str, str], StateRow] = field(default_factory=dict)
    journal: dict[tuple[str, int, str, str], JournalRow] = field(default_factory=dict)
    voices: dict[tuple[str, str, str], VoiceRow] = field(default_factory=dict)
    selections: dict[str, SelectionRow] = field(default_factory=dict)
    entries: dict[tuple[str, str, str], EntryRow] = field(default_factory=dict)

    def add(self, row: Row) -> None:
        """Add a row; of two with the same key the later one stays."""
        match row:
            case QuestionnaireRow():
                self.questionnaires[row.id] = row
            case MunicipalityRow():
                self.municipalities[row.id] = row
            case LegalTableRow():
                self.legal_tables[row.id] = row
            case AssessmentRow():
                self.assessments[row.id] = row
            case SelectionRow():
                self.selections[row.name] = row
            case _:
                self._add_part(row)

    def _add_part(self, row: Part) -> None:
        """Add what belongs to an assessment."""
        match row:
            case UseRow():
                self.uses.add(row)
            case AnswerRow():
                self.answers[row.assessment_id, row.item_id] = row
            case VoiceRow():
                self.voices[row[:3]] = row
            case EntryRow():
                self.entries[row[:3]] = row
            case StateRow():
                self.states[row.assessment_id, row.name] = row
            case JournalRow():
                self.journal[row[:4]] = row

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of one table."""
        found: dict[str, Any] = {
            "questionnaire": self.questionnaires.values(),
            "municipality": self.municipalities.values(),
            "legal_table": self.legal_tables.values(),
            "assessment": self.assessments.values(),
            "questionnaire_use": self.uses,
            "answer": self.answers.values(),
            "voice": self.voices.values(),
            "entry": self.entries.values(),
            "frozen_state": self.states.values(),
            "journal": self.journal.values(),
            "saved_selection": self.selections.values(),
        }
        return iter(sorted(found[table]))


def load_contents(db: Database) -> Contents:
    """Read a whole workspace of today's schema; rows that mean nothing are left out.

    Raises:
        sqlite3.DatabaseError: It cannot be read.
    """
    found = Contents()
    for table, kind in TABLES.items():
        for values in db.execute(f"SELECT {', '.join(kind._fields)} FROM {table}"):
            if (row := row_of(kind, values)) is not None:
                found.add(row)
    return found


def insert_contents(db: Database, contents: Contents) -> None:
    """Fill a new workspace, in one transaction."""
    with db.atomic():
        for table, kind in TABLES.items():
            gaps = ", ".join("?" * len(kind._fields))
            sql = f"INSERT INTO {table} ({', '.join(kind._fields)}) VALUES ({gaps})"
            db.conn.executemany(sql, contents.rows(table))


def row_of(kind: type[Row], values: tuple[Any, ...]) -> Row | None:
    """A row of a table; ``None`` if the values are none that we would have written."""
    types = _TYPES[kind]
    if len(values) != len(types) or not all(map(isinstance, values, types)):
        return None
    if any(isinstance(value, str) and "\0" in value for value in values):
        return None  # overwritten
    try:
        row: Row = kind(*values)
        _check(row)
    except (ValueError, TypeError, LookupError, RecursionError):
        return None
    return row


def moment(text: str) -> datetime:
    """A moment as it is stored; without a time zone it counts as UTC.

    Raises:
        ValueError: It is none.
    """
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _check(row: Row) -> None:
    """Refuse what means nothing.

    Raises:
        ValueError, TypeError, LookupError: It does.
    """
    match row:
        case QuestionnaireRow():
            dict(json.loads(row.content))
        case MunicipalityRow():
            Municipality(row.name, OrganisationType(row.type), row.key)
        case AssessmentRow():
            _check_assessment(row)
        case AnswerRow():
            answer_of(row._asdict())
            moment(row.changed_at)
        case VoiceRow():
            voice_of(row._asdict())
        case EntryRow():
            entry_of_row(row._asdict())
            moment(row.changed_at)
        case StateRow():
            moment(row.frozen_at)
            frame_of(row.content, row.assessment_id, "", "")
        case JournalRow():
            _check_journal(row)
        case SelectionRow():
            _check_selection(row)
        case _:
            pass  # any text and any number may stand there


def _check_assessment(row: AssessmentRow) -> None:
    Extent(row.extent)
    date.fromisoformat(row.round_date)
    moment(row.created_at)
    moment(row.changed_at)
    if row.ai_in_use:
        AiInUse(row.ai_in_use)
    if row.is_example not in {0, 1} or (row.population or 0) < 0:
        raise ValueError(row.id)


def _check_journal(row: JournalRow) -> None:
    subject, kind = Subject(row.subject), StepKind(row.kind)
    from_json(subject, row.before)
    from_json(subject, row.after)
    moment(row.changed_at)
    if row.step < 1 or row.joins not in {0, 1} or (kind in TAKING) != (row.undoes is not None):
        raise ValueError(row.step)
    if subject not in MAY_BE_MISSING and None in {row.before, row.after}:
        raise ValueError(row.subject)


def _check_selection(row: SelectionRow) -> None:
    selection_of(row.content)
    if not row.name:
        raise ValueError("a selection has a name")


TAKING = frozenset({StepKind.UNDO, StepKind.REDO})
MAY_BE_MISSING = frozenset({Subject.ANSWER, Subject.VOICE}) | ENTRIES  # before or after a change
