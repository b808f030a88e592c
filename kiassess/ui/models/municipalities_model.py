"""Qt view of municipalities that were found: one line each."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from kiassess.domain.municipality import Municipality
from kiassess.marks import override
from kiassess.ui.models.record_model import NOWHERE, Index
from kiassess.wording.texts import Texts


class MunicipalitiesModel(QAbstractListModel):
    """Read-only list model; names can be shared, so it shows what tells them apart.

    Class attributes:
        MunicipalityRole: Role of the ``Municipality`` of a row.
    """

    MunicipalityRole = Qt.ItemDataRole.UserRole

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._municipalities: tuple[Municipality, ...] = ()

    def set_municipalities(self, municipalities: tuple[Municipality, ...]) -> None:
        """Show others."""
        self.beginResetModel()
        self._municipalities = municipalities
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._municipalities)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        municipality = self._municipalities[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._line(municipality)
            case self.MunicipalityRole:
                return municipality
        return None

    def _line(self, municipality: Municipality) -> str:
        where = ", ".join(filter(None, (municipality.district, municipality.state)))
        name = f"{municipality.name} — {where}" if where else municipality.name
        parts = [name, municipality.key]
        if municipality.population is not None:
            count = self._texts.count(municipality.population)
            parts.append(self.tr("{count} inh.").format(count=count))
        return " · ".join(filter(None, parts))
