"""Printing from the window: Ctrl+P and the interview plan, into real files."""

import subprocess
from pathlib import Path

import pytest
from builders import UNKNOWN
from profile_screen import DRAWING_MS, begin
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from kiassess.domain.kinds import Extent
from kiassess.ui import printing
from kiassess.ui.dialogs.interview import InterviewDialog


@pytest.fixture
def asked():
    """The titles for which a printer was asked for."""
    return []


@pytest.fixture
def printed(monkeypatch, tmp_path, asked):
    """The file that what is printed goes into; the printer is chosen at once."""
    file = tmp_path / "printed.pdf"

    def choose(title, _parent=None):
        asked.append(title)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        return printer

    monkeypatch.setattr(printing, "ask_printer", choose)
    return file


@pytest.fixture
def read(companion):
    def text(file: Path) -> str:
        done = subprocess.run(
            [companion("pdftotext"), "-layout", file, "-"],
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        return " ".join(done.stdout.split())

    return text


@pytest.fixture
def pictures(companion):
    """How many pictures a PDF holds."""

    def count(file: Path) -> int:
        done = subprocess.run(
            [companion("pdfimages"), "-list", file], check=True, capture_output=True, text=True
        )
        return sum(line.split()[2] == "image" for line in done.stdout.splitlines()[2:])

    return count


def in_dialog(work):
    """Do something as soon as the next dialog is there; what it finds is returned when closed."""
    seen = []

    def act():
        dialog = QApplication.activeModalWidget()
        try:
            seen.append(work(dialog))
        finally:
            dialog.reject()

    QTimer.singleShot(0, act)
    return seen


def test_without_an_assessment_there_is_nothing_to_print(window):
    assert not window.menus.print.isEnabled()
    assert not window.menus.interviews.isEnabled()


def test_the_profile_is_printed_with_its_chart(
    window, session, printed, asked, read, pictures, qtbot
):
    begin(session, [UNKNOWN], rest=2)
    assert window.menus.print.shortcut() == QKeySequence("Ctrl+P")
    window.menus.print.trigger()
    window.menus.print.trigger()  # once more, while the chart is drawn: still one printout
    qtbot.waitUntil(lambda: window.background.idle, timeout=DRAWING_MS)
    text = read(printed)
    assert "KI-Standortbestimmung Musterstadt" in text
    assert "Was noch zu klären ist" in text
    assert "Selbsteinschätzung, keine" in text
    assert "Seite 2 von 2" in text
    assert pictures(printed) == 1
    assert asked == ["KI-Standortbestimmung Musterstadt"]


def test_the_quick_check_is_printed_without_numbers(window, session, printed, read, qtbot):
    begin(session, extent=Extent.QUICK, rest=3)
    window.menus.print.trigger()
    qtbot.waitUntil(lambda: window.background.idle, timeout=DRAWING_MS)
    text = read(printed)
    assert "Tendenz" in text
    assert "Profilwert" not in text
    assert "3,0" not in text


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told(window, session, printed, said, qtbot, monkeypatch):
    begin(session, rest=2)
    printed.mkdir()  # a folder stands where the printout would go
    window.menus.print.trigger()
    qtbot.waitUntil(lambda: bool(said), timeout=DRAWING_MS)
    assert len(said) == 1


def test_the_plan_is_shown_and_printed(window, session, printed, read, qtbot):
    begin(session, [UNKNOWN], rest=2)
    first = session.current.items()[0]

    def print_it(dialog):
        assert isinstance(dialog, InterviewDialog)
        button = dialog.findChild(QPushButton, "print")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        return True

    seen = in_dialog(print_it)
    window.menus.interviews.trigger()
    assert seen == [True]
    assert f"1. {first.title}" in read(printed)
    assert "Gesprächsplan Musterstadt" in read(printed)


def test_the_plan_is_saved_as_a_pdf(window, session, read, tmp_path, qtbot, monkeypatch):
    begin(session, [UNKNOWN], rest=2)
    proposals = []

    def choose(_parent, _title, proposal, _formats):
        proposals.append(Path(proposal).name)
        return str(tmp_path / "Gespräche"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)

    def save(dialog):
        qtbot.mouseClick(dialog.findChild(QPushButton, "pdf"), Qt.MouseButton.LeftButton)
        return True

    seen = in_dialog(save)
    window.menus.interviews.trigger()
    assert seen == [True]
    assert proposals == ["Gesprächsplan Musterstadt.pdf"]
    assert "bisher: weiß nicht" in read(tmp_path / "Gespräche.pdf")


def test_a_pdf_that_cannot_be_written_is_told(window, session, said, tmp_path, qtbot, monkeypatch):
    begin(session, rest=None)
    target = str(tmp_path / "fehlt" / "plan.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (target, ""))

    def save(dialog):
        qtbot.mouseClick(dialog.findChild(QPushButton, "pdf"), Qt.MouseButton.LeftButton)

    in_dialog(save)
    window.menus.interviews.trigger()
    assert "plan.pdf" in said[-1]


def test_where_nothing_is_open_the_plan_says_so(window, session, qtbot):
    begin(session, rest=2)
    seen = in_dialog(lambda dialog: dialog.findChild(QPushButton, "print"))
    window.menus.interviews.trigger()
    assert seen == [None]
