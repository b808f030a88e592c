"""How charts look: colours by role. Needs no matplotlib, so that a theme can carry one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from kiassess.domain.kinds import LEVELS


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of a chart as ``#RRGGBB``; screen, paper and files differ in nothing else.

    Attributes:
        ground: Behind everything.
        text: Names and values.
        muted: Axis labels and legends.
        line: Grid lines.
        accent: The profile itself.
        band: The band behind a value.
        target: The level wanted.
        levels: Shades of one hue for the levels 0 to 4, further from the ground with each level.
    """

    ground: str
    text: str
    muted: str
    line: str
    accent: str
    band: str
    target: str
    levels: tuple[str, ...]

    @classmethod
    def of(cls, roles: Mapping[str, str]) -> Self:
        """The look of a colour theme."""
        return cls(
            ground=roles["surface"],
            text=roles["text"],
            muted=roles["muted"],
            line=roles["line"],
            accent=roles["accent"],
            band=roles["band"],
            target=roles["attention"],
            levels=tuple(roles[f"level_{level}"] for level in LEVELS),
        )
