"""A real disk of two megabytes, filled by the session of the window with long notes.

python fill_disk.py FOLDER wal|delete, as root of a user namespace of its own.
Prints one line of JSON.
"""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

from builders import NOON, make_answer
from probe import FOLDER, PROBE
from PySide6.QtCore import QCoreApplication
from scenarios import LOCAL, NAME, SYNCED, content

from kiassess.content.library import Library
from kiassess.domain.assessment import NewAssessment
from kiassess.domain.errors import KiassessError
from kiassess.domain.municipality import Municipality
from kiassess.paths import bundled
from kiassess.ui.session import Session
from kiassess.wording.texts import load_texts
from kiassess.workflow import assessing
from kiassess.workflow.workspace import open_for_reading, open_for_writing

MOST = 2_000  # answers; a disk that never fills is none
LIBRARY = Library(FOLDER, bundled().questionnaires)


def fill(folder: Path, journal: str) -> dict[str, object]:
    """Answer until the disk is full, make room, and save what was refused."""
    texts = load_texts(bundled().texts, "de")
    ballast = folder / "Urlaub.mp4"
    ballast.write_bytes(bytes(500_000))
    workspace = open_for_writing(folder / NAME, LIBRARY)
    new = NewAssessment(Municipality("Musterbach"), date(2026, 3, 2), questionnaire_id=PROBE)
    made = assessing.create(workspace, new, now=NOON)
    assert workspace.db.journal_mode == journal
    session = Session(workspace, texts, bundled())
    failures: list[KiassessError] = []
    session.failed.connect(failures.append)
    saved = []
    session.answer_saved.connect(saved.append)
    assert session.open(made.id)
    items = session.current.items()
    refused = None
    for number in range(MOST):
        item = items[number % len(items)].id
        refused = make_answer(item, number % 5, note=f"{number} " + chr(65 + number % 26) * 20_000)
        session.save(refused)
        if failures:
            break
    acknowledged = {answer.item_id: answer for answer in saved}
    seen = stored(folder, made.id)
    waits = session.has_unsaved
    again = session.flush()  # still full
    ballast.unlink()
    flushed = session.flush()
    at_last = stored(folder, made.id)
    content(workspace.db.conn)
    session.close()
    return {
        "saved": len(saved) - 1,
        "said": [texts.error(error) for error in failures],
        "kept": seen == acknowledged,
        "waits": waits,
        "again": again,
        "flushed": flushed and not session.has_unsaved,
        "at_last": at_last == acknowledged | {refused.item_id: refused},
        "left": sorted(file.name for file in folder.iterdir()),
    }


def stored(folder: Path, assessment_id: str) -> dict[str, object]:
    """What another program reads now."""
    with open_for_reading(folder / NAME, LIBRARY) as reader:
        return dict(assessing.load(reader, assessment_id, "de").answers)


mounted = Path(sys.argv[1])
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(mounted)], check=True)
folder = mounted / (SYNCED if sys.argv[2] == "delete" else LOCAL)
folder.mkdir()
application = QCoreApplication(sys.argv[:1])
sys.stdout.write(json.dumps(fill(folder, sys.argv[2])))
