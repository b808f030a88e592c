"""Making what a damaged file and a backup say comparable: same key, same meaning."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from kiassess.store.chain import NOWHERE, renamed
from kiassess.store.contents import Contents
from kiassess.store.salvage import Salvage
from kiassess.store.table_rows import LegalTableRow, QuestionnaireRow


@dataclass(frozen=True, slots=True)
class Editions:
    """What is known of questionnaires outside of the workspace.

    Attributes:
        find: The content of an installed one by catalogue and version; ``None`` if there is none.
        name: Catalogue and version by the content; ``None`` if it is no questionnaire.
    """

    find: Callable[[str, str], str | None]
    name: Callable[[str], tuple[str, str] | None]


def complete_texts(found: Salvage, backup: Contents, editions: Editions) -> None:
    """Find the long texts that are damaged in their own place."""
    here = found.contents
    for key, text in found.legal_texts.items():
        here.legal_tables.setdefault(key, LegalTableRow(key, text))
    heads = dict(found.heads)
    for key, text in found.texts.items():
        if key not in heads and (name := editions.name(text)) is not None:
            heads[key] = name
    for key in sorted(heads.keys() - here.questionnaires.keys()):
        catalogue, version = heads[key]
        stored = (row for row in backup.questionnaires.values() if row[1:3] == heads[key])
        same = next((row.content for row in sorted(stored)), None)
        content = found.texts.get(key) or same or editions.find(catalogue, version)
        if content is not None:
            while any(row.content == content for row in here.questionnaires.values()):
                content += " "  # no text may be there twice; to a reader it is the same
            here.add(QuestionnaireRow(key, catalogue, version, content))


def in_line(backup: Contents, here: Contents) -> Contents:
    """A backup with keys that mean the same as those of the file."""
    questionnaires = _keys(backup.questionnaires, here.questionnaires)
    towns = _keys(backup.municipalities, here.municipalities)
    legal = _keys(backup.legal_tables, here.legal_tables)
    return Contents(
        {
            questionnaires[key]: row._replace(id=questionnaires[key])
            for key, row in backup.questionnaires.items()
        },
        {towns[key]: row._replace(id=towns[key]) for key, row in backup.municipalities.items()},
        {legal[key]: row._replace(id=legal[key]) for key, row in backup.legal_tables.items()},
        {
            key: row._replace(
                questionnaire_id=questionnaires.get(row.questionnaire_id, NOWHERE),
                municipality_id=towns.get(row.municipality_id, NOWHERE),
            )
            for key, row in backup.assessments.items()
        },
        {
            row._replace(questionnaire_id=questionnaires.get(row.questionnaire_id, NOWHERE))
            for row in backup.uses
        },
        backup.answers,
        {
            key: row._replace(
                questionnaire_id=questionnaires.get(row.questionnaire_id, NOWHERE),
                legal_table_id=legal.get(row.legal_table_id, NOWHERE),
            )
            for key, row in backup.states.items()
        },
        {key: renamed(row, questionnaires) for key, row in backup.journal.items()},
        backup.voices,
        backup.selections,
        backup.entries,
    )


def _keys(backup: Mapping[int, Any], here: Mapping[int, Any]) -> dict[int, int]:
    """The keys that rows of a backup get: same content, same key."""
    known = {row[1:]: key for key, row in here.items()}
    free = count(max([0, *backup, *here]) + 1)
    keys = {}
    for key, row in sorted(backup.items()):
        keys[key] = known.get(row[1:]) or (next(free) if key in here else key)
    return keys
