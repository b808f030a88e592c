"""The colours: every theme has the same roles, and what is to be read or seen stands out."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from kiassess.charts.looks import Look
from kiassess.content.themes import THEMES, Theme, load_theme

FOLDER = Path(__file__).parents[2] / "resources" / "themes"

READ = 4.5  # WCAG 2.1, 1.4.3: text on its ground
SEEN = 3.0  # WCAG 2.1, 1.4.11: edges and marks on theirs

GROUNDS = ("window", "navigation", "surface", "accent_soft")
LEVELS = tuple(f"level_{level}" for level in range(5))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours after WCAG 2.1, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.fixture(params=THEMES)
def theme(request):
    return load_theme(FOLDER, request.param)


def test_the_themes_have_the_same_roles():
    light, dark = (load_theme(FOLDER, name) for name in ("light", "dark"))
    assert light.roles.keys() == dark.roles.keys()
    assert light.dark is False
    assert dark.dark is True


def test_every_theme_in_the_folder_is_offered():
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(THEMES)


def test_every_role_is_a_colour(theme):
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in theme.roles.values())
    assert theme["text"] == theme.roles["text"]


def test_a_theme_carries_the_look_of_charts(theme):
    look = Look.of(theme.roles)
    assert (look.ground, look.text, look.muted) == (
        theme["surface"],
        theme["text"],
        theme["muted"],
    )
    assert (look.line, look.accent) == (theme["line"], theme["accent"])
    assert (look.band, look.target) == (theme["band"], theme["attention"])


@pytest.mark.parametrize(("one", "other", "ratio"), [
    pytest.param("#000000", "#FFFFFF", 21.0, id="black-on-white"),
    pytest.param("#FFFFFF", "#FFFFFF", 1.0, id="white-on-white"),
    pytest.param("#777777", "#FFFFFF", 4.48, id="grey-that-just-fails"),
])  # fmt: skip
def test_the_contrast_is_measured_as_wcag_says(one, other, ratio):
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("role", ["text", "muted", "accent", "good", "attention", "bad"])
def test_text_can_be_read(theme, role, ground):
    assert contrast(theme[role], theme[ground]) >= READ


def test_text_on_the_accent_can_be_read(theme):
    assert contrast(theme["on_accent"], theme["accent"]) >= READ


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("role", ["edge", "accent"])
def test_edges_of_controls_can_be_seen(theme, role, ground):
    assert contrast(theme[role], theme[ground]) >= SEEN


@pytest.mark.parametrize("role", ["accent", "attention", "text"])
def test_marks_can_be_seen_on_the_band(theme, role):
    # The band itself is seen by its edge in the accent colour.
    assert contrast(theme[role], theme["band"]) >= SEEN


@pytest.mark.parametrize("level", LEVELS[2:])
def test_levels_that_are_reached_can_be_seen(theme, level):
    assert contrast(theme[level], theme["surface"]) >= SEEN


def test_higher_levels_stand_out_more(theme):
    ratios = [contrast(theme[level], theme["surface"]) for level in LEVELS]
    assert all(higher > 1.25 * lower for lower, higher in pairwise(ratios))


def test_a_theme_that_does_not_exist_is_a_bug(tmp_path):
    with pytest.raises(FileNotFoundError):
        load_theme(tmp_path, "light")


def test_a_role_that_does_not_exist_is_a_bug():
    with pytest.raises(KeyError):
        Theme("light", {})["text"]
