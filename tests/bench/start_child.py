"""One start, told step by step on standard output: ``painted``, ``usable``, each with memory.

python start_child.py bare
python start_child.py kiassess WORKSPACE
"""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def tell(step):
    with open("/proc/self/statm") as statm:  # noqa: PTH123 - nothing is imported for measuring
        pages = int(statm.read().split()[1])
    cpu = sum(os.times()[:2])
    sys.stdout.write(f"{step} {cpu:.4f} {pages * os.sysconf('SC_PAGE_SIZE')}\n")
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
    window.winId()
    tell_first_paint(window, application.quit)
    window.show()
    application.exec()


def kiassess(workspace):
    """As ``kiassess.__main__`` does it, told step by step."""
    import gc

    gc.disable()
    from pathlib import Path

    from kiassess.app import Start, make_application
    from kiassess.ui.settings import Settings

    application = make_application()
    start = Start(application, Settings(None), Path(workspace), "de")
    heavy = {"matplotlib", "numpy", "openpyxl", "xlsxwriter", "sqlite_utils"}

    def go_on():
        loaded = sorted(heavy & sys.modules.keys())
        sys.stdout.write(f"loaded {' '.join(loaded) or '-'}\n")
        start.open()
        application.processEvents()
        tell("usable")
        loaded = sorted(heavy & sys.modules.keys())
        sys.stdout.write(f"loaded {' '.join(loaded) or '-'}\n")
        start.window.close()
        application.quit()

    start.window.winId()
    tell_first_paint(start.window, go_on)
    start.window.show()
    application.exec()


if sys.argv[1] == "bare":
    bare()
else:
    kiassess(sys.argv[2])
