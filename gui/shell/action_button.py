"""Buttons that stand for an action: they trigger it and follow its words and state."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gui.actions import keys_text
from gui.controls import IconButton
from gui.key_cap import CapButton


class ActionButton(IconButton):
    """An icon that triggers an action and follows its state."""

    def __init__(self, icon_name: str, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(icon_name, action.text(), parent)
        self._action = action
        self.setFixedSize(30, 30)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setAccessibleName(self._action.text())
        self.setToolTip(self._action.toolTip())


class ActionCapButton(CapButton):
    """A button with words that triggers an action and follows its state."""

    def __init__(
        self, icon_name: str, action: QAction, *, kind: str, shows_key: bool = False, keeps_dots: bool = False
    ) -> None:
        words = action.text() if keeps_dots else action.text().rstrip("…")
        super().__init__(icon_name, words, keys_text(action) if shows_key else "")
        self._action = action
        self.setProperty("kind", kind)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())
