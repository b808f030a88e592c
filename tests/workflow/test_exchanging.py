"""Exchange files from one town hall to another: whole, or refused with nothing changed."""

import json
import os
import random
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from builders import NOON, make_answer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packages import mark_of
from permissions import permissions
from probe import FOLDER, PROBE, probe
from schema_check import problems

from kiassess.content.library import Library
from kiassess.domain.assessment import AiInUse, Answer, Evidence, EvidenceType, NewAssessment
from kiassess.domain.backups import BackupKind
from kiassess.domain.edition_change import compare_editions
from kiassess.domain.errors import (
    BackupError,
    ExchangeDamagedError,
    ExchangeEditionError,
    ExchangeFolderError,
    ExchangeForeignError,
    ExchangeTooLargeError,
    ExchangeUnreadableError,
    ReadOnlyError,
    UnknownAssessmentError,
    UnknownFormatError,
    WorkspaceProtectedError,
)
from kiassess.domain.kinds import Extent
from kiassess.domain.merge_plan import Difference, MergeKind, OnConflict
from kiassess.domain.municipality import Municipality
from kiassess.exchange import exchange_file
from kiassess.exchange.exchange_file import read_package, to_bytes
from kiassess.exchange.strict_json import canonical
from kiassess.paths import questionnaire_folders
from kiassess.store.backups import backup_folder, list_backups
from kiassess.workflow import assessing, exchanging, history, listing, moving, states
from kiassess.workflow.exchange_reading import exchange_files
from kiassess.workflow.exporting import EXCHANGE, export, is_exchange_file
from kiassess.workflow.workspace import open_for_reading, open_for_writing

LATER = NOON + timedelta(days=7)
OLD = Path(__file__).parents[1] / "data" / "workspaces" / "0.1.0.db"
NOTE = "Frau Müller-Lüdenscheidt weiß es"


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """A small questionnaire, first in its oldest version; and the legal table."""
    folder = tmp_path_factory.mktemp("installed")
    shutil.copytree(FOLDER / PROBE / "1.0.0", folder / PROBE / "1.0.0")
    shutil.copytree(questionnaire_folders()[0] / "legal", folder / "legal")
    return Library(folder)


@pytest.fixture
def other(tmp_path, library):
    """Another town hall."""
    with open_for_writing(tmp_path / "Kreis" / "kreis.db", library) as workspace:
        yield workspace


@pytest.fixture
def town(workspace):
    """The id of an assessment in which nothing is missing."""
    return make_town(workspace)


def make_town(workspace, name="Musterstedt, Stadt"):
    municipality = Municipality(
        name, key="08421099", state="Sachsen", district="Musterkreis", population=9_123
    )
    new = NewAssessment(municipality, NOON.date(), questionnaire_id=PROBE)
    opened = assessing.load(workspace, assessing.create(workspace, new, now=NOON).id, "de")
    full = Answer(
        "room.kettle",
        level=3,
        state=make_answer("room.kettle", 3).state,
        note=NOTE,
        evidence=Evidence(EvidenceType.DOCUMENT, "Az. 12/3", NOON.date()),
        target=4,
        responsible="Hauptamt",
    )
    given = [full, make_answer("room.cups", "U"), make_answer("plants.pots", "N")]
    for minute, answer in enumerate(given):
        at = NOON + timedelta(minutes=minute)
        opened = assessing.answer(workspace, opened, answer, now=at)
    states.freeze(workspace, opened, "Beschluss", now=NOON + timedelta(hours=1))
    assessing.change_facts(
        workspace, opened, replace(opened.assessment.facts, ai_in_use=AiInUse.NO), now=LATER
    )
    history.undo(workspace, opened.assessment.id, now=LATER)
    return opened.assessment.id


def answer(workspace, town, item_id, given, *, now=LATER):
    """Give an answer, as in the window."""
    opened = assessing.load(workspace, town, "de")
    assessing.answer(workspace, opened, make_answer(item_id, given), now=now)


def write(workspace, town, folder, name="town"):
    """An exchange file of an assessment."""
    file = folder / f"{name}.kiassess"
    file.write_bytes(to_bytes(exchanging.package_of(workspace, town)))
    return file


def take(workspace, *files, on_conflict=OnConflict.ASK, now=LATER):
    """Import files."""
    return exchanging.import_files(workspace, files, on_conflict, now=now)


def one(outcomes):
    """What became of the only file."""
    (outcome,) = outcomes
    assert outcome.error is None, outcome.error
    return outcome.summary


def everything(workspace):
    """All rows of a workspace."""
    return "\n".join(workspace.db.conn.iterdump())


def refused(workspace, file):
    """Why a file is refused; nothing is changed by it."""
    before, backups = everything(workspace), list_backups(workspace.path)
    (outcome,) = take(workspace, file)
    assert outcome.summary is None
    assert everything(workspace) == before
    assert list_backups(workspace.path) == backups
    (seen,) = exchanging.preview(workspace, [file])
    assert type(seen.error) is type(outcome.error)
    return outcome.error


def sealed(file, change):
    """Another file with a change in it and the checksum that belongs to it."""
    content = json.loads(file.read_bytes())["content"]
    change(content)
    whole = {"kiassess_exchange": 1, "content": content, "checksum": mark_of(canonical(content))}
    target = file.with_name("changed.kiassess")
    target.write_bytes(canonical(whole).encode())
    return target


# --- out and in


def test_what_is_imported_is_exported_as_the_same_bytes(workspace, other, town, tmp_path):
    file = write(workspace, town, tmp_path)
    summary = one(take(other, file))
    assert summary.kind is MergeKind.NEW
    assert summary.counts[Difference.NEWER_THERE] == 3
    assert write(other, town, tmp_path, "again").read_bytes() == file.read_bytes()
    assert problems(json.loads(file.read_bytes())) == []
    assert list_backups(other.path) == ()  # nothing was changed that was there


def test_an_imported_assessment_can_be_worked_with(workspace, other, town, tmp_path):
    take(other, write(workspace, town, tmp_path))
    mine, theirs = (assessing.load(one, town, "en") for one in (workspace, other))
    assert mine == theirs
    assert states.open_state(other, town, "beschluss", "de").opened.answers == mine.answers
    history.redo(other, town, now=LATER)
    assert assessing.load(other, town, "de").assessment.ai_in_use is AiInUse.NO
    assert [listed.assessment.id for listed in listing.list_all(other)] == [town]


ITEMS = [item.id for item in probe("1.0.0").items()]
ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(ITEMS),
        st.integers(0, 4) | st.just("U"),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    )
    | st.sampled_from(["undo", "redo", "freeze"]),
    max_size=8,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actions=ACTIONS)
def test_any_history_arrives_as_the_same_bytes(workspace, tmp_path_factory, library, actions):
    new = NewAssessment(Municipality("Ö"), NOON.date(), questionnaire_id=PROBE)
    town = assessing.create(workspace, new, now=NOON).id
    for number, action in enumerate(actions):
        at = NOON + timedelta(seconds=17 * number)
        opened = assessing.load(workspace, town, "de")
        if isinstance(action, tuple):
            item_id, given_, note = action
            made = make_answer(item_id, given_, note=note)
            assessing.answer(workspace, opened, made, now=at)
        elif action == "freeze":
            states.freeze(workspace, opened, f"Stand {number}", now=at)
        else:
            getattr(history, action)(workspace, town, now=at)
    folder = tmp_path_factory.mktemp("any")
    file = write(workspace, town, folder)
    with open_for_writing(folder / "other.db", library) as elsewhere:
        assert one(take(elsewhere, file)).kind is MergeKind.NEW
        assert write(elsewhere, town, folder, "again").read_bytes() == file.read_bytes()
        assert one(take(elsewhere, file)).kind is MergeKind.SAME


def test_the_oldest_workspace_can_be_handed_on(tmp_path, library):
    shutil.copy(OLD, tmp_path / "old.db")
    with open_for_writing(tmp_path / "old.db", library) as old:
        ids = [listed.assessment.id for listed in listing.list_all(old)]
        files = [write(old, each, tmp_path, each) for each in ids]
    assert files
    with open_for_writing(tmp_path / "new.db", library) as new:
        assert [outcome.error for outcome in take(new, *files)] == [None] * len(files)
        for each, file in zip(ids, files, strict=True):
            assert write(new, each, tmp_path, "again").read_bytes() == file.read_bytes()


def test_what_was_moved_to_another_version_arrives_with_both(town, workspace, tmp_path, library):
    shutil.copytree(FOLDER / PROBE, tmp_path / "newer" / PROBE)
    shutil.copytree(questionnaire_folders()[0] / "legal", tmp_path / "newer" / "legal")
    before = write(workspace, town, tmp_path, "before")
    with (
        open_for_writing(tmp_path / "a.db", Library(tmp_path / "newer")) as here,
        open_for_writing(tmp_path / "b.db", library) as there,
    ):
        take(here, before)
        take(there, before)
        opened = assessing.load(here, town, "de")
        newer = moving.newer_version(here, opened)
        change = compare_editions(opened, newer)
        moving.move(
            here, opened, newer, change.by_default(), state_name="Vor dem Wechsel", now=LATER
        )
        file = write(here, town, tmp_path)
        assert len(read_package(file.read_bytes(), "").questionnaires) == 2
        assert one(take(there, file)).kind is MergeKind.CONTINUED
        assert write(there, town, tmp_path, "again").read_bytes() == file.read_bytes()
        assert one(take(there, before)).kind is MergeKind.MIXED  # older: nothing is taken
        history.undo(there, town, now=LATER)
        assert assessing.load(there, town, "de").answers == opened.answers


def test_another_version_on_a_branch_of_its_own_is_refused(town, workspace, tmp_path):
    shutil.copytree(FOLDER / PROBE, tmp_path / "newer" / PROBE)
    shutil.copytree(questionnaire_folders()[0] / "legal", tmp_path / "newer" / "legal")
    file = write(workspace, town, tmp_path)
    with open_for_writing(tmp_path / "a.db", Library(tmp_path / "newer")) as there:
        take(there, file)
        opened = assessing.load(there, town, "de")
        newer = moving.newer_version(there, opened)
        moving.move(there, opened, newer, (), state_name="Vorher", now=LATER)
        file = write(there, town, tmp_path)
    answer(workspace, town, "room.radio", 2)
    error = refused(workspace, file)
    assert isinstance(error, ExchangeEditionError)
    assert error.values == {
        "file": "town.kiassess", "name": "Musterstedt, Stadt", "here": "1.0.0", "there": "3.0.0",
    }  # fmt: skip


# --- merging


@pytest.fixture
def branches(workspace, other, town, tmp_path):
    """A file from elsewhere: one answer changed there, one here, one on both sides."""
    take(other, write(workspace, town, tmp_path))
    answer(workspace, town, "room.fridge", 1)
    answer(workspace, town, "room.kettle", 1)
    answer(other, town, "room.radio", 2)
    answer(other, town, "room.kettle", 2)
    return write(other, town, tmp_path, "back")


@pytest.mark.parametrize(("on_conflict", "kettle"), [("ask", 1), ("keep", 1), ("take", 2)])
def test_both_sides_of_the_work_are_kept(workspace, town, branches, on_conflict, kettle):
    (seen,) = exchanging.preview(workspace, [branches])
    summary = one(take(workspace, branches, on_conflict=OnConflict(on_conflict)))
    assert seen.summary == summary
    assert summary.counts == {
        Difference.SAME: 2, Difference.NEWER_HERE: 1, Difference.NEWER_THERE: 1,
        Difference.BOTH_CHANGED: 1,
    }  # fmt: skip
    assert [one.key[1] for one in summary.conflicts] == ["room.kettle"]
    answers = assessing.load(workspace, town, "de").answers
    levels = [answers[item].level for item in ("room.fridge", "room.radio", "room.kettle")]
    assert levels == [1, 2, kettle]
    assert [backup.kind for backup in list_backups(workspace.path)] == [BackupKind.IMPORT]


def test_an_import_can_be_taken_back(workspace, town, branches):
    before = assessing.load(workspace, town, "de").answers
    take(workspace, branches, on_conflict=OnConflict.TAKE)
    history.undo(workspace, town, now=LATER)
    assert assessing.load(workspace, town, "de").answers == before


def test_an_import_is_signed(workspace, town, branches):
    workspace.who = "Herr Ä"
    take(workspace, branches)
    assert history.last_step(workspace, town).head.who == "Herr Ä"


def test_one_backup_is_made_however_many_files_come(workspace, other, tmp_path):
    towns = [make_town(workspace, f"Dorf {n}") for n in range(3)]
    files = [write(workspace, town, tmp_path, town) for town in towns]
    take(other, *files)
    for town in towns:
        answer(workspace, town, "room.radio", 0)
    files = [write(workspace, town, tmp_path, town) for town in towns]
    assert [outcome.summary.kind for outcome in take(other, *files)] == [MergeKind.CONTINUED] * 3
    assert len(list_backups(other.path)) == 1
    assert [outcome.summary.kind for outcome in take(other, *files)] == [MergeKind.SAME] * 3
    assert len(list_backups(other.path)) == 1


def test_without_a_backup_nothing_is_taken(workspace, other, town, tmp_path):
    take(other, write(workspace, town, tmp_path))
    answer(workspace, town, "room.radio", 0)
    more = make_town(workspace, "Neu")
    files = [write(workspace, each, tmp_path, each) for each in (town, more)]
    backup_folder(other.path).write_text("a file in the way", encoding="utf-8")
    before = to_bytes(exchanging.package_of(other, town))
    outcomes = take(other, *files)
    assert [type(outcome.error) for outcome in outcomes] == [BackupError] * 2
    assert len(listing.list_all(other)) == 1
    assert to_bytes(exchanging.package_of(other, town)) == before


def test_two_files_of_one_assessment_in_one_go(workspace, other, town, tmp_path):
    first = write(workspace, town, tmp_path, "1")
    answer(workspace, town, "room.radio", 0)
    second = write(workspace, town, tmp_path, "2")
    kinds = [MergeKind.NEW, MergeKind.CONTINUED, MergeKind.MIXED]
    files = [first, second, first]
    assert [seen.summary.kind for seen in exchanging.preview(other, files)][:2] == kinds[:2]
    assert [outcome.summary.kind for outcome in take(other, *files)] == kinds
    assert write(other, town, tmp_path, "3").read_bytes() == second.read_bytes()


# --- refusing


def test_what_is_refused_does_not_stop_the_others(workspace, other, town, tmp_path):
    good = write(workspace, town, tmp_path)
    bad = tmp_path / "a.kiassess"
    bad.write_bytes(good.read_bytes()[:500])
    told = []
    outcomes = exchanging.import_files(
        other,
        [bad, good, tmp_path / "missing.kiassess"],
        OnConflict.ASK,
        now=LATER,
        progress=lambda done, total: told.append((done, total)),
    )
    kinds = [type(outcome.error) for outcome in outcomes]
    assert kinds == [ExchangeDamagedError, type(None), ExchangeUnreadableError]
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_what_cannot_be_opened_is_refused(workspace, tmp_path, monkeypatch):
    assert isinstance(refused(workspace, tmp_path / "x"), ExchangeUnreadableError)
    assert isinstance(refused(workspace, tmp_path / "x\0y"), ExchangeUnreadableError)
    assert isinstance(refused(workspace, tmp_path), ExchangeFolderError)
    assert isinstance(refused(workspace, Path(__file__)), ExchangeForeignError)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.kiassess")
        assert isinstance(refused(workspace, tmp_path / "pipe.kiassess"), ExchangeUnreadableError)
    monkeypatch.setattr("kiassess.workflow.exchange_reading.LARGEST_BYTES", 1_000)
    monkeypatch.setattr(exchange_file, "LARGEST_BYTES", 1_000)
    (tmp_path / "large").write_bytes(bytes(1_001))
    assert isinstance(refused(workspace, tmp_path / "large"), ExchangeTooLargeError)


def structure(content):
    (raw,) = content["questionnaires"].values()
    return raw["structure"]


def resealed(change):
    """Change the questionnaire, and name it by its new checksum everywhere."""

    def changed(content):
        (old,) = content["questionnaires"]
        change(content)
        (raw,) = content["questionnaires"].values()
        new = mark_of(canonical(raw))
        text = canonical(content).replace(old, new)
        content |= json.loads(text)

    return changed


def every_item(**facts):
    def changed(content):
        for item in structure(content)["item"]:
            item.update(facts)

    return resealed(changed)


def with_legal(text):
    def changed(content):
        (state,) = content["states"]
        state["legal_table"] = mark_of(text)
        content["legal_tables"] = {mark_of(text): text}

    return changed


def rename_answer(content):
    content["answers"]["other.thing"] = content["answers"].pop("room.cups")
    content["journal"] = []


def another_in_journal(content):
    nothing = {"subject": "answer", "item": "other.thing", "before": None, "after": None}
    content["journal"][0]["changes"].append(nothing)


def rename_in_state(content):
    answers = content["states"][0]["answers"]
    answers["other.thing"] = answers.pop("room.cups")


LONG_KEY = "a." * 300_000 + "a = 1\n"
MANY = [{"id": f"x.{'a' * n}"} for n in range(1, 1_900)]
LANGUAGES = [f"l{n}" for n in range(30)]


@pytest.mark.parametrize(
    ("change", "where"),
    [
        pytest.param(resealed(lambda c: structure(c).pop("item")), "questionnaires", id="no-items"),
        pytest.param(
            resealed(lambda c: structure(c).update(item=[{"id": []}, 1])),
            "questionnaires",
            id="odd-items",
        ),
        pytest.param(
            resealed(lambda c: structure(c).update(item=MANY, languages=LANGUAGES)),
            "questionnaires",
            id="many-items",
        ),
        pytest.param(
            resealed(lambda c: structure(c).update(languages=[])), "questionnaires", id="speechless"
        ),
        pytest.param(every_item(primary={"a": 1}), "questionnaires", id="odd-primary"),
        pytest.param(every_item(secondary=[["VIS"]]), "questionnaires", id="odd-secondary"),
        pytest.param(every_item(area=[]), "questionnaires", id="odd-area"),
        pytest.param(every_item(extents=3), "questionnaires", id="odd-extents"),
        pytest.param(every_item(extents=["quick"]), "answers", id="asks-nothing"),
        pytest.param(rename_answer, "answers", id="unknown-item"),
        pytest.param(another_in_journal, "journal", id="unknown-item-in-journal"),
        pytest.param(rename_in_state, "states", id="unknown-item-in-state"),
        pytest.param(with_legal("as_of = 1"), "legal_tables", id="odd-legal-table"),
        pytest.param(with_legal("as_of = [[["), "legal_tables", id="broken-legal-table"),
        pytest.param(with_legal(LONG_KEY), "legal_tables", id="long-key"),
        pytest.param(with_legal('"' * 900_001), "legal_tables", id="quotation-marks"),
        pytest.param(with_legal('"\\' * 450_000), "legal_tables", id="backslashes"),
        pytest.param(with_legal("a" * 999_999), "legal_tables", id="one-word"),
        pytest.param(with_legal("[[entry]]\n" * 90_000), "legal_tables", id="many-entries"),
        pytest.param(with_legal("x = " + "[" * 900_000), "legal_tables", id="deep-list"),
    ],
)
def test_what_does_not_go_together_is_refused(workspace, other, town, tmp_path, change, where):
    file = sealed(write(workspace, town, tmp_path), change)
    error = refused(other, file)
    assert isinstance(error, ExchangeDamagedError)
    assert error.values["where"] == where


def test_damage_never_changes_anything(workspace, other, town, tmp_path):
    file = write(workspace, town, tmp_path)
    real = file.read_bytes()
    take(other, file)
    before = everything(other)
    chance = random.Random(500)
    bad = tmp_path / "bad.kiassess"
    for _ in range(150):
        data = bytearray(real)
        place = chance.randrange(len(data))
        match chance.randrange(3):
            case 0:
                data[place] ^= 1 << chance.randrange(8)
            case 1:
                del data[place:]
            case _:
                data[place:place] = chance.randbytes(5)
        bad.write_bytes(data)
        (outcome,) = take(other, bad)
        assert outcome.error is not None or outcome.summary.kind is MergeKind.SAME
    assert everything(other) == before


def test_a_workspace_that_is_read_only_takes_nothing(workspace, other, town, tmp_path):
    file = write(workspace, town, tmp_path)
    with open_for_reading(other.path, other.library) as reader:
        (seen,) = exchanging.preview(reader, [file])
        assert seen.summary.kind is MergeKind.NEW
        with pytest.raises(ReadOnlyError):
            take(reader, file)


def test_where_nothing_can_be_written_any_more_all_that_is_left_is_refused(
    workspace, other, tmp_path
):
    files = [write(workspace, make_town(workspace), tmp_path, str(n)) for n in range(3)]
    before = everything(other)
    other.db.execute("PRAGMA query_only = ON")
    errors = [outcome.error for outcome in take(other, *files)]
    assert [type(error) for error in errors] == [WorkspaceProtectedError] * 3
    assert everything(other) == before


def test_a_file_that_may_not_be_read_is_refused(workspace, town, tmp_path):
    file = write(workspace, town, tmp_path)
    with permissions(file, 0):
        assert isinstance(refused(workspace, file), ExchangeUnreadableError)


# --- files and folders


def test_a_folder_stands_for_the_exchange_files_in_it(tmp_path):
    for name in ("b.kiassess", "A.KIASSESS", ".c.kiassess", "d.txt", "e.kiassess.bak"):
        (tmp_path / name).touch()
    (tmp_path / "deeper.kiassess").mkdir()
    found = exchange_files([tmp_path / "d.txt", tmp_path, tmp_path / "b.kiassess"])
    assert [file.name for file in found] == ["d.txt", "A.KIASSESS", "b.kiassess", "deeper.kiassess"]
    empty = tmp_path / "deeper.kiassess"
    assert exchange_files([empty, tmp_path / "missing"]) == (empty, tmp_path / "missing")


def test_files_that_cannot_be_used_are_known_before_a_workspace_is_made(workspace, town, tmp_path):
    file = write(workspace, town, tmp_path)
    missing = tmp_path / "x"
    (outcome,) = exchanging.refusals([missing])
    assert isinstance(outcome.error, ExchangeUnreadableError)
    assert exchanging.refusals([missing, file]) == ()


def test_the_export_writes_what_the_import_reads(workspace, other, town, tmp_path):
    opened = assessing.load(workspace, town, "de")
    package = exchanging.package_of(workspace, town[:8])
    target = tmp_path / f"Stand.{EXCHANGE.upper()}"
    assert is_exchange_file(target)
    assert export(opened, target, None, now=NOON, changed={}, package=package) == target
    assert one(take(other, target)).kind is MergeKind.NEW
    with pytest.raises(UnknownFormatError):
        export(opened, target, None, now=NOON, changed={})
    with pytest.raises(UnknownAssessmentError):
        exchanging.package_of(workspace, "abcd")


# --- without names


def test_an_anonymous_file_holds_nothing_that_was_typed(workspace, other, town, texts_de, tmp_path):
    bare = exchanging.anonymous_package(exchanging.package_of(workspace, town), texts_de)
    file = tmp_path / "anonym.kiassess"
    file.write_bytes(to_bytes(bare))
    text = file.read_text(encoding="utf-8")
    secret = (
        NOTE, "Az. 12/3", "Hauptamt", "Musterstedt", "Musterkreis", "08421099", town, "9123",
        "nothing of the kind here", "Beschluss", "2026-03", "document",
    )  # fmt: skip
    texts = canonical(json.loads(text)["content"]["questionnaires"])
    assert {word for word in secret if word in text.replace(texts, "")} == set()
    assert one(take(other, file)).kind is MergeKind.NEW
    opened = assessing.load(other, bare.assessment.id, "de")
    assert opened.assessment.municipality.name.startswith("Anonyme Kommune ")
    assert (opened.assessment.extent, opened.answers["room.kettle"].level) == (Extent.FULL, 3)
    again = exchanging.anonymous_package(exchanging.package_of(workspace, town), texts_de)
    assert again.assessment.id != bare.assessment.id
    assert write(other, bare.assessment.id, tmp_path).read_bytes() == file.read_bytes()
