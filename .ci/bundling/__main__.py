"""From the bundle in `dist/` to all installers that this machine can build.

    python .ci/bundling                      after PyInstaller: self-test, installers, sums
    python .ci/bundling --windows FOLDER     the same files of a bundle that Windows (or Wine) made

The self-test comes first; if it fails, there is nothing to hand out.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bundling import debian, windows
from bundling.archives import files_of, write_portable, write_sums, write_tar

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"
WORK = ROOT / "build" / "pyinstaller" / "build_installer"
MARKER = ROOT / "resources" / "packaging" / "windows" / "portable.txt"
INIT = (ROOT / "kiassess" / "__init__.py").read_text(encoding="utf-8")
VERSION = re.search(r'__version__ = "(\d+\.\d+\.\d+)', INIT)[1]
MINUTES = 60
INTERNET = re.compile(r"\b(socket|connect|bind|sendto)\(.*AF_INET6?")
NETWORK = re.compile(r"(Qt6?Network|libssl|libcrypto|libgnutls|(^|[^a-z])_?ssl\b)", re.IGNORECASE)


def release_time() -> int:
    """Seconds since 1970 that files in archives carry: of the commit, or now."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    told = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()
    return int(told) if told else int(time.time())


def program() -> Path:
    """What has a console in the bundle of this system."""
    if sys.platform == "win32":
        return DIST / "kiassess" / "kiassess-cli.exe"
    if sys.platform == "darwin":
        return DIST / "kiassess.app" / "Contents" / "MacOS" / "kiassess"
    return DIST / "kiassess" / "kiassess"


def refuse_network() -> None:
    """Nothing with which Qt or Python could talk to the internet lies in the bundle.

    Raises:
        SystemExit: Something does.
    """
    top = DIST / ("kiassess.app" if sys.platform == "darwin" else "kiassess")
    found = [file for file in files_of(top) if NETWORK.search(file.name)]
    if found:
        raise SystemExit("Network code is in the bundle: " + ", ".join(map(str, found)))


def self_test() -> None:
    """Let the bundle do its main job, with no folder of the one who builds.

    Raises:
        SystemExit: It could not.
    """
    with tempfile.TemporaryDirectory(prefix="kiassess-") as home:
        away = dict.fromkeys(("HOME", "LOCALAPPDATA", "USERPROFILE", "XDG_DATA_HOME"), home)
        environment = {**os.environ, **away}
        for name in ("KIASSESS_WORKSPACE", "PYTHONHOME", "PYTHONPATH"):
            environment.pop(name, None)
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        log, tracer = Path(home, "calls.txt"), shutil.which("strace")
        traced = [tracer, "-f", "-e", "trace=network", "-o", str(log)] if tracer else []
        done = subprocess.run(
            [*traced, program(), "selftest"],
            env=environment, cwd=home, check=False, timeout=15 * MINUTES,
        )  # fmt: skip
        if done.returncode != 0:
            raise SystemExit(f"The self-test of the bundle failed with status {done.returncode}.")
        if tracer is None:
            print("Whether it opened a socket was not watched: strace is missing.")
            return
        calls = log.read_text(encoding="utf-8", errors="replace").splitlines()
        if sockets := [call for call in calls if INTERNET.search(call)]:
            raise SystemExit("The bundle opened an internet socket:\n" + "\n".join(sockets))
        print("No internet socket was opened.")


def for_linux() -> list[Path]:
    """The archive and the package; the installer for Windows is compiled, but not handed out."""
    bundle, machine, when = DIST / "kiassess", debian.architecture(), release_time()
    archive = DIST / f"kiassess-{VERSION}-linux-{machine}.tar.xz"
    write_tar(bundle, archive, f"kiassess-{VERSION}", when)
    made = [archive]
    if shutil.which("dpkg-deb"):
        package = DIST / f"kiassess_{VERSION}_{machine}.deb"
        day = time.strftime("%Y-%m-%d", time.gmtime(when))
        debian.write_package(
            bundle, package, root=ROOT, work=WORK / "deb", version=VERSION, day=day
        )
        made.append(package)
    else:
        print("No .deb: dpkg-deb is missing.")
    if windows.makensis():
        folder = WORK / "stand-in"
        windows.write_stand_in(folder)
        target = WORK / "installer-script-compiles.exe"
        windows.write_installer(folder, target, root=ROOT, work=WORK, version=VERSION)
        print("The script of the installer for Windows compiles.")
    else:
        print("The script of the installer for Windows was not compiled: makensis is missing.")
    return made


def for_windows(bundle: Path) -> list[Path]:
    """The portable ZIP and the installer."""
    portable = DIST / f"kiassess-{VERSION}-windows-portable.zip"
    write_portable(bundle, portable, f"kiassess-{VERSION}", MARKER)
    if not windows.makensis():
        print("No installer: makensis is missing.")
        return [portable]
    if not (WORK / "kiassess.ico").exists():
        from bundling.icons import write_icons  # noqa: PLC0415 - needs Qt

        write_icons(ROOT / "resources" / "icons" / "kiassess.svg", WORK)
    installer = DIST / f"kiassess-{VERSION}-windows-setup.exe"
    windows.write_installer(bundle, installer, root=ROOT, work=WORK, version=VERSION)
    return [portable, installer]


def for_mac() -> list[Path]:
    """The disk image, with the app and a way to the programs folder."""
    image, folder = DIST / f"kiassess-{VERSION}-macos.dmg", WORK / "dmg"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copytree(DIST / "kiassess.app", folder / "kiassess.app", symlinks=True)
    (folder / "Applications").symlink_to("/Applications")
    command = ["hdiutil", "create", "-ov", "-quiet", "-format", "UDZO", "-volname", "kiassess"]
    subprocess.run([*command, "-srcfolder", str(folder), str(image)], check=True)
    return [image]


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description="Self-test, archives, installers, sums.")
    parser.add_argument("--windows", type=Path, help="a bundle that was made on Windows")
    wish = parser.parse_args()
    if wish.windows:
        made = for_windows(wish.windows)
    else:
        refuse_network()
        self_test()
        if sys.platform == "win32":
            made = for_windows(DIST / "kiassess")
        else:
            made = for_mac() if sys.platform == "darwin" else for_linux()
    write_sums(DIST, made)
    for file in made:
        print(f"{file.relative_to(ROOT)}  {file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
