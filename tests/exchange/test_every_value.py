"""Whatever is stored of an assessment is found again in every file with results."""

import csv
import io
from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from builders import NOON, make_answer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from towns import GIVEN, small_town
from workbooks import results_of

from kiassess.domain.assessment import (
    AiInUse,
    AnswerState,
    Confidence,
    Evidence,
    EvidenceType,
    Voice,
)
from kiassess.domain.kinds import LEVELS, DeliveryMode, Extent
from kiassess.domain.municipality import Municipality, OrganisationType
from kiassess.domain.states import FrozenState
from kiassess.exchange.answers_csv import answers_csv
from kiassess.exchange.plain_text import plain_text
from kiassess.exchange.results_workbook import results_ods, results_workbook

# Letters, formulas, markup, gaps and line ends; nothing that ``plain_text`` takes away.
LETTERS = "aZ09äß€👍'\"&<>=+-@;,._ \n"
WORDS = st.text(LETTERS, max_size=30)
NAMES = st.text(LETTERS, min_size=1, max_size=30).filter(str.strip)
DAYS = st.dates(date(1900, 3, 1), date(2100, 12, 31))
MOMENTS = (st.integers(0, 10**9) | st.just(12 * 3600)).map(
    lambda seconds: NOON + timedelta(seconds=seconds)
)
ANY = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def maybe(values):
    return st.one_of(st.none(), st.sampled_from([*values]))


@st.composite
def answers(draw, item_id):
    state = draw(st.sampled_from(AnswerState))
    level = draw(st.sampled_from(LEVELS))
    answered = state is AnswerState.ANSWERED
    evidence = Evidence(draw(maybe(EvidenceType)), draw(WORDS), draw(st.none() | DAYS))
    return replace(
        make_answer(item_id, 0),
        state=state,
        level=level if answered else None,
        reason=draw(NAMES if state is AnswerState.NOT_APPLICABLE else WORDS),
        note=draw(WORDS),
        evidence=evidence,
        target=draw(maybe(LEVELS)),
        delivery=draw(maybe(DeliveryMode)),
        confidence=draw(maybe(Confidence)),
        responsible=draw(WORDS),
    )


@st.composite
def voices(draw, item_id):
    """What some respondents say about an item; nobody says the same name twice."""
    names = draw(st.lists(st.sampled_from(("Hauptamt", "IT, Herr Ü")), unique=True))
    return tuple(
        Voice(name, draw(answers(item_id)), draw(MOMENTS), draw(st.sampled_from(("", "x"))))
        for name in names
    )


@st.composite
def towns(draw):
    """A random assessment, with when each answer was changed."""
    opened = small_town({}, extent=draw(st.sampled_from(Extent)))
    chosen = draw(st.sets(st.sampled_from([*GIVEN])))
    given_answers = {item: draw(answers(item)) for item in sorted(chosen)}
    assessment = replace(
        opened.assessment,
        municipality=Municipality(
            draw(NAMES),
            type=draw(st.sampled_from(OrganisationType)),
            key=draw(st.text("0123456789", max_size=9)),
            state=draw(WORDS),
            district=draw(WORDS),
            population=draw(st.none() | st.integers(0, 4_000_000)),
            designation=draw(WORDS),
            territory_date=draw(st.just("") | DAYS.map(date.isoformat)),
        ),
        round_date=draw(DAYS),
        ai_in_use=draw(maybe(AiInUse)),
        created_at=draw(MOMENTS),
        changed_at=draw(MOMENTS),
        is_example=draw(st.booleans()),
    )
    heard = {item: draw(voices(item)) for item in sorted(draw(st.sets(st.sampled_from([*GIVEN]))))}
    state = FrozenState(
        draw(st.text("aä „“", min_size=1).filter(str.strip)), draw(MOMENTS), draw(WORDS), "1.0.0"
    )
    opened = replace(
        opened,
        assessment=assessment,
        answers=given_answers,
        voices={item: said for item, said in heard.items() if said},
        state=draw(st.none() | st.just(state)),
    )
    return opened, {item: draw(MOMENTS) for item in given_answers}


def shown(value):
    """A value as a reader finds it: texts without what cannot be seen, times of this computer."""
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, datetime):
        return value.astimezone().replace(tzinfo=None)
    return value


def of_answer(answer, texts):
    """Everything stored of an answer; what nobody has said is nothing to be found."""
    evidence = answer.evidence
    words = [
        ("state", answer.state),
        ("evidence", evidence.type),
        ("delivery", answer.delivery),
        ("confidence", answer.confidence),
    ]
    values = [answer.item_id, answer.level, answer.reason, answer.note, evidence.pointer]
    values += [evidence.dated, answer.target, answer.responsible]
    values += [texts(f"{section}.{value}") for section, value in words if value is not None]
    return [shown(value) for value in values if value not in {None, ""}]


def of_frame(opened, texts):
    """Everything stored of the assessment itself."""
    assessment, state = opened.assessment, opened.state
    town = assessment.municipality
    territory = date.fromisoformat(town.territory_date) if town.territory_date else None
    values = [assessment.id, assessment.questionnaire_id, assessment.questionnaire_version]
    values += [town.name, town.key, town.state, town.district, town.population, town.designation]
    values += [texts(f"type.{town.type}"), territory, assessment.round_date]
    values += [texts(f"extent.{assessment.extent}"), texts(f"ai.{assessment.ai_in_use or 'open'}")]
    values += [assessment.created_at, assessment.changed_at]
    values.append(texts("answers.yes" if assessment.is_example else "answers.no"))
    if state is not None:
        values += [state.name, state.at, state.who]
    return [shown(value) for value in values if value not in {None, ""}]


def same(cell, value):
    """Whether a cell holds a value; a reader takes a midnight for a day, and a day for it."""
    if isinstance(value, date):
        return isinstance(cell, date) and abs(moment(cell) - moment(value)) <= timedelta(seconds=1)
    return isinstance(value, str) == isinstance(cell, str) and cell == value


def moment(day):
    return day if isinstance(day, datetime) else datetime.combine(day, datetime.min.time())


def found(value, cells):
    return any(same(cell, value) for cell in cells)


@pytest.mark.parametrize("write", [results_workbook, results_ods], ids=["xlsx", "ods"])
@given(towns())
@ANY
def test_every_stored_value_is_in_the_workbook(write, texts_de, drawn):
    opened, changed = drawn
    content = write(results_of(opened, texts_de, changed=changed))
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    rows = book.get_sheet_by_name("Antworten").to_python()
    by_id = {row[0]: row for row in rows}
    asked = {item.id for item in opened.items()} | opened.answers.keys()
    assert by_id.keys() - {"Kennung"} == asked
    for item_id, answer in opened.answers.items():
        for value in (*of_answer(answer, texts_de), shown(changed[item_id])):
            assert found(value, by_id[item_id]), value
    said = book.get_sheet_by_name("Stimmen").to_python()[1:] if opened.voices else []
    by_voice = {(row[0], row[2]): row for row in said}
    assert len(by_voice) == len(said) == sum(map(len, opened.voices.values()))
    for item_id, found_voices in opened.voices.items():
        for voice in found_voices:
            row = by_voice[item_id, voice.respondent]
            for value in (*of_answer(voice.answer, texts_de), shown(voice.at), voice.role_id):
                assert not value or found(value, row), value
    guide = [cell for row in book.get_sheet_by_name("Lesehilfe").to_python() for cell in row]
    for value in of_frame(opened, texts_de):
        assert found(value, guide), value


@given(towns())
@ANY
def test_every_stored_value_of_an_answer_is_in_the_csv(texts_de, drawn):
    opened, changed = drawn
    content = answers_csv(opened, None, texts_de, changed=changed).decode("utf-8-sig")
    rows = csv.reader(io.StringIO(content, newline=""), delimiter=";")
    by_id = {row[0]: [cell.removeprefix("'") for cell in row] + row for row in rows}
    for item_id, answer in opened.answers.items():
        at = changed[item_id].astimezone().strftime("%d.%m.%Y %H:%M")
        for value in (*of_answer(answer, texts_de), at):
            words = f"{value:%d.%m.%Y}" if isinstance(value, date) else str(value)
            assert words in by_id[item_id], value
