"""A comparison as it is handed out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from kiassess.domain.comparison import Comparison
from kiassess.domain.measures import Measure
from kiassess.wording.texts import Texts


@dataclass(frozen=True)
class ComparedResults:
    """A comparison as it is handed out.

    Attributes:
        comparison: The comparison.
        names: What each assessment is called.
        anonymous: Whether nothing else may be said of them.
        texts: The language.
        now: Time of the export, with a time zone.
        version: Of the program.
        measures: By ``Measure.id``, in the order of the catalogue; without any there is no sheet
            of them.
    """

    comparison: Comparison
    names: Sequence[str]
    anonymous: bool
    texts: Texts
    now: datetime
    version: str
    measures: Mapping[str, Measure] = field(default_factory=dict)
