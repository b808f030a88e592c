"""The bundled register of German municipalities, associations and counties.

The file is ``register.csv.xz``: the territory date in the first line, the column names
in the second, then one body a line. The length of a key tells the kind of body.
"""

import csv
import io
import lzma
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kiassess.domain.municipality import Municipality, OrganisationType
from kiassess.domain.search import search_forms

REGISTER_FILE = "register.csv.xz"
COLUMNS = ["key", "name", "designation", "state", "district", "population"]
TYPE_BY_KEY_LENGTH = {
    5: OrganisationType.COUNTY,
    8: OrganisationType.MUNICIPALITY,
    9: OrganisationType.ASSOCIATION,
}
TIE_ORDER = {kind: place for place, kind in enumerate(OrganisationType)}


class _Entry(NamedTuple):
    """A municipality and what a query is compared with.

    Each text has one folded form a line, with a space before every word: a line break
    and ``" bad"`` start a form, ``" bad"`` alone starts a word.
    """

    municipality: Municipality
    callings: str
    name: str
    everything: str


class _Query(NamedTuple):
    """A query ready to be looked for in an ``_Entry``.

    Attributes:
        starts: How a form that begins with the whole query begins, in both spellings.
        words: How its words begin, each in both spellings; empty for an empty query.
    """

    starts: tuple[str, str]
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Register:
    """Municipalities, associations and counties, found as one types.

    A kreisfreie Stadt is in it twice, as a municipality and as a county.

    Attributes:
        municipalities: All bodies, in the order of the file.
        territory_date: ISO date of the territory described.

    Raises:
        ValueError: Two bodies share a key.
    """

    municipalities: tuple[Municipality, ...] = field(repr=False)
    territory_date: str
    _entries: tuple[_Entry, ...] = field(init=False, repr=False, compare=False)
    _by_key: Mapping[str, Municipality] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_key = {found.key: found for found in self.municipalities}
        if len(by_key) != len(self.municipalities):
            raise ValueError("keys must be unique")
        object.__setattr__(self, "_by_key", MappingProxyType(by_key))
        entries = sorted(_entries(self.municipalities), key=_tie_key)
        object.__setattr__(self, "_entries", tuple(entries))

    def find(self, key: str) -> Municipality | None:
        """Return the body with exactly this key; ``None`` if there is none.

        The first five digits of any key are those of its county.
        """
        return self._by_key.get(key)

    def search(
        self, query: str, types: Collection[OrganisationType] | None = None, limit: int = 50
    ) -> tuple[Municipality, ...]:
        """Find bodies by the beginnings of words, in any order, or of their key.

        Words are those of name, district, state and designation, with umlauts typed as
        they come: “bad d”, “Muenster”, “08421”, “neuenkirchen vorp”. First come bodies
        whose name (without its addition or whole) is the query, then those whose name
        starts with it, then those with all words in their name, then the rest; among them
        the most populous first, then by name. Names can be shared: show key and district
        beside them.

        Args:
            query: What was typed; without letters and digits it finds nothing.
            types: Only these kinds of bodies; ``None`` for all.
            limit: The most to return, at least 1.

        Raises:
            ValueError: ``limit`` is less than 1.
        """
        if limit < 1:
            raise ValueError(f"limit must be at least 1, not {limit}")
        wanted = _query(query)
        matching = _matching(self._entries, wanted)
        if types is not None:
            matching = [entry for entry in matching if entry.municipality.type in types]
        best = islice(_ranked(matching, wanted), limit)
        return tuple(entry.municipality for entry in best)


def load_register(folder: Path) -> Register:
    """Read the register from the folder of the bundled municipalities.

    Raises:
        OSError: The file is missing or cannot be read.
        ValueError: The file is damaged.
    """
    path = folder / REGISTER_FILE
    try:
        return _register(lzma.decompress(path.read_bytes()).decode("utf-8"))
    except (lzma.LZMAError, csv.Error, ValueError) as error:
        raise ValueError(f"{path.name} is damaged: {error}") from error


def _register(text: str) -> Register:
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    _, territory_date = next(lines, [])
    if next(lines, []) != COLUMNS:
        raise ValueError("other columns than expected")
    return Register(tuple(_municipalities(lines, territory_date)), territory_date)


def _municipalities(lines: Iterable[list[str]], territory_date: str) -> Iterator[Municipality]:
    for key, name, designation, state, district, population in lines:
        if len(key) not in TYPE_BY_KEY_LENGTH:
            raise ValueError(f"“{key}” is not a key")
        yield Municipality(
            name,
            TYPE_BY_KEY_LENGTH[len(key)],
            key,
            state,
            district,
            int(population),
            designation,
            territory_date,
        )


def _entries(municipalities: Iterable[Municipality]) -> Iterator[_Entry]:
    surroundings: dict[tuple[str, str, str], str] = {}
    for found in municipalities:
        around = found.district, found.state, found.designation
        if around not in surroundings:
            surroundings[around] = _lines(" ".join(around))
        name = _lines(found.name)
        callings = f"{_lines(found.short_name)}{name}" if "," in found.name else name
        yield _Entry(found, callings, name, f"{name}{surroundings[around]} {found.key}")


def _tie_key(entry: _Entry) -> tuple[int, int, str, str]:
    """Order entries of the same rank; a town comes before the county of the same name."""
    found = entry.municipality
    return -(found.population or 0), TIE_ORDER[found.type], entry.name, found.key


def _lines(text: str) -> str:
    return "\n " + "\n ".join(search_forms(text)) + "\n"


def _query(typed: str) -> _Query:
    folded, *others = search_forms(typed)
    joined = folded.replace(" ", "")
    if joined.isdigit():  # a key, perhaps written in groups
        folded = joined
    written_out = others[0] if others else folded
    pairs = zip(folded.split(), written_out.split(), strict=True)
    return _Query(
        (f"\n {folded}", f"\n {written_out}"),
        tuple((f" {plain}", f" {long}") for plain, long in pairs),
    )


def _matching(entries: Sequence[_Entry], query: _Query) -> Sequence[_Entry]:
    """Keep the entries in which every word of the query starts a word."""
    if not query.words:
        return ()
    for plain, long in query.words:
        if plain == long:  # asked only once: this loop takes most of the time of a search
            entries = [entry for entry in entries if plain in entry.everything]
        else:
            entries = [e for e in entries if plain in e.everything or long in e.everything]
    return entries


def _ranked(entries: Sequence[_Entry], query: _Query) -> Iterator[_Entry]:
    """Yield entries, best first and otherwise in their order; work no further than asked."""
    plain, long = query.starts
    starting = [entry for entry in entries if plain in entry.name or long in entry.name]
    yield from sorted(starting, key=lambda entry: not _is_called(entry, query))
    others = [entry for entry in entries if not (plain in entry.name or long in entry.name)]
    named = others
    for plain, long in query.words:
        named = [entry for entry in named if plain in entry.name or long in entry.name]
    yield from named
    known = set(map(id, named))
    yield from (entry for entry in others if id(entry) not in known)


def _is_called(entry: _Entry, query: _Query) -> bool:
    plain, long = query.starts
    return f"{plain}\n" in entry.callings or f"{long}\n" in entry.callings
