"""The sheet with what to do: the measures that fit, in their buckets and in order."""

from kiassess.domain.effort import Scale
from kiassess.domain.kept import Kept, kept_of, situation_of
from kiassess.domain.measures import Measure
from kiassess.domain.numbers import rounded
from kiassess.domain.own_measures import with_own
from kiassess.domain.recommending import Recommendation, recommend
from kiassess.exchange.results import Results
from kiassess.exchange.workbook_cells import Cell, Role
from kiassess.exchange.workbook_pages import Book, Page
from kiassess.wording.measure_list import sheet_hint, situation_words, why_words
from kiassess.wording.recommending import before_sentences, lead_name, measure_name

COLUMNS = {  # headings and widths in characters
    "measure_sheet.when": 17,
    "measure_sheet.measure": 34,
    "measure_sheet.means": 44,
    "measure_sheet.why": 44,
    "recommending.days": 14,
    "measure_sheet.cost": 16,
    "recommending.lead": 18,
    "measure_sheet.kpi": 28,
    "recommending.hint": 24,
    "measure_sheet.before": 34,
    "measure_sheet.plan": 12,
}
OF_CATALOGUE = {"measure_sheet.cost", "measure_sheet.kpi", "measure_sheet.before"}
TOP = 4


def write_measures(book: Book, results: Results) -> Page:
    """Write one row a measure: at once, within a year, later; each as the window shows it."""
    texts = results.texts
    name = texts("measure_sheet.sheet")
    catalogue = {} if results.catalogue is None else results.catalogue.measures
    kept = kept_of(results.opened.entries)
    measures = with_own(catalogue, kept.measures.values())
    columns = [key for key in COLUMNS if measures or key not in OF_CATALOGUE]
    page = book.page(name, [COLUMNS[key] for key in columns])
    page.write((0, 0), name, Role.TITLE)
    situation = situation_of(kept)
    found = recommend(results.opened, measures, situation)
    if not found:
        key = "recommending.title_none" if results.profile.n_answered else "overview.no_answer"
        page.write((1, 0), texts(key), Role.FACT)
        return page
    page.write_wide(1, texts("measure_sheet.lead" if catalogue else "measure_sheet.lead_levels"))
    scale = Scale(results.opened.assessment.municipality.population, situation.neighbours)
    page.write_wide(2, situation_words(situation, scale, texts))
    rows = []
    for one in found:
        cells = _cells(one, results, measures, kept)
        rows.append([cells[key.partition(".")[2]] for key in columns])
    page.add_table(TOP, [texts(key) for key in columns], rows, name="kiassess_measures")
    page.freeze(TOP + 1, 2)
    page.repeat(TOP, 2)
    return page


def _cells(
    one: Recommendation, results: Results, measures: dict[str, Measure], kept: Kept
) -> dict[str, Cell]:
    texts, questionnaire = results.texts, results.opened.questionnaire
    measure = one.measure
    planned = kept.plan.get(measure.id)
    return {
        "when": texts(f"recommending.{one.bucket}"),
        "measure": measure_name(measure, questionnaire, texts),
        "means": measure.title if one.generic else measure.goal,
        "why": why_words(one, texts),
        "days": rounded(one.days),
        "cost": None if one.generic else texts(f"cost.{measure.cost}"),
        "lead": lead_name(measure, questionnaire) if measure.lead else None,
        "kpi": measure.kpi or None,
        "hint": sheet_hint(one, texts) or None,
        "before": " ".join(before_sentences(one, measures, texts)) or None,
        "plan": None if planned is None else texts(f"plan_status.{planned.status}"),
    }
