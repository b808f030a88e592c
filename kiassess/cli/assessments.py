"""Commands about the assessments of a workspace: ``new`` and ``list``."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import click

from kiassess.cli.call import Call, pass_call
from kiassess.cli.commands import Command
from kiassess.cli.kinds import Count, Day, OneOf
from kiassess.cli.refusing import one_line
from kiassess.cli.tables import aligned
from kiassess.content.library import Library
from kiassess.content.municipalities import TYPE_BY_KEY_LENGTH, load_register
from kiassess.domain.assessment import DEFAULT_QUESTIONNAIRE, AiInUse, Listed, NewAssessment
from kiassess.domain.errors import InvalidInputError
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality, OrganisationType
from kiassess.paths import bundled, questionnaire_folders
from kiassess.wording.texts import Texts
from kiassess.workflow import assessing, listing
from kiassess.workflow.profile_json import listed_json
from kiassess.workflow.workspace import open_for_reading, open_for_writing

SHOWN_LENGTH = 60  # of an input that is told back


@click.command("new", cls=Command, help="cli.new")
@click.argument("name")
@click.option("--ags", metavar="KEY", default="", help="cli.new_ags")
@click.option("--type", "kind", type=OneOf(OrganisationType), help="cli.new_type")
@click.option("--population", type=Count(), metavar="N", help="cli.new_population")
@click.option(
    "--questionnaire",
    "questionnaire_id",
    metavar="ID",
    default=DEFAULT_QUESTIONNAIRE,
    help="cli.new_questionnaire",
)
@click.option("--extent", type=OneOf(Extent), default=Extent.FULL, help="cli.new_extent")
@click.option("--date", "day", type=Day(), metavar="YYYY-MM-DD", help="cli.new_date")
@click.option("--ai-in-use", type=OneOf(AiInUse), help="cli.new_ai_in_use")
@pass_call
def new_command(
    call: Call,
    /,
    *,
    name: str,
    ags: str,
    kind: OrganisationType | None,
    population: int | None,
    questionnaire_id: str,
    extent: Extent,
    day: date | None,
    ai_in_use: AiInUse | None,
) -> None:
    """Create an assessment and print its id."""
    now = datetime.now(UTC)
    new = NewAssessment(
        municipality=_municipality(name, ags, kind, population),
        round_date=day or now.astimezone().date(),
        extent=extent,
        questionnaire_id=questionnaire_id,
        ai_in_use=ai_in_use,
    )
    library = Library(*questionnaire_folders())
    assessing.refuse_unusable(new, library)  # before a workspace is made for it
    with open_for_writing(call.workspace, library) as workspace:
        click.echo(assessing.create(workspace, new, now=now).id)


@click.command("list", cls=Command, help="cli.list")
@click.option("--json", "as_json", is_flag=True, help="cli.as_json")
@pass_call
def list_command(call: Call, /, *, as_json: bool) -> None:
    """Print all assessments; a workspace that is not there yet has none."""
    listed: tuple[Listed, ...] = ()
    if call.has_workspace():
        with open_for_reading(call.workspace, Library(*questionnaire_folders())) as workspace:
            listed = listing.list_all(workspace)
    if as_json:
        values = [listed_json(one) for one in listed]
        click.echo(json.dumps(values, ensure_ascii=False, indent=2))
    elif listed:
        click.echo("\n".join(_lines(listed, call.texts)))
    else:
        click.echo(call.texts("cli.list_empty"))


COMMANDS: Mapping[str, click.Command] = {"new": new_command, "list": list_command}


def _municipality(
    name: str, typed_key: str, kind: OrganisationType | None, population: int | None
) -> Municipality:
    """Who assesses itself: as it was typed, and for the rest as the register knows it."""
    name = name.strip()
    if not name:
        raise InvalidInputError(what="input.name", value="")
    key = "".join(typed_key.split())
    if not key:
        return Municipality(name, kind or OrganisationType.MUNICIPALITY, population=population)
    if not (key.isascii() and key.isdigit() and len(key) in TYPE_BY_KEY_LENGTH):
        raise InvalidInputError(what="input.key", value=one_line(typed_key)[:SHOWN_LENGTH])
    # Keys come and go with the territories; one that the register does not know is kept.
    known = load_register(bundled().municipalities).find(key) or Municipality(
        name, TYPE_BY_KEY_LENGTH[len(key)], key
    )
    return replace(
        known,
        name=name,
        type=kind or known.type,
        population=known.population if population is None else population,
    )


def _lines(listed: tuple[Listed, ...], texts: Texts) -> list[str]:
    headings = [texts(f"cli.list_{key}") for key in ("id", "name", "round", "extent", "progress")]
    rows = [
        [
            one.assessment.id,
            one.assessment.municipality.name,
            texts.day(one.assessment.round_date),
            texts(f"extent.{one.assessment.extent.value}"),
            texts("cli.of", done=one.progress.touched, total=one.progress.total),
        ]
        for one in listed
    ]
    return list(aligned([headings, *rows]))
