"""What moving to another version of a questionnaire means, in words."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kiassess.domain.assessment import Answer, AnswerState
from kiassess.domain.edition_change import ChangeKind, EditionChange, ItemChange, left_behind
from kiassess.domain.kinds import LEVELS
from kiassess.domain.profile import BlockResult
from kiassess.domain.questionnaire import Item, Questionnaire
from kiassess.domain.word_diff import Piece, PieceKind, plain, word_difference
from kiassess.wording.texts import Texts

ELLIPSIS = " … "  # between words that do not stand side by side


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a question, old and new in one.

    Attributes:
        label: What it is, e.g. “Frage” or “Stufe 2 – Geregelt”.
        pieces: The words kept, gone and added; empty for a heading.
    """

    label: str
    pieces: tuple[Piece, ...]


def kind_name(kind: ChangeKind, texts: Texts) -> str:
    """What became of a question, in one or two words."""
    return texts(f"move.{kind}")


def counts_line(change: EditionChange, texts: Texts) -> str:
    """How many questions there are of each kind; kinds without any are left out."""
    found = [texts(f"move.count_{kind}", n=n) for kind, n in change.counts().items() if n]
    return texts("move.counts", list=", ".join(found))


def change_words(change: ItemChange, texts: Texts) -> str:
    """What became of a question, and what that means for its answer."""
    about = f"move.about_{change.kind}"
    if change.kind is ChangeKind.RENAMED and not change.levels_equal:
        about = "move.about_renamed_levels"
    answer = _answer_key(change)
    return f"{texts(about)} {texts(answer)}" if answer else texts(about)


def fate_words(change: ItemChange, accepted: Collection[str], texts: Texts) -> str:
    """What happens to the answer, in two or three words."""
    if not change.answers:
        return texts("move.will_nothing")
    return texts("move.will_carry" if change.is_carried(accepted) else "move.will_stay")


def total_words(change: EditionChange, accepted: Collection[str], texts: Texts) -> str:
    """How many answers go along, and how many stay in the history."""
    carried = sum(item.is_carried(accepted) for item in change.items)
    left = len(left_behind(change, accepted))
    stays = texts("move.left", n=left) if left else texts("move.left_none")
    return f"{texts('move.carried', n=carried)} {stays}"


def passages(
    change: ItemChange, older: Questionnaire, newer: Questionnaire, texts: Texts
) -> tuple[Passage, ...]:
    """The wording of a question, with its differences word by word where there is one to compare.

    Args:
        change: The question.
        older: The version answered; names its levels.
        newer: The other version.
        texts: The sentences.
    """
    after, before = change.after, change.before
    if after is None:
        return tuple(_whole(before[0], older, texts))
    if not before:
        return tuple(_whole(after, newer, texts))
    if len(before) == 1:
        return tuple(_compared(before[0], after, newer, texts))
    found = [
        passage
        for item in before
        for passage in (
            Passage(texts("move.old_question", title=item.title), ()),
            *_whole(item, older, texts),
        )
    ]
    heading = Passage(texts("move.new_question", title=after.title), ())
    return (*found, heading, *_whole(after, newer, texts))


def answer_passages(change: ItemChange, older: Questionnaire, texts: Texts) -> tuple[Passage, ...]:
    """The answers given, each with the text its level had then, and their notes."""
    several = len(change.before) > 1
    items = {item.id: item for item in change.before}
    found = []
    for answer in change.answers:
        item = items[answer.item_id]
        label = texts("move.answer_to", title=item.title) if several else texts("move.answer")
        said = _said(answer, item, older, texts)
        if answer.note:
            said += f"\n{texts('move.answer_note', note=answer.note)}"
        found.append(Passage(label, plain(said)))
    return tuple(found)


def spoken(passage: Passage, texts: Texts) -> str:
    """A passage for those who cannot see what is struck out: its new text, then the difference."""
    if not passage.pieces:
        return passage.label
    kept = "".join(p.text for p in passage.pieces if p.kind is not PieceKind.GONE)
    difference = difference_words(passage.pieces, texts)
    if all(piece.kind is PieceKind.KEPT for piece in passage.pieces):
        return f"{passage.label}: {kept}"
    return f"{passage.label}: {kept} ({difference})" if kept else f"{passage.label}: {difference}"


def difference_words(pieces: tuple[Piece, ...], texts: Texts) -> str:
    """Which words are gone and which are new, or that nothing has changed."""
    found = [
        texts(f"move.{kind}", list=words)
        for kind in (PieceKind.GONE, PieceKind.ADDED)
        if (words := _listed(pieces, kind))
    ]
    return "; ".join(found) or texts("move.unchanged")


def result_words(result: BlockResult | None, *, quick: bool, texts: Texts) -> str:
    """The value of a building block, in the quick check its tendency; or why there is none.

    Args:
        result: ``None`` if the version has no such block.
        quick: Whether tendencies are all there is.
        texts: The sentences.
    """
    if result is None:
        return texts("move.no_block")
    if quick:
        return texts(f"tendency.{result.tendency or 'none'}")
    if result.score.value is not None:
        return texts.number(result.score.value)
    none = result.score.coverage is None
    return texts("score.not_applicable" if none else "score.not_sound")


def _answer_key(change: ItemChange) -> str:
    """The key of the sentence about the answer; ``""`` where there is nothing to say."""
    if change.kind is ChangeKind.NEW:
        return ""
    if not change.answers:
        return "move.answer_none"
    if change.kind is ChangeKind.SAME:
        return "move.answer_same"
    if change.can_carry:
        return "move.answer_fits" if change.carried_by_default else "move.answer_check"
    if change.kind is ChangeKind.REMOVED:
        return "move.answer_gone"
    return "move.answer_several" if len(change.answers) > 1 else "move.answer_not_applicable"


def _whole(item: Item, questionnaire: Questionnaire, texts: Texts) -> Iterator[Passage]:
    yield Passage(texts("move.question"), plain(item.question))
    if item.not_applicable_condition:
        yield Passage(texts("move.condition"), plain(item.not_applicable_condition))
    for level, text in zip(LEVELS, item.levels, strict=True):
        yield Passage(_level_label(level, questionnaire, texts), plain(text))


def _compared(old: Item, new: Item, newer: Questionnaire, texts: Texts) -> Iterator[Passage]:
    if old.title != new.title:
        yield Passage(texts("move.title"), word_difference(old.title, new.title))
    yield Passage(texts("move.question"), word_difference(old.question, new.question))
    conditions = [item.not_applicable_condition for item in (old, new)]
    if any(conditions):
        none = texts("move.condition_none")
        said = (condition or none for condition in conditions)
        yield Passage(texts("move.condition"), word_difference(*said))
    if old.levels != new.levels:
        for level, (before, after) in enumerate(zip(old.levels, new.levels, strict=True)):
            label = _level_label(level, newer, texts)
            yield Passage(label, word_difference(before, after))


def _said(answer: Answer, item: Item, older: Questionnaire, texts: Texts) -> str:
    if answer.level is not None:
        name = older.levels[answer.level].name
        text = item.levels[answer.level]
        return texts("move.answer_level", level=answer.level, name=name, text=text)
    if answer.state is AnswerState.NOT_APPLICABLE:
        return texts("move.answer_reason", reason=answer.reason)
    return texts(f"state.{answer.state}")


def _level_label(level: int, questionnaire: Questionnaire, texts: Texts) -> str:
    return texts("move.level", level=level, name=questionnaire.levels[level].name)


def _listed(pieces: tuple[Piece, ...], kind: PieceKind) -> str:
    return ELLIPSIS.join(p.text.strip() for p in pieces if p.kind is kind and p.text.strip())
