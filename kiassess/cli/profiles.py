"""The command ``profile``."""

import json
from collections.abc import Mapping

import click

from kiassess.cli.call import Call, pass_call
from kiassess.cli.commands import Command
from kiassess.cli.lens_text import lens_lines
from kiassess.cli.opening import SHOWN_LENGTH, load
from kiassess.cli.profile_text import profile_lines
from kiassess.content.library import Library
from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.errors import UnknownLensError
from kiassess.domain.lens_profile import look_through
from kiassess.domain.lenses import Lens
from kiassess.paths import questionnaire_folders
from kiassess.wording.texts import NO_VALUE
from kiassess.workflow.knowledge import current_catalogue
from kiassess.workflow.profile_json import profile_json


@click.command("profile", cls=Command, help="cli.profile")
@click.argument("assessment_id", metavar="ID")
@click.option("--lens", "lens_id", metavar="ID", help="lens.option")
@click.option("--state", metavar="NAME", help="cli.state")
@click.option("--json", "as_json", is_flag=True, help="cli.as_json")
@pass_call
def profile_command(
    call: Call,
    /,
    *,
    assessment_id: str,
    lens_id: str | None,
    state: str | None,
    as_json: bool,
) -> None:
    """Print the readiness profile of an assessment, and what a lens shows of it."""
    opened = load(call, assessment_id, state).opened
    lens = None if lens_id is None else _lens(call, opened, lens_id)
    if as_json:
        click.echo(json.dumps(profile_json(opened, lens), ensure_ascii=False, indent=2))
        return
    lines = list(profile_lines(opened, call.texts))
    if lens is not None:
        lines += ["", *lens_lines(look_through(lens, opened), call.texts)]
    click.echo("\n".join(lines))


def _lens(call: Call, opened: OpenAssessment, lens_id: str) -> Lens:
    """A lens of the newest version of the questionnaire that was answered.

    Raises:
        UnknownLensError: It has none of this name.
    """
    library, wanted = Library(*questionnaire_folders()), opened.assessment.questionnaire_id
    catalogue, questionnaire = current_catalogue(library, wanted, call.texts.language)
    # Where the questionnaire is gone, the lenses of another one would say nothing about it.
    lenses = catalogue.lenses if questionnaire.id == wanted else {}
    if lens_id not in lenses:
        known = ", ".join(lenses) or NO_VALUE
        raise UnknownLensError(id=lens_id[:SHOWN_LENGTH], known=known)
    return lenses[lens_id]


COMMANDS: Mapping[str, click.Command] = {"profile": profile_command}
