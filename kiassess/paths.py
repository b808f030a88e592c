"""Where bundled and user files lie; nobody else knows."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).parent
APP_NAME = "kiassess"
PORTABLE_MARKER = "kiassess-portable.txt"  # beside the program: its data stays with it
PORTABLE_DATA = "kiassess-data"
OPENED = (".kiassess", ".ods", ".xlsx")  # endings of files that the program opens for others


@dataclass(frozen=True, slots=True)
class Bundled:
    """Folders that came with the program.

    Beside the package in a checkout; inside it in an installed wheel and in a bundle.
    """

    questionnaires: Path
    resources: Path

    @property
    def texts(self) -> Path:
        """Sentences of both shells."""
        return self.resources / "texts"

    @property
    def themes(self) -> Path:
        """Colours."""
        return self.resources / "themes"

    @property
    def icons(self) -> Path:
        """Drawings in SVG."""
        return self.resources / "icons"

    @property
    def translations(self) -> Path:
        """Compiled Qt translations."""
        return self.resources / "i18n"

    @property
    def handbook(self) -> Path:
        """Help pages, one folder a language."""
        return self.resources / "help"

    @property
    def example(self) -> Path:
        """A questionnaire to be copied, in its folder ``<id>/<version>/``."""
        return self.resources / "example"

    @property
    def municipalities(self) -> Path:
        """The register of municipalities with its attribution."""
        return self.resources / "municipalities"


def bundled() -> Bundled:
    """The folders that came with this program."""
    root = PACKAGE if (PACKAGE / "resources").is_dir() else PACKAGE.parent
    return Bundled(root / "questionnaires", root / "resources")


def questionnaire_folders() -> tuple[Path, ...]:
    """Where questionnaires lie: those that came with the program, then the user's own."""
    return bundled().questionnaires, own_questionnaires()


def own_questionnaires() -> Path:
    """Questionnaires and legal tables that somebody has put there; it may be missing."""
    return data_folder() / "questionnaires"


def data_folder() -> Path:
    """The local application data folder of this user; never a roaming or synchronised one.

    The same that Qt calls ``AppLocalDataLocation``, found without Qt so that the command line
    needs none. A portable bundle, on a USB stick for example, has its folder beside the program.
    """
    portable = portable_folder()
    if portable is not None:
        return portable
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Application Support")
    else:
        base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / APP_NAME


def portable_folder() -> Path | None:
    """Where a portable bundle keeps all data; None unless its marker lies beside the program."""
    if not getattr(sys, "frozen", False):
        return None
    folder = Path(sys.executable).parent
    return folder / PORTABLE_DATA if (folder / PORTABLE_MARKER).is_file() else None


def default_workspace() -> Path:
    """The workspace used unless another one is named."""
    return data_folder() / "kiassess.db"


def settings_file() -> Path:
    """Convenience of this computer: window size, language, theme."""
    return data_folder() / "kiassess.ini"


def log_file() -> Path:
    """What went wrong, for whoever helps."""
    return data_folder() / "kiassess.log"


def charts_folder() -> Path:
    """What draws charts keeps its list of fonts here; it is made anew when it is missing."""
    return data_folder() / "matplotlib"
