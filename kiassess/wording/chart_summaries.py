"""What the charts of areas and of two rounds say, in words: titles, summaries, descriptions."""

from collections.abc import Iterable
from typing import NamedTuple

from kiassess.domain.kinds import LEVELS
from kiassess.domain.matrix import LEAST_ANSWERS, AreaLevels, Cell, Distribution, Matrix
from kiassess.domain.numbers import rounded
from kiassess.domain.profile import Profile
from kiassess.domain.questionnaire import BuildingBlock
from kiassess.wording.summary import profile_summary
from kiassess.wording.texts import Texts

MOST_NAMED = 2  # so many areas may share a place and are still named


class _Place(NamedTuple):
    """A cell that rests on enough answers, with its value as it is shown."""

    name: str
    value: float


class _Share(NamedTuple):
    """An area with so many of its answered items on some levels."""

    area: AreaLevels
    n_items: int

    @property
    def share(self) -> float:
        return self.n_items / self.area.n_answered


def short_name(block: BuildingBlock) -> str:
    """The name of a building block where there is little room."""
    return block.short or block.name


def heatmap_title(matrix: Matrix, texts: Texts) -> str:
    """One line with the message of a matrix: where its mean is lowest.

    Means are compared as they are shown, with one decimal, and only where they rest on at
    least ``LEAST_ANSWERS`` answers.
    """
    places = _places(matrix, texts)
    if not places:
        return texts("heatmap.title_nothing")
    low, high = min(p.value for p in places), max(p.value for p in places)
    if low == high and len(places) > 1:
        return texts("heatmap.title_equal", value=texts.number(low))
    lowest = [p.name for p in places if p.value == low]
    if len(lowest) == 1:
        return texts("heatmap.title_lowest", place=lowest[0], value=texts.number(low))
    return texts("heatmap.title_range", low=texts.number(low), high=texts.number(high))


def heatmap_summary(matrix: Matrix, texts: Texts) -> tuple[str, ...]:
    """At most three sentences: the ends, what is still empty, how fields overlap."""
    sentences = [_ends(matrix, texts)]
    empty = sum(c.n_items > 0 and c.n_answered == 0 for row in matrix.rows for c in row.cells)
    if empty:
        sentences.append(texts("heatmap.empty", n=empty))
    sentences.append(texts("heatmap.overlap"))
    return tuple(sentences)


def describe_heatmap(matrix: Matrix, texts: Texts) -> str:
    """A description of the whole matrix: what it is, then every field row by row."""
    rows = (
        texts(
            "heatmap.alt_row",
            area=row.name,
            list="; ".join(
                _cell_words(short_name(block), cell, texts)
                for block, cell in zip(matrix.blocks, row.cells, strict=True)
            ),
        )
        for row in matrix.rows
    )
    return " ".join((texts("heatmap.alt"), *rows))


def distribution_title(distribution: Distribution, texts: Texts) -> str:
    """One line with the message of a distribution: which area has most on level 0 and 1.

    “Most” is meant as a share of the items answered, of which there must be at least
    ``LEAST_ANSWERS``.
    """
    sound = _sound(distribution)
    if not sound:
        return texts("distribution.title_nothing")
    low, total = sum(a.low for a in distribution.rows), _answered(distribution)
    if not low:
        return texts("distribution.title_no_low")
    lowest = _most(_Share(area, area.low) for area in sound)
    if not 0 < len(lowest) <= MOST_NAMED:
        return texts("distribution.title_total", low=low, total=total)
    return texts("distribution.title", list=_named(lowest, texts))


def distribution_summary(distribution: Distribution, texts: Texts) -> tuple[str, ...]:
    """At most three sentences: both ends of the scale, their areas, what has no level."""
    rows = distribution.rows
    low, high = sum(a.low for a in rows), sum(a.high for a in rows)
    sentences = [
        texts("distribution.levels", total=_answered(distribution), low=low, high=high),
    ]
    sound = _sound(distribution)
    lowest = _most(_Share(area, area.low) for area in sound)
    highest = _most(_Share(area, area.high) for area in sound)
    if all(0 < len(ends) <= MOST_NAMED for ends in (lowest, highest)):
        named = {"lowest": _named(lowest, texts), "highest": _named(highest, texts)}
        sentences.append(texts("distribution.ends", **named))
    unknown, still_open = sum(a.unknown for a in rows), sum(a.open for a in rows)
    excluded = sum(a.not_applicable for a in rows)
    if unknown or still_open or excluded:
        counts = {"unknown": unknown, "open": still_open, "excluded": excluded}
        sentences.append(texts("distribution.rest", **counts))
    else:
        sentences.append(texts("distribution.complete"))
    return tuple(sentences)


def describe_distribution(distribution: Distribution, texts: Texts) -> str:
    """A description of the whole distribution: what it is, then every area with its counts."""
    rows = (
        texts(
            "distribution.alt_row",
            area=area.name,
            list=", ".join(
                texts("distribution.alt_part", name=name, n=n)
                for name, n in (
                    *((texts("items.level", level=n), area.levels[n]) for n in LEVELS),
                    (texts("state.unknown"), area.unknown),
                    (texts("state.open"), area.open),
                    (texts("state.not_applicable"), area.not_applicable),
                )
            ),
        )
        for area in distribution.rows
    )
    return " ".join((texts("distribution.alt"), *rows))


def compared_summary(profile: Profile, second: Profile, name: str, texts: Texts) -> tuple[str, ...]:
    """At most three sentences of a profile beside an earlier one, which ``name`` names.

    The third counts the building blocks that are higher, lower or the same, as they are shown
    with one decimal; it takes the place of what is unknown.
    """
    before = {block.id: block.score.value for block in second.blocks}
    pairs = [(block.score.value, before.get(block.id)) for block in profile.blocks]
    changes = [
        rounded(rounded(now) - rounded(then))
        for now, then in pairs
        if now is not None and then is not None
    ]
    counts = {
        "higher": sum(change > 0 for change in changes),
        "lower": sum(change < 0 for change in changes),
        "same": changes.count(0),
    }
    sentences = profile_summary(profile, texts)[:2]
    missing = len(pairs) - len(changes)
    if missing:
        compared = texts("second.changes_partly", name=name, missing=missing, **counts)
    else:
        compared = texts("second.changes", name=name, **counts)
    return (*sentences, compared)


def _ends(matrix: Matrix, texts: Texts) -> str:
    places = _places(matrix, texts)
    if not places:
        return texts("heatmap.few", least=LEAST_ANSWERS)
    low, high = min(p.value for p in places), max(p.value for p in places)
    if low == high:
        return texts("heatmap.same", least=LEAST_ANSWERS, value=texts.number(low))
    shown = {"least": LEAST_ANSWERS, "low": texts.number(low), "high": texts.number(high)}
    lowest = [p.name for p in places if p.value == low]
    highest = [p.name for p in places if p.value == high]
    if len(lowest) > 1 or len(highest) > 1:
        return texts("heatmap.range", **shown)
    return texts("heatmap.ends", lowest=lowest[0], highest=highest[0], **shown)


def _places(matrix: Matrix, texts: Texts) -> list[_Place]:
    return [
        _Place(texts("heatmap.place", area=row.name, block=short_name(block)), rounded(cell.value))
        for row in matrix.rows
        for block, cell in zip(matrix.blocks, row.cells, strict=True)
        if cell.value is not None and cell.n_answered >= LEAST_ANSWERS
    ]


def _cell_words(block: str, cell: Cell, texts: Texts) -> str:
    if cell.value is not None:
        value = texts.number(cell.value)
        return texts("heatmap.alt_cell", block=block, value=value, n=cell.n_answered)
    key = "heatmap.alt_unanswered" if cell.n_items else "heatmap.alt_empty"
    return texts(key, block=block)


def _sound(distribution: Distribution) -> list[AreaLevels]:
    return [area for area in distribution.rows if area.n_answered >= LEAST_ANSWERS]


def _most(shares: Iterable[_Share]) -> list[_Share]:
    """Those with the largest share; none where all are empty."""
    found = [each for each in shares if each.n_items]
    largest = max((each.share for each in found), default=0)
    return [each for each in found if each.share == largest]


def _named(shares: Iterable[_Share], texts: Texts) -> str:
    return ", ".join(
        texts("distribution.area", name=s.area.name, n=s.n_items, total=s.area.n_answered)
        for s in shares
    )


def _answered(distribution: Distribution) -> int:
    return sum(area.n_answered for area in distribution.rows)
