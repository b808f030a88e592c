"""Rescuing damaged workspaces: real files, damaged page by page."""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import NOON, make_answer, make_assessment

from kiassess.domain.assessment import Facts, Voice
from kiassess.domain.backups import BackupKind
from kiassess.domain.entry_tables import key_of
from kiassess.domain.errors import WorkspaceUnreadableError
from kiassess.domain.history import StepKind, Subject, stacks
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality
from kiassess.domain.planning import PlanEntry
from kiassess.domain.states import FrozenState
from kiassess.domain.voices import by_key, voice_key
from kiassess.store.aligning import Editions
from kiassess.store.answers import load_answers, save_answer
from kiassess.store.assessments import (
    delete_assessment,
    insert_assessment,
    load_assessments,
    load_questionnaire_json,
    load_questionnaire_keys,
)
from kiassess.store.backups import backup_folder, list_backups, make_backup
from kiassess.store.contents import load_contents
from kiassess.store.entries import load_entries
from kiassess.store.journal import load_heads, load_steps, record
from kiassess.store.kept_levels import keep_levels
from kiassess.store.rescue import is_damaged_workspace, rescue, set_aside
from kiassess.store.salvage import salvage
from kiassess.store.states import StoredState, insert_state, load_state, load_states
from kiassess.store.table_rows import DERIVED, TABLES
from kiassess.store.voices import load_voices
from kiassess.store.workspace import open_workspace

PAGE = 4096
ITEMS = 30
HEARD = 4  # of them also answered by a respondent
LATE = 20  # answers given after the backup
RELEASE = Path(__file__).parents[1] / "data" / "workspaces" / "0.1.0.db"
LEGAL = 'stand = "2026-08-02"\n' + "".join(f'[a{n}]\ntitle = "KI-VO {n}"\n' for n in range(300))
# As long as it has to be to lie on several pages, like a real one.
CONTENT = json.dumps(
    {"id": "demo", "version": "1.0.0", "texts": [f"Frage {n}" for n in range(900)]}
)
SELECTIONS = {"Kreis Süd": '{"districts": ["Kreis Süd"]}', "2026\n{}": '{"years": [2026]}'}
OTHER = json.dumps({"id": "demo", "version": "2.0.0", "texts": [f"Neu {n}" for n in range(900)]})


def name_of(content):
    read = json.loads(content)
    return (read["id"], read["version"]) if "id" in read else None


NONE_INSTALLED = Editions(lambda _catalogue, _version: None, name_of)


def at(minute):
    return NOON + timedelta(minutes=minute)


class Clerk:
    """Works on a workspace and remembers every value ever given."""

    def __init__(self, db):
        self.db = db
        self.given = {}
        self.minute = 0

    def now(self):
        self.minute += 1
        return at(self.minute)

    def answer(self, assessment, item, level, **facts):
        answer = make_answer(item, level, note=f"Notiz {self.minute} „Ä“", **facts)
        self.given.setdefault((assessment.id, item), []).append(answer)
        save_answer(self.db, assessment.id, answer, now=self.now(), who="Amt 10")

    def hear(self, assessment, item, respondent, level):
        answer = make_answer(item, level, note=f"Notiz {self.minute} „Ä“")
        voice, key = Voice(respondent, answer, self.now(), "office"), voice_key(item, respondent)
        self.given.setdefault((assessment.id, key), []).append(voice)
        changes = {(Subject.VOICE, key): voice}
        record(self.db, assessment.id, StepKind.IMPORT, changes, now=self.now(), who="Amt 10")

    def keep(self, assessment, entry_id, title):
        entry = PlanEntry(entry_id, title, note=f"Notiz {self.minute} „Ä“")
        self.given.setdefault((assessment.id, key_of(entry)), []).append(entry)
        changes = {key_of(entry): entry}
        record(self.db, assessment.id, StepKind.PLAN, changes, now=self.now(), who="Amt 10")


def fill(db, *, back_up=True):
    """Four assessments with thirty answers each, a backup, then twenty more answers."""
    clerk = Clerk(db)
    made = [
        make_assessment(n, municipality=Municipality(f"Stadt {n}", population=9_000))
        for n in range(1, 5)
    ]
    for assessment in made:
        insert_assessment(db, assessment, CONTENT)
        for item in range(ITEMS):
            clerk.answer(assessment, f"q.{item:02}", item % 5)
        for item in range(HEARD):
            clerk.hear(assessment, f"q.{item:02}", "Hauptamt, Frau Ö", item)
            clerk.keep(assessment, f"m.{item}", f"Maßnahme {item}")
    facts = Facts(Extent.QUICK, date(2026, 5, 5), None, 4_000)
    changes = {(Subject.FACTS, ""): facts}
    record(db, made[1].id, StepKind.FACTS, changes, now=clerk.now())
    answers = load_answers(db, made[0].id)
    head = FrozenState("Ratssitzung", clerk.now(), "Amt 10", "1.0.0")
    stored = StoredState(head, made[0], answers, dict.fromkeys(answers, NOON), 1, LEGAL)
    insert_state(db, stored)
    for name, content in SELECTIONS.items():
        db.execute("INSERT INTO saved_selection VALUES (?, ?)", [name, content])
    keep_levels(db, {assessment.id: bytes(ITEMS) for assessment in made})
    if back_up:
        make_backup(db.conn, db.path, BackupKind.DAILY, now=clerk.now())
    chance = random.Random(5)
    for number in range(LATE):
        town = made[number % 4]
        clerk.answer(town, f"q.{chance.randrange(ITEMS):02}", chance.randrange(5))
        if number % 5 == 0:
            clerk.hear(town, f"q.{chance.randrange(6):02}", "Hauptamt, Frau Ö", number % 4)
            clerk.hear(town, f"q.{chance.randrange(6):02}", "IT", number % 4)
            clerk.keep(town, f"m.{chance.randrange(6)}", f"Maßnahme {number}")
    clerk.answer(made[0], "q.00", 0)
    last = load_steps(db, made[0].id)[-1]
    undo = {(c.subject, c.item_id): c.before for c in last.changes}
    record(db, made[0].id, StepKind.UNDO, undo, now=clerk.now(), undoes=last.head.number)
    return clerk


def selections(path):
    """The selections somebody has named, as they are stored."""
    with closing(sqlite3.connect(path)) as db:
        return dict(db.execute("SELECT name, content FROM saved_selection"))


def everything(path):
    """All that can be loaded of a workspace; nothing of it may fail."""
    with closing(open_workspace(path, thorough=True)) as db:
        found = {}
        keys = load_questionnaire_keys(db)
        for assessment in load_assessments(db):
            load_questionnaire_json(db, keys[assessment.id])
            heads = load_heads(db, assessment.id)
            assert [head.number for head in heads] == list(range(1, len(heads) + 1))
            stacks(heads)
            states = load_states(db, assessment.id)
            found[assessment.id] = (
                assessment,
                load_answers(db, assessment.id),
                load_steps(db, assessment.id),
                tuple(load_state(db, assessment.id, state.name) for state in states),
                by_key(load_voices(db, assessment.id)),
                load_entries(db, assessment.id),
            )
        return found


class Town:
    """A damaged copy of a workspace, and what was in it."""

    def __init__(self, template, folder, truth, given):
        self.path = Path(shutil.copytree(template.parent, folder)) / template.name
        self.truth = truth
        self.given = given

    def damage(self, page, how, *, length=PAGE):
        content = bytearray(self.path.read_bytes())
        content[(page - 1) * PAGE : (page - 1) * PAGE + length] = how(length)
        self.path.write_bytes(content)

    def rescue(self, editions=NONE_INSTALLED, **facts):
        return rescue(self.path, now=at(600), editions=editions, **facts)

    def check(self, result, before):
        """What holds after every rescue with a backup."""
        assert Path(result.aside).read_bytes() == before
        found = everything(self.path)
        assert found.keys() == self.truth.keys()
        newest = True
        for key, (assessment, answers, _, states, voices, entries) in found.items():
            known, right, _, frozen, said, kept = self.truth[key]
            assert assessment.municipality.name == known.municipality.name
            assert assessment.facts == known.facts
            assert states == frozen
            assert answers.keys() == right.keys()
            for item, answer in answers.items():
                assert answer in self.given[key, item]
            assert voices.keys() <= said.keys()  # some were given after the backup
            for name, voice in voices.items():
                assert voice in self.given[key, name]
            assert entries.keys() <= kept.keys()
            for name, entry in entries.items():
                assert entry in self.given[key, name]
            newest = newest and answers == right and voices == said and entries == kept
        assert result.answers == sum(len(one[1]) + len(one[4]) for one in found.values())
        assert result.assessments == len(found)
        assert result.lost == ()
        assert newest or not result.complete
        return newest, {key: steps for key, (_, _, steps, *_) in found.items()}


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """The workspace that is damaged, closed as usual."""
    path = tmp_path_factory.mktemp("template") / "towns.db"
    with closing(open_workspace(path)) as db:
        clerk = fill(db)
    return path, everything(path), clerk.given


@pytest.fixture
def town(filled, tmp_path):
    """A copy to be damaged."""
    path, truth, given = filled
    return Town(path, tmp_path / "Rathaus Süd", truth, given)


def zeros(length):
    return bytes(length)


def ones(length):
    return b"\xff" * length


def noise(length):
    return random.Random(length).randbytes(length)


# --- one page damaged


@pytest.mark.parametrize("turn", [0, 1])
def test_whichever_page_is_damaged_every_answer_is_rescued(filled, tmp_path, turn):
    path, truth, given = filled
    pages = path.stat().st_size // PAGE
    assert 30 < pages < 120
    gaps = 0
    for page in range(1, pages + 1):
        town = Town(path, tmp_path / str(page), truth, given)
        town.damage(page, (zeros, ones, noise)[(page + turn) % 3])
        before = town.path.read_bytes()
        result = town.rescue()
        newest, steps = town.check(result, before)
        assert selections(town.path) == SELECTIONS, page
        assert newest, page  # an answer stands in two places, and only one page is damaged
        gaps += steps != {key: known[2] for key, known in truth.items()}
        shutil.rmtree(town.path.parent)
    assert gaps < pages / 4  # the rest of the journal is as it was


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_damaged_no_answer_is_invented(filled, tmp_path, seed):
    path, truth, given = filled
    chance = random.Random(seed)
    pages = path.stat().st_size // PAGE
    for number in range(8):
        town = Town(path, tmp_path / str(number), truth, given)
        for page in chance.sample(range(1, pages + 1), chance.choice([2, 5, 15, pages])):
            town.damage(page, chance.choice([zeros, ones, chance.randbytes]))
        before = town.path.read_bytes()
        town.check(town.rescue(), before)


def test_an_answer_of_which_a_letter_is_wrong_is_not_called_certain(town):
    content = town.path.read_bytes()
    notes = [f"Notiz {n} „Ä“".encode() for n in range(125, 145)]
    note = next(note for note in notes if content.count(note) == 2)  # in its table, in the journal
    town.path.write_bytes(content.replace(note, note.replace(b"Notiz", b"Kotiz"), 1))
    assert not town.rescue().complete


@pytest.mark.parametrize("seed", range(3))
def test_single_bytes_are_no_trap(filled, tmp_path, seed):
    path, truth, given = filled
    chance = random.Random(seed)
    for number in range(8):
        town = Town(path, tmp_path / str(number), truth, given)
        content = bytearray(town.path.read_bytes())
        for _ in range(chance.choice([1, 30, 1000])):
            content[chance.randrange(len(content))] = chance.randrange(256)
        town.path.write_bytes(content)
        result = town.rescue()
        assert Path(result.aside).read_bytes() == content
        assert everything(town.path).keys() == truth.keys()


# --- the file cut short, its log damaged


@pytest.mark.parametrize("size", [1, 99, 100, 4095, 4096, 40_000, 100_000, -1])
def test_a_file_cut_short_is_rescued(town, size):
    os.truncate(town.path, size % town.path.stat().st_size)
    before = town.path.read_bytes()
    town.check(town.rescue(), before)


def leave_open(source, folder):
    """Copy a workspace as a killed program leaves it: the latest changes are in its log only."""
    folder.mkdir()
    for file in source.parent.glob(f"{source.name}*"):
        if not file.name.endswith("-shm"):
            shutil.copy(file, folder)
    return folder / source.name


@pytest.fixture
def unclosed(tmp_path):
    """A workspace whose log holds everything since the backup, and what was answered."""
    path = tmp_path / "open" / "towns.db"
    path.parent.mkdir()
    with closing(open_workspace(path)) as db:
        clerk = fill(db)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        db.execute("PRAGMA wal_autocheckpoint = 0")
        for item in range(10):
            clerk.answer(make_assessment(1), f"q.{item:02}", 4)
        left = leave_open(path, tmp_path / "left")
        right = load_answers(db, make_assessment(1).id)
    return left, right, clerk.given


def test_what_stands_in_the_log_only_is_rescued(unclosed):
    path, right, _ = unclosed
    log = Path(f"{path}-wal").read_bytes()
    content = bytearray(path.read_bytes())
    content[:PAGE] = bytes(PAGE)
    path.write_bytes(content)
    result = rescue(path, now=at(600), editions=NONE_INSTALLED)
    assert everything(path)[make_assessment(1).id][1] == right
    assert result.complete
    assert Path(f"{result.aside}-wal").read_bytes() == log
    assert Path(result.aside).read_bytes() == content


def test_a_damaged_log_costs_no_more_than_its_damaged_pages(unclosed):
    path, right, given = unclosed
    log = Path(f"{path}-wal")
    content = bytearray(log.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 600] = noise(600)
    log.write_bytes(content)
    result = rescue(path, now=at(600), editions=NONE_INSTALLED)
    found = everything(path)[make_assessment(1).id][1]
    assert result.complete is False
    assert found["q.09"] == right["q.09"]
    assert all(answer in given[make_assessment(1).id, item] for item, answer in found.items())


def test_without_its_log_the_file_and_the_backup_are_used(unclosed):
    path, _, given = unclosed
    Path(f"{path}-wal").unlink()
    content = bytearray(path.read_bytes())
    content[2 * PAGE : 3 * PAGE] = bytes(PAGE)
    path.write_bytes(content)
    rescue(path, now=at(600), editions=NONE_INSTALLED)
    found = everything(path)
    assert len(found) == 4
    for key, (_, answers, *_) in found.items():
        assert all(answer in given[key, item] for item, answer in answers.items())


def test_a_newer_backup_tells_what_an_older_file_has_forgotten(tmp_path):
    path = tmp_path / "towns.db"
    with closing(open_workspace(path)) as db:
        clerk = fill(db, back_up=False)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        old = path.read_bytes()
        clerk.answer(make_assessment(1), "q.00", 4)
        made = make_assessment(9, created_at=clerk.now(), changed_at=clerk.now())
        insert_assessment(db, made, CONTENT)
        clerk.answer(made, "q.00", 3)
        make_backup(db.conn, path, BackupKind.DAILY, now=clerk.now())
    truth = everything(path)
    path.write_bytes(old[: 5 * PAGE] + bytes(PAGE) + old[6 * PAGE :])
    rescue(path, now=at(600), editions=NONE_INSTALLED)
    assert everything(path) == truth


# --- backups


def test_without_a_backup_what_is_readable_is_rescued(filled, tmp_path):
    path, truth, given = filled
    lost = 0
    for page in range(1, path.stat().st_size // PAGE + 1):
        town = Town(path, tmp_path / str(page), truth, given)
        shutil.rmtree(backup_folder(town.path))
        town.damage(page, zeros)
        try:
            result = town.rescue(Editions(lambda *_: CONTENT, name_of))
        except WorkspaceUnreadableError:
            lost += 1
            continue
        assert result.backup is None
        for key, (_, answers, *_) in everything(town.path).items():
            assert answers == truth[key][1]
        assert len(everything(town.path)) == 4
        shutil.rmtree(town.path.parent)
    assert lost == 1  # the page of the assessments themselves, whose answers nobody can assign


def test_a_damaged_backup_is_passed_over_for_an_older_one(town):
    (older,) = list_backups(town.path)
    file = backup_folder(town.path) / "2026-03-02T200000.000Z daily.db"
    shutil.copy(backup_folder(town.path) / older.name, file)
    with file.open("r+b") as newer:
        newer.seek(3 * PAGE)
        newer.write(noise(PAGE))
    town.damage(1, zeros, length=town.path.stat().st_size)
    result = town.rescue()
    assert result.backup == older
    assert result.from_backup == result.answers == 4 * (ITEMS + HEARD)
    assert not result.complete


def test_what_was_deleted_stays_deleted(filled, tmp_path):
    template, truth, given = filled
    gone = make_assessment(2).id
    path = Path(shutil.copytree(template.parent, tmp_path / "deleted")) / template.name
    with closing(open_workspace(path)) as db:
        delete_assessment(db, gone)
    right = everything(path)
    for page in range(2, path.stat().st_size // PAGE + 1, 2):
        town = Town(path, tmp_path / str(page), truth, given)
        town.damage(page, ones)
        town.rescue()
        found = everything(town.path)
        assert found.keys() == right.keys(), page
        with closing(sqlite3.connect(town.path)) as db:
            names = {name for (name,) in db.execute("SELECT name FROM municipality")}
        assert names == {"Stadt 1", "Stadt 3", "Stadt 4"}
        shutil.rmtree(town.path.parent)


def test_a_deleted_selection_stays_deleted(town):
    with closing(open_workspace(town.path)) as db:
        db.execute("DELETE FROM saved_selection WHERE name = 'Kreis Süd'")
        (root,) = db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'saved_selection'"
        ).fetchone()
    town.damage(5, noise)
    town.rescue()
    assert list(selections(town.path)) == ["2026\n{}"]
    town.damage(root, noise)
    town.rescue()  # the page that says so is damaged: the backup knows both
    assert selections(town.path) == SELECTIONS


def test_a_removed_answer_stays_removed(town):
    with closing(open_workspace(town.path)) as db:
        assessment = make_assessment(1)
        (item, *_) = load_answers(db, assessment.id)
        record(db, assessment.id, StepKind.ANSWER, {(Subject.ANSWER, item): None}, now=at(500))
    town.damage(1, zeros)
    town.rescue()
    assert item not in everything(town.path)[assessment.id][1]


def test_after_a_restore_the_backup_made_before_it_tells_nothing_new(tmp_path):
    path = tmp_path / "towns.db"
    town = make_assessment(1)
    with closing(open_workspace(path)) as db:
        clerk = fill(db)
        copy = path.read_bytes(), Path(f"{path}-wal").read_bytes()
        for item in range(5, ITEMS):
            clerk.answer(town, f"q.{item:02}", 4)
        make_backup(db.conn, path, BackupKind.RESTORE, now=clerk.now())
    path.write_bytes(copy[0])
    Path(f"{path}-wal").write_bytes(copy[1])
    with closing(open_workspace(path)) as db:  # and worked on
        clerk.db = db
        for number in range(ITEMS):
            clerk.answer(town, f"q.{number % 5:02}", number % 4)
    right = {key: found[1] for key, found in everything(path).items()}
    for page in range(2, path.stat().st_size // PAGE + 1):
        damaged = Town(path, tmp_path / str(page), {}, {})
        damaged.damage(page, ones)
        damaged.rescue()
        assert {key: found[1] for key, found in everything(damaged.path).items()} == right, page
        shutil.rmtree(damaged.path.parent)


# --- questionnaires


def without_questionnaires(path):
    """Overwrite every page on which a part of a questionnaire stands."""
    content = bytearray(path.read_bytes())
    for start in range(0, len(content), PAGE):
        page = content[start : start + PAGE]
        if b"Frage " in page or b"Neu " in page:
            content[start : start + PAGE] = noise(PAGE)
    path.write_bytes(content)


def test_a_lost_questionnaire_is_taken_from_what_is_installed(town):
    shutil.rmtree(backup_folder(town.path))
    content = town.path.read_bytes()
    without_questionnaires(town.path)
    damaged = town.path.read_bytes()
    asked = []
    head = content.index(b"demo1.0.0") // PAGE * PAGE  # the page of the table itself
    town.path.write_bytes(damaged[:head] + content[head : head + PAGE] + damaged[head + PAGE :])

    def find(catalogue, version):
        asked.append((catalogue, version))
        return CONTENT

    town.rescue(Editions(find, name_of))
    assert asked == [("demo", "1.0.0")]
    assert len(everything(town.path)) == 4


def test_an_assessment_without_its_questionnaire_is_named_as_lost(tmp_path):
    path = tmp_path / "towns.db"
    with closing(open_workspace(path)) as db:
        for number, content in ((1, CONTENT), (2, OTHER)):
            town = Municipality(f"Stadt {number}")
            version = f"{number}.0.0"
            assessment = make_assessment(number, municipality=town, questionnaire_version=version)
            insert_assessment(db, assessment, content)
            save_answer(db, assessment.id, make_answer("q.1", 3), now=NOON)
    without_questionnaires(path)
    content = path.read_bytes()
    with pytest.raises(WorkspaceUnreadableError):
        rescue(path, now=NOON, editions=NONE_INSTALLED)
    assert path.read_bytes() == content
    assert not backup_folder(path).exists()


# --- old files


@pytest.mark.parametrize("page", [1, 2, 3, 7, 20])
def test_a_damaged_file_of_an_earlier_program_is_rescued(tmp_path, page):
    path = Path(shutil.copy(RELEASE, tmp_path / "towns.db"))
    right = everything(Path(shutil.copy(RELEASE, tmp_path / "right.db")))
    (tmp_path / "towns-backups").mkdir()
    shutil.copy(RELEASE, tmp_path / "towns-backups" / "2026-01-01T000000.000Z daily.db")
    content = bytearray(path.read_bytes())
    content[(page - 1) * PAGE : page * PAGE] = ones(PAGE)
    path.write_bytes(content)
    result = rescue(path, now=NOON, editions=NONE_INSTALLED)
    found = everything(path)
    assert {key: one[:2] for key, one in found.items()} == {
        key: one[:2] for key, one in right.items()
    }
    assert result.backup is not None


def test_without_a_backup_an_old_file_is_rescued_too(tmp_path):
    path = Path(shutil.copy(RELEASE, tmp_path / "towns.db"))
    right = everything(Path(shutil.copy(RELEASE, tmp_path / "right.db")))
    content = bytearray(path.read_bytes())
    content[:16] = bytes(16)
    path.write_bytes(content)
    rescue(path, now=NOON, editions=NONE_INSTALLED)
    assert everything(path) == right


# --- what is set aside, and what is not rescued


def test_nothing_is_set_aside_twice(town):
    town.damage(5, zeros)
    first = set_aside_copy(town)
    second = set_aside_copy(town)
    assert first == second
    town.damage(6, ones)
    assert set_aside_copy(town) != first
    assert len(list(backup_folder(town.path).glob("*damaged*"))) == 2


def set_aside_copy(town):
    """Rescue, and put the damaged file back as if the program had been killed."""
    content = town.path.read_bytes()
    aside = Path(town.rescue().aside)
    put_damaged_back(town, content)
    assert aside.read_bytes() == content
    return aside


def put_damaged_back(town, content):
    for log in ("-wal", "-shm", "-journal"):
        Path(f"{town.path}{log}").unlink(missing_ok=True)
    town.path.write_bytes(content)


def test_a_file_of_no_use_is_moved_with_its_log(town):
    content = town.path.read_bytes()
    Path(f"{town.path}-wal").write_bytes(b"log")
    aside = set_aside(town.path, now=at(600))
    assert aside.read_bytes() == content
    assert Path(f"{aside}-wal").read_bytes() == b"log"
    assert sorted(file.name for file in town.path.parent.iterdir()) == ["towns-backups"]


def test_where_nothing_can_be_read_nothing_is_changed(town):
    shutil.rmtree(backup_folder(town.path))
    town.damage(1, noise, length=town.path.stat().st_size)
    before = town.path.read_bytes()
    with pytest.raises(WorkspaceUnreadableError, match=r"towns\.db"):
        town.rescue()
    assert town.path.read_bytes() == before
    assert [file.name for file in town.path.parent.iterdir()] == ["towns.db"]


def test_an_empty_workspace_is_made_anew(tmp_path):
    path = tmp_path / "towns.db"
    open_workspace(path).close()
    with path.open("r+b") as file:
        file.seek(17 * PAGE)
        file.write(noise(PAGE))
    rescue(path, now=NOON, editions=NONE_INSTALLED)
    assert everything(path) == {}


def test_a_rescued_workspace_writes_as_quickly_as_a_new_one(town):
    town.damage(4, zeros)
    town.rescue()
    with closing(open_workspace(town.path)) as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        save_answer(db, make_assessment(1).id, make_answer("q.new", 1), now=at(700))


@pytest.mark.parametrize(
    ("damage", "ours"),
    [
        pytest.param(lambda town: town.damage(5, noise), True, id="a-page"),
        pytest.param(lambda town: town.damage(1, noise), True, id="header-but-backups"),
        pytest.param(lambda town: town.damage(1, lambda _: b"\x7f", length=1), True, id="a-byte"),
    ],
)
def test_a_damaged_file_is_known_as_ours(town, damage, ours):
    damage(town)
    assert is_damaged_workspace(town.path) is ours


def test_what_was_never_ours_is_not(town, tmp_path):
    pdf = tmp_path / "bericht.pdf"
    pdf.write_bytes(b"%PDF-1.7" + noise(5000))
    assert not is_damaged_workspace(pdf)
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE places (id INTEGER)")
    assert not is_damaged_workspace(other)
    with closing(sqlite3.connect(town.path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert not is_damaged_workspace(town.path)  # of a newer program
    shutil.rmtree(backup_folder(town.path))
    town.damage(1, noise)
    assert not is_damaged_workspace(town.path)
    assert not is_damaged_workspace(tmp_path / "missing.db")


# --- killed meanwhile

RESCUER = """
import json, sys
from datetime import UTC, datetime
from pathlib import Path
from kiassess.store.aligning import Editions
from kiassess.store.rescue import rescue

print("begun", flush=True)
rescue(Path(sys.argv[1]), now=datetime(2026, 3, 3, tzinfo=UTC),
       editions=Editions(lambda *_: None, lambda _: None))
print("done", flush=True)
"""


def test_killed_at_any_moment_it_is_rescued_the_next_time(filled, tmp_path):
    path, truth, given = filled
    town = Town(path, tmp_path / "killed", truth, given)
    town.damage(5, noise)
    before = town.path.read_bytes()
    chance = random.Random(3)
    longest = None
    for _ in range(20):
        command = [sys.executable, "-c", RESCUER, str(town.path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as rescuer:
            assert rescuer.stdout.readline() == "begun\n"
            if longest is None:  # once to its end, to know how long it takes
                begun = time.monotonic()
                assert rescuer.stdout.readline() == "done\n"
                longest = time.monotonic() - begun
            with suppress(subprocess.TimeoutExpired):
                rescuer.wait(chance.uniform(0, longest))
            rescuer.kill()
        if town.path.read_bytes() == before and not Path(f"{town.path}.next").exists():
            continue
        found = everything(town.path)  # the new file is whole, or not there at all
        assert {key: one[1] for key, one in found.items()} == {
            key: one[1] for key, one in truth.items()
        }
        put_damaged_back(town, before)
    result = town.rescue()
    town.check(result, before)
    assert len(list(backup_folder(town.path).glob("*damaged*"))) == 1
    assert list(town.path.parent.glob("*.tmp*")) == []


# --- nothing is forgotten


def test_every_table_is_rescued(filled):
    path, *_ = filled
    with closing(open_workspace(path)) as db:
        tables = {
            name: [row[1] for row in db.execute(f"PRAGMA table_info({name})")]
            for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(("sqlite_", "_sqlite_"))
        }
        assert tables.keys() >= DERIVED  # they fill themselves again
        tables = {name: columns for name, columns in tables.items() if name not in DERIVED}
        assert {name: list(kind._fields) for name, kind in TABLES.items()} == tables
        contents = load_contents(db)
        for name in tables:
            (count,) = db.execute(f"SELECT count(*) FROM {name}").fetchone()
            assert len(list(contents.rows(name))) == count > 0


def test_a_sound_file_is_read_completely(filled):
    path, *_ = filled
    found = salvage(path.read_bytes())
    with closing(open_workspace(path)) as db:
        contents = load_contents(db)
    contents.uses = set()  # they follow from the rest
    assert found.contents == contents
    assert found.complete == TABLES.keys()
    assert found.existing == contents.assessments.keys()


def test_what_is_rescued_is_what_was_there_row_by_row(town):
    with closing(open_workspace(town.path)) as db:
        before = load_contents(db)
    town.rescue()
    with closing(open_workspace(town.path)) as db:
        assert load_contents(db) == before
