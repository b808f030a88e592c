"""Texts made comparable, for finding them and for putting them in order.

Two texts are searched and sorted alike when they differ only in case, accents, hyphens
or brackets. German umlauts can also be written out (“Muenchen”): a search compares every
form of what is typed with every form of what is there.
"""

import re
from typing import TypeAlias
from unicodedata import category, normalize

NaturalKey: TypeAlias = tuple[tuple[tuple[tuple[int, str], ...], ...], str]

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"([0-9]+)")
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue"})
# Letters with a stroke and ligatures, which Unicode does not take apart.
_WHOLE_LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ø": "o", "þ": "th", "æ": "ae", "œ": "oe"}
)


def fold(text: str) -> str:
    """Reduce a text to what counts in searching and in sorting after DIN 5007-1.

    Upper case becomes lower case, ä becomes a, ß becomes ss, accents and strokes go (also
    the Sorbian ones), and whatever is neither letter nor digit separates words. Folding
    twice changes nothing more.

    Returns:
        Words with one space between them, none around; empty if nothing counts.
    """
    return " ".join(_WORD.findall(text.lower() if text.isascii() else _without_accents(text)))


def search_forms(text: str) -> tuple[str, ...]:
    """Return the folded forms under which a text can be found.

    “München” has the forms ``munchen`` and ``muenchen``, so that “Muenchen”, “München”
    and “Munchen” each share a form with it.

    Returns:
        ``fold(text)`` first; then the form with ae, oe and ue where it differs. All forms
        have the same number of words.
    """
    folded = fold(text)
    if text.isascii():
        return (folded,)
    written_out = fold(normalize("NFC", text).translate(_WRITTEN_OUT))
    return (folded,) if written_out == folded else (folded, written_out)


def natural_key(text: str) -> NaturalKey:
    """Return a key that sorts word by word after DIN 5007-1, and numbers by value.

    “2.10” comes after “2.9”, “Äpfel” between “Anis” and “Arnika”, “Neu-Ulm” before
    “Neuburg”, a number before a letter. Texts that fold alike still have a fixed order;
    only equal texts share a key.
    """
    return tuple(_word_key(word) for word in fold(text).split()), text


def _word_key(word: str) -> tuple[tuple[int, str], ...]:
    """Split a word into text, number, text and so on; the first text may be empty."""
    parts = enumerate(_NUMBER.split(word))
    return tuple(_number_key(part) if place % 2 else (0, part) for place, part in parts)


def _number_key(digits: str) -> tuple[int, str]:
    """Order numbers by value without ``int``, which refuses very long ones."""
    value = digits.lstrip("0")
    return len(value), value


def _without_accents(text: str) -> str:
    apart = normalize("NFKD", text).casefold().translate(_WHOLE_LETTERS)
    return "".join([sign for sign in apart if sign.isalnum() or not _is_invisible(sign)])


def _is_invisible(sign: str) -> bool:
    """Accents, and signs without width such as the soft hyphen."""
    kind = category(sign)
    return kind == "Cf" or kind.startswith("M")
