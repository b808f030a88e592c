"""Strengths and weaknesses in sentences made of the answers, and what a value means."""

from collections.abc import Mapping

from kiassess.domain.guidance import BlockGuidance
from kiassess.domain.highlights import Highlight, weak_foundations
from kiassess.domain.profile import Profile
from kiassess.wording.texts import Texts


def highlight_sentence(highlight: Highlight, texts: Texts, *, tendencies_only: bool = False) -> str:
    """What was answered, in the words of the level; and what is missing to the target.

    The quick check shows tendencies only: there the words of the level stand alone.
    """
    said = highlight.item.levels[highlight.level]
    if tendencies_only:
        return said
    if highlight.is_gate_missing:
        return texts("highlights.gate", level=highlight.level, said=said)
    if highlight.gap:
        return texts("highlights.gap", level=highlight.level, target=highlight.target, said=said)
    return texts("highlights.level", level=highlight.level, said=said)


def guidance_lines(
    profile: Profile, guidance: Mapping[str, BlockGuidance], texts: Texts
) -> tuple[tuple[str, str], ...]:
    """For every block that has a value: its name with the value, and what that means.

    Where the mean is good but basic items are missing, that comes first.
    """
    without = {block.id for block in weak_foundations(profile)}
    lines = []
    for block in profile.blocks:
        value = block.score.value
        if value is None or block.id not in guidance:
            continue
        words = guidance[block.id]
        band = words.of(value)
        first = [words.foundation] if block.id in without else []
        name = texts("highlights.block", name=block.name, value=texts.number(value))
        lines.append((name, " ".join([*first, band.meaning, band.next])))
    return tuple(lines)


def ends_sentences(profile: Profile, guidance: Mapping[str, BlockGuidance]) -> tuple[str, ...]:
    """What the strongest and the weakest block stand for; nothing where the order is not robust."""
    known = [(b.score.value, b) for b in profile.blocks if b.score.value is not None]
    if not profile.order_is_robust or len(known) < 2:
        return ()
    highest, lowest = max(known, key=lambda k: k[0])[1], min(known, key=lambda k: k[0])[1]
    if highest.id == lowest.id or not {highest.id, lowest.id} <= guidance.keys():
        return ()
    return guidance[highest.id].strength, guidance[lowest.id].weakness
