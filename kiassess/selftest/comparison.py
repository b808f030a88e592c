"""The page of the comparison in all its views, and the dialog that chooses who is compared."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from kiassess.domain.choosing import first_choice
from kiassess.domain.shown_comparison import ShownComparison
from kiassess.selftest.report import expect
from kiassess.ui.comparison_work import load_stock
from kiassess.ui.dialogs.comparison_choice import ComparisonChoiceDialog
from kiassess.ui.page_stack import COMPARISON, PageStack
from kiassess.ui.pages.comparison import ComparisonView
from kiassess.ui.session import Session
from kiassess.workflow.demo.folder import SHOWN
from kiassess.workflow.workspace import Workspace

OF_ROUNDS = (ComparisonView.ROUNDS, ComparisonView.TREND)


def comparison_views(pages: PageStack, settle: Callable[[], None]) -> Iterator[str]:
    """Show the views one after the other; gives the name of each when it is on the screen.

    In focus is the municipality of the demo that has several rounds, if it is compared. What
    stands below the chart of its rounds is shown as well.
    """
    pages.show_page(COMPARISON)
    settle()
    page = pages.comparison
    if page.shown is not None:
        page.put_in_focus(_place_of(SHOWN, page.shown))
    for view in ComparisonView:
        page.show_view(view)
        settle()
        yield view.value
        if view in OF_ROUNDS:
            bar = page.verticalScrollBar()
            bar.setValue(bar.pageStep())
            yield f"{view}-below"
            bar.setValue(0)


def _place_of(name: str, shown: ShownComparison) -> int:
    """The place of a municipality, or else the last one."""
    towns = [one.municipality.name for one in shown.comparison.chosen]
    return towns.index(name) if name in towns else len(towns) - 1


def look_at_comparison(pages: PageStack, settle: Callable[[], None]) -> None:
    """Show the comparison in all its views."""
    for _ in comparison_views(pages, settle):
        pass
    expect(pages.comparison.shown, "nothing was compared")


def comparison_dialogs(
    session: Session, workspace: Workspace, window: QWidget
) -> dict[str, Callable[[], QDialog]]:
    """The dialog by its name, ready to be made."""
    stock = load_stock(workspace, session.texts.language)
    ids = frozenset(one.id for one in first_choice(stock.rounds))
    return {
        "comparison-choice": partial(
            ComparisonChoiceDialog, stock.rounds, stock.versions, ids, session.texts, window
        )
    }
