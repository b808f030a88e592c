"""One action field with its three ratings."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from kiassess.domain.action_fields import ActionField
from kiassess.domain.entries import RATES
from kiassess.domain.history import Subject
from kiassess.domain.own_measures import OWN
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.fold import Fold
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.segments import Segments
from kiassess.wording.action_fields import RATINGS, rate_words, rated_words
from kiassess.wording.planning import field_name, kind_label
from kiassess.wording.texts import Texts

OPEN = "open"  # the choice that takes a rating back


class RateLine(QWidget):
    """One rating as a row of words.

    Signals:
        rated: The user rated it, or took the rating back.
    """

    rated = Signal()

    def __init__(self, rating: str, name: str, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = kind_label(Subject.FIELD, rating, texts)
        self._rate: int | None = None
        self._segments = Segments(f"{name}: {label}", self)
        self._segments.add(OPEN, rate_words(rating, None, texts))
        for rate in RATES:
            self._segments.add(str(rate), rate_words(rating, rate, texts))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 4)
        layout.addWidget(Label(label, parent=self))
        layout.addWidget(self._segments)

        self._segments.chosen.connect(self._on_chosen)

    @property
    def rate(self) -> int | None:
        """1–4; ``None`` if it is open."""
        return self._rate

    def show_rate(self, rate: int | None) -> None:
        """Show a rating; this is not announced."""
        self._rate = rate
        self._segments.choose(OPEN if rate is None else str(rate))

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self._rate = None if key == OPEN else int(key)
        self.rated.emit()


class FieldCard(Card):
    """Says how a field is rated; unfolded, it can be rated.

    Signals:
        changed: The user changed something; ask ``value``.
                 arg: ``ActionField.id``.
        rename_requested: The user wants another name for an own field.
                          arg: Its id.
        remove_requested: The user wants an own field to go.
                          arg: Its id.
    """

    changed = Signal(str)
    rename_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, field: ActionField, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._shown = field
        name = field_name(field, texts)
        content = QWidget(self)
        self._fold = Fold(name, content, self)
        self._words = Label(role="muted", parent=self)
        self._words.setObjectName("rated")
        self._lines = {one: RateLine(one, name, texts, content) for one in RATINGS}
        self._note = QLineEdit(content)
        self._rename = QPushButton(self.tr("Rename…"), content)
        self._remove = QPushButton(self.tr("Remove"), content)
        self._arrange(content)
        self.show_field(field, editable=True)

        for line in self._lines.values():
            line.rated.connect(self._on_changed)
        self._note.editingFinished.connect(self._on_note_left)
        self._rename.clicked.connect(self._on_rename)
        self._remove.clicked.connect(self._on_remove)

    @property
    def value(self) -> ActionField:
        """The field as it is shown."""
        challenge, resources, benefit = (self._lines[one].rate for one in RATINGS)
        return replace(
            self._shown,
            challenge=challenge,
            resources=resources,
            benefit=benefit,
            note=self._note.text(),
        )

    def show_field(self, field: ActionField, *, editable: bool) -> None:
        """Show a field; this is not announced."""
        self._shown = field
        self._fold.set_title(field_name(field, self._texts))
        self._words.setText(rated_words(field, self._texts))
        for one, line in self._lines.items():
            line.show_rate(getattr(field, one))
        if not self._note.hasFocus() or not self._note.isModified():
            self._note.setText(field.note)
        for widget in (*self._lines.values(), self._rename, self._remove):
            widget.setEnabled(editable)
        self._note.setReadOnly(not editable)

    def unfold(self) -> None:
        """Show the ratings to choose from."""
        self._fold.unfold()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit(self._shown.id)

    @Slot()
    def _on_note_left(self) -> None:
        if self._note.isModified():
            self.changed.emit(self._shown.id)
            self._note.setModified(False)

    @Slot()
    def _on_rename(self) -> None:
        self.rename_requested.emit(self._shown.id)

    @Slot()
    def _on_remove(self) -> None:
        self.remove_requested.emit(self._shown.id)

    def _arrange(self, content: QWidget) -> None:
        own = self._shown.id.startswith(OWN)
        note = kind_label(Subject.FIELD, "note", self._texts)
        self._note.setObjectName("note")
        self._note.setAccessibleName(f"{field_name(self._shown, self._texts)}: {note}")
        self._rename.setObjectName("rename")
        self._remove.setObjectName("remove")
        layout = QVBoxLayout(content)
        layout.setSpacing(self.fontMetrics().height() * 3 // 4)
        for one, line in self._lines.items():
            line.setObjectName(one)
            layout.addWidget(line)
        layout.addWidget(Field(note, self._note, content))
        row = FlowLayout()
        row.setSpacing(self.fontMetrics().height() // 2)
        for button in (self._rename, self._remove):
            button.setVisible(own)
            row.addWidget(button)
        layout.addLayout(row)
        self.body.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._words)
