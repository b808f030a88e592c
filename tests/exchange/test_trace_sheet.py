"""The sheet that works out every value again, checked by a program that is not ours."""

import re
import subprocess
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from builders import (
    NOT_APPLICABLE,
    OPEN,
    UNKNOWN,
    make_answer,
    make_item,
    make_questionnaire,
    open_assessment,
)
from hostile import HOSTILE
from openpyxl import load_workbook
from towns import small_town
from workbooks import opened as loaded
from workbooks import part, results_of

from kiassess.domain.assessment import AiInUse
from kiassess.domain.kinds import Extent
from kiassess.domain.profile import make_profile
from kiassess.domain.questionnaire import Facet
from kiassess.exchange.results_workbook import results_workbook

SHEET, SHEET_EN = "So kommt der Wert zustande", "How values come about"
PART = "xl/worksheets/sheet4.xml"
LEVEL = 3  # the column of the levels, from 0 on
RESULTS = {
    "Profilwert": "value",
    "Spanne von": "low",
    "Spanne bis": "high",
    "Abdeckung": "coverage",
}
RECALCULATE_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
LEFT, RIGHT = {"B": "Links"}, {"B": "Rechts & <quer>"}
ITEMS = (
    *(make_item(f"data.l{n}", "B", "A", facets=LEFT) for n in range(5)),
    *(make_item(f"infra.r{n}", "B", facets=RIGHT) for n in range(4)),
    make_item("infra.a", "A", "B", facets=RIGHT, gate=True),
    make_item("legal.c", "C"),
    make_item("legal.a", "A", "C"),
    make_item("res.d", "D", extents=frozenset({Extent.FULL})),
)
GIVEN = {
    **dict(zip((f"data.l{n}" for n in range(5)), (1, 3, 0, 4, UNKNOWN), strict=True)),
    **dict(zip((f"infra.r{n}" for n in range(4)), (2, 3, NOT_APPLICABLE, 2), strict=True)),
    "infra.a": 1,
    "legal.c": OPEN,
    "legal.a": 3,
    "res.d": NOT_APPLICABLE,
}


def town(given=None, *, extent=Extent.FULL):
    """A double block whose halves carry, a simple one, one with too little, one without any."""
    questionnaire = make_questionnaire(
        ITEMS, ("A", "B", "C", "D"), {"B": ("Links", "Rechts & <quer>")}
    )
    given = GIVEN if given is None else given
    return open_assessment(questionnaire, given, extent=extent, ai_in_use=AiInUse.NO)


def answered(opened, **levels):
    """The same town with some levels as a reader tries them out."""
    by_id = {name.replace("_", "."): level for name, level in levels.items()}
    more = {item_id: make_answer(item_id, level) for item_id, level in by_id.items()}
    return replace(opened, answers={**opened.answers, **more})


@pytest.fixture
def book(texts_de):
    """The workbook of a town, as bytes."""

    def make(opened, texts=texts_de):
        return results_workbook(results_of(opened, texts, legal=None))

    return make


def edited(content, edit):
    """A workbook with the text of the sheet changed; all results in it stay what they were."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == PART:
                text = data.decode("utf-8")
                data = edit(text).encode("utf-8")
                assert data.decode("utf-8") != text
            new.writestr(name, data)
    return made.getvalue()


def with_level(content, title, level):
    """A workbook in which somebody has typed a level into the cell where it stands."""
    sheet = loaded(content)[SHEET]
    row = next(row for row in sheet.iter_rows() if row[0].value == title)
    place = row[LEVEL].coordinate
    cell = re.compile(rf'<c r="{place}"( s="\d+")(?:/>|><v>\d</v></c>)')
    return edited(content, lambda text: cell.sub(rf'<c r="{place}"\1><v>{level}</v></c>', text))


def spoilt(content, right, wrong):
    """A workbook with a mistake in its formulas."""
    return edited(content, lambda text: text.replace(right, wrong))


def results(content, names):
    """What the sheet says: name of block or area, then heading, then name of the result."""
    rows = list(load_workbook(BytesIO(content), data_only=True)[SHEET].iter_rows(values_only=True))
    found, name, headings = {}, "", ()
    for row in rows:
        if row[0] in names and not any(row[1:]):
            name = row[0]
        elif row[0] is None and any(row):
            headings = [(at, text) for at, text in enumerate(row) if text]
        elif row[0] in RESULTS:
            for at, heading in headings:
                known = found.setdefault(name, {}).setdefault(heading, {})
                known[RESULTS[row[0]]] = None if row[at] == "" else row[at]
    return found


def differences(content, opened):
    """Every value of the profile that the sheet does not find, to nine places."""
    profile = make_profile(opened)
    names = {result.name for result in (*profile.blocks, *profile.areas)}
    found = results(content, names)
    expected = {
        (result.name, "Ergebnis"): result.score for result in (*profile.blocks, *profile.areas)
    } | {
        (block.name, facet.id): facet.score
        for block in profile.blocks
        for facet in block.scored.facets
    }
    different = []
    for (name, heading), score in expected.items():
        theirs = found[name][heading]
        for result in RESULTS.values():
            ours = getattr(score, result)
            if theirs.get(result) != (None if ours is None else pytest.approx(ours, abs=1e-9)):
                different.append((name, heading, result, theirs.get(result), ours))
    return different


# What is written ---------------------------------------------------------------------------


def test_the_values_shown_without_calculating_are_those_of_the_profile(book):
    assert differences(book(town()), town()) == []


@pytest.mark.parametrize("given", [{}, {item.id: UNKNOWN for item in ITEMS}], ids=["-", "U"])
def test_where_nothing_is_known_there_are_no_values(book, given):
    assert differences(book(town(given)), town(given)) == []


def test_every_item_says_whether_it_counts(book):
    rows = list(loaded(book(town()))[SHEET].iter_rows(values_only=True))
    values = load_workbook(BytesIO(book(town())), data_only=True)[SHEET]
    said = {row[0]: row for row in values.iter_rows(values_only=True) if row[8]}
    assert said["Title of data.l0"][8] == "ja"
    assert said["Title of data.l4"][8] == "nein: weiß nicht, weitet nur die Spanne"
    assert said["Title of legal.c"][8] == "nein: noch offen, weitet nur die Spanne"
    assert said["Title of res.d"][8] == "nein: trifft nicht zu, bleibt ganz außer Betracht"
    # A level stands once as a number; each further time it is fetched.
    levels = [row[LEVEL] for row in rows if row[0] == "Title of data.l0"]
    assert levels[0] == 1
    assert len(levels) == 3
    assert all(str(level).startswith("=IF(ISNUMBER(D") for level in levels[1:])


def test_what_is_not_known_is_an_empty_cell(book):
    sheet = load_workbook(BytesIO(book(town())), data_only=True)[SHEET]
    rows = [row for row in sheet.iter_rows(values_only=True) if row[0] == "Title of data.l4"]
    assert len(rows) == 3
    assert all(row[LEVEL] in {None, ""} and row[7] in {None, ""} for row in rows)


def test_the_quick_check_has_no_such_sheet(book, texts_de, texts_en):
    for texts in (texts_de, texts_en):
        names = loaded(book(small_town(extent=Extent.QUICK), texts)).sheetnames
        assert not {SHEET, SHEET_EN} & set(names)


def test_it_stands_after_the_answers_in_both_languages(book, texts_de, texts_en):
    assert loaded(book(town(), texts_de)).sheetnames[2:4] == ["Antworten", SHEET]
    assert loaded(book(town(), texts_en)).sheetnames[2:4] == ["Answers", SHEET_EN]


@pytest.mark.parametrize("name", HOSTILE)
def test_what_a_questionnaire_says_stays_text(book, name):
    opened = town()
    areas = tuple(
        replace(area, items=tuple(replace(item, title=HOSTILE[name]) for item in area.items))
        for area in opened.questionnaire.areas
    )
    facets = (Facet("Links", HOSTILE[name]), Facet(RIGHT["B"], "Rechts"))
    blocks = tuple(
        replace(block, facets=facets if block.facets else ())
        for block in opened.questionnaire.blocks
    )
    questionnaire = replace(opened.questionnaire, areas=areas, blocks=blocks)
    content = book(replace(opened, questionnaire=questionnaire))
    for row in loaded(content)[SHEET].iter_rows():
        assert row[0].data_type != "f"
        assert not any(cell.hyperlink for cell in row)
        if row[8].value and row[8].data_type == "f":  # an item
            assert row[1].data_type != "f"
    text = part(content, PART)
    assert not any(HOSTILE[name] in formula for formula in re.findall(r"<f>(.*?)</f>", text))


def test_a_block_without_questions_says_so(book):
    opened = town(extent=Extent.SMALL)
    content = book(opened)
    rows = list(loaded(content)[SHEET].iter_rows(values_only=True))
    at = next(n for n, row in enumerate(rows) if row[0] == "Block D")
    assert rows[at + 1][0] == "Hier trifft keine Frage zu, darum gibt es keinen Wert."
    assert "Area res" not in {row[0] for row in rows}


def test_formulas_use_nothing_that_older_programs_lack(book):
    formulas = [
        cell.value
        for row in loaded(book(town()))[SHEET].iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    used = {name for formula in formulas for name in re.findall(r"([A-Z]+)\(", formula)}
    assert used == {"IF", "ISNUMBER", "OR", "AND", "SUM", "SUMPRODUCT", "AVERAGE"}
    assert all(isinstance(formula, str) for formula in formulas)  # no array formulas


# A second opinion --------------------------------------------------------------------------


@pytest.fixture
def recalculated(companion, tmp_path):
    """Let LibreOffice work out workbooks anew, whatever results stand in them."""
    office = companion("soffice")
    profile = tmp_path / "office"
    (profile / "user").mkdir(parents=True)
    settings = profile / "user" / "registrymodifications.xcu"
    settings.write_text(RECALCULATE_ALWAYS, encoding="utf-8")

    def work_out(*contents):
        files = [tmp_path / f"book{number}.xlsx" for number in range(len(contents))]
        for file, content in zip(files, contents, strict=True):
            file.write_bytes(content)
        target = tmp_path / "theirs"
        where = f"-env:UserInstallation={profile.as_uri()}"
        command = [office, where, "--headless", "--norestore", "--convert-to", "xlsx"]
        subprocess.run(
            [*command, "--outdir", target, *files], check=True, capture_output=True, timeout=180
        )
        return [(target / file.name).read_bytes() for file in files]

    return work_out


def test_libreoffice_finds_every_value_after_a_level_was_changed(book, recalculated):
    opened, content = town(), book(town())
    cases = [
        (content, opened),
        (with_level(content, "Title of data.l1", 0), answered(opened, data_l1=0)),
        (with_level(content, "Title of data.l4", 4), answered(opened, data_l4=4)),
        (with_level(content, "Title of legal.c", 2), answered(opened, legal_c=2)),
        (with_level(content, "Title of infra.r2", 1), answered(opened, infra_r2=1)),
        (with_level(content, "Title of res.d", 3), answered(opened, res_d=3)),
    ]
    for ours, expected in cases[1:]:  # the results in the files are still the old ones
        assert differences(ours, expected) != []
    worked_out = recalculated(*(ours for ours, _ in cases))
    for theirs, (_, expected) in zip(worked_out, cases, strict=True):
        assert differences(theirs, expected) == []


MISTAKES = [
    ("AVERAGE(", "MAX("),
    ("*100&gt;=60*", "*100&gt;=0*"),
    ("+4*(", "+3*("),
    ("*1,H", "*2,H"),
    ("SUM(G", "SUM(F"),
]


def test_a_mistake_in_a_formula_would_be_noticed(book, recalculated):
    opened, content = town(), book(town())
    wrong = [spoilt(content, *mistake) for mistake in MISTAKES]
    assert all(differences(ours, opened) == [] for ours in wrong)  # the results stand there
    for theirs, mistake in zip(recalculated(*wrong), MISTAKES, strict=True):
        assert differences(theirs, opened) != [], mistake
