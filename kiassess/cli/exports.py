"""Commands that write files for others: ``export`` and ``demo``."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

from kiassess import __version__
from kiassess.cli.call import Call, pass_call
from kiassess.cli.commands import Command
from kiassess.cli.opening import load
from kiassess.content.library import Library
from kiassess.content.themes import load_theme
from kiassess.paths import bundled, questionnaire_folders
from kiassess.workflow.demo.folder import write_demo
from kiassess.workflow.exporting import ExportKit, export
from kiassess.workflow.knowledge import current_legal_table


@click.command("export", cls=Command, help="cli.export")
@click.argument("assessment_id", metavar="ID")
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path))
@pass_call
def export_command(call: Call, /, *, assessment_id: str, target: Path) -> None:
    """Write an assessment to a file and print its path."""
    opened, changed = load(call, assessment_id)
    click.echo(export(opened, target, _kit(call), now=datetime.now(UTC), changed=changed))


@click.command("demo", cls=Command, help="cli.demo")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@pass_call
def demo_command(call: Call, /, *, folder: Path) -> None:
    """Write the demo into a folder and print the path of every file."""
    library = Library(*questionnaire_folders())
    for file in write_demo(folder, library, _kit(call), now=datetime.now(UTC)):
        click.echo(file)


COMMANDS: Mapping[str, click.Command] = {"export": export_command, "demo": demo_command}


def _kit(call: Call) -> ExportKit:
    return ExportKit(
        texts=call.texts,
        theme=load_theme(bundled().themes, "light"),
        legal=current_legal_table(Library(*questionnaire_folders()), call.texts.language)[0],
        version=__version__,
    )
