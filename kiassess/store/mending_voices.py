"""The voices of a sound workspace, out of a damaged one, its journal, and a backup."""

from collections.abc import Collection, Mapping
from datetime import datetime

from kiassess.domain.assessment import Voice
from kiassess.domain.history import Subject
from kiassess.domain.voices import split_key
from kiassess.store.contents import JournalRow, VoiceRow, moment
from kiassess.store.rows import from_json, voice_row
from kiassess.store.salvage import Salvage


def newest_voices(
    mine: Mapping[str, VoiceRow],
    theirs: Mapping[str, VoiceRow],
    changes: Mapping[str, JournalRow],
    *,
    complete: Collection[str],
    newest: datetime | None,
) -> list[VoiceRow]:
    """The voices of one assessment: what the file says counts, then the journal, then the backup.

    Only where the journal of the backup knows of a later change than the file does, that counts.

    Args:
        mine: Rows of the damaged file by ``voice_key``.
        theirs: Rows of the backup.
        changes: The last change of each voice.
        complete: The tables of the damaged file of which nothing is missing.
        newest: When the file was last changed; ``None`` if the backup knows nothing later.
    """
    removed = "voice" in complete and "journal" not in complete
    found: list[VoiceRow | None] = []
    for key in sorted(mine.keys() | theirs.keys() | changes.keys()):
        change = changes.get(key)
        later = change and newest and moment(change.changed_at) > newest
        if key in mine and not later:
            found.append(mine[key])
        elif change is not None and (later or not removed):
            found.append(_voice(change))
        elif key in theirs and not removed:
            found.append(theirs[key])
    return [row for row in found if row is not None]


def voices_are_certain(found: Salvage) -> bool:
    """Whether no voice is missing for sure: their table or the journal is whole, and both agree."""
    here, complete = found.contents, found.complete
    last = {
        (row.assessment_id, *split_key(row.item_id)): row
        for row in sorted(here.journal.values())
        if row.subject == Subject.VOICE
    }
    if "journal" not in complete:
        return "voice" in complete
    agree = all(key in last and row == _voice(last[key]) for key, row in here.voices.items())
    missing = (change for key, change in last.items() if key not in here.voices)
    return agree and ("voice" not in complete or not any(map(_voice, missing)))


def _voice(change: JournalRow) -> VoiceRow | None:
    """What a change has left; ``None`` if it took the voice away."""
    voice = from_json(Subject.VOICE, change.after)
    if not isinstance(voice, Voice) or split_key(change.item_id)[1] != voice.respondent:
        return None
    return VoiceRow(change.assessment_id, **voice_row(voice))
