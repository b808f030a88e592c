"""Fill-in workbooks that come back: whatever people and programs did to them, ids decide."""

import subprocess
from dataclasses import replace
from datetime import date

import pytest
from builders import make_answer
from fill_ins import Paper, asked_town, german, made, read_back
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from towns import full_answer

from kiassess.domain.assessment import (
    Answer,
    AnswerState,
    Confidence,
    Evidence,
    EvidenceType,
    may_be_not_applicable,
)
from kiassess.domain.errors import (
    FillInIdsLostError,
    ForeignWorkbookError,
    NewerQuestionnaireError,
    OtherQuestionnaireError,
    WorkbookTooNewError,
)
from kiassess.domain.fill_in import FillInCounts, Respondent, UnclearKind, WarningKind
from kiassess.domain.kinds import LEVELS
from kiassess.domain.questionnaire import LevelName
from kiassess.exchange.fill_in_meta import read_meta
from kiassess.exchange.fill_in_reading import read_fill_in
from kiassess.exchange.plain_text import plain_text
from kiassess.exchange.workbook_reading import Sheet, Workbook, read_workbook

ANSWERED, OPEN, UNKNOWN = AnswerState.ANSWERED, AnswerState.OPEN, AnswerState.UNKNOWN
NOT_APPLICABLE = AnswerState.NOT_APPLICABLE
META = "kiassess"


@pytest.fixture
def paper(texts_de):
    """A workbook as it was handed out, to be filled in."""

    def make(town=None, role_id=None, **more):
        return Paper(made(town or asked_town({}), texts_de, role_id, **more))

    return make


@pytest.fixture
def understand(texts_de, texts_en):
    """What a workbook says."""

    def read(book, questionnaire=None):
        book = book.read() if isinstance(book, Paper) else book
        english = replace(
            questionnaire or german(),
            language="en",
            levels=tuple(LevelName(f"Stage {level}", "") for level in LEVELS),
        )
        both = [questionnaire or german(), english]
        return read_fill_in(book, both, [texts_de, texts_en], ai_in_use=None)

    return read


def said(fill_in, item_id):
    """What was said about an item, in short; ``None`` if nothing is taken."""
    return next(((one.state, one.level) for one in fill_in.entries if one.item_id == item_id), None)


def kinds(found):
    """The kinds of warnings or unclear cells."""
    return [one.kind for one in found]


# --- what was filled in arrives


def test_nothing_filled_in_is_all_open(paper, understand):
    fill_in = understand(paper())
    assert fill_in.entries == fill_in.unclear == fill_in.warnings == ()
    assert fill_in.open_ids == tuple(item.id for item in german().items())
    assert fill_in.counts() == FillInCounts(taken=0, untouched=0, open=8, unclear=0)


def test_a_row_says_all_of_its_fields(paper, understand):
    book = paper().fill(
        "infra.two",
        answer="trifft nicht zu",
        reason=" Alles beim Kreis ",
        evidence="mündliche Auskunft",
        pointer=12.0,
        confidence="Eher sicher",
        note="Zeile 1\nZeile 2",
    )
    (entry,) = understand(book).entries
    assert (entry.item_id, entry.cell, entry.state) == ("infra.two", "F8", NOT_APPLICABLE)
    assert (entry.reason, entry.pointer) == ("Alles beim Kreis", "12")
    assert (entry.evidence, entry.confidence) == (EvidenceType.ORAL, Confidence.FAIRLY)
    assert entry.note == "Zeile 1\nZeile 2"
    assert not entry.untouched


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2 – In Teilen geregelt", (ANSWERED, 2)),
        ("In Teilen geregelt", (ANSWERED, 2)),
        ("Stage 3", (ANSWERED, 3)),
        ("3,0", (ANSWERED, 3)),
        (4, (ANSWERED, 4)),
        ("weiß nicht", (UNKNOWN, None)),
        ("Don't know", (UNKNOWN, None)),
    ],
)
def test_answers_may_be_written_in_many_ways(paper, understand, value, expected):
    fill_in = understand(paper().fill("data.one", answer=value))
    assert said(fill_in, "data.one") == expected
    assert fill_in.counts() == FillInCounts(taken=1, untouched=0, open=7, unclear=0)


def test_a_note_alone_leaves_the_question_open(paper, understand):
    fill_in = understand(paper().fill("data.one", note="frage ich noch"))
    assert said(fill_in, "data.one") == (OPEN, None)
    assert "data.one" in fill_in.open_ids
    assert fill_in.counts() == FillInCounts(taken=0, untouched=0, open=8, unclear=0)


def test_what_comes_back_as_it_went_is_nothing_new(paper, understand):
    typed = full_answer(note=" Zeile 1\r\nZeile  2 ", confidence=None)
    town = asked_town({"data.two": "U", "infra.two": "N"}, answers=[typed])
    assert understand(paper(town)).news == ()
    assert understand(paper(town)).counts() == FillInCounts(0, untouched=3, open=5, unclear=0)
    fill_in = understand(paper(town).fill("data.two", answer=1))
    assert [one.item_id for one in fill_in.news] == ["data.two"]


def test_it_is_known_who_has_filled_it_in(paper, understand):
    book = paper()
    cells = {row[0].value: row[2] for row in book.book["Anleitung"].iter_rows() if row[0].value}
    cells["respondent"].value = " Kim  Muster "
    cells["department"].value = "Bauamt"
    cells["day"].value = date(2026, 11, 23)
    expected = Respondent("Kim Muster", "Bauamt", date(2026, 11, 23))
    assert understand(book).respondent == expected
    cells["day"].value = "23.11.2026"
    assert understand(book).respondent == expected
    cells["day"].value = "morgen"
    assert understand(book).respondent.day is None


def test_the_workbook_tells_what_it_is_about(texts_en):
    meta = read_meta(read_back(made(asked_town({}), texts_en, "DSB")))
    assert (meta.assessment_id, meta.role_id) == (asked_town().assessment.id, "DSB")
    assert (meta.language, meta.program_version) == ("en", "1.2.3")
    assert meta.questionnaire_id == "demo"


def test_an_english_workbook_is_read_too(texts_en, understand):
    book = Paper(made(asked_town({}), texts_en), "en")
    book.fill("data.one", answer="don't know", evidence="spoken", confidence="x")
    fill_in = understand(book)
    assert said(fill_in, "data.one") == (UNKNOWN, None)
    assert WarningKind.QUESTION_CHANGED not in kinds(fill_in.warnings)


def test_what_is_typed_off_from_paper_arrives(paper, understand):
    book = paper(prefill=False, for_print=True)
    book.fill("data.one", answer=3, note="siehe Akte")
    book.fill("infra.two", answer="trifft nicht zu", note="macht der Kreis")
    fill_in = understand(book)
    assert said(fill_in, "data.one") == (ANSWERED, 3)
    assert [one.reason for one in fill_in.entries] == ["", "macht der Kreis"]
    assert fill_in.warnings == ()


# --- any answers, to and fro


def texts_of(longest=60):
    """Free text as people type it, with what Excel cannot keep."""
    return st.text(st.characters(codec="utf-16", exclude_categories=["Cs"]), max_size=longest)


@st.composite
def answers(draw, item):
    """Any answer to an item."""
    states = [OPEN, ANSWERED, UNKNOWN]
    if may_be_not_applicable(item, None):
        states.append(NOT_APPLICABLE)
    state = draw(st.sampled_from(states))
    return Answer(
        item.id,
        state,
        draw(st.sampled_from(LEVELS)) if state is ANSWERED else None,
        reason="weil " + draw(texts_of()) if state is NOT_APPLICABLE else "",
        note=draw(texts_of()),
        evidence=Evidence(draw(st.none() | st.sampled_from(EvidenceType)), draw(texts_of())),
        confidence=draw(st.none() | st.sampled_from(Confidence)),
    )


def kept(answer):
    """What of an answer can come back: no control characters, no blanks around it."""
    words = [answer.reason, answer.note, answer.evidence.pointer]
    return (answer.item_id, answer.state, answer.level, answer.evidence.type, answer.confidence,
            [" ".join(plain_text(text).split()) for text in words])  # fmt: skip


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_answers_arrive(data, paper, understand):
    given_answers = [data.draw(answers(item)) for item in german().items()]
    fill_in = understand(paper(asked_town({}, answers=given_answers)))
    arrived = {one.item_id: one.onto(Answer(one.item_id)) for one in fill_in.entries}
    for answer in given_answers:
        assert kept(arrived.get(answer.item_id, Answer(answer.item_id))) == kept(answer)
    assert fill_in.unclear == ()
    assert fill_in.warnings == ()
    assert fill_in.news == ()


# --- what is unclear


@pytest.mark.parametrize(
    "value", [5, -1, 2.5, True, date(2026, 4, 3), "0-1", "#N/A", "vielleicht", "3?"]
)
def test_what_is_no_level_is_unclear_and_named_with_its_cell(paper, understand, value):
    fill_in = understand(
        paper().fill("data.one", answer=value, note="n").fill("data.two", answer=1)
    )
    (unclear,) = fill_in.unclear
    assert (unclear.cell, unclear.item_id, unclear.kind) == ("F5", "data.one", UnclearKind.LEVEL)
    assert said(fill_in, "data.one") is None
    assert said(fill_in, "data.two") == (ANSWERED, 1)
    assert fill_in.counts() == FillInCounts(taken=1, untouched=0, open=6, unclear=1)


def test_not_applicable_needs_leave_and_a_reason(paper, understand):
    book = paper().fill("data.one", answer="trifft nicht zu", reason="weil")
    book.fill("infra.two", answer="trifft nicht zu", reason="  ")
    fill_in = understand(book)
    assert kinds(fill_in.unclear) == [UnclearKind.NOT_ALLOWED, UnclearKind.NO_REASON]
    assert fill_in.entries == ()


def test_a_strange_word_beside_the_answer_loses_only_itself(paper, understand):
    book = paper().fill("data.one", answer=2, evidence="Brieftaube", confidence="hm", note="n")
    fill_in = understand(book)
    assert kinds(fill_in.unclear) == [UnclearKind.EVIDENCE, UnclearKind.CONFIDENCE]
    assert [one.value for one in fill_in.unclear] == ["Brieftaube", "hm"]
    (entry,) = fill_in.entries
    assert (entry.level, entry.note, entry.evidence) == (2, "n", None)
    assert fill_in.counts() == FillInCounts(taken=1, untouched=0, open=7, unclear=0)


def test_different_answers_to_one_question_are_unclear(paper, understand):
    book = paper().fill("data.one", answer=2)
    copy = book.book.copy_worksheet(book.sheet)
    copy.cell(book.row("data.one"), book.columns["answer"]).value = 3
    fill_in = understand(book)
    assert kinds(fill_in.unclear) == [UnclearKind.TWICE] * 2
    found = [(one.cell, one.value) for one in fill_in.unclear]
    assert found == [("F5", "2"), ("Fragen Copy!F5", "3")]
    assert "data.one" not in fill_in.open_ids
    assert said(fill_in, "data.one") is None


@pytest.mark.parametrize("second", [None, 2])
def test_a_copy_that_says_the_same_or_nothing_does_not_disturb(paper, understand, second):
    book = paper().fill("data.one", answer=2)
    copy = book.book.copy_worksheet(book.sheet)
    copy.cell(book.row("data.one"), book.columns["answer"]).value = second
    fill_in = understand(book)
    assert fill_in.unclear == ()
    assert said(fill_in, "data.one") == (ANSWERED, 2)


def test_a_copy_as_it_was_handed_out_does_not_disturb(paper, understand):
    book = paper(asked_town({"data.one": 1}))
    copy = book.book.copy_worksheet(book.sheet)
    copy.cell(book.row("data.one"), book.columns["answer"]).value = 4
    fill_in = understand(book)
    assert fill_in.unclear == ()
    assert said(fill_in, "data.one") == (ANSWERED, 4)


# --- what people do to a workbook


def filled(paper):
    """A workbook with some answers."""
    book = paper(prefill=False).fill("data.one", answer=2, note="eins")
    return book.fill("strat.two", answer="weiß nicht").fill("infra.one", answer=0)


FILLED = {"data.one": (ANSWERED, 2), "strat.two": (UNKNOWN, None), "infra.one": (ANSWERED, 0)}


def all_said(fill_in):
    return {one.item_id: (one.state, one.level) for one in fill_in.entries}


def change_rows(book, changed):
    """The same workbook with other rows in the sheet of the questions."""
    sheets = [
        replace(one, rows=tuple(map(tuple, changed(list(one.rows)))))
        if one.name == "Fragen"
        else one
        for one in book.sheets
    ]
    return replace(book, sheets=tuple(sheets))


def head(rows):
    """Where the headings stand."""
    return next(number for number, row in enumerate(rows) if "Kennung" in row)


def sort_rows(rows):
    first = head(rows) + 1
    return [*rows[:first], *sorted(rows[first:], key=str, reverse=True)]


def insert_rows(rows):
    middle = head(rows) + 3
    more = [(), (None, None)]
    return [(), ("Bitte bis Freitag",), *rows[:middle], *more, *rows[middle:]]


def insert_a_column(rows):
    return [("neu", *row) for row in rows]


def reverse_columns(rows):
    width = max(map(len, rows))
    return [(*row, *[None] * (width - len(row)))[::-1] for row in rows]


def drop_columns(rows):
    headings = rows[head(rows)]
    keep = [place for place, word in enumerate(headings) if word in {"Kennung", "Antwort", "Notiz"}]
    return [[row[place] if place < len(row) else None for place in keep] for row in rows]


def drop_hidden_row(rows):
    return [row for row in rows if "answer" not in row]


def drop_some_rows(rows):
    return [row for row in rows if not {"data.two", "strat.four"} & set(row)]


CHANGES = [
    sort_rows, insert_rows, insert_a_column, reverse_columns, drop_columns, drop_hidden_row,
    drop_some_rows,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_rows_and_columns_may_be_moved(paper, understand, change):
    fill_in = understand(change_rows(filled(paper).read(), change))
    assert all_said(fill_in) == FILLED
    assert fill_in.unclear == fill_in.warnings == ()
    expected = 3 if change is drop_some_rows else 5
    assert len(fill_in.open_ids) == expected
    first = next(one for one in fill_in.entries if one.item_id == "data.one")
    assert first.note == "eins"


@given(changes=st.lists(st.sampled_from(CHANGES), max_size=5), chance=st.randoms())
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_in_any_combination(paper, understand, changes, chance):
    book = filled(paper).read()
    for change in changes:
        book = change_rows(book, change)
    shuffled = list(book.sheets)
    chance.shuffle(shuffled)
    fill_in = understand(replace(book, name="x.ods", sheets=tuple(shuffled)))
    assert all_said(fill_in) == FILLED
    assert fill_in.warnings == ()


def test_sheets_may_be_renamed_shown_and_moved(paper, understand):
    book = filled(paper)
    for number, sheet in enumerate(book.book):
        sheet.title, sheet.sheet_state = f"Tabelle{number}", "visible"
    book.book.move_sheet(book.sheet, 2)
    fill_in = understand(book)
    assert all_said(fill_in) == FILLED
    assert fill_in.meta.questionnaire_id == "demo"
    assert fill_in.warnings == ()


def test_without_the_hidden_sheet_ids_are_enough(paper, understand):
    book = filled(paper)
    del book.book[META]
    fill_in = understand(book)
    assert fill_in.meta is None
    assert kinds(fill_in.warnings) == [WarningKind.META_LOST]
    assert all_said(fill_in) == FILLED


def test_unknown_rows_are_named_and_left(paper, understand):
    book = filled(paper)
    book.sheet.cell(20, book.columns["id"]).value = "data.gone"
    book.sheet.cell(20, book.columns["answer"]).value = 3
    book.sheet.cell(21, book.columns["answer"]).value = "ach ja"
    fill_in = understand(book)
    found = [(one.kind, one.cell, one.value) for one in fill_in.warnings]
    assert found == [
        (WarningKind.UNKNOWN_ITEM, "A20", "data.gone"),
        (WarningKind.NO_ID, "F21", "ach ja"),
    ]
    assert all_said(fill_in) == FILLED


@pytest.mark.parametrize("key", ["question", "levels"])
def test_a_changed_question_is_told_and_its_answer_read(paper, understand, key):
    book = filled(paper)
    book.cell("data.one", key).value = "0  Anders\n1  Ganz anders"
    fill_in = understand(book)
    (warning,) = fill_in.warnings
    assert (warning.kind, warning.item_id) == (WarningKind.QUESTION_CHANGED, "data.one")
    assert all_said(fill_in) == FILLED


def test_blanks_and_line_ends_are_no_change(paper, understand):
    book = filled(paper)
    cell = book.cell("data.one", "levels")
    cell.value = " " + cell.value.replace("\n", " \r\n ")
    assert understand(book).warnings == ()


# --- versions and other questionnaires


def newer(version="1.1.0", item_id="data.one"):
    """The questionnaire, with one question reworded."""
    questionnaire = german()
    areas = tuple(
        replace(
            area,
            items=tuple(
                replace(item, question="Neu?") if item.id == item_id else item
                for item in area.items
            ),
        )
        for area in questionnaire.areas
    )
    return replace(questionnaire, version=version, areas=areas)


def test_an_older_version_is_read_by_id_and_said_so(paper, understand):
    fill_in = understand(filled(paper), newer())
    assert kinds(fill_in.warnings) == [WarningKind.OLDER_VERSION, WarningKind.QUESTION_OLDER]
    assert fill_in.warnings[0].value == "1.0.0"
    assert fill_in.warnings[1].item_id == "data.one"
    assert all_said(fill_in) == FILLED


def test_in_an_older_version_a_changed_question_is_still_noticed(paper, understand):
    book = filled(paper)
    book.cell("data.one", "question").value = "Ganz anders"
    assert kinds(understand(book, newer()).warnings) == [
        WarningKind.OLDER_VERSION,
        WarningKind.QUESTION_CHANGED,
    ]


def test_the_hidden_fingerprint_alone_proves_nothing(paper, understand):
    book = filled(paper)
    book.cell("data.one", "question").value = "Ganz anders"
    other = Paper(book.content())
    for row in other.book[META].iter_rows():
        if row[1].value == "data.one":
            row[2].value = "0" * 32
    assert kinds(understand(other).warnings) == [WarningKind.QUESTION_CHANGED]


def test_a_newer_version_is_refused(paper, understand):
    with pytest.raises(NewerQuestionnaireError) as caught:
        understand(filled(paper), newer("0.9.10"))
    assert caught.value.values == {"file": "Mappe.xlsx", "version": "1.0.0"}


def test_another_questionnaire_is_refused(paper, understand):
    with pytest.raises(OtherQuestionnaireError):
        understand(filled(paper), replace(german(), id="bauhof"))


def test_a_newer_program_is_refused(paper, understand):
    book = filled(paper)
    book.book[META]["B1"].value = 2
    with pytest.raises(WorkbookTooNewError):
        understand(book)


@pytest.mark.parametrize("version", ["", "neu", "1.x", "٣"])
def test_a_damaged_hidden_sheet_counts_as_lost(paper, understand, version):
    book = filled(paper)
    book.book[META]["B3"].value = version
    fill_in = understand(book)
    assert kinds(fill_in.warnings) == [WarningKind.META_LOST]
    assert all_said(fill_in) == FILLED


def test_without_ids_it_is_refused(paper, understand):
    book = filled(paper)
    book.sheet.delete_cols(book.columns["id"])
    with pytest.raises(FillInIdsLostError):
        understand(book)


def foreign(rows):
    return Workbook("Urlaub.xlsx", (Sheet("Tabelle1", False, rows),))


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (("Name", "Tage"), ("Kim", 12)),
        (("Kennung", "Antwort"), ("a.b", 3)),
        (("id", "answer"), (None, None), (None, 3)),
        (("kiassess",),),
    ],
    ids=["empty", "other", "headings-like-ours", "no-ids", "name-only"],
)
def test_a_foreign_workbook_is_refused(understand, rows):
    with pytest.raises(ForeignWorkbookError) as caught:
        understand(foreign(rows))
    assert caught.value.values == {"file": "Urlaub.xlsx"}
    assert read_meta(foreign(rows)) is None


@given(
    st.lists(
        st.lists(
            st.none()
            | st.booleans()
            | st.integers()
            | st.floats(allow_nan=False, allow_infinity=False)
            | st.dates()
            | st.datetimes()
            | texts_of(20)
            | st.sampled_from(
                ["id", "answer", "data.one", "note", "kiassess-fill-in", "item", META]
            )
            | st.sampled_from(["questionnaire", "version", "1.0.0", "demo", "respondent", "day"]),
            max_size=6,
        ).map(tuple),
        max_size=12,
    )
)
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_there_there_is_no_crash(understand, rows):
    try:
        fill_in = understand(foreign(tuple(rows)))
    except (ForeignWorkbookError, FillInIdsLostError, WorkbookTooNewError):
        return
    except (OtherQuestionnaireError, NewerQuestionnaireError):
        return
    assert sum(vars_of(fill_in.counts())) >= 1


def vars_of(counts):
    return (counts.taken, counts.untouched, counts.open, counts.unclear)


def test_levels_of_the_same_name_leave_the_numbers(paper, understand):
    same = replace(german(), levels=tuple(LevelName("Stufe", "") for _ in LEVELS))
    town = replace(asked_town({}), questionnaire=same)
    fill_in = understand(paper(town).fill("data.one", answer=2), same)
    assert said(fill_in, "data.one") == (ANSWERED, 2)


# --- other programs


@pytest.fixture
def through_libreoffice(companion, tmp_path):
    """Let LibreOffice open a workbook and save it; read it back with the guarded reader."""
    office = companion("soffice")

    def converted(content, suffix):
        source = tmp_path / "in" / "Mappe.xlsx"
        source.parent.mkdir()
        source.write_bytes(content)
        profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
        command = [office, profile, "--headless", "--norestore", "--convert-to", suffix]
        subprocess.run(
            [*command, "--outdir", tmp_path / "out", source],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return read_workbook(tmp_path / "out" / f"Mappe.{suffix}")

    return converted


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_through_libreoffice_everything_arrives(paper, understand, through_libreoffice, suffix):
    typed = "=1+1 & <Ämter> 👍 _x0041_\nZeile 2"
    town = asked_town(
        {"data.two": "U", "strat.one": 4},
        answers=[full_answer(note=typed), make_answer("infra.one", 1)],
    )
    book = paper(town)
    book.fill("data.two", answer="2 – In Teilen geregelt", evidence="mündliche Auskunft")
    book.fill("infra.two", answer="trifft nicht zu", reason="Kreis", pointer="12-3", note="3.4.")
    book.fill("strat.two", answer=3, confidence="geschätzt").fill("strat.three", answer="5")
    guide = book.book["Anleitung"]
    next(row[2] for row in guide.iter_rows() if row[0].value == "day").value = date(2026, 11, 23)
    fill_in = understand(through_libreoffice(book.content(), suffix))
    assert fill_in.warnings == ()
    assert kinds(fill_in.unclear) == [UnclearKind.LEVEL]
    assert fill_in.respondent.day == date(2026, 11, 23)
    assert fill_in.meta == understand(book).meta
    entries = {one.item_id: one for one in fill_in.entries}
    assert entries["data.one"].note == typed
    assert entries["data.one"].untouched
    assert entries["strat.one"].untouched
    assert (entries["data.two"].level, entries["data.two"].evidence) == (2, EvidenceType.ORAL)
    assert (entries["infra.two"].reason, entries["infra.two"].pointer) == ("Kreis", "12-3")
    assert entries["infra.two"].note == "3.4."
    assert (entries["strat.two"].level, entries["strat.two"].confidence) == (3, Confidence.GUESSED)
    assert set(fill_in.open_ids) == {"strat.four"}
