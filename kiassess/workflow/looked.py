"""What was found in files that were looked at, so that none of them is read again."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from kiassess.domain.errors import KiassessError
from kiassess.domain.fill_in import FillIn
from kiassess.workflow.exchanging import Preview
from kiassess.workflow.fill_in_homes import Home


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in a fill-in workbook.

    Attributes:
        assessment_id: The assessment it belongs to.
        fill_in: What stands in it.
        role: Id and name of the role it was for; empty for all or none.
        at: When it was filled in, UTC.
    """

    assessment_id: str
    fill_in: FillIn
    role: tuple[str, str]
    at: datetime


@dataclass
class Looked:
    """Files that were looked at; it holds as long as the workspace stays as it is.

    Attributes:
        exchange: What exchange files would do, by file.
        workbooks: What stands in workbooks, or why they are refused, by file.
        homes: The assessments the workbooks belong to, before any of them, by id.
    """

    exchange: dict[Path, Preview] = field(default_factory=dict)
    workbooks: dict[Path, Reading | KiassessError] = field(default_factory=dict)
    homes: dict[str, Home] = field(default_factory=dict)
