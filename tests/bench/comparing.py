"""How long comparing takes: a page of 30 and of 400 towns, and 11,000 towns with five rounds.

    python tests/bench/comparing.py     prints the figures alone

The largest workspace holds all of its 4.7 million answers, and the rows of levels that follow from
them; filling it takes most of the time. The baseline of a comparison is SQLite reading the same
rows, with nothing around it; that of the workbook is XlsxWriter writing the same cells of the same
formats. Memory is that of a process of its own.
"""

import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

ROUNDS = 5
PAGES = ((30, 1, 1_000), (400, 1, 2_000), (1_100, 5, 2_000), (11_000, 5, 2_000))
# towns, rounds, budget in ms
PERCENTILE_MS = 100
MEMORY_MIB = 600
GROWTH = 1.5  # times as long an assessment among ten times as many
WORKBOOK = 1.5  # times the bare library
PEAK = "--peak"  # the hidden argument of the process whose memory is measured
BARE = (
    "SELECT a.id, a.round_date, a.ai_in_use, m.name, k.levels FROM assessment a"
    " JOIN municipality m ON m.id = a.municipality_id"
    " JOIN kept_levels k ON k.assessment_id = a.id ORDER BY a.id"
)


@dataclass
class Figure:
    """One measurement.

    Attributes:
        name: What was measured.
        times: In milliseconds; memory in MiB.
        bare: The same of the baseline.
        ratio: What is compared with the budget, if not the shortest time.
        budget: As it is told.
        kept: Whether it is kept.
    """

    name: str
    times: list[float]
    bare: list[float]
    ratio: float
    budget: str
    kept: bool


def filled(folder, library, towns, rounds, *, answers=False):
    """A workspace file with so many assessments."""
    from filling import fill
    from many_towns import Many, many_towns

    from kiassess.workflow.workspace import open_for_writing

    file = folder / f"towns-{towns}-{rounds}.db"
    edition = library.load("ki-readiness")
    questionnaire = edition.questionnaire("de")
    item_ids = [item.id for item in questionnaire.items()] if answers else []
    with open_for_writing(file, library) as workspace:
        rows = many_towns(Many(towns, rounds), questionnaire)
        fill(workspace.db, rows, edition.to_json(), item_ids)
    return file


def bare_reading(file, times=ROUNDS):
    """Milliseconds of SQLite reading the rows a comparison needs."""
    found = []
    for _ in range(times):
        with closing(sqlite3.connect(file)) as connection:
            began = time.perf_counter()
            connection.execute(BARE).fetchall()
            found.append((time.perf_counter() - began) * 1000)
    return found


def openings(file, library):
    """Milliseconds until a workspace of this size can be written to."""
    from kiassess.workflow.workspace import open_for_writing

    began = time.perf_counter()
    with open_for_writing(file, library):
        return [(time.perf_counter() - began) * 1000]


def comparisons(file, library, times=ROUNDS):
    """Milliseconds from the open file to values and statistics of all blocks and areas."""
    from kiassess.workflow import comparing
    from kiassess.workflow.workspace import open_for_reading

    found = []
    for _ in range(times):
        with open_for_reading(file, library) as workspace:
            began = time.perf_counter()
            comparing.compare_chosen(workspace, comparing.choose(workspace), "de")
            found.append((time.perf_counter() - began) * 1000)
    return found


def percentiles(file, library, times=ROUNDS):
    """Milliseconds to find the peers of a town among all that are loaded, and its places."""
    from kiassess.domain.municipality import OrganisationType, SizeClass
    from kiassess.domain.peers import peer_group, standings
    from kiassess.workflow import comparing
    from kiassess.workflow.workspace import open_for_reading

    with open_for_reading(file, library) as workspace:
        everyone = comparing.choose(workspace)
        editions = comparing.editions_of(workspace, everyone)
    own = next(
        one
        for one in everyone
        if one.size_class is SizeClass.SMALL
        and one.municipality.type is OrganisationType.MUNICIPALITY  # the largest group
    )
    found = []
    for _ in range(times):
        began = time.perf_counter()
        standings(own, peer_group(own, everyone, editions), editions)
        found.append((time.perf_counter() - began) * 1000)
    return found


def workbooks(library, towns=11_000, times=3):
    """Milliseconds of ours, and of the bare library writing the same cells, taken in turn."""
    from builders import NOON
    from many_towns import Many, many_towns

    from kiassess.domain.comparison import compare
    from kiassess.exchange.comparison_workbook import ComparedResults, comparison_workbook
    from kiassess.paths import bundled
    from kiassess.wording.comparing import names
    from kiassess.wording.texts import load_texts

    questionnaire = library.load("ki-readiness").questionnaire("de")
    comparison = compare(list(many_towns(Many(towns), questionnaire)), {1: questionnaire})
    texts = load_texts(bundled().texts, "de")
    results = ComparedResults(comparison, names(comparison, texts), False, texts, NOON, "1")
    cells = _cells(comparison_workbook(results))
    ours, bare = [], []
    for _ in range(times):
        began = time.perf_counter()
        comparison_workbook(results)
        ours.append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        _write(cells)
        bare.append((time.perf_counter() - began) * 1000)
    return ours, bare


def _cells(content):
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def _write(cells):
    from xlsxwriter import Workbook

    book = Workbook(BytesIO(), {"in_memory": True, "strings_to_formulas": False})
    looks = book.add_format({"num_format": "0.0", "bottom": 1, "text_wrap": True})
    for name, rows in cells.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    if value:
                        sheet.write_string(at, column, value, looks)
                else:
                    sheet.write_number(at, column, value, looks)
    book.close()


def peak(file):
    """Compare everything once and make the workbook of 11,000; print the memory it took in MiB."""
    from kiassess.content.library import Library
    from kiassess.paths import bundled

    library = Library(bundled().questionnaires)
    comparisons(file, library, times=1)
    percentiles(file, library, times=1)
    workbooks(library, times=0)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def figures(folder, library):
    """All figures, each with its baseline and its budget."""
    found, single = [], {}
    for towns, rounds, budget in PAGES:
        whole = towns == PAGES[-1][0]
        file = filled(folder, library, towns, rounds, answers=whole)
        times, bare = comparisons(file, library), bare_reading(file)
        single[towns * rounds] = min(times) / (towns * rounds)
        name = f"{towns} × {rounds} compared"
        kept = min(times) <= budget
        found.append(Figure(name, times, bare, min(times) / min(bare), f"≤ {budget} ms", kept))
    *_, fewer, more = single.values()
    growth = more / fewer
    budget = f"≤ {GROWTH} ×"
    found.append(Figure("longer an assessment", [more], [fewer], growth, budget, growth <= GROWTH))
    bare = bare_reading(file)
    times = percentiles(file, library)
    kept, budget = min(times) <= PERCENTILE_MS, f"≤ {PERCENTILE_MS} ms"
    found.append(Figure("percentile of a town", times, bare, min(times) / min(bare), budget, kept))
    times = openings(file, library)
    size = file.stat().st_size / 2**20
    found.append(Figure(f"{size:.0f} MiB opened", times, bare, min(times) / min(bare), "", True))
    took = subprocess.run(
        [sys.executable, __file__, PEAK, str(file)], check=True, capture_output=True, text=True
    )
    memory = float(took.stdout)
    kept, budget = memory <= MEMORY_MIB, f"≤ {MEMORY_MIB} MiB"
    found.append(Figure("memory of all that (MiB)", [memory], [size], memory / size, budget, kept))
    ours, bare = workbooks(library)
    ratio = min(one / other for one, other in zip(ours, bare, strict=True))
    budget = f"≤ {WORKBOOK} ×"
    found.append(Figure("workbook of 11000 rows", ours, bare, ratio, budget, ratio <= WORKBOOK))
    return found


def main():
    """Print all figures."""
    from kiassess.content.library import Library
    from kiassess.paths import bundled

    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_FOLDER")) as name:
        for one in figures(Path(name), Library(bundled().questionnaires)):
            mark = "kept" if one.kept else "OVER"
            bare = f"{min(one.times):9.1f}{min(one.bare):9.1f}{one.ratio:7.2f}"
            print(f"{one.name:28}{bare}  {one.budget} {mark}")


if __name__ == "__main__":
    if sys.argv[1:2] == [PEAK]:
        peak(Path(sys.argv[2]))
    else:
        main()
