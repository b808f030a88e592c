"""What the dialogs of use cases and AI systems have in common: labelled fields, and a pre-check."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from kiassess.domain.history import Subject
from kiassess.domain.precheck_result import PrecheckResult
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.wheel_guard import WheelGuard
from kiassess.wording.planning import kind_label
from kiassess.wording.register import LawDays, outdated_words, precheck_words
from kiassess.wording.texts import Texts

LINES = 2  # of a text that may have several
LETTERS = 22  # of a choice in its closed box


class EntryDialog(FormDialog):
    """A form for one entry; it needs a name, all else may stay open.

    Signals:
        precheck_requested: The user wants to go through the pre-check.
    """

    precheck_requested = Signal()

    def __init__(
        self,
        subject: Subject,
        texts: Texts,
        law: LawDays,
        *,
        editable: bool,
        parent: QWidget | None = None,
    ) -> None:
        buttons = QDialogButtonBox.StandardButton
        chosen = buttons.Ok | buttons.Cancel if editable else buttons.Close
        super().__init__(chosen, parent)
        self.texts = texts
        self._subject = subject
        self._law = law
        self._editable = editable
        self._made: PrecheckResult | None = None
        self._wheel = WheelGuard(self)
        self._name = QLineEdit(self)
        self._card = Card(self)
        self._result = Label(parent=self)
        self._result.setObjectName("precheck-result")
        self._outdated = Label(role="attention", parent=self)
        self._outdated.setObjectName("precheck-outdated")
        self._precheck = QPushButton(self.tr("&Pre-check under the AI Act…"), self)
        self._precheck.setObjectName("precheck")
        self._accept = self.make_primary(self.tr("&Keep")) if editable else None

        self._name.textChanged.connect(self._on_name_changed)
        self._precheck.clicked.connect(self.precheck_requested)

    @property
    def precheck(self) -> PrecheckResult | None:
        """The pre-check as it stands in the dialog."""
        return self._made

    @property
    def entry_name(self) -> str:
        """What the entry is called, or its kind as long as it has no name."""
        return self._name.text().strip() or self.windowTitle()

    def show_precheck(self, made: PrecheckResult | None) -> None:
        """Show another pre-check."""
        self._made = made
        self._result.setText(precheck_words(made, self.texts))
        said = outdated_words(made, self._law, self.texts)
        self._outdated.setText(f"! {said}" if said else "")
        self._outdated.setVisible(bool(said))

    def confirm(self) -> bool:
        """Show the dialog; whether the user keeps what it says. It is to be deleted afterwards."""
        return self.exec() == QDialog.DialogCode.Accepted

    def _line(self, name: str, text: str, line: QLineEdit | None = None) -> QLineEdit:
        """Add a field of one line."""
        made = line or QLineEdit(self)
        made.setText(text)
        made.setCursorPosition(0)
        made.setReadOnly(not self._editable)
        self._add(name, made)
        return made

    def _box(self, name: str, text: str) -> QPlainTextEdit:
        """Add a field of several lines; Tab leaves it."""
        box = QPlainTextEdit(text, self)
        box.setTabChangesFocus(True)
        box.setFixedHeight(self.fontMetrics().lineSpacing() * (LINES + 1))
        box.setReadOnly(not self._editable)
        self._wheel.watch(box)
        self._add(name, box)
        return box

    def _choice(self, name: str, named: Iterable[tuple[object, str]], value: object) -> QComboBox:
        """Make a list of values with their words, one of them chosen; it is not added yet."""
        combo = QComboBox(self)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        combo.setSizeAdjustPolicy(policy)
        combo.setMinimumContentsLength(LETTERS)
        for key, words in named:
            combo.addItem(words, key)
        keys = [combo.itemData(at) for at in range(combo.count())]
        combo.setCurrentIndex(keys.index(value) if value in keys else 0)
        combo.setEnabled(self._editable)
        combo.setObjectName(name)
        combo.setAccessibleName(self._label(name))
        self._wheel.watch(combo)
        return combo

    def _field(self, name: str, control: QWidget) -> Field:
        control.setObjectName(name)
        control.setAccessibleName(self._label(name))
        return Field(self._label(name), control, self)

    def _add(self, name: str, control: QWidget) -> None:
        self.column.addWidget(self._field(name, control))

    def _label(self, name: str) -> str:
        return kind_label(self._subject, name, self.texts)

    def _add_precheck(self, made: PrecheckResult | None) -> None:
        """Add what the pre-check says, and the way to it."""
        title = Label(self._label("precheck"), "strong", parent=self)
        hint = Label(self.texts("precheck.hint"), "help", parent=self)
        for widget in (title, self._result, self._outdated, hint):
            self._card.body.addWidget(widget)
        self._card.body.addWidget(self._precheck, 0, Qt.AlignmentFlag.AlignLeft)
        self._precheck.setVisible(self._editable)
        self.column.addWidget(self._card)
        self.show_precheck(made)

    @Slot()
    def _on_name_changed(self) -> None:
        if self._accept is None:
            return
        blank = not self._name.text().strip()
        self._accept.setEnabled(not blank)
        self.show_hint(self.tr("It needs a name.") if blank else "")
