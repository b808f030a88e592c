"""How long the results workbook takes, against the bare library writing the same.

One run of ours is recorded, call by call, and played back on a workbook of XlsxWriter: the same
formats, cells, tables, charts and heights of rows, with nothing around them.
"""

import time
from io import BytesIO

ROUNDS = 15


class Recorder:
    """Stands in for a workbook of XlsxWriter, or what it makes, and notes every call."""

    def __init__(self, calls, number=0):
        self._calls, self._number = calls, number

    def __getattr__(self, method):
        def call(*arguments, **named):
            made = len(self._calls) + 1
            self._calls.append((self._number, method, arguments, named))
            return Recorder(self._calls, made)

        return call


def recorded(results):
    """All calls one workbook takes, and how the workbook itself is made."""
    from kiassess.exchange import xlsx_pages
    from kiassess.exchange.results_workbook import results_workbook

    calls, made = [], []

    def workbook(stream, options):
        made.append(options)
        return Recorder(calls)

    bare, xlsx_pages.Workbook = xlsx_pages.Workbook, workbook
    try:
        results_workbook(results)
    finally:
        xlsx_pages.Workbook = bare
    return calls, made[0]


def played(calls, options):
    """The workbook made of nothing but these calls."""
    from copy import deepcopy

    from xlsxwriter import Workbook

    things = {}

    def real(value):
        if isinstance(value, Recorder):
            return things[value._number]
        if isinstance(value, dict):
            return {key: real(inner) for key, inner in value.items()}
        return [real(inner) for inner in value] if isinstance(value, list) else value

    options = deepcopy(options)
    began = time.perf_counter()
    stream = BytesIO()
    things[0] = Workbook(stream, options)
    for number, (of, method, arguments, named) in enumerate(calls, start=1):
        given = [
            things[value._number] if type(value) is Recorder
            else real(value) if type(value) is dict
            else value
            for value in arguments
        ]  # fmt: skip
        things[number] = getattr(things[of], method)(*given, **named)
    return (time.perf_counter() - began) * 1000, stream.getvalue()


def exports(results):
    """Milliseconds of ours, from the profile on, and of the bare library, taken in turn."""
    from dataclasses import replace

    from kiassess.domain.profile import make_profile
    from kiassess.exchange.results_workbook import results_workbook

    calls, options = recorded(results)
    ours, bare = [], []
    for number in range(ROUNDS + 1):
        took, content = played(calls, options)
        began = time.perf_counter()
        made = results_workbook(replace(results, profile=make_profile(results.opened)))
        if number:  # the first round imports and fills caches
            ours.append((time.perf_counter() - began) * 1000)
            bare.append(took)
        assert made == content, "not the same workbook was written"
    return ours, bare
