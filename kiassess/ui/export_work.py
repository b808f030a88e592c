"""Exporting off the window's thread; heavy libraries are imported there, when first needed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.catalogue import Catalogue
from kiassess.domain.legal import LegalTable
from kiassess.domain.package import Package
from kiassess.domain.profile import Profile
from kiassess.domain.roadmap import PlanPaper, ShownPlan
from kiassess.paths import Bundled
from kiassess.ui.chart_work import Picture
from kiassess.wording.texts import Texts

PAPER_WIDTH_IN = 6.6  # between the margins of ``ui.printing``
PAPER_DPI = 200


@dataclass(frozen=True)
class ExportJob:
    """Everything an export needs, frozen, so that answering can go on meanwhile.

    Attributes:
        opened: The assessment as it was when the export was asked for.
        target: Where it goes; the suffix says what is written.
        texts: The language.
        bundled: Folders that came with the program.
        legal: The legal table.
        changed: When each answer was last changed, by item id.
        now: UTC.
        version: Of the program.
        catalogue: What stands beside the questions; ``None`` leaves measures out.
        chart: Which chart a picture shows, ``"dots"`` or ``"radar"``.
        package: What an exchange file holds; ``None`` for all else.
    """

    opened: OpenAssessment
    target: Path
    texts: Texts
    bundled: Bundled
    legal: LegalTable
    changed: Mapping[str, datetime]
    now: datetime
    version: str
    catalogue: Catalogue | None = None
    chart: str = "dots"
    package: Package | None = None


def run_export(job: ExportJob) -> Path:
    """Write the file; see ``workflow.exporting.export``."""
    from kiassess.charts.choice import ChartKind
    from kiassess.content.themes import load_theme
    from kiassess.workflow.exporting import ExportKit, export

    kit = ExportKit(
        texts=job.texts,
        theme=load_theme(job.bundled.themes, "light"),
        legal=job.legal,
        version=job.version,
        catalogue=job.catalogue,
    )
    return export(
        job.opened,
        job.target,
        kit,
        now=job.now,
        changed=job.changed,
        chart=ChartKind(job.chart),
        package=job.package,
    )


def draw_for_paper(profile: Profile, texts: Texts, bundled: Bundled) -> Picture:
    """Draw the building blocks in the light colours, without the title of the chart."""
    from kiassess.charts.choice import ChartKind, fitting_height, profile_chart
    from kiassess.charts.looks import Look
    from kiassess.charts.rendering import to_rgba
    from kiassess.content.themes import load_theme

    kind = ChartKind.DOTS
    height_in = fitting_height(kind, profile, texts, width_in=PAPER_WIDTH_IN, titled=False)
    figure = profile_chart(
        kind,
        profile,
        texts,
        Look.of(load_theme(bundled.themes, "light").roles),
        width_in=PAPER_WIDTH_IN,
        height_in=height_in,
        titled=False,
    )
    return Picture(*to_rgba(figure, PAPER_DPI))


def write_plan(
    opened: OpenAssessment, target: Path, texts: Texts, *, now: datetime, version: str
) -> Path:
    """Write plan and register as a workbook or a calendar; see ``plan_exporting.export_plan``."""
    from kiassess.workflow.plan_exporting import export_plan

    return export_plan(opened, target, texts, now=now, version=version)


def write_plan_pdf(
    shown: ShownPlan, target: Path, texts: Texts, bundled: Bundled, paper: PlanPaper
) -> Path:
    """Write the roadmap as a PDF; see ``roadmap_exporting.write_roadmap``."""
    from kiassess.content.themes import load_theme
    from kiassess.workflow.roadmap_exporting import write_roadmap

    return write_roadmap(shown, target, texts, load_theme(bundled.themes, "light"), paper)


def draw_plan_pages(
    shown: ShownPlan, texts: Texts, bundled: Bundled, paper: PlanPaper
) -> tuple[Picture, ...]:
    """Draw the roadmap page by page for a printer, without the border of the paper."""
    from kiassess.charts.rendering import to_rgba
    from kiassess.content.themes import load_theme
    from kiassess.workflow.roadmap_exporting import draw_roadmap_pages

    pages = draw_roadmap_pages(shown, texts, load_theme(bundled.themes, "light"), paper)
    return tuple(Picture(*to_rgba(page, PAPER_DPI)) for page in pages)


def draw_what_if_for_paper(now: Profile, then: Profile, texts: Texts, bundled: Bundled) -> Picture:
    """Draw a simulation in the light colours, without the title of the chart."""
    from kiassess.content.themes import load_theme
    from kiassess.workflow.what_if_charts import what_if_pixels

    theme = load_theme(bundled.themes, "light")
    pixels = what_if_pixels(now, then, texts, theme, width_in=PAPER_WIDTH_IN, dpi=PAPER_DPI)
    return Picture(*pixels)


def write_what_if(
    target: Path, now: Profile, then: Profile, texts: Texts, bundled: Bundled
) -> Path:
    """Write a simulation as a chart; see ``what_if_charts.write_what_if``."""
    from kiassess.content.themes import load_theme
    from kiassess.workflow import what_if_charts

    theme = load_theme(bundled.themes, "light")
    return what_if_charts.write_what_if(target, now, then, texts, theme)
