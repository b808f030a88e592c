from dataclasses import replace
from datetime import UTC, datetime

import pytest
from accessibility import nameless, tab_stops
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton

from kiassess.domain.workplace import Stored, Versions, Workplace, findings
from kiassess.ui.dialogs.workplace import WorkplaceDialog
from kiassess.ui.models.workplace_model import WorkplaceModel
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.notice import Notice
from kiassess.wording.workplace import facts, workplace_text

NOW = datetime(2027, 3, 2, 12, 0, tzinfo=UTC)
SAFE = Workplace(
    NOW,
    "~/kiassess",
    Stored("wal", NOW, 3, 120, 2, NOW),
    Versions("0.1.0", "3.11.7", "6.11.3", "3.45.1", "Windows 11", "de"),
    free_bytes=10**11,
    total_bytes=10**12,
    file_bytes=10**6,
)
RISKY = replace(SAFE, synced_by="OneDrive", redirected_profile=True)


@pytest.fixture
def show(qtbot, texts, appearance):
    def shown(workplace):
        dialog = WorkplaceDialog(workplace, findings(workplace, NOW), texts)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return shown


def cards(dialog):
    """What the cards say, one list a card."""
    return [
        [label.text() for label in card.findChildren(QLabel)]
        for card in dialog.findChildren(Card, "finding")
    ]


def table(dialog):
    return dialog.findChild(FullTable, "facts")


def click(dialog, qtbot, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def report(workplace, texts):
    return workplace_text(workplace, findings(workplace, NOW), texts)


def test_what_was_found_is_told_with_its_weight(show):
    warning, hint = cards(show(RISKY))
    assert warning[0] == "Warnung"
    assert warning[1].startswith("OneDrive gleicht diesen Ordner")
    assert warning[2].startswith("Bitte schließen Sie")
    assert hint[0] == "Hinweis"
    assert "Benutzerkonto" in hint[1]


def test_where_nothing_was_found_that_is_told(show):
    ((head, sentence),) = cards(show(SAFE))
    assert head == "Alles in Ordnung"
    assert sentence.startswith("kiassess hat nichts gefunden")


def test_findings_stand_above_the_facts(show):
    dialog = show(RISKY)
    lowest = max(
        card.mapTo(dialog, card.rect().bottomLeft()).y()
        for card in dialog.findChildren(Card, "finding")
    )
    assert lowest < table(dialog).mapTo(dialog, table(dialog).rect().topLeft()).y()


def test_all_facts_are_in_the_table(show, texts):
    dialog = show(RISKY)
    model = table(dialog).model()
    shown = [
        (model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())
    ]
    assert shown == [(fact.name, fact.value) for fact in facts(RISKY, texts)]


def test_the_table_has_a_sound_model_of_words(qtmodeltester, texts):
    model = WorkplaceModel(facts(SAFE, texts), texts)
    qtmodeltester.check(model)
    head = model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    cell = model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole)
    assert head == cell == Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Angabe"


@pytest.mark.parametrize("workplace", [SAFE, RISKY])
def test_the_report_is_asked_for_as_a_file(show, qtbot, texts, workplace):
    dialog = show(workplace)
    with qtbot.waitSignal(dialog.save_requested, timeout=0) as signal:
        click(dialog, qtbot, "save")
    assert signal.args == [report(workplace, texts)]
    assert dialog.isVisible()


def test_the_report_can_be_copied(show, qtbot, texts):
    dialog = show(RISKY)
    click(dialog, qtbot, "copy")
    copied = QGuiApplication.clipboard().text()
    assert copied == report(RISKY, texts)
    assert dialog.findChild(QLabel, "hint").text() == "Copied."


def test_it_is_worked_by_keyboard(show, qtbot):
    dialog = show(RISKY)
    assert nameless(dialog) == []
    assert {"facts", "copy", "save", "reject"} <= set(tab_stops(table(dialog)))
    qtbot.keyClick(table(dialog), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_page_follows_the_keys(show, qtbot):
    dialog = show(RISKY)
    dialog.resize(dialog.width(), dialog.height() // 2)
    shown = table(dialog)
    shown.setFocus()
    for key, row in ((Qt.Key.Key_End, shown.model().rowCount() - 1), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(shown, key, Qt.KeyboardModifier.ControlModifier)
        assert shown.currentIndex().row() == row
        rect = shown.visualRect(shown.currentIndex())
        seen = shown.viewport().visibleRegion().boundingRect()
        assert seen.top() <= rect.top()
        assert rect.bottom() <= seen.bottom()


def test_what_was_found_is_spoken_as_it_opens(show):
    spoken = show(RISKY).accessibleDescription()
    assert spoken.startswith("Warnung: OneDrive")
    assert "Hinweis: " in spoken
    assert show(SAFE).accessibleDescription() == "Alles in Ordnung"


def test_return_saves_nothing_by_accident(show, qtbot):
    dialog = show(RISKY)
    with qtbot.assertNotEmitted(dialog.save_requested):
        qtbot.keyClick(table(dialog), Qt.Key.Key_Return)


def test_no_letter_is_a_shortcut_twice(show):
    dialog = show(SAFE)
    texts = [button.text() for button in dialog.findChild(QDialogButtonBox).buttons()]
    letters = [text.partition("&")[2][:1].lower() for text in texts]
    assert len(set(filter(None, letters))) == len([one for one in letters if one])


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut_off(show, qtbot, appearance, settings, scale):
    settings.font_scale = scale
    appearance.apply()
    dialog = show(RISKY)
    shown = table(dialog)
    header = shown.horizontalHeader()
    qtbot.waitUntil(lambda: header.length() <= shown.viewport().width())
    for row in range(shown.model().rowCount()):
        assert shown.rowViewportPosition(row) + shown.rowHeight(row) <= shown.viewport().height()


# --- the notice on the start page


@pytest.fixture
def notice(qtbot, texts, appearance):
    made = Notice(texts("workplace.see"))
    qtbot.addWidget(made)
    return made


def sentence(notice):
    return notice.findChild(QLabel, "notice-sentence").text()


def test_without_a_sentence_there_is_no_notice(notice):
    assert not notice.isVisible()
    notice.show_sentence("Da ist etwas.")
    assert notice.isVisible()
    assert sentence(notice) == "Da ist etwas."
    notice.show_sentence("")
    assert not notice.isVisible()


def test_a_notice_leads_to_more(notice, qtbot):
    notice.show_sentence("Da ist etwas.")
    link = notice.findChild(QPushButton, "notice-link")
    assert link.accessibleName() == "Arbeitsplatz-Check ansehen"
    assert link.accessibleDescription() == "Da ist etwas."
    with qtbot.waitSignal(notice.followed, timeout=0):
        qtbot.keyClick(link, Qt.Key.Key_Space)
    assert nameless(notice) == []


def test_a_notice_is_plain_text(notice):
    notice.show_sentence("<b>&Da</b>")
    assert notice.findChild(QLabel, "notice-sentence").textFormat() == Qt.TextFormat.PlainText
    assert sentence(notice) == "<b>&Da</b>"
