"""Answers and voices as tables: a row for each, one column a stored field."""

from collections.abc import Mapping
from datetime import date, datetime

from kiassess.domain.assessment import Answer, OpenAssessment, Voice
from kiassess.domain.legal import LegalTable
from kiassess.domain.questionnaire import Item
from kiassess.wording.texts import Texts

Value = str | int | date | datetime | None  # None is an empty cell, never 0

# Headings are the sentences ``answers.<column>``.
COLUMNS = (
    "id",
    "title",
    "area",
    "question",
    "state",
    "level",
    "level_name",
    "level_text",
    "reason",
    "note",
    "evidence_type",
    "evidence_pointer",
    "evidence_date",
    "confidence",
    "delivery",
    "responsible",
    "target",
    "default_target",
    "changed_at",
    "roles",
    "legal",
    "asked",
)
VOICE_COLUMNS = (
    "id",
    "title",
    "respondent",
    "role",
    "given_at",
    *COLUMNS[COLUMNS.index("state") : COLUMNS.index("default_target")],
)
_OF_VOICES = frozenset({"respondent", "role", "given_at"})


def headings(texts: Texts) -> tuple[str, ...]:
    """The headings of ``COLUMNS``."""
    return tuple(texts(f"answers.{column}") for column in COLUMNS)


def voice_headings(texts: Texts) -> tuple[str, ...]:
    """The headings of ``VOICE_COLUMNS``."""
    return tuple(
        texts(f"voices_sheet.{column}" if column in _OF_VOICES else f"answers.{column}")
        for column in VOICE_COLUMNS
    )


def answer_rows(
    opened: OpenAssessment,
    legal: LegalTable | None,
    texts: Texts,
    changed: Mapping[str, datetime],
) -> list[tuple[Value, ...]]:
    """The rows: the items asked, then what was answered before the selection was narrowed.

    Args:
        opened: The assessment.
        legal: For the short names of legal anchors; without it their ids are given.
        texts: The language.
        changed: When each answer was last changed, by item id, with a time zone.

    Returns:
        Values in the order of ``COLUMNS``; times carry the zone of this computer.
    """
    asked = opened.items()
    others = [
        item
        for item in opened.questionnaire.items()
        if item not in asked and item.id in opened.answers
    ]
    rows = []
    for item in (*asked, *others):
        answer = opened.answer(item.id)
        at = changed.get(item.id)
        values: dict[str, Value] = {
            **_item_values(opened, item, legal),
            **_answer_values(item, answer, opened, texts),
            "changed_at": None if at is None else at.astimezone(),
            "asked": texts("answers.no" if item in others else "answers.yes"),
        }
        rows.append(tuple(values[column] for column in COLUMNS))
    return rows


def voice_rows(opened: OpenAssessment, texts: Texts) -> list[tuple[Value, ...]]:
    """What each respondent says, in the order of the questionnaire.

    Args:
        opened: The assessment.
        texts: The language.

    Returns:
        Values in the order of ``VOICE_COLUMNS``; times carry the zone of this computer.
    """
    roles = {role.id: role.name for role in opened.questionnaire.roles}
    rows = []
    for item in opened.questionnaire.items():
        for voice in opened.voices.get(item.id, ()):
            values = _voice_values(item, voice, opened, texts)
            values["role"] = roles.get(voice.role_id, voice.role_id)
            rows.append(tuple(values[column] for column in VOICE_COLUMNS))
    return rows


def _voice_values(
    item: Item, voice: Voice, opened: OpenAssessment, texts: Texts
) -> dict[str, Value]:
    return {
        **_answer_values(item, voice.answer, opened, texts),
        "id": item.id,
        "title": item.title,
        "respondent": voice.respondent,
        "given_at": voice.at.astimezone(),
    }


def _item_values(opened: OpenAssessment, item: Item, legal: LegalTable | None) -> dict[str, Value]:
    questionnaire, size = opened.questionnaire, opened.assessment.size_class
    roles = {role.id: role.name for role in questionnaire.roles}
    anchors = {} if legal is None else legal.anchors
    return {
        "id": item.id,
        "title": item.title,
        "area": questionnaire.area_of(item.id).name,
        "question": item.question,
        "default_target": None if size is None else item.targets.get(size),
        "roles": ", ".join(roles.get(role, role) for role in item.roles),
        "legal": ", ".join(anchors[a].short if a in anchors else a for a in item.legal),
    }


def _answer_values(
    item: Item, answer: Answer, opened: OpenAssessment, texts: Texts
) -> dict[str, Value]:
    level, evidence = answer.level, answer.evidence
    return {
        "state": texts(f"state.{answer.state}"),
        "level": level,
        "level_name": None if level is None else opened.questionnaire.levels[level].name,
        "level_text": None if level is None else item.levels[level],
        "reason": answer.reason,
        "note": answer.note,
        "evidence_type": evidence.type and texts(f"evidence.{evidence.type}"),
        "evidence_pointer": evidence.pointer,
        "evidence_date": evidence.dated,
        "confidence": answer.confidence and texts(f"confidence.{answer.confidence}"),
        "delivery": answer.delivery and texts(f"delivery.{answer.delivery}"),
        "responsible": answer.responsible,
        "target": answer.target,
    }
