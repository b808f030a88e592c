"""``override`` for Python 3.11, where the standard library has none yet.

For type checkers it is the real one; at run time it does nothing, and ``typing_extensions`` need
not be loaded before the window is on the screen.
"""

from typing import TYPE_CHECKING, TypeVar

T = TypeVar("T")

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method: T) -> T:
        """Mark a method that replaces one of a base class."""
        return method


__all__ = ["override"]
