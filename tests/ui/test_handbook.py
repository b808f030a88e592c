import pytest
from accessibility import nameless, tab_stops
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QLineEdit, QListWidget, QTextBrowser

from kiassess import paths
from kiassess.ui.dialogs.handbook import HandbookWindow
from kiassess.ui.dialogs.knowledge import knowledge_topics

CHAPTERS = len(list((paths.bundled().handbook / "de").glob("*.md")))


@pytest.fixture(params=["de", "en"])
def window(qtbot, request):
    window = HandbookWindow(paths.bundled().handbook / request.param)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def topics(window):
    return window.findChild(QListWidget, "topics")


def text(window):
    return window.findChild(QTextBrowser, "text")


def first_line(folder_name):
    lines = (paths.bundled().handbook / folder_name).read_text(encoding="utf-8").splitlines()
    return lines[0].removeprefix("# ")


def heading(window):
    return text(window).toPlainText().splitlines()[0]


def test_the_first_topic_is_shown_at_once(window):
    assert topics(window).currentRow() == 0
    assert heading(window)


def test_every_topic_has_a_text_of_its_own(window):
    headings = []
    for row in range(topics(window).count()):
        topics(window).setCurrentRow(row)
        headings.append(heading(window))
    assert len(set(headings)) == len(headings) == CHAPTERS


@pytest.mark.parametrize(
    "topic",
    [
        "start",
        "questions",
        "profile",
        "measures",
        "comparison",
        "method",
        "exchange",
        "voices",
        "data",
        "privacy",
        "news",
    ],
)
def test_a_page_leads_to_its_topic(qtbot, topic):
    window = HandbookWindow(paths.bundled().handbook / "de")
    qtbot.addWidget(window)
    window.show_topic(topic)
    assert window.isVisible()
    assert heading(window) == first_line(f"de/{topic}.md")


def test_a_page_without_a_topic_leads_to_the_first(window):
    window.show_topic("method")
    window.show_topic("nowhere")
    assert topics(window).currentRow() == 0


def test_a_topic_begins_at_its_top(window, qtbot):
    window.show_topic("method")
    qtbot.keyClick(text(window), Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    window.show_topic("questions")
    assert text(window).verticalScrollBar().value() == 0


def test_a_click_chooses_a_topic(window, qtbot):
    where = topics(window).visualItemRect(topics(window).item(2)).center()
    qtbot.mouseClick(topics(window).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(where))
    assert topics(window).currentRow() == 2


def test_a_link_leads_to_another_topic(window):
    text(window).anchorClicked.emit(QUrl("method.md"))
    assert topics(window).currentItem().data(Qt.ItemDataRole.UserRole) == "method"


def test_tables_have_rules_between_their_rows(window):
    window.show_topic("method")
    frames = text(window).document().rootFrame().childFrames()
    table = next(frame for frame in frames if isinstance(frame, QTextTable))
    assert table.format().border() == 0
    assert table.cellAt(1, 0).format().toTableCellFormat().bottomBorder() == 1


def test_the_text_grows_with_the_font(window):
    font = text(window).font()
    font.setPointSizeF(2 * font.pointSizeF())
    before = text(window).document().documentMargin()
    text(window).setFont(font)
    assert text(window).document().documentMargin() > before
    assert heading(window)


def test_escape_closes_it(window, qtbot):
    qtbot.keyClick(text(window), Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert not window.isModal()


def test_it_is_worked_by_keyboard(window):
    assert nameless(window) == []
    assert tab_stops(topics(window)) == ["topics", "search", "text"]


# --- what the catalogue knows


@pytest.fixture
def knowing(qtbot, session):
    topics = knowledge_topics(session)
    window = HandbookWindow(paths.bundled().handbook / "de", topics)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def search(window, qtbot, words):
    field = window.findChild(QLineEdit, "search")
    field.clear()
    qtbot.keyClicks(field, words)
    return text(window).textCursor().selectedText()


def test_the_catalogue_adds_topics_of_its_own(knowing, texts):
    shown = [topics(knowing).item(row).text() for row in range(topics(knowing).count())]
    names = ("terms", "legal", "measures", "lenses", "references", "offers")
    assert shown[CHAPTERS:] == [texts(f"handbook.{name}") for name in names]


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("terms", ["Zweckverband", "Künstliche Intelligenz"]),
        ("legal", ["Art. 4", "Verordnung (EU) 2024/1689", "22.11.2026"]),
        ("lenses", ["ALTAI", "ISO/IEC 42001"]),
        ("references", ["Coesfeld", "Singapur"]),
        ("offers", ["WiBA", "govdigital"]),
    ],
)
def test_what_the_catalogue_knows_can_be_read(knowing, topic, words):
    knowing.show_topic(topic)
    shown = text(knowing).toPlainText()
    assert [word for word in words if word not in shown] == []
    assert "\\" not in shown


def test_a_word_is_found_in_the_text_and_then_the_next_place(knowing, qtbot):
    knowing.show_topic("legal")
    assert search(knowing, qtbot, "Personalvertretung") == "Personalvertretung"
    field = knowing.findChild(QLineEdit, "search")
    first = text(knowing).textCursor().position()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert text(knowing).textCursor().position() > first
    for _ in range(60):  # after the last place comes the first again
        qtbot.keyClick(field, Qt.Key.Key_Return)
        if text(knowing).textCursor().position() == first:
            break
    assert text(knowing).textCursor().position() == first


def test_what_is_not_there_is_not_found(knowing, qtbot):
    assert not search(knowing, qtbot, "qwertz")


def test_searching_is_one_key_away(knowing, qtbot):
    qtbot.keyClick(text(knowing), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert knowing.findChild(QLineEdit, "search").hasFocus()


def test_a_measure_is_one_link_away_and_back(knowing):
    knowing.show_topic("measures")
    text(knowing).anchorClicked.emit(QUrl("m.data.inventory"))
    shown = text(knowing).toPlainText()
    for words in ("So gehen Sie vor", "Stolperstein", "unter Stufe 2", "Vorher nötig"):
        assert words in shown
    text(knowing).anchorClicked.emit(QUrl("m.gov.coordinator"))  # needed before
    assert heading(knowing) == "← Maßnahmen"
    text(knowing).anchorClicked.emit(QUrl("measures"))
    assert heading(knowing) == "Maßnahmen"


def test_an_address_is_text_to_be_copied(knowing):
    knowing.show_topic("offers")
    assert "https://" in text(knowing).toPlainText()
    assert "href" not in text(knowing).toHtml()
    text(knowing).anchorClicked.emit(QUrl("https://example.org"))
    assert heading(knowing) == "Hilfen"


def test_every_measure_has_its_page(session):
    (topic,) = [topic for topic in knowledge_topics(session) if topic.id == "measures"]
    assert len(topic.parts) == 100
    listed = topic.text()
    for name, page in topic.parts.items():
        assert f"({name})" in listed
        assert page().count("\n1. ") == 1
