"""Where voices differ: what needs clarifying, and how much hangs on it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiassess.domain.assessment import Answer, OpenAssessment, Voice
from kiassess.domain.kinds import Extent
from kiassess.domain.questionnaire import Item
from kiassess.domain.scoring import score_block
from kiassess.domain.voices import CLARIFY_FROM, differ, spread


@dataclass(frozen=True, slots=True)
class Clarification:
    """An item on which the voices differ.

    Attributes:
        item: What is asked.
        voices: What the respondents say; at least two say something different.
        spread: Levels between the lowest and the highest voice; ``None`` if fewer than two name
            a level.
        urgent: Whether they lie so far apart that it is called Klärungsbedarf.
        agreed: Whether an answer has been agreed; then there is nothing left to clarify.
    """

    item: Item
    voices: tuple[Voice, ...]
    spread: int | None
    urgent: bool
    agreed: bool


@dataclass(frozen=True, slots=True)
class BlockSpread:
    """What hangs on the voices in one building block.

    Attributes:
        id: ``BuildingBlock.id``.
        low: Its value, 0.0–4.0, if the lowest voice counted everywhere; ``None`` below the
            coverage needed.
        high: The same with the highest voice.
    """

    id: str
    low: float | None
    high: float | None


def clarifications(opened: OpenAssessment) -> tuple[Clarification, ...]:
    """The items on which voices differ: those far apart first, then by spread, then in order."""
    found = []
    for item in opened.items():
        voices = opened.voices.get(item.id, ())
        answers = [voice.answer for voice in voices]
        if differ(answers):
            apart = spread(answers)
            urgent = apart is not None and apart >= CLARIFY_FROM
            found.append(Clarification(item, voices, apart, urgent, item.id in opened.agreed))
    return tuple(sorted(found, key=lambda one: (not one.urgent, -(one.spread or 0))))


def block_spreads(opened: OpenAssessment) -> tuple[BlockSpread, ...]:
    """The value of each building block, were the lowest and were the highest voice to count.

    What is agreed counts as agreed. Where all name the same level, both values are the same.

    Returns:
        All blocks in their order; none if there is no voice about an item asked, and none in the
        quick check, which knows no values.
    """
    if opened.assessment.extent is Extent.QUICK:
        return ()
    if not any(opened.voices.get(item.id) for item in opened.items()):
        return ()
    lowest, highest = _answers(opened, highest=False), _answers(opened, highest=True)
    items = opened.items()
    return tuple(
        BlockSpread(
            block.id,
            score_block(block, items, lowest).score.value,
            score_block(block, items, highest).score.value,
        )
        for block in opened.questionnaire.blocks
    )


def _answers(opened: OpenAssessment, *, highest: bool) -> Mapping[str, Answer]:
    """The answers that count, with one of the voices in the place of those not agreed."""
    found = dict(opened.answers)
    for item_id, voices in opened.voices.items():
        named = [voice.answer for voice in voices if voice.answer.level is not None]
        if named and item_id not in opened.agreed:
            chosen = (max if highest else min)(named, key=lambda answer: answer.level or 0)
            found[item_id] = replace(chosen, item_id=item_id)
    return found
