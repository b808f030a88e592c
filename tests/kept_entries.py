"""What a town keeps beside its answers, for tests: an entry of each kind in which all is said."""

from datetime import date

from kiassess.domain.action_fields import ActionField
from kiassess.domain.entries import KeptEntry
from kiassess.domain.entry_tables import key_of
from kiassess.domain.measures import Cost, Effort, Trigger
from kiassess.domain.own_measures import HiddenMeasure, OwnMeasure
from kiassess.domain.planning import Aim, Decision, Kpi, PlanEntry, PlanFrame, PlanStatus
from kiassess.domain.precheck import Outcome
from kiassess.domain.precheck_result import PrecheckChoice, PrecheckResult
from kiassess.domain.register import AiRole, AiSystem, Dpia, UseStatus
from kiassess.domain.use_cases import UseCase

TYPED = 'Ä “=1+1” 🏛\n\t\\u0000 "x"; a,b'
CHECK = PrecheckResult(
    Outcome.HIGH_RISK,
    date(2026, 11, 22),
    date(2026, 11, 24),
    (PrecheckChoice("area", ("work", "school")), PrecheckChoice("people", ("yes",))),
)
PLAN = PlanEntry(
    "m.data.inventory",
    "Datenbestände erfassen",
    measure_id="m.data.inventory",
    step=3,
    start=date(2027, 1, 11),
    due=date(2027, 3, 31),
    responsible="Frau Ö, Hauptamt",
    days=10.5,
    cost_cents=1_250_050,
    kpi=Kpi("erfasste Bestände in %", 0.0, 80.0, 12.5),
    status=PlanStatus.RUNNING,
    note=TYPED,
    decision=Decision(date(2026, 12, 15), "Beschluss 2026/77"),
    after=("m.gov.coordinator",),
    aims=(Aim("data.one", 1, 3), Aim("data.two", None, 2)),
)
OWN_MEASURE = OwnMeasure(
    "own.1",
    title="Sprechstunde",
    goal="Fragen klären",
    steps=("Einladen", "Zuhören"),
    result="Notizen",
    pitfall="Niemand kommt",
    kpi="Gespräche",
    effort=Effort.XS,
    cost=Cost.K1,
    benefit=3,
    lead="office",
    step=2,
    triggers=(Trigger("data.one", 2),),
)
HIDDEN = HiddenMeasure("m.data.catalogue", TYPED)
SYSTEM = AiSystem(
    "4f1c",
    "Protokoll-Assistent",
    status=UseStatus.IN_USE,
    purpose="Niederschriften",
    provider="Muster GmbH",
    role=AiRole.DEPLOYER,
    data="Tonaufnahmen",
    personal_data=True,
    legal_basis="Art. 6",
    dpia=Dpia.NEEDED,
    risk=Outcome.TRANSPARENCY,
    responsible="IT",
    start=date(2026, 5, 4),
    review=date(2027, 5, 4),
    note=TYPED,
    use_case_id="9a",
    precheck=CHECK,
)
FIELD = ActionField("mobility", challenge=4, resources=2, benefit=3, note=TYPED)
USE_CASE = UseCase(
    "9a",
    "Niederschriften",
    field_id="mobility",
    idea="Entwurf schreiben",
    data="Aufnahmen liegen vor",
    benefit="Zeit",
    effort="Schulung",
    risk="Falsche Zitate",
    benefit_rate=3,
    effort_rate=1,
    responsible="Ratsbüro",
    precheck=CHECK,
)
FRAME = PlanFrame(days_per_quarter=30.0, days_per_person=7.5, neighbours=2)
FULL: tuple[KeptEntry, ...] = (PLAN, OWN_MEASURE, HIDDEN, SYSTEM, FIELD, USE_CASE, FRAME)
BARE: tuple[KeptEntry, ...] = (
    PlanEntry("p", "P"),
    OwnMeasure("m.data.inventory"),
    HiddenMeasure("m.x", "–"),
    AiSystem("s", "S"),
    ActionField("own.f", "Feuerwehr"),
    UseCase("u", "U"),
    PlanFrame(),
)


def keyed(*entries: KeptEntry) -> dict:
    """Entries by kind and id."""
    return {key_of(entry): entry for entry in entries}


def plan_of(*entries: PlanEntry) -> dict[str, PlanEntry]:
    """A plan by the ids of its entries."""
    return {entry.id: entry for entry in entries}
