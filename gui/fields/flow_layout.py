"""A layout that fills lines from left to right and breaks them like words."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from gui.overriding import override


class FlowLayout(QLayout):
    """Lines of widgets at their preferred width; the last one takes what is left of its line."""

    def __init__(self, parent: QWidget, gap: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap

    @override
    def addItem(self, arg__1: QLayoutItem) -> None:
        self._items.append(arg__1)

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """Put `widget`, new here or not, at `index`."""
        place = self.indexOf(widget)
        if place == index:
            return
        self.removeWidget(widget)
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, arg__1: int) -> int:
        return self._arrange(QRect(0, 0, arg__1, 0), move=False)

    @override
    def setGeometry(self, arg__1: QRect) -> None:
        super().setGeometry(arg__1)
        self._arrange(arg__1, move=True)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        left, top, line = area.left(), area.top(), 0
        for place, item in enumerate(self._items):
            is_last = place == len(self._items) - 1
            size = item.minimumSize() if is_last else item.sizeHint()
            width = min(size.width(), area.width())
            if left > area.left() and left + width > area.right() + 1:
                left, top, line = area.left(), top + line + self._gap, 0
            if is_last:
                width = area.right() + 1 - left
            line = max(line, item.sizeHint().height())
            if move:
                item.setGeometry(QRect(QPoint(left, top), QSize(width, item.sizeHint().height())))
            left += width + self._gap
        return top + line - rect.top() + margins.bottom()
