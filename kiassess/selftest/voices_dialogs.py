"""The dialogs about several voices, with a few voices made up for the picture."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from kiassess.domain.assessment import Answer, AnswerState, OpenAssessment, Voice
from kiassess.domain.kinds import TOP_LEVEL
from kiassess.domain.workshop import seats
from kiassess.ui.dialogs.clarifying import ClarifyingDialog
from kiassess.ui.dialogs.workshop import WorkshopDialog
from kiassess.ui.dialogs.workshop_start import WorkshopPlan, WorkshopStartDialog
from kiassess.wording.texts import Texts

QUESTIONS, PEOPLE, NAMED = 4, 6, 3


def voices_dialogs(
    opened: OpenAssessment, texts: Texts, window: QWidget
) -> dict[str, Callable[[], QDialog]]:
    """Each dialog by its name, ready to be made; nothing is stored."""
    differing = _differing(opened)
    return {
        "clarifying": partial(ClarifyingDialog, differing, texts, window),
        "workshop-start": partial(
            WorkshopStartDialog, differing, texts, _plan(differing), window, can_keep=True
        ),
        "workshop": partial(_workshop, differing, texts, window),
    }


def _plan(opened: OpenAssessment) -> WorkshopPlan:
    """Those present, some of them called by their role."""
    names = ", ".join(role.name for role in opened.questionnaire.roles[:NAMED])
    return WorkshopPlan(names=names, count=PEOPLE, keep_votes=True)


def _workshop(opened: OpenAssessment, texts: Texts, window: QWidget) -> WorkshopDialog:
    present = seats("", PEOPLE, texts("workshop.place"))
    items, day = opened.items()[:QUESTIONS], opened.assessment.round_date
    return WorkshopDialog(opened, items, present, texts, window, today=day, limit_minutes=5)


def _differing(opened: OpenAssessment) -> OpenAssessment:
    """The assessment as if two roles had answered the first questions, each time otherwise."""
    at = opened.assessment.created_at
    first, second, *_ = opened.questionnaire.roles
    voices = {}
    for number, item in enumerate(opened.items()[:QUESTIONS]):
        levels = (1, min(1 + number, TOP_LEVEL))
        voices[item.id] = tuple(
            Voice(role.name, Answer(item.id, AnswerState.ANSWERED, level), at, role.id)
            for role, level in zip((first, second), levels, strict=True)
        )
    return replace(opened, voices=voices, agreed=opened.agreed - voices.keys())
