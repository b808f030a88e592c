"""What an import of an assessment will do, and what can be told of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import count

from kiassess.domain.assessment import Answer, Assessment, Voice
from kiassess.domain.history import ENTRIES, Subject
from kiassess.domain.package import FACTS, Key, Package, PackedState, PackedStep, PackedValue
from kiassess.domain.voices import RESPONDENT_LENGTH, usable_name, voice_key

# What is put behind a name that is taken, and who has answered if nobody knows.
IMPORTED = "Import"


class Difference(StrEnum):
    """How an answer that comes compares with the one that is here."""

    SAME = "same"
    NEWER_HERE = "newer_here"
    NEWER_THERE = "newer_there"
    BOTH_CHANGED = "both_changed"


class MergeKind(StrEnum):
    """What an import of a whole assessment comes to."""

    NEW = "new"  # it is not here yet
    SAME = "same"  # all of it is here
    CONTINUED = "continued"  # ours is the beginning of theirs
    MIXED = "mixed"
    OTHER_EDITION = "other_edition"  # answered with another questionnaire: cannot be merged


class OnConflict(StrEnum):
    """What is done where both have changed an answer."""

    ASK = "ask"  # ours stays, and the user is told
    KEEP = "keep"
    TAKE = "take"
    BOTH = "both"  # ours stays, and theirs becomes a voice beside it


@dataclass(frozen=True, slots=True)
class Compared:
    """One answer, one voice, one entry, or the facts, here and there.

    Attributes:
        key: What is compared.
        difference: How.
        here: What is here; ``None`` if there is nothing.
        there: What comes.
    """

    key: Key
    difference: Difference
    here: PackedValue | None
    there: PackedValue | None

    @property
    def is_entry(self) -> bool:
        """Whether it is kept beside the answers, in the plan or elsewhere."""
        return self.key[0] in ENTRIES

    @property
    def is_answer(self) -> bool:
        """Whether somebody answers an item with it."""
        return self.key != FACTS and not self.is_entry


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What an import will do with one assessment.

    Attributes:
        kind: In short.
        there: What comes.
        compared: The facts, all answers, voices and entries, those of nobody left out; for a new
            assessment all of them are newer there.
        states: Frozen states that are not here yet, under the names they will have.
        common: Steps of the journal that are the same.
        version_here: Of the questionnaire; ``""`` for a new assessment.
    """

    kind: MergeKind
    there: Package
    compared: tuple[Compared, ...] = ()
    states: tuple[PackedState, ...] = ()
    common: int = 0
    version_here: str = ""

    def counts(self) -> dict[Difference, int]:
        """How many answers and voices there are of each kind, kinds without any included."""
        return _counted(one for one in self.compared if one.is_answer)

    def entry_counts(self) -> dict[Difference, int]:
        """How many entries beside the answers there are of each kind."""
        return _counted(one for one in self.compared if one.is_entry)

    def of(self, difference: Difference) -> tuple[Compared, ...]:
        """What compares like this."""
        return tuple(one for one in self.compared if one.difference is difference)

    def taken(self, on_conflict: OnConflict) -> dict[Key, PackedValue | None]:
        """What is to be as it is there; ``None`` where there is nothing."""
        wanted = {Difference.NEWER_THERE}
        if on_conflict is OnConflict.TAKE:
            wanted.add(Difference.BOTH_CHANGED)
        found = {one.key: one.there for one in self.compared if one.difference in wanted}
        return found | (self._beside() if on_conflict is OnConflict.BOTH else {})

    def summary(self) -> "MergeSummary":
        """What can be told of it without keeping all that comes in memory."""
        facts = (one.difference for one in self.compared if one.key == FACTS)
        return MergeSummary(
            self.kind,
            self.there.assessment,
            self.counts(),
            next(facts, Difference.SAME),
            self.of(Difference.BOTH_CHANGED),
            len(self.states),
            len(self._beside()),
            self.entry_counts(),
        )

    def changes_anything(self, on_conflict: OnConflict) -> bool:
        """Whether anything will be different here afterwards."""
        if self.kind in {MergeKind.NEW, MergeKind.CONTINUED}:
            return True
        return self.kind is MergeKind.MIXED and bool(self.states or self.taken(on_conflict))

    def _beside(self) -> dict[Key, PackedValue | None]:
        """What both have changed, as they say it, under a name of theirs; what is here stays.

        A name under which something else was said gets a number: an earlier import may have put
        another colleague beside.
        """
        said = {one.key: {one.here, one.there} - {None} for one in self.compared}
        theirs: dict[str, list[Voice]] = {}
        for one in self.of(Difference.BOTH_CHANGED):
            voice = _as_voice(one, self.there)
            if voice is not None:
                theirs.setdefault(_spoken_by(one), []).append(voice)
        found: dict[Key, PackedValue | None] = {}
        for voices in theirs.values():
            named = next(one for one in _under_names(voices) if _fits(one, said))
            found |= {key: voice for key, voice in named.items() if not said.get(key)}
            said |= {key: {voice} for key, voice in named.items()}
        return found


@dataclass(frozen=True, slots=True)
class MergeSummary:
    """What an import does, or has done, with one assessment.

    Attributes:
        kind: In short.
        assessment: As it comes.
        counts: How many answers there are of each kind.
        facts: How what the assessment says about itself compares.
        conflicts: What both have changed; the facts may be among it.
        states: How many frozen states are new here.
        voices: How many of the conflicts would become a voice that is not here yet.
        entries: How many entries beside the answers there are of each kind.
    """

    kind: MergeKind
    assessment: Assessment
    counts: Mapping[Difference, int]
    facts: Difference
    conflicts: tuple[Compared, ...]
    states: int
    voices: int = 0
    entries: Mapping[Difference, int] = field(default_factory=dict)

    def taken(self, on_conflict: OnConflict) -> int:
        """How many answers are as they are there afterwards and were not before."""
        return self.counts[Difference.NEWER_THERE] + self._conflicts(on_conflict, OnConflict.TAKE)

    def kept(self, on_conflict: OnConflict) -> int:
        """How many answers differ there and stay as they are here."""
        newer = self.counts[Difference.NEWER_HERE]
        if on_conflict is OnConflict.BOTH:
            return newer + self._conflicts(on_conflict, OnConflict.BOTH) - self.voices
        return newer + self._conflicts(on_conflict, OnConflict.KEEP)

    def beside(self, on_conflict: OnConflict) -> int:
        """How many answers stay as they are here and become a voice as they are there."""
        return self.voices if on_conflict is OnConflict.BOTH else 0

    def entries_taken(self, on_conflict: OnConflict) -> int:
        """How many entries are as they are there afterwards and were not before."""
        both = self.entries.get(Difference.BOTH_CHANGED, 0)
        newer = self.entries.get(Difference.NEWER_THERE, 0)
        return newer + (both if on_conflict is OnConflict.TAKE else 0)

    def entries_kept(self, on_conflict: OnConflict) -> int:
        """How many entries differ there and stay as they are here; none becomes a voice."""
        both = self.entries.get(Difference.BOTH_CHANGED, 0)
        newer = self.entries.get(Difference.NEWER_HERE, 0)
        return newer + (both if on_conflict in {OnConflict.KEEP, OnConflict.BOTH} else 0)

    def open_conflicts(self, on_conflict: OnConflict) -> tuple[Compared, ...]:
        """What stays as it is here until somebody has decided."""
        return self.conflicts if on_conflict is OnConflict.ASK else ()

    def _conflicts(self, on_conflict: OnConflict, wanted: OnConflict) -> int:
        return self.counts[Difference.BOTH_CHANGED] if on_conflict is wanted else 0


def _counted(compared: Iterable[Compared]) -> dict[Difference, int]:
    found = Counter(one.difference for one in compared)
    return {difference: found[difference] for difference in Difference}


def _spoken_by(one: Compared) -> str:
    """Whose voice it is there; ``""`` for an answer of the assessment itself."""
    return one.there.respondent if isinstance(one.there, Voice) else ""


def _under_names(voices: Iterable[Voice]) -> Iterator[dict[Key, PackedValue]]:
    """Voices that belong together under their names, and then with a number behind, from 2 on."""
    for number in count(1):
        end = f" {number}" if number > 1 else ""
        named = [
            replace(one, respondent=one.respondent[: RESPONDENT_LENGTH - len(end)].rstrip() + end)
            for one in voices
        ]
        yield {(Subject.VOICE, voice_key(one.answer.item_id, one.respondent)): one for one in named}


def _fits(named: Mapping[Key, PackedValue], said: Mapping[Key, set[PackedValue | None]]) -> bool:
    """Whether nobody has said anything else under the same names."""
    return all(said.get(key, set()) <= {voice} for key, voice in named.items())


def _as_voice(one: Compared, there: Package) -> Voice | None:
    """What they say as a voice of theirs; ``None`` if they say nothing."""
    step = _last_step(one.key, there)
    who = (step.head.who if step else "") or IMPORTED
    match one.there:
        case Answer() as answer if answer != Answer(answer.item_id):
            name, at, role_id = who, there.changed[answer.item_id], ""
            if voice_key(answer.item_id, name) in there.voices:
                name = f"{name} ({IMPORTED})"
        case Voice(answer=answer, at=at, role_id=role_id):
            name = f"{one.there.respondent} ({who})"
        case _:
            return None
    return Voice(usable_name(name) or IMPORTED, answer, at, role_id)


def _last_step(key: Key, there: Package) -> PackedStep | None:
    steps = (step for step in reversed(there.journal) if any(c.key == key for c in step.changes))
    return next(steps, None)
