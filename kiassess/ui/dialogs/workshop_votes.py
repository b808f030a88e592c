"""The hidden votes of those present, typed by one and shown together."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from kiassess.domain.assessment import Answer
from kiassess.domain.kinds import LEVELS
from kiassess.domain.workshop import UNKNOWN_KEY, Seat, tally, vote_of
from kiassess.ui.widgets.bars import Bar, Bars
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.speech import announce
from kiassess.ui.widgets.vote_box import VoteBox
from kiassess.wording.texts import Texts
from kiassess.wording.voices import voices_sentence

SIGNS = frozenset({*(str(level) for level in LEVELS), UNKNOWN_KEY})
COLUMNS = 2


class WorkshopVotes(Card):
    """One field for each person; when all have voted, Enter shows the votes.

    Signals:
        revealed: The votes are seen now.
                  arg: The votes as ``dict``, the ``Answer`` by the name of the seat.
        corrected: A vote that is seen already was changed.
                   arg: The votes, as above.
    """

    revealed = Signal(dict)
    corrected = Signal(dict)

    def __init__(
        self, present: Sequence[Seat], texts: Texts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._item_id = ""
        self._is_revealed = False
        self._boxes = {seat.name: VoteBox(seat.name, SIGNS, self) for seat in present}
        self._reveal = QPushButton(self.tr("&Show votes"), self)
        self._again = QPushButton(self.tr("&Vote again"), self)
        self._bars = Bars(self.tr("Votes for each level"), self)
        self._sentence = Label(role="strong", parent=self)
        self._arrange()

        for box in self._boxes.values():
            box.voted.connect(self._on_voted)
            box.cleared.connect(self._on_cleared)
        self._reveal.clicked.connect(self.reveal)
        self._again.clicked.connect(self.vote_again)

    @property
    def is_revealed(self) -> bool:
        """Whether the votes are seen."""
        return self._is_revealed

    def show_votes(self, item_id: str, signs: Mapping[str, str], *, revealed: bool) -> None:
        """Show the votes on another question; this is not announced.

        Args:
            item_id: Of the question.
            signs: What was typed before, by the name of the seat.
            revealed: Whether they have been shown already.
        """
        self._item_id = item_id
        self._is_revealed = revealed
        for name, box in self._boxes.items():
            box.show_sign(signs.get(name, ""))
        self._reflect()

    def signs(self) -> dict[str, str]:
        """What has been typed, by the name of the seat; empty fields are missing."""
        return {name: box.sign() for name, box in self._boxes.items() if box.sign()}

    def votes(self) -> dict[str, Answer]:
        """The votes, by the name of the seat."""
        found = {name: vote_of(self._item_id, sign) for name, sign in self.signs().items()}
        return {name: vote for name, vote in found.items() if vote is not None}

    def focus_first(self) -> None:
        """Put the cursor into the first field, the first empty one if there is any."""
        boxes = list(self._boxes.values())
        next(iter([box for box in boxes if not box.sign()] or boxes)).setFocus()

    @Slot()
    def reveal(self) -> None:
        """Show all votes together."""
        votes = self.votes()
        if not votes or self._is_revealed:
            return
        self.focus_first()  # the button goes away
        self._is_revealed = True
        self._reflect()
        announce(self._bars, self._sentence.text())
        self.revealed.emit(votes)

    @Slot()
    def vote_again(self) -> None:
        """Empty all fields for another vote on the same question."""
        self.show_votes(self._item_id, {}, revealed=False)
        self.focus_first()

    @Slot()
    def _on_voted(self) -> None:
        """Go on to the next field, after the last one to the button."""
        self._reflect()
        if self._is_revealed:
            self.corrected.emit(self.votes())
            return
        boxes = list(self._boxes.values())
        empty = [box for box in boxes if not box.sign()]
        typed_in = self.focusWidget()
        later = boxes[boxes.index(typed_in) + 1 :] if typed_in in boxes else []
        following = next((box for box in later if not box.sign()), empty[0] if empty else None)
        (following or self._reveal).setFocus()

    @Slot()
    def _on_cleared(self) -> None:
        self._reflect()
        if self._is_revealed:
            self.corrected.emit(self.votes())

    @Slot()
    def _reflect(self) -> None:
        votes = tuple(self.votes().values())
        shown = self._is_revealed
        for box in self._boxes.values():
            if shown:
                box.reveal()
            else:
                box.conceal()
        self._reveal.setEnabled(bool(votes))
        self._reveal.setVisible(not shown)
        self._again.setVisible(shown)
        self._bars.setVisible(shown)
        self._sentence.setVisible(shown)
        sentence = voices_sentence(votes, None, self._texts) if votes else ""
        self._sentence.setText(sentence)
        counted = tally(votes)
        levels = [Bar(self.tr("Level {n}").format(n=n), counted.levels[n]) for n in LEVELS]
        unknown = Bar(self._texts("state.unknown"), counted.unknown)
        spoken = ", ".join(f"{bar.words}: {bar.count}" for bar in (*levels, unknown))
        self._bars.show_bars((*levels, unknown), spoken)

    def _arrange(self) -> None:
        unit = self.fontMetrics().height() // 4
        self._reveal.setObjectName("reveal")
        self._again.setObjectName("again")
        self._bars.setObjectName("bars")
        self._sentence.setObjectName("votes-sentence")
        for button in (self._reveal, self._again):
            button.setAutoDefault(False)
        self.body.addWidget(Label(self.tr("Hidden votes: 0 to 4, W for don't know"), parent=self))
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * unit)
        for number, (name, box) in enumerate(self._boxes.items()):
            box.setObjectName(f"vote-{number}")
            row, column = divmod(number, COLUMNS)
            grid.addWidget(Label(name, parent=self), row, 2 * column)
            grid.addWidget(box, row, 2 * column + 1)
            grid.setColumnStretch(2 * column, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self._reveal)
        self.body.addWidget(self._again, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._bars)
        self.body.addWidget(self._sentence)
        self._bars.hide()
        self._again.hide()
        self._sentence.hide()
