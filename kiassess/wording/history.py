"""What was changed, taken back and done again, in words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiassess.domain.assessment import Answer
from kiassess.domain.entries import KeptEntry
from kiassess.domain.history import Change, Entry, StepKind, Subject, Undoable
from kiassess.domain.questionnaire import Item, Questionnaire
from kiassess.domain.voices import split_key
from kiassess.wording.knowledge import plain
from kiassess.wording.planning import entry_name, kind_words
from kiassess.wording.texts import Texts

TITLE_LENGTH = 40  # characters of a title in a menu
ELLIPSIS = "…"
ENTRIES_AT_FIRST = 50
OLDER = "older"  # where the link to the older changes leads
RETURN = "return-"  # with the number of a step: where the link to an earlier answer leads
LINE_SEPARATOR = "\N{LINE SEPARATOR}"  # a line break a table cell of Markdown can hold
_MARKED = re.compile(r"([~&:@.])")  # what else Qt's Markdown gives a meaning to


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What an answer said before and afterwards in one respect."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class EntryWords:
    """One change of an answer in words.

    Attributes:
        when: Day and time of the local clock.
        who: Who did it, or that there is no name.
        what: What was done, in a few words.
        fields: What differs; empty if the answer itself stayed as it was.
    """

    when: str
    who: str
    what: str
    fields: tuple[FieldChange, ...]


def what_words(
    undoable: Undoable,
    questionnaire: Questionnaire,
    texts: Texts,
    titles: Mapping[str, str] | None = None,
) -> str:
    """What a change was about: „Antwort zu „Datenleitlinie““; a verb may follow.

    Args:
        undoable: The change.
        questionnaire: The one that was answered.
        texts: The sentences.
        titles: What measures are called, by id; for what has no name of its own.
    """
    match undoable.kind:
        case StepKind.IMPORT | StepKind.CARRY_OVER:
            return texts(f"history.{undoable.kind}")
        case StepKind.MOVE:
            return texts("history.move", version=undoable.version)
        case StepKind.PLAN:
            return _entries_words(undoable.changes, texts, titles)
        case StepKind.VOTES:
            item_id = split_key(undoable.changes[0].item_id)[0]
            return texts("history.votes", item=_named(questionnaire, item_id, texts))
        case _:
            return _answers_words(undoable.changes, questionnaire, texts)


def _answers_words(changes: Sequence[Change], questionnaire: Questionnaire, texts: Texts) -> str:
    """What was answered, or that the facts are others."""
    answers = [change for change in changes if change.subject is Subject.ANSWER]
    if len(answers) != len(changes):
        return texts("history.facts")
    if len(answers) > 1:
        return texts("history.targets", n=len(answers))
    name = _named(questionnaire, answers[0].item_id, texts)
    return texts(f"history.{_topic(answers[0])}", item=name)


def _entries_words(
    changes: Sequence[Change], texts: Texts, titles: Mapping[str, str] | None
) -> str:
    """What was kept beside the answers, by its name where it is one thing."""
    if len(changes) > 1:
        return texts("history.entries", n=len(changes))
    (change,) = changes
    entry = change.before if change.after is None else change.after
    name = entry_name(entry, texts, titles) if isinstance(entry, KeptEntry) else ""
    return kind_words(change.subject, _shortened(name), texts)


def undone_words(
    undoable: Undoable,
    questionnaire: Questionnaire,
    texts: Texts,
    titles: Mapping[str, str] | None = None,
) -> str:
    """That a change has been taken back; see ``what_words``."""
    return texts("history.undone", what=what_words(undoable, questionnaire, texts, titles))


def redone_words(
    undoable: Undoable,
    questionnaire: Questionnaire,
    texts: Texts,
    titles: Mapping[str, str] | None = None,
) -> str:
    """That a change has been done again; see ``what_words``."""
    return texts("history.redone", what=what_words(undoable, questionnaire, texts, titles))


def entry_words(entry: Entry, texts: Texts) -> EntryWords:
    """One change of an answer: when, who, what, and from what to what."""
    head = entry.head
    what = texts(f"history.done_{head.kind}", version=entry.questionnaire.version)
    if entry.respondent:
        what = texts("history.voice", respondent=entry.respondent, what=what)
    return EntryWords(
        when=texts.moment(head.at),
        who=head.who or texts("history.nobody"),
        what=what,
        fields=tuple(_differing(entry, texts)),
    )


def differences(
    before: Answer | None, after: Answer | None, asked: Questionnaire, texts: Texts
) -> tuple[FieldChange, ...]:
    """In what two answers to the same item differ.

    Args:
        before: One answer; ``None`` if there is none.
        after: The other.
        asked: What was asked for both.
        texts: The sentences.
    """
    one, other = _said(before, asked, texts), _said(after, asked, texts)
    return tuple(
        FieldChange(texts(f"history.label_{name}"), value, other[name])
        for name, value in one.items()
        if value != other[name]
    )


def history_document(
    title: str,
    entries: Sequence[Entry],
    texts: Texts,
    *,
    returnable: Sequence[Entry] = (),
    most: int = ENTRIES_AT_FIRST,
) -> str:
    """What has become of an answer, as Markdown.

    Args:
        title: ``Item.title`` of today.
        entries: The newest first.
        texts: The sentences.
        returnable: The entries whose answer may be given again; a link each.
        most: How many entries are told; a link leads to all of them.
    """
    lines = [f"# {_literal(title)}"]
    if not entries:
        return "\n\n".join([*lines, texts("history.nothing_yet")])
    for entry in entries[:most]:
        lines += _told(entry, texts)
        if entry in returnable:
            lines.append(f"[{texts('history.return')}](#{RETURN}{entry.head.number})")
    if len(entries) > most:
        lines.append(f"[{texts('history.older', n=len(entries) - most)}](#{OLDER})")
    return "\n\n".join(lines)


def _told(entry: Entry, texts: Texts) -> Iterator[str]:
    words = entry_words(entry, texts)
    yield f"## {_literal(f'{words.when} · {words.who}')}"
    yield f"**{_literal(words.what)}**"
    if not words.fields:
        yield texts("history.unchanged")
        return
    head = [texts(f"history.{column}") for column in ("field", "before", "after")]
    rows = [[_literal(cell) for cell in (one.label, one.before, one.after)] for one in words.fields]
    yield "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *rows])


def _topic(change: Change) -> str:
    """What part of an answer a change is about; the key of its name."""
    before, after = (
        value if isinstance(value, Answer) else Answer(change.item_id)
        for value in (change.before, change.after)
    )
    if (before.state, before.level) != (after.state, after.level):
        return "answer"
    names = ("reason", "note", "evidence", "target", "delivery", "confidence", "responsible")
    found = [name for name in names if getattr(before, name) != getattr(after, name)]
    single = found[0] if len(found) == 1 else ""
    return single if single in {"reason", "note", "evidence", "target"} else "details"


def _differing(entry: Entry, texts: Texts) -> Iterator[FieldChange]:
    before = _said(entry.before, entry.older, texts)
    after = _said(entry.after, entry.questionnaire, texts)
    for name, value in before.items():
        if value != after[name]:
            yield FieldChange(texts(f"history.label_{name}"), value, after[name])


def _said(answer: Answer | None, asked: Questionnaire, texts: Texts) -> dict[str, str]:
    """What an answer says in each respect, in words."""
    given = answer or Answer("")
    nothing = texts("history.nothing")
    evidence = given.evidence
    return {
        "answer": _level_words(given, asked, texts),
        "reason": given.reason or nothing,
        "note": given.note or nothing,
        "evidence": texts(f"evidence.{evidence.type}") if evidence.type else nothing,
        "pointer": evidence.pointer or nothing,
        "dated": texts.day(evidence.dated) if evidence.dated else nothing,
        "target": _target_words(given.target, asked, texts),
        "delivery": texts(f"delivery.{given.delivery}") if given.delivery else nothing,
        "confidence": texts(f"confidence.{given.confidence}") if given.confidence else nothing,
        "responsible": given.responsible or nothing,
    }


def _level_words(answer: Answer, asked: Questionnaire, texts: Texts) -> str:
    if answer.level is None:
        return texts(f"state.{answer.state}")
    name = asked.levels[answer.level].name
    item = _item(asked, answer.item_id)
    if item is None:
        return texts("history.level", level=answer.level, name=name)
    text = item.levels[answer.level]
    return texts("history.level_text", level=answer.level, name=name, text=text)


def _target_words(target: int | None, asked: Questionnaire, texts: Texts) -> str:
    if target is None:
        return texts("history.preset")
    return texts("history.level", level=target, name=asked.levels[target].name)


def _item(questionnaire: Questionnaire, item_id: str) -> Item | None:
    return {item.id: item for item in questionnaire.items()}.get(item_id)


def _named(questionnaire: Questionnaire, item_id: str, texts: Texts) -> str:
    """An item by its title; one that is not asked any more has none."""
    item = _item(questionnaire, item_id)
    if item is None:
        return texts("history.former_item")
    return texts("history.item", title=_shortened(item.title))


def _shortened(title: str) -> str:
    if len(title) <= TITLE_LENGTH:
        return title
    return title[: TITLE_LENGTH - 1].rstrip() + ELLIPSIS


def _literal(text: str) -> str:
    """A text in which nothing is Markdown, its lines kept apart."""
    return LINE_SEPARATOR.join(_MARKED.sub(r"\\\1", plain(line)) for line in text.splitlines())
