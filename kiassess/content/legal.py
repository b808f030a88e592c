"""The legal table: one dated TOML file; the newest in the folder is used."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from kiassess.content.fields import Fields, tables
from kiassess.content.problems import Problem, Source
from kiassess.domain.errors import InvalidQuestionnaireError
from kiassess.domain.legal import Certainty, LegalAnchor, LegalTable, Obligation


def read_legal_table(path: Path, language: str) -> tuple[LegalTable | None, tuple[Problem, ...]]:
    """Read and check a legal table in one language.

    Returns:
        The table, or ``None`` if there is any problem; and all problems at once.
    """
    source = Source.read(path)
    table, as_of = _table(source, language)
    if as_of is not None and path.stem != as_of.isoformat():
        source.report(("as_of",), "", "legal_name", name=f"{as_of.isoformat()}.toml")
    return None if source.problems else table, tuple(source.problems)


def legal_table_of_text(text: str, language: str) -> LegalTable:
    """A legal table back from the text of its file, as a frozen state keeps it.

    Raises:
        InvalidQuestionnaireError: It is damaged.
    """
    source = Source.of_text(text, "legal")
    source.strict = False  # an older program may have known more
    table, _ = _table(source, language)
    if table is None or source.problems:
        raise InvalidQuestionnaireError("legal", tuple(f"legal:{p.line}" for p in source.problems))
    return table


def _table(source: Source, language: str) -> tuple[LegalTable | None, date | None]:
    if not source.readable:
        return None, None
    head = Fields(source, (), "", source.data)
    head.only("as_of", "entry")
    as_of = _day(head, "as_of", needed=True)
    anchors = [_anchor(f, language) for f in tables(source, "entry")]
    if as_of is None:
        return None, None
    return LegalTable(as_of, {anchor.id: anchor for anchor in anchors}), as_of


def load_legal_table(path: Path, language: str) -> LegalTable:
    """Like ``read_legal_table``, for a table that has to be right.

    Raises:
        InvalidQuestionnaireError: It is not.
    """
    table, problems = read_legal_table(path, language)
    if table is None:
        places = tuple(f"{p.file}:{p.line}" for p in problems)
        raise InvalidQuestionnaireError(path.name, places)
    return table


def _anchor(f: Fields, language: str) -> LegalAnchor:
    f.only("id", "class", "since", "until", "certainty", "source", "de", "en")
    raw: Mapping[str, Any] = f.table.get(language, {})
    text = Fields(f.source, (*f.path, language), f.where, raw if isinstance(raw, Mapping) else {})
    obligation = f.choice("class", [o.value for o in Obligation])
    return LegalAnchor(
        id=f.text("id"),
        name=text.text("name"),
        short=text.text("short"),
        asks=text.text("asks"),
        obligation=Obligation(obligation or "voluntary"),
        certainty=Certainty(f.choice("certainty", [c.value for c in Certainty]) or "general"),
        source=f.text("source"),
        since=_day(f, "since"),
        until=_day(f, "until", needed=obligation == Obligation.PREPARE),
    )


def _day(f: Fields, key: str, *, needed: bool = False) -> date | None:
    value = f.table.get(key)
    if type(value) is date:  # a day with a time of day is a ``date``, too
        return value
    if value is not None or needed:
        f.report(key, "date", key=key)
    return None
