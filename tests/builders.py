"""Small values for tests; a test names only what it is about."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from kiassess.domain.assessment import (
    Answer,
    AnswerState,
    Assessment,
    Listed,
    OpenAssessment,
    Progress,
)
from kiassess.domain.kinds import LEVELS, Extent
from kiassess.domain.municipality import Municipality
from kiassess.domain.questionnaire import (
    Area,
    BuildingBlock,
    Contribution,
    Facet,
    Item,
    LevelName,
    Questionnaire,
)
from kiassess.store.answers import load_answers

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
UNKNOWN, NOT_APPLICABLE, OPEN = "U", "N", "-"

Given = int | str  # a level, or one of the three kinds of “no value” above


def make_item(item_id="data.one", primary="A", *secondary, facets=None, **facts) -> Item:
    """An item with harmless texts; ``facets`` names the facet by block."""
    named = facets or {}
    contributions = tuple(
        Contribution(block, 2 if block == primary else 1, named.get(block, ""))
        for block in (primary, *secondary)
    )
    texts = tuple(f"Level {level}" for level in LEVELS)
    return Item(item_id, f"Title of {item_id}", f"{item_id}?", texts, contributions, **facts)


def make_answer(item_id: str, given: Given, **facts) -> Answer:
    """An answer from a level, or from ``UNKNOWN``, ``NOT_APPLICABLE``, ``OPEN``."""
    if isinstance(given, int):
        return Answer(item_id, AnswerState.ANSWERED, given, **facts)
    if given == NOT_APPLICABLE:
        facts.setdefault("reason", "nothing of the kind here")
        return Answer(item_id, AnswerState.NOT_APPLICABLE, **facts)
    state = AnswerState.UNKNOWN if given == UNKNOWN else AnswerState.OPEN
    return Answer(item_id, state, **facts)


def make_answers(given: Mapping[str, Given]) -> dict[str, Answer]:
    """Answers by item id; an item given as ``OPEN`` is missing."""
    return {
        item_id: make_answer(item_id, value) for item_id, value in given.items() if value != OPEN
    }


def make_questionnaire(items, blocks=("A",), facets=None) -> Questionnaire:
    """A questionnaire of these items; the area of an item is what stands before the dot."""
    named = facets or {}
    areas = dict.fromkeys(item.id.partition(".")[0] for item in items)
    return Questionnaire(
        id="demo",
        version="1.0.0",
        language="en",
        title="Demo",
        levels=tuple(LevelName(f"Level {level}", "") for level in LEVELS),
        blocks=tuple(
            BuildingBlock(
                block, f"Block {block}", facets=tuple(Facet(f, f) for f in named.get(block, ()))
            )
            for block in blocks
        ),
        areas=tuple(
            Area(area, f"Area {area}", tuple(i for i in items if i.id.partition(".")[0] == area))
            for area in areas
        ),
    )


def make_assessment(number: int = 1, **facts) -> Assessment:
    """An assessment of the demo questionnaire; the number tells several apart."""
    return Assessment(
        **{
            "id": f"{number:08x}-0000-4000-8000-000000000000",
            "municipality": Municipality("Musterstadt"),
            "questionnaire_id": "demo",
            "questionnaire_version": "1.0.0",
            "extent": Extent.FULL,
            "round_date": date(2026, 3, 2),
            "created_at": NOON,
            "changed_at": NOON,
            **facts,
        }
    )


def open_assessment(
    questionnaire: Questionnaire,
    given: Mapping[str, Given],
    *,
    population: int | None = None,
    **facts,
) -> OpenAssessment:
    """An assessment of a questionnaire with some answers."""
    municipality = Municipality("Musterstadt", population=population)
    assessment = make_assessment(municipality=municipality, **facts)
    return OpenAssessment(assessment, questionnaire, make_answers(given))


def make_listed(
    name: str,
    *,
    extent: Extent = Extent.QUICK,
    settled: int = 0,
    unknown: int = 0,
    days: int = 0,
    example: bool = False,
) -> Listed:
    """A row of the start page, last changed some days before ``NOON``; its id is its name."""
    at = NOON - timedelta(days=days)
    assessment = Assessment(
        id=name,
        municipality=Municipality(name),
        questionnaire_id="demo",
        questionnaire_version="1.0.0",
        extent=extent,
        round_date=at.date(),
        created_at=at,
        changed_at=at,
        is_example=example,
    )
    return Listed(assessment, Progress(settled, unknown, 22))


def load_all_answers(db) -> dict[str, dict[str, Answer]]:
    """The answers of all assessments, by assessment id and item id."""
    ids = db.execute("SELECT DISTINCT assessment_id FROM answer").fetchall()
    return {assessment_id: load_answers(db, assessment_id) for (assessment_id,) in ids}
