"""The roadmap as a PDF: as large as its paper, and whole or not at all."""

import re
from datetime import date

import pytest
from kept_entries import PLAN, plan_of

from kiassess.content.themes import load_theme
from kiassess.domain.errors import ExportBlockedError
from kiassess.domain.roadmap import PlanPaper, ShownPlan, make_roadmap
from kiassess.paths import bundled
from kiassess.workflow.roadmap_exporting import write_roadmap

THEME = load_theme(bundled().themes, "light")
SHOWN = ShownPlan(make_roadmap(plan_of(PLAN), date(2026, 11, 22)), {}, "Musterstedt")


@pytest.mark.parametrize(("paper", "size"), [("a4", (842, 595)), ("a3", (1191, 842))])
def test_each_page_is_as_large_as_its_paper(tmp_path, texts_de, paper, size):
    target = tmp_path / "Roadmap.pdf"
    assert write_roadmap(SHOWN, target, texts_de, THEME, PlanPaper(paper)) == target
    (box,) = re.findall(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", target.read_bytes())
    assert tuple(round(float(side)) for side in box) == size


def test_the_same_plan_gives_the_same_bytes(tmp_path, texts_de):
    files = [tmp_path / name for name in ("1.pdf", "2.pdf")]
    for file in files:
        write_roadmap(SHOWN, file, texts_de, THEME, PlanPaper.A4)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_where_nothing_can_be_written_it_says_so(tmp_path, texts_de):
    with pytest.raises(ExportBlockedError):
        write_roadmap(SHOWN, tmp_path / "gone" / "x.pdf", texts_de, THEME, PlanPaper.A4)
