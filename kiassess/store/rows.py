"""Domain values as rows and as the JSON of the journal, and back."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from kiassess.domain.assessment import (
    AiInUse,
    Answer,
    AnswerState,
    Confidence,
    Evidence,
    EvidenceType,
    Facts,
    Voice,
)
from kiassess.domain.entries import KeptEntry
from kiassess.domain.history import ENTRIES, Subject, Value
from kiassess.domain.kinds import DeliveryMode, Extent

# Named one by one: in a damaged file a column may be called otherwise.
ANSWER_COLUMNS = (
    "item_id, state, level, reason, note, evidence_type, evidence_pointer, evidence_date,"
    " target, delivery, confidence, responsible"
)


def answer_row(answer: Answer) -> dict[str, Any]:
    """An answer as the columns of its table, without whose it is and when it was changed."""
    evidence = answer.evidence
    return {
        "item_id": answer.item_id,
        "state": answer.state.value,
        "level": answer.level,
        "reason": answer.reason,
        "note": answer.note,
        "evidence_type": evidence.type and evidence.type.value,
        "evidence_pointer": evidence.pointer,
        "evidence_date": evidence.dated and evidence.dated.isoformat(),
        "target": answer.target,
        "delivery": answer.delivery and answer.delivery.value,
        "confidence": answer.confidence and answer.confidence.value,
        "responsible": answer.responsible,
    }


def answer_of(row: Mapping[str, Any]) -> Answer:
    """An answer back from its columns.

    Raises:
        ValueError: The row is damaged.
    """
    kind, day = row["evidence_type"], row["evidence_date"]
    return Answer(
        item_id=row["item_id"],
        state=AnswerState(row["state"]),
        level=row["level"],
        reason=row["reason"],
        note=row["note"],
        evidence=Evidence(
            EvidenceType(kind) if kind else None,
            row["evidence_pointer"],
            date.fromisoformat(day) if day else None,
        ),
        target=row["target"],
        delivery=DeliveryMode(row["delivery"]) if row["delivery"] else None,
        confidence=Confidence(row["confidence"]) if row["confidence"] else None,
        responsible=row["responsible"],
    )


def voice_row(voice: Voice) -> dict[str, Any]:
    """A voice as the columns of its table, without the assessment."""
    return {
        "item_id": voice.answer.item_id,
        "respondent": voice.respondent,
        "role_id": voice.role_id,
        "given_at": stamp(voice.at),
        "content": canonical(answer_row(voice.answer)),
    }


def voice_of(row: Mapping[str, Any]) -> Voice:
    """A voice back from its columns.

    Raises:
        ValueError: The row is damaged.
    """
    try:
        answer = answer_of(json.loads(row["content"]))
        at = datetime.fromisoformat(row["given_at"])
        voice = Voice(row["respondent"], answer, at, row["role_id"])
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(str(row)[:60]) from error
    if answer.item_id != row["item_id"] or not voice.respondent or at.tzinfo is None:
        raise ValueError(answer.item_id)
    return voice


def entry_row(entry: KeptEntry) -> dict[str, Any]:
    """An entry as the columns of its table, without whose it is and when it was changed."""
    from kiassess.domain.entry_tables import subject_of  # noqa: PLC0415 - see ``_entry_of``

    return {
        "kind": subject_of(entry).value,
        "entry_id": entry.id,
        "content": canonical(_entry_table(entry)),
    }


def entry_of_row(row: Mapping[str, Any]) -> KeptEntry:
    """An entry back from its columns.

    Raises:
        ValueError: The row is damaged.
    """
    subject = Subject(row["kind"])
    if subject not in ENTRIES:
        raise ValueError(subject)
    try:
        entry = _entry_of(subject, json.loads(row["content"]))
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(str(row)[:60]) from error
    if entry.id != row["entry_id"]:
        raise ValueError(entry.id)
    return entry


def _entry_table(entry: KeptEntry) -> dict[str, Any]:
    from kiassess.domain.entry_tables import entry_table  # noqa: PLC0415 - see ``_entry_of``

    return {"id": entry.id, **entry_table(entry)}


def _entry_of(subject: Subject, table: Mapping[str, Any]) -> KeptEntry:
    # Who opens an assessment without any need not wait for all kinds of entries.
    from kiassess.domain.entry_tables import entry_of  # noqa: PLC0415

    return entry_of(subject, table["id"], table)


def facts_row(facts: Facts) -> dict[str, Any]:
    """The facts of an assessment as columns of its table."""
    return {
        "extent": facts.extent.value,
        "round_date": facts.round_date.isoformat(),
        "population": facts.population,
        "ai_in_use": facts.ai_in_use and facts.ai_in_use.value,
    }


def facts_of(row: Mapping[str, Any]) -> Facts:
    """The facts back from their columns.

    Raises:
        ValueError: The row is damaged.
    """
    return Facts(
        Extent(row["extent"]),
        date.fromisoformat(row["round_date"]),
        AiInUse(row["ai_in_use"]) if row["ai_in_use"] else None,
        row["population"],
    )


def to_json(value: Value | None) -> str | None:
    """What the journal keeps of a value: canonical JSON, ``None`` of nothing."""
    match value:
        case None:
            return None
        case Answer():
            return canonical(answer_row(value))
        case Facts():
            return canonical(facts_row(value))
        case Voice():
            return canonical(voice_row(value))
        case KeptEntry():
            return canonical(_entry_table(value))
        case _:
            return canonical(value)


def from_json(subject: Subject, text: str | None) -> Value | None:
    """A value back from the journal.

    Raises:
        ValueError: The text is damaged.
    """
    if text is None:
        return None
    try:
        read = json.loads(text)
        match subject:
            case Subject.ANSWER:
                return answer_of(read)
            case Subject.FACTS:
                return facts_of(read)
            case Subject.VOICE:
                return voice_of(read)
            case _ if subject in ENTRIES:
                return _entry_of(subject, read)
            case _:
                return int(read)
    except (KeyError, TypeError) as error:
        raise ValueError(text) from error


def canonical(value: object) -> str:
    """JSON: same value, same text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def stamp(at: datetime) -> str:
    """A moment as it is stored: UTC, with milliseconds."""
    return at.isoformat(timespec="milliseconds")
