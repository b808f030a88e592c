"""The plan on its page, in words: what does not go together, and what has become of it."""

from collections.abc import Iterator, Mapping
from datetime import date

from kiassess.domain.kept import Kept
from kiassess.domain.plan_checks import order_warnings, overloads, unplaced
from kiassess.domain.plan_progress import AimProgress, EntryProgress, Move, PlanProgress
from kiassess.domain.planning import PlanStatus
from kiassess.wording.planning import order_sentence, overload_sentence
from kiassess.wording.texts import Texts

MOST_WARNINGS = 5  # at once; all of them are in the workbook


def warning_sentences(kept: Kept, texts: Texts) -> tuple[str, ...]:
    """What does not go together, at most five sentences and how many more there are."""
    found = [
        *(order_sentence(one, texts) for one in order_warnings(kept.plan)),
        *(overload_sentence(one, texts) for one in overloads(kept.plan, kept.frame)),
    ]
    more = len(found) - MOST_WARNINGS
    if more > 0:
        found = [*found[:MOST_WARNINGS], texts("plan_page.more_warnings", n=more)]
    return tuple(found)


def undated_sentence(kept: Kept, texts: Texts) -> str:
    """How many entries count in no quarter; empty if all do."""
    n = len(unplaced(kept.plan))
    return texts("plan_page.undated", n=n) if n else ""


def carry_sentence(number: int, before: date | None, texts: Texts) -> str:
    """How many entries the round before has that are missing here; empty without any."""
    if not number:
        return ""
    if before is None:
        return texts("plan_page.carry_before", n=number)
    return texts("plan_page.carry", n=number, date=texts.day(before))


def progress_sentences(
    progress: PlanProgress, items: Mapping[str, str], texts: Texts
) -> Iterator[str]:
    """What is done, and whether the items it aimed at have moved.

    Args:
        progress: What has become of a plan with entries.
        items: Titles of the questions by id.
        texts: The language.
    """
    counts = progress.counts
    done = counts[PlanStatus.DONE]
    total = sum(counts.values())
    first = texts("plan_page.progress_done", n=done, total=total)
    rest = ", ".join(
        texts("roadmap.count", n=counts[one], status=texts(f"plan_status.{one}"))
        for one in PlanStatus
        if one is not PlanStatus.DONE and counts[one]
    )
    sentences = [first if done else texts("plan_page.progress_none")]
    if rest:
        sentences.append(texts("plan_page.progress_open", list=rest))
    yield " ".join(sentences)
    for one in progress.entries:
        status = one.entry.status
        if status is PlanStatus.DONE or (status is PlanStatus.RUNNING and one.has_moved):
            yield _effect(one, items, texts)


def _effect(one: EntryProgress, items: Mapping[str, str], texts: Texts) -> str:
    moves = " ".join(_move(aim, items, texts) for aim in one.aims)
    if one.entry.status is PlanStatus.RUNNING:
        key = "effect_running"
    elif one.has_moved:
        key = "effect_moved"
    else:
        stuck = any(aim.move in {Move.SAME, Move.FALLEN} for aim in one.aims)
        key = "effect_none" if stuck else "effect_open"
    return texts(f"plan_page.{key}", title=one.entry.title, moves=moves).strip()


def _move(one: AimProgress, items: Mapping[str, str], texts: Texts) -> str:
    return texts(
        f"plan_page.move_{one.move}",
        item=items.get(one.aim.item_id, one.aim.item_id),
        before=one.aim.level,
        now=one.now,
        goal=one.aim.goal,
    )
