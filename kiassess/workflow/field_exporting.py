"""The matrix of action fields as a file; the suffix of the target says what is written.

What draws is imported when there is something to draw.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, cast

from kiassess.charts.looks import Look
from kiassess.content.themes import Theme
from kiassess.domain.action_fields import ActionField
from kiassess.domain.errors import UnknownFormatError
from kiassess.exchange.writing import write_file
from kiassess.wording.texts import Texts

FORMATS = ("png", "svg", "pdf")
WIDTH_IN = 7.2  # fits between the margins of A4


def export_field_matrix(
    fields: Sequence[ActionField], target: Path, texts: Texts, theme: Theme
) -> Path:
    """Write the matrix; may run outside the thread of the window.

    Args:
        fields: All fields, rated or not.
        target: Where it goes; its suffix is one of ``FORMATS``, in any case.
        texts: The language.
        theme: The colours; the light theme, for paper.

    Returns:
        The target.

    Raises:
        UnknownFormatError: The suffix is none of these.
        ExportBlockedError: The file cannot be written; an older one is as it was.
    """
    from kiassess.charts.field_matrix import field_matrix, field_matrix_height
    from kiassess.charts.rendering import to_file_bytes

    file_format = target.suffix.lower().lstrip(".")
    if file_format not in FORMATS:
        raise UnknownFormatError(file=target.name, known=", ".join(f".{one}" for one in FORMATS))
    height_in = field_matrix_height(fields, texts, width_in=WIDTH_IN)
    look = Look.of(theme.roles)
    chart = field_matrix(fields, texts, look, width_in=WIDTH_IN, height_in=height_in)
    write_file(target, to_file_bytes(chart, cast(Literal["png", "svg", "pdf"], file_format)))
    return target
