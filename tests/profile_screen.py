"""The profile page as a person sees and hears it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QTableView, QWidget

from kiassess.domain.assessment import AiInUse, Answer, AnswerState, NewAssessment
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality
from kiassess.ui.widgets.chart_view import ChartView

DRAWING_MS = 30_000  # the first drawing of a process imports matplotlib


def begin(session, given=(), *, extent=Extent.FULL, ai_in_use=AiInUse.NO, rest=None):
    """Begin an assessment and answer its first questions, all others alike."""
    town = Municipality("Musterstadt", population=9000)
    session.create(NewAssessment(town, date(2026, 3, 2), extent, ai_in_use=ai_in_use))
    items = session.current.items()
    for number, item in enumerate(items):
        level = given[number] if number < len(given) else rest
        if level is not None:
            answer(session, item.id, level)


def answer(session, item_id, level):
    if level == "U":
        session.save(Answer(item_id, AnswerState.UNKNOWN))
    else:
        session.save(Answer(item_id, AnswerState.ANSWERED, level))


def gates(session):
    return [item for item in session.current.items() if item.gate]


def chart(page):
    return page.findChild(ChartView, "chart")


def click(page, name):
    page.findChild(QPushButton, name).click()


def text(page, name):
    label = page.findChild(QLabel, name)
    return label.text() if label.isVisible() else ""


def shown_texts(page):
    """Whatever can be read or heard on the page."""
    for widget in page.findChildren(QWidget):
        if not widget.isVisible():
            continue
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QTableView):
            yield from table_texts(widget)


def table_texts(table):
    model, roles = table.model(), Qt.ItemDataRole
    for column in range(model.columnCount()):
        yield model.headerData(column, Qt.Orientation.Horizontal)
        for row in range(model.rowCount()):
            for role in (roles.DisplayRole, roles.ToolTipRole, roles.AccessibleTextRole):
                yield str(model.index(row, column).data(role))


def has_picture(page):
    return chart(page).has_picture
