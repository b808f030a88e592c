"""Selections of assessments that somebody has given a name."""

import json
from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import Any, TypeVar

from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import OrganisationType, SizeClass
from kiassess.domain.selection import Selection
from kiassess.store.sqlite import Database
from kiassess.store.workspace import reading, writing

Plain = TypeVar("Plain", int, str)


def load_selections(db: Database) -> dict[str, Selection]:
    """All selections by name.

    Raises:
        WorkspaceUnreadableError: The workspace is damaged.
    """
    with reading(db):
        rows = db.execute("SELECT name, content FROM saved_selection ORDER BY name")
        return {name: selection_of(content) for name, content in rows}


def save_selection(db: Database, name: str, wanted: Selection) -> None:
    """Keep a selection, in the place of an earlier one of this name.

    Raises:
        WorkspaceUnwritableError: It cannot be saved now.
    """
    sql = "INSERT OR REPLACE INTO saved_selection (name, content) VALUES (?, ?)"
    with writing(db):
        db.execute(sql, [name, selection_json(wanted)])


def delete_selection(db: Database, name: str) -> None:
    """Delete a selection; a missing one is none the less gone.

    Raises:
        WorkspaceUnwritableError: It cannot be deleted now.
    """
    with writing(db):
        db.execute("DELETE FROM saved_selection WHERE name = ?", [name])


def selection_json(wanted: Selection) -> str:
    """A selection as it is stored; what asks nothing is left out."""
    fields: dict[str, Any] = {
        "ids": _sorted(wanted.ids),
        "search": wanted.search,
        "types": _sorted(wanted.types),
        "size_classes": [*_sorted(wanted.size_classes - {None}), *wanted.size_classes & {None}],
        "states": _sorted(wanted.states),
        "districts": _sorted(wanted.districts),
        "years": _sorted(wanted.years),
        "extents": _sorted(wanted.extents),
        "versions": _sorted(wanted.versions),
    }
    found = {key: value for key, value in fields.items() if value}
    if not wanted.examples:
        found["examples"] = False
    return json.dumps(found, ensure_ascii=False, sort_keys=True)


def selection_of(content: str) -> Selection:
    """A selection as it was stored.

    Raises:
        ValueError: It is none that we would have written.
    """
    found = json.loads(content)
    if type(found) is not dict or not found.keys() <= _FIELDS:
        raise ValueError(content)
    examples, search = found.get("examples", True), found.get("search", "")
    if type(examples) is not bool or type(search) is not str:
        raise ValueError(content)
    sizes = _list(found, "size_classes")
    return Selection(
        ids=_texts(found, "ids"),
        search=search,
        types=frozenset(map(OrganisationType, _list(found, "types"))),
        size_classes=frozenset(None if size is None else SizeClass(size) for size in sizes),
        states=_texts(found, "states"),
        districts=_texts(found, "districts"),
        years=frozenset(_all(int, _list(found, "years"))),
        extents=frozenset(map(Extent, _list(found, "extents"))),
        versions=frozenset(_version(pair) for pair in _list(found, "versions")),
        examples=examples,
    )


_FIELDS = frozenset(Selection.__slots__)


def _sorted(values: Iterable[Any]) -> list[Any]:
    return sorted(value.value if isinstance(value, StrEnum) else value for value in values)


def _list(found: dict[str, Any], key: str) -> list[Any]:
    values = found.get(key, [])
    if type(values) is not list:
        raise ValueError(key)
    return values


def _texts(found: dict[str, Any], key: str) -> frozenset[str]:
    return frozenset(_all(str, _list(found, key)))


def _version(pair: Any) -> tuple[str, str]:
    if type(pair) is not list or len(pair) != 2:
        raise ValueError(pair)
    catalogue, version = _all(str, pair)
    return catalogue, version


def _all(kind: type[Plain], values: Collection[Any]) -> Collection[Plain]:
    if not all(type(value) is kind for value in values):
        raise ValueError(values)
    return values
