"""Charts of a comparison as files: complete, with words, on pages, naming nobody if asked."""

import re
import shutil
import subprocess
from datetime import date

import pytest
from compared import shown, town, towns_of
from many_towns import Many, many_towns
from PIL import Image

from kiassess.content.library import Library
from kiassess.content.themes import load_theme
from kiassess.domain.errors import (
    ExportBlockedError,
    NoSuchChartError,
    TooManyPagesError,
    UnknownFormatError,
)
from kiassess.domain.shown_comparison import ComparisonChart
from kiassess.paths import bundled
from kiassess.workflow.comparison_charts import MOST_PAGES, write_comparison_chart


@pytest.fixture(scope="module")
def theme():
    return load_theme(bundled().themes, "light")


@pytest.fixture(scope="module")
def questionnaire():
    return Library(bundled().questionnaires).load("ki-readiness").questionnaire("de")


@pytest.fixture
def write(texts_de, theme, tmp_path):
    """Write a chart into a folder; returns the names of all files there."""

    def written(name, kind, found):
        files = write_comparison_chart(tmp_path / name, kind, found, texts_de, theme)
        assert sorted(files) == sorted(tmp_path.iterdir())
        return [file.name for file in files]

    return written


def magic(path):
    return path.read_bytes()[:5]


@pytest.mark.parametrize("kind", list(ComparisonChart))
@pytest.mark.parametrize("suffix", ["png", "SVG", "pdf"])
def test_every_chart_becomes_every_file(write, texts_de, tmp_path, kind, suffix):
    rounds = [town(1, number=1, day=date(2025, 3, 2)), town(3, number=1), *towns_of(0, 2)[1:]]
    found = shown(rounds, texts_de, own=1, pair=(0, 1))
    name = f"Vergleich.{suffix}"
    assert write(name, kind, found) == [name]
    begins = {"png": b"\x89PNG\r", "SVG": b"<?xml", "pdf": b"%PDF-"}
    assert magic(tmp_path / name) == begins[suffix]


def test_what_does_not_fit_on_a_page_goes_into_further_files(write, texts_de, questionnaire):
    found = shown(list(many_towns(Many(90), questionnaire)), texts_de, questionnaire)
    files = write("Vergleich.svg", ComparisonChart.HEATMAP, found)
    assert files == ["Vergleich.svg", "Vergleich (2).svg", "Vergleich (3).svg"]


def test_a_document_has_all_pages_and_can_be_searched(
    write, texts_de, questionnaire, tmp_path, companion
):
    found = shown(list(many_towns(Many(90), questionnaire)), texts_de, questionnaire)
    assert write("Vergleich.pdf", ComparisonChart.HEATMAP, found) == ["Vergleich.pdf"]
    text = subprocess.run(
        [companion("pdftotext"), "-layout", tmp_path / "Vergleich.pdf", "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert text.count("\f") == 3
    for at in range(90):
        assert f"Ort {at:05}," in text
    assert "Seite 3 von 3" in text


def test_a_picture_carries_its_words(write, texts_de, tmp_path):
    write("Vergleich.png", ComparisonChart.STRIPS, shown(towns_of(0, 1, 2, 3, 4), texts_de))
    with Image.open(tmp_path / "Vergleich.png") as picture:
        assert picture.text["Title"] == "Alle Mediane liegen bei 2,0"
        assert "Short VIS: Median 2,0" in picture.text["Description"]
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
@pytest.mark.parametrize(
    "kind", [ComparisonChart.HEATMAP, ComparisonChart.STRIPS, ComparisonChart.RADAR]
)
def test_an_anonymous_file_names_nobody(write, texts_de, tmp_path, kind, suffix):
    rounds = [town(level, f"Geheimhausen {level}", number=87654320 + level) for level in range(5)]
    found = shown(rounds, texts_de, anonymous=True, own=2, pair=(0, 1))
    write(f"Vergleich.{suffix}", kind, found)
    content = (tmp_path / f"Vergleich.{suffix}").read_bytes()
    if suffix == "pdf" and shutil.which("pdftotext"):
        text = ["pdftotext", tmp_path / "Vergleich.pdf", "-"]
        info = ["pdfinfo", tmp_path / "Vergleich.pdf"]
        content += b"".join(
            subprocess.run(one, check=True, capture_output=True).stdout for one in (text, info)
        )
    assert b"Geheimhausen" not in content
    assert not re.search(rb"8765432|2026-03-02|02\.03\.2026", content)


def test_a_refused_chart_leaves_no_file(texts_de, theme, tmp_path, questionnaire):
    def write(name, kind, found):
        with pytest.raises((UnknownFormatError, NoSuchChartError, TooManyPagesError)) as error:
            write_comparison_chart(tmp_path / name, kind, found, texts_de, theme)
        assert list(tmp_path.iterdir()) == []
        return error.value

    two = shown(towns_of(1, 2), texts_de)
    assert isinstance(write("x.gif", ComparisonChart.STRIPS, two), UnknownFormatError)
    assert isinstance(write("x.png", ComparisonChart.TREND, two), NoSuchChartError)
    many = shown(list(many_towns(Many(3_000), questionnaire)), texts_de, questionnaire)
    refused = write("x.pdf", ComparisonChart.HEATMAP, many)
    assert isinstance(refused, TooManyPagesError)
    assert refused.values["pages"] > MOST_PAGES


def test_an_older_file_stays_if_the_new_one_cannot_be_written(texts_de, theme, tmp_path):
    found = shown(towns_of(1, 2), texts_de)
    with pytest.raises(ExportBlockedError):
        write_comparison_chart(
            tmp_path / "missing" / "x.png", ComparisonChart.STRIPS, found, texts_de, theme
        )
    assert list(tmp_path.iterdir()) == []
