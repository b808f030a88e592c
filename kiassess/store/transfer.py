"""Whole assessments out of a workspace and into another one, word for word."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from kiassess.domain.entry_tables import in_their_order, key_of
from kiassess.domain.history import ENTRIES, StepKind, Subject, Value
from kiassess.domain.merge_plan import MergeKind, MergePlan, OnConflict
from kiassess.domain.package import (
    FACTS,
    QUESTIONNAIRE,
    Key,
    Package,
    PackedChange,
    PackedState,
    PackedStep,
    PackedValue,
    changes,
)
from kiassess.domain.states import FrozenState
from kiassess.domain.voices import by_item, by_key, split_key
from kiassess.store.answers import load_answers, load_changes
from kiassess.store.assessments import find_assessment, insert_assessment, insert_questionnaire
from kiassess.store.entries import load_entries, put_entry, remove_entry
from kiassess.store.journal import load_steps, record
from kiassess.store.rows import answer_row, facts_row, stamp, to_json
from kiassess.store.sqlite import Database
from kiassess.store.states import StoredState, insert_state, load_state, load_states
from kiassess.store.voices import load_voices, put_voice, remove_voice
from kiassess.store.workspace import reading, writing


def load_package(db: Database, assessment_id: str) -> Package | None:
    """An assessment with everything that belongs to it; ``None`` if there is none.

    Raises:
        WorkspaceUnreadableError: The workspace is damaged.
    """
    with reading(db):
        assessment = find_assessment(db, assessment_id)
        if assessment is None:
            return None
        texts = dict(_questionnaires(db, assessment_id))
        marks = {key: _checksum(text) for key, text in texts.items()}
        sql = "SELECT questionnaire_id FROM assessment WHERE id = ?"
        (current,) = db.execute(sql, [assessment_id]).fetchone()
        stored = list(_states(db, assessment_id))
        return Package(
            assessment=assessment,
            questionnaire=marks[current],
            questionnaires={marks[key]: text for key, text in texts.items()},
            answers=load_answers(db, assessment_id),
            changed=load_changes(db, assessment_id),
            journal=tuple(_journal(db, assessment_id, marks)),
            states=tuple(_packed_state(state, marks) for state in stored),
            legal_tables={_checksum(state.legal_toml): state.legal_toml for state in stored},
            voices=by_key(load_voices(db, assessment_id)),
            entries=load_entries(db, assessment_id),
        )


def insert_package(db: Database, package: Package) -> None:
    """Store an assessment that is not there yet, exactly as it was where it comes from.

    Raises:
        WorkspaceUnwritableError: It cannot be saved now; nothing was stored.
        sqlite3.IntegrityError: There is one with this id; a bug of the caller.
    """
    assessment = package.assessment
    with writing(db):
        insert_assessment(db, assessment, package.questionnaires[package.questionnaire])
        keys = _insert_questionnaires(db, package)
        _put_answers(db, assessment.id, package, package.answers)
        _put_voices(db, assessment.id, package, package.voices)
        _put_entries(db, assessment.id, package, package.entries)
        _insert_steps(db, assessment.id, package.journal, keys)
        _insert_states(db, package, package.states, keys)


def merge_package(
    db: Database, plan: MergePlan, on_conflict: OnConflict, *, now: datetime, who: str = ""
) -> None:
    """Carry out what ``compare_packages`` has found: all of it, or nothing.

    Where theirs goes on from ours, their steps follow; else what is taken becomes one step, which
    can be taken back.

    Args:
        db: The open workspace.
        plan: Made of what the workspace holds now; the questionnaire is the same, or theirs
            goes on from ours.
        on_conflict: What is done where both have changed an answer.
        now: The present, with a time zone.
        who: Who imports.

    Raises:
        WorkspaceUnwritableError: It cannot be saved now; nothing was changed.
    """
    package = plan.there
    assessment_id = package.assessment.id
    if plan.kind is MergeKind.NEW:
        insert_package(db, package)
        return
    with writing(db):
        keys = _insert_questionnaires(db, package)
        if plan.kind is MergeKind.CONTINUED:
            _continue(db, package, plan.common, keys)
        elif plan.taken(on_conflict):
            after = {key: _value(value, keys) for key, value in plan.taken(on_conflict).items()}
            record(db, assessment_id, StepKind.IMPORT, after, now=now, who=who)
        _insert_states(db, package, plan.states, keys)


def _questionnaires(db: Database, assessment_id: str) -> Iterator[tuple[int, str]]:
    """What an assessment was ever answered with, as canonical JSON, by its key."""
    sql = (
        "SELECT id, content FROM questionnaire WHERE id IN"
        " (SELECT questionnaire_id FROM questionnaire_use WHERE assessment_id = ?)"
    )
    for key, content in db.execute(sql, [assessment_id]):
        try:
            yield key, _canonical(json.loads(content))
        except RecursionError as error:
            raise ValueError("nested too deeply") from error


def _journal(db: Database, assessment_id: str, marks: Mapping[int, str]) -> Iterator[PackedStep]:
    for step in load_steps(db, assessment_id):
        packed = [
            PackedChange(
                change.subject,
                change.item_id,
                _packed(change.before, marks),
                _packed(change.after, marks),
            )
            for change in step.changes
        ]
        yield PackedStep(step.head, tuple(sorted(packed, key=lambda change: change.key)))


def _packed(value: Value | None, marks: Mapping[int, str]) -> PackedValue | None:
    if not isinstance(value, int):
        return value
    if value not in marks:
        raise ValueError(f"no questionnaire {value}")
    return marks[value]


def _value(value: PackedValue | None, keys: Mapping[str, int]) -> Value | None:
    return keys[value] if isinstance(value, str) else value


def _states(db: Database, assessment_id: str) -> Iterator[StoredState]:
    for head in load_states(db, assessment_id):
        stored = load_state(db, assessment_id, head.name)
        if stored is not None:
            yield stored


def _packed_state(stored: StoredState, marks: Mapping[int, str]) -> PackedState:
    return PackedState(
        name=stored.head.name,
        at=stored.head.at,
        who=stored.head.who,
        questionnaire=marks[stored.questionnaire_key],
        legal_table=_checksum(stored.legal_toml),
        assessment=stored.assessment,
        answers=stored.answers,
        changed=stored.changed,
        voices=by_key(stored.voices),
        entries={key_of(entry): entry for entry in stored.entries},
    )


def _insert_questionnaires(db: Database, package: Package) -> dict[str, int]:
    """Keep all questionnaires of a package; returns their keys by checksum."""
    keys = {}
    for mark, text in sorted(package.questionnaires.items()):
        structure = json.loads(text)["structure"]
        keys[mark] = insert_questionnaire(db, structure["id"], structure["version"], text)
        use = [package.assessment.id, keys[mark]]
        db.execute("INSERT OR IGNORE INTO questionnaire_use VALUES (?, ?)", use)
    return keys


def _insert_steps(
    db: Database, assessment_id: str, steps: Iterable[PackedStep], keys: Mapping[str, int]
) -> None:
    sql = (
        "INSERT INTO journal (assessment_id, step, kind, changed_at, who, undoes, joins, subject,"
        " item_id, before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    for step in steps:
        head = step.head
        row = [
            assessment_id, head.number, head.kind.value, stamp(head.at), head.who, head.undoes,
            int(head.joins),
        ]  # fmt: skip
        for change in step.changes:
            values = [to_json(_value(value, keys)) for value in (change.before, change.after)]
            db.execute(sql, [*row, change.subject.value, change.item_id, *values])


def _insert_states(
    db: Database, package: Package, states: Iterable[PackedState], keys: Mapping[str, int]
) -> None:
    for state in sorted(states, key=lambda state: (state.at, state.name)):
        version = state.assessment.questionnaire_version
        stored = StoredState(
            head=FrozenState(state.name, state.at, state.who, version),
            assessment=state.assessment,
            answers=state.answers,
            changed=state.changed,
            questionnaire_key=keys[state.questionnaire],
            legal_toml=package.legal_tables[state.legal_table],
            voices=by_item(state.voices),
            entries=in_their_order(state.entries.values()),
        )
        insert_state(db, stored)


def _continue(db: Database, package: Package, common: int, keys: Mapping[str, int]) -> None:
    """Let the steps that come follow those that are here."""
    assessment = package.assessment
    steps = package.journal[common:]
    _insert_steps(db, assessment.id, steps, keys)
    touched = {change.key for change in changes(steps)}
    for put, subject in ((_put_answers, Subject.ANSWER), (_put_voices, Subject.VOICE)):
        put(db, assessment.id, package, [name for kind, name in touched if kind is subject])
    _put_entries(db, assessment.id, package, [key for key in touched if key[0] in ENTRIES])
    row: dict[str, Any] = {"changed_at": stamp(assessment.changed_at)}
    if FACTS in touched:
        row |= facts_row(assessment.facts)
    if QUESTIONNAIRE in touched:
        row["questionnaire_id"] = keys[package.questionnaire]
    columns = ", ".join(f"{column} = ?" for column in row)
    db.execute(f"UPDATE assessment SET {columns} WHERE id = ?", [*row.values(), assessment.id])


def _put_answers(
    db: Database, assessment_id: str, package: Package, item_ids: Iterable[str]
) -> None:
    """Let some answers be as they are in a package; one it does not have goes."""
    for item_id in item_ids:
        answer = package.answers.get(item_id)
        if answer is None:
            where = [assessment_id, item_id]
            db.execute("DELETE FROM answer WHERE assessment_id = ? AND item_id = ?", where)
            continue
        row = {
            "assessment_id": assessment_id,
            **answer_row(answer),
            "changed_at": stamp(package.changed[item_id]),
        }
        marks = ", ".join("?" * len(row))
        sql = f"INSERT OR REPLACE INTO answer ({', '.join(row)}) VALUES ({marks})"
        db.execute(sql, [*row.values()])


def _put_voices(db: Database, assessment_id: str, package: Package, keys: Iterable[str]) -> None:
    """Let some voices be as they are in a package; one it does not have goes."""
    for key in keys:
        voice = package.voices.get(key)
        if voice is None:
            remove_voice(db, assessment_id, *split_key(key))
        else:
            put_voice(db, assessment_id, voice)


def _put_entries(db: Database, assessment_id: str, package: Package, keys: Iterable[Key]) -> None:
    """Let some entries be as they are in a package; one it does not have goes.

    The journal says when each was last changed.
    """
    wanted = set(keys)
    times = {change.key: step.head.at for step in package.journal for change in step.changes}
    for key in sorted(wanted):
        entry = package.entries.get(key)
        if entry is None:
            remove_entry(db, assessment_id, key)
        else:
            put_entry(db, assessment_id, entry, times.get(key, package.assessment.changed_at))


def _canonical(value: object) -> str:
    """As ``Edition.to_json`` writes it; its checksum is the name of a questionnaire elsewhere."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _checksum(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()
