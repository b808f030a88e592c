"""``import``, and ``export`` of exchange files."""

import json
import sys
import time
from dataclasses import replace

import pytest
from builders import NOON, make_answer
from calls import misused, one_line, printed, refused

from kiassess.content.library import Library
from kiassess.paths import bundled
from kiassess.workflow import assessing
from kiassess.workflow.workspace import open_for_writing

SECRET = "Geheim: Frau Müller"
MOST_MEMORY = 600 * 1024 * 1024
MOST_SECONDS = 10


@pytest.fixture
def give(file):
    """Give an answer, as in the window."""

    def given(town, item_id, level, *, workspace=file):
        with open_for_writing(workspace, Library(bundled().questionnaires)) as opened:
            before = assessing.load(opened, town, "de")
            made = replace(make_answer(item_id, level), note=SECRET)
            assessing.answer(opened, before, made, now=NOON)

    return given


@pytest.fixture
def town(run, give):
    """The id of an assessment with one answer."""
    found = printed(run("new", "Ärzen", "--ags", "03252001", "--date", "2026-10-01")).strip()
    give(found, "data.inventory", 1)
    return found


@pytest.fixture
def sent(run, town, tmp_path):
    """Its exchange file."""
    target = tmp_path / "Ärzen.kiassess"
    assert printed(run("export", town, target)) == f"{target}\n"
    return target


@pytest.fixture
def elsewhere(tmp_path):
    """Where another town hall keeps its data."""
    return tmp_path / "Kreis" / "kreis.db"


def test_a_file_of_another_town_hall_is_taken_over(run, town, sent, elsewhere, tmp_path):
    there = ("--workspace", elsewhere)
    line = f"{sent}: Ärzen, 01.10.2026:"
    assert printed(run(*there, "import", sent)) == (f"{line} neu übernommen, mit einer Antwort.\n")
    assert printed(run(*there, "import", sent)) == (
        f"{line} ist schon vollständig vorhanden, nichts zu übernehmen.\n"
    )
    again = tmp_path / "again.kiassess"
    printed(run(*there, "export", town[:8], again))
    assert again.read_bytes() == sent.read_bytes()


def test_every_file_of_a_folder_is_taken_over(run, sent, elsewhere, tmp_path):
    (tmp_path / "Brief.txt").write_text("Sehr geehrte Damen und Herren", encoding="utf-8")
    text = printed(run("--workspace", elsewhere, "--language", "en", "import", tmp_path))
    assert text == f"{sent}: Ärzen, 1 October 2026: taken over as new, with one answer.\n"


@pytest.fixture
def branches(run, town, sent, give, elsewhere, tmp_path):
    """A file from elsewhere: one answer is new there, one here, one was changed on both sides."""
    printed(run("--workspace", elsewhere, "import", sent))
    give(town, "data.access", 2)
    give(town, "data.inventory", 2)
    give(town, "strat.vision", 3, workspace=elsewhere)
    give(town, "data.inventory", 3, workspace=elsewhere)
    back = tmp_path / "back.kiassess"
    printed(run("--workspace", elsewhere, "export", town, back))
    return back


def test_what_was_changed_on_both_sides_is_named(run, branches):
    lines = printed(run("import", branches)).splitlines()
    assert lines == [
        f"{branches}: Ärzen, 01.10.2026: eine Antwort übernommen, eine hier behalten,"
        " eine auf beiden Seiten geändert und hier unverändert.",
        "  data.inventory: hier Stufe 2, dort Stufe 3",
        "Noch einmal einlesen mit „--on-conflict keep“ behält die Antworten hier, mit"
        " „--on-conflict take“ gelten die Antworten von dort. Mit „--on-conflict both“ bleiben die"
        " Antworten hier, und die von dort stehen als Stimmen daneben.",
    ]
    (line,) = printed(run("import", branches, "--on-conflict", "take")).splitlines()
    assert line.endswith("eine Antwort übernommen, eine hier behalten.")
    (line,) = printed(run("import", branches, "--on-conflict", "take")).splitlines()
    assert line.endswith("0 Antworten übernommen, eine hier behalten.")


def test_a_script_reads_what_was_done(run, town, branches, tmp_path):
    missing = tmp_path / "fehlt.kiassess"
    result = run("import", branches, missing, "--json")
    assert result.exit_code == 1
    sentence = one_line(result.stderr)
    assert sentence.startswith("„fehlt.kiassess“ kann nicht gelesen werden.")
    assert json.loads(result.stdout) == [
        {
            "file": str(branches),
            "status": "merged",
            "assessment": town,
            "municipality": "Ärzen",
            "round_date": "2026-10-01",
            "counts": {"same": 0, "newer_here": 1, "newer_there": 1, "both_changed": 1},
            "taken": 1,
            "kept": 1,
            "beside": 0,
            "conflicts": [{"item": "data.inventory", "here": "Stufe 2", "there": "Stufe 3"}],
            "states": 0,
        },
        {"file": str(missing), "status": "refused", "error": sentence},
    ]


def test_an_empty_name_does_not_stand_for_the_folder_one_is_in(run, sent, elsewhere, monkeypatch):
    monkeypatch.chdir(sent.parent)
    result = run("--workspace", elsewhere, "import", "", sent)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "FILE..." in result.stderr
    assert not elsewhere.exists()


def test_what_can_be_done_about_both_sides_is_explained(run, sent):
    sentence = misused(run("import", sent, "--on-conflict", "all"))
    known = "Möglich sind: ask, keep, take, both."
    assert sentence == f"--on-conflict: „all“ ist nicht möglich. {known}"
    assert misused(run("import")) == "Die Angabe FILE... fehlt."


def test_what_is_refused_is_one_sentence_and_the_others_are_taken(run, sent, elsewhere, tmp_path):
    bad = tmp_path / "bad.kiassess"
    bad.write_bytes(sent.read_bytes()[:999])
    result = run("--workspace", elsewhere, "import", bad, sent)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{sent}: ")
    assert one_line(result.stderr) == (
        "„bad.kiassess“ ist beschädigt oder wurde von einem anderen Programm verändert"
        " (Stelle: JSON). Es wurde nichts daraus übernommen, Ihre Antworten sind unverändert."
        " Bitte lassen Sie sich die Datei noch einmal geben."
    )


def test_for_files_that_cannot_be_used_no_workspace_is_made(run, elsewhere, tmp_path):
    assert "keine Arbeitsmappe" in refused(run("--workspace", elsewhere, "import", __file__))
    assert "liegt nichts zum Einlesen" in refused(run("--workspace", elsewhere, "import", tmp_path))
    assert not elsewhere.parent.exists()


def test_while_another_window_writes_nothing_is_taken(run, writer, sent_by_nobody):
    assert "in einem anderen Fenster" in refused(run("import", sent_by_nobody))


@pytest.fixture
def sent_by_nobody(tmp_path):
    """A file; it does not matter what is in it."""
    target = tmp_path / "x.kiassess"
    target.write_text("{}", encoding="utf-8")
    return target


# --- without names


def test_an_anonymous_file_says_what_it_still_says(run, town, elsewhere, tmp_path):
    target = tmp_path / "anonym.kiassess"
    lines = printed(run("export", town, target, "--anonymous")).splitlines()
    assert lines[:2] == [str(target), "In der anonymen Datei steht noch:"]
    assert "Land: Niedersachsen" in lines
    assert lines[-1].startswith("Weggelassen sind Namen")
    text = target.read_text(encoding="utf-8")
    assert not {word for word in (SECRET, "Ärzen", "03252001", town, "Hameln") if word in text}
    assert "Anonyme Kommune" in printed(run("--workspace", elsewhere, "import", target))


def test_other_formats_cannot_be_anonymous(run, town, tmp_path):
    sentence = misused(run("export", town, tmp_path / "a.csv", "--anonymous"))
    assert sentence.startswith("„--anonymous“ gibt es nur für Austauschdateien")
    assert not (tmp_path / "a.csv").exists()


def test_an_exchange_file_that_cannot_be_written_is_refused(run, town, tmp_path):
    target = tmp_path / "missing" / "a.kiassess"
    assert "konnte nicht geschrieben werden" in refused(run("export", town, target))


# --- files that want too much

FRAME = b'{"kiassess_exchange": 1, "checksum": "%s", "content": {"a": %%s}}' % (b"0" * 64)
MEGABYTE = 1024 * 1024
BOMBS = {
    "lists": lambda: FRAME % (b"[" + b"[]," * (10 * MEGABYTE) + b"[]]"),
    "keys": lambda: FRAME % (b"{" + b",".join(b'"k%d":%d' % (n, n) for n in range(900_000)) + b"}"),
    "text": lambda: FRAME % ('"' + "🏛" * (7 * MEGABYTE) + '"').encode(),
    "depth": lambda: FRAME % (b"[" * 1_900_000),
    "digits": lambda: FRAME % (b"9" * (30 * MEGABYTE)),
    "escapes": lambda: FRAME % (b'"' + rb"\ud83d" * (5 * MEGABYTE) + b'"'),
    "size": lambda: FRAME % (b" " * (40 * MEGABYTE)),
}


def little_memory():
    """In the child: no more memory than a file may ask for."""
    import resource

    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts this memory")
@pytest.mark.parametrize("bomb", BOMBS)
def test_a_file_that_wants_too_much_is_refused_at_once(process, tmp_path, bomb):
    target = tmp_path / "bomb.kiassess"
    target.write_bytes(BOMBS[bomb]())
    begun = time.monotonic()
    result = process("import", str(target), preexec_fn=little_memory)
    assert time.monotonic() - begun < MOST_SECONDS
    assert (result.returncode, result.stdout) == (1, b"")
    assert one_line(result.stderr.decode()).startswith("„bomb.kiassess“ ist ")
