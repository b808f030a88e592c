"""Permissions that hold for the user who runs the tests, even for root."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

VERSION_3 = 0x20080522
OVERRIDES = 1 << 1 | 1 << 2  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: root may do anything


@contextmanager
def permissions(path: Path, mode: int) -> Iterator[None]:
    """Run a block in which ``path`` has these permissions, and they count."""
    if sys.platform == "win32":
        pytest.skip("Windows has no such permissions")
    before = path.stat().st_mode
    path.chmod(mode)
    try:
        with _no_overrides():
            yield
    finally:
        path.chmod(before)


@contextmanager
def _no_overrides() -> Iterator[None]:
    if os.geteuid() != 0:
        yield
        return
    if sys.platform != "linux":
        pytest.skip("nothing stops root here")
    usual = _capabilities()
    changed = _Capabilities.from_buffer_copy(usual)
    changed.effective &= ~OVERRIDES
    _set(changed)
    try:
        yield
    finally:
        _set(usual)


class _Header(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]


class _Capabilities(ctypes.Structure):
    _fields_ = [
        (name, ctypes.c_uint32)
        for name in ("effective", "permitted", "inheritable", "more_effective", "more_permitted")
    ] + [("more_inheritable", ctypes.c_uint32)]


def _capabilities() -> _Capabilities:
    found = _Capabilities()
    assert _libc().capget(ctypes.byref(_Header(VERSION_3, 0)), ctypes.byref(found)) == 0
    return found


def _set(wanted: _Capabilities) -> None:
    assert _libc().capset(ctypes.byref(_Header(VERSION_3, 0)), ctypes.byref(wanted)) == 0


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
