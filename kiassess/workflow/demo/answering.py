"""The answers of a fictitious town, made of what is told about it; the same ones every time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256

from kiassess.domain.assessment import (
    AiInUse,
    Answer,
    AnswerState,
    Confidence,
    Evidence,
    EvidenceType,
)
from kiassess.domain.kinds import TOP_LEVEL, DeliveryMode, NotApplicableRule
from kiassess.domain.municipality import SizeClass, size_class
from kiassess.domain.questionnaire import Area, Item
from kiassess.workflow.demo.town import NOT_APPLICABLE, OPEN, UNKNOWN, Round, Town
from kiassess.workflow.demo.words import Words

ELSEWHERE = 1.0  # what is usual in an area of which nothing is told

# Shares of the answers at which something more is filled in.
WITH_NOTE = 0.45
WITH_EVIDENCE = 0.7
VERIFIED = 0.3
WITH_OFFICE = 0.5
WITH_CONFIDENCE = 0.7
WITH_TARGET = 0.1
WITH_DELIVERY = 0.85
BY_OTHERS = 0.7
OLDEST_EVIDENCE_DAYS = 300


@dataclass(frozen=True)
class _Chance:
    """Numbers that look like chance and never change.

    Two rounds of a town share them, so that it moves only where its round tells so.
    """

    seed: str

    def __call__(self, what: str) -> float:
        """0.0 to 1.0, without 1.0."""
        digest = sha256(f"{self.seed}/{what}".encode()).digest()
        return int.from_bytes(digest[:6]) / 2**48


def make_answers(town: Town, told: Round, areas: Iterable[Area], words: Words) -> Iterator[Answer]:
    """The answers of one round, in the order of the items; open items have none."""
    for area in areas:
        for item in area.items:
            if told.extent not in item.extents:
                continue
            chance = _Chance(f"{town.municipality.name}/{item.id}")
            sign = (
                told.told.get(item.id) or told.told.get(area.id) or _sign(told, item, area, chance)
            )
            if sign != OPEN:
                yield _answer(town, told.day, item, sign, chance=chance, words=words)


def _sign(told: Round, item: Item, area: Area, chance: _Chance) -> str:
    while_no_ai = item.not_applicable is NotApplicableRule.WHILE_NO_AI
    if while_no_ai and told.ai_in_use is AiInUse.NO:
        return NOT_APPLICABLE
    if chance("known") < told.unknown:
        return UNKNOWN
    level = int(told.usual.get(area.id, ELSEWHERE) + chance("level"))
    return str(min(level, TOP_LEVEL))


def _answer(
    town: Town, day: date, item: Item, sign: str, *, chance: _Chance, words: Words
) -> Answer:
    office = _office(town, item, words)
    if sign == NOT_APPLICABLE:
        return Answer(item.id, AnswerState.NOT_APPLICABLE, reason=words.no_ai, responsible=office)
    if sign == UNKNOWN:
        note = words.asked.format(office=office) if office else ""
        return Answer(item.id, AnswerState.UNKNOWN, note=note, responsible=office)
    answered = Answer(item.id, AnswerState.ANSWERED, level=int(sign))
    return replace(
        answered,
        note=_note(answered, chance, words),
        evidence=_evidence(answered, day, chance, words),
        target=_target(answered, chance),
        delivery=_delivery(item, town.delivery, chance),
        confidence=_confidence(chance),
        responsible=office if chance("office") < WITH_OFFICE else "",
    )


def _office(town: Town, item: Item, words: Words) -> str:
    small = size_class(town.municipality.population) is SizeClass.SMALL
    offices = {**words.offices, **words.village_offices} if small else words.offices
    return offices.get(item.roles[0], "") if item.roles else ""


def _note(answer: Answer, chance: _Chance, words: Words) -> str:
    remarks = words.items.get(answer.item_id)
    if remarks is None or not answer.level or chance("note") >= WITH_NOTE:
        return ""
    return remarks.begun if answer.level == 1 else remarks.running


def _evidence(answer: Answer, day: date, chance: _Chance, words: Words) -> Evidence:
    """Documents from level 2 on; what has only begun is told by somebody."""
    if chance("evidence") >= WITH_EVIDENCE:
        return Evidence()
    level, remarks = answer.level or 0, words.items.get(answer.item_id)
    if level < 2 or remarks is None:
        return Evidence(EvidenceType.ORAL if level else EvidenceType.NONE)
    verified = level > 2 and chance("verified") < VERIFIED
    return Evidence(
        EvidenceType.VERIFIED if verified else EvidenceType.DOCUMENT,
        remarks.found,
        day - timedelta(days=int(chance("dated") * OLDEST_EVIDENCE_DAYS)),
    )


def _target(answer: Answer, chance: _Chance) -> int | None:
    if chance("target") >= WITH_TARGET:
        return None
    return min((answer.level or 0) + 1, TOP_LEVEL)


def _delivery(item: Item, usual: DeliveryMode, chance: _Chance) -> DeliveryMode | None:
    if not item.delivery_modes or chance("delivery") >= WITH_DELIVERY:
        return None
    by_others = usual in item.delivery_modes and chance("others") < BY_OTHERS
    return usual if by_others else DeliveryMode.OWN


def _confidence(chance: _Chance) -> Confidence | None:
    if chance("said") >= WITH_CONFIDENCE:
        return None
    return list(Confidence)[int(chance("sure") * len(Confidence))]
