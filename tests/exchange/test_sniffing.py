"""What a file is, by how it begins."""

import pytest
from hostile_workbooks import CORPUS, USUAL, content, ole
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain import errors as e
from kiassess.exchange.refusals import BY_NAME, REFUSALS
from kiassess.exchange.sniffing import LONGEST_LOCK_FILE, FileKind, sniff


def sniffed(data, name="mappe.xlsx"):
    return sniff(data, len(data), name)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", FileKind.EMPTY),
        (b"PK\x03\x04rest", FileKind.ZIP),
        (b"PK\x05\x06", FileKind.ARCHIVE),
        (b"PK;Ort\r\n", FileKind.TEXT),
        (b"%PDF-1.7", FileKind.PDF),
        (b'{"kiassess_exchange": 1}', FileKind.EXCHANGE),
        (b'\xef\xbb\xbf\n{ "a": 1}', FileKind.EXCHANGE),
        (b"{}", FileKind.EXCHANGE),
        (b"{a; b}", FileKind.TEXT),
        (b"{\\rtf1", FileKind.DOCUMENT),
        (b"<?xml version='1.0'?>\n<html xmlns='x'>", FileKind.HTML),
        (b"<?xml version='1.0'?>\n<invoice>", FileKind.TEXT),
        (b"a < b and html", FileKind.TEXT),
        ("ä;ö\n".encode("cp1252"), FileKind.TEXT),
        (b"\x1f\x8b\x08\0", FileKind.ARCHIVE),
        (b"RIFF\0\0\0\0WEBP", FileKind.IMAGE),
        (b"\x7fELF\0\0", FileKind.UNKNOWN),
    ],
)
def test_the_beginning_tells(data, kind):
    assert sniffed(data) is kind


def test_the_suffix_does_not_matter():
    assert sniffed(b"%PDF-1.7", "a.xlsx") is sniffed(b"%PDF-1.7", "a.docx") is FileKind.PDF


def test_a_stream_of_an_old_file_counts_where_its_name_can_stand():
    assert sniffed(ole("Workbook")) is FileKind.XLS
    assert sniffed(ole("Workbook", "EncryptionInfo")) is FileKind.ENCRYPTED
    moved = ole("Other") + b"x" + "Workbook".encode("utf-16-le") + b"\0\0"
    assert sniffed(moved) is FileKind.UNKNOWN


def test_a_lock_file_is_small_and_no_workbook():
    assert sniffed(b"\x05Meier" + bytes(159), "~$a.xlsx") is FileKind.LOCK_FILE
    assert sniffed(USUAL, "~$a.xlsx") is FileKind.ZIP
    assert sniffed(b"a;b\n" * LONGEST_LOCK_FILE, "~$a.csv") is FileKind.TEXT
    assert sniffed(b"", "~$a.xlsx") is FileKind.LOCK_FILE


@pytest.mark.parametrize("name", CORPUS)
def test_what_is_packed_is_left_to_the_guard(name):
    sent = CORPUS[name]
    data = content(name)
    kind = sniff(data[:8_192] if data.startswith(b"PK") else data, len(data), sent.name)
    if kind is FileKind.ZIP:
        assert data.startswith(b"PK")
    else:
        assert REFUSALS[kind] is sent.refused


def test_every_kind_but_workbooks_has_its_sentence():
    assert set(FileKind) - set(REFUSALS) == {FileKind.ZIP, FileKind.XLSX, FileKind.ODS}
    assert BY_NAME["DamagedFileError"] is e.DamagedFileError


@given(st.binary(max_size=300), st.text(max_size=20))
def test_anything_is_something(data, name):
    assert sniff(data, len(data), name) in FileKind
