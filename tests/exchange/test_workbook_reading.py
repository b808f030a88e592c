"""What comes back from people is read, or refused with the sentence that fits it."""

import os
import subprocess
import sys
import time
from datetime import date, datetime
from pathlib import Path

import pytest
from hostile_workbooks import (
    CORPUS,
    ODS_CELL,
    USUAL,
    content,
    ods,
    ods_table,
    repeated_ods,
    written,
    xlsx,
)
from permissions import permissions

from kiassess import __main__ as entry
from kiassess.domain import errors as e
from kiassess.exchange import workbook_process
from kiassess.exchange.workbook_limits import Limits
from kiassess.exchange.workbook_process import CHILD_ARGUMENT
from kiassess.exchange.workbook_reading import Sheet, WorkbookReader, read_workbook

SECONDS = 10
NO = "<text:p>nein</text:p>"
MEGABYTES = 600


@pytest.fixture(scope="module")
def reader():
    with WorkbookReader() as reader:
        yield reader


@pytest.fixture
def read(reader, tmp_path):
    """Read a file of this content."""

    def read(data):
        path = tmp_path / "mappe.xlsx"
        path.write_bytes(data)
        return reader.read(path)

    return read


@pytest.fixture
def cells(read):
    """The rows of the first sheet of a file of this content."""
    return lambda data: read(data).sheets[0].rows


# --- the corpus ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CORPUS)
def test_every_file_is_read_or_refused_with_its_sentence(name, reader, tmp_path, texts_de):
    sent = CORPUS[name]
    folder = tmp_path / "Eingang"
    folder.mkdir()
    path = folder / sent.name
    path.write_bytes(content(name))
    started = time.perf_counter()
    if sent.refused is None:
        assert reader.read(path).name == sent.name
    else:
        with pytest.raises(e.KiassessError) as refusal:
            reader.read(path)
        assert refusal.type is sent.refused
        assert sent.name in texts_de.error(refusal.value)
    assert time.perf_counter() - started < SECONDS
    assert [file.name for file in folder.iterdir()] == [sent.name]
    assert path.read_bytes() == content(name)


def test_the_corpus_is_large():
    assert len(CORPUS) >= 80


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell")
def test_reading_takes_little_memory(tmp_path):
    # Asked of another process, whose only children are those that read.
    code = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from kiassess.domain.errors import KiassessError\n"
        "from kiassess.exchange.workbook_reading import WorkbookReader\n"
        "with WorkbookReader() as reader:\n"
        "    for path in sorted(Path(sys.argv[1]).iterdir()):\n"
        "        try:\n"
        "            reader.read(path)\n"
        "        except KiassessError:\n"
        "            pass\n"
        "for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):\n"
        "    print(resource.getrusage(who).ru_maxrss)\n"
    )
    for name in CORPUS:
        (tmp_path / name).write_bytes(content(name))
    # A process begins with the peak of the one that has started it, so a small one stands between.
    between = "import subprocess, sys; sys.exit(subprocess.call([sys.executable, *sys.argv[1:]]))"
    done = subprocess.run(
        [sys.executable, "-c", between, "-c", code, str(tmp_path)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    unit = 1 if sys.platform == "darwin" else 1024
    assert sum(int(line) * unit for line in done.stdout.split()) < MEGABYTES * 1_000_000


# --- values --------------------------------------------------------------------------------------


def test_values_keep_their_kind_and_place(cells):
    def fill(book):
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        moment = book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
        sheet = book.add_worksheet()
        sheet.write_row(1, 1, [3, 2.5, True, "x"])
        sheet.write_datetime(3, 0, date(2026, 4, 3), day)
        sheet.write_datetime(3, 1, datetime(2026, 4, 3, 14, 30), moment)  # noqa: DTZ001
        sheet.write_formula(4, 0, "=1+2", None, 3)
        sheet.write_formula(4, 1, "=NA()", None, "#N/A")

    assert cells(written(fill)) == (
        (),
        (None, 3, 2.5, True, "x"),
        (),
        (date(2026, 4, 3), datetime(2026, 4, 3, 14, 30)),  # noqa: DTZ001
        (3, "#N/A"),
    )


def test_days_may_count_from_1904(cells):
    styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    rows = '<row><c s="1"><v>44653</v></c></row>'
    assert cells(xlsx(rows, styles=styles)) == ((date(2022, 4, 2),),)
    later = xlsx(rows, styles=styles, properties='<workbookPr date1904="1"/>')
    assert cells(later) == ((date(2026, 4, 3),),)


def test_a_format_of_another_list_makes_no_date(cells):
    styles = (
        '<numFmts><numFmt numFmtId="170" formatCode="0.0"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="170"/></cellXfs>'
        '<dxfs><dxf><numFmt numFmtId="170" formatCode="dd.mm.yyyy"/></dxf></dxfs>'
    )
    assert cells(xlsx('<row><c s="0"><v>3</v></c></row>', styles=styles)) == ((3,),)


def test_shared_texts_are_put_together_without_readings(cells):
    shared = (
        "<si><t>nie gebraucht</t></si>"
        '<si><r><t>Stufe</t></r><r><t xml:space="preserve"> 3</t></r>'
        "<rPh><t>lies mich nicht</t></rPh></si><si/>"
    )
    row = '<row><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>1</v></c></row>'
    assert cells(xlsx(row, shared=shared)) == (("Stufe 3", None, "Stufe 3"),)


def test_cells_without_a_place_follow_each_other(cells):
    rows = (
        '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>'
    )
    assert cells(xlsx(rows)) == ((1, None, None, 2, 3), (4,))


def test_escapes_of_a_workbook_are_undone_once(cells):
    rows = '<row><c t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c></row>'
    assert cells(xlsx(rows)) == (("a\rb_x0041_",),)
    table = "<table:table-row><table:table-cell><text:p>_x0041_</text:p></table:table-cell>"
    assert cells(ods(ods_table(f"{table}</table:table-row>"))) == (("_x0041_",),)


def test_hidden_sheets_say_so(read):
    def fill(book):
        book.add_worksheet("Fragen")
        book.add_worksheet("Weg").hide()
        book.add_worksheet("Ganz weg").very_hidden()

    found = [(sheet.name, sheet.hidden) for sheet in read(written(fill)).sheets]
    assert found == [("Fragen", False), ("Weg", True), ("Ganz weg", True)]
    properties = '<style:table-properties table:display="false"/>'
    style = f'<style:style style:name="ta1">{properties}</style:style>'
    tables = ods_table("", "Fragen") + ods_table("", "Weg", 'table:style-name="ta1"')
    found = [(sheet.name, sheet.hidden) for sheet in read(ods(tables, styles=style)).sheets]
    assert found == [("Fragen", False), ("Weg", True)]


def test_an_ods_gives_the_same_kinds_of_values(cells):
    def cell(kind, text, **more):
        named = "".join(f' office:{key.replace("_", "-")}="{value}"' for key, value in more.items())
        return f'<table:table-cell office:value-type="{kind}"{named}>{text}</table:table-cell>'

    row = "".join([
        cell("float", "<text:p>2,50</text:p>", value="2.5"),
        cell("percentage", "<text:p>300 %</text:p>", value="3"),
        cell("boolean", "<text:p>WAHR</text:p>", boolean_value="true"),
        cell("float", "<text:p>TRUE</text:p>", value="1"),
        cell("date", "<text:p>3.4.</text:p>", date_value="2026-04-03"),
        cell("date", "<text:p>3.4.</text:p>", date_value="2026-04-03T14:30:00"),
        cell("string", "<text:p>a<text:s/>b</text:p><text:p>c</text:p>"),
        cell("string", f"<office:annotation>{NO}</office:annotation><text:p>ja</text:p>"),
        cell("string", "<text:p>#N/A</text:p>", string_value=""),
        cell("time", "<text:p>12:30</text:p>", time_value="PT12H30M00S"),
    ])  # fmt: skip
    assert cells(ods(ods_table(f"<table:table-row>{row}</table:table-row>"))) == ((
        2.5, 3, True, True, date(2026, 4, 3), datetime(2026, 4, 3, 14, 30),  # noqa: DTZ001
        "a b\nc", "ja", "#N/A", "12:30",
    ),)  # fmt: skip


def test_repeated_cells_of_an_ods_stand_in_their_places(cells):
    row = (
        f'<table:table-row table:number-rows-repeated="2"/>'
        f'<table:table-row><table:table-cell table:number-columns-repeated="2"/>{ODS_CELL}'
        "</table:table-row>"
    )
    assert cells(ods(ods_table(row))) == ((), (), (None, None, 3))


def test_rows_columns_sheets_and_texts_end_somewhere(read):
    limits = Limits()
    book = read(repeated_ods(10**6, 10**6))
    assert len(book.sheets[0].rows) == limits.rows
    assert {len(row) for row in book.sheets[0].rows} == {limits.columns}
    assert len(read(content("a thousand sheets")).sheets) == limits.sheets
    long = read(xlsx(f'<row><c t="str"><v>{"x" * 50_000}</v></c></row>'))
    assert long.sheets[0].rows == (("x" * limits.cell_characters,),)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("strict", 3), ("prefixes", 3), ("capitals", 3), ("backslashes", 3),
        ("in another folder", 3), ("stored", 3), ("template", 3), ("utf-16", "drei"),
        ("latin-1", "ä"), ("style of nowhere", 3), ("type of nowhere", "3"),
        ("number that is none", "drei"), ("last cell of all", 3), ("a million rows", 3),
        ("external link", 3), ("ods called xlsx", 3), ("formulas and links", 3),
        ("monsters of merged cells", 3),
    ],
)  # fmt: skip
def test_what_is_merely_odd_is_read(name, value, cells):
    assert cells(content(name))[0][0] == value


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_what_libreoffice_saves_is_read(suffix, tmp_path, companion, reader):
    soffice = companion("soffice")
    source = tmp_path / "usual.xlsx"
    source.write_bytes(USUAL)
    target = tmp_path / "saved"
    subprocess.run(
        [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", suffix, "--outdir", str(target), str(source)],
        check=True, capture_output=True,
    )  # fmt: skip
    assert reader.read(target / f"usual.{suffix}").sheets == reader.read(source).sheets


# --- files ---------------------------------------------------------------------------------------


def test_a_folder_is_not_a_file(tmp_path):
    with pytest.raises(e.FolderGivenError):
        read_workbook(tmp_path)


def test_a_file_that_is_gone_cannot_be_read(tmp_path):
    with pytest.raises(e.UnreadableFileError) as refusal:
        read_workbook(tmp_path / "weg.xlsx")
    assert refusal.value.values == {"file": "weg.xlsx"}


def test_a_file_that_may_not_be_read_says_so(tmp_path):
    path = tmp_path / "geheim.xlsx"
    path.write_bytes(USUAL)
    with permissions(path, 0o000), pytest.raises(e.UnreadableFileError):
        read_workbook(path)


def test_a_name_that_cannot_be_one_is_refused():
    with pytest.raises(e.UnreadableFileError):
        read_workbook(Path("a\0b.xlsx"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.xlsx")
    with pytest.raises(e.UnreadableFileError):
        read_workbook(tmp_path / "pipe.xlsx")


# --- the process ---------------------------------------------------------------------------------


def test_the_program_knows_its_hidden_argument():
    assert entry.READ_WORKBOOKS == [CHILD_ARGUMENT]


def test_one_process_reads_many_files(read, reader):
    read(USUAL)
    process = reader._process
    with pytest.raises(e.SuspiciousFileError):
        read(content("billion laughs"))
    assert read(USUAL).sheets[1] == Sheet("Kennung", True, ())
    assert reader._process is process


def test_what_takes_too_long_is_stopped_and_the_next_file_read(tmp_path):
    slow, usual = tmp_path / "slow.xlsx", tmp_path / "usual.xlsx"
    slow.write_bytes(xlsx("<row>" + "<c/>" * 4_000_000 + "</row>"))
    usual.write_bytes(USUAL)
    with WorkbookReader(Limits(seconds=0.3)) as reader:
        with pytest.raises(e.SlowFileError):
            reader.read(slow)
        assert reader.read(usual).sheets


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
def test_what_needs_too_much_memory_is_stopped_and_the_next_file_read(tmp_path):
    large, usual = tmp_path / "large.xlsx", tmp_path / "usual.xlsx"
    large.write_bytes(content("a large list"))
    usual.write_bytes(USUAL)
    with WorkbookReader(Limits(memory_bytes=60_000_000)) as reader:
        with pytest.raises(e.TooLargeFileError):
            reader.read(large)
        assert reader.read(usual).sheets


def test_a_process_that_was_ended_is_started_anew(tmp_path):
    path = tmp_path / "usual.xlsx"
    path.write_bytes(USUAL)
    with WorkbookReader() as reader:
        reader.read(path)
        reader._process._process.kill()
        reader._process._process.wait()
        assert reader.read(path).sheets


def test_nothing_is_left_of_the_process(tmp_path):
    path = tmp_path / "usual.xlsx"
    path.write_bytes(USUAL)
    with WorkbookReader() as reader:
        reader.read(path)
        process = reader._process._process
        assert process.poll() is None
    assert process.poll() is not None


def test_a_process_without_an_owner_ends(tmp_path):
    process = workbook_process.WorkbookProcess()
    process._process.stdin.close()
    assert process._process.wait(timeout=20) == 0
    process.end()


def test_what_is_no_zip_needs_no_process(read, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7")
    with WorkbookReader() as reader:
        with pytest.raises(e.PdfFileError):
            reader.read(path)
        assert reader._process is None


def answering(lines, monkeypatch, tmp_path):
    """A program that answers any question with these lines."""
    program = tmp_path / "answers.py"
    program.write_text(
        "import sys\nsys.stdout.write('ready\\n' + " + repr(lines) + ")\nsys.stdout.flush()\n"
        "sys.stdin.read()\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(workbook_process, "_command", lambda: [sys.executable, str(program)])


@pytest.mark.parametrize(
    "lines",
    [
        "nonsense\n", "[1]\n", '{"sheet": 1, "hidden": false}\n', '{"refused": "KeyError"}\n',
        '{"sheet": "a", "hidden": false}\n[[1]]\n', '{"sheet": "a", "hidden": false}\n[NaN]\n',
        '{"sheet": "a", "hidden": false}\n[{"day": "never"}]\n', "[" * 100_000 + "\n",
        '{"sheet": "a", "hidden": false}\n[' + "1," * 64 + "1]\n",
        '{"sheet": "a", "hidden": false}\n' * 41,
    ],
)  # fmt: skip
def test_the_process_is_not_trusted(lines, monkeypatch, tmp_path):
    path = tmp_path / "usual.xlsx"
    path.write_bytes(USUAL)
    answering(lines, monkeypatch, tmp_path)
    with WorkbookReader(Limits(seconds=3)) as reader, pytest.raises(e.DamagedFileError):
        reader.read(path)


def test_a_program_that_does_not_start_is_told(monkeypatch, tmp_path):
    path = tmp_path / "usual.xlsx"
    path.write_bytes(USUAL)
    monkeypatch.setattr(workbook_process, "_command", lambda: [str(tmp_path / "missing")])
    with pytest.raises(e.UnreadableFileError):
        read_workbook(path)


def test_four_hundred_files_take_seconds(tmp_path):
    path = tmp_path / "usual.xlsx"
    path.write_bytes(USUAL)
    started = time.perf_counter()
    with WorkbookReader() as reader:
        for _ in range(400):
            reader.read(path)
    assert time.perf_counter() - started < 30


def test_no_file_is_opened_and_no_socket(tmp_path, companion):
    strace = companion("strace")
    log, path = tmp_path / "calls.txt", tmp_path / "usual.xlsx"
    path.write_bytes(content("formulas and links"))
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from kiassess.exchange.workbook_reading import read_workbook\n"
        "read_workbook(Path(sys.argv[1]))\n"
    )
    subprocess.run(
        [strace, "-f", "-y", "-e", "trace=network,openat,creat,unlink,rename,mkdir", "-o", str(log),
         sys.executable, "-B", "-c", code, str(path)],
        check=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    calls = log.read_text(encoding="utf-8", errors="replace").splitlines()
    assert any("usual.xlsx" in call for call in calls)
    written = [
        call for call in calls
        if ("O_WRONLY" in call or "O_RDWR" in call or "O_CREAT" in call) and "/dev/null" not in call
    ]  # fmt: skip
    assert written == []
    assert [call for call in calls if "AF_INET" in call] == []
