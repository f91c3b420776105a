"""The time line at the head of the web page, painted as its writer draws it."""

from collections import Counter
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPen

from exporters.document import Document, Entry, Reach, TimeMark
from exporters.strip_scale import Scale, make_scale, read_ticks
from gui.export.sheet_style import WebFace
from gui.export.text_block import plain
from gui.glyphs import paint_status
from gui.theme import LIGHT, blend

_AXIS = 28.0
_LANE = 20.0
_MOST_LANES = 3
_MOST_ROWS = 3
_FADE = 8.0
# Beyond it a time is open, not a moment (dates clamps at ±9e18 seconds).
_OPEN = 8 * 10**18


@dataclass(slots=True)
class _Row:
    """A place: moments in its first lane, bars in lanes where they do not lie on each other."""

    name: str
    items: list[tuple[Entry, TimeMark]] = field(default_factory=list)
    lanes: list[int] = field(default_factory=list)

    def spread(self, scale: Scale) -> None:
        """Give every item its lane."""
        points = any(time.reach is Reach.POINT for _, time in self.items)
        ends: list[float] = []
        for _, time in self.items:
            if time.reach is Reach.POINT:
                self.lanes.append(0)
                continue
            left, right = _ends(scale, time)
            lane = next((i for i, end in enumerate(ends) if end + 1 < left), len(ends))
            lane = min(lane, _MOST_LANES - 1)
            ends[lane : lane + 1] = [max(right, ends[lane] if lane < len(ends) else right)]
            self.lanes.append(lane + (1 if points else 0))

    @property
    def height(self) -> float:
        return _LANE * (max(self.lanes, default=0) + 1) + 4


def _ends(scale: Scale, time: TimeMark) -> tuple[float, float]:
    """Where an item begins and ends, in per cent of the width."""
    if time.reach is Reach.OPEN_START:
        at = scale.at(time.last)
        return max(at - _FADE, 0.0), at
    if time.reach is Reach.OPEN_END:
        at = scale.at(time.first)
        return at, at + _FADE
    return scale.at(time.first), scale.at(time.last)


class WebStrip:
    """A scale with a row per frequent place."""

    def __init__(self, scale: Scale, rows: list[_Row], width: float) -> None:
        self._scale = scale
        self._rows = rows
        self._width = width
        for row in rows:
            row.spread(scale)
        self.height = _AXIS + 6 + sum(row.height for row in rows)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        painter.save()
        painter.translate(x, y)
        self._paint_axis(painter)
        top = _AXIS + 5
        for row in self._rows:
            for (entry, time), lane in zip(row.items, row.lanes, strict=True):
                self._paint_item(painter, entry, time, top + _LANE * (lane + 0.5))
            for line in plain(row.name, WebFace.TICK.value, self._width * 0.1)[:1]:
                line.paint(painter, self._width - line.width(), top + _LANE / 2 - 8)
            top += row.height
        painter.restore()

    def _at(self, percent: float) -> float:
        return self._width * percent / 100

    def _paint_axis(self, painter: QPainter) -> None:
        painter.fillRect(QRectF(0, 0, self._width, 1), LIGHT.ink)
        painter.fillRect(QRectF(0, _AXIS, self._width, 1), LIGHT.line2)
        painter.fillRect(QRectF(0, self.height - 1, self._width, 1), LIGHT.line2)
        for gap in self._scale.gaps:
            box = QRectF(self._at(gap.left), _AXIS, self._at(gap.right - gap.left), self.height - _AXIS)
            painter.fillRect(box, QBrush(LIGHT.line2, Qt.BrushStyle.BDiagPattern))
        for cluster in self._scale.clusters:
            for tick in read_ticks(cluster):
                face = WebFace.PERIOD if tick.is_main else WebFace.TICK
                for line in plain(tick.text, face.value, self._width * 0.2)[:1]:
                    line.paint(painter, self._at(tick.at) + (0 if tick.is_main else 3), 6)
                if not tick.is_main:
                    painter.fillRect(QRectF(self._at(tick.at), _AXIS, 1, self.height - _AXIS), LIGHT.line2)

    def _paint_item(self, painter: QPainter, entry: Entry, time: TimeMark, middle: float) -> None:
        left, right = (self._at(percent) for percent in _ends(self._scale, time))
        if time.reach is Reach.SPAN:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(LIGHT.accent)
            painter.drawRoundedRect(QRectF(left, middle - 5, max(right - left, 4), 10), 2, 2)
            return
        if time.reach in {Reach.OPEN_START, Reach.OPEN_END, Reach.AROUND}:
            _paint_fade(painter, QRectF(left, middle - 5, max(right - left, 4), 10), time.reach)
            return
        if time.reach is Reach.BETWEEN:
            _paint_bracket(painter, left, middle, 5)
            _paint_bracket(painter, right, middle, -5)
        paint_status(painter, QRectF((left + right) / 2 - 7.5, middle - 7.5, 15, 15), entry.status, LIGHT)


def make_strip(document: Document, width: float) -> WebStrip | None:
    """The time line of the dated entries; None where fewer than two are dated."""
    dated = [(entry, entry.time) for entry in document.entries() if entry.time]
    moments = [m for _, time in dated for m in (time.first, time.last) if -_OPEN < m < _OPEN]
    if len(dated) < 2 or not moments:
        return None
    places = Counter(entry.place for entry, _ in dated if entry.place)
    named = [place for place, _ in places.most_common(_MOST_ROWS if len(places) <= _MOST_ROWS else _MOST_ROWS - 1)]
    rows = {name: _Row(name) for name in named}
    rest = _Row(document.labels.elsewhere if named else "")
    for entry, time in dated:
        rows.get(entry.place, rest).items.append((entry, time))
    return WebStrip(make_scale(moments), [*rows.values(), *([rest] if rest.items else [])], width)


def _paint_fade(painter: QPainter, box: QRectF, reach: Reach) -> None:
    fade = QLinearGradient(box.topLeft(), box.topRight())
    clear, full = blend(LIGHT.accent, 0.0), blend(LIGHT.accent, 0.55)
    fade.setColorAt(0, full if reach is Reach.OPEN_END else clear)
    fade.setColorAt(0.5, full)
    fade.setColorAt(1, full if reach is Reach.OPEN_START else clear)
    painter.fillRect(box, fade)
    if reach is not Reach.AROUND:
        edge = box.right() if reach is Reach.OPEN_START else box.left()
        painter.fillRect(QRectF(edge - 1, box.top() - 2, 2, box.height() + 4), LIGHT.accent)


def _paint_bracket(painter: QPainter, at: float, middle: float, turn: float) -> None:
    painter.setPen(QPen(LIGHT.ink2, 1.8))
    corners = ((turn, -7.0), (0.0, -7.0), (0.0, 7.0), (turn, 7.0))
    painter.drawPolyline([QPointF(at + dx, middle + dy) for dx, dy in corners])
