"""The sidebar: the project, the places of the window, saved views, tags, and the bin."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gui.actions import ActionId, Actions, keys_text
from gui.shell.page import Page
from gui.shell.project_button import ProjectButton
from gui.shell.sidebar_row import SidebarRow
from gui.shell.sidebar_section import SidebarSection
from gui.style import GAP_4, GAP_8, GAP_12, ROW_SIDEBAR, WIDTH_RAIL, WIDTH_SIDEBAR

_PLACES = (
    (Page.CHRONOLOGY, "list-tree", ActionId.SHOW_CHRONOLOGY),
    (Page.TIMELINE, "chart-gantt", ActionId.SHOW_TIMELINE),
    (Page.CALENDAR, "calendar-days", ActionId.SHOW_CALENDAR),
    (Page.SOURCES, "book-open-text", ActionId.SHOW_SOURCES),
    (Page.ENTITIES, "users-round", ActionId.SHOW_ENTITIES),
    (Page.HISTORY, "history", ActionId.SHOW_HISTORY),
    (Page.BIN, "trash-2", ActionId.SHOW_BIN),
)
_UPPER = (Page.CHRONOLOGY, Page.TIMELINE, Page.CALENDAR, Page.SOURCES, Page.ENTITIES)


class Sidebar(QFrame):
    """Emits wishes; what it shows is handed in. Collapsed it is a rail of icons."""

    page_requested = Signal(object)
    """Payload: the Page."""
    switcher_requested = Signal(QPoint)
    spot_requested = Signal(str)
    """Payload: the key of a row of a section: `view:7`, `tag:3`, or a built-in view's name."""
    spot_menu_requested = Signal(str, QPoint)
    spot_move_requested = Signal(str, int)
    """Payload: the key of a row, and how many places down (negative: up)."""
    spot_remove_requested = Signal(str)
    add_tag_requested = Signal()
    save_view_requested = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setProperty("surface", "sidebar")
        self.setAccessibleName(self.tr("Sidebar"))
        self.project_button = ProjectButton(self)
        self.project_button.switcher_requested.connect(self.switcher_requested)
        self._places: dict[Page, SidebarRow] = {}
        for page, icon_name, action in _PLACES:
            row = SidebarRow(icon_name, actions[action].text(), key=keys_text(actions[action]), parent=self)
            row.setObjectName(page.value)
            row.clicked.connect(self._on_place_clicked)
            row.step_requested.connect(self._on_place_step_requested)
            self._places[page] = row
        self.views = SidebarSection(self.tr("Saved views"), self.tr("Save this view"), self)
        self.tags = SidebarSection(self.tr("Tags"), self.tr("New tag"), self)
        self._connect_sections()
        self._build()
        self.set_rail(is_rail=False)
        self.show_page(Page.CHRONOLOGY)

    def _connect_sections(self) -> None:
        for section in (self.views, self.tags):
            section.spot_requested.connect(self.spot_requested)
            section.spot_menu_requested.connect(self.spot_menu_requested)
            section.spot_move_requested.connect(self.spot_move_requested)
            section.spot_remove_requested.connect(self.spot_remove_requested)
            section.step_requested.connect(self._step)
            section.drop_line_moved.connect(self._keep_in_view)
        self.views.add_requested.connect(self.save_view_requested)
        self.tags.add_requested.connect(self.add_tag_requested)

    def _build(self) -> None:
        middle = QWidget()
        rows = QVBoxLayout(middle)
        rows.setContentsMargins(GAP_8, 0, GAP_8, GAP_8)
        rows.setSpacing(0)
        for page in _UPPER:
            rows.addWidget(self._places[page])
        rows.addSpacing(GAP_12)
        rows.addWidget(self.views)
        rows.addSpacing(GAP_12)
        rows.addWidget(self.tags)
        rows.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(middle)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        middle.setAutoFillBackground(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, GAP_8, 0, GAP_12)
        box.setSpacing(GAP_8)
        box.addLayout(self._pad(self.project_button))
        box.addWidget(self._scroll, 1)
        below = (self._places[Page.HISTORY], self._places[Page.BIN])
        box.addLayout(self._pad(*below))
        upper = [self._places[page] for page in _UPPER]
        # Tab goes from top to bottom; the rows of a section follow its button.
        for before, after in pairwise(
            (self.project_button, *upper, self.views.add_button, self.tags.add_button, *below)
        ):
            QWidget.setTabOrder(before, after)

    def _pad(self, *widgets: QWidget) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setContentsMargins(GAP_8, 0, GAP_8, 0)
        box.setSpacing(0)
        for widget in widgets:
            box.addWidget(widget)
        return box

    def show_page(self, page: Page) -> None:
        """Mark a place as the one that is shown."""
        for name, row in self._places.items():
            row.setChecked(name is page)

    def show_spot(self, key: str) -> None:
        """Mark the saved view or tag whose filter is on; none where `key` is empty."""
        self.views.show_chosen(key)
        self.tags.show_chosen(key)

    def set_count(self, page: Page, count: int) -> None:
        self._places[page].set_count(count)

    def set_rail(self, *, is_rail: bool) -> None:
        """Collapse to icons, or show everything."""
        self._is_rail = is_rail
        self.setFixedWidth(WIDTH_RAIL if is_rail else WIDTH_SIDEBAR)
        self.project_button.set_rail(is_rail)
        for row in self._places.values():
            row.set_rail(is_rail)
        for section in (self.views, self.tags):
            section.set_rail(is_rail)

    def set_read_only(self, is_read_only: bool) -> None:
        """Offer no new views and tags."""
        self.views.set_read_only(is_read_only)
        self.tags.set_read_only(is_read_only)

    @property
    def is_rail(self) -> bool:
        return self._is_rail

    def focus_first(self) -> None:
        """Put the focus on the place that is shown."""
        shown = [row for row in self._rows() if row.isChecked()]
        (shown or self._rows())[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _rows(self) -> Sequence[SidebarRow]:
        places = [self._places[page] for page in _UPPER]
        own = [] if self._is_rail else [*self.views.rows(), *self.tags.rows()]
        return [*places, *own, self._places[Page.HISTORY], self._places[Page.BIN]]

    def _step(self, row: object, step: int) -> None:
        rows = self._rows()
        if isinstance(row, SidebarRow) and row in rows:
            target = rows[(rows.index(row) + step) % len(rows)]
            target.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(target, 0, GAP_4)

    def _keep_in_view(self, drop_line: QWidget) -> None:
        self._scroll.ensureWidgetVisible(drop_line, 0, ROW_SIDEBAR)

    def _on_place_clicked(self) -> None:
        page = Page(self.sender().objectName())
        # A click toggles a checkable button; the page decides what is marked.
        self._places[page].setChecked(True)
        self.page_requested.emit(page)

    def _on_place_step_requested(self, step: int) -> None:
        self._step(self.sender(), step)
