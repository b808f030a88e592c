"""Files that are opened with the program, each time as a process of its own."""

import os
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiassess import paths
from kiassess.content.library import Library
from kiassess.domain.assessment import Answer, AnswerState, NewAssessment
from kiassess.domain.municipality import Municipality
from kiassess.exchange.exchange_file import to_bytes
from kiassess.workflow import assessing, exchanging
from kiassess.workflow.workspace import open_for_writing

DRIVER = Path(__file__).parent / "drivers" / "opening_window.py"
NOW = datetime(2026, 11, 22, 13, 32, tzinfo=UTC)
SECONDS = 60


@pytest.fixture
def library():
    return Library(paths.bundled().questionnaires)


@pytest.fixture
def environment(tmp_path):
    """A home of its own, no screen, and a workspace."""
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "LOCALAPPDATA": str(tmp_path / "data"),
        "KIASSESS_WORKSPACE": str(tmp_path / "Rathaus Süd" / "kiassess.db"),
        "KIASSESS_LANGUAGE": "de",
    }


@pytest.fixture
def packed(tmp_path, library):
    """Exchange files of two municipalities."""
    folder = tmp_path / "Post für uns"
    folder.mkdir()
    files = []
    with open_for_writing(tmp_path / "elsewhere" / "kreis.db", library) as workspace:
        for name in ("Ulm", "Köln"):
            new = NewAssessment(Municipality(name), date(2026, 11, 22))
            made = assessing.create(workspace, new, now=NOW)
            opened = assessing.load(workspace, made.id, "de")
            answer = Answer("data.access", AnswerState.ANSWERED, 3)
            assessing.answer(workspace, opened, answer, now=NOW)
            files.append(folder / f"{name}.kiassess")
            files[-1].write_bytes(to_bytes(exchanging.package_of(workspace, made.id)))
    return files


def start(command, environment, cwd=None):
    return subprocess.Popen(
        [sys.executable, *map(str, command)],
        env=environment, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        encoding="utf-8",
    )  # fmt: skip


def window(environment, count, *arguments, cwd=None):
    """The program; it ends after ``count`` files have been seen."""
    return start([DRIVER, count, *arguments], {**environment, "PYTHONUTF8": "1"}, cwd)


def told(child):
    """All lines of a window that has closed, without those about being ready."""
    out, complaints = child.communicate(timeout=SECONDS)
    assert "Traceback" not in complaints
    return child.returncode, [line for line in out.splitlines() if line != "ready"]


def test_a_file_named_at_the_start_is_previewed_and_nothing_is_taken(environment, packed, library):
    status, lines = told(window(environment, 1, packed[0]))
    assert (status, len(lines)) == (0, 1)
    assert lines[0].startswith("Ulm.kiassess | neu")
    with open_for_writing(Path(environment["KIASSESS_WORKSPACE"]), library) as workspace:
        assert not workspace.db.execute("SELECT count(*) FROM assessment").fetchone()[0]


def test_several_files_share_one_preview_wherever_they_are_named_from(environment, packed):
    names = [file.name for file in packed]
    child = window(environment, 2, *names, cwd=packed[0].parent)
    status, lines = told(child)
    assert status == 0
    assert {line.partition(" | ")[0] for line in lines} == set(names)


def test_a_file_may_follow_the_options(environment, packed, tmp_path):
    elsewhere = tmp_path / "other.db"
    status, lines = told(window(environment, 1, "--workspace", elsewhere, packed[1]))
    assert status == 0
    assert lines[0].startswith("Köln.kiassess | neu")
    assert elsewhere.is_file()


def test_a_file_that_comes_as_an_event_is_previewed_too(environment, packed):
    status, lines = told(window(environment, 1, "--event", packed[0]))
    assert status == 0
    assert lines[0].startswith("Ulm.kiassess | neu")


def test_a_second_start_hands_its_file_over(environment, packed):
    first = window(environment, 1)
    assert first.stdout.readline() == "ready\n"
    second = start(["-m", "kiassess", packed[1]], environment)
    _, complaint = second.communicate(timeout=SECONDS)
    assert (second.returncode, complaint) == (0, "")
    status, lines = told(first)
    assert status == 0
    assert lines[0].startswith("Köln.kiassess | neu")
    folder = Path(environment["KIASSESS_WORKSPACE"]).parent
    assert not [file for file in folder.iterdir() if file.suffix in {".show", ".tmp"}]


def test_several_starts_at_once_end_in_one_window(environment, packed):
    """As Windows does it: one start for each of the files chosen."""
    starts = [window(environment, 2, file) for file in packed]
    found = [told(child) for child in starts]
    assert [status for status, _ in found] == [0, 0]
    seen = [line.partition(" | ")[0] for _, lines in found for line in lines]
    assert sorted(seen) == sorted(file.name for file in packed)
    assert [] in [lines for _, lines in found]


def test_a_window_that_only_reads_says_why_it_takes_nothing(environment, packed, library):
    file = Path(environment["KIASSESS_WORKSPACE"])
    with closing(open_for_writing(file, library)):
        status, lines = told(window(environment, 2, packed[0]))
    assert status == 0
    assert all("nur zum Lesen" in line for line in lines)
    assert lines[1].endswith("Bitte ändern Sie die Angaben in dem anderen Fenster.")


def test_a_file_that_is_not_there_is_one_sentence(environment, tmp_path):
    child = start(["-m", "kiassess", tmp_path / "fort.kiassess"], environment)
    _, complaint = child.communicate(timeout=SECONDS)
    assert child.returncode == 1
    assert complaint.startswith("„fort.kiassess“ kann nicht gelesen werden.")
