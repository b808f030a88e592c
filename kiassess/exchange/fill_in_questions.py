"""The sheet with the questions of a fill-in workbook: one row an item, and where to answer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiassess.domain.assessment import (
    Answer,
    AnswerState,
    OpenAssessment,
    may_be_not_applicable,
)
from kiassess.domain.fill_in import Asked
from kiassess.domain.questionnaire import Item
from kiassess.exchange import fill_in_format as form
from kiassess.exchange.fill_in_formulas import progress_formula, quoted, state_formula
from kiassess.exchange.fill_in_hidden import Lists, level_words
from kiassess.exchange.fill_in_looks import Role
from kiassess.exchange.fill_in_pages import Area, Place, Sheet, area_name, place_name
from kiassess.wording.fill_in import who_words
from kiassess.wording.texts import Texts

SCREEN = {  # widths in characters; together they fit on a laptop with 1366 pixels at 85 %
    form.ID: 18.0,
    form.NUMBER: 5.5,
    form.AREA: 12.0,
    form.QUESTION: 27.0,
    form.LEVELS: 62.0,
    form.ANSWER: 17.0,
    form.STATE: 10.0,
    form.REASON: 15.0,
    form.EVIDENCE: 15.0,
    form.POINTER: 14.0,
    form.CONFIDENCE: 12.0,
    form.NOTE: 22.0,
}
PAPER = {  # to be filled in with a pen; whoever types it off finds the columns needed
    form.ID: 18.0,
    form.NUMBER: 5.5,
    form.QUESTION: 32.0,
    form.LEVELS: 82.0,
    form.ANSWER: 9.0,
    form.NOTE: 34.0,
}
TITLE_ROW, HOW_ROW, KEY_ROW, HEADING_ROW, FIRST_ROW = 1, 2, 3, 4, 5
ZOOM_PERCENT = 85
LEAST_ROW_PT = 40.0
_INPUTS = (form.REASON, form.POINTER, form.NOTE)
_CHOICES = (form.ANSWER, form.EVIDENCE, form.CONFIDENCE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What kind of workbook is made.

    Attributes:
        prefill: Whether what is known already stands in it.
        for_print: Whether it is laid out to be filled in with a pen.
    """

    prefill: bool = True
    for_print: bool = False


class QuestionsSheet:
    """The sheet; written when made.

    Attributes:
        fingerprints: For each row id, fingerprint of the texts, fingerprint of what it is
            handed out with.
    """

    def __init__(
        self,
        page: Sheet,
        opened: OpenAssessment,
        asked: Asked,
        texts: Texts,
        *,
        lists: Lists,
        wanted: Wanted,
    ) -> None:
        self._opened, self._asked, self._texts = opened, asked, texts
        self._lists, self._wanted = lists, wanted
        self._page = page
        self._columns = {key: column for column, key in enumerate(widths_of(wanted), start=1)}
        self._last_row = FIRST_ROW + len(asked.items) - 1
        self.fingerprints: list[tuple[str, str, str]] = []
        self._write_head()
        for number, item in enumerate(asked.items, start=1):
            self._write_item(number, item)
        if not wanted.for_print:
            self._add_drop_downs()
            self._add_colours()
        self._finish()

    def _write_head(self) -> None:
        texts, page, last = self._texts, self._page, len(self._columns)
        name = self._opened.assessment.municipality.short_name
        who = who_words(self._asked, texts)
        page.merge(TITLE_ROW, (2, last), texts("fill_in.head", name=name, who=who), Role.SECTION)
        if self._wanted.for_print:
            page.merge(HOW_ROW, (2, last), texts("fill_in.tick"), Role.REMARK)
        else:
            split = self._columns[form.LEVELS]
            progress = progress_formula(
                [self._handed_out(item) for item in self._asked.items],
                texts,
                states=area_name(self._area(form.STATE)),
                ids=area_name(self._area(form.ID)),
            )
            page.write_formula((HOW_ROW, split), progress.text, progress.shown, Role.LABEL)
            page.merge(HOW_ROW, (2, split - 1), texts("fill_in.choose"), Role.REMARK)
        for key, column in self._columns.items():
            page.write((KEY_ROW, column), key, Role.REMARK)
            page.write((HEADING_ROW, column), self._heading(key), Role.HEADING)
        page.hide_row(KEY_ROW)
        page.set_height(HEADING_ROW, 42)

    def _heading(self, key: str) -> str:
        paper = f"fill_in.{key}_paper"
        use_paper = self._wanted.for_print and self._texts.has(paper)
        return self._texts(paper if use_paper else f"fill_in.{key}")

    def _write_item(self, number: int, item: Item) -> None:
        row, page = FIRST_ROW + number - 1, self._page
        answer = self._handed_out(item)
        title, _, question = form.question_text(item).partition("\n")
        levels = "\n".join(self._level_lines(item))
        values: dict[str, str | int | None] = {
            form.ID: item.id,
            form.NUMBER: number,
            form.AREA: self._opened.questionnaire.area_of(item.id).name,
            form.ANSWER: self._answer_word(answer),
            form.REASON: answer.reason,
            form.EVIDENCE: self._word("evidence", answer.evidence.type),
            form.POINTER: answer.evidence.pointer,
            form.CONFIDENCE: self._word("confidence", answer.confidence),
            form.NOTE: answer.note,
        }
        for key, column in self._columns.items():
            if key in values:
                page.write((row, column), values[key], self._role(key))
        page.write_parts(
            (row, self._columns[form.QUESTION]),
            [(title, True), (f"\n{question}", False)],
            Role.CELL,
        )
        page.write_parts((row, self._columns[form.LEVELS]), _parts(levels), Role.CELL)
        if form.STATE in self._columns:
            self._write_state(row, item, answer)
        shown = {**values, form.QUESTION: f"{title}\n{question}", form.LEVELS: levels}
        page.fit_row(
            row,
            [(self._columns[key], str(shown[key] or "")) for key in self._columns if key in shown],
            least_pt=LEAST_ROW_PT,
        )
        self._remember(item, levels, answer)

    def _write_state(self, row: int, item: Item, answer: Answer) -> None:
        state = state_formula(
            answer,
            self._texts,
            answer_cell=place_name(self._place(form.ANSWER, row)),
            reason_cell=place_name(self._place(form.REASON, row)),
            known=self._lists.known_answers(not_applicable=self._may_leave_out(item)),
        )
        self._page.write_formula(self._place(form.STATE, row), state.text, state.shown, Role.CELL)

    def _handed_out(self, item: Item) -> Answer:
        """What stands in the row already."""
        answer = self._opened.answer(item.id) if self._wanted.prefill else Answer(item.id)
        stale = answer.state is AnswerState.NOT_APPLICABLE and not self._may_leave_out(item)
        if self._wanted.for_print:  # there is no room for the rest
            stale = answer.state is AnswerState.NOT_APPLICABLE
            answer = Answer(item.id, answer.state, answer.level, answer.reason, answer.note)
        if stale:
            return replace(answer, state=AnswerState.OPEN, reason="")
        return replace(answer, reason="") if self._wanted.for_print else answer

    def _remember(self, item: Item, levels: str, answer: Answer) -> None:
        texts = form.texts_fingerprint(
            form.cell_safe(form.question_text(item)), form.cell_safe(levels)
        )
        given = form.entry_fingerprint(form.entry_of(answer))
        self.fingerprints.append((item.id, texts, given))

    def _level_lines(self, item: Item) -> list[str]:
        texts = self._texts
        lines = list(form.level_lines(item))
        if not self._wanted.for_print:
            condition = item.not_applicable_condition
            if self._may_leave_out(item) and condition:
                lines.append(texts("fill_in.condition", condition=condition))
            return lines
        lines.append(texts("state.unknown"))
        if self._may_leave_out(item):
            lines.append(texts("fill_in.because", gap="_" * 40))
        return [f"{form.BOX} {line}" for line in lines]

    def _may_leave_out(self, item: Item) -> bool:
        return may_be_not_applicable(item, self._opened.assessment.ai_in_use)

    def _answer_word(self, answer: Answer) -> str:
        match answer.state, answer.level:
            case AnswerState.OPEN, _:
                return ""
            case AnswerState.ANSWERED, int(level):
                return level_words(self._opened, self._texts)[level]
            case state, _:
                return self._texts(f"state.{state}")

    def _word(self, section: str, value: str | None) -> str:
        return "" if value is None else self._texts(f"{section}.{value}")

    def _role(self, key: str) -> Role:
        if key in _CHOICES + _INPUTS and self._wanted.for_print:
            return Role.PEN
        if key in _CHOICES:
            return Role.CHOICE
        if key in _INPUTS:
            return Role.INPUT
        return Role.CENTRED if key == form.NUMBER else Role.CELL

    def _place(self, key: str, row: int) -> Place:
        return row, self._columns[key]

    def _area(self, key: str) -> Area:
        return self._place(key, FIRST_ROW), self._place(key, self._last_row)

    def _add_drop_downs(self) -> None:
        rows = range(FIRST_ROW, self._last_row + 1)
        leaving = [self._may_leave_out(item) for item in self._asked.items]
        for leaves_out in dict.fromkeys(leaving):
            # Bare numbers may be typed, too; what is wrong shows in the next column.
            source = self._lists.answers(not_applicable=leaves_out)
            some = [row for row, may in zip(rows, leaving, strict=True) if may is leaves_out]
            self._page.offer(source, [self._place(form.ANSWER, row) for row in some])
        for key, source in (
            (form.EVIDENCE, self._lists.evidence()),
            (form.CONFIDENCE, self._lists.confidence()),
        ):
            self._page.offer(source, [self._place(key, row) for row in rows])

    def _add_colours(self) -> None:
        """Colour the column of the state; its words say the same without colour."""
        area = self._area(form.STATE)
        done = quoted(self._texts("fill_in.done"))
        for sign, fill, ink in (("=", "DDF0DD", "1B5E20"), ("<>", "FCE4D6", "8A3B00")):
            formula = f"${place_name(area[0])}{sign}{done}"
            self._page.colour(area, formula, fill=fill, ink=ink)

    def _finish(self) -> None:
        page, texts, for_print = self._page, self._texts, self._wanted.for_print
        page.hide_column(self._columns[form.ID])
        if for_print:
            page.show_from((FIRST_ROW, 1), 100)
        else:
            page.show_from(self._place(form.LEVELS, FIRST_ROW), ZOOM_PERCENT)
            page.filter(((HEADING_ROW, 2), (self._last_row, len(self._columns))))
        page.protect()
        footer = f"{self._opened.assessment.municipality.short_name} · "
        page.prepare_paper(
            footer + who_words(self._asked, texts),
            texts("workbook.page", page="&P", pages="&N"),
            landscape=True,
            titles=HEADING_ROW,
        )


def widths_of(wanted: Wanted) -> Mapping[str, float]:
    """The columns of the sheet with their widths, in characters."""
    return PAPER if wanted.for_print else SCREEN


def _parts(levels: str) -> list[tuple[str, bool]]:
    """The lines of the levels with their numbers in bold."""
    parts = []
    for number, line in enumerate(levels.split("\n")):
        label, gap, text = line.partition(form.LEVEL_GAP)
        start = "\n" if number else ""
        parts += [(start + label + gap, True), (text, False)] if gap else [(start + line, False)]
    return parts
