"""What all tests share: how they run, golden files, sentences, programs for a second opinion."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from kiassess.paths import bundled
from kiassess.wording.texts import Texts, load_texts

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

GOLDEN = Path(__file__).parent / "golden"

settings.register_profile("kiassess", deadline=None)  # a busy machine is no failure
settings.load_profile("kiassess")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="accept new golden files")


@pytest.fixture(scope="session")
def check_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with ``golden/<name>``; ``--update-golden`` accepts it."""

    def check(name: str, text: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert text == file.read_text(encoding="utf-8")

    return check


@pytest.fixture(scope="session")
def texts_de() -> Texts:
    """German sentences."""
    return load_texts(bundled().texts, "de")


@pytest.fixture(scope="session")
def texts_en() -> Texts:
    """English sentences."""
    return load_texts(bundled().texts, "en")


@pytest.fixture(scope="session")
def companion() -> Callable[[str], str]:
    """Find a program that checks our results a second time; without it the test is skipped.

    With ``KIASSESS_COMPANIONS=required`` the test fails instead.
    """

    def find(program: str) -> str:
        found = shutil.which(program)
        if found is None:
            absent = f"{program} is missing; `python3 .ci/setup.py --companions` installs it"
            if os.environ.get("KIASSESS_COMPANIONS") == "required":
                pytest.fail(absent)
            pytest.skip(absent)
        return found

    return find
