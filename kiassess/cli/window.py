"""What needs the window: opening it, and its self-test."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from kiassess.cli.call import Call, pass_call
from kiassess.cli.commands import Command
from kiassess.cli.refusing import refuse
from kiassess.domain.errors import ExchangeUnreadableError

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def open_window(call: Call, files: Sequence[Path] = ()) -> None:
    """Open the window and stay until it is closed; it shows what files would bring."""
    # Qt ends the process without a word of ours if it finds no screen.
    if sys.platform == "linux" and not any(os.environ.get(name) for name in SCREENS):
        refuse(call.texts("cli.no_screen"))
    try:
        from kiassess.app import run_window  # noqa: PLC0415 - Qt, for the window alone
    except ImportError as error:
        refuse(call.texts("cli.no_window", reason=error))
    sys.exit(run_window(call.workspace, call.language, files))


@click.command("open", cls=Command, help="cli.open")
@click.argument(
    "paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@pass_call
def open_command(call: Call, /, *, paths: tuple[Path, ...]) -> None:
    """Open the window with the preview of an import; nothing is taken unasked."""
    for path in paths:
        if not path.exists():
            raise ExchangeUnreadableError(file=path.name)
    open_window(call, [path.absolute() for path in paths])


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


COMMANDS: Mapping[str, click.Command] = {"open": open_command, "selftest": selftest_command}
