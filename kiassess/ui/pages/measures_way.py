"""The way with the least effort: to where, with how many person-days, and what was found."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kiassess.domain.entries import MOST_DAYS
from kiassess.domain.path import Path, all_targets, gate_targets
from kiassess.ui.planning import Planning
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.count_box import UNKNOWN, CountBox
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.segments import Segments
from kiassess.ui.widgets.speech import announce
from kiassess.ui.widgets.wheel_guard import WheelGuard
from kiassess.wording.recommending import measure_name, path_sentences
from kiassess.wording.texts import Texts

GATES, TARGETS = "gates", "targets"


class WayCard(Card):
    """Asks for the way and says what came out; worked out in the background.

    Signals:
        tick_requested: The measures found are to be ticked; see ``found``.
        take_requested: They are to go into the plan.
    """

    tick_requested = Signal()
    take_requested = Signal()

    def __init__(self, planning: Planning, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._planning = planning
        self._texts = texts
        self._goal = GATES
        self._asked = 0  # which question the last answer belongs to
        self._searching = False
        self._found: Path | None = None
        self._goals = Segments(self.tr("What is to be reached"), self)
        self._within = CountBox(str, self.tr("as many as it takes"), self)
        self._search = QPushButton(self.tr("&Work out the way"), self)
        self._result = QWidget(self)
        self._said = Label(parent=self._result)
        self._tick = QPushButton(self.tr("Tic&k these measures"), self._result)
        self._take = QPushButton(self.tr("Take over into the &plan"), self._result)
        self._arrange()

        self._goals.chosen.connect(self._on_goal_chosen)
        self._within.valueChanged.connect(self._forget)
        self._search.clicked.connect(self._on_search)
        self._tick.clicked.connect(self.tick_requested)
        self._take.clicked.connect(self.take_requested)

    @property
    def searching(self) -> bool:
        """Whether an answer is still to come."""
        return self._searching

    @property
    def found(self) -> Path | None:
        """The way on the screen."""
        return self._found

    def refresh(self) -> None:
        """Answers or measures are others now: a way found before may no longer be one."""
        self._forget()

    @Slot(str)
    def _on_goal_chosen(self, goal: str) -> None:
        self._goal = goal
        self._forget()

    @Slot()
    def _forget(self) -> None:
        self._asked += 1
        self._searching = False
        self._found = None
        self._search.setEnabled(True)
        self._show([])

    @Slot()
    def _on_search(self) -> None:
        opened = self._planning.opened
        if opened is None:
            return
        self._forget()
        wanted = gate_targets(opened) if self._goal == GATES else all_targets(opened)
        self._searching = self._planning.find_way(
            wanted,
            within=self._within.count(),
            done=partial(self._on_found, self._asked),
            failed=partial(self._on_failed, self._asked),
        )
        if self._searching:
            self._search.setEnabled(False)
            self._show([self.tr("The way is being worked out …")])

    def _on_found(self, asked: int, path: Path) -> None:
        opened = self._planning.opened
        if asked != self._asked or opened is None:
            return
        self._searching = False
        self._found = path
        self._search.setEnabled(True)
        sentences = list(path_sentences(path, opened.questionnaire, self._texts))
        names = [
            f"{number}. {measure_name(one, opened.questionnaire, self._texts)}"
            for number, one in enumerate(path.measures, start=1)
        ]
        self._show([*sentences[:2], *names, *sentences[2:]] if names else sentences)
        announce(self._search, " ".join(sentences))

    def _on_failed(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            self._forget()
        raise error  # nothing a user has done makes it fail

    def _show(self, lines: Sequence[str]) -> None:
        self._said.setText("\n".join(lines))
        useful = self._found is not None and bool(self._found.measures)
        self._tick.setVisible(useful)
        self._take.setVisible(useful and self._planning.editable)
        self._result.setVisible(bool(lines))

    def _arrange(self) -> None:
        self._within.setObjectName("within")
        self._within.setRange(UNKNOWN, int(MOST_DAYS))
        self._within.setAccessibleName(self.tr("Person-days at most"))
        self._search.setObjectName("search-way")
        self._said.setObjectName("way")
        self._tick.setObjectName("tick-way")
        self._take.setObjectName("take-way")
        WheelGuard(self).watch(self._within)
        self._goals.add(GATES, self.tr("All minimum requirements"))
        self._goals.add(TARGETS, self.tr("All targets"))
        self._goals.choose(GATES)
        unit = self.fontMetrics().height() // 4
        row = FlowLayout(alignment=Qt.AlignmentFlag.AlignBottom)
        row.setSpacing(3 * unit)
        row.addWidget(Field(self.tr("Person-days at &most"), self._within, self))
        row.addWidget(self._search)
        buttons = FlowLayout()
        buttons.setSpacing(2 * unit)
        buttons.addWidget(self._tick)
        buttons.addWidget(self._take)
        result = QVBoxLayout(self._result)
        result.setContentsMargins(0, 0, 0, 0)
        result.setSpacing(2 * unit)
        result.addWidget(self._said)
        result.addLayout(buttons)
        about = self.tr(
            "The program looks for the measures that get there with the fewest person-days, and "
            "says whether fewer would do."
        )
        self.body.addWidget(Label(self._texts("what_if.way"), "section", parent=self))
        self.body.addWidget(Label(about, "help", parent=self))
        self.body.addWidget(self._goals)
        self.body.addLayout(row)
        self.body.addWidget(self._result)
        self._result.hide()
