"""What stands beside the questions: read, and every problem named with its place."""

import shutil
from pathlib import Path

import pytest

from kiassess.content.catalogue import load_catalogue, read_catalogue
from kiassess.content.edition import read_edition
from kiassess.domain.errors import InvalidQuestionnaireError
from kiassess.domain.measures import Circumstance, Cost, Effort, ReferenceKind, Trigger

ROOT = Path(__file__).parents[2]
OURS = max(ROOT.glob("questionnaires/ki-readiness/*/structure.toml")).parent
LANGUAGES = ["de", "en"]

FACTS = {
    "measures.toml": """
[[measure]]
id = "m.front.list"
triggers = ["front.waiting below 2", "data.inventory below 3"]
effort = "XS"
cost = "K0"
benefit = 2
lead = "HA"
step = 3

[[measure]]
id = "m.front.next"
circumstance = "high_risk"
effort = "M"
cost = "K2"
benefit = 3
lead = "HA"
step = 5
prerequisites = ["m.front.list"]
offers = ["helper"]
references = ["zell"]
""",
    "offers.toml": """
[[offer]]
id = "helper"
certainty = "verified"
source = "https://example.org"
""",
    "references.toml": """
[[reference]]
id = "zell"
year = 2025
kind = "charter"
near = true
blocks = ["VIS"]
certainty = "general"
sources = ["https://example.org/zell"]
""",
    "lenses.toml": """
[[lens]]
id = "own"
source = "https://example.org/own"
certainty = "general"

[[lens.part]]
id = "A"
primary = ["front.waiting"]
partial = ["data.inventory"]

[[lens.part]]
id = "B"
""",
    "de/measures.toml": """
[measure."m.front.list"]
title = "List"
goal = "Goal."
steps = ["One.", "Two.", "Three."]
result = "A list."
pitfall = "None."
kpi = "Number"

[measure."m.front.next"]
title = "Next"
goal = "Goal."
steps = ["One.", "Two.", "Three."]
result = "A list."
pitfall = "None."
kpi = "Number"
""",
    "de/offers.toml": """
[offer.helper]
name = "Helper"
what = "Helps."
hint = "Ask."
""",
    "de/references.toml": """
[reference.zell]
name = "Zell"
focus = "A charter."
lesson_VIS = "Say it."
caution = "Old."
""",
    "de/lenses.toml": """
[lens.own]
name = "Own lens"
short = "Own"
about = "About."
limits = "Limits."

[lens.own.part.A]
name = "Part A"
meaning = "Asks."

[lens.own.part.B]
name = "Part B"
meaning = "Asks."
""",
    "de/glossary.toml": """
[term.ki]
name = "KI"
meaning = "Künstliche Intelligenz."
also = ["AI"]
""",
    "de/interpretation.toml": "".join(
        f"""
[block.{block}]
strength = "Strong."
weakness = "Weak."
foundation = "Missing."
"""
        + "".join(
            f'[block.{block}.band_{n}]\nmeaning = "Means {n}."\nnext = "Next."\n' for n in range(4)
        )
        for block in ("VIS", "HF", "DI", "GB", "KQ", "EW", "RM")
    ),
}


@pytest.fixture
def folder(tmp_path):
    """The example questionnaire, with German texts only, to stand something beside."""
    source = ROOT / "resources/example/buergerbuero/1.0.0"
    target = tmp_path / "buergerbuero" / "1.0.0"
    target.mkdir(parents=True)
    for name in ("structure.toml", "de.toml", "en.toml"):
        shutil.copy(source / name, target)
    return target


def write(folder, *changes):
    """Write all files, with passages of some replaced."""
    for name, text in FACTS.items():
        for where, old, new in changes:
            if where == name:
                assert old in text
                text = text.replace(old, new, 1)  # noqa: PLW2901
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text.lstrip(), encoding="utf-8")
    edition, problems = read_edition(folder)
    assert problems == ()
    return read_catalogue(folder, edition, "de")


def test_everything_is_read(folder):
    catalogue, problems = write(folder)
    assert problems == ()
    first, second = catalogue.measures.values()
    assert first.triggers == (Trigger("front.waiting", 2), Trigger("data.inventory", 3))
    assert (first.effort, first.cost, first.benefit) == (Effort.XS, Cost.K0, 2)
    assert (first.title, first.steps, first.kpi) == ("List", ("One.", "Two.", "Three."), "Number")
    assert second.circumstance is Circumstance.HIGH_RISK
    assert (second.prerequisites, second.lead, second.step) == (("m.front.list",), "HA", 5)
    assert (second.offers, second.references) == (("helper",), ("zell",))
    assert catalogue.offers["helper"].source == "https://example.org"
    reference = catalogue.references["zell"]
    assert (reference.kind, reference.year, reference.near) == (ReferenceKind.CHARTER, 2025, True)
    assert (reference.lessons, reference.caution) == ({"VIS": "Say it."}, "Old.")
    lens = catalogue.lenses["own"]
    assert [part.items for part in lens.parts] == [("front.waiting", "data.inventory"), ()]
    assert catalogue.guidance["VIS"].of(2.4).meaning == "Means 2."
    assert catalogue.terms["ki"].also == ("AI",)


def test_a_questionnaire_may_stand_alone(folder):
    edition, _ = read_edition(folder)
    catalogue, problems = read_catalogue(folder, edition, "de")
    assert problems == ()
    assert not any(vars(catalogue).values())


MEASURES, TEXTS = "measures.toml", "de/measures.toml"


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "what"),
    [
        (MEASURES, '"m.front.list"', '"front.list"', 2, "measure_id"),
        (MEASURES, '"m.front.next"', '"m.front.list"', 11, "repeated_id"),
        (MEASURES, "front.waiting below 2", "front.waiting < 2", 3, "trigger"),
        (MEASURES, "front.waiting below 2", "front.waiting below 5", 3, "trigger"),
        (MEASURES, "front.waiting below", "front.weating below", 3, "unknown_item"),
        (MEASURES, 'circumstance = "high_risk"\n', "", 10, "never_fires"),
        (MEASURES, '"high_risk"', '"risk"', 12, "unknown_id"),
        (MEASURES, '"XS"', '"XXS"', 4, "unknown_id"),
        (MEASURES, '"K0"', '"0"', 5, "unknown_id"),
        (MEASURES, "benefit = 2", "benefit = 4", 6, "number"),
        (MEASURES, "benefit = 2", "benefit = true", 6, "number"),
        (MEASURES, 'lead = "HA"', 'lead = "XX"', 7, "unknown_id"),
        (MEASURES, "step = 3", "step = 0", 8, "number"),
        (MEASURES, '["m.front.list"]', '["m.front.lost"]', 18, "unknown_measure"),
        (MEASURES, '["helper"]', '["nobody"]', 19, "unknown_id"),
        (MEASURES, '["zell"]', '["nowhere"]', 20, "unknown_id"),
        (MEASURES, "step = 3", "step = 3\nprerequisites = ['m.front.next']", 9, "circle"),
        (TEXTS, 'title = "List"', f'title = "{"x" * 71}"', 2, "text_too_long"),
        (TEXTS, '"One.", "Two.", "Three."', '"One.", "Two."', 4, "list_too_short"),
        (TEXTS, '"One.", "Two.", "Three."', '"1","2","3","4","5","6","7"', 4, "list_too_long"),
        (TEXTS, '"One."', f'"{"x" * 201}"', 4, "text_too_long"),
        (TEXTS, 'pitfall = "None."\n', "", 1, "text_missing"),
        (TEXTS, '[measure."m.front.list"]', '[measure."m.front.last"]', 1, "text_without_facts"),
        ("offers.toml", '"verified"', '"sure"', 3, "unknown_id"),
        ("de/offers.toml", "hint", "hnit", 4, "unknown_key"),
        ("references.toml", '"charter"', '"book"', 4, "unknown_id"),
        ("references.toml", "year = 2025", "year = '2025'", 3, "number"),
        ("references.toml", '["VIS"]', '["VIS", "XX"]', 6, "unknown_id"),
        ("references.toml", '["VIS"]', '["VIS", "HF"]', None, "text_missing"),
        ("de/references.toml", "lesson_VIS", "lesson_HF", 4, "unknown_key"),
        ("lenses.toml", '"front.waiting"', '"front.nothing"', 8, "unknown_item"),
        ("lenses.toml", '"data.inventory"', '"front.waiting"', 9, "twice_related"),
        ("de/lenses.toml", "[lens.own.part.B]", "[lens.own.part.C]", 11, "text_without_facts"),
        ("de/lenses.toml", 'short = "Own"', f'short = "{"x" * 25}"', 3, "text_too_long"),
        ("de/glossary.toml", "[term.ki]", "[term.KI]", 1, "term_id"),
        ("de/glossary.toml", "meaning", "menaing", 3, "unknown_key"),
        ("de/interpretation.toml", "[block.HF.band_2]", "[block.HF.band_5]", 28, "unknown_key"),
        ("de/interpretation.toml", "[block.RM]", "[block.XX]", None, "text_without_facts"),
    ],
)
def test_a_problem_is_named_with_its_file_and_line(folder, file, old, new, line, what):
    _, problems = write(folder, (file, old, new))
    found = [(p.file, p.line, p.what) for p in problems]
    if line is None:
        assert what in [what for _, _, what in found]
    else:
        assert (f"1.0.0/{file}", line, what) in found


def test_a_text_that_is_missing_as_a_whole_is_one_problem(folder):
    _, problems = write(folder, (TEXTS, '[measure."m.front.next"]', '[measure."m.front.list".x]'))
    assert [(p.where, p.what) for p in problems if p.where == "measure m.front.next"] == [
        ("measure m.front.next", "table_missing")
    ]


def test_a_broken_file_beside_the_questions_is_refused_with_its_place(folder):
    write(folder)
    (folder / "lenses.toml").write_text("[[lens]\n", encoding="utf-8")
    edition, _ = read_edition(folder)
    with pytest.raises(InvalidQuestionnaireError) as caught:
        load_catalogue(folder, edition, "de")
    assert caught.value.problems == ("1.0.0/lenses.toml:1",)


def test_facts_without_texts_are_a_problem(folder):
    write(folder)
    (folder / "de" / "offers.toml").unlink()
    edition, _ = read_edition(folder)
    _, problems = read_catalogue(folder, edition, "de")
    assert ("1.0.0/de/offers.toml", "unreadable") in [(p.file, p.what) for p in problems]


# --- what came with this program


@pytest.fixture(scope="module", params=LANGUAGES)
def ours(request):
    edition, _ = read_edition(OURS)
    return load_catalogue(OURS, edition, request.param), edition.questionnaire(request.param)


def test_every_item_below_its_target_finds_a_measure_or_its_next_level(ours):
    catalogue, questionnaire = ours
    triggered = {t.item_id for m in catalogue.measures.values() for t in m.triggers}
    assert triggered == {item.id for item in questionnaire.items()}


def test_all_levels_of_all_sizes_are_explained(ours):
    _, questionnaire = ours
    for item in questionnaire.items():
        assert len(item.proportionality) == 3
        assert len(set(item.proportionality.values())) == 3


def test_there_is_as_much_as_was_promised(ours):
    catalogue, _ = ours
    assert len(catalogue.terms) >= 60
    assert len(catalogue.references) >= 14
    assert sum(one.near for one in catalogue.references.values()) >= 6
    assert [len(lens.parts) for lens in catalogue.lenses.values()] == [7, 7, 5, 10, 5, 6, 7]
    assert set(catalogue.guidance) == {"VIS", "HF", "DI", "GB", "KQ", "EW", "RM"}


def test_no_two_measures_say_the_same(ours):
    catalogue, _ = ours
    titles = [measure.title for measure in catalogue.measures.values()]
    assert len(set(titles)) == len(titles)
    steps = [step for measure in catalogue.measures.values() for step in measure.steps]
    assert len(set(steps)) == len(steps)
