"""What comes with files, before and after it is taken: one row a file, in words."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from kiassess.domain.assessment import Answer, Facts, Voice
from kiassess.domain.entries import KeptEntry
from kiassess.domain.errors import KiassessError
from kiassess.domain.merge_plan import Compared, Difference, MergeKind, MergeSummary, OnConflict
from kiassess.domain.package import PackedValue
from kiassess.domain.questionnaire import Questionnaire
from kiassess.domain.taking_back import TakenBack
from kiassess.domain.voices import split_key
from kiassess.wording.history import differences
from kiassess.wording.importing import (
    compared_name,
    import_words,
    taken_back_remarks,
    taken_back_words,
)
from kiassess.wording.planning import entry_fields
from kiassess.wording.texts import Texts

INDENT = "    "


class Rank(IntEnum):
    """What a file asks of the user, the most urgent first."""

    DECIDE = 0  # both sides have changed something
    LOOK = 1  # cells are unclear, or there are warnings
    REFUSED = 2
    NEWS = 3
    SAME = 4  # nothing to take
    LEFT = 5  # not reached any more


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """Something both sides have changed.

    Attributes:
        title: What it is about.
        here: How it is here.
        there: How it comes.
    """

    title: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class ImportRow:
    """What one file brings.

    Attributes:
        file: Its name, without folders.
        content: Whose it is; its name if nobody can say.
        effect: What happens with it, in a few words.
        rank: What it asks of the user.
        takes: Whether anything is taken of it, or has been.
        lines: More about it, a sentence each.
        conflicts: What both sides have changed.
        respondent: Who has filled a workbook in; ``""`` for anything else.
    """

    file: str
    content: str
    effect: str
    rank: Rank
    takes: bool = False
    lines: tuple[str, ...] = ()
    conflicts: tuple[ConflictRow, ...] = ()
    respondent: str = ""


def refused_row(file: str, error: KiassessError, texts: Texts) -> ImportRow:
    """A file nothing is taken of."""
    effect, why = texts("import_preview.refused"), texts.error(error)
    return ImportRow(file, file, effect, Rank.REFUSED, lines=(why,))


def exchange_row(
    file: str, summary: MergeSummary, asked: Questionnaire | None, texts: Texts
) -> ImportRow:
    """What an exchange file would bring.

    Args:
        file: Its name.
        summary: What taking it would do.
        asked: The questionnaire of the assessment as it is here; ``None`` for a new one.
        texts: The sentences.
    """
    conflicts = tuple(_conflict_row(one, asked, texts) for one in summary.conflicts)
    rank = Rank.DECIDE if conflicts else _rank(summary, OnConflict.ASK)
    if summary.kind is MergeKind.NEW:
        number = summary.counts[Difference.NEWER_THERE]
        effect, line = texts("import_preview.new", n=number), "import_preview.new_about"
    else:
        effect = ", ".join(_differences(summary, texts)) or texts("import_preview.same")
        line = f"import_preview.{'same' if rank is Rank.SAME else 'merged'}_about"
    takes = rank in {Rank.DECIDE, Rank.NEWS}
    content, lines = _content(summary, texts), (texts(line),)
    return ImportRow(file, content, effect, rank, takes, lines, conflicts)


def exchange_taken_row(
    file: str, summary: MergeSummary, on_conflict: OnConflict, texts: Texts
) -> ImportRow:
    """What an exchange file has brought."""
    line = import_words(summary, on_conflict, texts, done=True)
    rank = _rank(summary, on_conflict)
    effect = texts("import_preview.taken" if rank is Rank.NEWS else "import_preview.same")
    return ImportRow(file, _content(summary, texts), effect, rank, rank is Rank.NEWS, (line,))


def fill_in_row(file: str, found: TakenBack, texts: Texts, *, done: bool) -> ImportRow:
    """What a fill-in workbook brings, or has brought.

    Args:
        file: Its name.
        found: What taking it back has found.
        texts: The sentences.
        done: Whether it has been done; else it would be.
    """
    remarks = taken_back_remarks(found, texts)
    rank = Rank.LOOK if remarks else Rank.NEWS if found.voices else Rank.SAME
    town = found.assessment.municipality.name
    content = texts("import_preview.voice", name=town, who=found.respondent)
    effect = ", ".join(_taken_back(found, texts, done=done)) or texts("import_preview.same")
    lines = remarks if found.voices else (taken_back_words(found, texts, done=done), *remarks)
    takes = bool(found.voices)
    return ImportRow(file, content, effect, rank, takes, lines, respondent=found.respondent)


def left_row(row: ImportRow, texts: Texts) -> ImportRow:
    """A file that was not reached any more when the user stopped."""
    effect = texts("import_preview.left")
    return ImportRow(row.file, row.content, effect, Rank.LEFT)


def in_order(rows: Sequence[ImportRow]) -> tuple[int, ...]:
    """The places of the rows: what asks something of the user first, else in their order."""
    return tuple(sorted(range(len(rows)), key=lambda place: rows[place].rank))


def preview_sentence(rows: Sequence[ImportRow], texts: Texts) -> str:
    """How many files bring something, and how many do not."""
    return _sum(rows, "news", texts)


def report_sentence(rows: Sequence[ImportRow], texts: Texts) -> str:
    """How many files were taken, and what became of the others."""
    return _sum(rows, "taken", texts)


def report_text(rows: Sequence[ImportRow], texts: Texts, *, at: str) -> str:
    """The whole report, to be kept or passed on.

    Args:
        rows: What became of each file.
        texts: The sentences.
        at: Day and time, in words.
    """
    lines = [texts("import_preview.report", at=at), report_sentence(rows, texts)]
    for row in rows:
        lines += ["", f"{row.file} – {_told(row)}", *(INDENT + line for line in row.lines)]
    return "\n".join(lines) + "\n"


def _told(row: ImportRow) -> str:
    return row.effect if row.content == row.file else f"{row.content}: {row.effect}"


def _sum(rows: Sequence[ImportRow], first: str, texts: Texts) -> str:
    names = {Rank.REFUSED: "refused", Rank.LEFT: "left"}
    found = Counter(first if row.takes else names.get(row.rank, "same") for row in rows)
    parts = [
        texts(f"import_preview.sum_{name}", n=found[name])
        for name in (first, "same", "refused", "left")
        if found[name] or name == first
    ]
    return texts("import_preview.sum", n=len(rows), parts=", ".join(parts))


def _taken_back(found: TakenBack, texts: Texts, *, done: bool) -> Iterator[str]:
    """What a fill-in workbook holds, a few words each; nothing if it brings nothing."""
    counts = found.counts
    if found.voices:
        yield texts("taking_back.taken" if done else "taking_back.would_take", n=counts.taken)
        if found.notes:
            yield texts("taking_back.notes", n=found.notes)
    elif not counts.unclear:
        return
    for name in ("untouched", "open", "unclear"):
        number = getattr(counts, name)
        if number:
            yield texts(f"taking_back.{name}", n=number)


def _content(summary: MergeSummary, texts: Texts) -> str:
    assessment = summary.assessment
    day = texts.day(assessment.round_date)
    return texts("import_preview.content", name=assessment.municipality.name, date=day)


def _differences(summary: MergeSummary, texts: Texts) -> list[str]:
    """What differs, a few words each; nothing if all is the same."""
    kinds = (Difference.NEWER_THERE, Difference.BOTH_CHANGED, Difference.NEWER_HERE)
    parts = [
        texts(f"import_preview.{kind}", n=summary.counts[kind])
        for kind in kinds
        if summary.counts[kind]
    ]
    parts += [
        texts(f"import_preview.entries_{kind}", n=summary.entries[kind])
        for kind in kinds
        if summary.entries.get(kind)
    ]
    if summary.facts in kinds:
        parts.append(texts(f"import_preview.facts_{summary.facts}"))
    if summary.states:
        parts.append(texts("import_preview.states", n=summary.states))
    return parts


def _rank(summary: MergeSummary, on_conflict: OnConflict) -> Rank:
    """Whether anything is taken."""
    answers = summary.taken(on_conflict) + summary.beside(on_conflict)
    answers += summary.entries_taken(on_conflict)
    if summary.kind is MergeKind.NEW or summary.states or answers:
        return Rank.NEWS
    wanted = {Difference.NEWER_THERE}
    if on_conflict is OnConflict.TAKE:
        wanted.add(Difference.BOTH_CHANGED)
    return Rank.NEWS if summary.facts in wanted else Rank.SAME


def _conflict_row(conflict: Compared, asked: Questionnaire | None, texts: Texts) -> ConflictRow:
    if isinstance(conflict.here, Facts) and isinstance(conflict.there, Facts):
        return _facts_row(conflict.here, conflict.there, texts)
    if conflict.is_entry:
        return _entry_row(conflict, texts)
    item_id, respondent = split_key(conflict.key[1])
    items = {} if asked is None else {item.id: item for item in asked.items()}
    title = items[item_id].title if item_id in items else item_id
    if respondent:
        title = texts("import_preview.voice", name=title, who=respondent)
    here, there = _answer(conflict.here), _answer(conflict.there)
    ours, theirs = [_level_words(here, asked, texts)], [_level_words(there, asked, texts)]
    if ours == theirs and (here.state, here.level) == (there.state, there.level):
        ours, theirs = [], []
    if asked is not None:
        for one in differences(here, there, asked, texts):
            if one.label != texts("history.label_answer"):
                ours.append(f"{one.label}: {one.before}")
                theirs.append(f"{one.label}: {one.after}")
    return ConflictRow(title, "\n".join(ours), "\n".join(theirs))


def _entry_row(conflict: Compared, texts: Texts) -> ConflictRow:
    """What differs between the two; where one side has nothing, that it has."""
    told = [
        entry_fields(value, texts) if isinstance(value, KeptEntry) else {}
        for value in (conflict.here, conflict.there)
    ]
    sides = []
    for own, other in (told, told[::-1]):
        lines = [f"{label}: {words}" for label, words in own.items() if other.get(label) != words]
        sides.append("\n".join(lines) or texts("import_preview.entry_gone"))
    return ConflictRow(compared_name(conflict, texts), *sides)


def _facts_row(here: Facts, there: Facts, texts: Texts) -> ConflictRow:
    both = zip(_facts_words(here, texts), _facts_words(there, texts), strict=True)
    pairs = [(ours, theirs) for ours, theirs in both if ours != theirs]
    ours, theirs = ("\n".join(pair[side] for pair in pairs) for side in (0, 1))
    return ConflictRow(texts("import_preview.facts"), ours, theirs)


def _answer(value: PackedValue | None) -> Answer:
    if isinstance(value, Voice):
        return value.answer
    return value if isinstance(value, Answer) else Answer("")


def _level_words(answer: Answer, asked: Questionnaire | None, texts: Texts) -> str:
    if answer.level is None:
        return texts(f"state.{answer.state}")
    if asked is None:
        return texts("import.level", level=answer.level)
    name = asked.levels[answer.level].name
    return texts("history.level", level=answer.level, name=name)


def _facts_words(facts: Facts, texts: Texts) -> tuple[str, ...]:
    """Each of the facts in a line of its own."""
    in_use = "open" if facts.ai_in_use is None else facts.ai_in_use.value
    return (
        texts(f"extent.{facts.extent}"),
        texts("import_preview.facts_day", date=texts.day(facts.round_date)),
        texts("import_preview.facts_population", n=texts.count(facts.population)),
        texts(f"ai.{in_use}"),
    )
