"""The measures on their page, in words: what is counted with, facts, effort, what comes before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiassess.domain.catalogue import Catalogue
from kiassess.domain.effort import Scale
from kiassess.domain.firing import Reason, Situation
from kiassess.domain.kept import Kept
from kiassess.domain.measures import Measure
from kiassess.domain.municipality import size_class
from kiassess.domain.next_level import is_generic
from kiassess.domain.numbers import rounded
from kiassess.domain.planning import PlanEntry, PlanStatus
from kiassess.domain.questionnaire import Questionnaire
from kiassess.domain.recommending import Bucket, Recommendation
from kiassess.wording.planning import plain_number
from kiassess.wording.recommending import (
    hint,
    lead_name,
    some_titles,
    why_sentence,
)
from kiassess.wording.texts import Texts

SEPARATOR = " · "
QUICK_SIGN = "⚡"
STEPS = "steps"  # the lens with the seven steps to a strategy


@dataclass(frozen=True, slots=True)
class Line:
    """A fact about a measure with what it is.

    Attributes:
        title: What it is; may be empty.
        text: The fact.
    """

    title: str
    text: str


def size_note(scale: Scale, texts: Texts) -> str:
    """For which size efforts are estimated, and what they are multiplied by here."""
    size, alone = size_class(scale.population), Scale(scale.population)
    if size is None:
        note = texts("measure_list.size_unknown")
    elif alone.factor == 1:
        note = texts("measure_list.size_same")
    else:
        words, factor = texts(f"size.{size}"), factor_words(alone, texts)
        note = texts("measure_list.size_other", size=words, factor=factor)
    if not scale.neighbours:
        return note
    factor = factor_words(scale, texts)
    return f"{note} {texts('measure_list.together', n=scale.neighbours, factor=factor)}"


def factor_words(scale: Scale, texts: Texts) -> str:
    """What an effort of the catalogue is multiplied by, e.g. „0,6“."""
    return texts.number(scale.factor, 2 if rounded(scale.factor, 1) != scale.factor else 1)


def effort_words(measure: Measure, scale: Scale, texts: Texts) -> str:
    """The person-days of a measure here, and how they were found."""
    days = texts.number(scale.days_of(measure.effort))
    if is_generic(measure.id):
        return texts("measure_list.effort_generic", days=days)
    effort = texts(f"effort.{measure.effort}")
    if scale.factor == 1:
        return texts("measure_list.effort", days=days, effort=effort)
    factor = factor_words(scale, texts)
    return texts("measure_list.effort_scaled", days=days, effort=effort, factor=factor)


def plan_words(entry: PlanEntry, texts: Texts) -> str:
    """That a measure is in the plan, and what has become of it there."""
    if entry.status is PlanStatus.PLANNED:
        return texts("measure_list.planned")
    return texts("measure_list.planned_as", status=texts(f"plan_status.{entry.status}"))


def row_facts(
    one: Recommendation, questionnaire: Questionnaire, texts: Texts, *, entry: PlanEntry | None
) -> str:
    """What is worth knowing of a measure before it is unfolded, in one line.

    Args:
        one: The measure.
        questionnaire: Names who leads.
        texts: The language.
        entry: What the plan has of it.
    """
    facts = [
        texts("measure_list.days", days=texts.number(one.days)),
        texts("measure_list.lead", role=lead_name(one.measure, questionnaire)),
    ]
    if entry is not None:
        facts.append(plan_words(entry, texts))
    if one.gate:
        facts.append(texts("recommending.is_gate"))
    if one.quick_win:
        facts.append(f"{QUICK_SIGN} {texts('recommending.is_quick')}")
    if one.needed_for:
        facts.append(texts("recommending.is_prerequisite"))
    if not one.fits:
        facts.append(texts("measure_list.not_fitting"))
    return SEPARATOR.join(facts)


def count_words(total: int, texts: Texts, *, answered: bool) -> str:
    """How many measures fit, and that what stands beside them is estimated.

    Args:
        total: How many fit.
        texts: The language.
        answered: Whether any question has been; without an answer nothing can fit.
    """
    if not total:
        return texts("recommending.title_none" if answered else "overview.no_answer")
    return f"{texts('recommending.title', n=total)} {texts('recommending.estimated')}"


def bucket_title(bucket: Bucket, found: Sequence[Recommendation], texts: Texts) -> str:
    """When, how many measures and how many person-days."""
    title, days = texts(f"recommending.{bucket}"), sum(one.days for one in found)
    if not found:
        return texts("measure_list.group_none", title=title)
    return texts("recommending.group", title=title, n=len(found), days=texts.number(days))


def left_out_words(found: Sequence[Recommendation], days: float | None, texts: Texts) -> str:
    """How many measures the person-days are not enough for; empty if they are for all."""
    missing = sum(not one.fits for one in found)
    if not missing or days is None:
        return ""
    return texts("measure_list.left_out", n=missing, days=plain_number(days, texts))


def reason_words(reason: Reason, texts: Texts) -> str:
    """One of the answers that make a measure fit; it leads to the question."""
    title, level = reason.item.title, reason.answer.level
    if reason.below is not None:
        below = reason.below
        return texts("recommending.misses", title=title, level=level, below=below)
    if level is not None:
        return texts("measure_list.reason_level", title=title, level=level)
    return texts("measure_list.reason", title=title, state=texts(f"state.{reason.answer.state}"))


def circumstance_words(one: Recommendation, texts: Texts) -> str:
    """Why a measure fits that no level asks for; empty for all others."""
    circumstance = one.measure.circumstance
    if one.measure.triggers:
        return ""
    if circumstance is None:
        return texts("measure_list.always")
    titles = [reason.item.title for reason in one.why]
    key = f"recommending.because_{circumstance}"
    return texts(key, list=some_titles(titles, texts)) if titles else texts(key)


def why_words(one: Recommendation, texts: Texts) -> str:
    """Which answers make a measure fit, in one sentence; for one without any, that it has none."""
    always = not one.measure.triggers and one.measure.circumstance is None
    return texts("measure_list.always") if always else why_sentence(one, texts)


def sheet_hint(one: Recommendation, texts: Texts) -> str:
    """What is worth knowing of a measure in a table; possibly empty."""
    marks = [hint(one, texts)] if hint(one, texts) else []
    if not one.fits:
        marks.append(texts("measure_list.not_fitting"))
    return ", ".join(marks)


def situation_words(situation: Situation, scale: Scale, texts: Texts) -> str:
    """What is counted with: the person-days there are, and what efforts are multiplied by."""
    key = "no_days" if situation.days is None else "some_days"
    days = texts(f"measure_list.{key}", days=plain_number(situation.days, texts))
    return f"{days} {size_note(scale, texts)}"


def before_words(
    one: Recommendation,
    measures: Mapping[str, Measure],
    kept: Kept,
    texts: Texts,
) -> Iterator[str]:
    """Each prerequisite with how it stands."""
    for name, standing in one.prerequisites.items():
        hidden = name in kept.hidden
        state = texts(f"measure_list.before_{'hidden' if hidden else standing}")
        if name in kept.plan:
            state = f"{state}, {plan_words(kept.plan[name], texts)}"
        yield texts("measure_list.before", title=measures[name].title, state=state)


def fact_lines(
    one: Recommendation,
    questionnaire: Questionnaire,
    catalogue: Catalogue | None,
    scale: Scale,
    texts: Texts,
) -> Iterator[Line]:
    """What a measure takes, who leads, what it brings, and who helps or shows it.

    Of a next level nobody has estimated anything but a rough effort.
    """
    measure, takes = one.measure, texts("measure_list.takes")
    yield Line(takes, texts("measure_list.effort_is", effort=effort_words(measure, scale, texts)))
    if not one.generic:
        yield Line(takes, texts("measure.cost", cost=texts(f"cost.{measure.cost}")))
    yield Line(takes, texts("measure.lead", role=lead_name(measure, questionnaire)))
    if measure.kpi:
        yield Line(takes, texts("measure.kpi", kpi=measure.kpi))
    if measure.result and not one.generic:
        yield Line(texts("measure.result"), measure.result)
    if measure.pitfall:
        yield Line(texts("measure.pitfall"), measure.pitfall)
    if catalogue is None:
        return
    for name in measure.offers:
        offer = catalogue.offers[name]
        yield Line(
            texts("measure.offers"), " ".join((f"{offer.name}:", offer.what, offer.hint)).strip()
        )
    for name in measure.references:
        place = catalogue.references[name]
        yield Line(texts("measure.references"), f"{place.name}: {place.focus}")


def step_names(catalogue: Catalogue | None, texts: Texts) -> dict[int, str]:
    """The seven steps to a strategy by number, with their names where they are known."""
    lens = None if catalogue is None else catalogue.lenses.get(STEPS)
    names = {} if lens is None else {part.id: part.name for part in lens.parts}
    return {
        n: texts("measure_list.step", n=n, name=names[str(n)])
        if str(n) in names
        else texts("measure_list.step_only", n=n)
        for n in range(1, 8)
    }


def hidden_words(kept: Kept, titles: Mapping[str, str], texts: Texts) -> dict[str, str]:
    """What is hidden and why, by ``Measure.id``."""
    return {
        key: texts("measure_list.hidden", title=titles.get(key, key), reason=one.reason)
        for key, one in kept.hidden.items()
    }
