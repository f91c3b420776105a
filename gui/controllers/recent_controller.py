"""Answers wishes about recent projects: the switcher's menu, forgetting them, and not keeping them at all."""

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.actions import ActionId, Actions
from gui.main_window import MainWindow
from gui.window_state import WindowState

_MENU = (ActionId.NEW_PROJECT, ActionId.OPEN_PROJECT, ActionId.EDIT_PROJECT, ActionId.SAVE_COPY, ActionId.CLOSE_PROJECT)


class RecentController(QObject):
    """Knows only paths; whoever opens projects listens to `project_requested`."""

    project_requested = Signal(Path)

    def __init__(self, window: MainWindow, actions: Actions, state: WindowState) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._state = state
        actions[ActionId.KEEP_RECENT].setChecked(state.keeps_recent)
        actions[ActionId.KEEP_RECENT].toggled.connect(self._on_keep_recent_toggled)
        actions[ActionId.CLEAR_RECENT].triggered.connect(self._forget_all)
        window.start_page.project_requested.connect(self.project_requested)
        window.start_page.forget_project_requested.connect(self._forget)
        window.workbench.sidebar.switcher_requested.connect(self._show_switcher)

    def _on_keep_recent_toggled(self, wanted: bool) -> None:
        self._state.keeps_recent = wanted
        self._show()

    def _forget_all(self) -> None:
        self._state.forget_recent()
        self._show()

    def _forget(self, path: Path) -> None:
        self._state.remove_recent(path)
        self._show()

    def _show(self) -> None:
        self._window.start_page.show_recent(self._state.recent())

    def _show_switcher(self, place: QPoint) -> None:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for path in self._state.recent():
            action = menu.addAction(path.stem.replace("&", "&&"))
            action.setData(str(path))
            action.setToolTip(str(path))
        menu.addSeparator()
        for action_id in _MENU:
            menu.addAction(self._actions[action_id])
        menu.triggered.connect(self._on_switcher_triggered)
        menu.popup(place)

    def _on_switcher_triggered(self, action: QAction) -> None:
        if action.data():
            self.project_requested.emit(Path(action.data()))
