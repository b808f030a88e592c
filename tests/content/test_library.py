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
from kiassess.domain.questionnaire import Extent

QUESTIONNAIRES = Path(__file__).parents[2] / "questionnaires"
VERSIONS = [path.parent for path in sorted(QUESTIONNAIRES.glob("*/*/structure.toml"))]


@pytest.fixture
def folder(tmp_path):
    """A library with several versions of one questionnaire."""
    source = QUESTIONNAIRES / "ki-readiness" / "1.0.0"
    for version in ("1.0.0", "1.9.0", "1.10.0"):
        target = tmp_path / "ki-readiness" / version
        shutil.copytree(source, target)
        structure = target / "structure.toml"
        text = structure.read_text(encoding="utf-8")
        structure.write_text(text.replace('"1.0.0"', f'"{version}"'), encoding="utf-8")
    shutil.copytree(QUESTIONNAIRES / "legal", tmp_path / "legal")
    return tmp_path


@pytest.fixture
def library(folder):
    return Library(folder)


def test_ids_and_folders_of_all_versions_are_known(library, folder):
    assert library.ids() == ("ki-readiness",)
    assert set(library.folders()) == {
        folder / "ki-readiness" / "1.0.0",
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
    file = folder / "ki-readiness" / "1.10.0" / "de.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('language = "de"', 'language = "en"', 1), encoding="utf-8")
    with pytest.raises(InvalidQuestionnaireError) as caught:
        library.load("ki-readiness")
    assert caught.value.values["file"] == "ki-readiness 1.10.0"
    assert caught.value.problems == ("1.10.0/de.toml:1",)


def test_a_folder_with_a_strange_name_is_older_than_any_version(library, folder):
    shutil.copytree(folder / "ki-readiness" / "1.9.0", folder / "ki-readiness" / "draft")
    assert library.load("ki-readiness").version == "1.10.0"


def test_legal_anchors_are_checked_against_the_newest_table(library, folder):
    file = folder / "legal" / "2031-01-01.toml"
    file.write_text("as_of = 2031-01-01\n", encoding="utf-8")
    assert library.legal_file() == file
    assert library.load("ki-readiness")  # a broken table leaves the anchors unchecked
    older = next(path for path in (folder / "legal").glob("2026*"))
    text = older.read_text(encoding="utf-8").replace('id = "gdpr.30"', 'id = "gdpr.31"')
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidQuestionnaireError):
        library.load("ki-readiness")


def test_without_any_legal_table_nothing_is_loaded(library, folder):
    shutil.rmtree(folder / "legal")
    with pytest.raises(InvalidQuestionnaireError, match="legal"):
        library.load("ki-readiness")


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
    with permissions(version / "en.toml", 0o000):
        _, problems = read_edition(version)
    assert [(p.file, p.what) for p in problems] == [("1.9.0/en.toml", "unreadable")]


# --- what came with this program


@pytest.fixture(scope="module")
def bundled():
    return Library(QUESTIONNAIRES)


def test_there_is_a_questionnaire(bundled):
    assert "ki-readiness" in bundled.ids()


@pytest.mark.parametrize("folder", VERSIONS, ids=lambda path: f"{path.parent.name} {path.name}")
def test_every_published_version_is_without_problems(bundled, folder):
    legal = load_legal_table(bundled.legal_file(), "de")
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
    for name in ("de.toml", "en.toml"):
        for text in texts_of(tomllib.loads((folder / name).read_text(encoding="utf-8"))):
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
    questionnaire = bundled.load("ki-readiness", "1.0.0").questionnaire("de")
    quick = list(questionnaire.items(Extent.QUICK))
    assert len(quick) == 22
    for block in questionnaire.blocks:
        feeding = [i for i in quick if block.id in {c.block_id for c in i.contributions}]
        assert len(feeding) >= 5
        assert sum(i.primary_block == block.id for i in feeding) >= 2


def test_every_minimum_requirement_of_the_quick_check_is_wanted_at_level_3(bundled):
    questionnaire = bundled.load("ki-readiness", "1.0.0").questionnaire("de")
    gates = [item for item in questionnaire.items() if item.gate]
    assert {item.id for item in gates} == {
        "data.access",
        "infra.security",
        "skill.literacy",
        "res.aiinventory",
        "legal.dpia",
        "legal.riskclass",
        "legal.guideline",
    }
    assert all(set(item.targets.values()) == {3} for item in gates)
