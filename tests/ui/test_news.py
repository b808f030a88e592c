"""What is new is told once after an update, and to nobody who has just begun."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QLabel, QTextBrowser

from kiassess import __version__, paths
from kiassess.ui.dialogs.handbook import HandbookWindow
from kiassess.ui.news import is_updated
from kiassess.ui.settings import Settings
from kiassess.ui.warming import Warming
from kiassess.ui.widgets.notice import Notice

CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "kiassess.ini"


def settings_of(file, *, version="", used=True):
    """What a former version has left behind."""
    made = Settings(file)
    if version:
        made.version = version
    if used:
        made.geometry = QByteArray(b"place")
    return made


@pytest.mark.parametrize(
    ("before", "used", "now", "told"),
    [
        ("", False, "0.2.0", False),  # the very first start
        ("", True, "0.2.0", True),  # 0.1.0 did not say who it was
        ("0.1.0", True, "0.2.0", True),
        ("0.9.1", True, "0.10.0", True),
        ("0.2.0", True, "0.2.0", False),
        ("0.10.0", True, "0.9.1", False),  # an older one once more
    ],
)
def test_it_is_told_after_an_update_only(file, before, used, now, told):
    settings = settings_of(file, version=before, used=used)
    assert is_updated(settings, now) is told
    assert is_updated(settings, now) is False
    assert is_updated(Settings(file), now) is False  # in the next process, too


def test_an_older_version_does_not_make_the_next_update_new_again(file):
    settings = settings_of(file, version="0.3.0")
    assert not is_updated(settings, "0.2.0")
    assert not is_updated(settings, "0.3.0")


def notice(window):
    return window.findChild(Notice, "news-notice")


def warm_up(window, settings, wait_for_worker):
    Warming(window, settings).warm_up()
    wait_for_worker(window)


def test_the_start_page_says_so_and_leads_to_the_handbook(window, file, wait_for_worker):
    warm_up(window, settings_of(file, version="0.0.9"), wait_for_worker)
    assert __version__ in notice(window).findChild(QLabel, "notice-sentence").text()
    assert notice(window).isVisible()
    notice(window).followed.emit()
    handbook = window.findChild(HandbookWindow)
    assert handbook.findChild(QTextBrowser, "text").toPlainText().startswith("Was ist neu")
    handbook.close()


def test_nothing_is_said_the_next_time(window, file, wait_for_worker):
    settings_of(file, version=__version__)
    warm_up(window, Settings(file), wait_for_worker)
    assert notice(window) is None


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_version_has_its_news(language):
    text = (paths.bundled().handbook / language / "news.md").read_text(encoding="utf-8")
    released = re.findall(r"^## \[(\d[\d.]*)\]", CHANGELOG.read_text(encoding="utf-8"), re.M)
    headings = re.findall(r"^## (.+)$", text, re.M)
    assert released
    assert [one for one in headings if re.fullmatch(r"[\d.]+", one)] == released
    newest = headings[0]
    assert newest == __version__ or newest.endswith(f" {__version__}")
