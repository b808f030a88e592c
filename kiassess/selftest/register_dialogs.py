"""The dialogs about use cases, AI systems and the pre-check, with a made-up use case."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from kiassess.domain.action_fields import all_fields
from kiassess.domain.legal import LegalTable
from kiassess.domain.precheck import END, Outcome, Precheck, Question, asked, next_question
from kiassess.domain.precheck_result import PrecheckResult, result_of
from kiassess.domain.register import AiSystem
from kiassess.domain.use_cases import UseCase
from kiassess.ui.dialogs.ai_system import AiSystemDialog
from kiassess.ui.dialogs.own_field import OwnFieldDialog
from kiassess.ui.dialogs.precheck import PrecheckDialog
from kiassess.ui.dialogs.use_case import UseCaseDialog
from kiassess.wording.planning import field_name
from kiassess.wording.register import LawDays
from kiassess.wording.texts import Texts

NAME = {"de": "Niederschriften entwerfen", "en": "Drafting minutes"}


def register_dialogs(
    precheck: Precheck, legal: LegalTable, texts: Texts, today: date, window: QWidget
) -> dict[str, Callable[[], QDialog]]:
    """Each dialog by its name, ready to be made; nothing is stored."""
    name = NAME[texts.language]
    made = _gravest(precheck, today)
    law = LawDays(precheck.as_of, legal.as_of)
    case = UseCase("shown", name, field_id="administration", benefit_rate=3, precheck=made)
    system = AiSystem("shown", name, review=today, use_case_id=case.id, precheck=made)
    fields = {one.id: field_name(one, texts) for one in all_fields(())}
    check = partial(PrecheckDialog, name, precheck, legal, texts, today=today, parent=window)
    return {
        "use-case": partial(UseCaseDialog, case.id, case, fields, texts, law, parent=window),
        "ai-system": partial(
            AiSystemDialog, system, {case.id: name}, texts, law, today=today, parent=window
        ),
        "own-field": partial(OwnFieldDialog, "", window),
        "precheck": check,
        "precheck-result": partial(check, made=made),
    }


def _gravest(precheck: Precheck, today: date) -> PrecheckResult | None:
    """The pre-check gone through to its end, each time with an option that leads to something."""
    choices: dict[str, tuple[str, ...]] = {}
    while next_question(precheck, choices) is not None:
        question = asked(precheck, choices)[-1]
        choices[question.id] = (_option(question),)
    return result_of(precheck, choices, today)


def _option(question: Question) -> str:
    """One that may be high-risk, else one that leads to the next question and to nothing else."""
    grave = [one for one in question.options if one.outcome is Outcome.HIGH_RISK]
    harmless = [one for one in question.options if one.outcome is None and one.next != END]
    return next(iter((*grave, *harmless, *question.options))).id
