"""The dialog “Ziele eines Bausteins”: the levels wanted for all its questions."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.kinds import LEVELS, Extent
from kiassess.domain.questionnaire import BuildingBlock
from kiassess.domain.targets import TargetRow, block_targets, gap_of, too_ambitious
from kiassess.ui.dialogs.size_line import SizeLine
from kiassess.ui.dialogs.target_field import TargetField
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.layouts import clear_layout
from kiassess.ui.widgets.speech import announce
from kiassess.ui.widgets.wheel_guard import WheelGuard
from kiassess.wording.texts import Texts


class TargetsDialog(FormDialog):
    """Sets targets for a whole building block at once, or one by one.

    What is chosen for one building block is kept while another is looked at.
    """

    def __init__(
        self,
        opened: OpenAssessment,
        block_id: str,
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        buttons = QDialogButtonBox.StandardButton
        super().__init__(buttons.Ok | buttons.Cancel, parent)
        self._opened = opened
        self._texts = texts
        self._names = tuple(level.name for level in opened.questionnaire.levels)
        self._blocks = [b for b in opened.questionnaire.blocks if block_targets(b.id, opened)]
        self._rows: tuple[TargetRow, ...] = ()
        self._chosen: dict[str, int | None] = {}  # by item id, of all blocks looked at
        self._fields: dict[str, TargetField] = {}
        self._guard = WheelGuard(self)
        self._block = QComboBox(self)
        self._all = QGroupBox(self)
        self._list = QVBoxLayout()
        self._arrange()
        self._fill_blocks(block_id)

        self._block.currentIndexChanged.connect(self._on_block_changed)
        self._block.setFocus()
        self._show_block()

    @staticmethod
    def ask(
        parent: QWidget | None, texts: Texts, opened: OpenAssessment, block_id: str = ""
    ) -> dict[str, int | None]:
        """Ask for other targets; empty if the user leaves them as they are.

        Args:
            parent: The window below.
            texts: The sentences in the language of the window.
            opened: The assessment.
            block_id: The building block to begin with; else the first one.
        """
        dialog = TargetsDialog(opened, block_id, texts, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        value = dialog.value() if accepted else {}
        dialog.deleteLater()
        return value

    def value(self) -> dict[str, int | None]:
        """The targets that differ from those kept, by item id; ``None`` for the default."""
        return {
            item_id: target
            for item_id, target in self._chosen.items()
            if target != self._opened.answer(item_id).target
        }

    @Slot()
    def _on_block_changed(self) -> None:
        self._show_block()

    @Slot()
    def _on_all_chosen(self) -> None:
        target: int | None = self.sender().property("target")
        for row in self._rows:
            self._chosen[row.item.id] = target
            self._fields[row.item.id].show_value(target)
        self._reflect(say=True)

    @Slot()
    def _on_target_chosen(self) -> None:
        for item_id, field in self._fields.items():
            self._chosen[item_id] = field.value()
        self._reflect(say=True)

    def _show_block(self) -> None:
        """Show the questions of the chosen building block with their targets."""
        block: BuildingBlock | None = self._block.currentData()
        self._rows = block_targets(block.id, self._opened) if block is not None else ()
        for field in self._fields.values():
            field.hide()  # a layout shows what is new a moment later, even if it is gone by then
        clear_layout(self._list)
        self._fields = {row.item.id: self._field(row) for row in self._rows}
        for field in self._fields.values():
            self._list.addWidget(field)
        self._reflect(say=False)

    def _field(self, row: TargetRow) -> TargetField:
        level = self._texts(f"state.{row.state}")
        if row.level is not None:
            level = f"{row.level} – {self._names[row.level]}"
        today = self._texts("targets.today", level=level, weight=row.weight)
        field = TargetField(row.item.title, today, self)
        field.box.setObjectName(f"target-{row.item.id}")
        field.offer(self._names, row.preset)
        field.show_value(self._chosen.get(row.item.id, row.chosen))
        field.chosen.connect(self._on_target_chosen)
        self._guard.watch(field.box)
        return field

    def _reflect(self, *, say: bool) -> None:
        """Say what the chosen targets would mean; ``say`` it aloud after a change."""
        self.show_hint(self._meaning("targets.gap"))
        if say:
            announce(self._block, self._meaning("targets.gap_spoken"))

    def _meaning(self, gap_key: str) -> str:
        texts, targets = self._texts, self.value()
        if self._opened.assessment.extent is Extent.QUICK:
            lines = [texts("targets.quick")]
        else:
            gaps = gap_of(self._rows, {}), gap_of(self._rows, targets)
            now, after = (texts.number(gap) for gap in gaps)
            if gaps == (None, None):
                lines = [texts("targets.no_gap")]
            elif now == after:
                lines = [texts("targets.gap_same", now=now)]
            else:
                lines = [texts(gap_key, now=now, after=after)]
        if too_ambitious(self._rows, targets):
            lines.append(texts("targets.top"))
        return "\n".join(lines)

    def _fill_blocks(self, block_id: str) -> None:
        for block in self._blocks:
            self._block.addItem(block.name, block)
        ids = [block.id for block in self._blocks]
        if block_id in ids:
            self._block.setCurrentIndex(ids.index(block_id))

    def _arrange(self) -> None:
        self.setWindowTitle(self.tr("Targets of a building block"))
        self.make_primary(self.tr("&Apply"))
        self._block.setObjectName("block")
        self._guard.watch(self._block)
        self._all.setObjectName("all")
        self._all.setProperty("question", "true")
        self._all.setTitle(self.tr("Target for all questions of this building block"))
        row = FlowLayout(self._all)
        row.setSpacing(self.fontMetrics().height() // 2)
        for target in (None, *LEVELS[1:]):
            row.addWidget(self._button(target))
        self._list.setSpacing(self.fontMetrics().height() // 2)

        size = SizeLine(self._texts, self)
        size.show_population(self._opened.assessment.municipality.population)
        self.column.addWidget(Field(self.tr("&Building block"), self._block, self))
        self.column.addWidget(size)
        self.column.addWidget(self._all)
        self.column.addLayout(self._list)
        self.column.addStretch()

    def _button(self, target: int | None) -> QPushButton:
        if target is None:
            button = QPushButton(self.tr("&Default of the size class"), self._all)
        else:
            name = self._names[target].replace("&", "&&")  # a name has no mnemonic
            button = QPushButton(f"{target} – {name}", self._all)
        button.setObjectName("all-default" if target is None else f"all-{target}")
        button.setProperty("target", target)
        button.clicked.connect(self._on_all_chosen)
        return button
