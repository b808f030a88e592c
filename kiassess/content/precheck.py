"""The pre-check under the AI Act: one dated TOML file; the newest in the folder is used."""

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from kiassess.content.fields import Fields, tables
from kiassess.content.problems import Problem, Source
from kiassess.domain.errors import InvalidQuestionnaireError
from kiassess.domain.precheck import END, Option, Outcome, Precheck, Question

KEYS = ("as_of", "question")
TEXT_LENGTH, HELP_LENGTH, OPTION_LENGTH, REASON_LENGTH = 160, 400, 200, 320


def read_precheck(
    path: Path, language: str, anchors: Collection[str] | None = None
) -> tuple[Precheck | None, tuple[Problem, ...]]:
    """Read and check a pre-check in one language.

    Args:
        path: Its file, named after its day.
        language: ``"de"`` or ``"en"``.
        anchors: Ids its options may point to; ``None`` if that is not to be checked.

    Returns:
        The pre-check, or ``None`` if there is any problem; and all problems at once.
    """
    source = Source.read(path)
    if not source.readable:
        return None, tuple(source.problems)
    head = Fields(source, (), "", source.data)
    head.only(*KEYS)
    as_of = source.data.get("as_of")
    if type(as_of) is not date:  # a day with a time of day is a ``date``, too
        head.report("as_of", "date", key="as_of")
    elif path.stem != as_of.isoformat():
        head.report("as_of", "legal_name", name=f"{as_of.isoformat()}.toml")
    rows = tables(source, "question")
    ids = [str(f.table.get("id", "")) for f in rows]
    questions = tuple(
        _question(f, language, after=(*ids[at + 1 :], END), anchors=anchors)
        for at, f in enumerate(rows)
    )
    if source.problems or type(as_of) is not date:
        return None, tuple(source.problems)
    return Precheck(as_of, questions), ()


def load_precheck(path: Path, language: str) -> Precheck:
    """Like ``read_precheck``, for one that has to be right.

    Raises:
        InvalidQuestionnaireError: It is not.
    """
    found, problems = read_precheck(path, language)
    if found is None:
        raise InvalidQuestionnaireError(path.name, tuple(f"{p.file}:{p.line}" for p in problems))
    return found


def _question(
    f: Fields, language: str, *, after: Collection[str], anchors: Collection[str] | None
) -> Question:
    f.only("id", "several", "next", "de", "en", "option")
    text = _texts(f, language)
    text.only("text", "help")
    rows = _options(f)
    options = tuple(_option(row, language, after=after, anchors=anchors) for row in rows)
    if len(options) < 2:
        f.report("option", "list_too_short", key="option", least=2)
    return Question(
        id=f.text("id"),
        text=text.text("text", most=TEXT_LENGTH),
        help=text.text("help", most=HELP_LENGTH),
        options=options,
        several=f.flag("several"),
        next=f.choice("next", after),
    )


def _options(f: Fields) -> list[Fields]:
    """The options of a question, each with an id of its own."""
    raw = f.table.get("option", [])
    if not isinstance(raw, list) or not all(isinstance(one, Mapping) for one in raw):
        f.report("option", "not_tables", key="option")
        return []
    found: list[Fields] = []
    for number, table in enumerate(raw):
        where = f"{f.where} {table.get('id', number + 1)}"
        row = Fields(f.source, (*f.path, "option", number), where, table)
        if table.get("id") in [one.table.get("id") for one in found]:
            row.report("id", "repeated_id", id=table.get("id"))
        found.append(row)
    return found


def _option(
    f: Fields, language: str, *, after: Collection[str], anchors: Collection[str] | None
) -> Option:
    f.only("id", "outcome", "anchors", "next", "alone", "de", "en")
    text = _texts(f, language)
    text.only("text", "reason")
    outcome = f.choice("outcome", list(Outcome)) if "outcome" in f.table else ""
    if not outcome and "reason" in text.table:
        text.report("reason", "unknown_key", key="reason", known="text")
    return Option(
        id=f.text("id"),
        text=text.text("text", most=OPTION_LENGTH),
        outcome=Outcome(outcome) if outcome else None,
        reason=text.text("reason", most=REASON_LENGTH) if outcome else "",
        anchors=f.texts("anchors") if anchors is None else f.choices("anchors", anchors),
        next=f.choice("next", after) if "next" in f.table else "",
        alone=f.flag("alone"),
    )


def _texts(f: Fields, language: str) -> Fields:
    raw: Any = f.table.get(language, {})
    table: Mapping[str, Any] = raw if isinstance(raw, Mapping) else {}
    return Fields(f.source, (*f.path, language), f.where, table)
