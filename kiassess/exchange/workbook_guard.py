"""What has to hold before anything reads a packed file of others.

Sizes are counted while unpacking, because what a zip file says about itself may be a lie. No XML
in it may define a type or an entity of its own: with these a file grows without end, or makes
its reader fetch other files.
"""

import struct
import zlib
from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from kiassess.domain.errors import (
    DamagedFileError,
    PasswordFileError,
    SuspiciousFileError,
    TooLargeFileError,
)
from kiassess.exchange.refusals import RefusedError
from kiassess.exchange.workbook_limits import Limits

_PIECE = 1 << 18
_CENTRAL = b"PK\x01\x02"
_LOCAL_HEADER = 30  # bytes before the name
_XML = (".xml", ".rels", ".vml")
_OWN_TYPES = (b"<!DOCTYPE", b"<!ENTITY")
_BAD_ZIP = (
    BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, struct.error,
    zlib.error,
)  # fmt: skip


class Package:
    """The parts of a zip file, every one of them looked at.

    Attributes:
        size: Of all parts, unpacked, in bytes.
        found: Those of the words that stand in its XML, whatever their capitals.

    Args:
        data: The file.
        limits: How much it may hold.
        words: What to look for, in small letters.

    Raises:
        RefusedError: The file is damaged, locked with a password, far too large, or built as no
            office program builds one.
    """

    def __init__(self, data: bytes, limits: Limits, words: Collection[str] = ()) -> None:
        # Listing a million parts would take long already.
        if data.count(_CENTRAL) > 2 * limits.parts:
            raise RefusedError(TooLargeFileError)
        try:
            self._zip = ZipFile(BytesIO(data))
        except _BAD_ZIP as error:
            raise RefusedError(DamagedFileError) from error
        self._parts = self._listed(limits)
        self._sought = {word: word.encode() for word in words}
        self._overlap = max(map(len, (*_OWN_TYPES, *self._sought.values())))
        self.size = self._measure(limits)
        self.found = frozenset(words) - self._sought.keys()

    @property
    def names(self) -> frozenset[str]:
        """The names of the parts in small letters, with ``/`` between folders."""
        return frozenset(self._parts)

    def has(self, name: str) -> bool:
        """Whether there is such a part; capitals do not matter."""
        return name.lower() in self._parts

    def pieces(self, name: str) -> Iterator[bytes]:
        """A part, piece by piece.

        Raises:
            RefusedError: There is no such part, or it is damaged.
        """
        info = self._parts.get(name.lower())
        if info is None:
            raise RefusedError(DamagedFileError)
        return self._unpacked(info)

    def _listed(self, limits: Limits) -> Mapping[str, ZipInfo]:
        infos = self._zip.infolist()
        if len(infos) > limits.parts:
            raise RefusedError(TooLargeFileError)
        if any(info.flag_bits & 1 for info in infos):
            raise RefusedError(PasswordFileError)
        _refuse_overlaps(infos)
        parts: dict[str, ZipInfo] = {}
        for info in infos:
            name = info.filename.replace("\\", "/").lower()
            if name in parts or not _stays_inside(name):
                raise RefusedError(SuspiciousFileError)
            if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
                raise RefusedError(DamagedFileError)
            parts[name] = info
        return parts

    def _measure(self, limits: Limits) -> int:
        """Unpack everything once, keeping nothing: sizes, checksums, types of its own, words."""
        sizes = [info.file_size for info in self._parts.values()]
        if max(sizes, default=0) > limits.part_bytes or sum(sizes) > limits.all_bytes:
            raise RefusedError(TooLargeFileError)  # it says so; where it lies, counting tells
        total = 0
        for name, info in self._parts.items():
            size = 0
            is_xml = name.endswith(_XML)
            before = b""
            for piece in self._unpacked(info):
                size += len(piece)
                if size > limits.part_bytes or total + size > limits.all_bytes:
                    raise RefusedError(TooLargeFileError)
                if is_xml:
                    # Without NUL a text in UTF-16 or UTF-32 is one in ASCII, as far as it matters.
                    window = before + piece.replace(b"\0", b"")
                    self._look_at(window)
                    before = window[-self._overlap :]
            total += size
        return total

    def _look_at(self, window: bytes) -> None:
        if any(mark in window for mark in _OWN_TYPES):
            raise RefusedError(SuspiciousFileError)
        if self._sought:
            small = window.lower()
            for word in [word for word, raw in self._sought.items() if raw in small]:
                del self._sought[word]

    def _unpacked(self, info: ZipInfo) -> Iterator[bytes]:
        try:
            with self._zip.open(info) as part:
                while piece := part.read(_PIECE):
                    yield piece
        except _BAD_ZIP as error:
            raise RefusedError(DamagedFileError) from error


def _refuse_overlaps(infos: list[ZipInfo]) -> None:
    """Parts that share their bytes unpack to any size."""
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise RefusedError(SuspiciousFileError)
        end = info.header_offset + _LOCAL_HEADER + info.compress_size


def _stays_inside(name: str) -> bool:
    """Whether the name of a part leads nowhere else."""
    return not name.startswith("/") and ":" not in name and ".." not in name.split("/")
