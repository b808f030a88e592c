"""Deleting: it says what goes, and afterwards the bytes are gone."""

from datetime import timedelta

import pytest
from builders import NOON, make_answer

from kiassess.domain.backups import BackupKind
from kiassess.domain.errors import BackupError, UnknownAssessmentError
from kiassess.domain.municipality import Municipality
from kiassess.store.backups import backup_file, backup_folder
from kiassess.workflow import assessing, deleting, safekeeping, states

SECRET = b"Geheimhausen"
WORDS = "Notiz aus Geheimhausen " + "x" * 5000  # more than a page


@pytest.fixture
def secret(workspace, create):
    """An assessment with a secret in every field, overwritten once, and a frozen state."""
    municipality = Municipality("Geheimhausen", district="Kreis Geheimhausen")
    opened = assessing.load(workspace, create(municipality=municipality).id, "de")
    for note in (WORDS, WORDS.upper().replace("GEHEIMHAUSEN", "Geheimhausen"), "Geheimhausen"):
        given = make_answer("data.inventory", 2, note=note, responsible="Frau Geheimhausen")
        opened = assessing.answer(workspace, opened, given, now=NOON)
    states.freeze(workspace, opened, "Stand Geheimhausen", now=NOON)
    return opened.assessment.id


def files_with(folder, word):
    return {file.name for file in folder.rglob("*") if file.is_file() and word in file.read_bytes()}


def test_it_says_what_goes(workspace, secret):
    safekeeping.back_up(workspace, BackupKind.MANUAL, now=NOON)
    (backup_folder(workspace.path) / "2026-01-01T000000Z damaged.db").write_bytes(b"x")
    found = deleting.belongings(workspace, secret)
    assert (found.answers, found.notes, found.states) == (1, 1, ("Stand Geheimhausen",))
    assert (found.backups, found.aside) == (1, 1)
    assert found.steps >= 1


def test_nothing_of_it_is_left_in_the_database(workspace, file, secret, create):
    other = create("Bleibtstadt").id
    assert files_with(file.parent, SECRET)
    deleting.delete(workspace, secret, from_backups=False)
    assert files_with(file.parent, SECRET) == set()  # the log included, while it is open
    assert assessing.load(workspace, other, "de").assessment.municipality.name == "Bleibtstadt"


def test_backups_keep_it_unless_the_user_says_so(workspace, file, secret, create):
    create("Bleibtstadt")
    backup = safekeeping.back_up(workspace, BackupKind.MANUAL, now=NOON)
    deleting.delete(workspace, secret, from_backups=False)
    assert files_with(file.parent, SECRET) == {backup.name}


def test_it_goes_from_the_backups_and_what_was_set_aside(workspace, file, secret, create):
    create("Bleibtstadt")
    made = [
        safekeeping.back_up(workspace, kind, now=NOON + timedelta(days=day))
        for day, kind in enumerate((BackupKind.DAILY, BackupKind.HOURLY, BackupKind.MANUAL))
    ]
    aside = backup_folder(file) / "2026-01-01T000000Z damaged.db"
    aside.write_bytes(b"\0" * 99 + SECRET)
    deleting.delete(workspace, secret, from_backups=True)
    assert files_with(file.parent, SECRET) == set()
    assert not aside.exists()
    assert safekeeping.list_backups(file) == tuple(reversed(made))
    for backup in made:
        assert safekeeping.content_of(file, backup).assessments == 1


def test_it_goes_from_what_a_killed_program_has_left_of_a_backup(workspace, file, secret):
    safekeeping.back_up(workspace, BackupKind.MANUAL, now=NOON)
    draft = backup_folder(file) / "2026-03-02T120000.000Z daily.tmp-wal"
    draft.write_bytes(b"\0" * 99 + SECRET)
    deleting.delete(workspace, secret, from_backups=True)
    assert files_with(file.parent, SECRET) == set()


def test_a_backup_nobody_can_read_goes_altogether(workspace, file, secret):
    made = safekeeping.back_up(workspace, BackupKind.MANUAL, now=NOON)
    content = backup_file(file, made).read_bytes()
    backup_file(file, made).write_bytes(bytes(4096) + content[4096:])
    deleting.delete(workspace, secret, from_backups=True)
    assert files_with(file.parent, SECRET) == set()
    assert safekeeping.list_backups(file) == ()


def test_a_backup_that_cannot_be_changed_keeps_the_assessment(workspace, file, secret):
    made = safekeeping.back_up(workspace, BackupKind.MANUAL, now=NOON)
    backup_file(file, made).with_suffix(".tmp").mkdir()  # in the way
    with pytest.raises(BackupError):
        deleting.delete(workspace, secret, from_backups=True)
    assert assessing.load(workspace, secret, "de").answers


def test_what_is_not_there_cannot_be_deleted(workspace):
    with pytest.raises(UnknownAssessmentError):
        deleting.belongings(workspace, "0000aaaa")
