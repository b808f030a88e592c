"""Frozen states: written once, never changed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from kiassess.domain.assessment import Answer, Assessment, Voice
from kiassess.domain.entries import KeptEntry
from kiassess.domain.municipality import Municipality, OrganisationType
from kiassess.domain.states import FrozenState
from kiassess.domain.voices import by_item, by_key, voice_key
from kiassess.store.rows import (
    answer_of,
    answer_row,
    canonical,
    entry_of_row,
    entry_row,
    facts_of,
    facts_row,
    stamp,
    voice_of,
    voice_row,
)
from kiassess.store.sqlite import Database
from kiassess.store.workspace import reading, writing


@dataclass(frozen=True, slots=True)
class StoredState:
    """All that a frozen state holds.

    Attributes:
        head: Name, time, person.
        assessment: The frame as it was.
        answers: Those of the assessment itself as they were, by item id.
        changed: When each answer had last been changed, by item id.
        questionnaire_key: Of the questionnaire as answered.
        legal_toml: The legal table of that day, the text of its file.
        voices: What the respondents had said, by item id.
        entries: What was kept beside the answers, in the order of kind and id.
    """

    head: FrozenState
    assessment: Assessment
    answers: Mapping[str, Answer]
    changed: Mapping[str, datetime]
    questionnaire_key: int
    legal_toml: str
    voices: Mapping[str, tuple[Voice, ...]] = field(default_factory=dict)
    entries: tuple[KeptEntry, ...] = ()


def insert_state(db: Database, stored: StoredState) -> None:
    """Keep a state for good.

    Raises:
        sqlite3.IntegrityError: The name is taken, or there is no such assessment.
        WorkspaceUnwritableError: It cannot be saved now.
    """
    with writing(db):
        key = stored.questionnaire_key, _legal_key(db, stored.legal_toml)
        db.execute(
            "INSERT INTO frozen_state (assessment_id, questionnaire_id, legal_table_id, name,"
            " frozen_at, who, content) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                stored.assessment.id, *key, stored.head.name, stamp(stored.head.at),
                stored.head.who, _to_json(stored),
            ],
        )  # fmt: skip


def load_states(db: Database, assessment_id: str) -> tuple[FrozenState, ...]:
    """The states of an assessment, the oldest first."""
    sql = (
        "SELECT s.name, s.frozen_at, s.who, q.version FROM frozen_state s"
        " JOIN questionnaire q ON q.id = s.questionnaire_id WHERE assessment_id = ? ORDER BY s.id"
    )
    with reading(db):
        return tuple(_head(*row) for row in db.execute(sql, [assessment_id]))


def load_state(db: Database, assessment_id: str, name: str) -> StoredState | None:
    """One state by its exact name, or ``None``."""
    sql = (
        "SELECT s.name, s.frozen_at, s.who, s.content, s.questionnaire_id, q.catalogue, q.version,"
        " l.content FROM frozen_state s JOIN questionnaire q ON q.id = s.questionnaire_id"
        " JOIN legal_table l ON l.id = s.legal_table_id WHERE assessment_id = ? AND name = ?"
    )
    with reading(db):
        row = db.execute(sql, [assessment_id, name]).fetchone()
        if row is None:
            return None
        found, at, who, content, key, catalogue, version, legal = row
        frame = frame_of(content, assessment_id, catalogue, version)
        head = _head(found, at, who, version)
        return StoredState(
            head,
            frame.assessment,
            frame.answers,
            frame.changed,
            key,
            legal,
            frame.voices,
            frame.entries,
        )


def _legal_key(db: Database, text: str) -> int:
    found = db.execute("SELECT id FROM legal_table WHERE content = ?", [text]).fetchone()
    if found:
        return int(found[0])
    sql = "INSERT INTO legal_table (content) VALUES (?) RETURNING id"
    return int(db.execute(sql, [text]).fetchone()[0])


def _head(name: str, at: str, who: str, version: str) -> FrozenState:
    return FrozenState(name, datetime.fromisoformat(at), who, version)


def _to_json(stored: StoredState) -> str:
    assessment = stored.assessment
    town = assessment.municipality
    voices = [voice_row(voice) for _, voice in sorted(by_key(stored.voices).items())]
    entries = [entry_row(entry) for entry in stored.entries]
    return canonical(
        {
            "municipality": {
                "name": town.name,
                "type": town.type.value,
                "key": town.key,
                "state": town.state,
                "district": town.district,
                "designation": town.designation,
                "territory_date": town.territory_date,
            },
            "facts": facts_row(assessment.facts),
            "is_example": assessment.is_example,
            "created_at": stamp(assessment.created_at),
            "changed_at": stamp(assessment.changed_at),
            "answers": [
                answer_row(answer) | {"changed_at": stamp(stored.changed[item_id])}
                for item_id, answer in sorted(stored.answers.items())
            ],
            **({"voices": voices} if voices else {}),
            **({"entries": entries} if entries else {}),
        }
    )


@dataclass(frozen=True, slots=True)
class Frame:
    """What the JSON of a state holds; see ``StoredState``."""

    assessment: Assessment
    answers: dict[str, Answer]
    changed: dict[str, datetime]
    voices: dict[str, tuple[Voice, ...]]
    entries: tuple[KeptEntry, ...]


def frame_of(text: str, assessment_id: str, catalogue: str, version: str) -> Frame:
    """What a state holds, back from its JSON.

    Raises:
        ValueError: The text is damaged.
    """
    try:
        read: dict[str, Any] = json.loads(text)
        facts = facts_of(read["facts"])
        town = read["municipality"]
        assessment = Assessment(
            id=assessment_id,
            municipality=Municipality(**town | {"type": OrganisationType(town["type"])}),
            questionnaire_id=catalogue,
            questionnaire_version=version,
            extent=facts.extent,
            round_date=date.min,
            created_at=datetime.fromisoformat(read["created_at"]),
            changed_at=datetime.fromisoformat(read["changed_at"]),
            is_example=read["is_example"],
        ).with_facts(facts)
        rows = read["answers"]
        answers = {row["item_id"]: answer_of(row) for row in rows}
        changed = {row["item_id"]: datetime.fromisoformat(row["changed_at"]) for row in rows}
        voices = [voice_of(row) for row in read.get("voices", ())]
        entries = tuple(entry_of_row(row) for row in read.get("entries", ()))
    except (KeyError, TypeError) as error:
        raise ValueError(text[:60]) from error
    named = {voice_key(voice.answer.item_id, voice.respondent): voice for voice in voices}
    return Frame(assessment, answers, changed, by_item(named), entries)
