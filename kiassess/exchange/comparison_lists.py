"""Sheets of a comparison that count: items, minimum requirements, measures that would help."""

from collections.abc import Sequence

from kiassess.domain.group_gaps import (
    GateCount,
    at_the_top,
    gate_counts,
    item_counts,
    measure_counts,
)
from kiassess.domain.kinds import LEVELS
from kiassess.domain.profile import GateStatus
from kiassess.exchange.compared_results import ComparedResults
from kiassess.exchange.comparison_charts import SHADES, Series, add_bars
from kiassess.exchange.workbook_cells import Cell, Role
from kiassess.exchange.xlsx_pages import XlsxBook, XlsxPage

NUMBER_WIDTH = 12
TOP = 3  # row of the headings
MOST_NAMED = 5  # of those who show how it is done


def write_items(book: XlsxBook, results: ComparedResults) -> XlsxPage:
    """How many are at which level of each item, those that most lack marked, and who is at 4."""
    texts, comparison = results.texts, results.comparison
    titles = [texts(f"compare.{key}") for key in ("item", "area")]
    titles += [texts("compare.level", level=level) for level in LEVELS]
    titles += [texts(f"compare.{key}") for key in ("unknown", "not_applicable")]
    below = "compare_anonymous.below" if results.anonymous else "compare.below"
    titles += [texts(below), texts("compare.most")]
    widths = [60, 28, *[NUMBER_WIDTH] * (len(titles) - 2)]
    if not results.anonymous:  # who is at the top of what tells a lot of a number
        titles.append(texts("compare_time.at_the_top"))
        widths.append(60)
    page = book.page(texts("compare.sheet_items"), widths)
    area_of = comparison.questionnaire.area_of
    rows: list[tuple[Cell, ...]] = []
    for count in item_counts(comparison, anonymous=results.anonymous):
        said = texts("compare.yes") if count.lacked_by_most else ""
        tops = () if results.anonymous else (_tops(results, count.item.id),)
        others = (count.unknown, count.not_applicable, count.below, said)
        area = area_of(count.item.id).name
        rows.append((count.item.title, area, *count.levels, *others, *tops))
    return write_list(page, titles, rows, results=results, name="items")


def write_gates(book: XlsxBook, results: ComparedResults) -> XlsxPage:
    """How each minimum requirement stands in the group, as a table and as bars."""
    texts = results.texts
    statuses = [texts(f"gate.{status}") for status in GateStatus]
    titles = [texts("compare.gate"), *statuses, texts("compare.most")]
    page = book.page(texts("compare.sheet_gates"), (60, *[16] * (len(titles) - 1)))
    counts = gate_counts(results.comparison)
    rows = [_gate_cells(count, texts("compare.yes")) for count in counts]
    write_list(page, titles, rows, results=results, name="gates")
    if counts:
        names = [count.item.title for count in counts]
        series = [
            Series(title, [count.counts[status] for count in counts], column, shade)
            for column, (status, title, shade) in enumerate(
                zip(GateStatus, statuses, SHADES, strict=True), start=1
            )
        ]
        title = texts("compare_time.gates_chart")
        add_bars(page, title, names, series, top=TOP, stacked=True)
    return page


def write_measures(book: XlsxBook, results: ComparedResults) -> XlsxPage:
    """Which measures would help how many, those that help most first."""
    texts = results.texts
    keys = ("measure", "helped", "helped_share", "effort", "helps_most")
    page = book.page(texts("compare_time.sheet_measures"), (70, 14, 14, 26, 16))
    rows: list[tuple[Cell, ...]] = [
        (
            count.measure.title,
            count.helped,
            count.helped / count.n,
            texts(f"effort.{count.measure.effort}"),
            texts("compare.yes") if count.helps_most else "",
        )
        for count in measure_counts(results.comparison, results.measures)
    ]
    titles = [texts(f"compare_time.{key}") for key in keys]
    write_list(page, titles, rows, results=results, name="measures")
    for at, row in enumerate(rows, start=TOP + 1):
        page.write((at, 2), row[2], number="0 %")
    return page


def write_list(
    page: XlsxPage,
    titles: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    *,
    results: ComparedResults,
    name: str,
) -> XlsxPage:
    """Write a table below a title; without rows, why there are none."""
    page.write((0, 0), page.name, Role.TITLE)
    if not rows:
        page.write_wide(1, results.texts("compare.small_group"))
    page.add_table(TOP, titles, rows, name=f"kiassess_{name}")
    page.freeze(TOP + 1, 1)
    page.repeat(TOP)
    return page


def _gate_cells(count: GateCount, yes: str) -> tuple[Cell, ...]:
    numbers = [count.counts[status] for status in GateStatus]
    return (count.item.title, *numbers, yes if count.lacked_by_most else "")


def _tops(results: ComparedResults, item_id: str) -> str:
    """Who is at level 4; of many, some."""
    comparison, texts = results.comparison, results.texts
    found = at_the_top(comparison, item_id)
    names = ", ".join(one.municipality.short_name for one in found[:MOST_NAMED])
    rest = len(found) - MOST_NAMED
    return names if rest <= 0 else texts("compare_time.and_more", names=names, n=rest)
