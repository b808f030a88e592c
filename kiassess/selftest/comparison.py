"""The page of the comparison in all its views, and the dialog that chooses who is compared."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from kiassess.domain.choosing import first_choice
from kiassess.selftest.report import expect
from kiassess.ui.comparison_work import load_stock
from kiassess.ui.dialogs.comparison_choice import ComparisonChoiceDialog
from kiassess.ui.page_stack import COMPARISON, PageStack
from kiassess.ui.pages.comparison import ComparisonView
from kiassess.ui.session import Session
from kiassess.workflow.workspace import Workspace


def comparison_views(pages: PageStack, settle: Callable[[], None]) -> Iterator[str]:
    """Show the views one after the other; gives the name of each when it is on the screen."""
    pages.show_page(COMPARISON)
    settle()
    page = pages.comparison
    for view in ComparisonView:
        if page.shown is not None and page.shown.own is None:
            page.put_in_focus(len(page.shown.names) - 1)
        page.show_view(view)
        settle()
        yield view.value


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
