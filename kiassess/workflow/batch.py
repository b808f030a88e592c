"""What importing several files has in common: one backup before the first change, one end."""

from dataclasses import dataclass
from datetime import datetime

from kiassess.domain.backups import BackupKind
from kiassess.domain.errors import BackupError, WorkspaceUnwritableError
from kiassess.store.assessments import load_questionnaire_keys
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
    _refused: BackupError | None = None

    def back_up(self) -> None:
        """Back the workspace up before the first change, unless it holds no assessment.

        Raises:
            BackupError: That cannot be done; nothing may be changed.
        """
        if self._refused is not None:
            raise self._refused  # trying again for hundreds of files would take for ever
        if self._backed_up:
            return
        try:
            if load_questionnaire_keys(self.workspace.db):
                back_up(self.workspace, BackupKind.IMPORT, now=self.now)
        except BackupError as error:
            self._refused = error
            raise
        self._backed_up = True
