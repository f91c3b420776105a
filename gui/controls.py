"""Small controls that several panes share."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QToolButton, QWidget

from gui.icons import icon
from gui.overriding import override
from gui.style import ICON
from gui.theme import theme_of

Key = TypeVar("Key")


class IconButton(QToolButton):
    """A button with a Lucide icon that keeps its colour right; `text` is its accessible name and tooltip."""

    def __init__(
        self, name: str, text: str, parent: QWidget | None = None, *, key: str = "", role: str = "ink2"
    ) -> None:
        # Qt may announce a palette while it constructs the button.
        self._name = name
        self._role = role
        super().__init__(parent)
        self.setIconSize(QSize(ICON, ICON))
        self.setFixedSize(28, 28)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_words(text, key)
        self._tint()

    def set_words(self, text: str, key: str = "") -> None:
        """Change the accessible name and the tooltip (with `key`, its shortcut)."""
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({key})" if key else text)

    def set_icon_name(self, name: str) -> None:
        """Show another icon."""
        self._name = name
        self._tint()

    def set_role(self, role: str) -> None:
        """Show the icon in another colour role."""
        self._role = role
        self._tint()

    def _tint(self) -> None:
        self.setIcon(icon(self._name, theme_of(self), self._role))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()


def press_by_enter(event: QKeyEvent) -> bool:
    """Press the button that has the focus, where `event` is Enter alone; whether it did.

    Qt presses a focused button by Space only, and in a dialog Enter there would press the default button instead.
    """
    focused = QApplication.focusWidget()
    is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if not (is_enter and plain and isinstance(focused, QPushButton | QToolButton) and focused.isEnabled()):
        return False
    focused.click()
    return True


def claim_key(event: QEvent, owns: Callable[[QKeyEvent], bool]) -> bool:
    """Take a key before the window's shortcuts do, where the widget that has the keyboard owns it; whether it did."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent) or not owns(event):
        return False
    event.accept()
    return True


def button_text(text: str) -> str:
    """`text` for a button that shows it as it is: an ampersand is no mnemonic."""
    return text.replace("&", "&&")


def add_choices(menu: QMenu, names: Mapping[Key, str], chosen: Key) -> QActionGroup:
    """Add lines to a menu of which one has a dot; `data()` of what the group tells is the key (of a word, its text)."""
    group = QActionGroup(menu)
    for key, name in names.items():
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(key == chosen)
        action.setData(key)
        group.addAction(action)
    return group


def pop_up(menu: QMenu, place: QPoint, *, by_key: bool) -> None:
    """Open a menu at a place of the screen; one that was asked for by key begins with its first line highlighted."""
    menu.popup(place)
    if by_key:
        # As if pressed: `setActiveAction` would also open the menu behind the first line.
        QApplication.sendEvent(menu, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier))


def plain_label(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """A label that shows `text` as it is (never as HTML), in one of the looks of `gui.style`."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    label.setText(text)
    return label
