"""What surrounds a question on its card."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kiassess.domain.assessment import Answer, Voice
from kiassess.domain.legal import LegalAnchor
from kiassess.domain.questionnaire import LevelName


@dataclass(frozen=True, slots=True)
class Said:
    """What is known about the answer to a question beside the answer itself.

    Attributes:
        voices: What the respondents say; empty where nobody was asked.
        agreed: The agreed answer; ``None`` as long as there is none.
        roles: Names of the roles by their ids.
    """

    voices: tuple[Voice, ...] = ()
    agreed: Answer | None = None
    roles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ItemContext:
    """What surrounds an item on its card.

    Attributes:
        position: Area, number and whether it is a minimum requirement, in words.
        knows: Who usually knows, in words.
        good_enough: Which level is usually good enough, in words; may be empty.
        levels: Names of the levels 0–4.
        default_target: The target level of the size class, if there is one.
        may_not_apply: Whether “trifft nicht zu” may be chosen now.
        anchors: Legal notes.
        as_of: The day of the legal table, in words.
        said: What several respondents say.
    """

    position: str
    knows: str
    good_enough: str
    levels: Sequence[LevelName]
    default_target: int | None
    may_not_apply: bool
    anchors: tuple[LegalAnchor, ...]
    as_of: str
    said: Said = field(default_factory=Said)
