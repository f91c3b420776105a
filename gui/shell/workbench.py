"""The panes of an open project: sidebar, pages, inspector, status line."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui.actions import Actions
from gui.hairline import Hairline
from gui.overriding import override
from gui.shell.page import Page
from gui.shell.sidebar import Sidebar
from gui.shell.status_line import StatusLine
from gui.style import WIDTH_INSPECTOR, WIDTH_INSPECTOR_MIN, WIDTH_SIDEBAR
from gui.window_state import WindowState

# Each page of incidents remembers for itself whether it has the inspector beside it; only the list begins with it.
_INSPECTOR_FLAGS = {
    Page.CHRONOLOGY: "inspector-shown",
    Page.TIMELINE: "inspector-shown-timeline",
    Page.CALENDAR: "inspector-shown-calendar",
}
NARROW = 1150
LEAST_PAGE = 250
# Below this a whole sidebar leaves no room for a page and the inspector: it becomes a rail by itself.
TIGHT = WIDTH_SIDEBAR + 400 + WIDTH_INSPECTOR_MIN


class Workbench(QWidget):
    """Holds the panes and remembers their sizes; knows nothing of what they show."""

    page_shown = Signal(object)
    """Payload: the Page."""

    def __init__(self, actions: Actions, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._pages: dict[Page, QWidget] = {}
        self._focus: dict[Page, Callable[[], None]] = {}
        self._parts: dict[Page, Callable[[], Sequence[QWidget]]] = {}
        self._inspector: QWidget | None = None
        self.sidebar = Sidebar(actions, self)
        self.status_line = StatusLine(self)
        self._stack = QStackedWidget(self)
        self._stack.setMinimumWidth(LEAST_PAGE)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._stack)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(Hairline(self))
        row.addWidget(self._splitter, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(row, 1)
        box.addWidget(self.status_line)
        self._is_tight = False
        self._reading_page: Page | None = None
        self._follow_room()

    def add_page(
        self,
        page: Page,
        widget: QWidget,
        focus: Callable[[], None],
        panes: Callable[[], Sequence[QWidget]] | None = None,
    ) -> None:
        """Add a page's widget, once; `focus` puts the keyboard on its list, `panes` are where F6 stops in it."""
        self._pages[page] = widget
        if panes is not None:
            self._parts[page] = panes
        self._focus[page] = focus
        self._stack.addWidget(widget)

    def set_inspector(self, widget: QWidget) -> None:
        """Add the pane at the right, which belongs to the pages of incidents."""
        self._inspector = widget
        widget.setMinimumWidth(WIDTH_INSPECTOR_MIN)
        self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        panes = self._state.layout("panes")
        if panes.isEmpty() or not self._splitter.restoreState(panes):
            left = self.width() - self.sidebar.width() - WIDTH_INSPECTOR - 2
            self._splitter.setSizes([max(400, left), WIDTH_INSPECTOR])
        self._follow_inspector()

    def keep_layout(self) -> None:
        """Remember the panes' sizes."""
        if self._inspector is not None:
            self._state.keep_layout("panes", self._splitter.saveState())

    @property
    def page(self) -> Page:
        """The page that is shown."""
        shown = self._stack.currentWidget()
        return next((page for page, widget in self._pages.items() if widget is shown), Page.CHRONOLOGY)

    def show_page(self, page: Page) -> None:
        """Show a page and mark it in the sidebar."""
        self._stack.setCurrentWidget(self._pages[page])
        self.sidebar.show_page(page)
        self._follow_inspector()
        self._follow_room()
        self.page_shown.emit(page)

    def set_reading(self, page: Page | None) -> None:
        """Say which page needs the room of the sidebar, to read a text on it; None for none."""
        self._reading_page = page
        self._follow_room()

    @property
    def _rail_flag(self) -> str:
        is_reading = self._reading_page is not None and self.page is self._reading_page
        return "sidebar-collapsed-reading" if is_reading else "sidebar-collapsed"

    def _follow_room(self) -> None:
        flag = self._rail_flag
        is_rail = self._is_tight or self._state.flag(flag, default=flag != "sidebar-collapsed")
        if is_rail != self.sidebar.is_rail:
            self.sidebar.set_rail(is_rail=is_rail)

    def _follow_inspector(self) -> None:
        if self._inspector is not None:
            flag = _INSPECTOR_FLAGS.get(self.page)
            self._inspector.setVisible(flag is not None and self._is_inspector_wanted(flag))

    def _is_inspector_wanted(self, flag: str) -> bool:
        return self._state.flag(flag, default=flag == _INSPECTOR_FLAGS[Page.CHRONOLOGY])

    def is_inspector_open(self) -> bool:
        """Whether the inspector stands beside the page that is shown."""
        return self._inspector is not None and not self._inspector.isHidden()

    def show_inspector(self) -> None:
        """Show the inspector where it is hidden."""
        flag = _INSPECTOR_FLAGS.get(self.page)
        if flag is not None:
            self._state.keep_flag(flag, True)  # noqa: FBT003 - a setter
            self._follow_inspector()

    def toggle_inspector(self) -> None:
        """Show or hide the inspector."""
        flag = _INSPECTOR_FLAGS.get(self.page)
        if flag is not None:
            self._state.keep_flag(flag, not self._is_inspector_wanted(flag))
            self._follow_inspector()

    def toggle_sidebar(self) -> None:
        """Collapse the sidebar to icons, or show it whole."""
        self.sidebar.set_rail(is_rail=not self.sidebar.is_rail)
        if not self._is_tight:
            self._state.keep_flag(self._rail_flag, self.sidebar.is_rail)

    def panes(self) -> list[QWidget]:
        """The panes in the order of F6."""
        shown = self._parts[self.page]() if self.page in self._parts else [self._stack]
        return [self.sidebar, *shown, *([self._inspector] if self._inspector is not None else [])]

    def focus_page(self) -> None:
        """Put the keyboard on the list of the page that is shown."""
        if self.page in self._focus:
            self._focus[self.page]()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.status_line.set_narrow(self.width() < NARROW)
        is_tight = self.width() < TIGHT
        if is_tight != self._is_tight:
            self._is_tight = is_tight
            self._follow_room()
