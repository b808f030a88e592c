"""What a version promises: its counts in ``coverage.toml``, and ids that never change."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kiassess.content.lines import Path as KeyPath
from kiassess.content.problems import Problem, Source
from kiassess.domain.coverage import Counts

COVERAGE = "coverage.toml"  # in the version folder
IDS = "ids.txt"  # above the versions: one id a line; one that is no longer asked has a “-” before
_ID = re.compile(r"(?P<retired>-\s*)?(?P<id>[a-z]\S*)")


def coverage_problems(folder: Path, counts: Mapping[str, Counts]) -> tuple[Problem, ...]:
    """Where a version asks or offers more or less than it promises; nothing if it promises nothing.

    Args:
        folder: The version folder.
        counts: See ``domain.coverage.count``.
    """
    file = folder / COVERAGE
    if not file.exists():
        return ()
    source = Source.read(file)
    for path, promised in _leaves(source.data):
        there = _at(counts, path)
        if there != promised:
            where = " ".join(map(str, path))
            source.report(path, where, "other_count", promised=promised, there=there)
    return tuple(source.problems)


def id_problems(folder: Path, ids: Iterable[str], *, newest: bool) -> tuple[Problem, ...]:
    """Ids that are new and not yet listed, or listed and gone; nothing without a list.

    Args:
        folder: The version folder; the list lies above it.
        ids: Of all items and measures of the version.
        newest: Whether no version comes after this one; older ones need not have every id.
    """
    file = folder.parent / IDS
    if not file.exists():
        return ()
    name = f"{folder.parent.name}/{IDS}"
    lines = file.read_text(encoding="utf-8").splitlines()
    listed = {
        match["id"]: (number, bool(match["retired"]))
        for number, line in enumerate(lines, start=1)
        if (match := _ID.match(line))
    }
    asked = set(ids)
    unlisted = sorted(asked - listed.keys())
    found = [Problem(name, len(lines), "", "unlisted_id", {"id": one}) for one in unlisted]
    for one, (number, retired) in listed.items():
        if retired and one in asked:
            found.append(Problem(name, number, "", "retired_id", {"id": one}))
        if newest and not retired and one not in asked:
            found.append(Problem(name, number, "", "lost_id", {"id": one}))
    return tuple(found)


def _leaves(data: Mapping[str, Any], before: KeyPath = ()) -> Iterator[tuple[KeyPath, object]]:
    for key, value in data.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, (*before, key))
        else:
            yield (*before, key), value


def _at(counts: Mapping[str, Counts], path: KeyPath) -> object:
    value: object = counts
    for key in path:
        value = value.get(key, 0) if isinstance(value, Mapping) else 0
    return value
