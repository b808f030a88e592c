"""A finished bundle: it does its main job, opens no internet socket, and keeps its data together.

``KIASSESS_BUNDLE=dist/kiassess`` after `make bundle` names it; without it these tests are skipped.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

INTERNET = re.compile(r"\b(socket|connect|bind|sendto)\(.*AF_INET6?")
BUNDLE = os.environ.get("KIASSESS_BUNDLE", "")

pytestmark = pytest.mark.skipif(not BUNDLE, reason="KIASSESS_BUNDLE names no bundle")


def environment(home):
    keep = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    return keep | {"HOME": str(home), "XDG_DATA_HOME": str(home / "data")}


def test_it_does_its_main_job_without_an_internet_socket(tmp_path, companion):
    log = tmp_path / "calls.txt"
    done = subprocess.run(
        [companion("strace"), "-f", "-e", "trace=network,execve", "-o", str(log),
         Path(BUNDLE).resolve() / "kiassess", "selftest"],
        env=environment(tmp_path), cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "ok      workbook from elsewhere" in done.stdout
    calls = log.read_text(encoding="utf-8", errors="replace")
    assert "--read-workbooks" in calls  # the process that reads workbooks was watched, too
    assert [call for call in calls.splitlines() if INTERNET.search(call)] == []


def test_nothing_for_the_network_lies_in_it():
    names = {file.name for file in Path(BUNDLE).rglob("*")}
    found = {n for n in names if re.search(r"QtNetwork|Qt6Network|libssl|libcrypto|_ssl|gnutls", n)}
    assert found == set()


def test_licences_lie_beside_the_program():
    for name in ("LICENSE", "THIRD-PARTY-NOTICES.txt", "sbom.cdx.json"):
        assert (Path(BUNDLE) / name).stat().st_size > 1000


@pytest.mark.parametrize("name", ["Ämter und Büros", "n" * 200])
def test_a_portable_copy_keeps_its_data_beside_itself(tmp_path, name):
    folder, home = tmp_path / name, tmp_path / "home"
    home.mkdir()
    shutil.copytree(BUNDLE, folder, symlinks=True)
    (folder / "kiassess-portable.txt").touch()
    command = [folder / "kiassess", "new", "Bad Probe", "--population", "9000"]
    subprocess.run(command, env=environment(home), cwd=home, check=True)
    assert (folder / "kiassess-data" / "kiassess.db").is_file()
    assert not list(home.rglob("*.db"))
