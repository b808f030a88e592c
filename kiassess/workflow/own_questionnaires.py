"""The folder for questionnaires of one's own, with everything needed to begin one."""

import shutil
from pathlib import Path

from kiassess.domain.errors import ExportBlockedError

README = "README.md"


def prepare_folder(folder: Path, questionnaires: Path, example: Path, copy_name: str) -> None:
    """Make the folder if it is missing, and lay instructions and an example into it.

    What somebody has put or changed there stays as it is. The example lies one folder too deep
    to be offered by itself: it is there to be copied.

    Args:
        folder: To be made.
        questionnaires: Those of the program, with their instructions.
        example: A folder that holds one questionnaire.
        copy_name: Name of the folder for the example.

    Raises:
        ExportBlockedError: The folder cannot be made or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / README).exists():
            shutil.copyfile(questionnaires / README, folder / README)
        if not (folder / copy_name).exists():
            shutil.copytree(example, folder / copy_name)
    except OSError as error:
        raise ExportBlockedError(file=str(folder)) from error
