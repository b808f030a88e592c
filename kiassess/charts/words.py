"""What charts say in words: values, facets, and a description for those who cannot see them."""

from kiassess.domain.profile import BlockResult, Profile
from kiassess.domain.scoring import Score
from kiassess.wording.texts import Texts


def score_words(score: Score, texts: Texts) -> str:
    """The value with one decimal, or in words why there is none."""
    if score.value is not None:
        return texts.number(score.value)
    return texts("score.not_applicable" if score.coverage is None else "score.not_sound")


def block_words(block: BlockResult, profile: Profile, texts: Texts) -> str:
    """What the profile says of a block: its value, in the quick check its tendency."""
    if profile.tendencies_only:
        return texts(f"tendency.{block.tendency or 'none'}")
    return score_words(block.score, texts)


def facet_name(facet_id: str, texts: Texts) -> str:
    """The name of a half of a double block; its id if the language does not know it."""
    key = f"facet.{facet_id}"
    return texts(key) if texts.has(key) else facet_id


def facet_words(block: BlockResult, texts: Texts) -> tuple[str, ...]:
    """The halves of a double block with their values; empty where neither has one."""
    facets = block.scored.facets
    if all(facet.score.value is None for facet in facets):
        return ()
    return tuple(
        texts(
            "chart.facet", name=facet_name(facet.id, texts), value=score_words(facet.score, texts)
        )
        for facet in facets
    )


def describe(kind: str, profile: Profile, texts: Texts) -> str:
    """A description of a whole chart: what it is, then every block with its value.

    Args:
        kind: ``"dots"``, ``"radar"`` or ``"tendency"``.
        profile: What the chart shows.
        texts: The language.
    """
    values = [
        texts("chart.alt_value", name=block.name, value=block_words(block, profile, texts))
        for block in profile.blocks
    ]
    return f"{texts(f'chart.alt_{kind}')} {'; '.join(values)}."
