"""Does the main job once, in a temporary workspace, and opens every page and dialog.

It runs in a checkout, in an installed wheel and in a bundle alike, and makes the screenshots.
"""

import os
import sys
import tempfile
from functools import partial
from itertools import product
from pathlib import Path

from openpyxl.reader.excel import load_workbook

from kiassess import paths
from kiassess.content.library import Library
from kiassess.content.municipalities import load_register
from kiassess.content.themes import THEMES
from kiassess.exchange.workbook_reading import read_workbook
from kiassess.selftest.comparison import look_at_comparison
from kiassess.selftest.measures import look_at_measures
from kiassess.selftest.report import Report, expect
from kiassess.selftest.window import SelftestWindow
from kiassess.wording.texts import LANGUAGES

SCALES = (100, 200)
EXPORTS = ("xlsx", "ods", "csv", "png", "svg", "pdf")


def run(screenshots: Path | None = None, language: str = "de") -> int:
    """Run all steps, printing one line a step and ``N passed, N failed`` at the end.

    Args:
        screenshots: Where pictures of every page and dialog go; none without it.
        language: Of the window while the main job is done.

    Returns:
        Exit status: 0, or 1 if a step failed.
    """
    if sys.platform.startswith("linux") and not _has_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    report = Report()
    with tempfile.TemporaryDirectory(prefix="kiassess-") as folder:
        _check_content(report)
        _do_main_job(report, Path(folder), language)
        if screenshots is not None:
            _take_screenshots(report, Path(folder), screenshots)
    return report.close()


def _has_display() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _check_content(report: Report) -> None:
    bundled = paths.bundled()
    library = Library(*paths.questionnaire_folders())
    for questionnaire_id in library.ids():
        report.step(f"questionnaire {questionnaire_id}", partial(library.load, questionnaire_id))

    def find_town() -> None:
        found = load_register(bundled.municipalities).search("bad d")
        expect(found, "no municipality found")

    report.step("register of municipalities", find_town)


def _do_main_job(report: Report, folder: Path, language: str) -> None:
    file = folder / "kiassess.db"
    with SelftestWindow(file, language) as window:
        report.step("window and start page", window.settle)
        report.step("new assessment", window.create_assessment)
        report.step("answer every question", window.answer_everything)
        report.step("profile with charts", window.look_at_profile)
        report.step("measures", partial(look_at_measures, window.window.pages, window.settle))
        report.step("comparison", partial(look_at_comparison, window.window.pages, window.settle))
        for suffix in EXPORTS:
            report.step(f"export {suffix}", partial(window.export, folder / f"result.{suffix}"))
        report.step("workbook can be read", partial(_read_workbook, folder / "result.xlsx"))
        report.step("workbook from elsewhere", partial(_read_guarded, folder / "result.xlsx"))
        for name, make in window.dialogs().items():
            report.step(f"dialog {name}", partial(window.open_dialog, make))
    with SelftestWindow(file, language) as window:
        report.step("everything is there after a restart", window.expect_answers)
        report.step("example", window.open_example)


def _read_workbook(file: Path) -> None:
    book = load_workbook(file)  # type: ignore[no-untyped-call]
    expect(len(book.sheetnames) >= 4, f"sheets are missing: {book.sheetnames}")
    book.close()


def _read_guarded(file: Path) -> None:
    """As a workbook of others is read: by this program once more, in a process of its own."""
    sheets = read_workbook(file).sheets
    expect(len(sheets) >= 4, f"sheets are missing: {[sheet.name for sheet in sheets]}")
    expect(any(sheet.rows for sheet in sheets), "the sheets are empty")


def _take_screenshots(report: Report, folder: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for language, theme, scale in product(LANGUAGES, THEMES, SCALES):
        name = f"{language}-{theme}-{scale}"
        with SelftestWindow(folder / f"{name}.db", language, theme=theme, scale=scale) as window:
            report.step(f"screenshots {name}", partial(window.take_pictures, target, name))
