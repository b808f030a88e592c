"""Sentences above the page: what is shown is a state, or there is something to know."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from kiassess.ui.widgets.notice import Notice

STATE, NEWER, WORKPLACE = "state-notice", "newer-notice", "workplace-notice"
NEWS = "news-notice"
PAGES = {
    STATE: {"questions", "profile"},
    NEWER: {"questions"},
    WORKPLACE: {"start"},
    NEWS: {"start"},
}


class Notices(QWidget):
    """One notice for each matter, made when there is something to say, shown where it matters.

    Signals:
        back_requested: From a frozen state to the assessment.
        move_requested: The newer version of the questionnaire shall be looked at.
        workplace_requested: The workplace check shall be looked at.
        news_requested: What is new in this version shall be looked at.
    """

    back_requested = Signal()
    move_requested = Signal()
    workplace_requested = Signal()
    news_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = "start"
        self._holders: dict[str, QWidget] = {}
        self._notices: dict[str, Notice] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)

    def show_page(self, page: str) -> None:
        """Show only what matters on a page."""
        self._page = page
        for name, holder in self._holders.items():
            holder.setVisible(page in PAGES[name] and not self._notices[name].isHidden())

    def show_state(self, name: str, day: str) -> None:
        """Say that a frozen state is shown; an empty name takes it away."""
        said = self.tr("You are looking at the state “{name}” of {date}. It cannot be changed.")
        self._say(STATE, said.format(name=name, date=day) if name else "")

    def show_newer(self, version: str) -> None:
        """Say that there is a newer questionnaire; an empty version takes it away."""
        said = self.tr(
            "There is a newer version of the questionnaire: {version}. Your answers stay as they "
            "are until you move."
        )
        self._say(NEWER, said.format(version=version) if version else "")

    @Slot(str)
    def show_workplace(self, sentence: str) -> None:
        """Say what the workplace check has found; an empty sentence takes it away."""
        self._say(WORKPLACE, sentence)

    def show_news(self, version: str) -> None:
        """Say that the program is a newer version now; an empty version takes it away."""
        said = self.tr("This is kiassess {version}, a newer version. Your data has come along.")
        self._say(NEWS, said.format(version=version) if version else "")

    def _say(self, name: str, sentence: str) -> None:
        if name not in self._notices:
            if not sentence:
                return
            self._make(name)
        self._notices[name].show_sentence(sentence)
        self.show_page(self._page)

    def _make(self, name: str) -> None:
        """Make a notice with air around it, which takes no room while the notice is hidden."""
        from kiassess.ui.widgets.notice import Notice

        links = {
            STATE: (self.tr("Back to the assessment"), self.back_requested),
            NEWER: (self.tr("See what would change…"), self.move_requested),
            WORKPLACE: (self.tr("See the workplace check…"), self.workplace_requested),
            NEWS: (self.tr("See what is new…"), self.news_requested),
        }
        words, followed = links[name]
        holder = QWidget(self)
        notice = Notice(words, holder)
        notice.setObjectName(name)
        notice.followed.connect(followed)
        unit = self.fontMetrics().height() // 4
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(6 * unit, 3 * unit, 6 * unit, 0)
        layout.addWidget(notice)
        place = self.layout()
        if place is not None:
            place.addWidget(holder)
        self._holders[name], self._notices[name] = holder, notice
