"""Fill-in packs in a folder."""

from dataclasses import replace

import pytest
from fill_ins import OdsPaper, Paper, asked_town, read_back
from towns import small_questionnaire

from kiassess.domain.errors import ExportBlockedError, UnknownRoleError
from kiassess.domain.municipality import Municipality
from kiassess.domain.naming import LONGEST_NAME
from kiassess.exchange.fill_in_meta import read_meta
from kiassess.exchange.workbook_reading import read_workbook
from kiassess.workflow.packing import NO_ROLE, PackKit, pack

PLAIN = [
    "Umlaufmappe Bad Musterbach – IT office.xlsx",
    "Umlaufmappe Bad Musterbach – Data protection.xlsx",
    "Umlaufmappe Bad Musterbach – ohne feste Zuständigkeit.xlsx",
]
LETTER = "Begleittext Bad Musterbach.txt"


@pytest.fixture
def kit(texts_de):
    """What packs need, in German."""
    return PackKit(texts_de, "1.2.3")


@pytest.fixture
def write(kit, tmp_path):
    """Write a pack."""

    def written(town=None, folder="Mappen", kit=kit, roles=()):
        return pack(town or asked_town(), tmp_path / folder, kit, roles=roles)

    return written


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_everyone_gets_a_workbook_and_there_is_a_letter(write, tmp_path):
    written = write()
    assert [file.name for file in written.workbooks] == PLAIN
    assert written.letter.name == LETTER
    assert names(tmp_path / "Mappen") == sorted([*PLAIN, LETTER])
    roles = [read_meta(read_back(file.read_bytes())).role_id for file in written.workbooks]
    assert roles == ["IT", "DSB", ""]


def test_the_letter_opens_in_any_editor(write):
    raw = write().letter.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n") > 20
    text = raw.decode("utf-8-sig")
    assert all(f"Anhang: {name}\r\n" in text for name in PLAIN)


@pytest.mark.parametrize("role", ["DSB", "dsb", " Data Protection "])
def test_a_role_is_known_by_id_and_by_name(write, role):
    (file,) = write(roles=[role]).workbooks
    assert file.name == PLAIN[1]


def test_all_questions_go_into_one_workbook(write):
    (file,) = write(roles=["all"]).workbooks
    assert file.name == "Umlaufmappe Bad Musterbach – alle Fragen.xlsx"
    assert Paper(file.read_bytes()).row("strat.four")


def test_the_questions_without_a_role_can_be_chosen(write):
    written = write(roles=["IT", NO_ROLE]).workbooks
    assert [file.name for file in written] == [PLAIN[0], PLAIN[2]]


def test_a_role_named_twice_gets_one(write):
    assert len(write(roles=["IT", "it office", "DSB"]).workbooks) == 2


@pytest.mark.parametrize("role", ["KAEM", "", "???", "a\nb"])
def test_a_role_that_is_asked_nothing_is_refused(write, tmp_path, role):
    with pytest.raises(UnknownRoleError) as caught:
        write(roles=["IT", role])
    assert "DSB (Data protection)" in caught.value.values["known"]
    assert not (tmp_path / "Mappen").exists()


def test_a_workbook_that_was_filled_in_is_never_replaced(write):
    first = write(roles=["IT"]).workbooks[0]
    first.write_bytes(b"filled in")
    second = write(roles=["IT"]).workbooks[0]
    assert second.name == "Umlaufmappe Bad Musterbach – IT office (2).xlsx"
    assert first.read_bytes() == b"filled in"


def test_the_same_pack_is_not_written_twice(write, tmp_path):
    assert write() == write()
    assert len(names(tmp_path / "Mappen")) == 4


def test_other_answers_make_another_workbook(write):
    (first,) = write(asked_town({}), roles=["IT"]).workbooks
    (second,) = write(asked_town({"data.one": 1}), roles=["IT"]).workbooks
    assert first != second
    assert Paper(first.read_bytes()).cell("data.one", "answer").value is None


def test_answers_may_be_left_out(write, kit):
    (file,) = write(kit=replace(kit, prefill=False), roles=["IT"]).workbooks
    assert Paper(file.read_bytes()).cell("data.one", "answer").value is None


def test_on_paper_there_are_no_answers_and_another_name(write, kit):
    written = write(kit=replace(kit, for_print=True), roles=["IT"])
    (file,) = written.workbooks
    assert file.name == "Fragebogen Bad Musterbach – IT office.xlsx"
    assert "☐ 4" in Paper(file.read_bytes()).cell("data.one", "levels").value
    assert "Blätter" in written.letter.read_text(encoding="utf-8-sig")


def test_for_libreoffice_they_are_opendocument(write, kit, tmp_path):
    written = write(kit=replace(kit, file_format="ods"))
    assert [file.name for file in written.workbooks] == [
        name.replace(".xlsx", ".ods") for name in PLAIN
    ]
    for file in written.workbooks:
        assert f"Anhang: {file.name}\r\n" in written.letter.read_bytes().decode("utf-8-sig")
        assert read_meta(read_workbook(file)).assessment_id == asked_town().assessment.id
    paper = write(kit=replace(kit, file_format="ods", for_print=True), roles=["IT"]).workbooks[0]
    assert paper.name == "Fragebogen Bad Musterbach – IT office.ods"
    assert OdsPaper(paper.read_bytes()).cell("data.one", "levels").count("☐") == 6


@pytest.mark.parametrize("name", ["a/b:c*?", "Ärzen" * 60, "CON", "Neu\tStadt", "  . "])
def test_any_town_and_role_make_a_possible_name(write, name):
    questionnaire = small_questionnaire()
    roles = tuple(replace(role, name=name * 2) for role in questionnaire.roles)
    town = asked_town(municipality=Municipality(name if name.strip(" .") else "x"))
    town = replace(town, questionnaire=replace(town.questionnaire, roles=roles))
    for file in (*(written := write(town)).workbooks, written.letter):
        assert file.exists()
        assert len(file.name) <= LONGEST_NAME
        assert not set('<>:"/\\|?*\t') & set(file.name)


def test_a_folder_that_cannot_be_written_is_refused(write, tmp_path):
    (tmp_path / "datei").write_text("x", encoding="utf-8")
    with pytest.raises(ExportBlockedError):
        write(folder="datei")
    with pytest.raises(ExportBlockedError):
        write(folder="datei/darin")
    assert names(tmp_path) == ["datei"]
