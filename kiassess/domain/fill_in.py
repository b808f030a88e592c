"""Fill-in workbooks: who is asked what, and what has come back from them."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kiassess.domain.assessment import (
    Answer,
    AnswerState,
    Confidence,
    EvidenceType,
    OpenAssessment,
)
from kiassess.domain.interview import NOBODY
from kiassess.domain.questionnaire import Item


class WarningKind(StrEnum):
    """What may be wrong with a workbook that can be read all the same."""

    META_LOST = "meta_lost"  # the hidden sheet is gone; the ids are still there
    OLDER_VERSION = "older_version"  # answered with an earlier version of the questionnaire
    QUESTION_CHANGED = "question_changed"  # somebody has written into the question
    QUESTION_OLDER = "question_older"  # the wording is that of an earlier version
    UNKNOWN_ITEM = "unknown_item"  # the questionnaire has no such item
    NO_ID = "no_id"  # an answer in a row that belongs to no item


@dataclass(frozen=True, slots=True)
class FillInWarning:
    """Something to look at; nothing is refused for it.

    Attributes:
        kind: What it is.
        cell: Where, e.g. ``"F12"``; ``""`` for the workbook as a whole.
        item_id: The item it is about; ``""`` for none.
        value: What stands there, or the version.
    """

    kind: WarningKind
    cell: str = ""
    item_id: str = ""
    value: str = ""


class UnclearKind(StrEnum):
    """Why a cell cannot be taken."""

    LEVEL = "level"  # neither a level nor one of the words
    NOT_ALLOWED = "not_allowed"  # “trifft nicht zu” where the item does not allow it
    NO_REASON = "no_reason"  # “trifft nicht zu” without saying why
    TWICE = "twice"  # the item stands in the workbook with another answer, too
    EVIDENCE = "evidence"  # not one of the words
    CONFIDENCE = "confidence"  # not one of the words


@dataclass(frozen=True, slots=True)
class Unclear:
    """A cell a person has to look at.

    Attributes:
        cell: Where, e.g. ``"F12"``.
        value: What stands there, as text.
        item_id: The item of the row.
        kind: Why it cannot be taken.
    """

    cell: str
    value: str
    item_id: str
    kind: UnclearKind = UnclearKind.LEVEL


@dataclass(frozen=True, slots=True)
class FillInMeta:
    """What a workbook says of itself.

    Attributes:
        questionnaire_id: ``Questionnaire.id``.
        questionnaire_version: ``Questionnaire.version``.
        assessment_id: ``Assessment.id``.
        role_id: ``Role.id``; ``""`` for a workbook with all items, or those without a role.
        language: ``"de"`` or ``"en"``.
        program_version: Of the program that has made it.
    """

    questionnaire_id: str
    questionnaire_version: str
    assessment_id: str
    role_id: str
    language: str
    program_version: str


@dataclass(frozen=True, slots=True)
class Respondent:
    """Who says to have filled the workbook in; each may be empty."""

    name: str = ""
    department: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class FillInEntry:
    """What a row says about its item; what is empty in it says nothing.

    Attributes:
        item_id: ``Item.id``.
        cell: Where the answer stands, e.g. ``"F12"``.
        state: ``OPEN`` if the answer is empty and only something else is filled in.
        level: 0–4 when answered, else ``None``.
        reason: Why the item does not apply.
        note: Free text.
        evidence: What kind of evidence there is.
        pointer: Where it is found.
        confidence: How sure the answer is.
        untouched: Whether all of it is as it was handed out.
    """

    item_id: str
    cell: str
    state: AnswerState = AnswerState.OPEN
    level: int | None = None
    reason: str = ""
    note: str = ""
    evidence: EvidenceType | None = None
    pointer: str = ""
    confidence: Confidence | None = None
    untouched: bool = False

    def onto(self, answer: Answer) -> Answer:
        """The answer with what the row says in it; where the row is empty, it stays.

        Args:
            answer: To the same item; an open one if nobody has touched it.
        """
        evidence = replace(
            answer.evidence,
            type=self.evidence or answer.evidence.type,
            pointer=self.pointer or answer.evidence.pointer,
        )
        kept = replace(
            answer,
            reason=self.reason or answer.reason,
            note=self.note or answer.note,
            evidence=evidence,
            confidence=self.confidence or answer.confidence,
        )
        if self.state is AnswerState.OPEN:
            return kept
        return replace(kept, state=self.state, level=self.level)


@dataclass(frozen=True, slots=True)
class FillInCounts:
    """How many items a workbook holds, by what came back; together all of its items.

    Attributes:
        taken: Something new was said.
        untouched: All is as it was handed out, and the answer is not empty.
        open: The answer is empty.
        unclear: A person has to look at the answer.
    """

    taken: int
    untouched: int
    open: int
    unclear: int


@dataclass(frozen=True, slots=True)
class FillIn:
    """A workbook that has come back, read and understood; nothing is stored yet.

    Attributes:
        meta: What it says of itself; ``None`` if the hidden sheet is lost.
        respondent: Who has filled it in.
        entries: What can be taken, in the order of the questionnaire, each item once.
        open_ids: Items whose answer is empty, in that order; a note may be filled in.
        unclear: What a person has to look at, in the order of the workbook.
        warnings: What else there is to know.
    """

    meta: FillInMeta | None
    respondent: Respondent
    entries: tuple[FillInEntry, ...]
    open_ids: tuple[str, ...]
    unclear: tuple[Unclear, ...] = ()
    warnings: tuple[FillInWarning, ...] = ()

    @property
    def news(self) -> tuple[FillInEntry, ...]:
        """The entries that say something new; the others are as they were handed out."""
        return tuple(one for one in self.entries if not one.untouched)

    def counts(self) -> FillInCounts:
        """What a preview says first."""
        answered = [one for one in self.entries if one.state is not AnswerState.OPEN]
        untouched = sum(one.untouched for one in answered)
        known = {one.item_id for one in self.entries} | set(self.open_ids)
        unclear = {one.item_id for one in self.unclear} - known
        taken = len(answered) - untouched
        return FillInCounts(taken, untouched, len(self.open_ids), len(unclear))


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a workbook is for.

    Attributes:
        role_id: ``Role.id``; ``NOBODY`` for the items that name no role, ``None`` for all items.
        name: Of the role as the user reads it; ``""`` without one.
        items: What is asked, in the order of the questionnaire; at least one.
    """

    role_id: str | None
    name: str
    items: tuple[Item, ...]


def asked_of(opened: OpenAssessment, role_id: str | None) -> tuple[Item, ...]:
    """The items a role is asked: every one that names it.

    An item may name several roles. All of them are asked, so that it shows where they disagree.

    Args:
        opened: The assessment.
        role_id: ``NOBODY`` for the items that name no role, ``None`` for all items.

    Returns:
        In the order of the questionnaire; possibly none.
    """
    if role_id is None:
        return opened.items()
    if role_id == NOBODY:
        return tuple(item for item in opened.items() if not item.roles)
    return tuple(item for item in opened.items() if role_id in item.roles)


def fill_in_round(opened: OpenAssessment) -> tuple[Asked, ...]:
    """A workbook for every role that is asked anything; together they ask everything.

    Returns:
        In the order of the roles; the items without a role come last. If no item names a role,
        one workbook with all of them.
    """
    names = {role.id: role.name for role in opened.questionnaire.roles}
    others = (role_id for item in opened.items() for role_id in item.roles)
    asked = tuple(
        Asked(role_id, names.get(role_id, role_id), items)
        for role_id in dict.fromkeys([*names, *others, NOBODY])
        if (items := asked_of(opened, role_id))
    )
    if [one.role_id for one in asked] == [NOBODY]:
        return (replace(asked[0], role_id=None),)
    return asked
