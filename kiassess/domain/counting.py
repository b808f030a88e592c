"""Which state counts where several have spoken, without their answers; for lists."""

from collections.abc import Iterable

from kiassess.domain.assessment import AnswerState

Said = tuple[AnswerState, int | None]  # state and level: what a voice comes to


def counted_state(own: AnswerState | None, said: Iterable[Said]) -> AnswerState:
    """The state of the answer that counts, without the answers themselves; for lists.

    Args:
        own: State of what was answered in the assessment itself; ``None`` for nothing.
        said: What the voices come to.
    """
    if own is not None and own is not AnswerState.OPEN:
        return own
    found = {one for one in said if one[0] is not AnswerState.OPEN}
    return found.pop()[0] if len(found) == 1 else AnswerState.OPEN
