"""What a profile says in words."""

from pathlib import Path

import pytest
from builders import OPEN, UNKNOWN, make_item, make_questionnaire, open_assessment

from kiassess.domain.kinds import Extent
from kiassess.domain.profile import make_profile
from kiassess.wording.summary import profile_summary, profile_title
from kiassess.wording.texts import load_texts

FOLDER = Path(__file__).parents[2] / "resources" / "texts"


@pytest.fixture(scope="module")
def texts():
    return load_texts(FOLDER, "de")


def profile_of(values, *, extent=Extent.FULL, each=2):
    """A profile with ``each`` items a block, all answered alike."""
    blocks = [chr(ord("A") + number) for number in range(len(values))]
    items, given = [], {}
    for block, value in zip(blocks, values, strict=True):
        for number in range(each):
            item_id = f"q.{block.lower()}{'xyz'[number]}"
            items.append(make_item(item_id, block, gate=number == 0))
            given[item_id] = value
    return make_profile(open_assessment(make_questionnaire(items, blocks), given, extent=extent))


@pytest.mark.parametrize(
    ("profile", "title"),
    [
        pytest.param(profile_of([OPEN]), "Noch zu wenige Antworten für ein Profil", id="nothing"),
        pytest.param(profile_of([3, OPEN]), "Block A: 3,0 von 4", id="one-block"),
        pytest.param(
            profile_of([2, 2, 2]), "Die Bausteine liegen gleichauf bei 2,0 von 4", id="all-equal"
        ),
        pytest.param(
            profile_of([0, 0]), "Die Bausteine liegen gleichauf bei 0,0 von 4", id="all-at-zero"
        ),
        pytest.param(
            profile_of([2, 4, 0]),
            "Am weitesten: Block B. Größter Abstand: Block C.",
            id="firm-order",
        ),
        pytest.param(
            profile_of([4, 4, 0]),
            "Am weitesten: Block A, Block B. Größter Abstand: Block C.",
            id="two-share-the-lead",
        ),
        pytest.param(
            profile_of([4, 1, 1]),
            "Am weitesten: Block A. Größter Abstand: Block B, Block C.",
            id="two-share-the-end",
        ),
        pytest.param(
            profile_of([3, 1], each=1),
            "Die Bausteine liegen zwischen 1,0 und 3,0",
            id="order-that-does-not-hold",
        ),
        pytest.param(
            profile_of([3, 1], extent=Extent.QUICK),
            "Tendenz auf Basis von 4 Fragen",
            id="quick-check",
        ),
    ],
)
def test_the_title_says_the_message(texts, profile, title):
    assert profile_title(profile, texts) == title


@pytest.mark.parametrize(
    ("profile", "sentence"),
    [
        pytest.param(
            profile_of([2, 4, 0]),
            "Am weitesten ist der Baustein Block B (4,0), am niedrigsten liegt Block C (0,0).",
            id="firm-order",
        ),
        pytest.param(
            profile_of([4, 4, 0]),
            "Am weitesten: Block A, Block B (4,0), am niedrigsten: Block C (0,0).",
            id="two-share-the-lead",
        ),
        pytest.param(
            profile_of([4, 1, 1]),
            "Am weitesten: Block A (4,0), am niedrigsten: Block B, Block C (1,0).",
            id="two-share-the-end",
        ),
        pytest.param(
            profile_of([1, 1]), "Alle Bausteine liegen gleichauf bei 1,0.", id="all-equal"
        ),
        pytest.param(
            profile_of([3, 1], each=1),
            "Die Bausteine liegen so nahe beieinander, dass ihre Reihenfolge nicht belastbar ist.",
            id="order-that-does-not-hold",
        ),
        pytest.param(
            profile_of([3, UNKNOWN, OPEN]),
            "Für 2 von 3 Bausteinen reichen die Antworten noch nicht für einen Wert.",
            id="too-few-answers",
        ),
        pytest.param(
            profile_of([3, 1, OPEN], extent=Extent.QUICK),
            "Tendenzen: Block A hoch; Block B niedrig.",
            id="quick-check",
        ),
        pytest.param(
            profile_of([OPEN], extent=Extent.QUICK),
            "Tendenzen: noch keine, weil zu wenige Fragen beantwortet sind.",
            id="quick-check-without-answers",
        ),
    ],
)
def test_the_second_sentence_speaks_of_the_blocks(texts, profile, sentence):
    assert profile_summary(profile, texts)[1] == sentence


def test_minimum_requirements_come_first(texts):
    first = profile_summary(profile_of([2, 1, UNKNOWN]), texts)[0]
    assert first == "1 von 3 Mindestanforderungen sind erfüllt."


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        pytest.param([1, 2], "Alle Fragen sind geklärt.", id="all-settled"),
        pytest.param([1, UNKNOWN], "Mit „weiß nicht“ beantwortet: 2, noch offen: 0.", id="unknown"),
        pytest.param([1, OPEN], "Mit „weiß nicht“ beantwortet: 0, noch offen: 2.", id="open"),
    ],
)
def test_the_last_sentence_says_what_is_not_known(texts, values, sentence):
    assert profile_summary(profile_of(values), texts)[2:] == (sentence,)
