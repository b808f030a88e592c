"""Files and folders taken in: workbooks and exchange files, all of each or nothing of it."""

import os
import shutil
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from builders import NOON, make_answer
from fill_ins import Paper
from openpyxl import load_workbook
from probe import FOLDER, PROBE

from kiassess.content.library import Library
from kiassess.content.themes import load_theme
from kiassess.domain.assessment import NewAssessment
from kiassess.domain.backups import BackupKind
from kiassess.domain.errors import (
    BackupError,
    ExchangeForeignError,
    ExchangeUnreadableError,
    FillInElsewhereError,
    FillInHomelessError,
    FillInStrayError,
    ForeignWorkbookError,
    ImportFolderError,
    LockFileError,
    OtherQuestionnaireError,
    PdfFileError,
    ReadOnlyError,
    ResultsWorkbookError,
    UnreadableFileError,
    WorkspaceProtectedError,
)
from kiassess.domain.merge_plan import OnConflict
from kiassess.domain.merged import merged
from kiassess.domain.merging import compare_packages
from kiassess.domain.municipality import Municipality
from kiassess.exchange.exchange_file import to_bytes
from kiassess.exchange.fill_in_workbook import fill_in_workbook
from kiassess.paths import bundled
from kiassess.store.backups import backup_folder, list_backups
from kiassess.workflow import assessing, exchanging, history, listing, safekeeping
from kiassess.workflow.exchange_reading import ExchangeReader
from kiassess.workflow.exporting import ExportKit, export
from kiassess.workflow.importing import files_in, import_all, preview_files, refusals
from kiassess.workflow.looked import Looked
from kiassess.workflow.taking_back import FillInChoices
from kiassess.workflow.workspace import open_for_reading, open_for_writing

ONE, TWO = "room.kettle", "room.cups"
LATER = NOON + timedelta(days=30)
META = "kiassess"  # the hidden sheet


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """A small questionnaire in two versions."""
    folder = tmp_path_factory.mktemp("installed")
    shutil.copytree(FOLDER / PROBE / "1.0.0", folder / PROBE / "1.0.0")
    return Library(folder)


@pytest.fixture
def town(create):
    """The id of an assessment."""
    return create("Musterstedt, Stadt", questionnaire_id=PROBE).id


@pytest.fixture
def texts(texts_de, texts_en):
    return texts_de, texts_en


@pytest.fixture
def paper(workspace, town, texts_de):
    """A workbook as it is handed out, to be filled in."""

    def hand_out(**more):
        opened = assessing.load(workspace, town, "de")
        content = fill_in_workbook(opened, more.pop("role_id", None), texts_de, version="1", **more)
        return Paper(content)

    return hand_out


@pytest.fixture
def look(workspace, texts):
    def look(*paths, **more):
        choices = FillInChoices(texts, **more)
        return preview_files(workspace, paths, choices, now=LATER)

    return look


@pytest.fixture
def take(workspace, texts):
    def take(*paths, now=LATER, on_conflict=OnConflict.ASK, progress=None, cancelled=None, **more):
        choices = FillInChoices(texts, **more)
        return import_all(
            workspace, paths, on_conflict, choices, now=now, progress=progress, cancelled=cancelled
        )

    return take


def put(folder, name, paper, *, saved=NOON):
    """Write a workbook, saved by its person at that moment."""
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_bytes(paper if isinstance(paper, bytes) else paper.content())
    os.utime(file, (saved.timestamp(), saved.timestamp()))
    return file


def sign(paper, *, name="", department="", day=None):
    """Write down who has filled a workbook in."""
    values = {"respondent": name, "department": department, "day": day}
    for row in paper.book.worksheets[0].iter_rows():
        for cell in row:
            if values.get(cell.value):
                paper.book.worksheets[0].cell(cell.row, cell.column + 2).value = values[cell.value]
    return paper


def one(outcomes):
    """What became of the only file."""
    (outcome,) = outcomes
    assert outcome.error is None, outcome.error
    return outcome.fill_in


def errors(outcomes):
    return [type(outcome.error) for outcome in outcomes]


def load(workspace, town):
    return assessing.load(workspace, town, "de")


def everything(workspace):
    """All rows of a workspace."""
    return "\n".join(workspace.db.conn.iterdump())


# --- one workbook


def test_what_was_filled_in_becomes_a_voice(workspace, town, paper, take, tmp_path):
    filled = sign(paper(), name="M. Ö", department="Hauptamt").fill(ONE, answer=3, note="seit 2024")
    found = one(take(put(tmp_path, "a.xlsx", filled)))
    assert (found.respondent, found.counts.taken) == ("Hauptamt, M. Ö", 1)
    assert found.counts.open == len(load(workspace, town).items()) - 1
    (voice,) = load(workspace, town).voices[ONE]
    assert voice.answer == make_answer(ONE, 3, note="seit 2024")
    assert (voice.respondent, voice.at) == ("Hauptamt, M. Ö", NOON)
    assert load(workspace, town).answer(ONE).level == 3


def test_a_preview_says_the_same_and_changes_nothing(workspace, paper, look, take, tmp_path):
    file = put(tmp_path, "a.xlsx", paper().fill(ONE, answer=3).fill(TWO, answer="vielleicht 2"))
    before = everything(workspace)
    seen = one(look(file))
    assert everything(workspace) == before
    assert list_backups(workspace.path) == ()
    assert (seen.counts.taken, seen.counts.unclear) == (1, 1)
    assert seen.fill_in.unclear[0].value == "vielleicht 2"
    assert one(take(file)) == seen


def test_a_workbook_is_one_step_that_can_be_taken_back(workspace, town, paper, take, tmp_path):
    filled = paper().fill(ONE, answer=3).fill(TWO, answer=1)
    take(put(tmp_path, "a.xlsx", filled))
    history.undo(workspace, town, now=LATER)
    assert load(workspace, town).voices == {}
    history.redo(workspace, town, now=LATER)
    assert load(workspace, town).voices.keys() == {ONE, TWO}


def test_the_same_workbook_once_more_changes_nothing(workspace, paper, take, tmp_path):
    file = put(tmp_path, "a.xlsx", paper().fill(ONE, answer=3))
    take(file)
    before, backups = everything(workspace), list_backups(workspace.path)
    found = one(take(file, now=LATER + timedelta(days=1)))
    assert (found.voices, found.repeated) == ((), (ONE,))
    assert everything(workspace) == before
    assert list_backups(workspace.path) == backups
    assert len(backups) == 1


def test_a_second_workbook_of_the_same_person_replaces_the_voice(
    workspace, town, paper, take, tmp_path
):
    take(put(tmp_path, "a.xlsx", sign(paper(), name="IT").fill(ONE, answer=3, note="alt")))
    newer = sign(paper(prefill=False), name="it").fill(ONE, answer=1)
    found = one(take(put(tmp_path, "b.xlsx", newer, saved=NOON + timedelta(days=2))))
    assert (found.replaced, found.newer_here) == (1, None)
    (voice,) = load(workspace, town).voices[ONE]
    assert (voice.respondent, voice.answer.level, voice.answer.note) == ("IT", 1, "")
    older = sign(paper(), name="IT").fill(ONE, answer=4)
    found = one(take(put(tmp_path, "c.xlsx", older, saved=NOON)))
    assert found.newer_here == NOON + timedelta(days=2)


def test_the_day_written_in_it_counts_before_that_of_the_file(paper, take, tmp_path):
    filled = sign(paper(), name="IT", day=date(2026, 3, 9)).fill(ONE, answer=3)
    (voice,) = one(take(put(tmp_path, "a.xlsx", filled))).voices
    assert voice.at.astimezone().date() == date(2026, 3, 9)
    filled = sign(paper(prefill=False), name="B", day=date(2099, 3, 9)).fill(ONE, answer=3)
    (voice,) = one(take(put(tmp_path, "b.xlsx", filled))).voices
    assert voice.at == LATER  # nobody has answered after today


def test_without_a_name_the_role_counts_and_then_the_file(workspace, town, paper, take, tmp_path):
    roles = load(workspace, town).questionnaire.roles
    filled = paper(role_id=roles[0].id)
    item = next(i.id for i in load(workspace, town).items() if roles[0].id in i.roles)
    found = one(take(put(tmp_path, "a.xlsx", filled.fill(item, answer=3))))
    assert (found.respondent, found.role_id) == (roles[0].name, roles[0].id)
    found = one(take(put(tmp_path, "Bauamt.xlsx", paper().fill(ONE, answer=3))))
    assert (found.respondent, found.role_id) == ("Bauamt", "")
    found = one(take(put(tmp_path, "x.xlsx", paper().fill(ONE, answer=3)), respondent="Kämmerei"))
    assert found.respondent == "Kämmerei"


def test_two_people_of_one_role_without_names_are_two_voices(
    workspace, town, paper, look, take, tmp_path
):
    role = load(workspace, town).questionnaire.roles[0]
    item = next(i.id for i in load(workspace, town).items() if role.id in i.roles)
    for name, level in (("a.xlsx", 1), ("b.xlsx", 4), ("c.xlsx", 1)):
        put(tmp_path / "in", name, paper(role_id=role.id).fill(item, answer=level))
    assert [seen.fill_in.respondent for seen in look(tmp_path / "in")] == [
        role.name, f"{role.name} (b)", role.name,
    ]  # fmt: skip
    for _ in range(2):
        take(tmp_path / "in")
        voices = load(workspace, town).voices[item]
        assert [(v.respondent, v.answer.level) for v in voices] == [
            (role.name, 1), (f"{role.name} (b)", 4),
        ]  # fmt: skip


def test_what_was_handed_out_and_not_touched_is_no_voice(workspace, town, paper, take, tmp_path):
    assessing.answer(workspace, load(workspace, town), make_answer(ONE, 2), now=NOON)
    found = one(take(put(tmp_path, "a.xlsx", paper().fill(TWO, answer=3))))
    assert (found.counts.taken, found.counts.untouched) == (1, 1)
    assert load(workspace, town).voices.keys() == {TWO}


def test_what_differs_from_the_agreed_answer_is_told(workspace, town, paper, take, tmp_path):
    assessing.answer(workspace, load(workspace, town), make_answer(ONE, 2), now=NOON)
    found = one(take(put(tmp_path, "a.xlsx", paper().fill(ONE, answer=0))))
    assert found.differing == (ONE,)
    assert load(workspace, town).answer(ONE).level == 2


# --- which assessment


def test_a_workbook_of_another_workspace_is_refused_with_its_town(
    workspace, library, paper, take, look, tmp_path, town, texts
):
    file = put(tmp_path, "a.xlsx", paper().fill(ONE, answer=3))
    with open_for_writing(tmp_path / "other" / "x.db", library) as other:
        before = everything(other)
        for outcomes in (
            preview_files(other, [file], FillInChoices(texts), now=LATER),
            import_all(other, [file], OnConflict.ASK, FillInChoices(texts), now=LATER),
        ):
            assert errors(outcomes) == [FillInElsewhereError]
            assert outcomes[0].error.values["name"] == "Musterstedt"
        assert everything(other) == before


def test_a_title_written_over_names_nobody(library, paper, tmp_path, texts):
    stranger = paper().fill(ONE, answer=3)
    for sheet in stranger.book.worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if "KI-Standortbestimmung" in str(cell.value):
                cell.value = "Umfrage"
    file = put(tmp_path, "a.xlsx", stranger)
    with open_for_writing(tmp_path / "other" / "x.db", library) as other:
        outcomes = import_all(other, [file], OnConflict.ASK, FillInChoices(texts), now=LATER)
    assert errors(outcomes) == [FillInStrayError]


def test_without_the_hidden_sheet_the_only_assessment_is_meant_or_the_one_named(
    workspace, town, paper, create, take, tmp_path
):
    filled = paper().fill(ONE, answer=3)
    del filled.book[META]
    file = put(tmp_path, "a.xlsx", filled)
    found = one(take(file))
    assert found.assessment.id == town
    assert found.fill_in.warnings
    other = create("Anderswo", questionnaire_id=PROBE).id
    assert errors(take(file)) == [FillInHomelessError]
    assert one(take(file, assessment_id=other)).assessment.id == other


def test_a_workbook_of_another_questionnaire_is_refused(paper, take, tmp_path):
    filled = paper().fill(ONE, answer=3)
    for row in filled.book[META].iter_rows():
        if row[0].value == "questionnaire":
            row[1].value = "other"
    assert errors(take(put(tmp_path, "a.xlsx", filled))) == [OtherQuestionnaireError]


# --- many files


@pytest.fixture
def mixed(workspace, town, paper, tmp_path, library):
    """A folder with all there can be."""
    folder = tmp_path / "Rücklauf"
    put(folder, "b.xlsx", sign(paper(), name="B").fill(ONE, answer=1))
    put(folder, "a.XLSX", sign(paper(), name="A").fill(ONE, answer=4))
    put(folder, "~$a.xlsx", b"x" * 165)
    put(folder, ".hidden.xlsx", b"x")
    put(folder, "c.xlsx", b"%PDF-1.7")
    put(folder, "letter.txt", b"Guten Tag")
    with open_for_writing(tmp_path / "county" / "x.db", library) as other:
        new = NewAssessment(Municipality("Ärzen"), NOON.date(), questionnaire_id=PROBE)
        made = assessing.create(other, new, now=NOON)
        put(folder, "town.kiassess", to_bytes(exchanging.package_of(other, made.id)))
    return folder


def test_of_a_folder_all_is_taken_that_can_be(workspace, town, mixed, look, take):
    names = ["town.kiassess", "a.XLSX", "b.xlsx", "c.xlsx"]
    assert [file.name for file in files_in([mixed, mixed / "a.XLSX"])] == names
    told = []
    for outcomes in (look(mixed), take(mixed, progress=lambda *counts: told.append(counts))):
        assert [outcome.file.name for outcome in outcomes] == names
        assert outcomes[0].merge.assessment.municipality.name == "Ärzen"
        assert [len(outcomes[n].fill_in.voices) for n in (1, 2)] == [1, 1]
        assert outcomes[2].fill_in.differing == (ONE,)  # from what the one before it brings
        assert errors(outcomes)[3] is PdfFileError
    assert told == [(n, 4) for n in range(1, 5)]
    assert len(load(workspace, town).voices[ONE]) == 2
    assert len(listing.list_all(workspace)) == 2
    assert [backup.kind.value for backup in list_backups(workspace.path)] == ["import"]


def test_when_it_is_cancelled_what_was_taken_stays(workspace, town, mixed, take):
    done = []
    outcomes = take(mixed, progress=lambda n, _: done.append(n), cancelled=lambda: len(done) == 2)
    assert len(outcomes) == 2
    assert [v.respondent for v in load(workspace, town).voices[ONE]] == ["A"]


def test_what_a_file_holds_decides_not_its_name(workspace, town, mixed, take, tmp_path):
    workbook = shutil.copy(mixed / "b.xlsx", tmp_path / "b.kiassess")
    package = shutil.copy(mixed / "town.kiassess", tmp_path / "town.xlsx")
    first, second = take(workbook, package)
    assert first.merge is not None
    assert second.fill_in.respondent == "B"


def test_an_exchange_file_and_workbooks_of_one_assessment_go_together(
    workspace, town, paper, take, tmp_path
):
    file = put(tmp_path, "town.kiassess", to_bytes(exchanging.package_of(workspace, town)))
    filled = put(tmp_path, "a.xlsx", sign(paper(), name="A").fill(ONE, answer=4))
    assessing.answer(workspace, load(workspace, town), make_answer(ONE, 1), now=NOON)
    again = shutil.copy2(filled, tmp_path / "copy.xlsx")
    outcomes = take(filled, file, again)
    assert [outcome.file for outcome in outcomes] == [file, filled, again]
    assert outcomes[1].fill_in.differing == (ONE,)
    assert outcomes[2].fill_in.repeated == (ONE,)


@pytest.fixture
def elsewhere(workspace, town, paper, library, tmp_path):
    """A town as another workspace has gone on with it, a file of it, and workbooks for it."""
    file = put(tmp_path, "there.kiassess", to_bytes(exchanging.package_of(workspace, town)))
    with open_for_writing(tmp_path / "county" / "x.db", library) as other:
        exchanging.import_files(other, [file], OnConflict.ASK, now=NOON)
        assessing.answer(other, assessing.load(other, town, "de"), make_answer(ONE, 1), now=LATER)
        file.write_bytes(to_bytes(exchanging.package_of(other, town)))
    return (
        put(tmp_path, "a.xlsx", sign(paper(), name="A").fill(ONE, answer=4)),
        file,
        put(tmp_path, "b.xlsx", sign(paper(), name="B").fill(ONE, answer=4).fill(TWO, answer=2)),
    )


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_what_an_exchange_file_brings_counts_for_all_workbooks(elsewhere, look, take, order):
    files = [elsewhere[n] for n in order]
    for outcomes in (look(*files), take(*files)):
        assert outcomes[0].merge is not None
        found = {outcome.file.name: outcome.fill_in for outcome in outcomes[1:]}
        assert found["a.xlsx"].differing == (ONE,)  # from what is agreed there
        assert found["b.xlsx"].differing == (ONE,)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_workbook_may_belong_to_what_comes_with_it(elsewhere, library, texts, tmp_path, order):
    files = [elsewhere[n] for n in order]
    choices = FillInChoices(texts)
    with open_for_writing(tmp_path / "new" / "x.db", library) as new:
        before = everything(new)
        seen = preview_files(new, files, choices, now=LATER)
        assert everything(new) == before
        found = import_all(new, files, OnConflict.ASK, choices, now=LATER)
        assert seen == found
        assert [len(one.fill_in.voices) for one in found[1:]] in ([1, 2], [2, 1])
        (listed,) = listing.list_all(new)
        opened = assessing.load(new, listed.assessment.id, "de")
        assert {voice.respondent for voice in opened.voices[ONE]} == {"A", "B"}
        assert opened.answer(ONE).level == 1
        assert list_backups(new.path) == ()  # there was nothing to lose


def test_a_workbook_without_its_hidden_sheet_belongs_to_the_only_town_that_comes(
    elsewhere, paper, library, texts, tmp_path
):
    lost = sign(paper(), name="C").fill(TWO, answer=3)
    del lost.book[META]
    files = [put(tmp_path, "c.xlsx", lost), elsewhere[1]]
    with open_for_writing(tmp_path / "new" / "x.db", library) as new:
        seen = preview_files(new, files, FillInChoices(texts), now=LATER)
        found = import_all(new, files, OnConflict.ASK, FillInChoices(texts), now=LATER)
    assert seen == found
    assert found[1].fill_in.respondent == "C"


def test_a_file_that_is_refused_brings_no_home(elsewhere, library, texts, tmp_path):
    elsewhere[1].write_bytes(elsewhere[1].read_bytes()[:-9])
    with open_for_writing(tmp_path / "new" / "x.db", library) as new:
        seen = preview_files(new, elsewhere, FillInChoices(texts), now=LATER)
        found = import_all(new, elsewhere, OnConflict.ASK, FillInChoices(texts), now=LATER)
        assert errors(seen) == errors(found)
        assert errors(found)[1:] == [FillInElsewhereError] * 2
        assert listing.list_all(new) == ()


def test_what_both_changed_stays_ours_for_the_workbooks(workspace, town, elsewhere, look, take):
    assessing.answer(workspace, load(workspace, town), make_answer(ONE, 4), now=LATER)
    for outcomes in (look(*elsewhere), take(*elsewhere)):
        assert outcomes[0].merge.conflicts
        assert [one.fill_in.differing for one in outcomes[1:]] == [(), ()]


# --- who has filled it in


def test_who_has_filled_a_workbook_in_can_be_said_for_each(workspace, town, elsewhere, look, take):
    first, _, second = elsewhere
    names = {first: " Bauamt\n", second: "bauamt"}
    for outcomes in (
        look(first, second, respondents=names), take(first, second, respondents=names)
    ):  # fmt: skip
        assert [one.fill_in.respondent for one in outcomes] == ["Bauamt", "Bauamt"]
        assert outcomes[1].fill_in.repeated == (ONE,)
    assert [v.respondent for v in load(workspace, town).voices[ONE]] == ["Bauamt"]


def test_what_was_read_before_is_not_read_again(elsewhere, paper, library, texts, tmp_path):
    first, file, second = elsewhere
    lost = paper().fill(ONE, answer=3)
    del lost.book[META]
    strays = [put(tmp_path, "lost.xlsx", lost), put(tmp_path, "foreign.xlsx", _foreign())]
    looked, paths = Looked(), [first, file, second, *strays]

    def look(**more):
        choices = FillInChoices(texts, **more)
        return preview_files(new, paths, choices, now=LATER, looked=looked)

    with open_for_writing(tmp_path / "new" / "x.db", library) as new:
        assessing.create(
            new, NewAssessment(Municipality("Aach"), NOON.date(), questionnaire_id=PROBE), now=NOON
        )
        seen = look()
        assert errors(seen)[3:] == [FillInHomelessError, ForeignWorkbookError]
        for path in (first, file, second):
            path.write_bytes(path.read_bytes()[:200])  # still the same kind of file
        assert look() == seen
        named = look(respondents={first: "IT", second: "IT"})
        assert [one.fill_in.respondent for one in named[1:3]] == ["IT", "IT"]
        assert named[2].fill_in.repeated == (ONE,)
        assert look() == seen


# --- the backup before


def test_before_an_import_there_is_one_backup_of_what_was_there(
    workspace, town, mixed, take, tmp_path
):
    """Also where nothing that is here will be changed."""
    take(mixed / "town.kiassess")
    (made,) = list_backups(workspace.path)
    assert made.kind is BackupKind.IMPORT
    assert safekeeping.content_of(workspace.path, made).assessments == 1
    take(mixed / "town.kiassess")  # brings nothing new
    assert list_backups(workspace.path) == (made,)
    take(mixed / "a.XLSX", mixed / "b.xlsx", now=LATER + timedelta(hours=1))
    assert len(list_backups(workspace.path)) == 2


def test_nothing_is_taken_where_no_backup_can_be_made(workspace, town, mixed, take):
    before = everything(workspace)
    backup_folder(workspace.path).write_text("in the way", encoding="utf-8")
    outcomes = take(mixed)
    assert {type(outcome.error) for outcome in outcomes} == {BackupError, PdfFileError}
    assert everything(workspace) == before


def test_what_cannot_be_used_is_refused_one_by_one(workspace, take, look, tmp_path):
    (tmp_path / "empty").mkdir()
    cases = {
        tmp_path / "empty": ImportFolderError,
        tmp_path / "gone.xlsx": UnreadableFileError,
        tmp_path / "gone.kiassess": ExchangeUnreadableError,
        tmp_path / "x\0y": UnreadableFileError,
        put(tmp_path, "json.xlsx", b'{"a": 1}'): ExchangeForeignError,
        put(tmp_path, "~$a.xlsx", b"x" * 165): LockFileError,
        put(tmp_path, "foreign.xlsx", _foreign()): ForeignWorkbookError,
    }
    before = everything(workspace)
    for outcomes in (take(*cases), look(*cases)):
        assert {outcome.file: type(outcome.error) for outcome in outcomes} == cases
    assert everything(workspace) == before
    assert list_backups(workspace.path) == ()


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_a_workbook_with_results_is_not_mistaken_for_a_filled_in_one(
    workspace, town, take, look, tmp_path, texts, language, suffix
):
    opened = assessing.answer(
        workspace, assessing.load(workspace, town, language), make_answer(ONE, 2), now=NOON
    )
    words = next(one for one in texts if one.language == language)
    kit = ExportKit(words, load_theme(bundled().themes, "light"), legal=None, version="1.2.3")
    file = export(opened, tmp_path / f"results{suffix}", kit, now=NOON, changed={})
    before = everything(workspace)
    assert errors(take(file, assessment_id=town)) == [ResultsWorkbookError]
    assert errors(look(file)) == [ResultsWorkbookError]
    assert everything(workspace) == before


def _foreign():
    """A workbook of somebody else."""
    from io import BytesIO

    from openpyxl import Workbook

    stream = BytesIO()
    book = Workbook()
    book.active["A1"] = "Haushalt"
    book.save(stream)
    return stream.getvalue()


def test_without_a_workspace_only_exchange_files_can_be_taken(mixed, tmp_path):
    assert refusals([mixed]) == ()
    (mixed / "town.kiassess").unlink()
    assert errors(refusals([mixed])) == [FillInStrayError, FillInStrayError, PdfFileError]
    assert errors(refusals([tmp_path / "x.kiassess"])) == [ExchangeUnreadableError]
    assert errors(refusals([put(tmp_path, "f.xlsx", _foreign())])) == [ForeignWorkbookError]


def test_who_only_reads_takes_nothing(workspace, mixed, library, texts):
    with open_for_reading(workspace.path, library) as reader, pytest.raises(ReadOnlyError):
        import_all(reader, [mixed], OnConflict.ASK, FillInChoices(texts), now=LATER)


def test_where_nothing_can_be_written_all_that_is_left_is_refused(workspace, town, mixed, take):
    workspace.db.execute("PRAGMA query_only = ON")
    outcomes = take(mixed / "a.XLSX", mixed / "b.xlsx", mixed / "town.kiassess")
    workspace.db.execute("PRAGMA query_only = OFF")
    assert errors(outcomes) == [WorkspaceProtectedError] * 3
    assert load(workspace, town).voices == {}


def test_a_workbook_that_cannot_be_stored_in_full_is_not_stored_at_all(
    workspace, town, paper, take, tmp_path
):
    file = put(tmp_path, "a.xlsx", paper().fill(ONE, answer=3).fill(TWO, answer=1))
    before = everything(workspace)
    workspace.db.execute(
        "CREATE TEMP TRIGGER no BEFORE INSERT ON main.voice WHEN NEW.item_id = 'room.cups'"
        " BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    with pytest.raises(Exception, match="no"):
        take(file)
    workspace.db.execute("DROP TRIGGER no")
    assert everything(workspace) == before


def test_on_conflict_both_keeps_ours_and_hears_theirs(workspace, town, library, take, tmp_path):
    assessing.answer(workspace, load(workspace, town), make_answer(ONE, 1), now=NOON)
    first = put(tmp_path, "there.kiassess", to_bytes(exchanging.package_of(workspace, town)))
    with open_for_writing(tmp_path / "county" / "x.db", library) as other:
        exchanging.import_files(other, [first], OnConflict.ASK, now=NOON)
        other.who = "Kreis"
        opened = assessing.load(other, town, "de")
        assessing.answer(other, opened, make_answer(ONE, 4, note="Ö"), now=LATER)
        back = put(tmp_path, "back.kiassess", to_bytes(exchanging.package_of(other, town)))
    assessing.answer(workspace, load(workspace, town), make_answer(ONE, 2), now=LATER)
    (outcome,) = take(back, on_conflict=OnConflict.BOTH)
    assert outcome.merge.beside(OnConflict.BOTH) == 1
    opened = load(workspace, town)
    assert opened.answer(ONE).level == 2
    (voice,) = opened.voices[ONE]
    assert (voice.respondent, voice.answer) == ("Kreis", make_answer(ONE, 4, note="Ö"))
    before = everything(workspace)
    take(back, on_conflict=OnConflict.BOTH)
    assert everything(workspace) == before


def test_voices_travel_in_exchange_files(workspace, town, paper, library, take, tmp_path):
    take(put(tmp_path, "a.xlsx", sign(paper(), name="A").fill(ONE, answer=4, note="Frau Ö")))
    package = exchanging.package_of(workspace, town)
    file = put(tmp_path, "town.kiassess", to_bytes(package))
    with open_for_writing(tmp_path / "county" / "x.db", library) as other:
        (outcome,) = exchanging.import_files(other, [file], OnConflict.ASK, now=LATER)
        assert outcome.error is None
        assert exchanging.package_of(other, town) == package
        assert assessing.load(other, town, "de").voices == load(workspace, town).voices
    stray = replace(package, journal=(), voices={"no.item/A": package.voices[f"{ONE}/A"]})
    stray = replace(
        stray,
        voices={"no.item/A": replace(package.voices[f"{ONE}/A"], answer=make_answer("no.item", 4))},
    )
    file = put(tmp_path, "stray.kiassess", to_bytes(stray))
    (outcome,) = exchanging.preview(workspace, [file])
    assert outcome.error.values["where"] == "voices"


def test_workbooks_that_went_through_a_spreadsheet_program_are_read(paper, tmp_path, take):
    file = put(tmp_path, "a.xlsx", sign(paper(), name="A").fill(ONE, answer=4))
    book = load_workbook(file)
    book.worksheets[1].insert_rows(2, 3)
    book.save(file)
    assert one(take(file)).counts.taken == 1


@pytest.mark.parametrize("choice", OnConflict)
@pytest.mark.parametrize("ours", [None, 1, 2])
def test_what_is_foreseen_is_what_an_import_makes(workspace, town, elsewhere, take, choice, ours):
    """Ours has gone on, too: not at all, with what theirs says as well, with something else."""
    _, file, _ = elsewhere
    if ours is not None:
        assessing.answer(workspace, load(workspace, town), make_answer(ONE, ours), now=LATER)
        facts = replace(load(workspace, town).assessment.facts, population=4711)
        assessing.change_facts(workspace, load(workspace, town), facts, now=LATER)
    here = exchanging.package_of(workspace, town)
    there = ExchangeReader().read(file)
    foreseen = merged(here, compare_packages(here, there), choice)
    (outcome,) = take(file, on_conflict=choice)
    assert outcome.error is None
    after = exchanging.package_of(workspace, town)
    assert (foreseen.answers, foreseen.voices) == (after.answers, after.voices)
    assert foreseen.assessment.facts == after.assessment.facts
    assert merged(None, compare_packages(None, there), choice) == there
