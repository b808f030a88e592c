"""What a version promises is counted again, and ids stay for good."""

import shutil
from pathlib import Path

import pytest

from kiassess.content.catalogue import load_catalogue
from kiassess.content.edition import read_edition
from kiassess.content.promises import coverage_problems, id_problems
from kiassess.domain.coverage import count

OURS = max((Path(__file__).parents[2] / "questionnaires").glob("ki-readiness/*/structure.toml"))


@pytest.fixture(scope="module")
def counts():
    edition, _ = read_edition(OURS.parent)
    return count(edition.questionnaire("de"), load_catalogue(OURS.parent, edition, "de"))


@pytest.fixture
def promise(tmp_path):
    def write(text):
        (tmp_path / "coverage.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_what_is_promised_is_kept(counts):
    """The numbers were taken from the design of the catalogue, not from its files."""
    assert coverage_problems(OURS.parent, counts) == ()
    assert counts["extent"]["full"]["block"]["GB"] == {"primary": 22, "total": 48}
    assert counts["lens"]["altai"] == dict(zip(
        ["R1", "R2", "R3", "R4", "R5", "R6", "R7"], [11, 14, 21, 8, 6, 12, 22], strict=True
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "promised", "there"),
    [
        ("[extent.full]\nitems = 87\n", 2, 87, 86),
        ("[extent.quick.area]\nlegal = 3\nstrat = 8\n", 3, 8, 7),
        ("[extent.full.block]\nHF = { primary = 7, total = 26 }\n", 2, 26, 25),
        ("[extent.small.facet]\nBeteiligung = 4\n", 2, 4, 5),
        ("[lens.altai]\nR9 = 1\n", 2, 1, 0),
        ("[measures]\nquick_wins = 34\n", 2, 34, 33),
        ("[measures.effort]\nXL = 3\n", 2, 3, 2),
        ("[nothing]\nat = 'all'\n", 2, "all", 0),
    ],
)
def test_a_promise_that_is_not_kept_is_named(promise, counts, text, line, promised, there):
    (problem,) = coverage_problems(promise(text), counts)
    assert (problem.line, problem.what) == (line, "other_count")
    assert (problem.values["promised"], problem.values["there"]) == (promised, there)


def test_who_promises_nothing_breaks_nothing(tmp_path, counts):
    assert coverage_problems(tmp_path, counts) == ()


@pytest.fixture
def listed(tmp_path):
    """A version folder below a list of ids."""

    def write(text):
        (tmp_path / "demo" / "1.0.0").mkdir(parents=True)
        (tmp_path / "demo" / "ids.txt").write_text(text, encoding="utf-8")
        return tmp_path / "demo" / "1.0.0"

    return write


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# ids\nq.a\nq.b\n", []),
        ("q.a\nq.b\nq.c\n", [(3, "lost_id", "q.c")]),
        ("q.a\n", [(1, "unlisted_id", "q.b")]),
        ("q.a\nq.b\n- q.c\n", []),
        ("q.a\n- q.b\n", [(2, "retired_id", "q.b")]),
    ],
)
def test_ids_are_compared_with_the_list(listed, text, found):
    problems = id_problems(listed(text), ["q.a", "q.b"], newest=True)
    assert [(p.line, p.what, p.values["id"]) for p in problems] == found
    assert all(p.file == "demo/ids.txt" for p in problems)


def test_an_older_version_need_not_have_every_id(listed):
    assert id_problems(listed("q.a\nq.b\nq.c\n"), ["q.a"], newest=False) == ()


def test_without_a_list_ids_are_free(tmp_path):
    assert id_problems(tmp_path / "demo" / "1.0.0", ["q.a"], newest=True) == ()


def test_every_id_ever_given_is_in_the_list(tmp_path):
    """A published id that was renamed would be lost and unlisted at once."""
    folder = tmp_path / "ki-readiness"
    shutil.copytree(OURS.parents[1], folder)
    edition, _ = read_edition(folder / OURS.parent.name)
    ids = [item.id for item in edition.questionnaire("de").items()]
    renamed = ["data.renamed" if one == "data.inventory" else one for one in ids]
    found = id_problems(folder / OURS.parent.name, renamed, newest=True)
    assert {("lost_id", "data.inventory"), ("unlisted_id", "data.renamed")} <= {
        (p.what, p.values["id"]) for p in found
    }
