"""Measures, offers of help and reference strategies: their facts and their texts."""

import re
from collections.abc import Collection, Mapping
from graphlib import CycleError, TopologicalSorter

from kiassess.content.fields import Fields, optional_tables, table
from kiassess.content.problems import Source
from kiassess.domain.measures import (
    Circumstance,
    Cost,
    Effort,
    HelpOffer,
    Measure,
    ReferenceKind,
    ReferenceStrategy,
    Trigger,
)
from kiassess.domain.questionnaire import Questionnaire

MEASURE_ID = re.compile(r"m\.[a-z]+\.[a-z_]+")
TRIGGER = re.compile(r"(?P<item>[a-z.@0-9]+) below (?P<level>[1-4])")
TITLE_LENGTH, KPI_LENGTH, STEP_LENGTH, TEXT_LENGTH = 70, 80, 200, 320
STEPS = range(1, 8)  # to a strategy
STEPS_TO_DO = range(3, 7)
CERTAINTIES = ("verified", "secondary", "general")


def read_measures(
    facts: Source,
    texts: Source,
    *,
    questionnaire: Questionnaire,
    offers: Collection[str],
    references: Collection[str],
) -> dict[str, Measure]:
    """All measures by id; whatever is wrong is noted in the two sources."""
    found = {}
    rows = optional_tables(facts, "measure")
    ids = [f.table.get("id") for f in rows]
    for f in rows:
        measure = _measure(f, texts, questionnaire, offers, references)
        for other in measure.prerequisites:
            if other not in ids:
                f.report("prerequisites", "unknown_measure", id=other)
        found[measure.id] = measure
    _report_cycle(rows, found)
    report_leftovers(texts, "measure", found)
    return found


def _measure(
    f: Fields,
    texts: Source,
    questionnaire: Questionnaire,
    offers: Collection[str],
    references: Collection[str],
) -> Measure:
    f.only(
        "id",
        "triggers",
        "circumstance",
        "effort",
        "cost",
        "benefit",
        "lead",
        "step",
        "prerequisites",
        "offers",
        "references",
    )
    measure_id = f.text("id")
    if measure_id and not MEASURE_ID.fullmatch(measure_id):
        f.report("id", "measure_id", id=measure_id)
    triggers = _triggers(f, {item.id for item in questionnaire.items()})
    circumstances = [c.value for c in Circumstance]
    circumstance = f.choice("circumstance", circumstances) if "circumstance" in f.table else ""
    if not triggers and not circumstance:
        f.report("triggers", "never_fires", id=measure_id)
    text = table(texts, "measure", measure_id)
    text.only("title", "goal", "steps", "result", "pitfall", "kpi")
    steps = text.texts("steps", least=min(STEPS_TO_DO), most=STEP_LENGTH)
    if len(steps) > max(STEPS_TO_DO):
        text.report("steps", "list_too_long", key="steps", most=max(STEPS_TO_DO))
    return Measure(
        id=measure_id,
        title=text.text("title", most=TITLE_LENGTH),
        goal=text.text("goal", most=TEXT_LENGTH),
        steps=steps,
        result=text.text("result", most=TEXT_LENGTH),
        pitfall=text.text("pitfall", most=TEXT_LENGTH),
        kpi=text.text("kpi", most=KPI_LENGTH),
        effort=Effort(f.choice("effort", [e.value for e in Effort]) or Effort.M),
        cost=Cost(f.choice("cost", [c.value for c in Cost]) or Cost.K0),
        benefit=f.number("benefit", allowed=range(1, 4)),
        lead=f.choice("lead", [role.id for role in questionnaire.roles]),
        step=f.number("step", allowed=STEPS),
        triggers=triggers,
        circumstance=Circumstance(circumstance) if circumstance else None,
        prerequisites=f.texts("prerequisites"),
        offers=f.choices("offers", offers),
        references=f.choices("references", references),
    )


def _triggers(f: Fields, items: Collection[str]) -> tuple[Trigger, ...]:
    found = []
    for text in f.texts("triggers"):
        match = TRIGGER.fullmatch(text)
        if match is None:
            f.report("triggers", "trigger", text=text)
        elif match["item"] not in items:
            f.report("triggers", "unknown_item", id=match["item"])
        else:
            found.append(Trigger(match["item"], int(match["level"])))
    return tuple(found)


def _report_cycle(rows: list[Fields], measures: dict[str, Measure]) -> None:
    """Note a circle of prerequisites; then there are no measures, for nobody may follow it."""
    try:
        TopologicalSorter({m.id: m.prerequisites for m in measures.values()}).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        f = next(f for f in rows if f.table.get("id") == circle[0])
        f.report("prerequisites", "circle", ids=" → ".join(circle))
        measures.clear()


def read_offers(facts: Source, texts: Source) -> dict[str, HelpOffer]:
    """All offers of help by id; whatever is wrong is noted in the two sources."""
    found = {}
    for f in optional_tables(facts, "offer"):
        f.only("id", "certainty", "source")
        f.choice("certainty", CERTAINTIES)
        offer_id = f.text("id")
        text = table(texts, "offer", offer_id)
        text.only("name", "what", "hint")
        found[offer_id] = HelpOffer(
            id=offer_id,
            name=text.text("name", most=80),
            what=text.text("what", most=TEXT_LENGTH),
            hint=text.text("hint", most=TEXT_LENGTH),
            source=f.text("source") if "source" in f.table else "",
        )
    report_leftovers(texts, "offer", found)
    return found


def read_references(
    facts: Source, texts: Source, *, blocks: Collection[str]
) -> dict[str, ReferenceStrategy]:
    """All reference strategies by id; whatever is wrong is noted in the two sources."""
    found = {}
    for f in optional_tables(facts, "reference"):
        f.only("id", "year", "kind", "near", "blocks", "sources", "certainty")
        f.choice("certainty", CERTAINTIES)
        reference_id = f.text("id")
        kind = f.choice("kind", [k.value for k in ReferenceKind])
        text = table(texts, "reference", reference_id)
        taught = f.choices("blocks", blocks, least=1)
        lessons = {block: f"lesson_{block}" for block in taught}
        text.only("name", "focus", "caution", *lessons.values())
        found[reference_id] = ReferenceStrategy(
            id=reference_id,
            name=text.text("name", most=80),
            kind=ReferenceKind(kind or ReferenceKind.STRATEGY),
            focus=text.text("focus", most=TEXT_LENGTH),
            year=f.number("year", allowed=range(2010, 2100)) if "year" in f.table else None,
            near=f.flag("near"),
            lessons={block: text.text(key, most=TEXT_LENGTH) for block, key in lessons.items()},
            caution=text.text("caution") if "caution" in text.table else "",
            sources=f.texts("sources", least=1),
        )
    report_leftovers(texts, "reference", found)
    return found


def report_leftovers(texts: Source, key: str, known: Collection[str]) -> None:
    """Note texts of things that do not exist."""
    there = texts.data.get(key, {})
    for name in there if isinstance(there, Mapping) else ():
        if name not in known:
            texts.report((key, name), f"{key} {name}", "text_without_facts", id=name)
