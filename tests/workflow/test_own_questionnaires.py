"""The folder for questionnaires of one's own."""

import shutil

import pytest
from permissions import permissions

from kiassess.content.library import Library
from kiassess.domain.errors import ExportBlockedError
from kiassess.paths import bundled
from kiassess.workflow.checking import check_files
from kiassess.workflow.own_questionnaires import prepare_folder


def prepare(folder):
    prepare_folder(folder, bundled().questionnaires, bundled().example, "Beispiel")


def test_instructions_and_an_example_lie_ready(tmp_path):
    folder = tmp_path / "a" / "questionnaires"
    prepare(folder)
    assert "Fragenkatalog" in (folder / "README.md").read_text(encoding="utf-8")
    assert check_files([folder / "Beispiel"], Library(bundled().questionnaires)) == ()
    assert Library(folder).ids() == ()  # it is not offered before it is copied
    shutil.copytree(folder / "Beispiel" / "buergerbuero", folder / "buergerbuero")
    assert Library(folder).ids() == ("buergerbuero",)


def test_what_is_there_stays_as_it_is(tmp_path):
    prepare(tmp_path)
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    shutil.rmtree(tmp_path / "Beispiel" / "buergerbuero")
    prepare(tmp_path)
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"
    assert list((tmp_path / "Beispiel").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    with permissions(tmp_path, 0o500), pytest.raises(ExportBlockedError):
        prepare(tmp_path / "questionnaires")
