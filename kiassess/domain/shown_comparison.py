"""What a chart of a comparison is drawn from, in one piece, and in which order its rows stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiassess.domain.change_split import RoundChange
from kiassess.domain.compared_round import body_of
from kiassess.domain.comparison import ComparedPart, Comparison
from kiassess.domain.municipality import SizeClass
from kiassess.domain.peers import Standing
from kiassess.domain.scoring import Score
from kiassess.domain.search import natural_key
from kiassess.domain.statistics import Statistics

NO_SCORE = Score(None, None, None, None, 0)


class ComparisonChart(StrEnum):
    """The charts of a comparison."""

    HEATMAP = "heatmap"  # assessments by building blocks
    AREAS = "areas"  # assessments by areas
    GATES = "gates"  # assessments by minimum requirements
    STRIPS = "strips"  # all municipalities as dots, one strip a building block
    ROUNDS = "rounds"  # two rounds of one municipality
    TREND = "trend"  # all rounds of one municipality
    RADAR = "radar"  # two assessments


OF_ALL = frozenset({ComparisonChart.HEATMAP, ComparisonChart.AREAS, ComparisonChart.GATES})


class RowOrder(StrEnum):
    """How rows are put in order; never by a place."""

    NAME = "name"
    SIZE = "size"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class ShownComparison:
    """A comparison as charts show it.

    Attributes:
        comparison: The comparison.
        names: What each assessment is called; see ``wording.comparing.names``.
        own: The place of one's own assessment: it is marked, and its municipality has the trend.
        pair: The places of the two assessments that are set beside each other.
        change: What changed between the two; if given, two rounds show the values of their own
            profiles instead of those over the common items.
        standings: Where the own one stands among its peers; if given, statistics and dots are of
            the others.
        anonymous: Whether numbers stand for names: then nobody is marked, and neither days nor
            size classes are told.
        order: How rows are put in order; in an anonymous comparison by size says nothing.
        by: ``BuildingBlock.id`` or ``Area.id`` whose value decides in ``RowOrder.VALUE``.
        grouped: Whether rows stand in groups by size class.
    """

    comparison: Comparison
    names: tuple[str, ...]
    own: int | None = None
    pair: tuple[int, int] | None = None
    change: RoundChange | None = None
    standings: tuple[Standing, ...] = ()
    anonymous: bool = False
    order: RowOrder = RowOrder.NAME
    by: str = ""
    grouped: bool = True

    @property
    def marked(self) -> int | None:
        """The place of the assessment that is marked, if one is."""
        return None if self.anonymous else self.own

    @property
    def rounds(self) -> tuple[int, ...]:
        """The places of all rounds of the own municipality, the oldest first; no quick checks."""
        chosen = self.comparison.chosen
        if self.own is None:
            return ()
        body = body_of(chosen[self.own].municipality)
        places = (
            at
            for at, one in enumerate(chosen)
            if not one.quick and body_of(one.municipality) == body
        )
        return tuple(sorted(places, key=lambda at: (chosen[at].round_date, chosen[at].id)))

    @property
    def others(self) -> tuple[int, ...]:
        """The places of all that take part in statistics and are not marked."""
        if self.marked is None:
            return self.comparison.counted
        left_out = {self.marked, *self.rounds} if self.standings else {self.marked}
        return tuple(at for at in self.comparison.counted if at not in left_out)

    def statistics(self, part: ComparedPart) -> Statistics:
        """What is said of a part: of all, or of the peers alone where a standing is shown."""
        of_peers = (one.statistics for one in self.standings if one.id == part.id)
        return next(of_peers, part.statistics)


@dataclass(frozen=True, slots=True)
class BlockRounds:
    """One building block in some assessments.

    Attributes:
        id: ``BuildingBlock.id``.
        name: As the user reads it.
        scores: One an assessment; a quick check has no numbers.
        limited: Which of them are limited in comparability.
    """

    id: str
    name: str
    scores: tuple[Score, ...]
    limited: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows that stand together.

    Attributes:
        titled: Whether a title above says what they share.
        size_class: That; ``None`` for an unknown one.
        places: Of the assessments, in their order.
    """

    titled: bool
    size_class: SizeClass | None
    places: tuple[int, ...]


def block_rounds(shown: ShownComparison, places: Sequence[int]) -> tuple[BlockRounds, ...]:
    """The building blocks in some assessments, over the common items."""
    chosen = shown.comparison.chosen
    blocks = zip(shown.comparison.questionnaire.blocks, shown.comparison.blocks, strict=True)
    return tuple(
        BlockRounds(
            block.id,
            block.name,
            tuple(NO_SCORE if chosen[at].quick else part.scores.score(at) for at in places),
            tuple(part.limited[at] and not chosen[at].quick for at in places),
        )
        for block, part in blocks
    )


def two_rounds(shown: ShownComparison) -> tuple[BlockRounds, ...]:
    """The building blocks in two rounds, the earlier first; nothing without a pair."""
    if shown.pair is None:
        return ()
    found = block_rounds(shown, by_day(shown, shown.pair))
    if shown.change is None:
        return found
    changes = {block.id: block for block in shown.change.blocks}
    return tuple(
        BlockRounds(one.id, one.name, (change.before, change.after), one.limited)
        for one in found
        if (change := changes.get(one.id)) is not None
    )


def by_day(shown: ShownComparison, pair: tuple[int, int]) -> tuple[int, int]:
    """Two places, the earlier round first."""
    one, other = pair
    chosen = shown.comparison.chosen
    return (other, one) if chosen[other].round_date < chosen[one].round_date else pair


def row_groups(shown: ShownComparison) -> tuple[RowGroup, ...]:
    """All assessments in groups by size class, from the smallest on; unknown sizes come last.

    An anonymous comparison has no groups, and keeps its order unless a value decides.
    """
    places, chosen = _ordered(shown), shown.comparison.chosen
    if shown.anonymous or not shown.grouped:
        return (RowGroup(titled=False, size_class=None, places=tuple(places)),)
    sizes = [one.size_class for one in chosen]
    groups = [
        (size, tuple(at for at in places if sizes[at] is size)) for size in (*SizeClass, None)
    ]
    return tuple(RowGroup(titled=True, size_class=size, places=at) for size, at in groups if at)


def _ordered(shown: ShownComparison) -> list[int]:
    """All places in the order wished for; where it says nothing of two, by name and day."""
    chosen = shown.comparison.chosen
    places = list(range(len(chosen)))
    if not shown.anonymous:
        names = [natural_key(one.municipality.name) for one in chosen]
        places.sort(key=lambda at: (names[at], chosen[at].round_date, chosen[at].id))
    if shown.order is RowOrder.SIZE and not shown.anonymous:
        _sort_known(places, [one.municipality.population for one in chosen])
    elif shown.order is RowOrder.VALUE:
        parts = (*shown.comparison.blocks, *shown.comparison.areas)
        _sort_known(places, next(part.values for part in parts if part.id == shown.by))
    return places


def _sort_known(places: list[int], known: Sequence[float | None]) -> None:
    """Put the smallest first, those that are not known last."""
    places.sort(key=lambda at: (known[at] is None, known[at] or 0))
