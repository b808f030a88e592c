"""How the room of the matrix of action fields is shared out."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiassess.charts.canvas import MARGIN_IN, Header, make_header
from kiassess.charts.lettering import (
    NAME_PT,
    POINTS_PER_INCH,
    SMALL_PT,
    text_height,
    text_width,
    widest_word,
    wrap,
)
from kiassess.charts.words import SEPARATOR
from kiassess.domain.action_fields import ActionField
from kiassess.domain.entries import RATES
from kiassess.wording.action_fields import (
    matrix_legend,
    matrix_title,
    rate_words,
    unrated_words,
)
from kiassess.wording.planning import field_name
from kiassess.wording.texts import Texts

GAP_IN = 0.12
PAD_IN = 0.08  # inside a place of the matrix
BETWEEN_IN = 0.06  # fields of the same place
LEAST_ROW_IN = 0.75
SMALLEST_PT, STEP_PT = 6.0, 4.0  # of the circles, by benefit


@dataclass(frozen=True, slots=True)
class FieldLabel:
    """A field as it stands in its place, broken to the room beside its circle.

    Attributes:
        field: The field, rated in full.
        name: Its name, or its number where there is no room for names.
        benefit: Its benefit in words; empty beside a number.
        scale: Size of the letters, 1.0 is normal.
    """

    field: ActionField
    name: str
    benefit: str
    scale: float

    @property
    def height_in(self) -> float:
        """The height of its words or its circle, in inches."""
        words = text_height(self.name, NAME_PT * self.scale)
        if self.benefit:
            words += text_height(self.benefit, SMALL_PT * self.scale)
        return max(words, circle_pt(self.field, self.scale) / POINTS_PER_INCH)


@dataclass(frozen=True, slots=True)
class FieldSheet:
    """Where everything stands; lengths in inches.

    Attributes:
        header: The lines above.
        left: Left edge of the places.
        column_in: Width of a place.
        rows_in: Height of the places by challenge, the lowest first.
        labels: The rated fields by challenge and resources.
        scales: The words at both axes: of the rows, then of the columns.
        titles: What the axes are called, upright first.
        key: Names of the numbers where names have no room, and what has no place.
        scale: Size of the letters, 1.0 is normal.
    """

    header: Header
    left: float
    column_in: float
    rows_in: tuple[float, ...]
    labels: dict[tuple[int, int], tuple[FieldLabel, ...]]
    scales: tuple[tuple[str, ...], tuple[str, ...]]
    titles: tuple[str, str]
    key: tuple[str, ...]
    scale: float

    @property
    def foot_in(self) -> float:
        """What stands below the places."""
        small = SMALL_PT * self.scale
        words = max(text_height(word, small) for word in self.scales[1])
        key = sum(text_height(line, small) for line in self.key)
        key += GAP_IN * bool(self.key)
        return GAP_IN / 2 + words + text_height(self.titles[1], small) + key

    @property
    def head_in(self) -> float:
        """The name of the upright axis."""
        return text_height(self.titles[0], SMALL_PT * self.scale) + GAP_IN / 2

    @property
    def needed_in(self) -> float:
        """The height the whole chart needs."""
        return self.header.height_in + self.head_in + sum(self.rows_in) + self.foot_in + MARGIN_IN


def make_field_sheet(
    fields: Sequence[ActionField],
    texts: Texts,
    *,
    width_in: float,
    font_scale: float,
    titled: bool,
) -> FieldSheet:
    """Break all words to the room there is; see ``field_matrix`` for the arguments."""
    title = matrix_title(fields, texts) if titled else ""
    legend = SEPARATOR.join(matrix_legend(texts))
    small = SMALL_PT * font_scale
    upright = [rate_words("challenge", rate, texts) for rate in RATES]
    broken = tuple(wrap(word, widest_word(word, small), small) for word in upright)
    left = MARGIN_IN + max(text_width(word, small) for word in broken) + GAP_IN
    column_in = (width_in - MARGIN_IN - left) / len(RATES)
    across = tuple(
        wrap(rate_words("resources", rate, texts), column_in - PAD_IN, small) for rate in RATES
    )
    rated = [one for one in fields if one.is_rated]
    room = column_in - 3 * PAD_IN - circle_pt(None, font_scale) / POINTS_PER_INCH
    numbered = any(
        widest_word(field_name(one, texts), NAME_PT * font_scale) > room for one in rated
    )
    labels = _labels(rated, texts, room=None if numbered else room, scale=font_scale)
    return FieldSheet(
        header=make_header(title, legend, width_in=width_in, scale=font_scale),
        left=left,
        column_in=column_in,
        rows_in=tuple(_row_in(labels, rate, font_scale) for rate in RATES),
        labels=labels,
        scales=(broken, across),
        titles=(texts("field_matrix.challenge"), texts("field_matrix.resources")),
        key=_key(fields, texts, numbered=numbered, width_in=width_in, scale=font_scale),
        scale=font_scale,
    )


def _labels(
    rated: Sequence[ActionField], texts: Texts, *, room: float | None, scale: float
) -> dict[tuple[int, int], tuple[FieldLabel, ...]]:
    """The fields by place, with their names, or with numbers where there is no room."""
    found: dict[tuple[int, int], tuple[FieldLabel, ...]] = {}
    for number, one in enumerate(rated, start=1):
        name, benefit = str(number), ""
        if room is not None:
            name = wrap(field_name(one, texts), room, NAME_PT * scale)
            said = texts("field_matrix.benefit", word=rate_words("benefit", one.benefit, texts))
            benefit = wrap(said, room, SMALL_PT * scale)
        place = (one.challenge or 1, one.resources or 1)
        found[place] = (*found.get(place, ()), FieldLabel(one, name, benefit, scale))
    return found


def _key(
    fields: Sequence[ActionField], texts: Texts, *, numbered: bool, width_in: float, scale: float
) -> tuple[str, ...]:
    rated = [one for one in fields if one.is_rated]
    missing = [one for one in fields if not one.is_rated]
    lines = []
    if numbered:
        for number, one in enumerate(rated, start=1):
            word = rate_words("benefit", one.benefit, texts)
            benefit = texts("field_matrix.benefit", word=word)
            lines.append(f"{number} {field_name(one, texts)}, {benefit}")
    if missing:
        lines.append(unrated_words(missing, texts))
    room = width_in - 2 * MARGIN_IN
    return tuple(wrap(line, room, SMALL_PT * scale) for line in lines)


def _row_in(
    labels: dict[tuple[int, int], tuple[FieldLabel, ...]], rate: int, scale: float
) -> float:
    heights = [stack_in(found) for (row, _), found in labels.items() if row == rate]
    return max([LEAST_ROW_IN * scale, *(height + 2 * PAD_IN for height in heights)])


def stack_in(labels: Sequence[FieldLabel]) -> float:
    """The height of fields below each other, in inches."""
    return sum(label.height_in for label in labels) + BETWEEN_IN * (len(labels) - 1)


def circle_pt(field: ActionField | None, scale: float) -> float:
    """The width of the circle of a field, or of the largest there is."""
    benefit = RATES[-1] if field is None or field.benefit is None else field.benefit
    return (SMALLEST_PT + STEP_PT * (benefit - 1)) * scale
