"""How cells and paper of a fill-in workbook look as an OpenDocument spreadsheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from kiassess.exchange.fill_in_looks import FONT, LINE, LOOKS, TEXT_FORMAT, Role
from kiassess.exchange.fill_in_pages import LANDSCAPE_MARGINS, PORTRAIT_MARGINS
from kiassess.exchange.ods_styles import (
    CELL_FAMILY,
    DIGIT_PX,
    INCH_PX,
    Style,
    Styles,
    number_format,
)
from kiassess.exchange.workbook_pages import Paper


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour cells have if a formula holds.

    Attributes:
        formula: Written for the base.
        base: Name of a cell, with its sheet.
        fill: Colour behind the text.
        ink: Colour of the text.
    """

    formula: str
    base: str
    fill: str
    ink: str


class FillInStyles(Styles):
    """The styles of one workbook."""

    def __init__(self) -> None:
        super().__init__()
        self._coloured: dict[tuple[str, str], str] = {}

    def of_role(self, role: Role, *, quoted: bool, colours: Sequence[Colour]) -> str:
        """The name of the style of a cell.

        Args:
            role: What the cell is for.
            quoted: Whether it holds a text that looks like a formula.
            colours: Those it has if their formulas hold.
        """
        key = role, quoted, tuple(colours)
        return self.named("ce", key, lambda name: self._cell(name, role, quoted, colours))

    def of_part(self, *, bold: bool) -> str:
        """The name of the style of a part of a text."""
        weight = "bold" if bold else "normal"
        inner = f'<style:text-properties fo:font-weight="{weight}"/>'
        return self.named("T", bold, lambda _name: Style('"text"', inner))

    def of_width(self, characters: float) -> str:
        """The name of the style of a column; as wide as openpyxl makes it for Excel."""
        return self.of_column(characters * DIGIT_PX / INCH_PX)

    def of_printed_sheet(self, footer: str, page_words: str, *, landscape: bool) -> str:
        """The name of the style of a sheet that is printed on A4, one sheet of paper wide."""
        room = LANDSCAPE_MARGINS if landscape else PORTRAIT_MARGINS
        # The footer stands within what is printed, and has its height from there.
        margins = {"left": room.side, "right": room.side, "top": room.top, "bottom": room.footer}
        return self.of_sheet(Paper(landscape), footer, page_words, margins_in=margins)

    def _cell(self, name: str, role: Role, quoted: bool, colours: Sequence[Colour]) -> Style:
        look = LOOKS[role]
        cell = [
            f'style:vertical-align="{"top" if look.top else "middle"}"',
            'fo:wrap-option="wrap"',
            f'style:cell-protect="{"none" if look.open else "protected"}"',
        ]
        if look.fill:
            cell.append(f'fo:background-color="#{look.fill}"')
        if look.lined:
            cell.append(f'fo:border="0.75pt solid #{LINE}"')
        centred = ""
        if look.centred:
            cell.append('style:text-align-source="fix"')
            centred = '<style:paragraph-properties fo:text-align="center"/>'
        text = f'style:font-name="{FONT}" fo:font-size="{look.size}pt" fo:color="#{look.colour}"'
        if look.bold:
            text += ' fo:font-weight="bold"'
        maps = "".join(map(self._map, colours))
        as_text = quoted or look.number_format == TEXT_FORMAT
        return Style(
            CELL_FAMILY,
            f"<style:table-cell-properties {' '.join(cell)}/>{centred}"
            f"<style:text-properties {text}/>{maps}",
            number_format(f"N{name}", look.number_format, quoted=as_text),
        )

    def _map(self, colour: Colour) -> str:
        key = colour.fill, colour.ink
        if key not in self._coloured:
            fill = f'<style:table-cell-properties fo:background-color="#{colour.fill}"/>'
            ink = f'<style:text-properties fo:color="#{colour.ink}" fo:font-weight="bold"/>'
            self._coloured[key] = self.add_common(Style(CELL_FAMILY, fill + ink))
        condition = quoteattr(f"is-true-formula({colour.formula})")
        return (
            f"<style:map style:condition={condition} style:base-cell-address="
            f'{quoteattr(colour.base)} style:apply-style-name="{self._coloured[key]}"/>'
        )
