"""Handing a plan out: as a workbook, or as days for a calendar."""

from datetime import datetime
from pathlib import Path

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.errors import UnknownFormatError
from kiassess.exchange.plan_ics import plan_ics
from kiassess.exchange.plan_rows import PlanExport
from kiassess.exchange.plan_workbook import plan_workbook, register_workbook
from kiassess.exchange.writing import write_file
from kiassess.wording.texts import Texts

PLAN_FORMATS = (".xlsx", ".ics")


def export_plan(
    opened: OpenAssessment, target: Path, texts: Texts, *, now: datetime, version: str
) -> Path:
    """Write plan, register and use cases to a file; may run outside the thread of the window.

    Args:
        opened: The assessment, or a frozen state of it.
        target: Where it goes; its suffix is one of ``PLAN_FORMATS``, in any case.
        texts: The language.
        now: Time of the export, with a time zone.
        version: Of the program.

    Returns:
        The target.

    Raises:
        UnknownFormatError: The suffix is none of these.
        ExportBlockedError: The file cannot be written; an older one is as it was.
    """
    match target.suffix.lower():
        case ".xlsx":
            content = plan_workbook(PlanExport(opened, texts, now, version))
        case ".ics":
            content = plan_ics(opened, texts, now=now, version=version)
        case _:
            raise UnknownFormatError(file=target.name, known=", ".join(PLAN_FORMATS))
    write_file(target, content)
    return target


def export_register(
    opened: OpenAssessment, target: Path, texts: Texts, *, now: datetime, version: str
) -> Path:
    """Write the register of AI systems alone, as a workbook; see ``export_plan``.

    Raises:
        UnknownFormatError: The suffix is not ``.xlsx``.
        ExportBlockedError: The file cannot be written; an older one is as it was.
    """
    if target.suffix.lower() != ".xlsx":
        raise UnknownFormatError(file=target.name, known=".xlsx")
    write_file(target, register_workbook(PlanExport(opened, texts, now, version)))
    return target
