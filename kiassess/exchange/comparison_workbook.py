"""A comparison as a workbook: overview, heatmap, all values, items, gates, notes on the method.

In an anonymous one a number stands for each municipality, and nothing else of it but its values.
"""

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import Any

from kiassess.domain.comparison import Comparison
from kiassess.domain.group_statistics import GroupStatistics, group_statistics
from kiassess.domain.kinds import TOP_LEVEL
from kiassess.exchange.compared_results import ComparedResults
from kiassess.exchange.comparison_lists import write_gates, write_items, write_measures
from kiassess.exchange.comparison_time import rounds_by_body, told_years, write_trend, write_years
from kiassess.exchange.workbook_cells import Cell, Role, cell_text
from kiassess.exchange.workbook_pages import Paper
from kiassess.exchange.xlsx_pages import XlsxBook, XlsxPage
from kiassess.wording.comparing import note_sentences

Writer = Callable[[XlsxBook, ComparedResults], XlsxPage]

LANDSCAPE = Paper(landscape=True)
DOUBLE = Paper(landscape=True, wide=2)  # with the names repeated, like the next
WIDE = Paper(landscape=True, wide=3)
LOW, MIDDLE, HIGH = "#F5D9B8", "#FFFFFF", "#A9CBEA"  # told apart in grey, too
NAME_WIDTH, FACT_WIDTHS, NUMBER_WIDTH = 36, (40, 28, 16), 15
CHART_PX = (842, 300)
PART_COLUMNS = ("value", "low", "high", "coverage")
NUMBERS = {"coverage": "0 %"}
ANONYMOUS_NOTES = ("alike", "groups", "once")


def comparison_workbook(results: ComparedResults) -> bytes:
    """The workbook. Same arguments, same bytes.

    Numbers are real ones that are only formatted; what is not known is an empty cell, never 0.
    """
    stream, texts = BytesIO(), results.texts
    book = XlsxBook(stream)
    book.describe(
        title=texts("compare.title"),
        comments=texts("summary.disclaimer"),
        author=f"kiassess {results.version}",
        created=results.now,
    )
    page_words = texts("workbook.page", page="&P", pages="&N")
    for write, paper in _writers(results):
        write(book, results).prepare_paper(paper, texts("compare.title"), page_words)
    book.close()
    return stream.getvalue()


def _writers(results: ComparedResults) -> Iterable[tuple[Writer, Paper]]:
    """The sheets there are something for; the rounds of single numbers are all values already."""
    yield _overview, LANDSCAPE
    yield _heatmap, DOUBLE
    yield _all_values, WIDE
    yield write_items, LANDSCAPE
    yield write_gates, LANDSCAPE
    if results.measures:
        yield write_measures, LANDSCAPE
    if not results.anonymous and rounds_by_body(results.comparison):
        yield write_trend, DOUBLE
    if told_years(results):
        yield write_years, LANDSCAPE
    yield _method, LANDSCAPE


def _overview(book: XlsxBook, results: ComparedResults) -> XlsxPage:
    """What has to be known, and the statistics of all and of each size class."""
    texts, comparison = results.texts, results.comparison
    page = book.page(texts("compare.sheet_overview"), (40, 30, *[NUMBER_WIDTH] * 4))
    page.write((0, 0), texts("compare.title"), Role.TITLE)
    page.write((1, 0), texts("compare.count", n=len(comparison.chosen)), Role.FACT)
    sentences = note_sentences(comparison, texts)
    for row, sentence in enumerate(sentences, start=2):
        page.write_wide(row, sentence)
    headings = ("block", "group", "n_heading", "median", "lower", "upper")
    blocks = {block.id: block.name for block in comparison.questionnaire.blocks}
    rows: list[tuple[Cell, ...]] = []
    statistics = group_statistics(comparison)
    for found in statistics:
        group = f"size.{found.size_class}" if found.size_class else "compare.all"
        told = found.statistics
        low, high = (None, None) if told is None or told.quartiles is None else told.quartiles
        numbers = (None, None) if told is None else (told.n, told.median)
        rows.append((blocks[found.block_id], texts(group), *numbers, low, high))
    top = len(sentences) + 3
    titles = [texts(f"compare.{key}") for key in headings]
    page.add_table(top, titles, rows, name="kiassess_statistics")
    end = top + len(rows) + 2
    page.write_wide(end - 1, texts("compare.suppressed_cells"))
    _add_chart(page, results, statistics, end + 1)
    return page


def _add_chart(
    page: XlsxPage, results: ComparedResults, statistics: Sequence[GroupStatistics], row: int
) -> None:
    """Medians of all as bars, from a small list beside the statistics; none if all are quiet."""
    texts, comparison = results.texts, results.comparison
    medians = [
        (block.name, found.statistics.median)
        for block, found in zip(
            comparison.questionnaire.blocks,
            (one for one in statistics if one.size_class is None),
            strict=True,
        )
        if found.statistics is not None
    ]
    if not medians:
        return
    chart = page.book.raw.add_chart({"type": "bar"})
    assert chart is not None  # only for a kind that does not exist
    first = row + 17  # below the chart
    for at, (name, median) in enumerate(medians):
        page.write((first + at, 0), name, Role.HELPER)
        page.write((first + at, 1), median, Role.HELPER)
    last = first + len(medians) - 1
    title = texts("compare.chart_title")
    chart.add_series({
        "name": texts("compare.median"),
        "categories": [page.name, first, 0, last, 0],
        "categories_data": [name for name, _ in medians],
        "values": [page.name, first, 1, last, 1],
        "values_data": [median for _, median in medians],
        "fill": {"color": "#0B5CAD"},
    })  # fmt: skip
    chart.set_title({"name": title, "name_font": {"size": 12}, "overlay": False})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"min": 0, "max": TOP_LEVEL, "major_unit": 1, "label_position": "high"})
    chart.set_size({"width": CHART_PX[0], "height": CHART_PX[1]})
    said = ", ".join(f"{name} {texts.number(median)}" for name, median in medians)
    page.sheet.insert_chart(row, 0, chart, {"description": f"{title}: {said}."})


def _heatmap(book: XlsxBook, results: ComparedResults) -> XlsxPage:
    """One row an assessment, one column a block and area; the higher, the bluer."""
    texts, comparison = results.texts, results.comparison
    titles, facts = _facts(results)
    parts = (*comparison.blocks, *comparison.areas)
    named = _part_names(comparison)
    names = [named[part.id] for part in parts]
    page = _wide_page(book, results, "sheet_heatmap", [*titles, *names, texts("compare.marked")])
    first, looks = len(titles), book.looks(Role.CELL, "0.0")
    plain = book.looks(Role.CELL)
    sheet, short = page.sheet, {part.id: named[part.id] for part in comparison.blocks}
    for at, row_facts in enumerate(facts):
        row = at + 1
        _write_facts(page, row, row_facts)
        for column, part in enumerate(parts, start=first):
            value, told = part.values[at], part.tendencies[at]
            if value is not None:
                sheet.write_number(row, column, value, looks)
            elif told is not None:
                sheet.write_string(row, column, texts(f"tendency.{told}"), plain)
        marked = [short[part.id] for part in comparison.blocks if part.limited[at]]
        if marked:
            sheet.write_string(row, first + len(parts), cell_text(", ".join(marked)), plain)
    scale = {
        "type": "3_color_scale",
        "min_type": "num", "mid_type": "num", "max_type": "num",
        "min_value": 0, "mid_value": TOP_LEVEL / 2, "max_value": TOP_LEVEL,
        "min_color": LOW, "mid_color": MIDDLE, "max_color": HIGH,
    }  # fmt: skip
    sheet.conditional_format(1, first, len(facts), first + len(parts) - 1, scale)
    return page


def _all_values(book: XlsxBook, results: ComparedResults) -> XlsxPage:
    """One row an assessment: value, band and coverage of every block; not of quick checks."""
    texts, comparison = results.texts, results.comparison
    titles, facts = _facts(results)
    named = _part_names(comparison)
    columns = [
        texts("compare.part_column", block=named[part.id], what=texts(f"compare.{what}"))
        for part in comparison.blocks
        for what in PART_COLUMNS
    ]
    page = _wide_page(book, results, "sheet_all", [*titles, *columns])
    looks = [book.looks(Role.CELL, NUMBERS.get(what, "0.00")) for what in PART_COLUMNS]
    write = page.sheet.write_number
    for at, row_facts in enumerate(facts):
        _write_facts(page, at + 1, row_facts)
        if comparison.chosen[at].quick:
            continue
        column = len(titles)
        for part in comparison.blocks:
            score = part.scores.score(at)
            numbers = (score.value, score.low, score.high, score.coverage)
            for look, number in zip(looks, numbers, strict=True):
                if number is not None:
                    write(at + 1, column, number, look)
                column += 1
    return page


def _method(book: XlsxBook, results: ComparedResults) -> XlsxPage:
    """How the figures come about, and what they do not say."""
    texts = results.texts
    page = book.page(texts("compare.sheet_method"), (110,))
    page.write((0, 0), texts("compare.sheet_method"), Role.TITLE)
    sentences = [texts(f"compare.method_{n}") for n in range(1, 8)]
    if results.measures:
        sentences.append(texts("compare_time.method_measures"))
    if rounds_by_body(results.comparison):
        sentences.append(texts("compare_time.method_time"))
    if results.anonymous:
        sentences.append(texts("compare.method_anonymous"))
        sentences += [texts(f"compare_anonymous.method_{key}") for key in ANONYMOUS_NOTES]
    for row, sentence in enumerate([*sentences, texts("summary.disclaimer")], start=2):
        page.write_wide(row, sentence)
    return page


def _facts(results: ComparedResults) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Headings and what is said of each assessment beside its values."""
    texts, chosen = results.texts, results.comparison.chosen
    if results.anonymous:
        return [texts("compare.key_alias")], [(name,) for name in results.names]
    titles = [texts(f"compare.{key}") for key in ("municipality", "kind", "size", "extent")]
    return titles, [
        (
            name,
            texts(f"type.{one.municipality.type}"),
            texts(f"size.{one.size_class}") if one.size_class else None,
            texts(f"extent.{one.extent}"),
        )
        for name, one in zip(results.names, chosen, strict=True)
    ]


def _write_facts(page: XlsxPage, row: int, facts: Sequence[Any]) -> None:
    for column, fact in enumerate(facts):
        page.write((row, column), fact)


def _part_names(comparison: Comparison) -> dict[str, str]:
    asked = comparison.questionnaire
    blocks = {block.id: block.short or block.name for block in asked.blocks}
    return blocks | {area.id: area.name for area in asked.areas}


def _wide_page(
    book: XlsxBook, results: ComparedResults, sheet: str, titles: Sequence[str]
) -> XlsxPage:
    """A sheet with headings, filters and many columns."""
    known = (NAME_WIDTH,) if results.anonymous else (NAME_WIDTH, *FACT_WIDTHS)
    widths = [*known, *[NUMBER_WIDTH] * (len(titles) - len(known))]
    page = book.page(results.texts(f"compare.{sheet}"), widths)
    page.write_row(0, titles, Role.HEADING)
    page.sheet.autofilter(0, 0, len(results.names), len(titles) - 1)
    page.freeze(1, 1)
    page.repeat(0, 1)
    return page


__all__ = ["ComparedResults", "comparison_workbook"]
