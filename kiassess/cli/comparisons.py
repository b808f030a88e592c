"""The command ``compare``."""

import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import click

from kiassess import __version__
from kiassess.cli.call import Call, pass_call
from kiassess.cli.commands import Command
from kiassess.cli.kinds import OneOf
from kiassess.cli.tables import aligned
from kiassess.content.library import Library
from kiassess.content.themes import load_theme
from kiassess.domain.anonymity import LEAST
from kiassess.domain.compared_round import ComparedRound, body_of
from kiassess.domain.comparison import Comparison
from kiassess.domain.errors import NoPeersError, NothingToCompareError, SmallGroupError
from kiassess.domain.measures import Measure
from kiassess.domain.peers import PeerGroup, Standing
from kiassess.domain.quiet_marks import with_quiet_marks
from kiassess.domain.selection import Selection
from kiassess.domain.shown_comparison import ComparisonChart, ShownComparison
from kiassess.domain.trend import Trend
from kiassess.paths import bundled, questionnaire_folders
from kiassess.wording.comparing import (
    names,
    note_sentences,
    peer_sentence,
    standing_sentences,
    statistics_words,
    value_words,
)
from kiassess.workflow import comparing
from kiassess.workflow.comparing import ComparedResults
from kiassess.workflow.comparison_charts import FORMATS, is_picture, write_comparison_chart
from kiassess.workflow.comparison_json import comparison_json
from kiassess.workflow.knowledge import catalogue_for_export
from kiassess.workflow.selections import saved_selections
from kiassess.workflow.trends import trend_of_rounds
from kiassess.workflow.workspace import Workspace, open_for_reading

SECRET_BYTES = 16
SUFFIXES = (".xlsx", *(f".{picture}" for picture in FORMATS))


@dataclass(frozen=True, slots=True)
class _Told:
    """A comparison as it is told.

    Attributes:
        comparison: The comparison.
        numbers: Of the municipalities in an anonymous one; ``None`` calls them by name.
        group: The peers, if they were asked for.
        found: Where the municipality stands among them; nothing in an anonymous comparison, where
            its values would point at its row.
        trend: Of the one municipality, if all rounds are its own.
        measures: Those of the catalogue.
    """

    comparison: Comparison
    numbers: tuple[int, ...] | None = None
    group: PeerGroup | None = None
    found: tuple[Standing, ...] = ()
    trend: Trend | None = None
    measures: Mapping[str, Measure] = field(default_factory=dict)


@click.command("compare", cls=Command, help="cli.compare")
@click.argument("arguments", metavar="[ID]... [FILE]", nargs=-1)
@click.option("--peer", is_flag=True, help="compare.peer_option")
@click.option("--anonymous", is_flag=True, help="compare.anonymous_option")
@click.option(
    "--key", "key_file", metavar="FILE", type=click.Path(path_type=Path), help="compare.key_option"
)
@click.option("--selection", metavar="NAME", help="compare_time.selection_option")
@click.option("--chart", type=OneOf(ComparisonChart), help="comparison_chart.option")
@click.option("--json", "as_json", is_flag=True, help="cli.as_json")
@pass_call
def compare_command(
    call: Call,
    /,
    *,
    arguments: tuple[str, ...],
    peer: bool,
    anonymous: bool,
    key_file: Path | None,
    selection: str | None,
    chart: str | None,
    as_json: bool,
) -> None:
    """Print several assessments side by side, or write them to a file and print its path."""
    assessment_ids, target = _split(arguments)
    if chart is not None and (target is None or not is_picture(target)):
        raise click.UsageError(call.texts("comparison_chart.only_pictures"))
    if peer and len(assessment_ids) != 1:
        raise click.UsageError(call.texts("compare.peer_of_whom"))
    if key_file is not None:
        _check_key(key_file, target, call, anonymous=anonymous)
    if selection is not None and assessment_ids:
        raise click.UsageError(call.texts("compare_time.selection_and_ids"))
    if not call.has_workspace():
        raise NothingToCompareError
    with open_for_reading(call.workspace, Library(*questionnaire_folders())) as workspace:
        chosen = _choose(workspace, assessment_ids, _wanted(workspace, selection, call))
        told = _tell(workspace, chosen, call.texts.language, peer=peer, anonymous=anonymous)
    if key_file is not None and told.numbers is not None:
        comparing.write_key(key_file, _key_rows(told, call))
    if target is not None:
        click.echo("\n".join(map(str, _write(target, chart, told, call))), err=as_json)
    if as_json:
        click.echo(json.dumps(_json(told, call), ensure_ascii=False, indent=2))
    elif target is None:
        click.echo("\n".join(_lines(told, call)))


COMMANDS: Mapping[str, click.Command] = {"compare": compare_command}


def _split(arguments: tuple[str, ...]) -> tuple[tuple[str, ...], Path | None]:
    """The ids, and the file if the last argument is the name of a workbook or picture."""
    if arguments and arguments[-1].lower().endswith(SUFFIXES):
        return arguments[:-1], Path(arguments[-1])
    return arguments, None


def _check_key(key_file: Path, target: Path | None, call: Call, *, anonymous: bool) -> None:
    """Refuse a key of nothing, or one that the comparison would overwrite."""
    if not anonymous:
        raise click.UsageError(call.texts("compare.key_needs_anonymous"))
    if target is not None and key_file.resolve() == target.resolve():
        raise click.UsageError(call.texts("compare_anonymous.key_apart"))


def _tell(
    workspace: Workspace,
    chosen: Sequence[ComparedRound],
    language: str,
    *,
    peer: bool,
    anonymous: bool,
) -> _Told:
    if not chosen:
        raise NothingToCompareError
    own, group = chosen[0], None
    found: tuple[Standing, ...] = ()
    if peer:
        group = comparing.find_peers(workspace, own)
        if group is None:
            raise NoPeersError(name=own.municipality.name)
        found = () if anonymous else comparing.stand_among(workspace, own, group)
        chosen = (own, *group.members)
    numbers = None
    if anonymous:
        least = LEAST + peer  # who asks for its peers knows itself
        if len({body_of(one.municipality) for one in chosen if not one.quick}) < least:
            raise SmallGroupError(least=least)
        drawn = [secrets.token_bytes(SECRET_BYTES) for _ in chosen]
        chosen, numbers = comparing.anonymous(chosen, drawn)
    comparison = comparing.compare_chosen(workspace, chosen, language)
    if anonymous:
        comparison = with_quiet_marks(comparison)
    known = catalogue_for_export(workspace.library, comparison.questionnaire.id, language)
    return _Told(
        comparison,
        numbers,
        group,
        found,
        trend=_trend(workspace, chosen, language),
        measures=known.measures if known else {},
    )


def _trend(workspace: Workspace, chosen: Sequence[ComparedRound], language: str) -> Trend | None:
    """The trend, if several rounds of one municipality were chosen and nothing else."""
    longer = [one.id for one in chosen if not one.quick]
    if len({body_of(one.municipality) for one in chosen}) > 1 or len(longer) < 2:
        return None
    return trend_of_rounds(workspace, longer, language)


def _wanted(workspace: Workspace, name: str | None, call: Call) -> Selection | None:
    """The saved selection of a name; ``None`` without a name."""
    if name is None:
        return None
    known = saved_selections(workspace)
    if name in known:
        return known[name]
    if not known:
        raise click.UsageError(call.texts("compare_time.no_selections"))
    shown = ", ".join(known)
    raise click.UsageError(call.texts("compare_time.no_selection", name=name, names=shown))


def _choose(
    workspace: Workspace, ids: Sequence[str], wanted: Selection | None
) -> tuple[ComparedRound, ...]:
    """Those named, or those of a selection, by name and day.

    Without either all but examples, or the examples if there is nothing else.
    """
    if ids:
        return comparing.choose_ids(workspace, ids)
    found = comparing.choose(workspace, wanted or Selection(examples=False))
    if not found and wanted is None:
        found = comparing.choose(workspace)
    return tuple(sorted(found, key=lambda one: (one.municipality.name, one.round_date, one.id)))


def _json(told: _Told, call: Call) -> dict[str, object]:
    if told.numbers is None:
        keys = [one.id for one in told.comparison.chosen]
    else:
        keys = names(told.comparison, call.texts, told.numbers)
    return comparison_json(
        told.comparison,
        keys,
        anonymous=told.numbers is not None,
        peers=told.group,
        found=told.found,
        trend=told.trend,
    )


def _results(told: _Told, call: Call) -> ComparedResults:
    return ComparedResults(
        comparison=told.comparison,
        names=names(told.comparison, call.texts, told.numbers),
        anonymous=told.numbers is not None,
        texts=call.texts,
        now=datetime.now(UTC),
        version=__version__,
        measures=told.measures,
    )


def _write(target: Path, chart: str | None, told: _Told, call: Call) -> Sequence[Path]:
    """Write a workbook or a picture; the files there are now."""
    if not is_picture(target):
        return [comparing.write_workbook(target, _results(told, call))]
    anonymous, n = told.numbers is not None, len(told.comparison.chosen)
    shown = ShownComparison(
        told.comparison,
        tuple(names(told.comparison, call.texts, told.numbers)),
        own=0 if not anonymous and (told.group or told.trend) else None,
        pair=(0, 1) if n == 2 else None,
        standings=told.found,
        anonymous=anonymous,
    )
    kind = ComparisonChart(chart or ComparisonChart.HEATMAP)
    theme = load_theme(bundled().themes, "light")
    return write_comparison_chart(target, kind, shown, call.texts, theme)


def _key_rows(told: _Told, call: Call) -> list[tuple[str, str, str]]:
    """Which alias is whom, below the headings."""
    texts, chosen = call.texts, told.comparison.chosen
    aliases = names(told.comparison, texts, told.numbers)
    headings = (texts("compare.key_alias"), texts("cli.list_name"), texts("cli.list_id"))
    rows = zip(aliases, chosen, strict=True)
    return [headings, *((alias, one.municipality.name, one.id) for alias, one in rows)]


def _lines(told: _Told, call: Call) -> Iterable[str]:
    comparison, texts = told.comparison, call.texts
    blocks = comparison.questionnaire.blocks
    rows = [["", *(block.short or block.name for block in blocks)]]
    for at, name in enumerate(names(comparison, texts, told.numbers)):
        rows.append([name, *(value_words(comparison, n, at, texts) for n in range(len(blocks)))])
    yield from aligned(rows, right=range(1, len(blocks) + 1))
    yield ""
    if told.group is not None:
        yield peer_sentence(told.group, texts)
    if told.found:
        yield from standing_sentences(told.found, comparison, texts)
    else:
        for block, part in zip(blocks, comparison.blocks, strict=True):
            yield f"{block.name}: {statistics_words(part.statistics, texts)}"
    yield ""
    yield from note_sentences(comparison, texts)
