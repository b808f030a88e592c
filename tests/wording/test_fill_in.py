"""Fill-in workbooks in words."""

import pytest
from towns import small_questionnaire, small_town

from kiassess.domain.fill_in import (
    FillIn,
    FillInEntry,
    FillInWarning,
    Respondent,
    Unclear,
    UnclearKind,
    WarningKind,
    fill_in_round,
)
from kiassess.wording.fill_in import (
    counts_sentence,
    covering_text,
    unclear_sentence,
    warning_sentence,
    who_words,
)

QUESTIONNAIRE = small_questionnaire()


def fill_in(*, untouched=False):
    entry = FillInEntry("data.one", "F5", "answered", 2, untouched=untouched)
    return FillIn(None, Respondent(), (entry,), ("data.two",), (Unclear("F7", "5", "infra.one"),))


def test_the_counts_are_said_in_short(texts_de):
    assert counts_sentence(fill_in(), texts_de) == "1 übernommen, 1 offen, 1 unklar"
    said = counts_sentence(fill_in(untouched=True), texts_de)
    assert said == "0 übernommen, 1 unverändert, 1 offen, 1 unklar"


@pytest.mark.parametrize("kind", UnclearKind)
def test_an_unclear_cell_is_named(texts_de, texts_en, kind):
    unclear = Unclear("F12", "{zwei}", "data.one", kind)
    for texts in (texts_de, texts_en):
        sentence = unclear_sentence(unclear, QUESTIONNAIRE, texts)
        assert "F12" in sentence
        assert "Title of data.one" in sentence


@pytest.mark.parametrize("kind", WarningKind)
def test_a_warning_is_a_sentence(texts_de, texts_en, kind):
    warning = FillInWarning(kind, "F12", "data.one", "1.0.0")
    for texts in (texts_de, texts_en):
        assert warning_sentence(warning, QUESTIONNAIRE, texts).endswith(".")


def test_a_warning_about_no_item_needs_none(texts_de):
    warning = FillInWarning(WarningKind.UNKNOWN_ITEM, "A9", value="data.gone")
    assert "„data.gone“" in warning_sentence(warning, QUESTIONNAIRE, texts_de)


def test_the_covering_text_has_a_part_for_everyone(texts_de):
    asked = fill_in_round(small_town())
    files = [(one, f"{number}.xlsx") for number, one in enumerate(asked)]
    text = covering_text("Musterstadt", files, texts_de, on_paper=False)
    for one, file in files:
        assert f"Für: {who_words(one, texts_de)}\nAnhang: {file}\n" in text
    assert text.count("Betreff: KI-Standortbestimmung Musterstadt") == 3
    assert "mit einer Frage" in text
    assert "mit 7 Fragen" in text
    assert "zurück" in text


def test_on_paper_nobody_is_asked_to_send_a_file(texts_de):
    (asked, *_) = fill_in_round(small_town())
    text = covering_text("Musterstadt", [(asked, "a.xlsx")], texts_de, on_paper=True)
    assert "Blätter" in text
    assert "Excel" not in text
