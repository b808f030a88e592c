"""What has to hold before a packed file is read, and that nothing else than values gets through."""

import json
import re
import struct
from dataclasses import asdict
from io import BytesIO
from zipfile import ZipFile

import pytest
from hostile_workbooks import (
    LAUGHS,
    ODS_ROW,
    USUAL,
    content,
    ods,
    ods_table,
    with_part,
    xlsx,
    xlsx_parts,
    zipped,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from kiassess.domain import errors as e
from kiassess.exchange.fresh_workbook import (
    RawSheet,
    RawWorkbook,
    ValueType,
    fresh_workbook,
    literal,
    raw_cell,
)
from kiassess.exchange.package_kind import kind_of
from kiassess.exchange.refusals import BY_NAME, RefusedError
from kiassess.exchange.sniffing import FileKind
from kiassess.exchange.workbook_child import _lines, answer_one, raw_workbook
from kiassess.exchange.workbook_guard import Package
from kiassess.exchange.workbook_limits import Limits
from kiassess.exchange.xml_events import parse_xml

LIMITS = Limits()


def refusal(data, limits=LIMITS):
    with pytest.raises(RefusedError) as refused:
        raw_workbook(data, limits)
    return refused.value.error


def nothing(*_event):
    pass


# --- zip -----------------------------------------------------------------------------------------


def test_names_are_known_however_they_are_written():
    package = Package(zipped({"XL\\Workbook.xml": b"<a/>"}), LIMITS)
    assert package.names == {"xl/workbook.xml"}
    assert package.has("xl/WORKBOOK.xml")
    assert b"".join(package.pieces("Xl/Workbook.xml")) == b"<a/>"


def test_sizes_are_counted_over_all_parts():
    limits = Limits(part_bytes=1_000, all_bytes=2_500)
    parts = {f"{n}.bin": bytes(1_000) for n in range(3)}
    assert refusal(zipped(parts), limits) is e.TooLargeFileError
    assert refusal(zipped({"a.bin": bytes(1_001)}), limits) is e.TooLargeFileError
    assert Package(zipped({"a.bin": bytes(1_000), "b.bin": bytes(1_000)}), limits).names


def test_what_a_header_says_of_a_size_is_not_believed():
    data = zipped({"a.bin": bytes(50_000)})
    lying = data.replace(struct.pack("<L", 50_000), struct.pack("<L", 10))
    assert lying != data
    assert refusal(lying) is e.DamagedFileError


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32", "utf-32-le"])
@pytest.mark.parametrize("part", ["xl/workbook.xml", "customXml/item1.xml", "xl/a.rels"])
def test_types_of_its_own_are_refused_in_any_part_and_encoding(encoding, part):
    assert refusal(with_part(part, LAUGHS.encode(encoding))) is e.SuspiciousFileError


@pytest.mark.parametrize("before", [0, 1, (1 << 18) - 5, (1 << 18) - 1])
def test_types_are_found_between_two_pieces(before):
    part = b"<a>" + b" " * before + b"<!DOCTYPE x>"
    assert refusal(with_part("docProps/app.xml", part)) is e.SuspiciousFileError


def test_a_doctype_in_a_picture_or_an_answer_is_no_type():
    picture = b"<?xml version='1.0'?><!DOCTYPE svg><svg/>"
    assert raw_workbook(with_part("xl/media/image1.svg", picture), LIMITS).sheets
    row = '<row><c t="str"><v>&lt;!DOCTYPE html&gt;</v></c></row>'
    assert raw_workbook(xlsx(row), LIMITS).sheets[0].cells[0][0].text == "<!DOCTYPE html>"


def test_the_events_refuse_types_by_themselves():
    with pytest.raises(RefusedError) as refused:
        parse_xml(iter([b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"]), nothing)
    assert refused.value.error is e.SuspiciousFileError


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("usual", FileKind.XLSX), ("template", FileKind.XLSX), ("strict", FileKind.XLSX),
        ("ods", FileKind.ODS), ("xlsm", FileKind.MACRO), ("xlsb", FileKind.XLSB),
        ("macros hidden in xlsx", FileKind.MACRO), ("docx", FileKind.DOCUMENT),
        ("pptx", FileKind.DOCUMENT), ("odt", FileKind.DOCUMENT), ("sxc", FileKind.OTHER_SHEET),
        ("numbers", FileKind.OTHER_SHEET), ("zip of workbooks", FileKind.ARCHIVE),
    ],
)  # fmt: skip
def test_a_packed_file_says_inside_what_it_is(name, kind):
    assert kind_of(Package(content(name), LIMITS)) is kind


def test_a_document_with_a_workbook_in_it_is_a_document():
    data = content("docx")
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert kind_of(Package(zipped(parts | {"word/embeddings/a.xlsx": USUAL}), LIMITS)) is (
        FileKind.DOCUMENT
    )


def test_an_ods_without_its_first_part_is_known_by_its_manifest():
    with ZipFile(BytesIO(ods(ods_table(ODS_ROW)))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != "mimetype"}
    assert kind_of(Package(zipped(parts), LIMITS)) is FileKind.ODS


# --- what gets through ---------------------------------------------------------------------------


def test_only_values_get_through():
    raw = raw_workbook(content("formulas and links"), LIMITS)
    fresh = fresh_workbook(raw)
    with ZipFile(BytesIO(fresh)) as archive:
        assert sorted(archive.namelist()) == [
            "[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
            "xl/workbook.xml", "xl/worksheets/sheet0.xml",
        ]  # fmt: skip
        everything = b"".join(archive.read(name) for name in archive.namelist())
    for word in (b"a.xlsx", b"<f>", b"HYPERLINK", b"hyperlink", b"External", b"externalLink"):
        assert word not in everything


def test_formulas_without_a_result_are_empty():
    assert raw_workbook(xlsx("<row><c><f>1+1</f></c></row>"), LIMITS).sheets[0].cells == {}


def test_too_many_characters_in_shared_texts_are_refused():
    rows = "".join('<row><c t="s"><v>0</v></c></row>' for _ in range(11))
    data = xlsx(rows, shared=f"<si><t>{'x' * 100}</t></si>")
    assert refusal(data, Limits(characters=1_000)) is e.TooLargeFileError
    assert raw_workbook(data, Limits(characters=2_000)).sheets


def test_too_many_cells_are_refused():
    rows = "".join("<row><c><v>1</v></c></row>" for _ in range(11))
    assert refusal(xlsx(rows), Limits(cells=10)) is e.TooLargeFileError
    table = ods_table(ODS_ROW.replace("-row>", '-row table:number-rows-repeated="11">', 1))
    assert refusal(ods(table), Limits(cells=10)) is e.TooLargeFileError


def test_deleted_cells_of_an_ods_are_no_sheet():
    deleted = f"<table:tracked-changes>{ods_table(ODS_ROW, 'Alt')}</table:tracked-changes>"
    sheets = raw_workbook(ods(deleted + ods_table(ODS_ROW)), LIMITS).sheets
    assert [sheet.name for sheet in sheets] == ["Fragen"]


def answered(data, marks=(), limits=LIMITS):
    """The lines the process answers."""
    limits = asdict(limits) | {"memory_bytes": 10**12}
    question = json.dumps({"size": len(data), "limits": limits, "marks": marks})
    lines = BytesIO()
    assert answer_one(BytesIO(question.encode() + b"\n" + data), lines)
    return [json.loads(line) for line in lines.getvalue().splitlines()]


def test_a_question_is_answered_row_by_row():
    assert answered(xlsx("<row><c><v>3</v></c></row><row/>")) == [
        {"sheet": "Fragen", "hidden": False}, [3], {"done": True},
    ]  # fmt: skip
    assert answered(b"PK") == [{"refused": "DamagedFileError"}]


# --- foreign ones --------------------------------------------------------------------------------

MARKS = (("our-mark",), (">id<", ">answer<"))
FEW = Limits(foreign_bytes=1_000)
FILLING = {"xl/media/a.bin": bytes(2_000)}


def foreign(parts, limits=FEW):
    """Whether a workbook of these parts is refused as one of somebody else."""
    (line, *_) = answered(zipped(parts), MARKS, limits)
    assert line in ({"refused": "ForeignWorkbookError"}, {"sheet": "Fragen", "hidden": False})
    return "refused" in line


def texts(*words, head='<?xml version="1.0" encoding="UTF-8"?>'):
    cells = "".join(f'<c t="str"><v>{word}</v></c>' for word in words)
    return xlsx_parts(f"<row>{cells}</row>", head=head) | FILLING


@pytest.mark.parametrize("words", [["Our-Mark"], ["ID", "x", "Answer"], ["a\tour-mark b"]])
def test_a_large_workbook_with_our_mark_is_read(words):
    assert not foreign(texts(*words))


@pytest.mark.parametrize("words", [[], ["id"], ["answer"], ["idea", "answers"], ["our", "mark"]])
def test_a_large_workbook_without_our_mark_is_foreign(words):
    assert foreign(texts(*words))
    assert not foreign(texts(*words), Limits())
    assert raw_workbook(zipped(texts(*words)), FEW).sheets  # whoever names no mark wants them all


def test_a_mark_is_found_in_any_encoding_and_across_pieces():
    sheet = texts("our-mark")["xl/worksheets/sheet1.xml"]
    for encoding in ("utf-16", "latin-1"):
        text = sheet.replace("UTF-8", encoding).encode(encoding)
        assert not foreign(texts() | {"xl/worksheets/sheet1.xml": text})
    for shift in range(1, 9):  # pieces of 2^18 bytes
        gap = " " * (2**18 - sheet.index("our-mark") - shift)
        assert not foreign(
            texts() | {"xl/worksheets/sheet1.xml": sheet.replace("<v>", gap + "<v>")}
        )


def test_a_mark_counts_in_xml_only():
    assert foreign(texts() | {"xl/media/b.bin": b"our-mark"})


def test_what_is_dangerous_or_no_workbook_is_called_so_first():
    for parts, error in (
        (texts() | {"xl/a.xml": "<!DOCTYPE a>"}, e.SuspiciousFileError),
        ({"word/document.xml": " " * 2_000}, e.ArchiveFileError),
    ):
        with pytest.raises(RefusedError) as caught:
            raw_workbook(zipped(parts), FEW, MARKS)
        assert caught.value.error is error


def test_many_cells_in_few_bytes_are_foreign_too():
    rows = "<row>" + "<c><v>1</v></c>" * 11 + "</row>"
    limits = Limits(foreign_cells=10)
    assert foreign(xlsx_parts(rows), limits)
    assert not foreign(xlsx_parts(rows), Limits(foreign_cells=11))
    assert not foreign(xlsx_parts(rows + '<row><c t="str"><v>our-mark</v></c></row>'), limits)
    table = ods_table(ODS_ROW.replace("-row>", '-row table:number-rows-repeated="11">', 1))
    assert answered(ods(table), MARKS, limits)[-1] == {"refused": "ForeignWorkbookError"}


def test_an_ods_is_foreign_too():
    row = ODS_ROW.replace("<text:p>3<", f"<text:p>{'x' * 2_000}<")
    data = ods(ods_table(row))
    assert answered(data, MARKS, FEW)[-1] == {"refused": "ForeignWorkbookError"}
    assert answered(data, [*MARKS, ("xxx",)], FEW)[-1] == {"done": True}


def test_no_question_is_no_answer():
    assert not answer_one(BytesIO(), BytesIO())


SIGNS = st.characters(codec="utf-8", exclude_characters="\ufffe\uffff", min_codepoint=32)
XML_TEXT = st.lists(
    SIGNS | st.sampled_from(["\t", "\n", "\r", "_x0041_", "_x005F_", "_"]), min_size=1
)


@given(XML_TEXT)
def test_every_text_arrives_as_it_was(signs):
    text = "".join(signs)
    sheet = RawSheet("a", cells={0: {0: raw_cell(ValueType.TEXT, literal(text))}})
    assert list(_lines(RawWorkbook([sheet])))[1] == [text]


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**15), 10**15))
def test_every_number_arrives_as_it_was(number):
    sheet = RawSheet("a", cells={0: {0: raw_cell(ValueType.NUMBER, repr(number))}})
    assert list(_lines(RawWorkbook([sheet])))[1] == [number]


GOOD = [USUAL, zipped(xlsx_parts()), ods(ods_table(ODS_ROW))]


@settings(max_examples=300)
@given(st.sampled_from(GOOD), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255))))
def test_broken_bytes_are_read_or_refused(data, changes):
    broken = bytearray(data)
    for place, byte in changes:
        broken[int(place * (len(broken) - 1))] = byte
    assert answered(bytes(broken))[-1] in ({"done": True}, *({"refused": name} for name in BY_NAME))


VALUES = ["-1", "", "9" * 20, "0", "1e999", "9999-99-99", "XFE1", "A0", "&#0;", "<", "\0", "ä"]


@settings(max_examples=300)
@given(st.integers(0, 10**6), st.sampled_from(VALUES), st.booleans())
def test_broken_values_are_read_or_refused(place, value, is_ods):
    with ZipFile(BytesIO(GOOD[2] if is_ods else GOOD[1])) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    spots = [
        (name, found) for name, text in parts.items()
        for found in re.finditer(r'"([^"]*)"|>([^<>]+)<', text)
    ]  # fmt: skip
    name, found = spots[place % len(spots)]
    text = parts[name]
    parts[name] = text[: found.start() + 1] + value + text[found.end() - 1 :]
    assert "refused" in (last := answered(zipped(parts))[-1]) or last == {"done": True}
