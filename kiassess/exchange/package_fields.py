"""The parts of a package as tables of the exchange file, and back; see the published schema."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kiassess.domain.assessment import (
    AiInUse,
    Answer,
    AnswerState,
    Assessment,
    Confidence,
    Evidence,
    EvidenceType,
    Facts,
    Voice,
)
from kiassess.domain.entries import KeptEntry, is_usable_id
from kiassess.domain.entry_tables import entry_table
from kiassess.domain.history import ENTRIES, StepHead, StepKind, Subject
from kiassess.domain.kinds import TOP_LEVEL, DeliveryMode, Extent
from kiassess.domain.municipality import Municipality, OrganisationType
from kiassess.domain.package import PackedChange, PackedState, PackedStep, PackedValue
from kiassess.domain.states import NAME_LENGTH
from kiassess.domain.voices import RESPONDENT_LENGTH, by_item, split_key, voice_key
from kiassess.exchange.entry_fields import entries_table, read_entries, read_entry
from kiassess.exchange.strict_fields import StrictFields, moment_text

Table = dict[str, Any]

LARGEST_POPULATION = 2_000_000_000
LONGEST_LINE = 200  # characters of a name
LONGEST_KEY = LONGEST_LINE + 1 + RESPONDENT_LENGTH  # item and respondent
LAST_STEP = 1_000_000


def municipality_table(town: Municipality) -> Table:
    """Who assesses itself, without the population, which is one of the facts."""
    return {
        "name": town.name,
        "type": town.type.value,
        "key": town.key,
        "state": town.state,
        "district": town.district,
        "designation": town.designation,
        "territory_date": town.territory_date,
    }


def read_municipality(f: StrictFields) -> Municipality:
    """The municipality back."""
    name = f.text("name", most=LONGEST_LINE, blank=False)
    if not name.isprintable():
        f.damaged("name")
    try:
        return Municipality(
            name=name,
            type=f.choice("type", OrganisationType),
            key=f.text("key", most=LONGEST_LINE),
            state=f.text("state", most=LONGEST_LINE),
            district=f.text("district", most=LONGEST_LINE),
            designation=f.text("designation", most=LONGEST_LINE),
            territory_date=f.text("territory_date", most=LONGEST_LINE),
        )
    except ValueError:
        f.damaged("key")


def facts_table(facts: Facts) -> Table:
    """What can be changed about an assessment."""
    return {
        "extent": facts.extent.value,
        "round_date": facts.round_date.isoformat(),
        "population": facts.population,
        "ai_in_use": facts.ai_in_use and facts.ai_in_use.value,
    }


def read_facts(f: StrictFields) -> Facts:
    """The facts back."""
    return Facts(
        extent=f.choice("extent", Extent),
        round_date=f.day("round_date"),
        ai_in_use=f.choice_or_none("ai_in_use", AiInUse),
        population=f.number("population", most=LARGEST_POPULATION),
    )


def answer_table(answer: Answer) -> Table:
    """An answer without its item."""
    evidence = answer.evidence
    return {
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


def read_answer(f: StrictFields, item_id: str) -> Answer:
    """The answer to an item back."""
    try:
        return Answer(
            item_id=item_id,
            state=f.choice("state", AnswerState),
            level=f.number("level", most=TOP_LEVEL),
            reason=f.text("reason"),
            note=f.text("note"),
            evidence=Evidence(
                f.choice_or_none("evidence_type", EvidenceType),
                f.text("evidence_pointer"),
                f.day_or_none("evidence_date"),
            ),
            target=f.number("target", most=TOP_LEVEL),
            delivery=f.choice_or_none("delivery", DeliveryMode),
            confidence=f.choice_or_none("confidence", Confidence),
            responsible=f.text("responsible"),
        )
    except ValueError:  # each value may be, but not all of them together
        f.damaged("state")


def answers_table(answers: Mapping[str, Answer], changed: Mapping[str, datetime]) -> Table:
    """Answers by item id, each with the time of its last change."""
    return {
        item_id: answer_table(answer) | {"changed_at": moment_text(changed[item_id])}
        for item_id, answer in answers.items()
    }


def read_answers(f: StrictFields, key: str) -> tuple[dict[str, Answer], dict[str, datetime]]:
    """The answers, and the times, back."""
    found = dict(f.each(key))
    answers = {item_id: read_answer(inner, item_id) for item_id, inner in found.items()}
    return answers, {item_id: inner.moment("changed_at") for item_id, inner in found.items()}


def voices_table(voices: Mapping[str, Voice]) -> Table:
    """Voices by item id and, for each item, by respondent."""
    return {
        item_id: {voice.respondent: _voice_table(voice) for voice in found}
        for item_id, found in by_item(voices).items()
    }


def read_voices(f: StrictFields, key: str) -> dict[str, Voice]:
    """The voices back, by ``voice_key``; a file without them has none."""
    found: dict[str, Voice] = {}
    for item_id, inner in f.each(key) if f.raw(key) is not None else ():
        for respondent in inner.table:
            name = voice_key(item_id, respondent)
            found[name] = _read_voice(inner.inner(respondent), name)
    return found


def _voice_table(voice: Voice) -> Table:
    said = {"given_at": moment_text(voice.at), "role": voice.role_id}
    return answer_table(voice.answer) | said


def _read_voice(f: StrictFields, name: str) -> Voice:
    item_id, respondent = split_key(name)
    if not _can_be_named(name):
        f.damaged("respondent")
    at, role_id = f.moment("given_at"), f.text("role", most=LONGEST_LINE)
    return Voice(respondent, read_answer(f, item_id), at, role_id)


def _can_be_named(name: str) -> bool:
    """Whether a ``voice_key`` names an item and somebody."""
    item_id, respondent = split_key(name)
    fits = len(item_id) <= LONGEST_LINE and len(respondent) <= RESPONDENT_LENGTH
    return fits and respondent.isprintable() and bool(item_id.strip() and respondent.strip())


def frame_table(assessment: Assessment) -> Table:
    """What an assessment says about itself, without its municipality and its id."""
    return facts_table(assessment.facts) | {
        "is_example": assessment.is_example,
        "created_at": moment_text(assessment.created_at),
        "changed_at": moment_text(assessment.changed_at),
    }


def read_frame(
    f: StrictFields, town: Municipality, assessment_id: str, edition: tuple[str, str]
) -> Assessment:
    """The assessment back.

    Args:
        f: What ``frame_table`` has written.
        town: Its municipality, without a population.
        assessment_id: Its id.
        edition: Id and version of the questionnaire as answered.
    """
    facts = read_facts(f)
    return Assessment(
        id=assessment_id,
        municipality=town,
        questionnaire_id=edition[0],
        questionnaire_version=edition[1],
        extent=facts.extent,
        round_date=facts.round_date,
        created_at=f.moment("created_at"),
        changed_at=f.moment("changed_at"),
        is_example=f.flag("is_example"),
    ).with_facts(facts)


def step_table(step: PackedStep) -> Table:
    """A step of the journal; its number is its place."""
    head = step.head
    return {
        "kind": head.kind.value,
        "changed_at": moment_text(head.at),
        "who": head.who,
        "undoes": head.undoes,
        "joins": head.joins,
        "changes": [
            {
                "subject": change.subject.value,
                "item": change.item_id,
                "before": _value_table(change.before),
                "after": _value_table(change.after),
            }
            for change in step.changes
        ],
    }


def read_step(f: StrictFields, number: int) -> PackedStep:
    """The step back; two changes of the same thing are damage."""
    head = StepHead(
        number=number,
        kind=f.choice("kind", StepKind),
        at=f.moment("changed_at"),
        who=f.text("who"),
        undoes=f.number("undoes", most=LAST_STEP),
        joins=f.flag("joins"),
    )
    changes = sorted(map(_read_change, f.listed("changes")), key=lambda change: change.key)
    if not changes or len({change.key for change in changes}) != len(changes):
        f.damaged("changes")
    return PackedStep(head, tuple(changes))


def state_table(state: PackedState) -> Table:
    """A frozen state."""
    return {
        "name": state.name,
        "frozen_at": moment_text(state.at),
        "who": state.who,
        "questionnaire": state.questionnaire,
        "legal_table": state.legal_table,
        "municipality": municipality_table(state.assessment.municipality),
        "assessment": frame_table(state.assessment),
        "answers": answers_table(state.answers, state.changed),
        **({"voices": voices_table(state.voices)} if state.voices else {}),
        **({"entries": entries_table(state.entries)} if state.entries else {}),
    }


def read_state(
    f: StrictFields, assessment_id: str, editions: Mapping[str, tuple[str, str]]
) -> PackedState:
    """The frozen state back."""
    name, questionnaire = f.text("name", most=NAME_LENGTH, blank=False), f.checksum("questionnaire")
    if not name.isprintable():
        f.damaged("name")
    if questionnaire not in editions:
        f.damaged("questionnaire")
    town = read_municipality(f.inner("municipality"))
    answers, changed = read_answers(f, "answers")
    return PackedState(
        name=name,
        at=f.moment("frozen_at"),
        who=f.text("who"),
        questionnaire=questionnaire,
        legal_table=f.checksum("legal_table"),
        assessment=read_frame(f.inner("assessment"), town, assessment_id, editions[questionnaire]),
        answers=answers,
        changed=changed,
        voices=read_voices(f, "voices"),
        entries=read_entries(f, "entries"),
    )


def _read_change(f: StrictFields) -> PackedChange:
    subject, item_id = f.choice("subject", Subject), f.text("item", most=LONGEST_KEY)
    if not _names(subject, item_id):
        f.damaged("item")
    before, after = (_read_value(f, key, subject, item_id) for key in ("before", "after"))
    return PackedChange(subject, item_id, before, after)


def _names(subject: Subject, item_id: str) -> bool:
    """Whether a change says what it is about."""
    match subject:
        case Subject.ANSWER:
            return bool(item_id.strip()) and len(item_id) <= LONGEST_LINE
        case Subject.VOICE:
            return _can_be_named(item_id)
        case _ if subject in ENTRIES:
            return is_usable_id(item_id)
        case _:
            return not item_id.strip()


def _value_table(value: PackedValue | None) -> object:
    match value:
        case Voice():
            return _voice_table(value)
        case Answer():
            return answer_table(value)
        case Facts():
            return facts_table(value)
        case KeptEntry():
            return entry_table(value)
        case _:
            return value


def _read_value(f: StrictFields, key: str, subject: Subject, item_id: str) -> PackedValue | None:
    match subject:
        case Subject.ANSWER:
            return None if f.raw(key) is None else read_answer(f.inner(key), item_id)
        case Subject.VOICE:
            return None if f.raw(key) is None else _read_voice(f.inner(key), item_id)
        case Subject.FACTS:
            return read_facts(f.inner(key))
        case Subject.QUESTIONNAIRE:
            return f.checksum(key)
        case _:
            return None if f.raw(key) is None else read_entry(f, key, subject, item_id)
