"""Loading and comparing assessments, in the worker, through a connection of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiassess.content.library import Library
from kiassess.content.themes import load_theme
from kiassess.domain.anonymity import LEAST
from kiassess.domain.change_split import RoundChange
from kiassess.domain.choosing import Versions, rounds_of
from kiassess.domain.common_items import newest_of
from kiassess.domain.compared_round import ComparedRound, body_of
from kiassess.domain.comparison import Comparison, compare
from kiassess.domain.errors import KiassessError
from kiassess.domain.group_gaps import YearOfGates, gates_over_time
from kiassess.domain.lacking import Lacking, lacking_of
from kiassess.domain.peers import PeerGroup, peer_group, standings
from kiassess.domain.questionnaire import Questionnaire
from kiassess.domain.quiet_marks import with_quiet_marks
from kiassess.domain.search import natural_key
from kiassess.domain.shown_comparison import ComparisonChart, ShownComparison
from kiassess.domain.trend import Trend
from kiassess.paths import Bundled
from kiassess.wording.comparing import anonymous_names, names
from kiassess.wording.comparison_page import row_names
from kiassess.wording.texts import Texts
from kiassess.workflow import comparing, trends
from kiassess.workflow.comparison_charts import write_comparison_chart
from kiassess.workflow.keeping_levels import keep_levels_of, missing_levels
from kiassess.workflow.knowledge import catalogue_for_export
from kiassess.workflow.workspace import Workspace

ROWS_A_STEP, ROWS_A_JOB = 200, 4_000  # kept in one transaction, and before others have their turn


@dataclass(frozen=True)
class Stock:
    """All assessments there are, ready to be compared.

    Attributes:
        rounds: By name and day.
        editions: The questionnaires by ``ComparedRound.edition``, each in its leading language.
        worded: The same in the language of the window.
        missing: Ids of those whose levels are not kept yet.
    """

    rounds: tuple[ComparedRound, ...]
    editions: Mapping[int, Questionnaire]
    worded: Mapping[int, Questionnaire]
    missing: tuple[str, ...] = ()

    @property
    def versions(self) -> Versions:
        """Questionnaire and version by ``ComparedRound.edition``."""
        return {key: (one.id, one.version) for key, one in self.editions.items()}

    def compare(self, chosen: Sequence[ComparedRound]) -> Comparison:
        """Compare some of them; at least one."""
        used = {one.edition for one in chosen}
        newest = newest_of(used, self.editions)
        key = next(key for key, one in self.editions.items() if one is newest)
        return compare(chosen, self.editions).in_words_of(self.worded[key])


def load_stock(workspace: Workspace, language: str) -> Stock:
    """Load all assessments of the workspace.

    Raises:
        KiassessError: The workspace cannot be read.
    """
    with workspace.beside(read_only=True) as own:
        missing = missing_levels(own)
        found = comparing.choose(own, keeps=False)
        editions = comparing.editions_of(own, found)
        worded = comparing.editions_of(own, found, language)
    keys = {town: natural_key(town.name) for town in {one.municipality for one in found}}
    rounds = sorted(found, key=lambda one: (keys[one.municipality], one.round_date, one.id))
    return Stock(tuple(rounds), editions, worded, missing)


def keep_levels(workspace: Workspace, ids: Sequence[str]) -> tuple[str, ...]:
    """Keep levels for the next time, as many as others can wait for; returns what is left.

    What stands in the way is no news: the next comparison only takes longer.
    """
    try:
        with workspace.beside() as own:
            for start in range(0, min(len(ids), ROWS_A_JOB), ROWS_A_STEP):
                keep_levels_of(own, ids[start : start + ROWS_A_STEP])
    except KiassessError:
        return ()
    return tuple(ids[ROWS_A_JOB:])


def compare_chosen(
    stock: Stock, ids: frozenset[str], secrets: Sequence[bytes] | None, texts: Texts
) -> ShownComparison | None:
    """Compare the assessments with these ids; ``None`` if there are none, or too few.

    Args:
        stock: All there are.
        ids: Those chosen.
        secrets: One for each assessment or more, for an anonymous comparison of five
            municipalities or more, see ``domain.anonymity``. ``None`` calls everybody by name.
        texts: The language.
    """
    chosen: Sequence[ComparedRound] = [one for one in stock.rounds if one.id in ids]
    numbers = None
    if secrets is not None:
        if len({body_of(one.municipality) for one in chosen if not one.quick}) < LEAST:
            return None
        chosen, numbers = comparing.anonymous(chosen, secrets)
    if not chosen:
        return None
    comparison = stock.compare(chosen)
    if numbers is None:
        return ShownComparison(comparison, row_names(chosen, texts))
    aliases = tuple(anonymous_names(numbers, texts))
    return ShownComparison(with_quiet_marks(comparison), aliases, anonymous=True)


def all_rounds(stock: Stock, one: ComparedRound, texts: Texts) -> ShownComparison | None:
    """All rounds of a municipality beside each other; ``None`` if it has only quick checks."""
    rounds = rounds_of(stock.rounds, one, stock.versions)
    if not rounds:
        return None
    comparison = stock.compare(rounds)
    return ShownComparison(comparison, tuple(names(comparison, texts)), own=len(rounds) - 1)


def years_of(stock: Stock, shown: ShownComparison) -> tuple[YearOfGates, ...]:
    """How the gates stood in the whole group, year by year, over all its rounds."""
    bodies = {body_of(one.municipality) for one in shown.comparison.chosen}
    everyone = [one for one in stock.rounds if body_of(one.municipality) in bodies]
    rows = shown.comparison.chosen
    return gates_over_time(stock.compare(everyone), anonymous=shown.anonymous, rows=rows)


def trend_of_rounds(workspace: Workspace, ids: Sequence[str], language: str) -> Trend:
    """The trend over some rounds of one municipality, with who answered.

    Raises:
        KiassessError: One of them is gone, or cannot be read.
    """
    with workspace.beside(read_only=True) as own:
        return trends.trend_of_rounds(own, ids, language)


def peers_of(
    stock: Stock, own: ComparedRound, texts: Texts
) -> tuple[PeerGroup, ShownComparison] | None:
    """A municipality among its peers; ``None`` if its size is not known."""
    group = peer_group(own, stock.rounds, stock.editions)
    if group is None:
        return None
    comparison = stock.compare((own, *group.members))
    found = standings(own, group, stock.editions)
    words = row_names(comparison.chosen, texts)
    return group, ShownComparison(comparison, words, own=0, standings=found)


def change_of(workspace: Workspace, earlier: str, later: str, language: str) -> RoundChange:
    """What changed between two rounds.

    Raises:
        KiassessError: One of them is gone, or cannot be read.
    """
    with workspace.beside(read_only=True) as own:
        return comparing.change_between(own, earlier, later, language)


def what_lacks(workspace: Workspace, shown: ShownComparison, texts: Texts) -> Lacking:
    """What most of a group lack, what would help them, and who shows how it is done."""
    asked = shown.comparison.questionnaire
    catalogue = catalogue_for_export(workspace.library, asked.id, texts.language)
    measures = {} if catalogue is None else catalogue.measures
    return lacking_of(shown.comparison, measures, anonymous=shown.anonymous)


def write_workbook(
    target: Path,
    shown: ShownComparison,
    texts: Texts,
    library: Library,
    *,
    now: datetime,
    version: str,
) -> Path:
    """Write a comparison as a workbook.

    Raises:
        ExportBlockedError: It cannot be written; an older file is as it was.
    """
    asked = shown.comparison.questionnaire
    catalogue = catalogue_for_export(library, asked.id, texts.language)
    results = comparing.ComparedResults(
        comparison=shown.comparison,
        names=shown.names if shown.anonymous else names(shown.comparison, texts),
        anonymous=shown.anonymous,
        texts=texts,
        now=now,
        version=version,
        measures={} if catalogue is None else catalogue.measures,
    )
    return comparing.write_workbook(target, results)


def key_rows(shown: ShownComparison, texts: Texts) -> list[tuple[str, str, str]]:
    """Which alias is whom, below the headings."""
    headings = (texts("compare.key_alias"), texts("cli.list_name"), texts("cli.list_id"))
    rows = zip(shown.names, shown.comparison.chosen, strict=True)
    return [headings, *((alias, one.municipality.name, one.id) for alias, one in rows)]


def write_chart(
    target: Path, kind: ComparisonChart, shown: ShownComparison, texts: Texts, bundled: Bundled
) -> Path:
    """Write a chart as a file; returns the first page.

    Raises:
        ExportBlockedError: It cannot be written; an older file is as it was.
        TooManyPagesError: It would be too long.
    """
    return write_comparison_chart(target, kind, shown, texts, load_theme(bundled.themes, "light"))[
        0
    ]


@dataclass(frozen=True)
class OverTime:
    """What is shown of the rounds of one municipality, and of a group over the years.

    Attributes:
        shown: All rounds of the one in focus; ``None`` without one, or if it has none.
        trend: The same with secured levels and who answered.
        years: How the gates stood in the group.
    """

    shown: ShownComparison | None
    trend: Trend | None
    years: tuple[YearOfGates, ...]


def over_time(workspace: Workspace, stock: Stock, shown: ShownComparison, texts: Texts) -> OverTime:
    """The rounds of the one in focus, and the gates of the group year by year.

    Raises:
        KiassessError: A round is gone, or cannot be read.
    """
    years = years_of(stock, shown)
    if shown.marked is None:
        return OverTime(None, None, years)
    found = all_rounds(stock, shown.comparison.chosen[shown.marked], texts)
    if found is None:
        return OverTime(None, None, years)
    ids = [one.id for one in found.comparison.chosen]
    return OverTime(found, trend_of_rounds(workspace, ids, texts.language), years)
