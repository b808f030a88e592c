"""The results of an assessment as an Excel workbook; writing the file is a separate step."""

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.legal import LegalTable
from kiassess.domain.profile import Profile
from kiassess.exchange.answers_sheet import write_answers
from kiassess.exchange.gates_sheet import write_gates
from kiassess.exchange.guide_sheet import write_guide
from kiassess.exchange.plain_text import plain_text
from kiassess.exchange.profile_sheet import write_profile
from kiassess.exchange.trace_sheet import write_trace
from kiassess.exchange.workbook_cells import FONT, Book, Page, Paper
from kiassess.wording.texts import Texts

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
PAPERS = {
    "profile": Paper(landscape=False, tall=1),  # on one page, so that no chart is cut
    "trace": Paper(landscape=True),
    "answers": Paper(landscape=True, wide=3),  # with the titles of the questions repeated
    "gates": Paper(landscape=True),
    "guide": Paper(landscape=False),
}


def results_workbook(
    opened: OpenAssessment,
    profile: Profile,
    legal: LegalTable | None,
    texts: Texts,
    *,
    now: datetime,
    version: str,
    changed: Mapping[str, datetime],
) -> bytes:
    """Lay out profile, calculation, answers, minimum requirements and a guide to them.

    Numbers and dates are real ones that are only formatted, so that the reader can go on
    calculating; what is not known is an empty cell, never 0. The quick check gives tendencies
    and neither charts nor a calculation. Same arguments, same bytes.

    Args:
        opened: The assessment.
        profile: Its profile.
        legal: For legal references and their date; ``None`` leaves them out.
        texts: The language.
        now: Time of the export, with a time zone.
        version: Of the program.
        changed: When each answer was last changed, by item id, with a time zone.
    """
    stream = BytesIO()
    # A copy: XlsxWriter writes into it, and the second workbook would differ from the first.
    raw = Workbook(stream, {**OPTIONS, "default_format_properties": dict(FONT)})
    book = Book(raw)
    name = plain_text(opened.assessment.municipality.name)
    raw.set_properties(
        {
            "title": texts("workbook.title", name=name),
            "comments": texts("summary.disclaimer"),
            "author": f"kiassess {version}",
            "created": now.astimezone(UTC).replace(tzinfo=None),
        }
    )
    pages: dict[str, Page] = {  # in the order of their tabs
        "profile": write_profile(book, opened, profile, texts, now=now, version=version)
    }
    if not profile.tendencies_only:
        pages["trace"] = write_trace(book, opened, texts)
    pages["answers"] = write_answers(book, opened, legal, texts, changed=changed)
    pages["gates"] = write_gates(book, opened, profile, texts)
    pages["guide"] = write_guide(book, opened, profile, texts, legal=legal, version=version)
    footer = f"{name} · {texts.day(opened.assessment.round_date)}"
    page_words = texts("workbook.page", page="&P", pages="&N")
    for sheet, page in pages.items():
        page.prepare_paper(PAPERS[sheet], footer, page_words)
    raw.close()
    return stream.getvalue()
