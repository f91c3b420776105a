"""Undated incidents on a shelf below the canvas: drag one onto it to date it."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from gui.fonts import Role, font
from gui.icons import paint_icon
from gui.overriding import override
from gui.painting import draw_elided
from gui.style import PAD_PANE, RADIUS
from gui.texts import incidents_text
from gui.theme import Theme, theme_of
from gui.timeline.board import Board
from gui.timeline.lane_headers import lanes_width
from gui.timeline.loaders import CaptionCache

_HEIGHT, _CHIP, _GAP, _PAD, _LONGEST = 44, 28, 8, 10, 300
_GRIP = 10
_MORE = 48  # px for the number of those that are not seen


class UndatedShelf(QWidget):
    """Wishes carry the incident. `drag_moved` and `drag_ended` carry a global point."""

    incident_opened = Signal(int)
    menu_requested = Signal(int, QPoint)
    drag_moved = Signal(int, QPointF)
    drag_ended = Signal(int, QPointF)
    drag_left = Signal()

    def __init__(self, board: Board, captions: CaptionCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board, self._captions = board, captions
        self._start = 0
        self._boxes: list[tuple[int, QRectF]] = []
        self._pressed: int | None = None
        self._pressed_at = QPointF()
        self._is_dragging = False
        self.read_only = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Undated incidents"))
        self.setToolTip(self.tr("Drag an incident onto the timeline to date it (← → choose, Enter opens)"))
        board.lanes_changed.connect(self._follow)
        board.selection_changed.connect(self.update)
        self._follow()

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT)

    def _follow(self) -> None:
        count = len(self._board.lanes.undated)
        self._start = max(0, min(self._start, count - 1))
        self.setVisible(count > 0)
        self.update()

    def show_chip(self, incident_id: int) -> None:
        """Scroll so that an incident is seen."""
        ids = self._board.lanes.undated
        place = ids.index(incident_id)
        shown = [each for each, _ in self._boxes]
        if incident_id not in shown[:-1]:
            self._start = place if place < self._start or not shown else max(0, place - max(0, len(shown) - 2))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.bg)
        is_focused = self.hasFocus()
        painter.fillRect(0, 0, self.width(), 2 if is_focused else 1, theme.accent if is_focused else theme.line)
        self._paint_heading(painter, theme)
        self._boxes = self._place()
        names = lanes_width(self.width())
        painter.setClipRect(names, 1, self.width() - names - 4, self.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        captions = self._captions([each for each, _ in self._boxes])
        for incident_id, box in self._boxes:
            caption = captions.get(incident_id)
            self._paint_chip(painter, incident_id, box, caption.title if caption is not None else "", theme)
        edge, boxes = self.width(), [box for _, box in self._boxes]
        after = len(self._board.lanes.undated) - self._start - len(boxes)
        if after or (boxes and boxes[-1].right() > edge - _GAP):
            after += sum(box.right() > edge - _MORE for box in boxes)
        for count, left in ((self._start, names + 1), (after, edge - _MORE)):
            if count:
                _paint_more(painter, QRectF(left, 3, _MORE, self.height() - 6), count, theme)
        painter.end()

    def _paint_heading(self, painter: QPainter, theme: Theme) -> None:
        painter.setFont(font(Role.UI_STRONG))
        painter.setPen(theme.ink)
        room = lanes_width(self.width()) - PAD_PANE - 8
        draw_elided(painter, QRectF(PAD_PANE, 5, room, 18), self.tr("Undated"))
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.ink2)
        draw_elided(painter, QRectF(PAD_PANE, 22, room, 17), incidents_text(len(self._board.lanes.undated)))

    def _place(self) -> list[tuple[int, QRectF]]:
        """The chips that are seen, from the first one on."""
        metrics = QFontMetricsF(font(Role.UI))
        ids = self._board.lanes.undated
        left = float(lanes_width(self.width()) + (_MORE if self._start else _GAP))
        placed: list[tuple[int, QRectF]] = []
        most = 2 + self.width() // (2 * _PAD + _GAP + 30)
        captions = self._captions(list(ids[self._start : self._start + most]))
        for each in ids[self._start : self._start + most]:
            caption = captions.get(each)
            words = caption.title if caption is not None else ""
            width = min(_LONGEST, metrics.horizontalAdvance(words) + 2 * _PAD + _GRIP + 4)
            placed.append((each, QRectF(left, (self.height() - _CHIP) / 2, width, _CHIP)))
            left += width + _GAP
            if left > self.width():
                break
        return placed

    def _paint_chip(self, painter: QPainter, incident_id: int, box: QRectF, title: str, theme: Theme) -> None:
        is_chosen = incident_id in self._board.chosen
        is_current = self.hasFocus() and incident_id == self._board.current
        painter.setBrush(theme.selection if is_chosen else theme.surface)
        painter.setPen(QPen(theme.accent if is_chosen else theme.line2, 2 if is_current else 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        grip = QRectF(box.left() + 5, box.center().y() - 6, 12, 12)
        paint_icon(painter, grip, "grip-vertical", theme.ink3)
        painter.setFont(font(Role.UI))
        painter.setPen(theme.ink)
        draw_elided(painter, box.adjusted(_PAD + _GRIP, 0, -_PAD + 2, 0), title)

    def chip_rect(self, incident_id: int) -> QRectF:
        """Where an incident stands on the shelf; empty where it is out of view."""
        return next((box for each, box in self._boxes if each == incident_id), QRectF())

    def _chip_at(self, place: QPointF) -> int | None:
        return next((each for each, box in self._boxes if box.contains(place)), None)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._pressed_at = self._chip_at(event.position()), event.position()
            if self._pressed is not None:
                self._board.select([self._pressed], self._pressed)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or self.read_only:
            return
        way = (event.position() - self._pressed_at).manhattanLength()
        if self._is_dragging or way >= QApplication.startDragDistance():
            self._is_dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.drag_moved.emit(self._pressed, event.globalPosition())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, was_dragging = self._pressed, self._is_dragging
        self.cancel()
        if was_dragging and pressed is not None:
            self.drag_ended.emit(pressed, event.globalPosition())

    def cancel(self) -> bool:
        """Let go of what is dragged; whether anything was."""
        was_dragging = self._is_dragging
        self._pressed, self._is_dragging = None, False
        self.unsetCursor()
        self.drag_left.emit()
        return was_dragging

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        chip = self._chip_at(event.position())
        if chip is not None:
            self.incident_opened.emit(chip)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        chip = self._chip_at(QPointF(event.pos())) if is_mouse else self._board.current
        if chip is not None:
            self._board.select([chip], chip)
            self.menu_requested.emit(chip, event.globalPos())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta().y() or event.angleDelta().x()
        self._scroll(-1 if turn > 0 else 1)
        event.accept()

    def _scroll(self, step: int) -> None:
        self._start = max(0, min(len(self._board.lanes.undated) - 1, self._start + step))
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        ids = self._board.lanes.undated
        current = self._board.current
        if step and len(ids):
            place = ids.index(current) + step if current is not None and current in ids else 0
            chosen = ids[max(0, min(len(ids) - 1, place))]
            self._board.select([chosen], chosen)
            self.show_chip(chosen)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and current in ids:
            self.incident_opened.emit(current)
        elif event.key() == Qt.Key.Key_Escape and self.cancel():
            return
        else:
            event.ignore()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().event(event)


def _paint_more(painter: QPainter, box: QRectF, count: int, theme: Theme) -> None:
    """How many stand before or after the chips that are seen whole."""
    painter.fillRect(box, theme.bg)
    painter.setFont(font(Role.CAPTION, tabular=True))
    painter.setPen(theme.ink2)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"+{count:,}")
