"""Understanding a fill-in workbook that has come back: ids decide, never positions or names.

Nothing is stored here. What cannot be taken is named with its cell, and nothing else is lost by
it. The file itself is opened by ``workbook_reading``, which expects the worst.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kiassess.domain.assessment import (
    AiInUse,
    AnswerState,
    Confidence,
    EvidenceType,
    may_be_not_applicable,
)
from kiassess.domain.errors import (
    FillInIdsLostError,
    ForeignWorkbookError,
    NewerQuestionnaireError,
    OtherQuestionnaireError,
)
from kiassess.domain.fill_in import (
    FillIn,
    FillInEntry,
    FillInWarning,
    Unclear,
    UnclearKind,
    WarningKind,
)
from kiassess.domain.questionnaire import Item, Questionnaire
from kiassess.exchange import fill_in_format as form
from kiassess.exchange.cells import (
    NOT_APPLICABLE_WORDS,
    UNKNOWN_WORDS,
    AnswerWords,
    Cell,
    read_level,
    shown,
    spelled,
)
from kiassess.exchange.fill_in_meta import (
    Hidden,
    cell_text,
    read_hidden,
    read_respondent,
    version_of,
)
from kiassess.exchange.fill_in_table import Row, all_rows, has_table
from kiassess.exchange.workbook_reading import Workbook
from kiassess.wording.texts import Texts


@dataclass(frozen=True, slots=True)
class Words:
    """What may stand in the cells, in all languages at once.

    Attributes:
        questionnaires: The same questionnaire in each language.
        texts: The sentences of each language.
        answers: Names of levels, “weiß nicht”, “trifft nicht zu”.
        evidence: Kinds of evidence.
        confidence: How sure an answer can be.
    """

    questionnaires: Sequence[Questionnaire]
    texts: Sequence[Texts]
    answers: AnswerWords
    evidence: Mapping[str, EvidenceType]
    confidence: Mapping[str, Confidence]

    @classmethod
    def of(cls, questionnaires: Sequence[Questionnaire], texts: Sequence[Texts]) -> "Words":
        """The words of a questionnaire, given once for each language."""
        return cls(
            questionnaires,
            texts,
            _answer_words(questionnaires, texts),
            {spelled(one(f"evidence.{value}")): value for one in texts for value in EvidenceType},
            {spelled(one(f"confidence.{value}")): value for one in texts for value in Confidence},
        )


def read_fill_in(
    book: Workbook,
    questionnaires: Sequence[Questionnaire],
    texts: Sequence[Texts],
    *,
    ai_in_use: AiInUse | None,
) -> FillIn:
    """Read what was filled in.

    Args:
        book: The workbook, as ``workbook_reading`` gives it.
        questionnaires: The questionnaire of the assessment, once for each language.
        texts: The sentences, once for each language.
        ai_in_use: Of the assessment; decides where “trifft nicht zu” may be answered.

    Returns:
        What can be taken, and what a person has to look at. Items that do not stand in the
        workbook are not mentioned.

    Raises:
        ForeignWorkbookError: It is none of ours.
        FillInIdsLostError: It is, but the ids of the items are gone.
        OtherQuestionnaireError: It belongs to another questionnaire.
        NewerQuestionnaireError: It was made with a newer version of the questionnaire.
        WorkbookTooNewError: A newer version of the program has made it.
    """
    hidden, ours = read_hidden(book), questionnaires[0]
    _refuse_others(book, hidden, ours)
    tables = [sheet for sheet in book.sheets if sheet is not hidden.sheet]
    rows = all_rows(tables, texts)
    known = {item.id for item in ours.items()}
    if not any(row.item_id in known for row in rows):
        raise (ForeignWorkbookError if hidden.sheet is None else FillInIdsLostError)(file=book.name)
    reader = _Reader(Words.of(questionnaires, texts), hidden, ai_in_use)
    reader.warn_of_book(ours)
    reader.read(rows)
    guides = [sheet for sheet in tables if not has_table(sheet, texts)]
    return FillIn(
        hidden.meta,
        read_respondent(guides),
        tuple(reader.entries[item.id] for item in ours.items() if item.id in reader.entries),
        tuple(item.id for item in ours.items() if item.id in reader.open_ids),
        tuple(reader.unclear),
        tuple(reader.warnings),
    )


def _refuse_others(book: Workbook, hidden: Hidden, ours: Questionnaire) -> None:
    if hidden.meta is None:
        return
    theirs = hidden.meta.questionnaire_version
    if hidden.meta.questionnaire_id != ours.id:
        raise OtherQuestionnaireError(file=book.name, id=shown(hidden.meta.questionnaire_id))
    if version_of(theirs) > version_of(ours.version):
        raise NewerQuestionnaireError(file=book.name, version=theirs)


@dataclass
class _Reader:
    """Reads rows one by one and keeps what is found."""

    words: Words
    hidden: Hidden
    ai_in_use: AiInUse | None
    entries: dict[str, FillInEntry] = field(default_factory=dict)
    open_ids: set[str] = field(default_factory=set)
    unclear: list[Unclear] = field(default_factory=list)
    warnings: list[FillInWarning] = field(default_factory=list)

    def warn_of_book(self, ours: Questionnaire) -> None:
        """What is to be said about the workbook as a whole."""
        meta = self.hidden.meta
        if meta is None:
            self.warnings.append(FillInWarning(WarningKind.META_LOST))
        elif version_of(meta.questionnaire_version) < version_of(ours.version):
            version = meta.questionnaire_version
            self.warnings.append(FillInWarning(WarningKind.OLDER_VERSION, value=version))

    def read(self, rows: Iterable[Row]) -> None:
        """Read all rows."""
        by_item: dict[str, list[Row]] = {}
        known = {item.id for item in self.words.questionnaires[0].items()}
        for row in rows:
            if row.item_id in known:
                by_item.setdefault(row.item_id, []).append(row)
            elif row.item_id:
                self._warn(WarningKind.UNKNOWN_ITEM, row.id_cell, value=shown(row.item_id))
            elif spelled(cell_text(row.value(form.ANSWER))):
                said = _seen(row.value(form.ANSWER))
                self._warn(WarningKind.NO_ID, row.cell(form.ANSWER), value=said)
        for item_id, found in by_item.items():
            self._read_item(self.words.questionnaires[0].item(item_id), found)

    def _read_item(self, item: Item, rows: Sequence[Row]) -> None:
        for row in rows:
            self._compare_texts(item, row)
        read = [(row, self._entry(item, row)) for row in rows]
        filled = [(row, entry, wrong) for row, (entry, wrong) in read if wrong or _says(entry)]
        # A copy of the sheet that nobody has touched says nothing new.
        new = [one for one in filled if one[1] is None or not one[1].untouched] or filled
        if len({entry and replace(entry, cell="") for _, entry, _ in new}) > 1:
            self.unclear += [
                Unclear(row.cell(form.ANSWER), _seen(row.value(form.ANSWER)), item.id, _TWICE)
                for row, _, _ in new
            ]
            return
        for _, entry, wrong in new[:1]:
            self.unclear += wrong
            if entry is not None:
                self.entries[item.id] = entry
        if not filled or (item.id in self.entries and _is_open(self.entries[item.id])):
            self.open_ids.add(item.id)

    def _entry(self, item: Item, row: Row) -> tuple[FillInEntry | None, list[Unclear]]:
        """What a row says; no entry if its answer is unclear, which leaves all as it was."""
        cell, value = row.cell(form.ANSWER), row.value(form.ANSWER)
        note = cell_text(row.value(form.NOTE))
        reason = cell_text(row.value(form.REASON)) if row.has(form.REASON) else note
        said = read_level(value, self.words.answers)
        problem = None
        if said is None:
            problem = UnclearKind.LEVEL
        elif said.state is AnswerState.NOT_APPLICABLE:
            if not may_be_not_applicable(item, self.ai_in_use):
                problem = UnclearKind.NOT_ALLOWED
            elif not reason:
                problem = UnclearKind.NO_REASON
        if said is None or problem is not None:
            return None, [Unclear(cell, _seen(value), item.id, problem or UnclearKind.LEVEL)]
        evidence, confidence, wrong = None, None, []
        if word := spelled(cell_text(row.value(form.EVIDENCE))):
            evidence = self.words.evidence.get(word)
            if evidence is None:
                wrong.append(_strange(row, form.EVIDENCE, UnclearKind.EVIDENCE))
        if word := spelled(cell_text(row.value(form.CONFIDENCE))):
            confidence = self.words.confidence.get(word)
            if confidence is None:
                wrong.append(_strange(row, form.CONFIDENCE, UnclearKind.CONFIDENCE))
        entry = FillInEntry(
            item.id,
            cell,
            said.state,
            said.level,
            reason=reason if row.has(form.REASON) or _leaves_out(said.state) else "",
            note=note,
            evidence=evidence,
            pointer=cell_text(row.value(form.POINTER)),
            confidence=confidence,
        )
        given = self.hidden.given.get(item.id)
        untouched = not wrong and given == form.entry_fingerprint(entry)
        return replace(entry, untouched=untouched), wrong

    def _compare_texts(self, item: Item, row: Row) -> None:
        """Look whether the row still asks what we ask; the texts decide, no hidden mark."""
        question, levels = (cell_text(row.value(key)) for key in (form.QUESTION, form.LEVELS))
        ours = [one.item(item.id) for one in self.words.questionnaires]
        if any(_asks(one, question, levels) for one in ours):
            return
        mark = form.texts_fingerprint(question, levels)
        as_made = self.hidden.texts.get(item.id) == mark and any(
            one.kind is WarningKind.OLDER_VERSION for one in self.warnings
        )
        kind = WarningKind.QUESTION_OLDER if as_made else WarningKind.QUESTION_CHANGED
        self._warn(kind, row.cell(form.QUESTION) or row.cell(form.LEVELS), item.id)

    def _warn(self, kind: WarningKind, cell: str, item_id: str = "", value: str = "") -> None:
        self.warnings.append(FillInWarning(kind, cell, item_id, value))


_TWICE = UnclearKind.TWICE


def _strange(row: Row, key: str, kind: UnclearKind) -> Unclear:
    return Unclear(row.cell(key), _seen(row.value(key)), row.item_id, kind)


def _seen(value: Cell) -> str:
    """What a cell holds, as a person sees it."""
    return shown(cell_text(value))


def _asks(item: Item, question: str, levels: str) -> bool:
    """Whether the texts of a row are those of an item; a column that is missing is no change."""
    ours = form.cell_safe("\n".join(form.level_lines(item)))
    return (
        not question or form.same_text(question, form.cell_safe(form.question_text(item)))
    ) and (not levels or form.begins_with(levels, ours))


def _says(entry: FillInEntry | None) -> bool:
    """Whether anything is filled in."""
    return entry is not None and replace(entry, cell="", untouched=False) != FillInEntry(
        entry.item_id, ""
    )


def _is_open(entry: FillInEntry) -> bool:
    return entry.state is AnswerState.OPEN


def _leaves_out(state: AnswerState) -> bool:
    return state is AnswerState.NOT_APPLICABLE


def _answer_words(questionnaires: Sequence[Questionnaire], texts: Sequence[Texts]) -> AnswerWords:
    unknown = (*UNKNOWN_WORDS, *(one("state.unknown") for one in texts))
    leaves_out = (*NOT_APPLICABLE_WORDS, *(one("state.not_applicable") for one in texts))
    names = dict.fromkeys(tuple(level.name for level in one.levels) for one in questionnaires)
    try:
        return AnswerWords.of(names, unknown, leaves_out)
    except ValueError:  # an own questionnaire calls two levels the same: only numbers are clear
        return AnswerWords.of((), unknown, leaves_out)
