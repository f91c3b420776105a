"""The window: menus, tool bar, and the start page or the open project's workbench. It touches no data."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from gui.actions import ActionId, Actions
from gui.overriding import override
from gui.shell.menus import fill_menu_bar, make_main_menu, make_menus
from gui.shell.panes import focus_next_pane
from gui.shell.start_page import StartPage
from gui.shell.tool_bar import ToolBar
from gui.shell.workbench import Workbench
from gui.window_state import WindowState


class MainWindow(QMainWindow):
    """Hands out its parts to the controllers; answers no wish itself but those about its own layout."""

    files_dropped = Signal(list)
    """Payload: the paths."""
    close_requested = Signal(QCloseEvent)
    """Payload: the event; a listener that must keep the window open ignores it."""

    def __init__(self, actions: Actions, state: WindowState) -> None:
        super().__init__()
        self._actions = actions
        self._state = state
        self._alt_alone = False
        self.setObjectName("main-window")
        self.setAcceptDrops(True)
        self.setMinimumSize(820, 520)
        self.resize(1440, 900)
        self.tool_bar = ToolBar(actions, self)
        self.start_page = StartPage(actions, self)
        self.workbench = Workbench(actions, state, self)
        self._frames = QStackedWidget(self)
        self._frames.addWidget(self.start_page)
        self._frames.addWidget(self.workbench)
        self.addToolBar(self.tool_bar)
        self.setCentralWidget(self._frames)
        self._connect()
        geometry = state.layout("window")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self.show_start()

    def _connect(self) -> None:
        self.tool_bar.menu_requested.connect(self.show_menu)
        slots = {
            ActionId.SHOW_MENU: self.show_menu,
            ActionId.TOGGLE_SIDEBAR: self.workbench.toggle_sidebar,
            ActionId.TOGGLE_INSPECTOR: self.workbench.toggle_inspector,
            ActionId.NEXT_PANE: self.focus_next_pane,
            ActionId.PREVIOUS_PANE: self.focus_previous_pane,
        }
        for action_id, slot in slots.items():
            self._actions[action_id].triggered.connect(slot)
        # A hidden menu bar takes its shortcuts with it, so the window holds every action too.
        self.addActions(list(self._actions.all()))

    def build_menus(self) -> None:
        """Make the menus; called after the first paint, which does not need them."""
        menus = make_menus(self._actions, self)
        self._main_menu = make_main_menu(menus, self)
        fill_menu_bar(self.menuBar(), menus)
        if sys.platform != "darwin":
            self.menuBar().hide()

    def show_start(self) -> None:
        """Show the start page."""
        self.setWindowTitle("Dateline")
        self.tool_bar.hide()
        self._frames.setCurrentWidget(self.start_page)
        self.start_page.show_recent(self._state.recent())
        self.start_page.first_button.setFocus()

    def show_workbench(self, file_name: str) -> None:
        """Show the panes of an open project; the title bar names its file."""
        self.setWindowTitle(f"{file_name} — Dateline")
        self.tool_bar.show()
        self._frames.setCurrentWidget(self.workbench)

    @property
    def is_at_start(self) -> bool:
        """Whether the start page is shown."""
        return self._frames.currentWidget() is self.start_page

    def show_menu(self) -> None:
        """Open the main menu below its button, or in the window's corner on the start page."""
        if self.tool_bar.isVisible():
            self.tool_bar.show_menu(self._main_menu)
        else:
            self._main_menu.popup(self.mapToGlobal(self.rect().topLeft()))

    def _panes(self) -> list[QWidget]:
        return [self.start_page] if self.is_at_start else [*self.workbench.panes(), self.tool_bar]

    def focus_next_pane(self) -> None:
        """Move the focus one pane on."""
        focus_next_pane(self._panes(), 1)

    def focus_previous_pane(self) -> None:
        """Move the focus one pane back."""
        focus_next_pane(self._panes(), -1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._alt_alone = event.key() == Qt.Key.Key_Alt
        super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self._alt_alone and event.key() == Qt.Key.Key_Alt and sys.platform != "darwin":
            self.menuBar().setVisible(not self.menuBar().isVisible())
        self._alt_alone = False
        super().keyReleaseEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.close_requested.emit(event)
        if event.isAccepted():
            self._state.keep_layout("window", self.saveGeometry())
            self.workbench.keep_layout()
            super().closeEvent(event)
