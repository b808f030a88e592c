"""The list of questions with search and filter, beside the card."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QListView, QVBoxLayout, QWidget

from kiassess.domain.assessment import AnswerState, OpenAssessment
from kiassess.domain.questionnaire import Item
from kiassess.marks import override
from kiassess.ui.icons import Icons
from kiassess.ui.models.items_model import ItemFilter, ItemsModel, StateFilter
from kiassess.ui.theme import Appearance
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.wrapping_delegate import WrappingDelegate
from kiassess.wording.texts import Texts

STATE_ROLES = {
    AnswerState.OPEN: "edge",
    AnswerState.ANSWERED: "accent",
    AnswerState.UNKNOWN: "attention",
    AnswerState.NOT_APPLICABLE: "muted",
}
WIDTH_IN_LETTERS = 30


class QuestionPanel(QWidget):
    """Search field, filter and list of the questions with their states.

    Signals:
        item_chosen: The user went to another question.
                     arg: The ``Item``.
    """

    item_chosen = Signal(Item)

    def __init__(
        self, texts: Texts, appearance: Appearance, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._icons = icons
        self._model = ItemsModel(texts, self)
        self._search = QLineEdit(self)
        self._filter = QComboBox(self)
        self._nothing = Label(self.tr("No question matches."), "muted", parent=self)
        self._list = QListView(self)
        self._showing = ""
        self._arrange()

        self._search.textChanged.connect(self._on_filter)
        self._filter.currentIndexChanged.connect(self._on_filter)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        appearance.changed.connect(self._show_icons)
        self._show_icons()

    def show_assessment(self, opened: OpenAssessment | None) -> None:
        """List the questions of another assessment, all of them."""
        self._search.clear()
        self._fill_filter(opened)
        self._model.set_assessment(opened)
        self._on_filter()

    def update_answers(self, opened: OpenAssessment) -> None:
        """Show changed states."""
        self._model.update_answers(opened)

    def show_current(self, item_id: str) -> None:
        """Mark the question on the card; this is not announced."""
        self._showing = item_id
        index = self._model.index_of(item_id)
        if index.isValid():
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def listed(self) -> tuple[Item, ...]:
        """The questions the filter lets through."""
        return self._model.listed()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus()
        self._search.selectAll()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._list.doItemsLayout()  # rows are as high as their texts wrap now
        self.show_current(self._showing)

    @Slot()
    def _on_filter(self) -> None:
        chosen = self._filter.currentData() or ItemFilter()
        self._model.set_filter(ItemFilter(chosen.state, chosen.role, self._search.text()))
        found = bool(self._model.listed())
        self._nothing.setVisible(not found)
        self._list.setVisible(found)
        self.show_current(self._showing)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        item = current.data(ItemsModel.ItemRole)
        if item is not None and item.id != self._showing:
            self._showing = item.id
            self.item_chosen.emit(item)

    @Slot()
    def _show_icons(self) -> None:
        theme = self._appearance.theme
        self._model.set_icons(
            {
                state: self._icons.icon(state.value, theme, role)
                for state, role in STATE_ROLES.items()
            },
            self._icons.icon("differing", theme, "attention"),
        )
        height = self._list.fontMetrics().height()
        self._list.setIconSize(QSize(height, height))
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * (WIDTH_IN_LETTERS + 10))

    def _fill_filter(self, opened: OpenAssessment | None) -> None:
        self._filter.clear()
        self._filter.addItem(self.tr("All questions"), ItemFilter())
        self._filter.addItem(self.tr("Open questions"), ItemFilter(StateFilter.OPEN))
        self._filter.addItem(self.tr("Answered “don't know”"), ItemFilter(StateFilter.UNKNOWN))
        if opened is None:
            return
        if opened.voices:
            clarify, agree = ItemFilter(StateFilter.CLARIFY), ItemFilter(StateFilter.AGREE)
            self._filter.addItem(self.tr("Needs clarifying: two levels apart or more"), clarify)
            self._filter.addItem(self.tr("Still to be agreed: voices differ"), agree)
        asked = {role for item in opened.items() for role in item.roles}
        for role in opened.questionnaire.roles:
            if role.id in asked:
                title = self.tr("Knows: {role}").format(role=role.name)
                self._filter.addItem(title, ItemFilter(role=role.id))

    def _arrange(self) -> None:
        unit = self.fontMetrics().height() // 4
        self.setObjectName("question-panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._search.setObjectName("search")
        self._search.setPlaceholderText(self.tr("Search questions (Ctrl+F)"))
        self._search.setAccessibleName(self.tr("Search questions"))
        self._search.setClearButtonEnabled(True)
        self._filter.setObjectName("filter")
        self._filter.setAccessibleName(self.tr("Which questions are listed"))
        self._filter.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._filter.setMinimumContentsLength(12)
        self._list.setObjectName("items")
        self._list.setAccessibleName(self.tr("Questions"))
        self._list.setModel(self._model)
        self._list.setWordWrap(True)
        self._list.setItemDelegate(WrappingDelegate(self._list))
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: one that appears later would leave less room than the rows were made for.
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * unit, 3 * unit, 3 * unit, 2 * unit)
        layout.setSpacing(2 * unit)
        for widget in (self._search, self._filter, self._nothing):
            layout.addWidget(widget)
        layout.addWidget(self._list, 1)
