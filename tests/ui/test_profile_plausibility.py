from datetime import date

import pytest
from accessibility import nameless
from builders import make_item, make_questionnaire, open_assessment
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from kiassess.domain.plausibility import Finding, FindingKind, Pair, check_plausibility
from kiassess.ui.pages.profile_plausibility import PlausibilityCard

ITEMS = [make_item(f"data.i{number}") for number in range(12)]
PAIRS = {
    f"p.{number}": Pair(f"p.{number}", f"data.i{number}", 2, "data.i11", 1, f"That {number}.", "?")
    for number in range(10)
}


@pytest.fixture
def card(qtbot, texts, appearance):
    card = PlausibilityCard(texts)
    card.resize(700, 500)
    qtbot.addWidget(card)
    card.show()
    qtbot.waitExposed(card)
    return card


def show(card, levels):
    """Show what stands out where these are the levels of the first items."""
    given = {item.id: level for item, level in zip(ITEMS, levels, strict=False)}
    opened = open_assessment(make_questionnaire(ITEMS), given, round_date=date(2026, 3, 2))
    findings = check_plausibility(opened, PAIRS, None)
    card.show_findings(findings, opened)
    return findings


def contradictions(number):
    """Levels with so many contradictions and nothing else that stands out."""
    return [*[2] * number, *[1] * (11 - number), 0]


def lead(card):
    return card.findChild(QLabel, "plausibility-lead").text()


def shown(card):
    """Sentences and questions."""
    found = card.findChild(QWidget, "plausibility-list").findChildren(QLabel)
    return [label.text() for label in found if label.isVisible()]


def links(card):
    found = card.findChildren(QPushButton)
    return [link.accessibleName() for link in found if link.isVisible()]


def button(card, name):
    return card.findChild(QPushButton, name)


def test_a_finding_stands_with_its_question_and_leads_to_both_answers(card, qtbot):
    show(card, contradictions(1))
    assert lead(card).startswith("Eine Stelle fällt auf.")
    assert shown(card) == ["That 0.", "?"]
    assert links(card) == ["Title of data.i0", "Title of data.i11"]
    assert button(card, "finding-data.i11").accessibleDescription() == "?"
    with qtbot.waitSignal(card.item_requested, timeout=0) as signal:
        button(card, "finding-data.i11").click()
    assert signal.args == ["data.i11"]


def test_when_nothing_stands_out_that_is_said(card):
    show(card, contradictions(2))
    show(card, [1, 2])
    assert lead(card).startswith("Die bisherigen Antworten passen zusammen.")
    assert shown(card) == []
    assert links(card) == []


@pytest.mark.parametrize("number", [6, 7, 9])
def test_six_findings_are_shown_and_the_others_behind_a_link(card, qtbot, number):
    show(card, contradictions(number))
    more = button(card, "plausibility-more")
    assert [text for text in shown(card) if text.startswith("That")] == [
        f"That {n}." for n in range(6)
    ]
    assert (more is None) == (number == 6)
    if more is not None:
        rest = number - 6
        named = "Eine weitere anzeigen" if rest == 1 else f"{rest} weitere anzeigen"
        assert more.accessibleName() == named
        qtbot.waitUntil(more.isVisible)
        more.click()
        assert len([text for text in shown(card) if text.startswith("That")]) == number
        assert not more.isVisible()


def test_what_the_link_has_shown_takes_the_focus(card):
    show(card, contradictions(8))
    more = button(card, "plausibility-more")
    more.setFocus()
    more.click()
    assert card.focusWidget().accessibleName() == "Title of data.i6"


def test_one_answer_more_takes_no_more_room_than_saying_so(card):
    show(card, [3] * 5)
    assert [button(card, f"finding-data.i{number}").isVisible() for number in range(5)] == [
        True
    ] * 5
    assert button(card, "finding-more") is None


def test_a_finding_about_many_answers_links_the_first_and_then_all(card, qtbot):
    show(card, [3] * 7)
    qtbot.waitUntil(lambda: len(links(card)) == 2 * (4 + 1))
    assert links(card)[4] == "… und 3 weitere Fragen anzeigen"
    more = button(card, "finding-more")
    more.setFocus()
    more.click()
    assert links(card)[:7] == [f"Title of data.i{number}" for number in range(7)]
    assert card.focusWidget().accessibleName() == "Title of data.i4"
    assert not more.isVisible()


def test_showing_anew_begins_with_the_first_six_again(card, qtbot):
    show(card, contradictions(9))
    button(card, "plausibility-more").click()
    show(card, contradictions(8))
    assert len([text for text in shown(card) if text.startswith("That")]) == 6
    qtbot.waitUntil(button(card, "plausibility-more").isVisible)


def test_whatever_takes_the_focus_has_a_name(card):
    show(card, contradictions(9))
    assert nameless(card) == []


def test_long_titles_wrap_at_twice_the_text_size(card, appearance, settings):
    settings.font_scale = 200
    appearance.apply()
    item = make_item("data.long")
    long = Finding(FindingKind.UNPROVEN, (item.id,))
    opened = open_assessment(make_questionnaire([item]), {item.id: 4})
    card.show_findings([long], opened)
    card.resize(360, 900)
    assert card.minimumSizeHint().width() <= 360
