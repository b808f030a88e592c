"""Why a measure is recommended, what comes before it, and what the way with least effort says."""

from collections.abc import Iterable, Iterator, Mapping

from kiassess.domain.measures import Measure
from kiassess.domain.next_level import is_generic
from kiassess.domain.path import Path
from kiassess.domain.questionnaire import Questionnaire
from kiassess.domain.recommending import Recommendation
from kiassess.wording.texts import NO_VALUE, Texts

MOST_NAMED = 5  # of many titles in one sentence


def measure_name(measure: Measure, questionnaire: Questionnaire, texts: Texts) -> str:
    """What a measure is called: its title, or which next level of which question it is."""
    if not is_generic(measure.id):
        return measure.title
    trigger = measure.triggers[0]
    title = questionnaire.item(trigger.item_id).title
    return texts("recommending.next", title=title, level=trigger.below)


def lead_name(measure: Measure, questionnaire: Questionnaire) -> str:
    """Who leads, by name; a dash where nobody is named."""
    names = {role.id: role.name for role in questionnaire.roles}
    return names.get(measure.lead, measure.lead) or NO_VALUE


def facts_line(one: Recommendation, questionnaire: Questionnaire, texts: Texts) -> str:
    """When, how much work and who leads, in one line; and whether it is a quick success."""
    line = texts(
        "recommending.facts",
        bucket=texts(f"recommending.{one.bucket}"),
        days=texts.number(one.days),
        role=lead_name(one.measure, questionnaire),
    )
    marks = [texts(f"recommending.{mark}") for mark in _marks(one) if mark.startswith("is_")]
    return " · ".join([line, *marks])


def why_sentence(one: Recommendation, texts: Texts) -> str:
    """Which answers make a measure fit."""
    if one.measure.triggers:
        missed = (
            texts(
                "recommending.misses",
                title=reason.item.title,
                level=reason.answer.level,
                below=reason.below,
            )
            for reason in one.why
        )
        return texts("recommending.because", list="; ".join(missed))
    key = f"recommending.because_{one.measure.circumstance}"
    if not one.why:
        return texts(key)
    return texts(key, list=some_titles([reason.item.title for reason in one.why], texts))


def before_sentences(
    one: Recommendation, measures: Mapping[str, Measure], texts: Texts
) -> Iterator[str]:
    """What has to be done before, and of what nobody knows whether it is done."""
    for key, ids in (
        ("recommending.before", one.open_prerequisites),
        ("recommending.before_unclear", one.unclear_prerequisites),
    ):
        if ids:
            yield texts(key, list="; ".join(measures[name].title for name in ids))


def hint(one: Recommendation, texts: Texts) -> str:
    """What is worth knowing of a measure in a list, in a few words; possibly empty."""
    return ", ".join(texts(f"recommending.{mark}") for mark in _marks(one))


def path_sentences(path: Path, questionnaire: Questionnaire, texts: Texts) -> Iterator[str]:
    """What there is to say about a way beside its measures.

    Args:
        path: The way.
        questionnaire: The one that was answered.
        texts: The sentences.
    """
    titles = {item.id: item.title for item in questionnaire.items()}
    days, for_all = texts.number(path.days), texts.number(path.days_for_all)
    if path.measures:
        yield texts("recommending.path_sum", n=len(path.measures), days=days)
        yield texts(f"recommending.path_{'proven' if path.proven else 'unproven'}")
        if path.missed:
            missed = _titles(path.missed, titles)
            yield texts("recommending.path_missed", days=for_all, list=missed)
    elif path.missed:
        yield texts("recommending.path_none_fits", days=for_all)
    else:
        yield texts("recommending.path_nothing")
    if path.unclear:
        yield texts("recommending.path_unclear", list=_titles(path.unclear, titles))
    if path.unreachable:
        yield texts("recommending.path_unreachable", list=_titles(path.unreachable, titles))
    if path.generic:
        yield texts("recommending.path_generic")


def some_titles(titles: list[str], texts: Texts) -> str:
    """Several titles in one list; of many the first, and how many more there are."""
    if len(titles) <= MOST_NAMED + 1:
        return "; ".join(titles)
    shown = "; ".join(titles[:MOST_NAMED])
    return texts("recommending.and_more", list=shown, n=len(titles) - MOST_NAMED)


def _titles(ids: Iterable[str], titles: Mapping[str, str]) -> str:
    return "; ".join(titles.get(item_id, item_id) for item_id in ids)


def _marks(one: Recommendation) -> Iterator[str]:
    if one.gate:
        yield "is_gate"
    if one.quick_win:
        yield "is_quick"
    if one.needed_for:
        yield "is_prerequisite"
    if one.open_prerequisites or one.unclear_prerequisites:
        yield "has_before"
