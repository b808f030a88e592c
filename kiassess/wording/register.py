"""Use cases, AI systems and the pre-check under the AI Act in words, on screen and on paper."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kiassess.domain.action_fields import ActionField
from kiassess.domain.history import Subject
from kiassess.domain.legal import LegalAnchor
from kiassess.domain.precheck import Outcome, Reason
from kiassess.domain.precheck_result import PrecheckResult, is_outdated
from kiassess.domain.register import AiRole, AiSystem, Dpia, UseStatus
from kiassess.domain.use_cases import UseCase
from kiassess.wording.action_fields import (
    RATINGS,
    matrix_summary,
    matrix_title,
    rate_words,
)
from kiassess.wording.interview import table
from kiassess.wording.knowledge import plain
from kiassess.wording.planning import field_name, kind_label
from kiassess.wording.texts import Texts

RATES = {"benefit": "benefit_rate", "effort": "effort_rate"}
SECTIONS = {"UseStatus": "use_status", "AiRole": "ai_role", "Dpia": "dpia"}
CASE_LINES = ("idea", "data", "benefit", "effort", "risk", "responsible")
SYSTEM_LINES = (
    "status", "purpose", "provider", "role", "data", "personal_data", "legal_basis", "dpia",
    "risk", "responsible", "start", "review", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LawDays:
    """On which days the law was looked at, as the program has it now.

    Attributes:
        questions: ``Precheck.as_of``; ``None`` if there are no questions.
        table: ``LegalTable.as_of``.
    """

    questions: date | None
    table: date


def precheck_words(made: PrecheckResult | None, texts: Texts) -> str:
    """What a pre-check came to, with its days; or that there is none."""
    if made is None:
        return texts("precheck.not_made")
    return texts(
        "precheck.made",
        outcome=texts(f"outcome.{made.outcome}"),
        as_of=as_of_words(made.as_of, texts),
        date=texts.day(made.made_on),
    )


def as_of_words(as_of: date, texts: Texts) -> str:
    """The day of the law: „Rechtsstand 22.11.2026“."""
    return texts("precheck.as_of", date=texts.day(as_of))


def outdated_words(made: PrecheckResult | None, law: LawDays, texts: Texts) -> str:
    """That the law was looked at again since a pre-check; ``""`` if it was not."""
    if made is None:
        return ""
    for key, now in (("outdated", law.questions), ("table_newer", law.table)):
        if now is not None and is_outdated(made, now):
            return texts(f"precheck.{key}", made=texts.day(made.as_of), now=texts.day(now))
    return ""


def reason_words(reason: Reason, texts: Texts) -> str:
    """Which answer led to something."""
    return texts("precheck.reason", question=reason.question.text, answer=reason.option.text)


def anchor_words(anchor: LegalAnchor, texts: Texts) -> str:
    """What a provision asks, since when, and how well that could be checked."""
    dates = []
    if anchor.since is not None:
        dates.append(texts("handbook.since", date=texts.day(anchor.since)))
    if anchor.until is not None:
        dates.append(texts("handbook.until", date=texts.day(anchor.until)))
    dates.append(texts(f"certainty.{anchor.certainty}"))
    asks = texts("precheck.anchor", name=anchor.name, asks=anchor.asks)
    return f"{asks} ({' · '.join(dates)})"


def risk_words(system: AiSystem, texts: Texts) -> str:
    """What to look at under the AI Act: as decided, else as the pre-check says."""
    outcome = risk_of(system)
    return texts("register.open") if outcome is None else texts(f"outcome.{outcome}")


def risk_of(system: AiSystem) -> Outcome | None:
    """What was decided about a system, else what its pre-check came to."""
    return system.risk or (system.precheck.outcome if system.precheck else None)


def review_words(system: AiSystem, today: date, texts: Texts) -> str:
    """The day of the next review, and whether it has passed."""
    late = system.review is not None and system.review < today
    if late and system.status is not UseStatus.ENDED:
        return texts("register.overdue_mark", date=texts.day(system.review))
    return texts.day(system.review)


def overdue_sentence(late: Sequence[AiSystem], texts: Texts) -> str:
    """That reviews are overdue; ``""`` if none is.

    Args:
        late: The systems, the longest overdue first.
        texts: The sentences.
    """
    if not late:
        return ""
    key = "overdue" if len(late) == 1 else "overdue_more"
    date_words = texts.day(late[0].review)
    return texts(f"register.{key}", name=late[0].name, n=len(late), date=date_words)


def case_lines(case: UseCase, texts: Texts) -> tuple[tuple[str, str], ...]:
    """What a card says below its title: label and text, only where there is one."""
    lines = [
        (kind_label(Subject.USE_CASE, name, texts), _case_text(case, name, texts))
        for name in CASE_LINES
    ]
    return tuple((label, text) for label, text in lines if text)


def system_lines(system: AiSystem, texts: Texts, today: date) -> tuple[tuple[str, str], ...]:
    """All that is said about a system: label and text, only where there is one."""
    lines = [
        (kind_label(Subject.SYSTEM, name, texts), _system_text(system, name, texts, today))
        for name in SYSTEM_LINES
    ]
    return tuple((label, text) for label, text in lines if text)


def register_document(systems: Iterable[AiSystem], texts: Texts, today: date) -> str:
    """The register as Markdown: an overview, then every system."""
    found = by_name(systems)
    lines = [f"# {texts('register.document')}"]
    if not found:
        return "\n\n".join([*lines, texts("register.none")])
    labels = ("name", "status", "risk", "responsible", "review")
    rows = [
        [one.name, *(_system_text(one, name, texts, today) for name in labels[1:])] for one in found
    ]
    lines.append(table([[kind_label(Subject.SYSTEM, name, texts) for name in labels], *rows]))
    for one in found:
        lines += [f"## {plain(one.name)}", _listed(system_lines(one, texts, today))]
        lines += [plain(_precheck_line(one.precheck, texts))] if one.precheck else []
    return "\n\n".join([*lines, f"*{texts('plan_export.hint')}*"])


def fields_document(
    fields: Sequence[ActionField],
    cases: Iterable[UseCase],
    texts: Texts,
    *,
    chart: str | None = None,
) -> str:
    """Action fields and use cases as Markdown.

    Args:
        fields: All of them.
        cases: The use cases.
        texts: The sentences.
        chart: Address of the picture of the matrix; ``None`` for none.
    """
    summary = " ".join(matrix_summary(fields, texts))
    lines = [f"# {texts('register.fields_document')}", plain(summary)]
    head = [texts(f"field_matrix.{key}") for key in ("field", *RATINGS[:2], "benefit_head")]
    lines.append(table([head, *(_field_row(one, texts) for one in fields)]))
    if chart is not None:
        lines.append(f"![{plain(matrix_title(fields, texts))}]({chart})")
    lines.append(f"## {texts('register.use_cases')}")
    found = sorted(cases, key=lambda one: (one.title.casefold(), one.id))
    if not found:
        lines.append(texts("register.no_use_cases"))
    names = {one.id: field_name(one, texts) for one in fields}
    for case in found:
        lines += _case(case, names, texts)
    return "\n\n".join([*lines, f"*{texts('plan_export.hint')}*"])


def by_name(systems: Iterable[AiSystem]) -> tuple[AiSystem, ...]:
    """Systems as a register lists them."""
    return tuple(sorted(systems, key=lambda one: (one.name.casefold(), one.id)))


def _field_row(field: ActionField, texts: Texts) -> list[str]:
    rates = [rate_words(one, getattr(field, one), texts) for one in RATINGS]
    return [field_name(field, texts), *rates]


def _case(case: UseCase, names: Mapping[str, str], texts: Texts) -> Iterator[str]:
    yield f"### {plain(case.title)}"
    if case.field_id in names:
        yield plain(f"{texts('field_matrix.field')}: {names[case.field_id]}")
    lines = case_lines(case, texts)
    if lines:
        yield _listed(lines)
    yield plain(_precheck_line(case.precheck, texts))


def _precheck_line(made: PrecheckResult | None, texts: Texts) -> str:
    return f"{texts('precheck.title')}: {precheck_words(made, texts)}"


def _listed(lines: Iterable[tuple[str, str]]) -> str:
    joined = ((label, " ".join(text.split())) for label, text in lines)
    return "\n".join(f"- **{plain(label)}:** {plain(text)}" for label, text in joined)


def _case_text(case: UseCase, name: str, texts: Texts) -> str:
    text = str(getattr(case, name)).strip()
    rate = getattr(case, RATES[name]) if name in RATES else None
    if rate is None:
        return text
    word = rate_words(name, rate, texts)
    return texts("register.rated_text", word=word, text=text) if text else word


def _system_text(system: AiSystem, name: str, texts: Texts, today: date) -> str:
    value = getattr(system, name)
    if name == "risk":
        return risk_words(system, texts)
    if name == "review" and value is not None:
        return review_words(system, today, texts)
    return "" if value is None else _value_words(value, texts)


def _value_words(value: object, texts: Texts) -> str:
    match value:
        case UseStatus() | AiRole() | Dpia():
            return texts(f"{SECTIONS[type(value).__name__]}.{value}")
        case bool():
            return texts("answers.yes" if value else "answers.no")
        case date():
            return texts.day(value)
        case _:
            return str(value).strip()
