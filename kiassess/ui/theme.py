"""Colours, fonts and spacing of the window; the only place with a style sheet."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from kiassess.charts.looks import Look
from kiassess.content.themes import THEMES, Theme, load_theme
from kiassess.ui.settings import Settings

SYSTEM = "system"
TITLE, SECTION, HELP = 1.7, 1.2, 0.95  # sizes relative to the base font

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
        self._themes = {name: load_theme(folder, name) for name in THEMES}
        self._base = application.font()
        self._applied: tuple[str, int] | None = None
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self.apply)

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        chosen = self._settings.theme
        if chosen in self._themes:
            return self._themes[chosen]
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._themes["dark" if dark else "light"]

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
        self._application.setStyleSheet(style_sheet(self.theme, font))
        self.changed.emit()


def palette(theme: Theme) -> QPalette:
    """The palette of a theme, for everything Qt draws by itself."""
    made = QPalette()
    for role, name in _PALETTE.items():
        made.setColor(role, QColor(theme[name]))
    for role in _DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme["edge"]))
    return made


def style_sheet(theme: Theme, font: QFont) -> str:
    """The style sheet of a theme; all lengths follow the size of the text."""
    unit = max(4, round(QFontMetrics(font).height() / 4.5))
    size = font.pointSizeF()
    lengths = {
        "u1": unit,
        "u2": 2 * unit,
        "u3": 3 * unit,
        "u4": 4 * unit,
        "half": unit // 2,
        "radius": 2 * unit - unit // 2,
        "bar": max(4, unit),
    }
    sizes = {"title": size * TITLE, "section": size * SECTION, "help": size * HELP}
    return _STYLE.format(
        **lengths, **{f"{key}_size": f"{value:.1f}pt" for key, value in sizes.items()},
        **theme.roles,
    )  # fmt: skip


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
QHeaderView::section {{
    background: {navigation}; color: {text}; border: none; border-bottom: 1px solid {line};
    padding: {u1}px {u2}px; font-weight: 600;
}}
QTableView QTableCornerButton::section {{ background: {navigation}; border: none; }}
QListView#pages {{ background: transparent; border: none; }}
QListView#pages::item {{
    padding: {u2}px {u3}px; border-radius: {u1}px; color: {text}; border: 2px solid transparent;
}}
QListView#pages::item:selected {{ background: {accent_soft}; color: {accent}; font-weight: 600; }}
QListView#pages::item:focus {{ border: 2px solid {accent}; }}
QListView#items {{ border: none; border-radius: 0; }}

QPushButton, QToolButton {{
    background: {surface}; color: {text}; border: 1px solid {edge}; border-radius: {u1}px;
    padding: {u1}px {u3}px;
}}
QPushButton:hover, QToolButton:hover {{ border-color: {accent}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {accent}; }}
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
QToolButton[fold="true"] {{ border-color: transparent; background: transparent; }}
QToolButton[fold="true"]:focus {{ border: 2px solid {accent}; }}

QLineEdit, QPlainTextEdit, QTextBrowser, QComboBox, QDateEdit, QSpinBox {{
    background: {surface}; color: {text}; border: 1px solid {edge}; border-radius: {u1}px;
    padding: {u1}px {u2}px; selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit:focus, QPlainTextEdit:focus, QTextBrowser:focus, QComboBox:focus, QDateEdit:focus,
QSpinBox:focus {{ border: 2px solid {accent}; }}
QComboBox QAbstractItemView {{
    background: {surface}; color: {text}; selection-background-color: {accent_soft};
    selection-color: {text}; border: 1px solid {edge};
}}
QProgressBar {{
    background: {line}; border: none; border-radius: {half}px; max-height: {bar}px;
    min-height: {bar}px;
}}
QProgressBar::chunk {{ background: {accent}; border-radius: {half}px; }}
QStatusBar {{ background: {window}; border-top: 1px solid {line}; }}
QStatusBar::item {{ border: none; }}
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
