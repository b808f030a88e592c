"""The few values both questions and answers are made of.

They stand apart because the start page needs them, and nothing else of a questionnaire.
"""

from enum import StrEnum

TOP_LEVEL = 4
LEVELS = tuple(range(TOP_LEVEL + 1))


class Extent(StrEnum):
    """Which selection of the items is asked."""

    QUICK = "quick"  # Schnellcheck: tendencies only
    SMALL = "small"  # profile of municipalities under 5,000 inhabitants
    FULL = "full"  # Vollanalyse


class NotApplicableRule(StrEnum):
    """Whether “trifft nicht zu” may be answered."""

    NEVER = "never"
    WITH_REASON = "with_reason"
    WHILE_NO_AI = "while_no_ai"  # only as long as the municipality uses no AI


class DeliveryMode(StrEnum):
    """Who provides what an item asks about; it never changes the level."""

    OWN = "own"
    JOINT = "joint"
    COUNTY = "county"
    PROVIDER = "provider"
