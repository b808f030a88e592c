"""What was rescued of a damaged workspace, in three sentences; what is asked about a lost one."""

from dataclasses import dataclass

from kiassess.domain.backups import Backup
from kiassess.domain.rescue import Rescue
from kiassess.wording.texts import Texts


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its two answers.

    Attributes:
        text: What is asked.
        other: What is done if the user insists.
        safe: What is done otherwise.
    """

    text: str
    other: str
    safe: str


def rescue_words(rescue: Rescue, file: str, texts: Texts) -> str:
    """What has happened, what is rescued, and where the damaged file is: three sentences.

    Args:
        rescue: What was done.
        file: The name of the workspace.
        texts: In the language wanted.
    """
    where = "rescue.go_on" if rescue.complete else "rescue.look_through"
    return " ".join(
        (
            texts("rescue.happened", file=file),
            _rescued(rescue, texts),
            texts(where, aside=rescue.aside),
        )
    )


def lost_question(file: str, backup: Backup, texts: Texts) -> Question:
    """Whether to restore a backup where the workspace is missing or empty."""
    return Question(
        texts("rescue.missing", file=file, date=texts.moment(backup.at)),
        other=texts("rescue.begin_anew"),
        safe=texts("rescue.restore"),
    )


def unusable_question(file: str, texts: Texts) -> Question:
    """Whether to begin anew where nothing can be rescued."""
    return Question(
        texts("rescue.unusable", file=file),
        other=texts("rescue.begin_anew"),
        safe=texts("rescue.close"),
    )


def _rescued(rescue: Rescue, texts: Texts) -> str:
    counted = {
        "assessments": texts("rescue.assessments", n=rescue.assessments),
        "answers": texts("rescue.answers", n=rescue.answers),
    }
    dated = {} if rescue.backup is None else {"date": texts.moment(rescue.backup.at)}
    key = _key(rescue)
    key = f"{key}_dated" if dated and texts.has(f"rescue.{key}_dated") else key
    named = {"list": _names(rescue.lost, texts)}
    return texts(f"rescue.{key}", n=rescue.from_backup, **counted, **dated, **named)


def _key(rescue: Rescue) -> str:
    """Which sentence says what is rescued."""
    if rescue.lost:
        return "some_lost"
    if not rescue.assessments:
        return "nothing_in_it"
    if rescue.complete:
        return "complete"
    if not rescue.from_backup:
        return "partly"
    all_of_them = rescue.backup and rescue.from_backup == rescue.answers
    return "backup_only" if all_of_them else "partly_journal"


def _names(lost: tuple[str, ...], texts: Texts) -> str:
    named = sorted(f"„{name}“" if texts.language == "de" else f"“{name}”" for name in lost if name)
    nameless = lost.count("")
    return ", ".join([*named, *([texts("rescue.nameless", n=nameless)] if nameless else [])])
