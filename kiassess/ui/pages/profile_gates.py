"""The minimum requirements on the profile page: how many are met, and which are not."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QPushButton, QWidget

from kiassess.domain.assessment import AiInUse, OpenAssessment
from kiassess.domain.profile import GateResult, GateStatus, Profile
from kiassess.marks import override
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.labels import Label, Rule
from kiassess.ui.widgets.layouts import clear_layout
from kiassess.ui.widgets.link_button import FRAME_PX, LinkButton
from kiassess.wording.findings import ai_notice, gate_line, gates_title, listed
from kiassess.wording.texts import Texts

SIGNS = {
    GateStatus.MET: "✓",
    GateStatus.MISSING: "✗",
    GateStatus.UNCLEAR: "?",
    GateStatus.BEFORE_FIRST_USE: "!",
}
ROLES = {
    GateStatus.MET: "good",
    GateStatus.MISSING: "bad",
    GateStatus.UNCLEAR: "attention",
    GateStatus.BEFORE_FIRST_USE: "attention",
}
TOP = Qt.AlignmentFlag.AlignTop
TOP_LEFT = TOP | Qt.AlignmentFlag.AlignLeft
NARROW_IN_LETTERS = 60  # below, the button goes under the title
UNMET = (GateStatus.MISSING, GateStatus.BEFORE_FIRST_USE, GateStatus.UNCLEAR)


class GatesCard(Card):
    """Says what is missing in a few lines, and unfolds to all minimum requirements.

    Signals:
        item_requested: The user wants to see the question behind a requirement.
                        arg: ``Item.id``.
    """

    item_requested = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._unfolded = False
        self._title = Label(role="section", parent=self)
        self._notice = Label(parent=self)
        self._fold = QPushButton(self)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._short = QWidget(self)
        self._short_rows = QGridLayout(self._short)
        self._all = QWidget(self)
        self._all_rows = QGridLayout(self._all)
        self._arrange()
        self._reflect()

        self._fold.clicked.connect(self._on_fold)

    def show_profile(self, profile: Profile, opened: OpenAssessment) -> None:
        """Show the minimum requirements of a profile; nothing if none was asked."""
        self.setVisible(bool(profile.gates))
        self._title.setText(gates_title(profile, self._texts))
        self._show_notice(profile)
        titles = {item.id: item.title for item in opened.items()}
        self._fill_short(profile, titles)
        self._fill_all(profile, titles)
        self._reflect()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * NARROW_IN_LETTERS
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._top.setDirection(down if narrow else across)

    def _show_notice(self, profile: Profile) -> None:
        notice = ai_notice(profile, self._texts)
        self._notice.setText(f"! {notice}")
        missing = any(gate.status is GateStatus.MISSING for gate in profile.gates)
        pressing = missing and profile.ai_in_use is AiInUse.YES
        self._notice.set_role("bad" if pressing else "attention")
        self._notice.setVisible(bool(notice))

    def _fill_short(self, profile: Profile, titles: dict[str, str]) -> None:
        clear_layout(self._short_rows)
        for row, status in enumerate(UNMET):
            names = [titles[gate.item_id] for gate in profile.gates if gate.status is status]
            if names:
                self._short_rows.addWidget(self._status(status), row, 0, TOP)
                label = Label(listed(names, self._texts), parent=self._short)
                label.setAlignment(TOP)
                self._short_rows.addWidget(label, row, 1)

    def _fill_all(self, profile: Profile, titles: dict[str, str]) -> None:
        clear_layout(self._all_rows)
        for row, gate in enumerate(profile.gates):
            status = self._status(gate.status)
            status.setContentsMargins(0, FRAME_PX, 0, FRAME_PX)
            self._all_rows.addWidget(status, 2 * row, 0, TOP)
            link = self._link(gate, titles[gate.item_id])
            self._all_rows.addWidget(link, 2 * row, 1, TOP_LEFT)
            if not profile.tendencies_only:
                level = Label(self._level(gate), "muted", wrap=False, parent=self._all)
                level.setContentsMargins(0, FRAME_PX, 0, FRAME_PX)
                self._all_rows.addWidget(level, 2 * row, 2, TOP)
            if gate is not profile.gates[-1]:
                self._all_rows.addWidget(Rule(self._all), 2 * row + 1, 0, 1, 3)

    def _status(self, status: GateStatus) -> Label:
        return _StatusLabel(f"{SIGNS[status]} {self._texts(f'gate.{status}')}", ROLES[status])

    def _link(self, gate: GateResult, title: str) -> LinkButton:
        link = LinkButton(title, gate.item_id, self._all)
        link.setObjectName(f"gate-{gate.item_id}")
        link.setAccessibleName(gate_line(gate, title, self._texts))
        link.followed.connect(self.item_requested)
        return link

    def _level(self, gate: GateResult) -> str:
        if gate.level is not None:
            return self._texts("profile_page.gate_level", level=gate.level)
        return self._texts(f"state.{gate.state}")

    @Slot()
    def _on_fold(self) -> None:
        self._unfolded = not self._unfolded
        self._reflect()

    def _reflect(self) -> None:
        self._all.setVisible(self._unfolded)
        self._short.setVisible(not self._unfolded and self._short_rows.count() > 0)
        if self._unfolded:
            self._fold.setText(self.tr("H&ide"))
            self._fold.setAccessibleName(self.tr("Hide all minimum requirements"))
        else:
            self._fold.setText(self.tr("&Show"))
            self._fold.setAccessibleName(self.tr("Show all minimum requirements"))

    def _arrange(self) -> None:
        unit = self.fontMetrics().height() // 4
        self._title.setObjectName("gates-title")
        self._notice.setObjectName("ai-notice")
        self._fold.setObjectName("gates-fold")
        for grid in (self._short_rows, self._all_rows):
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setHorizontalSpacing(4 * unit)
            grid.setVerticalSpacing(unit)
            grid.setColumnStretch(1, 1)
        self._top.setSpacing(2 * unit)
        self._top.addWidget(self._title, 1)
        self._top.addWidget(self._fold, 0, TOP_LEFT)
        self.body.addLayout(self._top)
        for widget in (self._notice, self._short, self._all):
            self.body.addWidget(widget)


class _StatusLabel(Label):
    """A label on one line where there is room, and wrapped only where there is none."""

    @override
    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        text = self.fontMetrics().size(0, self.text())
        return text.grownBy(margins).expandedTo(self.minimumSizeHint())
