"""The tool bar: menu, sidebar, undo and redo, the search field, and the three main acts."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolBar, QWidget

from gui.actions import ActionId, Actions
from gui.controls import IconButton, pop_up
from gui.shell.action_button import ActionButton, ActionCapButton
from gui.shell.search_field import SearchField
from gui.style import BAR_TOOL, GAP_4, GAP_8, GAP_12, HEIGHT_FIELD

WIDTH_SEARCH = 430


class ToolBar(QToolBar):
    """48 pixels high, not movable. Buttons keep the focus where it was, so that Undo can reach a text field."""

    menu_requested = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tool-bar")
        self.setWindowTitle(self.tr("Tool bar"))
        self.setMovable(False)
        self.setFloatable(False)
        self.setFixedHeight(BAR_TOOL)
        self.setContextMenuPolicy(self.contextMenuPolicy().PreventContextMenu)
        self.search = SearchField(self)
        self.search.setFixedHeight(HEIGHT_FIELD)
        self.search.setMaximumWidth(WIDTH_SEARCH)
        self.search.setMinimumWidth(160)
        self.menu_button = IconButton("menu", self.tr("Menu"), self, key="F10")
        self.menu_button.setFixedSize(30, 30)
        self.menu_button.clicked.connect(self.menu_requested)
        self.addWidget(self._make_content(actions))

    def _make_content(self, actions: Actions) -> QWidget:
        content = QWidget(self)
        row = QHBoxLayout(content)
        row.setContentsMargins(GAP_12, 0, GAP_12 + GAP_4, 0)
        row.setSpacing(GAP_8)
        sidebar = ActionButton("panel-left", actions[ActionId.TOGGLE_SIDEBAR])
        undo = ActionButton("undo-2", actions[ActionId.UNDO])
        redo = ActionButton("redo-2", actions[ActionId.REDO])
        for widget in (self.menu_button, sidebar, self._make_line(), undo, redo):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.search, 6)
        row.addStretch(1)
        add_source = ActionCapButton("file-plus-corner", actions[ActionId.ADD_SOURCE], kind="quiet")
        export = ActionCapButton("file-output", actions[ActionId.EXPORT], kind="quiet")
        new_incident = ActionCapButton("plus", actions[ActionId.NEW_INCIDENT], kind="primary", shows_key=True)
        for button in (add_source, export, new_incident):
            row.addWidget(button)
            row.addSpacing(-GAP_4)
        stops = (self.menu_button, sidebar, undo, redo, self.search, add_source, export, new_incident)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        return content

    def _make_line(self) -> QFrame:
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.VLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setForegroundRole(self.palette().ColorRole.Mid)
        line.setFixedSize(1, 22)
        return line

    def show_menu(self, menu: QMenu, *, by_key: bool) -> None:
        """Open the menu below its button."""
        pop_up(menu, self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()), by_key=by_key)
