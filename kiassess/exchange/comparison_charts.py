"""Charts of a comparison that Excel draws itself, from the cells of the sheet they stand on."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiassess.exchange.xlsx_pages import XlsxPage

SHADES = ("#0B5CAD", "#B4501E", "#E0A458", "#C3CCD6")  # told apart in grey, too
YEARS = ("#C3CCD6", "#8FB4DA", "#4A86C5", "#0B5CAD", "#06325F")  # the later, the darker
CHART_PX = (842, 300)
ROW_PX = 34  # for one bar with its name
LEAST_PX = 240


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers that belong together.

    Attributes:
        name: As the legend says it.
        values: From the first row below the headings on.
        column: Where they stand.
        shade: Their colour.
    """

    name: str
    values: Sequence[float]
    column: int
    shade: str


def add_bars(
    page: XlsxPage,
    title: str,
    names: Sequence[str],
    series: Sequence[Series],
    *,
    top: int,
    first: int | None = None,
    stacked: bool = False,
    share: bool = False,
) -> None:
    """Draw bars below a table.

    Args:
        page: The sheet.
        title: Of the chart.
        names: Of the rows, in the first column.
        series: One at least.
        top: Row of the headings.
        first: Row where the names begin; else below the headings.
        stacked: Whether the bars of a row stand behind each other.
        share: Whether the numbers are shares of 1.
    """
    kind = {"type": "bar", "subtype": "stacked"} if stacked else {"type": "bar"}
    chart = page.book.raw.add_chart(kind)
    assert chart is not None  # only for a kind that does not exist
    begin = top + 1 if first is None else first
    last = begin + len(names) - 1
    for one in series:
        chart.add_series({
            "name": one.name,
            "categories": [page.name, begin, 0, last, 0],
            "categories_data": list(names),
            "values": [page.name, begin, one.column, last, one.column],
            "values_data": list(one.values),
            "fill": {"color": one.shade},
            "border": {"color": "#FFFFFF", "width": 0.5},
            "gap": 60,
        })  # fmt: skip
    chart.set_title({"name": title, "name_font": {"size": 12}, "overlay": False})
    chart.set_legend({"position": "bottom"})
    chart.set_y_axis({"reverse": True})
    axis: dict[str, object] = {"min": 0, "label_position": "high"}
    if share:
        axis |= {"max": 1, "num_format": "0 %"}
    chart.set_x_axis(axis)
    bars = 1 if stacked else len(series)
    height = max(LEAST_PX, 120 + len(names) * (ROW_PX + 10 * (bars - 1)))
    chart.set_size({"width": CHART_PX[0], "height": height})
    said = "; ".join(
        f"{one.name}: {', '.join(_said(value, share=share) for value in one.values)}"
        for one in series
    )
    description = f"{title}. {', '.join(names)}. {said}."
    page.sheet.insert_chart(last + 3, 0, chart, {"description": description})


def _said(value: float, *, share: bool) -> str:
    return f"{value:.0%}" if share else f"{value:g}"
