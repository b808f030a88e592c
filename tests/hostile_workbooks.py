"""Files that people send instead of a workbook: wrong, hostile, broken, and merely odd ones.

Every one is made here when it is needed. ``CORPUS`` names for each what becomes of it: the class of
the refusal, or ``None`` where it has to be read.
"""

import re
import struct
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import xlsxwriter

from kiassess.domain import errors as e

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ONE_CELL = '<row r="1"><c r="A1"><v>3</v></c></row>'


# --- bricks ------------------------------------------------------------------------------------


def zipped(parts, method=ZIP_DEFLATED):
    target = BytesIO()
    with ZipFile(target, "w", method) as archive:
        for name, content in parts.items() if isinstance(parts, dict) else parts:
            archive.writestr(name, content)
    return target.getvalue()


def xlsx_parts(
    rows=ONE_CELL, *, shared="", sheets=("Fragen",), main=MAIN, office=OFFICE, kind=SHEET_TYPE,
    styles="", properties="", more_sheet="", head='<?xml version="1.0" encoding="UTF-8"?>',
):  # fmt: skip
    """The parts of a small workbook; each sheet has the same rows."""
    numbers = range(1, len(sheets) + 1)
    names = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>'
        for n, name in zip(numbers, sheets, strict=True)
    )
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{office}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    parts = {
        "[Content_Types].xml": f'{head}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/x"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="{PACKAGE}/relationships"><Relationship '
        f'Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{head}<workbook xmlns="{main}" xmlns:r="{office}">{properties}'
        f"<sheets>{names}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{head}<Relationships xmlns="{PACKAGE}/relationships">'
        f'{relations}<Relationship Id="s" Type="{office}/sharedStrings" '
        f'Target="sharedStrings.xml"/><Relationship Id="t" Type="{office}/styles" '
        'Target="styles.xml"/></Relationships>',
    }
    for n in numbers:
        parts[f"xl/worksheets/sheet{n}.xml"] = (
            f'{head}<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>{more_sheet}</worksheet>'
        )
    if shared:
        parts["xl/sharedStrings.xml"] = f'{head}<sst xmlns="{main}">{shared}</sst>'
    if styles:
        parts["xl/styles.xml"] = f'{head}<styleSheet xmlns="{main}">{styles}</styleSheet>'
    return parts


def xlsx(rows=ONE_CELL, **how):
    return zipped(xlsx_parts(rows, **how))


def changed(**parts):
    """A small workbook with some parts replaced or added; ``None`` takes one away."""
    named = xlsx_parts() | {name.replace("__", "/"): text for name, text in parts.items()}
    return zipped({name: text for name, text in named.items() if text is not None})


def with_part(name, content):
    return zipped(xlsx_parts() | {name: content})


def ods(tables, *, mimetype=ODS_TYPE, head="", styles="", manifest_more=""):
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in [
            ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"),
        ]
    )  # fmt: skip
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mimetype}"/>'
        f"{manifest_more}</manifest:manifest>"
    )
    return zipped({
        "mimetype": mimetype,
        "META-INF/manifest.xml": manifest,
        "content.xml": f"{head}<office:document-content {spaces}><office:automatic-styles>{styles}"
        "</office:automatic-styles><office:body><office:spreadsheet>"
        f"{tables}</office:spreadsheet></office:body></office:document-content>",
    })  # fmt: skip


def ods_table(rows, name="Fragen", more=""):
    return f'<table:table table:name="{name}" {more}>{rows}</table:table>'


ODS_CELL = (
    '<table:table-cell office:value-type="float" office:value="3"><text:p>3</text:p>'
    "</table:table-cell>"
)
ODS_ROW = f"<table:table-row>{ODS_CELL}</table:table-row>"


def ole(*streams):
    """A compound file whose directory names these streams."""
    header = OLE + b"\0" * 504
    entries = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0") + b"\0" * 64 for name in ("Root Entry", *streams)
    )
    return header + entries.ljust(4096, b"\0")


def written(fill):
    """A workbook as a program for offices writes it."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    fill(book)
    book.close()
    return target.getvalue()


def _usual(book):
    sheet = book.add_worksheet("Fragen")
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    for row in range(70):
        sheet.write(row, 0, f"data.item{row}")
        sheet.write(row, 1, row % 5)
        sheet.write(row, 2, "Notiz mit ä, ß und 😀")
    sheet.write_datetime(70, 1, date(2026, 4, 3), day)
    book.add_worksheet("Kennung").very_hidden()


USUAL = written(_usual)


# --- zip files that are more than they seem ----------------------------------------------------


def bomb(size, name="xl/worksheets/sheet1.xml"):
    """A part that unpacks to ``size`` bytes."""
    return with_part(name, b" " * size)


def bombs(count, size):
    return zipped(xlsx_parts() | {f"xl/media/image{n}.bin": bytes(size) for n in range(count)})


def lying_bomb():
    """The part says it is small."""
    data = bytearray(bomb(120_000_000))
    true = struct.pack("<L", 120_000_000)
    return bytes(data.replace(true, struct.pack("<L", 1_000)))


def nested_bomb():
    inner = zipped({"a.txt": bytes(10_000_000)})
    for level in range(5):
        inner = zipped({f"{level}-{n}.zip": inner for n in range(10)})
    return with_part("xl/embeddings/all.zip", inner)


def overlapping():
    """Many names for the same bytes."""
    data = zipped({"a.bin": bytes(90_000_000)})
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[start:end]
    entries = b"".join(entry.replace(b"a.bin", f"{n:05d}".encode()) for n in range(500))
    tail = b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 500, 500, len(entries), start, 0)
    return data[:start] + entries + tail


def duplicate():
    """The part that is looked at, and another of the same name that is read."""
    import warnings

    parts = xlsx_parts()
    other = parts["xl/worksheets/sheet1.xml"].replace("<v>3<", "<v>4<")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return zipped([*parts.items(), ("xl/worksheets/sheet1.xml", other)])


def wrong_checksum():
    data = zipped(xlsx_parts(), ZIP_STORED)
    return data.replace(b"<v>3</v>", b"<v>4</v>")


def encrypted_parts():
    """The bit that says so is set in every header."""
    data = bytearray(xlsx())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(mark), bytes(data)):
            data[found.start() + at] |= 1
    return bytes(data)


def million_entries():
    entry = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", *[0] * 9, 1, *[0] * 6) + b"a"
    entries = entry * 500_000
    tail = b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 0xFFFF, 0xFFFF, len(entries), 4, 0)
    return b"PK\x03\x04" + entries + tail


def quine():
    """A zip that holds itself, as far as anybody can tell without unpacking for ever."""
    inner = xlsx()
    for _ in range(30):
        inner = with_part("xl/embeddings/Book1.xlsx", inner)
    return inner


# --- XML that is more than it seems --------------------------------------------------------------

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
EXTERNAL = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY x SYSTEM "{}">]>'


def sheet_with(head, value="3"):
    body = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>{value}</v></c>'
    return f"{head}{body}</row></sheetData></worksheet>"


def laughing():
    return with_part("xl/worksheets/sheet1.xml", sheet_with(LAUGHS, "&j;"))


def laughing_in(encoding):
    text = sheet_with(LAUGHS.replace("?>", f' encoding="{encoding}"?>', 1), "&j;")
    return with_part("xl/worksheets/sheet1.xml", text.encode(encoding))


def external(address, part="xl/worksheets/sheet1.xml"):
    return with_part(part, sheet_with(EXTERNAL.format(address), "&x;"))


def as_utf16(bom=True):
    text = sheet_with('<?xml version="1.0" encoding="UTF-16"?>', "drei")
    return with_part("xl/worksheets/sheet1.xml", text.encode("utf-16" if bom else "utf-16-le"))


def deep(count):
    return xlsx(ONE_CELL + "<a>" * count + "</a>" * count)


# --- cells ---------------------------------------------------------------------------------------


def cells(row, count, value="<v>1</v>", kind=""):
    inner = "".join(f"<c{kind}>{value}</c>" for _ in range(count))
    return f'<row r="{row}">{inner}</row>'


def repeated_ods(rows, columns, cell=ODS_CELL):
    many = cell.replace(
        "<table:table-cell", f'<table:table-cell table:number-columns-repeated="{columns}"'
    )
    return ods(
        ods_table(f'<table:table-row table:number-rows-repeated="{rows}">{many}</table:table-row>')
    )


def echo(length, count):
    """One long text that many cells share."""
    rows = "".join(cells(row, 60, "<v>0</v>", ' t="s"') for row in range(1, count // 60 + 1))
    return xlsx(rows, shared=f"<si><t>{'x' * length}</t></si>")


def _hidden(book):
    _usual(book)
    book.add_worksheet("Weg").hide()


def _renamed(book):
    book.add_worksheet("Tabelle1")
    book.add_worksheet("Antworten (alt) – nicht löschen").write(4, 3, "Stufe 3")


def monsters():
    """Whole sheets merged, each with the next one."""
    merged = "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(1, 20_000))
    return xlsx(
        more_sheet=f'<mergeCells>{merged}</mergeCells><cols><col min="1" max="16384"/></cols>'
    )


def _formulas(book):
    sheet = book.add_worksheet("Fragen")
    sheet.write_formula(0, 0, "=1+2", None, 3)
    sheet.write_formula(1, 0, "=NA()", None, "#N/A")
    sheet.write_formula(2, 0, '=HYPERLINK("http://example.org")', None, "klick")
    sheet.write_url(3, 0, "http://example.org")
    sheet.write_formula(4, 0, "='[http://example.org/a.xlsx]B'!A1", None, 4)


def _pictures(book):
    _usual(book)
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Fragen!$B$1:$B$9"})
    book.worksheets()[0].insert_chart("E2", chart)
    book.worksheets()[0].write_comment("A1", "ein Kommentar")
    line = book.add_chart({"type": "line"})
    line.add_series({"values": "=Fragen!$B$1:$B$9"})
    book.add_chartsheet("Bild").set_chart(line)


def _large(book):
    sheet = book.add_worksheet("Export")
    for row in range(7_000):
        sheet.write_row(row, 0, [f"Zeile {row} Spalte {column}" for column in range(12)])


def chart_only():
    parts = xlsx_parts()
    name = "xl/_rels/workbook.xml.rels"
    parts[name] = parts[name].replace("/worksheet", "/chartsheet", 1)
    return zipped(parts)


def prefixed():
    """Every element has a prefix, as some programs write it."""
    parts = xlsx_parts()
    for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml"):
        text = re.sub(r"<(/?)([a-zA-Z])", r"<\1x:\2", parts[name].replace("<?xml", "\0"))
        parts[name] = text.replace("\0", "<?xml").replace('xmlns="', 'xmlns:x="')
    return zipped(parts)


def capitals():
    parts = {name.upper(): text for name, text in xlsx_parts().items()}
    return zipped(parts)


def backslashes():
    return zipped({name.replace("/", "\\"): text for name, text in xlsx_parts().items()})


def elsewhere():
    """The workbook lies in another folder, and targets begin at the root."""
    parts = xlsx_parts()
    moved = {
        name.replace("xl/", "book/deep/"): text.replace("xl/workbook", "/book/deep/workbook")
.replace('"worksheets/', '"/book/deep/worksheets/')
        for name, text in parts.items()
    }  # fmt: skip
    return zipped(moved)


def document(kind, part):
    office = "application/vnd.openxmlformats-officedocument"
    types = f'<Override PartName="/{part}" ContentType="{office}.{kind}.main+xml"/>'
    return zipped({
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{types}</Types>',
        part: "<document/>",
    })  # fmt: skip


def macro_kind(what):
    return xlsx(kind=f"application/vnd.ms-excel.{what}.macroEnabled.main+xml")


PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">L4s2L5BL", 13, b"IHDR", 1, 1, 8, 0, 0, 0, 0, 0)
XML_SHEET = (
    b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
)
CSV = "Frage;Antwort\r\nÜberblick;3\r\n"


@dataclass(frozen=True)
class Sent:
    """A file, how it is called, and what becomes of it."""

    make: Callable[[], bytes]
    refused: type[e.KiassessError] | None
    name: str = "mappe.xlsx"


def sent(content, refused, name="mappe.xlsx"):
    return Sent(content if callable(content) else lambda: content, refused, name)


def truncated(percent):
    return lambda: USUAL[: len(USUAL) * percent // 100]


CORPUS: dict[str, Sent] = {
    # what it is instead
    "empty": sent(b"", e.EmptyFileError),
    "only zeros": sent(bytes(5_000), e.EmptyFileError),
    "only blanks": sent(b" \r\n\t ", e.EmptyFileError),
    "pdf": sent(b"%PDF-1.7\n%\xe2\xe3\n1 0 obj", e.PdfFileError, "bogen.pdf"),
    "pdf called xlsx": sent(b"%PDF-1.4\n1 0 obj\n", e.PdfFileError),
    "pdf behind a line": sent(b"\0\0\n%PDF-1.4\n", e.PdfFileError),
    "png": sent(PNG, e.PictureFileError),
    "jpeg": sent(b"\xff\xd8\xff\xe0\0\x10JFIF\0", e.PictureFileError),
    "photo of a phone": sent(b"\0\0\0\x18ftypheic\0\0\0\0", e.PictureFileError),
    "csv": sent(CSV.encode("cp1252"), e.TextFileError, "antworten.csv"),
    "csv called xlsx": sent(CSV.encode("utf-8-sig"), e.TextFileError),
    "csv in utf-16": sent(CSV.encode("utf-16"), e.TextFileError, "antworten.xls"),
    "json": sent(b'{"a": 1}', e.TextFileError),
    "html called xls": sent(b"<html><table><tr><td>3", e.WebPageFileError, "a.xls"),
    "html with a doctype": sent(b"\n<!DOCTYPE html>\n<html>", e.WebPageFileError, "a.xls"),
    "html with a comment": sent(b"\xef\xbb\xbf<!-- x --><meta a>", e.WebPageFileError, "a.xls"),
    "web archive": sent(b"MIME-Version: 1.0\nContent-Type: text/html", e.WebPageFileError),
    "xml of excel 2003": sent(XML_SHEET, e.OtherSheetFileError, "a.xml"),
    "xml of excel in utf-16": sent(XML_SHEET.decode().encode("utf-16"), e.OtherSheetFileError),
    "flat ods": sent(
        f'<?xml version="1.0"?><o:document o:mimetype="{ODS_TYPE}"/>'.encode(),
        e.OtherSheetFileError, "a.fods",
    ),
    "rtf": sent(b"{\\rtf1\\ansi hallo}", e.DocumentFileError, "a.doc"),
    "xls": sent(ole("Workbook"), e.OldExcelFileError, "a.xls"),
    "xls of excel 5": sent(ole("Book"), e.OldExcelFileError, "a.xls"),
    "xls of excel 3": sent(b"\x09\x02\x06\0\0\0\x10\0\0\0", e.OldExcelFileError, "a.xls"),
    "doc": sent(ole("WordDocument"), e.DocumentFileError, "a.doc"),
    "ole of something else": sent(ole("Gibberish"), e.UnknownFileError),
    "ole cut off": sent(OLE, e.UnknownFileError),
    "password": sent(ole("EncryptionInfo", "EncryptedPackage"), e.PasswordFileError),
    "password of a zip": sent(encrypted_parts, e.PasswordFileError),
    "password of an ods": sent(
        lambda: ods(ods_table(ODS_ROW), manifest_more="<manifest:encryption-data/>"),
        e.PasswordFileError, "a.ods",
    ),
    "xlsb": sent(lambda: macro_kind("sheet.binary"), e.OtherSheetFileError, "a.xlsb"),
    "xlsm": sent(lambda: macro_kind("sheet"), e.MacroFileError, "a.xlsm"),
    "xlsm called xlsx": sent(lambda: macro_kind("sheet"), e.MacroFileError),
    "xltm": sent(lambda: macro_kind("template"), e.MacroFileError, "a.xltm"),
    "macros hidden in xlsx": sent(lambda: with_part("xl/vbaProject.bin", OLE), e.MacroFileError),
    "docx": sent(
        lambda: document("wordprocessingml.document", "word/document.xml"), e.DocumentFileError
    ),
    "pptx": sent(
        lambda: document("presentationml.presentation", "ppt/presentation.xml"),
        e.DocumentFileError,
    ),
    "odt": sent(
        lambda: ods("", mimetype="application/vnd.oasis.opendocument.text"),
        e.DocumentFileError, "a.odt",
    ),
    "sxc": sent(lambda: ods("", mimetype="application/vnd.sun.xml.calc"), e.OtherSheetFileError),
    "numbers": sent(lambda: zipped({"Index/Document.iwa": b"x"}), e.OtherSheetFileError),
    "zip of workbooks": sent(
        lambda: zipped({"a.xlsx": USUAL, "b.xlsx": USUAL}), e.ArchiveFileError
    ),
    "zip without anything": sent(lambda: zipped({}), e.ArchiveFileError),
    "7z": sent(b"7z\xbc\xaf\x27\x1c\0\4", e.ArchiveFileError),
    "program": sent(b"MZ\x90\0\3\0\0\0", e.UnknownFileError),
    "database": sent(b"SQLite format 3\0\x10\0", e.UnknownFileError, "kiassess.db"),
    "noise": sent(bytes(range(256)) * 40, e.UnknownFileError),
    "lock file of excel": sent(
        b"\x05Meier" + b" " * 100 + bytes(59), e.LockFileError, "~$mappe.xlsx"
    ),
    "lock file of libreoffice": sent(
        b",meier,pc7,22.11.2026;", e.LockFileError, ".~lock.mappe.ods#"
    ),
    # broken
    **{
        f"cut off at {percent} %": sent(truncated(percent), e.DamagedFileError)
        for percent in range(10, 100, 10)
    },
    "cut off by a byte": sent(lambda: USUAL[:-1], e.DamagedFileError),
    "wrong checksum": sent(wrong_checksum, e.DamagedFileError),
    "damaged stream": sent(
        lambda: USUAL[:400] + bytes(200) + USUAL[600:], e.DamagedFileError
    ),
    "bzip2": sent(lambda: zipped(xlsx_parts(), ZIP_BZIP2), e.DamagedFileError),
    "lzma": sent(lambda: zipped(xlsx_parts(), ZIP_LZMA), e.DamagedFileError),
    "no workbook": sent(lambda: changed(**{"xl/workbook.xml": None}), e.DamagedFileError),
    "no sheet": sent(lambda: changed(**{"xl/worksheets/sheet1.xml": None}), e.DamagedFileError),
    "no relations": sent(
        lambda: changed(**{"xl/_rels/workbook.xml.rels": None}), e.DamagedFileError
    ),
    "no content types": sent(
        lambda: changed(**{"[Content_Types].xml": None}), e.DamagedFileError
    ),
    "sheet is no xml": sent(
        lambda: with_part("xl/worksheets/sheet1.xml", b"<worksheet><"), e.DamagedFileError
    ),
    "sheet is empty": sent(lambda: with_part("xl/worksheets/sheet1.xml", b""), e.DamagedFileError),
    "types are noise": sent(
        lambda: with_part("[Content_Types].xml", b"\xff\xfe"), e.DamagedFileError
    ),
    "unknown encoding": sent(
        lambda: with_part("xl/workbook.xml", b'<?xml version="1.0" encoding="klingon"?><a/>'),
        e.DamagedFileError,
    ),
    "shared text is missing": sent(
        lambda: xlsx('<row><c t="s"><v>7</v></c></row>', shared="<si><t>a</t></si>"),
        e.DamagedFileError,
    ),
    "no shared texts": sent(lambda: xlsx('<row><c t="s"><v>0</v></c></row>'), e.DamagedFileError),
    "shared text by a word": sent(
        lambda: xlsx('<row><c t="s"><v>x</v></c></row>', shared="<si/>"), e.DamagedFileError
    ),
    "negative row": sent(
        lambda: xlsx('<row r="-4"><c><v>1</v></c></row>'), e.DamagedFileError
    ),
    "row zero": sent(lambda: xlsx('<row r="0"><c><v>1</v></c></row>'), e.DamagedFileError),
    "no such cell": sent(lambda: xlsx('<row><c r="Ä1"><v>1</v></c></row>'), e.DamagedFileError),
    "cell outside of rows": sent(lambda: xlsx("<c><v>1</v></c>"), e.DamagedFileError),
    "ods without sheets": sent(lambda: ods(""), e.DamagedFileError, "a.ods"),
    "ods without content": sent(lambda: zipped({"mimetype": ODS_TYPE}), e.DamagedFileError),
    "ods with negative repeats": sent(lambda: repeated_ods(-1, 1), e.DamagedFileError, "a.ods"),
    # hostile
    "bomb": sent(lambda: bomb(101_000_000), e.TooLargeFileError),
    "bomb of many parts": sent(lambda: bombs(9, 18_000_000), e.TooLargeFileError),
    "bomb in another part": sent(lambda: bomb(120_000_000, "xl/media/a.png"), e.TooLargeFileError),
    "bomb that lies": sent(lying_bomb, e.DamagedFileError),
    "bomb in bombs": sent(nested_bomb, None),
    "overlapping parts": sent(overlapping, e.SuspiciousFileError),
    "zip in a zip in a zip": sent(quine, None),
    "too many parts": sent(
        lambda: zipped(xlsx_parts() | {f"a{n}": b"" for n in range(2_500)}), e.TooLargeFileError
    ),
    "half a million parts": sent(million_entries, e.TooLargeFileError),
    "too large a file": sent(
        lambda: zipped(xlsx_parts() | {"a": bytes(33_000_000)}, ZIP_STORED), e.TooLargeFileError
    ),
    "parts of one name": sent(duplicate, e.SuspiciousFileError),
    "parts but for capitals of one name": sent(
        lambda: with_part("XL/Workbook.xml", b"<a/>"), e.SuspiciousFileError
    ),
    "part leads outside": sent(lambda: with_part("../../evil.xml", b"x"), e.SuspiciousFileError),
    "part at the root": sent(lambda: with_part("/etc/passwd", b"x"), e.SuspiciousFileError),
    "part on a drive": sent(lambda: with_part("C:\\evil.xml", b"x"), e.SuspiciousFileError),
    "billion laughs": sent(laughing, e.SuspiciousFileError),
    "billion laughs in utf-16": sent(lambda: laughing_in("utf-16"), e.SuspiciousFileError),
    "billion laughs in utf-16 without bom": sent(
        lambda: laughing_in("utf-16-le"), e.SuspiciousFileError
    ),
    "billion laughs in utf-32": sent(lambda: laughing_in("utf-32"), e.SuspiciousFileError),
    "entity from the net": sent(
        lambda: external("http://192.0.2.1/x"), e.SuspiciousFileError
    ),
    "entity from a file": sent(lambda: external("file:///etc/passwd"), e.SuspiciousFileError),
    "entity where nobody looks": sent(
        lambda: external("http://192.0.2.1/x", "docProps/core.xml"), e.SuspiciousFileError
    ),
    "doctype in an ods": sent(
        lambda: ods(ods_table(ODS_ROW), head=LAUGHS), e.SuspiciousFileError, "a.ods"
    ),
    "nested deeply": sent(lambda: deep(200), e.SuspiciousFileError),
    "nested without end": sent(lambda: deep(1_000_000), e.SuspiciousFileError),
    "one text in all cells": sent(lambda: echo(30_000, 6_000), e.TooLargeFileError),
    "too many cells": sent(
        lambda: xlsx(
            "".join(cells(row, 60) for row in range(1, 5_000)), sheets=("a", "b")
        ),
        e.TooLargeFileError,
    ),
    "many attributes": sent(
        lambda: xlsx("<row " + " ".join(f'a{n}=""' for n in range(200_000)) + "/>"), None
    ),
    "a text of a megabyte": sent(
        lambda: xlsx(f'<row><c t="str"><v>{"x" * 1_000_000}</v></c></row>'), None
    ),
    "a number of a megabyte": sent(
        lambda: xlsx(f"<row><c><v>{'1' * 1_000_000}</v></c></row>"), None
    ),
    "external link": sent(
        lambda: with_part("xl/externalLinks/externalLink1.xml", b"<externalLink/>"), None
    ),
    # merely odd
    "usual": sent(lambda: USUAL, None),
    "usual without a suffix": sent(lambda: USUAL, None, "Rücklauf"),
    "usual, called xls": sent(lambda: USUAL, None, "mappe.xls"),
    "template": sent(lambda: xlsx(kind=SHEET_TYPE.replace("sheet.main", "template.main")), None),
    "strict": sent(lambda: xlsx(main=STRICT, office=STRICT_OFFICE), None),
    "utf-16": sent(as_utf16, None),
    "latin-1": sent(
        lambda: with_part(
            "xl/worksheets/sheet1.xml",
            sheet_with('<?xml version="1.0" encoding="iso-8859-1"?>', "ä").encode("latin-1"),
        ),
        None,
    ),
    "prefixes": sent(prefixed, None),
    "capitals": sent(capitals, None),
    "backslashes": sent(backslashes, None),
    "in another folder": sent(elsewhere, None),
    "stored": sent(lambda: zipped(xlsx_parts(), ZIP_STORED), None),
    "hidden sheets": sent(lambda: written(_hidden), None),
    "renamed sheets": sent(lambda: written(_renamed), None),
    "only a chart": sent(chart_only, None),
    "monsters of merged cells": sent(monsters, None),
    "formulas and links": sent(lambda: written(_formulas), None),
    "charts and comments": sent(lambda: written(_pictures), None),
    "a thousand sheets": sent(lambda: xlsx(sheets=[f"S{n}" for n in range(1_000)]), None),
    "a large list": sent(lambda: written(_large), None),
    "last cell of all": sent(
        lambda: xlsx(f'{ONE_CELL}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), None
    ),
    "sixteen thousand columns": sent(lambda: xlsx(cells(1, 16_384)), None),
    "a million rows": sent(
        lambda: xlsx(ONE_CELL + '<row ht="15"/>' * 1_048_000), None
    ),
    "style of nowhere": sent(lambda: xlsx('<row><c s="999"><v>3</v></c></row>'), None),
    "type of nowhere": sent(lambda: xlsx('<row><c t="zz"><v>3</v></c></row>'), None),
    "number that is none": sent(lambda: xlsx("<row><c><v>drei</v></c></row>"), None),
    "ods": sent(lambda: ods(ods_table(ODS_ROW)), None, "a.ods"),
    "ods with a million cells": sent(lambda: repeated_ods(1_048_576, 16_384), None, "a.ods"),
    "ods with blanks to the end": sent(
        lambda: repeated_ods(1_048_576, 16_384, "<table:table-cell/>"), None, "a.ods"
    ),
    "ods with a million spaces": sent(
        lambda: ods(ods_table(
            '<table:table-row><table:table-cell><text:p>a<text:s text:c="999999999"/>b</text:p>'
            "</table:table-cell></table:table-row>"
        )),
        None, "a.ods",
    ),
    "ods called xlsx": sent(lambda: ods(ods_table(ODS_ROW)), None),
}  # fmt: skip


@cache
def content(name):
    """The bytes of a file of the corpus."""
    return CORPUS[name].make()
