"""The dialog “Endgültig löschen”: what goes with an assessment, and one deliberate tick."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QPushButton, QWidget

from kiassess.domain.deletion import Belongings
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.speech import announce
from kiassess.wording.safekeeping import belongings_lines, in_backups_words
from kiassess.wording.texts import Texts


class DeleteDialog(FormDialog):
    """Accepted only by its own button, after a tick; Enter and Esc keep everything.

    Signals:
        exchange_requested: The user wants the assessment as an exchange file first; answer with
                            ``show_exchanged`` when there is one.
    """

    exchange_requested = Signal()

    def __init__(self, belongings: Belongings, texts: Texts, parent: QWidget | None = None) -> None:
        buttons = QDialogButtonBox.StandardButton
        super().__init__(buttons.Ok | buttons.Cancel, parent)
        self._belongings = belongings
        self._texts = texts
        self._exchange = QPushButton(self.tr("&Save as an exchange file first…"), self)
        self._exchanged = Label(role="good", parent=self)
        self._from_backups = QCheckBox(self._backups_label(), self)
        self._sure = QCheckBox(self.tr("&Yes, delete this assessment for good"), self)
        self._delete = self.buttons.button(buttons.Ok)
        self._set_up_buttons()
        self._arrange()

        self._exchange.clicked.connect(self.exchange_requested)
        self._sure.toggled.connect(self._delete.setEnabled)

    def from_backups(self) -> bool:
        """Whether it goes from all backups, too."""
        return self._from_backups.isChecked()

    def show_exchanged(self, file_name: str) -> None:
        """Say that there is an exchange file now."""
        had_focus = self._exchange.hasFocus()
        said = self.tr("Saved as “{file}”.").format(file=file_name)
        self._exchanged.setText(said)
        self._exchange.hide()
        self._exchanged.show()
        if had_focus:
            self._sure.setFocus()
        self.reveal(self._exchanged)
        announce(self, said)

    def _backups_label(self) -> str:
        found = self._belongings
        if found.backups:
            return self.tr("Delete it from all &backups, too ({n})").format(n=found.backups)
        return self.tr("Delete the files set &aside, too ({n})").format(n=found.aside)

    def _set_up_buttons(self) -> None:
        keep = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        keep.setText(self.tr("&Keep"))
        keep.setDefault(True)
        keep.setFocus()
        self._delete.setText(self.tr("&Delete for good"))
        self._delete.setObjectName("accept")
        self._delete.setAutoDefault(False)  # Enter means to keep
        self._delete.setEnabled(False)
        self._exchange.setObjectName("exchange")
        self._exchanged.setObjectName("exchanged")
        self._exchanged.hide()

    def _arrange(self) -> None:
        assessment = self._belongings.assessment
        name, day = assessment.municipality.name, self._texts.day(assessment.round_date)
        self.setWindowTitle(self.tr("Delete an assessment for good"))
        heading = self.tr("Delete for good: {name}, as of {date}").format(name=name, date=day)
        lines = belongings_lines(self._belongings, self._texts)
        going = Label("\n".join(f"• {line}" for line in lines), parent=self)
        going.setObjectName("going")
        final = Label(self.tr("This cannot be taken back."), "bad", parent=self)
        self.setAccessibleDescription(f"{heading}. {', '.join(lines)}. {final.text()}")

        self.column.addWidget(Label(heading, "section", parent=self))
        self.column.addWidget(Label(self.tr("These go:"), parent=self))
        self.column.addWidget(going)
        self.column.addWidget(final)
        self.column.addWidget(self._first_card())
        self._add_backups()
        self._sure.setObjectName("sure")
        self.column.addWidget(self._sure)
        self.column.addStretch()

    def _first_card(self) -> Card:
        card = Card(self)
        about = self.tr(
            "With an exchange file you can bring the assessment back later, on this PC or another."
        )
        card.body.addWidget(Label(about, parent=card))
        card.body.addWidget(self._exchange, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(self._exchanged)
        return card

    def _add_backups(self) -> None:
        found = self._belongings
        meaning = Label(in_backups_words(found, self._texts), "help", parent=self)
        meaning.setObjectName("in-backups")
        self._from_backups.setObjectName("from-backups")
        self._from_backups.setAccessibleDescription(meaning.text())
        self._from_backups.setVisible(bool(found.backups or found.aside))
        self.column.addWidget(self._from_backups)
        self.column.addWidget(meaning)
