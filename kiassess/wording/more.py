"""What a longer extent would add, in sentences."""

from collections.abc import Iterable, Iterator

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.kinds import Extent
from kiassess.domain.questionnaire import minutes_for
from kiassess.wording.texts import Texts


def more_sentences(opened: OpenAssessment, longer: Iterable[Extent], texts: Texts) -> Iterator[str]:
    """How many questions and minutes each longer extent adds, and what one gets for them."""
    counts = opened.questionnaire.counts()
    here = counts[opened.assessment.extent]
    for extent in longer:
        more = counts[extent] - here
        yield texts(
            "more.extent", extent=texts(f"extent.{extent}"), n=more, minutes=minutes_for(more)
        )
    yield texts("more.gives")
    gates = sum(item.gate for item in opened.questionnaire.items())
    asked = sum(item.gate for item in opened.items())
    if gates > asked:
        yield texts("more.gates", n=gates - asked)
    yield texts("more.kept")
