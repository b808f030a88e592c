from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError

import pytest
from builders import NOON
from permissions import permissions
from towns import full_answer, legal_table, small_town
from workbooks import opened

from kiassess.charts.choice import ChartKind
from kiassess.content.themes import load_theme
from kiassess.domain.errors import ExportBlockedError, UnknownFormatError
from kiassess.domain.kinds import Extent
from kiassess.paths import bundled
from kiassess.workflow.exporting import EXCHANGE, FORMATS, ExportKit, export

BEGINNINGS = {
    "xlsx": b"PK\x03\x04",
    "ods": b"PK\x03\x04",
    "csv": b"\xef\xbb\xbf",
    "png": b"\x89PNG",
    "svg": b"<?xml",
    "pdf": b"%PDF",
}


@pytest.fixture
def kit(texts_de):
    """What exports need, in German."""
    return ExportKit(texts_de, load_theme(bundled().themes, "light"), legal_table(), "1.2.3")


@pytest.fixture
def write(kit):
    """Export a town."""

    def written(target, town=None, **more):
        return export(town or small_town(), target, kit, now=NOON, changed={}, **more)

    return written


def names(folder):
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("extent", [Extent.FULL, Extent.QUICK])
def test_the_suffix_says_what_is_written(write, tmp_path, suffix, extent):
    target = tmp_path / f"Ergebnis.{suffix}"
    assert write(target, small_town(extent=extent)) == target
    assert target.read_bytes().startswith(BEGINNINGS[suffix])
    assert names(tmp_path) == [target.name]


def test_every_format_is_known():
    assert set(FORMATS) == set(BEGINNINGS)


def test_a_suffix_may_be_written_in_capitals(write, tmp_path):
    assert write(tmp_path / "Ergebnis.Stand.XLSX").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("name", ["out.docx", "out", ".xlsx", "out."])
def test_another_suffix_is_refused_with_the_known_ones(write, tmp_path, name):
    with pytest.raises(UnknownFormatError) as error:
        write(tmp_path / name)
    known = ", ".join(f".{known}" for known in (*FORMATS, EXCHANGE))
    assert error.value.values == {"file": name, "known": known}
    assert names(tmp_path) == []


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_missing_folder_is_refused_and_not_made(write, tmp_path, suffix):
    with pytest.raises(ExportBlockedError, match=f"“out.{suffix}”"):
        write(tmp_path / "missing" / f"out.{suffix}")
    assert names(tmp_path) == []


def test_what_cannot_be_replaced_stays(write, tmp_path):
    target = tmp_path / "out.csv"
    target.write_bytes(b"old")
    with permissions(tmp_path, 0o555), pytest.raises(ExportBlockedError):
        write(target)
    assert target.read_bytes() == b"old"


def test_an_export_replaces_the_one_before(write, tmp_path):
    target = tmp_path / "out.csv"
    write(target)
    before = target.read_bytes()
    write(target, small_town(answers=[full_answer()]))
    assert target.read_bytes() != before


def test_a_picture_shows_the_chart_asked_for(write, tmp_path):
    dots = write(tmp_path / "dots.svg").read_text(encoding="utf-8")
    radar = write(tmp_path / "radar.svg", chart=ChartKind.RADAR).read_text(encoding="utf-8")
    assert 'id="band.VIS"' in dots
    assert 'id="value"' in radar
    assert 'id="band.VIS"' not in radar


def test_a_workbook_knows_versions_and_legal_status(write, tmp_path):
    sheet = opened(write(tmp_path / "out.xlsx").read_bytes())["Lesehilfe"]
    lines = {row[0]: row[1] for row in sheet.iter_rows(values_only=True)}
    assert lines["Ausgegeben mit"] == "kiassess 1.2.3"
    assert "02.03.2026" in lines["Rechtsstand"]


def test_exports_may_run_beside_each_other(write, tmp_path):
    alone = {suffix: write(tmp_path / f"alone.{suffix}").read_bytes() for suffix in FORMATS}
    targets = [tmp_path / f"{number}.{suffix}" for suffix in FORMATS for number in range(3)]
    with ThreadPoolExecutor(4) as pool:
        for target in pool.map(write, targets):
            assert target.read_bytes() == alone[target.suffix[1:]]


def test_a_kit_is_frozen(kit):
    with pytest.raises(FrozenInstanceError):
        kit.version = "2"


@pytest.mark.parametrize("kind", ChartKind)
def test_every_chart_can_be_handed_out_in_every_picture_format(write, tmp_path, kind):
    sizes = [
        write(tmp_path / f"{kind}.{suffix}", chart=kind).stat().st_size
        for suffix in ("png", "svg", "pdf")
    ]
    assert min(sizes) > 3_000


def test_charts_of_different_kinds_differ(write, tmp_path):
    drawn = {write(tmp_path / f"{kind}.svg", chart=kind).read_bytes() for kind in ChartKind}
    assert len(drawn) == len(ChartKind)


@pytest.mark.parametrize("kind", ChartKind)
def test_the_quick_check_shows_its_tendencies_whatever_was_asked_for(write, tmp_path, kind):
    town = small_town(extent=Extent.QUICK)
    shown = write(tmp_path / f"{kind}.svg", town, chart=kind).read_bytes()
    assert shown == write(tmp_path / "dots.svg", town, chart=ChartKind.DOTS).read_bytes()
