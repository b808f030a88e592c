"""A fill-in workbook: the questions for one role, to be answered in any spreadsheet program."""

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.fill_in import Asked, asked_of
from kiassess.exchange.fill_in_format import ODS, XLSX
from kiassess.exchange.fill_in_guide import WIDTHS, write_guide
from kiassess.exchange.fill_in_hidden import Lists, write_meta
from kiassess.exchange.fill_in_ods import OdsBook
from kiassess.exchange.fill_in_pages import Book
from kiassess.exchange.fill_in_questions import QuestionsSheet, Wanted, widths_of
from kiassess.exchange.fill_in_xlsx import XlsxBook
from kiassess.wording.fill_in import who_words
from kiassess.wording.texts import Texts


def fill_in_workbook(
    opened: OpenAssessment,
    role_id: str | None,
    texts: Texts,
    *,
    version: str,
    prefill: bool = True,
    for_print: bool = False,
    file_format: str = XLSX,
) -> bytes:
    """Lay out a workbook with the questions for a role.

    Only what is to be filled in can be changed, without a password: nobody is kept out, but
    nobody changes a question by mistake. Ids stand in a hidden column, and what the workbook is
    about on a hidden sheet. Same arguments, same bytes.

    Args:
        opened: The assessment.
        role_id: ``Role.id``; ``interview.NOBODY`` for the items without a role, ``None`` for all.
        texts: The language; that of the questionnaire.
        version: Of the program.
        prefill: Whether what is known already stands in it, so that nobody types it twice.
        for_print: Whether it is laid out to be ticked with a pen.
        file_format: One of ``fill_in_format.FILE_FORMATS``.

    Raises:
        ValueError: The role is asked nothing; a bug of the caller.
    """
    items = asked_of(opened, role_id)
    if not items:
        raise ValueError(f"nothing is asked of {role_id!r}")
    names = {role.id: role.name for role in opened.questionnaire.roles}
    asked = Asked(role_id, names.get(role_id or "", role_id or ""), items)
    book: Book = OdsBook(texts.language) if file_format == ODS else XlsxBook()
    wanted = Wanted(prefill, for_print)
    guide = book.add_sheet(texts("fill_in.sheet_guide"), WIDTHS)
    widths = list(widths_of(wanted).values())
    page = book.add_sheet(texts("fill_in.sheet_questions"), widths)
    lists = Lists(book, opened, texts)
    write_guide(guide, opened, asked, texts, for_print=for_print)
    questions = QuestionsSheet(page, opened, asked, texts, lists=lists, wanted=wanted)
    write_meta(
        book,
        opened,
        texts,
        role_id=role_id or "",
        version=version,
        items=questions.fingerprints,
    )
    name = opened.assessment.municipality.short_name
    title = texts("fill_in.head", name=name, who=who_words(asked, texts))
    book.describe(title, f"kiassess {version}")
    return book.to_bytes(opened.assessment.changed_at)


def blank_workbook(
    opened: OpenAssessment, role_id: str | None, texts: Texts, *, version: str
) -> bytes:
    """The same without any answer, to be printed and ticked; see ``fill_in_workbook``."""
    return fill_in_workbook(opened, role_id, texts, version=version, prefill=False, for_print=True)
