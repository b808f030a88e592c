"""Action fields and AI register in the worker; what draws and writes is imported there."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from kiassess.charts.looks import Look
from kiassess.domain.action_fields import ActionField
from kiassess.domain.assessment import OpenAssessment
from kiassess.paths import Bundled
from kiassess.ui.chart_work import Picture, Sheet, drawn
from kiassess.ui.export_work import PAPER_DPI, PAPER_WIDTH_IN
from kiassess.wording.texts import Texts


def draw_fields(fields: Sequence[ActionField], texts: Texts, sheet: Sheet) -> Picture:
    """Draw the matrix of action fields, rated or not; the first time takes a second or two."""
    from kiassess.charts.field_matrix import field_matrix, field_matrix_height

    return drawn((fields, texts), field_matrix_height, field_matrix, sheet)


def draw_fields_for_paper(fields: Sequence[ActionField], texts: Texts, bundled: Bundled) -> Picture:
    """Draw the matrix in the light colours, as wide as the text on paper."""
    from kiassess.charts.field_matrix import field_matrix, field_matrix_height
    from kiassess.charts.rendering import to_rgba
    from kiassess.content.themes import load_theme

    height_in = field_matrix_height(fields, texts, width_in=PAPER_WIDTH_IN, titled=False)
    look = Look.of(load_theme(bundled.themes, "light").roles)
    figure = field_matrix(
        fields, texts, look, width_in=PAPER_WIDTH_IN, height_in=height_in, titled=False
    )
    return Picture(*to_rgba(figure, PAPER_DPI))


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
