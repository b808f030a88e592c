"""Sheets of a fill-in workbook, in whichever format: what is written where, how high rows are."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from textwrap import wrap

from kiassess.exchange.cells import address
from kiassess.exchange.fill_in_looks import LOOKS, SIZE, Role

Place = tuple[int, int]  # row and column, from 1 on
Area = tuple[Place, Place]  # its first cell and its last one
Part = tuple[str, bool]  # some text, and whether it is bold

_LINE_PT = 12.8
# Letters in a line to a width of one: most are narrower than the digit that is the measure. A
# little too few, so that nothing is cut off; long words leave more of a narrow line empty.
_NARROW_LINE, _WIDE_LINE, _WIDE = 1.0, 1.18, 40.0
HIGHEST_ROW_PT = 409.0  # Excel has no higher ones


@dataclass(frozen=True, slots=True)
class Margins:
    """How far from the edges of the paper is printed, in inches."""

    side: float
    top: float = 0.45
    bottom: float = 0.6
    footer: float = 0.3


PORTRAIT_MARGINS, LANDSCAPE_MARGINS = Margins(0.6), Margins(0.3)


class Sheet(ABC):
    """One sheet under construction; rows and columns count from 1.

    Attributes:
        name: What is written on its tab.
        widths: Of its columns, in characters.
    """

    def __init__(self, name: str, widths: Sequence[float]) -> None:
        self.name, self.widths = name, tuple(widths)

    @abstractmethod
    def write(self, place: Place, value: str | int | None, role: Role) -> None:
        """Write a value; text can become neither formula nor link."""

    @abstractmethod
    def write_parts(self, place: Place, parts: Sequence[Part], role: Role) -> None:
        """Write a text whose parts are bold or not."""

    @abstractmethod
    def write_formula(self, place: Place, formula: str, shown: str, role: Role) -> None:
        """Write a formula of ours; nothing that a person typed may stand in it.

        Args:
            place: Where.
            formula: As Excel has it, without the sign in front.
            shown: Its result, for programs that do not calculate.
            role: How it looks.
        """

    @abstractmethod
    def set_height(self, row: int, height_pt: float) -> None:
        """Make a row as high as this."""

    @abstractmethod
    def hide_row(self, row: int) -> None:
        """Hide a row that is only read by the program."""

    @abstractmethod
    def hide_column(self, column: int) -> None:
        """Hide a column that is only read by the program."""

    @abstractmethod
    def hide(self, *, deeply: bool = False) -> None:
        """Hide the sheet; ``deeply`` so that the program does not offer to show it, if it can."""

    @abstractmethod
    def offer(self, source: str, cells: Iterable[Place]) -> None:
        """Offer a list of words in some cells; something else may be typed all the same.

        Args:
            source: The range the words stand in, as Excel has it.
            cells: Where.
        """

    @abstractmethod
    def colour(self, area: Area, formula: str, *, fill: str, ink: str) -> None:
        """Colour those of some cells for which a formula holds, written for the first one."""

    @abstractmethod
    def filter(self, area: Area) -> None:
        """Let the rows of a range be filtered by its first row."""

    @abstractmethod
    def show_from(self, place: Place, zoom_percent: int) -> None:
        """Keep what stands above and left of a cell in view."""

    @abstractmethod
    def protect(self) -> None:
        """Lock everything but what is to be filled in; without a password, it is no secret."""

    @abstractmethod
    def prepare_paper(
        self, footer: str, page_words: str, *, landscape: bool, titles: int | None = None
    ) -> None:
        """Lay the sheet out on A4, one sheet of paper wide.

        Args:
            footer: Text at the left of the footer, as a user may have typed it.
            page_words: Text at its right, with ``&P`` and ``&N`` for the page numbers.
            landscape: Whether the paper lies on its side.
            titles: The row that stands on every page.
        """

    @abstractmethod
    def _span(self, row: int, columns: tuple[int, int]) -> None:
        """Make one cell of several, the first and the last of which are given."""

    def fit_row(self, row: int, texts: Sequence[tuple[int, str]], *, least_pt: float = 0) -> None:
        """Make a row as high as its longest text needs; LibreOffice believes what stands there.

        Args:
            row: The row.
            texts: What stands in it, by column.
            least_pt: Room for what is filled in.
        """
        lines = max((_lines(text, self.widths[column - 1]) for column, text in texts), default=1)
        self.set_height(row, min(max(lines * _LINE_PT + 4, least_pt), HIGHEST_ROW_PT))

    def merge(self, row: int, columns: tuple[int, int], text: str, role: Role) -> None:
        """Write a text over several columns, in a row as high as it needs."""
        first, last = columns
        self.write((row, first), text, role)
        self._span(row, columns)
        larger = LOOKS[role].size / SIZE
        lines = _lines(text, sum(self.widths[first - 1 : last]) / larger)
        self.set_height(row, min(lines * _LINE_PT * larger + 4, HIGHEST_ROW_PT))


class Book(ABC):
    """A workbook under construction; which sheets it has cannot be changed by mistake."""

    @abstractmethod
    def add_sheet(self, name: str, widths: Sequence[float]) -> Sheet:
        """Add a sheet behind the others.

        Args:
            name: What is written on its tab.
            widths: Of its columns, in characters.
        """

    @abstractmethod
    def describe(self, title: str, creator: str) -> None:
        """Say what the file is, for whoever looks at its properties."""

    @abstractmethod
    def to_bytes(self, at: datetime) -> bytes:
        """The file; same content and time, same bytes.

        Args:
            at: What the file says of its age, in UTC.
        """


def place_name(place: Place) -> str:
    """What a cell is called, ``F5`` for row 5 and column 6."""
    row, column = place
    return address(row - 1, column - 1)


def area_name(area: Area) -> str:
    """What a range is called, ``F5:F9``."""
    first, last = area
    return f"{place_name(first)}:{place_name(last)}"


def _lines(text: str, width: float) -> int:
    """About how many lines a text takes."""
    letters = max(int(width * (_WIDE_LINE if width >= _WIDE else _NARROW_LINE)), 1)
    return sum(max(len(wrap(part, letters)), 1) for part in text.split("\n"))
