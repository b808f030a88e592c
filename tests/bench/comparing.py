"""How long comparing takes: a page of 30 and of 400 towns, and 11,000 towns with five rounds.

    python tests/bench/comparing.py     prints the figures alone

A workspace is filled with rows of levels as importing would leave them; answers are not stored one
by one, because nothing of this reads them. The baseline of the workbook is XlsxWriter writing the
same cells of the same formats, with nothing around them.
"""

import resource
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

ROUNDS = 5
PAGES = ((30, 1, 1_000), (400, 1, 2_000), (11_000, 5, 2_000))  # towns, rounds, budget in ms
PERCENTILE_MS = 100
MEMORY_MIB = 600


def filled(folder, library, towns, rounds):
    """A workspace file with so many assessments."""
    from filling import fill, with_kept_levels
    from many_towns import Many, many_towns

    from kiassess.workflow.workspace import open_for_writing

    file = folder / f"towns-{towns}-{rounds}.db"
    edition = library.load("ki-readiness")
    with open_for_writing(file, library) as workspace:
        with_kept_levels(workspace.db)
        rows = many_towns(Many(towns, rounds), edition.questionnaire("de"))
        fill(workspace.db, rows, edition.to_json())
    return file


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


def main():
    """Print all figures."""
    from kiassess.content.library import Library
    from kiassess.paths import bundled

    library = Library(bundled().questionnaires)
    with tempfile.TemporaryDirectory() as name:
        file = None
        for towns, rounds, budget in PAGES:
            file = filled(Path(name), library, towns, rounds)
            found = min(comparisons(file, library))
            size = file.stat().st_size / 2**20
            print(f"{towns} × {rounds} compared: {found:.0f} ms (≤ {budget}), file {size:.1f} MiB")
        found = min(percentiles(file, library))
        print(f"peers and percentile of one town: {found:.0f} ms (≤ {PERCENTILE_MS})")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory so far: {memory:.0f} MiB (≤ {MEMORY_MIB})")
    ours, bare = workbooks(library)
    ratio = min(one / other for one, other in zip(ours, bare, strict=True))
    print(f"workbook of 11,000 rows: {min(ours):.0f} ms, {ratio:.2f} × the bare library (≤ 1.5)")


if __name__ == "__main__":
    main()
