"""What stands above a profile: who assessed itself, when, how far, with what."""

from collections.abc import Iterator
from datetime import datetime

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.profile import Profile
from kiassess.exchange.workbook_cells import Cell
from kiassess.wording.summary import profile_summary
from kiassess.wording.texts import Texts

Fact = tuple[str, Cell]  # key of the label in ``workbook``, value


def facts(opened: OpenAssessment, texts: Texts, *, now: datetime, version: str) -> Iterator[Fact]:
    """What is known, one fact a line; what is not known is left out.

    Args:
        opened: The assessment.
        texts: The language.
        now: Time of the export, with a time zone.
        version: Of the program.
    """
    assessment = opened.assessment
    candidates: tuple[Fact, ...] = (
        *_municipality(opened, texts),
        ("round_date", assessment.round_date),
        ("extent", texts(f"extent.{assessment.extent}")),
        ("ai", texts(f"ai.{assessment.ai_in_use or 'open'}")),
        ("progress", _progress(opened, texts)),
        ("questionnaire", questionnaire_words(opened, texts)),
        ("made_at", texts.moment(now)),
        ("made_with", f"kiassess {version}"),
    )
    return (fact for fact in candidates if fact[1] not in {None, ""})


def questionnaire_words(opened: OpenAssessment, texts: Texts) -> str:
    """Title and version of the questionnaire."""
    questionnaire = opened.questionnaire
    return texts(
        "workbook.questionnaire_value", title=questionnaire.title, version=questionnaire.version
    )


def remarks(profile: Profile, texts: Texts) -> tuple[str, ...]:
    """What the profile says in sentences, and how to take it."""
    method = texts("workbook.method", sheet=texts("workbook.sheet_guide"))
    robust = profile.tendencies_only or profile.order_is_robust
    note = () if robust else (texts("summary.robust_note"),)
    return (*profile_summary(profile, texts), *note, method, texts("summary.disclaimer"))


def _municipality(opened: OpenAssessment, texts: Texts) -> tuple[Fact, ...]:
    municipality = opened.assessment.municipality
    return (
        ("municipality", municipality.name),
        ("type", municipality.designation or texts(f"type.{municipality.type}")),
        ("key", municipality.key),
        ("district", municipality.district),
        ("state", municipality.state),
        ("population", municipality.population),
    )


def _progress(opened: OpenAssessment, texts: Texts) -> str:
    progress = opened.progress()
    return texts(
        "workbook.progress_value",
        settled=progress.settled,
        total=progress.total,
        unknown=progress.unknown,
    )
