"""The menu bar: every action of the window with its words and keys."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from kiassess.ui.settings import FONT_SCALES, Settings


class Menus(QObject):
    """Builds the menus of a window; the window connects the actions.

    Attributes:
        new, import_files, import_folder, export, export_exchange, hand_out, save_chart, print,
            freeze, states, save_now, quit: File.
        edit: The menu Edit itself.
        undo, redo, history, facts, targets, find, move, delete: Edit.
        pages: View; one action a page, its name as data.
        focus, larger, smaller: View.
        themes, font_scales, languages: View; exclusive groups, the choice as data.
        profile, measures, comparison, interviews, clarifying, workshop: Evaluation.
        example, restore, workplace, open_folder, open_questionnaires: Extras.
        help, method, about: Help.
    """

    def __init__(self, window: QMainWindow, settings: Settings, pages: dict[str, str]) -> None:
        super().__init__(window)
        bar = window.menuBar()

        menu = bar.addMenu(self.tr("&File"))
        self.new = self._action(menu, self.tr("&New assessment…"), "Ctrl+N")
        self.import_files = self._action(menu, self.tr("&Import…"), "Ctrl+I")
        self.import_folder = self._action(menu, self.tr("Import &folder…"), "")
        menu.addSeparator()
        self.export = self._action(menu, self.tr("&Export to Excel…"), "Ctrl+E")
        self.export_exchange = self._action(menu, self.tr("Save as e&xchange file…"), "")
        self.hand_out = self._action(menu, self.tr("&Hand out fill-in workbooks…"), "")
        self.save_chart = self._action(menu, self.tr("Save &chart…"), "Ctrl+Shift+E")
        self.print = self._action(menu, self.tr("&Print…"), "Ctrl+P")
        menu.addSeparator()
        self.freeze = self._action(menu, self.tr("&Keep a state…"), "Ctrl+Shift+S")
        self.states = self._action(menu, self.tr("Kept s&tates…"), "")
        menu.addSeparator()
        self.save_now = self._action(menu, self.tr("&Save everything now"), "Ctrl+S")
        self.quit = self._action(menu, self.tr("&Quit"), "Ctrl+Q")

        self._add_edit(bar.addMenu(self.tr("&Edit")))

        menu = bar.addMenu(self.tr("&View"))
        self.pages = QActionGroup(self)
        for number, (name, title) in enumerate(pages.items(), start=1):
            action = self._action(menu, title, f"Ctrl+{number}")
            action.setData(name)
            self.pages.addAction(action)
        self.focus = self._action(menu, self.tr("S&witch between list and page"), "F6")
        menu.addSeparator()
        names = {
            "system": self.tr("&As the system"),
            "light": self.tr("&Light"),
            "dark": self.tr("&Dark"),
        }
        self.themes = self._group(menu.addMenu(self.tr("&Colours")), names, settings.theme)
        sizes = {scale: f"{scale}\N{NO-BREAK SPACE}%" for scale in FONT_SCALES}
        self.font_scales = self._group(
            menu.addMenu(self.tr("&Text size")), sizes, settings.font_scale
        )
        self.larger = self._action(menu, self.tr("La&rger text"), "Ctrl++")
        self.smaller = self._action(menu, self.tr("S&maller text"), "Ctrl+-")
        menu.addSeparator()
        languages = {"de": "&Deutsch", "en": "&English"}
        self.languages = self._group(
            menu.addMenu(self.tr("Lan&guage")), languages, settings.language
        )

        self._add_evaluation(bar.addMenu(self.tr("Eval&uation")))

        menu = bar.addMenu(self.tr("E&xtras"))
        self.example = self._action(menu, self.tr("View &example"), "")
        self.restore = self._action(menu, self.tr("&Restore a backup…"), "")
        self.workplace = self._action(menu, self.tr("Check this &workplace…"), "")
        self.open_folder = self._action(menu, self.tr("Show &folder of the data"), "")
        self.open_questionnaires = self._action(
            menu, self.tr("Show folder for &own questionnaires"), ""
        )

        menu = bar.addMenu(self.tr("&Help"))
        self.help = self._action(menu, self.tr("&Help for this page"), "F1")
        self.method = self._action(menu, self.tr("About the &method"), "")
        self.about = self._action(menu, self.tr("&About kiassess"), "")

    def show_undo(self, what: str) -> None:
        """Say what would be taken back; ``""`` if there is nothing."""
        text = self.tr("&Undo {what}").format(what=_plain(what)) if what else self.tr("&Undo")
        self.undo.setText(text)

    def show_redo(self, what: str) -> None:
        """Say what would be done again; ``""`` if there is nothing."""
        text = self.tr("&Redo {what}").format(what=_plain(what)) if what else self.tr("&Redo")
        self.redo.setText(text)

    def _add_edit(self, menu: QMenu) -> None:
        self.edit = menu
        self.undo = self._action(menu, "", "Ctrl+Z")
        self.redo = self._action(menu, "", "Ctrl+Y")
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.show_undo("")
        self.show_redo("")
        menu.addSeparator()
        self.facts = self._action(menu, self.tr("&Details of the assessment…"), "F2")
        self.targets = self._action(menu, self.tr("&Targets of a building block…"), "")
        self.find = self._action(menu, self.tr("&Find question"), "Ctrl+F")
        self.history = self._action(menu, self.tr("&History of the answer…"), "Ctrl+H")
        menu.addSeparator()
        self.move = self._action(menu, self.tr("&Move to a newer questionnaire…"), "")
        self.delete = self._action(menu, self.tr("De&lete assessment…"), "")

    def _add_evaluation(self, menu: QMenu) -> None:
        self.profile = self._action(menu, self.tr("&Show profile"), "")
        self.measures = self._action(menu, self.tr("Show &measures"), "")
        self.comparison = self._action(menu, self.tr("&Compare assessments"), "")
        self.interviews = self._action(menu, self.tr("&Interview plan…"), "")
        self.clarifying = self._action(menu, self.tr("What needs c&larifying…"), "")
        self.workshop = self._action(menu, self.tr("&Workshop…"), "")
        menu.addAction(self.export)
        menu.addAction(self.save_chart)

    def _action(self, menu: QMenu, title: str, key: str) -> QAction:
        action = menu.addAction(title)
        if key:
            action.setShortcut(QKeySequence(key))
        return action

    def _group(
        self, menu: QMenu, names: dict[str, str] | dict[int, str], chosen: object
    ) -> QActionGroup:
        group = QActionGroup(self)
        for value, title in names.items():
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.setData(value)
            group.addAction(action)
        return group


def _plain(words: str) -> str:
    """Words no letter of which is a key."""
    return words.replace("&", "&&")
