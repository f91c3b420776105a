"""The window: menus, tool bar, and the start page or the open project's workbench. It touches no data."""

import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from gui.actions import ActionId, Actions
from gui.controls import pop_up, press_by_enter
from gui.mime import dropped_files
from gui.overriding import override
from gui.window_state import WindowState

if TYPE_CHECKING:
    from gui.shell.start_page import StartPage
    from gui.shell.tool_bar import ToolBar
    from gui.shell.workbench import Workbench

# What a window manager may put around the window; the first size leaves room for it.
TITLE_BAR = 40


class MainWindow(QMainWindow):
    """Hands out its parts to the controllers; answers no wish itself but those about its own layout.

    The parts are made when they are first asked for: before the first paint that is only the one that is shown.
    """

    files_dropped = Signal(list)
    """Payload: the paths."""
    files_pasted = Signal(list)
    """Payload: the paths."""
    close_requested = Signal(QCloseEvent)
    """Payload: the event; a listener that must keep the window open ignores it."""

    def __init__(self, actions: Actions, state: WindowState) -> None:
        super().__init__()
        self._actions = actions
        self._state = state
        self.setObjectName("main-window")
        self.setWindowTitle("Dateline")
        self.setAcceptDrops(True)
        self.setMinimumSize(820, 520)
        room = self.screen().availableSize() - QSize(0, TITLE_BAR)
        self.resize(QSize(1440, 900).boundedTo(room))
        self._frames = QStackedWidget(self)
        self.setCentralWidget(self._frames)
        geometry = state.layout("window")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)

    @cached_property
    def tool_bar(self) -> "ToolBar":
        """The bar at the top, hidden on the start page."""
        from gui.shell.tool_bar import ToolBar  # noqa: PLC0415 - not needed for the first paint

        bar = ToolBar(self._actions, self)
        self.addToolBar(bar)
        return bar

    @cached_property
    def start_page(self) -> "StartPage":
        """What is shown while no project is open."""
        from gui.shell.start_page import StartPage  # noqa: PLC0415 - not needed where a project opens at once

        page = StartPage(self._actions, self)
        self._frames.addWidget(page)
        return page

    @cached_property
    def workbench(self) -> "Workbench":
        """The panes of an open project."""
        from gui.shell.workbench import Workbench  # noqa: PLC0415 - not needed for the first paint

        bench = Workbench(self._actions, self._state, self)
        self._frames.addWidget(bench)
        return bench

    def complete(self) -> None:
        """Make the parts and menus that the first paint did without, and let the actions act."""
        self.tool_bar.setVisible(False)
        self.tool_bar.menu_requested.connect(self._on_menu_requested)
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
        self._build_menus()

    def _build_menus(self) -> None:
        from gui.shell.alt_key import AltKey  # noqa: PLC0415 - not for the first paint
        from gui.shell.menus import fill_menu_bar, make_main_menu, make_menus  # noqa: PLC0415 - not for the first paint

        menus = make_menus(self._actions, self)
        self._main_menu = make_main_menu(menus, self)
        fill_menu_bar(self.menuBar(), menus)
        if sys.platform != "darwin":
            self.menuBar().hide()
            AltKey(self)

    def show_opening(self, path: Path) -> None:
        """Show the grounds of the panes until the project is there."""
        from gui.shell.first_frame import FirstFrame  # noqa: PLC0415 - only where a project opens at once

        frame = FirstFrame(path.stem, self, is_rail=self._state.flag("sidebar-collapsed"))
        self.setWindowTitle(f"{path.name} — Dateline")
        self._frames.addWidget(frame)
        self._frames.setCurrentWidget(frame)

    def show_start(self) -> None:
        """Show the start page."""
        self.setWindowTitle("Dateline")
        if "tool_bar" in self.__dict__:
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

    def _on_menu_requested(self) -> None:
        self.tool_bar.show_menu(self._main_menu, by_key=self.tool_bar.menu_button.hasFocus())

    def show_menu(self) -> None:
        """Open the main menu, as its key does: below its button, or in the window's corner on the start page."""
        if self.tool_bar.isVisible():
            self.tool_bar.show_menu(self._main_menu, by_key=True)
        else:
            pop_up(self._main_menu, self.mapToGlobal(self.rect().topLeft()), by_key=True)

    def _panes(self) -> list[QWidget]:
        return [self.start_page] if self.is_at_start else [*self.workbench.panes(), self.tool_bar]

    def focus_next_pane(self) -> None:
        """Move the focus one pane on."""
        from gui.shell.panes import focus_next_pane  # noqa: PLC0415 - not needed for the first paint

        focus_next_pane(self._panes(), 1)

    def focus_previous_pane(self) -> None:
        """Move the focus one pane back."""
        from gui.shell.panes import focus_next_pane  # noqa: PLC0415 - not needed for the first paint

        focus_next_pane(self._panes(), -1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pasted = (
            dropped_files(QGuiApplication.clipboard().mimeData())
            if event.matches(QKeySequence.StandardKey.Paste)
            else []
        )
        if pasted:
            self.files_pasted.emit(pasted)
        elif not press_by_enter(event):
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.close_requested.emit(event)
        if event.isAccepted():
            self._state.keep_layout("window", self.saveGeometry())
            if "workbench" in self.__dict__:
                self.workbench.keep_layout()
            super().closeEvent(event)
