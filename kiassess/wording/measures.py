"""The measures of a catalogue as Markdown: a list to choose from, and one page each."""

from collections.abc import Iterable

from kiassess.domain.catalogue import Catalogue
from kiassess.domain.measures import Measure, Trigger, is_quick_win
from kiassess.domain.questionnaire import Questionnaire
from kiassess.wording.knowledge import plain
from kiassess.wording.texts import Texts

LIST = "measures"  # what a page calls the list it came from


def measures_page(catalogue: Catalogue, questionnaire: Questionnaire, texts: Texts) -> str:
    """All measures by area, each a link to its page; what fits every area comes first."""
    lines = [f"# {texts('handbook.measures')}", texts("handbook.measures_about")]
    groups: dict[str, list[Measure]] = {texts("handbook.everywhere"): []}
    for area in questionnaire.areas:
        groups[area.name] = []
    for measure in catalogue.measures.values():
        first = next(iter(measure.triggers), None)
        name = questionnaire.area_of(first.item_id).name if first else next(iter(groups))
        groups[name].append(measure)
    for name, measures in groups.items():
        if measures:
            lines.append(f"## {plain(name)}")
            lines.append("\n".join(_row(measure, catalogue, texts) for measure in measures))
    return "\n\n".join(lines)


def measure_page(
    measure: Measure, catalogue: Catalogue, questionnaire: Questionnaire, texts: Texts
) -> str:
    """One measure with everything a clerk needs to act on it."""
    roles = {role.id: role.name for role in questionnaire.roles}
    facts = [
        texts("measure.effort", effort=texts(f"effort.{measure.effort}")),
        texts("measure.cost", cost=texts(f"cost.{measure.cost}")),
        texts("measure.benefit", benefit=texts(f"benefit.b{measure.benefit}")),
        texts("measure.lead", role=roles[measure.lead]),
        texts("measure.kpi", kpi=measure.kpi),
    ]
    if is_quick_win(measure, catalogue.measures):
        facts.append(texts("measure.quick_win"))
    steps = [f"{number}. {plain(step)}" for number, step in enumerate(measure.steps, start=1)]
    lines = [
        f"[← {texts('handbook.measures')}]({LIST})",
        f"# {plain(measure.title)}",
        plain(measure.goal),
        _fits(measure, questionnaire, texts),
        "\n".join(f"- {plain(fact)}" for fact in facts),
        f"## {texts('measure.steps')}",
        "\n".join(steps),
        f"## {texts('measure.result')}",
        plain(measure.result),
        f"## {texts('measure.pitfall')}",
        plain(measure.pitfall),
        *_before(measure, catalogue, texts),
        *_named("measure.offers", (catalogue.offers[o].name for o in measure.offers), texts),
        *_named(
            "measure.references", (catalogue.references[r].name for r in measure.references), texts
        ),
    ]
    return "\n\n".join(lines)


def _row(measure: Measure, catalogue: Catalogue, texts: Texts) -> str:
    effort = texts(f"effort.{measure.effort}")
    quick = is_quick_win(measure, catalogue.measures)
    key = "handbook.measure_quick" if quick else "handbook.measure"
    return f"- [{plain(measure.title)}]({measure.id}) – {texts(key, effort=effort)}"


def _fits(measure: Measure, questionnaire: Questionnaire, texts: Texts) -> str:
    if not measure.triggers:
        return texts(f"circumstance.{measure.circumstance}")
    below = [_below(trigger, questionnaire, texts) for trigger in measure.triggers]
    sentence = texts("measure.fits", list=f" {texts('measure.or')} ".join(below))
    if measure.circumstance is not None:
        sentence = f"{sentence} {texts(f'circumstance.{measure.circumstance}')}"
    return plain(sentence)


def _below(trigger: Trigger, questionnaire: Questionnaire, texts: Texts) -> str:
    title = questionnaire.item(trigger.item_id).title
    return texts("measure.below", title=title, level=trigger.below)


def _before(measure: Measure, catalogue: Catalogue, texts: Texts) -> list[str]:
    if not measure.prerequisites:
        return []
    rows = (f"- [{plain(catalogue.measures[one].title)}]({one})" for one in measure.prerequisites)
    return [f"## {texts('measure.before')}", "\n".join(rows)]


def _named(key: str, names: Iterable[str], texts: Texts) -> list[str]:
    rows = [f"- {plain(name)}" for name in names]
    return [f"## {texts(key)}", "\n".join(rows)] if rows else []
