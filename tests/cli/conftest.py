"""The command line, inside this process and as a process of its own."""

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from kiassess.cli import cli
from kiassess.content.library import Library
from kiassess.paths import bundled
from kiassess.workflow.workspace import open_for_writing

pytest.register_assert_rewrite("calls")


@pytest.fixture
def file(tmp_path):
    """Where the workspace of a test lies; it is not there yet."""
    return tmp_path / "Rathaus Süd" / "kiassess.db"


@pytest.fixture
def environment(file, tmp_path):
    """A computer that knows nothing of kiassess yet."""
    home = str(tmp_path / "home")
    return {"KIASSESS_WORKSPACE": str(file), "XDG_DATA_HOME": home, "HOME": home}


@pytest.fixture
def run(environment):
    """Call the command line in this process."""

    def call(*arguments, **more):
        env = {"KIASSESS_LANGUAGE": None, **environment, **more}
        return CliRunner().invoke(cli, [str(a) for a in arguments], prog_name="kiassess", env=env)

    return call


@pytest.fixture
def process(environment, tmp_path):
    """Call the command line as a process of its own."""

    def call(*arguments, stdout=subprocess.PIPE, env=None, preexec_fn=None):
        variables = {k: v for k, v in os.environ.items() if not k.startswith(("KIASSESS", "QT_"))}
        return subprocess.run(
            [sys.executable, "-m", "kiassess", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            env={**variables, **environment, **(env or {})},
            preexec_fn=preexec_fn,
            check=False,
        )

    return call


@pytest.fixture
def writer(file):
    """Another program that has the workspace open for writing."""
    with open_for_writing(file, Library(bundled().questionnaires)) as workspace:
        yield workspace
