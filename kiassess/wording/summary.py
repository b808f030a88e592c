"""What a profile says, in words: the title of its chart and a summary of three sentences."""

from collections.abc import Sequence

from kiassess.domain.profile import SAME, BlockResult, Profile
from kiassess.wording.texts import Texts

Known = Sequence[tuple[BlockResult, float]]  # the blocks that have a value, with it


def profile_title(profile: Profile, texts: Texts) -> str:
    """One line with the message of the profile, made from its numbers."""
    if profile.tendencies_only:
        return texts("summary.title_tendency", n=profile.n_answered)
    known = _known(profile)
    if not known:
        return texts("summary.title_nothing")
    low, high = _shown_ends(known, texts)
    if len(known) == 1:
        return texts("summary.title_single", name=known[0][0].name, value=high)
    if low == high:
        return texts("summary.title_equal", value=high)
    if profile.order_is_robust:
        highest, lowest = _highest(known), _lowest(known)
        return texts("summary.title_order", highest=", ".join(highest), lowest=", ".join(lowest))
    return texts("summary.title_range", low=low, high=high)


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
    low, high = _shown_ends(known, texts)
    if low == high:
        return texts("summary.equal", value=high)
    if not profile.order_is_robust:
        return texts("summary.not_robust")
    highest, lowest = _highest(known), _lowest(known)
    key = "summary.order" if len(highest) == len(lowest) == 1 else "summary.order_tied"
    return texts(key, highest=", ".join(highest), high=high, lowest=", ".join(lowest), low=low)


def _known(profile: Profile) -> Known:
    return [(b, b.score.value) for b in profile.blocks if b.score.value is not None]


def _shown_ends(known: Known, texts: Texts) -> tuple[str, str]:
    values = [value for _, value in known]
    return texts.number(min(values)), texts.number(max(values))


def _highest(known: Known) -> list[str]:
    """Names of the blocks with the highest value; several may share it."""
    highest = max(value for _, value in known)
    return [block.name for block, value in known if highest - value < SAME]


def _lowest(known: Known) -> list[str]:
    lowest = min(value for _, value in known)
    return [block.name for block, value in known if value - lowest < SAME]
