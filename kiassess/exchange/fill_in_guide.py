"""The first sheet of a fill-in workbook: what it is about, how it goes, who has filled it in."""

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.fill_in import Asked
from kiassess.domain.questionnaire import minutes_for
from kiassess.exchange import fill_in_format as form
from kiassess.exchange.fill_in_hidden import level_words
from kiassess.exchange.fill_in_looks import Role
from kiassess.exchange.fill_in_pages import Sheet
from kiassess.wording.fill_in import who_words
from kiassess.wording.texts import Texts

MARKS, LABELS, VALUES = 1, 2, 3  # columns
WIDTHS = (12, 24, 66)
FIELD_PT = 22.0
STEPS = ("how_open", "how_choose", "how_unknown", "how_more", "how_save")
STEPS_ON_PAPER = ("how_tick", "how_unknown", "how_more_paper", "how_return")


def write_guide(
    page: Sheet, opened: OpenAssessment, asked: Asked, texts: Texts, *, for_print: bool
) -> None:
    """Write the explanations and the few fields about the one who fills in."""
    guide = _Guide(page, texts)
    name = opened.assessment.municipality.short_name
    guide.line(texts("fill_in.title", name=name), Role.TITLE)
    guide.line(texts("fill_in.for", who=who_words(asked, texts)), Role.SECTION)
    minutes = minutes_for(len(asked.items))
    guide.line(texts("fill_in.size", n=len(asked.items), minutes=minutes))
    guide.gap()
    guide.line(texts("fill_in.about", name=name))
    guide.gap()
    guide.line(texts("fill_in.heading_you"), Role.SECTION)
    guide.field(form.RESPONDENT, "fill_in.respondent", Role.INPUT)
    guide.field(form.DEPARTMENT, "fill_in.department", Role.INPUT)
    guide.field(form.DAY, "fill_in.day", Role.DAY)
    guide.gap()
    guide.line(texts("fill_in.heading_return"), Role.SECTION)
    guide.field("", "fill_in.until", Role.INPUT)
    guide.field("", "fill_in.back_to", Role.INPUT)
    guide.gap()
    guide.line(texts("fill_in.heading_how"), Role.SECTION)
    steps = STEPS_ON_PAPER if for_print else STEPS
    questions = texts("fill_in.sheet_questions")
    for number, step in enumerate(steps, start=1):
        guide.line(f"{number}. {texts(f'fill_in.{step}', sheet=questions)}")
    guide.gap()
    guide.line(texts("fill_in.heading_levels"), Role.SECTION)
    for words, named in zip(level_words(opened, texts), opened.questionnaire.levels, strict=True):
        guide.pair(words, named.meaning)
    guide.pair(texts("state.unknown"), texts("fill_in.unknown_means"))
    guide.pair(texts("state.not_applicable"), texts("fill_in.not_applicable_means"))
    guide.gap()
    guide.line(texts("fill_in.heading_privacy"), Role.SECTION)
    guide.line(texts("fill_in.privacy"))
    page.hide_column(MARKS)
    page.protect()
    page.prepare_paper(name, texts("workbook.page", page="&P", pages="&N"), landscape=False)


class _Guide:
    """Writes line by line."""

    def __init__(self, page: Sheet, texts: Texts) -> None:
        self._page, self._texts, self._row = page, texts, 1

    def line(self, text: str, role: Role = Role.PLAIN) -> None:
        self._page.merge(self._row, (LABELS, VALUES), text, role)
        self._row += 1

    def pair(self, label: str, text: str) -> None:
        self._page.write((self._row, LABELS), label, Role.LABEL)
        self._page.write((self._row, VALUES), text, Role.PLAIN)
        self._page.fit_row(self._row, [(LABELS, label), (VALUES, text)])
        self._row += 1

    def field(self, mark: str, key: str, role: Role) -> None:
        self._page.write((self._row, MARKS), mark, Role.REMARK)
        self._page.write((self._row, LABELS), self._texts(key), Role.LABEL)
        self._page.write((self._row, VALUES), None, role)
        self._page.fit_row(self._row, [], least_pt=FIELD_PT)
        self._row += 1

    def gap(self) -> None:
        self._row += 1
