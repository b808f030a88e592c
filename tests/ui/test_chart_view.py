from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QDrag, QGuiApplication, QImage, QMouseEvent, qRgb
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from kiassess.ui.widgets.chart_view import ChartView, Region

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def frame(qtbot):
    """A window with a field before the view, so that there is a way to it by Tab."""
    frame = QWidget()
    layout = QVBoxLayout(frame)
    layout.addWidget(QLineEdit(frame))
    layout.addWidget(ChartView(frame))
    frame.resize(400, 400)
    qtbot.addWidget(frame)
    return frame


@pytest.fixture
def view(frame):
    return frame.findChild(ChartView)


def picture(width, height, colour="#336699", pixel_ratio=1.0):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    image.setDevicePixelRatio(pixel_ratio)
    return image


def accessible(widget):
    return QAccessible.queryAccessibleInterface(widget)


def test_it_asks_for_a_picture_when_it_is_shown(frame, view, qtbot):
    with qtbot.waitSignal(view.render_requested):
        frame.show()


def test_while_hidden_it_asks_for_nothing_and_afterwards_at_once(frame, view, qtbot):
    with qtbot.waitSignal(view.render_requested):
        frame.show()
    view.hide()
    view.request()
    assert not view.is_asking
    with qtbot.waitSignal(view.render_requested):
        view.show()


def test_hiding_withdraws_the_question(frame, view):
    frame.show()
    assert view.is_asking
    view.hide()
    assert not view.is_asking


def test_many_changes_of_size_ask_once(frame, view, qtbot):
    asked = []
    view.render_requested.connect(lambda: asked.append(view.width_px))
    frame.show()
    for width in range(410, 480, 10):
        frame.resize(width, 400)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [view.width_px]


def test_another_height_needs_no_new_picture(frame, view, qtbot):
    with qtbot.waitSignal(view.render_requested):
        frame.show()
    view.show_picture(picture(view.width_px, 300))
    frame.resize(400, 600)
    assert not view.is_asking


def test_another_width_needs_a_new_picture_and_the_old_one_stays_till_then(frame, view, qtbot):
    with qtbot.waitSignal(view.render_requested):
        frame.show()
    view.show_picture(picture(view.width_px, 100))
    with qtbot.waitSignal(view.render_requested):
        frame.resize(300, 400)
    assert view.has_picture
    middle = view.grab().toImage().pixelColor(view.width() // 2, view.height() // 2)
    assert middle == QColor("#336699")


def test_the_picture_says_how_high_the_view_is(frame, view, qtbot):
    frame.show()
    view.show_picture(picture(2 * view.width_px, 240, pixel_ratio=2.0))
    qtbot.waitUntil(lambda: view.height() == 120)


def test_a_fitting_picture_is_drawn_pixel_by_pixel(frame, view, qtbot):
    frame.show()
    striped = picture(view.width_px, 60)
    for x in range(0, striped.width(), 2):
        for y in range(striped.height()):
            striped.setPixel(x, y, qRgb(255, 255, 255))
    view.show_picture(striped)
    qtbot.waitUntil(lambda: view.height() == 60)
    shown = view.grab().toImage()
    row = [shown.pixelColor(x, 30) for x in range(10, 40)]
    assert set(map(QColor.name, row)) == {"#336699", "#ffffff"}
    assert all(left != right for left, right in pairwise(row))


def test_assistive_technology_meets_a_graphic_even_before_it_is_drawn(view):
    view.set_description("Profile", "Vision: 1,1; Roadmap: 2,1")
    for _ in ("before", "after"):
        interface = accessible(view)
        assert interface.role() == QAccessible.Role.Graphic
        assert interface.text(QAccessible.Text.Name) == "Profile"
        assert interface.text(QAccessible.Text.Description) == "Vision: 1,1; Roadmap: 2,1"
        view.show_picture(picture(100, 100))


def test_tab_reaches_it_and_the_focus_can_be_seen(frame, view, qtbot):
    frame.show()
    with qtbot.waitActive(frame):
        frame.activateWindow()
    view.show_picture(picture(view.width_px, 100))
    qtbot.waitUntil(lambda: view.height() == 100)
    frame.findChild(QLineEdit).setFocus()
    unfocused = view.grab().toImage()
    qtbot.keyClick(frame.findChild(QLineEdit), Qt.Key.Key_Tab)
    assert view.hasFocus()
    assert view.grab().toImage() != unfocused


def test_the_copy_key_puts_the_picture_on_the_clipboard(frame, view, qtbot):
    frame.show()
    with qtbot.waitActive(frame):
        frame.activateWindow()
    view.setFocus()
    view.show_picture(picture(30, 20))
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().image()
    assert (copied.width(), copied.height()) == (30, 20)


def test_without_a_picture_there_is_nothing_to_copy(view):
    (copy,) = view.actions()
    assert not copy.isEnabled()
    view.show_picture(picture(30, 20))
    assert copy.isEnabled()
    view.clear_picture()
    assert not copy.isEnabled()


def test_words_stand_in_until_the_first_picture(frame, view):
    frame.show()
    blank = view.grab().toImage()
    view.set_waiting_text("The chart is being drawn …")
    assert view.grab().toImage() != blank


# --- dragging it out of the window


def test_what_is_dragged_is_a_picture_and_a_file(frame, view):
    frame.show()
    view.show_picture(picture(300, 200))
    view.set_file_name("kiassess Bad Musterbach 2026-11-22.png")
    data = view.mime_data()
    assert data.imageData().size().width() == 300
    (url,) = data.urls()
    file = Path(url.toLocalFile())
    assert file.name == "kiassess Bad Musterbach 2026-11-22.png"
    assert QImage(str(file)).pixelColor(5, 5) == QColor("#336699")


def test_a_drag_begins_only_with_a_picture_and_some_way(frame, view, qtbot, monkeypatch):
    dragged = []
    monkeypatch.setattr(QDrag, "exec", lambda self, _action: dragged.append(self.mimeData()))
    frame.show()
    pull(view, 60)
    assert dragged == []
    view.show_picture(picture(300, 200))
    pull(view, 1)
    assert dragged == []
    pull(view, 60)
    assert len(dragged) == 1
    assert dragged[0].hasImage()


# --- asking about a part of it

REGIONS = (Region("VIS", "Vision 1,6", 0.2, 0.5), Region("HF", "Felder 2,0", 0.5, 0.8))


@pytest.fixture
def asking(frame, view):
    frame.show()
    view.show_picture(picture(300, 200))
    view.set_regions(REGIONS)
    asked = []
    view.asked.connect(asked.append)
    return asked


@pytest.mark.parametrize(
    ("share", "found"), [(0.3, ["VIS"]), (0.6, ["HF"]), (0.05, []), (0.95, [])]
)
def test_a_click_asks_about_the_part_below_it(view, qtbot, asking, share, found):
    at = QPointF(view.width() / 2, view.height() * share).toPoint()
    qtbot.mouseClick(view, LEFT, pos=at)
    assert asking == found


def test_the_arrow_keys_choose_a_part_and_enter_asks(view, qtbot, asking):
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asking == []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(view, key)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Enter)
    assert asking == ["VIS", "HF"]


def test_the_part_chosen_can_be_seen(view, qtbot, asking):
    view.setFocus()
    before = view.grab().toImage()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.grab().toImage() != before


def test_dragging_asks_nothing(view, asking, monkeypatch):
    monkeypatch.setattr(QDrag, "exec", lambda *_: None)
    pull(view, 60)
    assert asking == []


def pull(view, far):
    """Press in the middle and move to the right."""
    start = QPointF(view.rect().center())
    for kind, at, buttons in (
        (QEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseMove, start + QPointF(far, 0), Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseButtonRelease, start + QPointF(far, 0), Qt.MouseButton.NoButton),
    ):
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
        event = QMouseEvent(
            kind, at, view.mapToGlobal(at), button, buttons, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(view, event)
