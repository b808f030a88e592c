import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import matplotlib
import pytest
from PIL import Image
from towns import profile_of

from kiassess.charts.dots import dot_plot
from kiassess.charts.rendering import to_file_bytes, to_rgba

FORMATS = ("png", "svg", "pdf")


@pytest.fixture
def make_chart(texts_de, look):
    """A new chart of the same profile."""
    return lambda: dot_plot(profile_of(), texts_de, look, width_in=4, height_in=3)


def test_pixels_come_row_by_row_with_opacity(make_chart, look):
    pixels, width, height = to_rgba(make_chart(), 50)
    assert (width, height) == (200, 150)
    assert len(pixels) == width * height * 4
    assert pixels[:4] == bytes.fromhex(look.ground[1:]) + b"\xff"


def test_a_figure_is_left_as_it_was(make_chart):
    chart = make_chart()
    before = chart.dpi
    assert to_rgba(chart, 200) == to_rgba(chart, 200)
    assert chart.dpi == before


def test_a_picture_has_the_resolution_of_print(make_chart):
    with Image.open(BytesIO(to_file_bytes(make_chart(), "png"))) as picture:
        assert picture.size == (1200, 900)
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)


def test_a_picture_carries_its_words(make_chart):
    chart = make_chart()
    with Image.open(BytesIO(to_file_bytes(chart, "png"))) as picture:
        words = picture.text
    assert words == {
        "Title": chart.title,
        "Description": chart.description,
        "Software": "kiassess",
    }


def test_a_drawing_carries_its_words(make_chart):
    chart = make_chart()
    drawing = to_file_bytes(chart, "svg").decode()
    assert f"<title>{chart.title}</title>" in drawing
    assert f"<dc:description>{chart.description}</dc:description>" in drawing
    assert "<dc:date>" not in drawing


def test_a_document_carries_its_words_and_no_date(make_chart):
    document = to_file_bytes(make_chart(), "pdf")
    assert document.startswith(b"%PDF")
    assert b"/Title" in document
    assert b"/Subject" in document
    assert b"CreationDate" not in document


@pytest.mark.parametrize("file_format", FORMATS)
def test_equal_charts_are_equal_files(make_chart, file_format):
    assert to_file_bytes(make_chart(), file_format) == to_file_bytes(make_chart(), file_format)


def test_another_process_makes_the_same_files(make_chart, tmp_path):
    program = (
        "import sys; from pathlib import Path; from towns import profile_of;"
        "from kiassess.charts.dots import dot_plot; from kiassess.charts.looks import Look;"
        "from kiassess.charts.rendering import to_file_bytes; from kiassess.paths import bundled;"
        "from kiassess.content.themes import load_theme; from kiassess.wording.texts import *;"
        "look = Look.of(load_theme(bundled().themes, 'light').roles);"
        "texts = load_texts(bundled().texts, 'de');"
        "chart = dot_plot(profile_of(), texts, look, width_in=4, height_in=3);"
        "[Path(sys.argv[1], f).write_bytes(to_file_bytes(chart, f)) for f in ('svg', 'pdf')]"
    )
    paths = os.pathsep.join(path for path in sys.path if path)
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, "-c", program, tmp_path], env=environment, check=True)
    for file_format in ("svg", "pdf"):
        written = (tmp_path / file_format).read_bytes()
        assert written == to_file_bytes(make_chart(), file_format)


def test_settings_of_matplotlib_stay_as_they_were(make_chart):
    before = dict(matplotlib.rcParams)
    for file_format in FORMATS:
        to_file_bytes(make_chart(), file_format)
    to_rgba(make_chart(), 50)
    assert dict(matplotlib.rcParams) == before


def test_threads_do_not_disturb_each_other(make_chart):
    expected = [to_file_bytes(make_chart(), each) for each in FORMATS]
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda each: to_file_bytes(make_chart(), each), FORMATS * 2))
    assert drawn == expected * 2
