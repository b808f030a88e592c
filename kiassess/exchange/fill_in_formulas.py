"""The formulas of a fill-in workbook: whether a row is answered, and how many are.

With each goes what it gives when the workbook is handed out, for programs that do not calculate.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kiassess.domain.assessment import Answer, AnswerState
from kiassess.wording.texts import Texts


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as Excel has it, without the sign in front, and its result."""

    text: str
    shown: str


def state_formula(
    answer: Answer, texts: Texts, *, answer_cell: str, reason_cell: str, known: str
) -> Formula:
    """Whether a row is answered, and if not, what is missing.

    Args:
        answer: What the row is handed out with.
        texts: The language.
        answer_cell: Name of the cell the answer stands in.
        reason_cell: Name of the cell the reason stands in.
        known: The range of what counts as an answer.
    """
    given, reason = f'TRIM({answer_cell}&"")', f'TRIM({reason_cell}&"")'
    done, unsure = quoted(texts("fill_in.done")), quoted(texts("fill_in.check"))
    lacking, still_open = quoted(texts("fill_in.reason_missing")), quoted(texts("state.open"))
    leaves_out = quoted(texts("state.not_applicable"))
    text = (
        f'IF({given}="",{still_open},IF(ISNA(MATCH({given},{known},0)),{unsure},'
        f'IF(AND({given}={leaves_out},{reason}=""),{lacking},{done})))'
    )
    return Formula(text, texts("fill_in.done" if _is_done(answer) else "state.open"))


def progress_formula(answers: Sequence[Answer], texts: Texts, *, states: str, ids: str) -> Formula:
    """How many rows are answered.

    Args:
        answers: What they are handed out with.
        texts: The language.
        states: The range of what ``state_formula`` gives.
        ids: The range of the ids of the items.
    """
    before, _, rest = texts("fill_in.progress", done="\0", total="\1").partition("\0")
    between, _, after = rest.partition("\1")
    done = f"COUNTIF({states},{quoted(texts('fill_in.done'))})"
    parts = [quoted(before), done, quoted(between), f"COUNTA({ids})", quoted(after)]
    shown = f"{before}{sum(map(_is_done, answers))}{between}{len(answers)}{after}"
    return Formula("&".join(part for part in parts if part != '""'), shown)


def quoted(text: str) -> str:
    """A sentence of ours as a text in a formula."""
    return '"' + text.replace('"', '""') + '"'


def _is_done(answer: Answer) -> bool:
    """Whether nothing is missing; an answer that leaves a question out always has its reason."""
    return answer.state is not AnswerState.OPEN
