"""The page with the measures in all its parts."""

from collections.abc import Callable, Iterator

from kiassess.selftest.report import expect
from kiassess.ui.page_stack import MEASURES, PageStack
from kiassess.ui.pages.measures import Part


def measures_parts(pages: PageStack, settle: Callable[[], None]) -> Iterator[str]:
    """Show the parts one after the other; gives the name of each when it is on the screen."""
    pages.show_page(MEASURES)
    for part in Part:
        pages.measures.show_part(part)
        settle()
        yield part.value


def look_at_measures(pages: PageStack, settle: Callable[[], None]) -> None:
    """Show the page in all its parts."""
    for name in measures_parts(pages, settle):
        expect(pages.measures.part == name, f"{name} is not on the screen")
