"""Anonymous comparison: aliases, small groups kept quiet, and nothing told by the order.

**Aliases.** A municipality becomes a number. The numbers follow from secrets the caller draws, one
for each municipality; without them a number says nothing, neither of name nor of size nor of when
it was added. Rows go by number. Which number is whom stands in a key file apart. With new secrets
for each export, a number says nothing about the same number in another.

**Rows.** Several rounds are told only if at least five municipalities have as many; quick checks
are left out. Whether AI is in use decides how a minimum requirement stands; it counts only if at
least five municipalities have said the same about it each time. Else all are taken to use AI: what
is “needed before first use”, or does not apply as long as none is used, would tell who uses none.

Values stand in the rows, so a median and a number often say which rows a group is made of. Where
groups cross, the few who belong to both would be found: the only small town with two rounds. So
size classes are kept only as far as at least five municipalities share theirs *and* all that their
rows tell; the same holds for years. What is marked as limited is told of five or of nobody, see
``quiet_marks``.

**Groups.** A statistic of a group is told only if

1. the group has at least five municipalities,
2. every other group told differs from it, on either side, by none or by at least five, and
3. no set of fewer than five can be worked out by adding and subtracting groups told, however many
   of them are taken: “all” minus “small” minus “medium” must not leave three large ones.

Groups are gone through in the order of their importance; one that would break a rule is left out.
Each figure is a question of its own: the group is those who have a value.

**Limits.** Who already knows the seven values of a municipality, from a report say, will find its
row again; who holds the exports of two groups that overlap finds the same values in both, and so
whoever is in one of them only; and where all of a group are alike, a statistic tells of each of
them. The rules are for one export.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import combinations

from kiassess.domain.assessment import AiInUse
from kiassess.domain.compared_round import Body, ComparedRound, body_of, latest_rounds
from kiassess.domain.municipality import SizeClass

LEAST = 5  # municipalities in a group that is told
SMALL_SETS = 24  # of these, all unions are tried; with more of them a group is left out
PRIME = 2**61 - 1  # calculating modulo it is exact for matrices of so few zeros and ones

RowMark = tuple[SizeClass | None, tuple[AiInUse | None, ...]]


def alias_numbers(secrets: Mapping[Body, bytes]) -> dict[Body, int]:
    """A number for each municipality, 1, 2, 3 …, in the order of the secrets.

    Args:
        secrets: Random bytes for each, at least eight, no two alike.

    Raises:
        ValueError: The secrets are too short or not distinct.
    """
    if len(set(secrets.values())) < len(secrets) or any(len(s) < 8 for s in secrets.values()):
        raise ValueError("every municipality needs a secret of its own")
    return {body: n for n, body in enumerate(sorted(secrets, key=lambda b: secrets[b]), 1)}


def anonymous_choice(
    chosen: Sequence[ComparedRound], numbers: Mapping[Body, int]
) -> tuple[ComparedRound, ...]:
    """What of a choice may go into an anonymous comparison, by number, the oldest round first.

    Quick checks have no values and only stand out. Where fewer than five municipalities have the
    same number of rounds, of each only the latest one is left. If fewer than five have said the
    same about the use of AI, all are taken to use it. Sizes are left out as far as they would give
    a few away.
    """
    longer = [one for one in chosen if not one.quick]
    rounds = Counter(body_of(one.municipality) for one in longer)
    if any(n < LEAST for n in Counter(rounds.values()).values()):
        longer = [longer[at] for at in latest_rounds(longer)]
    longer.sort(key=lambda one: (numbers[body_of(one.municipality)], one.round_date, one.id))
    return tuple(_without_rare_sizes(_without_rare_uses(longer)))


def row_marks(chosen: Iterable[ComparedRound]) -> dict[Body, RowMark]:
    """The size class of each municipality, and what its rows tell beside values.

    Args:
        chosen: See ``anonymous_choice``; of each municipality the oldest round first.

    Returns:
        The size class of its latest round, and for each of its rounds what was said about AI.
    """
    chosen = list(chosen)
    sizes = {body_of(one.municipality): one.size_class for one in chosen}
    return {body: (sizes[body], said) for body, said in _said_of_ai(chosen).items()}


def shared(marks: Iterable[Hashable]) -> bool:
    """Whether each mark is shared by at least five municipalities.

    Args:
        marks: One for each municipality.
    """
    return all(n >= LEAST for n in Counter(marks).values())


def tellable_groups(groups: Sequence[Collection[Hashable]]) -> tuple[bool, ...]:
    """Which groups may be told of together.

    Args:
        groups: The municipalities of each that have a value, the most important group first.

    Returns:
        For each group whether it is told; empty and small ones are not.
    """
    told: list[Set[Hashable]] = []
    answers = []
    for group in map(frozenset, groups):
        fine = group in told or _safe([*told, group])
        if fine and group not in told:
            told.append(group)
        answers.append(fine)
    return tuple(answers)


def _without_rare_uses(rows: Sequence[ComparedRound]) -> Sequence[ComparedRound]:
    """The same, or as if all used AI if fewer than five have said the same about it."""
    if shared(_said_of_ai(rows).values()):
        return rows
    return [replace(one, ai_in_use=AiInUse.YES) for one in rows]


def _said_of_ai(rows: Iterable[ComparedRound]) -> dict[Body, tuple[AiInUse | None, ...]]:
    said: dict[Body, tuple[AiInUse | None, ...]] = {}
    for one in rows:
        body = body_of(one.municipality)
        said[body] = (*said.get(body, ()), one.ai_in_use)
    return said


def _without_rare_sizes(rows: Sequence[ComparedRound]) -> Sequence[ComparedRound]:
    """The same, without the sizes that would cross with what else the rows tell.

    One class after the other is given up, from the largest on: one some of whose municipalities
    are too few, or if there is none, one that joins too few without a class.
    """
    kept = [size for size in SizeClass if any(one.size_class is size for one in rows)]
    while kept:
        found = [one if one.size_class in kept else _sizeless(one) for one in rows]
        marks = row_marks(found).values()
        if shared(marks):
            return found
        few = {size for (size, _), n in Counter(marks).items() if n < LEAST}
        kept.remove(([size for size in kept if size in few] or kept)[-1])
    return [_sizeless(one) for one in rows]


def _sizeless(one: ComparedRound) -> ComparedRound:
    return replace(one, municipality=replace(one.municipality, population=None))


def _safe(groups: Sequence[Set[Hashable]]) -> bool:
    """Whether the last group may join those before it."""
    last = groups[-1]
    if len(last) < LEAST:
        return False
    if any(0 < len(rest) < LEAST for other in groups for rest in (last - other, other - last)):
        return False
    return not _small_set_follows(groups)


def _small_set_follows(groups: Sequence[Set[Hashable]]) -> bool:
    """Whether a set of fewer than five follows from adding and subtracting the groups.

    The municipalities that belong to the same groups can never be told apart; they are one cell.
    A set of cells follows if its row of zeros and ones is a combination of the groups' rows.
    """
    everyone: Set[Hashable] = frozenset().union(*groups)
    cells = Counter(tuple(one in group for group in groups) for one in everyone)
    order = list(cells)
    small = [at for at, cell in enumerate(order) if cells[cell] < LEAST]
    if len(small) > SMALL_SETS:
        return True
    basis = _basis([[int(cell[n]) for cell in order] for n in range(len(groups))])
    for size in range(1, LEAST):
        for chosen in combinations(small, size):
            if sum(cells[order[at]] for at in chosen) >= LEAST:
                continue
            row = [int(at in chosen) for at in range(len(order))]
            if not any(_reduced(row, basis)):
                return True
    return False


def _basis(rows: Iterable[list[int]]) -> list[tuple[int, list[int]]]:
    """The rows in echelon form, each with the place of its leading one."""
    basis: list[tuple[int, list[int]]] = []
    for row in rows:
        rest = _reduced(row, basis)
        lead = next((at for at, value in enumerate(rest) if value), None)
        if lead is not None:
            inverse = pow(rest[lead], -1, PRIME)
            basis.append((lead, [value * inverse % PRIME for value in rest]))
    return basis


def _reduced(row: Sequence[int], basis: Iterable[tuple[int, list[int]]]) -> list[int]:
    """What is left of a row when all it shares with the basis is taken away."""
    rest = list(row)
    for lead, known in basis:
        factor = rest[lead]
        if factor:
            rest = [
                (value - factor * other) % PRIME for value, other in zip(rest, known, strict=True)
            ]
    return rest
