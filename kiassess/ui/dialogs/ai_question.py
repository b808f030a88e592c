"""Whether the municipality uses AI today, as one radio group."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGroupBox, QRadioButton, QVBoxLayout, QWidget

from kiassess.domain.assessment import AiInUse
from kiassess.ui.widgets.choice_buttons import ChoiceButtons
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.labels import Label

ORDER = (AiInUse.YES, AiInUse.NO, AiInUse.UNKNOWN)


class AiQuestion(QGroupBox):
    """Yes, no, don't know; nothing is chosen for the user.

    Signals:
        changed: The user chose another answer.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = ChoiceButtons(self)
        self.setObjectName("ai-in-use")
        self.setProperty("question", "true")
        self.setTitle(self.tr("Is AI already in use in your administration?"))
        labels = (self.tr("&Yes"), self.tr("N&o"), self.tr("Don’t &know"))

        unit = self.fontMetrics().height() // 4
        row = FlowLayout()
        row.setSpacing(5 * unit)
        for number, (value, label) in enumerate(zip(ORDER, labels, strict=True)):
            button = QRadioButton(label, self)
            button.setObjectName(f"ai-{value}")
            self._group.addButton(button, number)
            row.addWidget(button)
        help_text = self.tr(
            "This means any use at work, also within bought programs or on one’s own initiative."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit)
        layout.addWidget(Label(help_text, "help", parent=self))
        layout.addLayout(row)
        self.setAccessibleDescription(help_text)

        self._group.chosen.connect(self._on_chosen)

    def value(self) -> AiInUse | None:
        """What is chosen; ``None`` as long as nothing is."""
        chosen = self._group.checkedId()
        return ORDER[chosen] if chosen >= 0 else None

    def show_value(self, value: AiInUse | None) -> None:
        """Show an answer given before; this is not announced."""
        if value is not None:
            self._group.show_chosen(ORDER.index(value))

    @Slot(int)
    def _on_chosen(self, _number: int) -> None:
        self.changed.emit()
