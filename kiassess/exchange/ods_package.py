"""The files an OpenDocument spreadsheet consists of, in one archive."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from kiassess.exchange.ods_styles import Styles
from kiassess.exchange.workbook_cells import FONT

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
VERSION = "1.3"
LIFE_SIZE = 100  # percent
NO_TIME = (1980, 1, 1, 0, 0, 0)  # same arguments, same bytes
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = {
    "office": f"{_OASIS}office:1.0",
    "style": f"{_OASIS}style:1.0",
    "text": f"{_OASIS}text:1.0",
    "table": f"{_OASIS}table:1.0",
    "number": f"{_OASIS}datastyle:1.0",
    "meta": f"{_OASIS}meta:1.0",
    "config": f"{_OASIS}config:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}svg-compatible:1.0",
    "of": f"{_OASIS}of:1.2",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ooo": "http://openoffice.org/2004/office",
}
_COUNTRIES = {
    "de": 'fo:language="de" fo:country="DE"',
    "en": 'fo:language="en" fo:country="GB"',
}
_FONTS = (
    f'<office:font-face-decls><style:font-face style:name="{FONT["font_name"]}"'
    f' svg:font-family="{FONT["font_name"]}"/></office:font-face-decls>'
)


@dataclass(frozen=True, slots=True)
class View:
    """How a sheet is shown.

    Attributes:
        rows: How many stay in sight.
        columns: How many stay in sight.
        zoom_percent: How large.
    """

    rows: int = 0
    columns: int = 0
    zoom_percent: int = LIFE_SIZE


def ods_package(
    body: str,
    styles: Styles,
    *,
    language: str,
    views: Mapping[str, View],
    title: str,
    comments: str,
    author: str,
    created: datetime,
    locked: bool = False,
) -> bytes:
    """Put a spreadsheet together.

    Args:
        body: The sheets, as XML.
        styles: Their styles.
        language: ``"de"`` or ``"en"``.
        views: How each sheet is shown, by its name.
        title: What the file is called.
        comments: What there is to say of it.
        author: Who made it.
        created: When, with a time zone.
        locked: Whether sheets can be neither added, removed nor shown, without a password.
    """
    lock = ' table:structure-protected="true"' if locked else ""
    at = created.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    parts = {
        "content.xml": _document(
            "content",
            f"{_FONTS}<office:automatic-styles>{styles.automatic}</office:automatic-styles>"
            f"<office:body><office:spreadsheet{lock}>{body}</office:spreadsheet></office:body>",
        ),
        "styles.xml": _document(
            "styles",
            f"{_FONTS}<office:styles>{_default(language)}{styles.common}</office:styles>"
            f"<office:automatic-styles>{styles.page_layouts}</office:automatic-styles>"
            f"<office:master-styles>{styles.masters}</office:master-styles>",
        ),
        "meta.xml": _document(
            "meta",
            f"<office:meta><dc:title>{escape(title)}</dc:title>"
            f"<dc:description>{escape(comments)}</dc:description>"
            f"<meta:initial-creator>{escape(author)}</meta:initial-creator>"
            f"<meta:creation-date>{at}Z</meta:creation-date></office:meta>",
        ),
        "settings.xml": _document("settings", _settings(views)),
    }
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        # First and uncompressed: so the kind of file can be read from its first bytes.
        archive.writestr(ZipInfo("mimetype", NO_TIME), MEDIA_TYPE, ZIP_STORED)
        for name, text in (*parts.items(), ("META-INF/manifest.xml", _manifest(parts))):
            archive.writestr(ZipInfo(name, NO_TIME), text.encode("utf-8"), ZIP_DEFLATED)
    return stream.getvalue()


def _document(kind: str, inner: str) -> str:
    names = " ".join(f'xmlns:{short}="{name}"' for short, name in _NAMES.items())
    root = f"office:document-{kind}"
    return f'{_HEAD}<{root} {names} office:version="{VERSION}">{inner}</{root}>'


def _default(language: str) -> str:
    """The style every other one is made from."""
    font = f'style:font-name="{FONT["font_name"]}" fo:font-size="{FONT["font_size"]}pt"'
    return (
        '<style:style style:name="Default" style:family="table-cell">'
        f"<style:text-properties {font} {_COUNTRIES[language]}/></style:style>"
    )


def _settings(views: Mapping[str, View]) -> str:
    sheets = "".join(
        f"<config:config-item-map-entry config:name={quoteattr(name)}>"
        f"{_view(view)}</config:config-item-map-entry>"
        for name, view in views.items()
    )
    return (
        '<office:settings><config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        f"{_item('ViewId', 'string', 'view1')}"
        f'<config:config-item-map-named config:name="Tables">{sheets}'
        "</config:config-item-map-named></config:config-item-map-entry>"
        "</config:config-item-map-indexed></config:config-item-set></office:settings>"
    )


def _view(view: View) -> str:
    """A sheet without grid, with rows and columns frozen."""
    items = [_item("ShowGrid", "boolean", "false")]
    sides = (("Horizontal", "Right", view.columns), ("Vertical", "Bottom", view.rows))
    for side, other, count in sides:
        if count:
            items.append(_item(f"{side}SplitMode", "short", "2"))
            items.append(_item(f"{side}SplitPosition", "int", str(count)))
            items.append(_item(f"Position{other}", "int", str(count)))
    if view.zoom_percent != LIFE_SIZE:
        items.append(_item("ZoomType", "short", "0"))
        items.append(_item("ZoomValue", "int", str(view.zoom_percent)))
    return "".join(items)


def _item(name: str, kind: str, value: str) -> str:
    head = f'config:name="{name}" config:type="{kind}"'
    return f"<config:config-item {head}>{value}</config:config-item>"


def _manifest(parts: Mapping[str, str]) -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", MEDIA_TYPE), *((name, "text/xml") for name in parts))
    )
    names = f'xmlns:manifest="{_OASIS}manifest:1.0" manifest:version="{VERSION}"'
    return f"{_HEAD}<manifest:manifest {names}>{entries}</manifest:manifest>"
