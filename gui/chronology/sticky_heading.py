"""The heading of the period at the top of the list, pinned while its incidents scroll under it."""

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.chronology.period_list_view import PeriodListView
from gui.overriding import override
from gui.style import BAR_GROUP
from gui.theme import theme_of


class StickyHeading(QWidget):
    """Lies on the viewport, lets the mouse through, and is pushed up by the next heading."""

    def __init__(self, view: PeriodListView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # It fills its whole ground: without this, the rows below it would be painted first.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()
        view.rows.dataChanged.connect(self._on_rows_changed)

    def _on_rows_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        row = self._view.row_at(0)
        if row is not None and first.row() <= self._view.rows.row_map.heading_of(row) <= last.row():
            self.update()

    def follow(self) -> None:
        """Take the place that the scroll position asks for."""
        view = self._view
        row = view.row_at(0)
        if row is None or view.verticalScrollBar().value() <= 0:
            self.hide()
            return
        row_map = view.rows.row_map
        group = row_map.group_of(row)
        top = 0
        if group + 1 < len(row_map.heading_rows):
            top = min(0, view.row_rect(row_map.heading_rows[group + 1]).top() - BAR_GROUP)
        self.setGeometry(0, top, view.viewport().width(), BAR_GROUP)
        self.show()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        row = self._view.row_at(0)
        if row is None:
            return
        painter = QPainter(self)
        group = self._view.rows.group_at(row)
        rect = QRect(0, 0, self.width(), self.height())
        delegate = self._view.delegate
        delegate.headings.paint(painter, rect, group, theme_of(self), delegate.current_day(group.key))
        painter.end()
