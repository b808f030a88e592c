"""The exchange file: the same bytes for the same assessment, and nothing else believed."""

import json
import random
import re
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta, timezone
from enum import StrEnum
from uuid import UUID

import pytest
from builders import NOON
from hostile import HOSTILE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packages import answered, begun, everything, frozen, full, mark_of, questionnaire_text
from schema_check import problems, schema

from kiassess.domain.assessment import Answer, Evidence
from kiassess.domain.errors import (
    ExchangeDamagedError,
    ExchangeEmptyError,
    ExchangeForeignError,
    ExchangeTooLargeError,
    ExchangeTooNewError,
    KiassessError,
)
from kiassess.domain.municipality import Municipality
from kiassess.domain.package import anonymous
from kiassess.domain.planning import PlanEntry, PlanFrame
from kiassess.exchange import exchange_file
from kiassess.exchange.exchange_file import read_package, to_bytes
from kiassess.exchange.strict_json import canonical, checksum

WHOLE = everything()
REAL = to_bytes(WHOLE)
FULL = full()
KEPT = to_bytes(FULL)


def sealed(content, **frame) -> bytes:
    """A file with this content and the checksum that belongs to it."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    mark = mark_of(text)
    whole = {"checksum": mark, "content": content, "kiassess_exchange": 1, **frame}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def content():
    """The content of a real file, to be changed."""
    return json.loads(REAL)["content"]


def put(place, value):
    """The content with another value at a place; ``...`` removes what is there."""
    changed = content()
    *path, last = place
    inner = changed
    for key in path:
        inner = inner[key]
    if value is ...:
        del inner[last]
    else:
        inner[last] = value
    return changed


def damaged(data) -> str:
    """Where a file is found damaged."""
    with pytest.raises(ExchangeDamagedError, match="“Krems”") as error:
        read_package(data, "Krems")
    return error.value.values["where"]


# --- out and in


@pytest.mark.parametrize(
    "package",
    [
        pytest.param(begun(), id="new"),
        pytest.param(WHOLE, id="everything"),
        pytest.param(FULL, id="entries"),
        pytest.param(begun(municipality=Municipality("Ö")), id="bare"),
        pytest.param(begun(is_example=True), id="example"),
    ],
)
def test_what_goes_out_comes_back(package):
    data = to_bytes(package)
    assert read_package(data, "a") == package
    assert to_bytes(read_package(data, "a")) == data
    assert problems(json.loads(data)) == []


def test_a_file_is_one_line_of_utf_8_with_sorted_keys():
    text = REAL.decode("utf-8")
    assert text.endswith("}\n")
    assert text.count("\n") == 1
    assert text == canonical(json.loads(text)) + "\n"
    assert "Überblick" in text


def test_the_order_of_answers_and_states_makes_no_difference():
    one = frozen(frozen(WHOLE, "B", at=NOON), "A", at=NOON)
    backwards = replace(
        one,
        answers=dict(reversed(one.answers.items())),
        changed=dict(reversed(one.changed.items())),
        states=one.states[::-1],
    )
    assert to_bytes(backwards) == to_bytes(one)


def test_a_file_without_voices_does_not_mention_them():
    assert b'"voices"' not in to_bytes(answered(begun(), ("data.one", 1)))
    voices = json.loads(REAL)["content"]["voices"]
    assert voices.keys() == {"data.one", "data.new"}
    assert voices["data.one"].keys() == {WHO}


def test_a_file_without_entries_does_not_mention_them():
    assert b'"entries"' not in REAL
    entries = json.loads(KEPT)["content"]["entries"]
    assert entries.keys() == {
        "plan", "measure", "hidden", "system", "field", "use_case", "frame",
    }  # fmt: skip
    assert entries["plan"].keys() == {"m.data.inventory", "p"}
    assert entries["plan"]["m.data.inventory"]["start"] == "2027-01-11"
    assert entries["system"].keys() == {"4f1c"}


def test_times_are_written_in_utc():
    summer = timezone(timedelta(hours=2))
    elsewhere = replace(WHOLE.assessment, created_at=NOON.astimezone(summer))
    assert to_bytes(replace(WHOLE, assessment=elsewhere)) == REAL


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_people_type_comes_back(text):
    typed = text.encode("utf-8", "replace").decode().replace("\0", "")  # as it is stored
    answer = Answer("data.one", note=typed, evidence=Evidence(pointer=typed), responsible=typed)
    package = replace(begun(), answers={"data.one": answer}, changed={"data.one": NOON})
    data = to_bytes(package)
    assert read_package(data, "a") == package
    assert problems(json.loads(data)) == []


def test_a_byte_order_mark_other_gaps_and_unknown_keys_do_no_harm():
    later = put(["plan"], {"measures": [1, None, 2.5]})
    later["answers"]["data.one"]["colour"] = "blue"
    data = b"\xef\xbb\xbf" + sealed(later, comment="seen by the county")
    assert read_package(data, "a") == WHOLE


def test_the_schema_names_nothing_on_the_network():
    assert schema()["$id"] == "urn:kiassess:exchange:1"
    assert not re.search(r'"\$ref": "(?!#)', json.dumps(schema()))


# --- what is refused


@pytest.mark.parametrize("data", [b"", b"\n", b"  \r\n", b"\xef\xbb\xbf", bytes(5000)])
def test_an_empty_file_is_told_as_such(data):
    with pytest.raises(ExchangeEmptyError):
        read_package(data, "a")


@pytest.mark.parametrize(
    "data",
    [
        b"null",
        b"[]",
        b"{}",
        b"3",
        b'{"content": {}, "checksum": ""}',
        b"Sehr geehrte Damen und Herren",
        b"PK\x03\x04" + bytes(100),
        b"SQLite format 3\x00" + bytes(100),
        b"[" * 100_000,
        '{"a": "ä"}'.encode("latin-1"),
        '{"a": 1}'.encode("utf-16"),
        random.Random(1).randbytes(2_000),
    ],
    ids=range(12),
)
def test_another_file_is_told_as_such(data):
    with pytest.raises(ExchangeForeignError):
        read_package(data, "a")


@pytest.mark.parametrize("length", [20, 100, len(REAL) // 2, len(REAL) - 30, len(REAL) - 3])
def test_a_file_that_is_cut_off_is_damaged(length):
    assert damaged(REAL[:length]) == "JSON"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "latin-1"])
def test_a_file_saved_in_another_encoding_is_damaged(encoding):
    assert damaged(
        REAL.decode().replace("🏛", "").replace("“", "").replace("”", "").encode(encoding)
    )


def test_a_newer_format_asks_for_a_newer_program():
    for newer in (2, 99, 10**400):
        with pytest.raises(ExchangeTooNewError):
            read_package(sealed({}, kiassess_exchange=newer), "a")


@pytest.mark.parametrize("number", [0, -1, True, "1", 1.0, None, [1]])
def test_a_format_that_is_no_number_is_damaged(number):
    assert damaged(sealed(content(), kiassess_exchange=number)) == "kiassess_exchange"


def test_a_file_that_is_too_large_is_not_even_opened(monkeypatch):
    monkeypatch.setattr(exchange_file, "LARGEST_BYTES", 2 * 1024 * 1024)
    with pytest.raises(ExchangeTooLargeError, match="2 MB"):
        read_package(bytes(2 * 1024 * 1024 + 1), "a")


@pytest.mark.parametrize("mark", ["0" * 64, "", None, 7, REAL[13:77].decode().upper()])
def test_another_checksum_is_damage(mark):
    assert damaged(sealed(content(), checksum=mark)) == "checksum"


def test_one_other_character_is_damage():
    assert damaged(REAL.replace(b"Musterbach", b"Musterdorf")) == "checksum"


@pytest.mark.parametrize(
    "text",
    [
        '{"kiassess_exchange": 1, "kiassess_exchange": 1}',
        '{"kiassess_exchange": 1, "content": NaN}',
        '{"kiassess_exchange": 1, "content": -Infinity}',
        '{"kiassess_exchange": 1, "content": ' + "[" * 100_000 + "}",
        '{"kiassess_exchange": 1, "content": ' + "9" * 5_000 + "}",
        '{"kiassess_exchange": 1, "content": [' + "[]," * 1_100_000 + "[]]}",
    ],
    ids=["twice", "nan", "infinity", "deep", "digits", "many"],
)
def test_json_that_is_none_is_damage(text):
    assert damaged(text.encode()) == "JSON"


@pytest.mark.parametrize("text", ['"\\ud800"', '{"a": "\\udfff"}', "1e999", "[" * 900 + "]" * 900])
def test_json_that_cannot_be_written_again_is_damage(text):
    raw = '{"checksum": "' + "0" * 64 + '", "content": {"a": ' + text + '}, "kiassess_exchange": 1}'
    assert damaged(raw.encode()) in {"content", "checksum"}


def questionnaires(value):
    return ["questionnaires", mark_of(canonical(value))], value


DEEP = {"structure": {"id": "a", "version": "1", "x": json.loads("[" * 40 + "]" * 40)}, "texts": {}}
LONG = {"structure": {"id": "a", "version": "1", "x": [0] * 2_001}, "texts": {}}
NUL = {"structure": {"id": "a", "version": "1", "x\0": 1}, "texts": {}}
CURRENT = WHOLE.questionnaire
ONE = ["answers", "data.one"]
STEP = ["journal", 0]
CHANGE = [*STEP, "changes", 0]
STATE = ["states", 0]
WHO = "Hauptamt, Frau Ö/2"
VOICE = ["voices", "data.one", WHO]
HEARD = ["journal", 4, "changes", 1]  # after the facts


@pytest.mark.parametrize(
    ("place", "value", "where"),
    [
        (["assessment"], ..., "assessment"),
        (["assessment"], [], "assessment"),
        (["assessment", "id"], "1", "assessment.id"),
        (["assessment", "id"], "0000000A-0000-4000-8000-000000000000", "assessment.id"),
        (["assessment", "id"], "00000001-0000-4000-8000-000000000000\n", "assessment.id"),
        (["assessment", "questionnaire"], "0" * 64, "assessment.questionnaire"),
        (["assessment", "extent"], "huge", "assessment.extent"),
        (["assessment", "extent"], ["full"], "assessment.extent"),
        (["assessment", "round_date"], "0001-01-01", "assessment.round_date"),
        (["assessment", "round_date"], "2026-02-30", "assessment.round_date"),
        (["assessment", "round_date"], "20260301", "assessment.round_date"),
        (["assessment", "round_date"], None, "assessment.round_date"),
        (["assessment", "population"], -1, "assessment.population"),
        (["assessment", "population"], 10**30, "assessment.population"),
        (["assessment", "population"], 9_000.0, "assessment.population"),
        (["assessment", "population"], True, "assessment.population"),
        (["assessment", "is_example"], 0, "assessment.is_example"),
        (["assessment", "created_at"], "2026-03-02T12:00:00.000", "assessment.created_at"),
        (["assessment", "created_at"], "9999-12-31T23:59:59.999+00:00", "assessment.created_at"),
        (["assessment", "changed_at"], "2026-13-02T12:00:00.000+00:00", "assessment.changed_at"),
        (["municipality", "name"], "  ", "municipality.name"),
        (["municipality", "name"], "a\nb", "municipality.name"),
        (["municipality", "name"], "ä" * 201, "municipality.name"),
        (["municipality", "type"], "village", "municipality.type"),
        (["municipality", "key"], "x", "municipality.key"),
        (["municipality", "state"], "\0", "municipality.state"),
        (["municipality", "district"], None, "municipality.district"),
        (["questionnaires"], {}, "assessment.questionnaire"),
        (["questionnaires", CURRENT, "texts"], {}, f"questionnaires.{CURRENT}"[:60]),
        (*questionnaires({"structure": {"id": "a"}, "texts": {}}), "questionnaires."),
        (*questionnaires({"structure": [], "texts": {}}), "questionnaires."),
        (*questionnaires(DEEP), "questionnaires."),
        (*questionnaires(LONG), "questionnaires."),
        (*questionnaires(NUL), "questionnaires."),
        (["answers"], [], "answers"),
        (ONE, None, "answers.data.one"),
        ([*ONE, "level"], 5, "answers.data.one.level"),
        ([*ONE, "level"], -1, "answers.data.one.level"),
        ([*ONE, "level"], "3", "answers.data.one.level"),
        ([*ONE, "level"], None, "answers.data.one.state"),
        ([*ONE, "state"], "unknown", "answers.data.one.state"),
        ([*ONE, "state"], "", "answers.data.one.state"),
        ([*ONE, "target"], 2.5, "answers.data.one.target"),
        ([*ONE, "note"], "a\0b", "answers.data.one.note"),
        ([*ONE, "note"], "a" * 1_000_001, "answers.data.one.note"),
        ([*ONE, "evidence_date"], "3.4.2026", "answers.data.one.evidence_date"),
        ([*ONE, "delivery"], 1, "answers.data.one.delivery"),
        ([*ONE, "changed_at"], ..., "answers.data.one.changed_at"),
        ([*ONE, "note"], "another", "journal 4"),
        (["answers", "infra.one", "reason"], " ", "answers.infra.one.state"),
        (["answers", "data.\x1b[2J"], {}, "answers.data.\N{REPLACEMENT CHARACTER}[2J"),
        (["journal"], {}, "journal"),
        (["journal"], [1], "journal 1"),
        ([*STEP, "kind"], "magic", "journal 1.kind"),
        ([*STEP, "kind"], "undo", "journal 1"),
        ([*STEP, "kind"], "redo", "journal 1"),
        ([*STEP, "undoes"], 1, "journal 1"),
        ([*STEP, "undoes"], 10**9, "journal 1.undoes"),
        ([*STEP, "joins"], 1, "journal 1.joins"),
        ([*STEP, "who"], None, "journal 1.who"),
        ([*STEP, "changes"], [], "journal 1.changes"),
        ([*CHANGE, "subject"], "wish", "journal 1.changes 1.subject"),
        ([*CHANGE, "subject"], "plan", "journal 1.changes 1.after.title"),
        ([*CHANGE, "item"], "", "journal 1.changes 1.item"),
        ([*CHANGE, "item"], "other.item", "journal 1"),
        ([*CHANGE, "after", "level"], 2, "journal 4"),
        ([*CHANGE, "after"], None, "journal 4"),
        (["journal", 4, "changes", 0, "item"], "x", "journal 5.changes 1.item"),
        (["journal", 4, "changes", 0, "after"], None, "journal 5.changes 1.after"),
        (["journal", 5, "changes", 0, "after"], "0" * 64, "journal"),
        (["journal", 5, "changes", 0, "after"], 1, "journal 6.changes 1.after"),
        (["journal", 6, "undoes"], 5, "journal 7"),
        (["journal", 6, "undoes"], None, "journal 7"),
        ([*STATE, "name"], "", "states 1.name"),
        ([*STATE, "name"], "x" * 81, "states 1.name"),
        ([*STATE, "name"], "a\u202eb", "states 1.name"),
        ([*STATE, "legal_table"], "0" * 64, "states"),
        ([*STATE, "questionnaire"], "0" * 64, "states 1.questionnaire"),
        ([*STATE, "frozen_at"], "", "states 1.frozen_at"),
        ([*STATE, "answers", "data.one", "level"], 9, "states 1.answers.data.one.level"),
        (["voices"], [], "voices"),
        (["voices"], {}, "journal 5"),
        (["voices"], ..., "journal 5"),
        (["voices", "data.one"], [], "voices.data.one"),
        (VOICE, None, f"voices.data.one.{WHO}"),
        ([*VOICE, "level"], 5, f"voices.data.one.{WHO}.level"),
        ([*VOICE, "level"], 2, "journal 5"),
        ([*VOICE, "given_at"], "", f"voices.data.one.{WHO}.given_at"),
        ([*VOICE, "role"], None, f"voices.data.one.{WHO}.role"),
        (["voices", "data.one", " "], content()["voices"]["data.one"][WHO], "voices.data.one. "),
        (["voices", "data.one", "a" * 101], content()["voices"]["data.one"][WHO], "voices."),
        (["voices", "data.one", "a\nb"], content()["voices"]["data.one"][WHO], "voices."),
        ([*HEARD, "item"], "data.one", "journal 5.changes 2.item"),
        ([*HEARD, "item"], "data.one/", "journal 5.changes 2.item"),
        ([*HEARD, "item"], f"/{WHO}", "journal 5.changes 2.item"),
        ([*HEARD, "item"], "data.one/IT", "journal 5"),
        ([*HEARD, "after"], None, "journal 5"),
        ([*HEARD, "subject"], "answer", "journal"),
        ([*STATE, "voices"], [], "states 1.voices"),
        ([*STATE, "voices", "data.one", WHO, "level"], 9, "states 1.voices."),
        (["legal_tables"], {"0" * 64: "x"}, f"legal_tables.{'0' * 64}"[:60]),
        (["legal_tables"], [], "legal_tables"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_damage_and_its_place_is_named(place, value, where):
    found = damaged(sealed(put(place, value)))
    assert found.startswith(where)
    assert len(found) <= 60
    assert found.isprintable()


ENTRY = ["entries", "plan", "m.data.inventory"]


@pytest.mark.parametrize(
    ("place", "value", "where"),
    [
        (["entries"], [], "entries"),
        (["entries"], ..., "journal 2"),
        (["entries", "plan"], None, "entries.plan"),
        (["entries", "wish"], {}, "entries.wish"),
        (["entries", "answer"], {}, "entries.answer"),
        (["entries", "plan", "a b"], {"title": "x"}, "entries.plan.a b"),
        (["entries", "plan", "new"], {"title": "x"}, None),
        (["entries", "frame", "new"], {}, "entries.frame.new.id"),
        (ENTRY, "x", "entries.plan.m.data.inventory"),
        ([*ENTRY, "title"], ..., "entries.plan.m.data.inventory.title"),
        ([*ENTRY, "step"], 8, "entries.plan.m.data.inventory.step"),
        ([*ENTRY, "due"], "2020-01-01", "entries.plan.m.data.inventory.due"),
        ([*ENTRY, "kpi", "start"], "3", "entries.plan.m.data.inventory.kpi"),
        ([*ENTRY, "note"], "another", "journal 4"),
        (["journal", 1, "changes", 0, "item"], "", "journal 2.changes 1.item"),
        (["journal", 1, "changes", 0, "after"], 3, "journal 2.changes 1.after"),
        (["journal", 1, "kind"], "wish", "journal 2.kind"),
        ([*STATE, "entries", "plan", "p", "title"], "", "states 1.entries.plan.p.title"),
    ],
)
def test_a_wrong_entry_is_damage_and_its_place_is_named(place, value, where):
    changed = json.loads(KEPT)["content"]
    *path, last = place
    inner = changed
    for key in path:
        inner = inner[key]
    if value is ...:
        del inner[last]
    else:
        inner[last] = value
    if where is None:  # an entry may be there without a journal
        read_package(sealed(changed), "a")
    else:
        assert damaged(sealed(changed)).startswith(where)


def test_an_older_file_without_newer_fields_is_read():
    changed = json.loads(KEPT)["content"]
    changed |= {"journal": [], "states": [], "legal_tables": {}}
    changed["entries"] = {"plan": {"p": {"title": "P"}}, "frame": {"frame": {}}}
    data = sealed(changed)
    assert problems(json.loads(data)) == []
    package = read_package(data, "a")
    assert set(package.entries.values()) == {PlanEntry("p", "P"), PlanFrame()}


def test_the_schema_knows_wrong_values_too():
    for place, value in (
        ([*ONE, "level"], 5),
        ([*ONE, "note"], None),
        ([*STEP, "changes"], []),
        (["assessment", "id"], "1"),
        (["assessment", "round_date"], "20260301"),
        (["municipality", "key"], "x"),
        (["journal", 4, "changes", 0, "after"], None),
        (["states", 0, "name"], ""),
        (["questionnaires"], {}),
    ):
        assert problems(json.loads(sealed(put(place, value)))), place
    for name, value in (("step", 8), ("days", -1.0), ("start", "x"), ("title", ""), ("aims", 1)):
        changed = json.loads(KEPT)["content"]
        changed["entries"]["plan"]["p"][name] = value
        assert problems(json.loads(sealed(changed))), name


def test_a_state_cannot_be_there_twice():
    twice = content()
    twice["states"].append(twice["states"][0] | {"name": twice["states"][0]["name"].upper()})
    assert damaged(sealed(twice)) == "states"


def test_a_change_cannot_be_there_twice_in_a_step():
    twice = content()
    twice["journal"][0]["changes"] *= 2
    assert damaged(sealed(twice)) == "journal 1.changes"


def test_too_many_legal_tables_are_damage():
    many = content()
    many["legal_tables"] = {mark_of(text): text for text in (c * 900_000 for c in "abcde")}
    assert damaged(sealed(many)) == "legal_tables"


# --- any damage at all


def refused_or_the_same(data):
    try:
        found = read_package(data, "a")
    except KiassessError:
        return
    assert found == WHOLE


def test_flipped_bytes_are_never_believed():
    chance = random.Random(20261122)
    for _ in range(500):
        data = bytearray(REAL)
        for _ in range(chance.choice((1, 1, 2, 20))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        refused_or_the_same(bytes(data))


def test_pieces_left_out_doubled_or_swapped_are_never_believed():
    chance = random.Random(22)
    for _ in range(300):
        low, high = sorted(chance.randrange(len(REAL)) for _ in range(2))
        piece = REAL[low:high]
        for data in (REAL[:low] + REAL[high:], REAL[:high] + piece + REAL[high:], piece):
            refused_or_the_same(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


def places(value, path=()):
    """All places in a JSON value but its root."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in inner:
        yield (*path, key)
        if isinstance(one, (dict, list)):
            yield from places(one, (*path, key))


def of_entries():
    """The content of a file with entries, to be changed; only those are looked at."""
    kept = json.loads(KEPT)["content"]
    return kept, sorted((("entries", *path) for path in places(kept["entries"])), key=str)


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(place=st.sampled_from(of_entries()[1]), value=JSON)
def test_an_entry_with_any_other_value_gives_no_surprise(place, value):
    changed, _ = of_entries()
    changed |= {"journal": [], "states": [], "legal_tables": {}}
    *path, last = place
    inner = changed
    for key in path:
        inner = inner[key]
    inner[last] = value
    try:
        package = read_package(sealed(changed), "a")
    except (KiassessError, UnicodeEncodeError):
        return
    assert read_package(to_bytes(package), "a") == package
    assert problems(json.loads(to_bytes(package))) == []


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(place=st.sampled_from(sorted(places(content()), key=str)), value=JSON | st.just(...))
def test_a_sealed_file_with_any_other_value_gives_no_surprise(place, value):
    try:
        data = sealed(put(place, value))
    except UnicodeEncodeError:
        return
    try:
        package = read_package(data, "a")
    except KiassessError:
        return
    assert read_package(to_bytes(package), "a") == package


def test_days_at_the_ends_of_our_times_are_kept():
    for day in (date(1900, 1, 1), date(2100, 12, 31)):
        package = begun(round_date=day)
        assert read_package(to_bytes(package), "a") == package


def test_an_answer_may_be_there_without_a_journal():
    package = replace(answered(begun(), ("data.one", 2)), journal=())
    assert read_package(to_bytes(package), "a") == package


def test_the_checksum_is_that_of_the_canonical_content():
    whole = json.loads(REAL)
    assert whole["checksum"] == checksum(canonical(whole["content"]))
    assert questionnaire_text() == canonical(json.loads(questionnaire_text()))


def typed(value):
    """Every text that somebody has typed into an entry."""
    if isinstance(value, str):
        return [] if isinstance(value, StrEnum) or len(value) < 3 else [value]
    if isinstance(value, tuple):
        return [text for one in value for text in typed(one)]
    if not is_dataclass(value):
        return []
    names = [one.name for one in fields(value) if not one.name.endswith("id")]
    return [text for name in names for text in typed(getattr(value, name))]


@pytest.mark.parametrize("package", [FULL, WHOLE], ids=["entries", "voices"])
def test_an_anonymous_file_holds_no_word_of_voices_and_entries(package):
    content = json.loads(to_bytes(anonymous(package, new_id=str(UUID(int=5)), name="X")))["content"]
    assert problems({"kiassess_exchange": 1, "content": content, "checksum": "0" * 64}) == []
    assert not {"voices", "entries"} & content.keys()
    assert (content["journal"], content["states"]) == ([], [])
    text = canonical(content)
    words = [text for entry in package.entries.values() for text in typed(entry)]
    words += [voice.respondent for voice in package.voices.values()]
    words += [step.head.who for step in package.journal if len(step.head.who) > 2]
    assert words
    assert [word for word in words if canonical(word)[1:-1] in text] == []
