"""What an assessment will be after an import, before anything is written."""

from dataclasses import replace

from kiassess.domain.assessment import Answer, Facts, Voice
from kiassess.domain.history import Subject
from kiassess.domain.merge_plan import MergeKind, MergePlan, OnConflict
from kiassess.domain.package import Package


def merged(here: Package | None, plan: MergePlan, on_conflict: OnConflict) -> Package:
    """An assessment with the facts, answers and voices it will have; all else is as it was.

    Args:
        here: What the plan was made of; ``None`` for a new assessment.
        plan: What the import will do.
        on_conflict: What is done where both have changed an answer.
    """
    if here is None or plan.kind in {MergeKind.NEW, MergeKind.CONTINUED}:
        return plan.there
    assessment, answers, voices = here.assessment, dict(here.answers), dict(here.voices)
    for (subject, name), value in plan.taken(on_conflict).items():
        if isinstance(value, Facts):
            assessment = assessment.with_facts(value)
        elif isinstance(value, Voice):
            voices[name] = value
        elif isinstance(value, Answer):
            answers[name] = value
        elif value is None and subject is Subject.VOICE:
            voices.pop(name, None)
        elif value is None and subject is Subject.ANSWER:
            answers.pop(name, None)
    return replace(here, assessment=assessment, answers=answers, voices=voices)
