"""Errors for the user: one class a situation, one sentence with gaps."""

import re
from string import Formatter

import pytest

from kiassess.domain import errors
from kiassess.domain.errors import InvalidQuestionnaireError, KiassessError

CLASSES = [
    found
    for found in vars(errors).values()
    if isinstance(found, type) and issubclass(found, KiassessError) and found is not KiassessError
]


def gaps(template):
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.fixture(params=CLASSES, ids=lambda error: error.__name__)
def error_class(request):
    return request.param


def test_the_documented_gaps_are_those_of_the_sentence(error_class):
    named = re.search(r"Gaps: ([^.]*)\.", error_class.__doc__)
    assert named is not None
    assert set(re.findall(r"``(\w+)``", named[1])) == gaps(error_class.template)


def test_a_sentence_says_what_is_safe_and_what_to_do(error_class):
    sentences = re.findall(r"[^.]+[.]", error_class.template)
    assert len(sentences) >= 3


def test_every_situation_has_a_class_of_its_own(error_class):
    (base,) = error_class.__bases__
    assert base in {KiassessError, errors.WorkspaceUnwritableError}  # what stopped a write
    assert error_class.__name__.endswith("Error")
    assert "template" in vars(error_class)


def test_the_sentence_has_its_gaps_filled():
    error = errors.WorkspaceInUseError(file="Ärger.db", holder="PC 7")
    assert str(error).startswith("“Ärger.db” is being edited in another window (PC 7).")
    assert error.values == {"file": "Ärger.db", "holder": "PC 7"}


def test_braces_in_a_value_are_just_text():
    assert "“{x}.db”" in str(errors.WorkspaceTooNewError(file="{x}.db"))


def test_a_questionnaire_that_cannot_be_used_names_all_problems():
    error = InvalidQuestionnaireError("demo", ("de.toml:3", "en.toml:9"))
    assert error.problems == ("de.toml:3", "en.toml:9")
    assert "2 problem(s), the first is de.toml:3" in str(error)
