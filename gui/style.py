"""Shape and rhythm: metrics, the style sheet, and the switch between light and dark.

The style sheet sets only what Fusion cannot: radius, border and padding of buttons, fields and pills. Widgets choose a
look by dynamic properties: buttons `kind` = primary | quiet | flat | pill | small | danger, labels `role` = caption |
hint | strong | heading | title | warning | error | ok, frames `surface` = bg | surface | sidebar | sunken | card.
"""

from string import Template

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.fonts import Role, font, load_fonts
from gui.theme import DISABLED, Theme, blend, make_palette, preferred_theme

GAP_4, GAP_8, GAP_12, GAP_16, GAP_24 = 4, 8, 12, 16, 24
PAD_PANE, PAD_BOARD = 20, 24
BAR_TOOL, BAR_HEADER, BAR_STATUS, BAR_GROUP = 48, 44, 28, 38
ROW_INCIDENT, ROW_COMPACT, ROW_SOURCE, ROW_SIDEBAR, ROW_LINK = 56, 36, 56, 28, 24
WIDTH_SIDEBAR, WIDTH_RAIL, WIDTH_DATE, WIDTH_GLYPH, WIDTH_INSPECTOR, WIDTH_INSPECTOR_MIN = 220, 52, 178, 28, 408, 340
HEIGHT_BUTTON, HEIGHT_FIELD, HEIGHT_PILL, HEIGHT_CHIP, HEIGHT_KEY = 30, 32, 26, 18, 18
RADIUS, RADIUS_CARD, RADIUS_CHIP = 6, 10, 9
ICON = 16

_SHEET = Template("""
QPushButton, QToolButton { border: 1px solid transparent; border-radius: 6px; color: $ink; font-weight: 500; }
QPushButton { min-height: 28px; padding: 0 11px; background: $surface; border-color: $line2; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $pressed; }
QPushButton:disabled, QToolButton:disabled { color: $faint; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; }
QPushButton:focus { padding: 0 10px; min-height: 26px; }
QPushButton:default { border-color: $accent; }
QPushButton[kind="primary"] { background: $accent; color: $onaccent; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:focus { border-color: $ink; }
QPushButton[kind="primary"]:disabled { background: $accent_faint; border-color: transparent; color: $onaccent; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; }
QPushButton[kind="flat"] { background: transparent; border-color: transparent; color: $accent; padding: 0 4px; }
QPushButton[kind="quiet"]:hover, QPushButton[kind="flat"]:hover { background: $hover; }
QPushButton[kind="word"] { background: transparent; border-color: transparent; padding: 1px 2px 0 2px; min-height: 21px;
  font-size: 12px; }
QPushButton[kind="word"]:hover { color: $accent; }
QPushButton[kind="word"]:focus { border: 2px solid $accent; padding: 0 1px; min-height: 20px; }
QPushButton[kind="danger"] { color: $bad; }
QPushButton[kind="flat"]:disabled, QPushButton[kind="danger"]:disabled { color: $faint; }
QPushButton[kind="small"], QPushButton[kind="pill"] { min-height: 24px; padding: 0 9px; font-size: 12px; }
QPushButton[kind="pill"] { background: $surface; color: $ink2; font-weight: 400; }
QPushButton[kind="pill"][active="true"] { background: $selection; border-color: $accent; color: $accent; }
QPushButton[kind="quiet"]:focus, QPushButton[kind="flat"]:focus, QPushButton[kind="pill"]:focus,
QPushButton[kind="small"]:focus { border: 2px solid $accent; }
QPushButton[kind="small"]:focus, QPushButton[kind="pill"]:focus { min-height: 22px; padding: 0 8px; }
QToolButton { background: transparent; min-width: 24px; min-height: 24px; padding: 1px; }
QToolButton:hover { background: $hover; }
QToolButton:checked { background: $sunken; }
QToolButton::menu-indicator { image: none; width: 0; }
QLineEdit, QTextEdit[kind="field"], QPlainTextEdit[kind="field"] {
  background: $surface; border: 1px solid $field; border-radius: 6px; padding: 0 9px; color: $ink;
  selection-background-color: $accent; selection-color: $onaccent; }
QLineEdit { min-height: 30px; }
QTextEdit[kind="field"], QPlainTextEdit[kind="field"] { padding: 4px 5px; }
QTextEdit[kind="reader"] { background: $surface; border: 0; padding: 0; color: $ink;
  selection-background-color: $accent; selection-color: $onaccent; }
QLineEdit:focus { border: 2px solid $accent; padding: 0 8px; min-height: 28px; }
QTextEdit[kind="field"]:focus, QPlainTextEdit[kind="field"]:focus { border: 2px solid $accent; padding: 3px 4px; }
QLineEdit QToolButton { min-width: 0; min-height: 0; padding: 0; border: 0; }
QLineEdit:disabled, QTextEdit[kind="field"]:disabled { color: $faint; border-color: $line2; }
QLineEdit[kind="title"], QLineEdit[kind="bare"] { border: 1px solid transparent; background: transparent; }
QLineEdit[kind="title"] { font-family: "$serif"; font-size: 21px; font-weight: 600; padding: 0; }
QLineEdit[kind="title"]:focus, QLineEdit[kind="bare"]:focus { border: 1px solid transparent; }
QLineEdit[problem="true"], QTextEdit[problem="true"] { border-color: $bad; }
QCheckBox, QRadioButton { min-height: 24px; spacing: 8px; }
QLabel[role="caption"], QLabel[role="hint"] { color: $ink3; font-size: 12px; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="heading"] { font-family: "$serif"; font-size: 17px; font-weight: 600; }
QLabel[role="dialog-title"] { font-family: "$serif"; font-size: 19px; font-weight: 600; }
QLabel[role="title"] { font-family: "$serif"; font-size: 21px; font-weight: 600; }
QLabel[role="body"] { color: $ink2; }
QLabel[role="warning"] { color: $warn; font-size: 12px; }
QLabel[role="error"] { color: $bad; font-size: 12px; }
QLabel[role="ok"] { color: $ok; font-size: 12px; }
QLabel[role="key"] { color: $ink2; font-size: 11px; font-weight: 500; border: 1px solid $line2; border-radius: 4px;
  background: $surface; padding: 0 4px; }
QFrame[surface="bg"] { background: $bg; }
QFrame[surface="surface"] { background: $surface; }
QFrame[surface="sidebar"] { background: $sidebar; }
QFrame[surface="sunken"] { background: $sunken; border-radius: 6px; }
QFrame[surface="warning"] { background: $warn_soft; border-radius: 6px; }
QFrame[surface="popup"] { background: $surface; border: 1px solid $line2; }
QFrame[surface="popup"] QListView { background: $surface; border: 0; outline: 0; }
QFrame[surface="popup"] QListView::item { border-radius: 4px; padding: 0 6px; color: $ink; }
QFrame[surface="popup"] QListView::item:hover { background: $hover; }
QFrame[surface="popup"] QListView::item:selected { background: $selection; }
QFrame[surface="header"] { background: $bg; border: 0; border-bottom: 1px solid $line; }
QFrame[surface="reader-header"] { background: $surface; border: 0; border-bottom: 1px solid $line; }
QFrame[surface="warning-line"] { background: $warn_soft; border: 0; border-bottom: 1px solid $line; }
QFrame[surface="pane-footer"] { background: $bg; border: 0; border-top: 1px solid $line; }
QFrame[surface="footer"] { background: $surface; border: 0; border-top: 1px solid $line; }
QFrame[surface="tray"] { background: $selection; border: 0; border-top: 1px solid $line; }
QFrame[surface="card"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QComboBox { min-height: 28px; }
QComboBox QListView, QListView[surface="suggestions"] { background: $surface; border: 1px solid $line2; }
QComboBox QListView { outline: 0; icon-size: 16px; } QListView[surface="suggestions"] { outline: 0; }
QComboBox QListView::item, QListView[surface="suggestions"]::item { min-height: 28px; padding: 0 8px; color: $ink; }
QComboBox QListView::item:selected, QListView[surface="suggestions"]::item:selected { background: $selection; }
QMenu { background: $surface; border: 1px solid $line2; padding: 5px; }
QMenu::item { padding: 5px 22px 5px 10px; border-radius: 4px; color: $ink; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $faint; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 5px 6px; }
QMenuBar { background: $sidebar; } QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QToolTip { background: $surface; color: $ink; border: 1px solid $line2; padding: 4px 7px; }
QToolBar { background: $sidebar; border: 0; border-bottom: 1px solid $line; spacing: 4px; }
QStatusBar { background: $sidebar; border-top: 1px solid $line; } QStatusBar::item { border: 0; }
QSplitter::handle { background: $line; }
QAbstractScrollArea { border: 0; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QAbstractScrollArea[surface="bg"] > QWidget > QScrollBar { background: $bg; }
QAbstractScrollArea[surface="surface"] > QWidget > QScrollBar { background: $surface; }
QScrollBar:vertical { width: 11px; } QScrollBar:horizontal { height: 11px; }
QScrollBar::handle { background: $thumb; border-radius: 3px; margin: 2px 3px; }
QScrollBar::handle:hover { background: $field; }
QScrollBar::handle:vertical { min-height: 32px; } QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabBar::tab { padding: 6px 12px; border: 0; border-bottom: 2px solid transparent; color: $ink2; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; } QTabWidget::pane { border: 0; }
QProgressBar { background: $sunken; border: 0; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")


def style_sheet(theme: Theme) -> str:
    """The style sheet of the whole program in one theme."""
    names = (
        "bg",
        "surface",
        "sidebar",
        "sunken",
        "hover",
        "selection",
        "line",
        "line2",
        "field",
        "ink",
        "ink2",
        "ink3",
    )
    values = {
        name: theme.colour(name).name() for name in (*names, "accent", "onaccent", "ok", "warn", "warn_soft", "bad")
    }
    values |= {
        "serif": "Source Serif 4",
        "pressed": _rgba(blend(theme.ink, 0.10)),
        "faint": _rgba(blend(theme.ink, DISABLED)),
        "thumb": theme.line2.name(),
        "accent_hover": (theme.accent.lighter(106) if theme.is_dark else theme.accent.lighter(112)).name(),
        "accent_faint": _rgba(blend(theme.accent, DISABLED)),
    }
    return _SHEET.substitute(values)


def _rgba(colour: QColor) -> str:
    return f"rgba({colour.red()},{colour.green()},{colour.blue()},{colour.alpha()})"


def dress(application: QApplication, theme: Theme) -> None:
    """Give the whole application its fonts, palette and style sheet; call again to switch the theme."""
    if not isinstance(application.property("dateline_fonts"), bool):
        load_fonts()
        application.setFont(font(Role.UI))
        application.setProperty("dateline_fonts", True)  # noqa: FBT003 - Qt's own signature
    sheet = style_sheet(theme)
    if application.styleSheet() == sheet:
        return  # every widget there is would be polished anew
    application.setPalette(make_palette(theme))
    application.setStyleSheet(sheet)


class ThemeKeeper(QObject):
    """Shows the preferred theme and follows the system while the setting says `system`."""

    theme_changed = Signal(bool)
    """Payload: whether the new theme is dark."""

    def __init__(self, application: QApplication, choice: str = "system") -> None:
        super().__init__(application)
        self.application = application
        self._choice = choice
        self.theme = preferred_theme(choice)
        dress(application, self.theme)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def choose(self, choice: str) -> None:
        """Show `light`, `dark` or `system`."""
        self._choice = choice
        self._follow_system()

    def _follow_system(self, _scheme: object = None) -> None:
        theme = preferred_theme(self._choice)
        if theme is not self.theme:
            self.theme = theme
            dress(self.application, theme)
            self.theme_changed.emit(theme.is_dark)
