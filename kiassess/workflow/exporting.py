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
from kiassess.domain.catalogue import Catalogue
from kiassess.domain.errors import UnknownFormatError
from kiassess.domain.legal import LegalTable
from kiassess.domain.package import Package
from kiassess.domain.profile import make_profile
from kiassess.domain.shown import Shown
from kiassess.exchange.answers_csv import answers_csv
from kiassess.exchange.exchange_file import SUFFIX, to_bytes
from kiassess.exchange.results import Results
from kiassess.exchange.results_workbook import results_ods, results_workbook
from kiassess.exchange.writing import write_file
from kiassess.wording.texts import Texts

FORMATS = ("xlsx", "ods", "csv", "png", "svg", "pdf")
EXCHANGE = SUFFIX.lstrip(".")  # beside them: not results, but all there is
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
        catalogue: What stands beside the questions of the assessment, in the same language;
            ``None`` leaves measures out.
    """

    texts: Texts
    theme: Theme
    legal: LegalTable | None
    version: str
    catalogue: Catalogue | None = None


def export(
    opened: OpenAssessment,
    target: Path,
    kit: ExportKit,
    *,
    now: datetime,
    changed: Mapping[str, datetime],
    chart: ChartKind = ChartKind.DOTS,
    package: Package | None = None,
) -> Path:
    """Write an assessment to a file; may run outside the thread of window and database.

    Args:
        opened: The assessment.
        target: Where it goes; its suffix is one of ``FORMATS`` or ``EXCHANGE``, in any case.
        kit: Language, colours, legal table.
        now: Time of the export, with a time zone.
        changed: When each answer was last changed, by item id; see ``store.load_changes``.
        chart: Which chart a picture shows; the quick check always shows its tendencies.
        package: All there is about the assessment, or about the same one without names: what an
            exchange file holds; ``None`` for all other formats.

    Returns:
        The target.

    Raises:
        UnknownFormatError: The suffix is none of ours.
        ExportBlockedError: The file cannot be written; an older one is as it was.
    """
    file_format = target.suffix.lower().lstrip(".")
    if file_format in FORMATS:
        content = _results(opened, file_format, kit, now=now, changed=changed, chart=chart)
    elif file_format == EXCHANGE and package is not None:
        content = to_bytes(package)
    else:
        known = ", ".join(f".{known}" for known in (*FORMATS, EXCHANGE))
        raise UnknownFormatError(file=target.name, known=known)
    write_file(target, content)
    return target


def is_exchange_file(target: Path) -> bool:
    """Whether writing it needs the package of the assessment."""
    return target.suffix.lower() == SUFFIX


def _results(
    opened: OpenAssessment,
    file_format: str,
    kit: ExportKit,
    *,
    now: datetime,
    changed: Mapping[str, datetime],
    chart: ChartKind,
) -> bytes:
    profile = make_profile(opened)
    results = Results(
        opened=opened,
        profile=profile,
        texts=kit.texts,
        now=now,
        version=kit.version,
        legal=kit.legal,
        catalogue=kit.catalogue,
        changed=changed,
    )
    match file_format:
        case "xlsx":
            return results_workbook(results)
        case "ods":
            return results_ods(results)
        case "csv":
            return answers_csv(opened, kit.legal, kit.texts, changed=changed)
        case _:
            return _picture(Shown(profile, opened), kit, chart, cast("FileFormat", file_format))


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
