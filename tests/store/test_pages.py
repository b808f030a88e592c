"""Reading a SQLite file page by page gives what SQLite gives."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kiassess.store.pages import Pages

VALUES = (None, 0, 1, -1, 127, -300, 70_000, 2**31, -(2**40), 2**62, 1.5, "ä", "", b"\xff\x00")


def fill(connection, chance, *, rows=400):
    """A table with numbered rows, and one that is its own index; rows of all lengths."""
    connection.execute("CREATE TABLE plain (id INTEGER PRIMARY KEY, one, two, three)")
    connection.execute("CREATE TABLE sorted (id TEXT PRIMARY KEY, one, two) WITHOUT ROWID")
    for number in range(rows):
        long = chance.choice(["", "ü" * chance.randrange(200), "x" * chance.randrange(20_000)])
        row = chance.choice(VALUES), long, chance.choice(VALUES)
        connection.execute("INSERT INTO plain VALUES (?, ?, ?, ?)", [number * 7 - 100, *row])
        connection.execute("INSERT INTO sorted VALUES (?, ?, ?)", [f"{number:05}", *row[:2]])
    for table in ("plain", "sorted"):
        connection.execute(f"DELETE FROM {table} WHERE length(two) % 3 = 1")
    connection.commit()


def read(connection, table):
    return connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()


def roots(pages):
    found = (record.values for _, record in pages.records())
    return {values[1]: values[3] for values in found if values[:1] == ("table",)}


@pytest.mark.parametrize("size", [512, 1024, 4096, 65536])
@pytest.mark.parametrize("log", [False, True], ids=["file", "log"])
def test_everything_is_read(tmp_path, size, log):
    path = tmp_path / "some.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA page_size = {size}")
        connection.execute(f"PRAGMA journal_mode = {'WAL' if log else 'DELETE'}")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        fill(connection, random.Random(size))
        wal = Path(f"{path}-wal").read_bytes() if log else b""
        pages = Pages(path.read_bytes(), wal)
        right = {table: read(connection, table) for table in ("plain", "sorted")}
    assert not pages.log_damaged
    known = roots(pages)
    plain = pages.tree(known["plain"])
    assert [(r.rowid, *r.values[1:]) for r in sorted(plain, key=lambda r: r.rowid)] == right[
        "plain"
    ]
    in_order = sorted(pages.tree(known["sorted"]), key=lambda r: r.values[0])
    assert [r.values for r in in_order] == right["sorted"]


def test_what_an_earlier_round_has_left_in_the_log_is_not_read(tmp_path):
    path = tmp_path / "some.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        fill(connection, random.Random(3), rows=60)
        connection.execute("UPDATE plain SET one = 'old'")
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(FULL)").fetchall()
        connection.execute("UPDATE plain SET one = 'new', two = ''")
        connection.commit()
        pages = Pages(path.read_bytes(), Path(f"{path}-wal").read_bytes())
    assert not pages.log_damaged
    assert {record.values[1] for record in pages.tree(roots(pages)["plain"])} == {"new"}


def test_what_was_deleted_is_not_read(tmp_path):
    path = tmp_path / "some.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA secure_delete = OFF")
        fill(connection, random.Random(1))
        connection.execute("DROP TABLE sorted")
        connection.commit()
    indexed = [record for is_index, record in Pages(path.read_bytes()).records() if is_index]
    assert indexed == []


def test_a_tree_with_a_damaged_page_is_not_whole(tmp_path):
    path = tmp_path / "some.db"
    with closing(sqlite3.connect(path)) as connection:
        fill(connection, random.Random(2), rows=150)
    content = path.read_bytes()
    root = roots(Pages(content))["plain"]
    whole = len(Pages(content).tree(root))
    broken = []
    for page in range(1, len(content) // 4096, 9):
        damaged = Pages(content[: page * 4096] + bytes(4096) + content[(page + 1) * 4096 :])
        broken.append(damaged.tree(root) is None)
        assert broken[-1] or len(damaged.tree(root)) == whole
    assert any(broken)


@pytest.mark.parametrize("seed", range(4))
def test_noise_is_no_trap(seed):
    chance = random.Random(seed)
    noise = bytearray(b"SQLite format 3\0\x10\0" + chance.randbytes(60 * 4096))
    for page in range(60):
        noise[page * 4096 + 18 * (page == 0)] = chance.choice([2, 5, 10, 13])
    pages = Pages(bytes(noise), chance.randbytes(9000))
    assert pages.log_damaged
    assert len(list(pages.records())) < 60
    assert all(pages.tree(root) is None for root in range(70))


@pytest.mark.parametrize("content", [b"", b"\0", b"SQLite format 3\0", bytes(5000)])
def test_hardly_anything_is_nothing(content):
    assert list(Pages(content).records()) == []
    assert Pages(content).tree(1) is None
