import pytest
from builders import NOON
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.assessment import Assessment
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality
from kiassess.domain.naming import LONGEST_NAME, safe_part, suggested_name


def named(name):
    return Assessment(
        id="1",
        municipality=Municipality(name),
        questionnaire_id="demo",
        questionnaire_version="1.0.0",
        extent=Extent.FULL,
        round_date=NOON.date(),
        created_at=NOON,
        changed_at=NOON,
    )


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Bad Düben, Stadt", "kiassess Bad Düben 2026-03-02.xlsx"),
        ("Cottbus/Chóśebuz, Stadt", "kiassess Cottbus-Chóśebuz 2026-03-02.xlsx"),
        ('Nord <Süd> "West"', "kiassess Nord -Süd- -West 2026-03-02.xlsx"),
        ("CON", "kiassess CON- 2026-03-02.xlsx"),
        ("../../etc/passwd", "kiassess etc-passwd 2026-03-02.xlsx"),
        ("???", "kiassess Kommune 2026-03-02.xlsx"),
    ],
    ids=["umlaut", "slash", "windows", "reserved", "path", "nothing-left"],
)
def test_names_are_readable_and_possible_everywhere(name, file):
    assert suggested_name(named(name), "xlsx") == file


@given(st.text(min_size=1, max_size=400).filter(str.strip))
def test_no_name_is_too_long_or_forbidden(name):
    file = suggested_name(named(name), "xlsx")
    assert len(file) <= LONGEST_NAME
    assert file.endswith(".xlsx")
    assert not set(file) & set('<>:"/\\|?*')
    assert file.isprintable()
    file.encode("utf-8")


@given(st.text(max_size=100))
def test_a_part_never_ends_with_a_dot_or_space(text):
    assert not safe_part(text).endswith((".", " "))
