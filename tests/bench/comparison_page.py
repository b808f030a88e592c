"""How long the page of the comparison takes until it is ready, and how long the window is deaf.

    python tests/bench/comparison_page.py     prints the figures

Each number of towns has a workspace of its own with rows of levels as a first comparison leaves
them. Ready is when the heatmap is on the screen. A window is deaf while its event loop has no turn.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

SIZES = ((30, 1, 1_000), (400, 1, 2_000), (11_000, 5, None))  # towns, rounds, budget in ms
LISTENING_MS = 2


def figures(folder, library, towns, rounds):
    """Milliseconds until the page is ready, and the longest the window was deaf meanwhile."""
    from comparing import filled
    from PySide6.QtCore import QElapsedTimer, QTimer

    from kiassess.selftest.window import SelftestWindow
    from kiassess.ui.page_stack import COMPARISON

    gaps, clock, listening = [], QElapsedTimer(), QTimer(interval=LISTENING_MS)
    listening.timeout.connect(lambda: gaps.append(clock.restart()))
    file = filled(folder, library, towns, rounds)
    with SelftestWindow(file, "de") as window:
        window.settle()
        pages = window.window.pages
        clock.start()
        listening.start()
        began = time.perf_counter()
        pages.show_page(COMPARISON)
        while pages.comparison.shown is None:
            window.application.processEvents()
        ready = (time.perf_counter() - began) * 1000
        window.settle()
        listening.stop()
    return ready, max(gaps)


def main():
    """Print all figures."""
    from kiassess.content.library import Library
    from kiassess.paths import bundled

    library = Library(bundled().questionnaires)
    with tempfile.TemporaryDirectory() as name:
        for towns, rounds, budget in SIZES:
            ready, deaf = figures(Path(name), library, towns, rounds)
            wanted = "" if budget is None else f" (≤ {budget})"
            print(f"{towns} × {rounds}: page ready {ready:.0f} ms{wanted}, deaf {deaf} ms at most")


if __name__ == "__main__":
    main()
