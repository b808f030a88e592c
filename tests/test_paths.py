"""Where bundled and user files lie."""

import sys
from pathlib import Path

import pytest

from kiassess import paths
from kiassess.paths import bundled, data_folder, default_workspace, log_file, settings_file


@pytest.mark.parametrize("name", ["texts", "themes", "icons", "handbook", "municipalities"])
def test_bundled_folders_are_there(name):
    assert getattr(bundled(), name).is_dir()
    assert getattr(bundled(), name).parent == bundled().resources


def test_questionnaires_are_there():
    assert list(bundled().questionnaires.glob("*/*/structure.toml"))


def test_translations_lie_with_the_resources():
    assert bundled().translations == bundled().resources / "i18n"


def test_once_installed_everything_lies_inside_the_package(tmp_path, monkeypatch):
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(paths, "PACKAGE", tmp_path)
    assert bundled().questionnaires == tmp_path / "questionnaires"
    assert bundled().resources == tmp_path / "resources"


@pytest.mark.parametrize(
    ("platform", "variables", "folder"),
    [
        ("linux", {"XDG_DATA_HOME": "/x/data"}, "/x/data/kiassess"),
        ("linux", {"XDG_DATA_HOME": ""}, "/home/anna/.local/share/kiassess"),
        ("linux", {}, "/home/anna/.local/share/kiassess"),
        ("darwin", {}, "/home/anna/Library/Application Support/kiassess"),
        ("win32", {"LOCALAPPDATA": "/c/Local"}, "/c/Local/kiassess"),
        ("win32", {}, "/home/anna/AppData/Local/kiassess"),
    ],
)
def test_user_files_stay_on_this_computer(monkeypatch, platform, variables, folder):
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/anna"))
    monkeypatch.setattr(sys, "platform", platform)
    assert data_folder() == Path(folder)


def test_user_files_lie_together():
    for file in (default_workspace(), settings_file(), log_file()):
        assert file.parent == data_folder()
    assert default_workspace().name == "kiassess.db"


def test_a_portable_bundle_keeps_its_data_beside_itself(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "kiassess.exe"))
    assert data_folder() != tmp_path / "kiassess-data"
    (tmp_path / "kiassess-portable.txt").touch()
    assert data_folder() == tmp_path / "kiassess-data"
    assert default_workspace().parent == settings_file().parent == tmp_path / "kiassess-data"


def test_a_marker_beside_the_interpreter_means_nothing(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python3"))
    (tmp_path / "kiassess-portable.txt").touch()
    assert data_folder() != tmp_path / "kiassess-data"
