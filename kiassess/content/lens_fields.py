"""Lenses: which items speak to which part, and the texts."""

from collections.abc import Collection

from kiassess.content.fields import Fields, optional_tables, table
from kiassess.content.measure_fields import CERTAINTIES, TEXT_LENGTH, report_leftovers
from kiassess.content.problems import Source
from kiassess.domain.lenses import Lens, LensPart

SHORT_LENGTH, NAME_LENGTH = 24, 70


def read_lenses(facts: Source, texts: Source, *, items: Collection[str]) -> dict[str, Lens]:
    """All lenses by id; whatever is wrong is noted in the two sources."""
    found = {}
    for number, f in enumerate(optional_tables(facts, "lens")):
        f.only("id", "source", "certainty", "part")
        f.choice("certainty", CERTAINTIES)
        lens_id = f.text("id")
        text = table(texts, "lens", lens_id)
        text.only("name", "short", "about", "limits", "part")
        parts = _parts(f, number)
        found[lens_id] = Lens(
            id=lens_id,
            name=text.text("name", most=NAME_LENGTH),
            short=text.text("short", most=SHORT_LENGTH),
            about=text.text("about"),
            limits=text.text("limits", most=TEXT_LENGTH),
            source=f.text("source") if "source" in f.table else "",
            parts=tuple(_part(p, texts, lens_id, items) for p in parts),
        )
        _report_leftover_parts(texts, lens_id, {part.id for part in found[lens_id].parts})
    report_leftovers(texts, "lens", found)
    return found


def _parts(f: Fields, number: int) -> list[Fields]:
    value = f.table.get("part", [])
    rows = value if isinstance(value, list) else []
    if not rows:
        f.report("part", "nothing_there", key="lens.part")
    return [
        Fields(f.source, ("lens", number, "part", place), f"{f.where} {row.get('id', place)}", row)
        for place, row in enumerate(rows)
        if isinstance(row, dict)
    ]


def _part(f: Fields, texts: Source, lens_id: str, items: Collection[str]) -> LensPart:
    f.only("id", "primary", "partial")
    part_id = f.text("id")
    primary, partial = _known(f, "primary", items), _known(f, "partial", items)
    for item in partial:
        if item in primary:
            f.report("partial", "twice_related", id=item)
    text = table(texts, "lens", lens_id, "part", part_id)
    text.only("name", "meaning")
    return LensPart(
        part_id,
        text.text("name", most=NAME_LENGTH),
        text.text("meaning", most=TEXT_LENGTH),
        primary,
        partial,
    )


def _known(f: Fields, key: str, items: Collection[str]) -> tuple[str, ...]:
    named = f.texts(key)
    for item in named:
        if item not in items:
            f.report(key, "unknown_item", id=item)
    return tuple(item for item in named if item in items)


def _report_leftover_parts(texts: Source, lens_id: str, known: Collection[str]) -> None:
    lens = texts.data.get("lens", {}).get(lens_id, {})
    for name in lens.get("part", {}) if isinstance(lens, dict) else ():
        if name not in known:
            path = ("lens", lens_id, "part", name)
            texts.report(path, f"lens {lens_id} {name}", "text_without_facts", id=name)
