"""The matrix of action fields: every field in its place, and nothing on top of each other."""

import pytest
from drawn import collisions, only, parts, words
from hypothesis import given, settings
from hypothesis import strategies as st

from kiassess.charts.field_matrix import field_matrix, field_matrix_height, field_matrix_words
from kiassess.domain.action_fields import FIELDS, ActionField, all_fields

rates = st.one_of(st.none(), st.integers(1, 4))
towns = st.fixed_dictionaries({key: st.tuples(rates, rates, rates) for key in FIELDS}).map(
    lambda said: [ActionField(key, "", *three) for key, three in said.items()]
)
LONG = ActionField("own.1", "Wirtschaftsförderungsgesellschaft und Stadtmarketing", 4, 4, 4)


def rated(**said):
    """All fields, some of them with challenge, resources and benefit."""
    return all_fields(ActionField(key, "", *three) for key, three in said.items())


@pytest.fixture(scope="module")
def draw(texts_de, look):
    """Draw fields in German, as high as they need."""

    def drawn(fields, texts=texts_de, *, width_in=7.2, font_scale=1.0, **more):
        size = {"width_in": width_in, "font_scale": font_scale}
        height_in = field_matrix_height(fields, texts, **size) + more.pop("spare", 0)
        return field_matrix(fields, texts, look, height_in=height_in, **size)

    return drawn


def place(chart, field_id):
    """Challenge and resources as the circle of a field shows them, by the words at the axes."""
    (x,), (y,) = only(chart, f"field.{field_id}").get_data()
    width, height = chart.get_size_inches()
    columns = {rate: parts(chart, f"resources.{rate}")[0].get_position()[0] for rate in range(1, 5)}
    rows = {rate: parts(chart, f"challenge.{rate}")[0].get_position()[1] for rate in range(1, 5)}
    return (
        min(rows, key=lambda rate: abs(rows[rate] - y / height)),
        min(columns, key=lambda rate: abs(columns[rate] - x / width)),
    )


@settings(max_examples=25, deadline=None)
@given(fields=towns)
def test_what_is_rated_stands_in_its_place_and_the_rest_is_named(fields, draw, texts_de):
    chart = draw(fields)
    for field in fields:
        name = texts_de(f"action_field.{field.id}")
        if field.is_rated:
            assert words(chart, f"name.{field.id}") == name
            assert name not in words(chart, "key")
        else:
            assert not parts(chart, f"field.{field.id}")
            assert name in words(chart, "key")
    assert collisions(chart) == []


def test_up_is_the_challenge_and_right_are_the_resources(draw):
    said = {"administration": (4, 1, 2), "mobility": (1, 4, 2), "climate": (3, 2, 1)}
    chart = draw(rated(**said))
    assert {key: place(chart, key) for key in said} == {
        key: (challenge, resources) for key, (challenge, resources, _) in said.items()
    }


def test_more_benefit_is_a_larger_circle_and_a_word(draw):
    chart = draw(rated(administration=(3, 3, 4), mobility=(3, 3, 1)))
    large, small = only(chart, "field.administration"), only(chart, "field.mobility")
    assert large.get_markersize() > 2 * small.get_markersize()
    assert words(chart, "benefit.administration") == "Nutzen sehr groß"
    assert words(chart, "benefit.mobility") == "Nutzen gering"


def test_the_frame_holds_exactly_what_can_be_begun(draw):
    said = {"administration": (3, 3, 2), "mobility": (2, 3, 2), "climate": (3, 2, 2)}
    chart = draw(rated(**said), spare=1.0)
    frame = only(chart, "frame").get_bbox()
    inside = {
        key
        for key in said
        if frame.contains(*(at[0] for at in only(chart, f"field.{key}").get_data()))
    }
    assert inside == {"administration"}


def test_the_message_names_where_to_begin_the_greatest_benefit_first(texts_de):
    fields = rated(administration=(3, 4, 2), mobility=(4, 3, 4), climate=(4, 1, 4))
    said = field_matrix_words(fields, texts_de)
    assert said.title == "Große Herausforderung und Mittel vorhanden: Mobilität, Verwaltung"
    assert "kaum Mittel: Klima." in said.summary[1]
    assert (
        said.summary[2] == "Noch nicht vollständig bewertet: Bildung, Bauleitplanung, Beteiligung."
    )
    assert "Klima: Herausforderung sehr groß, Mittel kaum welche, Nutzen sehr groß" in (
        said.description
    )


def test_without_ratings_it_says_so(draw, texts_de):
    chart = draw(all_fields(()))
    assert chart.title == "Noch kein Handlungsfeld ist vollständig bewertet"
    assert collisions(chart) == []


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("width_in", "font_scale"), [(5.5, 1), (5.5, 2), (11, 2)])
def test_nothing_collides(texts_de, texts_en, draw, language, width_in, font_scale):
    texts = texts_de if language == "de" else texts_en
    fields = (*rated(**dict.fromkeys(FIELDS, (4, 4, 4))), LONG)
    chart = draw(fields, texts, width_in=width_in, font_scale=font_scale)
    assert collisions(chart) == []


def test_names_without_room_become_numbers_that_are_explained(draw):
    fields = (*rated(land_use=(4, 4, 4)), LONG)
    chart = draw(fields, width_in=4.0, font_scale=2.0)
    assert words(chart, "name.land_use") == "1"
    assert "1 Bauleitplanung, Nutzen sehr groß" in words(chart, "key")
    assert f"2 {LONG.name}" in words(chart, "key")
