"""What a damaged workspace still holds: the rows on its sound pages."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

from kiassess.domain.history import StepKind, Subject
from kiassess.store.contents import Contents, moment, row_of
from kiassess.store.pages import Pages
from kiassess.store.records import Record
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
    VoiceRow,
)

LONG_AGO = datetime.min.replace(tzinfo=UTC)
Dated = TypeVar("Dated", AssessmentRow, AnswerRow)

# Which table a record belongs to shows in what it is made of: whether it stands in an index, how
# many columns it has, and of what kind. So neither the schema nor the way to it has to be sound.
_KINDS: dict[tuple[bool, int], tuple[type[Row], ...]] = {
    (False, 2): (LegalTableRow,),
    (False, 4): (QuestionnaireRow,),
    (False, 8): (MunicipalityRow, StateRow),
    (False, 10): (AssessmentRow,),
    (True, 2): (SelectionRow,),
    (True, 5): (EntryRow,),
    (True, 6): (VoiceRow,),
    (True, 11): (JournalRow,),
    (True, 14): (AnswerRow,),
}
_IDS = {"questionnaire_use", "sqlite_autoindex_assessment_1"}  # every assessment stands there
_OLD_JOURNAL = False, 6
_SCHEMA = False, 5
_TEXT_INDEX = True, 2
_MUNICIPALITY_INDEX = True, 8


@dataclass
class Salvage:
    """What was found.

    Attributes:
        contents: All rows that can be read.
        heads: Questionnaires of which only catalogue and version are left, by id.
        texts: Contents of questionnaires, by id; they stand in an index as well.
        legal_texts: The same of legal tables.
        existing: The ids of all assessments there are; ``None`` if that cannot be known.
        mentions: How many records name an assessment, by its id. One alone may be a damaged id.
        complete: The tables of which nothing is missing.
        log_damaged: Whether a part of the write-ahead log could not be read.
    """

    contents: Contents = field(default_factory=Contents)
    heads: dict[int, tuple[str, str]] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    legal_texts: dict[int, str] = field(default_factory=dict)
    existing: frozenset[str] | None = None
    mentions: Counter[str] = field(default_factory=Counter)
    complete: frozenset[str] = frozenset()
    log_damaged: bool = False

    def newest(self) -> datetime:
        """When the file was last changed, as far as its rows tell."""
        found = self.contents
        stamps = [row.changed_at for row in found.assessments.values()]
        stamps += [row.changed_at for row in found.answers.values()]
        stamps += [row.changed_at for row in found.journal.values()]
        return max(map(moment, stamps), default=LONG_AGO)


def salvage(file: bytes, wal: bytes = b"") -> Salvage:
    """Read what can be read of a damaged workspace.

    A rollback journal is not looked at: whoever has tried to open the file has played it back.

    Args:
        file: Its content.
        wal: The content of its write-ahead log, if there is one.
    """
    pages = Pages(file, wal)
    found = Salvage(log_damaged=pages.log_damaged)
    roots: dict[str, set[int]] = {}
    old: dict[int, JournalRow] = {}
    for is_index, record in pages.records():
        match is_index, len(record.values):
            case _ if not record.whole:
                _note_head(found, record)
            case shape if shape == _SCHEMA:
                _note_root(roots, record)
            case shape if shape == _OLD_JOURNAL:
                _note_old(old, record)
            case shape if shape in {_TEXT_INDEX, _MUNICIPALITY_INDEX}:
                _note_index(found, record)
            case shape:
                _note_row(found.contents, _KINDS.get(shape, ()), record)
    _add_old(found.contents, old)
    _count_mentions(found)
    _judge(found, pages, roots)
    return found


def _note_head(found: Salvage, record: Record) -> None:
    """Of a long text that is damaged stands at least whose it was."""
    match record:
        case Record(rowid=int(key), values=(None, str(catalogue), str(version))):
            found.heads[key] = catalogue, version


def _note_row(found: Contents, kinds: Iterable[type[Row]], record: Record) -> None:
    match _row(kinds, record):
        case AssessmentRow() as row:
            found.add(_newer(row, found.assessments.get(row.id)))
        case AnswerRow() as row:
            found.add(_newer(row, found.answers.get(row[:2])))
        case None:
            pass  # of another table, or damaged
        case row:
            found.add(row)


def _row(kinds: Iterable[type[Row]], record: Record) -> Row | None:
    """A row by its record; where it would repeat the number of the row, that holds nothing."""
    values: tuple[Any, ...] = record.values
    if record.rowid is not None and values[0] is None:
        values = (record.rowid, *values[1:])
    rows = (row_of(kind, values) for kind in kinds)
    return next((row for row in rows if row is not None), None)


def _newer(one: Dated, other: Dated | None) -> Dated:
    """Of two versions of a row, as a damaged log may leave them, the one changed later."""
    return one if other is None or moment(one.changed_at) >= moment(other.changed_at) else other


def _note_index(found: Salvage, record: Record) -> None:
    """An index repeats what must be there once: all of a municipality, and long texts."""
    *values, key = record.values
    if not isinstance(key, int):  # no index: a table without row numbers
        _note_row(found.contents, _KINDS.get((True, len(record.values)), ()), record)
        return
    if len(values) > 1:
        row = row_of(MunicipalityRow, (key, *values))
        if row is not None and key not in found.contents.municipalities:
            found.contents.add(row)
        return
    (text,) = values
    if isinstance(text, str) and row_of(QuestionnaireRow, (key, "", "", text)) is not None:
        found.texts[key] = text
    elif isinstance(text, str) and "\n" in text:
        found.legal_texts[key] = text
    elif isinstance(text, str):
        found.mentions[text] += 1


def _note_root(roots: dict[str, set[int]], record: Record) -> None:
    match record.values:
        case ("table" | "index", str(name), str(), int(root), str() | None):
            roots.setdefault(name, set()).add(root)


def _note_old(old: dict[int, JournalRow], record: Record) -> None:
    """A row of the journal as the first format kept it: answers only, one after the other."""
    match record:
        case Record(
            rowid=int(key),
            values=(None, str(assessment_id), str(item_id), str(at), before, after),
        ):
            values = assessment_id, 1, Subject.ANSWER.value, item_id, StepKind.ANSWER.value, at
            row = row_of(JournalRow, (*values, "", None, 0, before, after))
            if isinstance(row, JournalRow):
                old[key] = row


def _add_old(found: Contents, old: dict[int, JournalRow]) -> None:
    """Number the old rows; where there are new ones, they are remains of an upgrade."""
    steps = {row.assessment_id: None for row in found.journal.values()}
    numbers: dict[str, int] = {}
    for _, row in sorted(old.items()):
        if row.assessment_id not in steps:
            number = numbers[row.assessment_id] = numbers.get(row.assessment_id, 0) + 1
            found.add(row._replace(step=number))


def _count_mentions(found: Salvage) -> None:
    here = found.contents
    found.mentions.update(list(here.assessments))
    found.mentions.update(row.assessment_id for row in here.answers.values())
    found.mentions.update(row.assessment_id for row in here.voices.values())
    found.mentions.update(row.assessment_id for row in here.entries.values())
    found.mentions.update(row.assessment_id for row in here.journal.values())
    found.mentions.update(row.assessment_id for row in here.states.values())


def _judge(found: Salvage, pages: Pages, roots: dict[str, set[int]]) -> None:
    """Find out which tables are complete, and which assessments there are."""
    whole: dict[str, list[Record]] = {}
    for name, numbers in roots.items():
        (root, *others) = numbers
        records = None if others else pages.tree(root)
        if records is not None:
            whole[name] = records
    complete = {
        table
        for table, kind in TABLES.items()
        if table in whole and all(_row((kind,), record) for record in whole[table])
    }
    old = whole.get("journal", ())
    if old and all(len(record.values) == _OLD_JOURNAL[1] for record in old):
        complete |= {"journal", "frozen_state", "voice"}  # the first format had no other
    if pages.tree(1) is not None:  # what the schema does not name was not there yet
        complete |= {"saved_selection", "entry"} - roots.keys()
    found.complete = frozenset(complete)
    for name in ("assessment", *_IDS):
        if name in complete | (_IDS & whole.keys()):
            found.existing = frozenset(str(record.values[0]) for record in whole[name])
            break
