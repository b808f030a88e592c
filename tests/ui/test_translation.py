"""The German translation is complete, and what is compiled is what is written."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6
import pytest

from kiassess import paths

FOLDER = paths.bundled().translations
PACKAGE = Path(PySide6.__file__).parent
GAP = re.compile(r"\{\w+\}|%n")
LANGUAGES = ("de", "en")


def tool(name):
    found = PACKAGE / (f"{name}.exe" if sys.platform == "win32" else name)
    if not found.exists():
        found = PACKAGE / "libexec" / name
    return str(found)


def messages(file):
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_unfinished(language):
    unfinished = [
        (context, message.findtext("source"))
        for context, message in messages(FOLDER / f"kiassess_{language}.ts")
        if message.find("translation").get("type") is not None
    ]
    assert unfinished == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_gaps_are_the_same(language):
    for context, message in messages(FOLDER / f"kiassess_{language}.ts"):
        source = message.findtext("source")
        translation = message.find("translation")
        forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
        for form in forms:
            assert sorted(GAP.findall(form)) == sorted(GAP.findall(source)), (context, source)


def test_every_text_of_the_window_is_in_the_translation(tmp_path):
    fresh = tmp_path / "kiassess_de.ts"
    sources = [str(paths.PACKAGE / "ui"), str(paths.PACKAGE / "app.py")]
    options = ["-silent", "-extensions", "py", "-locations", "none", "-no-obsolete"]
    subprocess.run(
        [tool("lupdate"), *options, *sources, "-ts", str(fresh)], check=True, capture_output=True
    )
    wanted = {(context, m.findtext("source")) for context, m in messages(fresh)}
    found = {(context, m.findtext("source")) for context, m in messages(FOLDER / "kiassess_de.ts")}
    assert wanted == found


def test_no_text_is_lost_in_a_context_without_a_name():
    contexts = {context for context, _ in messages(FOLDER / "kiassess_de.ts")}
    assert "" not in contexts
    assert None not in contexts


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language, tmp_path):
    compiled = tmp_path / "kiassess.qm"
    source = FOLDER / f"kiassess_{language}.ts"
    subprocess.run(
        [tool("lrelease"), "-silent", str(source), "-qm", str(compiled)],
        check=True,
        capture_output=True,
    )
    assert compiled.read_bytes() == source.with_suffix(".qm").read_bytes()
