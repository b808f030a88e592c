"""A file that comes from somebody else, taken in once and only read."""

import stat
from dataclasses import dataclass, field
from pathlib import Path

from kiassess.domain.errors import FolderGivenError, UnreadableFileError
from kiassess.exchange.sniffing import FileKind, sniff


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file as it lies there.

    Attributes:
        name: Without folders, for sentences.
        kind: What it is, by how it begins.
        data: All of it, or one byte more than was wanted at most.
        complete: Whether this is all of it.
    """

    name: str
    kind: FileKind
    data: bytes = field(repr=False)
    complete: bool


def take_in(path: Path, most: int) -> Incoming:
    """Read a file.

    Args:
        path: Where it lies.
        most: Bytes; the rest of a longer one is left.

    Raises:
        FolderGivenError: It is a folder.
        UnreadableFileError: It is gone, locked, no real file, or may not be read.
    """
    name = path.name or str(path)
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise FolderGivenError(file=name)
        if not stat.S_ISREG(about.st_mode):  # reading from a pipe or a device may never end
            raise UnreadableFileError(file=name)
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:  # the latter for a path that cannot be one
        raise UnreadableFileError(file=name) from error
    kind = sniff(data, max(about.st_size, len(data)), name)
    return Incoming(name, kind, data, len(data) <= most)
