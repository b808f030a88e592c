"""What a workbook with results is made of, in one piece."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.catalogue import Catalogue
from kiassess.domain.legal import LegalTable
from kiassess.domain.profile import Profile
from kiassess.wording.texts import Texts


@dataclass(frozen=True)
class Results:
    """An assessment as it is handed out.

    Attributes:
        opened: The assessment.
        profile: Its profile.
        texts: The language.
        now: Time of the export, with a time zone.
        version: Of the program.
        legal: For legal references and their date; ``None`` leaves them out.
        catalogue: For measures, of the same questionnaire in any version; ``None`` leaves
            them out.
        changed: When each answer was last changed, by item id, with a time zone.
    """

    opened: OpenAssessment
    profile: Profile
    texts: Texts
    now: datetime
    version: str
    legal: LegalTable | None
    catalogue: Catalogue | None
    changed: Mapping[str, datetime]
