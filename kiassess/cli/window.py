"""What needs the window: opening it, and its self-test."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from kiassess.cli.call import Call, pass_call
from kiassess.cli.commands import Command
from kiassess.cli.refusing import refuse

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def open_window(call: Call) -> None:
    """Open the window and stay until it is closed."""
    # Qt ends the process without a word of ours if it finds no screen.
    if sys.platform == "linux" and not any(os.environ.get(name) for name in SCREENS):
        refuse(call.texts("cli.no_screen"))
    try:
        from kiassess.app import run_window  # noqa: PLC0415 - Qt, for the window alone
    except ImportError as error:
        refuse(call.texts("cli.no_window", reason=error))
    sys.exit(run_window(call.workspace, call.language))


@click.command("selftest", cls=Command, help="cli.selftest")
@click.option(
    "--screenshots",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="cli.selftest_screenshots",
)
@pass_call
def selftest_command(call: Call, /, *, screenshots: Path | None) -> None:
    """Try out every page; one line a step."""
    try:
        from kiassess.selftest import run  # noqa: PLC0415 - Qt, for the window alone
    except ImportError as error:
        refuse(call.texts("cli.no_window", reason=error))
    sys.exit(run(screenshots, call.texts.language))


COMMANDS: Mapping[str, click.Command] = {"selftest": selftest_command}
