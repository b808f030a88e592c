"""Which items an edition asks, read from its JSON without building it: for lists of assessments."""

import json
from collections.abc import Mapping
from typing import TypeAlias

from kiassess.domain.errors import InvalidQuestionnaireError
from kiassess.domain.kinds import Extent

STRUCTURE = "structure.toml"  # what a version folder must hold

Outline: TypeAlias = Mapping[Extent, frozenset[str]]
Places: TypeAlias = Mapping[Extent, tuple[int, ...]]


def outline_of(text: str, name: str) -> Outline:
    """The ids of the items asked in each extent.

    Args:
        text: An edition, see ``Edition.to_json``.
        name: Of the file it came from, for the message.

    Raises:
        InvalidQuestionnaireError: The text is damaged.
    """
    try:
        items = json.loads(text)["structure"]["item"]
        return {
            extent: frozenset(str(item["id"]) for item in items if extent in item["extents"])
            for extent in Extent
        }
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InvalidQuestionnaireError(name, (f"{name}: {error}",)) from error


def places_of(text: str, name: str) -> Places:
    """The places of the items asked in each extent, among all items in their order.

    Args:
        text: An edition, see ``Edition.to_json``.
        name: Of the file it came from, for the message.

    Raises:
        InvalidQuestionnaireError: The text is damaged.
    """
    asked = outline_of(text, name)
    structure = json.loads(text)["structure"]
    areas = [area["id"] for area in structure["area"]]
    items = sorted(structure["item"], key=lambda item: areas.index(item["area"]))
    return {
        extent: tuple(place for place, item in enumerate(items) if item["id"] in known)
        for extent, known in asked.items()
    }
