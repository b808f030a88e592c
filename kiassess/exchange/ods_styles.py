"""How cells, columns, rows and paper look in an OpenDocument spreadsheet.

A style is made once and shared. Looks are given in the words of XlsxWriter, see ``look_of``.
"""

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from kiassess.exchange.workbook_cells import MARGINS_IN, Role, look_of
from kiassess.exchange.workbook_pages import Paper

INCH_PX = 96
DIGIT_PX, GAP_PX = 7, 5  # a column of n characters is 7 n + 5 pixels wide in Excel
A4_CM = (21.0, 29.7)
CELL_FAMILY = '"table-cell" style:parent-style-name="Default"'
_SIDES = {"top": "top", "vcenter": "middle"}
_ALIGNED = {"left": "start", "center": "center"}


@dataclass(frozen=True, slots=True)
class Style:
    """One style, as XML.

    Attributes:
        family: What it is for, in quotes, and other attributes behind it.
        inner: What it says.
        number: A number format that goes with it, by the name ``N`` and that of the style.
    """

    family: str
    inner: str
    number: str = ""


class Styles:
    """The styles of one file, as they come to be needed."""

    def __init__(self) -> None:
        self._names: dict[Hashable, str] = {}
        self._xml: list[str] = []
        self._common: list[str] = []
        self._pages: list[str] = []
        self._masters: list[str] = []

    @property
    def automatic(self) -> str:
        """The styles cells, columns, rows and sheets point to."""
        return "".join(self._xml)

    @property
    def common(self) -> str:
        """The styles other styles point to."""
        return "".join(self._common)

    @property
    def page_layouts(self) -> str:
        """The kinds of paper."""
        return "".join(self._pages)

    @property
    def masters(self) -> str:
        """What stands at the foot of each sheet of paper."""
        return "".join(self._masters)

    def of_cell(self, role: Role, number: str, *, quoted: bool = False) -> str:
        """The name of the style of a cell."""
        return self.named(
            "ce", (role, number, quoted), lambda name: _cell(name, role, number, quoted=quoted)
        )

    def of_column(self, inches: float) -> str:
        """The name of the style of a column."""
        return self.named("co", inches, lambda _name: _column(inches))

    def of_row(self, points: float) -> str:
        """The name of the style of a row."""
        return self.named("ro", points, lambda _name: _row(points))

    def of_sheet(
        self,
        paper: Paper,
        footer: str,
        page_words: str,
        *,
        margins_in: Mapping[str, float] = MARGINS_IN,
    ) -> str:
        """The name of the style of a sheet, printed on paper of its own."""
        number = len(self._masters) + 1
        self._pages.append(_layout(f"pm{number}", paper, margins_in))
        self._masters.append(_master(f"mp{number}", f"pm{number}", footer, page_words))
        return self.named("ta", number, lambda _name: _sheet(f"mp{number}"))

    def of_hidden_sheet(self) -> str:
        """The name of the style of a sheet nobody sees."""
        return self.named("ta", "hidden", lambda _name: _hidden_sheet())

    def named(self, kind: str, key: Hashable, make: Callable[[str], Style]) -> str:
        """The name of a style, which is made when it is asked for first.

        Args:
            kind: How the name begins.
            key: What tells the style from others of its kind.
            make: Makes it, given its name.
        """
        if (kind, key) not in self._names:
            name = f"{kind}{len(self._names) + 1}"
            self._names[kind, key] = name
            style = make(name)
            self._xml.append(f"{style.number}{_written(name, style)}")
        return self._names[kind, key]

    def add_common(self, style: Style) -> str:
        """The name of a style other styles may point to."""
        name = f"common{len(self._common) + 1}"
        self._common.append(_written(name, style))
        return name


def _written(name: str, style: Style) -> str:
    data = f' style:data-style-name="N{name}"' if style.number else ""
    head = f"style:name={quoteattr(name)} style:family={style.family}{data}"
    return f"<style:style {head}>{style.inner}</style:style>"


def _cell(name: str, role: Role, number: str, *, quoted: bool) -> Style:
    look = look_of(role, number, quoted=quoted)
    cell = [f'style:vertical-align="{_SIDES[look["valign"]]}"'] if "valign" in look else []
    if look.get("text_wrap"):
        cell.append('fo:wrap-option="wrap"')
    if "bg_color" in look:
        cell.append(f'fo:background-color="{look["bg_color"]}"')
    if "bottom" in look:
        cell.append(f'fo:border-bottom="0.75pt solid {look["bottom_color"]}"')
    align = look.get("align")
    if align:
        cell.append('style:text-align-source="fix"')
    paragraph = [f'fo:text-align="{_ALIGNED[align]}"'] if align else []
    if "indent" in look:
        paragraph.append(f'fo:margin-left="{0.3 * look["indent"]:.1f}cm"')
    text = [f'style:font-name="{look["font_name"]}"', f'fo:font-size="{look["font_size"]}pt"']
    if look.get("bold"):
        text.append('fo:font-weight="bold"')
    if "font_color" in look:
        text.append(f'fo:color="{look["font_color"]}"')
    inner = f"<style:table-cell-properties {' '.join(cell)}/>" if cell else ""
    inner += f"<style:paragraph-properties {' '.join(paragraph)}/>" if paragraph else ""
    inner += f"<style:text-properties {' '.join(text)}/>"
    return Style(CELL_FAMILY, inner, number_format(f"N{name}", number, quoted=quoted))


def _column(inches: float) -> Style:
    width = f'style:column-width="{inches:.3f}in" fo:break-before="auto"'
    return Style('"table-column"', f"<style:table-column-properties {width}/>")


def _row(points: float) -> Style:
    height = f'style:row-height="{points:g}pt" style:use-optimal-row-height="false"'
    return Style('"table-row"', f"<style:table-row-properties {height}/>")


def _sheet(master: str) -> Style:
    shown = 'table:display="true" style:writing-mode="lr-tb"'
    family = f'"table" style:master-page-name="{master}"'
    return Style(family, f"<style:table-properties {shown}/>")


def _hidden_sheet() -> Style:
    return Style('"table"', '<style:table-properties table:display="false"/>')


def inches_of(characters: float) -> float:
    """How wide Excel makes a column of some characters."""
    return (characters * DIGIT_PX + GAP_PX) / INCH_PX


def number_format(name: str, code: str, *, quoted: bool) -> str:
    """A number format; ``""`` where the usual one does.

    Args:
        name: Its name.
        code: As Excel has it.
        quoted: Whether what is typed stays text.
    """
    head = f'style:name="{name}"'
    if quoted:  # as text, so that it stays text when somebody edits the cell
        return f"<number:text-style {head}><number:text-content/></number:text-style>"
    if code.startswith("dd"):
        time = (
            "<number:text> </number:text>"
            '<number:hours number:style="long"/><number:text>:</number:text>'
            '<number:minutes number:style="long"/>'
        )
        dot = "<number:text>.</number:text>"
        parts = ('<number:day number:style="long"/>', '<number:month number:style="long"/>')
        day = dot.join((*parts, '<number:year number:style="long"/>'))
        return f"<number:date-style {head}>{day}{time if 'hh' in code else ''}</number:date-style>"
    grouped = ' number:grouping="true"' if code.startswith("[") else ""
    if not grouped and not re.fullmatch(r"0(\.0+)?( %)?", code):
        return ""
    digits = 0 if grouped else code.count("0") - 1
    number = f'number:decimal-places="{digits}" number:min-integer-digits="1"{grouped}'
    if code.endswith("%"):
        inner = f"<number:number {number}/><number:text> %</number:text>"
        return f"<number:percentage-style {head}>{inner}</number:percentage-style>"
    return f"<number:number-style {head}><number:number {number}/></number:number-style>"


def _layout(name: str, paper: Paper, margins_in: Mapping[str, float]) -> str:
    width, height = reversed(A4_CM) if paper.landscape else A4_CM
    margins = " ".join(f'fo:margin-{side}="{inches}in"' for side, inches in margins_in.items())
    side = "landscape" if paper.landscape else "portrait"
    scale = f'style:scale-to-X="{paper.wide}"'
    if paper.tall:
        scale += f' style:scale-to-Y="{paper.tall}"'
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties'
        f' fo:page-width="{width}cm" fo:page-height="{height}cm"'
        f' style:print-orientation="{side}" {margins} {scale}'
        ' style:first-page-number="continue"/>'
        "<style:header-style/><style:footer-style><style:header-footer-properties"
        ' fo:min-height="0.75cm" fo:margin-top="0.25cm" fo:margin-left="0cm"'
        ' fo:margin-right="0cm"/></style:footer-style>'
        "</style:page-layout>"
    )


def _master(name: str, layout: str, footer: str, page_words: str) -> str:
    words = escape(page_words).replace("&amp;P", "<text:page-number>1</text:page-number>")
    words = words.replace("&amp;N", "<text:page-count>1</text:page-count>")
    return (
        f'<style:master-page style:name="{name}" style:page-layout-name="{layout}">'
        '<style:header style:display="false"/><style:footer>'
        f"<style:region-left><text:p>{escape(footer)}</text:p></style:region-left>"
        f"<style:region-right><text:p>{words}</text:p></style:region-right>"
        "</style:footer></style:master-page>"
    )
