"""What is surprising about the answers, in sentences, each with the question that clears it up."""

from collections.abc import Sequence

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.kinds import Extent
from kiassess.domain.plausibility import OLD_EVIDENCE_MONTHS, Finding, FindingKind
from kiassess.wording.texts import Texts


def plausibility_lead(findings: Sequence[Finding], texts: Texts) -> str:
    """How much stands out, or that nothing does."""
    return (
        texts("plausibility.lead", n=len(findings)) if findings else texts("plausibility.nothing")
    )


def finding_words(finding: Finding, opened: OpenAssessment, texts: Texts) -> tuple[str, str]:
    """What stands out, and the question to ask; the quick check names no level.

    Args:
        finding: One of ``check_plausibility`` for this assessment.
        opened: The assessment, with the names of its items and areas.
        texts: The sentences.
    """
    if finding.pair is not None:
        return finding.pair.finding, finding.pair.question
    key = f"plausibility.{_name(finding)}"
    quick = opened.assessment.extent is Extent.QUICK and texts.has(f"{key}_quick")
    sentence = texts(
        f"{key}_quick" if quick else key,
        n=len(finding.item_ids),
        title=opened.questionnaire.item(finding.item_ids[0]).title,
        area=opened.questionnaire.area_of(finding.item_ids[0]).name,
        level=finding.level,
        before=finding.before,
        date=texts.day(finding.since or opened.assessment.round_date),
        months=OLD_EVIDENCE_MONTHS,
    )
    return sentence, texts(f"{key}_question")


def _name(finding: Finding) -> str:
    """The name of its sentence."""
    if finding.kind is not FindingKind.JUMP or finding.level is None or finding.before is None:
        return finding.kind.value
    return "jump_up" if finding.level > finding.before else "jump_down"
