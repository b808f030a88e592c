"""Files read a section at a time say what any TOML reader would say of them."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess.plain_toml import PlainSections, read_sections

RESOURCES = Path(__file__).parents[1] / "resources"
OURS = sorted([*(RESOURCES / "texts").glob("*.toml"), *(RESOURCES / "themes").glob("*.toml")])

LINES = [
    "", "# why", "#", "[a]", "[b]", 'a = "c"', 'a = "c"  # why "that"', 'b = "#"', 'b = ""',
    'c = "„so“ \\"or\\" so"', 'c = "a = \\"b\\""', 'd = "[a]"', "d = 'c'", 'e = """', '"""',
    'e = "c" ', " [c]", "[ c ]", "[a.b]", "[[d]]", 'f = "\\n"', "f = 1", 'ä = "c"', '"g" = "c"',
    'a.b = "c"', 'f = "c', '"',
]  # fmt: skip


def as_any_reader(text):
    """What a section says of texts, for any TOML reader; None if it can read nothing."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


@pytest.mark.parametrize("file", OURS, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_our_files_are_read_a_section_at_a_time(file):
    sections = read_sections(file)
    assert isinstance(sections, PlainSections)  # no file is left to the slow reader
    assert {**sections} == tomllib.loads(file.read_text(encoding="utf-8"))


@given(
    st.lists(st.sampled_from(LINES), max_size=12), st.sampled_from(["\n", "\r\n"]), st.booleans()
)
def test_every_file_says_what_any_reader_reads(tmp_path_factory, lines, end, ended):
    text = end.join(lines) + end * ended
    expected = as_any_reader(text)
    if expected is None:
        return
    file = tmp_path_factory.getbasetemp() / "any.toml"
    file.write_text(text, encoding="utf-8", newline="")
    assert {**read_sections(file)} == expected


def test_a_missing_section_is_said():
    sections = PlainSections(b'[a]\nb = "c"\n')
    assert "x" not in sections
    with pytest.raises(KeyError):
        sections["x"]
