"""A profile as a text for paper: one that can be handed over without the program."""

from collections.abc import Iterator, Sequence

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.profile import BlockResult, Profile
from kiassess.wording.findings import ai_notice, band_words, gates_title, unknown_lead
from kiassess.wording.interview import SEPARATOR, table
from kiassess.wording.knowledge import plain
from kiassess.wording.summary import profile_summary, profile_title
from kiassess.wording.texts import NO_VALUE, Texts


def profile_document(
    opened: OpenAssessment, profile: Profile, texts: Texts, *, chart: str = ""
) -> str:
    """The profile as Markdown; the quick check names tendencies and no numbers.

    Args:
        opened: The assessment.
        profile: Its profile.
        texts: The language.
        chart: Name of the picture that shows the blocks; ``""`` leaves it out.
    """
    lines = [
        *_head(opened, texts),
        plain(" ".join(profile_summary(profile, texts))),
        *_gates(opened, profile, texts),
        *_blocks(profile, texts, chart),
        *_unknown(opened, profile, texts),
        f"*{texts('summary.disclaimer')}*",
    ]
    return "\n\n".join(lines)


def profile_name(opened: OpenAssessment, texts: Texts) -> str:
    """What the document is called: whose profile it is."""
    return texts("workbook.title", name=opened.assessment.municipality.name)


def _head(opened: OpenAssessment, texts: Texts) -> list[str]:
    assessment, progress = opened.assessment, opened.progress()
    round_words = texts(
        "profile.round",
        date=texts.day(assessment.round_date),
        extent=texts(f"extent.{assessment.extent}"),
        done=progress.touched,
        total=progress.total,
    )
    questionnaire = opened.questionnaire
    source = texts(
        "profile.questionnaire", title=questionnaire.title, version=questionnaire.version
    )
    ai = texts("profile.ai", ai=texts(f"ai.{assessment.ai_in_use or 'open'}"))
    heading = f"# {plain(profile_name(opened, texts))}"
    return [heading, plain(round_words), plain(f"{source}{SEPARATOR}{ai}")]


def _gates(opened: OpenAssessment, profile: Profile, texts: Texts) -> list[str]:
    """The minimum requirements; nothing if none is asked."""
    if not profile.gates:
        return []
    head = [texts(f"paper.{column}") for column in ("gate", "status", "level")]
    rows = [
        [
            opened.questionnaire.item(gate.item_id).title,
            texts(f"gate.{gate.status}"),
            texts(f"state.{gate.state}") if gate.level is None else str(gate.level),
        ]
        for gate in profile.gates
    ]
    notice = ai_notice(profile, texts)
    return [
        f"## {gates_title(profile, texts)}",
        *([f"**{plain(notice)}**"] if notice else []),
        table([head, *rows]),
    ]


def _blocks(profile: Profile, texts: Texts, chart: str) -> Iterator[str]:
    yield f"## {texts('paper.blocks')}"
    title = plain(profile_title(profile, texts))
    yield title
    yield _results(profile.blocks, texts, tendencies_only=profile.tendencies_only)
    key = "table_legend_tendency" if profile.tendencies_only else "table_legend"
    yield f"*{plain(texts(f'profile_page.{key}'))}*"
    if not profile.tendencies_only and not profile.order_is_robust:
        yield f"*{plain(texts('summary.robust_note'))}*"
    if chart:
        yield f"![{title}]({chart})"


def _results(results: Sequence[BlockResult], texts: Texts, *, tendencies_only: bool) -> str:
    numbers = ["value", "band", "coverage", "secured", "target"]
    columns = ["tendency", "coverage"] if tendencies_only else numbers
    rows = [[texts("profile.blocks"), *(texts(f"profile.{column}") for column in columns)]]
    for result in results:
        cells = _cells(result, texts)
        limited = f" ({texts('score.limited')})" if result.scored.limited_comparability else ""
        rows.append([f"{result.name}{limited}", *(cells[column] for column in columns)])
    return table(rows, numbers=range(1, len(columns) + 1))


def _cells(result: BlockResult, texts: Texts) -> dict[str, str]:
    score, secured = result.score, result.scored.secured_level
    if score.coverage is None:
        value = texts("score.not_applicable")
    else:
        value = texts("score.not_sound") if score.value is None else texts.number(score.value)
    return {
        "value": value,
        "tendency": texts(f"tendency.{result.tendency or 'none'}"),
        "band": band_words(result, texts),
        "coverage": texts.share(score.coverage),
        "secured": NO_VALUE if secured is None else str(secured),
        "target": texts.number(result.scored.target),
    }


def _unknown(opened: OpenAssessment, profile: Profile, texts: Texts) -> Iterator[str]:
    """What nobody knows yet by area, how much is open, and where it says whom to ask."""
    yield f"## {texts('paper.unknown')}"
    yield plain(unknown_lead(opened, profile, texts))
    unknown = set(profile.unknown_items)
    for area in opened.questionnaire.areas:
        titles = [item.title for item in area.items if item.id in unknown]
        if titles:
            yield f"**{plain(area.name)}:** {plain('; '.join(titles))}"
    if profile.unknown_items or profile.open_items:
        yield texts("paper.plan")
