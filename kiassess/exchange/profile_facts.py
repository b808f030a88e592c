"""What stands above a profile: who assessed itself, when, how far, with what."""

from collections.abc import Iterator

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.profile import Profile
from kiassess.exchange.results import Results
from kiassess.exchange.workbook_cells import Cell
from kiassess.wording.summary import profile_summary
from kiassess.wording.texts import NARROW_SPACE, Texts

# The digits grouped by a space, in all languages alike.
POPULATION = "[>=1000000]0~000~000;[>=1000]0~000;0".replace("~", NARROW_SPACE)

Fact = tuple[str, Cell]  # key of the label in ``workbook``, value


def facts(results: Results) -> Iterator[Fact]:
    """What is known, one fact a line; what is not known is left out."""
    opened, texts = results.opened, results.texts
    assessment = opened.assessment
    candidates: tuple[Fact, ...] = (
        *_municipality(opened, texts),
        ("frozen", state_words(opened, texts)),
        ("round_date", assessment.round_date),
        ("extent", texts(f"extent.{assessment.extent}")),
        ("ai", texts(f"ai.{assessment.ai_in_use or 'open'}")),
        ("progress", progress_words(opened, texts)),
        ("questionnaire", questionnaire_words(opened, texts)),
        ("made_at", texts.moment(results.now)),
        ("made_with", f"kiassess {results.version}"),
    )
    return (fact for fact in candidates if fact[1] not in {None, ""})


def questionnaire_words(opened: OpenAssessment, texts: Texts) -> str:
    """Title and version of the questionnaire."""
    questionnaire = opened.questionnaire
    return texts(
        "workbook.questionnaire_value", title=questionnaire.title, version=questionnaire.version
    )


def state_words(opened: OpenAssessment, texts: Texts) -> str:
    """Which frozen state it is, and of when; empty if it is none."""
    state = opened.state
    return (
        "" if state is None else texts("overview.state", name=state.name, at=texts.moment(state.at))
    )


def remarks(profile: Profile, texts: Texts) -> tuple[str, ...]:
    """What the profile says in sentences, and how to take it."""
    method = texts("workbook.method", sheet=texts("workbook.sheet_guide"))
    robust = profile.tendencies_only or profile.order_is_robust
    note = () if robust else (texts("summary.robust_note"),)
    return (*profile_summary(profile, texts), *note, method, texts("summary.disclaimer"))


def progress_words(opened: OpenAssessment, texts: Texts) -> str:
    """How many questions are settled, and how many answered with “weiß nicht”."""
    progress = opened.progress()
    return texts(
        "workbook.progress_value",
        settled=progress.settled,
        total=progress.total,
        unknown=progress.unknown,
    )


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
