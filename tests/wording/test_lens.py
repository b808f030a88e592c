"""What a lens says in words."""

import pytest
from builders import NOT_APPLICABLE, UNKNOWN, make_item, make_questionnaire, open_assessment

from kiassess.domain.kinds import Extent
from kiassess.domain.lens_profile import look_through
from kiassess.domain.lenses import Lens, LensPart
from kiassess.wording.lens import (
    part_band,
    part_note,
    part_sentences,
    part_tendency,
    part_value,
    related_words,
)

FULL_ONLY = frozenset({Extent.FULL})
ITEMS = [make_item("q.a"), make_item("q.b"), make_item("q.full", extents=FULL_ONLY)]


def seen(primary, partial=(), answers=(), extent=Extent.SMALL):
    part = LensPart("P", "Part", "", tuple(primary), tuple(partial))
    lens = Lens("own", "Own", "Own", "", "", "", (part,))
    return look_through(
        lens, open_assessment(make_questionnaire(ITEMS), dict(answers), extent=extent)
    )


@pytest.mark.parametrize(
    ("primary", "partial", "answers", "value", "band"),
    [
        pytest.param(["q.a"], ["q.b"], {"q.a": 3, "q.b": 1}, "2,3", "2,3", id="a-value"),
        pytest.param(["q.a"], ["q.b"], {"q.a": 3}, "3,0", "2,0 bis 3,3", id="a-band"),
        pytest.param(["q.a"], [], {"q.a": UNKNOWN}, "nicht belastbar", "0,0 bis 4,0", id="unknown"),
        pytest.param(["q.a"], [], {"q.a": NOT_APPLICABLE}, "entfällt", "–", id="not-applicable"),
        pytest.param(["q.full"], [], {}, "hier nicht gefragt", "–", id="left-out"),
        pytest.param([], [], {}, "nicht abgedeckt", "–", id="not-covered"),
    ],
)
def test_a_value_or_the_reason_why_there_is_none(texts_de, primary, partial, answers, value, band):
    (found,) = seen(primary, partial, answers).parts
    assert (part_value(found, texts_de), part_band(found, texts_de)) == (value, band)
    assert part_note(found, texts_de) == ("" if value[0].isdigit() else value)


@pytest.mark.parametrize(
    ("primary", "answers", "said"),
    [
        (["q.a"], {"q.a": 1}, "niedrig"),
        (["q.a"], {"q.a": UNKNOWN}, "noch offen"),
        (["q.a"], {"q.a": NOT_APPLICABLE}, "entfällt"),
        (["q.full"], {}, "hier nicht gefragt"),
        ([], {}, "nicht abgedeckt"),
    ],
)
def test_the_quick_check_tells_a_tendency_or_the_reason(texts_de, primary, answers, said):
    (found,) = seen(primary, (), answers, Extent.QUICK).parts
    assert part_tendency(found, texts_de) == said
    assert part_band(found, texts_de) == "–"
    told = part_sentences(found, texts_de, tendencies_only=True)
    assert not any(number in told for number in ("1,0", "0,0", "4,0"))


def test_a_part_says_everything_in_sentences(texts_de):
    (found,) = seen(["q.a"], ["q.b"], {"q.a": 3}).parts
    assert part_sentences(found, texts_de, tendencies_only=False).splitlines() == [
        "Profilwert 3,0 von 4.",
        "Spanne 2,0 bis 3,3, je nachdem, wie das Ungeklärte ausfällt.",
        "Abdeckung 67\N{NO-BREAK SPACE}%: so viel ist beantwortet.",
    ]


def test_why_nothing_is_asked_is_said_in_a_sentence(texts_de, texts_en):
    (left_out,) = seen(["q.full"]).parts
    assert part_sentences(left_out, texts_de, tendencies_only=False) == (
        "Der Fragenkatalog hat dazu eine Frage, dieser Umfang stellt sie nicht."
    )
    (nothing,) = seen([]).parts
    assert part_sentences(nothing, texts_en, tendencies_only=False) == texts_en(
        "handbook.not_covered"
    )


@pytest.mark.parametrize(
    ("primary", "said"),
    [
        (["q.a", "q.b"], "2 von 2 gestellten Fragen gehören zu diesem Blickwinkel."),
        (["q.a", "q.full"], "Eine von 2 gestellten Fragen gehört zu diesem Blickwinkel."),
        ([], "0 von 2 gestellten Fragen gehören zu diesem Blickwinkel."),
    ],
)
def test_how_much_is_asked_is_told(texts_de, primary, said):
    assert related_words(seen(primary), texts_de) == said
