"""The dialogs “Eigene Maßnahme” and “Eigener Wortlaut”: what a municipality writes itself."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from kiassess.domain.kinds import TOP_LEVEL
from kiassess.domain.measures import Cost, Effort, Measure, Trigger
from kiassess.domain.own_measures import BENEFITS, OwnMeasure, as_measure, own_words
from kiassess.domain.questionnaire import Questionnaire
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.flow import FlowLayout
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.wheel_guard import WheelGuard
from kiassess.wording.texts import Texts

LINES = 4  # of the field for the steps
LETTERS = 24  # for which a list has room at least
USUAL_LEVEL = 2  # what a question has to reach, if nobody says otherwise


class OwnMeasureDialog(FormDialog):
    """Asks for a measure, or for other words of one in the catalogue; only the title is needed.

    Of a measure in the catalogue only what differs from it is kept, so that the rest goes on
    following the catalogue. Its benefit, step and questions stay as they are there.
    """

    def __init__(
        self,
        measure_id: str,
        texts: Texts,
        questionnaire: Questionnaire,
        steps: Mapping[int, str],
        *,
        own: OwnMeasure | None = None,
        catalogue: Measure | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show what is kept so far.

        Args:
            measure_id: Of the measure; that of a new one is kept by nobody yet.
            texts: The language.
            questionnaire: Whose roles and questions can be chosen.
            steps: The seven steps by number, with their names.
            own: What the municipality has written so far.
            catalogue: The measure whose words are replaced; ``None`` for an own one.
            parent: The window below.
        """
        buttons = QDialogButtonBox.StandardButton
        super().__init__(buttons.Ok | buttons.Cancel, parent)
        self._id, self._own, self._catalogue = measure_id, own, catalogue
        self._title, self._goal, self._result, self._pitfall, self._kpi = (
            QLineEdit(self) for _ in range(5)
        )
        self._steps = QPlainTextEdit(self)
        levels = [(str(n), texts("items.level", level=n)) for n in range(1, TOP_LEVEL + 1)]
        items = [(item.id, item.title) for item in questionnaire.items()]
        roles = [(role.id, role.name) for role in questionnaire.roles]
        self._lead = _combo([("", self.tr("nobody yet")), *roles], self)
        self._effort = _combo(((e.value, texts(f"effort.{e}")) for e in Effort), self)
        self._cost = _combo(((c.value, texts(f"cost.{c}")) for c in Cost), self)
        self._benefit = _combo(((str(b), texts(f"benefit.b{b}")) for b in BENEFITS), self)
        self._step = _combo(((str(n), name) for n, name in steps.items()), self)
        self._item = _combo([("", self.tr("no question, it always fits")), *items], self)
        self._level = _combo(levels, self)
        self._accept = self.make_primary(self.tr("&Keep"))
        WheelGuard(self).watch(*self.findChildren(QComboBox), self._steps)
        self._arrange()
        self._fill()

        self._title.textChanged.connect(self._on_changed)
        self._item.currentIndexChanged.connect(self._on_changed)
        self._on_changed()
        self._title.setFocus()

    def ask(self) -> OwnMeasure | None:
        """Show the dialog once; ``None`` if the user keeps nothing."""
        accepted = self.exec() == QDialog.DialogCode.Accepted
        value = self.value() if accepted else None
        self.deleteLater()
        return value

    def value(self) -> OwnMeasure:
        """What is to be kept; of a measure of the catalogue only what differs from it."""
        written = self._written()
        catalogue = self._catalogue
        if catalogue is None:
            return written
        given = {
            name: value
            for name in ("title", "goal", "steps", "result", "pitfall", "kpi", "effort", "cost")
            if (value := getattr(written, name)) != getattr(catalogue, name)
        }
        lead = "" if written.lead == catalogue.lead else written.lead
        return OwnMeasure(self._id, **given, lead=lead)

    def _written(self) -> OwnMeasure:
        lines = (line.strip() for line in self._steps.toPlainText().splitlines())
        return OwnMeasure(
            self._id,
            title=self._title.text().strip(),
            goal=self._goal.text().strip(),
            steps=tuple(line for line in lines if line),
            result=self._result.text().strip(),
            pitfall=self._pitfall.text().strip(),
            kpi=self._kpi.text().strip(),
            effort=Effort(self._effort.currentData()),
            cost=Cost(self._cost.currentData()),
            benefit=int(self._benefit.currentData()),
            lead=self._lead.currentData(),
            step=int(self._step.currentData()),
            triggers=self._triggers(),
        )

    def _triggers(self) -> tuple[Trigger, ...]:
        """The question chosen, and what was kept of others."""
        kept = () if self._own is None else self._own.triggers
        item_id = self._item.currentData()
        if not item_id:
            return kept[1:]
        rest = (one for one in kept[1:] if one.item_id != item_id)
        return (Trigger(item_id, int(self._level.currentData())), *rest)

    def _shown(self) -> Measure | None:
        if self._catalogue is not None:
            own, catalogue = self._own, self._catalogue
            return catalogue if own is None else own_words(catalogue, own)
        return None if self._own is None else as_measure(self._own)

    def _fill(self) -> None:
        shown = self._shown()
        if shown is None:
            shown = as_measure(OwnMeasure(self._id, title=self.tr("New measure")))
        else:
            self._title.setText(shown.title)
        for line, text in (
            (self._goal, shown.goal),
            (self._result, shown.result),
            (self._pitfall, shown.pitfall),
            (self._kpi, shown.kpi),
        ):
            line.setText(text)
            line.setCursorPosition(0)
        self._title.setCursorPosition(0)
        self._steps.setPlainText("\n".join(shown.steps))
        trigger = next(iter(shown.triggers), Trigger("", USUAL_LEVEL))
        for combo, key in (
            (self._lead, shown.lead),
            (self._effort, shown.effort),
            (self._cost, shown.cost),
            (self._benefit, shown.benefit),
            (self._step, shown.step),
            (self._item, trigger.item_id),
            (self._level, trigger.below),
        ):
            combo.setCurrentIndex(max(0, combo.findData(str(key))))

    @Slot()
    def _on_changed(self) -> None:
        blank = not self._title.text().strip()
        self._accept.setEnabled(not blank)
        self.show_hint(self.tr("It needs a title.") if blank else "")
        self._level.setEnabled(bool(self._item.currentData()))

    def _arrange(self) -> None:
        own = self._catalogue is None
        name = self.tr("Own measure") if own else self.tr("Own wording")
        about = (
            self.tr("Only the title is needed. It then stands among the recommended measures.")
            if own
            else self.tr(
                "What you leave empty or unchanged goes on following the catalogue. "
                "You can get its words back at any time."
            )
        )
        self.setWindowTitle(name)
        self._steps.setTabChangesFocus(True)
        self._steps.setFixedHeight(self.fontMetrics().lineSpacing() * (LINES + 1))
        self.column.addWidget(Label(name, "section", parent=self))
        self.column.addWidget(Label(about, "help", parent=self))
        for name, label, control in (
            ("title", self.tr("&Title"), self._title),
            ("goal", self.tr("&Goal: what is better afterwards"), self._goal),
            ("steps", self.tr("&Steps, one a line"), self._steps),
            ("result", self.tr("&Result: what there is at the end"), self._result),
            ("pitfall", self.tr("Stumbling &block"), self._pitfall),
            ("kpi", self.tr("How you measure s&uccess"), self._kpi),
        ):
            self.column.addWidget(self._field(name, label, control))
        self.column.addLayout(
            self._lists(
                ("lead", self.tr("&Lead"), self._lead),
                ("effort", self.tr("&Effort"), self._effort),
                ("cost", self.tr("&Cost in the first year"), self._cost),
            )
        )
        self.column.addLayout(
            self._lists(
                ("benefit", self.tr("Be&nefit"), self._benefit),
                ("step", self.tr("Ste&p to the strategy"), self._step),
            )
        )
        self.column.addLayout(
            self._lists(
                ("item", self.tr("Fits as long as this &question"), self._item),
                ("level", self.tr("is below le&vel"), self._level),
            )
        )
        self.column.addStretch()

    def _lists(self, *named: tuple[str, str, QComboBox]) -> FlowLayout:
        row = FlowLayout()
        row.setSpacing(self.fontMetrics().height())
        only_own = {"benefit", "step", "item", "level"}
        for name, label, combo in named:
            field = self._field(name, label, combo)
            field.setVisible(self._catalogue is None or name not in only_own)
            row.addWidget(field)
        return row

    def _field(self, name: str, label: str, control: QWidget) -> Field:
        control.setObjectName(name)
        control.setAccessibleName(label.replace("&", ""))
        return Field(label, control, self)


def _combo(named: Iterable[tuple[str, str]], parent: QWidget) -> QComboBox:
    """A list of names with their keys; as narrow as it may be, only its open list is wider."""
    combo = QComboBox(parent)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(LETTERS)
    for key, name in named:
        combo.addItem(name, key)
    return combo
