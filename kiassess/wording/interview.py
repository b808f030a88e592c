"""The interview plan as a text to be read, printed and written on: who is asked what."""

from collections.abc import Iterator, Sequence

from kiassess.domain.assessment import AnswerState, OpenAssessment, may_be_not_applicable
from kiassess.domain.interview import Interview, Open
from kiassess.wording.knowledge import plain
from kiassess.wording.texts import Texts

GAP = plain("_" * 6)  # room for a figure
LONG_GAP = plain("_" * 24)  # room for a name
SEPARATOR = " · "


def interview_document(opened: OpenAssessment, plan: Sequence[Interview], texts: Texts) -> str:
    """The plan as Markdown: an overview, then one part a role with room for the answers.

    Args:
        opened: The assessment.
        plan: See ``domain.interview.interview_plan``.
        texts: The language.

    Returns:
        Title, municipality and round; below them the interviews, or that nothing is open. Below
        each question stands a rule to write on.
    """
    lines = [f"# {texts('interview.title')}", plain(plan_head(opened, texts))]
    if not plan:
        return "\n\n".join([*lines, texts("interview.nothing")])
    lines += [_lead(plan, texts), _overview(plan, texts), texts("interview.how")]
    lines.append(_levels(opened, texts))
    number = 1
    for interview in plan:
        lines += _interview(interview, number, opened, texts)
        number += len(interview.items)
    return "\n\n".join(lines)


def plan_name(opened: OpenAssessment, texts: Texts) -> str:
    """What the document is called: whose plan it is."""
    return texts("interview.name", name=opened.assessment.municipality.name)


def plan_head(opened: OpenAssessment, texts: Texts) -> str:
    """Municipality and round in one line."""
    assessment = opened.assessment
    day = texts.day(assessment.round_date)
    extent = texts(f"extent.{assessment.extent}")
    return SEPARATOR.join([
        assessment.municipality.name,
        texts("navigation.round", date=day, extent=extent),
    ])  # fmt: skip


def table(rows: Sequence[Sequence[str]], *, numbers: Sequence[int] = ()) -> str:
    """Rows as a table in Markdown, the first one as its head.

    Args:
        rows: Plain texts; nothing in them is Markdown.
        numbers: Columns that are set to the right.
    """
    rules = ["--:" if column in numbers else "---" for column in range(len(rows[0]))]
    cells = [[plain(cell) for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in [cells[0], rules, *cells[1:]])


def _lead(plan: Sequence[Interview], texts: Texts) -> str:
    questions = sum(len(interview.items) for interview in plan)
    minutes = sum(interview.minutes for interview in plan)
    return texts("interview.lead", n=questions, minutes=minutes)


def _overview(plan: Sequence[Interview], texts: Texts) -> str:
    head = [texts(f"interview.{column}") for column in ("who", "questions", "minutes")]
    rows = [[_who(one, texts), str(len(one.items)), str(one.minutes)] for one in plan]
    return table([head, *rows], numbers=(1, 2))


def _levels(opened: OpenAssessment, texts: Texts) -> str:
    head = [texts("interview.level"), texts("interview.meaning")]
    rows = [
        [texts("guide.level", level=level, name=named.name), named.meaning]
        for level, named in enumerate(opened.questionnaire.levels)
    ]
    return table([head, *rows])


def _interview(
    interview: Interview, number: int, opened: OpenAssessment, texts: Texts
) -> Iterator[str]:
    """One part; its questions are numbered from ``number`` on."""
    yield f"## {plain(_who(interview, texts))}"
    yield texts("interview.size", n=len(interview.items), minutes=interview.minutes)
    if interview.documents:
        yield plain(texts("interview.bring", list="; ".join(interview.documents)))
    yield texts("interview.met", gap=LONG_GAP)
    for place, one in enumerate(interview.items, start=number):
        yield from _question(one, place, opened, texts)


def _question(one: Open, number: int, opened: OpenAssessment, texts: Texts) -> Iterator[str]:
    yield f"### {number}. {plain(one.item.title)}"
    yield plain(one.item.question)
    hints = []
    if one.state is AnswerState.UNKNOWN:
        hints.append(f"**{texts('interview.unknown')}**")
    if one.item.gate:
        hints.append(texts("workbook.gate"))
    if one.also_know:
        hints.append(plain(texts("interview.also", list=", ".join(one.also_know))))
    if hints:
        yield SEPARATOR.join(hints)
    leaves_out = may_be_not_applicable(one.item, opened.assessment.ai_in_use)
    key = "interview.answer_or_not_applicable" if leaves_out else "interview.answer"
    yield texts(key, gap=GAP)
    yield "***"


def _who(interview: Interview, texts: Texts) -> str:
    return interview.role_name or texts("interview.nobody")
