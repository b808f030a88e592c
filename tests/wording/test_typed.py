"""What people type into fields."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess.wording.typed import (
    shown_cents,
    shown_day,
    shown_number,
    typed_cents,
    typed_day,
    typed_number,
)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1.200,00 €", 120_000),
        ("1200", 120_000),
        ("1.200", 120_000),
        ("0,5", 50),
        (" 12,34€ ", 1_234),
        ("1 200,00 Euro", 120_000),
        ("", None),
    ],
)
def test_money_as_germans_write_it(texts_de, text, cents):
    assert typed_cents(text, texts_de) == cents


@pytest.mark.parametrize("text", ["-1", "viel", "1.20", "1,2,3", "12,345", "1.2000"])
def test_what_is_no_amount_is_refused(texts_de, text):
    with pytest.raises(ValueError, match=r".*"):
        typed_cents(text, texts_de)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31.3.2027", date(2027, 3, 31)),
        ("31.03.27", date(2027, 3, 31)),
        ("2027-03-31", date(2027, 3, 31)),
        ("  ", None),
    ],
)
def test_days_as_germans_write_them(texts_de, text, day):
    assert typed_day(text, texts_de) == day


@pytest.mark.parametrize("text", ["31.02.2027", "morgen", "1.1.0001", "03/31/2027"])
def test_what_is_no_day_is_refused(texts_de, text):
    with pytest.raises(ValueError, match=r".*"):
        typed_day(text, texts_de)


@given(st.integers(0, 10**13))
def test_shown_money_can_be_typed_again(texts_de, texts_en, cents):
    for texts in (texts_de, texts_en):
        assert typed_cents(shown_cents(cents, texts), texts) == cents


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_shown_days_can_be_typed_again(texts_de, texts_en, day):
    for texts in (texts_de, texts_en):
        assert typed_day(shown_day(day, texts), texts) == day


@given(st.integers(-(10**9), 10**9).map(lambda n: n / 100))
def test_shown_numbers_can_be_typed_again(texts_de, texts_en, number):
    for texts in (texts_de, texts_en):
        assert typed_number(shown_number(number, texts), texts) == number
