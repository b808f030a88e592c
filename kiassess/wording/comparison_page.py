"""What the page of the comparison says, in sentences and words."""

from collections import Counter
from collections.abc import Sequence

from kiassess.domain.change_split import MovedItem, RoundChange
from kiassess.domain.compared_round import Body, ComparedRound, body_of
from kiassess.domain.comparison import ComparedPart
from kiassess.domain.group_gaps import GateCount, ItemCount, MeasureCount, YearOfGates
from kiassess.domain.group_statistics import GroupStatistics
from kiassess.domain.lacking import Lacking
from kiassess.domain.levels_row import NOT_APPLICABLE, NOT_ASKED, OPEN, UNKNOWN
from kiassess.domain.municipality import SizeClass
from kiassess.domain.profile import GateStatus
from kiassess.domain.scoring import COVERAGE_PERCENT, BlockScore
from kiassess.domain.shown_comparison import ShownComparison
from kiassess.domain.statistics import MEDIAN_FROM
from kiassess.domain.trend import TrendRound
from kiassess.wording.findings import listed
from kiassess.wording.texts import NO_VALUE, Texts

NAMES_LISTED = 6
LIMITED = "*"
GATE_SIGNS = {
    GateStatus.MET: "✓",
    GateStatus.MISSING: "✗",
    GateStatus.UNCLEAR: "?",
    GateStatus.BEFORE_FIRST_USE: "!",
}
STATES = {
    UNKNOWN: "state.unknown",
    OPEN: "state.open",
    NOT_APPLICABLE: "state.not_applicable",
    NOT_ASKED: "comparison_page.not_asked",
}


def chosen_words(chosen: Sequence[ComparedRound], texts: Texts) -> str:
    """How many assessments are chosen, and of how many municipalities."""
    n, towns = len(chosen), len({body_of(one.municipality) for one in chosen})
    if n == towns:
        return texts("comparison_page.chosen", n=n)
    return texts("comparison_page.chosen_of", n=n, towns=texts("comparison_page.towns", n=towns))


def row_names(chosen: Sequence[ComparedRound], texts: Texts) -> tuple[str, ...]:
    """What assessments are called where there is little room: the name, and more only if needed.

    The day is added where a municipality has several rounds, the county or the state where
    several have the same name.
    """
    rounds = Counter(body_of(one.municipality) for one in chosen)
    towns = Counter(name for _, name in {_named(one) for one in chosen})
    found = []
    for one in chosen:
        body, name = _named(one)
        place = one.municipality.district or one.municipality.state
        if towns[name] > 1 and place:
            name = texts("comparison_page.name_of_many", name=name, place=place)
        if rounds[body] > 1:
            name = texts("compare.name", name=name, date=texts.day(one.round_date))
        found.append(name)
    return tuple(found)


def _named(one: ComparedRound) -> tuple[Body, str]:
    return body_of(one.municipality), one.municipality.short_name


def size_words(size: SizeClass | None, n: int, texts: Texts) -> str:
    """The title above the municipalities of a size class."""
    name = texts(f"size.{size}") if size else texts("comparison_page.size_unknown")
    return texts("comparison_page.group", name=name, n=n)


def part_words(part: ComparedPart, at: int, texts: Texts) -> str:
    """A value, a tendency or a dash, in a few letters."""
    told, value = part.tendencies[at], part.values[at]
    if told is not None:
        return texts(f"tendency.{told}")
    if value is None:
        return NO_VALUE
    return f"{texts.number(value)}{LIMITED if part.limited[at] else ''}"


def part_sentence(
    shown: ShownComparison, part: ComparedPart, name: str, at: int, texts: Texts
) -> str:
    """All that is known of a building block or area of one assessment.

    Args:
        shown: The comparison.
        part: The building block or area.
        name: What it is called.
        at: Place of the assessment.
        texts: The language.
    """
    head = texts("comparison_page.cell", who=shown.names[at], what=name)
    score, told = part.scores.score(at), part.tendencies[at]
    if shown.comparison.chosen[at].quick:
        tendency = texts(f"tendency.{told or 'none'}")
        return texts("comparison_page.cell_tendency", head=head, tendency=tendency)
    if score.coverage is None:
        return texts("comparison_page.cell_nothing", head=head)
    share = texts.share(score.coverage)
    if part.values[at] is None:
        needed = texts.share(COVERAGE_PERCENT / 100)
        return texts("comparison_page.cell_no_value", head=head, share=share, needed=needed)
    said = texts(
        "comparison_page.cell_value",
        head=head,
        value=texts.number(part.values[at], 2),
        low=texts.number(score.low, 2),
        high=texts.number(score.high, 2),
        share=share,
    )
    return f"{said} {texts('comparison_page.cell_limited')}" if part.limited[at] else said


def gate_words(status: GateStatus | None, level: int | None) -> str:
    """How a minimum requirement stands, in a sign and the level answered."""
    if status is None:
        return NO_VALUE
    sign = GATE_SIGNS[status]
    return sign if level is None else f"{sign} {level}"


def gate_sentence(who: str, title: str, status: GateStatus | None, sign: int, texts: Texts) -> str:
    """How a minimum requirement of one assessment stands.

    Args:
        who: What the assessment is called.
        title: Of the requirement.
        status: ``None`` where it was not asked.
        sign: Of the answer, see ``levels_row``.
        texts: The language.
    """
    head = texts("comparison_page.cell", who=who, what=title)
    answer = texts(STATES[sign]) if sign in STATES else texts("profile_page.level", level=sign)
    if status is None:
        return texts("comparison_page.gate_not_asked", head=head)
    return texts(
        "comparison_page.gate_cell", head=head, status=texts(f"gate.{status}"), answer=answer
    )


def statistics_row(found: GroupStatistics, texts: Texts) -> tuple[str, str, str, str]:
    """Number, median and quartiles of a group; dashes where they are not told."""
    told = found.statistics
    if told is None:
        return (NO_VALUE,) * 4
    low, high = told.quartiles or (None, None)
    numbers = (texts.number(value, 2) for value in (told.median, low, high))
    return (texts.count(told.n), *numbers)  # type: ignore[return-value]


def change_sentences(change: RoundChange, texts: Texts) -> list[str]:
    """What has to be known to read two rounds: what they share, and who answered."""
    found = [texts("comparison_page.common", n=change.n_common)]
    if not change.blocks:
        found.append(texts("comparison_page.no_numbers"))
    if change.n_others_answered:
        found.append(texts("comparison_page.others_answered", n=change.n_others_answered))
    return found


def who_words(moved: MovedItem, texts: Texts) -> str:
    """Who answered then and who now."""
    nobody = texts("comparison_page.nobody")
    before, after = (", ".join(who) or nobody for who in (moved.who_before, moved.who_after))
    if before == after:
        return after
    return texts("comparison_page.who", before=before, after=after)


def signed(value: float | None, texts: Texts) -> str:
    """A change with its sign, ``+0,50``; a dash while there is none, and no sign before zero."""
    text = texts.number(value, 2)
    if value is None or not any(digit in text for digit in "123456789"):
        return text.removeprefix("-")
    return text.replace("-", "\N{MINUS SIGN}") if value < 0 else f"+{text}"


def secured_words(found: BlockScore, texts: Texts) -> str:
    """The value of a building block in a round, with its secured level where there is one."""
    value = texts.number(found.score.value)
    if found.score.value is None or found.secured_level is None:
        return value
    return texts("comparison_page.secured", value=value, level=found.secured_level)


def extent_and_version(one: TrendRound, texts: Texts) -> str:
    """What a round was asked."""
    extent = texts(f"extent.{one.extent}")
    return texts("comparison_page.asked", extent=extent, version=one.version)


def round_who(one: TrendRound, texts: Texts) -> str:
    """Who answered how many questions of a round, those with most first."""
    who = [texts("comparison_page.answered", name=name, n=n) for name, n in one.who.items()]
    return listed(who, texts, NAMES_LISTED) if who else texts("comparison_page.nobody")


def lacking_lead(found: Lacking, texts: Texts) -> str:
    """What is told of a group, or that it is too small."""
    if found.n < MEDIAN_FROM:
        return texts("comparison_page.lacking_small", n=found.n, least=MEDIAN_FROM)
    if not (found.gates or found.items):
        return texts("comparison_page.lacking_nothing", n=found.n)
    return texts("comparison_page.lacking", n=found.n)


def gate_count_row(count: GateCount, texts: Texts) -> tuple[str, str]:
    """A minimum requirement, and how many lack it."""
    return count.item.title, texts("comparison_page.of", part=count.lacking, whole=count.n)


def item_count_row(count: ItemCount, texts: Texts) -> tuple[str, str]:
    """An item, and how many are below what is usually good enough for their size."""
    return count.item.title, texts("comparison_page.of", part=count.below, whole=count.answered)


def measure_count_row(count: MeasureCount, texts: Texts) -> tuple[str, str]:
    """A measure, and how many it would help."""
    return count.measure.title, texts("comparison_page.of", part=count.helped, whole=count.n)


def tops_words(names: Sequence[str], texts: Texts) -> str:
    """Who is at level 4, in a line."""
    return listed(names, texts, NAMES_LISTED) if names else NO_VALUE


def year_words(year: YearOfGates, item_id: str, texts: Texts) -> str:
    """The share of municipalities that met a gate in a year; a dash for a small group."""
    if year.met is None or item_id not in year.met:
        return NO_VALUE
    return texts.share(year.met[item_id] / year.n)
