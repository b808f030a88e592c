"""Commands that write files for others: ``export`` and ``demo``."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from kiassess import __version__
from kiassess.cli.call import Call, pass_call
from kiassess.cli.commands import Command
from kiassess.cli.opening import load
from kiassess.cli.refusing import one_line
from kiassess.content.library import Library
from kiassess.content.themes import load_theme
from kiassess.domain.assessment import DEFAULT_QUESTIONNAIRE
from kiassess.domain.package import Package
from kiassess.paths import bundled, questionnaire_folders
from kiassess.wording.importing import left_in_words
from kiassess.workflow.demo.folder import write_demo
from kiassess.workflow.exchanging import anonymous_package, package_of
from kiassess.workflow.exporting import ExportKit, export, is_exchange_file
from kiassess.workflow.knowledge import catalogue_for_export, current_legal_table
from kiassess.workflow.workspace import open_for_reading


@click.command("export", cls=Command, help="cli.export")
@click.argument("assessment_id", metavar="ID")
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--state", metavar="NAME", help="cli.state")
@click.option("--anonymous", is_flag=True, help="import.anonymous")
@pass_call
def export_command(
    call: Call, /, *, assessment_id: str, target: Path, state: str | None, anonymous: bool
) -> None:
    """Write an assessment to a file and print its path; of an anonymous one, what it still says."""
    if anonymous and not is_exchange_file(target):
        raise click.UsageError(call.texts("import.only_exchange"))
    if state is not None and is_exchange_file(target):
        raise click.UsageError(call.texts("cli.state_only_results"))
    opened, changed, legal = load(call, assessment_id, state)
    package = _package(call, opened.assessment.id) if is_exchange_file(target) else None
    if package is not None and anonymous:
        package = anonymous_package(package, call.texts)
    now, kit = datetime.now(UTC), _kit(call, opened.assessment.questionnaire_id)
    kit = kit if legal is None else replace(kit, legal=legal)
    click.echo(export(opened, target, kit, now=now, changed=changed, package=package))
    if package is not None and anonymous:
        click.echo("\n".join(map(one_line, left_in_words(package, call.texts))))


@click.command("demo", cls=Command, help="cli.demo")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@pass_call
def demo_command(call: Call, /, *, folder: Path) -> None:
    """Write the demo into a folder and print the path of every file."""
    library, kit = Library(*questionnaire_folders()), _kit(call, DEFAULT_QUESTIONNAIRE)
    for file in write_demo(folder, library, kit, now=datetime.now(UTC)):
        click.echo(file)


COMMANDS: Mapping[str, click.Command] = {"export": export_command, "demo": demo_command}


def _kit(call: Call, questionnaire_id: str) -> ExportKit:
    library, language = Library(*questionnaire_folders()), call.texts.language
    return ExportKit(
        texts=call.texts,
        theme=load_theme(bundled().themes, "light"),
        legal=current_legal_table(library, language)[0],
        version=__version__,
        catalogue=catalogue_for_export(library, questionnaire_id, language),
    )


def _package(call: Call, assessment_id: str) -> Package:
    with open_for_reading(call.workspace, Library(*questionnaire_folders())) as workspace:
        return package_of(workspace, assessment_id)
