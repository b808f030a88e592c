"""Entry point: ``kiassess`` and ``python -m kiassess``."""

import gc
import os
import sys


def main() -> None:
    """Open the window at once if nothing else is asked for; else read the command line."""
    if len(sys.argv) > 1 or _no_screen():
        from kiassess.cli import main as read_command_line

        read_command_line()
        return
    # Collecting garbage while nothing but modules is loaded costs a tenth of the start. The window
    # switches it on again when it is usable.
    gc.disable()
    from pathlib import Path

    from kiassess.app import run_window

    workspace = os.environ.get("KIASSESS_WORKSPACE")
    language = os.environ.get("KIASSESS_LANGUAGE")
    known = language if language in {"de", "en"} else None
    sys.exit(run_window(Path(workspace) if workspace else None, known))


def _no_screen() -> bool:
    """Whether Qt would end the process; the command line says so in a sentence."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in screens)


if __name__ == "__main__":
    main()
