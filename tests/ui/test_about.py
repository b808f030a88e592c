from pathlib import Path

import pytest
from accessibility import nameless
from PySide6.QtCore import Qt, QTimer, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from kiassess import __version__, paths
from kiassess.ui.dialogs.about import AboutDialog, in_language

DATA, LOG = Path("/data/kiassess.db"), Path("/data/kiassess.log")
TWO_LANGUAGES = "Deutsch\n\nQuelle: Amt.\n\n© Amt\n\nEnglish\n\nSource: office.\n"


@pytest.fixture
def dialog(qtbot):
    dialog = AboutDialog("Quelle: Amt.", DATA, LOG)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_it_says_what_helps_and_where_the_data_comes_from(dialog):
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    for part in (__version__, "EUPL-1.2", "LGPL", "Quelle: Amt.", qVersion()):
        assert part in said
    assert [Path(line.text()) for line in dialog.findChildren(QLineEdit)] == [DATA, LOG]


def test_all_of_it_can_be_copied(dialog, qtbot):
    qtbot.mouseClick(dialog.findChild(QPushButton, "copy"), Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    for part in (__version__, "Quelle: Amt.", str(DATA), str(LOG)):
        assert part in copied
    assert dialog.findChild(QLabel, "hint").text() == "Copied."


@pytest.mark.parametrize(
    ("text", "language", "part"),
    [
        pytest.param(TWO_LANGUAGES, "de", "Quelle: Amt.\n\n© Amt", id="german"),
        pytest.param(TWO_LANGUAGES, "en", "Source: office.", id="english"),
        pytest.param("Only one.\n", "de", "Only one.", id="no-headings"),
    ],
)
def test_the_attribution_is_shown_in_the_language_of_the_window(text, language, part):
    assert in_language(text, language) == part


def test_the_bundled_attribution_is_shown(qtbot, texts):
    seen = []

    def look_and_close():
        dialog = QApplication.activeModalWidget()
        seen.extend(label.text() for label in dialog.findChildren(QLabel))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, look_and_close)
    AboutDialog.show_for(None, texts, paths.bundled(), DATA)
    assert any("Destatis" in text and "English" not in text for text in seen)


def test_every_control_has_a_name(dialog):
    assert nameless(dialog) == []
