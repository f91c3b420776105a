"""The keys of the canvas: everything that the pointer can do, and no mouse."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent

from dates.moving import end_stepped, stepped
from gui.timeline.board import Spot, nearest_in, neighbour
from gui.timeline.camera import ZoomLevel
from gui.timeline.time_scale import ROOM

if TYPE_CHECKING:
    from gui.timeline.canvas import TimelineCanvas

_K, _M = Qt.Key, Qt.KeyboardModifier
_NONE, _SHIFT, _ALT = _M.NoModifier, _M.ShiftModifier, _M.AltModifier
_LEVELS = {_K.Key_1: ZoomLevel.YEARS, _K.Key_2: ZoomLevel.MONTHS, _K.Key_3: ZoomLevel.DAYS, _K.Key_4: ZoomLevel.HOURS}
_DIGIT_SHIFTS = {_K.Key_ParenRight, _K.Key_Equal, _K.Key_0}
_ANYWHERE = frozenset("0+-_=−[]")
_STEP, _PAGE, _ZOOM = 0.1, 0.9, 1.6
_MARGIN = 0.08  # of the width: where what was out of view comes to stand
_EDGE = ROOM / 2  # what was fitted into the view is in view, its first and last incident too
_PRESS = Callable[[], None]


class CanvasKeys(QObject):
    """`wants` says which keys act here and not as shortcuts of the window."""

    incident_opened = Signal(int)
    words_requested = Signal(int)
    callout_requested = Signal(int)
    date_stepped = Signal(int, object)
    fit_requested = Signal()
    fit_selection_requested = Signal()
    callout_dismissed = Signal()

    def __init__(self, canvas: "TimelineCanvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._camera = canvas.camera
        self._lane: int | None = None
        self.has_callout = False
        self._table = self._make_table()

    def _make_table(self) -> dict[tuple[int, Qt.KeyboardModifier], _PRESS]:
        table: dict[tuple[int, Qt.KeyboardModifier], _PRESS] = {
            (_K.Key_Left, _NONE): lambda: self._pan(-_STEP),
            (_K.Key_Right, _NONE): lambda: self._pan(_STEP),
            (_K.Key_PageUp, _NONE): lambda: self._pan(-_PAGE),
            (_K.Key_PageDown, _NONE): lambda: self._pan(_PAGE),
            (_K.Key_Home, _NONE): lambda: self._go_to_end(0),
            (_K.Key_End, _NONE): lambda: self._go_to_end(1),
            (_K.Key_Up, _NONE): lambda: self._step_lane(-1),
            (_K.Key_Down, _NONE): lambda: self._step_lane(1),
            (_K.Key_BracketLeft, _NONE): self.previous_in_time,
            (_K.Key_BracketRight, _NONE): self.next_in_time,
            (_K.Key_0, _NONE): self.fit_requested.emit,
            (_K.Key_Return, _NONE): lambda: self._wish(self.incident_opened),
            (_K.Key_Enter, _NONE): lambda: self._wish(self.incident_opened),
            (_K.Key_Space, _NONE): lambda: self._wish(self.words_requested),
            (_K.Key_Left, _ALT): lambda: self.edit(-1, at_end=False),
            (_K.Key_Right, _ALT): lambda: self.edit(1, at_end=False),
            (_K.Key_Left, _ALT | _SHIFT): lambda: self.edit(-1, at_end=True),
            (_K.Key_Right, _ALT | _SHIFT): lambda: self.edit(1, at_end=True),
        }
        for key in _DIGIT_SHIFTS:
            table[(key, _SHIFT)] = self.fit_selection_requested.emit
        for key in (_K.Key_Plus, _K.Key_Equal):
            table[(key, _NONE)] = self.zoom_in
        table[(_K.Key_Plus, _SHIFT)] = self.zoom_in
        for key in (_K.Key_Minus, _K.Key_Underscore):
            table[(key, _NONE)] = self.zoom_out
        return table

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key acts here."""
        if event.key() == _K.Key_Escape:
            return self.has_callout or self._canvas.pointer.mode.is_held or len(self._canvas.board.chosen) > 1
        return self._found(event) is not None

    def press(self, event: QKeyEvent) -> bool:
        """Act; whether the key means anything here."""
        if event.key() == _K.Key_Escape:
            return self._leave()
        act = self._found(event)
        if act is None:
            return False
        act()
        return True

    def _found(self, event: QKeyEvent) -> _PRESS | None:
        modifiers = event.modifiers() & ~(_M.KeypadModifier | _M.GroupSwitchModifier)
        if modifiers == _ALT and event.key() in _LEVELS:
            level = _LEVELS[Qt.Key(event.key())]
            return lambda: self.show_level(level)
        # On many keyboards the brackets, + and _ need Shift or AltGr: their own sign counts.
        if event.text() in ("[", "]", "+", "-", "_", "−"):
            sign = {"[": _K.Key_BracketLeft, "]": _K.Key_BracketRight, "+": _K.Key_Plus}.get(event.text(), _K.Key_Minus)
            return self._table[(sign, _NONE)]
        return self._table.get((event.key(), modifiers))

    def _pan(self, part: float) -> None:
        self._camera.glide_pan(part * self._camera.width)

    def zoom_in(self) -> None:
        """Zoom in about what is chosen, or the middle."""
        self._camera.glide_zoom(_ZOOM, self._anchor())

    def zoom_out(self) -> None:
        """Zoom out about what is chosen, or the middle."""
        self._camera.glide_zoom(1 / _ZOOM, self._anchor())

    def show_level(self, level: ZoomLevel) -> None:
        """Zoom to years, months, days or hours about what is chosen, or the middle."""
        self._camera.show_level(level, self._anchor())

    def _anchor(self) -> float:
        """Where the shown incident is, if it is in view, else the middle."""
        spot = self._spot()
        x = self._camera.target.x_of((spot.first + spot.last) // 2) if spot is not None else -1.0
        return x if 0 <= x <= self._camera.width else self._camera.width / 2

    def _go_to_end(self, end: int) -> None:
        span = self._canvas.board.lanes.span
        if span is not None:
            self._camera.glide_to(self._camera.target.centred(span[end]))

    def _spot(self) -> Spot | None:
        current = self._canvas.board.current
        return None if current is None else self._canvas.board.spot(current, self._lane)

    def next_in_time(self) -> None:
        """Choose the next incident."""
        self.step(later=True)

    def previous_in_time(self) -> None:
        """Choose the previous incident."""
        self.step(later=False)

    def step(self, *, later: bool) -> None:
        """Choose the next or previous incident; without one, the first or last in view."""
        board, spot = self._canvas.board, self._spot()
        if spot is not None:
            found = neighbour(board.lanes, spot.first, spot.id, later=later)
        else:
            first, last = self._camera.target.span
            found = neighbour(board.lanes, first if later else last + 1, None, later=later)
        self._choose(None if found is None else board.spot(found))

    def _step_lane(self, step: int) -> None:
        """Choose what is nearest in time in the lane above or below."""
        board, spot = self._canvas.board, self._spot()
        first, last = self._camera.target.span
        second = spot.first if spot is not None else (first + last) // 2
        places = [box.place for box in board.plan.boxes]
        at = places.index(spot.lane) if spot is not None else (-1 if step > 0 else len(places))
        while 0 <= (at := at + step) < len(places):
            marks = board.lanes.lanes[places[at]].marks
            found = nearest_in(marks, second)
            if found is not None:
                self._choose(Spot(marks.ids[found], places[at], found, marks.first[found], marks.last[found]))
                return

    def _choose(self, spot: Spot | None) -> None:
        if spot is not None:
            self._lane = spot.lane
            self._canvas.board.select([spot.id], spot.id)
            reveal(self._canvas, spot)
            self.callout_requested.emit(spot.id)

    def _wish(self, wish: SignalInstance) -> None:
        """Ask for something with the shown incident."""
        if self._canvas.board.current is not None:
            wish.emit(self._canvas.board.current)

    def edit(self, units: int, *, at_end: bool) -> None:
        """Move the date of the shown incident, or its end, by so many units of its precision."""
        current = self._canvas.board.current
        caption = self._canvas.source.captions((current,)).get(current) if current is not None else None
        if caption is None or self._canvas.pointer.read_only:
            return
        date = end_stepped(caption.date, units) if at_end else stepped(caption.date, units)
        if date != caption.date:
            self.date_stepped.emit(current, date)

    def _leave(self) -> bool:
        """Let go of what is held, close the callout, or drop a choice of several; the next Esc is the window's."""
        if self._canvas.pointer.cancel():
            return True
        if self.has_callout:
            self.callout_dismissed.emit()
            return True
        if len(self._canvas.board.chosen) > 1:
            self._canvas.board.select([])
            return True
        return False


def reveal(canvas: "TimelineCanvas", spot: Spot) -> None:
    """Bring an incident into view: as little as needed, to the middle where it is far away."""
    camera, scale = canvas.camera, canvas.camera.target
    left, right = scale.x_of(spot.first), scale.x_of(spot.last + 1)
    room = scale.width * _MARGIN
    edge = scale.width * _EDGE
    if right < edge or left > scale.width - edge:
        far = right < -scale.width or left > 2 * scale.width
        if far or right - left > scale.width - 2 * room:
            camera.glide_to(scale.centred(spot.first))
        else:
            camera.glide_pan(left - room if left < room else right - scale.width + room)
    box = next(box for box in canvas.board.plan.boxes if box.place == spot.lane)
    top, bottom = canvas.bar.value(), canvas.bar.value() + canvas.height()
    if box.top < top or box.height > canvas.height():
        canvas.bar.setValue(box.top)
    elif box.bottom > bottom:
        canvas.bar.setValue(box.bottom - canvas.height())


def counts_anywhere(event: QKeyEvent) -> bool:
    """Whether a key zooms or walks wherever the keyboard is on the page: tooltips outside the canvas name these."""
    return bool(event.modifiers() & _ALT and event.key() in _LEVELS) or event.text() in _ANYWHERE
