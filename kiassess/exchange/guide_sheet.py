"""The sheet that explains the workbook: terms, formulas in words, levels, versions, sources."""

from datetime import date

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.legal import LegalTable
from kiassess.domain.profile import Profile
from kiassess.exchange.profile_facts import questionnaire_words
from kiassess.exchange.workbook_cells import Book, Page, Role
from kiassess.wording.texts import Texts

WIDTHS = (28, 92)
TERMS = (
    "value",
    "band",
    "coverage",
    "secured",
    "target",
    "facet",
    "area",
    "limited",
    "total",
    "conventions",
)
TERMS_QUICK = ("tendency", "coverage", "total")

Line = tuple[str, str]


def write_guide(
    book: Book,
    opened: OpenAssessment,
    profile: Profile,
    texts: Texts,
    *,
    legal: LegalTable | None,
    version: str,
) -> Page:
    """Write all explanations below each other."""
    name = texts("workbook.sheet_guide")
    page = Page(book, name, WIDTHS)
    page.write((0, 0), name, Role.TITLE)
    row = 2
    for heading, lines in (
        ("guide.heading_read", _terms(profile, texts)),
        ("guide.heading_levels", _levels(opened, texts)),
        ("guide.heading_origin", _origin(opened, texts, legal=legal, version=version)),
    ):
        page.write((row, 0), texts(heading), Role.SECTION)
        for line in lines:
            row += 1
            page.write_row(row, line)
            page.write((row, 0), line[0], Role.STRONG)
        row += 2
    return page


def _terms(profile: Profile, texts: Texts) -> list[Line]:
    names = TERMS_QUICK if profile.tendencies_only else TERMS
    return [(texts(f"guide.{name}"), texts(f"guide.{name}_text")) for name in names]


def _levels(opened: OpenAssessment, texts: Texts) -> list[Line]:
    return [
        (texts("guide.level", level=level, name=named.name), named.meaning)
        for level, named in enumerate(opened.questionnaire.levels)
    ]


def _origin(
    opened: OpenAssessment, texts: Texts, *, legal: LegalTable | None, version: str
) -> list[Line]:
    lines = [
        (texts("guide.status"), texts("summary.disclaimer")),
        (texts("workbook.questionnaire"), questionnaire_words(opened, texts)),
        (texts("workbook.made_with"), f"kiassess {version}"),
    ]
    if legal is not None:
        day = texts.day(legal.as_of)
        lines.append((texts("guide.legal"), texts("guide.legal_text", date=day)))
    territory_date = opened.assessment.municipality.territory_date
    if territory_date:  # what was typed in by hand does not come from the register
        day = texts.day(date.fromisoformat(territory_date))
        lines.append((texts("guide.register"), texts("guide.register_text", date=day)))
    return lines
