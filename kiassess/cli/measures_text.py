"""Recommended measures as lines of text: what to begin with and why, then all by bucket."""

from collections.abc import Iterator, Mapping, Sequence

from kiassess.cli.tables import aligned
from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.effort import Scale
from kiassess.domain.firing import Situation
from kiassess.domain.measures import Measure
from kiassess.domain.path import Path
from kiassess.domain.recommending import Bucket, Recommendation, in_bucket, shown_first
from kiassess.wording.recommending import (
    before_sentences,
    facts_line,
    hint,
    lead_name,
    measure_name,
    path_sentences,
    why_sentence,
)
from kiassess.wording.texts import Texts

INDENT = "  "


def measures_lines(
    opened: OpenAssessment,
    recommendations: Sequence[Recommendation],
    measures: Mapping[str, Measure],
    situation: Situation,
    texts: Texts,
) -> Iterator[str]:
    """All that ``kiassess measures`` prints, line by line.

    Args:
        opened: The assessment.
        recommendations: What fits it, in order.
        measures: The catalogue, by ``Measure.id``.
        situation: What it was worked out with.
        texts: The sentences.
    """
    yield from _head(opened, recommendations, situation, texts)
    for one in shown_first(recommendations):
        yield f"{INDENT}{measure_name(one.measure, opened.questionnaire, texts)}"
        about = [facts_line(one, opened.questionnaire, texts), why_sentence(one, texts)]
        for line in (*about, *before_sentences(one, measures, texts)):
            yield f"{INDENT * 2}{line}"
    for bucket in Bucket:
        found = in_bucket(recommendations, bucket)
        yield from _group(f"recommending.{bucket}", [o for o in found if o.fits], opened, texts)
        left = [one for one in found if not one.fits]
        yield from _group("recommending.not_fitting", left, opened, texts)
    if recommendations:
        yield ""
        yield texts("recommending.estimated")


def path_lines(
    path: Path, title: str, opened: OpenAssessment, situation: Situation, texts: Texts
) -> Iterator[str]:
    """What ``--path`` adds.

    Args:
        path: The way with the least effort.
        title: What it leads to.
        opened: The assessment.
        situation: What it was worked out with.
        texts: The sentences.
    """
    scale = Scale(opened.assessment.municipality.population, situation.neighbours)
    rows = [
        _row(measure, scale.days_of(measure.effort), opened, texts) for measure in path.measures
    ]
    yield ""
    yield title
    yield from _table([row[:3] for row in rows], texts, "measure", "days", "lead")
    yield from path_sentences(path, opened.questionnaire, texts)


def _head(
    opened: OpenAssessment,
    recommendations: Sequence[Recommendation],
    situation: Situation,
    texts: Texts,
) -> Iterator[str]:
    municipality = opened.assessment.municipality
    kind = municipality.designation or texts(f"type.{municipality.type.value}")
    yield texts("profile.name", name=municipality.name, kind=kind)
    yield texts(
        "recommending.situation", list=", ".join(_worked_out_with(opened, situation, texts))
    )
    yield ""
    if not recommendations:
        yield texts("recommending.title_none")
        return
    yield texts("recommending.title", n=len(recommendations))
    if shown_first(recommendations):
        yield ""
        yield texts("recommending.first")


def _worked_out_with(opened: OpenAssessment, situation: Situation, texts: Texts) -> Iterator[str]:
    population = opened.assessment.municipality.population
    if population is None:
        yield texts("recommending.people_unknown")
    else:
        yield texts("recommending.people", population=texts.count(population))
    if situation.neighbours:
        yield texts("recommending.with_neighbours", n=situation.neighbours)
    if situation.days is not None:
        yield texts("recommending.with_days", n=round(situation.days))


def _group(
    key: str, found: Sequence[Recommendation], opened: OpenAssessment, texts: Texts
) -> Iterator[str]:
    """The measures of a bucket under its name; nothing if there are none."""
    if not found:
        return
    days = texts.number(sum(one.days for one in found))
    yield ""
    yield texts("recommending.group", title=texts(key), n=len(found), days=days)
    rows = [[*_row(one.measure, one.days, opened, texts), hint(one, texts)] for one in found]
    yield from _table(rows, texts, "measure", "days", "lead", "hint")


def _row(measure: Measure, days: float, opened: OpenAssessment, texts: Texts) -> list[str]:
    questionnaire = opened.questionnaire
    return [
        measure_name(measure, questionnaire, texts),
        texts.number(days),
        lead_name(measure, questionnaire),
    ]


def _table(rows: Sequence[Sequence[str]], texts: Texts, *heads: str) -> Iterator[str]:
    if rows:
        headings = [texts(f"recommending.{head}") for head in heads]
        yield from (f"{INDENT}{line}" for line in aligned([headings, *rows], right={1}))
