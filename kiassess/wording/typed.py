"""What people type into fields: days, amounts of money and numbers, and how they are shown there.

Nothing typed is nothing known. What cannot be read is told by ``ValueError``.
"""

import re
from datetime import date, datetime

from kiassess.domain.assessment import YEARS
from kiassess.wording.planning import plain_number
from kiassess.wording.texts import Texts

DAY_FORMATS = {  # the first one is how a day is shown
    "de": ("%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y"),
    "en": ("%d/%m/%Y", "%Y-%m-%d", "%d/%m/%y", "%d.%m.%Y"),
}
_GROUPED = {
    "de": re.compile(r"-?(\d+|\d{1,3}(\.\d{3})+)(,\d*)?"),
    "en": re.compile(r"-?(\d+|\d{1,3}(,\d{3})+)(\.\d*)?"),
}
_CENTS = {"de": re.compile(r"[^,]*(,\d{1,2})?"), "en": re.compile(r"[^.]*(\.\d{1,2})?")}


def typed_day(text: str, texts: Texts) -> date | None:
    """A day as people write it, ``31.3.2027`` or ``2027-03-31``.

    Raises:
        ValueError: It is none, or lies outside our times.
    """
    if not text.strip():
        return None
    for form in DAY_FORMATS[texts.language]:
        try:
            day = datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 - only the day
        except ValueError:
            continue
        if day.year in YEARS:
            return day
    raise ValueError(text)


def shown_day(day: date | None, texts: Texts) -> str:
    """A day as it can be typed again; empty while there is none."""
    return "" if day is None else day.strftime(DAY_FORMATS[texts.language][0])


def typed_number(text: str, texts: Texts) -> float | None:
    """A number with its digits grouped or not.

    Raises:
        ValueError: It is none.
    """
    bare = "".join(text.split())
    if not bare:
        return None
    if _GROUPED[texts.language].fullmatch(bare) is None:
        raise ValueError(text)
    if texts.language == "de":
        bare = bare.replace(".", "").replace(",", ".")
    return float(bare.replace(",", ""))


def shown_number(number: float | None, texts: Texts) -> str:
    """A number as it can be typed again; empty while there is none."""
    return "" if number is None else plain_number(number, texts)


def typed_cents(text: str, texts: Texts) -> int | None:
    """An amount of money in cents, ``1.200,00 €`` or ``1200``.

    Raises:
        ValueError: It is none, is below zero, or has parts of a cent.
    """
    bare = text.replace("€", "").replace("Euro", "").strip()
    number = typed_number(bare, texts)
    if number is None:
        return None
    if number < 0 or _CENTS[texts.language].fullmatch("".join(bare.split())) is None:
        raise ValueError(text)
    return round(number * 100)


def shown_cents(cents: int | None, texts: Texts) -> str:
    """An amount of money as it can be typed again; empty while there is none."""
    if cents is None:
        return ""
    amount = f"{cents // 100:,}.{cents % 100:02}"
    if texts.language == "de":
        amount = amount.translate(str.maketrans(",.", ".,"))
    return f"{amount} €"
