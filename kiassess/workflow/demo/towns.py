"""Twelve fictitious municipalities and an example, and how far each is. None of them exists."""

from collections.abc import Mapping
from datetime import date

from kiassess.domain.assessment import AiInUse
from kiassess.domain.kinds import DeliveryMode, Extent
from kiassess.domain.municipality import Municipality, OrganisationType
from kiassess.workflow.demo.town import OPEN, UNKNOWN, Round, Town

STATE = "Musterland"
COUNTY = "Landkreis Beispielland"


def _usual(**areas: float) -> Mapping[str, float]:
    return areas


def _municipality(
    name: str,
    population: int,
    designation: str,
    kind: OrganisationType = OrganisationType.MUNICIPALITY,
    *,
    district: str = COUNTY,
) -> Municipality:
    return Municipality(
        name=name,
        type=kind,
        state=STATE,
        district=district,
        population=population,
        designation=designation,
    )


TOWNS = (
    # A village: the service provider does much, and nobody knows the rest.
    Town(
        _municipality("Beispielhausen", 1_900, "Gemeinde"),
        DeliveryMode.PROVIDER,
        (
            Round(
                date(2026, 3, 12),
                _usual(data=0.9, infra=1.6, skill=0.4, res=0.6, legal=0.7, strat=0.4),
                ai_in_use=AiInUse.NO,
                extent=Extent.SMALL,
                unknown=0.22,
                told={
                    "infra.security": "3",
                    "data.access": "2",
                    "infra.aitools": "0",
                    "res.aiinventory": "2",
                },
            ),
        ),
    ),
    # A village that has asked itself for the first time; much of what it wants is still talk.
    Town(
        _municipality("Oberbeispiel", 3_100, "Gemeinde"),
        DeliveryMode.COUNTY,
        (
            Round(
                date(2026, 4, 21),
                _usual(data=1.2, infra=1.4, skill=0.9, res=0.8, legal=0.8, strat=1.3),
                ai_in_use=AiInUse.UNKNOWN,
                extent=Extent.SMALL,
                unknown=0.08,
                told={"res.aiinventory": UNKNOWN, "strat.leadership": "2"},
            ),
        ),
    ),
    # A market town in a hurry: the quick check.
    Town(
        _municipality("Probenried", 4_600, "Markt"),
        DeliveryMode.PROVIDER,
        (
            Round(
                date(2026, 2, 3),
                _usual(data=1.5, infra=1.9, skill=1.2, res=1.1, legal=1.0, strat=1.1),
                ai_in_use=AiInUse.UNKNOWN,
                extent=Extent.QUICK,
                told={"legal.riskclass": UNKNOWN},
            ),
        ),
    ),
    # Interrupted half-way: where the strategy is asked about, the answers are missing.
    Town(
        _municipality("Neu Musterow", 6_700, "Gemeinde"),
        DeliveryMode.JOINT,
        (
            Round(
                date(2026, 10, 6),
                _usual(data=1.8, infra=2.1, skill=1.4, res=1.2, legal=1.3, strat=1.0),
                told={
                    "strat": OPEN,
                    "strat.fields": "2",
                    "skill.leadership": UNKNOWN,
                },
            ),
        ),
    ),
    # Two rounds: within a year rules, a person in charge and a first tool.
    Town(
        _municipality("Musterstedt", 9_400, "Stadt"),
        DeliveryMode.JOINT,
        (
            Round(
                date(2025, 10, 14),
                _usual(data=1.2, infra=1.6, skill=0.9, res=0.6, legal=0.5, strat=0.9),
                unknown=0.12,
                told={"infra.aitools": "1", "legal.guideline": "0", "res.responsible": "0"},
            ),
            Round(
                date(2026, 10, 13),
                _usual(data=1.9, infra=2.3, skill=2.2, res=1.9, legal=2.1, strat=1.9),
                unknown=0.0,
                told={
                    "infra.aitools": "2",
                    "legal.guideline": "3",
                    "legal.riskclass": "1",
                    "res.responsible": "3",
                },
            ),
        ),
    ),
    # A spa town that cares for its data and its rules; few people have been trained.
    Town(
        _municipality("Bad Beispiel", 11_300, "Stadt"),
        DeliveryMode.OWN,
        (
            Round(
                date(2026, 5, 19),
                _usual(data=3.0, infra=2.2, skill=0.8, res=1.5, legal=2.4, strat=1.5),
                told={"data.inventory": "3", "data.access": "3", "skill.literacy": "1"},
            ),
        ),
    ),
    # An association whose members share one IT; no AI yet, and that is written down.
    Town(
        _municipality(
            "Samtgemeinde Musterheide", 13_200, "Samtgemeinde", OrganisationType.ASSOCIATION
        ),
        DeliveryMode.JOINT,
        (
            Round(
                date(2026, 6, 9),
                _usual(data=1.9, infra=2.4, skill=1.2, res=1.5, legal=1.4, strat=1.4),
                ai_in_use=AiInUse.NO,
                told={
                    "res.aiinventory": "2",
                    "infra.aitools": "0",
                    "strat.indicators": "0",
                },
            ),
        ),
    ),
    # A town that asks its people first; what comes after is thin.
    Town(
        _municipality("Fiktivtal", 17_500, "Stadt"),
        DeliveryMode.COUNTY,
        (
            Round(
                date(2026, 9, 8),
                _usual(data=1.3, infra=1.2, skill=1.6, res=0.9, legal=1.2, strat=2.4),
                told={"strat.participation": "4", "strat.vision": "3", "strat.roadmap": "1"},
            ),
        ),
    ),
    # Strong in IT, weak in rules: tools are everywhere, and nobody has written anything down.
    Town(
        _municipality("Modellingen", 24_800, "Stadt"),
        DeliveryMode.OWN,
        (
            Round(
                date(2026, 4, 28),
                _usual(data=3.1, infra=3.4, skill=1.8, res=0.9, legal=0.5, strat=0.8),
                told={
                    "infra.aitools": "3",
                    "res.aiinventory": "1",
                    "legal.dpia": "0",
                    "legal.guideline": "1",
                    "strat.participation": "0",
                },
            ),
        ),
    ),
    # Far in everything, and still with something to do.
    Town(
        _municipality("Erfundingen", 52_000, "Große Kreisstadt"),
        DeliveryMode.OWN,
        (
            Round(
                date(2026, 6, 30),
                _usual(data=2.9, infra=3.3, skill=3.0, res=2.9, legal=3.2, strat=2.9),
                unknown=0.0,
                told={"legal.dpia": "3", "data.access": "3", "strat.participation": "2"},
            ),
        ),
    ),
    # A city with a strategy of its own, and nobody to carry it out; better after a year.
    Town(
        _municipality("Musterhafen", 96_000, "Kreisfreie Stadt", district=""),
        DeliveryMode.OWN,
        (
            Round(
                date(2025, 10, 21),
                _usual(data=1.7, infra=2.1, skill=1.6, res=0.7, legal=1.6, strat=2.8),
                told={"res.capacity": "0", "strat.vision": "3", "strat.indicators": UNKNOWN},
            ),
            Round(
                date(2026, 10, 20),
                _usual(data=2.3, infra=2.5, skill=2.3, res=1.6, legal=2.5, strat=3.3),
                unknown=0.0,
                told={"res.capacity": "1", "strat.vision": "4", "strat.indicators": "2"},
            ),
        ),
    ),
    # The county works for its small municipalities, too.
    Town(
        _municipality(COUNTY, 180_000, "Landkreis", OrganisationType.COUNTY, district=""),
        DeliveryMode.OWN,
        (
            Round(
                date(2026, 7, 14),
                _usual(data=2.4, infra=2.9, skill=2.6, res=2.4, legal=2.8, strat=2.3),
                told={"infra.security": "4", "legal.riskclass": "3"},
            ),
        ),
    ),
)

# The example behind “Beispiel ansehen”: almost done, with something of everything.
EXAMPLE = Town(
    _municipality("Bad Musterbach", 9_000, "Stadt"),
    DeliveryMode.PROVIDER,
    (
        Round(
            date(2026, 10, 13),
            _usual(data=1.7, infra=1.7, skill=1.7, res=1.9, legal=1.4, strat=1.4),
            unknown=0.0,
            told={
                "data.inventory": "2",
                "data.access": "1",
                "infra.security": "2",
                "infra.aitools": "2",
                "res.responsible": "3",
                "res.aiinventory": "2",
                "legal.riskclass": UNKNOWN,
                "legal.guideline": "2",
                "strat.participation": "1",
                "strat.indicators": "0",
                "strat.review": OPEN,
                "strat.roadmap": OPEN,
            },
        ),
    ),
)
