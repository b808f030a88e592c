"""The installer for Windows, compiled by `makensis` wherever that runs."""

import os
import shutil
import subprocess
from pathlib import Path

from bundling.archives import files_of

STAND_IN = {"kiassess.exe": b"MZ", "_internal/kiassess/resources/texts/de.toml": b"# stand-in\n"}


def makensis() -> str | None:
    """The compiler of NSIS, or None."""
    usual = Path(os.environ.get("PROGRAMFILES(X86)", "")) / "NSIS" / "makensis.exe"
    return shutil.which("makensis") or (str(usual) if usual.is_file() else None)


def removals(bundle: Path) -> str:
    """What the uninstaller does, file by file, then the folders from the inside to the outside."""
    files = [file.relative_to(bundle) for file in files_of(bundle)]
    folders = {parent for file in files for parent in file.parents if parent != Path()}
    inside_first = sorted(folders, key=lambda folder: (-len(folder.parts), folder.as_posix()))
    lines = [f'Delete "$INSTDIR\\{_windows(file)}"' for file in files]
    lines += [f'RMDir "$INSTDIR\\{_windows(folder)}"' for folder in inside_first]
    return "\n".join(lines) + "\n"


def _windows(path: Path) -> str:
    name = path.as_posix()
    if any(letter in name for letter in '$"`\n'):
        raise SystemExit(f"{name} cannot be named in the installer")
    return name.replace("/", "\\")


def write_installer(bundle: Path, target: Path, *, root: Path, work: Path, version: str) -> None:
    """Compile the installer of a bundle; a warning of the compiler is an error.

    Args:
        bundle: Folder with the program for Windows.
        target: The file to write.
        root: Of the checkout.
        work: Folder with ``kiassess.ico``; what the uninstaller removes is written there.
        version: Of the program.
    """
    compiler = makensis()
    assert compiler is not None
    listed = work / "removals.nsh"
    listed.write_text(removals(bundle), encoding="utf-8-sig")
    size = sum(file.stat().st_size for file in files_of(bundle)) // 1024
    given = {
        "VERSION": version,
        "SOURCE": bundle.resolve(),
        "OUTPUT": target.resolve(),
        "ICON": (work / "kiassess.ico").resolve(),
        "SIZE_KB": size,
        "REMOVALS": listed.resolve(),
    }
    script = root / "resources" / "packaging" / "windows" / "installer.nsi"
    defined = [f"-D{name}={value}" for name, value in given.items()]
    command = [compiler, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, str(script)]
    subprocess.run(command, check=True)


def write_stand_in(folder: Path) -> None:
    """A folder with which the script can be compiled where there is no program for Windows."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in STAND_IN.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
