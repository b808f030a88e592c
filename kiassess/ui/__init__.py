"""The Qt shell: shows values, says what the user did; never computes, never stores.

PySide6 reads the source of every module imported after it, only to see whether the module asks for
another spelling of Qt's names, and keeps it all in memory: a fifth of the start, and six megabytes.
Nothing here asks for that, so the imports of this program go their usual way.
"""

import builtins
import linecache

import PySide6.QtCore  # noqa: F401 - puts its own import in the place of Python's

_plain_import = getattr(builtins, "__orig_import__", None)
if _plain_import is not None:
    builtins.__import__ = _plain_import
    linecache.clearcache()
