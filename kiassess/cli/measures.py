"""The command ``measures``."""

import json
from collections.abc import Mapping
from dataclasses import replace

import click

from kiassess.cli.call import Call, pass_call
from kiassess.cli.commands import Command
from kiassess.cli.kinds import Count, OneOf
from kiassess.cli.measures_text import measures_lines, path_lines
from kiassess.cli.opening import load
from kiassess.content.library import Library
from kiassess.domain.kept import kept_of, situation_of
from kiassess.domain.own_measures import with_own
from kiassess.domain.path import all_targets, gate_targets
from kiassess.domain.recommending import recommend
from kiassess.paths import questionnaire_folders
from kiassess.workflow.measures_json import measures_json
from kiassess.workflow.recommending import least_effort, measures_of

GATES, TARGETS = "gates", "targets"
WANTED = {GATES: gate_targets, TARGETS: all_targets}


@click.command("measures", cls=Command, help="cli.measures")
@click.argument("assessment_id", metavar="ID")
@click.option("--days", type=Count(), metavar="N", help="recommending.option_days")
@click.option("--neighbours", type=Count(), metavar="N", help="recommending.option_neighbours")
@click.option("--high-risk", is_flag=True, help="recommending.option_high_risk")
@click.option("--path", "goal", type=OneOf(WANTED), help="recommending.option_path")
@click.option("--state", metavar="NAME", help="cli.state")
@click.option("--json", "as_json", is_flag=True, help="cli.as_json")
@pass_call
def measures_command(
    call: Call,
    /,
    *,
    assessment_id: str,
    days: int | None,
    neighbours: int | None,
    high_risk: bool,
    goal: str | None,
    state: str | None,
    as_json: bool,
) -> None:
    """Print the measures that fit an assessment, and the way with the least effort."""
    texts = call.texts
    opened = load(call, assessment_id, state).opened
    kept = kept_of(opened.entries)
    catalogue = measures_of(Library(*questionnaire_folders()), opened, texts.language)
    measures = with_own(catalogue, kept.measures.values())
    said = situation_of(kept)
    situation = replace(
        said,
        days=said.days if days is None else days,
        neighbours=said.neighbours if neighbours is None else neighbours,
        high_risk=said.high_risk or high_risk,
    )
    found = recommend(opened, measures, situation)
    path = None
    if goal is not None:
        path = least_effort(opened, measures, situation, WANTED[goal](opened), within=days)
    if as_json:
        told = measures_json(opened, found, situation, path)
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    lines = list(measures_lines(opened, found, measures, situation, texts))
    if path is not None:
        title = texts(f"recommending.path_{goal}")
        lines += path_lines(path, title, opened, situation, texts)
    click.echo("\n".join(lines))


COMMANDS: Mapping[str, click.Command] = {"measures": measures_command}
