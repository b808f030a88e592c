"""The recommended measures as a text for paper."""

from collections.abc import Iterator, Mapping, Sequence

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.effort import Scale
from kiassess.domain.kept import Kept, situation_of
from kiassess.domain.measures import Measure
from kiassess.domain.recommending import Bucket, Recommendation, in_bucket
from kiassess.wording.knowledge import plain
from kiassess.wording.measure_list import (
    bucket_title,
    left_out_words,
    row_facts,
    situation_words,
    why_words,
)
from kiassess.wording.recommending import before_sentences, measure_name
from kiassess.wording.texts import Texts


def document_name(opened: OpenAssessment, texts: Texts) -> str:
    """What the document is called: whose measures they are."""
    return f"{texts('measure_list.document')} {opened.assessment.municipality.name}"


def measures_document(
    opened: OpenAssessment,
    found: Sequence[Recommendation],
    measures: Mapping[str, Measure],
    kept: Kept,
    texts: Texts,
) -> str:
    """All measures in their buckets as Markdown, each with facts and why it is there.

    Args:
        opened: The assessment.
        found: What is recommended.
        measures: By ``Measure.id``, for prerequisites.
        kept: What is kept beside the answers.
        texts: The language.
    """
    days = kept.frame.days_per_quarter
    scale = Scale(opened.assessment.municipality.population, kept.frame.neighbours)
    lines = [
        f"# {plain(document_name(opened, texts))}",
        plain(situation_words(situation_of(kept), scale, texts)),
    ]
    for bucket in Bucket:
        group = in_bucket(found, bucket)
        lines.append(f"## {plain(bucket_title(bucket, group, texts))}")
        left_out = left_out_words(group, days, texts)
        if left_out:
            lines.append(f"**{plain(left_out)}**")
        for one in group:
            lines += _measure(one, opened, measures, kept, texts)
    lines.append(f"*{plain(texts('recommending.estimated'))}*")
    return "\n\n".join(lines)


def _measure(
    one: Recommendation,
    opened: OpenAssessment,
    measures: Mapping[str, Measure],
    kept: Kept,
    texts: Texts,
) -> Iterator[str]:
    questionnaire = opened.questionnaire
    entry = kept.plan.get(one.measure.id)
    yield f"**{plain(measure_name(one.measure, questionnaire, texts))}**"
    yield plain(row_facts(one, questionnaire, texts, entry=entry))
    yield plain(why_words(one, texts))
    for sentence in before_sentences(one, measures, texts):
        yield plain(sentence)
