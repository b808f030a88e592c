"""Paper for real: PDFs are written, read by another program, and looked at."""

import re
import subprocess
import sys
from datetime import date

import pytest
from builders import UNKNOWN, open_assessment
from permissions import permissions
from PySide6.QtCore import QMarginsF, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPageLayout, QPageSize, QPalette
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QPushButton

from kiassess import paths
from kiassess.content.library import Library
from kiassess.domain.errors import ExportBlockedError
from kiassess.domain.interview import interview_plan
from kiassess.ui.printing import (
    Paper,
    ask_printer,
    pdf_bytes,
    print_document,
    print_on,
    print_pictures,
    save_pdf,
)
from kiassess.wording.interview import interview_document

DAY = date(2026, 11, 22)
LONG = "Ein Absatz mit Überlänge, der für die Prüfung groß genug ist. " * 6
MM_PER_INCH = 25.4
JOINED = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}


@pytest.fixture
def paper(qapp, texts):
    def made(markdown, title="Gesprächsplan Bad Öhringen", **facts):
        return Paper(markdown, title, DAY, texts, **facts)

    return made


@pytest.fixture
def plan(paper, texts):
    """The plan of a full analysis in which nobody knows anything yet."""
    _, questionnaire = Library(paths.bundled().questionnaires).catalogue("ki-readiness", "de")
    opened = open_assessment(questionnaire, {"data.access": UNKNOWN, "infra.security": 3})
    planned = interview_plan(opened)
    return opened, paper(interview_document(opened, planned, texts))


@pytest.fixture
def read(companion, tmp_path):
    """The pages of a PDF as text, letters that are joined in print apart; spaces as they come."""

    def pages(content):
        file = tmp_path / "read.pdf"
        file.write_bytes(content)
        done = subprocess.run(
            [companion("pdftotext"), "-layout", "-enc", "UTF-8", file, "-"],
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        return done.stdout.translate(str.maketrans(JOINED)).split("\f")[:-1]

    return pages


@pytest.fixture
def look(companion, tmp_path):
    """The first page of a PDF as a picture, 50 pixels an inch."""

    def picture(content):
        file = tmp_path / "look.pdf"
        file.write_bytes(content)
        target = tmp_path / "page"
        command = [companion("pdftoppm"), "-r", "50", "-png", "-singlefile", file, target]
        subprocess.run(command, check=True, capture_output=True)
        return QImage(str(target.with_suffix(".png")))

    return picture


def words(text):
    return " ".join(text.split())


def lines(page):
    return [line.strip() for line in page.splitlines() if line.strip()]


def test_every_page_has_title_date_and_number(plan, read):
    pages = read(pdf_bytes(plan[1]))
    assert len(pages) > 10
    for number, page in enumerate(pages, start=1):
        footer = words(lines(page)[-1])
        about = "Gesprächsplan Bad Öhringen · 22.11.2026"
        assert footer == f"{about} Seite {number} von {len(pages)}"


def test_every_open_question_is_on_paper(plan, read):
    opened, paper = plan
    bodies = (lines(page)[:-1] for page in read(pdf_bytes(paper)))
    # Without spaces: a word may be divided at its hyphen.
    read_again = "".join("".join(line.split()) for body in bodies for line in body)
    for item in opened.items():
        shown = "".join(f"{item.title}{item.question}".split())
        assert (shown in read_again) is (item.id != "infra.security"), item.id
    assert read_again.count("Notiz:") == len(opened.items()) - 1
    assert read_again.count("bisher:weißnicht") == 1


def test_a_question_and_the_line_to_answer_it_are_on_one_page(plan, read):
    for page in read(pdf_bytes(plan[1])):
        questions = re.findall(r"^ *\d+\. \w", page, re.MULTILINE)
        assert len(questions) == page.count("Notiz:")
        body = lines(page)[:-1]
        assert "Notiz:" in body[-1] or "Wirksam" in page


@pytest.mark.parametrize("paragraphs", range(8, 15))
def test_no_page_ends_with_a_heading(paper, read, paragraphs):
    parts = [LONG] * paragraphs + ["## Überschrift", "### Darunter", LONG] * 2
    for page in read(pdf_bytes(paper("\n\n".join(parts)))):
        assert lines(page)[-2] not in {"Überschrift", "Darunter"}


def test_what_fits_on_no_page_is_printed_all_the_same(paper, read):
    endless = " ".join(f"Wort{number}" for number in range(3_000))
    pages = read(pdf_bytes(paper(f"## Anfang\n\n{endless}\n\n***\n\nEnde")))
    assert lines(pages[0])[0] == "Anfang"
    assert "Wort0 " in pages[0]
    printed = " ".join(" ".join(lines(page)[:-1]) for page in pages)
    # Qt draws the last line of a page once more above the next one, where nobody sees it.
    found = dict.fromkeys(re.findall(r"Wort\d+", printed))
    assert list(found) == [f"Wort{number}" for number in range(3_000)]


def test_the_head_of_a_table_comes_again_on_every_page(paper, read):
    rows = "\n".join(f"| Zeile {number} | {number} |" for number in range(90))
    pages = read(pdf_bytes(paper(f"| Größe | Zahl |\n|---|--:|\n{rows}")))
    assert len(pages) > 1
    assert {tuple(lines(page)[0].split()) for page in pages} == {("Größe", "Zahl")}


def test_the_paper_is_a4_upright(paper, look):
    shown = look(pdf_bytes(paper("Text")))
    assert shown.width() == pytest.approx(210 / MM_PER_INCH * 50, abs=2)
    assert shown.height() == pytest.approx(297 / MM_PER_INCH * 50, abs=2)


def test_a_picture_is_as_wide_as_the_text(paper, look):
    picture = QImage(400, 100, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ff0000"))
    shown = look(pdf_bytes(paper("![Bild](bild)", pictures={"bild": picture})))
    red = [
        (x, y)
        for x in range(shown.width())
        for y in range(shown.height())
        if shown.pixelColor(x, y) == QColor("#ff0000")
    ]
    across, down = {x for x, _ in red}, {y for _, y in red}
    text_width = 210 - 22 - 20
    assert len(across) == pytest.approx(text_width / MM_PER_INCH * 50, abs=3)
    assert len(down) == pytest.approx(len(across) / 4, abs=3)


def test_paper_stays_white_and_ink_black_in_dark_colours(paper, look, qapp):
    before = qapp.palette()
    dark = QPalette(QColor("#202020"))
    dark.setColor(QPalette.ColorRole.Text, QColor("#ffffff"))
    dark.setColor(QPalette.ColorRole.WindowText, QColor("#ffffff"))
    qapp.setPalette(dark)
    try:
        shown = look(pdf_bytes(paper("# ████\n\n***")))
    finally:
        qapp.setPalette(before)
    tones = [
        shown.pixelColor(x, y).lightness()
        for x in range(shown.width())
        for y in range(shown.height())
    ]
    assert (min(tones), max(tones)) == (0, 255)
    assert tones.count(255) > len(tones) * 0.9


def test_paper_does_not_grow_with_the_text_of_the_window(paper, read, qapp):
    markdown = "\n\n".join([LONG] * 30)
    before = QGuiApplication.font()
    usual = len(read(pdf_bytes(paper(markdown))))
    larger = QGuiApplication.font()
    larger.setPointSizeF(2 * before.pointSizeF())
    qapp.setFont(larger)
    try:
        assert len(read(pdf_bytes(paper(markdown)))) == usual
    finally:
        qapp.setFont(before)


def test_a_long_title_leaves_room_for_the_number(paper, read):
    (page,) = read(pdf_bytes(paper("Text", title="Verbandsgemeinde " * 20)))
    assert words(lines(page)[-1]).endswith("Seite 1 von 1")
    assert "…" in lines(page)[-1]


def test_a_pdf_is_written_whole_or_not_at_all(paper, tmp_path):
    file = tmp_path / "Gesprächsplan.pdf"
    save_pdf(paper("Text"), file)
    written = file.read_bytes()
    assert written.startswith(b"%PDF")
    with permissions(file, 0o444), pytest.raises(ExportBlockedError):
        save_pdf(paper("Anderes"), file)
    assert file.read_bytes() == written
    with pytest.raises(ExportBlockedError):
        save_pdf(paper("Text"), tmp_path / "fehlt" / "x.pdf")
    assert list(tmp_path.iterdir()) == [file]


# --- printers


@pytest.fixture
def printer(tmp_path):
    """A printer that prints into a file."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


def test_a_printer_gets_the_same_pages_as_a_pdf(plan, printer, read, tmp_path):
    assert print_on(plan[1], printer)
    printed = read((tmp_path / "printed.pdf").read_bytes())
    assert words(printed[0]).startswith("Gesprächsplan: Was noch offen ist")
    assert f"Seite 1 von {len(printed)}" in printed[0]


def test_chosen_pages_keep_their_numbers(plan, printer, read, tmp_path):
    printer.setFromTo(2, 3)
    assert print_on(plan[1], printer)
    printed = read((tmp_path / "printed.pdf").read_bytes())
    assert [re.search(r"Seite (\d+) von \d+", page)[1] for page in printed] == ["2", "3"]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told(paper, printer, tmp_path):
    printer.setOutputFileName(str(tmp_path / "fehlt" / "printed.pdf"))
    assert not print_on(paper("Text"), printer)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the dialog is the system's own")
def test_who_closes_the_dialog_prints_nothing(paper, qtbot):
    seen = []

    def close():
        dialog = QApplication.activeModalWidget()
        seen.append(bool(dialog.findChildren(QPushButton)))
        dialog.reject()

    QTimer.singleShot(0, close)
    assert ask_printer("Text") is None
    QTimer.singleShot(0, close)
    assert print_document(paper("Text"))
    assert seen == [True, True]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the dialog is the system's own")
def test_a_broad_sheet_is_asked_for_where_it_is_wanted(qapp):
    broad = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A3),
        QPageLayout.Orientation.Landscape,
        QMarginsF(15, 15, 15, 15),
        QPageLayout.Unit.Millimeter,
    )

    def accept():
        qapp.activeModalWidget().done(QPrintDialog.DialogCode.Accepted)  # no printer is needed

    QTimer.singleShot(0, accept)
    printer = ask_printer("Roadmap", layout=broad)
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A3
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape


@pytest.mark.parametrize(("pages", "printed"), [((0, 0), 3), ((2, 2), 1), ((2, 3), 2)])
def test_of_pictures_the_chosen_pages_are_printed(printer, tmp_path, pages, printed):
    printer.setFromTo(*pages)
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(0xFF3366)
    assert print_pictures([picture] * 3, printer)
    found = re.findall(rb"/Type /Page\b", (tmp_path / "printed.pdf").read_bytes())
    assert len(found) == printed
