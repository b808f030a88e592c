"""What kind of document lies in a zip file, by what it says of itself inside."""

from collections.abc import Mapping

from kiassess.domain.errors import DamagedFileError, PasswordFileError
from kiassess.exchange.refusals import RefusedError
from kiassess.exchange.sniffing import FileKind
from kiassess.exchange.workbook_guard import Package
from kiassess.exchange.xml_events import parse_xml, value

_BY_MIMETYPE = (
    ("application/vnd.oasis.opendocument.spreadsheet", FileKind.ODS),
    ("application/vnd.sun.xml.calc", FileKind.OTHER_SHEET),
    ("application/vnd.oasis.opendocument.", FileKind.DOCUMENT),
    ("application/vnd.sun.xml.", FileKind.DOCUMENT),
    ("application/epub", FileKind.DOCUMENT),
)
_BY_CONTENT_TYPE = (
    ("sheet.binary.macroenabled.main", FileKind.XLSB),
    ("vnd.ms-excel.sheet.macroenabled.main+xml", FileKind.MACRO),
    ("vnd.ms-excel.template.macroenabled.main+xml", FileKind.MACRO),
    ("vnd.ms-excel.addin.macroenabled.main+xml", FileKind.MACRO),
    ("spreadsheetml.sheet.main+xml", FileKind.XLSX),
    ("spreadsheetml.template.main+xml", FileKind.XLSX),
    ("wordprocessingml.", FileKind.DOCUMENT),
    ("presentationml.", FileKind.DOCUMENT),
    ("vnd.ms-word.", FileKind.DOCUMENT),
    ("vnd.ms-powerpoint.", FileKind.DOCUMENT),
    ("vnd.ms-visio.", FileKind.DOCUMENT),
)


def kind_of(package: Package) -> FileKind:
    """What kind of document a zip file is.

    Raises:
        RefusedError: It says so in a part that is damaged.
    """
    names = package.names
    if "mimetype" in names or "meta-inf/manifest.xml" in names:
        return _open_document_kind(package)
    if "[content_types].xml" in names:
        return _office_kind(package)
    if any(name.endswith(".iwa") for name in names):
        return FileKind.OTHER_SHEET  # Numbers, or another program of Apple
    if "xl/workbook.xml" in names:
        raise RefusedError(DamagedFileError)
    return FileKind.ARCHIVE


def _open_document_kind(package: Package) -> FileKind:
    manifest = "meta-inf/manifest.xml"
    found: list[str] = []
    if "mimetype" in package.names:
        found.append(b"".join(package.pieces("mimetype"))[:200].decode("ascii", errors="replace"))

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "encryption-data":
            raise RefusedError(PasswordFileError)
        if tag == "file-entry" and value(attributes, "full-path") == "/":
            found.append(value(attributes, "media-type"))

    if manifest in package.names:
        parse_xml(package.pieces(manifest), start)
    for mimetype in found:
        for beginning, kind in _BY_MIMETYPE:
            if mimetype.startswith(beginning):
                return kind
    return FileKind.ARCHIVE


def _office_kind(package: Package) -> FileKind:
    types: list[str] = []

    def start(_tag: str, attributes: Mapping[str, str]) -> None:
        types.append(value(attributes, "ContentType").lower())

    parse_xml(package.pieces("[content_types].xml"), start)
    for part, kind in _BY_CONTENT_TYPE:
        if any(part in known for known in types):
            has_macros = any(name.endswith("vbaproject.bin") for name in package.names)
            return FileKind.MACRO if has_macros and kind is FileKind.XLSX else kind
    return FileKind.ARCHIVE
