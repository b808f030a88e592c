"""The dialogs about measures, the plan, use cases and AI systems; nothing is stored."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.own_measures import OWN
from kiassess.selftest.register_dialogs import register_dialogs
from kiassess.ui.dialogs.hide_measure import HideMeasureDialog
from kiassess.ui.dialogs.own_measure import OwnMeasureDialog
from kiassess.ui.dialogs.plan_entry import PlanEntryDialog
from kiassess.ui.session import Session
from kiassess.wording.measure_list import step_names
from kiassess.workflow.knowledge import current_precheck
from kiassess.workflow.planning import plan_entry
from kiassess.workflow.workspace import Workspace


def measures_dialogs(
    opened: OpenAssessment, session: Session, workspace: Workspace, window: QWidget
) -> dict[str, Callable[[], QDialog]]:
    """Each dialog by its name, ready to be made."""
    texts, (catalogue, _) = session.texts, session.catalogue()
    measure = next(iter(catalogue.measures.values()))
    steps = step_names(catalogue, texts)
    asked = partial(OwnMeasureDialog, texts=texts, questionnaire=opened.questionnaire, steps=steps)
    planned = plan_entry(opened, measure, days=3.5)
    items = {item.id: item.title for item in opened.questionnaire.items()}
    return {
        "plan-entry": partial(
            PlanEntryDialog,
            planned.id,
            {planned.id: planned},
            texts,
            window,
            steps=steps,
            items=items,
        ),
        "own-measure": partial(asked, f"{OWN}shown", parent=window),
        "own-wording": partial(asked, measure.id, catalogue=measure, parent=window),
        "hide-measure": partial(HideMeasureDialog, measure.title, window),
        **register_dialogs(
            current_precheck(workspace.library, texts.language),
            session.legal(),
            texts,
            session.today(),
            window,
        ),
    }
