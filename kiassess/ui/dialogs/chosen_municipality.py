"""What the register knows about the municipality that was chosen."""

from datetime import date

from PySide6.QtWidgets import QWidget

from kiassess.domain.municipality import Municipality, OrganisationType
from kiassess.ui.widgets.card import Card
from kiassess.ui.widgets.labels import Label
from kiassess.wording.texts import Texts


class ChosenMunicipality(Card):
    """The name, and in a calm line what tells it from others of the same name."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent, notice=True)
        self._texts = texts
        self._name = Label(role="strong", parent=self)
        self._facts = Label(parent=self)
        self._name.setObjectName("chosen-name")
        self._facts.setObjectName("chosen-facts")
        self.body.addWidget(self._name)
        self.body.addWidget(self._facts)

    def show_municipality(self, municipality: Municipality) -> None:
        """Show another one."""
        self._name.setText(municipality.name)
        if municipality.key:
            self._facts.setText(" · ".join(filter(None, self._parts(municipality))))
        else:
            self._facts.setText(self.tr("Not from the register: the name is used as you typed it."))

    def spoken(self) -> str:
        """What is shown, as one text."""
        return f"{self._name.text()}. {self._facts.text()}"

    def _parts(self, municipality: Municipality) -> tuple[str, ...]:
        where = ", ".join(filter(None, (municipality.district, municipality.state)))
        if municipality.type is OrganisationType.MUNICIPALITY:
            key = self.tr("AGS {key}").format(key=municipality.key)
        else:
            key = self.tr("Key {key}").format(key=municipality.key)
        count = self._texts.count(municipality.population)
        people = self.tr("{count} inhabitants").format(count=count)
        territory = ""
        if municipality.territory_date:
            day = self._texts.day(date.fromisoformat(municipality.territory_date))
            territory = self.tr("territory as of {day}").format(day=day)
        return municipality.designation, where, key, people, territory
