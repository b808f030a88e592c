"""Python files of PySide6 itself, which would else be unpacked and compiled at every start."""

import py_compile
import sys
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]
HOME = PurePosixPath("shiboken6/files.dir")  # where shiboken6 looks first


def support_files(work: Path) -> list[Entry]:
    """Compile them into a folder; returns what of it goes where in the bundle.

    shiboken6 carries them zipped inside its library and compiles them anew whenever a program
    starts, which takes a third of the time until a bare window is there. It takes files from a
    folder beside itself instead if there is one.
    """
    import PySide6.QtCore  # noqa: F401, PLC0415 - loads them

    loader = sys.modules["shibokensupport.feature"].__loader__
    packed = getattr(loader, "zfile", None)
    if packed is None:
        return []  # of a version that keeps them elsewhere
    found = []
    for name in sorted(packed.namelist()):
        if not name.startswith("shibokensupport/") or not name.endswith(".py"):
            continue
        source, compiled = work / name, work / f"{name}c"
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_bytes(packed.read(name))
        py_compile.compile(
            str(source), str(compiled), dfile=name, doraise=True,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )  # fmt: skip
        found.append((str(HOME / f"{name}c"), str(compiled), "DATA"))
    return found
