"""Selections of assessments under a name, to be chosen again."""

from kiassess.domain.search import natural_key
from kiassess.domain.selection import Selection
from kiassess.store import selections
from kiassess.workflow.workspace import Workspace


def saved_selections(workspace: Workspace) -> dict[str, Selection]:
    """The selections kept, by name and in the order of their names.

    An assessment that was deleted since may be named in one; choosing passes it over.

    Raises:
        WorkspaceUnreadableError: The workspace is damaged.
    """
    found = selections.load_selections(workspace.db)
    return {name: found[name] for name in sorted(found, key=natural_key)}


def save_selection(workspace: Workspace, name: str, wanted: Selection) -> None:
    """Keep a selection under a name, in the place of an earlier one of this name.

    Args:
        workspace: Open for writing.
        name: Not blank; spaces around it do not count.
        wanted: The selection.

    Raises:
        ValueError: The name is blank; the caller asks for one before.
        ReadOnlyError: The workspace is open for reading only.
        WorkspaceUnwritableError: It cannot be saved now.
    """
    if not name.strip():
        raise ValueError("a selection needs a name")
    selections.save_selection(workspace.writing_db(), name.strip(), wanted)


def delete_selection(workspace: Workspace, name: str) -> None:
    """Forget a selection; the assessments stay.

    Raises:
        ReadOnlyError: The workspace is open for reading only.
        WorkspaceUnwritableError: It cannot be deleted now.
    """
    selections.delete_selection(workspace.writing_db(), name)
