"""What importing several files has in common: one backup before the first change, one end."""

from dataclasses import dataclass
from datetime import datetime

from kiassess.domain.backups import BackupKind
from kiassess.domain.errors import WorkspaceUnwritableError
from kiassess.workflow.safekeeping import back_up
from kiassess.workflow.workspace import Workspace


@dataclass
class Batch:
    """Files taken one after the other.

    Attributes:
        workspace: Open for writing.
        now: The present, with a time zone.
        stopped: Why nothing more can be taken; ``None`` as long as something can.
    """

    workspace: Workspace
    now: datetime
    stopped: WorkspaceUnwritableError | None = None
    _backed_up: bool = False

    def back_up(self) -> None:
        """Back the workspace up, before the first change.

        Raises:
            BackupError: That cannot be done; nothing may be changed.
        """
        if not self._backed_up:
            back_up(self.workspace, BackupKind.IMPORT, now=self.now)
            self._backed_up = True
