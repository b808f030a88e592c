"""The command that hands out a plan: ``plan``."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

from kiassess import __version__
from kiassess.cli.call import Call, pass_call
from kiassess.cli.commands import Command
from kiassess.cli.opening import load
from kiassess.workflow.plan_exporting import export_plan


@click.command("plan", cls=Command, help="cli.plan")
@click.argument("assessment_id", metavar="ID")
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--state", metavar="NAME", help="cli.state")
@pass_call
def plan_command(call: Call, /, *, assessment_id: str, target: Path, state: str | None) -> None:
    """Write the plan of an assessment to a file and print its path."""
    opened = load(call, assessment_id, state).opened
    now = datetime.now(UTC)
    click.echo(export_plan(opened, target, call.texts, now=now, version=__version__))


COMMANDS: Mapping[str, click.Command] = {"plan": plan_command}
