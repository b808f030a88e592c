"""The only room that knows SQL and sqlite_utils."""

import sys

# sqlite_utils imports numpy and pandas wherever they are installed, to adapt types that never
# reach a workspace. That is half of the start-up time, so they look absent while it loads.
_absent = [name for name in ("numpy", "pandas") if name not in sys.modules]
for _name in _absent:
    sys.modules[_name] = None  # type: ignore[assignment]
try:
    import sqlite_utils  # noqa: F401
finally:
    for _name in _absent:
        del sys.modules[_name]
