"""The list as a place to drop files and text on, and to drag an incident within its day."""

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from gui.chronology.chronology_item_model import MIME_INCIDENT, ChronologyItemModel
from gui.chronology.period_list_view import PeriodListView
from gui.mime import dropped_files, is_welcome
from gui.overriding import override
from gui.theme import theme_of


class DropView(PeriodListView):
    """`move_requested` asks for one step within the day, `place_requested` for a place below or above another incident."""

    files_dropped = Signal(list)
    text_dropped = Signal(str)
    move_requested = Signal(int, bool)
    place_requested = Signal(int, int, bool)

    def __init__(self, model: ChronologyItemModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self._dragged: int | None = None
        self._gap: int | None = None
        self._welcomes = False

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        # Not selectedIndexes(): of a hundred thousand rows that takes half a second.
        ranges = self.selectionModel().selection().toList()
        if self.delegate.read_only or len(ranges) != 1 or ranges[0].height() != 1:
            return
        indexes = ranges[0].indexes()
        self._dragged = indexes[0].row()
        drag = QDrag(self)
        drag.setMimeData(self.rows.mimeData(indexes))
        drag.setPixmap(self.viewport().grab(self.row_rect(self._dragged)))
        drag.setHotSpot(QPoint(24, 18))
        drag.exec(Qt.DropAction.MoveAction)
        self._end_drag()

    def _end_drag(self) -> None:
        self._dragged, self._gap, self._welcomes = None, None, False
        self.viewport().update()

    def gap_for(self, dragged: int, y: int) -> int | None:
        """The row above which the dragged row would come to lie, None where its day does not reach."""
        row = self.row_at(y)
        moving = self.rows.incident_at(dragged)
        if row is None or moving is None or self.rows.row_map.is_heading(row):
            return None
        over = self.rows.incident_at(row)
        if over is None or (over.date.sort_at, over.date.sort_rank) != (moving.date.sort_at, moving.date.sort_rank):
            return None
        return row if y < self.row_rect(row).center().y() else row + 1

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._consider(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._consider(event)

    def _consider(self, event: QDragMoveEvent) -> None:
        mime = event.mimeData()
        self._gap, self._welcomes = None, False
        if mime.hasFormat(MIME_INCIDENT):
            if self._dragged is not None:
                self._gap = self.gap_for(self._dragged, event.position().toPoint().y())
            event.setAccepted(self._gap is not None)
        else:
            self._welcomes = is_welcome(mime) and not self.delegate.read_only
            event.setDropAction(Qt.DropAction.CopyAction)
            event.setAccepted(self._welcomes)
        self.viewport().update()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._gap, self._welcomes = None, False
        self.viewport().update()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        mime = event.mimeData()
        if not mime.hasFormat(MIME_INCIDENT):
            event.acceptProposedAction()
            self._take(mime)
        elif self._dragged is not None and self._gap is not None:
            event.accept()
            self._move_to(self._dragged, self._gap)
        self._end_drag()

    def _take(self, mime: QMimeData) -> None:
        files = dropped_files(mime)
        if files:
            self.files_dropped.emit(files)
        elif mime.text().strip():
            self.text_dropped.emit(mime.text())

    def _move_to(self, dragged: int, gap: int) -> None:
        incident_id = self.rows.incident_id_at(dragged)
        below = gap > dragged
        sibling_id = self.rows.incident_id_at(gap - 1 if below else gap)
        if incident_id is not None and sibling_id is not None and sibling_id != incident_id:
            self.place_requested.emit(incident_id, sibling_id, below)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap is None and not self._welcomes:
            return
        accent = theme_of(self).accent
        painter = QPainter(self.viewport())
        if self._gap is not None:
            above = self.row_rect(self._gap - 1)
            painter.fillRect(QRect(0, above.bottom(), above.width(), 2), accent)
        else:
            painter.setPen(QPen(accent, 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()
