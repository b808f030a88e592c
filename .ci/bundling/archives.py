"""A bundle in one file: tar.xz for Linux, a portable ZIP for Windows, and the sums of all."""

import hashlib
import lzma
import shutil
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

MARKER = "kiassess-portable.txt"  # as `kiassess/paths.py` knows it
# Programs shrink by some percent more when their jumps are written as addresses first.
FILTERS = [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": 6}]


def files_of(folder: Path) -> list[Path]:
    """All files and links below a folder, in the same order everywhere."""
    found = (path for path in folder.rglob("*") if path.is_symlink() or path.is_file())
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def write_tar(bundle: Path, target: Path, top: str, time: int) -> None:
    """Pack a bundle as tar.xz, in a folder of its own; the same bundle gives the same bytes."""

    def anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = "root"
        member.mtime = time
        member.mode = 0o755 if member.mode & 0o100 else 0o644
        return member

    with (
        lzma.open(target, "wb", filters=FILTERS) as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.GNU_FORMAT) as tar,
    ):
        for file in files_of(bundle):
            name = f"{top}/{file.relative_to(bundle).as_posix()}"
            tar.add(file, name, recursive=False, filter=anonymous)


def write_portable(bundle: Path, target: Path, top: str, marker: Path) -> None:
    """Pack a bundle as ZIP with the file that makes it keep its data beside itself."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in files_of(bundle):
            packed.write(file, f"{top}/{file.relative_to(bundle).as_posix()}")
        packed.write(marker, f"{top}/{MARKER}")


def write_sums(folder: Path, files: Iterable[Path]) -> Path:
    """Write ``SHA256SUMS`` beside the files, as ``sha256sum --check`` reads it."""
    target = folder / "SHA256SUMS"
    lines = []
    for file in sorted(files):
        with file.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
        lines.append(f"{digest}  {file.name}\n")
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
    return target


def copy_tree(bundle: Path, target: Path) -> None:
    """Copy a bundle as it is, links as links."""
    shutil.copytree(bundle, target, symlinks=True)
