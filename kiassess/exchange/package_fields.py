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
)
from kiassess.domain.history import StepHead, StepKind, Subject
from kiassess.domain.kinds import TOP_LEVEL, DeliveryMode, Extent
from kiassess.domain.municipality import Municipality, OrganisationType
from kiassess.domain.package import PackedChange, PackedState, PackedStep, PackedValue
from kiassess.domain.states import NAME_LENGTH
from kiassess.exchange.strict_fields import StrictFields, moment_text

Table = dict[str, Any]

LARGEST_POPULATION = 2_000_000_000
LONGEST_LINE = 200  # characters of a name
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
    )


def _read_change(f: StrictFields) -> PackedChange:
    subject, item_id = f.choice("subject", Subject), f.text("item", most=LONGEST_LINE)
    if (subject is Subject.ANSWER) != bool(item_id.strip()):
        f.damaged("item")
    before, after = (_read_value(f, key, subject, item_id) for key in ("before", "after"))
    return PackedChange(subject, item_id, before, after)


def _value_table(value: PackedValue | None) -> object:
    match value:
        case Answer():
            return answer_table(value)
        case Facts():
            return facts_table(value)
        case _:
            return value


def _read_value(f: StrictFields, key: str, subject: Subject, item_id: str) -> PackedValue | None:
    match subject:
        case Subject.ANSWER:
            return None if f.raw(key) is None else read_answer(f.inner(key), item_id)
        case Subject.FACTS:
            return read_facts(f.inner(key))
        case Subject.QUESTIONNAIRE:
            return f.checksum(key)
