"""The voices of a sound workspace, out of a damaged one, its journal, and a backup."""

from collections.abc import Collection, Mapping
from datetime import datetime

from kiassess.domain.assessment import Voice
from kiassess.domain.history import Subject
from kiassess.domain.voices import split_key
from kiassess.store.mending_parts import newest_parts, parts_are_certain, was_removed
from kiassess.store.rows import from_json, voice_row
from kiassess.store.salvage import Salvage
from kiassess.store.table_rows import JournalRow, VoiceRow


def newest_voices(
    mine: Mapping[str, VoiceRow],
    theirs: Mapping[str, VoiceRow],
    changes: Mapping[str, JournalRow],
    *,
    complete: Collection[str],
    newest: datetime | None,
) -> list[VoiceRow]:
    """The voices of one assessment; see ``newest_parts``.

    Args:
        mine: Rows of the damaged file by ``voice_key``.
        theirs: Rows of the backup.
        changes: The last change of each voice.
        complete: The tables of the damaged file of which nothing is missing.
        newest: When the file was last changed; ``None`` if the backup knows nothing later.
    """
    removed = was_removed("voice", complete)
    return newest_parts(mine, theirs, changes, _voice, removed=removed, newest=newest)


def voices_are_certain(found: Salvage) -> bool:
    """Whether no voice is missing for sure: their table or the journal is whole, and both agree."""
    here, complete = found.contents, found.complete
    last = {
        (row.assessment_id, *split_key(row.item_id)): row
        for row in sorted(here.journal.values())
        if row.subject == Subject.VOICE
    }
    return parts_are_certain(here.voices, last, _voice, table="voice", complete=complete)


def _voice(change: JournalRow) -> VoiceRow | None:
    """What a change has left; ``None`` if it took the voice away."""
    voice = from_json(Subject.VOICE, change.after)
    if not isinstance(voice, Voice) or split_key(change.item_id)[1] != voice.respondent:
        return None
    return VoiceRow(change.assessment_id, **voice_row(voice))
