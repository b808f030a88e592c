"""Handing out a fill-in pack: workbooks by role in a folder, and a text for the e-mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.errors import ExportBlockedError, UnknownRoleError
from kiassess.domain.fill_in import Asked, asked_of, fill_in_round
from kiassess.domain.interview import NOBODY
from kiassess.domain.naming import numbered, pack_name
from kiassess.domain.search import fold
from kiassess.exchange.fill_in_format import FILE_FORMATS, XLSX
from kiassess.exchange.writing import write_file
from kiassess.wording.fill_in import covering_text
from kiassess.wording.texts import Texts

FORMATS = FILE_FORMATS  # LibreOffice opens both, with drop-downs and locks
ALL = "all"  # stands for one workbook with all questions
NO_ROLE = "none"  # stands for the questions that name no role


@dataclass(frozen=True, slots=True)
class PackKit:
    """What handing out needs beside the assessment.

    Attributes:
        texts: The language.
        version: Of the program.
        prefill: Whether what is known already stands in the workbooks.
        for_print: Whether they are laid out to be ticked with a pen; then without answers.
        file_format: One of ``FORMATS``.
    """

    texts: Texts
    version: str
    prefill: bool = True
    for_print: bool = False
    file_format: str = XLSX


@dataclass(frozen=True, slots=True)
class Pack:
    """What was written.

    Attributes:
        workbooks: The workbooks, in the order of the roles.
        letter: The text for the e-mails.
    """

    workbooks: tuple[Path, ...]
    letter: Path


def pack(opened: OpenAssessment, folder: Path, kit: PackKit, *, roles: Sequence[str] = ()) -> Pack:
    """Write a fill-in pack; may run outside the thread of window and database.

    No file is replaced: one that somebody may have filled in stays, and the new one gets a
    number. Where the same content lies already, it is left as it is.

    Args:
        opened: The assessment.
        folder: Where it goes; made if it is missing.
        kit: Language and kind of workbooks.
        roles: Ids or names of roles, in any case; ``ALL`` for one workbook with all questions,
            ``NO_ROLE`` for one with those that name no role. Without any, every role that is asked
            anything gets one.

    Raises:
        UnknownRoleError: No question is meant for a role; nothing was written.
        ExportBlockedError: A file cannot be written; older ones are as they were.
    """
    from kiassess.exchange.fill_in_workbook import fill_in_workbook  # noqa: PLC0415 - openpyxl

    chosen = _chosen(opened, roles)
    contents = [
        fill_in_workbook(
            opened,
            one.role_id,
            kit.texts,
            version=kit.version,
            prefill=kit.prefill and not kit.for_print,
            for_print=kit.for_print,
            file_format=kit.file_format,
        )
        for one in chosen
    ]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportBlockedError(file=folder.name) from error
    texts, assessment = kit.texts, opened.assessment
    workbooks = []
    for one, content in zip(chosen, contents, strict=True):
        kind = texts("pack.name_paper" if kit.for_print else "pack.name")
        name = pack_name(kind, assessment, _short(one, texts), kit.file_format)
        workbooks.append(_write_beside(folder, name, content))
    letter = covering_text(
        assessment.municipality.short_name,
        [(one, file.name) for one, file in zip(chosen, workbooks, strict=True)],
        texts,
        on_paper=kit.for_print,
    )
    # As Windows' editor likes it.
    raw = letter.replace("\n", "\r\n").encode("utf-8-sig", "replace")
    name = pack_name(texts("pack.letter"), assessment, "", "txt")
    return Pack(tuple(workbooks), _write_beside(folder, name, raw))


def _chosen(opened: OpenAssessment, roles: Sequence[str]) -> tuple[Asked, ...]:
    everyone = fill_in_round(opened)
    if not roles:
        return everyone
    by_word = {fold(word): one for one in everyone for word in (one.name, one.role_id or "")}
    if (rest := by_word.pop("", None)) is not None:
        by_word[NO_ROLE] = rest
    by_word[ALL] = Asked(None, "", asked_of(opened, None))
    chosen: dict[str | None, Asked] = {}
    for role in roles:
        found = by_word.get(fold(role))
        if found is None:
            known = [f"{one.role_id} ({one.name})" for one in everyone if one.role_id]
            raise UnknownRoleError(id=role[:60], known=", ".join([*known, ALL]))
        chosen[found.role_id] = found
    return tuple(chosen.values())


def _short(asked: Asked, texts: Texts) -> str:
    """Whom a file is for, in few words."""
    if asked.role_id is None:
        return texts("pack.all")
    return texts("pack.nobody") if asked.role_id == NOBODY else asked.name


def _write_beside(folder: Path, name: str, content: bytes) -> Path:
    """Write a file under the first name that is free, or under which it lies already."""
    number = 1
    while True:
        file = folder / numbered(name, number)
        try:
            if not file.exists():
                write_file(file, content)
                return file
            if file.is_file() and file.read_bytes() == content:
                return file
        except OSError as error:
            raise ExportBlockedError(file=file.name) from error
        number += 1
