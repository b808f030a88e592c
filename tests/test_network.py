"""Nothing leaves this PC: the self-test opens no internet socket, seen from the kernel."""

import os
import re
import subprocess
import sys

INTERNET = re.compile(r"\b(socket|connect|bind|sendto)\(.*AF_INET6?")


def test_no_internet_socket_is_opened(tmp_path, companion):
    strace = companion("strace")
    log = tmp_path / "calls.txt"
    done = subprocess.run(
        [strace, "-f", "-e", "trace=network", "-o", str(log),
         sys.executable, "-m", "kiassess", "selftest"],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(tmp_path),
            "XDG_DATA_HOME": str(tmp_path / "data"),
        },
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    calls = log.read_text(encoding="utf-8", errors="replace").splitlines()
    assert [call for call in calls if INTERNET.search(call)] == []


def test_the_trace_would_show_one(tmp_path, companion):
    strace = companion("strace")
    log = tmp_path / "calls.txt"
    code = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
    subprocess.run(
        [strace, "-f", "-e", "trace=network", "-o", str(log), sys.executable, "-c", code],
        check=True,
    )
    assert INTERNET.search(log.read_text(encoding="utf-8"))
