"""The command line as a process of its own, and a world that is not kind to it."""

import ctypes
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from calls import one_line

BLOCKS = ["VIS", "HF", "DI", "GB", "KQ", "EW", "RM"]
FULL = Path("/dev/full")
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
POSIX = pytest.mark.skipif(os.name != "posix", reason="how POSIX hands over files and names")
READING = [("list",), ("list", "--json"), ("profile", "abcd"), ("profile", "abcd", "--json")]
WRITING = [("new", "Ulm")]
commands = pytest.mark.parametrize("arguments", [*READING, *WRITING], ids=" ".join)


def refusal(done) -> str:
    """The one sentence of a refusal."""
    assert (done.returncode, done.stdout) == (1, b"")
    return one_line(done.stderr.decode())


def printed(done) -> str:
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def test_an_assessment_from_its_beginning_to_its_profile(process):
    found = printed(process("new", "Bad Müsterbach", "--population", "9000")).strip()
    (listed,) = json.loads(printed(process("list", "--json")))
    assert listed["id"] == found
    assert listed["municipality"]["name"] == "Bad Müsterbach"
    profile = json.loads(printed(process("profile", found, "--json")))
    assert profile["assessment"] == found
    assert [block["id"] for block in profile["blocks"]] == BLOCKS
    assert "Bad Müsterbach" in printed(process("profile", found[:8]))


@commands
def test_a_pdf_is_not_a_workspace(process, file, arguments):
    file.parent.mkdir()
    file.write_bytes(PDF)
    assert refusal(process(*arguments)).startswith("„kiassess.db“ ist kein Datenbestand")
    assert file.read_bytes() == PDF


@commands
def test_a_folder_is_not_a_workspace(process, file, arguments):
    file.mkdir(parents=True)
    assert refusal(process(*arguments)).startswith("„kiassess.db“ ist kein Datenbestand")
    assert list(file.iterdir()) == []


@commands
def test_another_sqlite_file_is_not_a_workspace(process, file, arguments):
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE firefox (history)")
    before = file.read_bytes()
    assert refusal(process(*arguments)).startswith("„kiassess.db“ ist kein Datenbestand")
    assert file.read_bytes() == before


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_a_file_in_the_way_of_the_folder_is_told(process, file, arguments):
    file.parent.write_bytes(PDF)
    assert "kann im Ordner" in refusal(process(*arguments))
    assert file.parent.read_bytes() == PDF


@pytest.mark.parametrize("arguments", READING[:2], ids=" ".join)
def test_nothing_is_listed_where_nothing_can_be(process, file, arguments):
    file.parent.write_bytes(PDF)
    printed(process(*arguments))


@pytest.fixture
def as_somebody(process, tmp_path):
    """Call as a user to whom permissions mean something; to root they do not."""

    def give_up_power():
        libc = ctypes.CDLL(None)
        for power in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            assert libc.prctl(24, power, 0, 0, 0) == 0  # PR_CAPBSET_DROP

    if not os.geteuid() and sys.platform != "linux":
        pytest.skip("cannot give up the power of root here")
    yield partial(process, preexec_fn=None if os.geteuid() else give_up_power)
    for folder in (tmp_path, *tmp_path.iterdir()):
        if folder.is_dir():
            folder.chmod(0o755)


@POSIX
def test_a_folder_that_may_not_be_written_to_is_told(as_somebody, file, process):
    file.parent.mkdir()
    file.parent.chmod(0o555)
    assert "Ordner" in refusal(as_somebody("new", "Ulm"))
    assert list(file.parent.iterdir()) == []


@POSIX
def test_a_workspace_in_such_a_folder_can_be_read(as_somebody, file, process):
    found = printed(process("new", "Ulm")).strip()
    for made in file.parent.iterdir():
        made.chmod(0o444)
    file.parent.chmod(0o555)
    assert found in printed(as_somebody("list"))
    assert "Ulm" in printed(as_somebody("profile", found))
    assert refusal(as_somebody("new", "Aue"))


@POSIX
def test_a_folder_that_may_not_be_looked_into_is_told(as_somebody, file):
    file.parent.mkdir()
    file.parent.chmod(0)
    for arguments in (*READING, *WRITING):
        assert "Ordner" in refusal(as_somebody(*arguments))


@POSIX
def test_a_name_in_another_encoding_is_refused(process, file):
    assert "Name der Kommune" in refusal(process("new", b"M\xfcnchen"))
    assert "Es gibt keine" in refusal(process("profile", b"\xff\xfe"))
    assert not file.exists()


@pytest.mark.parametrize("arguments", [("list",), ("list", "--json"), ("--help",)], ids=" ".join)
def test_a_reader_who_goes_away_is_no_mishap(process, file, arguments):
    printed(process("new", "Ulm"))
    ours, theirs = os.pipe()
    os.close(ours)
    try:
        done = process(*arguments, stdout=theirs)
    finally:
        os.close(theirs)
    assert done.stderr == b""


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is full")
def test_an_output_that_cannot_be_written_is_told(process):
    with FULL.open("wb") as full:
        done = process("list", stdout=full)
    assert done.returncode == 1
    assert "„Ausgabe“ konnte nicht" in one_line(done.stderr.decode())


def test_a_program_without_any_streams_just_works(file, environment):
    code = (
        "import sys; sys.stdin = sys.stdout = sys.stderr = None; sys.argv = ['kiassess', 'list'];"
        "from kiassess.__main__ import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **environment}, check=False
    )
    assert done.returncode == 0


def test_a_console_that_lacks_signs_shows_a_question_mark(process):
    printed(process("new", "Łódź"))
    text = process("list", env={"PYTHONIOENCODING": "cp1252"}).stdout.decode("cp1252")
    assert "?ód?" in text


def test_what_is_piped_is_utf_8_even_where_the_system_is_older(process, environment):
    printed(process("new", "Łódź"))
    code = """
import io, sys
from kiassess.__main__ import main
sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="cp1252")  # a pipe on Windows
sys.argv = ["kiassess", "list"]
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )
    assert "Łódź" in printed(done)


SPOILT = """
import io, signal, sys
from kiassess.__main__ import main
class Spoilt(io.StringIO):
    def write(self, text):
        {happening}
sys.stdout = Spoilt()
sys.argv = ["kiassess", "list"]
main()
"""


@pytest.fixture
def spoilt(environment):
    """Call ``list``; something happens as soon as it prints."""

    def call(happening, **more):
        return subprocess.run(
            [sys.executable, "-c", SPOILT.format(happening=happening)],
            env={**os.environ, **environment, **more},
            capture_output=True,
            check=False,
        )

    return call


def test_an_interruption_is_calm(spoilt):
    # What is started in the background of a shell would not mind it.
    minded = "signal.signal(signal.SIGINT, signal.default_int_handler)"
    assert refusal(spoilt(f"{minded}; signal.raise_signal(signal.SIGINT)")) == "Abgebrochen."


def test_a_defect_is_one_sentence_and_the_log_has_the_rest(spoilt, tmp_path):
    sentence = refusal(spoilt("1 / 0"))
    log = tmp_path / "home" / "kiassess" / "kiassess.log"
    assert "In kiassess ist ein Fehler aufgetreten." in sentence
    assert str(log) in sentence
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    refusal(spoilt("1 / 0"))
    assert log.read_text(encoding="utf-8").count("Traceback") == 2


def test_a_defect_is_told_even_without_a_log(spoilt, tmp_path):
    (tmp_path / "home").write_bytes(PDF)
    assert "In kiassess ist ein Fehler aufgetreten." in refusal(spoilt("1 / 0"))


def test_without_a_screen_there_is_a_sentence_instead_of_a_window(process):
    if sys.platform != "linux":
        pytest.skip("elsewhere there is always a screen")
    done = process(env={"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""})
    assert refusal(done).startswith("Es wurde kein Bildschirm")


@pytest.mark.parametrize("command", [[], ["selftest"]], ids=["window", "selftest"])
def test_a_computer_without_qt_gets_a_sentence_too(environment, command):
    code = f"""
import sys
from kiassess.__main__ import main
sys.modules["PySide6"] = None  # as if its libraries were missing
sys.argv = ["kiassess", *{command}]
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=False,
    )
    assert refusal(done).startswith("Das Fenster kann auf diesem PC nicht geöffnet werden (")


# --- what a command imports

QT = {"PySide6", "shiboken6"}
HEAVY = {"matplotlib", "numpy", "openpyxl", "xlsxwriter"}
IMPORTED = """
import sys
from kiassess.__main__ import main
sys.argv = ["kiassess", *sys.argv[1:]]
try:
    main()
except SystemExit as status:
    assert not status.code, status.code
with open({file!r}, "w") as file:
    file.write("\\n".join({{name.partition(".")[0] for name in sys.modules}}))
"""


@pytest.fixture
def imported(environment, tmp_path):
    """The packages a command has imported when it is done."""

    def call(*arguments):
        file = tmp_path / "imported.txt"
        code = IMPORTED.format(file=str(file))
        subprocess.run(
            [sys.executable, "-c", code, *arguments],
            env={**os.environ, **environment},
            stdout=subprocess.DEVNULL,
            check=True,
        )
        return set(file.read_text().split())

    return call


@pytest.mark.parametrize(
    "arguments",
    [("new", "Ulm", "--ags", "08421000"), ("list",), ("check", "questionnaires"), ("--help",)],
    ids=" ".join,
)
def test_light_commands_import_nothing_heavy(imported, arguments):
    assert not imported(*arguments) & (QT | HEAVY)


def test_a_profile_imports_nothing_heavy(imported, process):
    found = printed(process("new", "Ulm")).strip()
    assert not imported("profile", found) & (QT | HEAVY)
    assert not imported("profile", found, "--json") & (QT | HEAVY)


def test_measures_load_the_solver_only_for_a_way(imported, process):
    found = printed(process("new", "Ulm")).strip()
    assert not imported("measures", found, "--json") & (QT | HEAVY | {"highspy"})
    assert "highspy" in imported("measures", found, "--path", "gates")


def test_settings_for_other_programs_change_no_chart(process, tmp_path):
    for name in ("Ulm", "Bad Müsterbach"):
        printed(process("new", name))
    pictures = tmp_path / "ours.svg", tmp_path / "theirs.svg"
    printed(process("compare", str(pictures[0])))
    theirs = tmp_path / "home" / ".config" / "matplotlib"
    theirs.mkdir(parents=True)
    settings = "lines.linewidth: 9\naxes.facecolor: red\nsavefig.facecolor: red\nfont.size: 30\n"
    (theirs / "matplotlibrc").write_text(settings, encoding="utf-8")
    variables = {"XDG_CONFIG_HOME": "", "MPLCONFIGDIR": str(theirs)}
    printed(process("compare", str(pictures[1]), env=variables))
    assert pictures[0].read_bytes() == pictures[1].read_bytes()


def test_charts_are_drawn_without_a_word_where_nothing_can_be_kept(process, tmp_path):
    (tmp_path / "file").touch()
    nowhere = {"XDG_DATA_HOME": str(tmp_path / "file"), "TMPDIR": str(tmp_path)}
    for name in ("Ulm", "Bad Müsterbach"):
        printed(process("new", name, env=nowhere))
    assert printed(process("compare", str(tmp_path / "v.svg"), env=nowhere))
    assert not list(tmp_path.glob("matplotlib-*"))


def test_charts_list_no_fonts_of_the_system(process, tmp_path):
    for name in ("Ulm", "Bad Müsterbach"):
        printed(process("new", name))
    printed(process("compare", str(tmp_path / "v.svg"), env={"TMPDIR": str(tmp_path)}))
    assert not (tmp_path / "home" / ".cache").exists()  # it belongs to all programs
    (listed,) = (tmp_path / "home" / "kiassess" / "matplotlib").glob("fontlist-*.json")
    known = json.loads(listed.read_text(encoding="utf-8"))
    assert {Path(font["fname"]).is_absolute() for font in known["ttflist"]} == {False}
    assert not list(tmp_path.glob("matplotlib-*"))
