"""Action fields and AI register in the worker; what draws and writes is imported there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiassess.charts.looks import Look
from kiassess.domain.action_fields import ActionField
from kiassess.domain.assessment import OpenAssessment
from kiassess.paths import Bundled
from kiassess.ui.chart_work import Picture
from kiassess.ui.export_work import PAPER_DPI, PAPER_WIDTH_IN, Drawing
from kiassess.wording.texts import Texts


@dataclass(frozen=True, slots=True)
class FieldOrder:
    """The matrix as the window wants it, all of it frozen.

    Attributes:
        fields: All fields, rated or not.
        texts: The language.
        look: The colours.
        width_px: Width in the units of the window.
        dpi: Units an inch.
        pixel_ratio: Pixels a unit.
        font_scale: Size of letters and marks, 1.0 is normal.
    """

    fields: Sequence[ActionField]
    texts: Texts
    look: Look
    width_px: int
    dpi: float
    pixel_ratio: float
    font_scale: float


def draw_fields(order: FieldOrder) -> Picture:
    """Draw the matrix without its title; the first time takes a second or two."""
    from kiassess.charts.field_matrix import field_matrix, field_matrix_height
    from kiassess.charts.rendering import to_rgba

    width_in, scale = order.width_px / order.dpi, order.font_scale
    what = (order.fields, order.texts)
    height_in = field_matrix_height(*what, width_in=width_in, font_scale=scale, titled=False)
    figure = field_matrix(
        *what, order.look, width_in=width_in, height_in=height_in, font_scale=scale, titled=False
    )
    pixels = to_rgba(figure, order.dpi * order.pixel_ratio)
    return Picture(*pixels, order.pixel_ratio)


def draw_fields_for_paper(fields: Sequence[ActionField], texts: Texts, bundled: Bundled) -> Drawing:
    """Draw the matrix in the light colours, as wide as the text on paper."""
    from kiassess.charts.field_matrix import field_matrix, field_matrix_height
    from kiassess.charts.rendering import to_rgba
    from kiassess.content.themes import load_theme

    height_in = field_matrix_height(fields, texts, width_in=PAPER_WIDTH_IN, titled=False)
    look = Look.of(load_theme(bundled.themes, "light").roles)
    figure = field_matrix(
        fields, texts, look, width_in=PAPER_WIDTH_IN, height_in=height_in, titled=False
    )
    return Drawing(*to_rgba(figure, PAPER_DPI))


def write_fields(
    target: Path, fields: Sequence[ActionField], texts: Texts, bundled: Bundled
) -> Path:
    """Write the matrix as a picture; see ``workflow.field_exporting``."""
    from kiassess.content.themes import load_theme
    from kiassess.workflow.field_exporting import export_field_matrix

    return export_field_matrix(fields, target, texts, load_theme(bundled.themes, "light"))


def write_plan(
    opened: OpenAssessment, target: Path, texts: Texts, *, now: datetime, version: str
) -> Path:
    """Write plan, register, use cases and fields; see ``workflow.plan_exporting``."""
    from kiassess.workflow.plan_exporting import export_plan

    return export_plan(opened, target, texts, now=now, version=version)


def write_register(
    opened: OpenAssessment, target: Path, texts: Texts, *, now: datetime, version: str
) -> Path:
    """Write the register alone; see ``workflow.plan_exporting``."""
    from kiassess.workflow.plan_exporting import export_register

    return export_register(opened, target, texts, now=now, version=version)
