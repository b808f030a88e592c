"""A profile as lines of text: minimum requirements first, then blocks, areas and the unknown."""

from collections.abc import Iterator, Mapping, Sequence

from kiassess.cli.tables import aligned
from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.kinds import Extent
from kiassess.domain.profile import BlockResult, Profile, make_profile
from kiassess.domain.scoring import BlockScore
from kiassess.wording.findings import ai_notice, band_words, gates_title
from kiassess.wording.summary import profile_summary, profile_title
from kiassess.wording.texts import NO_VALUE, Texts

INDENT = "  "


def profile_lines(opened: OpenAssessment, texts: Texts) -> Iterator[str]:
    """All that ``kiassess profile`` prints, line by line."""
    profile = make_profile(opened)
    sections = [
        _head(opened, texts),
        _gates(opened, profile, texts),
        [profile_title(profile, texts)],
        _results("profile.blocks", profile.blocks, opened, texts),
        _results("profile.areas", profile.areas, opened, texts),
        _unknown(opened, profile, texts),
        [*profile_summary(profile, texts), texts("summary.disclaimer")],
    ]
    for place, lines in enumerate(section for section in sections if section):
        if place:
            yield ""
        yield from lines


def _head(opened: OpenAssessment, texts: Texts) -> list[str]:
    assessment = opened.assessment
    municipality, progress = assessment.municipality, opened.progress()
    kind = municipality.designation or texts(f"type.{municipality.type.value}")
    return [
        texts("profile.name", name=municipality.name, kind=kind),
        texts("profile.population", population=texts.count(municipality.population)),
        texts(
            "profile.round",
            date=texts.day(assessment.round_date),
            extent=texts(f"extent.{assessment.extent.value}"),
            done=progress.touched,
            total=progress.total,
        ),
        texts(
            "profile.questionnaire",
            title=opened.questionnaire.title,
            version=assessment.questionnaire_version,
        ),
    ]


def _gates(opened: OpenAssessment, profile: Profile, texts: Texts) -> list[str]:
    rows = [
        [
            texts(f"gate.{gate.status}"),
            opened.questionnaire.item(gate.item_id).title,
            texts(f"state.{gate.state}")
            if gate.level is None
            else texts("items.level", level=gate.level),
        ]
        for gate in profile.gates
    ]
    ai = texts(f"ai.{profile.ai_in_use or 'open'}")
    notice = ai_notice(profile, texts)
    return [
        gates_title(profile, texts),
        *(f"{INDENT}{line}" for line in aligned(rows)),
        texts("profile.ai", ai=ai),
        *([notice] if notice else []),
    ]


def _results(
    key: str, results: Sequence[BlockResult], opened: OpenAssessment, texts: Texts
) -> list[str]:
    """A table of building blocks, their facets below them, or of areas."""
    quick = opened.assessment.extent is Extent.QUICK
    secured = any(result.scored.secured_level is not None for result in results)
    columns = ["tendency", "coverage"] if quick else ["value", "band", "coverage"]
    columns += ["secured", "target"] if secured else []
    rows = [[texts(key), *(texts(f"profile.{column}") for column in columns), ""]]
    for result in results:
        limited = texts("score.limited") if result.scored.limited_comparability else ""
        cells = _cells(result, texts)
        rows.append([result.name, *(cells[column] for column in columns), limited])
        for half in () if quick else _halves(result, opened):
            cells = _cells(half, texts)
            rows.append([f"{INDENT}{half.name}", *(cells[column] for column in columns), ""])
    return list(aligned(rows, right=range(1, len(columns) + 1)))


def _halves(result: BlockResult, opened: OpenAssessment) -> Iterator[BlockResult]:
    """The facets of a double block, as if they were blocks."""
    names = {f.id: f.name for block in opened.questionnaire.blocks for f in block.facets}
    for facet in result.scored.facets:
        scored = BlockScore(facet.id, facet.score, (), None, limited_comparability=False)
        yield BlockResult(facet.id, names[facet.id], scored)


def _cells(result: BlockResult, texts: Texts) -> Mapping[str, str]:
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


def _unknown(opened: OpenAssessment, profile: Profile, texts: Texts) -> list[str]:
    """The items answered “weiß nicht” under a heading; nothing if there are none."""
    if not profile.unknown_items:
        return []
    titles = {item.id: item.title for item in opened.items()}
    lines = [f"{INDENT}{titles[item_id]} ({item_id})" for item_id in profile.unknown_items]
    return [texts("profile.unknown"), *lines]
