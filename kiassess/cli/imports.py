"""The command ``import``."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from kiassess.cli.call import Call, pass_call
from kiassess.cli.commands import Command
from kiassess.cli.kinds import OneOf
from kiassess.cli.refusing import REFUSED, one_line
from kiassess.content.library import Library
from kiassess.domain.merge_plan import Compared, MergeKind, MergeSummary, OnConflict
from kiassess.domain.package import FACTS
from kiassess.paths import questionnaire_folders
from kiassess.wording.importing import conflict_words, import_words, value_words
from kiassess.wording.texts import Texts
from kiassess.workflow.exchange_reading import exchange_files
from kiassess.workflow.exchanging import Outcome, import_files, refusals
from kiassess.workflow.workspace import open_for_writing

INDENT = "  "
FACTS_WORD = "facts"  # in JSON, in the place of the id of a question
STATUS = {MergeKind.NEW: "new", MergeKind.SAME: "same"}


@click.command("import", cls=Command, help="cli.import")
@click.argument(
    "paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--json", "as_json", is_flag=True, help="cli.as_json")
@click.option(
    "--on-conflict", type=OneOf(OnConflict), default=OnConflict.ASK, help="import.on_conflict"
)
@pass_call
def import_command(
    call: Call, /, *, paths: tuple[Path, ...], as_json: bool, on_conflict: OnConflict
) -> None:
    """Take files in and print what was done with each; those that cannot be used are refused."""
    outcomes = _outcomes(call, exchange_files(paths), on_conflict)
    if as_json:
        values = [_json(outcome, on_conflict, call.texts) for outcome in outcomes]
        click.echo(json.dumps(values, ensure_ascii=False, indent=2))
    else:
        click.echo("".join(_lines(outcomes, on_conflict, call.texts)), nl=False)
    errors = [outcome.error for outcome in outcomes if outcome.error is not None]
    for error in errors:
        click.echo(one_line(call.texts.error(error)), err=True)
    if errors:
        raise click.exceptions.Exit(REFUSED)


COMMANDS: Mapping[str, click.Command] = {"import": import_command}


def _outcomes(call: Call, files: Sequence[Path], on_conflict: OnConflict) -> tuple[Outcome, ...]:
    if not call.has_workspace():
        refused = refusals(files)  # before a workspace is made for nothing
        if len(refused) == len(files):
            return refused
    with open_for_writing(call.workspace, Library(*questionnaire_folders())) as workspace:
        return import_files(workspace, files, on_conflict, now=datetime.now(UTC))


def _lines(outcomes: Sequence[Outcome], on_conflict: OnConflict, texts: Texts) -> Iterator[str]:
    """What was done with each file, below it what is left to decide; refused ones are left out."""
    undecided = False
    for outcome in outcomes:
        if outcome.summary is None:
            continue
        words = import_words(outcome.summary, on_conflict, texts, done=True)
        yield one_line(f"{outcome.file}: {words}") + "\n"
        for conflict in outcome.summary.open_conflicts(on_conflict):
            undecided = True
            yield one_line(INDENT + conflict_words(conflict, conflict.key[1], texts)) + "\n"
    if undecided:
        yield texts("import.choose") + "\n"


def _json(outcome: Outcome, on_conflict: OnConflict, texts: Texts) -> dict[str, Any]:
    if outcome.summary is not None:
        told = _summary(outcome.summary, on_conflict, texts)
    else:
        told = {"status": "refused", "error": outcome.error and texts.error(outcome.error)}
    return {"file": str(outcome.file), **told}


def _summary(summary: MergeSummary, on_conflict: OnConflict, texts: Texts) -> dict[str, Any]:
    return {
        "status": STATUS.get(summary.kind, "merged"),
        "assessment": summary.assessment.id,
        "municipality": summary.assessment.municipality.name,
        "round_date": summary.assessment.round_date.isoformat(),
        "counts": {difference.value: n for difference, n in summary.counts.items()},
        "taken": summary.taken(on_conflict),
        "kept": summary.kept(on_conflict),
        "conflicts": [_conflict(one, texts) for one in summary.open_conflicts(on_conflict)],
        "states": summary.states,
    }


def _conflict(conflict: Compared, texts: Texts) -> dict[str, str]:
    if conflict.key == FACTS:
        return {"item": FACTS_WORD}
    here, there = value_words(conflict.here, texts), value_words(conflict.there, texts)
    return {"item": conflict.key[1], "here": here, "there": there}
