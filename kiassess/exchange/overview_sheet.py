"""The first sheet: what matters most, on one page of paper."""

from kiassess.charts.words import block_words
from kiassess.domain.highlights import Highlight, strengths, weaknesses
from kiassess.domain.next_steps import NextStep, next_steps
from kiassess.domain.profile import BlockResult, GateStatus
from kiassess.exchange.profile_facts import progress_words, questionnaire_words, state_words
from kiassess.exchange.results import Results
from kiassess.exchange.workbook_cells import Cell, Role
from kiassess.exchange.workbook_pages import Book, Page
from kiassess.wording.findings import ai_notice, band_words, gates_title, listed, who_knows
from kiassess.wording.highlights import highlight_sentence
from kiassess.wording.summary import profile_summary, profile_title
from kiassess.wording.texts import NO_VALUE, Texts

WIDTHS = (40, 13, 17, 14, 18, 14)
CHART_PX = (842, 230)
CHART_PT = 178  # room for it
COLUMNS = ("block", "value", "band", "coverage", "secured", "target")
COLUMNS_QUICK = ("block", "tendency", "coverage")
KEYS = {"band": "chart.band"}  # headings that stand elsewhere
NUMBERS = {"coverage": "0 %", "value": "0.0", "target": "0.0", "secured": "0"}
MOST = 3  # strengths, and as many weaknesses: more would not fit
LISTED = 8  # names of minimum requirements in one line


def write_overview(page: Page, results: Results, *, charts: bool) -> int:
    """Write the page from top to bottom.

    Args:
        page: A sheet of these ``WIDTHS``.
        results: What is told.
        charts: Whether a chart follows, which needs room; never in the quick check.

    Returns:
        The row that is kept free for the chart.
    """
    sheet = _Overview(page, results)
    sheet.write_head()
    sheet.write_gates()
    chart = sheet.write_blocks(charts=charts and not results.profile.tendencies_only)
    sheet.write_highlights()
    sheet.write_steps()
    page.write_wide(sheet.row, results.texts("summary.disclaimer"))
    return chart


def new_overview(book: Book, texts: Texts) -> Page:
    """The empty sheet, to be written when the others are known."""
    return book.page(texts("overview.sheet"), WIDTHS)


class _Overview:
    """Writes one section below the other; ``row`` is the next free one."""

    def __init__(self, page: Page, results: Results) -> None:
        self._page, self._results = page, results
        self._opened, self._profile = results.opened, results.profile
        self._texts = results.texts
        self.row = 0

    def write_head(self) -> None:
        """Who, when, how far; and the message of the profile."""
        opened, texts = self._opened, self._texts
        assessment = opened.assessment
        name = texts("workbook.title", name=assessment.municipality.name)
        self._page.write_wide(self.row, name, Role.HEADLINE)
        self._page.write_wide(self.row + 1, profile_title(self._profile, texts), Role.MESSAGE)
        self.row += 2
        extent = texts(f"extent.{assessment.extent}")
        lines = (
            ("overview.frozen", state_words(opened, texts)),
            ("workbook.type", self._kind()),
            ("workbook.round_date", f"{texts.day(assessment.round_date)} · {extent}"),
            ("workbook.ai", texts(f"ai.{assessment.ai_in_use or 'open'}")),
            ("workbook.progress", progress_words(opened, texts)),
            ("workbook.questionnaire", questionnaire_words(opened, texts)),
            ("workbook.made_at", f"{texts.moment(self._results.now)} · kiassess "
                                 f"{self._results.version}"),
        )  # fmt: skip
        for key, value in lines:
            if value:
                self._page.write((self.row, 0), texts(key), Role.LABEL)
                height = self._page.write_across(self.row, value, first=1)
                self._page.set_height(self.row, height)
                self.row += 1

    def write_gates(self) -> None:
        """How many minimum requirements are met, and how each one stands."""
        texts, profile = self._texts, self._profile
        self._head(gates_title(profile, texts))
        notice = ai_notice(profile, texts)
        if notice:
            self._page.write_wide(self.row, notice, Role.NOTICE)
            self.row += 1
        for status in GateStatus:
            titles = [
                self._opened.questionnaire.item(gate.item_id).title
                for gate in profile.gates
                if gate.status is status
            ]
            if titles:
                label = texts("overview.count", name=texts(f"gate.{status}"), n=len(titles))
                self._line(label, listed(titles, texts, LISTED))

    def write_blocks(self, *, charts: bool) -> int:
        """The building blocks; returns the row kept free for their chart."""
        texts, quick = self._texts, self._profile.tendencies_only
        self._head(texts("workbook.blocks"))
        columns = COLUMNS_QUICK if quick else COLUMNS
        heads = [texts(KEYS.get(column, f"workbook.{column}")) for column in columns]
        self._page.write_row(self.row, heads, Role.HEADING_OF_NUMBERS)
        self._page.write((self.row, 0), heads[0], Role.HEADING)
        for block in self._profile.blocks:
            self.row += 1
            self._page.write((self.row, 0), block.name, Role.STRONG)
            for at, column in enumerate(columns[1:], start=1):
                value = self._cell(block, column)
                number = NUMBERS.get(column, "")
                self._page.write((self.row, at), value, Role.CENTRED, number=number)
        self.row += 1
        summary = " ".join(profile_summary(self._profile, texts)[1:])
        self._page.write_wide(self.row, summary)
        self.row += 1
        chart = self.row
        if charts:
            self._page.set_height(chart, CHART_PT)
            self.row += 1
        return chart

    def write_highlights(self) -> None:
        """What carries already, and where it falls short, in the words of the answers."""
        opened, texts = self._opened, self._texts
        for heading, found, none in (
            ("overview.strengths", strengths(opened), "highlights.no_strength"),
            ("overview.weaknesses", weaknesses(opened), "highlights.no_weakness"),
        ):
            self._head(texts(heading))
            for one in found[:MOST]:
                quick = self._profile.tendencies_only
                sentence = highlight_sentence(one, texts, tendencies_only=quick)
                self._line(one.item.title, sentence)
            if not found:
                nothing = "overview.no_answer" if not self._profile.n_answered else none
                self._page.write_wide(self.row, texts(nothing))
                self.row += 1

    def write_steps(self) -> None:
        """What to do first, and where to find the rest."""
        texts = self._texts
        self._head(texts("overview.steps"))
        steps = next_steps(self._opened)
        for number, step in enumerate(steps, start=1):
            self._line(f"{number}. {step.item.title}", self._step(step))
        sheets = {"open": texts("open_sheet.sheet"), "measures": texts("measure_sheet.sheet")}
        key = "overview.more" if steps else "overview.no_steps"
        self._page.write_wide(self.row, texts(key, **sheets))
        self.row += 1

    def _kind(self) -> str:
        municipality, texts = self._opened.assessment.municipality, self._texts
        kind = municipality.designation or texts(f"type.{municipality.type}")
        if municipality.population is None:
            return kind
        return texts("overview.kind", kind=kind, population=texts.count(municipality.population))

    def _cell(self, block: BlockResult, column: str) -> Cell:
        score, texts = block.score, self._texts
        cells: dict[str, Cell] = {
            "tendency": block_words(block, self._profile, texts),
            "value": block_words(block, self._profile, texts)
            if score.value is None
            else score.value,
            "band": band_words(block, texts).replace(NO_VALUE, ""),
            "coverage": score.coverage,
            "secured": block.scored.secured_level,
            "target": block.scored.target,
        }
        return cells[column]

    def _step(self, step: NextStep) -> str:
        texts = self._texts
        if isinstance(step, Highlight):
            level = step.next_level
            text = step.item.levels[level]
            if self._profile.tendencies_only:
                return texts("overview.improve_quick", text=text)
            return texts("overview.improve", level=level, text=text)
        knows = who_knows(self._opened, step.item.id, texts)
        sentence = texts("overview.clarify", question=step.item.question)
        return f"{sentence} {knows}".rstrip()

    def _head(self, title: str) -> None:
        self._page.write((self.row, 0), title, Role.SECTION)
        self._page.set_height(self.row, 21)
        self.row += 1

    def _line(self, label: str, text: str) -> None:
        self._page.write_beside(self.row, label, text)
        self.row += 1
