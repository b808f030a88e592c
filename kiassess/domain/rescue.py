"""What has become of a damaged workspace."""

from dataclasses import dataclass

from kiassess.domain.backups import Backup


@dataclass(frozen=True, slots=True)
class Rescue:
    """A damaged workspace was rescued.

    Attributes:
        aside: Where the damaged file lies now, unchanged.
        backup: The backup that has helped; ``None`` if there was none of use.
        assessments: How many there are now.
        answers: How many there are now, in all assessments.
        from_backup: How many of them came from the journal or the backup, because their own
            place was damaged.
        lost: The names of the municipalities of assessments that could not be rescued; ``""``
            for one whose name is lost, too.
        complete: Whether it is certain that nothing is missing and every answer is the newest;
            the history may have gaps nevertheless.
    """

    aside: str
    backup: Backup | None
    assessments: int
    answers: int
    from_backup: int
    lost: tuple[str, ...]
    complete: bool
