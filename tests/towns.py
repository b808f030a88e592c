"""A small town for charts and files: one of every kind of answer, block and item."""

from dataclasses import replace
from datetime import date

from builders import (
    NOON,
    NOT_APPLICABLE,
    OPEN,
    UNKNOWN,
    make_answer,
    make_item,
    make_questionnaire,
    open_assessment,
)

from kiassess.domain.assessment import (
    AiInUse,
    Confidence,
    Evidence,
    EvidenceType,
    OpenAssessment,
)
from kiassess.domain.kinds import DeliveryMode, Extent, NotApplicableRule
from kiassess.domain.legal import Certainty, LegalAnchor, LegalTable, Obligation
from kiassess.domain.municipality import Municipality, SizeClass
from kiassess.domain.profile import Profile, make_profile
from kiassess.domain.questionnaire import Questionnaire, Role

BLOCKS = ("VIS", "DI", "RM")
FACETS = {"DI": ("Daten", "Infrastruktur")}
TARGETS = {SizeClass.SMALL: 2, SizeClass.MEDIUM: 3, SizeClass.LARGE: 3}
GIVEN = {
    "data.one": 3,
    "data.two": UNKNOWN,
    "infra.one": 2,
    "infra.two": NOT_APPLICABLE,
    "strat.one": 1,
    "strat.two": 2,
    "strat.three": OPEN,
    "strat.four": OPEN,
}


def small_questionnaire() -> Questionnaire:
    """Three blocks, one of them with two halves; three areas; eight items, one of them a gate."""
    daten, infra = {"DI": "Daten"}, {"DI": "Infrastruktur"}
    full = frozenset({Extent.FULL})
    questionnaire = make_questionnaire(
        [
            make_item(
                "data.one",
                "DI",
                facets=daten,
                gate=True,
                targets=TARGETS,
                roles=("IT", "DSB"),
                legal=("gdpr.30", "gdpr.32"),
            ),
            make_item("data.two", "DI", "VIS", facets=daten, targets=TARGETS),
            make_item("infra.one", "DI", facets=infra, targets=TARGETS),
            make_item(
                "infra.two", "DI", facets=infra, not_applicable=NotApplicableRule.WITH_REASON
            ),
            make_item("strat.one", "VIS", targets=TARGETS),
            make_item("strat.two", "VIS", "RM", targets=TARGETS),
            make_item("strat.three", "RM", targets=TARGETS, gate=True),
            make_item("strat.four", "RM", extents=full),
        ],
        BLOCKS,
        FACETS,
    )
    blocks = tuple(replace(b, short=f"Short {b.id}") for b in questionnaire.blocks)
    roles = (Role("IT", "IT office"), Role("DSB", "Data protection"))
    return replace(questionnaire, blocks=blocks, roles=roles)


def small_town(
    given=None, *, extent=Extent.FULL, municipality=None, answers=None, population=9_000
) -> OpenAssessment:
    """An assessment of ``small_questionnaire``.

    Args:
        given: By item id; ``GIVEN`` unless said otherwise.
        extent: Which selection is asked.
        municipality: Who; a town of the register unless said otherwise.
        answers: Whole answers, in place of what ``given`` says of their items.
        population: Of that town.
    """
    opened = open_assessment(
        small_questionnaire(),
        GIVEN if given is None else given,
        extent=extent,
        ai_in_use=AiInUse.YES,
    )
    town = municipality or Municipality(
        "Bad Musterbach, Stadt",
        key="08421099",
        state="Baden-Württemberg",
        district="Musterkreis",
        population=population,
        designation="Stadt",
        territory_date="2025-10-31",
    )
    return replace(
        opened,
        assessment=replace(opened.assessment, municipality=town),
        answers=opened.answers | {answer.item_id: answer for answer in answers or ()},
    )


def profile_of(given=None, **facts) -> Profile:
    """The profile of ``small_town``."""
    return make_profile(small_town(given, **facts))


def full_answer(item_id="data.one", **facts):
    """An answer in which every field says something."""
    known = {
        "note": "Discussed on Monday",
        "evidence": Evidence(EvidenceType.DOCUMENT, "File 12-3", date(2026, 5, 4)),
        "target": 4,
        "delivery": DeliveryMode.COUNTY,
        "confidence": Confidence.FAIRLY,
        "responsible": "Main office",
    }
    return make_answer(item_id, 3, **{**known, **facts})


def legal_table() -> LegalTable:
    """One anchor, checked on the day of the example."""
    anchor = LegalAnchor(
        "gdpr.30",
        "Article 30 of the General Data Protection Regulation",
        "Art. 30 GDPR",
        "Asks for a record.",
        Obligation.TODAY,
        Certainty.VERIFIED,
        "https://eur-lex.europa.eu",
    )
    return LegalTable(NOON.date(), {anchor.id: anchor})
