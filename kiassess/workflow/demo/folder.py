"""A folder to look at: the fictitious towns, and one export of every kind."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from kiassess.content.library import Library
from kiassess.domain.errors import DemoFolderError
from kiassess.workflow import assessing
from kiassess.workflow.demo import holds_only_demo, make_demo
from kiassess.workflow.exchanging import write_exchange_file
from kiassess.workflow.exporting import FORMATS, ExportKit, export
from kiassess.workflow.plan_exporting import PLAN_FORMATS, export_plan
from kiassess.workflow.workspace import open_for_writing

WORKSPACE = "demo.db"
EXCHANGE = ".kiassess"
SHOWN = "Musterstedt"  # the town whose latest round is exported


def write_demo(folder: Path, library: Library, kit: ExportKit, *, now: datetime) -> Iterator[Path]:
    """Write the demo into a folder; written again, it is what it was.

    Args:
        folder: Made if it is missing.
        library: The questionnaires.
        kit: What exports need.
        now: Time of the exports.

    Yields:
        Every file as soon as it is written, the workspace first.

    Raises:
        DemoFolderError: A file of another kind would have to be replaced; nothing was changed.
        KiassessError: The folder cannot be written, or another program is writing there.
    """
    file = folder / WORKSPACE
    targets = [folder / f"{SHOWN}.{suffix.lstrip('.')}" for suffix in FORMATS]
    exchange = folder / f"{SHOWN}{EXCHANGE}"
    plans = [folder / f"{SHOWN} Plan{suffix}" for suffix in PLAN_FORMATS]
    if not file.exists():
        _refuse_existing([*targets, exchange, *plans])
    with open_for_writing(file, library) as workspace:
        if not holds_only_demo(workspace):
            raise DemoFolderError(file=file.name)
        made = make_demo(workspace, now=now)
        shown = [one.id for one in made if one.municipality.name == SHOWN][-1]
        opened = assessing.load(workspace, shown, kit.texts.language)
        changed = assessing.changes(workspace, shown)
        write_exchange_file(workspace, shown, exchange)
    yield from (file, exchange)
    for target in targets:
        yield export(opened, target, kit, now=now, changed=changed)
    for target in plans:
        yield export_plan(opened, target, kit.texts, now=now, version=kit.version)


def _refuse_existing(targets: Iterable[Path]) -> None:
    """Without our workspace beside them, files of these names are somebody else's."""
    for target in targets:
        if target.exists():
            raise DemoFolderError(file=target.name)
