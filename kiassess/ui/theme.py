"""Colours, fonts and spacing of the window; the only place with a style sheet."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from kiassess.charts.looks import Look
from kiassess.content.themes import THEMES, Theme, load_theme
from kiassess.ui.settings import Settings

SYSTEM = "system"
TITLE, SECTION, HELP = 1.7, 1.2, 0.95  # sizes relative to the base font
PROJECTOR = {"large": 1.4, "medium": 1.2, "small": 1.0}  # to be read from afar, if it fits

_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "edge",
}
_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


class Appearance(QObject):
    """The look of the window: follows the system or a choice, light or dark, any text size.

    Signals:
        changed: Colours or text size are different now; charts are drawn anew.
    """

    changed = Signal()

    def __init__(self, application: QApplication, folder: Path, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._icons = folder.parent / "icons"
        self._folder = folder
        self._themes: dict[str, Theme] = {}  # read when first used
        self._base = application.font()
        self._applied: tuple[str, int] | None = None
        application.styleHints().colorSchemeChanged.connect(self.apply)

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        name = self._settings.theme
        if name not in THEMES:
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            name = "dark" if dark else "light"
        if name not in self._themes:
            self._themes[name] = load_theme(self._folder, name)
        return self._themes[name]

    @property
    def look(self) -> Look:
        """The look of charts."""
        return Look.of(self.theme.roles)

    @property
    def scale(self) -> float:
        """Size of all text relative to the system's, 1.0–2.0."""
        return self._settings.font_scale / 100

    @Slot()
    def apply(self) -> None:
        """Use the theme and text size that are chosen now."""
        wanted = self.theme.name, self._settings.font_scale
        if wanted == self._applied:
            return
        self._applied = wanted
        font = QFont(self._base)
        font.setPointSizeF(self._base.pointSizeF() * self.scale)
        self._application.setFont(font)
        self._application.setPalette(palette(self.theme))
        self._application.setStyleSheet(style_sheet(self.theme, font, self._icons))
        self.changed.emit()

    def reset(self) -> None:
        """Give the application back its own text size, for another ``Appearance``."""
        self._application.styleHints().colorSchemeChanged.disconnect(self.apply)
        self._application.setFont(self._base)
        self._applied = None


def palette(theme: Theme) -> QPalette:
    """The palette of a theme, for everything Qt draws by itself."""
    made = QPalette()
    for role, name in _PALETTE.items():
        made.setColor(role, QColor(theme[name]))
    for role in _DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme["edge"]))
    return made


def style_sheet(theme: Theme, font: QFont, icons: Path) -> str:
    """The style sheet of a theme; all lengths follow the size of the text.

    Args:
        theme: The colours.
        font: The base font.
        icons: Folder of the drawings.
    """
    unit = max(4, round(QFontMetrics(font).height() / 4.5))
    size = font.pointSizeF()
    lengths = {
        "u1": unit,
        "u2": 2 * unit,
        "u3": 3 * unit,
        "u4": 4 * unit,
        # Where a border is 2 px for the focus: else capital umlauts lose their dots.
        "u1_focus": unit - 1,
        "u2_focus": 2 * unit - 1,
        "u3_focus": 3 * unit - 1,
        "half": unit // 2,
        "radius": 2 * unit - unit // 2,
        "bar": max(4, unit),
        "row": QFontMetrics(font).height() + unit,
        "indicator": 4 * unit,
        "indicator_checked": 4 * unit - 2,
        "indicator_radius": 2 * unit,
    }
    sizes = {"title": size * TITLE, "section": size * SECTION, "help": size * HELP}
    written = {f"{key}_size": f"{value:.1f}pt" for key, value in sizes.items()}
    return _STYLE.format(icons=icons.as_posix(), **lengths, **written, **theme.roles)


def show_from_afar(dialog: QWidget, name: str) -> None:
    """Let many people read a dialog from afar.

    Args:
        dialog: Everything in it gets larger letters.
        name: One of ``PROJECTOR``.
    """
    dialog.setProperty("afar", name)
    dialog.setStyleSheet(_from_afar(QApplication.font().pointSizeF(), PROJECTOR[name]))


def _from_afar(size: float, factor: float) -> str:
    roles = {"title": SECTION, "question": SECTION, "number": SECTION}
    roles |= {"help": HELP, "muted": HELP, "mark": HELP}
    rules = [f"QWidget {{ font-size: {size * factor:.1f}pt; }}\n"]
    for role, relative in roles.items():
        points = f"{size * factor * relative:.1f}pt"
        rules.append(f'QLabel[role="{role}"] {{ font-size: {points}; }}\n')
    return "".join(rules)


_STYLE = """
QLabel[role="title"] {{ font-size: {title_size}; font-weight: 600; }}
QLabel[role="section"] {{ font-size: {section_size}; font-weight: 600; }}
QLabel[role="question"] {{ font-size: {section_size}; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="help"], QLabel[role="muted"] {{ color: {muted}; font-size: {help_size}; }}
QLabel[role="number"] {{ color: {accent}; font-size: {section_size}; font-weight: 600; }}
QLabel[role="mark"] {{ color: {accent}; font-weight: 600; font-size: {help_size}; }}
QLabel[role="good"] {{ color: {good}; font-weight: 600; }}
QLabel[role="attention"] {{ color: {attention}; font-weight: 600; }}
QLabel[role="bad"] {{ color: {bad}; font-weight: 600; }}

QFrame[card="true"] {{
    background: {surface}; border: 1px solid {line}; border-radius: {radius}px;
}}
QFrame[card="notice"] {{
    background: {accent_soft}; border: 1px solid {accent}; border-radius: {radius}px;
}}
QFrame[choice="true"] {{
    background: {surface}; border: 1px solid {edge}; border-radius: {radius}px;
}}
QFrame[choice="true"]:hover {{ border-color: {accent}; }}
QFrame[choice="true"][chosen="true"] {{
    background: {accent_soft}; border: 2px solid {accent};
}}
QFrame[choice="true"][focused="true"] {{ border: 2px solid {accent}; }}
QFrame[choice="true"][focused="true"][chosen="true"] {{ border: 3px solid {accent}; }}
QFrame[rule="true"] {{ background: {line}; border: none; max-height: 1px; }}
QWidget#navigation {{ background: {navigation}; border-right: 1px solid {line}; }}
QWidget#question-panel {{ background: {surface}; border-right: 1px solid {line}; }}
QGroupBox#plain {{ border: none; margin: 0; padding: 0; }}
QGroupBox[question="true"] {{ border: none; margin-top: {row}px; padding: 0; font-weight: 600; }}
QGroupBox[question="true"]::title {{
    subcontrol-origin: margin; subcontrol-position: top left; margin-left: -2px; padding: 0;
    color: {text};
}}
QScrollArea, QScrollArea > QWidget > QWidget#page {{ background: transparent; border: none; }}

QListView, QTableView {{
    border: 1px solid {line}; border-radius: {radius}px; background: {surface};
    alternate-background-color: {window}; gridline-color: {line};
    selection-background-color: {accent_soft}; selection-color: {text}; outline: none;
}}
QListView::item, QTableView::item {{ padding: {u1}px; border: 2px solid transparent; }}
QListView::item:selected, QTableView::item:selected {{ background: {accent_soft}; color: {text}; }}
QListView::item:focus, QTableView::item:focus {{
    border: 2px solid {accent}; border-radius: {u1}px;
}}
QTableView[rows="true"]::item:focus {{ border: 2px solid transparent; }}
QHeaderView::section {{
    background: {navigation}; color: {text}; border: none; border-bottom: 1px solid {line};
    padding: {u1}px {u3}px {u1}px {u2}px; font-weight: 600;
}}
QTableView[wide="true"] QHeaderView::section:vertical {{
    font-weight: normal; border-right: 1px solid {line};
}}
QHeaderView::up-arrow, QHeaderView::down-arrow {{
    subcontrol-origin: border; subcontrol-position: center right;
    width: {u3}px; height: {u2}px;
}}
QTableView QTableCornerButton::section {{ background: {navigation}; border: none; }}
QListView#pages, QListView#topics {{ background: transparent; border: none; }}
QListView#pages::item, QListView#topics::item {{
    padding: {u2}px {u3}px; border-radius: {u1}px; color: {text}; border: 2px solid transparent;
}}
QListView#pages::item:selected, QListView#topics::item:selected {{
    background: {accent_soft}; color: {accent}; font-weight: 600;
}}
QListView#pages::item:focus, QListView#topics::item:focus {{ border: 2px solid {accent}; }}
QListView#items {{ border: none; border-radius: 0; }}
QListView#items::item {{ padding: 0; }}

QPushButton, QToolButton {{
    background: {surface}; color: {text}; border: 1px solid {edge}; border-radius: {u1}px;
    padding: {u1}px {u3}px;
}}
QPushButton:hover, QToolButton:hover {{ border-color: {accent}; }}
QPushButton:focus, QToolButton:focus {{
    border: 2px solid {accent}; padding: {u1_focus}px {u3_focus}px;
}}
QPushButton:pressed {{ background: {accent_soft}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {edge}; border-color: {line}; }}
QPushButton:checked {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton[primary="true"] {{
    background: {accent}; color: {on_accent}; border: 1px solid {accent}; font-weight: 600;
}}
QPushButton[primary="true"]:focus, QPushButton:checked:focus {{ border: 2px solid {text}; }}
QPushButton[primary="true"]:disabled {{
    background: {line}; color: {muted}; border-color: {line};
}}
QPushButton[link="true"], QPushButton[link="true"]:pressed {{
    background: transparent; color: {accent}; border: 2px solid transparent; padding: 0;
}}
QPushButton[link="true"]:focus {{ border-color: {accent}; }}
QToolButton[fold="true"] {{ border-color: transparent; background: transparent; }}
QToolButton[fold="true"]:focus {{ border: 2px solid {accent}; }}

QLineEdit, QPlainTextEdit, QTextBrowser, QComboBox, QDateEdit, QSpinBox {{
    background: {surface}; color: {text}; border: 1px solid {edge}; border-radius: {u1}px;
    padding: {u1}px {u2}px; selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit[quiet="true"] {{
    background: transparent; color: {muted}; border-color: transparent; padding: {u1}px 0;
    margin-left: -3px;
}}
QLineEdit:focus, QPlainTextEdit:focus, QTextBrowser:focus, QComboBox:focus, QDateEdit:focus,
QSpinBox:focus {{ border: 2px solid {accent}; padding: {u1_focus}px {u2_focus}px; }}
QLineEdit[quiet="true"]:focus {{ padding: {u1_focus}px 0; margin-left: -4px; }}
QComboBox QAbstractItemView {{
    background: {surface}; color: {text}; selection-background-color: {accent_soft};
    selection-color: {text}; border: 1px solid {edge};
}}
QSpinBox[buttonless="true"]::up-button, QSpinBox[buttonless="true"]::down-button {{
    width: 0; border: none;
}}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {indicator}px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{
    image: url("{icons}/chevron.svg"); width: {u3}px; height: {u3}px;
}}
QRadioButton::indicator, QCheckBox::indicator {{
    width: {indicator}px; height: {indicator}px; border: 1px solid {edge}; background: {surface};
}}
QRadioButton::indicator {{ border-radius: {indicator_radius}px; }}
QCheckBox::indicator {{ border-radius: {half}px; }}
QRadioButton::indicator:checked {{
    border: 2px solid {accent}; width: {indicator_checked}px; height: {indicator_checked}px;
    background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
        stop: 0 {accent}, stop: 0.52 {accent}, stop: 0.6 {surface}, stop: 1 {surface});
}}
QCheckBox::indicator:checked {{
    border: 2px solid {accent}; image: url("{icons}/check.svg");
}}
QRadioButton::indicator:disabled, QCheckBox::indicator:disabled {{ border-color: {line}; }}
QWidget#qt_calendar_navigationbar {{ background: {navigation}; }}
QCalendarWidget QToolButton, QCalendarWidget QToolButton:focus {{
    background: transparent; border: 2px solid transparent; padding: 0 {u2}px;
}}
QCalendarWidget QToolButton:focus, QCalendarWidget QToolButton:hover {{ border-color: {accent}; }}
QCalendarWidget QTableView {{ border-radius: 0; }}
QCalendarWidget QTableView::item {{ padding: 0; }}
QScrollBar:vertical {{ background: transparent; width: {u3}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {u3}px; margin: 0; }}
QScrollBar::handle {{ background: {edge}; border-radius: {half}px; margin: {half}px; }}
QScrollBar::handle:vertical {{ min-height: {u4}px; }}
QScrollBar::handle:horizontal {{ min-width: {u4}px; }}
QScrollBar::handle:hover {{ background: {accent}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{
    background: {line}; border: none; border-radius: {half}px; max-height: {bar}px;
    min-height: {bar}px;
}}
QProgressBar::chunk {{ background: {accent}; border-radius: {half}px; }}
QStatusBar {{ background: {window}; border-top: 1px solid {line}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ padding: {half}px {u2}px; }}
QMenuBar {{ background: {window}; border-bottom: 1px solid {line}; }}
QMenuBar::item {{ padding: {u1}px {u2}px; background: transparent; color: {text}; }}
QMenuBar::item:selected, QMenu::item:selected {{ background: {accent_soft}; color: {text}; }}
QMenu {{ background: {surface}; color: {text}; border: 1px solid {line}; }}
QMenu::item {{ padding: {u1}px {u4}px; }}
QMenu::item:disabled {{ color: {edge}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {u1}px; }}
QToolTip {{ background: {surface}; color: {text}; border: 1px solid {edge}; padding: {u1}px; }}
QSplitter::handle {{ background: {line}; }}
"""
