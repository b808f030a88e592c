"""Dated legal notes that items point to; the questionnaire itself carries no dates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Obligation(StrEnum):
    """How binding an entry is on the day of the table."""

    TODAY = "today"
    PREPARE = "prepare"
    VOLUNTARY = "voluntary"


class Certainty(StrEnum):
    """How well the entry could be checked."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class LegalAnchor:
    """One provision as a municipality meets it; a hint, never legal advice.

    Attributes:
        id: Key that items point to, e.g. ``"gdpr.30"``.
        name: Official name.
        short: Short name.
        asks: What it asks of a municipality that uses AI.
        obligation: Applies today, to be prepared, or voluntary.
        since: In force or applicable since.
        until: To be prepared until.
        certainty: How well it could be checked.
        source: Address of the source.
    """

    id: str
    name: str
    short: str
    asks: str
    obligation: Obligation
    certainty: Certainty
    source: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class LegalTable:
    """All anchors with the day they were checked for (Rechtsstand)."""

    as_of: date
    anchors: Mapping[str, LegalAnchor]
