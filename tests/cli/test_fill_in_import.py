"""``import`` of fill-in workbooks: handed out with ``pack``, filled in, taken back."""

import json
from pathlib import Path

import pytest
from calls import one_line, printed, refused
from fill_ins import Paper

ITEM, OTHER = "data.inventory", "strat.vision"


@pytest.fixture
def town(run):
    """The id of an assessment without answers."""
    return printed(run("new", "Ärzen", "--date", "2026-10-01")).strip()


@pytest.fixture
def hand_out(run, town, tmp_path):
    """A workbook with all questions, to be filled in."""

    def hand_out(*options):
        folder = tmp_path / "out"
        (line,) = printed(run("pack", town, folder, "--role", "all", *options)).splitlines()
        return Paper(Path(line).read_bytes())

    return hand_out


def put(file, paper, name=""):
    """A workbook filled in by somebody."""
    for row in paper.book.worksheets[0].iter_rows():
        for cell in row:
            if cell.value == "respondent" and name:
                paper.book.worksheets[0].cell(cell.row, cell.column + 2).value = name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(paper.content())
    return file


def test_a_workbook_that_comes_back_is_taken_over(run, town, hand_out, tmp_path):
    filled = hand_out().fill(ITEM, answer=3).fill(OTHER, answer="3 oder 4")
    file = put(tmp_path / "back.xlsx", filled, "Frau Ö")
    lines = printed(run("import", file)).splitlines()
    assert lines[0] == (
        f"{file}: Ärzen, 01.10.2026, Frau Ö: eine Antwort übernommen, 84 offen, 1 unklar."
    )
    assert lines[1].startswith("  Zelle ")
    assert "„3 oder 4“ ist keine Stufe von 0 bis 4." in lines[1]
    assert len(lines) == 2
    lines = printed(run("import", file)).splitlines()
    assert lines[0].endswith(
        "Frau Ö: enthält keine neue Antwort, 1 unverändert, 84 offen, 1 unklar."
    )
    profile = json.loads(printed(run("profile", town, "--json")))
    assert ITEM not in profile["unknown_items"]


def test_who_says_something_else_is_told(run, hand_out, tmp_path):
    blank = "--blank"
    put(tmp_path / "in" / "a.xlsx", hand_out(blank).fill(ITEM, answer=3), "Hauptamt")
    put(tmp_path / "in" / "b.xlsx", hand_out(blank).fill(ITEM, answer=0), "Bauamt")
    lines = printed(run("--language", "en", "import", tmp_path / "in")).splitlines()
    assert [line.partition(": ")[2] for line in lines[:2]] == [
        "Ärzen, 1 October 2026, Hauptamt: one answer taken over, 85 open.",
        "Ärzen, 1 October 2026, Bauamt: one answer taken over, 85 open.",
    ]
    assert lines[2] == "  One answer differs from what others say or what has been agreed."


def test_a_script_reads_what_was_taken(run, town, hand_out, tmp_path):
    filled = hand_out().fill(ITEM, answer=3).fill(OTHER, answer="x")
    file = put(tmp_path / "back.xlsx", filled, "Frau Ö")
    (told,) = json.loads(printed(run("import", file, "--json")))
    assert told["file"] == str(file)
    assert (told["status"], told["assessment"], told["municipality"]) == ("taken", town, "Ärzen")
    assert (told["respondent"], told["role"], told["taken"]) == ("Frau Ö", "", [ITEM])
    assert (told["replaced"], told["unchanged"], len(told["open"])) == (0, 0, 84)
    (unclear,) = told["unclear"]
    assert (unclear["item"], unclear["value"], unclear["kind"]) == (OTHER, "x", "level")
    assert told["conflicts"] == []
    assert len(told["remarks"]) == 1
    (told,) = json.loads(printed(run("import", file, "--json", "--respondent", "IT")))
    assert (told["respondent"], told["taken"]) == ("IT", [ITEM])


def test_a_workbook_that_lost_its_hidden_sheet_needs_a_word(run, town, hand_out, tmp_path):
    filled = hand_out().fill(ITEM, answer=3)
    del filled.book["kiassess"]
    file = put(tmp_path / "back.xlsx", filled, "Frau Ö")
    other = printed(run("new", "Musterstadt")).strip()
    assert "bitte nennen sie die standortbestimmung" in refused(run("import", file)).casefold()
    lines = printed(run("import", file, "--into", other[:8])).splitlines()
    assert "Musterstadt" in lines[0]
    assert "Das verborgene Blatt der Umlaufmappe fehlt." in lines[1]
    assert "„abcd“" in refused(run("import", file, "--into", "abcd"))


def test_where_its_assessment_is_not_it_is_refused_with_its_town(run, hand_out, tmp_path):
    file = put(tmp_path / "back.xlsx", hand_out().fill(ITEM, answer=3))
    there = tmp_path / "Kreis" / "kreis.db"
    result = run("--workspace", there, "import", file)
    assert one_line(result.stderr).startswith("„back.xlsx“ gehört zu einer Standortbestimmung")
    assert not there.parent.exists()
    assert "„abcd“" in refused(run("--workspace", there, "import", file, "--into", "abcd"))
    printed(run("--workspace", there, "new", "Anderswo"))
    assert "„Ärzen“" in refused(run("--workspace", there, "import", file))
