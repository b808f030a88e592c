"""The schema, and files of earlier programs."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from builders import NOON, load_all_answers, make_answer

from kiassess.domain.errors import BackupError
from kiassess.store.answers import load_answers, save_answer
from kiassess.store.assessments import load_assessments
from kiassess.store.backups import list_backups
from kiassess.store.format import APPLICATION_ID, FORMAT, MIGRATIONS
from kiassess.store.journal import load_steps
from kiassess.store.migrations import migrations
from kiassess.store.states import load_states
from kiassess.store.voices import load_voices
from kiassess.store.workspace import open_workspace

RELEASES = sorted((Path(__file__).parents[1] / "data" / "workspaces").glob("*.db"))
SECOND = next(path for path in RELEASES if path.stem == "0.1.0-schema-2")


def schema(path):
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type DESC, name"
        )
        return "\n\n".join(f"{sql};" for (sql,) in rows) + "\n"


def test_the_schema_is_reviewed_when_it_changes(file, check_golden):
    open_workspace(file).close()
    check_golden("schema.sql", schema(file))


def test_the_list_of_migrations_names_them_all(file):
    with closing(open_workspace(file)) as db:
        assert tuple(m.name for m in migrations.applied(db.utils)) == MIGRATIONS
        assert migrations.pending(db.utils) == []


def test_every_table_is_strict(file):
    with closing(open_workspace(file)) as db:
        rows = db.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
        lax = {name for name, strict in rows if not strict}
    assert {name for name in lax if not name.startswith(("sqlite_", "_sqlite_"))} == set()


# --- upgrading

OLD = f"""
    PRAGMA application_id = {APPLICATION_ID};
    PRAGMA user_version = 1;
    CREATE TABLE _sqlite_migrations (
        id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT
    );
    CREATE UNIQUE INDEX one ON _sqlite_migrations (migration_set, name);
    INSERT INTO _sqlite_migrations VALUES (1, 'kiassess', 'm0000_before', '2026-01-01');
    CREATE TABLE kept (word TEXT);
    INSERT INTO kept VALUES ('old');
"""


@pytest.fixture
def old(file):
    """A file as an earlier program might have left it: marked, with migrations pending."""
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(OLD)
    return file


def test_an_old_file_is_upgraded_and_keeps_its_content(old):
    with closing(open_workspace(old)) as db:
        assert load_assessments(db) == ()
        assert db.execute("SELECT word FROM kept").fetchall() == [("old",)]
        assert [m.name for m in migrations.applied(db.utils)] == ["m0000_before", *MIGRATIONS]


def test_before_an_upgrade_the_file_is_backed_up(old):
    before = schema(old)
    open_workspace(old).close()
    (backup,) = (old.parent / "towns-backups").iterdir()
    assert backup.name.endswith("Z upgrade.db")
    assert schema(backup) == before
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT word FROM kept").fetchall() == [("old",)]


def test_an_upgrade_is_made_once(old):
    open_workspace(old).close()
    content = old.read_bytes()
    open_workspace(old).close()
    assert old.read_bytes() == content
    assert len(list_backups(old)) == 1


def test_a_new_file_needs_no_backup(file):
    open_workspace(file).close()
    assert [path.name for path in file.parent.iterdir()] == ["towns.db"]


def test_an_upgrade_that_fails_changes_nothing(old):
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("CREATE TABLE journal (word TEXT)")  # in the way of the migration
    before, content = schema(old), old.read_bytes()
    for _ in range(2):
        with pytest.raises(sqlite3.OperationalError, match="already exists"):
            open_workspace(old)
    assert old.read_bytes() == content
    assert {schema(old.parent / "towns-backups" / b.name) for b in list_backups(old)} == {before}
    assert {path.name for path in old.parent.iterdir()} == {"towns.db", "towns-backups"}


def test_without_a_backup_there_is_no_upgrade(old):
    before = schema(old)
    (old.parent / "towns-backups").write_text("in the way", encoding="utf-8")
    with pytest.raises(BackupError):
        open_workspace(old)
    assert schema(old) == before


# --- files of earlier releases


def test_every_release_left_a_file():
    assert "0.1.0.db" in {path.name for path in RELEASES}


@pytest.fixture(params=RELEASES, ids=lambda path: path.stem)
def released(request, file):
    """A copy of the workspace that a release has left."""
    return Path(shutil.copy(request.param, file))


@pytest.mark.parametrize("read_only", [False, True], ids=["writing", "reading"])
def test_the_file_of_a_release_opens_for_ever(released, read_only):
    with closing(open_workspace(released, read_only=read_only)) as db:
        (assessment,) = load_assessments(db)
        answers = load_answers(db, assessment.id)
    assert assessment.municipality.name == "Musterstadt"
    assert {answer.state.value for answer in answers.values()} == {
        "answered",
        "unknown",
        "not_applicable",
        "open",
    }
    assert answers["data.inventory"].level == 2
    assert answers["data.inventory"].note == "Ä “=1+1” 🏛"


def test_the_file_of_a_release_can_be_worked_on(released):
    with closing(open_workspace(released)) as db:
        (assessment,) = load_assessments(db)
        save_answer(db, assessment.id, make_answer("data.access", 4), now=NOON)
        assert load_all_answers(db)[assessment.id]["data.access"].level == 4


def test_the_second_schema_keeps_voices_states_and_steps(file):
    with closing(open_workspace(Path(shutil.copy(SECOND, file)))) as db:
        (assessment,) = load_assessments(db)
        (state,) = load_states(db, assessment.id)
        voices = load_voices(db, assessment.id)
        steps = load_steps(db, assessment.id)
        assert db.execute("SELECT count(*) FROM kept_levels").fetchone() == (0,)
        assert db.execute("SELECT count(*) FROM saved_selection").fetchone() == (0,)
        assert db.execute("SELECT count(*) FROM entry").fetchone() == (0,)
        assert db.execute("PRAGMA user_version").fetchone() == (FORMAT,)
    assert (state.name, state.who) == ("Ratssitzung", "Amt 10")
    assert [voice.respondent for voice in voices["strat.vision"]] == ["Hauptamt, Frau Ö"]
    assert len(steps) == 26
    assert assessment.municipality.population == 9_100
    (backup,) = list_backups(file)
    with closing(sqlite3.connect(file.parent / "towns-backups" / backup.name)) as before:
        assert before.execute("PRAGMA user_version").fetchone() == (2,)


def test_the_file_of_a_release_gets_the_schema_of_today(released, tmp_path):
    open_workspace(released).close()
    open_workspace(tmp_path / "new.db").close()
    assert schema(released) == schema(tmp_path / "new.db")
