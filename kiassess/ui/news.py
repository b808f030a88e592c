"""Whether there is something new to tell after an update."""

from kiassess.ui.settings import Settings


def is_updated(settings: Settings, version: str) -> bool:
    """Whether a newer version of the program is used here for the first time.

    It is remembered, so that the answer is true once only. On a computer where nobody has used the
    program before nothing is new; before 0.2.0 only the place of the window was remembered.

    Args:
        settings: What is remembered of this computer.
        version: Of this program, e.g. ``0.2.0``.
    """
    before = settings.version
    if before and numbers(before) >= numbers(version):
        return False
    settings.version = version
    return bool(before) or not settings.geometry.isEmpty()


def numbers(version: str) -> tuple[int, ...]:
    """What makes versions comparable: 0.10.0 is newer than 0.9.1."""
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
