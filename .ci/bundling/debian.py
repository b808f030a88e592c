"""The package for Debian and Ubuntu, made by hand: the bundle, and what a desktop wants to know."""

import gzip
import os
import platform
import re
import shutil
import subprocess
from pathlib import Path

from bundling.archives import copy_tree, files_of
from bundling.trimming import needed_by

ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
HOME = Path("usr/lib/kiassess")
LEFT_OUT = {"libcups.so.2"}  # wished for, not needed: see `DROPPED`
# What libraries in the bundle read from the system: without it there are no letters, no keys.
READ_BY = {"libfontconfig.so.1": "fontconfig-config", "libxkbcommon.so.0": "xkb-data"}
GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")
COPYRIGHT = """\
kiassess
Copyright: The kiassess developers
Licence: EUPL-1.2

The package holds the work of others, too: THIRD-PARTY-NOTICES.txt.gz in this folder names it with
all licences in full, sbom.cdx.json.gz lists it for machines. The common ones, such as LGPL-3 and
GPL-3, lie in /usr/share/common-licenses/.

"""
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def architecture() -> str:
    """As Debian calls it."""
    return ARCHITECTURES.get(platform.machine(), platform.machine())


def dependencies(bundle: Path) -> list[str]:
    """The packages whose libraries or data the bundle asks for and does not bring along."""
    own, wanted, newest = set(), set(), (0, 0)
    for file in files_of(bundle):
        own.add(file.name)
        with file.open("rb") as opened:
            if opened.read(4) != b"\x7fELF":
                continue
        wanted |= needed_by(str(file))
        symbols = subprocess.run(
            ["objdump", "-T", str(file)], capture_output=True, text=True, check=True
        ).stdout
        found = [(int(major), int(minor)) for major, minor in GLIBC.findall(symbols)]
        newest = max([newest, *found])
    packages = {_package_of(library) for library in wanted - own - LEFT_OUT} - {"libc6"}
    packages |= {package for library, package in READ_BY.items() if library in own}
    return [f"libc6 (>= {newest[0]}.{newest[1]})", *sorted(packages)]


def _package_of(library: str) -> str:
    cache = subprocess.run(
        ["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True
    ).stdout
    line = next((one for one in cache.splitlines() if one.split(" ", 1)[0].strip() == library), "")
    places = {line.rpartition(" => ")[2], os.path.realpath(line.rpartition(" => ")[2])}
    places |= {place.removeprefix("/usr") for place in places}
    told = subprocess.run(
        ["dpkg-query", "-S", *sorted(places)], capture_output=True, text=True, check=False
    ).stdout
    if not line or not told:
        raise SystemExit(f"no package of this system brings {library}")
    return told.split(":", 1)[0]


def write_package(
    bundle: Path, target: Path, *, root: Path, work: Path, version: str, day: str
) -> None:
    """Make the ``.deb``.

    Args:
        bundle: Folder with the program.
        target: The file to write.
        root: Of the checkout.
        work: A folder that may be overwritten; the icons are drawn beside it.
        version: Of the program.
        day: Of the release, ``YYYY-MM-DD``.
    """
    source = root / "resources" / "packaging" / "linux"
    words = {"VERSION": version, "DATE": day, "ARCHITECTURE": architecture()}

    def put(name: str, place: str, *, pack: bool = False) -> None:
        text = (source / name).read_text(encoding="utf-8")
        for word, value in words.items():
            text = text.replace(f"@{word}@", value)
        _write(work / place, text, pack=pack)

    shutil.rmtree(work, ignore_errors=True)
    copy_tree(bundle, work / HOME)
    documents = work / "usr/share/doc/kiassess"
    documents.mkdir(parents=True)
    for name in ("LICENSE", "THIRD-PARTY-NOTICES.txt", "sbom.cdx.json"):
        (work / HOME / name).unlink()
        if name != "LICENSE":
            text = (bundle / name).read_text(encoding="utf-8")
            _write(documents / f"{name}.gz", text, pack=True)
    licence = (root / "LICENSE").read_text(encoding="utf-8")
    _write(documents / "copyright", COPYRIGHT + licence)
    _write(documents / "changelog.gz", _changelog(version, day), pack=True)
    put("kiassess.1", "usr/share/man/man1/kiassess.1.gz", pack=True)
    put("kiassess.desktop", "usr/share/applications/kiassess.desktop")
    put("org.kiassess.kiassess.metainfo.xml",
        "usr/share/metainfo/org.kiassess.kiassess.metainfo.xml")  # fmt: skip
    put("kiassess-mime.xml", "usr/share/mime/packages/kiassess.xml")
    put("lintian-overrides", "usr/share/lintian/overrides/kiassess")
    hicolor = work / "usr/share/icons/hicolor"
    for size in ICON_SIZES:
        place = hicolor / f"{size}x{size}/apps/kiassess.png"
        place.parent.mkdir(parents=True)
        shutil.copy(work.parent / f"kiassess-{size}.png", place)
    scalable = hicolor / "scalable/apps/kiassess.svg"
    scalable.parent.mkdir(parents=True)
    shutil.copy(root / "resources" / "icons" / "kiassess.svg", scalable)
    program = work / "usr/bin/kiassess"
    program.parent.mkdir(parents=True)
    program.symlink_to(Path("../lib/kiassess/kiassess"))
    size = sum(file.lstat().st_size for file in files_of(work)) // 1024
    words |= {"DEPENDS": ", ".join(dependencies(bundle)), "SIZE_KB": str(size)}
    put("control", "DEBIAN/control")
    _set_modes(work)
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(work), str(target)],
        check=True,
        stdout=subprocess.DEVNULL,
    )


def _set_modes(work: Path) -> None:
    """Programs may be run, all else read; libraries are no programs."""
    for path in [work, *work.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == work / HOME / "kiassess" else 0o644)


def _write(place: Path, text: str, *, pack: bool = False) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode()
    place.write_bytes(gzip.compress(data, 9, mtime=0) if pack else data)


def _changelog(version: str, day: str) -> str:
    stamp = subprocess.run(
        ["date", "-u", "-R", "-d", day], capture_output=True, text=True, check=True,
        env={**os.environ, "LC_ALL": "C"},
    ).stdout  # fmt: skip
    return (
        f"kiassess ({version}) stable; urgency=medium\n\n"
        "  * What has changed is told in the program and in CHANGELOG.md.\n\n"
        f" -- The kiassess developers <kiassess@example.org>  {stamp}"
    )
