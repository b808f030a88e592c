"""What deleting an assessment takes away."""

from dataclasses import dataclass

from kiassess.domain.assessment import Assessment


@dataclass(frozen=True, slots=True)
class Belongings:
    """What goes with an assessment.

    Attributes:
        assessment: Which one.
        answers: Items with an answer, “weiß nicht” included.
        notes: Answers with a note.
        steps: Entries of its history.
        states: Names of its frozen states.
        backups: Backups that hold it.
        aside: Damaged or replaced files set aside; it may be in them.
        entries: What is kept beside the answers: plan, own measures, register, use cases.
    """

    assessment: Assessment
    answers: int
    notes: int
    steps: int
    states: tuple[str, ...]
    backups: int
    aside: int
    entries: int = 0
