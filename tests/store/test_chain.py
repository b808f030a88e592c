"""Journals with gaps count on, and can be taken back step by step."""

from builders import NOON
from hypothesis import given
from hypothesis import strategies as st

from kiassess.domain.history import StepHead, StepKind, Subject, stacks
from kiassess.store.chain import joined, mended
from kiassess.store.rows import stamp
from kiassess.store.table_rows import JournalRow

AT = stamp(NOON)
QUESTIONNAIRES = {1: "", 2: ""}


def change(step, kind, undoes=None, *, joins=False, item="q.1", subject=Subject.ANSWER):
    values = ("1", "2") if subject is Subject.QUESTIONNAIRE else (None, None)
    return JournalRow(
        "a", step, subject.value, item, kind.value, AT, "", undoes, int(joins), *values
    )


@st.composite
def journals(draw):
    """A journal as the program writes it: changes, typing, taking back, doing again."""
    rows = []
    for number in range(1, draw(st.integers(1, 25)) + 1):
        known = stacks(map(head, rows))
        what = draw(st.sampled_from(["answer", "typing", "move", "undo", "redo"]))
        if what == "undo" and known.undo:
            rows.append(change(number, StepKind.UNDO, known.undo[-1][0]))
        elif what == "redo" and known.redo:
            rows.append(change(number, StepKind.REDO, known.redo[-1][0]))
        elif what == "move":
            rows.append(change(number, StepKind.MOVE, item="", subject=Subject.QUESTIONNAIRE))
        else:
            rows.append(change(number, StepKind.ANSWER, joins=what == "typing"))
    return rows


def head(row):
    return StepHead(row.step, StepKind(row.kind), NOON, row.who, row.undoes, bool(row.joins))


@given(journals())
def test_a_journal_without_gaps_stays_as_it_is(rows):
    assert mended(rows, QUESTIONNAIRES) == rows


@given(journals(), st.data())
def test_with_gaps_nothing_that_is_left_is_dropped_and_all_can_be_taken_back(rows, data):
    kept = [row for row in rows if data.draw(st.booleans())]
    made = mended(kept, QUESTIONNAIRES)
    assert [row.step for row in made] == list(range(1, len(kept) + 1))
    assert [(row.subject, row.item_id) for row in made] == [(r.subject, r.item_id) for r in kept]
    for count in range(len(made) + 1):
        known = stacks(map(head, made[:count]))
        row = made[count] if count < len(made) else None
        if row is not None and row.kind == StepKind.UNDO:
            assert known.undo[-1][0] == row.undoes
        elif row is not None and row.kind == StepKind.REDO:
            assert known.redo[-1][0] == row.undoes
        else:
            assert row is None or row.undoes is None


def test_a_move_to_a_lost_questionnaire_is_left_out():
    row = change(1, StepKind.MOVE, item="", subject=Subject.QUESTIONNAIRE)
    assert mended([row, change(2, StepKind.UNDO, 1)], {1: ""}) == [
        change(1, StepKind.ANSWER)  # nobody knows any more what it took back
    ]


def by_key(rows):
    return {row[1:4]: row for row in rows}


def test_where_both_disagree_what_was_found_holds_from_there_on():
    found = [change(n, StepKind.ANSWER, item="new") for n in (2, 4)]
    backup = [change(n, StepKind.ANSWER, item="old") for n in (1, 2, 3)]
    other = [row._replace(who="x") for row in backup]
    assert joined(by_key(found), by_key(backup), ahead=True) == sorted([*backup, *found])
    assert joined(by_key(found), by_key([backup[0], *other[1:]]), ahead=True) == [
        backup[0], *found,
    ]  # fmt: skip


def test_only_a_backup_of_the_same_line_knows_what_comes_after():
    found = by_key([change(1, StepKind.ANSWER)])
    backup = by_key([change(n, StepKind.ANSWER) for n in (1, 2)])
    assert len(joined(found, backup, ahead=True)) == 2
    assert len(joined(found, backup, ahead=False)) == 1
    assert len(joined({}, backup, ahead=False)) == 2
