"""Find one record by typing: a search line over a list, and once picked, one quiet line instead."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dates import DateStyle, format_date
from gui.controls import plain_label
from gui.elided_line import ElidedLine
from gui.fields.suggest_field import LineEdit
from gui.fonts import Role, font
from gui.glyphs import status_icon
from gui.overriding import override
from gui.painting import draw_elided
from gui.style import GAP_8
from gui.texts import status_text
from gui.texts.changes import shorten
from gui.theme import Theme, theme_of
from models.snapshots import IncidentRow

_ROW = 48
_MOST = 200
# In a large project a search takes longer than a key.
PAUSE_MS = 120
_NO_LIMIT = 16_777_215
_ID = int(Qt.ItemDataRole.UserRole)
_DETAIL = _ID + 1


@dataclass(frozen=True, slots=True)
class PickerItem:
    """One record to choose from: its id, title, a second line, and perhaps a glyph."""

    id: int
    title: str
    detail: str = ""
    icon: QIcon | None = None


def incident_item(row: IncidentRow, theme: Theme) -> PickerItem:
    """An incident to choose: its title; date, status and place."""
    parts = [format_date(row.date, DateStyle.SHORT), status_text(row.status), row.place]
    detail = " · ".join(part for part in parts if part)
    return PickerItem(row.id, row.title, detail, status_icon(row.status, theme))


class _Delegate(QStyledItemDelegate):
    """Two lines: title and detail."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, _ROW)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view = self.parent()
        if not isinstance(view, QListWidget):
            return
        theme = theme_of(view)
        box = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.selection)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.hover)
        left = box.left() + 10
        glyph = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(glyph, QIcon):
            glyph.paint(painter, int(left), int(box.top()) + 7, 16, 16)
            left += 24
        painter.setFont(font(Role.UI_STRONG))
        painter.setPen(theme.ink)
        draw_elided(painter, QRectF(left, box.top() + 5, box.right() - left - 10, 20), index.data())
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.ink3)
        draw_elided(painter, QRectF(left, box.top() + 24, box.right() - left - 10, 18), index.data(_DETAIL))
        painter.restore()


class _SearchLine(LineEdit):
    """The search line; the list's keys go to the list."""

    list_key_pressed = Signal(int)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if arg__1.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.list_key_pressed.emit(1 if arg__1.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(arg__1)


class RecordPicker(QWidget):
    """`record_picked(id)` when one was taken by Enter or click; `changing` when another one is looked for."""

    record_picked = Signal(int)
    changing = Signal()

    def __init__(
        self, name: str, placeholder: str, find: Callable[[str], Sequence[PickerItem]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._item: PickerItem | None = None
        self._items: dict[int, PickerItem] = {}
        self.search = _SearchLine(name, self)
        self.search.setPlaceholderText(placeholder)
        self.search.add_icon("search", QLineEdit.ActionPosition.LeadingPosition)
        self.list = QListWidget(self)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setAccessibleName(name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self._none = plain_label(self.tr("Nothing matches."), "hint", self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._make_search_page())
        self._stack.addWidget(self._make_picked_page())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self.search.textEdited.connect(self._on_text_edited)
        self.search.returnPressed.connect(self.take_current)
        self.search.list_key_pressed.connect(self._step)
        self.list.itemClicked.connect(self._take)
        self.setFocusProxy(self.search)
        self.refresh()

    def item(self) -> PickerItem | None:
        """The record that was picked."""
        return self._item

    def pick(self, item: PickerItem) -> None:
        """Show a record as picked; emits nothing."""
        self._item = item
        self._title.show_text(shorten(item.title, 200))
        self._detail.show_text(shorten(item.detail, 200))
        self._stack.setCurrentIndex(1)
        self.setFixedHeight(64)
        self.setFocusProxy(self._change)

    def set_fixed(self) -> None:
        """The record that is picked stays."""
        self._change.hide()

    def is_searching(self) -> bool:
        """True while the search is shown."""
        return self._stack.currentIndex() == 0

    def look_again(self) -> None:
        """Go back to the search."""
        self._stack.setCurrentIndex(0)
        self.setMinimumHeight(0)
        self.setMaximumHeight(_NO_LIMIT)
        self.setFocusProxy(self.search)
        self.refresh()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.selectAll()
        self.changing.emit()

    def refresh(self) -> None:
        """Look up again what the search line asks for."""
        self._pause.stop()
        found = list(self._find(self.search.text().strip()))[:_MOST]
        self._items = {item.id: item for item in found}
        self.list.clear()
        for item in found:
            row = QListWidgetItem(shorten(item.title, 200), self.list)
            row.setData(_ID, item.id)
            row.setData(_DETAIL, shorten(item.detail, 200))
            row.setData(int(Qt.ItemDataRole.AccessibleTextRole), f"{item.title}, {item.detail}")
            if item.icon is not None:
                row.setIcon(item.icon)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        self._none.setVisible(not found)

    def _make_search_page(self) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_8)
        layout.addWidget(self.search)
        layout.addWidget(self._none)
        layout.addWidget(self.list, 1)
        # An empty list is hidden; the search line stays at the top all the same.
        layout.addStretch(0)
        return page

    def _make_picked_page(self) -> QWidget:
        page = QFrame(self)
        page.setProperty("surface", "card")
        self._title = ElidedLine(Role.UI_STRONG, "ink", page)
        self._detail = ElidedLine(Role.CAPTION, "ink3", page)
        self._change = QPushButton(self.tr("Change…"), page)
        self._change.setProperty("kind", "small")
        self._change.setAutoDefault(False)
        self._change.setAccessibleName(self.tr("Choose another one"))
        self._change.clicked.connect(self.look_again)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        row = QHBoxLayout(page)
        row.setContentsMargins(12, 8, 10, 8)
        row.addLayout(words, 1)
        row.addWidget(self._change)
        return page

    def _on_text_edited(self, _text: str) -> None:
        self._pause.start()

    def _catch_up(self) -> None:
        # Whoever types and goes on at once means what fits the words, not what stood there before.
        if self._pause.isActive():
            self.refresh()

    def _step(self, by: int) -> None:
        self._catch_up()
        self.list.setCurrentRow(min(max(self.list.currentRow() + by, 0), self.list.count() - 1))

    def take_current(self) -> bool:
        """Pick the record that is highlighted in the search; False where none is."""
        self._catch_up()
        current = self.list.currentItem() if self.is_searching() else None
        if current is not None:
            self._take(current)
        return current is not None

    def _take(self, row: QListWidgetItem) -> None:
        item = self._items[int(row.data(_ID))]
        self.pick(item)
        self.record_picked.emit(item.id)
