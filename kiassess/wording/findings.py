"""What a profile finds, in sentences: minimum requirements, values in words, what to clarify."""

from collections.abc import Sequence

from kiassess.domain.assessment import AiInUse, OpenAssessment
from kiassess.domain.profile import BlockResult, GateResult, GateStatus, Profile
from kiassess.domain.scoring import COVERAGE_PERCENT
from kiassess.wording.texts import Texts

LISTED = 5  # names in a sentence before it says “and 3 more”


def gates_title(profile: Profile, texts: Texts) -> str:
    """How many minimum requirements are met."""
    return texts("profile_page.gates", met=profile.gates_met, total=len(profile.gates))


def ai_notice(profile: Profile, texts: Texts) -> str:
    """What the use of AI means for the minimum requirements; empty if there is nothing to say."""
    missing = sum(gate.status is GateStatus.MISSING for gate in profile.gates)
    unclear = sum(gate.status is GateStatus.UNCLEAR for gate in profile.gates)
    match profile.ai_in_use:
        case AiInUse.YES if missing:
            return texts("profile_page.ai_missing", n=missing)
        case AiInUse.YES if unclear:
            return texts("profile_page.ai_unclear", n=unclear)
        case AiInUse.UNKNOWN:
            return texts("profile_page.ai_unknown")
        case None:
            return texts("profile_page.ai_open")
        case _:
            return ""


def gate_line(gate: GateResult, title: str, texts: Texts) -> str:
    """One minimum requirement as it is read aloud."""
    return texts("profile_page.gate_line", title=title, status=texts(f"gate.{gate.status}"))


def earlier_words(earlier: OpenAssessment, texts: Texts) -> str:
    """What stands beside a profile: a round by its day, a kept state by name and day."""
    state = earlier.state
    if state is None:
        return texts("profile_page.earlier", date=texts.day(earlier.assessment.round_date))
    day = texts.day(state.at.astimezone().date())
    return texts("profile_page.state", name=state.name, date=day)


def listed(names: Sequence[str], texts: Texts, most: int = LISTED) -> str:
    """Names one after another; behind ``most`` their number."""
    if len(names) <= most + 1:  # “and one more” takes as much room as its name
        return ", ".join(names)
    rest = len(names) - most
    return texts("profile_page.and_more", list=", ".join(names[:most]), n=rest)


def block_sentences(result: BlockResult, texts: Texts, *, tendencies_only: bool) -> str:
    """All that is known of a building block or area, one sentence a line."""
    scored, score = result.scored, result.score
    if score.coverage is None:
        return texts("profile_page.nothing_applies")
    lines = []
    if tendencies_only:
        tendency = result.tendency or "none"
        lines.append(texts("profile_page.says_tendency", value=texts(f"tendency.{tendency}")))
    elif score.value is None:
        needed = texts.share(COVERAGE_PERCENT / 100)
        lines.append(texts("profile_page.says_no_value", share=needed))
    else:
        lines.append(texts("profile_page.says_value", value=texts.number(score.value)))
    if score.low is not None:
        lines.append(texts("profile_page.says_band", band=band_words(result, texts)))
    lines.append(texts("profile_page.says_coverage", share=texts.share(score.coverage)))
    if scored.secured_level is not None:
        lines.append(texts("profile_page.says_secured", level=scored.secured_level))
    if scored.target is not None:
        lines.append(texts("profile_page.says_target", level=texts.number(scored.target)))
    if scored.limited_comparability:
        lines.append(texts("profile_page.says_limited"))
    return "\n".join(lines)


def band_words(result: BlockResult, texts: Texts) -> str:
    """The band, ``1,4 bis 2,2``; one number where nothing is open, a dash where nothing applies."""
    low, high = texts.number(result.score.low), texts.number(result.score.high)
    return low if low == high else texts("profile_page.band", low=low, high=high)


def unknown_lead(opened: OpenAssessment, profile: Profile, texts: Texts) -> str:
    """How much is to be clarified, and who can help most."""
    sentences = []
    if profile.unknown_items:
        sentences.append(texts("profile_page.unknown", n=len(profile.unknown_items)))
        likeliest = _likeliest(opened, profile, texts)
        sentences += [texts("profile_page.ask", list=likeliest)] if likeliest else []
    if profile.open_items:
        sentences.append(texts("profile_page.open", n=len(profile.open_items)))
    return " ".join(sentences) or texts("summary.complete")


def who_knows(opened: OpenAssessment, item_id: str, texts: Texts) -> str:
    """The roles that usually know the answer to an item; empty if none is named."""
    names = {role.id: role.name for role in opened.questionnaire.roles}
    roles = opened.questionnaire.item(item_id).roles
    if not roles:
        return ""
    return texts("profile_page.knows", list=", ".join(names.get(role, role) for role in roles))


def _likeliest(opened: OpenAssessment, profile: Profile, texts: Texts) -> str:
    """The roles that come first for the unknown items, the one with most of them first."""
    first = [
        roles[0]
        for item_id in profile.unknown_items
        if (roles := opened.questionnaire.item(item_id).roles)
    ]
    counted = [
        (first.count(role.id), role.name) for role in opened.questionnaire.roles if role.id in first
    ]
    ordered = sorted(counted, key=lambda pair: -pair[0])
    return listed([texts("profile_page.role", name=name, n=n) for n, name in ordered], texts)
