"""What the pointer does on the canvas: choose, pan and fling, rubber band, drag a date, open a cluster."""

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from gui.timeline.canvas_keys import reveal
from gui.timeline.date_drag import DateDrag, begin_drag
from gui.timeline.scene import Arrow, Hit, Target

if TYPE_CHECKING:
    from gui.timeline.canvas import TimelineCanvas

_ENDS = {Target.START, Target.END}
_GLYPH = 17.0  # px around the middle of a glyph, with its ring
_WIDE = 0.6  # of the view: a bar wider than this is ground to pan on
_EDGE_PX, _EDGE_STEP, _EDGE_MS = 28, 10.0, 16
_MEMORY = 90  # ms of movement that a fling goes on with


class Mode(Enum):
    IDLE = auto()
    PRESSED = auto()
    PAN = auto()
    BAND = auto()
    DATE = auto()

    @property
    def is_held(self) -> bool:
        """Whether Esc has something to let go of."""
        return self not in {Mode.IDLE, Mode.PRESSED}


class Pointer(QObject):
    """Facts and wishes of a hand. `callout_requested` carries an incident that was clicked."""

    incident_opened = Signal(int)
    callout_requested = Signal(int)
    callout_dismissed = Signal()
    new_requested = Signal(object, int)
    """Payload: the second, and the place of the lane (-1 for none)."""
    date_changed = Signal(int, object)
    cluster_clicked = Signal(object)
    overlay_changed = Signal()

    def __init__(self, canvas: "TimelineCanvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.mode = Mode.IDLE
        self.read_only = False
        self.band = QRectF()
        self.drag: DateDrag | None = None
        self._hit: Hit | None = None
        self._pressed_at = QPointF()
        self._last = QPointF()
        self._clock = QElapsedTimer()
        self._moves: list[tuple[int, float]] = []
        self._edge = QTimer(self)
        self._edge.setInterval(_EDGE_MS)
        self._edge.timeout.connect(self._on_edge)

    def press(self, event: QMouseEvent) -> None:
        """A button went down."""
        if event.button() not in {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}:
            return
        self._canvas.camera.stop()
        self._pressed_at = self._last = event.position()
        self._hit = self._canvas.hit_at(event.position())
        self._moves = []
        self._clock.start()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._start_pan()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.mode, self.band = Mode.BAND, QRectF(self._pressed_at, self._pressed_at)
        else:
            self.mode = Mode.PRESSED

    def move(self, event: QMouseEvent) -> bool:
        """The pointer moved; whether a button holds something."""
        if self.mode is Mode.IDLE:
            return False
        place = event.position()
        if self.mode is Mode.PRESSED:
            way = (place - self._pressed_at).manhattanLength()
            if way < QApplication.startDragDistance():
                return True
            self._start_drag()
        if self.mode is Mode.PAN:
            self._pan(place)
        elif self.mode is Mode.BAND:
            self.band = QRectF(self._pressed_at, place).normalized()
            self.overlay_changed.emit()
        elif self.mode is Mode.DATE and self.drag is not None:
            self.drag = self.drag.at(place.x(), place.y(), self._canvas.camera.scale)
            self.overlay_changed.emit()
            self._watch_edge(place.x())
        self._last = place
        return True

    def _start_drag(self) -> None:
        hit = self._hit
        self.callout_dismissed.emit()
        if hit is not None and not self.read_only and self._can_drag(hit):
            caption = self._canvas.source.captions((hit.id,)).get(hit.id)
            if caption is not None and hit.mark is not None:
                self.drag = begin_drag(hit, caption.date, self._pressed_at.x(), self._canvas.camera.scale)
                self.mode = Mode.DATE
                if hit.id not in self._canvas.board.chosen:
                    self._canvas.board.select([hit.id], hit.id)
                self._canvas.setCursor(Qt.CursorShape.SizeHorCursor)
                return
        self._start_pan()

    def _can_drag(self, hit: Hit) -> bool:
        """Ends of a bar and glyphs; bars as well, but those that fill the view. Words only pan: they stand everywhere."""
        mark, x = hit.mark, self._pressed_at.x()
        if hit.kind is not Target.MARK or mark is None:
            return hit.kind in _ENDS
        reach = QRectF(mark.x - _GLYPH, mark.y - _GLYPH, 2 * _GLYPH, 2 * _GLYPH)
        if mark.right - mark.left < self._canvas.width() * _WIDE:
            reach = reach.united(QRectF(mark.left, mark.y - _GLYPH, mark.right - mark.left, 2 * _GLYPH))
        return reach.contains(x, self._pressed_at.y())

    def _watch_edge(self, x: float) -> None:
        """Near an edge of the canvas the view goes on by itself, so that a date can be dragged out of it."""
        is_near = not _EDGE_PX <= x <= self._canvas.width() - _EDGE_PX
        if is_near and not self._edge.isActive():
            self._edge.start()
        elif not is_near:
            self._edge.stop()

    def _on_edge(self) -> None:
        if self.drag is None:
            self._edge.stop()
            return
        self._canvas.camera.pan(_EDGE_STEP if self.drag.x > self._canvas.width() / 2 else -_EDGE_STEP)
        self.drag = self.drag.at(self.drag.x, self.drag.y, self._canvas.camera.scale)
        self.overlay_changed.emit()

    def _start_pan(self) -> None:
        self.mode = Mode.PAN
        self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)

    def _pan(self, place: QPointF) -> None:
        way = place - self._last
        self._canvas.camera.pan(-way.x())
        self._canvas.bar.setValue(round(self._canvas.bar.value() - way.y()))
        self._moves.append((self._clock.elapsed(), way.x()))

    def release(self, event: QMouseEvent) -> None:
        """The button went up."""
        mode, self.mode = self.mode, Mode.IDLE
        self._edge.stop()
        if mode is Mode.PRESSED and self._hit is not None:
            self._click(self._hit, event.modifiers())
        elif mode is Mode.PAN:
            self._canvas.camera.fling(-self._speed())
        elif mode is Mode.BAND:
            self._choose_in_band(event.modifiers())
        elif mode is Mode.DATE and self.drag is not None:
            done, self.drag = self.drag, None
            self.overlay_changed.emit()
            if done.date != done.before:
                self.date_changed.emit(done.id, done.date)
        if mode is not Mode.IDLE:
            self._canvas.unsetCursor()

    def _speed(self) -> float:
        """px a second of the last moments."""
        now = self._clock.elapsed()
        recent = [(when, way) for when, way in self._moves if when >= now - _MEMORY]
        return sum(way for _, way in recent) * 1000 / _MEMORY if recent else 0.0

    def _click(self, hit: Hit, modifiers: Qt.KeyboardModifier) -> None:
        board = self._canvas.board
        has_ctrl = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if hit.mark is not None:
            if has_ctrl:
                board.toggle_chosen(hit.id)
            else:
                board.select([hit.id], hit.id)
                self.callout_requested.emit(hit.id)
        elif hit.cluster is not None:
            self.cluster_clicked.emit(hit.cluster)
        elif hit.arrow is not None:
            self._follow(hit.arrow)
        elif not has_ctrl:
            self.callout_dismissed.emit()
            board.select([])

    def _follow(self, arrow: Arrow) -> None:
        """Choose both ends of a link, and bring the one that is out of view into it."""
        board = self._canvas.board
        board.select([arrow.from_id, arrow.to_id], arrow.from_id if arrow.away_id is None else arrow.away_id)
        spot = None if arrow.away_id is None else board.spot(arrow.away_id)
        if spot is not None:
            reveal(self._canvas, spot)

    def _choose_in_band(self, modifiers: Qt.KeyboardModifier) -> None:
        canvas = self._canvas
        ids = canvas.source.ids_in(canvas.board, canvas.scene(), self.band)
        kept = canvas.board.chosen if modifiers & Qt.KeyboardModifier.ControlModifier else ()
        self.band = QRectF()
        self.callout_dismissed.emit()
        canvas.board.select([*kept, *ids], ids[0] if ids else None)
        self.overlay_changed.emit()

    def double_click(self, event: QMouseEvent) -> None:
        """Open an incident; where there is none, ask for a new one."""
        self.mode = Mode.IDLE
        if event.button() != Qt.MouseButton.LeftButton:
            return
        # What the first of the two clicks met: it may have zoomed into a ring meanwhile.
        hit = self._hit or self._canvas.hit_at(event.position())
        if hit.mark is not None:
            self.incident_opened.emit(hit.id)
        elif hit.cluster is None and hit.arrow is None and not self.read_only:
            self.new_requested.emit(hit.second, hit.lane)

    def show_drag(self, drag: DateDrag | None) -> None:
        """Show a date that is dragged from elsewhere; None for none."""
        if self.mode is Mode.IDLE and drag != self.drag:
            self.drag = drag
            self.overlay_changed.emit()

    def cancel(self) -> bool:
        """Leave everything as it was before the button went down; whether anything was held."""
        if not self.mode.is_held:
            return False
        self.mode, self.drag, self.band = Mode.IDLE, None, QRectF()
        self._edge.stop()
        self._canvas.unsetCursor()
        self.overlay_changed.emit()
        return True
