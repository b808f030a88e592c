"""Several voices in words: what each says, how far they lie apart, and what is agreed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from kiassess.domain.assessment import Answer, AnswerState, OpenAssessment, Voice
from kiassess.domain.clarifying import BlockSpread, Clarification
from kiassess.domain.questionnaire import LevelName
from kiassess.domain.voices import CLARIFY_FROM, differ, spread
from kiassess.wording.interview import plan_head, table
from kiassess.wording.knowledge import plain
from kiassess.wording.texts import NO_VALUE, Texts

NEXT = " · "


def said(answer: Answer, texts: Texts) -> str:
    """What an answer says, inside a sentence: ``Stufe 2`` or ``„weiß nicht“``."""
    if answer.level is not None:
        return texts("voices.level", level=answer.level)
    return texts("voices.said", what=texts(f"state.{answer.state}"))


def said_in_full(answer: Answer, levels: Sequence[LevelName], texts: Texts) -> str:
    """What an answer says, standing alone: ``2 – In Teilen geregelt`` or ``weiß nicht``."""
    if answer.level is not None:
        return f"{answer.level} – {levels[answer.level].name}"
    return texts(f"state.{answer.state}")


def said_in_short(answer: Answer, texts: Texts) -> str:
    """What an answer says, in a list: ``2`` or ``weiß nicht``."""
    return texts(f"state.{answer.state}") if answer.level is None else str(answer.level)


def who_words(voice: Voice, roles: Mapping[str, str]) -> str:
    """Whose voice it is, with the role unless that is their name.

    Args:
        voice: The voice.
        roles: Names of the roles by their ids.
    """
    role = roles.get(voice.role_id, "")
    return voice.respondent if role in {"", voice.respondent} else f"{voice.respondent} ({role})"


def remarks_words(answer: Answer, texts: Texts) -> str:
    """The reason, the note and the evidence of an answer; a dash if there are none."""
    evidence = answer.evidence
    parts = [
        texts("voices.reason", reason=answer.reason) if answer.reason else "",
        answer.note,
        texts(f"evidence.{evidence.type}") if evidence.type else "",
        texts("voices.pointer", pointer=evidence.pointer) if evidence.pointer else "",
        texts("voices.dated", date=texts.day(evidence.dated)) if evidence.dated else "",
    ]
    return NEXT.join(part for part in parts if part) or NO_VALUE


def confidence_words(answer: Answer, texts: Texts) -> str:
    """How sure an answer is; a dash if nobody said."""
    return texts(f"confidence.{answer.confidence}") if answer.confidence else NO_VALUE


def voices_sentence(voices: Iterable[Answer], agreed: Answer | None, texts: Texts) -> str:
    """What the voices on a question say together, and what is to be done.

    Args:
        voices: Of one question.
        agreed: The agreed answer; ``None`` as long as there is none.
        texts: The language.
    """
    all_voices = tuple(voices)
    sentences = []
    if agreed is not None:
        sentences.append(texts("voices.agreed", what=said(agreed, texts)))
    if all_voices:
        sentences.append(_together(all_voices, texts))
    if agreed is None and differ(all_voices):
        key = "voices.clarify" if is_urgent(all_voices) else "voices.agree"
        sentences.append(texts(key))
    return " ".join(sentences)


def is_urgent(voices: Iterable[Answer]) -> bool:
    """Whether voices lie so far apart that it is called Klärungsbedarf."""
    levels_apart = spread(voices)
    return levels_apart is not None and levels_apart >= CLARIFY_FROM


def voices_in_short(voices: Iterable[Voice], roles: Mapping[str, str], texts: Texts) -> str:
    """Who says what, in one line."""
    return NEXT.join(
        texts("voices.voice", who=who_words(voice, roles), what=said_in_short(voice.answer, texts))
        for voice in voices
    )


def stand_words(one: Clarification, texts: Texts) -> str:
    """What is to be done about a question on which voices differ."""
    if one.agreed:
        return texts("voices.stand_agreed")
    return texts("voices.stand_clarify" if one.urgent else "voices.stand_agree")


def apart_words(one: Clarification, texts: Texts) -> str:
    """How far the voices lie apart; a dash where fewer than two name a level."""
    return NO_VALUE if one.spread is None else texts("voices.levels", n=one.spread)


def clarifying_lead(found: Sequence[Clarification], texts: Texts) -> str:
    """How much there is to be clarified, and why it matters."""
    if not found:
        return texts("voices.nothing")
    unsettled = [one for one in found if not one.agreed]
    if not unsettled:
        return texts("voices.settled")
    sentences = [texts("voices.lead", n=len(unsettled))]
    if urgent := sum(one.urgent for one in unsettled):
        sentences.append(texts("voices.urgent", n=urgent))
    return " ".join([*sentences, texts("voices.counts")])


def clarifying_document(
    opened: OpenAssessment,
    found: Sequence[Clarification],
    spreads: Sequence[BlockSpread],
    texts: Texts,
) -> str:
    """The list of what needs clarifying, as Markdown, to be printed.

    Args:
        opened: The assessment.
        found: See ``domain.clarifying.clarifications``.
        spreads: See ``domain.clarifying.block_spreads``.
        texts: The language.
    """
    lines = [f"# {texts('voices.title')}", plain(plan_head(opened, texts))]
    lines.append(clarifying_lead(found, texts))
    roles = role_names(opened)
    for one in found:
        lines += _question(one, opened, roles, texts)
    known = [one for one in spreads if one.low is not None]
    if known:
        lines += [f"## {texts('voices.blocks')}", texts("voices.blocks_about")]
        lines.append(_blocks(opened, known, texts))
    return "\n\n".join(lines)


def clarifying_name(opened: OpenAssessment, texts: Texts) -> str:
    """What the document is called: whose list it is."""
    return texts("voices.name", name=opened.assessment.municipality.name)


def role_names(opened: OpenAssessment) -> dict[str, str]:
    """The names of the roles by their ids."""
    return {role.id: role.name for role in opened.questionnaire.roles}


def workshop_note(note: str, day: date, texts: Texts) -> str:
    """A note that says that the answer was agreed in a workshop; said already, it stays."""
    sentence = texts("workshop.agreed_on", date=texts.day(day))
    return note if sentence in note else "\n".join(part for part in (note, sentence) if part)


def _together(voices: Sequence[Answer], texts: Texts) -> str:
    touched = [answer for answer in voices if answer.touched]
    if not touched:
        return texts("voices.silent", n=len(voices))
    if len(touched) > 1 and not differ(touched):
        return texts("voices.all", what=said(touched[0], texts))
    return texts("voices.count", n=len(touched), what=", ".join(_what(touched, texts)))


def _what(voices: Sequence[Answer], texts: Texts) -> Iterator[str]:
    """What is said: the levels as a range, and how often the other answers."""
    levels = [answer.level for answer in voices if answer.level is not None]
    if levels:
        low, high = min(levels), max(levels)
        one = low == high
        yield texts("voices.level", level=low) if one else texts("voices.range", low=low, high=high)
    for state in (AnswerState.UNKNOWN, AnswerState.NOT_APPLICABLE):
        if number := sum(answer.state is state for answer in voices):
            words = texts(f"state.{state}")
            alone = len(voices) == 1
            yield (
                texts("voices.said", what=words)
                if alone
                else texts("voices.said_often", n=number, what=words)
            )


def _question(
    one: Clarification, opened: OpenAssessment, roles: Mapping[str, str], texts: Texts
) -> Iterator[str]:
    yield f"## {plain(one.item.title)}"
    yield plain(one.item.question)
    agreed = opened.answer(one.item.id) if one.agreed else None
    answers = [voice.answer for voice in one.voices]
    yield f"**{plain(voices_sentence(answers, agreed, texts))}**"
    levels = opened.questionnaire.levels
    head = [texts("voices.who_said"), texts("fill_in.answer"), texts("fill_in.note")]
    rows = [
        [
            who_words(voice, roles),
            said_in_full(voice.answer, levels, texts),
            remarks_words(voice.answer, texts),
        ]
        for voice in one.voices
    ]
    yield table([head, *rows])


def _blocks(opened: OpenAssessment, spreads: Sequence[BlockSpread], texts: Texts) -> str:
    names = {block.id: block.name for block in opened.questionnaire.blocks}
    head = [texts(f"voices.{column}") for column in ("block", "lowest", "highest")]
    rows = [[names[one.id], texts.number(one.low), texts.number(one.high)] for one in spreads]
    return table([head, *rows], numbers=(1, 2))
