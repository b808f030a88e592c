"""The plan over two years: where its bars lie, how they look, and how it goes on paper."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from itertools import pairwise

import numpy as np
import pytest
from drawn import collisions, only, parts, words
from kept_entries import plan_of
from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.transforms import Bbox

from kiassess.charts.rendering import SETTINGS, to_file_bytes, to_rgba
from kiassess.charts.roadmap import roadmap, roadmap_height, roadmap_pages
from kiassess.charts.roadmap_words import roadmap_words
from kiassess.domain.planning import Decision, PlanEntry, PlanStatus
from kiassess.domain.roadmap import ShownPlan, make_roadmap

TODAY = date(2026, 11, 22)
STEPS = {1: "Schritt 1: Ziele finden", 5: "Schritt 5: Zuständigkeiten und Regeln festlegen"}
A4, A3 = (10.5, 7.08), (15.35, 10.5)


def entry(key, start=None, due=None, **more):
    return PlanEntry(key, more.pop("title", f"Eintrag {key}"), start=start, due=due, **more)


PLAN = plan_of(
    entry("a", date(2026, 12, 7), date(2027, 3, 31), step=1, responsible="Hauptamt", days=10.5),
    entry(
        "b",
        date(2026, 10, 1),
        date(2027, 9, 30),
        step=5,
        status=PlanStatus.RUNNING,
        decision=Decision(date(2027, 1, 28), "Rat"),
    ),
    entry("c", date(2026, 1, 1), date(2028, 12, 31), step=5, status=PlanStatus.DONE),
    entry("d", date(2027, 6, 1), date(2027, 6, 30), status=PlanStatus.DROPPED),
    entry("e"),
)


def shown(plan=PLAN):
    return ShownPlan(make_roadmap(plan, TODAY), STEPS, "Musterstedt")


def long_plan(number):
    return plan_of(
        *(
            entry(
                f"n{n}",
                TODAY + timedelta(days=7 * n),
                TODAY + timedelta(days=7 * n + 60),
                title=f"Maßnahme {n} mit einem Namen, der länger ist als eine Zeile der Tabelle",
                step=n % 7 + 1,
                status=list(PlanStatus)[n % 4],
                responsible="Bauamt und Stadtplanung",
            )
            for n in range(number)
        )
    )


@pytest.fixture(scope="module")
def draw(texts_de, look):
    def drawn(plan=PLAN, **more):
        form = {"width_in": 9.4, "font_scale": 1.0, "titled": True} | more
        tall = roadmap_height(shown(plan), texts_de, **form)
        return roadmap(shown(plan), texts_de, look, height_in=tall, **form)

    return drawn


def plot(chart):
    grid = [line.get_xdata()[0] for line in parts(chart, "grid")]
    return grid[0], grid[-1]


def test_a_bar_lies_from_its_first_to_its_last_day(draw):
    chart = draw()
    bar, (left, right) = only(chart, "bar.b"), plot(chart)
    assert bar.get_x() == pytest.approx(left)
    assert bar.get_width() == pytest.approx((right - left) * 364 / 731)


def test_a_bar_ends_where_the_two_years_end_and_says_so(draw):
    chart = draw()
    bar, (left, right) = only(chart, "bar.c"), plot(chart)
    assert (bar.get_x(), bar.get_width()) == pytest.approx((left, right - left))
    assert len(parts(chart, "before.c")) == len(parts(chart, "after.c")) == 1
    assert parts(chart, "due.c") == []


def test_milestones_stand_at_their_days(draw):
    chart = draw()
    left, right = plot(chart)
    due, decided = only(chart, "due.a"), only(chart, "decision.b")
    days = (right - left) / 731
    assert due.get_xdata()[0] == pytest.approx(left + 181 * days)
    assert decided.get_xdata()[0] == pytest.approx(left + 119 * days)
    assert due.get_marker() != decided.get_marker()
    assert words(chart, "day.a") == "31.03.2027"


def test_a_day_without_a_beginning_is_a_milestone_only(draw):
    chart = draw(plan_of(entry("m", due=date(2027, 6, 30))))
    assert parts(chart, "bar.m") == []
    assert len(parts(chart, "due.m")) == 1


def test_today_is_a_dashed_line_with_its_word(draw):
    chart = draw()
    left, right = plot(chart)
    line = only(chart, "today-line")
    assert line.get_xdata()[0] == pytest.approx(left + (right - left) * 52 / 731)
    assert line.get_linestyle() == "--"
    assert words(chart, "today") == "heute"


def test_each_status_has_another_pattern_or_ground_and_its_word(draw):
    chart = draw()
    looks = {
        (to_hex(only(chart, f"bar.{key}").get_facecolor()), only(chart, f"bar.{key}").get_hatch())
        for key in "abcd"
    }
    assert len(looks) == 4
    assert words(chart, "cell.b") == "Eintrag b läuft"
    assert words(chart, "legend.dropped") == "aufgegeben"


def test_a_lane_for_each_step_named_like_it(draw):
    found = [text.get_text() for text in parts(draw(), "lane")]
    assert found == [STEPS[1], STEPS[5], "Ohne Schritt"]


def test_the_quarters_are_named_and_the_years(draw):
    chart = draw()
    assert words(chart, "quarter") == "Q4 Q1 Q2 Q3 Q4 Q1 Q2 Q3"
    assert words(chart, "year") == "2026 2027 2028"


def test_rows_can_be_asked_about(draw):
    rows = draw().rows
    assert [key for key, _, _ in rows] == ["a", "c", "b", "d"]
    assert all(0 < upper < lower < 1 for _, upper, lower in rows)
    assert all(one[2] <= other[1] + 1e-9 for one, other in pairwise(rows))


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [6.0, 9.4])
def test_nothing_lies_on_anything_else(draw, scale, width):
    assert collisions(draw(long_plan(9), width_in=width, font_scale=scale)) == []


def test_dollars_and_empty_plans_are_drawn(draw):
    assert draw(plan_of(entry("a", TODAY, TODAY, title="$x_1$ & Co"))).title.endswith("ein Eintrag")
    assert draw({}).title.endswith("kein Eintrag")


# --- words


def test_the_words_tell_all_entries(texts_de):
    said = roadmap_words(shown(), texts_de)
    assert said.title == "Roadmap vom 4. Quartal 2026 bis zum 3. Quartal 2028: 4 Einträge"
    assert "„Eintrag a“: 07.12.2026 bis 31.03.2027, geplant" in said.description
    assert "Ratsbeschluss am 28.01.2027" in said.description
    assert said.summary == (
        "Im Plan stehen 5 Einträge (geplant: 2, läuft: 1, erledigt: 1, aufgegeben: 1).",
        "Als Nächstes fällig: „Eintrag a“ am 31.03.2027.",
        "Nicht in der Roadmap: 1 ohne Termin.",
    )


def test_what_is_late_is_said_first(texts_de):
    late = plan_of(*PLAN.values(), entry("l", due=date(2026, 11, 20)))
    assert roadmap_words(shown(late), texts_de).summary[1] == (
        "Überfällig ist „Eintrag l“ seit 20.11.2026."
    )


# --- paper


def pages(plan, texts, look, size=A4):
    return list(roadmap_pages(shown(plan), texts, look, width_in=size[0], page_in=size[1]))


@pytest.mark.parametrize(("number", "size"), [(8, A4), (22, A3)])
def test_a_usual_plan_is_one_page(texts_de, look, number, size):
    (page,) = pages(long_plan(number), texts_de, look, size)
    assert tuple(page.get_size_inches()) == size
    assert page.title == "Roadmap Musterstedt, Stand 22.11.2026"
    assert "Verantwortlich" in words(page, "column")
    assert collisions(page) == []


def test_sixty_entries_are_all_there_over_several_pages(texts_de, look):
    found = pages(long_plan(60), texts_de, look)
    assert 1 < len(found) <= 7
    drawn = [key for page in found for key, _, _ in page.rows]
    assert len(drawn) == len(set(drawn)) == 60
    assert found[0].title.endswith(f"(Seite 1 von {len(found)})")
    assert all(lower < 1 for page in found for _, _, lower in page.rows)
    again = [text.get_text() for page in found[1:] for text in parts(page, "lane")]
    assert any(text.endswith("(Fortsetzung)") for text in again)


def test_no_page_ends_with_the_name_of_a_lane(texts_de, look):
    for page in pages(long_plan(60), texts_de, look):
        heights = [text.get_position()[1] for text in parts(page, "lane")]
        lowest = 1 - page.rows[-1][2]
        assert min(heights) > lowest


def test_an_empty_plan_is_a_page(texts_de, look):
    assert len(pages({}, texts_de, look)) == 1


def test_same_plan_same_bytes(texts_de, look):
    one, other = (pages(PLAN, texts_de, look)[0] for _ in range(2))
    assert to_file_bytes(one, "svg") == to_file_bytes(other, "svg")


def test_every_look_has_readable_bars(texts_de, each_look):
    plan = {key: replace(one, responsible="X") for key, one in PLAN.items()}
    (page,) = pages(plan, texts_de, each_look)
    assert len([key for key, _, _ in page.rows]) == 4


def pixels_with_border(chart, border_in, dpi=72):
    """What is drawn with empty paper around it, as rows of pixels, without that paper."""
    wide, tall = chart.get_size_inches() + 2 * border_in
    stream = BytesIO()
    box = Bbox.from_bounds(-border_in, -border_in, wide, tall)
    with rc_context(SETTINGS):
        FigureCanvasAgg(chart).print_figure(stream, format="rgba", dpi=dpi, bbox_inches=box)
    page = np.frombuffer(stream.getvalue(), np.uint8).reshape(round(tall * dpi), -1, 4)
    inner = round(border_in * dpi)
    return page[inner:-inner, inner:-inner]


def test_a_border_of_paper_moves_everything_alike(texts_de, look):
    chart = next(
        iter(roadmap_pages(shown(long_plan(9)), texts_de, look, width_in=10.0, page_in=7.0))
    )
    data, width, height = to_rgba(chart, 72)
    plain = np.frombuffer(data, np.uint8).reshape(height, width, 4)
    assert np.array_equal(pixels_with_border(chart, 0.5), plain)
