"""The profile as a text for paper."""

import re

import pytest
from builders import NOT_APPLICABLE, OPEN, UNKNOWN
from towns import GIVEN, small_town

from kiassess.domain.kinds import Extent
from kiassess.domain.profile import make_profile
from kiassess.wording.profile_document import profile_document, profile_name
from kiassess.wording.summary import profile_summary


@pytest.fixture
def document(texts_de):
    def made(given=None, chart="", **facts):
        opened = small_town(given, **facts)
        return profile_document(opened, make_profile(opened), texts_de, chart=chart)

    return made


def row(text, name):
    """The cells of the line of a table."""
    (line,) = re.findall(rf"^\| {name}.*$", text, re.MULTILINE)
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_it_says_whose_profile_it_is(document, texts_de):
    lines = document().splitlines()
    assert lines[0] == f"# {profile_name(small_town(), texts_de)}"
    assert lines[0] == "# KI-Standortbestimmung Bad Musterbach, Stadt"
    assert lines[2].startswith("Standortbestimmung vom 02.03.2026, Vollanalyse, beantwortet: 6")
    assert lines[4] == "Demo, Version 1.0.0 · KI-Einsatz: KI ist im Einsatz"


def test_minimum_requirements_come_first_with_their_status(document):
    text = document()
    assert "## Mindestanforderungen: 1 von 2 erfüllt" in text
    assert row(text, "Title of data.one")[1:] == ["erfüllt", "3"]
    assert row(text, "Title of strat.three")[1:] == ["ungeklärt", "offen"]
    assert text.index("## Mindestanforderungen") < text.index("## Bausteine")
    assert "**Prüfbedarf: KI ist im Einsatz" in text


def test_blocks_have_value_band_coverage_secured_level_and_target(document):
    text = document()
    assert row(text, "Baustein ") == [
        "Baustein", "Profilwert", "Spanne", "Abdeckung", "gesicherte Stufe", "Ziel"
    ]  # fmt: skip
    assert row(text, "Block VIS") == ["Block VIS", "1,5", "1,2 bis 2,0", "80\u00a0%", "1", "3,0"]
    assert row(text, "Block RM")[1:4] == ["nicht belastbar", "0,4 bis 3,6", "20\u00a0%"]


def test_a_block_in_which_nothing_applies_has_no_value(document):
    given = GIVEN | dict.fromkeys(["strat.two", "strat.three", "strat.four"], NOT_APPLICABLE)
    assert row(document(given), "Block RM")[1:4] == ["entfällt", "–", "–"]


def test_the_quick_check_says_tendencies_and_no_numbers(document):
    text = document(dict.fromkeys(GIVEN, 3), extent=Extent.QUICK)
    assert row(text, "Baustein ") == ["Baustein", "Tendenz", "Abdeckung"]
    assert row(text, "Block VIS") == ["Block VIS", "hoch", "100\u00a0%"]
    assert "3,0" not in text
    assert "Profilwert" not in text


def test_the_summary_and_the_disclaimer_are_in_it(document, texts_de):
    text = document()
    for sentence in profile_summary(make_profile(small_town()), texts_de):
        assert sentence in text
    assert text.endswith("*Selbsteinschätzung, keine Zertifizierung und keine Rechtsberatung.*")


def test_what_is_unknown_is_named_by_area_and_what_is_open_is_counted(document):
    text = document(GIVEN | {"strat.one": UNKNOWN, "strat.two": UNKNOWN, "strat.three": OPEN})
    assert "**Area data:** Title of data.two\n" in text
    assert "**Area strat:** Title of strat.one; Title of strat.two\n" in text
    assert "2 Fragen sind noch offen." in text
    assert "zeigt der Gesprächsplan" in text


def test_when_all_is_settled_nobody_has_to_be_asked(document):
    text = document(dict.fromkeys(GIVEN, 2))
    assert "Alle Fragen sind geklärt." in text
    assert "Gesprächsplan" not in text


def test_an_order_that_is_not_robust_is_said_to_be_so(document):
    assert "*Reihenfolge der Bausteine nicht belastbar" in document()


@pytest.mark.parametrize(("chart", "pictures"), [("", 0), ("chart", 1)])
def test_the_chart_stands_where_it_is_named(document, chart, pictures):
    assert document(chart=chart).count("](chart)") == pictures
