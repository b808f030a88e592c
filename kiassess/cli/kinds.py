"""Kinds of values on the command line; what does not fit is a wrong call."""

from collections.abc import Iterable
from datetime import date
from re import ASCII, fullmatch
from typing import Any, NoReturn

import click

from kiassess.cli.call import call_of
from kiassess.marks import override


class Kind(click.ParamType):  # type: ignore[type-arg] # generic in newer versions only
    """A kind that complains with a sentence of ours."""

    def refuse(
        self, key: str, param: click.Parameter | None, ctx: click.Context | None, **values: object
    ) -> NoReturn:
        """End with a wrong call."""
        self.fail(call_of(ctx).texts(key, **values), param, ctx)


class OneOf(Kind):
    """One of some words, mostly of an enumeration."""

    name = "choice"

    def __init__(self, known: Iterable[str]) -> None:
        self._known = {str(value): value for value in known}

    @override
    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        return f"[{'|'.join(self._known)}]"

    @override
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self._known:
            self.refuse("cli.not_one_of", param, ctx, value=value, known=", ".join(self._known))
        return self._known[value]


class Count(Kind):
    """A whole number, 0 or more."""

    name = "count"

    @override
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        # Bounded, because ``int`` refuses very many digits; what is too large is told later.
        if not fullmatch(r"\d{1,20}", str(value), ASCII):
            self.refuse("cli.not_a_count", param, ctx, value=value)
        return int(value)


class Day(Kind):
    """A day as ``2026-11-22``."""

    name = "day"

    @override
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if not fullmatch(r"\d{4}-\d{2}-\d{2}", str(value), ASCII):
            self.refuse("cli.not_a_day", param, ctx, value=value)
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.refuse("cli.not_a_day", param, ctx, value=value)
