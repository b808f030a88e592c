"""One published version of a questionnaire: its structure and its texts in every language.

A version folder holds ``structure.toml`` and one file a language. The same edition, as JSON, is
what a workspace keeps of the questionnaire as answered; it is read by the same functions.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiassess.content.fields import Fields, table, tables
from kiassess.content.item_fields import ITEM_TEXTS, read_item
from kiassess.content.problems import Problem, Source
from kiassess.domain.errors import InvalidQuestionnaireError
from kiassess.domain.questionnaire import (
    LEVELS,
    Area,
    BuildingBlock,
    Facet,
    Item,
    LevelName,
    Questionnaire,
    Role,
)

STRUCTURE = "structure.toml"
SHORT_LENGTH = 24


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
        folder: Holds ``structure.toml`` and one file a language.
        legal_ids: Entries of the legal table; ``None`` leaves the anchors unchecked.

    Returns:
        The edition, or ``None`` if there is any problem; and all problems at once.
    """
    structure = Source.read(folder / STRUCTURE)
    languages = structure.data.get("languages", [])
    texts = {
        str(language): Source.read(folder / f"{language}.toml")
        for language in languages
        if isinstance(languages, list)
    }
    edition = _build(structure, texts, legal_ids)
    if structure.readable and folder.name != structure.data.get("version"):
        structure.report(("version",), "version", "version_folder", folder=folder.name)
    problems = [*structure.problems, *(p for text in texts.values() for p in text.problems)]
    return (None if problems else edition), tuple(problems)


def edition_from_json(text: str, name: str) -> Edition:
    """Read an edition back from ``Edition.to_json``.

    Raises:
        InvalidQuestionnaireError: The text is damaged.
    """
    try:
        raw = json.loads(text)
        structure = Source(name, raw["structure"])
        texts = {language: Source(name, data) for language, data in raw["texts"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidQuestionnaireError(name, (f"{name}: {error}",)) from error
    edition = _build(structure, texts, None)
    problems = [*structure.problems, *(p for source in texts.values() for p in source.problems)]
    if edition is None or problems:
        raise InvalidQuestionnaireError(name, tuple(f"{p.file}: {p.where}" for p in problems))
    return edition


def _build(
    structure: Source, texts: Mapping[str, Source], legal_ids: Collection[str] | None
) -> Edition | None:
    """The edition as far as it can be built; every problem is noted in its source."""
    if not structure.readable:
        return None
    head = Fields(structure, (), "", structure.data)
    head.only("id", "version", "languages", "roles", "block", "area", "item")
    languages = head.texts("languages", least=1)
    roles = head.texts("roles", least=1)
    blocks = {f.text("id"): f for f in tables(structure, "block")}
    areas = {f.text("id"): f for f in tables(structure, "area")}
    for key, found in (("block", blocks), ("area", areas)):
        if not found:
            structure.report((key,), key, "nothing_there", key=key)
    facets = {block: f.texts("facets") for block, f in blocks.items()}
    raw_items = tables(structure, "item")
    _report_repeated_ids(raw_items)
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
                texts=source,
                first=not built,
            )
            for f in raw_items
        ]
        _report_leftovers(source, {f.table.get("id") for f in raw_items})
        built[language] = _questionnaire(head, source, facets, areas, roles=roles, items=items)
    version = head.text("version")
    if structure.problems or any(source.problems for source in texts.values()) or not built:
        return None
    raw = {"structure": structure.data, "texts": {k: source.data for k, source in texts.items()}}
    complete = {language: q for language, q in built.items() if q is not None}
    return Edition(head.text("id"), version, languages, complete, raw)


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


def _report_repeated_ids(items: list[Fields]) -> None:
    seen: set[object] = set()
    for f in items:
        item_id = f.table.get("id")
        if item_id in seen:
            f.report("id", "repeated_id", id=item_id)
        seen.add(item_id)


def _report_leftovers(source: Source, known: Collection[object]) -> None:
    texts = source.data.get("item", {})
    for item_id in texts if isinstance(texts, Mapping) else ():
        if item_id not in known:
            source.report(("item", item_id), f"item {item_id}", "text_without_item", id=item_id)


__all__ = ["ITEM_TEXTS", "STRUCTURE", "Edition", "edition_from_json", "read_edition"]
