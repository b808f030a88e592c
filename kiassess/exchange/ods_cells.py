"""What stands in the cells of an OpenDocument spreadsheet: values, texts and formulas, as XML."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from xml.sax.saxutils import escape, quoteattr

from kiassess.exchange.workbook_cells import Cell

_GAPS = re.compile(r" {2,}|^ | $")  # XML would make one space of them, or none
_PART = re.compile(
    r'"(?:[^"]|"")*"'  # a text
    r"|('(?:[^']|'')*'!)?(\$?[A-Z]{1,3}\$?\d+)(:\$?[A-Z]{1,3}\$?\d+)?(?![\w(])"
    r"|,"
)


def open_formula(formula: str) -> str:
    """A formula of Excel as OpenDocument has it: ``=SUM(A1:B2)`` as ``of:=SUM([.A1:.B2])``.

    Names of sheets stand in single quotes. It holds no array.
    """
    return f"of:{open_expression(formula)}"


def open_expression(expression: str) -> str:
    """A part of a formula, such as ``'Listen'!$A$1:$A$5``; see ``open_formula``."""

    def part(found: re.Match[str]) -> str:
        sheet, first, last = found[1], found[2], found[3]
        if first is None:
            return ";" if found[0] == "," else found[0]
        start = f"${sheet[:-1]}.{first}" if sheet else f".{first}"
        return f"[{start}:.{last[1:]}]" if last else f"[{start}]"

    return _PART.sub(part, expression)


def typed(value: Cell, number: str = "") -> tuple[str, str]:
    """What kind of value a cell holds, and what a reader of the bare file sees.

    Args:
        value: The value; not ``None``.
        number: Its number format, as Excel has it.
    """
    match value:
        case datetime():
            moment = value.replace(tzinfo=None).isoformat()
            return (
                f'office:value-type="date" office:date-value="{moment}"',
                f"<text:p>{moment}</text:p>",
            )
        case date():
            day = value.isoformat()
            return f'office:value-type="date" office:date-value="{day}"', f"<text:p>{day}</text:p>"
        case int() | float():
            kind = "percentage" if number.endswith("%") else "float"
            number_xml = f"<text:p>{value!r}</text:p>"
            return f'office:value-type="{kind}" office:value="{value!r}"', number_xml
        case _:
            return 'office:value-type="string"', paragraphs([(value or "", "")])


def calculated(formula: str, shown: Cell, number: str = "") -> tuple[str, str]:
    """The same for a formula with its result.

    Args:
        formula: As Excel has it.
        shown: Its result; ``None`` for an empty text.
        number: Its number format, as Excel has it.
    """
    kind, inner = typed("" if shown is None else shown, number)
    if shown is None or isinstance(shown, str):
        # LibreOffice shows 0 until it calculates anew if the text stands only in a paragraph.
        kind += f" office:string-value={quoteattr(shown or '')}"
    return f"table:formula={quoteattr(open_formula(formula))} {kind}", inner


def paragraphs(parts: Iterable[tuple[str, str]]) -> str:
    """A text in paragraphs, one for each line.

    Args:
        parts: What follows each other in it, and the name of the style each part has of its own;
            ``""`` for that of the cell.
    """
    lines = [""]
    for text, style in parts:
        for number, line in enumerate(text.split("\n")):
            if number:
                lines.append("")
            inner = _line(line)
            if inner and style:
                inner = f'<text:span text:style-name="{style}">{inner}</text:span>'
            lines[-1] += inner
    return "".join(f"<text:p>{line}</text:p>" for line in lines)


def _line(text: str) -> str:
    """A line in which every space counts.

    A tab becomes a space: LibreOffice leaves ``text:tab`` out of a cell and glues words together.
    """
    spaced = escape(text.replace("\t", " "))
    return _GAPS.sub(lambda found: f'<text:s text:c="{len(found[0])}"/>', spaced)
