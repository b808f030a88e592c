"""Comparing assessments of one workspace: choosing, comparing, peers, several rounds."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from kiassess.domain.anonymity import alias_numbers, anonymous_choice
from kiassess.domain.change_split import RoundChange, compare_rounds
from kiassess.domain.compared_round import ComparedRound, body_of
from kiassess.domain.comparison import Comparison, compare
from kiassess.domain.levels_row import OPEN, levels_row
from kiassess.domain.peers import PeerGroup, Standing, peer_group, standings
from kiassess.domain.questionnaire import Questionnaire
from kiassess.domain.selection import EVERYTHING, Selection
from kiassess.exchange.alias_key import alias_key_csv
from kiassess.exchange.comparison_workbook import ComparedResults, comparison_workbook
from kiassess.exchange.writing import write_file
from kiassess.store import kept_levels
from kiassess.store.workspace import reading
from kiassess.workflow import assessing
from kiassess.workflow.trends import open_leading
from kiassess.workflow.workspace import Workspace


def choose(
    workspace: Workspace, wanted: Selection = EVERYTHING, *, keeps: bool = True
) -> tuple[ComparedRound, ...]:
    """The assessments of a selection, ready to be compared, by id.

    Rows of levels that are not kept are made.

    Args:
        workspace: Open.
        wanted: What they must be like.
        keeps: Whether rows made are kept, if the workspace is open for writing.

    Raises:
        InvalidQuestionnaireError: A stored questionnaire is damaged.
        WorkspaceUnwritableError: The rows cannot be kept now.
    """
    with reading(workspace.db):
        found = kept_levels.load_rounds(workspace.db, wanted)
        widths = {key: len(order) for key, order in _orders(workspace, found).items()}
        missing = [one for one in found if len(one.levels) != widths[one.edition]]
        made = _make_rows(workspace, missing)
    if not made:
        return found
    if keeps and workspace.writable:
        kept_levels.keep_levels(workspace.writing_db(), made)
    return tuple(replace(one, levels=made.get(one.id, one.levels)) for one in found)


def choose_ids(workspace: Workspace, ids: Sequence[str]) -> tuple[ComparedRound, ...]:
    """The assessments with these ids, or ids that begin like these, in this order, each once.

    Raises:
        UnknownAssessmentError: One of them is not there, or could be several.
        InvalidQuestionnaireError: A stored questionnaire is damaged.
    """
    wanted = list(dict.fromkeys(assessing.find(workspace, one).id for one in ids))
    found = {one.id: one for one in choose(workspace, Selection(ids=frozenset(wanted)))}
    return tuple(found[one] for one in wanted)


def editions_of(
    workspace: Workspace, chosen: Iterable[ComparedRound], language: str | None = None
) -> dict[int, Questionnaire]:
    """The questionnaires of some assessments by ``ComparedRound.edition``.

    Args:
        workspace: Open.
        chosen: The assessments.
        language: ``None`` for the leading language of each, in which texts are compared.
    """
    found = {}
    for key in {one.edition for one in chosen}:
        edition = workspace.edition_of(key)
        found[key] = edition.questionnaire(language or edition.languages[0])
    return found


def compare_chosen(
    workspace: Workspace, chosen: Sequence[ComparedRound], language: str
) -> Comparison:
    """Compare assessments; the names of blocks, areas and items are in the language asked for."""
    editions = editions_of(workspace, chosen)
    found = compare(chosen, editions)
    key = next(key for key, one in editions.items() if one is found.questionnaire)
    worded = workspace.edition_of(key).questionnaire(language)
    return replace(
        found, questionnaire=worded, items=tuple(worded.item(item.id) for item in found.items)
    )


def find_peers(workspace: Workspace, own: ComparedRound) -> PeerGroup | None:
    """The peers of a municipality among all assessments; ``None`` if its size is not known."""
    if own.size_class is None:
        return None
    like = Selection(
        types=frozenset({own.municipality.type}),
        # An earlier round of another size says nothing, but a later one says it is no peer.
        examples=own.is_example,
    )
    everyone = choose(workspace, like)
    return peer_group(own, everyone, editions_of(workspace, (own, *everyone)))


def stand_among(workspace: Workspace, own: ComparedRound, group: PeerGroup) -> tuple[Standing, ...]:
    """Where a municipality stands among its peers, block by block."""
    return standings(own, group, editions_of(workspace, (own, *group.members)))


def change_between(
    workspace: Workspace, earlier_id: str, later_id: str, language: str
) -> RoundChange:
    """What changed between two rounds, and why; in the language asked for.

    Raises:
        UnknownAssessmentError: One of them is not there.
        InvalidQuestionnaireError: A stored questionnaire is damaged.
    """
    then, now = (open_leading(workspace, one) for one in (earlier_id, later_id))
    worded = workspace.edition(now.assessment.id).questionnaire(language)
    return compare_rounds(then, now).in_words_of({item.id: item for item in worded.items()})


def anonymous(
    chosen: Sequence[ComparedRound], secrets: Sequence[bytes]
) -> tuple[tuple[ComparedRound, ...], tuple[int, ...]]:
    """What of a choice goes into an anonymous comparison, and the number of each.

    Args:
        chosen: The assessments.
        secrets: Random bytes, at least eight each and as many as there are assessments.
    """
    bodies = dict.fromkeys(body_of(one.municipality) for one in chosen if not one.quick)
    numbers = alias_numbers(dict(zip(bodies, secrets, strict=False)))
    rows = anonymous_choice(chosen, numbers)
    return rows, tuple(numbers[body_of(one.municipality)] for one in rows)


def write_workbook(target: Path, results: ComparedResults) -> Path:
    """Write a comparison as a workbook; may run outside the thread of window and database.

    Raises:
        ExportBlockedError: The file cannot be written; an older one is as it was.
    """
    write_file(target, comparison_workbook(results))
    return target


def write_key(target: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write which alias is whom; the first row holds the headings.

    Raises:
        ExportBlockedError: The file cannot be written; an older one is as it was.
    """
    write_file(target, alias_key_csv(rows[0], rows[1:]))


def _orders(workspace: Workspace, chosen: Iterable[ComparedRound]) -> dict[int, list[str]]:
    """The ids of all items of each questionnaire, in their order."""
    editions = editions_of(workspace, chosen)
    return {key: [item.id for item in one.items()] for key, one in editions.items()}


def _make_rows(workspace: Workspace, missing: Sequence[ComparedRound]) -> dict[str, bytes]:
    """Rows of levels by assessment id, from the answers that count."""
    if not missing:
        return {}
    orders = _orders(workspace, missing)
    spoken = kept_levels.load_with_voices(workspace.db)
    rows = {}
    for one in missing:
        order = orders[one.edition]
        if one.id in spoken:
            rows[one.id] = levels_row(order, assessing.load(workspace, one.id, "").answers)
        else:
            own = kept_levels.load_signs(workspace.db, one.id)
            rows[one.id] = bytes(own.get(item_id, OPEN) for item_id in order)
    return rows


__all__ = [
    "ComparedResults",
    "anonymous",
    "change_between",
    "choose",
    "choose_ids",
    "compare_chosen",
    "editions_of",
    "find_peers",
    "stand_among",
    "write_key",
    "write_workbook",
]
