"""What charts say in words: values, facets, and a description for those who cannot see them."""

from dataclasses import dataclass

from kiassess.domain.matrix import area_block_matrix, level_distribution
from kiassess.domain.profile import BlockResult, Profile
from kiassess.domain.scoring import Score
from kiassess.domain.shown import Shown
from kiassess.wording.chart_summaries import (
    compared_summary,
    describe_distribution,
    describe_heatmap,
    distribution_summary,
    distribution_title,
    heatmap_summary,
    heatmap_title,
)
from kiassess.wording.summary import profile_summary, profile_title
from kiassess.wording.texts import Texts

SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class ChartWords:
    """What a chart says, for a window that shows it in its own letters.

    Attributes:
        title: The message in one line.
        description: What is to be seen, with all values.
        legend: What the marks mean.
        summary: At most three sentences.
    """

    title: str
    description: str
    legend: str
    summary: tuple[str, ...]


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


def describe(
    kind: str,
    profile: Profile,
    texts: Texts,
    *,
    second: Profile | None = None,
    second_name: str = "",
) -> str:
    """A description of a whole chart: what it is, then every block with its value.

    Args:
        kind: ``"dots"``, ``"radar"`` or ``"tendency"``; others may have a key of their own.
        profile: What the chart shows.
        texts: The language.
        second: An earlier profile beside it; only of dots and radar.
        second_name: What that one is called.
    """
    if second is None:
        opening = texts(f"chart.alt_{kind}")
    else:
        opening = texts(f"second.alt_{kind}", name=second_name)
    before = {} if second is None else {block.id: block.score for block in second.blocks}
    values = []
    for block in profile.blocks:
        value = block_words(block, profile, texts)
        if block.id in before:
            then = {"name": second_name, "before": score_words(before[block.id], texts)}
            values.append(texts("second.alt_value", block=block.name, value=value, **then))
        else:
            values.append(texts("chart.alt_value", name=block.name, value=value))
    return f"{opening} {'; '.join(values)}."


def legend(kind: str, texts: Texts, *, second_name: str = "") -> str:
    """What the marks of a chart mean.

    Args:
        kind: ``"dots"``, ``"radar"``, ``"tendency"``, ``"heatmap"`` or ``"distribution"``.
        texts: The language.
        second_name: What an earlier profile beside it is called; empty without one.
    """
    match kind:
        case "heatmap":
            return texts("heatmap.legend")
        case "distribution":
            return texts("distribution.legend")
        case "dots":
            ring = (texts("second.legend_dots", name=second_name),) if second_name else ()
            return SEPARATOR.join((texts("chart.legend_dots"), *ring))
        case "radar":
            lines = texts("chart.legend_radar")
            if second_name:
                lines = texts("second.legend_radar", name=second_name)
            return SEPARATOR.join((lines, texts("chart.scale_radar")))
    return texts(f"chart.legend_{kind}")


def chart_words(kind: str, shown: Shown, texts: Texts) -> ChartWords:
    """What a chart says, for those who show it; without drawing it.

    Args:
        kind: A ``ChartKind``. The quick check gets the words of its tendencies for dots and
            radar; it has no other chart.
        shown: What the chart shows.
        texts: The language.
    """
    match kind:
        case "heatmap":
            matrix = area_block_matrix(shown.opened)
            title, summary = heatmap_title(matrix, texts), heatmap_summary(matrix, texts)
            return ChartWords(title, describe_heatmap(matrix, texts), legend(kind, texts), summary)
        case "distribution":
            rows = level_distribution(shown.opened)
            title, summary = distribution_title(rows, texts), distribution_summary(rows, texts)
            described = describe_distribution(rows, texts)
            return ChartWords(title, described, legend(kind, texts), summary)
    if shown.profile.tendencies_only:
        kind = "tendency"
    second = shown.comparable
    name = "" if second is None else shown.second_name
    return ChartWords(
        title=profile_title(shown.profile, texts),
        description=describe(kind, shown.profile, texts, second=second, second_name=name),
        legend=legend(kind, texts, second_name=name),
        summary=summary_words(shown.profile, texts, second=second, second_name=name),
    )


def summary_words(
    profile: Profile, texts: Texts, *, second: Profile | None = None, second_name: str = ""
) -> tuple[str, ...]:
    """At most three sentences of a profile, beside an earlier one if there is one."""
    if second is None:
        return profile_summary(profile, texts)
    return compared_summary(profile, second, second_name, texts)
