"""The command ``import``."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from kiassess.cli.call import Call, pass_call
from kiassess.cli.commands import Command
from kiassess.cli.kinds import OneOf
from kiassess.cli.opening import SHOWN_LENGTH
from kiassess.cli.refusing import REFUSED, one_line
from kiassess.content.library import Library
from kiassess.domain.errors import UnknownAssessmentError
from kiassess.domain.merge_plan import Compared, MergeKind, MergeSummary, OnConflict
from kiassess.domain.package import FACTS
from kiassess.domain.taking_back import TakenBack
from kiassess.paths import bundled, questionnaire_folders
from kiassess.wording.importing import (
    compared_name,
    conflict_words,
    import_words,
    taken_back_remarks,
    taken_back_words,
    value_words,
)
from kiassess.wording.texts import Texts, load_all_texts
from kiassess.workflow.assessing import find
from kiassess.workflow.importing import Imported, import_all, refusals
from kiassess.workflow.taking_back import FillInChoices
from kiassess.workflow.workspace import open_for_writing

INDENT = "  "
FACTS_WORD = "facts"  # in JSON, in the place of the id of a question
STATUS = {MergeKind.NEW: "new", MergeKind.SAME: "same"}


def _named(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[Path, ...]:
    """The paths meant; an empty one, as of a variable nobody has set, is none and no folder."""
    if "" in values:
        raise click.MissingParameter(ctx=context, param=parameter)
    return tuple(map(Path, values))


@click.command("import", cls=Command, help="cli.import")
@click.argument(
    "paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(), callback=_named
)
@click.option("--json", "as_json", is_flag=True, help="cli.as_json")
@click.option(
    "--on-conflict", type=OneOf(OnConflict), default=OnConflict.ASK, help="import.on_conflict"
)
@click.option("--into", metavar="ID", default="", help="import.into")
@click.option("--respondent", metavar="NAME", default="", help="import.respondent")
@pass_call
def import_command(
    call: Call,
    /,
    *,
    paths: tuple[Path, ...],
    as_json: bool,
    on_conflict: OnConflict,
    into: str,
    respondent: str,
) -> None:
    """Take files in and print what was done with each; those that cannot be used are refused."""
    texts = load_all_texts(bundled().texts, call.texts)
    choices = FillInChoices(texts, into, respondent)
    outcomes = _outcomes(call, paths, on_conflict, choices)
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


def _outcomes(
    call: Call, paths: Sequence[Path], on_conflict: OnConflict, choices: FillInChoices
) -> tuple[Imported, ...]:
    if not call.has_workspace():
        if choices.assessment_id:
            raise UnknownAssessmentError(id=choices.assessment_id[:SHOWN_LENGTH])
        refused = refusals(paths)  # before a workspace is made for nothing
        if refused:
            return refused
    with open_for_writing(call.workspace, Library(*questionnaire_folders())) as workspace:
        if choices.assessment_id:
            found = find(workspace, choices.assessment_id)
            choices = replace(choices, assessment_id=found.id)
        return import_all(workspace, paths, on_conflict, choices, now=datetime.now(UTC))


def _lines(outcomes: Sequence[Imported], on_conflict: OnConflict, texts: Texts) -> Iterator[str]:
    """What was done with each file, below it what is left to decide; refused ones are left out."""
    undecided = False
    for outcome in outcomes:
        if outcome.fill_in is not None:
            words = taken_back_words(outcome.fill_in, texts, done=True)
            yield one_line(f"{outcome.file}: {words}") + "\n"
            for remark in taken_back_remarks(outcome.fill_in, texts):
                yield one_line(INDENT + remark) + "\n"
        if outcome.merge is None:
            continue
        words = import_words(outcome.merge, on_conflict, texts, done=True)
        yield one_line(f"{outcome.file}: {words}") + "\n"
        for conflict in outcome.merge.open_conflicts(on_conflict):
            undecided = True
            yield one_line(INDENT + conflict_words(conflict, conflict.key[1], texts)) + "\n"
    if undecided:
        yield texts("import.choose") + "\n"


def _json(outcome: Imported, on_conflict: OnConflict, texts: Texts) -> dict[str, Any]:
    if outcome.merge is not None:
        told = _summary(outcome.merge, on_conflict, texts)
    elif outcome.fill_in is not None:
        told = _taken_back(outcome.fill_in, texts)
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
        "beside": summary.beside(on_conflict),
        "conflicts": [_conflict(one, texts) for one in summary.open_conflicts(on_conflict)],
        "states": summary.states,
        **(
            {"entries": summary.entries_taken(on_conflict)} if any(summary.entries.values()) else {}
        ),
    }


def _taken_back(found: TakenBack, texts: Texts) -> dict[str, Any]:
    counts = found.counts
    return {
        "status": "taken" if found.voices else "same",
        "assessment": found.assessment.id,
        "municipality": found.assessment.municipality.name,
        "round_date": found.assessment.round_date.isoformat(),
        "respondent": found.respondent,
        "role": found.role_id,
        "taken": [one.answer.item_id for one in found.voices],
        "replaced": found.replaced,
        "unchanged": counts.untouched,
        "open": list(found.fill_in.open_ids),
        "unclear": [
            {"item": one.item_id, "cell": one.cell, "value": one.value, "kind": one.kind.value}
            for one in found.fill_in.unclear
        ],
        "conflicts": [{"item": item_id} for item_id in found.differing],
        "remarks": list(taken_back_remarks(found, texts)),
    }


def _conflict(conflict: Compared, texts: Texts) -> dict[str, str]:
    if conflict.key == FACTS:
        return {"item": FACTS_WORD}
    if conflict.is_entry:
        return {"entry": compared_name(conflict, texts), "kind": conflict.key[0].value}
    here, there = value_words(conflict.here, texts), value_words(conflict.there, texts)
    return {"item": conflict.key[1], "here": here, "there": there}
