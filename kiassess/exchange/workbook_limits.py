"""How much of a file of others is read."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a workbook may hold; what people fill in stays far below.

    Attributes:
        file_bytes: Of the file as it lies there.
        parts: Number of files in it.
        part_bytes: Of one of them, unpacked.
        all_bytes: Of all of them, unpacked.
        foreign_bytes: Of all of them, unpacked, where no mark of ours is found; what holds more
            is refused without being read.
        foreign_cells: Of all sheets, those with a value, where no mark of ours is found.
        sheets: More are left out.
        rows: Of a sheet; what lies below is left out.
        columns: Of a sheet; what lies beyond is left out.
        cell_characters: Of a text; the rest is left out.
        cells: Of all sheets, those with a value; more are refused.
        characters: Of all texts; more are refused.
        seconds: To read it, once the reader is up.
        memory_bytes: Of the process that reads, where the system can limit it.
    """

    file_bytes: int = 32 * MEGABYTE
    parts: int = 2_000
    part_bytes: int = 100 * MEGABYTE
    all_bytes: int = 160 * MEGABYTE
    foreign_bytes: int = 4 * MEGABYTE
    foreign_cells: int = 20_000
    sheets: int = 40
    rows: int = 5_000
    columns: int = 64
    cell_characters: int = 40_000
    cells: int = 330_000
    characters: int = 8_000_000
    seconds: float = 8.0
    memory_bytes: int = 500 * MEGABYTE
