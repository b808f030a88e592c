"""Qt view of the register of AI systems."""

from collections.abc import Sequence
from datetime import date

from kiassess.domain.history import Subject
from kiassess.domain.register import AiSystem
from kiassess.ui.models.grid_model import GridCell
from kiassess.ui.models.words_model import WordsModel
from kiassess.wording.planning import kind_label
from kiassess.wording.register import review_words, risk_words
from kiassess.wording.texts import Texts

COLUMNS = ("name", "status", "purpose", "risk", "responsible", "review")
UNKNOWN_DAY = date.max


class RegisterModel(WordsModel):
    """A row for each system, in the order they are given."""

    _ids: tuple[str, ...] = ()

    def show_systems(self, systems: Sequence[AiSystem], today: date, texts: Texts) -> None:
        """Show other systems.

        Args:
            systems: In the order of the rows.
            today: The day of the local clock; reviews before it are overdue.
            texts: The language.
        """
        self._ids = tuple(one.id for one in systems)
        labels = [kind_label(Subject.SYSTEM, name, texts) for name in COLUMNS]
        titles = [label.replace(" ", "\n", 1) for label in labels]
        self.set_grid(titles, [_row(one, today, texts) for one in systems])

    def id_of(self, row: int) -> str:
        """``AiSystem.id`` of a row."""
        return self._ids[row]

    def row_of(self, system_id: str) -> int | None:
        """The row of a system; ``None`` if it is not shown."""
        return self._ids.index(system_id) if system_id in self._ids else None


def _row(system: AiSystem, today: date, texts: Texts) -> tuple[GridCell, ...]:
    words = (
        system.name,
        texts(f"use_status.{system.status}"),
        system.purpose,
        risk_words(system, texts),
        system.responsible,
    )
    review = GridCell(
        review_words(system, today, texts), (system.review or UNKNOWN_DAY).toordinal()
    )
    return (*(GridCell(word, word.casefold()) for word in words), review)
