"""Keeping the levels of assessments ready for the next comparison, beside other work."""

from collections.abc import Sequence

from kiassess.domain.selection import Selection
from kiassess.store import kept_levels
from kiassess.store.workspace import writing
from kiassess.workflow import comparing
from kiassess.workflow.workspace import Workspace


def missing_levels(workspace: Workspace) -> tuple[str, ...]:
    """The ids of the assessments whose levels have to be read answer by answer."""
    return kept_levels.load_missing(workspace.db)


def keep_levels_of(workspace: Workspace, ids: Sequence[str]) -> None:
    """Keep the levels of some assessments.

    They are read and kept in one transaction: if somebody answers meanwhile, nothing is kept
    rather than something old. Few at a time never keep a window waiting that wants to write.

    Args:
        workspace: Open for writing, through a connection of its own.
        ids: Of the assessments; those that are kept already cost little.

    Raises:
        ReadOnlyError: The workspace is open for reading only.
        WorkspaceUnwritableError: They cannot be kept now.
        InvalidQuestionnaireError: A stored questionnaire is damaged.
    """
    with writing(workspace.writing_db()):
        comparing.choose(workspace, Selection(ids=frozenset(ids)))
