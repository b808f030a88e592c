"""The command that hands out fill-in workbooks: ``pack``."""

from collections.abc import Mapping
from pathlib import Path

import click

from kiassess import __version__
from kiassess.cli.call import Call, pass_call
from kiassess.cli.commands import Command
from kiassess.cli.kinds import OneOf
from kiassess.cli.opening import load
from kiassess.workflow.packing import FORMATS, PackKit, pack


@click.command("pack", cls=Command, help="cli.pack")
@click.argument("assessment_id", metavar="ID")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--role", "roles", metavar="ROLE", multiple=True, help="pack.role")
@click.option("--format", "file_format", type=OneOf(FORMATS), default="xlsx", help="pack.format")
@click.option("--blank", is_flag=True, help="pack.blank")
@click.option("--print", "for_print", is_flag=True, help="pack.print")
@pass_call
def pack_command(
    call: Call,
    /,
    *,
    assessment_id: str,
    folder: Path,
    roles: tuple[str, ...],
    file_format: str,
    blank: bool,
    for_print: bool,
) -> None:
    """Write fill-in workbooks and print their paths."""
    opened = load(call, assessment_id).opened
    kit = PackKit(
        call.texts,
        __version__,
        prefill=not blank,
        for_print=for_print,
        file_format=file_format,
    )
    for file in pack(opened, folder, kit, roles=roles).workbooks:
        click.echo(file)


COMMANDS: Mapping[str, click.Command] = {"pack": pack_command}
