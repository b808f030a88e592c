"""Finding the municipality in the register, or naming it freely."""

from collections.abc import Collection
from typing import Protocol

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kiassess.domain.municipality import Municipality, OrganisationType
from kiassess.ui.dialogs.chosen_municipality import ChosenMunicipality
from kiassess.ui.models.municipalities_model import MunicipalitiesModel
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.field import Field
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.result_list import ResultList
from kiassess.ui.widgets.search_field import SearchField
from kiassess.ui.widgets.speech import announce
from kiassess.ui.widgets.wheel_guard import WheelGuard
from kiassess.wording.texts import Texts

MOST_RESULTS = 50
NAME_LENGTH = 200


class Register(Protocol):
    """Where municipalities are looked up."""

    def search(
        self, query: str, types: Collection[OrganisationType] | None = None, limit: int = 50
    ) -> tuple[Municipality, ...]:
        """Find by the beginnings of words or of the key, the best first."""


class MunicipalityPicker(QWidget):
    """Kind of body, a search field, and below it what was found or chosen.

    Nothing counts as chosen until the user takes it: from the list, or as typed. Bodies of a
    kind that no register knows are taken as typed at once.

    Signals:
        changed: Another municipality is chosen, or none any more.
    """

    changed = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._register: Register | None = None
        self._register_lost = False
        self._municipality: Municipality | None = None
        self._model = MunicipalitiesModel(texts, self)
        self._type = QComboBox(self)
        self._search = SearchField(self)
        self._box = QStackedWidget(self)
        self._hint = Label(role="muted", parent=self)
        self._list = ResultList(self)
        self._below = QWidget(self)
        self._found = Label(role="help", parent=self)
        self._as_typed = QPushButton(self.tr("&Use the name as typed"), self)
        self._chosen = ChosenMunicipality(texts, self)
        self._set_up()
        self._arrange()

        self._type.currentIndexChanged.connect(self._on_type_changed)
        self._search.textEdited.connect(self._on_text_edited)
        self._search.entered.connect(self._on_entered)
        self._search.went_down.connect(self._list.enter)
        self._list.taken.connect(self._on_taken)
        self._list.left.connect(self._search.setFocus)
        self._as_typed.clicked.connect(self._on_as_typed_clicked)
        self._look_up()

    def municipality(self) -> Municipality | None:
        """What is chosen; ``None`` as long as nothing is."""
        return self._municipality

    def set_register(self, register: Register) -> None:
        """Look municipalities up here, also what has been typed by now."""
        self._register = register
        self._look_up()

    def do_without_register(self) -> None:
        """Say that the register cannot be read; names are taken as typed."""
        self._register_lost = True
        self._look_up()

    def focus_search(self) -> None:
        """Put the cursor where the name is typed."""
        self._search.setFocus()

    @Slot(int)
    def _on_type_changed(self, _index: int) -> None:
        self._choose(None)
        self._look_up()

    @Slot(str)
    def _on_text_edited(self, _text: str) -> None:
        self._choose(None)
        self._look_up()

    @Slot()
    def _on_entered(self) -> None:
        if self._municipality is not None:
            self.focusNextChild()
        elif self._model.rowCount():
            self._on_taken(self._model.index(0))
        else:
            self._on_as_typed_clicked()

    @Slot(QModelIndex)
    def _on_taken(self, index: QModelIndex) -> None:
        municipality = index.data(MunicipalitiesModel.MunicipalityRole)
        self._search.setFocus()  # before the list goes away
        self._search.setText(municipality.name)
        self._choose(municipality)

    @Slot()
    def _on_as_typed_clicked(self) -> None:
        name = clean(self._search.text())
        if name:
            self._search.setFocus()
            self._choose(Municipality(name, self._chosen_type()))

    def _chosen_type(self) -> OrganisationType:
        return OrganisationType(self._type.currentData())

    def _look_up(self) -> None:
        kind, typed = self._chosen_type(), self._search.text()
        found: tuple[Municipality, ...] = ()
        if kind is OrganisationType.OTHER:
            name = clean(typed)
            self._choose(Municipality(name, kind) if name else None)
        elif self._register is not None:
            found = self._register.search(typed, {kind}, MOST_RESULTS)
        self._model.set_municipalities(found)
        self._list.setCurrentIndex(self._model.index(0))
        self._reflect()
        if typed and self._municipality is None:
            announce(self._search, self._found.text() if found else self._hint.text())

    def _choose(self, municipality: Municipality | None) -> None:
        if municipality == self._municipality:
            return
        self._municipality = municipality
        self._reflect()
        if municipality is not None:
            announce(self._search, self._chosen.spoken())
        self.changed.emit()

    def _reflect(self) -> None:
        chosen, found = self._municipality, self._model.rowCount()
        if chosen is not None:
            self._chosen.show_municipality(chosen)
        self._chosen.setVisible(chosen is not None)
        self._box.setVisible(chosen is None)
        self._below.setVisible(chosen is None)
        self._box.setCurrentIndex(1 if found else 0)
        self._hint.setText("" if found else self._what_to_do())
        self._found.setText(self._count(found) if found else "")
        self._as_typed.setEnabled(bool(clean(self._search.text())))

    def _count(self, found: int) -> str:
        if found == MOST_RESULTS:
            return self.tr("The {count} best matches").format(count=found)
        return self.tr("%n match(es)", "", found)

    def _what_to_do(self) -> str:
        kind, typed = self._chosen_type(), clean(self._search.text())
        if kind is OrganisationType.OTHER:
            return self.tr("Type the name of your organisation.")
        if self._register_lost:
            return self.tr(
                "The register of municipalities cannot be read. Please type the name and use it "
                "as typed."
            )
        if self._register is None or not typed:
            return self.tr(
                "Type the beginning of the name, such as “bad d”, or the official key, such as "
                "“08421”, and choose from the list."
            )
        others = {found.type for found in self._register.search(typed)}
        if others:
            kinds = ", ".join(self._texts(f"type.{k}") for k in OrganisationType if k in others)
            return self.tr(
                "Nothing found under “{kind}”, but under: {others}. Please choose that kind "
                "above, or use the name as you typed it."
            ).format(kind=self._texts(f"type.{kind}"), others=kinds)
        return self.tr(
            "“{name}” is not in the register. Please check the spelling, or use the name as you "
            "typed it."
        ).format(name=typed)

    def _set_up(self) -> None:
        for kind in OrganisationType:
            self._type.addItem(self._texts(f"type.{kind}"), kind)
        self._type.setObjectName("type")
        self._search.setObjectName("search")
        self._search.setMaxLength(NAME_LENGTH)
        self._search.setPlaceholderText(self.tr("e.g. bad d, Muenster or 08421"))
        self._list.setObjectName("results")
        self._list.setAccessibleName(self.tr("Matches"))
        self._list.setModel(self._model)
        self._hint.setObjectName("what-to-do")
        self._found.setObjectName("found")
        self._as_typed.setObjectName("as-typed")
        self._as_typed.setAutoDefault(False)
        WheelGuard(self).watch(self._type)

    def _arrange(self) -> None:
        unit = self.fontMetrics().height() // 4
        card = Card(self)
        card.body.addWidget(self._hint)
        card.body.addStretch()
        self._box.addWidget(card)
        self._box.addWidget(self._list)
        row = QHBoxLayout(self._below)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._found, 1)
        row.addWidget(self._as_typed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * unit)
        layout.addWidget(Field(self.tr("&Type of organisation"), self._type, self))
        layout.addWidget(Field(self.tr("&Name or official key (AGS)"), self._search, self))
        layout.addWidget(self._box)
        layout.addWidget(self._below)
        layout.addWidget(self._chosen)


def clean(typed: str) -> str:
    """A name as typed, without needless spaces and signs nobody can see."""
    words = ("".join(c for c in word if c.isprintable()) for word in typed.split())
    return " ".join(filter(None, words))
