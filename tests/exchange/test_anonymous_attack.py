"""Who knows everything about the towns but their answers finds none in an anonymous export.

The attacker knows which towns take part, their names, keys, sizes, kinds, districts, the days of
their rounds and whether they use AI, and looks for anything beside the values that ties a number
to one of them: a word, an order, a sum that differs. So the answers stay with their numbers, what
is known of the towns is dealt out anew, and the export must be the same to the last byte.
"""

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import combinations
from pathlib import Path
from random import Random
from statistics import median
from zipfile import ZipFile

import pytest
from builders import NOON
from many_towns import Many, many_towns
from workbooks import opened, parts

from kiassess.content.library import Library
from kiassess.domain.anonymity import LEAST, alias_numbers, anonymous_choice
from kiassess.domain.assessment import AiInUse
from kiassess.domain.compared_round import body_of
from kiassess.domain.comparison import compare
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality, OrganisationType, SizeClass
from kiassess.exchange.compared_results import ComparedResults
from kiassess.exchange.comparison_workbook import comparison_workbook
from kiassess.wording.comparing import anonymous_names, names
from kiassess.workflow.comparison_json import comparison_json

QUESTIONNAIRES = Path(__file__).parents[2] / "questionnaires"
TOWNS = 11
ROUNDS = 2
USUAL = Municipality("Musterdorf", population=1_200, state="Musterland", district="Musterkreis")
ODD = Municipality(
    "Großstadt am See",
    OrganisationType.COUNTY,
    population=240_000,
    state="Fernland",
    district="Seekreis",
)


@pytest.fixture(scope="module")
def catalogue():
    return Library(QUESTIONNAIRES).load("ki-readiness").questionnaire("de")


@pytest.fixture(scope="module")
def measures():
    return Library(QUESTIONNAIRES).catalogue("ki-readiness", "de")[0].measures


@pytest.fixture(scope="module")
def levels(catalogue):
    """The answers of all rounds, a row each; they are what the attacker does not know."""
    return [one.levels for one in many_towns(Many(TOWNS, ROUNDS, seed=3), catalogue)]


class Anonymous:
    """What leaves the house of some rounds."""

    def __init__(self, chosen, catalogue, measures, texts, *, secrets):
        bodies = dict.fromkeys(body_of(one.municipality) for one in chosen)
        numbers = alias_numbers({body: secrets[body] for body in bodies})
        rows = anonymous_choice(chosen, numbers)
        comparison = compare(rows, {1: catalogue})
        aliases = anonymous_names([numbers[body_of(one.municipality)] for one in rows], texts)
        results = ComparedResults(comparison, aliases, True, texts, NOON, "1", measures)
        self.aliases = aliases
        self.towns = [one.municipality.name for one in rows]
        self.workbook = comparison_workbook(results)
        self.json = json.dumps(comparison_json(comparison, aliases, anonymous=True))

    def text(self):
        """All that stands anywhere in the workbook and in what scripts read."""
        with ZipFile(BytesIO(self.workbook)) as archive:
            inner = [archive.read(name).decode("utf-8") for name in archive.namelist()]
            return "\n".join([*inner, *archive.namelist(), self.json])


@pytest.fixture
def world(catalogue, measures, levels, texts_de):
    """Export rounds whose answers are fixed, and of which some are of odd towns."""

    def world(odd, town=ODD, *, rounds=1, days=None, use=AiInUse.YES, examples=False):
        chosen, secrets = [], {}
        for number in range(TOWNS):
            is_odd = number in odd
            like = town if is_odd else USUAL
            key = like.key and f"{like.key}{number}"
            body = replace(like, name=f"{like.name} {number}", key=key)
            secrets[body_of(body)] = number.to_bytes(8)
            usual = [date(2025, 3, 1), date(2026, 3, 1)]
            chosen += [
                replace(
                    template(catalogue),
                    id=f"{is_odd}-{number}-{at}",
                    municipality=body,
                    round_date=(days if is_odd and days else usual)[at],
                    levels=levels[number * ROUNDS + at],
                    ai_in_use=use if is_odd else AiInUse.YES,
                    is_example=is_odd and examples,
                )
                for at in range(ROUNDS - rounds, ROUNDS)
            ]
        return Anonymous(chosen, catalogue, measures, texts_de, secrets=secrets)

    return world


def template(catalogue):
    (one,) = many_towns(Many(1), catalogue)
    return replace(one, extent=Extent.FULL)


OLD = [date(2019, 1, 1), date(2020, 7, 9)]
HALF = [date(2024, 1, 1), date(2026, 3, 1)]
odd_ones = [
    pytest.param({}, id="size-kind-place"),
    pytest.param({"use": AiInUse.NO}, id="no-ai"),
    pytest.param({"use": None}, id="ai-unsaid"),
    pytest.param({"town": replace(ODD, population=None)}, id="unknown-size"),
    pytest.param({"town": replace(USUAL, key="01234567")}, id="key"),
    pytest.param({"days": OLD}, id="old-round"),
    pytest.param({"days": OLD, "rounds": 2}, id="old-rounds"),
    pytest.param({"days": HALF, "rounds": 2}, id="another-year-before"),
    pytest.param({"examples": True}, id="example"),
    pytest.param({"use": AiInUse.NO, "rounds": 2, "days": HALF}, id="all-of-it"),
]


@pytest.mark.parametrize("facts", odd_ones)
@pytest.mark.parametrize("few", [1, LEAST - 1])
def test_no_figure_differs_whichever_towns_are_the_odd_ones(world, facts, few):
    chance = Random(few)
    exports = [world(frozenset(chance.sample(range(TOWNS), few)), **facts) for _ in range(2)]
    assert len({one.json for one in exports}) == 1
    assert len({one.workbook for one in exports}) == 1


def test_the_attack_would_find_what_is_not_anonymous(world, catalogue, texts_de):
    """Five odd ones are enough to be told; their statistics may differ, and they do."""
    exports = {world(frozenset(odd)).json for odd in ({0, 1, 2, 3, 4, 5}, {5, 6, 7, 8, 9, 10})}
    workbooks = {world(frozenset(odd)).workbook for odd in ({0, 1, 2, 3, 4}, {5, 6, 7, 8, 9})}
    assert len(exports) == 1  # sizes are not among what scripts read
    assert len(workbooks) == 2


def test_no_word_of_a_town_stands_anywhere(world):
    found = world({4}, rounds=2, days=HALF).text()
    for word in ("Musterdorf", "Musterland", "Musterkreis", "Großstadt", "Fernland", "Seekreis"):
        assert word not in found
    for fact in ("240000", "240.000", "2024-01-01", "01.01.2024", "True-", "False-"):
        assert fact not in found


def test_properties_and_parts_say_nothing_but_the_program(world):
    with ZipFile(BytesIO(world({4}).workbook)) as archive:
        names_ = archive.namelist()
        core = archive.read("docProps/core.xml").decode()
        app = archive.read("docProps/app.xml").decode()
        book = archive.read("xl/workbook.xml").decode()
        stamps = {info.date_time for info in archive.infolist()}
    said = dict(re.findall(r"<(?:dc|cp|dcterms):(\w+)[^>]*>([^<]+)<", core))
    assert said.keys() == {
        "title", "creator", "description", "lastModifiedBy", "created", "modified"
    }  # fmt: skip
    assert said["creator"] == said["lastModifiedBy"] == "kiassess 1"
    assert said["created"] == said["modified"] == "2026-03-02T12:00:00Z"
    assert not re.search(r"<(Company|Manager|HyperlinkBase)>[^<]", app)
    assert "absPath" not in book  # the folder it was made in
    assert stamps == {(1980, 1, 1, 0, 0, 0)}
    kinds = re.compile(
        r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml|xl/(workbook|styles"
        r"|sharedStrings|metadata|theme/theme1)\.xml|xl/_rels/workbook\.xml\.rels"
        r"|xl/(worksheets|drawings|charts|tables)/(_rels/)?(sheet|drawing|chart|table)\d+\.xml(\.rels)?"
    )
    assert [name for name in names_ if not kinds.fullmatch(name)] == []  # no comments, no macros


def test_sheets_and_names_are_those_of_every_comparison(world, texts_de, catalogue):
    content = world({4}, rounds=2).workbook
    book = opened(content)
    assert book.sheetnames == [
        "Überblick", "Heatmap", "Alle Werte", "Fragen", "Mindestanforderungen", "Maßnahmen",
        "Über die Jahre", "Zur Methode",
    ]  # fmt: skip
    assert {sheet.sheet_state for sheet in book} == {"visible"}
    assert not list(book.defined_names)
    assert {name for sheet in book for name in sheet.defined_names} <= {
        "Print_Titles", "Print_Area", "_xlnm._FilterDatabase",
    }  # fmt: skip
    assert parts(content, "xl/comments") == parts(content, "xl/externalLinks") == []
    hidden = [
        (sheet.title, at)
        for sheet in book
        for dimensions in (sheet.row_dimensions, sheet.column_dimensions)
        for at, one in dimensions.items()
        if one.hidden
    ]
    assert hidden == []


def test_the_order_in_which_towns_were_entered_is_lost(catalogue, measures, levels, texts_de):
    chosen = [
        replace(template(catalogue), id=str(n), levels=levels[n], municipality=town)
        for n, town in enumerate(replace(USUAL, name=f"Ort {n}") for n in range(TOWNS))
    ]
    secrets = {body_of(one.municipality): Random(n).randbytes(8) for n, one in enumerate(chosen)}
    exports = [
        Anonymous(order, catalogue, measures, texts_de, secrets=secrets)
        for order in (chosen, chosen[::-1], Random(1).sample(chosen, TOWNS))
    ]
    assert len({one.workbook for one in exports}) == len({one.json for one in exports}) == 1
    assert exports[0].aliases == sorted(exports[0].aliases)


def test_every_town_may_stand_in_every_row():
    """Over many exports all places come up for all towns, whatever they are called."""
    bodies = [(f"Ort {n}",) for n in range(6)]
    chance, places = Random(5), Counter()
    for _ in range(1200):
        numbers = alias_numbers({body: chance.randbytes(16) for body in bodies})
        places.update(numbers.items())
    counts = [places[body, number] for body in bodies for number in range(1, 7)]
    assert min(counts) > 140
    assert max(counts) < 260  # 200 each are expected


def test_two_exports_cannot_be_laid_on_top_of_each_other(catalogue, measures, levels, texts_de):
    """With and without one town, each with secrets of its own: no number means the same."""
    chosen = [
        replace(template(catalogue), id=str(n), levels=levels[n], municipality=town)
        for n, town in enumerate(replace(USUAL, name=f"Ort {n}") for n in range(TOWNS))
    ]
    chance = Random(9)

    def export(some):
        secrets = {body_of(one.municipality): chance.randbytes(16) for one in some}
        found = Anonymous(some, catalogue, measures, texts_de, secrets=secrets)
        return dict(zip(found.towns, found.aliases, strict=True))

    same = [
        sum(whole[town] == alias for town, alias in without.items())
        for whole, without in (
            (export(chosen), export(chosen[:at] + chosen[at + 1 :])) for at in range(TOWNS)
        )
    ]
    assert sum(same) < TOWNS * 3  # about one in each pair by chance


@pytest.mark.parametrize("n_odd", range(1, TOWNS))
def test_taking_size_classes_from_all_leaves_nobody_or_five(world, n_odd):
    book = opened(world(frozenset(range(n_odd)), replace(USUAL, population=9_000)).workbook)
    told: dict[str, dict[str, int]] = {}
    for block, group, n, *_ in book["Überblick"].iter_rows(values_only=True):
        if group == "alle" or str(group).endswith("Einwohnern"):
            told.setdefault(block, {})[group] = n or 0
    assert len(told) == 7
    for groups in told.values():
        everyone = groups.pop("alle")
        assert everyone >= LEAST
        left = {everyone - n for n in (*groups.values(), sum(groups.values()))}
        assert all(rest == 0 or rest >= LEAST for rest in left)


def test_by_name_the_same_rounds_are_told_in_full(catalogue, levels, texts_de):
    """The counter-check: what is missing above is there where names are wanted."""
    chosen = [
        replace(
            template(catalogue),
            id=str(n),
            levels=levels[n],
            municipality=replace(USUAL, name=f"Ort {n}"),
        )
        for n in range(TOWNS)
    ]
    found = compare(chosen, {1: catalogue})
    results = ComparedResults(found, names(found, texts_de), False, texts_de, NOON, "1")
    sheet = opened(comparison_workbook(results))["Heatmap"]
    assert [cell.value for cell in sheet["A"]][1].startswith("Ort 0, ")


def test_nobody_is_found_where_groups_cross(catalogue, measures, levels, texts_de):
    """The attacker looks for the only small town with two rounds.

    It tries which five municipalities give the medians told of the small ones, and which others
    those of the large ones; values and rounds stand in the rows.
    """
    chosen = [
        replace(
            template(catalogue),
            id=f"{n}-{at}",
            municipality=replace(USUAL, name=f"Ort {n}", population=900 if n < 5 else 90_000),
            round_date=date(2026 - at, 3, 1),
            levels=levels[n * ROUNDS + at],
            ai_in_use=AiInUse.YES,
        )
        for n in range(TOWNS)
        for at in range(2 if n in {0, 5, 6, 7, 8} else 1)
    ]
    secrets = {body_of(one.municipality): one.id.encode() * 4 for one in chosen}
    export = Anonymous(chosen, catalogue, measures, texts_de, secrets=secrets)
    book = opened(export.workbook)
    told = [row for row in book["Überblick"].iter_rows(values_only=True) if row[3] is not None]
    medians = {(block, group): (n, found) for block, group, n, found, *_ in told}
    titles, *rows = book["Alle Werte"].iter_rows(values_only=True)
    places = {
        block: titles.index(f"{short}: {texts_de('compare.value')}")
        for block, short in ((one.name, one.short or one.name) for one in catalogue.blocks)
    }
    latest = {row[0].split(",")[0]: row for row in rows}
    twice = {name for name, n in Counter(row[0].split(",")[0] for row in rows).items() if n > 1}
    assert (len(latest), len(twice)) == (TOWNS, 5)

    def fits(some, group):
        return all(
            (block, group) not in medians
            or (
                (known := [v for name in some if (v := latest[name][at]) is not None])
                and len(known) == medians[block, group][0]
                and abs(median(known) - medians[block, group][1]) < 1e-9
            )
            for block, at in places.items()
        )

    small, large = (texts_de(f"size.{size}") for size in (SizeClass.SMALL, SizeClass.LARGE))
    suspects = {
        name
        for five in combinations(latest, 5)
        if fits(five, small) and fits(latest.keys() - five, large)
        for name in twice & {*five}
        if len(twice & {*five}) == 1
    }
    assert len(suspects) >= LEAST
