"""What a municipality keeps beside its answers, in words: names, fields, and what does not fit."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum

from kiassess.domain.action_fields import ActionField
from kiassess.domain.entries import KeptEntry
from kiassess.domain.entry_tables import subject_of
from kiassess.domain.history import Subject
from kiassess.domain.measures import Trigger
from kiassess.domain.own_measures import HiddenMeasure, OwnMeasure
from kiassess.domain.plan_checks import ALL, OrderWarning, Overload, Quarter
from kiassess.domain.planning import Aim, PlanEntry
from kiassess.domain.precheck_result import PrecheckResult
from kiassess.domain.register import AiSystem
from kiassess.domain.use_cases import UseCase
from kiassess.wording.texts import Texts

NAMES_IN_SENTENCE = 3  # of plan entries
_NOT_TOLD = frozenset({"id", "measure_id", "use_case_id"})
_WORDS = {  # sections with the words of enumerations
    "PlanStatus": "plan_status",
    "UseStatus": "use_status",
    "AiRole": "ai_role",
    "Dpia": "dpia",
    "Outcome": "outcome",
    "Effort": "effort",
    "Cost": "cost",
}


def entry_name(entry: KeptEntry, texts: Texts, titles: Mapping[str, str] | None = None) -> str:
    """What an entry is called; ``""`` for the frame of the plan.

    Args:
        entry: Of any kind.
        texts: The sentences.
        titles: Titles of the measures of the catalogue by id; for what has no name of its own.
    """
    match entry:
        case PlanEntry() | UseCase():
            return entry.title
        case OwnMeasure():
            return entry.title or (titles or {}).get(entry.id, entry.id)
        case HiddenMeasure():
            return (titles or {}).get(entry.id, entry.id)
        case AiSystem():
            return entry.name
        case ActionField():
            return field_name(entry, texts)
        case _:
            return ""


def field_name(field: ActionField, texts: Texts) -> str:
    """What an action field is called."""
    return field.name or texts(f"action_field.{field.id}")


def kind_words(subject: Subject, name: str, texts: Texts) -> str:
    """An entry with its kind and its name: „Planeintrag „Schulung““."""
    return texts(f"kept.{subject}", name=name)


def entry_fields(entry: KeptEntry, texts: Texts) -> dict[str, str]:
    """What an entry says in each respect, by the name of it, in words."""
    subject = subject_of(entry)
    return {kind_label(subject, name, texts): words for name, words in _told(entry, texts)}


def kind_label(subject: Subject, name: str, texts: Texts) -> str:
    """What a field of entries of a kind is called."""
    own = f"entry.{subject}_{name}"
    return texts(own if texts.has(own) else f"entry.{name}")


def order_sentence(warning: OrderWarning, texts: Texts) -> str:
    """Why an entry cannot follow another, in a sentence."""
    entry, earlier = warning.entry, warning.earlier
    return texts(
        f"plan_order.{warning.problem}",
        title=entry.title,
        earlier=earlier.title,
        start=texts.day(entry.start),
        due=texts.day(earlier.due),
    )


def overload_sentence(overload: Overload, texts: Texts) -> str:
    """That a quarter holds more than there is time for, and what lies in it."""
    titles = [texts("kept.quoted", name=entry.title) for entry in overload.entries]
    more = len(titles) - NAMES_IN_SENTENCE
    listed = ", ".join(titles[:NAMES_IN_SENTENCE])
    return texts(
        "kept.overload_all" if overload.person == ALL else "kept.overload",
        quarter=quarter_words(overload.quarter, texts),
        person=overload.person,
        days=texts.number(overload.days),
        capacity=texts.number(overload.capacity),
        titles=listed if more <= 0 else texts("kept.and_more", list=listed, n=more),
    )


def quarter_words(quarter: Quarter, texts: Texts) -> str:
    """A quarter: „2. Quartal 2027“."""
    return texts("kept.quarter", number=quarter.number, year=quarter.year)


def euros(cents: int | None, texts: Texts) -> str:
    """Money: „12.500,00 Euro“; a dash while nobody knows."""
    if cents is None:
        return texts.number(None)
    text = f"{cents // 100:,}.{cents % 100:02}"
    if texts.language == "de":
        text = text.translate(str.maketrans(",.", ".,"))
    return texts("kept.euros", amount=text)


def plain_number(number: float | None, texts: Texts) -> str:
    """A number with as many digits as it has; a dash while there is none."""
    if number is None:
        return texts.number(None)
    text = f"{number:.6f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if texts.language == "de" else text


def _told(value: object, texts: Texts, prefix: str = "") -> Iterator[tuple[str, str]]:
    assert is_dataclass(value)
    for one in fields(value):
        name, inner = prefix + one.name, getattr(value, one.name)
        if name in _NOT_TOLD:
            continue
        if is_dataclass(inner) and not isinstance(inner, PrecheckResult):
            yield from _told(inner, texts, f"{name}_")
        else:
            yield name, _words(name, inner, texts) or texts("history.nothing")


def _words(name: str, value: object, texts: Texts) -> str:
    match value:
        case StrEnum():
            return texts(f"{_WORDS[type(value).__name__]}.{value}")
        case bool():
            return texts("answers.yes" if value else "answers.no")
        case int() | float():
            return euros(int(value), texts) if name == "cost_cents" else plain_number(value, texts)
        case date():
            return texts.day(value)
        case tuple():
            return "; ".join(_words(name, one, texts) for one in value)
        case _:
            return _part_words(value, texts)


def _part_words(value: object, texts: Texts) -> str:
    match value:
        case Aim(item_id=item_id, level=level):
            return item_id if level is None else texts("kept.aim", item=item_id, level=level)
        case Trigger(item_id=item_id, below=below):
            return texts("measure.below", title=item_id, level=below)
        case PrecheckResult():
            outcome = texts(f"outcome.{value.outcome}")
            return texts("kept.precheck", outcome=outcome, date=texts.day(value.as_of))
        case _:
            return str(value or "")
