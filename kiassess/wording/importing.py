"""What an import does with an assessment, and what an anonymous file says, in sentences."""

from kiassess.domain.assessment import Answer, AnswerState
from kiassess.domain.merge_plan import Compared, Difference, MergeKind, MergeSummary, OnConflict
from kiassess.domain.package import FACTS, Package, PackedValue
from kiassess.wording.texts import Texts


def import_words(
    summary: MergeSummary, on_conflict: OnConflict, texts: Texts, *, done: bool
) -> str:
    """What is done with an assessment, in one line.

    Args:
        summary: What the import has found.
        on_conflict: What is done where both have changed an answer.
        texts: The language.
        done: Whether it has been done; else it would be.
    """
    town = summary.assessment.municipality.name
    head = texts("import.head", name=town, date=texts.day(summary.assessment.round_date))
    if summary.kind is MergeKind.NEW:
        number = summary.counts[Difference.NEWER_THERE]
        return f"{head} {texts('import.new' if done else 'import.would_new', n=number)}"
    if summary.kind is MergeKind.SAME:
        return f"{head} {texts('import.same')}"
    parts = [texts("import.taken" if done else "import.would_take", n=summary.taken(on_conflict))]
    if summary.kept(on_conflict):
        parts.append(texts("import.kept", n=summary.kept(on_conflict)))
    number = len(summary.open_conflicts(on_conflict))
    if number:
        parts.append(texts("import.conflicts", n=number))
    if _takes_facts(summary, on_conflict):
        parts.append(texts("import.facts_taken"))
    if summary.states:
        parts.append(texts("import.states", n=summary.states))
    return f"{head} {', '.join(parts)}."


def conflict_words(conflict: Compared, title: str, texts: Texts) -> str:
    """One thing both have changed, as it is here and there.

    Args:
        conflict: What it is.
        title: How the question is called; unused where it is about the facts.
        texts: The language.
    """
    if conflict.key == FACTS:
        return texts("import.facts_differ")
    here, there = value_words(conflict.here, texts), value_words(conflict.there, texts)
    if here == there:
        return texts("import.details_differ", title=title, value=here)
    return texts("import.levels_differ", title=title, here=here, there=there)


def value_words(value: PackedValue | None, texts: Texts) -> str:
    """The level of an answer, or why it has none."""
    answer = value if isinstance(value, Answer) else Answer("")
    if answer.state is AnswerState.ANSWERED:
        return texts("import.level", level=answer.level)
    return texts(f"state.{answer.state.value}")


def left_in_words(package: Package, texts: Texts) -> tuple[str, ...]:
    """What an anonymous package still says of a town, one line each, and what it no longer does."""
    assessment = package.assessment
    town, size = assessment.municipality, assessment.size_class
    size_words = texts("import.no_size") if size is None else texts(f"size.{size.value}")
    return (
        texts("import.left_in"),
        texts("import.left_in_type", type=texts(f"type.{town.type.value}"), size=size_words),
        texts("import.left_in_state", state=town.state or texts("import.no_state")),
        texts("import.left_in_year", year=assessment.round_date.year),
        texts(
            "import.left_in_questionnaire",
            id=assessment.questionnaire_id,
            version=assessment.questionnaire_version,
        ),
        texts("import.left_in_answers", n=len(package.answers)),
        texts("import.left_out"),
    )


def _takes_facts(summary: MergeSummary, on_conflict: OnConflict) -> bool:
    if summary.facts is Difference.BOTH_CHANGED:
        return on_conflict is OnConflict.TAKE
    return summary.facts is Difference.NEWER_THERE
