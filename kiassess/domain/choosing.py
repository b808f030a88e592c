"""Choosing assessments that are in memory already, by the words of a stored selection."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kiassess.domain.compared_round import Body, ComparedRound, body_of
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import OrganisationType, SizeClass
from kiassess.domain.search import fold, search_forms
from kiassess.domain.selection import Selection

Versions = Mapping[int, tuple[str, str]]  # questionnaire and version by ``ComparedRound.edition``


@dataclass(frozen=True, slots=True)
class Choices:
    """What some assessments can be told apart by; nothing that none of them has.

    Attributes:
        types: Kinds of bodies, in their fixed order.
        size_classes: From the smallest on; ``None`` for an unknown one comes last.
        states: Names of the Bundesländer.
        districts: Names of the counties.
        years: Of the rounds, the newest first.
        extents: From the shortest on.
        versions: Questionnaire and version.
    """

    types: tuple[OrganisationType, ...]
    size_classes: tuple[SizeClass | None, ...]
    states: tuple[str, ...]
    districts: tuple[str, ...]
    years: tuple[int, ...]
    extents: tuple[Extent, ...]
    versions: tuple[tuple[str, str], ...]


def chosen_of(
    everyone: Iterable[ComparedRound], wanted: Selection, versions: Versions
) -> tuple[ComparedRound, ...]:
    """Those that are as wanted, in the order given.

    All but the search says the same as in the store. Searched for are all words, in any way of
    writing umlauts and accents.
    """
    found = [one for one in everyone if _fits(one, wanted, versions)]
    words = fold(wanted.search).split()
    if not words:
        return tuple(found)
    named = {name for name in {one.municipality.name for one in found} if _has(name, words)}
    return tuple(one for one in found if one.municipality.name in named)


def choices_of(everyone: Iterable[ComparedRound], versions: Versions) -> Choices:
    """What can be asked for among some assessments."""
    rounds = list(everyone)
    towns = {one.municipality for one in rounds}
    types = {town.type for town in towns}
    sizes = {one.size_class for one in rounds}
    extents = {one.extent for one in rounds}
    return Choices(
        types=tuple(one for one in OrganisationType if one in types),
        size_classes=tuple(one for one in (*SizeClass, None) if one in sizes),
        states=tuple(sorted({town.state for town in towns} - {""})),
        districts=tuple(sorted({town.district for town in towns} - {""})),
        years=tuple(sorted({one.round_date.year for one in rounds}, reverse=True)),
        extents=tuple(one for one in Extent if one in extents),
        versions=tuple(sorted({versions[key] for key in {one.edition for one in rounds}})),
    )


def latest_of_each(rounds: Sequence[ComparedRound]) -> tuple[ComparedRound, ...]:
    """The latest round of each municipality, in the order given.

    A quick check stands for its municipality only where there is nothing longer.
    """
    best: dict[Body, ComparedRound] = {}
    for one in rounds:
        body = body_of(one.municipality)
        known = best.get(body)
        if known is None or _weight(one) > _weight(known):
            best[body] = one
    latest = {one.id for one in best.values()}
    return tuple(one for one in rounds if one.id in latest)


def first_choice(everyone: Sequence[ComparedRound]) -> tuple[ComparedRound, ...]:
    """What is compared as long as nobody has chosen: each municipality once, without examples.

    Examples are taken where there is nothing else.
    """
    real = [one for one in everyone if not one.is_example]
    return latest_of_each(real or everyone)


def rounds_of(
    everyone: Iterable[ComparedRound], own: ComparedRound, versions: Versions
) -> tuple[ComparedRound, ...]:
    """All rounds of a municipality that can stand beside one of them, the oldest first.

    They are no quick checks and were answered with the same questionnaire, in any version.
    """
    body, questionnaire = body_of(own.municipality), versions[own.edition][0]
    found = (
        one
        for one in everyone
        if not one.quick
        and one.is_example == own.is_example
        and body_of(one.municipality) == body
        and versions[one.edition][0] == questionnaire
    )
    return tuple(sorted(found, key=lambda one: (one.round_date, one.id)))


def _weight(one: ComparedRound) -> tuple[object, ...]:
    return not one.quick, one.round_date, one.id


def _has(name: str, words: Sequence[str]) -> bool:
    forms = search_forms(name)
    return all(any(word in form for form in forms) for word in words)


def _fits(one: ComparedRound, wanted: Selection, versions: Versions) -> bool:
    town = one.municipality
    return (
        (not wanted.ids or one.id in wanted.ids)
        and (not wanted.types or town.type in wanted.types)
        and (not wanted.size_classes or one.size_class in wanted.size_classes)
        and (not wanted.states or town.state in wanted.states)
        and (not wanted.districts or town.district in wanted.districts)
        and (not wanted.years or one.round_date.year in wanted.years)
        and (not wanted.extents or one.extent in wanted.extents)
        and (not wanted.versions or versions[one.edition] in wanted.versions)
        and (wanted.examples or not one.is_example)
    )
