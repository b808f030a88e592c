"""The sheet with the minimum requirements: how each stands and what level 2 means for it."""

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.profile import GateResult
from kiassess.domain.questionnaire import GATE_LEVEL
from kiassess.exchange.results import Results
from kiassess.exchange.workbook_cells import Cell, Role
from kiassess.exchange.workbook_pages import Book, Page
from kiassess.wording.texts import Texts

WIDTHS = (32, 22, 22, 8, 20, 60, 24)
HEADINGS = (
    "workbook.gate",
    "answers.area",
    "workbook.gate_status",
    "answers.level",
    "answers.level_name",
    "workbook.gate_level_two",
    "answers.responsible",
)
TOP = 5


def write_gates(book: Book, results: Results) -> Page:
    """Write one row a minimum requirement, below how many of them are met."""
    opened, profile, texts = results.opened, results.profile, results.texts
    name = texts("workbook.sheet_gates")
    page = book.page(name, WIDTHS)
    met = texts("summary.gates", met=profile.gates_met, total=len(profile.gates))
    page.write((0, 0), name, Role.TITLE)
    page.write((1, 0), met, Role.SECTION)
    page.write((2, 0), texts(f"ai.{profile.ai_in_use or 'open'}"), Role.FACT)
    page.write_wide(3, texts("workbook.gates_note"))
    rows = [_row(opened, gate, texts) for gate in profile.gates]
    page.add_table(TOP, [texts(key) for key in HEADINGS], rows, name="kiassess_gates")
    page.freeze(TOP + 1, 1)
    page.repeat(TOP)
    return page


def _row(opened: OpenAssessment, gate: GateResult, texts: Texts) -> tuple[Cell, ...]:
    item = opened.questionnaire.item(gate.item_id)
    level = gate.level
    return (
        item.title,
        opened.questionnaire.area_of(item.id).name,
        texts(f"gate.{gate.status}"),
        level,
        None if level is None else opened.questionnaire.levels[level].name,
        item.levels[GATE_LEVEL],
        opened.answer(item.id).responsible,
    )
