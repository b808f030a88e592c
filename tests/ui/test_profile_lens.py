import pytest
from accessibility import nameless, tab_stops
from builders import NOT_APPLICABLE, UNKNOWN, make_item, make_questionnaire, open_assessment
from profile_screen import shown_texts, text
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QTableView, QWidget

from kiassess.domain.kinds import Extent
from kiassess.domain.lens_profile import look_through
from kiassess.domain.lenses import Lens, LensPart
from kiassess.ui.models.lens_model import LensModel
from kiassess.ui.pages.profile_lens import LensCard
from kiassess.ui.widgets.page import Page

FULL_ONLY = frozenset({Extent.FULL})
ITEMS = (
    *(make_item(f"q.{letter}") for letter in "abcd"),
    make_item("q.full", extents=FULL_ONLY),
)
QUESTIONNAIRE = make_questionnaire(ITEMS)
PARTS = (
    LensPart("P1", "Aufsicht", "Wer prüft?", ("q.a", "q.b"), ("q.c", "q.newer")),
    LensPart("P2", "Offenheit", "Was ist öffentlich?", ("q.d", "q.full")),
    LensPart("P3", "Umfang", "Was fehlt hier?", ("q.full",)),
    LensPart("P4", "Modelle", "Wer baut Modelle?"),
)
OWN = Lens("own", "Eigener Rahmen", "Eigen", "Ein Rahmen.", "Kein Siegel.", "", PARTS)
OTHER = Lens("other", "Anderer Rahmen", "Anders", "Noch einer.", "Auch keines.", "", PARTS[3:])
LENSES = {lens.id: lens for lens in (OWN, OTHER)}
ANSWERS = {"q.a": 3, "q.b": 1, "q.c": UNKNOWN, "q.d": NOT_APPLICABLE, "q.full": 4}


def town(extent=Extent.FULL, answers=ANSWERS, **facts):
    return open_assessment(QUESTIONNAIRE, answers, extent=extent, **facts)


class Shelf:
    """Where the lenses lie; counts how often they were fetched."""

    def __init__(self, lenses=LENSES):
        self.lenses = lenses
        self.fetched = 0

    def __call__(self):
        self.fetched += 1
        return self.lenses


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def make_card(qtbot, texts, appearance):
    """A card on a page, as on the screen."""
    pages = []  # nothing else keeps them

    def make(shelf, opened):
        page = Page()
        first = QPushButton("Something else that takes the focus first", page.widget())
        card = LensCard(texts, shelf, page.widget())
        page.column.addWidget(first)
        page.column.addWidget(card)
        page.column.addStretch(1)
        pages.append(page)
        page.resize(900, 700)
        qtbot.addWidget(page)
        with qtbot.waitActive(page):
            page.show()
        if opened is not None:
            card.show_assessment(opened)
        return card

    return make


@pytest.fixture
def card(make_card, shelf):
    return make_card(shelf, town())


def combo(card):
    return card.findChild(QComboBox, "lens")


def table(card):
    return card.findChild(QTableView, "lens-parts")


def choices(card):
    return [combo(card).itemText(row) for row in range(combo(card).count())]


def cells(card):
    model = table(card).model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def heads(card):
    model = table(card).model()
    return [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]


def links(card):
    QApplication.processEvents()  # new widgets are shown by the event loop
    part = card.findChild(QWidget, "lens-part")
    return [link for link in part.findChildren(QPushButton) if link.isVisible()]


def open_row(card, row):
    table(card).setFocus()
    table(card).setCurrentIndex(table(card).model().index(row, 0))
    QTest.keyClick(table(card), Qt.Key.Key_Return)


# --- the choice


def test_without_a_lens_there_is_only_the_choice_and_a_sentence(card, shelf):
    assert combo(card).currentText() == "Building blocks"
    assert text(card, "lens-explain").startswith("Ein Blickwinkel ordnet dieselben Antworten")
    assert not table(card).isVisible()
    assert shelf.fetched == 0


def test_the_lenses_are_fetched_once_somebody_turns_to_the_choice(card, shelf):
    assert choices(card) == ["Building blocks"]
    combo(card).setFocus()
    assert choices(card) == ["Building blocks", "Eigener Rahmen", "Anderer Rahmen"]
    combo(card).clearFocus()
    combo(card).setFocus()
    assert shelf.fetched == 1


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_opening_the_choice_without_the_focus_fetches_them_as_well(card, shelf):
    combo(card).showPopup()
    assert len(choices(card)) == 3
    combo(card).hidePopup()


def test_a_key_chooses_the_first_lens(card):
    combo(card).setFocus()
    QTest.keyClick(combo(card), Qt.Key.Key_Down)
    assert card.lens_id == "own"
    assert table(card).isVisible()
    assert not text(card, "lens-explain")


def test_a_chosen_lens_tells_what_it_is_and_what_it_cannot_say(card):
    card.choose_lens("own")
    assert text(card, "lens-about") == "Ein Rahmen."
    assert text(card, "lens-limits") == "Kein Siegel."
    assert text(card, "lens-related") == "5 von 5 gestellten Fragen gehören zu diesem Blickwinkel."


def test_choosing_the_building_blocks_puts_the_lens_away(card):
    card.choose_lens("own")
    open_row(card, 0)
    card.choose_lens("")
    assert not table(card).isVisible()
    assert text(card, "lens-explain")
    card.choose_lens("own")
    assert links(card) == []


def test_a_lens_that_is_not_there_means_the_building_blocks(card):
    card.choose_lens("own")
    card.choose_lens("gone")
    assert card.lens_id == ""


def test_where_there_are_no_lenses_that_is_said(make_card):
    card = make_card(Shelf({}), town())
    combo(card).setFocus()
    assert choices(card) == ["Building blocks"]
    assert (
        text(card, "lens-explain") == "Zu diesem Fragenkatalog gibt es keine anderen Blickwinkel."
    )


def test_the_lens_stays_when_others_come_beside_it(card):
    card.choose_lens("other")
    card.set_lenses({"other": OTHER})
    assert card.lens_id == "other"
    card.set_lenses({"own": OWN})
    assert card.lens_id == ""
    assert not table(card).isVisible()


def test_before_there_is_an_assessment_only_the_choice_is_there(make_card, shelf):
    card = make_card(shelf, None)
    card.choose_lens("own")
    assert not table(card).isVisible()


def test_another_town_is_seen_through_the_same_lens(card, shelf):
    card.choose_lens("own")
    open_row(card, 0)
    card.show_assessment(town(answers={"q.a": 4, "q.b": 4}, id="other"))
    assert cells(card)[0][1] == "4,0"
    assert links(card) == []
    assert shelf.fetched == 1


def test_another_questionnaire_brings_its_own_lenses(card, shelf):
    card.choose_lens("own")
    card.show_assessment(town(id="other", questionnaire_id="another"))
    assert card.lens_id == ""
    assert not table(card).isVisible()
    shelf.lenses = {"other": OTHER}
    card.choose_lens("other")
    assert choices(card) == ["Building blocks", "Anderer Rahmen"]
    assert shelf.fetched == 2


# --- the table


def test_the_table_shows_every_part_and_says_what_is_not_covered(card):
    card.choose_lens("own")
    assert heads(card) == ["Punkt", "Value", "Band", "Coverage", "Fragen", "Note"]
    assert cells(card) == [
        ["Aufsicht", "2,0", "1,6 bis 2,4", "80\N{NO-BREAK SPACE}%", "3", ""],
        ["Offenheit", "4,0", "4,0", "100\N{NO-BREAK SPACE}%", "2", ""],
        ["Umfang", "4,0", "4,0", "100\N{NO-BREAK SPACE}%", "1", ""],
        ["Modelle", "–", "–", "–", "0", "nicht abgedeckt"],
    ]


def test_what_is_left_out_and_what_does_not_apply_is_said(card):
    card.choose_lens("own")
    card.show_assessment(town(Extent.SMALL))
    assert [row[-1] for row in cells(card)] == [
        "",
        "entfällt",
        "hier nicht gefragt",
        "nicht abgedeckt",
    ]


def test_an_answer_changes_the_table_and_keeps_the_part_open(card):
    card.choose_lens("own")
    open_row(card, 0)
    card.show_assessment(town(answers={**ANSWERS, "q.a": 1}))
    assert cells(card)[0][1] == "1,0"
    assert links(card)[0].accessibleName() == "Title of q.a"


def test_the_quick_check_shows_tendencies_and_no_number(make_card, shelf):
    card = make_card(shelf, town(Extent.QUICK))
    card.choose_lens("own")
    open_row(card, 0)
    assert heads(card) == ["Punkt", "Tendency", "Coverage", "Fragen"]
    assert [row[1] for row in cells(card)] == [
        "mittel",
        "entfällt",
        "hier nicht gefragt",
        "nicht abgedeckt",
    ]
    assert not any(number in said for said in shown_texts(card) for number in ("2,0", "1,6"))


def test_sorting_by_a_number_puts_what_has_none_first_and_still_opens_the_right_part(card):
    card.choose_lens("own")
    table(card).sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [row[0] for row in cells(card)][:2] == ["Modelle", "Aufsicht"]
    open_row(card, 1)
    assert text(card, "lens-part-title") == "Fragen zu „Aufsicht“"


@pytest.mark.parametrize("extent", list(Extent))
def test_it_is_a_sound_model(texts, qtmodeltester, extent):
    model = LensModel(texts)
    qtmodeltester.check(model)
    model.set_profile(look_through(OWN, town(extent)))
    qtmodeltester.check(model)


def test_a_dash_is_read_as_no_value_and_a_tool_tip_says_it_all(texts):
    model = LensModel(texts)
    model.set_profile(look_through(OWN, town()))
    assert model.index(3, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "kein Wert"
    assert "keine Frage" in model.index(3, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole).startswith("Profilwert 2,0 von 4.")


def test_numbers_stand_right_and_words_left(texts):
    model = LensModel(texts)
    model.set_profile(look_through(OWN, town()))
    role = Qt.ItemDataRole.TextAlignmentRole
    sides = [bool(model.index(0, n).data(role) & Qt.AlignmentFlag.AlignRight) for n in range(6)]
    assert sides == [False, True, True, True, True, False]


# --- the questions of a part


def test_enter_shows_the_questions_of_a_part_those_at_its_core_first(card):
    card.choose_lens("own")
    assert links(card) == []
    open_row(card, 0)
    assert text(card, "lens-part-title") == "Fragen zu „Aufsicht“"
    assert text(card, "lens-part-meaning") == "Wer prüft?"
    assert [(link.objectName(), link.accessibleDescription()) for link in links(card)] == [
        ("lens-q.a", "At the core"),
        ("lens-q.b", "At the core"),
        ("lens-q.c", "At the edge"),
    ]
    assert not text(card, "lens-part-others")


@pytest.mark.parametrize("click", [QTest.mouseClick, QTest.mouseDClick], ids=["once", "twice"])
def test_a_click_on_a_row_shows_them_too(card, click):
    card.choose_lens("own")
    place = table(card).visualRect(table(card).model().index(1, 0)).center()
    click(table(card).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    if click is QTest.mouseDClick:
        QTest.mouseRelease(table(card).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert [link.objectName() for link in links(card)] == ["lens-q.d", "lens-q.full"]


def test_a_link_leads_to_its_question(card, qtbot):
    card.choose_lens("own")
    open_row(card, 0)
    with qtbot.waitSignal(card.item_requested, timeout=0) as signal:
        links(card)[2].click()
    assert signal.args == ["q.c"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (1, "Eine weitere Frage dazu stellt dieser Umfang nicht."),
        (2, "Der Fragenkatalog hat dazu eine Frage, dieser Umfang stellt sie nicht."),
        (3, "Dazu stellt der Fragenkatalog keine Frage."),
    ],
)
def test_what_is_not_asked_is_no_link_but_a_sentence(make_card, shelf, row, said):
    card = make_card(shelf, town(Extent.SMALL))
    card.choose_lens("own")
    open_row(card, row)
    assert text(card, "lens-part-others") == said
    assert "lens-q.full" not in [link.objectName() for link in links(card)]


# --- for everybody


def test_whatever_takes_the_focus_has_a_name(card):
    card.choose_lens("own")
    open_row(card, 0)
    assert nameless(card) == []
    assert combo(card).accessibleName() == "Lens"
    relations = QAccessible.queryAccessibleInterface(combo(card)).relations()
    labels = [one for one, kind in relations if kind & QAccessible.RelationFlag.Label]
    assert [label.text(QAccessible.Text.Name) for label in labels] == ["Lens"]


def test_tab_leads_from_the_choice_over_the_table_to_the_questions(card, qtbot):
    card.choose_lens("own")
    open_row(card, 0)
    assert links(card)
    stops = tab_stops(combo(card))
    assert [stop for stop in stops if stop.startswith("lens")] == [
        "lens",
        "lens-parts",
        "lens-q.a",
        "lens-q.b",
        "lens-q.c",
    ]


def test_nothing_is_scrolled_sideways_at_twice_the_text_size(
    make_card, shelf, appearance, settings
):
    settings.font_scale = 200
    appearance.apply()
    long = Lens("own", "Sehr langer Name eines Rahmens " * 3, "", "A " * 99, "B " * 99, "", PARTS)
    shelf.lenses = {"own": long}
    card = make_card(shelf, town())
    page = card.window()
    page.resize(700, 700)
    card.choose_lens("own")
    open_row(card, 0)
    assert page.horizontalScrollBar().maximum() == 0
    assert all(label.wordWrap() for label in card.findChildren(QLabel) if label.text())
