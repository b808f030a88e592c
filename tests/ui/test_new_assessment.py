from datetime import date
from functools import partial

import pytest
from accessibility import nameless, tab_stops
from PySide6.QtCore import QDate, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTableView,
)

from kiassess import paths
from kiassess.content.municipalities import Register, load_register
from kiassess.domain.assessment import AiInUse, NewAssessment
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality, OrganisationType
from kiassess.domain.questionnaire import Published
from kiassess.ui.dialogs.new_assessment import NewAssessmentDialog

TODAY = date(2026, 11, 22)
NRW = "Nordrhein-Westfalen"
DRIBURG = Municipality(
    "Bad Driburg, Stadt",
    key="05762004",
    state=NRW,
    district="Höxter",
    population=19_080,
    designation="Stadt",
    territory_date="2025-10-31",
)
BERLEBURG = Municipality("Bad Berleburg, Stadt", key="05970004", state=NRW, population=18_000)
HOEXTER = Municipality(
    "Höxter", OrganisationType.COUNTY, "05762", NRW, population=140_000, designation="Kreis"
)
OURS = Published("ki-readiness", "1.1.0", "Ours", dict(zip(Extent, (22, 69, 86), strict=True)))
OWN = Published("own", "2.0.0", "Own", dict(zip(Extent, (0, 12, 12), strict=True)))
REGISTER = Register((DRIBURG, BERLEBURG, HOEXTER), "2025-10-31")


@pytest.fixture
def make_dialog(qtbot, texts):
    def make(load=lambda: REGISTER, published=(OURS,)):
        loaded = []

        def load_and_tell():
            loaded.append(True)
            return load()

        dialog = NewAssessmentDialog(texts, load_and_tell, published, TODAY)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        qtbot.waitUntil(lambda: bool(loaded))
        return dialog

    return make


@pytest.fixture
def dialog(make_dialog):
    return make_dialog()


def search(dialog):
    return dialog.findChild(QLineEdit, "search")


def results(dialog):
    view = dialog.findChild(QListView, "results")
    return [view.model().index(row, 0).data() for row in range(view.model().rowCount())]


def text(dialog, name):
    return dialog.findChild(QLabel, name).text()


def accept(dialog):
    return dialog.findChild(QPushButton, "accept")


def choose_type(dialog, kind):
    box = dialog.findChild(QComboBox, "type")
    box.setCurrentIndex(box.findData(kind))


def take_driburg(dialog, qtbot):
    qtbot.keyClicks(search(dialog), "bad d")
    qtbot.keyClick(search(dialog), Qt.Key.Key_Return)


def test_typing_finds_and_enter_takes_the_first(dialog, qtbot):
    qtbot.keyClicks(search(dialog), "bad d")
    assert len(results(dialog)) == 1
    assert dialog.value() is None
    qtbot.keyClick(search(dialog), Qt.Key.Key_Return)
    assert dialog.value() == NewAssessment(DRIBURG, TODAY, Extent.QUICK)
    assert search(dialog).text() == "Bad Driburg, Stadt"


def test_what_was_chosen_is_described(dialog, qtbot):
    take_driburg(dialog, qtbot)
    assert text(dialog, "chosen-name") == "Bad Driburg, Stadt"
    assert text(dialog, "chosen-facts") == (
        "Stadt · Höxter, Nordrhein-Westfalen · AGS 05762004 · "
        "19\N{NARROW NO-BREAK SPACE}080 inhabitants · territory as of 31.10.2025"
    )
    assert dialog.findChild(QSpinBox, "population").value() == 19_080


def test_the_arrow_down_goes_into_the_list_and_up_comes_back(dialog, qtbot):
    view = dialog.findChild(QListView, "results")
    qtbot.keyClicks(search(dialog), "bad")
    qtbot.keyClick(search(dialog), Qt.Key.Key_Down)
    assert view.hasFocus()
    assert view.currentIndex().row() == 0
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert search(dialog).hasFocus()
    qtbot.keyClick(search(dialog), Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert dialog.value().municipality == BERLEBURG
    assert dialog.isVisible()  # Enter took the row and did not press the default button


def test_a_click_takes_a_row(dialog, qtbot):
    qtbot.keyClicks(search(dialog), "bad")
    view = dialog.findChild(QListView, "results")
    where = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert dialog.value().municipality == BERLEBURG


def test_the_arrow_down_stays_where_nothing_was_found(dialog, qtbot):
    qtbot.keyClick(search(dialog), Qt.Key.Key_Down)
    assert search(dialog).hasFocus()


def test_enter_after_choosing_goes_on_to_the_next_field(dialog, qtbot):
    take_driburg(dialog, qtbot)
    qtbot.keyClick(search(dialog), Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.findChild(QSpinBox, "population").hasFocus()


def test_typing_on_lets_go_of_what_was_chosen(dialog, qtbot):
    take_driburg(dialog, qtbot)
    qtbot.keyClick(search(dialog), Qt.Key.Key_Backspace)
    assert dialog.value() is None
    assert len(results(dialog)) == 1
    assert not accept(dialog).isEnabled()


def test_only_the_kind_chosen_is_found(dialog, qtbot):
    choose_type(dialog, OrganisationType.COUNTY)
    qtbot.keyClicks(search(dialog), "hoex")
    qtbot.keyClick(search(dialog), Qt.Key.Key_Return)
    assert dialog.value().municipality == HOEXTER
    assert "Key 05762" in text(dialog, "chosen-facts")


def test_a_match_of_another_kind_is_pointed_out(dialog, qtbot, texts):
    choose_type(dialog, OrganisationType.ASSOCIATION)
    qtbot.keyClicks(search(dialog), "bad d")
    assert texts("type.municipality") in text(dialog, "what-to-do")


def test_another_kind_lets_go_of_what_was_chosen(dialog, qtbot):
    take_driburg(dialog, qtbot)
    choose_type(dialog, OrganisationType.COUNTY)
    assert dialog.value() is None


def test_a_name_that_is_in_no_register_is_used_as_typed(dialog, qtbot):
    qtbot.keyClicks(search(dialog), "  Neu   Musterow ")
    assert "Neu Musterow" in text(dialog, "what-to-do")
    qtbot.mouseClick(dialog.findChild(QPushButton, "as-typed"), Qt.MouseButton.LeftButton)
    assert dialog.value().municipality == Municipality("Neu Musterow")
    assert "as you typed it" in text(dialog, "chosen-facts")


def test_enter_takes_a_name_that_nothing_matches(dialog, qtbot):
    qtbot.keyClicks(search(dialog), "Neu Musterow")
    qtbot.keyClick(search(dialog), Qt.Key.Key_Return)
    assert dialog.value().municipality == Municipality("Neu Musterow")


def test_a_name_can_be_used_although_others_begin_alike(dialog, qtbot):
    qtbot.keyClicks(search(dialog), "Bad D")
    qtbot.mouseClick(dialog.findChild(QPushButton, "as-typed"), Qt.MouseButton.LeftButton)
    assert dialog.value().municipality == Municipality("Bad D")


@pytest.mark.parametrize("typed", ["", "   ", "\N{ZERO WIDTH SPACE}\N{NO-BREAK SPACE}"])
def test_nothing_visible_is_no_name(dialog, qtbot, typed):
    search(dialog).setText(typed)
    search(dialog).textEdited.emit(typed)
    qtbot.keyClick(search(dialog), Qt.Key.Key_Return)
    assert dialog.value() is None
    assert not dialog.findChild(QPushButton, "as-typed").isEnabled()


def test_other_organisations_are_taken_as_typed_at_once(dialog, qtbot):
    choose_type(dialog, OrganisationType.OTHER)
    qtbot.keyClicks(search(dialog), "Zweckverband")
    expected = Municipality("Zweckverband", OrganisationType.OTHER)
    assert dialog.value().municipality == expected
    search(dialog).selectAll()
    qtbot.keyClick(search(dialog), Qt.Key.Key_Delete)
    assert dialog.value() is None


def test_while_it_cannot_go_on_it_says_why(dialog, qtbot):
    assert not accept(dialog).isEnabled()
    assert text(dialog, "hint")
    take_driburg(dialog, qtbot)
    assert accept(dialog).isEnabled()
    assert not text(dialog, "hint")


def test_without_a_readable_register_names_are_typed(make_dialog, qtbot, caplog):
    def lost():
        raise OSError("gone")

    dialog = make_dialog(lost)
    assert "cannot be read" in text(dialog, "what-to-do")
    qtbot.keyClicks(search(dialog), "Musterstadt")
    qtbot.keyClick(search(dialog), Qt.Key.Key_Return)
    assert dialog.value().municipality == Municipality("Musterstadt")
    assert "register" in caplog.text


def test_what_is_typed_before_the_register_is_there_is_looked_up_then(qtbot, texts):
    dialog = NewAssessmentDialog(texts, lambda: REGISTER, [OURS], TODAY)
    qtbot.addWidget(dialog)
    qtbot.keyClicks(search(dialog), "bad d")
    assert results(dialog) == []
    dialog.show()
    qtbot.waitUntil(lambda: len(results(dialog)) == 1)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        pytest.param("Muenster", "Münster, Stadt", id="umlaut-written-out"),
        pytest.param("08421", "Ulm, Universitätsstadt", id="key"),
        pytest.param("bad dri", "Bad Driburg, Stadt", id="beginnings-of-words"),
    ],
)
def test_the_bundled_register_is_searched(make_dialog, qtbot, typed, first):
    dialog = make_dialog(partial(load_register, paths.bundled().municipalities))
    qtbot.waitUntil(lambda: not results(dialog))
    qtbot.keyClicks(search(dialog), typed)
    qtbot.keyClick(search(dialog), Qt.Key.Key_Return)
    assert dialog.value().municipality.name == first


@pytest.mark.parametrize(
    ("typed", "population"),
    [
        pytest.param("9000", 9_000, id="plain"),
        pytest.param("9.000", 9_000, id="with-a-dot"),
        pytest.param("9 000", 9_000, id="with-a-space"),
        pytest.param("", None, id="emptied"),
        pytest.param("0", 0, id="zero-is-a-number"),
    ],
)
def test_the_population_can_be_changed(dialog, qtbot, typed, population):
    take_driburg(dialog, qtbot)
    box = dialog.findChild(QSpinBox, "population")
    box.setFocus()
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    qtbot.keyClicks(box, typed)
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert dialog.value().municipality.population == population


def test_letters_are_no_population(dialog, qtbot):
    box = dialog.findChild(QSpinBox, "population")
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "12x-")
    assert box.value() == 12


def test_what_the_population_means_is_said(dialog, qtbot, texts):
    before = text(dialog, "size-class")
    take_driburg(dialog, qtbot)
    assert texts("size.medium") in text(dialog, "size-class") != before


def test_extent_ai_and_date_are_handed_over(dialog, qtbot):
    take_driburg(dialog, qtbot)
    dialog.findChild(QRadioButton, "extent-full").click()
    dialog.findChild(QRadioButton, "ai-unknown").click()
    dialog.findChild(QDateEdit, "round-date").setDate(QDate(2027, 1, 31))
    qtbot.mouseClick(accept(dialog), Qt.MouseButton.LeftButton)
    assert dialog.result() == NewAssessmentDialog.DialogCode.Accepted
    expected = NewAssessment(DRIBURG, date(2027, 1, 31), Extent.FULL, ai_in_use=AiInUse.UNKNOWN)
    assert dialog.value() == expected


def test_whether_ai_is_used_is_not_answered_for_anyone(dialog):
    values = [dialog.findChild(QRadioButton, f"ai-{value}") for value in AiInUse]
    assert not any(radio.isChecked() for radio in values)


def test_the_date_is_shown_as_in_germany(dialog):
    assert dialog.findChild(QDateEdit, "round-date").text() == "22.11.2026"


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)  # offscreen, for popups
def test_the_day_can_be_picked_from_a_calendar(dialog, qtbot):
    field = dialog.findChild(QDateEdit, "round-date")
    arrow = QPoint(field.width() - 8, field.height() // 2)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=arrow)
    days = field.calendarWidget().findChild(QTableView)
    qtbot.keyClick(days, Qt.Key.Key_Left)
    qtbot.keyClick(days, Qt.Key.Key_Return)
    assert field.text() == "21.11.2026"


def test_scrolling_past_a_field_does_not_change_it(dialog, qtbot):
    box = dialog.findChild(QComboBox, "type")
    search(dialog).setFocus()
    turn_wheel(box)
    assert box.currentIndex() == 0
    box.setFocus()
    turn_wheel(box)
    assert box.currentIndex() == 1


def turn_wheel(widget):
    centre = QPointF(widget.rect().center())
    event = QWheelEvent(
        centre,
        widget.mapToGlobal(centre),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_asking_hands_over_what_was_entered(qtbot, texts):
    def enter():
        dialog = QApplication.activeModalWidget()
        choose_type(dialog, OrganisationType.OTHER)
        qtbot.keyClicks(search(dialog), "Zweckverband")
        qtbot.mouseClick(accept(dialog), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, enter)
    value = NewAssessmentDialog.ask(None, texts, lambda: REGISTER, [OURS], TODAY)
    assert value.municipality.name == "Zweckverband"

    def refuse():
        qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)

    QTimer.singleShot(0, refuse)
    assert NewAssessmentDialog.ask(None, texts, lambda: REGISTER, [OURS], TODAY) is None


def test_the_dialog_is_worked_by_keyboard(dialog, qtbot):
    assert search(dialog).hasFocus()
    take_driburg(dialog, qtbot)
    assert nameless(dialog) == []
    assert tab_stops(dialog.findChild(QComboBox, "type")) == [
        "type", "search", "population", "round-date", "extent-quick", "ai-yes", "accept", "reject"
    ]  # fmt: skip


def test_every_extent_says_how_much_it_asks(dialog):
    cards = {e: dialog.findChild(QRadioButton, f"extent-{e}") for e in Extent}
    assert all(card.isVisibleTo(dialog) for card in cards.values())
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    for words in ("22 question(s), about 15 minutes", "69 question", "86 question"):
        assert words in told


def test_one_questionnaire_is_no_choice(dialog):
    assert not dialog.findChild(QComboBox, "questionnaire").isVisible()


def test_of_several_questionnaires_one_is_chosen_with_its_extents(make_dialog, qtbot):
    dialog = make_dialog(published=(OURS, OWN))
    box = dialog.findChild(QComboBox, "questionnaire")
    assert box.isVisible()
    assert [box.itemText(n) for n in range(box.count())] == ["Ours (1.1.0)", "Own (2.0.0)"]
    take_driburg(dialog, qtbot)
    assert dialog.value().questionnaire_id == "ki-readiness"
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert (dialog.value().questionnaire_id, dialog.value().extent) == ("own", Extent.FULL)
    visible = [e for e in Extent if dialog.findChild(QRadioButton, f"extent-{e}").isVisible()]
    assert visible == [Extent.FULL]


def test_an_extent_that_both_offer_stays_chosen(make_dialog, qtbot):
    dialog = make_dialog(published=(OURS, OWN))
    take_driburg(dialog, qtbot)
    dialog.findChild(QRadioButton, "extent-full").click()
    dialog.findChild(QComboBox, "questionnaire").setCurrentIndex(1)
    assert dialog.value().extent is Extent.FULL


@pytest.mark.parametrize("name", ["extent", "ai-in-use"])
def test_radio_buttons_stand_in_a_group_whose_title_is_the_question(dialog, name):
    group = dialog.findChild(QGroupBox, name)
    interface = QAccessible.queryAccessibleInterface(group)
    assert interface.text(QAccessible.Text.Name).endswith("?")


def test_the_dialog_fits_a_small_screen(appearance, make_dialog):
    dialog = make_dialog()
    assert dialog.width() <= 1024
    assert dialog.height() <= 660
