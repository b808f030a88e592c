"""``compare … FILE.png|svg|pdf``: which chart, of whom, and what is refused."""

from datetime import date

import pytest
from builders import NOON, make_answer
from calls import misused, printed, refused
from PIL import Image

from kiassess.content.library import Library
from kiassess.domain.assessment import NewAssessment
from kiassess.domain.history import StepKind, Subject
from kiassess.domain.municipality import Municipality
from kiassess.paths import bundled
from kiassess.store.journal import record
from kiassess.workflow import assessing
from kiassess.workflow.workspace import open_for_writing


@pytest.fixture
def begin(file):
    """Begin assessments of towns, all answers of each alike; returns their ids."""

    def begin(*levels, names=None, year=2026):
        ids = []
        with open_for_writing(file, Library(bundled().questionnaires)) as workspace:
            for number, level in enumerate(levels):
                name = names[number] if names else f"Geheimhausen {number}"
                new = NewAssessment(Municipality(name, population=1_000), date(year, 3, 2))
                made = assessing.create(workspace, new, now=NOON).id
                items = assessing.load(workspace, made, "de").items()
                given = {(Subject.ANSWER, i.id): make_answer(i.id, level) for i in items}
                record(workspace.db, made, StepKind.ANSWER, given, now=NOON)
                ids.append(made)
                year += bool(names)
        return ids

    return begin


def title(path):
    with Image.open(path) as picture:
        return picture.text["Title"]


def said(path):
    with Image.open(path) as picture:
        return " ".join(picture.text.values())


def test_a_picture_is_a_heatmap_unless_told_otherwise(run, begin, tmp_path):
    begin(0, 1, 2, 3, 4)
    target = tmp_path / "v.png"
    assert printed(run("compare", target)).strip() == str(target)
    assert title(target) == "Alle Mediane liegen bei 2,0"
    assert "Geheimhausen 4, 02.03.2026: Vision & Zielbild (4,0)" in said(target)


@pytest.mark.parametrize("suffix", ["svg", "pdf"])
def test_other_formats_follow_the_suffix(run, begin, tmp_path, suffix):
    begin(1, 2)
    target = tmp_path / f"v.{suffix}"
    assert printed(run("compare", "--chart", "strips", target)).strip() == str(target)
    assert target.stat().st_size > 5_000


def test_two_assessments_give_a_radar_and_two_rounds(run, begin, tmp_path):
    one, other = begin(1, 3, names=["Ort", "Ort"])
    printed(run("compare", other, one, tmp_path / "r.png", "--chart", "rounds"))
    assert title(tmp_path / "r.png").endswith(": 7 höher, 0 niedriger, 0 gleich")
    printed(run("compare", one, other, tmp_path / "n.png", "--chart", "radar"))
    assert title(tmp_path / "n.png") == "Die Werte liegen höchstens 2,0 auseinander"


def test_all_rounds_of_a_town_give_a_trend(run, begin, tmp_path):
    ids = begin(1, 2, 4, names=["Ort"] * 3)
    printed(run("compare", *ids, tmp_path / "t.png", "--chart", "trend"))
    assert title(tmp_path / "t.png").startswith(
        "Bausteine 02.03.2028 gegenüber 02.03.2026: 7 höher"
    )


def test_among_peers_ones_own_value_is_marked(run, begin, tmp_path):
    own, *_ = begin(3, 0, 1, 2, 3, 4)
    printed(run("compare", own, "--peer", tmp_path / "p.png", "--chart", "strips"))
    assert "Bausteine über dem Median: 7, darunter: 0, gleichauf: 0 (Geheimhausen 0" in said(
        tmp_path / "p.png"
    )
    assert "Median 2,0 (5 Kommunen)" in said(tmp_path / "p.png")


@pytest.mark.parametrize("chart", ["heatmap", "gates", "strips"])
@pytest.mark.parametrize("peer", [False, True])
def test_an_anonymous_picture_names_nobody(run, begin, tmp_path, chart, peer):
    own, *_ = begin(3, 0, 1, 2, 3, 4)
    target = tmp_path / "a.png"
    whom = [own, "--peer"] if peer else []
    printed(run("compare", *whom, "--anonymous", target, "--chart", chart))
    assert "Geheim" not in said(target)
    assert "2026" not in said(target)
    assert chart == "strips" or "Kommune 6" in said(target)


def test_what_cannot_be_drawn_is_refused_in_one_sentence(run, begin, tmp_path):
    begin(1, 2, 3)
    sentence = refused(run("compare", tmp_path / "x.png", "--chart", "radar"))
    assert sentence.startswith("Für diese Auswahl gibt es dieses Bild nicht.")
    assert not (tmp_path / "x.png").exists()


@pytest.mark.parametrize("target", [[], ["x.xlsx"]])
def test_a_kind_needs_a_picture(run, target):
    assert "nur zusammen mit einer PNG-" in misused(run("compare", "--chart", "strips", *target))


def test_an_unknown_kind_lists_the_known_ones(run):
    sentence = misused(run("compare", "x.png", "--chart", "pie"))
    assert "heatmap, areas, gates, strips, rounds, trend, radar" in sentence
