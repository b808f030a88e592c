"""A client of the accessibility bus finds the question and answers it."""

import os
import subprocess
import sys
from pathlib import Path

DRIVERS = Path(__file__).parent / "drivers"
SYSTEM_PYTHON = "/usr/bin/python3"  # has the bindings of the accessibility bus
SCRIPT = """
"$1" "$2/one_question.py" "$4" > "$5" &
window=$!
"$3" "$2/screen_reader.py"
status=$?
kill $window
exit $status
"""


def test_a_screen_reader_hears_the_question_and_chooses_a_level(tmp_path, companion):
    session, screen = companion("dbus-run-session"), companion("xvfb-run")
    reader = companion(SYSTEM_PYTHON)
    told = tmp_path / "told.txt"
    arguments = [sys.executable, str(DRIVERS), reader, str(tmp_path / "kiassess.db"), str(told)]
    environment = {
        **{key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"},
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "XDG_RUNTIME_DIR": str(tmp_path),
        "HOME": str(tmp_path),
        "NO_AT_BRIDGE": "0",
    }
    done = subprocess.run(
        [session, "--", screen, "-a", "sh", "-c", SCRIPT, "sh", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    levels = [line for line in lines if line.startswith("radio ") and line[6].isdigit()]
    assert len(levels) == 5
    question = "Wie vollständig ist Ihr Überblick"
    assert all(question in line.rpartition("|")[2] for line in levels), levels
    assert "radio 2: In Teilen geregelt | Eine gemeinsame Liste" in done.stdout
    assert lines[-1].startswith("chosen 3: Umgesetzt")
    assert told.read_text(encoding="utf-8") == "data.inventory 3\n"
