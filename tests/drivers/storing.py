"""Do one kind of thing over and over without a window, telling whatever has been done.

python storing.py KIND WORKSPACE [NUMBER]
"""

import hashlib
import itertools
import json
import sys
from datetime import timedelta
from pathlib import Path

from builders import NOON, make_answer
from probe import FOLDER

from kiassess.content.library import Library
from kiassess.domain.assessment import Answer
from kiassess.domain.backups import LAST, BackupKind
from kiassess.domain.history import Subject
from kiassess.paths import bundled
from kiassess.store import journal
from kiassess.workflow import assessing, deleting, history, listing, safekeeping, states
from kiassess.workflow.workspace import Workspace, open_for_writing

NOTE = 300  # characters, so that answers take room
LIBRARY = Library(FOLDER, bundled().questionnaires)


def tell(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def digest(answers: dict[str, Answer]) -> str:
    """The same for the same answers."""
    text = repr([answers[item_id] for item_id in sorted(answers)])
    return hashlib.sha256(text.encode()).hexdigest()


def replayed(workspace: Workspace, assessment_id: str) -> dict[int, dict[str, Answer]]:
    """The answers after each step, from the journal alone."""
    found: dict[int, dict[str, Answer]] = {0: {}}
    answers: dict[str, Answer] = {}
    for step in journal.load_steps(workspace.db, assessment_id):
        for change in step.changes:
            if change.subject is Subject.ANSWER:
                answers[change.item_id] = change.after
        answers = {item_id: answer for item_id, answer in answers.items() if answer is not None}
        found[step.head.number] = dict(answers)
    return found


def only_id(workspace: Workspace) -> str:
    return listing.list_all(workspace)[0].assessment.id


def save(workspace: Workspace) -> None:
    """Answer question after question; tell each number."""
    opened = assessing.load(workspace, only_id(workspace), "de")
    items = opened.items()
    for number in itertools.count(journal.last_number(workspace.db, opened.assessment.id) + 1):
        note = f"{number} " + "n" * NOTE
        answer = make_answer(items[number % len(items)].id, number % 5, note=note)
        opened = assessing.answer(workspace, opened, answer, now=NOON + timedelta(hours=number))
        tell(number)


def change(workspace: Workspace) -> None:
    """Answer, take back, do again, set targets, freeze, back up; tell how it is after each."""
    assessment_id = only_id(workspace)
    for number in itertools.count():
        opened = assessing.load(workspace, assessment_id, "de")
        step = journal.last_number(workspace.db, assessment_id) + 1
        frozen = len(states.list_states(workspace, assessment_id))
        now = NOON + timedelta(minutes=step, seconds=frozen)
        backup = ""
        match number % 6:
            case 0 | 1:
                item = opened.items()[step % 7].id
                note = f"{step} " + "n" * NOTE
                answer = make_answer(item, step % 5, note=note)
                assessing.answer(workspace, opened, answer, now=now)
            case 2:
                history.undo(workspace, assessment_id, now=now)
            case 3:
                history.redo(workspace, assessment_id, now=now)
            case 4:
                levels = {item.id: step % 5 for item in opened.items()}
                assessing.set_targets(workspace, opened, levels, now=now)
                frozen += 1
                states.freeze(workspace, opened, f"Stand {frozen}", now=now)
            case _:
                backup = safekeeping.back_up(workspace, BackupKind.MANUAL, now=now).name
        last = journal.last_number(workspace.db, assessment_id)
        opened = assessing.load(workspace, assessment_id, "de")
        done = {"step": last, "frozen": frozen, "backup": backup, "is": digest(opened.answers)}
        tell(json.dumps(done))


def restore(workspace: Workspace) -> None:
    """Restore the two manual backups in turn, before they are too old to be kept; tell each."""
    made = safekeeping.list_backups(workspace.path)
    both = [backup for backup in made if backup.kind is BackupKind.MANUAL]
    for number in range(LAST - 2):
        now = NOON + timedelta(days=1, seconds=number)
        safekeeping.restore(workspace, both[number % 2], now=now)
        tell(both[number % 2].name)


def delete(workspace: Workspace) -> None:
    """Delete all assessments but the last, also from the backups; tell each."""
    for listed in sorted(listing.list_all(workspace), key=lambda one: one.assessment.id)[:-1]:
        deleting.delete(workspace, listed.assessment.id, from_backups=True)
        tell(listed.assessment.id)


KINDS = {"save": save, "change": change, "restore": restore, "delete": delete}


def main() -> None:
    tell("ready")
    with open_for_writing(Path(sys.argv[2]), LIBRARY) as workspace:
        tell("opened")
        if sys.argv[1] in KINDS:
            KINDS[sys.argv[1]](workspace)


if __name__ == "__main__":
    main()
