"""The questionnaires in a folder, and those that came with this program."""

import shutil
import tomllib
from pathlib import Path

import pytest
from permissions import permissions

from kiassess.content.edition import edition_from_json, read_edition
from kiassess.content.legal import load_legal_table
from kiassess.content.library import Library
from kiassess.domain.errors import InvalidQuestionnaireError, UnknownQuestionnaireError
from kiassess.domain.kinds import Extent

QUESTIONNAIRES = Path(__file__).parents[2] / "questionnaires"
EXAMPLE = Path(__file__).parents[2] / "resources" / "example" / "buergerbuero" / "1.0.0"
VERSIONS = [path.parent for path in sorted(QUESTIONNAIRES.glob("*/*/structure.toml"))]


@pytest.fixture
def folder(tmp_path):
    """A library with several versions of one questionnaire."""
    source = QUESTIONNAIRES / "ki-readiness" / "1.1.0"
    for version in ("1.1.0", "1.9.0", "1.10.0"):
        target = tmp_path / "ki-readiness" / version
        shutil.copytree(source, target)
        structure = target / "structure.toml"
        text = structure.read_text(encoding="utf-8")
        structure.write_text(text.replace('"1.1.0"', f'"{version}"'), encoding="utf-8")
    shutil.copytree(QUESTIONNAIRES / "legal", tmp_path / "legal")
    return tmp_path


@pytest.fixture
def library(folder):
    return Library(folder)


def test_ids_and_folders_of_all_versions_are_known(library, folder):
    assert library.ids() == ("ki-readiness",)
    assert set(library.folders()) == {
        folder / "ki-readiness" / "1.1.0",
        folder / "ki-readiness" / "1.10.0",
        folder / "ki-readiness" / "1.9.0",
    }


def test_without_a_version_the_newest_is_loaded(library):
    assert library.load("ki-readiness").version == "1.10.0"


def test_an_older_version_can_be_loaded(library):
    assert library.load("ki-readiness", "1.9.0").version == "1.9.0"


@pytest.mark.parametrize(
    ("questionnaire_id", "version"), [("other", None), ("ki-readiness", "2.0.0")]
)
def test_an_unknown_questionnaire_names_those_there_are(library, questionnaire_id, version):
    with pytest.raises(UnknownQuestionnaireError) as caught:
        library.load(questionnaire_id, version)
    assert caught.value.values == {"id": questionnaire_id, "known": "ki-readiness"}


def test_an_invalid_questionnaire_names_file_and_line(library, folder):
    file = folder / "ki-readiness" / "1.10.0" / "de" / "questionnaire.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('language = "de"', 'language = "en"', 1), encoding="utf-8")
    with pytest.raises(InvalidQuestionnaireError) as caught:
        library.load("ki-readiness")
    assert caught.value.values["file"] == "ki-readiness 1.10.0"
    assert caught.value.problems == ("1.10.0/de/questionnaire.toml:1",)


def test_a_folder_with_a_strange_name_is_older_than_any_version(library, folder):
    shutil.copytree(folder / "ki-readiness" / "1.9.0", folder / "ki-readiness" / "draft")
    assert library.load("ki-readiness").version == "1.10.0"


def test_the_newest_legal_table_comes_first(library, folder):
    (folder / "legal" / "2031-01-01.toml").write_text("as_of = 2031-01-01\n", encoding="utf-8")
    (folder / "legal" / "2027-12-31.toml").write_text("as_of = 2027-12-31\n", encoding="utf-8")
    names = [file.name for file in library.legal_files()]
    assert names == ["2031-01-01.toml", "2027-12-31.toml", "2026-11-22.toml"]


def test_a_legal_table_that_drops_an_anchor_stops_nobody(library, folder):
    shutil.rmtree(folder / "legal")
    assert library.load("ki-readiness").version == "1.10.0"


# --- the folder of the user beside that of the program


@pytest.fixture
def beside(folder, tmp_path_factory):
    """A folder of one's own with another questionnaire, and a library of both."""
    own = tmp_path_factory.mktemp("own")
    shutil.copytree(EXAMPLE.parent, own / "buergerbuero")
    return Library(folder, own), own


def test_what_lies_in_ones_own_folder_comes_beside_ours(beside):
    library, _ = beside
    assert library.ids() == ("buergerbuero", "ki-readiness")
    assert [one.id for one in library.published("de")] == ["ki-readiness", "buergerbuero"]
    assert library.load("buergerbuero").id == "buergerbuero"


def test_a_newer_version_in_ones_own_folder_counts(beside, folder):
    library, own = beside
    target = own / "ki-readiness" / "2.0.0"
    shutil.copytree(folder / "ki-readiness" / "1.10.0", target)
    structure = (target / "structure.toml").read_text(encoding="utf-8")
    (target / "structure.toml").write_text(structure.replace('"1.10.0"', '"2.0.0"'), "utf-8")
    assert library.load("ki-readiness").version == "2.0.0"
    assert library.folder("ki-readiness") == target


def test_of_the_same_version_that_of_the_program_counts(beside, folder):
    library, own = beside
    shutil.copytree(folder / "ki-readiness" / "1.10.0", own / "ki-readiness" / "1.10.0")
    assert library.folder("ki-readiness") == folder / "ki-readiness" / "1.10.0"


def test_a_newer_legal_table_in_ones_own_folder_counts(beside):
    library, own = beside
    (own / "legal").mkdir()
    newer = own / "legal" / "2027-03-01.toml"
    newer.write_text("", encoding="utf-8")
    assert library.legal_files()[0] == newer


def test_a_list_says_title_version_and_how_much_is_asked(beside):
    library, _ = beside
    ours, own = library.published("en")
    assert (ours.version, ours.counts[Extent.QUICK], ours.counts[Extent.FULL]) == ("1.10.0", 22, 86)
    assert own.title.startswith("Example")
    assert list(own.counts.values()) == [4, 10, 12]


@pytest.mark.parametrize("broken", ["", "[[item\n", "item = 3\n", 'item = [1, "a"]\n'])
def test_a_list_shows_a_broken_questionnaire_by_the_name_of_its_folder(beside, broken):
    library, own = beside
    folder = own / "buergerbuero" / "1.0.0"
    (folder / "structure.toml").write_text(broken, encoding="utf-8")
    (folder / "de.toml").write_bytes(b"\xff\xfe")
    found = library.published("de")[1]
    assert (found.id, found.version, found.title) == ("buergerbuero", "1.0.0", "buergerbuero")
    assert set(found.counts.values()) == {0}


@pytest.mark.parametrize("name", ["", "missing"])
def test_an_empty_or_missing_folder_holds_no_questionnaire(tmp_path, name):
    library = Library(tmp_path / name)
    assert (library.ids(), library.folders()) == ((), ())
    with pytest.raises(UnknownQuestionnaireError):
        library.load("ki-readiness")


def test_a_folder_that_may_not_be_entered_holds_no_questionnaire(library, folder):
    with permissions(folder, 0o000):
        assert library.ids() == ()
        with pytest.raises(UnknownQuestionnaireError):
            library.load("ki-readiness")


def test_a_file_that_may_not_be_read_is_a_problem(folder):
    version = folder / "ki-readiness" / "1.9.0"
    with permissions(version / "en" / "items" / "res.toml", 0o000):
        _, problems = read_edition(version)
    assert [(p.file, p.what) for p in problems] == [("1.9.0/en/items/res.toml", "unreadable")]


# --- what came with this program


@pytest.fixture(scope="module")
def bundled():
    return Library(QUESTIONNAIRES)


def test_there_is_a_questionnaire(bundled):
    assert "ki-readiness" in bundled.ids()


@pytest.mark.parametrize("folder", VERSIONS, ids=lambda path: f"{path.parent.name} {path.name}")
def test_every_published_version_is_without_problems(bundled, folder):
    legal = load_legal_table(bundled.legal_files()[0], "de")
    edition, problems = read_edition(folder, legal.anchors.keys())
    assert problems == ()
    assert edition.id == folder.parent.name
    assert edition_from_json(edition.to_json(), "copy") == edition


@pytest.mark.parametrize("folder", VERSIONS, ids=lambda path: f"{path.parent.name} {path.name}")
def test_ids_of_a_published_version_never_change(folder, check_golden):
    edition, _ = read_edition(folder)
    ids = [item.id for item in edition.questionnaire("de").items()]
    check_golden(f"item_ids_{folder.name}.txt", "\n".join(ids) + "\n")


@pytest.mark.parametrize("folder", VERSIONS, ids=lambda path: f"{path.parent.name} {path.name}")
def test_all_languages_say_the_same_things(folder):
    edition, _ = read_edition(folder)
    german, english = (edition.questionnaire(language) for language in ("de", "en"))
    assert (german.language, english.language) == ("de", "en")
    for one, other in zip(german.items(), english.items(), strict=True):
        assert len(one.evidence) == len(other.evidence)
        assert one.title != other.title or len(one.title) <= 3
        assert one.question != other.question
        assert set(one.levels).isdisjoint(other.levels)


@pytest.mark.parametrize("folder", VERSIONS, ids=lambda path: f"{path.parent.name} {path.name}")
def test_texts_have_no_stray_spaces_or_placeholders(folder):
    for file in folder.glob("??/**/*.toml"):
        for text in texts_of(tomllib.loads(file.read_text(encoding="utf-8"))):
            assert text == text.strip()
            assert "  " not in text
            assert not any(mark in text for mark in ("TODO", "XXX", "???", "Lorem", "{", "}"))


def texts_of(value):
    if isinstance(value, dict):
        for inner in value.values():
            yield from texts_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner)
    else:
        yield value


def test_the_quick_check_asks_22_questions_and_touches_every_block(bundled):
    questionnaire = bundled.load("ki-readiness", "1.1.0").questionnaire("de")
    quick = list(questionnaire.items(Extent.QUICK))
    assert len(quick) == 22
    for block in questionnaire.blocks:
        feeding = [i for i in quick if block.id in {c.block_id for c in i.contributions}]
        assert len(feeding) >= 5
        assert sum(i.primary_block == block.id for i in feeding) >= 2
