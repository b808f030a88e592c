"""The real program as a desktop starts it, telling what every preview of an import shows.

python opening_window.py COUNT [ARGUMENT...]
python opening_window.py COUNT --event FILE

It says when it can be used, then a line for each file previewed and each message, and closes after
COUNT of them.
With ``--event`` the file comes as on macOS: as an event, before the window is there.
"""

import sys

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QMessageBox

from kiassess.__main__ import main
from kiassess.app import make_application
from kiassess.ui.application import Application
from kiassess.ui.dialogs.importing import ImportDialog, Stage
from kiassess.ui.main_window import MainWindow
from kiassess.ui.widgets.record_table import RecordTable

LOOK_MS = 10


def say(words):
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


class Clerk(QObject):
    """Reads what is on the screen and closes it."""

    def __init__(self, application, count):
        super().__init__(application)
        self._left = count
        self._ready = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self):
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QMessageBox):
            say(f"said {dialog.text()} {dialog.informativeText()}")
            self._left -= 1
            dialog.close()
        elif isinstance(dialog, ImportDialog):
            self.read(dialog)
        else:
            self.look_at_window()

    def read(self, dialog):
        if dialog._stage is not Stage.PREVIEW:
            return
        model = dialog.findChild(RecordTable).model()
        rows = range(model.rowCount())
        for row in rows:
            say(" | ".join(str(model.index(row, column).data()) for column in (2, 1)))
        self._left -= len(rows)
        dialog.reject()

    def look_at_window(self):
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.session is not None:
                if not self._ready:
                    self._ready = True
                    say("ready")
                if self._left <= 0:
                    window.close()


count, *arguments = sys.argv[1:]
sys.argv = ["kiassess", *arguments]
if arguments[:1] == ["--event"]:
    made = Application(["kiassess"])
    opened = QFileOpenEvent(QUrl.fromLocalFile(arguments[1]))
    QCoreApplication.postEvent(made, opened)
    sys.argv = ["kiassess"]
clerk = Clerk(make_application(), int(count))
main()
