"""A sound workspace out of what was found of a damaged one and what a backup knows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from kiassess.domain.assessment import Facts
from kiassess.domain.history import Subject
from kiassess.domain.voices import voice_key
from kiassess.store.aligning import Editions, complete_texts, in_line
from kiassess.store.chain import joined, last_changes, mended, questionnaires_of
from kiassess.store.contents import Contents, moment
from kiassess.store.mending_answers import answer_left, answers_are_certain
from kiassess.store.mending_entries import entries_are_certain, newest_entries
from kiassess.store.mending_voices import newest_voices, voices_are_certain
from kiassess.store.rows import facts_row, from_json
from kiassess.store.salvage import Salvage
from kiassess.store.table_rows import (
    AnswerRow,
    AssessmentRow,
    EntryRow,
    JournalRow,
    MunicipalityRow,
    SelectionRow,
    StateRow,
    UseRow,
    VoiceRow,
)


@dataclass(frozen=True, slots=True)
class Mended:
    """What a new file is made of.

    Attributes:
        contents: All its rows.
        from_backup: How many answers and voices did not come from their own place.
        lost: The names of the municipalities of lost assessments, ``""`` if that is lost, too.
        complete: Whether certainly nothing is missing and every answer is the newest.
    """

    contents: Contents
    from_backup: int
    lost: tuple[str, ...]
    complete: bool


def mend(found: Salvage, backup: Contents, editions: Editions, *, ahead: bool) -> Mended:
    """Put together what was found and what a backup knows.

    Args:
        found: What the damaged file still holds.
        backup: Everything in the backup; empty if there is none.
        editions: The questionnaires that are installed.
        ahead: Whether the backup may know what the file has forgotten; not if the file was
            itself restored from an earlier one afterwards.
    """
    complete_texts(found, backup, editions)
    backup = in_line(backup, found.contents)
    here = found.contents
    sources = _Sources(found, backup, _Grouped.of(here), _Grouped.of(backup), ahead, found.newest())
    made = Contents(
        backup.questionnaires | here.questionnaires,
        backup.municipalities | here.municipalities,
        backup.legal_tables | here.legal_tables,
        selections=_selections(found, backup),
    )
    lost = [
        name
        for assessment_id in sorted(sources.ids())
        if (name := _add_assessment(made, assessment_id, sources)) is not None
    ]
    states = _add_states(made, (backup.states | here.states).values())
    _add_uses(made, backup)
    _drop_unused(made)
    from_backup = sum(here.answers.get(key) != row for key, row in made.answers.items())
    from_backup += sum(here.voices.get(key) != row for key, row in made.voices.items())
    certain = states and answers_are_certain(found) and voices_are_certain(found)
    certain = certain and entries_are_certain(found)
    return Mended(made, from_backup, tuple(lost), not lost and certain)


@dataclass(frozen=True, slots=True)
class _Grouped:
    """Rows by assessment and by what names them there."""

    answers: dict[str, dict[str, AnswerRow]]
    voices: dict[str, dict[str, VoiceRow]]
    entries: dict[str, dict[tuple[str, str], EntryRow]]
    journal: dict[str, dict[tuple[int, str, str], JournalRow]]

    @classmethod
    def of(cls, contents: Contents) -> "_Grouped":
        made = cls({}, {}, {}, {})
        for answer in contents.answers.values():
            made.answers.setdefault(answer.assessment_id, {})[answer.item_id] = answer
        for voice in contents.voices.values():
            key = voice_key(voice.item_id, voice.respondent)
            made.voices.setdefault(voice.assessment_id, {})[key] = voice
        for entry in contents.entries.values():
            made.entries.setdefault(entry.assessment_id, {})[entry.kind, entry.entry_id] = entry
        for row in contents.journal.values():
            made.journal.setdefault(row.assessment_id, {})[row[1:4]] = row
        return made


@dataclass(frozen=True, slots=True)
class _Sources:
    """Where rows come from: see ``mend``; ``newest`` is when the file was last changed."""

    found: Salvage
    backup: Contents
    mine: _Grouped
    theirs: _Grouped
    ahead: bool
    newest: datetime

    def ids(self) -> set[str]:
        """The assessments there ought to be: what was deleted stays deleted."""
        found, backup = self.found, self.backup.assessments
        ids = {key for key, number in found.mentions.items() if number > 1}
        if found.existing is None:
            return ids | found.contents.assessments.keys() | backup.keys()
        ids |= found.existing & found.contents.assessments.keys()
        ids |= found.mentions.keys() & backup.keys()
        if self.ahead:
            ids |= {key for key, row in backup.items() if moment(row.created_at) > self.newest}
        return ids

    def frame(self, assessment_id: str) -> AssessmentRow | None:
        """An assessment without its answers."""
        mine = self.found.contents.assessments.get(assessment_id)
        theirs = self.backup.assessments.get(assessment_id)
        if mine is None or theirs is None:
            return mine or theirs
        newer = self.ahead and moment(theirs.changed_at) > moment(mine.changed_at)
        return theirs if newer else mine

    def town(self, frame: AssessmentRow) -> MunicipalityRow | None:
        """Its municipality; the keys of a backup hold for what is in the backup, as well."""
        key = frame.municipality_id
        found = self.found.contents.municipalities.get(key)
        theirs = self.backup.assessments.get(frame.id)
        if found is None and theirs is not None and theirs.municipality_id == key:
            return self.backup.municipalities.get(key)
        return found

    def journal(self, assessment_id: str, known: Mapping[int, object]) -> list[JournalRow]:
        """Its journal, sound."""
        mine = self.mine.journal.get(assessment_id, {})
        theirs = self.theirs.journal.get(assessment_id, {})
        return mended(joined(mine, theirs, ahead=self.ahead), known)

    def answers(self, assessment_id: str, journal: list[JournalRow]) -> list[AnswerRow]:
        """Its answers, each the newest there is."""
        mine = self.mine.answers.get(assessment_id, {})
        theirs = self.theirs.answers.get(assessment_id, {})
        changes = last_changes(journal)
        items = sorted(mine.keys() | theirs.keys() | changes.keys())
        newest = (
            self._newest(assessment_id, mine.get(item), changes.get(item), theirs.get(item))
            for item in items
        )
        return [row for row in newest if row is not None]

    def voices(self, assessment_id: str, journal: list[JournalRow]) -> list[VoiceRow]:
        """What its respondents say, each as new as there is."""
        return newest_voices(
            self.mine.voices.get(assessment_id, {}),
            self.theirs.voices.get(assessment_id, {}),
            last_changes(journal, Subject.VOICE),
            complete=self.found.complete,
            newest=self.newest if self.ahead else None,
        )

    def entries(self, assessment_id: str, journal: list[JournalRow]) -> list[EntryRow]:
        """What is kept beside its answers, each as new as there is."""
        return newest_entries(
            self.mine.entries.get(assessment_id, {}),
            self.theirs.entries.get(assessment_id, {}),
            journal,
            complete=self.found.complete,
            newest=self.newest if self.ahead else None,
        )

    def _newest(
        self,
        assessment_id: str,
        mine: AnswerRow | None,
        change: JournalRow | None,
        theirs: AnswerRow | None,
    ) -> AnswerRow | None:
        """The newest of what the file, the journal and the backup say; ``None`` if removed."""
        options: list[tuple[datetime, int, AnswerRow | None]] = []
        if mine is not None:
            options.append((moment(mine.changed_at), 3, mine))
        elif "answer" in self.found.complete and "journal" not in self.found.complete:
            # It was taken away, and the page of the journal that says so is damaged.
            frame = self.found.contents.assessments.get(assessment_id)
            options.append((moment(frame.changed_at) if frame else self.newest, 3, None))
        if options and not self.ahead:
            return options[0][2]
        if change is not None:
            options.append((moment(change.changed_at), 2, answer_left(change)))
        elif theirs is not None:
            options.append((moment(theirs.changed_at), 1, theirs))
        return max(options, key=lambda option: option[:2])[2] if options else None


def _selections(found: Salvage, backup: Contents) -> dict[str, SelectionRow]:
    """The selections somebody has named; what was deleted stays deleted where that is known."""
    here = found.contents.selections
    return here if "saved_selection" in found.complete else backup.selections | here


def _add_assessment(made: Contents, assessment_id: str, sources: _Sources) -> str | None:
    """Add an assessment; returns the name of its municipality if it is lost."""
    frame = sources.frame(assessment_id)
    if frame is None:
        return ""
    journal = sources.journal(assessment_id, made.questionnaires)
    if assessment_id not in sources.found.contents.assessments:
        frame = _brought_up(frame, journal)
    town = sources.town(frame)
    if town is None or frame.questionnaire_id not in made.questionnaires:
        return town.name if town else ""
    answers = sources.answers(assessment_id, journal)
    stamps = [frame.changed_at, *(row.changed_at for row in answers)]
    made.add(frame._replace(changed_at=max(stamps, key=moment)))
    for change in journal:
        made.add(change)
    for answer in answers:
        made.add(answer)
    for voice in sources.voices(assessment_id, journal):
        made.add(voice)
    for entry in sources.entries(assessment_id, journal):
        made.add(entry)
    return None


def _brought_up(frame: AssessmentRow, journal: list[JournalRow]) -> AssessmentRow:
    """The assessment of a backup with what the journal says has changed since."""
    for row in last_changes(journal, Subject.FACTS).values():
        facts = from_json(Subject.FACTS, row.after)
        if isinstance(facts, Facts):
            frame = frame._replace(**facts_row(facts))
    for row in last_changes(journal, Subject.QUESTIONNAIRE).values():
        key = from_json(Subject.QUESTIONNAIRE, row.after)
        if isinstance(key, int):
            frame = frame._replace(questionnaire_id=key)
    return frame


def _add_states(made: Contents, states: Iterable[StateRow]) -> bool:
    """Add the frozen states; returns whether all that they need is there."""
    wanted = sorted(row for row in states if row.assessment_id in made.assessments)
    free = count(max((row.id for row in wanted), default=0) + 1)
    taken: set[int] = set()
    for row in wanted:
        if row.questionnaire_id in made.questionnaires and row.legal_table_id in made.legal_tables:
            made.add(row._replace(id=next(free)) if row.id in taken else row)
            taken.add(row.id)
    return len(made.states) == len(wanted)


def _add_uses(made: Contents, backup: Contents) -> None:
    """Note which questionnaires each assessment was ever answered with."""
    uses = {(row.id, row.questionnaire_id) for row in made.assessments.values()}
    uses |= {(row.assessment_id, row.questionnaire_id) for row in made.states.values()}
    for row in made.journal.values():
        uses |= {(row.assessment_id, key) for key in questionnaires_of(row)}
    uses |= {use for use in backup.uses if use[0] in made.assessments}
    made.uses = {UseRow(*use) for use in uses if use[1] in made.questionnaires}


def _drop_unused(made: Contents) -> None:
    """Leave out what belonged to nothing but deleted assessments."""
    used = {use.questionnaire_id for use in made.uses}
    towns = {row.municipality_id for row in made.assessments.values()}
    legal = {row.legal_table_id for row in made.states.values()}
    made.questionnaires = {key: row for key, row in made.questionnaires.items() if key in used}
    made.municipalities = {key: row for key, row in made.municipalities.items() if key in towns}
    made.legal_tables = {key: row for key, row in made.legal_tables.items() if key in legal}
