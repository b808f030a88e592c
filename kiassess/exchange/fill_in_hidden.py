"""The two hidden sheets of a fill-in workbook: words for the drop-downs, and what it is about."""

from collections.abc import Sequence

from kiassess.domain.assessment import Confidence, EvidenceType, OpenAssessment
from kiassess.domain.kinds import LEVELS
from kiassess.exchange import fill_in_format as form
from kiassess.exchange.fill_in_looks import Role
from kiassess.exchange.fill_in_pages import Book, Sheet
from kiassess.wording.texts import Texts

# Rows of the lists. A literal list in a drop-down ends at 255 characters, a range does not.
FIRST_NUMBER, FIRST_LEVEL = 1, 1 + len(LEVELS)
UNKNOWN = FIRST_LEVEL + len(LEVELS)
NOT_APPLICABLE = UNKNOWN + 1


class Lists:
    """Where the words of the drop-downs stand.

    Attributes:
        sheet: Name of the sheet.
    """

    def __init__(self, book: Book, opened: OpenAssessment, texts: Texts) -> None:
        self.sheet = texts("fill_in.sheet_lists")
        page = book.add_sheet(self.sheet, (34, 34, 34))
        numbers = [str(level) for level in LEVELS]
        states = [texts("state.unknown"), texts("state.not_applicable")]
        self._write(page, 1, [*numbers, *level_words(opened, texts), *states])
        self._write(page, 2, [texts(f"evidence.{value}") for value in EvidenceType])
        self._write(page, 3, [texts(f"confidence.{value}") for value in Confidence])
        page.protect()
        page.hide()

    @staticmethod
    def _write(page: Sheet, column: int, words: Sequence[str]) -> None:
        for row, word in enumerate(words, start=1):
            page.write((row, column), word, Role.PLAIN)

    def answers(self, *, not_applicable: bool) -> str:
        """The range of what can be chosen as an answer."""
        return self._range("A", FIRST_LEVEL, NOT_APPLICABLE if not_applicable else UNKNOWN)

    def known_answers(self, *, not_applicable: bool) -> str:
        """The range of what counts as an answer: also bare numbers."""
        return self._range("A", FIRST_NUMBER, NOT_APPLICABLE if not_applicable else UNKNOWN)

    def evidence(self) -> str:
        """The range of kinds of evidence."""
        return self._range("B", 1, len(EvidenceType))

    def confidence(self) -> str:
        """The range of how sure an answer can be."""
        return self._range("C", 1, len(Confidence))

    def _range(self, column: str, first: int, last: int) -> str:
        return f"'{self.sheet}'!${column}${first}:${column}${last}"


def level_words(opened: OpenAssessment, texts: Texts) -> list[str]:
    """What a level is called in a drop-down, ``2 – In Teilen geregelt``."""
    return [
        texts("guide.level", level=level, name=named.name)
        for level, named in enumerate(opened.questionnaire.levels)
    ]


def write_meta(
    book: Book,
    opened: OpenAssessment,
    texts: Texts,
    *,
    role_id: str,
    version: str,
    items: Sequence[tuple[str, str, str]],
) -> None:
    """Write what the reader needs, found by the mark in its first cell.

    Args:
        book: The workbook.
        opened: The assessment.
        texts: The language.
        role_id: Whom the workbook is for; ``""`` for all or nobody.
        version: Of the program.
        items: For each row id, fingerprint of the texts, fingerprint of what is handed out.
    """
    assessment = opened.assessment
    page = book.add_sheet(texts("fill_in.sheet_meta"), (20, 40, 40, 40))
    rows: list[tuple[str | int, ...]] = [
        (form.MARK, form.FORMAT),
        (form.QUESTIONNAIRE, assessment.questionnaire_id),
        (form.VERSION, assessment.questionnaire_version),
        (form.ASSESSMENT, assessment.id),
        (form.ROLE, role_id),
        (form.LANGUAGE, texts.language),
        (form.PROGRAM, version),
        (form.CHECKSUM, form.checksum_of((item_id, mark) for item_id, mark, _ in items)),
        *((form.ITEM, *item) for item in items),
    ]
    for row, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=1):
            page.write((row, column), value, Role.PLAIN)
    page.protect()
    page.hide(deeply=True)
