"""Which commands can be given now."""

from typing import TYPE_CHECKING

from kiassess.ui.page_stack import COMPARISON, FREE, QUESTIONS

if TYPE_CHECKING:
    from kiassess.ui.menus import Menus
    from kiassess.ui.session import Session


def allow(menus: "Menus", session: "Session | None", page: str) -> None:
    """Enable what can be done now.

    Args:
        menus: The actions.
        session: ``None`` as long as no workspace is open.
        page: The name of the page on the screen.
    """
    opened = None if session is None else session.current
    shown, compared = opened is not None, session is not None and page == COMPARISON
    writable = session is not None and session.writable
    for action in (
        menus.new, menus.example, menus.save_now, menus.import_files, menus.import_folder,
        menus.restore,
    ):  # fmt: skip
        action.setEnabled(writable)
    for action in (menus.facts, menus.targets, menus.freeze, menus.move, menus.workshop):
        action.setEnabled(session is not None and session.editable)
    for action in (menus.export_exchange, menus.hand_out):
        action.setEnabled(opened is not None and opened.state is None)
    menus.delete.setEnabled(writable and shown)
    for action in (menus.export, menus.save_chart, menus.print):
        action.setEnabled(shown or compared)
    for action in (
        menus.find,
        menus.profile,
        menus.measures,
        menus.states,
        menus.interviews,
        menus.clarifying,
    ):
        action.setEnabled(shown)
    menus.history.setEnabled(shown and page == QUESTIONS)
    if session is None:
        for action in (menus.undo, menus.redo):
            action.setEnabled(False)
    for action in menus.pages.actions():
        action.setEnabled(shown or (session is not None and action.data() in FREE))
    for action in (
        menus.comparison, menus.workplace, menus.open_folder, menus.open_questionnaires,
        menus.about, menus.help, menus.method,
    ):  # fmt: skip
        action.setEnabled(session is not None)
