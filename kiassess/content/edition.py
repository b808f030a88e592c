"""One published version of a questionnaire: its structure and its texts in every language.

A version folder holds ``structure.toml`` and for each language one file, ``de.toml``, or one
folder, ``de/`` with ``questionnaire.toml`` and the items in ``items/*.toml``. The same edition, as
JSON, is what a workspace keeps of the questionnaire as answered; the same functions read it.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiassess.content.fields import Fields, table, tables
from kiassess.content.item_fields import ITEM_TEXTS, read_item
from kiassess.content.outline import STRUCTURE
from kiassess.content.problems import Problem, Source
from kiassess.domain.errors import InvalidQuestionnaireError
from kiassess.domain.kinds import LEVELS
from kiassess.domain.questionnaire import (
    Area,
    BuildingBlock,
    Facet,
    Item,
    LevelName,
    Questionnaire,
    Role,
)

SHORT_LENGTH = 24
HEAD, ITEMS = "questionnaire.toml", "items"  # in the folder of a language


@dataclass(frozen=True)
class Edition:
    """A questionnaire version in all its languages, checked.

    Attributes:
        id: ``Questionnaire.id``.
        version: ``Questionnaire.version``.
        languages: In which it can be read, the first one leading.
    """

    id: str
    version: str
    languages: tuple[str, ...]
    _questionnaires: Mapping[str, Questionnaire]
    _raw: Mapping[str, Any]

    def questionnaire(self, language: str) -> Questionnaire:
        """The questionnaire in a language, or in the leading one if it lacks that language."""
        return self._questionnaires.get(language) or self._questionnaires[self.languages[0]]

    def to_json(self) -> str:
        """The whole edition as canonical JSON: same content, same text."""
        return json.dumps(self._raw, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_edition(
    folder: Path, legal_ids: Collection[str] | None = None
) -> tuple[Edition | None, tuple[Problem, ...]]:
    """Read and check a version folder.

    Args:
        folder: Holds ``structure.toml`` and one file or folder a language.
        legal_ids: Entries of the legal table; ``None`` leaves the anchors unchecked.

    Returns:
        The edition, or ``None`` if there is any problem; and all problems at once.
    """
    folder = folder.resolve()  # “.” has no name
    structure = Source.read(folder / STRUCTURE)
    texts = {code: _read_texts(folder, code) for code in _languages(structure)}
    edition = _build(structure, texts, legal_ids)
    if structure.data.get("id", folder.parent.name) != folder.parent.name:
        structure.report(("id",), "id", "id_folder", folder=folder.parent.name)
    if structure.data.get("version", folder.name) != folder.name:
        structure.report(("version",), "version", "version_folder", folder=folder.name)
    problems = _problems(structure, texts)
    return (None if problems else edition), problems


def edition_from_json(text: str, name: str) -> Edition:
    """Read an edition back from ``Edition.to_json``.

    Raises:
        InvalidQuestionnaireError: The text is damaged.
    """
    try:
        raw = json.loads(text)
        structure = Source(name, dict(raw["structure"]), strict=False)
        texts = {
            code: Source(name, dict(raw["texts"][code]), strict=False)
            for code in _languages(structure)
        }
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise InvalidQuestionnaireError(name, (f"{name}: {error}",)) from error
    edition = _build(structure, texts, None)
    if edition is None:
        places = tuple(f"{p.file}: {p.where}" for p in _problems(structure, texts))
        raise InvalidQuestionnaireError(name, places)
    return edition


def _read_texts(folder: Path, code: str) -> Source:
    """The texts of one language, from its file or from the files of its folder."""
    several = folder / code
    if (folder / f"{code}.toml").exists() or not several.is_dir():
        return Source.read(folder / f"{code}.toml")
    files = [several / HEAD, *sorted((several / ITEMS).glob("*.toml"))]
    return Source.joined(
        [Source.read(file, file.relative_to(folder.parent).as_posix()) for file in files]
    )


def _languages(structure: Source) -> tuple[str, ...]:
    named = structure.data.get("languages")
    return tuple(code for code in named if isinstance(code, str)) if isinstance(named, list) else ()


def _problems(structure: Source, texts: Mapping[str, Source]) -> tuple[Problem, ...]:
    return (*structure.problems, *(p for source in texts.values() for p in source.problems))


def _build(
    structure: Source, texts: Mapping[str, Source], legal_ids: Collection[str] | None
) -> Edition | None:
    """The edition, or ``None`` if there is any problem; each is noted in its source."""
    if not structure.readable:
        return None
    head = Fields(structure, (), "", structure.data)
    head.only("id", "version", "languages", "roles", "block", "area", "item")
    edition_id, version = head.text("id"), head.text("version")
    languages = head.texts("languages", least=1)
    roles = head.texts("roles", least=1)
    blocks = {f.text("id"): f for f in tables(structure, "block")}
    areas = {f.text("id"): f for f in tables(structure, "area")}
    for f in blocks.values():
        f.only("id", "facets")
    for f in areas.values():
        f.only("id")
    facets = {block: f.texts("facets") for block, f in blocks.items()}
    raw_items = tables(structure, "item")
    ids = [f.table.get("id") for f in raw_items]
    built: dict[str, Questionnaire | None] = {}
    for language, source in texts.items():
        if not source.readable:
            continue
        if source.data.get("language") != language:
            source.report(("language",), "language", "language_mismatch", language=language)
        # Each language reads the structure again; its problems are noted by the first only.
        items = [
            read_item(
                f,
                areas=areas,
                facets=facets,
                roles=roles,
                legal_ids=legal_ids,
                ids=ids,
                texts=source,
                first=not built,
            )
            for f in raw_items
        ]
        _report_leftovers(source, ids)
        _report_missing_lines(source, items)
        built[language] = _questionnaire(head, source, facets, areas, roles=roles, items=items)
    _report_empty(structure, areas, blocks, raw_items)
    if _problems(structure, texts):
        return None
    raw = {"structure": structure.data, "texts": {k: source.data for k, source in texts.items()}}
    complete = {language: q for language, q in built.items() if q is not None}
    return Edition(edition_id, version, languages, complete, raw)


def _questionnaire(
    head: Fields,
    source: Source,
    facets: Mapping[str, tuple[str, ...]],
    areas: Mapping[str, Fields],
    *,
    roles: tuple[str, ...],
    items: list[tuple[str, Item | None]],
) -> Questionnaire | None:
    root = Fields(source, (), "", source.data)
    root.only("language", "title", "summary", "level", "block", "facet", "area", "role", "item")
    names = table(source, "level")
    levels = [LevelName(names.text(f"name_{n}"), names.text(f"meaning_{n}")) for n in LEVELS]
    blocks = []
    for block_id, facet_ids in facets.items():
        text = table(source, "block", block_id)
        halves = tuple(Facet(f, table(source, "facet", f).text("name")) for f in facet_ids)
        short = text.text("short", most=SHORT_LENGTH)
        blocks.append(
            BuildingBlock(block_id, text.text("name"), short, text.text("meaning"), halves)
        )
    area_values = tuple(
        Area(
            area_id,
            table(source, "area", area_id).text("name"),
            tuple(item for area, item in items if area == area_id and item is not None),
        )
        for area_id in areas
    )
    role_values = tuple(Role(role, table(source, "role", role).text("name")) for role in roles)
    title, summary = root.text("title"), root.text("summary")
    if source.problems or head.source.problems:
        return None
    return Questionnaire(
        id=head.text("id"),
        version=head.text("version"),
        language=root.text("language"),
        title=title,
        levels=tuple(levels),
        blocks=tuple(blocks),
        areas=area_values,
        roles=role_values,
        summary=summary,
    )


def _report_leftovers(source: Source, known: Collection[object]) -> None:
    texts = source.data.get("item", {})
    for item_id in texts if isinstance(texts, Mapping) else ():
        if item_id not in known:
            source.report(("item", item_id), f"item {item_id}", "text_without_item", id=item_id)


def _report_empty(
    structure: Source,
    areas: Mapping[str, Fields],
    blocks: Mapping[str, Fields],
    items: list[Fields],
) -> None:
    """An area without items, and a building block that no item feeds, say nothing."""
    if structure.problems:
        return  # a misspelt name would be told twice
    filled = {f.table["area"] for f in items}
    fed = {f.table["primary"] for f in items}.union(*(f.table.get("secondary", ()) for f in items))
    for name in areas.keys() - filled:
        areas[name].report("id", "area_empty", id=name)
    for name in blocks.keys() - fed:
        blocks[name].report("id", "block_empty", id=name)


def _report_missing_lines(source: Source, items: list[tuple[str, Item | None]]) -> None:
    """If one item says what is good enough by size class, all have to."""
    built = [item for _, item in items if item is not None]
    if any(item.proportionality for item in built):
        for item in built:
            if not item.proportionality:
                where = f"item {item.id}"
                source.report(("item", item.id), where, "enough_missing", id=item.id)


__all__ = ["ITEM_TEXTS", "STRUCTURE", "Edition", "edition_from_json", "read_edition"]
