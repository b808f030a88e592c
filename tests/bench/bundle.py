"""The bundle against the smallest ones that could be made: size, start and memory.

    python tests/bench/bundle.py [FOLDER]       after `make bundle`; FOLDER keeps what is built

Three bundles are built with the same trimming as ours: a bare window, a window with the same
libraries, and our program with an entry that tells of its first paint; it starts as ours does,
with PySide6's own files compiled beforehand. Sizes are those of tar.xz.
"""

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from starting import start

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
STARTS = 15
PROFILES = 5
LIBRARIES = (
    "click", "highspy", "matplotlib.backends.backend_agg", "matplotlib.backends.backend_pdf",
    "matplotlib.backends.backend_svg", "openpyxl", "python_calamine", "sqlite3", "sqlite_utils",
    "xlsxwriter", "PySide6.QtPrintSupport", "PySide6.QtSvg", "PySide6.QtWidgets",
)  # fmt: skip
SPEC = """
import sys
from pathlib import Path
sys.path.insert(0, {ci!r})
from bundling.shiboken import support_files
from bundling.trimming import EXCLUDED_MODULES, slim, started, trimmed
analysis = Analysis([{entry!r}], pathex=[{root!r}], datas={datas!r},
                    hiddenimports={hidden!r}, excludes=[*EXCLUDED_MODULES, *{excluded!r}])
files = trimmed(analysis.datas + analysis.binaries)
if {ours!r}:
    files += support_files(Path(workpath, "support"))
starter = EXE(PYZ(analysis.pure), started(analysis.scripts), exclude_binaries=True, name={name!r},
              console=False, upx=False)
slim(Path(COLLECT(starter, files, name={name!r}, upx=False).name))
"""


def build(folder, name, *, hidden=(), datas=(), excluded=(), ours=False):
    """Build one bundle; returns its folder."""
    text = SPEC.format(
        ci=str(ROOT / ".ci"), root=str(ROOT), entry=str(HERE / "start_child.py"), name=name,
        datas=list(datas), hidden=list(hidden), excluded=list(excluded), ours=ours,
    )  # fmt: skip
    spec = folder / f"{name}.spec"
    spec.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    places = ["--distpath", str(folder), "--workpath", str(folder / "work")]
    subprocess.run([*command, *places, str(spec)], check=True, cwd=folder)
    return folder / name


def carried():
    """The data of our program, as the real bundle has it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for name in project["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]:
        source, place = ROOT / name, Path("kiassess", name)
        if name != "kiassess":
            yield str(source), str(place if source.is_dir() else place.parent)


def packed(bundle):
    """Bytes of a folder as tar.xz."""
    with tempfile.TemporaryFile() as target:
        tar = subprocess.Popen(["tar", "-C", bundle, "-c", "."], stdout=subprocess.PIPE)
        subprocess.run(["xz", "-6", "-T1"], stdin=tar.stdout, stdout=target, check=True)
        tar.wait()
        return target.tell()


def unpacked(bundle):
    return sum(file.lstat().st_size for file in bundle.rglob("*") if not file.is_dir())


def starts(bundle, *arguments):
    """Start a bundle; returns for each step wall time in ms, CPU time in ms and memory in MiB."""
    told = start([bundle / bundle.name, *arguments])
    told.pop("loaded", None)
    return {step: (wall, cpu * 1000, size / 2**20) for step, (wall, cpu, size) in told.items()}


def fill(file):
    """A workspace with the example, as the other benchmarks have it."""
    from kiassess import paths
    from kiassess.content.library import Library
    from kiassess.workflow.demo import make_demo
    from kiassess.workflow.workspace import open_for_writing

    with open_for_writing(file, Library(paths.bundled().questionnaires)) as workspace:
        make_demo(workspace, now=datetime.now(UTC))


def main():
    ours = ROOT / "dist" / "kiassess"
    if not ours.is_dir():
        sys.exit("dist/kiassess is missing: `make bundle` first")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else temporary).resolve()
        folder.mkdir(exist_ok=True)
        heavy = sorted({name.partition(".")[0] for name in LIBRARIES} - {"PySide6", "sqlite3"})
        bare = build(folder, "bare", excluded=["kiassess", "numpy", "PIL", *heavy])
        same = build(folder, "libraries", hidden=LIBRARIES, excluded=["kiassess"])
        whole = build(folder, "whole", hidden=LIBRARIES, datas=carried(), ours=True)
        sizes = {
            path.name: {"unpacked": unpacked(path), "packed": packed(path)}
            for path in (bare, same, ours)
        }
        data = Path(temporary, "start.db")
        fill(data)
        entry = "kiassess", str(data)
        pairs = [(starts(bare, "bare"), starts(whole, *entry)) for _ in range(STARTS + 1)][1:]
        profiles = [starts(whole, *entry, "profile") for _ in range(PROFILES + 1)][1:]
    table = {"sizes": sizes}
    for name, size in sizes.items():
        whole, small = size["unpacked"] / 1e6, size["packed"] / 1e6
        print(f"{name:12}{whole:8.1f} MB unpacked{small:8.1f} MB packed")
    ratio = sizes["kiassess"]["packed"] / sizes["libraries"]["packed"]
    print(f"packed, against a window with the same libraries: {ratio:.2f}  (budget ≤ 1.25)")
    for step, budget in (("painted", 1.3), ("usable", 2.5)):
        for unit, name in enumerate(("wall ms", "CPU ms", "MiB")):
            ratio = median(k[step][unit] / b["painted"][unit] for b, k in pairs)
            own = median(k[step][unit] for _, k in pairs)
            base = median(b["painted"][unit] for b, _ in pairs)
            table[f"{step} {name}"] = {"ours": own, "bare": base, "ratio": ratio}
            limit = {"MiB": 1.4}.get(name, budget)
            print(f"{step} ({name}){own:10.1f}{base:10.1f}{ratio:7.2f}  (budget ≤ {limit})")
    opened = median(k["profile"][2] for k in profiles)
    base = median(b["painted"][2] for b, _ in pairs)
    table["profile MiB"] = {"ours": opened, "bare": base, "ratio": opened / base}
    print(f"profile (MiB){opened:10.1f}{base:10.1f}{opened / base:7.2f}  (budget ≤ 3.0)")
    click = median(k["click"][1] for k in profiles)
    table["click ms"] = {"ours": click}
    print(f"first click on Profil, warmed up (ms){click:10.1f}")
    if os.environ.get("BENCH_JSON"):
        Path(os.environ["BENCH_JSON"]).write_text(json.dumps(table, indent=2), encoding="utf-8")


main()
