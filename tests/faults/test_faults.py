"""Whatever the disk refuses, at whatever moment: nothing acknowledged is lost, and it is said."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from faults.disk import build, run_driver

SCENARIOS = {  # and how many calls change something at least, so that none becomes empty
    "answer": 10,
    "answer-rollback": 15,
    "targets": 10,
    "undo": 6,
    "redo": 12,
    "freeze": 30,
    "new-assessment": 15,
    "open-answer-close": 25,
    "first-start": 40,
    "backup": 30,
    "hourly-backup": 30,
    "restore": 60,
    "restore-rollback": 70,
    "upgrade": 130,
    "move": 80,
    "put-back": 40,
    "delete": 200,
    "import": 60,
    "rescue": 60,
    "export": 4,
}
FILL = Path(__file__).with_name("fill_disk.py")
UNSHARE = ("--user", "--map-root-user", "--mount")


@pytest.fixture(scope="session")
def failing_disk(companion, tmp_path_factory):
    if sys.platform != "linux":
        pytest.skip("the failing disk is made for Linux")
    return build(companion("cc"), tmp_path_factory.mktemp("faults"))


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_failing_disk_loses_nothing_and_it_is_said(name, failing_disk, tmp_path):
    found = json.loads(run_driver(failing_disk, tmp_path, "try_faults.py", name))
    problems = found.pop("problems")
    print(name, found)  # noqa: T201 - how much was tried
    assert problems == []
    assert found["points"] >= SCENARIOS[name]
    assert found["runs"] >= found["points"] * 2
    assert found["refused"] >= found["points"]


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_the_window_says_it_each_time_and_keeps_the_answer(journal, failing_disk, tmp_path):
    found = json.loads(run_driver(failing_disk, tmp_path, "answer_window.py", journal))
    problems = found.pop("problems")
    print(journal, found)  # noqa: T201 - how much was tried
    assert problems == []
    assert found["points"] >= 5
    assert found["refused"] >= found["points"] * 5
    assert any("Datenträger ist voll" in sentence for sentence in found["sentences"])


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_a_full_disk_keeps_what_was_saved_and_the_rest_waits_for_room(journal, companion, tmp_path):
    unshare, mount = companion("unshare"), tmp_path / "mount"
    if subprocess.run([unshare, *UNSHARE, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system forbids namespaces of one's own")
    mount.mkdir()
    tests = FILL.parents[1]
    done = subprocess.run(
        [unshare, *UNSHARE, "env", f"PYTHONPATH={tests}",
         sys.executable, str(FILL), str(mount), journal],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["saved"] >= 10
    assert found["kept"], "an acknowledged answer is lost"
    assert found["waits"]
    assert not found["again"]
    assert len(found["said"]) == 2
    assert all(said.startswith("Der Datenträger ist voll") for said in found["said"])
    assert found["flushed"]
    assert found["at_last"], "what was on the screen is not on the disk"
    assert [name for name in found["left"] if ".tmp" in name or ".next" in name] == []
