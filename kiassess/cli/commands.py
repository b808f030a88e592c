"""click's commands, helping and complaining in the language of the user.

The ``help`` of a command or an option is the key of its sentence in ``resources/texts``.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

import click

from kiassess.cli.call import call_of, first_call
from kiassess.cli.refusing import refusing
from kiassess.marks import override
from kiassess.paths import OPENED
from kiassess.wording.texts import Texts

Module: TypeAlias = Callable[[], Mapping[str, click.Command]]

# Words of click itself, by the keys of ours.
OWN_WORDS: Mapping[str, str] = {
    "Options": "cli.options",
    "Commands": "cli.commands",
    "Show this message and exit.": "cli.option_help",
}


class Formatter(click.HelpFormatter):
    """Puts sentences where click has keys."""

    def __init__(self, texts: Texts, **sizes: Any) -> None:
        super().__init__(**sizes)
        self._texts = texts

    @override
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or f"{self._texts('cli.usage')} ")

    @override
    def write_heading(self, heading: str) -> None:
        super().write_heading(self._worded(heading))

    @override
    def write_text(self, text: str) -> None:
        super().write_text(self._worded(text))

    @override
    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        worded = [(name, self._worded(text)) for name, text in rows]
        super().write_dl(worded, col_max, col_spacing)

    def _worded(self, text: str) -> str:
        key = OWN_WORDS.get(text, text)
        return self._texts(key) if self._texts.has(key) else text


class Context(click.Context):
    """Makes help with ``Formatter``."""

    @override
    def make_formatter(self) -> click.HelpFormatter:
        texts = call_of(self).texts
        return Formatter(texts, width=self.terminal_width, max_width=self.max_content_width)


class Command(click.Command):
    """One command; complains about what is too much."""

    context_class = Context
    allow_extra_args = True

    @override
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        left = super().parse_args(ctx, args)
        if left and not ctx.resilient_parsing:
            ctx.fail(call_of(ctx).texts("cli.too_much", arguments=" ".join(left)))
        return left


class Shell(click.Group):
    """All commands. A module of commands is imported when one of them is named.

    A file that could be opened, in the place of a command, means ``open``.

    Attributes:
        modules: What imports the module of each command and returns its commands.
    """

    context_class = Context
    command_class = Command

    def __init__(self, *, modules: Mapping[str, Module], **settings: Any) -> None:
        super().__init__(**settings)
        self.modules = modules

    @override
    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        call = extra.setdefault("obj", first_call(args))
        with refusing(call.texts):
            return super().make_context(info_name, args, parent, **extra)

    @override
    def invoke(self, ctx: click.Context) -> Any:
        with refusing(call_of(ctx).texts):
            return super().invoke(ctx)

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.modules)

    @override
    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Name all commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, f"cli.{name}") for name in self.modules])

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        load = self.modules.get(cmd_name)
        return load()[cmd_name] if load else None

    @override
    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.modules and args[0].lower().endswith(OPENED):
            args = ["open", *args]
        if self.get_command(ctx, args[0]) is None:
            ctx.fail(call_of(ctx).texts("cli.no_such_command", name=args[0]))
        return super().resolve_command(ctx, args)
