"""Bringing an assessment that comes from elsewhere together with the one that is here.

Both have a journal. As far as the two are the same, both have one past; what follows tells for
every answer who has changed it since. Only where both have, somebody has to decide.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from kiassess.domain.assessment import Answer
from kiassess.domain.history import Subject
from kiassess.domain.merge_plan import IMPORTED, Compared, Difference, MergeKind, MergePlan
from kiassess.domain.package import (
    FACTS,
    QUESTIONNAIRE,
    Key,
    Package,
    PackedState,
    PackedStep,
    PackedValue,
    changes,
)
from kiassess.domain.states import NAME_LENGTH


def compare_packages(here: Package | None, there: Package) -> MergePlan:
    """What importing an assessment would do.

    Args:
        here: The assessment with the same id; ``None`` if there is none.
        there: What comes.
    """
    if here is None:
        return MergePlan(MergeKind.NEW, there, tuple(_all_new(there)), there.states)
    common = _common(here.journal, there.journal)
    compared = tuple(_compare(here, there, common))
    states = new_states(here.states, there.states)
    tails = here.journal[common:], there.journal[common:]
    plan = MergePlan(
        _kind(here, there, tails, compared, states),
        there,
        compared,
        states,
        common,
        here.assessment.questionnaire_version,
    )
    if plan.kind is MergeKind.CONTINUED or here.questionnaire == there.questionnaire:
        return plan
    if not tails[1]:  # ours is a continuation of theirs: there is nothing to take but states
        return plan
    return MergePlan(
        MergeKind.OTHER_EDITION, there, version_here=here.assessment.questionnaire_version
    )


def new_states(
    here: Sequence[PackedState], there: Sequence[PackedState]
) -> tuple[PackedState, ...]:
    """The states that are not here yet; one whose name is taken gets another."""
    known = [replace(state, name="") for state in here]
    taken = {state.name.casefold() for state in here}
    found = []
    for state in there:
        if replace(state, name="") in known:
            continue
        name = next(name for name in _names(state.name) if name.casefold() not in taken)
        taken.add(name.casefold())
        found.append(replace(state, name=name))
    return tuple(found)


def _kind(
    here: Package,
    there: Package,
    tails: tuple[Sequence[PackedStep], Sequence[PackedStep]],
    compared: Sequence[Compared],
    states: Sequence[PackedState],
) -> MergeKind:
    ours, theirs = tails
    if theirs and not ours and _is_continuation(here, there, theirs):
        return MergeKind.CONTINUED
    same = all(one.difference is Difference.SAME for one in compared)
    return MergeKind.SAME if same and not states else MergeKind.MIXED


def _is_continuation(here: Package, there: Package, tail: Sequence[PackedStep]) -> bool:
    """Whether following their steps leads from what is here to what is there."""
    touched = {change.key for change in changes(tail)}
    began: dict[Key, PackedValue | None] = {}
    for change in changes(tail):
        began.setdefault(change.key, change.before)
    if any(here.value(key) != value for key, value in began.items()):
        return False
    return all(
        here.value(key) == there.value(key) for key in (here.keys() | there.keys()) - touched
    )


def _common(here: Sequence[PackedStep], there: Sequence[PackedStep]) -> int:
    pairs = zip(here, there, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _all_new(there: Package) -> Iterator[Compared]:
    for item_id, answer in there.answers.items():
        yield Compared((Subject.ANSWER, item_id), Difference.NEWER_THERE, None, answer)
    for key, voice in there.voices.items():
        yield Compared((Subject.VOICE, key), Difference.NEWER_THERE, None, voice)
    for name, entry in there.entries.items():
        yield Compared(name, Difference.NEWER_THERE, None, entry)


def _compare(here: Package, there: Package, common: int) -> Iterator[Compared]:
    past = _last_values(here.journal[:common])
    ours, theirs = _values(here.journal[common:]), _values(there.journal[common:])
    items = sorted((here.keys() | there.keys()) - {FACTS, QUESTIONNAIRE})
    for key in (FACTS, *items):
        mine, other = here.value(key), there.value(key)
        if _plain(key, mine) is None and _plain(key, other) is None:
            continue
        after_here, after_there = ours.get(key, []), theirs.get(key, [])
        if key in past:
            base = [past[key]]
        else:  # as it was before either has changed it, if both agree
            base = [values[0] for values in (after_here, after_there) if values]
            base = base[:1] if all(value == base[0] for value in base) else []
        difference = _difference(
            _plain(key, mine),
            _plain(key, other),
            base=[_plain(key, value) for value in base],
            since_here=[_plain(key, value) for value in after_here[1:]],
            since_there=[_plain(key, value) for value in after_there[1:]],
        )
        yield Compared(key, difference, mine, other)


def _difference(
    here: PackedValue | None,
    there: PackedValue | None,
    *,
    base: Sequence[PackedValue | None],
    since_here: Sequence[PackedValue | None],
    since_there: Sequence[PackedValue | None],
) -> Difference:
    """Who has changed a value.

    Args:
        here: What it is here.
        there: What it is there.
        base: What it was when both last were the same; nothing if nobody knows.
        since_here: What it has become here since then, one after the other.
        since_there: Likewise there. An earlier import has left a value of the other side: what
            came after it there is newer, not a second change.
    """
    if here == there:
        return Difference.SAME
    if here in base:
        return Difference.NEWER_THERE
    if there in base:
        return Difference.NEWER_HERE
    passed_here, passed_there = there in since_here, here in since_there
    if passed_here == passed_there:
        return Difference.BOTH_CHANGED
    return Difference.NEWER_HERE if passed_here else Difference.NEWER_THERE


def _last_values(steps: Sequence[PackedStep]) -> Mapping[Key, PackedValue | None]:
    return {change.key: change.after for change in changes(steps)}


def _values(steps: Sequence[PackedStep]) -> Mapping[Key, list[PackedValue | None]]:
    """What each thing was before the first of some steps, and after each of them."""
    found: dict[Key, list[PackedValue | None]] = {}
    for change in changes(steps):
        found.setdefault(change.key, [change.before]).append(change.after)
    return found


def _plain(key: Key, value: PackedValue | None) -> PackedValue | None:
    """An answer that says nothing is none."""
    return None if value == Answer(key[1]) else value


def _names(name: str) -> Iterator[str]:
    yield name
    number = 1
    while True:
        end = f" ({IMPORTED})" if number == 1 else f" ({IMPORTED} {number})"
        yield name[: NAME_LENGTH - len(end)].rstrip() + end
        number += 1
