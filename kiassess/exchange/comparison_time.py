"""Sheets of a comparison of several rounds: how each municipality moved, and the group as such."""

from collections.abc import Sequence

from kiassess.domain.compared_round import Body, body_of
from kiassess.domain.comparison import Comparison
from kiassess.domain.group_gaps import YearOfGates, gates_over_time
from kiassess.domain.kinds import TOP_LEVEL
from kiassess.exchange.compared_results import ComparedResults
from kiassess.exchange.comparison_charts import YEARS, Series, add_bars
from kiassess.exchange.comparison_lists import TOP, write_list
from kiassess.exchange.workbook_cells import Cell, Role
from kiassess.exchange.xlsx_pages import XlsxBook, XlsxPage

NAME_WIDTH, DAY_WIDTH, PART_WIDTH, NUMBER_WIDTH = 36, 12, 16, 12
LINES = ("#0B5CAD", "#B4501E", "#2E7D4F", "#7A4FA3", "#8A6D1D", "#A33A5A", "#3F4A56")
DASHES = ("solid", "dash", "round_dot", "long_dash", "dash_dot", "square_dot", "long_dash_dot")
CHART_PX = (842, 360)
PLUS = "[>=0.05]+0.0;[<=-0.05]-0.0;0.0"  # what rounds to nothing has no sign


def rounds_by_body(comparison: Comparison) -> tuple[tuple[int, ...], ...]:
    """The places of the rounds of each municipality with several, the oldest first.

    Quick checks have no values and are left out.
    """
    found: dict[Body, list[int]] = {}
    for at, one in enumerate(comparison.chosen):
        if not one.quick:
            found.setdefault(body_of(one.municipality), []).append(at)
    chosen = comparison.chosen
    return tuple(
        tuple(sorted(places, key=lambda at: (chosen[at].round_date, chosen[at].id)))
        for places in found.values()
        if len(places) > 1
    )


def told_years(results: ComparedResults) -> tuple[YearOfGates, ...]:
    """The years of which something is told, if there are several; else none."""
    years = gates_over_time(results.comparison, anonymous=results.anonymous)
    told = tuple(year for year in years if year.met is not None)
    return told if len(told) > 1 else ()


def write_trend(book: XlsxBook, results: ComparedResults) -> XlsxPage:
    """One row a round: its values, and how they changed since the round before."""
    texts, comparison = results.texts, results.comparison
    shown = [block.short or block.name for block in comparison.questionnaire.blocks]
    change = texts("compare_time.change")
    titles = [texts("compare.municipality"), texts("compare_time.round")]
    for name in shown:
        titles += [name, texts("compare.part_column", block=name, what=change)]
    widths = (NAME_WIDTH, DAY_WIDTH, *[PART_WIDTH] * (len(titles) - 2))
    page = book.page(texts("compare_time.sheet_trend"), widths)
    page.write_row(0, titles, Role.HEADING)
    page.freeze(1, 2)
    page.repeat(0, 2)
    towns, row = rounds_by_body(comparison), 0
    plus = book.looks(Role.CELL, PLUS)
    value_looks = book.looks(Role.CELL, "0.0")
    for places in towns:
        before: int | None = None
        for at in places:
            row += 1
            page.write((row, 0), comparison.chosen[at].municipality.short_name)
            page.write((row, 1), comparison.chosen[at].round_date)
            for column, part in enumerate(comparison.blocks):
                value = part.values[at]
                known = None if before is None else part.values[before]
                if value is not None:
                    page.sheet.write_number(row, 2 + 2 * column, value, value_looks)
                if value is not None and known is not None:
                    page.sheet.write_number(row, 3 + 2 * column, value - known, plus)
            before = at
    page.sheet.autofilter(0, 0, row, len(titles) - 1)
    if len(towns) == 1:
        _add_lines(page, results, towns[0], shown)
    return page


def write_years(book: XlsxBook, results: ComparedResults) -> XlsxPage:
    """The share of municipalities that meet each minimum requirement, year by year."""
    texts, years = results.texts, told_years(results)
    gates = [item for item in results.comparison.items if item.gate]
    titles = [texts("compare.gate"), *(str(year.year) for year in years)]
    page = book.page(texts("compare_time.sheet_years"), (60, *[NUMBER_WIDTH] * len(years)))
    shares = [[_share(year, gate.id) for year in years] for gate in gates]
    rows: list[tuple[Cell, ...]] = [
        (gate.title, *found) for gate, found in zip(gates, shares, strict=True)
    ]
    rows.append((texts("compare.n_heading"), *(year.n for year in years)))
    write_list(page, titles, rows, results=results, name="years")
    page.write_wide(1, texts("compare_time.years_note"))
    for at, found in enumerate(shares, start=TOP + 1):
        for column, share in enumerate(found, start=1):
            page.write((at, column), share, number="0 %")
    last = years[-len(YEARS) :]
    series = [
        Series(
            str(year.year),
            [_share(year, gate.id) for gate in gates],
            1 + years.index(year),
            YEARS[len(YEARS) - len(last) + n],
        )
        for n, year in enumerate(last)
    ]
    title = texts("compare_time.years_chart")
    add_bars(page, title, [gate.title for gate in gates], series, top=TOP, share=True)
    return page


def _share(year: YearOfGates, gate_id: str) -> float:
    return (year.met or {})[gate_id] / year.n


def _add_lines(
    page: XlsxPage, results: ComparedResults, places: Sequence[int], shown: Sequence[str]
) -> None:
    """One line a building block over the rounds of the one municipality."""
    comparison, texts = results.comparison, results.texts
    chart = page.book.raw.add_chart({"type": "line"})
    assert chart is not None  # only for a kind that does not exist
    last = len(places)
    days = [texts.day(comparison.chosen[at].round_date) for at in places]
    said = []
    for column, (part, name) in enumerate(zip(comparison.blocks, shown, strict=True)):
        values = [part.values[at] for at in places]
        chart.add_series({
            "name": name,
            "categories": [page.name, 1, 1, last, 1],
            "values": [page.name, 1, 2 + 2 * column, last, 2 + 2 * column],
            "values_data": values,
            "line": {"color": LINES[column % 7], "dash_type": DASHES[column % 7], "width": 2},
            "marker": {"type": "circle", "size": 5, "fill": {"color": LINES[column % 7]}},
        })  # fmt: skip
        said.append(f"{name} {' – '.join(map(texts.number, values))}")
    title = texts("compare_time.trend_chart")
    chart.set_title({"name": title, "name_font": {"size": 12}, "overlay": False})
    chart.set_legend({"position": "bottom"})
    chart.set_x_axis({"text_axis": True, "num_format": "dd.mm.yyyy"})
    chart.set_y_axis({"min": 0, "max": TOP_LEVEL, "major_unit": 1})
    chart.set_size({"width": CHART_PX[0], "height": CHART_PX[1]})
    description = f"{title}. {', '.join(days)}. {'; '.join(said)}."
    page.sheet.insert_chart(last + 3, 0, chart, {"description": description})
