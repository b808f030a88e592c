"""What can still be read of a SQLite file without SQLite: its records, page by page.

SQLite gives a table up at the first damaged page. A record on a sound page can be read all the
same, whatever has become of the pages that lead to it. The format is described for ever at
https://www.sqlite.org/fileformat2.html.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kiassess.store.log import read_log
from kiassess.store.records import Record, number, read_record, varint

HEADER = b"SQLite format 3\x00"
HEADER_LENGTH = 100  # bytes at the beginning of the first page
USUAL_SIZE = 4096  # bytes a page, unless the file says otherwise
SIZES = frozenset(512 << power for power in range(8))
LARGEST_SIZE = 65536
INTERIOR_INDEX, INTERIOR_TABLE, LEAF_INDEX, LEAF_TABLE = 2, 5, 10, 13
INTERIOR = frozenset({INTERIOR_INDEX, INTERIOR_TABLE})
KINDS = frozenset({INTERIOR_INDEX, INTERIOR_TABLE, LEAF_INDEX, LEAF_TABLE})
SMALLEST_CELL = 4


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a table or an index.

    Attributes:
        is_index: Whether it belongs to an index, or to a table without row numbers.
        children: The pages below it.
        records: What could be read.
        whole: Whether everything could be read, and nothing else is on the page.
    """

    is_index: bool
    children: tuple[int, ...]
    records: tuple[Record, ...]
    whole: bool


class Pages:
    """All pages of tables and indexes that can be read, whatever is damaged.

    Args:
        file: The content of the file.
        wal: The content of its write-ahead log, if there is one.

    Attributes:
        log_damaged: Whether a part of the write-ahead log could not be read.
    """

    def __init__(self, file: bytes, wal: bytes = b"") -> None:
        self._file = file
        self._size = _page_size(file, wal)
        log = read_log(wal, self._size)
        self._newer, self.log_damaged = log.pages, log.damaged
        self._last = -(-len(file) // self._size) if log.length is None else log.length
        first = self._bytes(1) if self._last else b""
        sound = first.startswith(HEADER)
        self._usable = self._size - (first[20] if sound and first[20] <= 32 else 0)
        free = self._free(first) if sound else set()
        self._pages: dict[int, Page] = {}
        for place in range(1, self._last + 1):
            if place not in free and (page := self._page(place)) is not None:
                self._pages[place] = page

    def records(self) -> Iterator[tuple[bool, Record]]:
        """Every record there is, each with whether it stands in an index."""
        for page in self._pages.values():
            for record in page.records:
                yield page.is_index, record

    def tree(self, root: int) -> list[Record] | None:
        """The records of a whole table or index; ``None`` if any of its pages is damaged."""
        waiting, seen = [root], set[int]()
        found: list[Record] = []
        while waiting:
            place = waiting.pop()
            page = self._pages.get(place)
            if page is None or not page.whole or place in seen:
                return None
            if page.is_index != self._pages[root].is_index:
                return None
            seen.add(place)
            found += page.records
            waiting += page.children
        return found

    def _bytes(self, place: int) -> bytes:
        """A page in its newest version; what a file cut short lacks is zero."""
        newer = self._newer.get(place)
        if newer is not None:
            return newer
        data = self._file[(place - 1) * self._size : place * self._size]
        return data.ljust(self._size, b"\0")

    def _free(self, first: bytes) -> set[int]:
        """The pages that are not in use, as far as their list can be read."""
        free: set[int] = set()
        trunk = number(first, 32)
        while 0 < trunk <= self._last and trunk not in free:
            data = self._bytes(trunk)
            trunk_after, count = number(data, 0), number(data, 4)
            if trunk_after > self._last or count > self._usable // 4 - 2:
                break
            leaves = {number(data, 8 + 4 * leaf) for leaf in range(count)}
            if not all(0 < leaf <= self._last for leaf in leaves):
                break
            free |= {trunk, *leaves}
            trunk = trunk_after
        return free

    def _page(self, place: int) -> Page | None:
        """Read a page; ``None`` if it belongs to no table or index."""
        data = self._bytes(place)
        start = HEADER_LENGTH if place == 1 else 0
        kind = data[start]
        count, content = number(data, start + 3, 2), number(data, start + 5, 2)
        pointers = start + (12 if kind in INTERIOR else 8)
        if kind not in KINDS or pointers + 2 * count > self._usable:
            return None
        children, records = [], []
        used, whole = 0, True
        for cell in range(count):
            try:
                at = number(data, pointers + 2 * cell, 2)
                size, child, record = self._cell(data, at, kind)
            except (IndexError, ValueError):
                whole = False
                continue
            used += max(size, SMALLEST_CELL)
            if child is not None:
                children.append(child)
            if record is not None:
                records.append(record)
                whole = whole and record.whole
        if kind in INTERIOR:
            children.append(number(data, start + 8))
        used += data[start + 7] + _gaps(data, number(data, start + 1, 2))
        whole = whole and used == self._usable - (content or LARGEST_SIZE)
        return Page(kind in {INTERIOR_INDEX, LEAF_INDEX}, tuple(children), tuple(records), whole)

    def _cell(self, data: bytes, at: int, kind: int) -> tuple[int, int | None, Record | None]:
        """Read a cell: its length on the page, the page below it, its record."""
        begin, child, rowid = at, None, None
        if kind in INTERIOR:
            child, at = number(data, at), at + 4
        if kind == INTERIOR_TABLE:
            return varint(data, at)[1] - begin, child, None
        length, at = varint(data, at)
        if length > self._last * self._size:
            raise ValueError("longer than the file")
        if kind == LEAF_TABLE:
            rowid, at = varint(data, at)
        local = self._local(length, kind)
        payload, at = data[at : at + local], at + local
        if len(payload) < local:
            raise ValueError("beyond the page")
        if local < length:
            payload, at = payload + self._overflow(number(data, at), length - local), at + 4
        return at - begin, child, read_record(rowid, payload, length)

    def _local(self, length: int, kind: int) -> int:
        """How many bytes of a payload lie on the page itself."""
        usable = self._usable
        most = usable - 35 if kind == LEAF_TABLE else (usable - 12) * 64 // 255 - 23
        if length <= most:
            return length
        least = (usable - 12) * 32 // 255 - 23
        wanted = least + (length - least) % (usable - 4)
        return wanted if wanted <= most else least

    def _overflow(self, place: int, length: int) -> bytes:
        """The rest of a payload; empty if its pages do not hold together."""
        parts = []
        while length > 0:
            if not 0 < place <= self._last:
                return b""
            data = self._bytes(place)
            parts.append(data[4 : 4 + min(length, self._usable - 4)])
            if not any(parts[-1]):
                return b""  # overwritten: no text is nothing but zeros
            place, length = number(data, 0), length - len(parts[-1])
        return b"" if place else b"".join(parts)


def _page_size(file: bytes, wal: bytes) -> int:
    for known, at, length, data in ((HEADER, 16, 2, file), (b"\x37\x7f\x06", 8, 4, wal)):
        size = number(data, at, length)
        size = LARGEST_SIZE if size == 1 else size
        if data.startswith(known) and size in SIZES:
            return size
    return USUAL_SIZE


def _gaps(data: bytes, at: int) -> int:
    """How many bytes the list of gaps on a page names."""
    found = 0
    while at:
        after, size = number(data, at, 2), number(data, at + 2, 2)
        found += size
        if after and after <= at:  # they stand in their order
            break
        at = after
    return found
