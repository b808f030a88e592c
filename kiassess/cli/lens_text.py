"""What a lens shows as lines of text: what it is, its parts, and what it cannot say."""

from collections.abc import Iterator

from kiassess.cli.tables import aligned
from kiassess.domain.lens_profile import LensProfile, PartResult
from kiassess.wording.lens import part_band, part_tendency, part_value, related_words
from kiassess.wording.texts import Texts


def lens_lines(profile: LensProfile, texts: Texts) -> Iterator[str]:
    """All that ``kiassess profile --lens`` adds to the profile, line by line."""
    yield texts("lens.title", name=profile.lens.name)
    yield profile.lens.about
    yield ""
    yield from _table(profile, texts)
    yield ""
    yield related_words(profile, texts)
    yield profile.lens.limits


def _table(profile: LensProfile, texts: Texts) -> Iterator[str]:
    values = ["tendency", "coverage"] if profile.tendencies_only else ["value", "band", "coverage"]
    heads = [texts("lens.part"), *(texts(f"profile.{name}") for name in values)]
    rows = [[*heads, texts("lens.items")]]
    rows += [_row(result, profile, texts) for result in profile.parts]
    yield from aligned(rows, right=range(1, len(heads) + 1))


def _row(result: PartResult, profile: LensProfile, texts: Texts) -> list[str]:
    if profile.tendencies_only:
        values = [part_tendency(result, texts)]
    else:
        values = [part_value(result, texts), part_band(result, texts)]
    coverage = texts.share(result.score.coverage)
    return [result.part.name, *values, coverage, str(result.n_items)]
