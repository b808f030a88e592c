"""Do one thing over and over; each time another call to the disk fails, until none is left.

python try_faults.py FOLDER SCENARIO, with the failing disk preloaded. Prints one line of JSON.
"""

import errno
import json
import re
import shutil
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from disk import NEVER, Disk, Mode
from scenarios import LOCAL, SCENARIOS, SYNCED, Place, Scenario

from kiassess.domain.errors import KiassessError, WorkspaceUnwritableError
from kiassess.paths import bundled
from kiassess.wording.texts import load_texts

LEFT = re.compile(r"\.(tmp|next)\b")
MOST = 5_000  # fault points; more means that one of them never ends
TEXTS = {language: load_texts(bundled().texts, language) for language in ("de", "en")}


class Trial:
    """One scenario with all its faults.

    Attributes:
        points: Calls that change something when nothing fails.
        runs: Faults tried.
        refused: Runs that ended with a sentence.
        problems: What did not hold, with the fault before it.
        sentences: What was said, by class.
    """

    def __init__(self, scenario: Scenario, folder: Path) -> None:
        self.scenario = scenario
        self.disk = Disk()
        self.points = self.runs = self.refused = 0
        self.problems: list[str] = []
        self.sentences: dict[str, int] = {}
        self._folder = folder / (SYNCED if scenario.synced else LOCAL)
        self._template = self._folder / "template"
        self._template.mkdir(parents=True)
        scenario.prepare(Place(self._template))

    def run(self) -> None:
        """Try everything."""
        self._learn()
        for error, mode in self.scenario.faults:
            n = 0
            while self._try(n := n + 1, error, mode):
                assert n < MOST

    def _learn(self) -> None:
        """See how it looks before and after, when nothing fails."""
        scenario = self.scenario
        untouched = Place(self._copy(self._template, "run"))
        self._before = scenario.state(untouched)
        place = Place(self._copy(self._template, "run"))
        scenario.begin(place)
        self._live_before = scenario.live(place)
        self.disk.arm(NEVER, 0, Mode.ONCE)
        scenario.act(place)
        self.disk.disarm()
        self.points = self.disk.counted
        self._live_after = scenario.live(place)
        place.close()
        scenario.check(place)
        self._after = scenario.state(place)

    def _try(self, n: int, error: int, mode: Mode) -> bool:
        """One run; false if no call was left that could fail."""
        place = Place(self._copy(self._template, "run"))
        self.scenario.begin(place)
        self.disk.arm(n, error, mode)
        refusal = None
        try:
            self.scenario.act(place)
        except Exception as raised:  # noqa: BLE001 - that is the question
            refusal = raised
        if not self.disk.disarm():
            place.close()
            return False
        self.runs += 1
        self.refused += refusal is not None
        try:
            for wrong in self._wrong(place, refusal, error, mode):
                self._note(n, error, mode, wrong)
        except Exception:  # noqa: BLE001 - so nobody can use it any more
            self._note(n, error, mode, traceback.format_exc())
        finally:
            place.close()
        return True

    def _note(self, n: int, error: int, mode: Mode, wrong: str) -> None:
        self.problems.append(f"{n} {error} {mode.name} ({self.disk.first}): {wrong}")

    def _wrong(
        self, place: Place, refusal: Exception | None, error: int, mode: Mode
    ) -> Iterator[str]:
        """What does not hold after a failure."""
        scenario = self.scenario
        if refusal is not None:
            yield from self._wrong_words(refusal, error, mode)
        if place.workspace is not None and scenario.survives(place):
            # As if the program were killed now.
            killed = Place(self._copy(place.folder, "killed"))
            yield from self._wrong_state("after a kill", scenario.state(killed), refusal)
            scenario.check(killed)
        live = scenario.live(place)
        if not _is_one(live, refusal, self._live_before, self._live_after):
            yield "the program holds something half"
        if live == self._live_before:
            scenario.act(place)
            refusal = None
            if scenario.live(place) != self._live_after:
                yield "trying again did not do it"
        place.close()
        yield from self._wrong_state("in the end", scenario.state(place), refusal)
        scenario.check(place)
        left = [file.name for file in place.folder.rglob("*") if LEFT.search(file.name)]
        if left and mode is Mode.ONCE:  # otherwise it could not be removed
            yield f"left behind: {left}"

    def _wrong_state(self, when: str, state: Any, refusal: Exception | None) -> Iterator[str]:
        if not _is_one(state, refusal, self._before, self._after):
            yield f"{when} the disk holds something else"

    def _wrong_words(self, refusal: Exception, error: int, mode: Mode) -> Iterator[str]:
        if not isinstance(refusal, KiassessError):
            yield "".join(traceback.format_exception(refusal))
            return
        kind = type(refusal).__name__
        self.sentences[kind] = self.sentences.get(kind, 0) + 1
        full = error == errno.ENOSPC and mode is not Mode.ONCE
        if full and type(refusal) is WorkspaceUnwritableError:
            yield "it does not say that the disk is full"
        for texts in TEXTS.values():
            said = texts.error(refusal)
            if len(said) < 60 or "{" in said or not said.endswith("."):
                yield f"no sentence: {said}"

    def _copy(self, folder: Path, name: str) -> Path:
        target = self._folder / name
        if target.exists():
            shutil.rmtree(target)
        return Path(shutil.copytree(folder, target))


def _is_one(found: Any, refusal: Exception | None, before: Any, after: Any) -> bool:
    """What was refused is there as a whole or not at all; all else is there."""
    return found == after or (refusal is not None and found == before)


trial = Trial(SCENARIOS[sys.argv[2]](), Path(sys.argv[1]))
trial.run()
sys.stdout.write(
    json.dumps(
        {
            "points": trial.points,
            "runs": trial.runs,
            "refused": trial.refused,
            "sentences": trial.sentences,
            "problems": trial.problems,
        }
    )
)
