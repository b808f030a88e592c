"""What was rescued, in three sentences."""

import re
from datetime import UTC, datetime

import pytest

from kiassess.domain.backups import Backup, BackupKind
from kiassess.domain.rescue import Rescue
from kiassess.wording.rescue import lost_question, rescue_words, unusable_question

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
BACKUP = Backup(AT, BackupKind.DAILY, "2026-11-20T093000.000Z daily.db")
ASIDE = "/home/amt/kiassess-backups/2026-11-22T101500Z damaged.db"


def rescue(**facts):
    return Rescue(
        **{
            "aside": ASIDE,
            "backup": BACKUP,
            "assessments": 4,
            "answers": 120,
            "from_backup": 0,
            "lost": (),
            "complete": False,
            **facts,
        }
    )


CASES = [
    pytest.param(rescue(complete=True), "; keine Antwort fehlt.", id="complete"),
    pytest.param(rescue(complete=True, assessments=1, answers=1),
                 "Gerettet sind 1 Standortbestimmung mit 1 Antwort; keine", id="complete-one"),
    pytest.param(rescue(), "; einzelne Änderungen können fehlen.", id="partly"),
    pytest.param(rescue(from_backup=12),
                 "; 12 davon stammen aus dem Verlauf oder aus der Sicherung vom 20.11.2026",
                 id="partly-from-backup"),
    pytest.param(rescue(from_backup=1), "; eine davon stammt aus dem Verlauf oder", id="one"),
    pytest.param(rescue(from_backup=12, backup=None),
                 "; 12 davon stammen aus dem Verlauf, einzelne", id="without-backup"),
    pytest.param(rescue(from_backup=120), "Die Antworten waren nicht mehr lesbar; 4 Standort",
                 id="nothing-but-the-backup"),
    pytest.param(rescue(lost=("", "Zell", "", "Aach")),
                 "nicht zu retten: „Aach“, „Zell“, 2 Standortbestimmungen ohne lesbaren Namen.",
                 id="some-lost"),
    pytest.param(rescue(lost=("Zell",), backup=None), "; nicht zu retten: „Zell“.",
                 id="one-lost-without-backup"),
    pytest.param(rescue(assessments=0, answers=0, complete=True),
                 "Standortbestimmungen waren keine darin.", id="empty"),
]  # fmt: skip


@pytest.mark.parametrize(("done", "part"), CASES)
def test_it_is_told_in_three_sentences(done, part, texts_de, texts_en):
    german = rescue_words(done, "kiassess.db", texts_de)
    assert german.startswith("„kiassess.db“ war beschädigt und ließ sich nicht öffnen. ")
    assert part in german
    for told in (german, rescue_words(done, "kiassess.db", texts_en)):
        shown = re.sub(r"\d{2}\.\d{2}\.\d{4}", "", told.replace(ASIDE, "hier"))
        assert len(re.findall(r"[.](?: |$)", shown)) == 3
        assert ASIDE in told


@pytest.mark.parametrize("texts", ["texts_de", "texts_en"])
def test_every_variant_is_another_sentence(texts, request):
    made = request.getfixturevalue(texts)
    told = [rescue_words(case.values[0], "kiassess.db", made) for case in CASES]
    assert len(set(told)) == len(told)


def test_only_what_is_certain_lets_people_go_on_without_looking(texts_de):
    assert "Sie können weiterarbeiten." in rescue_words(rescue(complete=True), "a.db", texts_de)
    assert "sehen Sie Ihre letzten Antworten durch" in rescue_words(rescue(), "a.db", texts_de)


def test_the_safe_answer_keeps_the_data(texts_de, texts_en):
    question = lost_question("kiassess.db", BACKUP, texts_de)
    assert texts_de.moment(AT) in question.text
    assert (question.other, question.safe) == ("Neu beginnen", "Sicherung wiederherstellen")
    question = unusable_question("kiassess.db", texts_en)
    assert "“kiassess.db”" in question.text
    assert (question.other, question.safe) == ("Begin anew", "Close kiassess")
