"""The second shell: what the window does, for scripts and for people who like to type."""

import io
import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click

from kiassess import __version__
from kiassess.cli.call import LANGUAGE_OPTION, LANGUAGE_VARIABLE, WORKSPACE_VARIABLE, Call
from kiassess.cli.commands import Shell
from kiassess.cli.kinds import OneOf
from kiassess.paths import default_workspace
from kiassess.wording.texts import LANGUAGES

# The imports below are spelled out, not made from names, so that the bundle finds the modules.


def _assessments() -> Mapping[str, click.Command]:
    from kiassess.cli import assessments  # noqa: PLC0415

    return assessments.COMMANDS


def _imports() -> Mapping[str, click.Command]:
    from kiassess.cli import imports  # noqa: PLC0415

    return imports.COMMANDS


def _packs() -> Mapping[str, click.Command]:
    from kiassess.cli import packs  # noqa: PLC0415

    return packs.COMMANDS


def _profiles() -> Mapping[str, click.Command]:
    from kiassess.cli import profiles  # noqa: PLC0415

    return profiles.COMMANDS


def _comparisons() -> Mapping[str, click.Command]:
    from kiassess.cli import comparisons  # noqa: PLC0415

    return comparisons.COMMANDS


def _measures() -> Mapping[str, click.Command]:
    from kiassess.cli import measures  # noqa: PLC0415

    return measures.COMMANDS


def _plans() -> Mapping[str, click.Command]:
    from kiassess.cli import plans  # noqa: PLC0415

    return plans.COMMANDS


def _exports() -> Mapping[str, click.Command]:
    from kiassess.cli import exports  # noqa: PLC0415

    return exports.COMMANDS


def _checks() -> Mapping[str, click.Command]:
    from kiassess.cli import checks  # noqa: PLC0415

    return checks.COMMANDS


def _window() -> Mapping[str, click.Command]:
    from kiassess.cli import window  # noqa: PLC0415

    return window.COMMANDS


MODULES = {
    "open": _window,
    "new": _assessments,
    "list": _assessments,
    "import": _imports,
    "pack": _packs,
    "profile": _profiles,
    "compare": _comparisons,
    "measures": _measures,
    "plan": _plans,
    "export": _exports,
    "check": _checks,
    "demo": _exports,
    "selftest": _window,
}


@click.group(
    "kiassess", cls=Shell, modules=MODULES, help="cli.kiassess", invoke_without_command=True
)
@click.option(
    "--workspace",
    type=click.Path(path_type=Path, readable=False),  # refused later, in a sentence
    envvar=WORKSPACE_VARIABLE,
    metavar="FILE",
    help="cli.option_workspace",
)
@click.option(
    LANGUAGE_OPTION,
    type=OneOf(LANGUAGES),
    envvar=LANGUAGE_VARIABLE,
    help="cli.option_language",
)
@click.version_option(__version__, message="%(prog)s %(version)s", help="cli.option_version")
@click.pass_context
def cli(context: click.Context, workspace: Path | None, language: str | None) -> None:
    """Keep what was said before the command; without a command open the window."""
    call: Call = context.obj
    file = default_workspace() if workspace is None else workspace.absolute()
    context.obj = replace(call, workspace=file, language=language)
    if context.invoked_subcommand is None:
        from kiassess.cli.window import open_window  # noqa: PLC0415

        open_window(context.obj)


def main() -> None:
    """Run the command line of this process."""
    for stream in (sys.stdout, sys.stderr):
        _make_safe(stream)
    cli(prog_name="kiassess")


def _make_safe(stream: object) -> None:
    """Let every sign be written: a console without it shows “?”, a pipe gets UTF-8.

    A program without a console has no streams at all.
    """
    if not isinstance(stream, io.TextIOWrapper):
        return
    said = "PYTHONIOENCODING" in os.environ
    stream.reconfigure(encoding=None if said or stream.isatty() else "utf-8", errors="replace")
