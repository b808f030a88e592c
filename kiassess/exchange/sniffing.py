"""What a file really is, by how it begins; its name says little.

Nothing is unpacked here. What kind of document lies in a zip file says ``workbook_guard``.
"""

import re
from enum import StrEnum

LONGEST_LOCK_FILE = 4_096  # bytes; Excel writes 165, LibreOffice about 100
_LOOKED_AT = 8_192  # bytes at the beginning of a text
_OLE_ENTRY = 128  # bytes: the names in an OLE file stand at multiples of it


class FileKind(StrEnum):
    """What a file is."""

    ZIP = "zip"  # a workbook, or something else that is packed
    XLSX = "xlsx"
    ODS = "ods"
    MACRO = "macro"  # a workbook that may hold macros
    XLSB = "xlsb"
    XLS = "xls"
    XML_SPREADSHEET = "xml_spreadsheet"  # Excel 2003, flat OpenDocument
    OTHER_SHEET = "other_sheet"  # a spreadsheet of another program
    ENCRYPTED = "encrypted"
    EXCHANGE = "exchange"  # JSON, as our exchange files are
    PDF = "pdf"
    HTML = "html"
    TEXT = "text"  # CSV too
    IMAGE = "image"
    DOCUMENT = "document"  # of Word, PowerPoint, Writer …
    ARCHIVE = "archive"
    EMPTY = "empty"
    LOCK_FILE = "lock_file"
    UNKNOWN = "unknown"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_KINDS = (  # by the name of a stream in it; the first that is found counts
    ("EncryptedPackage", FileKind.ENCRYPTED),
    ("EncryptionInfo", FileKind.ENCRYPTED),
    ("WordDocument", FileKind.DOCUMENT),
    ("PowerPoint Document", FileKind.DOCUMENT),
    ("Workbook", FileKind.XLS),
    ("Book", FileKind.XLS),
)
_BEGINNINGS = (
    (b"PK\x05\x06", FileKind.ARCHIVE),  # a zip file without anything in it
    (b"PK", FileKind.ZIP),
    (b"%PDF-", FileKind.PDF),
    (b"\x89PNG", FileKind.IMAGE),
    (b"\xff\xd8\xff", FileKind.IMAGE),
    (b"GIF8", FileKind.IMAGE),
    (b"BM", FileKind.IMAGE),
    (b"II*\x00", FileKind.IMAGE),
    (b"MM\x00*", FileKind.IMAGE),
    (b"{\\rtf", FileKind.DOCUMENT),
    (b"7z\xbc\xaf\x27\x1c", FileKind.ARCHIVE),
    (b"Rar!", FileKind.ARCHIVE),
    (b"\x1f\x8b", FileKind.ARCHIVE),
    (b"\xfd7zXZ\x00", FileKind.ARCHIVE),
    *((bytes([9, version]), FileKind.XLS) for version in (0, 2, 4, 8)),  # Excel 2 to 5
)
_PDF_WITHIN = 1_024  # bytes: readers of PDF let something stand before it
_TEXT_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_WEB_PAGE = re.compile(
    r"(<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|meta|table|div|style)\b"
    r"|mime-version:.*text/html",
    re.IGNORECASE | re.DOTALL,
)
_XML_TABLE = re.compile(
    r"urn:schemas-microsoft-com:office:spreadsheet|progid=[\"']Excel\.Sheet"
    r"|application/vnd\.oasis\.opendocument\.spreadsheet"
)
_JSON = re.compile(r"\{\s*(\"|\}|\Z)")


def sniff(start: bytes, size: int, name: str) -> FileKind:
    """Tell what a file is.

    Args:
        start: How it begins; for old Office formats better all of it.
        size: Of the whole file, in bytes.
        name: Its name, without folders; only lock files are known by it.
    """
    if _is_lock_name(name) and size <= LONGEST_LOCK_FILE and not start.startswith(b"PK"):
        return FileKind.LOCK_FILE
    if not start.strip(b"\0\t\n\r "):
        return FileKind.EMPTY
    if start.startswith(_OLE):
        return _ole_kind(start)
    head = start[:_LOOKED_AT]
    text = _text(head)
    return _binary_kind(head) if text is None else _text_kind(text)


def _is_lock_name(name: str) -> bool:
    return name.startswith("~$") or (name.startswith(".~lock.") and name.endswith("#"))


def _ole_kind(data: bytes) -> FileKind:
    for name, kind in _OLE_KINDS:
        wanted = name.encode("utf-16-le") + b"\0\0"
        found = data.find(wanted)
        while found >= 0:
            if found % _OLE_ENTRY == 0:
                return kind
            found = data.find(wanted, found + 1)
    return FileKind.UNKNOWN


def _binary_kind(head: bytes) -> FileKind:
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return FileKind.PDF
    if head[:4] == b"RIFF" or head[4:8] == b"ftyp":
        return FileKind.IMAGE  # or a film
    return FileKind.UNKNOWN


def _text(head: bytes) -> str | None:
    """The beginning of a text; ``None`` if it is none."""
    encoding = next((known for mark, known in _TEXT_MARKS if head.startswith(mark)), None)
    if encoding is None and b"\0" in head:
        return None
    # Which one-byte encoding it is does not matter here: what is looked for is ASCII.
    text = head.decode(encoding or "latin-1", errors="replace").lstrip("\ufeff \t\r\n")
    return None if _CONTROL.search(text) or text.startswith(("PK\x03", "%PDF-")) else text


def _text_kind(text: str) -> FileKind:
    if text.startswith("{\\rtf"):
        return FileKind.DOCUMENT
    if _JSON.match(text):
        return FileKind.EXCHANGE
    if text.startswith("<") and _XML_TABLE.search(text):
        return FileKind.XML_SPREADSHEET
    if _WEB_PAGE.match(text):
        return FileKind.HTML
    return FileKind.TEXT
