"""What a comparison says, in sentences and words."""

from collections import Counter
from collections.abc import Iterable, Sequence

from kiassess.domain.comparison import Comparison, Note
from kiassess.domain.peers import PeerGroup, Standing
from kiassess.domain.statistics import MEDIAN_FROM, Statistics
from kiassess.wording.texts import NO_VALUE, Texts


def names(comparison: Comparison, texts: Texts, numbers: Sequence[int] | None = None) -> list[str]:
    """What each assessment is called: name and day, or in an anonymous comparison its number.

    Args:
        comparison: The comparison.
        texts: The language.
        numbers: Of the municipalities, see ``anonymity``; ``None`` calls them by name.
    """
    if numbers is not None:
        return anonymous_names(numbers, texts)
    return [
        texts("compare.name", name=one.municipality.short_name, date=texts.day(one.round_date))
        for one in comparison.chosen
    ]


def anonymous_names(numbers: Sequence[int], texts: Texts) -> list[str]:
    """“Kommune 007”; where a municipality has several rounds, with the number of the round."""
    digits, seen = len(str(max(numbers, default=0))), dict.fromkeys(numbers, 0)
    rounds, found = Counter(numbers), []
    for number in numbers:
        seen[number] += 1
        name = texts("compare.alias", number=f"{number:0{digits}}")
        if rounds[number] > 1:
            name = texts("compare.alias_round", alias=name, number=seen[number])
        found.append(name)
    return found


def note_sentences(comparison: Comparison, texts: Texts) -> list[str]:
    """What has to be known to read a comparison, the number of items compared first."""
    items = texts("compare.items", n=len(comparison.items))
    return [items, *(note_sentence(note, texts) for note in comparison.notes)]


def note_sentence(note: Note, texts: Texts) -> str:
    """One thing that has to be known to read a comparison."""
    return texts(f"compare.{note}")


def statistics_words(statistics: Statistics, texts: Texts) -> str:
    """Median, quartiles and number of a group, or that it is too small for them."""
    n = texts("compare.n", n=statistics.n)
    if statistics.median is None:
        return texts("compare.too_few", n=statistics.n, least=MEDIAN_FROM)
    median = texts("compare.median_is", value=texts.number(statistics.median))
    if statistics.quartiles is None:
        return f"{median} {n}"
    low, high = (texts.number(value) for value in statistics.quartiles)
    return f"{median} {texts('compare.quartiles_are', low=low, high=high)} {n}"


def peer_sentence(group: PeerGroup, texts: Texts) -> str:
    """Who the peers are, and how many."""
    return texts(
        "compare.peers",
        n=len(group.members),
        type=texts(f"type.{group.type}"),
        size=texts(f"size.{group.size_class}"),
    )


def standing_sentences(
    found: Iterable[Standing], comparison: Comparison, texts: Texts
) -> list[str]:
    """Where a municipality stands among its peers, one sentence for each building block."""
    block_names = {block.id: block.name for block in comparison.questionnaire.blocks}
    sentences = []
    for one in found:
        name, value = block_names[one.id], texts.number(one.value)
        if one.percentile is None:
            group = statistics_words(one.statistics, texts)
            sentences.append(texts("compare.no_standing", block=name, value=value, group=group))
            continue
        share, median = texts.share(one.percentile), texts.number(one.statistics.median)
        sentences.append(
            texts("compare.standing", block=name, value=value, share=share, median=median)
        )
    return sentences


def value_words(comparison: Comparison, block: int, at: int, texts: Texts) -> str:
    """The value of an assessment in a block: a number, a tendency or a dash; “*” where limited."""
    part = comparison.blocks[block]
    told, value = part.tendencies[at], part.values[at]
    if told is not None:
        return texts(f"tendency.{told}")
    if value is None:
        return NO_VALUE
    return f"{texts.number(value)}{'*' if part.limited[at] else ''}"
