"""A file that is moved, deleted or replaced while it is open."""

from contextlib import closing

import pytest
from builders import NOON, make_answer

from kiassess.domain.errors import WorkspaceGoneError
from kiassess.store.answers import load_answers, save_answer
from kiassess.store.backups import backup_folder
from kiassess.store.putting_back import put_back
from kiassess.store.workspace import open_workspace

pytestmark = pytest.mark.skipif(
    "sys.platform == 'win32'", reason="Windows lets nobody move a file that is open"
)


@pytest.fixture
def answered(db, assessment):
    """A workspace with one answer."""
    save_answer(db, assessment.id, make_answer("q.one", 1), now=NOON)
    return db


@pytest.mark.parametrize("what", ["deleted", "moved", "folder deleted", "replaced"])
def test_a_change_is_refused_and_after_putting_back_nothing_is_missing(
    answered, assessment, file, what
):
    match what:
        case "deleted":
            file.unlink()
        case "moved":
            file.rename(file.with_name("woanders.db"))
        case "folder deleted":
            for path in file.parent.iterdir():
                path.unlink()
            file.parent.rmdir()
        case _:
            file.unlink()
            file.write_bytes(b"something else")
    with pytest.raises(WorkspaceGoneError):
        save_answer(answered, assessment.id, make_answer("q.two", 2), now=NOON)
    aside = put_back(answered, now=NOON)
    answered.close()
    with closing(open_workspace(file)) as db:
        assert load_answers(db, assessment.id) == {"q.one": make_answer("q.one", 1)}
        save_answer(db, assessment.id, make_answer("q.two", 2), now=NOON)
        assert len(load_answers(db, assessment.id)) == 2
    if what == "replaced":
        assert aside.parent == backup_folder(file)
        assert aside.read_bytes() == b"something else"
    else:
        assert aside is None


def test_what_cannot_be_put_back_is_said(answered, file):
    for path in file.parent.iterdir():
        path.unlink()
    file.parent.rmdir()
    file.parent.write_text("in the way", encoding="utf-8")
    with pytest.raises(WorkspaceGoneError):
        put_back(answered, now=NOON)


def test_a_drive_that_was_away_is_left_as_it_is(answered, file):
    answered.conn.close()  # what it knew is lost
    content = file.read_bytes()
    assert put_back(answered, now=NOON) is None
    assert file.read_bytes() == content
