"""The sheet with what falls short of its target: the next level, and measures that lead there."""

from collections.abc import Mapping

from kiassess.domain.highlights import Highlight, all_weaknesses
from kiassess.domain.measures import Measure, is_quick_win, measures_for
from kiassess.exchange.results import Results
from kiassess.exchange.workbook_cells import Cell, Role
from kiassess.exchange.workbook_pages import Book, Page
from kiassess.wording.texts import Texts

COLUMNS = {  # headings and widths in characters
    "answers.title": 26,
    "answers.area": 15,
    "answers.level": 7,
    "workbook.target": 7,
    "workbook.gate": 20,
    "measure_sheet.next": 9,
    "measure_sheet.means": 46,
    "measure_sheet.measures": 46,
    "answers.responsible": 17,
}
MEASURES = "measure_sheet.measures"
TOP = 3


def write_measures(book: Book, results: Results) -> Page:
    """Write one row an answer below its target, what is most urgent first."""
    texts = results.texts
    name = texts("measure_sheet.sheet")
    measures = {} if results.catalogue is None else results.catalogue.measures
    columns = [key for key in COLUMNS if measures or key != MEASURES]
    page = book.page(name, [COLUMNS[key] for key in columns])
    page.write((0, 0), name, Role.TITLE)
    found = all_weaknesses(results.opened)
    if not found:
        key = "highlights.no_weakness" if results.profile.n_answered else "overview.no_answer"
        page.write((1, 0), texts(key), Role.FACT)
        return page
    page.write_wide(1, texts("measure_sheet.lead" if measures else "measure_sheet.lead_levels"))
    rows = []
    for one in found:
        cells = _cells(one, results, measures)
        rows.append([cells[key] for key in columns])
    page.add_table(TOP, [texts(key) for key in columns], rows, name="kiassess_measures")
    page.freeze(TOP + 1, 1)
    page.repeat(TOP, 1)
    return page


def _cells(one: Highlight, results: Results, measures: Mapping[str, Measure]) -> dict[str, Cell]:
    opened, texts = results.opened, results.texts
    fitting = measures_for(one.item.id, one.level, measures)
    return {
        "answers.title": one.item.title,
        "answers.area": opened.questionnaire.area_of(one.item.id).name,
        "answers.level": one.level,
        "workbook.target": one.target,
        "workbook.gate": texts("answers.yes" if one.item.gate else "answers.no"),
        "measure_sheet.next": one.next_level,
        "measure_sheet.means": one.item.levels[one.next_level],
        MEASURES: "\n".join(_measure_words(found, measures, texts) for found in fitting),
        "answers.responsible": opened.answer(one.item.id).responsible,
    }


def _measure_words(measure: Measure, measures: Mapping[str, Measure], texts: Texts) -> str:
    quick = is_quick_win(measure, measures)
    key = "measure_sheet.quick" if quick else "measure_sheet.measure"
    return texts(key, title=measure.title, effort=texts(f"effort.{measure.effort}"))
