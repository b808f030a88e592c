"""What a chart is drawn from, in one piece: so any chart can be asked for in the same way."""

from dataclasses import dataclass

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.profile import Profile


@dataclass(frozen=True, slots=True)
class Shown:
    """An assessment as charts show it.

    Attributes:
        profile: Its profile.
        opened: Its answers; the profile was made of them.
        second: The profile of an earlier round to set beside it; ``None`` without.
        second_name: What the second one is called, e.g. ``"Stand 14.10.2025"``.
    """

    profile: Profile
    opened: OpenAssessment
    second: Profile | None = None
    second_name: str = ""

    @property
    def comparable(self) -> Profile | None:
        """The second profile where both have numbers, else ``None``."""
        if self.second is None or self.second.tendencies_only or self.profile.tendencies_only:
            return None
        return self.second
