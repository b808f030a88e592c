"""Native charts of the workbook: bars with their bands, and a radar, both fed from cells."""

from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_rowcol_to_cell

from kiassess.charts.words import describe
from kiassess.domain.kinds import TOP_LEVEL
from kiassess.domain.profile import Profile
from kiassess.exchange.workbook_cells import Role
from kiassess.exchange.xlsx_pages import XlsxPage
from kiassess.wording.summary import profile_title
from kiassess.wording.texts import Texts

# Columns of the table the helpers look at, and columns of the helpers, hidden beside it.
VALUE, LOW, HIGH, TARGET = 1, 2, 3, 6
HELPERS = 10
NAMES, VALUES, TARGETS, BELOW, ABOVE = range(HELPERS, HELPERS + 5)
WIDTH_PX, HEIGHT_PX, GAP_PX = 452, 360, 10
MOVE_ONLY = 2  # a chart keeps its size when cells change theirs
NO_NUMBER = "#N/A"  # a chart leaves a gap here; an empty cell would be drawn as 0
_ACCENT, _TARGET, _LINE, _TEXT = "#0B5CAD", "#8A5A00", "#C3CCD6", "#1A2027"


def add_charts(
    page: XlsxPage, row: int, blocks: Mapping[int, str], profile: Profile, texts: Texts
) -> "Ranges":
    """Put bars and radar below the tables.

    Args:
        page: The sheet with the tables.
        row: Where the charts begin, from 0 on.
        blocks: Short names of the building blocks by their rows in the table above.
        profile: For what viewers show that do not calculate, and for the alternative texts.
        texts: The language.

    Returns:
        The cells the charts are fed from, for more of them.
    """
    _write_helpers(page, blocks, profile)
    ranges = Ranges(page.name, blocks, profile)
    add_bars(page, row, ranges, profile, texts)
    title = texts("workbook.chart_radar")
    radar = _chart(page, {"type": "radar", "subtype": "with_markers"}, title)
    _add_radar(radar, ranges, texts)
    _insert(page, row, radar, describe("radar", profile, texts), x_px=WIDTH_PX + GAP_PX)
    return ranges


def add_bars(
    page: XlsxPage,
    row: int,
    ranges: "Ranges",
    profile: Profile,
    texts: Texts,
    *,
    size_px: tuple[int, int] = (WIDTH_PX, HEIGHT_PX),
) -> None:
    """Put bars on a sheet, fed from cells of the profile.

    Args:
        page: The sheet.
        row: Where they begin, from 0 on.
        ranges: The cells; see ``add_charts``.
        profile: For title and alternative text.
        texts: The language.
        size_px: Width and height.
    """
    bars = _chart(page, {"type": "bar"}, profile_title(profile, texts), size_px)
    _add_bars(bars, ranges, texts)
    _insert(page, row, bars, describe("bars", profile, texts))


class Ranges:
    """The helper cells as a chart names them, with the values a viewer shows at once."""

    def __init__(self, sheet: str, blocks: Mapping[int, str], profile: Profile) -> None:
        self._sheet, self._rows = sheet, (min(blocks), min(blocks) + len(blocks) - 1)
        self.names = list(blocks.values())
        self.values = [block.score.value for block in profile.blocks]
        self.targets = [block.scored.target for block in profile.blocks]
        self.below = [_distance(b.score.low, b.score.value) for b in profile.blocks]
        self.above = [_distance(b.score.value, b.score.high) for b in profile.blocks]

    def of(self, column: int) -> list[str | int]:
        """The cells of a column, as XlsxWriter names them."""
        first, last = self._rows
        return [self._sheet, first, column, last, column]

    def formula(self, column: int) -> str:
        """The same as a formula."""
        first, last = self._rows
        quoted = self._sheet.replace("'", "''")
        start = xl_rowcol_to_cell(first, column, row_abs=True, col_abs=True)
        end = xl_rowcol_to_cell(last, column, row_abs=True, col_abs=True)
        return f"='{quoted}'!{start}:{end}"


def _distance(low: float | None, high: float | None) -> float:
    return 0.0 if low is None or high is None else high - low


def _write_helpers(page: XlsxPage, blocks: Mapping[int, str], profile: Profile) -> None:
    """Cells that follow the table, without its gaps and with “no number” where it is empty."""
    looks = page.book.looks(Role.HELPER)
    page.sheet.set_column(NAMES, ABOVE, None, looks, {"hidden": True})
    for at, (source, block) in enumerate(zip(blocks, profile.blocks, strict=True)):
        row = min(blocks) + at
        value, low, high, target = (
            xl_rowcol_to_cell(source, column) for column in (VALUE, LOW, HIGH, TARGET)
        )
        score = block.score
        cells: tuple[tuple[int, str, str | float], ...] = (
            (VALUES, _or_no_number(value), _shown(score.value)),
            (TARGETS, _or_no_number(target), _shown(block.scored.target)),
            (BELOW, f"=IF(ISNUMBER({value}),{value}-{low},0)", _distance(score.low, score.value)),
            (ABOVE, f"=IF(ISNUMBER({value}),{high}-{value},0)", _distance(score.value, score.high)),
        )
        page.write((row, NAMES), blocks[source], Role.HELPER)
        for column, formula, shown in cells:
            page.sheet.write_formula(row, column, formula, looks, shown)


def _or_no_number(cell: str) -> str:
    return f"=IF(ISNUMBER({cell}),{cell},NA())"


def _shown(value: float | None) -> str | float:
    return NO_NUMBER if value is None else value


def _add_bars(chart: Chart, ranges: Ranges, texts: Texts) -> None:
    """Filled bars for values with their bands, outlined bars for targets: told apart in grey."""
    chart.add_series(
        {
            **_series(ranges, VALUES, ranges.values, texts("workbook.value")),
            "fill": {"color": _ACCENT},
            "gap": 60,
            "y_error_bars": {
                "type": "custom",
                "plus_values": ranges.formula(ABOVE),
                "plus_data": ranges.above,
                "minus_values": ranges.formula(BELOW),
                "minus_data": ranges.below,
                "end_style": 0,  # a band of no width leaves no mark
                "line": {"color": _TEXT, "width": 2},
            },
        }
    )
    chart.add_series(
        {
            **_series(ranges, TARGETS, ranges.targets, texts("workbook.target")),
            "fill": {"none": True},
            "border": {"color": _TARGET, "width": 1.5},
        }
    )
    chart.set_y_axis({"reverse": True})  # the first block on top
    chart.set_x_axis(_scale() | {"label_position": "high"})


def _add_radar(chart: Chart, ranges: Ranges, texts: Texts) -> None:
    """A line for the values, a dashed one for the targets; nothing is filled."""
    lines = (
        (VALUES, ranges.values, "value", {"color": _ACCENT, "width": 2.25}, "circle"),
        (
            TARGETS,
            ranges.targets,
            "target",
            {"color": _TARGET, "width": 1.5, "dash_type": "dash"},
            "diamond",
        ),
    )
    for column, known, name, line, marker in lines:
        chart.add_series(
            {
                **_series(ranges, column, known, texts(f"workbook.{name}")),
                "line": line,
                "marker": {
                    "type": marker,
                    "size": 7,
                    "fill": {"color": line["color"]},
                    "border": {"color": line["color"]},
                },
            }
        )
    chart.set_y_axis(_scale())


def _series(
    ranges: Ranges, column: int, known: Sequence[float | None], name: str
) -> dict[str, Any]:
    return {
        "name": name,
        "categories": ranges.of(NAMES),
        "categories_data": ranges.names,
        "values": ranges.of(column),
        "values_data": list(known),
    }


def _scale() -> dict[str, Any]:
    return {
        "min": 0,
        "max": TOP_LEVEL,
        "major_unit": 1,
        "num_format": "0",
        "major_gridlines": {"visible": True, "line": {"color": _LINE}},
    }


def _chart(
    page: XlsxPage,
    kind: dict[str, str],
    title: str,
    size_px: tuple[int, int] = (WIDTH_PX, HEIGHT_PX),
) -> Chart:
    chart = page.book.raw.add_chart(kind)
    assert chart is not None  # only for a kind that does not exist
    chart.set_title({"name": title, "name_font": {"size": 12, "bold": True}, "overlay": False})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": size_px[0], "height": size_px[1]})
    chart.show_hidden_data()  # the helpers are hidden
    chart.show_na_as_empty_cell()  # else newer versions of Excel draw a line across the gap
    return chart


def _insert(page: XlsxPage, row: int, chart: Chart, words: str, *, x_px: int = 0) -> None:
    options = {"x_offset": x_px, "object_position": MOVE_ONLY, "description": words}
    page.sheet.insert_chart(row, 0, chart, options)
