"""What a profile says, in words: the title of its chart and a summary of three sentences."""

from kiassess.domain.profile import BlockResult, Profile
from kiassess.wording.texts import Texts


def profile_title(profile: Profile, texts: Texts) -> str:
    """One line with the message of the profile, made from its numbers."""
    if profile.tendencies_only:
        return texts("summary.title_tendency", n=profile.n_items)
    known = _known(profile)
    if not known:
        return texts("summary.title_nothing")
    values = [value for _, value in known]
    if len(known) > 1 and profile.order_is_robust and max(values) > min(values):
        return texts("summary.title_order", highest=_highest(known), lowest=_lowest(known))
    if len(known) == 1 or max(values) == min(values):
        return texts("summary.title_one", name=known[0][0].name, value=texts.number(values[0]))
    return texts(
        "summary.title_range", low=texts.number(min(values)), high=texts.number(max(values))
    )


def profile_summary(profile: Profile, texts: Texts) -> tuple[str, ...]:
    """At most three sentences: minimum requirements, blocks, what is unknown."""
    sentences = [
        texts("summary.gates", met=profile.gates_met, total=len(profile.gates)),
        _blocks(profile, texts),
    ]
    unknown, still_open = len(profile.unknown_items), len(profile.open_items)
    if unknown or still_open:
        sentences.append(texts("summary.unknown", unknown=unknown, open=still_open))
    else:
        sentences.append(texts("summary.complete"))
    return tuple(sentences)


def _blocks(profile: Profile, texts: Texts) -> str:
    if profile.tendencies_only:
        named = [
            texts("summary.tendency", name=block.name, tendency=texts(f"tendency.{block.tendency}"))
            for block in profile.blocks
            if block.tendency is not None
        ]
        return texts("summary.tendencies", list="; ".join(named) or texts("summary.none_yet"))
    known = _known(profile)
    missing = len(profile.blocks) - len(known)
    if missing:
        return texts("summary.too_few", missing=missing, total=len(profile.blocks))
    if not profile.order_is_robust:
        return texts("summary.not_robust")
    return texts(
        "summary.order",
        highest=_highest(known),
        high=texts.number(max(value for _, value in known)),
        lowest=_lowest(known),
        low=texts.number(min(value for _, value in known)),
    )


def _known(profile: Profile) -> list[tuple[BlockResult, float]]:
    return [(b, b.score.value) for b in profile.blocks if b.score.value is not None]


def _highest(known: list[tuple[BlockResult, float]]) -> str:
    return max(known, key=lambda pair: pair[1])[0].name


def _lowest(known: list[tuple[BlockResult, float]]) -> str:
    return min(known, key=lambda pair: pair[1])[0].name
