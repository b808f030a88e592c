"""What charts take from the computer they are drawn on: nothing."""

import logging
import os
from pathlib import Path


def keep_apart(folder: Path) -> None:
    """Give matplotlib a folder of its own; call it before anything draws.

    Else settings that somebody made for other programs would change the charts, and it would look
    through all fonts of the system, which takes seconds on many PCs: charts use only its own. Where
    nothing can be written, it draws all the same, and need not tell anybody.

    Args:
        folder: For its list of fonts; made when it is needed.
    """
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    os.environ["MPLCONFIGDIR"] = str(folder)
    os.environ["MPL_IGNORE_SYSTEM_FONTS"] = "1"
