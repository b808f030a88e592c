"""Pairs of answers that hardly go together: read, checked, and those that came with us."""

import re
import shutil
import tomllib
from itertools import product
from pathlib import Path

import pytest

from kiassess.content.catalogue import load_catalogue, read_catalogue, unread_files
from kiassess.content.edition import read_edition
from kiassess.domain.kinds import Extent
from kiassess.domain.plausibility import Pair

ROOT = Path(__file__).parents[2]
OURS = max(ROOT.glob("questionnaires/ki-readiness/*/structure.toml")).parent

FACTS = """
[[pair]]
id = "p.waiting-inventory"
first = "front.waiting"
at_least = 3
second = "data.inventory"
below = 2

[[pair]]
id = "p.inventory-waiting"
first = "data.inventory"
at_least = 4
second = "front.waiting"
below = 1
"""
TEXTS = """
[pair."p.waiting-inventory"]
finding = "This, but not that."
question = "How?"

[pair."p.inventory-waiting"]
finding = "That, but not this."
question = "Why?"
"""
FILES = {"plausibility.toml": FACTS, "de/plausibility.toml": TEXTS}


@pytest.fixture
def folder(tmp_path):
    """The example questionnaire, with German texts only, to stand the pairs beside."""
    source = ROOT / "resources/example/buergerbuero/1.0.0"
    target = tmp_path / "buergerbuero" / "1.0.0"
    target.mkdir(parents=True)
    for name in ("structure.toml", "de.toml", "en.toml"):
        shutil.copy(source / name, target)
    return target


def write(folder, file="", old="", new=""):
    """Write both files, with a passage of one replaced, and read them."""
    (folder / "de").mkdir()
    for name, text in FILES.items():
        assert name != file or old in text
        changed = text.replace(old, new, 1) if name == file else text
        (folder / name).write_text(changed.lstrip(), encoding="utf-8")
    edition, problems = read_edition(folder)
    assert problems == ()
    return read_catalogue(folder, edition, "de")


def test_pairs_are_read_in_their_order(folder):
    catalogue, problems = write(folder)
    assert problems == ()
    assert list(catalogue.pairs) == ["p.waiting-inventory", "p.inventory-waiting"]
    assert catalogue.pairs["p.waiting-inventory"] == Pair(
        "p.waiting-inventory",
        "front.waiting",
        3,
        "data.inventory",
        2,
        "This, but not that.",
        "How?",
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "what"),
    [
        ("plausibility.toml", '"p.waiting-inventory"', '"waiting"', 2, "pair_id"),
        ("plausibility.toml", '"p.inventory-waiting"', '"p.waiting-inventory"', 9, "repeated_id"),
        ("plausibility.toml", '"front.waiting"', '"front.weating"', 3, "unknown_item"),
        ("plausibility.toml", '"data.inventory"', '"data.gone"', 5, "unknown_item"),
        ("plausibility.toml", '"data.inventory"', '"front.waiting"', 5, "same_item"),
        ("plausibility.toml", "at_least = 3", "at_least = 0", 4, "number"),
        ("plausibility.toml", "at_least = 3", "at_least = 5", 4, "number"),
        ("plausibility.toml", "below = 2", "below = 0", 6, "number"),
        ("plausibility.toml", "below = 2", "below = true", 6, "number"),
        ("plausibility.toml", "below", "beneath", 6, "unknown_key"),
        ("plausibility.toml", 'first = "front.waiting"\n', "", 1, "text_missing"),
        ("de/plausibility.toml", "[pair.", "[pear.", 4, "table_missing"),
        ("de/plausibility.toml", "p.waiting-inventory", "p.waiting", 1, "text_without_facts"),
        ("de/plausibility.toml", 'question = "How?"\n', "", 1, "text_missing"),
        ("de/plausibility.toml", "question", "qestion", 3, "unknown_key"),
        ("de/plausibility.toml", '"How?"', f'"{"x" * 181}"', 3, "text_too_long"),
        ("de/plausibility.toml", '"This, but not that."', f'"{"x" * 221}"', 2, "text_too_long"),
    ],
)
def test_a_problem_is_named_with_its_file_and_line(folder, file, old, new, line, what):
    _, problems = write(folder, file, old, new)
    found = [(p.file, p.line, p.what) for p in problems]
    if what == "table_missing":
        assert what in [what for _, _, what in found]
    else:
        assert (f"1.0.0/{file}", line, what) in found


@pytest.mark.parametrize("gone", ['"data.gone"', '"front.waiting"'], ids=["unknown", "the same"])
def test_a_pair_without_two_known_items_is_left_out(folder, gone):
    catalogue, _ = write(folder, "plausibility.toml", '"data.inventory"', gone)
    assert list(catalogue.pairs) == ["p.inventory-waiting"]


def test_a_text_of_a_pair_that_is_wrong_is_not_a_second_problem(folder):
    _, problems = write(folder, "plausibility.toml", '"data.inventory"', '"data.gone"')
    assert [p.what for p in problems] == ["unknown_item"]


def test_facts_without_texts_are_a_problem(folder):
    write(folder)
    (folder / "de" / "plausibility.toml").unlink()
    edition, _ = read_edition(folder)
    catalogue, problems = read_catalogue(folder, edition, "de")
    assert catalogue.pairs == {}
    assert ("1.0.0/de/plausibility.toml", "unreadable") in [(p.file, p.what) for p in problems]


def test_no_file_of_the_pairs_is_unread(folder):
    write(folder)
    assert unread_files(folder, ["de", "en"]) == ()


# --- what came with this program


@pytest.fixture(scope="module", params=["de", "en"])
def ours(request):
    edition, _ = read_edition(OURS)
    return load_catalogue(OURS, edition, request.param), edition.questionnaire(request.param)


def test_there_are_as_many_pairs_as_were_promised(ours):
    catalogue, questionnaire = ours
    assert len(catalogue.pairs) >= 22
    items = {one for pair in catalogue.pairs.values() for one in (pair.first, pair.second)}
    areas = {questionnaire.area_of(one).id for one in items}
    assert areas == {area.id for area in questionnaire.areas}


def test_the_quick_check_has_pairs_too(ours):
    catalogue, questionnaire = ours
    quick = {item.id for item in questionnaire.items(Extent.QUICK)}
    assert sum({p.first, p.second} <= quick for p in catalogue.pairs.values()) >= 6


def test_a_pair_is_named_after_its_first_item(ours):
    for pair in ours[0].pairs.values():
        assert pair.id.startswith(f"p.{pair.first.partition('.')[2]}-")


def test_no_two_pairs_speak_of_the_same_or_say_the_same(ours):
    pairs = ours[0].pairs.values()
    assert len({(pair.first, pair.second) for pair in pairs}) == len(pairs)
    assert len({pair.finding for pair in pairs}) == len(pairs)
    assert len({pair.question for pair in pairs}) == len(pairs)


def test_a_finding_is_one_sentence_and_ends_in_one_question(ours):
    for pair in ours[0].pairs.values():
        assert re.fullmatch(r"[^.?!]+\.", pair.finding), pair.id
        assert re.fullmatch(r"[^.?!]+\?", pair.question), pair.id
        assert max(len(pair.finding.split()), len(pair.question.split())) <= 26, pair.id


def test_no_level_is_named_because_the_quick_check_shows_none(ours):
    for pair in ours[0].pairs.values():
        assert not re.search(r"\d|[Ss]tufe|[Ll]evel", pair.finding + pair.question), pair.id


def test_whoever_meets_all_targets_meets_no_contradiction(ours):
    """Where a pair asks for more than the targets want, it would nag the reasonable."""
    catalogue, questionnaire = ours
    for pair, size in product(catalogue.pairs.values(), (0, 1, 2)):
        first, second = (
            list(questionnaire.item(one).targets.values())[size]
            for one in (pair.first, pair.second)
        )
        assert not (first >= pair.at_least and second < pair.below), pair.id


def test_the_pairs_avoid_the_words_the_house_style_avoids(ours):
    catalogue, questionnaire = ours
    style = ROOT / "questionnaires" / "style" / f"{questionnaire.language}.toml"
    words = tomllib.loads(style.read_text(encoding="utf-8"))["avoid"]
    avoided = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")
    for pair in catalogue.pairs.values():
        assert not avoided.search(f"{pair.finding} {pair.question}"), pair.id
