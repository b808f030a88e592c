"""Packages as pure values, changed step by step as a workspace would."""

import json
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

from builders import NOON, make_answer, make_assessment
from kept_entries import BARE, FULL, PLAN, keyed
from towns import full_answer

from kiassess.domain.assessment import AiInUse, Facts, Voice
from kiassess.domain.entry_tables import key_of
from kiassess.domain.history import ENTRIES, StepHead, StepKind, Subject, stacks
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality
from kiassess.domain.package import (
    FACTS,
    QUESTIONNAIRE,
    Package,
    PackedChange,
    PackedState,
    PackedStep,
)
from kiassess.domain.voices import voice_key

LEGAL = 'as_of = 2026-11-22\n[[entry]]\nid = "gdpr.30"\n'
TOWN = Municipality(
    "Bad Musterbach, Stadt",
    key="08421099",
    state="Baden-Württemberg",
    district="Musterkreis",
    population=9_000,
    designation="Stadt",
    territory_date="2025-10-31",
)
OTHER_FACTS = Facts(Extent.SMALL, date(2026, 4, 1), AiInUse.NO, 9_100)


def questionnaire_text(version="1.0.0") -> str:
    """As much of a questionnaire as a file has to say about it."""
    structure = {"id": "demo", "languages": ["en"], "version": version}
    value = {"structure": structure, "texts": {"en": {"title": "Überblick"}}}
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def mark_of(text: str) -> str:
    """The checksum of a text."""
    return sha256(text.encode()).hexdigest()


def begun(number=1, **facts) -> Package:
    """A new assessment without answers."""
    text = questionnaire_text()
    assessment = make_assessment(number, **{"municipality": TOWN, **facts})
    return Package(assessment, mark_of(text), {mark_of(text): text})


def then(package, kind, values, *, who="", joins=False, undoes=None) -> Package:
    """The package after one step more, a minute later.

    Args:
        package: Before.
        kind: What is done.
        values: What is to be, by key.
        who: Who does it; tells two branches apart.
        joins: Whether it goes on with the step before.
        undoes: For taking back and doing again.
    """
    number = len(package.journal) + 1
    at = NOON + timedelta(minutes=number)
    head = StepHead(number, kind, at, who, undoes, joins)
    made = [PackedChange(*key, package.value(key), after) for key, after in sorted(values.items())]
    answers, changed, voices = dict(package.answers), dict(package.changed), dict(package.voices)
    entries = dict(package.entries)
    assessment, current = replace(package.assessment, changed_at=at), package.questionnaire
    for (subject, item_id), after in values.items():
        if (subject, item_id) == FACTS:
            assessment = assessment.with_facts(after)
        elif (subject, item_id) == QUESTIONNAIRE:
            current = after
            raw = json.loads(package.questionnaires[after])["structure"]
            assessment = replace(assessment, questionnaire_version=raw["version"])
        elif subject is Subject.VOICE:
            voices |= {item_id: after}
        elif subject in ENTRIES:
            entries |= {(subject, item_id): after}
        elif after is None:
            answers.pop(item_id, None)
            changed.pop(item_id, None)
        else:
            answers[item_id], changed[item_id] = after, at
    return replace(
        package,
        assessment=assessment,
        questionnaire=current,
        answers=answers,
        changed=changed,
        voices={key: voice for key, voice in voices.items() if voice is not None},
        entries={key: entry for key, entry in entries.items() if entry is not None},
        journal=(*package.journal, PackedStep(head, tuple(made))),
    )


def answered(package, *given, who="") -> Package:
    """The package after some answers, one step each: item ids and what ``make_answer`` takes."""
    for item_id, value in given:
        after = {(Subject.ANSWER, item_id): make_answer(item_id, value)}
        package = then(package, StepKind.ANSWER, after, who=who)
    return package


def heard(package, *given, who="", name="Hauptamt, Frau Ö/2") -> Package:
    """The package after somebody has spoken, in one step: items and what ``make_answer`` takes."""
    at = NOON - timedelta(hours=1)
    voices = [Voice(name, make_answer(item_id, value), at, "office") for item_id, value in given]
    after = {(Subject.VOICE, voice_key(one.answer.item_id, name)): one for one in voices}
    return then(package, StepKind.IMPORT, after, who=who)


def kept(package, *entries, gone=(), kind=StepKind.PLAN, who="") -> Package:
    """The package after some entries were kept, and others, named by their keys, taken away."""
    after = keyed(*entries) | dict.fromkeys(gone)
    return then(package, kind, after, who=who)


def undone(package, *, who="") -> Package:
    """The package after the last change was taken back."""
    group = stacks([step.head for step in package.journal]).undo[-1]
    before = {}
    for number in reversed(group):
        before |= {change.key: change.before for change in package.journal[number - 1].changes}
    return then(package, StepKind.UNDO, before, who=who, undoes=group[0])


def frozen(package, name="Beschluss", **facts) -> Package:
    """The package with a state of itself."""
    state = PackedState(
        **{
            "name": name,
            "at": NOON + timedelta(days=1),
            "who": "Frau Ö",
            "questionnaire": package.questionnaire,
            "legal_table": mark_of(LEGAL),
            "assessment": package.assessment,
            "answers": package.answers,
            "changed": package.changed,
            "voices": package.voices,
            "entries": package.entries,
            **facts,
        }
    )
    return replace(
        package,
        states=(*package.states, state),
        legal_tables=package.legal_tables | {mark_of(LEGAL): LEGAL},
    )


def moved(package, version="2.0.0") -> Package:
    """The package after it was moved to another version of its questionnaire."""
    text = questionnaire_text(version)
    known = replace(package, questionnaires=package.questionnaires | {mark_of(text): text})
    return then(known, StepKind.MOVE, {QUESTIONNAIRE: mark_of(text)})


def full() -> Package:
    """A package with an entry of every kind, now and in a frozen state, and one taken away."""
    package = kept(answered(begun(), ("data.one", 1)), *BARE)
    package = frozen(kept(package, *FULL, who="Frau Ö"))
    return kept(package, replace(PLAN, note="later"), gone=[key_of(BARE[3])])


def everything() -> Package:
    """A package in which nothing is missing."""
    package = answered(begun(), ("data.one", 3), ("data.two", "U"), ("infra.one", "N"), who="Ö")
    full = full_answer("data.one", note='Ä “=1+1” 🏛\n\t\\u0000 "x"')
    package = then(package, StepKind.ANSWER, {(Subject.ANSWER, "data.one"): full}, joins=True)
    voices = heard(package, ("data.one", 1), ("data.new", "U"))
    taken = {change.key: change.after for change in voices.journal[-1].changes}
    package = then(package, StepKind.IMPORT, {FACTS: OTHER_FACTS, **taken})
    return undone(moved(frozen(package)))
