"""What a workshop knows beside the answers, as long as the program runs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiassess.domain.assessment import Voice


@dataclass(frozen=True, slots=True)
class Remembered:
    """What happened on one question.

    Attributes:
        signs: What was typed as votes, by the name of the seat.
        revealed: Whether the votes have been shown.
        seconds: How long it was talked about.
    """

    signs: Mapping[str, str] = field(default_factory=dict)
    revealed: bool = False
    seconds: float = 0.0


class WorkshopMemory:
    """Lets a workshop that was left go on where it was.

    Attributes:
        item_id: The question shown last; ``""`` if there was none.
    """

    def __init__(self) -> None:
        self.item_id = ""
        self._by_item: dict[str, Remembered] = {}
        self._heard: dict[str, tuple[Voice, ...]] = {}

    def of(self, item_id: str) -> Remembered:
        """What happened on a question so far."""
        return self._by_item.get(item_id, Remembered())

    def keep(self, item_id: str, what: Remembered) -> None:
        """Remember what happened on a question, the one shown last."""
        self.item_id = item_id
        self._by_item[item_id] = what

    def heard(self, item_id: str, voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
        """What was said on a question before the workshop.

        Args:
            item_id: Of the question.
            voices: Those there are now; they count when the question comes up for the first time.
        """
        return self._heard.setdefault(item_id, voices)
