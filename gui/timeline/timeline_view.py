"""Axis, names of lanes, canvas and its scroll bar side by side."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollBar, QWidget

from gui.overriding import override
from gui.theme import theme_of
from gui.timeline.axis_row import HEIGHT_AXIS, AxisRow
from gui.timeline.board import Board
from gui.timeline.camera import TimelineCamera
from gui.timeline.canvas import TimelineCanvas
from gui.timeline.lane_column import LaneColumn
from gui.timeline.lane_headers import lanes_width
from gui.timeline.scene_source import SceneSource


class TimelineView(QWidget):
    """The scroll bar goes over lanes; time has the minimap."""

    def __init__(
        self, board: Board, camera: TimelineCamera, source: SceneSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._board = board
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.setSingleStep(36)
        self.axis = AxisRow(camera, source, self.bar, self)
        self.column = LaneColumn(board, self.bar, self)
        self.canvas = TimelineCanvas(board, camera, source, self.bar, self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.axis, 0, 1)
        grid.addWidget(self.column, 1, 0)
        grid.addWidget(self.canvas, 1, 1)
        grid.addWidget(self.bar, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        self.bar.hide()
        board.lanes_changed.connect(self._follow)

    def _follow(self) -> None:
        height = self.canvas.height()
        most = max(0, self._board.plan.height - height)
        self.bar.setPageStep(height)
        self.bar.setMaximum(most)
        self.bar.setVisible(most > 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The corner over the names of lanes, and the line below the axis."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.bg)
        painter.fillRect(0, HEIGHT_AXIS - 1, self.width(), 1, theme.line2)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.column.setFixedWidth(lanes_width(self.width()))
        self._follow()
