"""Many assessments in columns: what stands in the fields of a heatmap, on screen and on paper."""

from dataclasses import dataclass

from kiassess.domain.comparison import ComparedPart
from kiassess.domain.gate_statuses import GateRow, gate_rows
from kiassess.domain.profile import GateStatus
from kiassess.domain.shown_comparison import ComparisonChart, ShownComparison
from kiassess.wording.texts import NO_VALUE, Texts

LIMITED = "*"
SIGNS = {
    GateStatus.MET: "✓",
    GateStatus.MISSING: "✗",
    GateStatus.UNCLEAR: "?",
    GateStatus.BEFORE_FIRST_USE: "○",
}
MET_SHADE = 3.0


@dataclass(frozen=True, slots=True)
class Column:
    """One building block, area or minimum requirement in all assessments.

    Attributes:
        id: Of the block, area or item.
        name: What stands above it.
        signs: What stands in each field: a number, a tendency, the sign of a status, a dash.
        words: The same for those who read it in a line.
        shades: The level whose shade a field has, 0.0–4.0; ``None`` for none.
    """

    id: str
    name: str
    signs: tuple[str, ...]
    words: tuple[str, ...]
    shades: tuple[float | None, ...]


def columns_of(kind: ComparisonChart, shown: ShownComparison, texts: Texts) -> tuple[Column, ...]:
    """The columns of a heatmap.

    Args:
        kind: ``HEATMAP``, ``AREAS`` or ``GATES``.
        shown: The comparison.
        texts: The language.
    """
    if kind is ComparisonChart.GATES:
        return tuple(_gate_column(row, texts) for row in gate_rows(shown.comparison))
    return tuple(_part_column(name, part, texts) for name, part in named_parts(kind, shown))


def named_parts(
    kind: ComparisonChart, shown: ShownComparison
) -> tuple[tuple[str, ComparedPart], ...]:
    """The building blocks, or for ``AREAS`` the areas, with their short names."""
    comparison = shown.comparison
    asked = comparison.questionnaire
    if kind is ComparisonChart.AREAS:
        names = {area.id: area.name for area in asked.areas}
        return tuple((names[part.id], part) for part in comparison.areas)
    names = {block.id: block.short or block.name for block in asked.blocks}
    return tuple((names[part.id], part) for part in comparison.blocks)


def part_words(part: ComparedPart, at: int, texts: Texts) -> str:
    """The value of an assessment: a number, a tendency or a dash; “*” where it is limited."""
    told, value = part.tendencies[at], part.values[at]
    if told is not None:
        return texts(f"tendency.{told}")
    if value is None:
        return NO_VALUE
    return f"{texts.number(value)}{LIMITED if part.limited[at] else ''}"


def sign_legend(texts: Texts) -> tuple[str, ...]:
    """What the sign of each status means."""
    return tuple(f"{sign} {texts(f'gate.{status}')}" for status, sign in SIGNS.items())


def _part_column(name: str, part: ComparedPart, texts: Texts) -> Column:
    words = tuple(part_words(part, at, texts) for at in range(len(part.values)))
    return Column(part.id, name, words, words, part.values)


def _gate_column(row: GateRow, texts: Texts) -> Column:
    words = {status: texts(f"gate.{status}") for status in GateStatus}
    return Column(
        row.item.id,
        row.item.title,
        tuple(NO_VALUE if one is None else SIGNS[one] for one in row.statuses),
        tuple(NO_VALUE if one is None else words[one] for one in row.statuses),
        tuple(MET_SHADE if one is GateStatus.MET else None for one in row.statuses),
    )
