"""Handing results out: one function, the suffix of the target says what is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

from kiassess.charts.choice import ChartKind, chart_of, height_of
from kiassess.charts.looks import Look
from kiassess.charts.rendering import FileFormat, to_file_bytes
from kiassess.content.themes import Theme
from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.errors import UnknownFormatError
from kiassess.domain.legal import LegalTable
from kiassess.domain.profile import make_profile
from kiassess.domain.shown import Shown
from kiassess.exchange.answers_csv import answers_csv
from kiassess.exchange.results_workbook import results_workbook
from kiassess.exchange.writing import write_file
from kiassess.wording.texts import Texts

FORMATS = ("xlsx", "csv", "png", "svg", "pdf")
CHART_WIDTH_IN = 7.2  # fits between the margins of A4
CHART_HEIGHT_IN = 4.8


@dataclass(frozen=True, slots=True)
class ExportKit:
    """What every export needs beside the assessment.

    Attributes:
        texts: The language.
        theme: The colours of charts; the light theme, for paper.
        legal: The legal table, in the same language; ``None`` leaves it out.
        version: Of the program.
    """

    texts: Texts
    theme: Theme
    legal: LegalTable | None
    version: str


def export(
    opened: OpenAssessment,
    target: Path,
    kit: ExportKit,
    *,
    now: datetime,
    changed: Mapping[str, datetime],
    chart: ChartKind = ChartKind.DOTS,
) -> Path:
    """Write an assessment to a file; may run outside the thread of window and database.

    Args:
        opened: The assessment.
        target: Where it goes; its suffix is one of ``FORMATS``, in any case.
        kit: Language, colours, legal table.
        now: Time of the export, with a time zone.
        changed: When each answer was last changed, by item id; see ``store.load_changes``.
        chart: Which chart a picture shows; the quick check always shows its tendencies.

    Returns:
        The target.

    Raises:
        UnknownFormatError: The suffix is none of ours.
        ExportBlockedError: The file cannot be written; an older one is as it was.
    """
    file_format = target.suffix.lower().lstrip(".")
    if file_format not in FORMATS:
        known = ", ".join(f".{known}" for known in FORMATS)
        raise UnknownFormatError(file=target.name, known=known)
    profile = make_profile(opened)
    match file_format:
        case "xlsx":
            content = results_workbook(
                opened,
                profile,
                kit.legal,
                kit.texts,
                now=now,
                version=kit.version,
                changed=changed,
            )
        case "csv":
            content = answers_csv(opened, kit.legal, kit.texts, changed=changed)
        case _:
            content = _picture(Shown(profile, opened), kit, chart, cast("FileFormat", file_format))
    write_file(target, content)
    return target


def _picture(shown: Shown, kit: ExportKit, kind: ChartKind, file_format: FileFormat) -> bytes:
    if shown.profile.tendencies_only:
        kind = ChartKind.DOTS
    needed_in = height_of(kind, shown, kit.texts, width_in=CHART_WIDTH_IN)
    drawn = chart_of(
        kind,
        shown,
        kit.texts,
        Look.of(kit.theme.roles),
        width_in=CHART_WIDTH_IN,
        height_in=max(needed_in, CHART_HEIGHT_IN),
    )
    return to_file_bytes(drawn, file_format)
