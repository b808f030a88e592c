"""What every desk says when something is written, printed or fails."""

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from kiassess.domain.errors import UnknownAssessmentError
from kiassess.ui.background import Background
from kiassess.ui.desk import Desk, Tools
from kiassess.ui.messages import Messages

pytestmark = pytest.mark.usefixtures("german")


class Opener(QObject):
    """Stands where the desktop would open a file."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def take(self, url):
        self.opened.append(url.toLocalFile())


@pytest.fixture
def opener():
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "take")
    yield opener
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def told():
    return []


@pytest.fixture
def desk(qtbot, session, settings, texts, told):
    window, background = QWidget(), Background()
    qtbot.addWidget(window)
    desk = Desk(Tools(window, session, background, Messages(window, texts), settings))
    desk.told.connect(lambda text, problem: told.append((text, problem)))
    yield desk
    background.stop()


@pytest.fixture
def click(monkeypatch):
    """Click a button of the message boxes that come; returns what they say."""
    said = []

    def click(name):
        def answer(box):
            said.append(f"{box.text()} {box.informativeText()}".strip())
            next(one for one in box.buttons() if one.text().replace("&", "") == name).click()
            return 0

        monkeypatch.setattr(QMessageBox, "exec", answer)
        return said

    return click


def test_a_written_file_is_told_and_opened_if_wanted(desk, click, opener, told, tmp_path):
    target = tmp_path / "Ergebnis.xlsx"
    text = desk._tell_written(target)
    assert told == [("Exportiert: Ergebnis.xlsx", False)]
    assert click("Öffnen") == []
    desk._offer_to_open(text, target)
    assert click("Schließen") == [f"Ergebnis.xlsx liegt jetzt im Ordner {tmp_path}."]
    desk._offer_to_open(text, target)
    assert opener.opened == [str(target)]


def test_the_folder_is_shown_if_wanted(desk, click, opener, tmp_path):
    click("Ordner öffnen")
    desk._offer_folder("Drei Dateien.", tmp_path)
    assert opener.opened == [str(tmp_path)]


def test_a_printer_that_refuses_is_told(desk, said):
    desk._say_refused()
    assert "Der Drucker hat das Dokument nicht angenommen." in said[0]
    assert "Es wurde nichts geändert." in said[0]


def test_one_of_our_errors_is_shown_and_a_defect_goes_on(desk, said, told):
    desk._tell_failure("Nicht exportiert", UnknownAssessmentError(id="abcd"))
    assert told == [("Nicht exportiert", True)]
    assert "abcd" in said[0]
    with pytest.raises(ZeroDivisionError):
        desk._tell_failure("Nicht exportiert", ZeroDivisionError())
