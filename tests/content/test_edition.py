"""Reading a questionnaire: what is right is read, and every problem is named with its place."""

import json
import shutil
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiassess.content.edition import edition_from_json, read_edition
from kiassess.domain.errors import InvalidQuestionnaireError
from kiassess.domain.kinds import DeliveryMode, Extent, NotApplicableRule
from kiassess.domain.municipality import SizeClass
from kiassess.domain.questionnaire import Contribution, Facet, LevelName, Role

STRUCTURE = """
id = "demo"
version = "1.2.3"
languages = ["de", "en"]
roles = ["BM", "IT"]

[[block]]
id = "VIS"

[[block]]
id = "DI"
facets = ["Data", "Infra"]

[[area]]
id = "data"

[[area]]
id = "strat"

[[item]]
id = "data.access"
area = "data"
primary = "DI"
secondary = ["VIS"]
facets = ["Data"]
extents = ["quick", "small", "full"]
gate = true
not_applicable = "while_no_ai"
targets = [1, 2, 3]
roles = ["IT", "BM"]
delivery = ["own", "provider"]
legal = ["gdpr.32"]

[[item]]
id = "strat.vision"
area = "strat"
primary = "VIS"
extents = ["full"]
targets = [2, 3, 3]
roles = ["BM"]
"""

TEXTS = """
language = "{language}"
title = "Demo {language}"
summary = "About."

[level]
name_0 = "None"
meaning_0 = "Nothing."
name_1 = "First"
meaning_1 = "Somebody."
name_2 = "Partly"
meaning_2 = "Agreed."
name_3 = "Done"
meaning_3 = "Lived."
name_4 = "Effective"
meaning_4 = "Reviewed."

[block.VIS]
name = "Vision {language}"
short = "Vision"
meaning = "What for."

[block.DI]
name = "Data and infrastructure"
short = "Data"
meaning = "What with."

[facet.Data]
name = "Data"

[facet.Infra]
name = "Infrastructure"

[area.data]
name = "Data"

[area.strat]
name = "Strategy"

[role.BM]
name = "Mayor"

[role.IT]
name = "IT"

[item."data.access"]
title = "Access {language}"
question = "Who may see what?"
why = '''
Because a search
shows what it finds.'''
level_0 = "Nobody knows."
level_1 = "Some know."
level_2 = "It is written."
level_3 = "It is applied."
level_4 = "It is reviewed."
evidence = ["concept", "minutes"]
not_applicable = "As long as no AI is used."

[item."strat.vision"]
title = "Vision"
question = "What for?"
why = "Because."
level_0 = "a"
level_1 = "b"
level_2 = "c"
level_3 = "d"
level_4 = "e"
evidence = ["resolution"]
"""

FILES = {
    "structure.toml": STRUCTURE.lstrip(),
    "de.toml": TEXTS.format(language="de").lstrip(),
    "en.toml": TEXTS.format(language="en").lstrip(),
}


@pytest.fixture
def write(tmp_path):
    """Write the demo questionnaire with some passages replaced, by file."""

    def write(**changes):
        folder = tmp_path / "demo" / "1.2.3"
        folder.mkdir(parents=True, exist_ok=True)
        for name, usual in FILES.items():
            text = usual
            for old, new in changes.get(name.removesuffix(".toml"), ()):
                assert old in text
                text = text.replace(old, new, 1)
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        return folder

    return write


@pytest.fixture
def edition(write):
    edition, problems = read_edition(write())
    assert problems == ()
    return edition


def named(folder, problems):
    """Problems as (file, text of the line, where, what)."""
    found = []
    for problem in problems:
        path = folder.parent / problem.file
        lines = path.read_text(encoding="utf-8").split("\n")
        found.append((path.name, lines[problem.line - 1], problem.where, problem.what))
    return found


# --- what is right


def test_everything_in_the_files_is_in_the_questionnaire(edition):
    assert (edition.id, edition.version, edition.languages) == ("demo", "1.2.3", ("de", "en"))
    questionnaire = edition.questionnaire("de")
    assert (questionnaire.id, questionnaire.version, questionnaire.language) == (
        "demo",
        "1.2.3",
        "de",
    )
    assert (questionnaire.title, questionnaire.summary) == ("Demo de", "About.")
    assert questionnaire.levels[2] == LevelName("Partly", "Agreed.")
    assert len(questionnaire.levels) == 5
    assert questionnaire.roles == (Role("BM", "Mayor"), Role("IT", "IT"))
    assert [(b.id, b.name, b.short, b.meaning) for b in questionnaire.blocks] == [
        ("VIS", "Vision de", "Vision", "What for."),
        ("DI", "Data and infrastructure", "Data", "What with."),
    ]
    assert questionnaire.blocks[1].facets == (
        Facet("Data", "Data"),
        Facet("Infra", "Infrastructure"),
    )
    assert [(a.id, a.name, [i.id for i in a.items]) for a in questionnaire.areas] == [
        ("data", "Data", ["data.access"]),
        ("strat", "Strategy", ["strat.vision"]),
    ]


def test_everything_of_an_item_is_read(edition):
    item = edition.questionnaire("en").item("data.access")
    assert (item.title, item.question) == ("Access en", "Who may see what?")
    assert item.why == "Because a search\nshows what it finds."
    assert item.levels[0] == "Nobody knows."
    assert item.levels[4] == "It is reviewed."
    assert item.contributions == (Contribution("DI", 2, "Data"), Contribution("VIS", 1))
    assert (item.roles, item.evidence) == (("IT", "BM"), ("concept", "minutes"))
    assert item.gate
    assert item.extents == frozenset(Extent)
    assert item.not_applicable is NotApplicableRule.WHILE_NO_AI
    assert item.not_applicable_condition == "As long as no AI is used."
    assert item.delivery_modes == (DeliveryMode.OWN, DeliveryMode.PROVIDER)
    assert item.targets == {SizeClass.SMALL: 1, SizeClass.MEDIUM: 2, SizeClass.LARGE: 3}
    assert item.legal == ("gdpr.32",)
    assert item.replaces == ()
    assert item.proportionality == {}


def test_an_item_names_the_earlier_ones_it_took_the_place_of(write):
    earlier = 'gate = true\nreplaces = ["data.rights", "infra.rights"]'
    edition, problems = read_edition(write(structure=[("gate = true", earlier)]))
    assert problems == ()
    assert edition.questionnaire("de").item("data.access").replaces == (
        "data.rights",
        "infra.rights",
    )
    kept = edition_from_json(edition.to_json(), "towns.db")
    assert kept.questionnaire("de") == edition.questionnaire("de")


def test_what_an_item_leaves_out_is_harmless(edition):
    item = edition.questionnaire("de").item("strat.vision")
    assert not item.gate
    assert item.not_applicable is NotApplicableRule.NEVER
    assert (item.not_applicable_condition, item.delivery_modes) == ("", ())
    assert item.legal == ()
    assert item.extents == frozenset({Extent.FULL})


def test_a_language_it_lacks_is_read_in_the_leading_one(edition):
    assert edition.questionnaire("en").language == "en"
    assert edition.questionnaire("fr").language == "de"


def test_a_file_from_a_windows_editor_is_read(write):
    folder = write()
    for file in folder.iterdir():
        text = file.read_text(encoding="utf-8")
        file.write_text(text, encoding="utf-8-sig", newline="\r\n")
    assert read_edition(folder)[1] == ()


def test_a_folder_may_be_named_from_inside(write, monkeypatch):
    monkeypatch.chdir(write(structure=[('roles = ["BM", "IT"]', 'roles = ["BM"]')]))
    _, problems = read_edition(Path())
    assert {problem.file for problem in problems} == {"1.2.3/structure.toml"}
    assert "version_folder" not in {problem.what for problem in problems}


# --- what is wrong

ACCESS, VISION = "item data.access", "item strat.vision"


@pytest.mark.parametrize(
    ("old", "new", "line", "where", "what"),
    [
        ('id = "demo"\n', "", 'version = "1.2.3"', "", "text_missing"),
        ('id = "demo"', "id = 3", "id = 3", "", "text_missing"),
        ('version = "1.2.3"\n', "", 'id = "demo"', "", "text_missing"),
        ('"1.2.3"', '"1.2.4"', 'version = "1.2.4"', "version", "version_folder"),
        ('["BM", "IT"]', "[]", "roles = []", "", "list_too_short"),
        ('["BM", "IT"]', '["BM", 3]', 'roles = ["BM", 3]', "", "list_of_texts"),
        ('["BM", "IT"]', '["BM", "IT", "BM"]', 'roles = ["BM", "IT", "BM"]', "", "list_repeats"),
        ('id = "demo"', 'id = "demo"\nroels = 1', "roels = 1", "", "unknown_key"),
        ('id = "VIS"', 'id = "VIS"\nfacet = ["a"]', 'facet = ["a"]', "block VIS", "unknown_key"),
        ('id = "data"', 'id = "data"\nname = "D"', 'name = "D"', "area data", "unknown_key"),
        ('id = "VIS"', 'id = "DI"', 'id = "DI"', "block DI", "repeated_id"),
        ('id = "strat"', 'id = "data"', 'id = "data"', "area data", "repeated_id"),
        ('"data.access"', '"strat.vision"', 'id = "strat.vision"', VISION, "repeated_id"),
        ('"data.access"', '"Data.1"', 'id = "Data.1"', "item Data.1", "item_id"),
        ('"data.access"', "7", "id = 7", "item 7", "text_missing"),
        ('area = "data"', 'area = "date"', 'area = "date"', ACCESS, "unknown_id"),
        ('area = "data"\n', "", "[[item]]", ACCESS, "text_missing"),
        ('primary = "DI"', 'primary = "D"', 'primary = "D"', ACCESS, "unknown_id"),
        ('primary = "DI"\n', "", "[[item]]", ACCESS, "text_missing"),
        ('secondary = ["VIS"]', 'secondary = ["V"]', 'secondary = ["V"]', ACCESS, "unknown_id"),
        ('secondary = ["VIS"]', 'secondary = "VIS"', 'secondary = "VIS"', ACCESS, "list_of_texts"),
        (
            'secondary = ["VIS"]',
            'secondary = ["DI"]',
            'secondary = ["DI"]',
            ACCESS,
            "primary_again",
        ),
        ('facets = ["Data"]', 'facets = ["Date"]', 'facets = ["Date"]', ACCESS, "unknown_id"),
        ('facets = ["Data"]\n', "", "[[item]]", ACCESS, "facet_missing"),
        ('["quick", "small", "full"]', "[]", "extents = []", ACCESS, "list_too_short"),
        ('"quick", ', '"fast", ', 'extents = ["fast", "small", "full"]', ACCESS, "unknown_id"),
        ("gate = true", 'gate = "yes"', 'gate = "yes"', ACCESS, "flag"),
        ('"while_no_ai"', '"always"', 'not_applicable = "always"', ACCESS, "unknown_id"),
        ('"while_no_ai"', "true", "not_applicable = true", ACCESS, "text_missing"),
        ("[1, 2, 3]", "[1, 2]", "targets = [1, 2]", ACCESS, "three_targets"),
        ("[1, 2, 3]", "[1, 2, 5]", "targets = [1, 2, 5]", ACCESS, "list_of_numbers"),
        ("[1, 2, 3]", "[1, 2, true]", "targets = [1, 2, true]", ACCESS, "list_of_numbers"),
        ("[1, 2, 3]", "2", "targets = 2", ACCESS, "list_of_numbers"),
        ("targets = [1, 2, 3]\n", "", "[[item]]", ACCESS, "three_targets"),
        ('["IT", "BM"]', '["EDV"]', 'roles = ["EDV"]', ACCESS, "unknown_id"),
        ('["own", "provider"]', '["cloud"]', 'delivery = ["cloud"]', ACCESS, "unknown_id"),
        ('["gdpr.32"]', '["gdpr.99"]', 'legal = ["gdpr.99"]', ACCESS, "unknown_id"),
        (
            "gate = true",
            'replaces = ["strat.vision"]',
            'replaces = ["strat.vision"]',
            ACCESS,
            "replaces_asked",
        ),
        ("gate = true", 'replaces = ["Alt"]', 'replaces = ["Alt"]', ACCESS, "item_id"),
        ("gate = true", 'replaces = "a.b"', 'replaces = "a.b"', ACCESS, "list_of_texts"),
        ('legal = ["gdpr.32"]', 'leagl = ["a"]', 'leagl = ["a"]', ACCESS, "unknown_key"),
        ('id = "demo"', 'id = "ki-readiness"', 'id = "ki-readiness"', "id", "id_folder"),
    ],
)
def test_a_problem_of_the_structure_is_named_with_its_line(write, old, new, line, where, what):
    folder = write(structure=[(old, new)])
    edition, problems = read_edition(folder, {"gdpr.32"})
    assert edition is None
    assert ("structure.toml", line, where, what) in named(folder, problems)


@pytest.mark.parametrize(
    ("old", "new", "line", "where", "what"),
    [
        ('language = "de"', 'language = "en"', 'language = "en"', "language", "language_mismatch"),
        ('title = "Demo de"', "title = 3", "title = 3", "", "text_missing"),
        ('summary = "About."\n', "", 'language = "de"', "", "text_missing"),
        ('summary = "About."', 'sumary = "About."', 'sumary = "About."', "", "unknown_key"),
        ('name_0 = "None"', 'name_0 = " "', 'name_0 = " "', "level", "text_missing"),
        ("[level]", "[levels]", 'language = "de"', "level", "table_missing"),
        ("[block.DI]", "[block.ID]", 'language = "de"', "block DI", "table_missing"),
        ("[facet.Infra]", "[facet.Infa]", 'language = "de"', "facet Infra", "table_missing"),
        ("[area.strat]", "[area.start]", 'language = "de"', "area strat", "table_missing"),
        ("[role.IT]", "[role.EDV]", 'language = "de"', "role IT", "table_missing"),
        ('name = "IT"', 'nmae = "IT"', "[role.IT]", "role IT", "text_missing"),
        (
            'short = "Data"',
            f'short = "{"x" * 25}"',
            f'short = "{"x" * 25}"',
            "block DI",
            "text_too_long",
        ),
        ('[item."strat.vision"]', '[item."strat.x"]', 'language = "de"', VISION, "table_missing"),
        (
            '[item."strat.vision"]',
            '[item."strat.x"]',
            '[item."strat.x"]',
            "item strat.x",
            "text_without_item",
        ),
        (
            'title = "Vision"',
            f'title = "{"x" * 61}"',
            f'title = "{"x" * 61}"',
            VISION,
            "text_too_long",
        ),
        ('question = "What for?"', 'question = ""', 'question = ""', VISION, "text_missing"),
        ('why = "Because."\n', "", '[item."strat.vision"]', VISION, "text_missing"),
        ('level_1 = "b"\n', "", '[item."strat.vision"]', VISION, "text_missing"),
        ('level_3 = "d"', 'level_3 = "b"', 'level_3 = "b"', VISION, "level_repeats"),
        ('level_3 = "d"', 'level_5 = "d"', 'level_5 = "d"', VISION, "unknown_key"),
        ('["resolution"]', "[]", "evidence = []", VISION, "list_too_short"),
        ('["resolution"]', '"resolution"', 'evidence = "resolution"', VISION, "list_of_texts"),
        (
            'not_applicable = "As long as no AI is used."\n',
            "",
            '[item."data.access"]',
            ACCESS,
            "text_missing",
        ),
        (
            'evidence = ["resolution"]',
            'evidence = ["resolution"]\nnot_applicable = "Never."',
            'not_applicable = "Never."',
            VISION,
            "not_applicable_unused",
        ),
    ],
)
def test_a_problem_of_the_texts_is_named_with_its_line(write, old, new, line, where, what):
    folder = write(de=[(old, new)])
    edition, problems = read_edition(folder)
    assert edition is None
    assert ("de.toml", line, where, what) in named(folder, problems)


@pytest.mark.parametrize(
    ("key", "length"), [("title", 60), ("question", 180), ("level_0", 220)], ids=str
)
def test_texts_may_be_exactly_as_long_as_allowed(write, key, length):
    text = next(line for line in FILES["en.toml"].split("\n") if line.startswith(f"{key} = "))
    title = text if key != "title" else 'title = "Vision"'
    assert read_edition(write(en=[(title, f'{key} = "{"x" * length}"')]))[1] == ()
    _, problems = read_edition(write(en=[(title, f'{key} = "{"x" * (length + 1)}"')]))
    assert [(p.what, p.values["length"], p.values["most"]) for p in problems] == [
        ("text_too_long", length + 1, length)
    ]


def test_an_empty_section_is_a_problem_of_every_text_in_it(write):
    head, _, _ = FILES["en.toml"].partition('title = "Vision"')
    folder = write()
    (folder / "en.toml").write_text(head, encoding="utf-8")
    _, problems = read_edition(folder)
    assert {problem.where for problem in problems} == {VISION}
    assert [problem.values["key"] for problem in problems] == [
        "title",
        "question",
        "why",
        *(f"level_{n}" for n in range(5)),
        "evidence",
    ]


def test_a_missing_section_is_one_problem(write):
    _, problems = read_edition(write(en=[('[item."strat.vision"]', '[item."data.access".x]')]))
    assert [(p.where, p.what) for p in problems if p.where == VISION] == [(VISION, "table_missing")]


@pytest.mark.parametrize("section", ["block", "area", "item"])
def test_a_questionnaire_needs_at_least_one(write, section):
    parts = FILES["structure.toml"].split(f"[[{section}]]")
    end = parts[-1].partition("[[")[1:]
    folder = write()
    (folder / "structure.toml").write_text(parts[0] + "".join(end), encoding="utf-8")
    _, problems = read_edition(folder)
    assert (section, "nothing_there") in {(p.where, p.what) for p in problems}
    (folder / "structure.toml").write_text(f"{section} = [1]\n{parts[0]}", encoding="utf-8")
    _, problems = read_edition(folder)
    assert ("structure.toml", f"{section} = [1]", section, "not_tables") in named(folder, problems)


def test_all_problems_are_named_at_once_and_once(write):
    folder = write(
        structure=[
            ('id = "demo"\n', ""),
            ('area = "strat"', 'area = "start"'),
            ('secondary = ["VIS"]', 'secondary = ["V"]'),
        ],
        de=[('title = "Vision"', 'title = ""'), ('name = "IT"', "name = 1")],
        en=[('level_0 = "a"', "level_0 = 0")],
    )
    edition, problems = read_edition(folder)
    assert edition is None
    assert sorted(named(folder, problems)) == sorted(
        [
            ("structure.toml", 'version = "1.2.3"', "", "text_missing"),
            ("structure.toml", 'secondary = ["V"]', ACCESS, "unknown_id"),
            ("structure.toml", 'area = "start"', VISION, "unknown_id"),
            ("de.toml", "name = 1", "role IT", "text_missing"),
            ("de.toml", 'title = ""', VISION, "text_missing"),
            ("en.toml", "level_0 = 0", VISION, "text_missing"),
        ]
    )


def test_one_mistake_is_one_problem(write):
    folder = write(structure=[('"while_no_ai"', '"always"'), ('primary = "DI"', 'primary = "D"')])
    assert [(where, what) for _, _, where, what in named(folder, read_edition(folder)[1])] == [
        (ACCESS, "unknown_id"),
        (ACCESS, "unknown_id"),
    ]


def test_a_problem_says_what_goes_into_its_sentence(write):
    _, problems = read_edition(write(structure=[('area = "data"', 'area = "date"')]))
    assert [(p.what, p.values) for p in problems] == [
        ("unknown_id", {"key": "area", "id": "date", "known": "data, strat"})
    ]


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [
        (
            '["own", "provider"]',
            '["own", "cloud"]',
            {"key": "delivery", "id": "cloud", "known": "own, joint, county, provider"},
        ),
        ("[1, 2, 3]", "[5, 5, 5]", {"key": "targets", "low": 0, "high": 4}),
        ('["quick", "small", "full"]', "[]", {"key": "extents", "least": 1}),
        ("legal =", "leagl =", {"key": "leagl", "known": "id, area, primary, secondary, "
         "facets, extents, gate, not_applicable, targets, roles, delivery, legal, replaces"}),
        ('facets = ["Data"]\n', "", {"block": "DI", "known": "Data, Infra"}),
        ('["BM", "IT"]', "[]", {"key": "roles", "least": 1}),
        ('["de", "en"]', "[]", {"key": "languages", "least": 1}),
    ],
)  # fmt: skip
def test_a_problem_says_what_would_be_right(write, old, new, values):
    _, problems = read_edition(write(structure=[(old, new)]))
    assert values in [problem.values for problem in problems]


def test_one_language_and_one_role_are_enough(write):
    structure = [('["de", "en"]', '["en"]'), ('["BM", "IT"]', '["BM"]'), ('["IT", "BM"]', '["BM"]')]
    edition, problems = read_edition(write(structure=structure))
    assert problems == ()
    assert edition.questionnaire("de").language == "en"


def test_legal_anchors_stay_unchecked_without_a_table(write):
    assert read_edition(write(), None)[1] == ()
    assert [p.what for p in read_edition(write(), set())[1]] == ["unknown_id"]


# --- a folder of texts instead of one file


@pytest.fixture
def spread(write):
    """The demo questionnaire with its German texts spread over several files."""

    def spread(**changes):
        folder = write(**changes)
        head, access, vision = (folder / "de.toml").read_text("utf-8").partition('[item."data')
        access, between, vision = vision.partition('[item."strat')
        parts = {
            "questionnaire.toml": head,
            "items/data.toml": f'[item."data{access}',
            "items/strat.toml": f"{between}{vision}",
        }
        (folder / "de" / "items").mkdir(parents=True)
        for name, text in parts.items():
            (folder / "de" / name).write_text(text, encoding="utf-8")
        (folder / "de.toml").unlink()
        return folder

    return spread


def test_texts_in_a_folder_say_the_same_as_in_one_file(spread, edition):
    again, problems = read_edition(spread())
    assert problems == ()
    assert again.to_json() == edition.to_json()


@pytest.mark.parametrize(
    ("old", "new", "file", "line", "what"),
    [
        ('title = "Vision"', 'title = ""', "items/strat.toml", 2, "text_missing"),
        ('title = "Access de"', "titel = 1", "items/data.toml", 2, "unknown_key"),
        ('name = "IT"', 'name = ""', "questionnaire.toml", 42, "text_missing"),
        ('[item."strat.vision"]', '[item."strat.x"]', "items/strat.toml", 1, "text_without_item"),
    ],
)
def test_a_problem_names_the_file_it_stands_in(spread, old, new, file, line, what):
    _, problems = read_edition(spread(de=[(old, new)]))
    assert (f"1.2.3/de/{file}", what) in [(p.file, p.what) for p in problems]
    if line != 42:
        assert (f"1.2.3/de/{file}", line, what) in [(p.file, p.line, p.what) for p in problems]


def test_what_two_files_say_of_one_item_is_a_problem(spread):
    folder = spread()
    text = (folder / "de/items/strat.toml").read_text(encoding="utf-8")
    (folder / "de/items/twice.toml").write_text(f"\n{text}", encoding="utf-8")
    _, problems = read_edition(folder)
    assert [(p.file, p.line, p.what) for p in problems] == [
        ("1.2.3/de/items/twice.toml", 2, "said_twice")
    ]


def test_a_broken_file_of_several_is_one_problem(spread):
    folder = spread()
    (folder / "de/items/data.toml").write_text("[item\n", encoding="utf-8")
    _, problems = read_edition(folder)
    assert [(p.file, p.what) for p in problems] == [("1.2.3/de/items/data.toml", "syntax")]


# --- which level is good enough, by size class

ENOUGH = """evidence = ["resolution"]
enough_small = "Level 2 is enough: few people."
enough_medium = "Level 3 helps here."
enough_large = "At this size level 3 pays."
"""


def enough(write, *pairs, also=True):
    text = ENOUGH
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    changes = [('evidence = ["resolution"]\n', text)]
    if also:
        usual = 'evidence = ["concept", "minutes"]'
        lines = "\n".join(f'enough_{size} = "Level {n}."' for n, size in enumerate(SizeClass, 1))
        changes.append((usual, f"{usual}\n{lines}"))
    return read_edition(write(de=changes, en=changes))


def test_what_is_good_enough_is_read_by_size_class(write):
    edition, problems = enough(write)
    assert problems == ()
    said = edition.questionnaire("en").item("strat.vision").proportionality
    assert said[SizeClass.SMALL] == "Level 2 is enough: few people."
    assert list(said) == list(SizeClass)


@pytest.mark.parametrize(
    ("pairs", "where", "what"),
    [
        ([("Level 2 is", "Level 1 is")], VISION, "other_target"),
        ([("Level 2 is", "It is")], VISION, "other_target"),
        ([('enough_large = "At this size level 3 pays."\n', "")], VISION, "text_missing"),
        ([("few people", "x" * 200)], VISION, "text_too_long"),
    ],
)
def test_a_sentence_that_does_not_fit_its_target_is_a_problem(write, pairs, where, what):
    edition, problems = enough(write, *pairs)
    assert edition is None
    assert {(p.where, p.what) for p in problems} == {(where, what)}


def test_all_items_say_what_is_good_enough_or_none(write):
    _, problems = enough(write, also=False)
    assert {(p.file, p.where, p.what) for p in problems} == {
        ("1.2.3/de.toml", ACCESS, "enough_missing"),
        ("1.2.3/en.toml", ACCESS, "enough_missing"),
    }


# --- files that cannot be read


def test_broken_toml_is_one_problem_with_its_line(write):
    folder = write(structure=[("gate = true", "gate = yes")])
    edition, problems = read_edition(folder)
    assert edition is None
    assert named(folder, problems) == [("structure.toml", "gate = yes", "", "syntax")]
    assert "line" in problems[0].values["detail"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param('b = 1\na = "', 2, id="string-without-end"),
        pytest.param("a = [\n1,\n", 3, id="list-without-end"),
        pytest.param("a = 1\na = 2\nb = 3", 2, id="key-twice"),
        pytest.param("a = " + "9" * 5000, 1, id="number-beyond-measure"),
        pytest.param("a = " + "[" * 5000, 1, id="nesting-beyond-measure"),
    ],
)
def test_any_broken_toml_is_a_problem_and_no_crash(write, text, line):
    folder = write()
    (folder / "en.toml").write_text(text, encoding="utf-8")
    _, problems = read_edition(folder)
    assert [(p.file, p.what) for p in problems] == [("1.2.3/en.toml", "syntax")]
    assert problems[0].line == line


def test_a_broken_language_does_not_hide_problems_of_the_others(write):
    folder = write(
        de=[('title = "Demo de"', "title =")],
        en=[('question = "What for?"', "question = 1")],
        structure=[('["VIS"]', '["V"]')],
    )
    _, problems = read_edition(folder)
    assert named(folder, problems) == [
        ("structure.toml", 'secondary = ["V"]', ACCESS, "unknown_id"),
        ("de.toml", "title =", "", "syntax"),
        ("en.toml", "question = 1", VISION, "text_missing"),
    ]


def test_a_pdf_is_no_questionnaire(write):
    folder = write()
    (folder / "de.toml").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
    _, problems = read_edition(folder)
    assert [(p.file, p.line, p.what) for p in problems] == [("1.2.3/de.toml", 1, "not_utf8")]


def test_a_missing_language_file_is_a_problem(write):
    folder = write()
    (folder / "en.toml").unlink()
    _, problems = read_edition(folder)
    assert [(p.file, p.line, p.what) for p in problems] == [("1.2.3/en.toml", 1, "unreadable")]
    assert problems[0].values == {"reason": "No such file or directory"}


def test_an_empty_folder_is_a_problem(tmp_path):
    edition, problems = read_edition(tmp_path)
    assert edition is None
    assert [(p.file, p.what) for p in problems] == [
        (f"{tmp_path.name}/structure.toml", "unreadable")
    ]


def test_an_empty_file_names_everything_it_needs(write):
    folder = write()
    (folder / "structure.toml").write_text("", encoding="utf-8")
    _, problems = read_edition(folder)
    assert {(p.where, p.values["key"]) for p in problems} == {
        ("", "id"),
        ("", "version"),
        ("", "languages"),
        ("", "roles"),
        ("block", "block"),
        ("area", "area"),
        ("item", "item"),
    }


@pytest.mark.parametrize(
    "languages", ["3", '"de"', '[["de"]]', '["de", 1]', '["d\\u0000e"]', "[]", '["de", "de"]']
)
def test_strange_languages_are_a_problem_and_no_crash(write, languages):
    folder = write(structure=[('["de", "en"]', languages)])
    edition, problems = read_edition(folder)
    assert edition is None
    assert problems


@pytest.mark.parametrize("strange", ["[1]", "{ a = 1 }", "2026-11-22", "true"])
@pytest.mark.parametrize("line", ['id = "data.access"', 'area = "data"', 'id = "VIS"'])
def test_strange_values_are_a_problem_and_no_crash(write, line, strange):
    key = line.partition(" ")[0]
    folder = write(structure=[(line, f"{key} = {strange}")])
    _, problems = read_edition(folder)
    assert ("structure.toml", f"{key} = {strange}", "text_missing") in [
        (file, line, what) for file, line, _, what in named(folder, problems)
    ]


# --- the copy a workspace keeps


def test_an_edition_survives_the_way_through_json(edition):
    text = edition.to_json()
    again = edition_from_json(text, "towns.db")
    assert again == edition
    assert again.to_json() == text
    for language in ("de", "en"):
        assert again.questionnaire(language) == edition.questionnaire(language)


def test_the_same_content_is_the_same_json(edition, write, tmp_path):
    other = tmp_path / "elsewhere" / "demo" / "1.2.3"
    shutil.copytree(write(), other)
    swapped = FILES["de.toml"].replace(
        'name = "Data"\n\n[facet.Infra]', 'name = "Data"\n[facet.Infra]'
    )
    (other / "de.toml").write_text(swapped, encoding="utf-8")
    assert read_edition(other)[0].to_json() == edition.to_json()


def test_what_a_workspace_kept_may_have_keys_of_an_older_program(edition):
    raw = json.loads(edition.to_json())
    raw["structure"]["item"][0]["steps"] = [3, 5]
    raw["texts"]["de"]["item"]["data.access"]["hint"] = "Old."
    assert edition_from_json(json.dumps(raw), "towns.db").id == "demo"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "3",
        "{}",
        '{"structure": {}}',
        '{"structure": [], "texts": {}}',
        '{"structure": {}, "texts": []}',
        '{"structure": {"languages": ["de"]}, "texts": {}}',
        '{"structure": {"languages": ["de"]}, "texts": {"de": 3}}',
        '{"structure": {"languages": 3}, "texts": {"de": {}}}',
        '{"structure": null, "texts": null}',
        "[" * 100_000,
    ],
    ids=lambda text: text[:60] or "empty",
)
def test_a_damaged_copy_is_refused_with_its_name(text):
    with pytest.raises(InvalidQuestionnaireError, match=r"towns\.db") as caught:
        edition_from_json(text, "towns.db")
    assert caught.value.problems


def test_a_copy_that_lacks_a_language_is_refused(edition):
    raw = json.loads(edition.to_json())
    del raw["texts"]["de"]
    with pytest.raises(InvalidQuestionnaireError):
        edition_from_json(json.dumps(raw), "towns.db")


RAW = {
    "structure": tomllib.loads(FILES["structure.toml"]),
    "texts": {language: tomllib.loads(FILES[f"{language}.toml"]) for language in ("de", "en")},
}


def places(value, path=()):
    yield path
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from places(value[key], (*path, key))


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=4,
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(list(places(RAW))), JUNK)
def test_no_copy_is_too_strange(place, junk):
    raw = json.loads(json.dumps(RAW))
    if place:
        *way, last = place
        inner = raw
        for key in way:
            inner = inner[key]
        inner[last] = junk
    else:
        raw = junk
    try:
        edition = edition_from_json(json.dumps(raw), "towns.db")
    except InvalidQuestionnaireError:
        return
    assert edition.questionnaire("de").language in {"de", "en"}
