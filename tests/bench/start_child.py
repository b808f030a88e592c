"""One start, told step by step on standard output: ``painted``, ``usable``, each with memory.

python start_child.py bare
python start_child.py kiassess WORKSPACE [profile]

With ``profile`` the first assessment's profile is opened once the program has warmed up: how long
the click took is told as ``click``, in seconds, and the memory then as ``profile``.
"""

import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def tell(step):
    with open("/proc/self/statm") as statm:  # noqa: PTH123 - nothing is imported for measuring
        pages = int(statm.read().split()[1])
    say(step, time.process_time(), pages * os.sysconf("SC_PAGE_SIZE"))


def say(step, seconds, size=0):
    sys.stdout.write(f"{step} {seconds:.4f} {size}\n")
    sys.stdout.flush()


def tell_first_paint(window, then):
    """Report the first Expose event of the window's handle, then go on."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class FirstPaint(QObject):
        done = False

        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Expose and not self.done:
                self.done = True
                QTimer.singleShot(0, self.painted)
            return False

        def painted(self):
            tell("painted")
            then()

    watcher = FirstPaint(window)
    window.windowHandle().installEventFilter(watcher)


def bare():
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)  # as ours: what is painted on takes memory, too
    window.winId()
    tell_first_paint(window, application.quit)
    window.show()
    application.exec()


def open_profile(window, then):
    """As a user who reads the start page first, and then wants to see the profile."""
    from PySide6.QtCore import QObject, QTimer, Slot

    class Reader(QObject):
        began = None

        @Slot()
        def look(self):
            ready = window.background.idle and not window.pages.drawing
            if not ready or "matplotlib.figure" not in sys.modules:
                return
            if self.began is None:
                window.session.open(window.session.listed()[0].assessment.id)
                self.began = time.perf_counter()
                window.pages.show_page("profile")
                return
            timer.stop()
            say("click", time.perf_counter() - self.began)
            tell("profile")
            then()

    reader = Reader(window)
    timer = QTimer(reader, interval=1)
    timer.timeout.connect(reader.look)
    timer.start()


def kiassess(workspace, *wishes):
    """As ``kiassess.__main__`` does it, told step by step."""
    import gc

    gc.disable()
    from pathlib import Path

    from kiassess.charts.surroundings import keep_apart
    from kiassess.paths import charts_folder

    keep_apart(charts_folder())
    from kiassess.app import Start, make_application
    from kiassess.ui.settings import Settings

    application = make_application()
    start = Start(application, Settings(None), Path(workspace), "de")
    heavy = {"highspy", "matplotlib", "numpy", "openpyxl", "sqlite_utils", "xlsxwriter"}

    def go_on():
        loaded = sorted(heavy & sys.modules.keys())
        sys.stdout.write(f"loaded {' '.join(loaded) or '-'}\n")
        start.open()
        application.processEvents()
        tell("usable")
        loaded = sorted(heavy & sys.modules.keys())
        sys.stdout.write(f"loaded {' '.join(loaded) or '-'}\n")
        if "profile" in wishes:
            open_profile(start.window, end)
        else:
            end()

    def end():
        start.window.close()
        application.quit()

    start.window.winId()
    tell_first_paint(start.window, go_on)
    start.window.show()
    application.exec()


if sys.argv[1] == "bare":
    bare()
else:
    kiassess(*sys.argv[2:])
