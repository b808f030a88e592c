"""The command ``profile``."""

import json
from collections.abc import Mapping

import click

from kiassess.cli.call import Call, pass_call
from kiassess.cli.commands import Command
from kiassess.cli.opening import load
from kiassess.cli.profile_text import profile_lines
from kiassess.workflow.profile_json import profile_json


@click.command("profile", cls=Command, help="cli.profile")
@click.argument("assessment_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="cli.as_json")
@pass_call
def profile_command(call: Call, /, *, assessment_id: str, as_json: bool) -> None:
    """Print the readiness profile of an assessment."""
    opened, _ = load(call, assessment_id)
    if as_json:
        click.echo(json.dumps(profile_json(opened), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(profile_lines(opened, call.texts)))


COMMANDS: Mapping[str, click.Command] = {"profile": profile_command}
