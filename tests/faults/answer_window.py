"""The real window on a failing disk: each answer is refused once, told, and saved with Ctrl+S.

python answer_window.py FOLDER wal|delete, with the failing disk preloaded. Prints one line of JSON.
"""

import errno
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from builders import NOON
from disk import THOROUGH, Disk, Mode
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QMessageBox, QRadioButton
from scenarios import LOCAL, NAME, SYNCED, content

from kiassess.app import Start, make_application
from kiassess.content.library import Library
from kiassess.domain.assessment import Answer, NewAssessment
from kiassess.domain.municipality import Municipality
from kiassess.paths import bundled
from kiassess.ui.settings import Settings
from kiassess.workflow import assessing, listing
from kiassess.workflow.workspace import open_for_reading, open_for_writing

LIBRARY = Library(bundled().questionnaires)
ITEM = "data.inventory"


class Reader(QObject):
    """Reads the boxes that stop the window, and answers each with its default.

    Attributes:
        said: What they have said.
        repair: Called with every box: what else wants the disk meanwhile shall have it.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.said: list[str] = []
        self.repair: Callable[[], object] = bool
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            self.repair()
            self.said.append(f"{box.text()} {box.informativeText()}".strip())
            button = box.defaultButton()
            if button is None:
                box.accept()
            else:
                button.click()


class Clerk:
    """Answers one question over and over, each time with another call to the disk failing.

    Attributes:
        points: Calls that change something when an answer is saved.
        refused: How often one was refused.
        problems: What did not hold.
        sentences: What was said, each once.
    """

    def __init__(self, start: Start, reader: Reader, file: Path) -> None:
        self.points = self.refused = 0
        self.problems: list[str] = []
        self.sentences: set[str] = set()
        self._window = start.window
        self._reader, self._file, self._disk = reader, file, Disk()
        self._session = start.window.session
        self._saved: list[Answer] = []
        self._session.answer_saved.connect(self._saved.append)
        self._session.open(self._session.listed()[0].assessment.id)
        self._window.pages.show_page("questions")
        self._page = self._window.pages.questions
        self._page.show_item(ITEM)
        self._page.choose(0)

    def answer_all(self) -> None:
        self._reader.repair = self._disk.disarm
        for error, mode in THOROUGH:
            n = 0
            while self._answer(n := n + 1, error, mode):
                pass
            self.points = max(self.points, n - 1)

    def close(self) -> None:
        """Close while nothing can be saved, go back, and close when it can."""
        self._reader.repair = bool
        self._disk.arm(1, errno.ENOSPC, Mode.STICKY)
        chosen = self._choose()
        stays = not self._window.close() and self._window.isVisible()
        self._disk.disarm()
        self._expect(stays, "it closed although an answer was not saved")
        self._expect("Trotzdem" in self._reader.said[-1], "it did not ask")
        self._expect(self._window.close(), "it does not close")
        self._expect(self._stored() == chosen, "closing has not saved the answer")

    def _answer(self, n: int, error: int, mode: Mode) -> bool:
        boxes, saved = len(self._reader.said), len(self._saved)
        self._disk.arm(n, error, mode)
        chosen = self._choose()
        hit = self._disk.disarm()
        fault = f"{n} {error} {mode.name} ({self._disk.first})"
        said = self._reader.said[boxes:]
        if len(self._saved) > saved:
            self._expect(not said and self._stored() == chosen, f"{fault}: told or not stored")
            return bool(hit)
        self.refused += 1
        self.sentences.update(said)
        self._expect(len(said) == 1 and NAME in said[0], f"{fault}: said {said}")
        full = error == errno.ENOSPC and mode is not Mode.ONCE
        self._expect(not full or "voll" in said[0], f"{fault}: a full disk is called {said}")
        self._expect(self._shown() == chosen, f"{fault}: the card has lost the answer")
        self._expect(self._session.has_unsaved, f"{fault}: the session has lost the answer")
        self._window.menus.save_now.trigger()  # Ctrl+S
        self._expect(not self._session.has_unsaved, f"{fault}: Ctrl+S did not save")
        self._expect(self._stored() == chosen, f"{fault}: it is not on the disk")
        self._expect(len(self._reader.said) == boxes + 1, f"{fault}: told again")
        return True

    def _choose(self) -> int:
        """Choose another level, like the user."""
        wanted = (self._shown() + 1) % 5
        self._page.choose(wanted)
        return wanted

    def _shown(self) -> int:
        radios = (self._page.findChild(QRadioButton, f"choice-{level}") for level in range(5))
        return next(level for level, radio in enumerate(radios) if radio.isChecked())

    def _stored(self) -> int | None:
        """What another program reads now."""
        with open_for_reading(self._file, LIBRARY) as reader:
            content(reader.db.conn)
            listed = listing.list_all(reader)[0]
            return assessing.load(reader, listed.assessment.id, "de").answer(ITEM).level

    def _expect(self, holds: bool, otherwise: str) -> None:
        if not holds:
            self.problems.append(otherwise)


def prepare(file: Path, journal: str) -> None:
    """Make a workspace with an assessment."""
    file.parent.mkdir()
    with open_for_writing(file, LIBRARY) as workspace:
        new = NewAssessment(Municipality("Musterbach"), date(2026, 11, 22))
        assessing.create(workspace, new, now=NOON)
        assert workspace.db.journal_mode == journal


file = Path(sys.argv[1]) / (SYNCED if sys.argv[2] == "delete" else LOCAL) / NAME
prepare(file, sys.argv[2])
application = make_application()
start = Start(application, Settings(None), file, "de")
reader = Reader(application)
start.window.show()
start.open()
clerk = Clerk(start, reader, file)
clerk.answer_all()
clerk.close()
sys.stdout.write(
    json.dumps(
        {
            "points": clerk.points,
            "refused": clerk.refused,
            "sentences": sorted(clerk.sentences),
            "problems": clerk.problems,
        }
    )
)
