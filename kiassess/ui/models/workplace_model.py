"""Qt view of the facts of the workplace check: what each is about, and what was found."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from kiassess.ui.models.grid_model import GridCell
from kiassess.ui.models.words_model import WordsModel
from kiassess.wording.texts import Texts
from kiassess.wording.workplace import Fact


class WorkplaceModel(WordsModel):
    """Read-only table of names and values."""

    def __init__(self, facts: Sequence[Fact], texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        rows = [(GridCell(fact.name), GridCell(fact.value, fact.value)) for fact in facts]
        self.set_grid((texts("workplace.fact"), texts("workplace.value")), rows)
