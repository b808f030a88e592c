"""Shades of one hue for levels and their means, and letters that can be read on them."""

from kiassess.charts.looks import Look
from kiassess.domain.kinds import TOP_LEVEL

LEAST_CONTRAST = 4.5  # of letters on their ground
BLACK, WHITE = "#000000", "#FFFFFF"


def shade(level: float, look: Look) -> str:
    """The colour of a level or of a mean of levels, 0.0–4.0; between levels it is mixed."""
    below = min(int(level), TOP_LEVEL - 1)
    part = level - below
    mixed = (
        round(one + part * (other - one))
        for one, other in zip(
            _channels(look.levels[below]), _channels(look.levels[below + 1]), strict=True
        )
    )
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


def ink(ground: str, look: Look) -> str:
    """The colour of letters on a ground: of the look where it can be read, else black or white."""
    ours = max((look.text, look.ground), key=lambda colour: contrast(colour, ground))
    if contrast(ours, ground) >= LEAST_CONTRAST:
        return ours
    return max((BLACK, WHITE), key=lambda colour: contrast(colour, ground))


def contrast(one: str, other: str) -> float:
    """How well two colours are told apart, 1.0–21.0, as WCAG 2 counts it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """How light a colour is, from 0.0 for black to 1.0 for white, as WCAG 2 counts it."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
