"""Several assessments side by side, over the items they have in common. Never a ranking.

* An item is compared if every questionnaire version chosen has it under the same id with the same
  five level texts, and every assessment chosen was asked it. A question that took the place of
  another is another question. Quick checks do not narrow the items: they give tendencies only.
* Where weights differ between versions, those of the newest version chosen hold for all.
* Values follow the rules of ``scoring`` over the common items: none below 60 % coverage, marked
  where more than 25 % of the weight is not applicable.
* In statistics every municipality counts once, with its latest round chosen that is no quick
  check; the bounds of ``statistics`` keep small groups quiet.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kiassess.domain.common_items import columns_of, common_items, newest_of
from kiassess.domain.compared_round import ComparedRound, latest_rounds
from kiassess.domain.many_scores import Columns, ManyScores, score_blocks, score_items
from kiassess.domain.profile import Tendency, tendency
from kiassess.domain.questionnaire import Item, Questionnaire
from kiassess.domain.statistics import Statistics, statistics_of


class Note(StrEnum):
    """What has to be known to read a comparison."""

    MIXED_QUESTIONNAIRES = "mixed_questionnaires"  # nothing can be compared
    MIXED_VERSIONS = "mixed_versions"
    MIXED_EXTENTS = "mixed_extents"
    TENDENCIES = "tendencies"  # a quick check is among them
    SEVERAL_ROUNDS = "several_rounds"  # of one municipality; its latest counts in statistics
    NO_COMMON_ITEMS = "no_common_items"
    NO_VALUE = "no_value"  # somewhere less than 60 % is answered
    LIMITED = "limited"  # somewhere more than 25 % is not applicable
    SMALL_GROUP = "small_group"  # statistics are suppressed
    QUIET_MARKS = "quiet_marks"  # not marked as limited, since that would point at few


@dataclass(frozen=True, slots=True)
class ComparedPart:
    """One building block or area in all assessments compared.

    Attributes:
        id: ``BuildingBlock.id`` or ``Area.id``.
        scores: Its scores; a quick check's value is among them, but is never shown.
        values: In levels, 0.0–4.0, in the order of the assessments; ``None`` below the coverage
            needed and for quick checks.
        tendencies: What quick checks say instead; ``None`` for all others.
        statistics: Of the values, each municipality once.
    """

    id: str
    scores: ManyScores
    values: tuple[float | None, ...]
    tendencies: tuple[Tendency | None, ...]
    statistics: Statistics

    @property
    def limited(self) -> tuple[bool, ...]:
        """Where more than 25 % of the weight is not applicable."""
        return self.scores.limited


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several assessments over their common items.

    Attributes:
        chosen: The assessments, in the order they were given.
        questionnaire: The newest version chosen; its names, its weights.
        items: The items compared, in the order they are asked.
        columns: What was answered to them, by item id.
        blocks: The building blocks in their fixed order.
        areas: The areas in the order they are asked.
        counted: Which of the assessments take part in statistics, by place.
        notes: What has to be known to read it.
    """

    chosen: tuple[ComparedRound, ...]
    questionnaire: Questionnaire
    items: tuple[Item, ...]
    columns: Columns
    blocks: tuple[ComparedPart, ...]
    areas: tuple[ComparedPart, ...]
    counted: tuple[int, ...]
    notes: tuple[Note, ...]

    @property
    def suppressed(self) -> bool:
        """Whether statistics of a block are left out because the group is too small."""
        return any(block.statistics.suppressed for block in self.blocks)

    def in_words_of(self, worded: Questionnaire) -> "Comparison":
        """The same with names and texts of the questionnaire in another language."""
        items = tuple(worded.item(item.id) for item in self.items)
        return replace(self, questionnaire=worded, items=items)


def compare(chosen: Sequence[ComparedRound], editions: Mapping[int, Questionnaire]) -> Comparison:
    """Compare assessments.

    Args:
        chosen: At least one.
        editions: The questionnaires by ``ComparedRound.edition``, all in one language: whether
            level texts are the same must not depend on who reads.

    Raises:
        ValueError: Nothing was chosen.
    """
    if not chosen:
        raise ValueError("nothing to compare")
    kinds = dict.fromkeys((one.edition, one.extent) for one in chosen)
    reference = newest_of({edition for edition, _ in kinds}, editions)
    items = common_items(reference, kinds, editions)
    columns, n = columns_of(chosen, items, editions), len(chosen)
    counted, quick = latest_rounds(chosen), [one.quick for one in chosen]
    asked = {item.id for item in items}
    areas = [
        (area.id, [item for item in area.items if item.id in asked]) for area in reference.areas
    ]
    blocks = [
        _part(scores, quick, counted)
        for scores in score_blocks(reference.blocks, items, columns, n)
    ]
    return Comparison(
        chosen=tuple(chosen),
        questionnaire=reference,
        items=items,
        columns=columns,
        blocks=tuple(blocks),
        areas=tuple(
            _part(score_items(area, found, columns, n), quick, counted)
            for area, found in areas
            if found
        ),
        counted=counted,
        notes=tuple(_notes(chosen, editions, items, blocks=blocks, counted=counted)),
    )


def _part(scores: ManyScores, quick: Sequence[bool], counted: Sequence[int]) -> ComparedPart:
    values: tuple[float | None, ...] = scores.values
    tendencies: tuple[Tendency | None, ...] = (None,) * len(quick)
    if any(quick):
        values = tuple(None if quick[at] else value for at, value in enumerate(values))
        tendencies = tuple(tendency(scores.score(at)) if q else None for at, q in enumerate(quick))
    counting = statistics_of(values[at] for at in counted)
    return ComparedPart(scores.id, scores, values, tendencies, counting)


def _notes(
    chosen: Sequence[ComparedRound],
    editions: Mapping[int, Questionnaire],
    items: Sequence[Item],
    *,
    blocks: Sequence[ComparedPart],
    counted: Sequence[int],
) -> Iterable[Note]:
    used = [editions[key] for key in {one.edition for one in chosen}]
    longer = [one for one in chosen if not one.quick]
    missing = (
        value is None and not one.quick
        for block in blocks
        if None in block.values
        for value, one in zip(block.values, chosen, strict=True)
    )
    holds = {
        Note.MIXED_QUESTIONNAIRES: len({q.id for q in used}) > 1,
        Note.MIXED_VERSIONS: len({q.version for q in used}) > 1,
        Note.MIXED_EXTENTS: len({one.extent for one in chosen}) > 1,
        Note.TENDENCIES: len(longer) < len(chosen),
        Note.SEVERAL_ROUNDS: len(counted) < len(longer),
        Note.NO_COMMON_ITEMS: not items,
        Note.NO_VALUE: bool(items) and any(missing),
        Note.LIMITED: any(True in block.limited for block in blocks),
        Note.SMALL_GROUP: any(block.statistics.suppressed for block in blocks),
    }
    return (note for note, true in holds.items() if true)
