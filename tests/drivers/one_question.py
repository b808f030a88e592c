"""The real window with one question on the screen; tells every answer that is saved.

python one_question.py WORKSPACE
"""

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from kiassess.app import Start, make_application
from kiassess.domain.assessment import Answer, NewAssessment
from kiassess.domain.municipality import Municipality
from kiassess.ui.settings import Settings


class Teller(QObject):
    def __init__(self, start):
        super().__init__(start)
        self._start = start

    @Slot()
    def begin(self):
        self._start.open()
        session = self._start.window.session
        session.create(NewAssessment(Municipality("Musterbach"), date(2026, 11, 22)))
        session.answer_saved.connect(self.tell)
        self._start.window.pages.show_page("questions")

    @Slot(Answer)
    def tell(self, answer):
        sys.stdout.write(f"{answer.item_id} {answer.level}\n")
        sys.stdout.flush()


application = make_application()
start = Start(application, Settings(None), Path(sys.argv[1]), "de")
teller = Teller(start)
start.window.show()
QTimer.singleShot(0, teller.begin)
application.exec()
