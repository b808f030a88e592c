"""The workplace check in words."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.workplace import (
    Finding,
    FindingKind,
    Severity,
    Stored,
    Versions,
    Workplace,
    findings,
)
from kiassess.wording.texts import Texts
from kiassess.wording.workplace import (
    facts,
    report_name,
    size_words,
    tell,
    workplace_notice,
    workplace_text,
)

NOW = datetime(2027, 3, 2, 12, 0, tzinfo=UTC)
KB, MB, GB = 10**3, 10**6, 10**9
WORKPLACE = Workplace(
    NOW,
    "~/kiassess",
    Stored("wal", NOW, 3, 1234, 2, NOW - timedelta(days=1)),
    Versions("0.1.0", "3.11.7", "6.11.3", "3.45.1", "Windows 11", "de"),
    file_system="NTFS",
    free_bytes=12_340_000_000,
    total_bytes=256 * GB,
    file_bytes=4_200_000,
)
CALM = replace(WORKPLACE, stored=replace(WORKPLACE.stored, journal_mode="delete"))
SHAPES = [  # all in which a finding has words of its own
    WORKPLACE,
    CALM,
    replace(CALM, on_network=True, synced_by="OneDrive"),
    replace(WORKPLACE, stored=Stored("wal", NOW + timedelta(days=1))),
]


@pytest.fixture(params=["de", "en"])
def texts(request):
    return request.getfixturevalue(f"texts_{request.param}")


def told(kind, workplace, texts, severity=Severity.WARNING):
    return tell(Finding(kind, severity), workplace, texts)


def table(workplace, texts):
    return {fact.name: fact.value for fact in facts(workplace, texts)}


# --- findings


@pytest.mark.parametrize("workplace", SHAPES)
@pytest.mark.parametrize("kind", FindingKind)
def test_every_finding_is_one_sentence(kind, workplace, texts):
    sentence = told(kind, replace(workplace, synced_by="Dropbox"), texts).sentence
    without_dates = sentence.replace(texts.moment(NOW), "").replace("02.03.2027", "")
    assert sentence.endswith(".")
    assert not re.search(r"[.!?] [A-ZÄÖÜ]", without_dates)
    assert "{" not in sentence
    assert re.search(r"kiassess", sentence)  # what it does about it


@pytest.mark.parametrize("workplace", SHAPES)
@pytest.mark.parametrize("kind", FindingKind)
def test_no_sentence_is_long(kind, workplace, texts):
    found = told(kind, replace(workplace, synced_by="Dropbox"), texts)
    for sentence in (found.sentence, *re.split(r"(?<=\.) ", found.advice)):
        assert len(sentence.split()) <= 26, sentence


def test_the_network_is_explained(texts_de):
    calm = told(FindingKind.NETWORK, replace(CALM, on_network=True), texts_de, Severity.HINT)
    assert calm.severity == "Hinweis"
    assert calm.sentence == (
        "Die Daten liegen auf einem Netzlaufwerk; "
        "kiassess speichert dort in der sichereren, etwas langsameren Art."
    )
    grave = told(FindingKind.NETWORK, replace(WORKPLACE, on_network=True), texts_de)
    assert grave.severity == "Warnung"
    assert "beim nächsten Start" in grave.sentence  # it does not save in the safer way yet


@pytest.mark.parametrize(("workplace", "safer"), [(CALM, True), (WORKPLACE, False)])
def test_nothing_is_promised_that_does_not_hold_yet(texts_de, workplace, safer):
    sentence = told(FindingKind.SYNCED, replace(workplace, synced_by="OneDrive"), texts_de).sentence
    assert sentence.startswith("OneDrive gleicht diesen Ordner")
    assert ("speichert hier darum in der sichereren" in sentence) is safer


def test_a_full_disk_is_told_with_its_room(texts_de):
    nearly = replace(WORKPLACE, free_bytes=84 * MB)
    assert (
        "nur noch 84,0\N{NO-BREAK SPACE}MB frei"
        in told(FindingKind.NEARLY_FULL, nearly, texts_de).sentence
    )


def test_a_wrong_clock_is_told_with_the_time_that_shows_it(texts_de):
    later = NOW + timedelta(days=3)
    ahead = replace(WORKPLACE, stored=Stored("wal", later))
    assert texts_de.moment(later) in told(FindingKind.CLOCK, ahead, texts_de).sentence
    assert texts_de.moment(NOW) in told(FindingKind.CLOCK, WORKPLACE, texts_de).sentence


def test_a_redirected_profile_is_told_by_where_the_data_lies(texts_de):
    here = told(FindingKind.REDIRECTED, WORKPLACE, texts_de)
    there = told(FindingKind.REDIRECTED, replace(WORKPLACE, on_network=True), texts_de)
    assert "auf diesem PC" in here.sentence
    assert "liegt im Netz" in there.sentence
    assert here.advice
    assert not there.advice


# --- the notice on the start page


def test_the_start_page_hears_the_weightiest_warning_only(texts_de):
    workplace = replace(WORKPLACE, read_only=True, synced_by="OneDrive")
    notice = workplace_notice(findings(workplace, NOW), workplace, texts_de)
    assert notice == told(FindingKind.READ_ONLY, workplace, texts_de).sentence


def test_hints_do_not_reach_the_start_page(texts_de):
    workplace = replace(CALM, redirected_profile=True, on_network=True)
    assert findings(workplace, NOW)
    assert workplace_notice(findings(workplace, NOW), workplace, texts_de) == ""


# --- facts


def test_the_facts_are_in_plain_words(texts_de):
    shown = table(replace(WORKPLACE, synced_by="Dropbox", read_only=True), texts_de)
    assert shown["Ordner"] == "~/kiassess"
    assert shown["Freier Platz"] == "12,3\N{NO-BREAK SPACE}GB von 256,0\N{NO-BREAK SPACE}GB"
    assert shown["Größe des Datenbestands"] == "4,2\N{NO-BREAK SPACE}MB"
    assert shown["Abgleich mit anderen Geräten"] == "Dropbox"
    assert (shown["Netzlaufwerk"], shown["Schreibgeschützt"]) == ("nein", "ja")
    assert shown["Anzahl der Antworten"] == "1\N{NARROW NO-BREAK SPACE}234"
    assert shown["Letzte Probe einer Sicherung"] == "noch keine"
    assert shown["Sprache des Fensters"] == "Deutsch"
    assert "(WAL)" in shown["Art des Speicherns"]


def test_what_is_unknown_is_said_to_be(texts_de):
    shown = table(Workplace(NOW, ""), texts_de)
    for name in ("Dateisystem", "Größe des Datenbestands", "Art des Speicherns", "Version von Qt"):
        assert shown[name] == "unbekannt"


def test_every_fact_has_a_name_of_its_own(texts):
    names = [fact.name for fact in facts(WORKPLACE, texts)]
    assert len(set(names)) == len(names)
    assert all(fact.value for fact in facts(replace(WORKPLACE, versions=Versions()), texts))


def test_the_journal_is_named_after_where_it_is_safe(texts_de):
    calm, quick = (table(one, texts_de)["Art des Speicherns"] for one in (CALM, WORKPLACE))
    assert calm == "etwas langsamer, auch für Netzlaufwerke (DELETE)"
    assert quick == "schneller, nur für Laufwerke dieses PCs (WAL)"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (None, "unbekannt"),
        (0, "0,0 KB"),
        (4096, "4,1 KB"),
        (999_900, "999,9 KB"),
        (MB, "1,0 MB"),
        (200 * MB, "200,0 MB"),
        (2_500 * GB, "2,5 TB"),
        (5_000_000 * GB, "5000,0 TB"),
    ],
)
def test_sizes(texts_de, count, words):
    assert size_words(count, texts_de) == words.replace(" ", "\N{NO-BREAK SPACE}")


@given(st.integers(0, 10**14))
def test_a_size_is_right_within_a_twentieth_of_its_unit(count):
    value, unit = size_words(count, Texts("en", {})).split("\N{NO-BREAK SPACE}")
    factor = 1000 ** (1 + ("KB", "MB", "GB", "TB").index(unit))
    assert abs(float(value) * factor - count) <= 0.0500001 * factor


# --- the text for others


def test_the_text_says_everything_once(texts):
    workplace = replace(WORKPLACE, synced_by="OneDrive", redirected_profile=True)
    found = findings(workplace, NOW)
    text = workplace_text(workplace, found, texts)
    for finding in found:
        said = tell(finding, workplace, texts)
        assert text.count(f"- {said.severity}: {said.sentence} {said.advice}") == 1
    for fact in facts(workplace, texts):
        assert text.count(f"\n- {fact.name}: {fact.value}\n") == 1
    assert text.endswith("\n")
    assert "\r" not in text
    assert texts("workplace.fine") not in text


def test_where_nothing_was_found_the_text_says_so(texts_de):
    text = workplace_text(WORKPLACE, findings(WORKPLACE, NOW), texts_de)
    assert "\n- Alles in Ordnung. kiassess hat nichts gefunden" in text


def test_the_text_says_what_is_not_in_it(texts_de):
    text = workplace_text(WORKPLACE, (), texts_de)
    assert text.startswith("kiassess: Arbeitsplatz-Check\n02.03.2027, ")
    assert "keine Antworten und keine Angaben zu Kommunen" in text


def test_the_file_is_named_after_the_day(texts_de, texts_en):
    day = NOW.astimezone().date().isoformat()
    assert report_name(WORKPLACE, texts_de) == f"kiassess Arbeitsplatz-Check {day}.txt"
    assert report_name(WORKPLACE, texts_en) == f"kiassess Workplace check {day}.txt"
