"""The write-ahead log of a file, read without SQLite."""

import struct
from dataclasses import dataclass

from kiassess.store.records import number

MAGIC = {0x377F0682: "<", 0x377F0683: ">"}  # the byte order of its checksums
HEADER, FRAME_HEADER = 32, 24
WORD = 0xFFFFFFFF


@dataclass
class Log:
    """What a write-ahead log says.

    Attributes:
        pages: The pages in it, each as it was last committed.
        length: How many pages the file has; ``None`` if nothing was committed.
        damaged: Whether a part of it could not be read.
    """

    pages: dict[int, bytes]
    length: int | None = None
    damaged: bool = False


def read_log(wal: bytes, size: int) -> Log:
    """Read a write-ahead log.

    The checksum of a frame goes on from the one before. That one is read, not worked out: so a
    damaged frame costs no more than itself.

    Args:
        wal: Its content.
        size: Bytes a page.
    """
    order = MAGIC.get(number(wal, 0))
    if order is None or number(wal, 8) != size:
        return Log({}, damaged=bool(wal.strip(b"\0")))
    log = Log({})
    pending: dict[int, bytes] = {}
    salts, before = wal[16:24], wal[24:32]
    for at in range(HEADER, len(wal) - FRAME_HEADER - size + 1, FRAME_HEADER + size):
        head, page = wal[at : at + FRAME_HEADER], wal[at + FRAME_HEADER : at + FRAME_HEADER + size]
        if head[8:16] != salts:
            pass  # of an earlier round
        elif _checksum(order, before, head[:8] + page) != head[16:24]:
            log.damaged = True
        else:
            pending[number(head, 0)] = page
            if length := number(head, 4):  # the last frame of a transaction
                log.pages |= pending
                log.length = length
                pending = {}
        before = head[16:24]
    return log


def _checksum(order: str, before: bytes, data: bytes) -> bytes:
    one, two = struct.unpack(">II", before)
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for odd, even in zip(words[::2], words[1::2], strict=True):
        one = (one + odd + two) & WORD
        two = (two + even + one) & WORD
    return struct.pack(">II", one, two)
