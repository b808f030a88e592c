"""The sheet with the profile: who, what, and the blocks and areas with all that is known."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiassess.charts.words import score_words
from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.profile import BlockResult, Profile
from kiassess.domain.scoring import Score
from kiassess.exchange.profile_facts import POPULATION, facts, remarks
from kiassess.exchange.results import Results
from kiassess.exchange.workbook_cells import Cell, Role
from kiassess.exchange.workbook_pages import Book, Page
from kiassess.wording.summary import profile_title
from kiassess.wording.texts import Texts

WIDTHS = (32, 11, 11, 11, 12, 12, 8, 8, 22)
WIDTHS_QUICK = (34, 16, 16, 60)
BLOCK = ("block", "value", "low", "high", "coverage", "secured", "target", "gap", "notes")
AREA = ("area", "value", "low", "high", "coverage", "", "", "", "notes")
BLOCK_QUICK = ("block", "tendency", "coverage", "notes")
AREA_QUICK = ("area", "tendency", "coverage", "notes")
TEXTS = {"block", "area", "tendency", "notes"}
FACTS = {"frozen": "overview.frozen"}  # labels that stand elsewhere
NUMBERS = {
    "coverage": "0 %",
    "population": POPULATION,
}

Line = tuple[Role, Mapping[str, Cell]]  # how its name looks, values by column


@dataclass(frozen=True, slots=True)
class WrittenProfile:
    """The sheet, and where charts find what they need.

    Attributes:
        page: The sheet.
        blocks: Short names of the building blocks by their rows.
        end: The row where charts begin.
    """

    page: Page
    blocks: Mapping[int, str]
    end: int


def write_profile(book: Book, results: Results) -> WrittenProfile:
    """Write who assessed itself, and what came out."""
    opened, profile, texts = results.opened, results.profile, results.texts
    quick = profile.tendencies_only
    page = book.page(texts("workbook.sheet_profile"), WIDTHS_QUICK if quick else WIDTHS)
    page.write(
        (0, 0), texts("workbook.title", name=opened.assessment.municipality.name), Role.TITLE
    )
    page.write((1, 0), profile_title(profile, texts), Role.SECTION)
    row = 3
    for key, value in facts(results):
        page.write((row, 0), texts(FACTS.get(key, f"workbook.{key}")), Role.LABEL)
        page.write((row, 1), value, Role.FACT, number=NUMBERS.get(key, ""))
        row += 1
    for sentence in remarks(profile, texts):
        row += 1
        page.write_wide(row, sentence)
    lines = _block_lines(opened, profile, texts)
    end = _write_section(page, row + 2, BLOCK_QUICK if quick else BLOCK, lines, texts)
    rows = [end - len(lines) + at for at, (role, _) in enumerate(lines) if role is Role.STRONG]
    lines = [_line(area, "area", profile, texts) for area in profile.areas]
    end = _write_section(page, end + 1, AREA_QUICK if quick else AREA, lines, texts)
    shorts = [block.short or block.name for block in opened.questionnaire.blocks]
    return WrittenProfile(page, dict(zip(rows, shorts, strict=True)), end + 1)


def _write_section(
    page: Page, top: int, columns: Sequence[str], lines: Sequence[Line], texts: Texts
) -> int:
    """Write a heading, the heads of the columns and the lines; return the row after them."""
    page.write((top, 0), texts(f"workbook.{columns[0]}s"), Role.SECTION)
    heads = [texts(f"workbook.{column}") if column else "" for column in columns]
    page.write_row(top + 1, heads, Role.HEADING)
    for at, column in enumerate(columns):
        if column not in TEXTS:
            page.write((top + 1, at), heads[at], Role.HEADING_OF_NUMBERS)
    for row, (role, values) in enumerate(lines, start=top + 2):
        page.write((row, 0), values[columns[0]], role)
        for at, column in enumerate(columns[1:], start=1):
            page.write((row, at), values.get(column), number=NUMBERS.get(column, ""))
    return top + 2 + len(lines)


def _block_lines(opened: OpenAssessment, profile: Profile, texts: Texts) -> list[Line]:
    """Each block, followed by its halves."""
    names = {facet.id: facet.name for b in opened.questionnaire.blocks for facet in b.facets}
    lines: list[Line] = []
    for block in profile.blocks:
        lines.append(_line(block, "block", profile, texts))
        if not profile.tendencies_only:
            lines.extend(_halves(block, names, texts))
    return lines


def _line(result: BlockResult, kind: str, profile: Profile, texts: Texts) -> Line:
    scored = result.scored
    own: dict[str, Cell] = {
        kind: result.name,
        "tendency": texts(f"tendency.{result.tendency or 'none'}"),
        "secured": scored.secured_level,
        "target": scored.target,
        "gap": scored.gap,
        "notes": _notes(result, profile, texts),
    }
    return Role.STRONG, _numbers(result.score) | own


def _halves(block: BlockResult, names: Mapping[str, str], texts: Texts) -> Iterator[Line]:
    for facet in block.scored.facets:
        words = "" if facet.score.value is not None else score_words(facet.score, texts)
        own: dict[str, Cell] = {"block": names[facet.id], "notes": words}
        yield Role.PART, _numbers(facet.score) | own


def _numbers(score: Score) -> dict[str, Cell]:
    return {
        "value": score.value,
        "low": score.low,
        "high": score.high,
        "coverage": score.coverage,
    }


def _notes(result: BlockResult, profile: Profile, texts: Texts) -> str:
    """Why there is no value, and what to mind when comparing."""
    notes = []
    if result.score.value is None and not profile.tendencies_only:
        notes.append(score_words(result.score, texts))
    if result.scored.limited_comparability:
        notes.append(texts("score.limited"))
    return ", ".join(notes)
