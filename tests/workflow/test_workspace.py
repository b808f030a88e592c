"""Opening a workspace: one writer, any number of readers, questionnaires as answered."""

import shutil
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest
from builders import NOON
from permissions import permissions

from kiassess.content.library import Library
from kiassess.domain.assessment import NewAssessment
from kiassess.domain.errors import (
    InvalidQuestionnaireError,
    ReadOnlyError,
    WorkspaceFolderError,
    WorkspaceGoneError,
    WorkspaceInUseError,
    WorkspaceUnreadableError,
    WorkspaceUnwritableError,
)
from kiassess.domain.municipality import Municipality
from kiassess.domain.profile import make_profile
from kiassess.workflow import assessing, deleting, listing
from kiassess.workflow.workspace import load_for_writing, open_for_reading, open_for_writing

WRITER = """
import sys
from pathlib import Path
from kiassess.content.library import Library
from kiassess.workflow.workspace import open_for_writing
workspace = open_for_writing(Path(sys.argv[1]), Library(Path(".")))
print("open", flush=True)
sys.stdin.read()
"""

RELEASES = sorted((Path(__file__).parents[1] / "data" / "workspaces").glob("*.db"))


def test_the_folder_is_made_with_the_file(file, library):
    with open_for_writing(file, library) as workspace:
        assert workspace.writable
        assert file.exists()
    assert sorted(path.name for path in file.parent.iterdir()) == ["towns.db", "towns.db.lock"]


def test_all_folders_on_the_way_are_made(tmp_path, library):
    with open_for_writing(tmp_path / "a" / "b" / "towns.db", library) as workspace:
        assert workspace.path.exists()


def test_a_second_writer_is_refused_and_told_who_was_first(workspace, file, library):
    with pytest.raises(WorkspaceInUseError) as caught:
        open_for_writing(file, library)
    assert caught.value.values["file"] == "towns.db"
    holder = caught.value.values["holder"]
    assert [part.strip() != "" for part in holder.split(",")] == [True] * 3
    assert workspace.writable


def test_after_closing_the_next_may_write(file, library):
    for _ in range(2):
        with open_for_writing(file, library) as workspace:
            assert workspace.writable
        assert not workspace.writable


def test_after_a_writer_was_killed_the_next_may_write(file, library):
    command = [sys.executable, "-c", WRITER, file]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "open\n"
        with pytest.raises(WorkspaceInUseError, match=str(other.pid)):
            open_for_writing(file, library)
        other.kill()
    with open_for_writing(file, library) as workspace:
        assert workspace.writable


def test_readers_read_while_one_writes(workspace, file, library, create):
    with (
        open_for_reading(file, library) as reader,
        open_for_reading(file, library) as other,
    ):
        made = create("Zell")
        for each in (reader, other):
            assert not each.writable
            assert assessing.find(each, made.id) == made


def test_a_reader_changes_nothing(workspace, file, library, opened):
    with open_for_reading(file, library) as reader:
        with pytest.raises(ReadOnlyError, match=r"towns\.db"):
            reader.writing_db()
        with pytest.raises(ReadOnlyError):
            deleting.delete(reader, opened.assessment.id, from_backups=False)
    assert assessing.find(workspace, opened.assessment.id)


def test_reading_makes_no_file(file, library):
    with pytest.raises(WorkspaceFolderError):
        open_for_reading(file, library)
    assert not file.parent.exists()


@pytest.mark.parametrize("opening", [open_for_writing, open_for_reading])
def test_what_is_no_workspace_is_left_alone(tmp_path, library, opening):
    path = tmp_path / "Beschluss.pdf"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(WorkspaceUnreadableError, match=r"Beschluss\.pdf"):
        opening(path, library)
    assert list(tmp_path.iterdir()) == [path]  # no lock file beside it


@pytest.mark.parametrize("opening", [open_for_writing, open_for_reading])
@pytest.mark.parametrize("name", ["/", ".", ".."])
def test_a_folder_is_no_workspace(tmp_path, library, opening, name, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WorkspaceUnreadableError, match=r"“.+”"):
        opening(Path(name), library)
    assert list(tmp_path.iterdir()) == []


def test_a_refused_file_is_not_kept_locked(file, library):
    file.parent.mkdir()
    file.write_bytes(b"SQLite format 3\x00" + bytes(5000))
    for _ in range(2):
        with pytest.raises(WorkspaceUnreadableError):
            open_for_writing(file, library)
    file.unlink()
    with open_for_writing(file, library) as workspace:
        assert workspace.writable


def test_a_folder_that_cannot_be_made_is_named(tmp_path, library):
    (tmp_path / "Daten").write_bytes(b"no folder")
    with pytest.raises(WorkspaceFolderError) as caught:
        open_for_writing(tmp_path / "Daten" / "towns.db", library)
    assert caught.value.values == {"file": "towns.db", "folder": str(tmp_path / "Daten")}


def test_a_read_only_folder_is_named(file, library):
    file.parent.mkdir()
    with permissions(file.parent, 0o555), pytest.raises(WorkspaceFolderError) as caught:
        open_for_writing(file, library)
    assert caught.value.values["folder"] == str(file.parent)


def test_a_read_only_folder_can_be_read(workspace, file, library, opened):
    workspace.close()
    with permissions(file.parent, 0o555), open_for_reading(file, library) as reader:
        assert assessing.load(reader, opened.assessment.id, "de").answers == {}


# --- the questionnaire as answered


@pytest.fixture
def own_library(tmp_path, library):
    """A library of which files can be changed."""
    folder = tmp_path / "questionnaires"
    shutil.copytree(library.folders()[0].parents[1], folder)
    return Library(folder)


def newer(library):
    """Publish a version 2.0.0 with another title."""
    old = library.folders()[0]
    folder = old.with_name("2.0.0")
    shutil.copytree(old, folder)
    for name in ("structure.toml", "de/questionnaire.toml"):
        text = (folder / name).read_text(encoding="utf-8")
        text = text.replace('version = "1.1.0"', 'version = "2.0.0"', 1)
        text = text.replace('title = "', 'title = "Neu: ', 1)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def own(file, own_library):
    """A workspace whose library can be changed."""
    with open_for_writing(file, own_library) as workspace:
        yield workspace


def begin(workspace, name):
    new = NewAssessment(Municipality(name), date(2026, 3, 2))
    return assessing.create(workspace, new, now=NOON)


def title(workspace, assessment):
    return workspace.edition(assessment.id).questionnaire("de").title


def test_the_questionnaire_stays_as_it_was_answered(own, own_library):
    old = begin(own, "Zell")
    newer(own_library)
    new = begin(own, "Aach")
    assert (old.questionnaire_version, new.questionnaire_version) == ("1.1.0", "2.0.0")
    assert title(own, new) == f"Neu: {title(own, old)}"


def test_what_is_remembered_of_a_questionnaire_is_never_that_of_another(own, own_library, file):
    with open_for_reading(file, own_library) as reader:
        old = begin(own, "Zell")
        usual = title(own, old)
        assert title(reader, old) == usual
        newer(own_library)
        deleting.delete(own, old.id, from_backups=False)
        new = begin(own, "Aach")
        assert title(own, new) == title(reader, new) == f"Neu: {usual}"


def test_a_questionnaire_is_read_once(own):
    first, second = begin(own, "Zell"), begin(own, "Aach")
    assert own.edition(first.id) is own.edition(second.id)
    outlines = own.outlines()
    assert outlines.keys() == {first.id, second.id}
    assert outlines[first.id] is outlines[second.id]


def test_what_a_list_knows_of_a_questionnaire_is_what_it_asks(own):
    made = begin(own, "Zell")
    questionnaire = own.edition(made.id).questionnaire("de")
    for extent, asked in own.outlines()[made.id].items():
        assert asked == {item.id for item in questionnaire.items(extent)}


def test_an_assessment_that_does_not_exist_has_none(own):
    with pytest.raises(LookupError):
        own.edition("gone")


def test_a_damaged_questionnaire_is_a_sentence(own, file, own_library):
    made = begin(own, "Zell")
    own.db.execute("UPDATE questionnaire SET content = '{}'")
    with (
        open_for_reading(file, own_library) as reader,
        pytest.raises(InvalidQuestionnaireError, match=r"towns\.db"),
    ):
        assessing.load(reader, made.id, "de")


# --- files of earlier releases


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_assessments_of_a_release_are_read_for_ever(file, library, release, language):
    file.parent.mkdir()
    shutil.copy(release, file)
    with open_for_writing(file, library) as workspace:
        (listed,) = listing.list_all(workspace)
        opened = assessing.load(workspace, listed.assessment.id, language)
        assert opened.questionnaire.language == language
        profile = make_profile(opened)
    assert (listed.progress.settled, listed.progress.unknown, listed.progress.total) == (20, 1, 22)
    assert [block.id for block in profile.blocks] == ["VIS", "HF", "DI", "GB", "KQ", "EW", "RM"]
    assert all(block.score.value is not None for block in profile.blocks)


def test_what_the_first_write_needs_can_be_loaded_before(workspace):
    load_for_writing()
    assert "sqlite_utils" in sys.modules


def test_the_worker_writes_through_a_connection_of_its_own(workspace):
    made = []

    def work():
        with workspace.beside() as beside:
            new = NewAssessment(Municipality("Aach"), date(2026, 11, 22))
            made.append(assessing.create(beside, new, now=NOON).id)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert [row.assessment.id for row in listing.list_all(workspace)] == made
    assert workspace.writable


def test_beside_a_reader_nothing_is_written(workspace):
    with workspace.beside(read_only=True) as beside, pytest.raises(WorkspaceUnwritableError):
        assessing.create(beside, NewAssessment(Municipality("Aach"), NOON.date()), now=NOON)


def test_beside_one_that_only_reads_nobody_writes(workspace, file, library):
    with open_for_reading(file, library) as reading, reading.beside(read_only=True) as beside:
        assert not beside.writable


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_no_new_file_is_made_beside_one_that_is_gone(workspace, file):
    away = file.with_name("weg.db")
    file.rename(away)
    with pytest.raises(WorkspaceGoneError), workspace.beside():
        pass
    assert not file.exists()
    away.rename(file)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move an open file")
class TestPuttingBack:
    """After the folder of an open workspace was moved away as a whole."""

    @pytest.fixture
    def moved(self, workspace, file):
        file.parent.rename(file.parent.with_name("Woanders"))
        return workspace

    def test_the_lock_is_the_one_others_ask_for(self, moved, file, library):
        moved.put_back(now=NOON)
        assert moved.writable
        with pytest.raises(WorkspaceInUseError):
            open_for_writing(file, library)

    def test_another_program_that_began_anew_there_is_not_overwritten(self, moved, file, library):
        with open_for_writing(file, library) as other:
            with pytest.raises(WorkspaceInUseError):
                moved.put_back(now=NOON)
            assert other.in_place
