"""The real window, answering question after question and telling each answer that is saved.

python answering_window.py WORKSPACE [COUNT]

With COUNT it says when it begins to open the workspace, and closes after so many answers.
"""

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from kiassess.app import Start, make_application
from kiassess.domain.assessment import Answer, NewAssessment
from kiassess.domain.municipality import Municipality
from kiassess.ui.settings import Settings

PAUSE_MS = 1
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else None


class Clerk(QObject):
    """Answers all questions, again and again, through the cards of the page."""

    def __init__(self, start):
        super().__init__(start)
        self._start = start
        self._number = 0
        self._timer = QTimer(self, interval=PAUSE_MS)
        self._timer.timeout.connect(self.answer)

    @Slot()
    def begin(self):
        if COUNT is not None:
            sys.stdout.write("ready\n")
            sys.stdout.flush()
        self._start.open()
        session = self._start.window.session
        listed = session.listed()
        if listed:
            session.open(listed[0].assessment.id)
        else:
            session.create(NewAssessment(Municipality("Musterbach"), date(2026, 11, 22)))
        session.answer_saved.connect(self.tell)
        self._start.window.pages.show_page("questions")
        self._timer.start()

    @Slot()
    def answer(self):
        session = self._start.window.session
        if self._number == COUNT:
            self._timer.stop()
            self._start.window.close()
            return
        items = session.current.items()
        page = self._start.window.pages.questions
        page.show_item(items[self._number % len(items)].id)
        before = session.current.answer(items[self._number % len(items)].id).level
        page.choose(0 if before is None else (before + 1) % 5)
        self._number += 1

    @Slot(Answer)
    def tell(self, answer):
        sys.stdout.write(f"{answer.item_id} {answer.level}\n")
        sys.stdout.flush()


application = make_application()
start = Start(application, Settings(None), Path(sys.argv[1]), "de")
clerk = Clerk(start)
start.window.show()
QTimer.singleShot(0, clerk.begin)
application.exec()
