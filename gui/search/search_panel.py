"""The card under the search field: the finds, and the way to all of them in the list."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QSizePolicy, QWidget

from gui.controls import plain_label
from gui.fields.float_card import FloatCard
from gui.fonts import Role, font
from gui.grouped_list_view import GroupedListView
from gui.key_cap import cap_width, paint_cap
from gui.overriding import override
from gui.painting import card_ground, draw_elided
from gui.search import words
from gui.search.hit_delegate import SIDE, HitDelegate
from gui.search.hit_item_model import HitItemModel
from gui.style import GAP_8, GAP_12
from gui.theme import theme_of
from services.searching import SearchHit, SearchResults

WIDTH = 640
_FOOT = 40
_SHADOW, _DROP = 14, 4
_ROOM_BELOW = 24


class AllLine(QAbstractButton):
    """The last line: everything that was found, in the list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_current = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(_FOOT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_count(self, count: int) -> None:
        """Say how many are in the list."""
        self.setText(words.all_text(count))
        self.setAccessibleName(self.text())
        self.setToolTip(words.say("{words} (Enter)").format(words=self.text()))
        self.setVisible(count > 0)
        self.update()

    def set_current(self, is_current: bool) -> None:
        """Set it off as the line that Enter presses."""
        if is_current != self.is_current:
            self.is_current = is_current
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, _FOOT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        painter.fillRect(box, card_ground(theme))
        painter.fillRect(QRectF(0, 0, box.width(), 1), theme.line)
        if self.is_current or self.underMouse():
            painter.fillRect(box.adjusted(0, 1, 0, 0), theme.selection if self.is_current else theme.hover)
        painter.setFont(font(Role.UI_MEDIUM, tabular=True))
        painter.setPen(theme.accent)
        left = SIDE + draw_elided(painter, box.adjusted(SIDE, 0, -SIDE - 80, 0), self.text()) + GAP_8
        if left + cap_width("Enter") < box.right() - SIDE:
            left = paint_cap(painter, left, box.center().y(), "Enter", theme.ink2, theme.line2) + GAP_12
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.ink3)
        hint = words.say("↑ ↓ choose · Esc close")
        width = painter.fontMetrics().horizontalAdvance(hint)
        if left + width < box.right() - SIDE:
            draw_elided(painter, QRectF(box.right() - SIDE - width - 1, 0, width + 1, box.height()), hint)


class HitList(GroupedListView):
    """Led by the keys of the search field: it never has the keyboard itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hits = HitItemModel(self)
        self.arrange(self.hits, HitDelegate(self, self.hits))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(self.Shape.NoFrame)
        self.setAccessibleName(words.say("Finds"))
        self.is_on_card = True


class SearchPanel(FloatCard):
    """`hit_opened(SearchHit)` by a click or by Enter; `all_requested` by its last line."""

    hit_opened = Signal(object)
    all_requested = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(words.say("Search results"), window)
        self.list = HitList(self)
        self.nothing = plain_label("", "hint", self)
        self.nothing.setContentsMargins(SIDE, 14, SIDE, 14)
        self.all_line = AllLine(self)
        self.column.setContentsMargins(_SHADOW + 1, _SHADOW - _DROP + 5, _SHADOW + 1, _SHADOW + _DROP + 5)
        self.column.setSpacing(0)
        for part in (self.nothing, self.list, self.all_line):
            self.column.addWidget(part)
        self._anchor = QRect()
        self.list.clicked.connect(self._on_clicked)
        self.all_line.clicked.connect(self.all_requested)
        self.dismissed.connect(self.hide)

    def show_results(self, results: SearchResults, listed: int) -> None:
        """Show the finds of a search, and how many incidents the list has; nothing is chosen yet."""
        model = self.list.hits
        model.show_results(results)
        self.list.relayout()
        self.list.verticalScrollBar().setValue(0)
        self.list.setVisible(model.count > 0)
        self.nothing.setText(words.nothing_text(results.text.strip()))
        self.nothing.setVisible(model.count == 0 and listed == 0)
        self.all_line.show_count(listed)
        self.all_line.set_current(False)
        if self.isVisible():
            self._fit()

    def show_below(self, field: QRect) -> None:
        """Open under the search field, whose place in the window is given."""
        self._anchor = field
        self._fit()
        self.show()
        self.raise_()

    def step(self, delta: int) -> None:
        """Choose the next or the one before; after the last find comes the last line, before the first nothing."""
        model, last = self.list.hits, self.list.hits.count - 1
        place = self._chosen() + delta
        if abs(delta) > 1:
            place = min(max(place, 0), max(last, 0))
        has_all = not self.all_line.isHidden()
        if place > last and has_all:
            self.list.clearSelection()
            self.list.setCurrentIndex(QModelIndex())
            self.all_line.set_current(True)
            self._tell(self.all_line.text())
            return
        self.all_line.set_current(False)
        if place < 0:
            self.list.clearSelection()
            self.list.setCurrentIndex(QModelIndex())
            return
        index = model.index(model.row_map.row_of(min(place, last)))
        self.list.setCurrentIndex(index)
        hit = model.hit_at(index.row())
        if hit is not None:
            self._tell(words.hit_sentence(hit))

    def open_current(self) -> bool:
        """Open what is chosen; False where nothing is."""
        hit = self.current()
        if hit is not None:
            self.hit_opened.emit(hit)
        elif self.all_line.is_current:
            self.all_requested.emit()
        return hit is not None or self.all_line.is_current

    def current(self) -> SearchHit | None:
        """The chosen find."""
        index = self.list.currentIndex()
        return self.list.hits.hit_at(index.row()) if index.isValid() else None

    def _chosen(self) -> int:
        """The number of the chosen find; one behind the last for the last line, -1 for none."""
        if self.all_line.is_current:
            return self.list.hits.count
        index = self.list.currentIndex()
        place = self.list.hits.row_map.place_of(index.row()) if index.isValid() else None
        return -1 if place is None else place

    def _tell(self, sentence: str) -> None:
        """To a screen reader, whose focus stays in the search field."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _fit(self) -> None:
        """As wide as its lines want to be and as high as the finds are, within the window."""
        window = self._window
        width = min(max(WIDTH, self._anchor.width()) + 2 * _SHADOW, window.width())
        self.setFixedWidth(width)
        rest = self.column.contentsMargins().top() + self.column.contentsMargins().bottom()
        rest += 0 if self.all_line.isHidden() else _FOOT
        top = self._anchor.bottom() + 2 - _SHADOW + _DROP
        room = window.height() - top - rest - _ROOM_BELOW
        self.list.setFixedHeight(max(min(self.list.geometry_of_rows.total, room), 0))
        nothing = 0 if self.nothing.isHidden() else self.nothing.sizeHint().height()
        self.setFixedHeight(rest + nothing + (0 if self.list.isHidden() else self.list.height()))
        left = self._anchor.center().x() - width // 2
        self.move(max(0, min(left, window.width() - width)), top)

    def _on_clicked(self, index: QModelIndex) -> None:
        hit = self.list.hits.hit_at(index.row())
        if hit is not None:
            self.hit_opened.emit(hit)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.hide()
        return super().eventFilter(watched, event)
