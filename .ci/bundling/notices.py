"""Whose work is in a bundle: the notice with all licences, and the list for machines (SBOM).

Both are made from what is really in it. A file belongs to the distribution that installed it, to
Python itself, or (Linux) to a package of the building system.
"""

import json
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

LICENCE_FILE = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|AUTHORS)", re.IGNORECASE)
FALLBACK = {  # licences whose text a wheel does not carry
    "LGPL": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "MIT": ("MIT.txt",),
}
KNOWN = {  # where the metadata are silent or long-winded
    "contourpy": "BSD-3-Clause",
    "cycler": "BSD-3-Clause",
    "kiwisolver": "BSD-3-Clause",
    "matplotlib": "LicenseRef-Matplotlib",
    "pyside6_essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "sqlite_fts4": "Apache-2.0",
}
SEVERAL = "several, see the text"
QT_NOTE = """\
Qt and Qt for Python are used unchanged, under the GNU Lesser General Public License, version 3.
Their libraries are the separate files in the folders PySide6 and shiboken6; you may replace them
by versions of your own. Sources: https://download.qt.io/official_releases/ (qt and QtForPython).
What Qt itself takes from others: https://doc.qt.io/qt-6/licenses-used-in-qt.html
"""
RULE = "=" * 79


@dataclass(frozen=True, slots=True)
class Component:
    """One work of others.

    Attributes:
        name: As its makers call it.
        version: As they number it.
        licence: In short.
        source: Package URL, which says where it comes from.
        texts: Its licences, word for word.
    """

    name: str
    version: str
    licence: str
    source: str
    texts: tuple[str, ...]


def components(sources: Iterable[str], licences: Path) -> tuple[Component, ...]:
    """What is in a bundle, sorted by name, Python first.

    Args:
        sources: The files it is made of, where they came from.
        licences: Folder with texts that wheels do not carry.
    """
    owners = {
        os.path.realpath(str(file.locate())): dist
        for dist in distributions()
        for file in dist.files or ()
    }
    found: dict[str, Distribution] = {}
    system: set[str] = set()
    for source in {os.path.realpath(source) for source in sources}:
        dist = owners.get(source)
        if dist is not None:
            found[dist.name.lower()] = dist
        else:
            system.add(source)
    for name in ("kiassess", "pyinstaller"):  # ours, and the boot loader is named by itself
        found.pop(name, None)
    wheels = [_of_wheel(dist, licences) for _, dist in sorted(found.items())]
    return (_python(), *_boot_loader(), *wheels, *_of_debian(system))


def notice(parts: Iterable[Component]) -> str:
    """The text for people."""
    parts = tuple(parts)
    lines = [
        "kiassess enthält die Arbeit anderer. Diese Liste nennt sie und ihre Lizenzen im Wortlaut.",
        "kiassess contains the work of others. This list names it, with all licences in full.",
        "",
        QT_NOTE,
    ]
    lines += [f"{part.name} {part.version}: {part.licence}" for part in parts]
    told: dict[str, str] = {}
    for part in parts:
        lines += ["", RULE, f"{part.name} {part.version} ({part.licence})", RULE, ""]
        for text in part.texts:
            if text in told:
                lines.append(f"The same text as at {told[text]}.")
            else:
                told[text] = part.name
                lines.append(text.rstrip())
    return "\n".join(lines) + "\n"


def bill_of_materials(parts: Iterable[Component], version: str) -> str:
    """The list for machines: CycloneDX 1.6, JSON; the same bundle gives the same bytes."""
    listed = [
        {
            "type": "library",
            "bom-ref": part.source,
            "name": part.name,
            "version": part.version,
            "licenses": [_licence(part.licence)],
            "purl": part.source,
        }
        for part in parts
    ]
    names = " ".join(part.source for part in parts)
    own = f"pkg:generic/kiassess@{version}"
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{own} {names}')}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": "kiassess",
                "version": version,
                "licenses": [{"license": {"id": "EUPL-1.2"}}],
                "purl": own,
            }
        },
        "components": listed,
        "dependencies": [{"ref": own, "dependsOn": [part.source for part in parts]}],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _licence(words: str) -> dict[str, object]:
    if re.fullmatch(r"[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*", words):
        return {"expression": words}
    return {"license": {"name": words}}


def _of_wheel(dist: Distribution, licences: Path) -> Component:
    meta = dist.metadata
    name = re.sub(r"[-_.]+", "_", dist.name).lower()
    words = KNOWN.get(name) or meta["License-Expression"] or _classified(meta.get_all("Classifier"))
    words = words or (meta["License"] or "").partition("\n")[0].strip()
    if not words:
        raise SystemExit(f"{dist.name}: which licence? Name it in {Path(__file__).name}.")
    texts = [
        file.locate().read_text(encoding="utf-8", errors="replace")
        for file in dist.files or ()
        if LICENCE_FILE.match(file.name) and ".dist-info" in str(file)
    ]
    if not texts:
        # Who wrote it stands in the metadata then, and the text is a common one.
        author = meta["Author"] or meta["Author-email"] or "its authors"
        texts = [f"Copyright (c) {author}"]
        common = next((files for key, files in FALLBACK.items() if key in words), None)
        if common is None:
            raise SystemExit(f"{dist.name}: the text of its licence ({words}) is nowhere.")
        texts += [(licences / file).read_text(encoding="utf-8") for file in common]
    source = f"pkg:pypi/{name.replace('_', '-')}@{dist.version}"
    return Component(dist.name, dist.version, words, source, tuple(texts))


def _classified(classifiers: list[str] | None) -> str:
    found = [c.split(" :: ")[-1] for c in classifiers or () if c.startswith("License :: ")]
    short = {"MIT License": "MIT", "Apache Software License": "Apache-2.0"}
    return " AND ".join(short.get(word, word) for word in found if word != "OSI Approved")


def _python() -> Component:
    places = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(sys.base_prefix) / "share" / "doc" / "python" / "LICENSE",
        Path("/usr/share/doc") / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "copyright",
    )
    text = next((p.read_text(encoding="utf-8") for p in places if p.is_file()), None)
    if text is None:
        text = (
            "Copyright (c) 2001 Python Software Foundation. https://docs.python.org/3/license.html"
        )
    version = platform.python_version()
    return Component("Python", version, "PSF-2.0", f"pkg:generic/python@{version}", (text,))


def _boot_loader() -> list[Component]:
    """The starter of a bundle is PyInstaller's; the rest of it is not in there."""
    words = "GPL-2.0-or-later WITH Bootloader-exception"
    return [
        Component(
            "PyInstaller bootloader",
            dist.version,
            words,
            f"pkg:pypi/pyinstaller@{dist.version}",
            tuple(
                file.locate().read_text(encoding="utf-8")
                for file in dist.files or ()
                if file.name.startswith("COPYING")
            ),
        )
        for dist in distributions()
        if dist.name.lower() == "pyinstaller"
    ]


def _of_debian(files: Iterable[str]) -> list[Component]:
    """The packages of the building system whose libraries lie in the bundle."""
    search = shutil.which("dpkg-query")
    libraries = sorted(file for file in files if ".so" in file)
    if search is None or not libraries:
        return []
    # The package database knows some files by the name before /usr was merged.
    known = libraries + [file.removeprefix("/usr") for file in libraries]
    listed = subprocess.run(
        [search, "-S", *known], capture_output=True, text=True, check=False
    ).stdout
    lines = [line for line in listed.splitlines() if not line.startswith("diversion ")]
    packages = sorted({line.partition(": ")[0] for line in lines if ": " in line})
    return [_of_package(search, package) for package in packages]


def _of_package(search: str, package: str) -> Component:
    name = package.partition(":")[0]
    version = subprocess.run(
        [search, "-W", "-f", "${Version}", package], capture_output=True, text=True, check=True
    ).stdout
    file = Path("/usr/share/doc") / name / "copyright"
    text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
    # Most of what is named there holds for tests and build scripts only.
    words = set(re.findall(r"^License: *(\S.*?) *$", text, re.MULTILINE))
    licence = words.pop().replace("Expat", "MIT") if len(words) == 1 else SEVERAL
    source = f"pkg:deb/debian/{name}@{version}"
    return Component(name, version, licence, source, (text,))
