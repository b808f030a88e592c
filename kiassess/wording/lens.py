"""What a lens shows, in words: values of its parts, why there is none, and how much is asked."""

from kiassess.domain.lens_profile import LensProfile, PartResult
from kiassess.domain.profile import BlockResult
from kiassess.domain.scoring import BlockScore
from kiassess.wording.findings import band_words, block_sentences
from kiassess.wording.texts import NO_VALUE, Texts


def part_note(result: PartResult, texts: Texts) -> str:
    """Why a part has no value; empty if it has one or tells a tendency."""
    if not result.covered:
        return texts("lens.not_covered")
    if not result.asked:
        return texts("lens.not_asked")
    if result.score.coverage is None:
        return texts("score.not_applicable")
    if result.score.value is None and result.tendency is None:
        return texts("score.not_sound")
    return ""


def part_value(result: PartResult, texts: Texts) -> str:
    """The value with one decimal, or in words why there is none."""
    return part_note(result, texts) or texts.number(result.score.value)


def part_tendency(result: PartResult, texts: Texts) -> str:
    """What the quick check tells instead of a value."""
    if result.score.coverage is None:
        return part_note(result, texts)
    return texts(f"tendency.{result.tendency or 'none'}")


def part_band(result: PartResult, texts: Texts) -> str:
    """The band, ``1,4 bis 2,2``; a dash where there is none."""
    return band_words(_as_block(result), texts) if result.score.low is not None else NO_VALUE


def part_sentences(result: PartResult, texts: Texts, *, tendencies_only: bool) -> str:
    """All that is known of a part, one sentence a line."""
    if not result.covered:
        return texts("handbook.not_covered")
    if not result.asked:
        return texts("lens.says_not_asked", n=len(result.not_asked))
    return block_sentences(_as_block(result), texts, tendencies_only=tendencies_only)


def related_words(profile: LensProfile, texts: Texts) -> str:
    """How many of the questions asked speak to a lens."""
    return texts("lens.related", n=profile.n_items, total=profile.n_total)


def _as_block(result: PartResult) -> BlockResult:
    """A part as if it were a building block, of which a sentence is made alike."""
    part = result.part
    scored = BlockScore(part.id, result.score, (), None, limited_comparability=False)
    return BlockResult(part.id, part.name, scored, result.tendency)
