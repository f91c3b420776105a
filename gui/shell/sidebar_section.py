"""A titled part of the sidebar with rows of the project's own: saved views, tags."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.controls import IconButton, plain_label
from gui.shell.drop_line import DropLine
from gui.shell.sidebar_row import SidebarRow
from gui.style import GAP_8


@dataclass(frozen=True, slots=True)
class SidebarSpot:
    """One row of a section: its key, icon or colour square, words and count."""

    key: str
    icon_name: str
    text: str
    count: int = 0
    is_warning: bool = False
    is_movable: bool = False


class SidebarSection(QWidget):
    """Heading with a plus, then the rows."""

    spot_requested = Signal(str)
    spot_menu_requested = Signal(str, QPoint)
    spot_move_requested = Signal(str, int)
    """Payload: the key of a row, and how many places down (negative: up)."""
    spot_remove_requested = Signal(str)
    add_requested = Signal()
    drop_line_moved = Signal(QWidget)
    """Payload: the line that shows where a dragged row would come to stand."""
    step_requested = Signal(object, int)
    """Payload: the row that has the focus, and 1 or -1."""

    def __init__(self, title: str, add_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._title = plain_label(title, "caption", self)
        self._add_text = add_text
        self.add_button = IconButton("plus", add_text, self)
        self.add_button.setFixedSize(24, 24)
        self.add_button.clicked.connect(self.add_requested)
        self._head = QWidget(self)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(GAP_8, 0, 2, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self.add_button)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self._head)
        self._rows: dict[str, SidebarRow] = {}
        self._spots: dict[str, SidebarSpot] = {}
        self._drop_line = DropLine(self)

    def rows(self) -> Sequence[SidebarRow]:
        """The rows in their order."""
        return tuple(self._rows.values())

    def show_spots(self, spots: Sequence[SidebarSpot]) -> None:
        """Show exactly these rows; a row whose key stays keeps its focus."""
        if list(spots) == list(self._spots.values()):
            return
        for key in self._rows.keys() - {spot.key for spot in spots}:
            row = self._rows.pop(key)
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        for index, spot in enumerate(spots, start=1):
            row = self._rows.get(spot.key) or self._make_row(spot)
            if self._spots.get(spot.key) != spot:
                row.is_warning = spot.is_warning
                row.set_movable(spot.is_movable)
                row.set_words(spot.text, spot.icon_name)
                row.set_count(spot.count)
                row.update()
            if self._box.indexOf(row) != index:
                self._box.removeWidget(row)
                self._box.insertWidget(index, row)
        if [spot.key for spot in spots] != list(self._spots):
            self._keep_tab_order([self._rows[spot.key] for spot in spots])
        self._rows = {spot.key: self._rows[spot.key] for spot in spots}
        self._spots = {spot.key: spot for spot in spots}
        self._drop_line.clear()

    def _keep_tab_order(self, rows: Sequence[SidebarRow]) -> None:
        # Qt lets Tab come to a new row after everything else in the window.
        for before, after in pairwise((self.add_button, *rows)):
            QWidget.setTabOrder(before, after)

    def show_chosen(self, key: str) -> None:
        """Mark the row whose filter is on; "" for none."""
        for name, row in self._rows.items():
            row.setChecked(name == key)

    def set_read_only(self, is_read_only: bool) -> None:
        """Offer no new rows, and say why."""
        self.add_button.setEnabled(not is_read_only)
        reason = self.tr("This project is open read-only")
        self.add_button.setToolTip(f"{self._add_text}. {reason}" if is_read_only else self._add_text)

    def set_rail(self, is_rail: bool) -> None:
        """Hide the section where only icons have room."""
        self.setVisible(not is_rail)

    def _make_row(self, spot: SidebarSpot) -> SidebarRow:
        row = SidebarRow(spot.icon_name, spot.text, parent=self)
        row.setObjectName(spot.key)
        row.clicked.connect(self._on_row_clicked)
        row.menu_requested.connect(self._on_row_menu_requested)
        row.step_requested.connect(self._on_row_step_requested)
        row.move_requested.connect(self._on_row_move_requested)
        row.remove_requested.connect(self._on_row_remove_requested)
        row.drag_moved.connect(self._on_row_drag_moved)
        row.drag_ended.connect(self._on_row_drag_ended)
        row.drag_left.connect(self._drop_line.clear)
        self._rows[spot.key] = row
        return row

    def _on_row_clicked(self) -> None:
        self.spot_requested.emit(self.sender().objectName())

    def _on_row_menu_requested(self, place: QPoint) -> None:
        self.spot_menu_requested.emit(self.sender().objectName(), place)

    def _on_row_step_requested(self, step: int) -> None:
        self.step_requested.emit(self.sender(), step)

    def _on_row_move_requested(self, step: int) -> None:
        self.spot_move_requested.emit(self.sender().objectName(), step)

    def _movable_keys(self) -> list[str]:
        return [key for key, spot in self._spots.items() if spot.is_movable]

    def _on_row_drag_moved(self, place: QPoint) -> None:
        self._drop_line.follow(self.mapFromGlobal(place), [self._rows[key] for key in self._movable_keys()])
        if self._drop_line.gap is not None:
            self.drop_line_moved.emit(self._drop_line)

    def _on_row_drag_ended(self) -> None:
        key, keys, gap = self.sender().objectName(), self._movable_keys(), self._drop_line.gap
        self._drop_line.clear()
        here = keys.index(key) if key in keys else None
        # The gaps right above and right below a row are its own place.
        if here is not None and gap is not None and gap not in {here, here + 1}:
            self.spot_move_requested.emit(key, gap - here - (gap > here))

    def _on_row_remove_requested(self) -> None:
        self.spot_remove_requested.emit(self.sender().objectName())
