"""A comparison as a text for paper."""

from collections.abc import Iterator

from kiassess.domain.group_statistics import group_statistics
from kiassess.domain.shown_comparison import RowGroup, ShownComparison, row_groups
from kiassess.wording.comparing import note_sentences
from kiassess.wording.comparison_page import chosen_words, part_words, size_words, statistics_row
from kiassess.wording.interview import table
from kiassess.wording.knowledge import plain
from kiassess.wording.texts import Texts

MOST_ROWS = 400  # a longer list is for a workbook


def comparison_document(shown: ShownComparison, texts: Texts) -> str:
    """The comparison as Markdown: what has to be known, the values, the statistics.

    Of very many assessments only the statistics are told, and that it is so.
    """
    comparison = shown.comparison
    notes = note_sentences(comparison, texts)
    if shown.anonymous:
        notes.append(texts("comparison_page.anonymous_about"))
    lines = [
        f"# {texts('compare.title')}",
        plain(chosen_words(comparison.chosen, texts)),
        plain(" ".join(notes)),
    ]
    if len(shown.names) > MOST_ROWS:
        lines.append(texts("comparison_page.too_long", most=MOST_ROWS))
    else:
        lines.append(_columns(shown, texts))
        lines += [part for group in row_groups(shown) for part in _group(shown, group, texts)]
        lines.append(texts("comparison_page.legend_paper"))
    lines += [f"## {texts('comparison_page.statistics')}", _statistics(shown, texts)]
    return "\n\n".join([*lines, f"*{texts('summary.disclaimer')}*"])


def _columns(shown: ShownComparison, texts: Texts) -> str:
    """Which number stands for which building block."""
    names = (block.name for block in shown.comparison.questionnaire.blocks)
    numbered = ", ".join(f"{number} {name}" for number, name in enumerate(names, 1))
    return plain(texts("comparison_page.columns", columns=numbered))


def _group(shown: ShownComparison, group: RowGroup, texts: Texts) -> Iterator[str]:
    """One table with the values of all building blocks, below its title if it has one."""
    comparison = shown.comparison
    if group.titled:
        yield f"## {plain(size_words(group.size_class, len(group.places), texts))}"
    numbers = range(1, len(comparison.blocks) + 1)
    head = [texts("compare.municipality"), *map(str, numbers)]  # names would have no room
    rows = [
        [shown.names[at], *(part_words(part, at, texts) for part in comparison.blocks)]
        for at in group.places
    ]
    yield table([head, *rows], numbers=numbers)


def _statistics(shown: ShownComparison, texts: Texts) -> str:
    """Number, median and quartiles of all municipalities, one row a building block."""
    comparison = shown.comparison
    names = {block.id: block.name for block in comparison.questionnaire.blocks}
    keys = ("block", "n_heading", "median", "lower", "upper")
    rows = [
        [names[found.block_id], *statistics_row(found, texts)]
        for found in group_statistics(comparison)
        if found.size_class is None
    ]
    return table([[texts(f"compare.{key}") for key in keys], *rows], numbers=range(1, len(keys)))
