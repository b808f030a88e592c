"""Sentences above the page: what is shown is a state, or there is something to know."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiassess.ui.widgets.notice import Notice


class Notices(QWidget):
    """One notice for each matter, each hidden as long as there is nothing to say.

    Signals:
        back_requested: From a frozen state to the assessment.
        move_requested: The newer version of the questionnaire shall be looked at.
        workplace_requested: The workplace check shall be looked at.
    """

    back_requested = Signal()
    move_requested = Signal()
    workplace_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = Notice(self.tr("Back to the assessment"), self)
        self._newer = Notice(self.tr("See what would change…"), self)
        self._workplace = Notice(self.tr("See the workplace check…"), self)
        unit = self.fontMetrics().height() // 4
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6 * unit, 0, 6 * unit, 0)
        layout.setSpacing(0)
        for notice, name in (
            (self._state, "state-notice"),
            (self._newer, "newer-notice"),
            (self._workplace, "workplace-notice"),
        ):
            notice.setObjectName(name)
            layout.addWidget(notice)

        self._state.followed.connect(self.back_requested)
        self._newer.followed.connect(self.move_requested)
        self._workplace.followed.connect(self.workplace_requested)

    def show_state(self, name: str, day: str) -> None:
        """Say that a frozen state is shown; an empty name takes it away."""
        said = self.tr("You are looking at the state “{name}” of {date}. It cannot be changed.")
        self._state.show_sentence(said.format(name=name, date=day) if name else "")

    def show_newer(self, version: str) -> None:
        """Say that there is a newer questionnaire; an empty version takes it away."""
        said = self.tr(
            "There is a newer version of the questionnaire: {version}. Your answers stay as they "
            "are until you move."
        )
        self._newer.show_sentence(said.format(version=version) if version else "")

    @Slot(str)
    def show_workplace(self, sentence: str) -> None:
        """Say what the workplace check has found; an empty sentence takes it away."""
        self._workplace.show_sentence(sentence)
