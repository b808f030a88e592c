"""Entry point: ``kiassess`` and ``python -m kiassess``."""

import gc
import os
import sys

from kiassess.charts.surroundings import keep_apart
from kiassess.paths import OPENED, charts_folder

READ_WORKBOOKS = ["--read-workbooks"]  # hidden: so the program starts itself to read workbooks


def main() -> None:
    """Open the window at once if nothing else is asked for; else read the command line."""
    if sys.argv[1:] == READ_WORKBOOKS:
        from kiassess.exchange.workbook_child import main as read_workbooks

        read_workbooks()
        return
    keep_apart(charts_folder())
    files = sys.argv[1:]
    if all(map(_is_to_be_opened, files)) and _has_screen():
        # Collecting garbage while nothing but modules is loaded costs a tenth of the start. The
        # window switches it on again when it is usable.
        gc.disable()
        try:
            from kiassess.app import run_from_environment
        except ImportError:
            gc.enable()  # the command line says in a sentence what is missing
        else:
            sys.exit(run_from_environment(files))
    from kiassess.cli import main as read_command_line

    read_command_line()


def _is_to_be_opened(argument: str) -> bool:
    """Whether an argument is a file for the window; the command line knows the rest."""
    return argument.lower().endswith(OPENED) and os.path.isfile(argument)  # noqa: PTH113 - quicker


def _has_screen() -> bool:
    """Whether Qt finds a screen; without one it would end the process without a word of ours."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in screens)


if __name__ == "__main__":
    main()
