"""Make the bundled register of municipalities from three CSV files.

    python .ci/make_municipalities.py gemeinden.csv verbaende.csv kreise.csv [TARGET]

Run by hand when a new register is published; the result is checked in. The same input
gives the same bytes. TARGET is resources/municipalities/register.csv.xz by default.

The input is UTF-8 with a header: ags (or key), name, type, state, district (not in the
third file), population, as_of. Gemeindefreie Gebiete have no administration and are left
out. A kreisfreie Stadt belongs to no county, so its district stays empty; where a
district is named, it is therefore always a county, also if a town has the same name.
Remember to bring ATTRIBUTION.txt up to date.
"""

import csv
import io
import lzma
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "resources" / "municipalities" / "register.csv.xz"
COLUMNS = ["key", "name", "designation", "state", "district", "population"]
WITHOUT_COUNTY = {"Kreisfreie Stadt", "Stadtkreis"}
WITHOUT_ADMINISTRATION = "Gemeindefreies Gebiet"


def read(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file by column name."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def compact(row: dict[str, str]) -> list[str]:
    """Return the values of a row that go into the register, without double spaces."""
    district = "" if row["type"] in WITHOUT_COUNTY else row.get("district", "")
    key = row.get("ags") or row["key"]
    values = [key, row["name"], row["type"], row["state"], district, row["population"]]
    return [" ".join(value.split()) for value in values]


def register(rows: list[dict[str, str]]) -> bytes:
    """Lay out the register, ordered by key, and compress it.

    Raises:
        ValueError: The rows describe territories of different dates.
    """
    dates = sorted({row["as_of"] for row in rows})
    if len(dates) != 1:
        raise ValueError(f"one territory date is needed, not {dates}")
    governed = (row for row in rows if not row["type"].startswith(WITHOUT_ADMINISTRATION))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["territory_date", dates[0]])
    writer.writerow(COLUMNS)
    writer.writerows(sorted(compact(row) for row in governed))
    return lzma.compress(text.getvalue().encode("utf-8"), preset=9 | lzma.PRESET_EXTREME)


def main(arguments: list[str]) -> int:
    """Write the register; return the exit status."""
    if len(arguments) not in {3, 4}:
        print(__doc__, file=sys.stderr)
        return 2
    *sources, target = map(Path, arguments if len(arguments) == 4 else [*arguments, str(TARGET)])
    data = register([row for source in sources for row in read(source)])
    target.write_bytes(data)
    print(f"{target}: {len(data)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
