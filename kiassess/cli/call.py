"""What every command is handed: where the data lies, and the language."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import click

from kiassess.paths import bundled
from kiassess.wording.texts import LANGUAGES, Texts, load_texts

WORKSPACE_VARIABLE = "KIASSESS_WORKSPACE"
LANGUAGE_VARIABLE = "KIASSESS_LANGUAGE"
LANGUAGE_OPTION = "--language"


@dataclass(frozen=True, slots=True)
class Call:
    """What was said before the command.

    Attributes:
        texts: In the language asked for, else in German.
        workspace: The file; known once the arguments have been checked.
        language: The language asked for; ``None`` if none was.
    """

    texts: Texts
    workspace: Path = Path()
    language: str | None = None

    def has_workspace(self) -> bool:
        """Whether there is a workspace to read; one that cannot be reached is told as such."""
        try:
            return self.workspace.exists()
        except OSError:
            return True


def first_call(arguments: Sequence[str]) -> Call:
    """What is known before the arguments are checked: enough to complain about them."""
    wanted = os.environ.get(LANGUAGE_VARIABLE, "")
    for option, value in pairwise([*arguments, ""]):
        if option == LANGUAGE_OPTION:
            wanted = value
        elif option.startswith(f"{LANGUAGE_OPTION}="):
            wanted = option.partition("=")[2]
    language = wanted if wanted in LANGUAGES else LANGUAGES[0]
    return Call(load_texts(bundled().texts, language))


def call_of(context: click.Context | None) -> Call:
    """The call a context belongs to."""
    call = context.find_object(Call) if context else None
    return call or first_call(())


pass_call = click.make_pass_decorator(Call)
