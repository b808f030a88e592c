"""How cells, columns, rows and paper look in an OpenDocument spreadsheet.

A style is made once and shared. Looks are given in the words of XlsxWriter, see ``look_of``.
"""

import re
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from kiassess.exchange.workbook_cells import MARGINS_IN, Role, look_of
from kiassess.exchange.workbook_pages import Paper

INCH_PX = 96
DIGIT_PX, GAP_PX = 7, 5  # a column of n characters is 7 n + 5 pixels wide in Excel
A4_CM = (21.0, 29.7)
_SIDES = {"top": "top", "vcenter": "middle"}
_ALIGNED = {"left": "start", "center": "center"}


class Styles:
    """The styles of one file, as they come to be needed."""

    def __init__(self) -> None:
        self._names: dict[object, str] = {}
        self._xml: list[str] = []
        self._pages: list[str] = []
        self._masters: list[str] = []

    @property
    def automatic(self) -> str:
        """The styles cells, columns, rows and sheets point to."""
        return "".join(self._xml)

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
        return self._named(("ce", role, number, quoted), lambda: _cell(role, number, quoted=quoted))

    def of_column(self, characters: int) -> str:
        """The name of the style of a column."""
        inches = (characters * DIGIT_PX + GAP_PX) / INCH_PX
        return self._named(("co", characters), lambda: _column(inches))

    def of_row(self, points: float) -> str:
        """The name of the style of a row."""
        return self._named(("ro", points), lambda: _row(points))

    def of_sheet(self, paper: Paper, footer: str, page_words: str) -> str:
        """The name of the style of a sheet, printed on paper of its own."""
        number = len(self._masters) + 1
        self._pages.append(_layout(f"pm{number}", paper))
        self._masters.append(_master(f"mp{number}", f"pm{number}", footer, page_words))
        return self._named(("ta", number), lambda: _sheet(f"mp{number}"))

    def _named(self, key: tuple[Any, ...], make: Any) -> str:
        if key not in self._names:
            name = f"{key[0]}{len(self._names) + 1}"
            self._names[key] = name
            family, inner = make()
            before = ""
            if key[0] == "ce" and (number := _number(f"N{name}", key[2], quoted=key[3])):
                before, family = number, f'{family} style:data-style-name="N{name}"'
            style = f"<style:style style:name={quoteattr(name)} style:family={family}>"
            self._xml.append(f"{before}{style}{inner}</style:style>")
        return self._names[key]


def _cell(role: Role, number: str, *, quoted: bool) -> tuple[str, str]:
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
    return '"table-cell" style:parent-style-name="Default"', inner


def _column(inches: float) -> tuple[str, str]:
    width = f'style:column-width="{inches:.3f}in" fo:break-before="auto"'
    return '"table-column"', f"<style:table-column-properties {width}/>"


def _row(points: float) -> tuple[str, str]:
    height = f'style:row-height="{points:g}pt" style:use-optimal-row-height="false"'
    return '"table-row"', f"<style:table-row-properties {height}/>"


def _sheet(master: str) -> tuple[str, str]:
    shown = 'table:display="true" style:writing-mode="lr-tb"'
    family = f'"table" style:master-page-name="{master}"'
    return family, f"<style:table-properties {shown}/>"


def _number(name: str, code: str, *, quoted: bool) -> str:
    """A number format; ``""`` where the usual one does."""
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


def _layout(name: str, paper: Paper) -> str:
    width, height = reversed(A4_CM) if paper.landscape else A4_CM
    margins = " ".join(f'fo:margin-{side}="{inches}in"' for side, inches in MARGINS_IN.items())
    side = "landscape" if paper.landscape else "portrait"
    scale = f'style:scale-to-X="{paper.wide}"'
    if paper.tall:
        scale += f' style:scale-to-Y="{paper.tall}"'
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties'
        f' fo:page-width="{width}cm" fo:page-height="{height}cm"'
        f' style:print-orientation="{side}" {margins} {scale}/>'
        "<style:header-style/><style:footer-style><style:header-footer-properties"
        ' fo:min-height="0.75cm" fo:margin-top="0.25cm"/></style:footer-style>'
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
