"""What is in view, in words and numbers; counted when the view has come to rest."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QObject, Signal

from gui.texts import incidents_text
from gui.texts.timeline import span_text
from gui.timeline.board import Board
from gui.timeline.camera import TimelineCamera
from services.timeline_lanes import Lanes

_MANY = 20_000
_EDGE = 0.012  # of the width: a day that only shows an edge is not said


class ViewWords(QObject):
    """ "1 – 28 January 2024 · 42 incidents". The stretch follows every frame; of very many incidents the number comes at rest."""

    words_changed = Signal(str)

    def __init__(self, board: Board, camera: TimelineCamera, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board, self._camera = board, camera
        self._count: int | None = None
        camera.scale_changed.connect(self._on_moved)
        camera.settled.connect(self.count)
        board.lanes_changed.connect(self.count)

    def _on_moved(self) -> None:
        if len(self._board.lanes.stream) <= _MANY:
            self.count()
        else:
            self._count = None
            self._say()

    def count(self) -> None:
        """Count what is in view."""
        self._count = count_between(self._board.lanes, *self._camera.scale.span)
        self._say()

    def _say(self) -> None:
        if self._board.lanes.span is None:
            self.words_changed.emit("")
            return
        scale = self._camera.scale
        edge = scale.width * _EDGE
        words = span_text(scale.t_at(edge), scale.t_at(scale.width - edge))
        self.words_changed.emit(words if self._count is None else f"{words} · {incidents_text(self._count)}")


def count_between(lanes: Lanes, first: int, last: int) -> int:
    """How many incidents lie in a stretch of time, at least in part; each counts once, whatever its lanes."""
    marks = lanes.stream
    begin, end = bisect_left(marks.first, first), bisect_right(marks.first, last)
    return end - begin + sum(map(first.__le__, marks.last[:begin]))
