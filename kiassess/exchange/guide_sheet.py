"""The sheet that explains the workbook: terms, formulas in words, levels, versions, sources."""

from collections.abc import Iterator
from datetime import date

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.profile import Profile
from kiassess.exchange.profile_facts import POPULATION, questionnaire_words, state_words
from kiassess.exchange.results import Results
from kiassess.exchange.workbook_cells import Cell, Role
from kiassess.exchange.workbook_pages import Book, Page
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
Stored = tuple[str, Cell]  # key of the label, value


def write_guide(book: Book, results: Results) -> Page:
    """Write all explanations below each other, and below them what else is stored."""
    opened, texts = results.opened, results.texts
    name = texts("workbook.sheet_guide")
    page = book.page(name, WIDTHS)
    page.write((0, 0), name, Role.TITLE)
    row = 2
    for heading, lines in (
        ("guide.heading_read", _terms(results.profile, texts)),
        ("guide.heading_levels", _levels(opened, texts)),
        ("guide.heading_origin", _origin(results)),
    ):
        page.write((row, 0), texts(heading), Role.SECTION)
        for line in lines:
            row += 1
            page.write_row(row, line)
            page.write((row, 0), line[0], Role.STRONG)
        row += 2
    page.write((row, 0), texts("stored.heading"), Role.SECTION)
    for key, value in _stored(opened, texts):
        if value not in {None, ""}:
            row += 1
            page.write((row, 0), texts(key), Role.LABEL)
            number = POPULATION if key == "workbook.population" else ""
            page.write((row, 1), value, Role.FACT, number=number)
    return page


def _terms(profile: Profile, texts: Texts) -> list[Line]:
    names = TERMS_QUICK if profile.tendencies_only else TERMS
    return [(texts(f"guide.{name}"), texts(f"guide.{name}_text")) for name in names]


def _levels(opened: OpenAssessment, texts: Texts) -> list[Line]:
    return [
        (texts("guide.level", level=level, name=named.name), named.meaning)
        for level, named in enumerate(opened.questionnaire.levels)
    ]


def _origin(results: Results) -> list[Line]:
    opened, texts, legal = results.opened, results.texts, results.legal
    lines = [(texts("guide.status"), texts("summary.disclaimer"))]
    if opened.state is not None:
        lines.append((texts("overview.frozen"), state_words(opened, texts)))
    lines += [
        (texts("workbook.questionnaire"), questionnaire_words(opened, texts)),
        (texts("workbook.made_with"), f"kiassess {results.version}"),
        (texts("workbook.made_at"), texts.moment(results.now)),
    ]
    if legal is not None:
        day = texts.day(legal.as_of)
        lines.append((texts("guide.legal"), texts("guide.legal_text", date=day)))
    territory_date = opened.assessment.municipality.territory_date
    if territory_date:  # what was typed in by hand does not come from the register
        day = texts.day(date.fromisoformat(territory_date))
        lines.append((texts("guide.register"), texts("guide.register_text", date=day)))
    return lines


def _stored(opened: OpenAssessment, texts: Texts) -> Iterator[Stored]:
    """All that is kept of an assessment beside its answers, as it is kept."""
    assessment, state = opened.assessment, opened.state
    municipality = assessment.municipality
    yield "stored.id", assessment.id
    yield "workbook.municipality", municipality.name
    yield "workbook.type", texts(f"type.{municipality.type}")
    yield "stored.designation", municipality.designation
    yield "workbook.key", municipality.key
    yield "workbook.district", municipality.district
    yield "workbook.state", municipality.state
    yield "workbook.population", municipality.population
    yield "stored.territory_date", _day(municipality.territory_date)
    yield "workbook.round_date", assessment.round_date
    yield "workbook.extent", texts(f"extent.{assessment.extent}")
    yield "workbook.ai", texts(f"ai.{assessment.ai_in_use or 'open'}")
    yield "stored.questionnaire", assessment.questionnaire_id
    yield "stored.version", assessment.questionnaire_version
    yield "stored.example", texts("answers.yes" if assessment.is_example else "answers.no")
    yield "stored.created_at", assessment.created_at.astimezone()
    yield "stored.changed_at", assessment.changed_at.astimezone()
    if state is not None:
        yield "overview.frozen", state.name
        yield "stored.frozen_at", state.at.astimezone()
        yield "stored.frozen_by", state.who


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None
