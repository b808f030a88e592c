"""What an import does with an assessment, and what an anonymous file says, in sentences."""

from datetime import datetime

from kiassess.domain.assessment import Answer, AnswerState, Voice
from kiassess.domain.entries import KeptEntry
from kiassess.domain.merge_plan import Compared, Difference, MergeKind, MergeSummary, OnConflict
from kiassess.domain.package import FACTS, Package, PackedValue
from kiassess.domain.taking_back import TakenBack
from kiassess.wording.fill_in import unclear_sentence, warning_sentence
from kiassess.wording.planning import entry_name, kind_words
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
        words = texts("import.new" if done else "import.would_new", n=number)
        entries = summary.entries_taken(on_conflict)
        return f"{head} {words}" + (f" {texts('import.new_entries', n=entries)}" if entries else "")
    if summary.kind is MergeKind.SAME:
        return f"{head} {texts('import.same')}"
    parts = [texts("import.taken" if done else "import.would_take", n=summary.taken(on_conflict))]
    if summary.kept(on_conflict):
        parts.append(texts("import.kept", n=summary.kept(on_conflict)))
    if summary.beside(on_conflict):
        parts.append(texts("import.beside", n=summary.beside(on_conflict)))
    entries = summary.entries_taken(on_conflict)
    if entries:
        key = "entries_taken" if done else "entries_would_take"
        parts.append(texts(f"import.{key}", n=entries))
    if summary.entries_kept(on_conflict):
        parts.append(texts("import.entries_kept", n=summary.entries_kept(on_conflict)))
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
        title: How the question is called; unused where it is about none.
        texts: The language.
    """
    if conflict.key == FACTS:
        return texts("import.facts_differ")
    if conflict.is_entry:
        return texts("import.entry_differs", entry=compared_name(conflict, texts))
    here, there = value_words(conflict.here, texts), value_words(conflict.there, texts)
    if here == there:
        return texts("import.details_differ", title=title, value=here)
    return texts("import.levels_differ", title=title, here=here, there=there)


def compared_name(compared: Compared, texts: Texts) -> str:
    """What is kept beside the answers, with its kind and its name as it is on one side."""
    entry = compared.there if compared.here is None else compared.here
    name = entry_name(entry, texts) if isinstance(entry, KeptEntry) else ""
    return kind_words(compared.key[0], name, texts)


def value_words(value: PackedValue | None, texts: Texts) -> str:
    """The level of an answer or a voice, or why it has none."""
    said = value.answer if isinstance(value, Voice) else value
    answer = said if isinstance(said, Answer) else Answer("")
    if answer.state is AnswerState.ANSWERED:
        return texts("import.level", level=answer.level)
    return texts(f"state.{answer.state.value}")


def taken_back_words(found: TakenBack, texts: Texts, *, done: bool) -> str:
    """What is done with a fill-in workbook, in one line.

    Args:
        found: What taking it back has found.
        texts: The language.
        done: Whether it has been done; else it would be.
    """
    town, counts = found.assessment.municipality.name, found.counts
    day = texts.day(found.assessment.round_date)
    head = texts("taking_back.head", name=town, date=day, respondent=found.respondent)
    if not found.voices and not counts.unclear:
        return f"{head} {texts('taking_back.same')}"
    if not found.voices:
        parts = [texts("taking_back.nothing")]
    else:
        parts = [texts("taking_back.taken" if done else "taking_back.would_take", n=counts.taken)]
    if found.notes:
        parts.append(texts("taking_back.notes", n=found.notes))
    rest = {"untouched": counts.untouched, "open": counts.open, "unclear": counts.unclear}
    parts += [texts(f"taking_back.{name}", n=n) for name, n in rest.items() if n]
    return f"{head} {', '.join(parts)}."


def taken_back_remarks(found: TakenBack, texts: Texts) -> tuple[str, ...]:
    """What is to be looked at in a workbook, a sentence each."""
    remarks, who = [], found.respondent
    if found.replaced:
        remarks.append(texts("taking_back.replaced", n=found.replaced, respondent=who))
    if found.newer_here is not None:
        days = {"date": _day(found.voices[0].at, texts), "newer": _day(found.newer_here, texts)}
        remarks.append(texts("taking_back.older", respondent=who, **days))
    if found.differing:
        remarks.append(texts("taking_back.differing", n=len(found.differing)))
    asked = found.questionnaire
    remarks += [unclear_sentence(one, asked, texts) for one in found.fill_in.unclear]
    remarks += [warning_sentence(one, asked, texts) for one in found.fill_in.warnings]
    return tuple(remarks)


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


def _day(at: datetime, texts: Texts) -> str:
    return texts.day(at.astimezone().date())
