"""What a simulation says, in words: title, summary, description, table, sums."""

from collections.abc import Sequence
from typing import NamedTuple

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.measures import Measure
from kiassess.domain.numbers import rounded
from kiassess.domain.planning import PlanEntry
from kiassess.domain.profile import BlockResult, Profile
from kiassess.domain.questionnaire import Questionnaire
from kiassess.domain.recommending import Recommendation
from kiassess.domain.what_if import Simulation
from kiassess.wording.interview import table
from kiassess.wording.knowledge import plain
from kiassess.wording.measure_list import plan_words
from kiassess.wording.planning import plain_number
from kiassess.wording.recommending import measure_name
from kiassess.wording.texts import Texts


class Pair(NamedTuple):
    """A building block today and in the simulation, as both are shown."""

    now: BlockResult
    then: BlockResult
    before: float | None
    after: float | None

    @property
    def change(self) -> float | None:
        """How much higher it would be, as it is shown; ``None`` without two values."""
        if self.before is None or self.after is None:
            return None
        return rounded(self.after - self.before)

    @property
    def moves(self) -> bool:
        """Whether the simulation shows something else than today."""
        return self.before != self.after


def pairs_of(now: Profile, then: Profile) -> tuple[Pair, ...]:
    """The building blocks of both profiles, side by side."""
    after = {block.id: block for block in then.blocks}
    return tuple(Pair(one, after[one.id], _shown(one), _shown(after[one.id])) for one in now.blocks)


def what_if_title(now: Profile, then: Profile, texts: Texts) -> str:
    """One line with the message: how many building blocks would be higher."""
    if now.tendencies_only:
        return texts("what_if.title_tendency")
    higher = sum(one.moves for one in pairs_of(now, then))
    if not higher:
        return texts("what_if.title_none")
    return texts("what_if.title", n=higher, total=len(now.blocks))


def what_if_summary(now: Profile, then: Profile, texts: Texts) -> tuple[str, ...]:
    """At most three sentences: minimum requirements, what rises most, what it rests on."""
    sentences = []
    if now.gates:
        met = {"now": now.gates_met, "then": then.gates_met, "total": len(now.gates)}
        sentences.append(texts("what_if.gates", **met))
    rising = [one for one in pairs_of(now, then) if (one.change or 0) > 0]
    if rising and not now.tendencies_only:
        most = max(rising, key=lambda one: one.change or 0)
        before, after = texts.number(most.before), texts.number(most.after)
        sentences.append(texts("what_if.most", name=most.now.name, before=before, after=after))
    return (*sentences, texts("what_if.assumed"))


def describe_what_if(now: Profile, then: Profile, texts: Texts) -> str:
    """A description of the whole chart: what it is, then every block with both values."""
    said = []
    for one in pairs_of(now, then):
        values = {"before": value_words(one.now, now, texts)}
        if one.moves or now.tendencies_only:
            values["after"] = value_words(one.then, then, texts)
        key = "what_if.alt_value" if "after" in values else "what_if.alt_same"
        said.append(texts(key, name=one.now.name, **values))
    return f"{texts('what_if.alt')} {'; '.join(said)}."


def what_if_rows(now: Profile, then: Profile, texts: Texts) -> list[list[str]]:
    """The same as a table, its head first."""
    head = [texts(f"what_if.{key}") for key in ("block", "now", "then")]
    rows = []
    for one in pairs_of(now, then):
        values = [value_words(one.now, now, texts), value_words(one.then, then, texts)]
        rows.append([one.now.name, *values, change_words(one, texts)])
    return [[*head, texts("what_if.change")], *rows]


def value_words(block: BlockResult, profile: Profile, texts: Texts) -> str:
    """A value, or why there is none; the quick check has a tendency."""
    if profile.tendencies_only:
        return texts(f"tendency.{block.tendency or 'none'}")
    if block.score.coverage is None:
        return texts("score.not_applicable")
    known = block.score.value is not None
    return texts.number(block.score.value) if known else texts("score.not_sound")


def change_words(one: Pair, texts: Texts) -> str:
    """How much higher a building block would be, with its sign."""
    if not one.moves:
        return texts("what_if.same")
    return texts.number(None) if one.change is None else f"+{texts.number(one.change)}"


def sum_sentences(
    simulation: Simulation,
    n: int,
    available: float | None,
    questionnaire: Questionnaire,
    texts: Texts,
) -> tuple[str, ...]:
    """What is ticked, what it takes, what there is, and what it would meet.

    Args:
        simulation: What would be.
        n: How many measures are ticked.
        available: Person-days in 90 days; ``None`` if nobody has said.
        questionnaire: The one that was answered.
        texts: The language.
    """
    if not n:
        return (texts("what_if.chosen_none"),)
    key = "what_if.available_unknown" if available is None else "what_if.available"
    titles = [questionnaire.item(one).title for one in simulation.gates_gained]
    gates = texts("what_if.gained", list="; ".join(titles)) if titles else ""
    if not titles and simulation.profile.gates:
        gates = texts("what_if.gained_none")
    days = texts.number(simulation.days)
    return (
        texts("what_if.chosen", n=n, days=days),
        texts(key, available=plain_number(available, texts)),
        *([gates] if gates else []),
    )


def try_hint(one: Recommendation, texts: Texts, *, entry: PlanEntry | None) -> str:
    """What is worth knowing of a measure before it is ticked; possibly empty.

    Args:
        one: The measure.
        texts: The language.
        entry: What the plan has of it.
    """
    marks = [texts("recommending.is_gate")] if one.gate else []
    if entry is not None:
        marks.append(plan_words(entry, texts))
    return ", ".join(marks)


def joined_sentence(key: str, titles: Sequence[str], texts: Texts) -> str:
    """That something was ticked or unticked as well; empty if nothing was."""
    return texts(f"what_if.{key}", list="; ".join(titles)) if titles else ""


def _shown(block: BlockResult) -> float | None:
    value = block.score.value
    return None if value is None else rounded(value)


def document_name(opened: OpenAssessment, texts: Texts) -> str:
    """What the simulation is called on paper: whose it is."""
    return f"{texts('what_if.document')} – {opened.assessment.municipality.name}"


def what_if_document(
    opened: OpenAssessment,
    now: Profile,
    chosen: Sequence[Measure],
    sums: Sequence[str],
    *,
    simulation: Simulation,
    texts: Texts,
    chart: str = "",
) -> str:
    """A simulation as Markdown.

    Args:
        opened: The assessment as it is.
        now: Its profile.
        chosen: What is ticked.
        sums: See ``sum_sentences``.
        simulation: What would be.
        texts: The language.
        chart: Name of the picture; ``""`` leaves it out.
    """
    then = simulation.profile
    title = plain(what_if_title(now, then, texts))
    names = [measure_name(one, opened.questionnaire, texts) for one in chosen]
    lines = [
        f"# {plain(document_name(opened, texts))}",
        *(plain(one) for one in sums),
        "\n".join(f"- {plain(name)}" for name in names),
        f"## {title}",
        plain(" ".join(what_if_summary(now, then, texts))),
        *([f"![{title}]({chart})"] if chart else []),
        table(what_if_rows(now, then, texts), numbers=(1, 2, 3)),
        f"*{plain(texts('recommending.estimated'))}*",
    ]
    return "\n\n".join(line for line in lines if line)
