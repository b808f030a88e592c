"""What stands in the sheets of a plan: a table of each kind, and what does not go together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from kiassess.domain.action_fields import all_fields
from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.entries import KeptEntry
from kiassess.domain.history import Subject
from kiassess.domain.kept import Kept, kept_of
from kiassess.domain.plan_checks import in_order, order_warnings, overloads
from kiassess.domain.planning import Aim, PlanEntry
from kiassess.domain.precheck_result import PrecheckResult
from kiassess.domain.register import AiSystem, overdue_reviews
from kiassess.domain.use_cases import UseCase
from kiassess.exchange.workbook_cells import Cell
from kiassess.wording.planning import entry_name, field_name, order_sentence, overload_sentence
from kiassess.wording.texts import Texts

Row = dict[str, Cell]  # by the names of the fields
Kind = TypeVar("Kind", bound=KeptEntry)


@dataclass(frozen=True)
class PlanExport:
    """A plan as it is handed out.

    Attributes:
        opened: The assessment, or a frozen state of it.
        texts: The language.
        now: Time of the export, with a time zone.
        version: Of the program.
    """

    opened: OpenAssessment
    texts: Texts
    now: datetime
    version: str

    @property
    def kept(self) -> Kept:
        """What is kept beside the answers, by kind."""
        return kept_of(self.opened.entries)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of entries.

    Attributes:
        subject: Their kind.
        title: The key of what is written on its tab.
        widths: Of the columns in characters, by the names of the fields.
        rows: An entry each.
        lead: A sentence above it; may be empty.
        empty: The key of what is said without any row.
    """

    subject: Subject
    title: str
    widths: Mapping[str, int]
    rows: tuple[Row, ...]
    lead: str = ""
    empty: str = ""


def plan_sheet(export: PlanExport) -> Sheet:
    """What is to be done, in the order of the plan."""
    plan = in_order(export.kept.plan)
    titles = {entry.id: entry.title for entry in plan}
    asked = {item.id: item.title for item in export.opened.questionnaire.items()}
    rows = [_plan_row(entry, titles, asked, export.texts) for entry in plan]
    widths = {
        "number": 6, "title": 34, "step": 10, "start": 11, "due": 11, "responsible": 20,
        "status": 12, "days": 14, "cost_cents": 14, "after": 26, "kpi_name": 26, "kpi_start": 12,
        "kpi_target": 12, "kpi_actual": 12, "decision_day": 12, "decision_text": 24, "aims": 34,
        "note": 34,
    }  # fmt: skip
    return Sheet(Subject.PLAN, "sheet_plan", widths, _numbered(rows), empty="no_plan")


def register_sheet(export: PlanExport) -> Sheet:
    """The AI systems by name."""
    texts = export.texts
    rows = [_system_row(one, texts) for one in _by_name(export.kept.systems.values(), texts)]
    widths = {
        "number": 6, "name": 24, "status": 13, "purpose": 30, "provider": 18, "role": 14,
        "data": 24, "personal_data": 19, "legal_basis": 22, "dpia": 21, "risk": 19,
        "responsible": 18, "start": 12, "review": 12, "note": 28,
    }  # fmt: skip
    lead, rows_found = texts("plan_export.hint"), _numbered(rows)
    return Sheet(Subject.SYSTEM, "sheet_register", widths, rows_found, lead, "no_register")


def use_case_sheet(export: PlanExport) -> Sheet:
    """The use cases by title."""
    texts, kept = export.texts, export.kept
    fields = {field.id: field_name(field, texts) for field in all_fields(kept.fields.values())}
    cases = _by_name(kept.use_cases.values(), texts)
    rows = _numbered(_case_row(case, fields, texts) for case in cases)
    widths = {
        "number": 6, "title": 26, "field_id": 16, "idea": 30, "data": 26, "benefit": 26,
        "benefit_rate": 9, "effort": 26, "effort_rate": 9, "risk": 26, "precheck": 22,
        "responsible": 18,
    }  # fmt: skip
    lead = f"{texts('plan_export.rates')} {texts('plan_export.hint')}"
    return Sheet(Subject.USE_CASE, "sheet_use_cases", widths, rows, lead, "no_use_cases")


def field_sheet(export: PlanExport) -> Sheet:
    """All action fields, rated or not."""
    texts = export.texts
    names = ("challenge", "resources", "benefit", "note")
    rows: list[Row] = [
        {"name": field_name(field, texts), **_plain(field, names)}
        for field in all_fields(export.kept.fields.values())
    ]
    widths = {"number": 6, "name": 30, "challenge": 16, "resources": 16, "benefit": 16, "note": 50}
    lead = texts("plan_export.rates")
    return Sheet(Subject.FIELD, "sheet_fields", widths, _numbered(rows), lead)


def hints(export: PlanExport) -> tuple[tuple[str, str], ...]:
    """What does not go together, each with the key of what it is about; nothing if all does."""
    texts, kept = export.texts, export.kept
    late = overdue_reviews(kept.systems.values(), export.now.astimezone().date())
    reviews = (
        texts("plan_export.review_due", name=one.name, date=texts.day(one.review)) for one in late
    )
    return (
        *(("order", order_sentence(one, texts)) for one in order_warnings(kept.plan)),
        *(("load", overload_sentence(one, texts)) for one in overloads(kept.plan, kept.frame)),
        *(("reviews", sentence) for sentence in reviews),
    )


def _plan_row(
    entry: PlanEntry, titles: Mapping[str, str], asked: Mapping[str, str], texts: Texts
) -> Row:
    names = ("title", "step", "start", "due", "responsible", "days", "note")
    return {
        **_plain(entry, names),
        "status": texts(f"plan_status.{entry.status}"),
        "cost_cents": None if entry.cost_cents is None else entry.cost_cents / 100,
        "after": "\n".join(titles[one] for one in entry.after if one in titles),
        "kpi_name": entry.kpi.name,
        "kpi_start": entry.kpi.start,
        "kpi_target": entry.kpi.target,
        "kpi_actual": entry.kpi.actual,
        "decision_day": entry.decision.day,
        "decision_text": entry.decision.text,
        "aims": "\n".join(_aim_words(aim, asked, texts) for aim in entry.aims),
    }


def _aim_words(aim: Aim, asked: Mapping[str, str], texts: Texts) -> str:
    title = asked.get(aim.item_id, aim.item_id)
    if aim.level is None:
        return texts("plan_export.aim_unknown", title=title)
    return texts("plan_export.aim", title=title, level=aim.level)


def _system_row(system: AiSystem, texts: Texts) -> Row:
    names = ("name", "purpose", "provider", "data", "legal_basis", "responsible", "note")
    personal = {None: "", True: texts("answers.yes"), False: texts("answers.no")}
    risk = texts(f"outcome.{system.risk}") if system.risk else _made(system.precheck, texts)
    return {
        **_plain(system, (*names, "start", "review")),
        "status": texts(f"use_status.{system.status}"),
        "role": texts(f"ai_role.{system.role}") if system.role else "",
        "personal_data": personal[system.personal_data],
        "dpia": texts(f"dpia.{system.dpia}") if system.dpia else "",
        "risk": risk,
    }


def _case_row(case: UseCase, fields: Mapping[str, str], texts: Texts) -> Row:
    names = ("title", "idea", "data", "benefit", "effort", "risk", "responsible")
    return {
        **_plain(case, (*names, "benefit_rate", "effort_rate")),
        "field_id": fields.get(case.field_id, ""),
        "precheck": _made(case.precheck, texts),
    }


def _made(made: PrecheckResult | None, texts: Texts) -> str:
    if made is None:
        return ""
    outcome = texts(f"outcome.{made.outcome}")
    return texts("kept.precheck", outcome=outcome, date=texts.day(made.as_of))


def _plain(entry: KeptEntry, names: Iterable[str]) -> Row:
    """Values that stand in a cell as they are."""
    return {name: getattr(entry, name) for name in names}


def _by_name(entries: Iterable[Kind], texts: Texts) -> list[Kind]:
    return sorted(entries, key=lambda one: (entry_name(one, texts).casefold(), one.id))


def _numbered(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple({"number": number, **row} for number, row in enumerate(rows, start=1))
