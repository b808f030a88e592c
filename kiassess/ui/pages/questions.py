"""The page on which questions are answered, one at a time."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kiassess.domain.assessment import Answer, OpenAssessment, may_be_not_applicable
from kiassess.domain.kinds import LEVELS
from kiassess.domain.municipality import SizeClass
from kiassess.domain.questionnaire import Item
from kiassess.marks import override
from kiassess.ui.icons import Icons
from kiassess.ui.models.choices import NOT_APPLICABLE, UNKNOWN
from kiassess.ui.pages.item_card import ItemCard
from kiassess.ui.pages.item_context import ItemContext, Said
from kiassess.ui.pages.question_panel import QuestionPanel
from kiassess.ui.session import Session
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.page import Page
from kiassess.ui.widgets.undo_guard import UndoGuard
from kiassess.wording.texts import Texts

NARROW_IN_LETTERS = 125  # below, the list folds away


class QuestionsPage(QWidget):
    """The list of questions and the card of one of them.

    Signals:
        profile_requested: The last question is done.
        history_requested: The user wants to know what has become of the answer shown.
    """

    profile_requested = Signal()
    history_requested = Signal()

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._item: Item | None = None
        self._panel_wanted: bool | None = None
        self._panel = QuestionPanel(session.texts, appearance, icons, self)
        self._scroll = Page(self)
        self._scroll.setAccessibleName(self.tr("Question"))
        self._card = ItemCard(session.texts, self._scroll)
        self._list_button = QToolButton(self)
        self._back = QPushButton(self.tr("&Back"), self)
        self._next_open = QPushButton(self.tr("Next &open question"), self)
        self._next = QPushButton(self)
        self._guard = UndoGuard(self)
        self._arrange()
        self._connect_keys()
        self._guard.watch(*self.findChildren(QLineEdit), *self.findChildren(QPlainTextEdit))

        self._panel.item_chosen.connect(self._on_item_chosen)
        self._card.answered.connect(session.save)
        self._card.history_requested.connect(self.history_requested)
        self._list_button.toggled.connect(self._on_list_toggled)
        self._back.clicked.connect(self.go_back)
        self._next_open.clicked.connect(self.go_to_next_open)
        self._next.clicked.connect(self.go_on)
        session.opened.connect(self._on_opened)
        session.answer_saved.connect(self._on_answer_saved)
        session.facts_changed.connect(self._on_facts_changed)
        self._on_opened()

    def show_item(self, item_id: str) -> None:
        """Go to a question."""
        opened = self._session.current
        if opened is not None:
            self._show(opened.questionnaire.item(item_id))

    def go_to_item(self, item_id: str) -> None:
        """Go to a question unless it is shown already."""
        if item_id != self.item_id:
            self.show_item(item_id)

    @property
    def item_id(self) -> str:
        """The question shown; ``""`` if there is none."""
        return "" if self._item is None else self._item.id

    def drop_unfinished(self) -> bool:
        """Give up a choice that does not count yet; true if there was one."""
        return self._card.drop_unfinished()

    def choose(self, number: int) -> None:
        """Choose a level, or one of the choices set apart, like the user."""
        self._card.choose(number)

    def show_details(self) -> None:
        """Unfold what belongs to the answer."""
        self._card.focus_note()

    def flush(self) -> None:
        """Report what is still being typed; call it before the page goes away."""
        self._card.flush()

    def focus_search(self) -> None:
        """Put the cursor into the search field, unfolding the list."""
        self._panel_wanted = True
        self._fold_panel()
        self._panel.focus_search()

    def focus_content(self) -> None:
        """Put the focus on the answer."""
        self._card.focus_choice()

    @Slot()
    def go_on(self) -> None:
        """Go to the next question, after the last one to the profile."""
        position, items = self._position()
        if position + 1 < len(items):
            self._go_to(items[position + 1])
        else:
            self._card.flush()
            self.profile_requested.emit()

    @Slot()
    def go_back(self) -> None:
        """Go to the previous question."""
        position, items = self._position()
        if position > 0:
            self._go_to(items[position - 1])

    @Slot()
    def go_to_next_open(self) -> None:
        """Go to the next question nobody has answered, starting again at the top."""
        opened = self._session.current
        position, items = self._position()
        after = [*items[position + 1 :], *items[: position + 1]]
        for item in after:
            if opened is not None and not opened.answer(item.id).touched:
                self._go_to(item)
                return

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_panel()

    @Slot()
    def _on_opened(self) -> None:
        opened = self._session.current
        self._item = None
        self._panel.show_assessment(opened)
        self._card.set_editable(self._session.editable)
        if opened is None or not opened.items():
            return
        still_open = (item for item in opened.items() if not opened.answer(item.id).touched)
        self._show(next(still_open, opened.items()[0]))

    @Slot(Answer)
    def _on_answer_saved(self, saved: Answer) -> None:
        opened = self._session.current
        if opened is None:
            return
        self._panel.update_answers(opened)
        self._reflect(opened)
        item = self._item
        if item is None or item.id != saved.item_id:
            return
        answer = opened.answer(item.id)  # the one that counts, where there are voices
        if self._card.answer != answer:
            # It was not given on the card, but taken back or entered again.
            self._card.show_item(item, answer, self._context(opened, item))
        else:
            self._card.show_agreed(answer if item.id in opened.agreed else None)

    @Slot()
    def _on_facts_changed(self) -> None:
        opened = self._session.current
        self._panel.show_assessment(opened)
        if opened is None or self._item is None:
            return
        self._show(self._item if self._item in opened.items() else opened.items()[0])

    @Slot(Item)
    def _on_item_chosen(self, item: Item) -> None:
        self._show(item)

    @Slot(bool)
    def _on_list_toggled(self, shown: bool) -> None:
        if shown != self._panel.isVisibleTo(self):  # not by folding itself
            self._panel_wanted = shown
            self._panel.setVisible(shown)

    @Slot()
    def _on_level_key(self) -> None:
        shortcut: QObject = self.sender()
        self._card.choose(int(shortcut.property("choice")))

    @Slot()
    def _on_note_key(self) -> None:
        self._card.focus_note()

    def _go_to(self, item: Item) -> None:
        """Show a question, ready to be answered by key."""
        self._show(item)
        self._card.focus_choice()

    def _show(self, item: Item) -> None:
        opened = self._session.current
        if opened is None:
            return
        self._card.flush()
        opened = self._session.current or opened
        self._item = item
        self._card.show_item(item, opened.answer(item.id), self._context(opened, item))
        self._panel.show_current(item.id)
        self._scroll.verticalScrollBar().setValue(0)
        self._reflect(opened)

    def _reflect(self, opened: OpenAssessment) -> None:
        """Enable what can be done from here."""
        position, items = self._position()
        last = position + 1 >= len(items)
        self._back.setEnabled(position > 0)
        self._next.setText(self.tr("To the &profile") if last else self.tr("&Next"))
        still_open = any(not opened.answer(item.id).touched for item in items)
        self._next_open.setEnabled(still_open)

    def _position(self) -> tuple[int, tuple[Item, ...]]:
        """Where the shown question stands, and among which; a filter narrows the way."""
        opened = self._session.current
        listed = self._panel.listed()
        items = listed if self._item in listed else (opened.items() if opened else ())
        return (items.index(self._item) if self._item in items else -1), items

    def _context(self, opened: OpenAssessment, item: Item) -> ItemContext:
        texts, questionnaire = self._session.texts, opened.questionnaire
        names = {role.id: role.name for role in questionnaire.roles}
        items = opened.items()
        position = texts(
            "card.position_gate" if item.gate else "card.position",
            area=questionnaire.area_of(item.id).name,
            number=items.index(item) + 1,
            total=len(items),
        )
        size = opened.assessment.size_class
        default = None if size is None else item.targets.get(size)
        enough = ""
        if size is not None and default is not None:
            enough = _good_enough(texts, item, size, default)
        table = self._session.legal()
        return ItemContext(
            position=position,
            knows=texts("card.knows", roles=", ".join(names[role] for role in item.roles)),
            good_enough=enough,
            levels=questionnaire.levels,
            default_target=default,
            may_not_apply=may_be_not_applicable(item, opened.assessment.ai_in_use),
            anchors=tuple(table.anchors[key] for key in item.legal if key in table.anchors),
            as_of=texts.day(table.as_of),
            said=Said(
                opened.voices.get(item.id, ()),
                opened.answer(item.id) if item.id in opened.agreed else None,
                names,
            ),
        )

    def _fold_panel(self) -> None:
        wide = self.width() >= self.fontMetrics().averageCharWidth() * NARROW_IN_LETTERS
        shown = wide if self._panel_wanted is None or wide else self._panel_wanted
        self._panel.setVisible(shown)
        self._list_button.setVisible(not wide)
        self._list_button.setChecked(shown)

    def _connect_keys(self) -> None:
        choices = {str(level): level for level in LEVELS} | {"W": UNKNOWN, "N": NOT_APPLICABLE}
        for key, choice in choices.items():
            self._key(key).setProperty("choice", choice)
        for shortcut in self.findChildren(QShortcut):
            shortcut.activated.connect(self._on_level_key)
        self._key("K").activated.connect(self._on_note_key)
        for key in ("Return", "Enter", "PgDown"):
            self._key(key).activated.connect(self.go_on)
        self._key("PgUp").activated.connect(self.go_back)
        self._key("Esc").activated.connect(self._card.focus_choice)

    def _key(self, key: str) -> QShortcut:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        return QShortcut(QKeySequence(key), self, context=context)

    def _arrange(self) -> None:
        unit = self.fontMetrics().height() // 4
        self._list_button.setObjectName("show-list")
        self._list_button.setText(self.tr("List of questions"))
        self._list_button.setCheckable(True)
        self._back.setObjectName("back")
        self._next_open.setObjectName("next-open")
        self._next.setObjectName("next")
        self._next.setProperty("primary", "true")
        self._scroll.column.addWidget(self._card)

        buttons = QHBoxLayout()
        buttons.setContentsMargins(8 * unit, 2 * unit, 8 * unit, 4 * unit)
        buttons.setSpacing(2 * unit)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self._next_open)
        buttons.addWidget(self._next)
        above = QHBoxLayout()
        above.setContentsMargins(8 * unit, 2 * unit, 8 * unit, 0)
        above.addWidget(self._list_button)
        above.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(above)
        right.addWidget(self._scroll, 1)
        right.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._panel)
        layout.addLayout(right, 1)


def _good_enough(texts: Texts, item: Item, size: SizeClass, level: int) -> str:
    """Which level is good enough for municipalities of this size, and why if it is said."""
    words = texts(f"size.{size}")
    if size in item.proportionality:
        return texts("card.proportionality", size=words, sentence=item.proportionality[size])
    return texts("card.good_enough", size=words, level=level)
