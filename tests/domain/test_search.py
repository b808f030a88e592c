"""Folding and sorting, stated as tables and as laws."""

from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiassess.domain.search import fold, natural_key, search_forms

GERMAN = st.text("abcdeorstuxyzäöüßABCÄÖÜẞ -.()/09", max_size=20)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", "", id="empty"),
        pytest.param(" –…_! ", "", id="nothing-that-counts"),
        pytest.param("Ulm", "ulm", id="case"),
        pytest.param("München", "munchen", id="umlaut"),
        pytest.param("ÄÖÜ", "aou", id="capital-umlauts"),
        pytest.param("Mu\u0308nchen", "munchen", id="umlaut-in-two-signs"),
        pytest.param("Gießen", "giessen", id="sharp-s"),
        pytest.param("GIEẞEN", "giessen", id="capital-sharp-s"),
        pytest.param("Cottbus/Chóśebuz", "cottbus chosebuz", id="lower-sorbian"),
        pytest.param("Lubin (Błota)", "lubin blota", id="stroke"),
        pytest.param("Łaz", "laz", id="capital-stroke"),
        pytest.param("Wětošow ćčěłńśšźž", "wetosow ccelnsszz", id="all-sorbian-letters"),
        pytest.param("Chrósćicy Hodźij Rań", "chroscicy hodzij ran", id="upper-sorbian"),
        pytest.param("Neu-Ulm", "neu ulm", id="hyphen"),
        pytest.param("Halle (Saale)", "halle saale", id="brackets"),
        pytest.param("i.d. O.L.", "i d o l", id="dots"),
        pytest.param("  a \t b\n", "a b", id="spaces"),
        pytest.param("a_b", "a b", id="underscore"),
        pytest.param("Ver\u00adwal\u200btung", "verwaltung", id="soft-hyphen-joins"),
        pytest.param("2.10", "2 10", id="numbers"),
        pytest.param("３", "3", id="full-width-digit"),
        pytest.param("Æsop Œuvre Øre", "aesop oeuvre ore", id="ligatures"),
        pytest.param("İzmir", "izmir", id="dotted-capital-i"),
    ],
)
def test_fold(text, expected):
    assert fold(text) == expected


@given(st.text())
@example("ΐ ᾳ ﬁ ᴬ Ꭰ \u0345")
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_words_have_one_space_between_them(text):
    assert fold(text).split() == [word for word in fold(text).split(" ") if word]
    assert fold(text) == fold(text).strip()


@given(GERMAN)
def test_neither_case_nor_composition_count(text):
    assert fold(text.upper()) == fold(text.lower()) == fold(normalize("NFD", text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("München", ("munchen", "muenchen"), id="umlaut"),
        pytest.param("Mu\u0308nchen", ("munchen", "muenchen"), id="umlaut-in-two-signs"),
        pytest.param("Übach", ("ubach", "uebach"), id="capital-umlaut"),
        pytest.param("Lüdär", ("ludar", "luedaer"), id="two-umlauts"),
        pytest.param("Muenchen", ("muenchen",), id="written-out"),
        pytest.param("Munchen", ("munchen",), id="without-dots"),
        pytest.param("Gießen", ("giessen",), id="sharp-s-has-one-form"),
        pytest.param("Chóśebuz", ("chosebuz",), id="sorbian-has-one-form"),
        pytest.param("", ("",), id="empty"),
    ],
)
def test_search_forms(text, expected):
    assert search_forms(text) == expected


@pytest.mark.parametrize("typed", ["Muenchen", "München", "Munchen", "MÜNCHEN", "mUenchen"])
def test_every_spelling_shares_a_form(typed):
    assert set(search_forms(typed)) & set(search_forms("München"))


@given(st.text())
def test_forms_are_folded_and_alike_in_words(text):
    forms = search_forms(text)
    assert forms[0] == fold(text)
    assert all(fold(form) == form for form in forms)
    assert len({len(form.split()) for form in forms}) == 1
    assert len(set(forms)) == len(forms)


@given(GERMAN)
def test_text_without_dots_and_text_written_out_find_it(text):
    written_out = text
    for umlaut, letters in {"ä": "ae", "ö": "oe", "ü": "ue"}.items():
        written_out = written_out.replace(umlaut, letters).replace(umlaut.upper(), letters)
    assert fold(written_out) in search_forms(text)
    assert fold(fold(text)) in search_forms(text)


@pytest.mark.parametrize(
    "ordered",
    [
        pytest.param(["2", "2.9", "2.10", "10"], id="numbers-by-value"),
        pytest.param(["Anis", "Äpfel", "Arnika"], id="umlaut-with-its-letter"),
        pytest.param(["Masse", "Maße", "Mast"], id="sharp-s-as-ss"),
        pytest.param(["Neu-Ulm", "Neubrandenburg"], id="word-by-word"),
        pytest.param(["Neu 1", "Neu Ulm", "Neu2", "Neua"], id="numbers-word-by-word"),
        pytest.param(["Mull", "Müll", "Mulla"], id="plain-letter-first-if-alike"),
        pytest.param(["Frage 1", "Frage 2", "Frage 12", "Frage a"], id="number-before-letter"),
        pytest.param(["", "1", "a"], id="nothing-first"),
        pytest.param(["a2b10", "a10b2"], id="numbers-inside-words"),
        pytest.param(["a 0", "a 00", "a 1"], id="zeros"),
        pytest.param(["1" + "0" * 5000, "2" + "0" * 5000], id="numbers-too-long-for-int"),
    ],
)
def test_natural_key(ordered):
    turned = ordered[::-1]
    assert sorted(turned, key=natural_key) == ordered


@given(st.lists(st.integers(0, 10**9)))
def test_numbers_sort_by_value(numbers):
    texts = sorted((f"No. {number}" for number in numbers), key=natural_key)
    assert texts == [f"No. {number}" for number in sorted(numbers)]


@given(st.text(), st.text())
def test_only_equal_texts_share_a_key(one, other):
    assert (natural_key(one) == natural_key(other)) == (one == other)


@given(st.permutations(["b-1", "B 1", "b10", "ä", "a", "Ä", "2.9", "2.10", ""]))
def test_the_order_does_not_depend_on_the_start(texts):
    assert sorted(texts, key=natural_key) == ["", "2.9", "2.10", "a", "Ä", "ä", "B 1", "b-1", "b10"]
