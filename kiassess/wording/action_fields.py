"""Action fields in words: their ratings, and what the matrix of them says."""

from collections.abc import Iterable, Sequence

from kiassess.domain.action_fields import ActionField
from kiassess.wording.planning import field_name
from kiassess.wording.texts import Texts

RATINGS = ("challenge", "resources", "benefit")
NAMES_IN_SENTENCE = 4


def rate_words(rating: str, rate: int | None, texts: Texts) -> str:
    """A rating in words: „sehr groß“.

    Args:
        rating: ``"challenge"``, ``"resources"``, ``"benefit"`` or ``"effort"``.
        rate: 1–4; ``None`` if nobody has rated it.
        texts: The sentences.
    """
    return texts("rate.none" if rate is None else f"rate.{rating}_{rate}")


def rated_words(field: ActionField, texts: Texts) -> str:
    """All three ratings of a field in one line; one word if there is none yet."""
    if all(getattr(field, one) is None for one in RATINGS):
        return texts("field_matrix.not_rated")
    return texts("field_matrix.rated", **_ratings(field, texts))


def matrix_title(fields: Iterable[ActionField], texts: Texts) -> str:
    """The message of the matrix in one line."""
    rated = _rated(fields)
    begin, lacking = _begin(rated), _lacking(rated)
    if not rated:
        return texts("field_matrix.title_none")
    if begin:
        return texts("field_matrix.title_begin", list=_listed(begin, texts))
    if lacking:
        return texts("field_matrix.title_lacking", list=_listed(lacking, texts))
    return texts("field_matrix.title_calm")


def matrix_summary(fields: Iterable[ActionField], texts: Texts) -> tuple[str, ...]:
    """What the matrix says, in at most three sentences."""
    given = tuple(fields)
    rated, open_ones = _rated(given), [one for one in given if not one.is_rated]
    begin, lacking = _begin(rated), _lacking(rated)
    sentences = []
    if begin:
        sentences.append(texts("field_matrix.begin", list=_listed(begin, texts)))
    if lacking:
        sentences.append(texts("field_matrix.lacking", list=_listed(lacking, texts)))
    if rated and not sentences:
        sentences.append(texts("field_matrix.calm"))
    if open_ones:
        sentences.append(unrated_words(open_ones, texts))
    return tuple(sentences)


def unrated_words(fields: Sequence[ActionField], texts: Texts) -> str:
    """Which fields have no place in the matrix, all by name."""
    names = ", ".join(field_name(one, texts) for one in fields)
    return texts("field_matrix.unrated", list=names)


def describe_matrix(fields: Iterable[ActionField], texts: Texts) -> str:
    """The matrix for those who cannot see it, with all ratings."""
    values = [
        texts("field_matrix.alt_field", name=field_name(one, texts), **_ratings(one, texts))
        for one in fields
    ]
    return f"{texts('field_matrix.alt')} {'; '.join(values)}."


def matrix_legend(texts: Texts) -> tuple[str, ...]:
    """What place, size and frame in the matrix mean."""
    return tuple(texts(f"field_matrix.legend_{key}") for key in ("up", "right", "size", "frame"))


def _ratings(field: ActionField, texts: Texts) -> dict[str, str]:
    return {one: rate_words(one, getattr(field, one), texts) for one in RATINGS}


def _rated(fields: Iterable[ActionField]) -> list[ActionField]:
    return [one for one in fields if one.is_rated]


def _begin(rated: Sequence[ActionField]) -> list[ActionField]:
    """Where the challenge is great and there is something to begin with, most benefit first."""
    return _most_first(one for one in rated if one.is_pressing and one.is_equipped)


def _lacking(rated: Sequence[ActionField]) -> list[ActionField]:
    return _most_first(one for one in rated if one.is_pressing and not one.is_equipped)


def _most_first(fields: Iterable[ActionField]) -> list[ActionField]:
    return sorted(fields, key=lambda one: (-(one.benefit or 0), -(one.challenge or 0)))


def _listed(fields: Sequence[ActionField], texts: Texts) -> str:
    names = [field_name(one, texts) for one in fields]
    more = len(names) - NAMES_IN_SENTENCE
    listed = ", ".join(names[:NAMES_IN_SENTENCE])
    return listed if more <= 0 else texts("field_matrix.and_more", list=listed, n=more)
