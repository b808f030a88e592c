"""What a municipality keeps beside its answers: what all its entries have in common.

An entry lives with an assessment and is changed through the journal, as an answer is. A new round
begins with the entries of the round before.
"""

from dataclasses import dataclass, fields
from math import isfinite
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ID_LENGTH = 100  # characters
RATES = range(1, 5)  # 1 little to 4 very much
MOST_DAYS = 100_000.0  # person-days
MOST_CENTS = 10**13
MOST_LISTED = 200  # of one list in an entry


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """One entry; every kind adds its own fields.

    Attributes:
        id: Unique among the entries of its kind in an assessment; for what belongs to something
            of the catalogue the id of that.

    Raises:
        ValueError: The id is empty, too long, or holds a gap or what cannot be shown.
    """

    id: str

    def __post_init__(self) -> None:
        if not is_usable_id(self.id):
            raise ValueError("id")


def is_usable_id(text: str) -> bool:
    """Whether an entry can have this id."""
    short = 0 < len(text) <= ID_LENGTH
    return short and text.isprintable() and not any(sign.isspace() for sign in text)


def refuse_blank(text: str, name: str) -> None:
    """Refuse a text of which nothing can be seen.

    Raises:
        ValueError: It is one; the sentence is the name.
    """
    if not text.strip():
        raise ValueError(name)


def refuse_rates(**rates: int | None) -> None:
    """Refuse ratings outside ``RATES``; ``None`` for what nobody has rated.

    Raises:
        ValueError: One lies outside; the sentence is its name.
    """
    for name, rate in rates.items():
        if rate is not None and rate not in RATES:
            raise ValueError(name)


def refuse_numbers(*, least: float, most: float, **numbers: float | None) -> None:
    """Refuse numbers outside a range, and endless ones; ``None`` is no number.

    Raises:
        ValueError: One lies outside; the sentence is its name.
    """
    for name, number in numbers.items():
        if number is not None and not (isfinite(number) and least <= number <= most):
            raise ValueError(name)


def refuse_lists(**lists: "Iterable[object]") -> None:
    """Refuse lists that are too long or name something twice.

    Raises:
        ValueError: One is; the sentence is its name.
    """
    for name, listed in lists.items():
        found = list(listed)
        if len(found) > MOST_LISTED or len(set(found)) != len(found):
            raise ValueError(name)


def is_typing_entry(before: KeptEntry, after: KeptEntry) -> bool:
    """Whether nothing but free text differs between two versions of an entry."""
    if type(before) is not type(after) or before.id != after.id:
        return False
    names = [one.name for one in fields(after)]
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in names)
    return all(was == now or _is_free(name, was, now) for name, was, now in pairs)


def _is_free(name: str, before: object, after: object) -> bool:
    named = name == "id" or name.endswith("_id")
    return not named and type(before) is str and type(after) is str
