"""What the roadmap says in words; needs no matplotlib, so that a window can ask for them."""

from collections.abc import Iterator

from kiassess.charts.words import SEPARATOR, ChartWords
from kiassess.domain.planning import PlanEntry, PlanStatus
from kiassess.domain.roadmap import Bar, Lane, Roadmap, ShownPlan
from kiassess.wording.planning import quarter_words
from kiassess.wording.texts import Texts


def roadmap_words(shown: ShownPlan, texts: Texts) -> ChartWords:
    """Title, description with all entries, legend, and at most three sentences."""
    lanes = (
        texts(
            "roadmap.lane",
            name=lane_name(lane, shown, texts),
            list="; ".join(_bar_words(bar, texts) for bar in lane.bars),
        )
        for lane in shown.roadmap.lanes
    )
    return ChartWords(
        title=roadmap_title(shown.roadmap, texts),
        description=" ".join(lanes),
        legend=roadmap_legend(texts),
        summary=tuple(roadmap_summary(shown.roadmap, texts)),
    )


def roadmap_title(roadmap: Roadmap, texts: Texts) -> str:
    """Which two years it shows, and how many entries."""
    first, last = roadmap.quarters[0], roadmap.quarters[-1]
    n = len(roadmap.bars)
    key = "roadmap.title" if n else "roadmap.title_none"
    return texts(key, first=quarter_words(first, texts), last=quarter_words(last, texts), n=n)


def roadmap_legend(texts: Texts) -> str:
    """What the marks mean; the fields of the bars have a legend of their own."""
    marks = ("due", "decision", "today", "beyond")
    return SEPARATOR.join(texts(f"roadmap.legend_{mark}") for mark in marks)


def roadmap_summary(roadmap: Roadmap, texts: Texts) -> Iterator[str]:
    """How far the plan is, what is due next or late, and what is not drawn."""
    entries = roadmap.entries
    if entries:
        counts = {s: sum(one.status is s for one in entries) for s in PlanStatus}
        listed = ", ".join(
            texts("roadmap.count", n=n, status=texts(f"plan_status.{status}"))
            for status, n in counts.items()
            if n
        )
        yield texts("roadmap.counts", n=len(entries), list=listed)
    yield from _due(entries, roadmap, texts)
    left_out = {"undated": roadmap.undated, "past": roadmap.past, "later": roadmap.later}
    listed = ", ".join(
        texts(f"roadmap.{key}", n=len(found)) for key, found in left_out.items() if found
    )
    if listed:
        yield texts("roadmap.left_out", list=listed)


def lane_name(lane: Lane, shown: ShownPlan, texts: Texts) -> str:
    """What a lane is called: „Schritt 3: Daten und Technik“."""
    if lane.step is None:
        return texts("roadmap.no_step")
    return shown.steps.get(lane.step) or texts("measure_list.step_only", n=lane.step)


def _due(entries: tuple[PlanEntry, ...], roadmap: Roadmap, texts: Texts) -> Iterator[str]:
    dues = sorted(
        ((one.due, one.title) for one in entries if one.is_open and one.due is not None),
    )
    late = [(day, title) for day, title in dues if day < roadmap.today]
    if late:
        day, title = late[0]
        yield texts("roadmap.overdue", n=len(late), title=title, date=texts.day(day))
    elif dues:
        day, title = dues[0]
        yield texts("roadmap.next_due", title=title, date=texts.day(day))


def _bar_words(bar: Bar, texts: Texts) -> str:
    entry, decided = bar.entry, bar.entry.decision.day
    return texts(
        "roadmap.bar" if decided is None else "roadmap.bar_decision",
        title=entry.title,
        start=texts.day(entry.start),
        due=texts.day(entry.due),
        status=texts(f"plan_status.{entry.status}"),
        date=texts.day(decided),
    )
