import pytest
from accessibility import nameless, tab_stops
from builders import UNKNOWN
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTextBrowser
from towns import GIVEN, small_town

from kiassess.domain.interview import interview_plan
from kiassess.ui.dialogs.interview import InterviewDialog
from kiassess.wording.interview import interview_document


@pytest.fixture
def show(qtbot, texts):
    def shown(given=None):
        opened = small_town(given)
        plan = interview_plan(opened)
        dialog = InterviewDialog(interview_document(opened, plan, texts), printable=bool(plan))
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return shown


def plan_of(dialog):
    return dialog.findChild(QTextBrowser, "plan")


def test_the_plan_can_be_read(show):
    dialog = show(GIVEN | {"data.one": UNKNOWN})
    text = plan_of(dialog).toPlainText()
    assert text.startswith("Gesprächsplan: Was noch offen ist\nBad Musterbach")
    assert "IT office" in text
    assert "bisher: weiß nicht" in text
    assert "\\" not in text


@pytest.mark.parametrize(
    ("button", "signal"), [("print", "print_requested"), ("pdf", "pdf_requested")]
)
def test_paper_and_pdf_are_asked_for(show, qtbot, button, signal):
    dialog = show()
    with qtbot.waitSignal(getattr(dialog, signal), timeout=0):
        qtbot.mouseClick(dialog.findChild(QPushButton, button), Qt.MouseButton.LeftButton)
    assert dialog.isVisible()


def test_where_nothing_is_open_there_is_nothing_to_print(show):
    dialog = show(dict.fromkeys(GIVEN, 3))
    assert "Alle Fragen sind geklärt." in plan_of(dialog).toPlainText()
    assert dialog.findChild(QPushButton, "print") is None
    assert dialog.findChild(QPushButton, "pdf") is None


def test_it_is_worked_by_keyboard(show, qtbot):
    dialog = show()
    assert nameless(dialog) == []
    assert {"plan", "print", "pdf"} <= set(tab_stops(plan_of(dialog)))
    qtbot.keyClick(plan_of(dialog), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_return_prints_nothing_by_accident(show, qtbot):
    dialog = show()
    with qtbot.assertNotEmitted(dialog.print_requested):
        qtbot.keyClick(plan_of(dialog), Qt.Key.Key_Return)
