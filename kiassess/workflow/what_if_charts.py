"""A simulation as a chart: into a file, or as a picture for paper."""

from pathlib import Path
from typing import cast

from kiassess.charts.canvas import Chart
from kiassess.charts.looks import Look
from kiassess.charts.rendering import FileFormat, to_file_bytes, to_rgba
from kiassess.charts.what_if import what_if_chart, what_if_height
from kiassess.content.themes import Theme
from kiassess.domain.errors import UnknownFormatError
from kiassess.domain.profile import Profile
from kiassess.exchange.writing import write_file
from kiassess.wording.texts import Texts

FORMATS = ("png", "svg", "pdf")
WIDTH_IN = 7.2  # fits between the margins of A4


def write_what_if(target: Path, now: Profile, then: Profile, texts: Texts, theme: Theme) -> Path:
    """Write a simulation as a chart; may run outside the thread of window and database.

    Args:
        target: Where it goes; its suffix is one of ``FORMATS``, in any case.
        now: The profile as it is; not of the quick check.
        then: As it would be.
        texts: The language.
        theme: The colours; the light theme, for paper.

    Returns:
        The target.

    Raises:
        UnknownFormatError: The suffix is none of ours.
        ExportBlockedError: The file cannot be written; an older one is as it was.
    """
    file_format = target.suffix.lower().lstrip(".")
    if file_format not in FORMATS:
        raise UnknownFormatError(file=target.name, known=", ".join(f".{one}" for one in FORMATS))
    drawn = _draw(now, then, texts, theme, width_in=WIDTH_IN, titled=True)
    write_file(target, to_file_bytes(drawn, cast("FileFormat", file_format)))
    return target


def what_if_pixels(
    now: Profile, then: Profile, texts: Texts, theme: Theme, *, width_in: float, dpi: float
) -> tuple[bytes, int, int]:
    """The chart without its title as pixels; see ``charts.rendering.to_rgba``."""
    drawn = _draw(now, then, texts, theme, width_in=width_in, titled=False)
    return to_rgba(drawn, dpi)


def _draw(
    now: Profile, then: Profile, texts: Texts, theme: Theme, *, width_in: float, titled: bool
) -> Chart:
    tall = what_if_height(now, then, texts, width_in=width_in, titled=titled)
    look = Look.of(theme.roles)
    return what_if_chart(now, then, texts, look, width_in=width_in, height_in=tall, titled=titled)
