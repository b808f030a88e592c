"""The wheel is whole: installed into an empty environment, the program does its main job."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements.lock"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_questionnaires_and_resources(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = [
        *(ROOT / "questionnaires").rglob("*.toml"),
        *(ROOT / "resources").rglob("*.*"),
    ]
    carried = {
        f"kiassess/{path.relative_to(ROOT).as_posix()}"
        for path in wanted
        if path.is_file() and not {"packaging", "screenshots"} & set(path.parts)
    }
    assert carried - names == set()
    assert not any(name.startswith(("tests/", "kiassess/resources/screenshots")) for name in names)


def test_an_empty_environment_passes_the_selftest(wheel, tmp_path):
    folder = tmp_path / "umgebung mit Ümlaut"
    venv.create(folder, with_pip=False)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
    got = subprocess.run([*pip, "--require-hashes", "-r", str(LOCK)], check=False)
    if got.returncode and os.environ.get("KIASSESS_COMPANIONS") != "required":
        pytest.skip("the pinned dependencies cannot be downloaded here")
    got.check_returncode()
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
    done = subprocess.run(
        [str(scripts / "kiassess"), "selftest"],
        cwd=tmp_path,
        env={
            **{key: value for key, value in os.environ.items() if not key.startswith("PYTHON")},
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_DATA_HOME": str(tmp_path / "data"),
            "HOME": str(tmp_path),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.rstrip().endswith(" 0 failed")
