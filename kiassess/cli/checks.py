"""The command ``check``, for those who write questionnaires."""

from collections.abc import Mapping
from pathlib import Path

import click

from kiassess.cli.call import Call, pass_call
from kiassess.cli.commands import Command
from kiassess.cli.refusing import REFUSED, one_line
from kiassess.content.library import Library
from kiassess.content.problems import Problem
from kiassess.paths import questionnaire_folders
from kiassess.wording.texts import Texts
from kiassess.workflow.checking import check_files, spelling_was_checked


@click.command("check", cls=Command, help="cli.check")
@click.argument(
    "paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@pass_call
def check_command(call: Call, /, *, paths: tuple[Path, ...]) -> None:
    """Print one line a problem; without any, say so."""
    problems = check_files(paths, Library(*questionnaire_folders()))
    for problem in problems:
        click.echo(_line(problem, call.texts))
    if problems:
        raise click.exceptions.Exit(REFUSED)
    click.echo(call.texts("check.fine", files=", ".join(map(str, paths))))
    if not spelling_was_checked(paths):
        click.echo(call.texts("check.not_spelt"))


COMMANDS: Mapping[str, click.Command] = {"check": check_command}


def _line(problem: Problem, texts: Texts) -> str:
    """File, line, where, what, what to do; the parts that a problem lacks are left out."""
    sentence = texts(f"problem.{problem.what}", **problem.values)
    gaps = {"file": problem.file, "line": problem.line, "where": problem.where}
    if problem.line:
        key = "problem.line" if problem.where else "check.file"
        return one_line(texts(key, **gaps, sentence=sentence))
    return one_line(texts("check.path", **gaps, sentence=sentence))
