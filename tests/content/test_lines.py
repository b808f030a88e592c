"""Where a key stands in a TOML file, whatever the values look like."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess.content.lines import LineIndex


def lines(text):
    return LineIndex.of(text.lstrip("\n"))


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        pytest.param("a = 1\nb = 2", ("b",), 2, id="key"),
        pytest.param("# one\n\na = 1", ("a",), 3, id="comments-and-blank-lines-count"),
        pytest.param("#a = 0\na = 1", ("a",), 2, id="a-comment-is-no-key"),
        pytest.param("[t]\na = 1", ("t",), 1, id="table"),
        pytest.param("[t]\na = 1", ("t", "a"), 2, id="key-in-a-table"),
        pytest.param("[t] # why\n  a = 1", ("t", "a"), 2, id="comment-and-indentation"),
        pytest.param("[ t . u ]\na = 1", ("t", "u", "a"), 2, id="spaces-in-a-header"),
        pytest.param('[item."data.access"]\na = 1', ("item", "data.access", "a"), 2, id="quoted"),
        pytest.param("[item.'data.access']\na = 1", ("item", "data.access", "a"), 2, id="literal"),
        pytest.param('["a]b=#c"]\nd = 1', ("a]b=#c", "d"), 2, id="signs-in-a-quoted-header"),
        pytest.param('"a=b" = 1\nc = 2', ("a=b",), 1, id="equals-sign-in-a-key"),
        pytest.param(r'"a\"b" = 1', (r"a\"b",), 1, id="escaped-quote-in-a-key"),
        pytest.param("de.name = 1\nde . short = 2", ("de", "short"), 2, id="dotted-key"),
        pytest.param("[[e]]\na = 1\n[[e]]\na = 2", ("e", 1, "a"), 4, id="array-of-tables"),
        pytest.param("[[e]]\n[[e]]", ("e", 0), 1, id="first-of-an-array"),
        pytest.param(
            "[[e]]\n[e.de]\na = 1\n[[e]]\n[e.de]\na = 2", ("e", 1, "de", "a"), 6, id="sub"
        ),
        pytest.param(
            "[[e]]\n[[e.f]]\n[[e]]\n[[e.f]]\n[[e.f]]\na = 1",
            ("e", 1, "f", 1, "a"),
            6,
            id="array-in-array",
        ),
    ],
)
def test_a_key_is_found_in_its_line(text, path, line):
    assert lines(text).line(path) == line


@pytest.mark.parametrize(
    "value",
    [
        pytest.param('"""\nb = 1\n"""', id="multi-line"),
        pytest.param("'''\nb = 1\n'''", id="multi-line-literal"),
        pytest.param('"""x\n\\"""\nb = 1\n"""', id="escaped-quotes-inside"),
        pytest.param('"""x\n\\\nb = 1\n"""', id="line-ending-in-a-backslash"),
        pytest.param('"""x\nb = 1\n"quoted""""', id="quote-before-the-end"),
        pytest.param('"""x\nb = 1\n""quoted"""""', id="two-quotes-before-the-end"),
        pytest.param("'''x\nb = 1\n''quoted'''''", id="two-apostrophes-before-the-end"),
        pytest.param('""""one" word\nb = 1\n"""', id="quote-after-the-beginning"),
        pytest.param('[\n  "b = 1",\n  "[c]",\n]', id="list-over-lines"),
        pytest.param('[ # it\'s "a list\n  "x",\n]', id="comment-with-a-quote-in-a-list"),
        pytest.param("[\n  [1, 2],\n  { b = 1 },\n]", id="brackets-in-brackets"),
        pytest.param('"[ { # \\" \'"', id="signs-in-a-string"),
        pytest.param("'[ { # \"'", id="signs-in-a-literal"),
        pytest.param('"one" # it\'s [ {', id="signs-in-a-comment"),
        pytest.param("'C:\\'", id="backslash-in-a-literal"),
        pytest.param('"""one line"""', id="three-quotes-on-one-line"),
        pytest.param('""', id="empty"),
        pytest.param('""""""', id="empty-multi-line"),
        pytest.param("2026-11-22", id="date"),
    ],
)
@pytest.mark.parametrize("key", ["a = ", "a=", '"a"='])
def test_no_value_hides_or_invents_a_key(value, key):
    text = f"{key}{value}\nlast = 1"
    tomllib.loads(text)
    index = LineIndex.of(text)
    assert index.line(("last",)) == text.count("\n") + 1
    assert index.line(("b",)) == 1  # nothing of the kind: the beginning of the file


def test_only_line_feeds_end_a_line():
    index = LineIndex.of('a = "x\u2028y\x85z"\nb = 1')
    assert index.line(("b",)) == 2


@pytest.mark.parametrize(
    ("path", "line"),
    [
        pytest.param(("item", "x", "why"), 3, id="missing-key-of-a-table"),
        pytest.param(("item", "y", "why"), 1, id="missing-table"),
        pytest.param((), 1, id="the-file"),
    ],
)
def test_what_is_missing_has_the_line_of_what_is_around_it(path, line):
    assert lines("a = 1\n\n[item.x]\nb = 1").line(path) == line


@pytest.mark.parametrize("text", ["", "[", "[[", "=", "a", "[a\nb = 1", 'a = "', "]]", 'a = """x'])
def test_a_broken_text_is_indexed_as_far_as_it_goes(text):
    assert LineIndex.of(text).line(("b",)) >= 1


KEYS = st.text("abc-_1", min_size=1, max_size=4)
ANYTHING = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


def basic(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def long(text):
    return '"""\n' + text.replace("\\", "\\\\").replace('"""', '""\\"') + '\nb = 1 \\\n"""'


VALUES = st.one_of(
    ANYTHING.map(basic),
    ANYTHING.map(lambda text: long(text + "\n" + text)),
    ANYTHING.map(lambda text: "'" + text.replace("'", "") + "'"),
    st.lists(ANYTHING.map(basic), max_size=3).map(lambda v: "[\n" + ",\n".join(v) + "\n] # it's"),
    st.dictionaries(KEYS, ANYTHING.map(basic), max_size=2).map(
        lambda v: "{" + ", ".join(f"{key} = {value}" for key, value in v.items()) + "}"
    ),
)


@given(st.dictionaries(KEYS, st.dictionaries(ANYTHING, VALUES, max_size=3), max_size=3))
def test_every_key_of_any_file_is_found(tables):
    text, places = "", {}
    for table, keys in tables.items():
        text += f"# about {table}\n[{table}]\n"
        for key, value in keys.items():
            places[table, basic(key)[1:-1]] = text.count("\n") + 1
            text += f"{basic(key)} = {value}\n"
    assert tomllib.loads(text).keys() == tables.keys()
    index = LineIndex.of(text)
    assert {path: index.line(path) for path in places} == places


@given(st.lists(st.sampled_from("ab\"'[]{}=.\\#\n "), max_size=40).map("".join))
def test_no_text_is_too_strange(text):
    index = LineIndex.of(text)
    assert all(1 <= line <= text.count("\n") + 1 for line in index._lines.values())
