"""The formulas below the items of a value: sums, coverage, value, band, and halves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from kiassess.domain.kinds import TOP_LEVEL
from kiassess.domain.scoring import COVERAGE_PERCENT, FACET_ITEMS
from kiassess.domain.trace import Part, Trace
from kiassess.exchange.workbook_cells import Cell, Role
from kiassess.exchange.workbook_pages import Page
from kiassess.wording.texts import Texts

SUMS = ("sum_points", "sum_answered", "sum_applicable", "sum_items")
RESULTS = ("coverage", "enough", "balanced", "value", "low", "high")
EXACT, WHOLE, SHARE, CENTRED, TEXT = "0.000", "0", "0 %", "General", ""
NUMBERS = {
    "coverage": SHARE,
    "enough": CENTRED,
    "balanced": CENTRED,
    "value": EXACT,
    "low": EXACT,
    "high": EXACT,
}

Found = Iterator[tuple[str, str, Cell]]  # name of a result, its formula, what it gives


@dataclass(frozen=True, slots=True)
class Items:
    """Where the items of a value stand, from 0 on.

    Attributes:
        first: Row of the first item.
        last: Row of the last one.
        facet: Column with the name of the half.
        applicable: Column with the weight that applies.
        answered: Column with the weight that is answered.
        points: Column with weight times level; text where there is no level.
    """

    first: int
    last: int
    facet: int
    applicable: int
    answered: int
    points: int

    def cells(self, column: int) -> str:
        """The cells of all items in a column, as a formula names them."""
        return xl_range(self.first, column, self.last, column)


def write_results(
    page: Page, place: tuple[int, int], trace: Trace, items: Items, texts: Texts
) -> int:
    """Write what follows from the items, for a double block also of its halves.

    Args:
        page: The sheet.
        place: Row of the headings, and column of the first result; names stand in column 0.
        trace: For what viewers show that do not calculate.
        items: Where the items stand.
        texts: The language.

    Returns:
        The row after the last one.
    """
    top, at = place
    names = [name for name in (*SUMS, *RESULTS) if name != "balanced" or trace.halves]
    rows = {name: top + number for number, name in enumerate(names, start=1)}
    page.write((top, 0), None, Role.HEADING)
    for name, row in rows.items():
        page.write((row, 0), _label(name, texts), Role.STRONG if name == "value" else Role.CELL)
    parts = [trace.pooled, *trace.halves]
    headings = [texts("trace.all_items" if trace.halves else "trace.result")]
    headings += [half.name for half in trace.halves]
    for column, (part, heading) in enumerate(zip(parts, headings, strict=True), start=at):
        page.write((top, column), heading, Role.HEADING_OF_NUMBERS)
        _write_column(page, column, rows, _of_part(part, rows, (top, column), items, texts))
    if trace.halves:
        column = at + len(parts)
        page.write((top, column), texts("trace.result"), Role.HEADING_OF_NUMBERS)
        _write_column(page, column, rows, _of_double_block(trace, rows, (at, column), texts))
    return max(rows.values()) + 1


def quoted(words: str) -> str:
    """A text as a formula names it."""
    return '"' + words.replace('"', '""') + '"'


def _label(name: str, texts: Texts) -> str:
    if name == "enough":
        return texts("trace.enough", share=texts.share(COVERAGE_PERCENT / 100))
    room = "trace" if name in SUMS or name == "balanced" else "workbook"
    return texts(f"{room}.{name}")


def _write_column(page: Page, column: int, rows: Mapping[str, int], found: Found) -> None:
    for name, formula, shown in found:
        number = NUMBERS.get(name, WHOLE)
        page.write_formula((rows[name], column), f"={formula}", shown, number=number)


def _of_part(
    part: Part, rows: Mapping[str, int], heading: tuple[int, int], items: Items, texts: Texts
) -> Found:
    """Of all items, or of those whose half is named in the heading of the column."""
    cell = {name: xl_rowcol_to_cell(row, heading[1]) for name, row in rows.items()}
    points, answered, weight = cell["sum_points"], cell["sum_answered"], cell["sum_applicable"]
    mine = f"({items.cells(items.facet)}={xl_rowcol_to_cell(*heading)})"

    def total(column: int) -> str:
        # Cells after a comma may hold text and count as 0 then; in a product they may not.
        cells = items.cells(column)
        return f"SUMPRODUCT({mine}*1,{cells})" if part.facet_id else f"SUM({cells})"

    applies = f"({items.cells(items.applicable)}>0)"
    yield "sum_points", total(items.points), part.points
    yield "sum_answered", total(items.answered), part.answered
    yield "sum_applicable", total(items.applicable), part.applicable
    count = f"{mine}*{applies}" if part.facet_id else f"{applies}*1"
    yield "sum_items", f"SUMPRODUCT({count})", part.score.n_items

    score, yes = part.score, quoted(texts("answers.yes"))
    carries = f"{answered}*100>={COVERAGE_PERCENT}*{weight}"
    said = texts("answers.no" if score.value is None else "answers.yes")
    high = f"({points}+{TOP_LEVEL}*({weight}-{answered}))/{weight}"
    results: tuple[tuple[str, str, Cell], ...] = (
        ("coverage", f"{answered}/{weight}", score.coverage),
        (
            "enough",
            f"IF({carries},{yes},{quoted(texts('answers.no'))})",
            said if part.applicable else None,
        ),
        ("value", f'IF({cell["enough"]}={yes},{points}/{answered},"")', score.value),
        ("low", f"{points}/{weight}", score.low),
        ("high", high, score.high),
    )
    for name, formula, shown in results:
        yield name, f'IF({weight}=0,"",{formula})', shown


def _of_double_block(
    trace: Trace, rows: Mapping[str, int], columns: tuple[int, int], texts: Texts
) -> Found:
    """The mean of the halves where both carry it, else what follows from all items."""
    pooled, here = columns
    halves = range(pooled + 1, here)
    yes, no = (quoted(texts(f"answers.{word}")) for word in ("yes", "no"))
    carry = [*_each(rows["enough"], halves, f"={yes}")]
    carry += _each(rows["sum_items"], halves, f">={FACET_ITEMS}")
    said = texts("answers.yes" if trace.balanced else "answers.no")
    yield "balanced", f"IF(AND({','.join(carry)}),{yes},{no})", said
    yield "coverage", xl_rowcol_to_cell(rows["coverage"], pooled), trace.score.coverage
    balanced, score = xl_rowcol_to_cell(rows["balanced"], here), trace.score
    for name, shown in (("value", score.value), ("low", score.low), ("high", score.high)):
        row = rows[name]
        mean = f"AVERAGE({xl_range(row, halves[0], row, halves[-1])})"
        yield name, f"IF({balanced}={yes},{mean},{xl_rowcol_to_cell(row, pooled)})", shown


def _each(row: int, columns: Sequence[int], claim: str) -> list[str]:
    return [f"{xl_rowcol_to_cell(row, column)}{claim}" for column in columns]
