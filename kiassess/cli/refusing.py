"""What goes wrong becomes one sentence on standard error and an exit status, never a traceback."""

import contextlib
import os
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import IO, Any, NoReturn

import click

from kiassess.domain.errors import KiassessError
from kiassess.marks import override
from kiassess.paths import log_file
from kiassess.wording.texts import NO_VALUE, Texts

REFUSED = 1


class Misuse(click.UsageError):
    """A wrong call, told in the language of the user; click ends it with status 2."""

    def __init__(self, sentence: str, context: click.Context | None, texts: Texts) -> None:
        super().__init__(sentence, context)
        self._texts = texts

    @override
    def show(self, file: IO[Any] | None = None) -> None:
        if self.ctx is not None:
            click.echo(self.ctx.get_usage(), file, err=True)
            click.echo(self._texts("cli.see_help", command=self.ctx.command_path), file, err=True)
        click.echo(one_line(self.message), file, err=True)


@contextlib.contextmanager
def refusing(texts: Texts) -> Iterator[None]:
    """Turn every error inside into a sentence and an exit status."""
    try:
        yield
    except (click.exceptions.Exit, click.Abort, Misuse, BrokenPipeError):
        raise
    except click.UsageError as error:
        raise Misuse(_misuse(error, texts), error.ctx, texts) from None
    except KiassessError as error:
        refuse(texts.error(error))
    except KeyboardInterrupt:
        refuse(texts("cli.interrupted"))
    except OSError as error:
        file = error.filename or texts("cli.output")
        if not error.filename:
            _give_up_output()
        refuse(texts("cli.os_error", file=file))
    except Exception:  # noqa: BLE001 - the last resort of the program
        refuse(texts("cli.bug", log=_log(traceback.format_exc())))


def refuse(sentence: str) -> NoReturn:
    """Say why nothing was done, and end with status 1."""
    click.echo(one_line(sentence), err=True)
    raise click.exceptions.Exit(REFUSED)


def _give_up_output() -> None:
    """Let what could not be written go; Python would try, fail and complain again at the end."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def one_line(text: str) -> str:
    """A text without line breaks and other signs that move the cursor."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)


def _misuse(error: click.UsageError, texts: Texts) -> str:
    match error:
        case click.NoSuchOption():
            return texts("cli.no_such_option", option=error.option_name)
        case click.MissingParameter():
            return texts("cli.missing", name=_name(error))
        case click.BadParameter():
            return texts("cli.bad_value", name=_name(error), sentence=error.message)
        case click.BadOptionUsage():
            return texts("cli.value_missing", option=error.option_name)
        case _:
            return error.format_message()


def _name(error: click.BadParameter) -> str:
    """How the user knows what is wrong: ``--date``, or ``NAME``."""
    if isinstance(error.param, click.Argument):
        return error.param.human_readable_name
    return error.param.opts[0] if error.param else ""


def _log(trace: str) -> str:
    """Keep a traceback for whoever helps; returns where, or a dash if it cannot be kept."""
    try:
        file = log_file()
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{datetime.now(UTC).isoformat(timespec='seconds')} {trace}\n")
    except (OSError, RuntimeError):  # it cannot be written, or the user has no home
        return NO_VALUE
    return str(file)
