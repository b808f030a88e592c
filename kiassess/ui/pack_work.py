"""Writing fill-in workbooks off the window's thread."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.fill_in import Asked
from kiassess.domain.interview import NOBODY
from kiassess.wording.texts import Texts
from kiassess.workflow.packing import ALL, NO_ROLE, Pack, PackKit, pack

Packed: TypeAlias = Pack


@dataclass(frozen=True)
class PackJob:
    """Everything it needs, frozen, so that answering can go on meanwhile.

    Attributes:
        opened: The assessment as it was when it was asked for.
        folder: Where the workbooks go; made if it is missing.
        texts: The language.
        version: Of the program.
        asked: Who gets one; never empty.
        prefill: Whether what is known already stands in the workbooks.
        for_print: Whether they are laid out to be ticked with a pen.
        file_format: One of ``workflow.packing.FORMATS``.
    """

    opened: OpenAssessment
    folder: Path
    texts: Texts
    version: str
    asked: tuple[Asked, ...]
    prefill: bool
    for_print: bool
    file_format: str


def run_pack(job: PackJob) -> Packed:
    """Write the workbooks; see ``workflow.packing.pack``."""
    kit = PackKit(
        job.texts,
        job.version,
        prefill=job.prefill,
        for_print=job.for_print,
        file_format=job.file_format,
    )
    return pack(job.opened, job.folder, kit, roles=[_word(one) for one in job.asked])


def _word(asked: Asked) -> str:
    if asked.role_id is None:
        return ALL
    return NO_ROLE if asked.role_id == NOBODY else asked.role_id
