"""One item: its row of the structure and its texts in one language."""

import re
from collections.abc import Collection, Mapping

from kiassess.content.fields import Fields, table
from kiassess.content.problems import Source
from kiassess.domain.kinds import LEVELS, DeliveryMode, Extent, NotApplicableRule
from kiassess.domain.municipality import SizeClass
from kiassess.domain.questionnaire import Contribution, Item

ITEM_ID = re.compile(r"[a-z]+\.[a-z]+(@\d+)?")
TITLE_LENGTH = 60
QUESTION_LENGTH = 180
LEVEL_LENGTH = 220
ENOUGH_LENGTH = 200
NAMED_LEVEL = re.compile(r"(?:Stufe|[Ll]evel) (\d)")
ENOUGH = {size: f"enough_{size.value}" for size in SizeClass}
ITEM_TEXTS = ("title", "question", "why", *(f"level_{n}" for n in LEVELS), "evidence")


def read_item(
    f: Fields,
    *,
    areas: Collection[str],
    facets: Mapping[str, tuple[str, ...]],
    roles: Collection[str],
    legal_ids: Collection[str] | None,
    ids: Collection[object],
    texts: Source,
    first: bool,
) -> tuple[str, Item | None]:
    """Read one item; whatever is wrong is noted in the two sources.

    Args:
        f: Its table in the structure.
        areas: Known area ids.
        facets: Facet ids by block id, in their order.
        roles: Known role ids.
        legal_ids: Known entries of the legal table; ``None`` to leave the anchors unchecked.
        ids: The ids of all items of this version.
        texts: The texts in one language.
        first: Whether problems of the structure are still to be noted.

    Returns:
        The id of its area, and the item; ``None`` where it cannot be built.
    """
    noted = len(f.source.problems)
    f.only(
        "id",
        "area",
        "primary",
        "secondary",
        "facets",
        "extents",
        "gate",
        "not_applicable",
        "targets",
        "roles",
        "delivery",
        "legal",
        "replaces",
    )
    item_id = f.text("id")
    if item_id and not ITEM_ID.fullmatch(item_id):
        f.report("id", "item_id", id=item_id)
    area = f.choice("area", areas)
    rule = f.choice("not_applicable", [r.value for r in NotApplicableRule], default="never")
    contributions = _contributions(f, facets)
    extents = f.choices("extents", [e.value for e in Extent], least=1)
    targets = f.numbers("targets", allowed=LEVELS)
    if len(targets) != len(SizeClass):
        f.report("targets", "three_targets", count=len(SizeClass))
    item_roles = f.choices("roles", roles, least=1)
    delivery = f.choices("delivery", [mode.value for mode in DeliveryMode])
    anchors = f.texts("legal") if legal_ids is None else f.choices("legal", legal_ids)
    gate = f.flag("gate")
    replaces = _replaces(f, ids)
    if not first:
        del f.source.problems[noted:]
    found = _texts(texts, item_id, rule, targets) if item_id else None
    if found is None or f.source.problems or texts.problems:
        return area, None
    return area, Item(
        id=item_id,
        title=found["title"],
        question=found["question"],
        why=found["why"],
        levels=tuple(found[f"level_{n}"] for n in LEVELS),
        contributions=contributions,
        roles=item_roles,
        evidence=tuple(table(texts, "item", item_id).texts("evidence")),
        gate=gate,
        extents=frozenset(Extent(extent) for extent in extents),
        not_applicable=NotApplicableRule(rule),
        not_applicable_condition=found["not_applicable"],
        delivery_modes=tuple(DeliveryMode(mode) for mode in delivery),
        targets=dict(zip(SizeClass, targets, strict=True)),
        proportionality={size: found[key] for size, key in ENOUGH.items() if found[key]},
        legal=anchors,
        replaces=replaces,
    )


def _replaces(f: Fields, ids: Collection[object]) -> tuple[str, ...]:
    """Ids of earlier versions; an item that is still asked has not been replaced."""
    replaced = f.texts("replaces")
    for item_id in replaced:
        if not ITEM_ID.fullmatch(item_id):
            f.report("replaces", "item_id", id=item_id)
        elif item_id in ids:
            f.report("replaces", "replaces_asked", id=item_id)
    return replaced


def _contributions(f: Fields, facets: Mapping[str, tuple[str, ...]]) -> tuple[Contribution, ...]:
    primary = f.choice("primary", facets)
    secondary = f.choices("secondary", facets)
    if primary in secondary:
        f.report("secondary", "primary_again", id=primary)
    named = f.choices("facets", [facet for halves in facets.values() for facet in halves])
    made = []
    for block in (primary, *secondary):
        halves = facets.get(block, ())
        facet = next((name for name in named if name in halves), "")
        if halves and not facet:
            f.report("facets", "facet_missing", block=block, known=", ".join(halves))
        made.append(Contribution(block, 2 if block == primary else 1, facet))
    return tuple(made)


def _texts(texts: Source, item_id: str, rule: str, targets: tuple[int, ...]) -> dict[str, str]:
    f = table(texts, "item", item_id)
    f.only(*ITEM_TEXTS, *ENOUGH.values(), "not_applicable")
    found = {
        "title": f.text("title", most=TITLE_LENGTH),
        "question": f.text("question", most=QUESTION_LENGTH),
        "why": f.text("why"),
        "not_applicable": "",
    }
    for n in LEVELS:
        found[f"level_{n}"] = text = f.text(f"level_{n}", most=LEVEL_LENGTH)
        if text and any(text == found[f"level_{earlier}"] for earlier in range(n)):
            f.report(f"level_{n}", "level_repeats", level=n)
    f.texts("evidence", least=1)
    if rule in {NotApplicableRule.WITH_REASON, NotApplicableRule.WHILE_NO_AI}:
        found["not_applicable"] = f.text("not_applicable")
    elif rule and "not_applicable" in f.table:
        f.report("not_applicable", "not_applicable_unused", id=item_id)
    return found | _enough(f, targets)


def _enough(f: Fields, targets: tuple[int, ...]) -> dict[str, str]:
    """What is good enough by size class: all three sentences, each naming its target, or none."""
    if not any(key in f.table for key in ENOUGH.values()):
        return dict.fromkeys(ENOUGH.values(), "")
    found = {}
    for number, key in enumerate(ENOUGH.values()):
        found[key] = text = f.text(key, most=ENOUGH_LENGTH)
        named = {int(digit) for digit in NAMED_LEVEL.findall(text)}
        if text and number < len(targets) and targets[number] not in named:
            f.report(key, "other_target", key=key, level=targets[number])
    return found
