"""Many municipalities with several rounds each, made from a seed: the same seed, the same towns."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from kiassess.domain.assessment import AiInUse
from kiassess.domain.compared_round import ComparedRound
from kiassess.domain.kinds import LEVELS, Extent
from kiassess.domain.levels_row import NOT_APPLICABLE, OPEN, UNKNOWN
from kiassess.domain.municipality import Municipality, OrganisationType
from kiassess.domain.questionnaire import Questionnaire

STATES = ("Bayern", "Hessen", "Niedersachsen", "Rheinland-Pfalz", "Sachsen", "Thüringen")
TYPES = (
    *[OrganisationType.MUNICIPALITY] * 8,
    OrganisationType.ASSOCIATION,
    OrganisationType.COUNTY,
)
FIRST_YEAR = 2022
MATURITIES = 12  # steps from a town that has hardly begun to one that is far


@dataclass(frozen=True, slots=True)
class Many:
    """How many, and how they answer.

    Attributes:
        towns: Municipalities.
        rounds: Of each, a year apart.
        seed: What everything follows from.
        mixed: Whether some are asked less than others.
    """

    towns: int
    rounds: int = 1
    seed: int = 7
    mixed: bool = False


def many_towns(
    many: Many, questionnaire: Questionnaire, edition: int = 1
) -> Iterator[ComparedRound]:
    """All rounds of a town after each other, the oldest first."""
    chance = Random(many.seed)
    width = sum(1 for _ in questionnaire.items())
    tables = [_answers_of(maturity) for maturity in range(MATURITIES)]
    for number in range(many.towns):
        town = _town(number, chance)
        begins = chance.randrange(MATURITIES - many.rounds + 1 if many.rounds < MATURITIES else 1)
        extent = Extent.FULL
        if many.mixed:
            extent = chance.choice([Extent.FULL, Extent.FULL, Extent.SMALL, Extent.QUICK])
        for step in range(many.rounds):
            maturity = min(begins + step, MATURITIES - 1)
            yield ComparedRound(
                id=f"{number:08x}-{step:04x}-4000-8000-000000000000",
                municipality=town,
                edition=edition,
                extent=extent,
                round_date=date(FIRST_YEAR + step, 1 + number % 12, 1 + number % 28),
                levels=chance.randbytes(width).translate(tables[maturity]),
                ai_in_use=chance.choice([*AiInUse, None]),
            )


def _town(number: int, chance: Random) -> Municipality:
    kind = chance.choice(TYPES)
    return Municipality(
        name=f"Ort {number:05}",
        type=kind,
        key=f"{number:08}",
        state=chance.choice(STATES),
        district=f"Kreis {number % 400:03}",
        population=round(chance.lognormvariate(8.2, 1.3)) + 50,
    )


def _answers_of(maturity: int) -> bytes:
    """What each of 256 equally likely bytes means: levels around a maturity, some without."""
    chance = Random(maturity)
    centre = 4 * maturity / (MATURITIES - 1)
    weights = [1 / (0.4 + abs(level - centre)) ** 2 for level in LEVELS]
    levels = chance.choices(LEVELS, weights, k=226)
    return bytes([*levels, *[UNKNOWN] * 14, *[NOT_APPLICABLE] * 10, *[OPEN] * 6])
