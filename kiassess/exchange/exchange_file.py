"""The exchange file ``*.kiassess``: one assessment with all that belongs to it, as JSON.

The format is published in ``resources/exchange-1.schema.json``. The same assessment gives the
same bytes on every computer: no time of writing, no version of the program, no number that only
one workspace knows. What comes from elsewhere is believed only when it proves to be whole.
"""

from typing import Any

from kiassess.domain.errors import (
    ExchangeDamagedError,
    ExchangeEmptyError,
    ExchangeForeignError,
    ExchangeTooLargeError,
    ExchangeTooNewError,
)
from kiassess.domain.package import Package, broken_step, changes
from kiassess.exchange import package_fields as parts
from kiassess.exchange.entry_fields import entries_table, read_entries
from kiassess.exchange.strict_fields import DamagedError, StrictFields
from kiassess.exchange.strict_json import (
    BrokenJsonError,
    canonical,
    checksum,
    parse,
    refuse_unreasonable,
)

SUFFIX = ".kiassess"
FORMAT = 1
MARK = "kiassess_exchange"  # says in the file that it is one, and in which format
LARGEST_BYTES = 32 * 1024 * 1024  # some thirty times a usual file
LONGEST_LEGAL_TABLES = 4_000_000  # characters of all of them
_BEGINS = (b'{"checksum":', b'{"content":')


def to_bytes(package: Package) -> bytes:
    """The exchange file of a package; the same package gives the same bytes."""
    assessment = package.assessment
    content = {
        "assessment": parts.frame_table(assessment)
        | {"id": assessment.id, "questionnaire": package.questionnaire},
        "municipality": parts.municipality_table(assessment.municipality),
        "questionnaires": {
            sha: parse(text.encode()) for sha, text in package.questionnaires.items()
        },
        "answers": parts.answers_table(package.answers, package.changed),
        "journal": [parts.step_table(step) for step in package.journal],
        "states": [
            parts.state_table(state)
            for state in sorted(package.states, key=lambda state: (state.at, state.name))
        ],
        "legal_tables": dict(package.legal_tables),
        **({"voices": parts.voices_table(package.voices)} if package.voices else {}),
        **({"entries": entries_table(package.entries)} if package.entries else {}),
    }
    whole = {MARK: FORMAT, "content": content, "checksum": checksum(canonical(content))}
    return f"{canonical(whole)}\n".encode()


def read_package(data: bytes, name: str) -> Package:
    """Read an exchange file; whatever is not as it has to be is refused.

    What the questionnaires say is not looked into: whether they can be asked, and whether the
    answers are to items of theirs.

    Args:
        data: The file; of one that is too large, more than ``LARGEST_BYTES``.
        name: Its name, for the sentence.

    Raises:
        ExchangeEmptyError: There is nothing in it.
        ExchangeTooLargeError: It is too large.
        ExchangeForeignError: It is something else.
        ExchangeTooNewError: A newer version of the program has written it.
        ExchangeDamagedError: It was changed or cut off on its way.
    """
    if len(data) > LARGEST_BYTES:
        raise ExchangeTooLargeError(file=name, most=LARGEST_BYTES // 1024 // 1024)
    if not data.strip(b"\0\r\n\t \xef\xbb\xbf"):
        raise ExchangeEmptyError(file=name)
    try:
        return _read(_opened(data, name))
    except DamagedError as error:
        raise ExchangeDamagedError(file=name, where=error.where) from error


def _opened(data: bytes, name: str) -> StrictFields:
    """The content, once the frame around it has been found sound."""
    try:
        whole = parse(data)
    except BrokenJsonError as error:
        if not _looks_like_ours(data):
            raise ExchangeForeignError(file=name) from error
        raise DamagedError("JSON") from error
    if not isinstance(whole, dict) or MARK not in whole:
        raise ExchangeForeignError(file=name)
    number = whole[MARK]
    if type(number) is not int or number < 1:
        raise DamagedError(MARK)
    if number > FORMAT:
        raise ExchangeTooNewError(file=name)
    frame = StrictFields("", whole)
    content = frame.inner("content")
    try:
        if frame.checksum("checksum") != checksum(canonical(content.table)):
            frame.damaged("checksum")
    except BrokenJsonError as error:
        raise DamagedError("content") from error
    return StrictFields("", content.table)


def _looks_like_ours(data: bytes) -> bool:
    """Whether a broken text has been an exchange file, perhaps saved in another encoding."""
    begins = data[:64].lstrip(b"\xef\xbb\xbf\xff\xfe").translate(None, b"\0 \t\r\n")
    if not begins.startswith(b"{"):
        return False
    if begins.startswith(_BEGINS):
        return True
    encodings = ("utf-8", "utf-16-le", "utf-16-be")
    return any(f'"{MARK}"'.encode(encoding) in data for encoding in encodings)


def _read(content: StrictFields) -> Package:
    questionnaires = _read_questionnaires(content)
    editions = {sha: edition for sha, (_, edition) in questionnaires.items()}
    frame = content.inner("assessment")
    assessment_id, questionnaire = frame.uuid("id"), frame.checksum("questionnaire")
    if questionnaire not in editions:
        frame.damaged("questionnaire")
    town = parts.read_municipality(content.inner("municipality"))
    answers, changed = parts.read_answers(content, "answers")
    package = Package(
        assessment=parts.read_frame(frame, town, assessment_id, editions[questionnaire]),
        questionnaire=questionnaire,
        questionnaires={sha: text for sha, (text, _) in questionnaires.items()},
        answers=answers,
        changed=changed,
        journal=tuple(
            parts.read_step(step, number)
            for number, step in enumerate(content.listed("journal"), start=1)
        ),
        states=tuple(
            parts.read_state(state, assessment_id, editions) for state in content.listed("states")
        ),
        legal_tables=_read_legal_tables(content),
        voices=parts.read_voices(content, "voices"),
        entries=read_entries(content, "entries"),
    )
    _refuse_contradictions(package)
    return package


def _read_questionnaires(content: StrictFields) -> dict[str, tuple[str, tuple[str, str]]]:
    """The canonical text of each questionnaire by its checksum, with its id and version."""
    found = {}
    for sha, raw in content.each("questionnaires"):
        try:
            refuse_unreasonable(raw.table)
            text = canonical(raw.table)
            matches = checksum(text) == sha
        except BrokenJsonError as error:
            raise DamagedError(raw.where) from error
        structure = raw.inner("structure")
        edition = tuple(
            structure.text(key, most=parts.LONGEST_LINE, blank=False) for key in ("id", "version")
        )
        if not matches:
            raise DamagedError(raw.where)
        found[sha] = text, (edition[0], edition[1])
    return found


def _read_legal_tables(content: StrictFields) -> dict[str, str]:
    tables = content.inner("legal_tables")
    found = {sha: tables.text(sha, blank=False) for sha in tables.table}
    if sum(map(len, found.values())) > LONGEST_LEGAL_TABLES:
        content.damaged("legal_tables")
    for sha, text in found.items():
        if checksum(text) != sha:
            tables.damaged(sha)
    return found


def _refuse_contradictions(package: Package) -> None:
    """Refuse what single values cannot show.

    Raises:
        DamagedError: A part refers to what is not there, or the journal cannot have happened.
    """
    names = [state.name.casefold() for state in package.states]
    if len(set(names)) != len(names):
        raise DamagedError("states")
    if any(state.legal_table not in package.legal_tables for state in package.states):
        raise DamagedError("states")
    named: set[Any] = {
        value
        for change in changes(package.journal)
        for value in (change.before, change.after)
        if isinstance(value, str)
    }
    if not named <= package.questionnaires.keys():
        raise DamagedError("journal")
    step = broken_step(package)
    if step is not None:
        raise DamagedError(f"journal {step}")
