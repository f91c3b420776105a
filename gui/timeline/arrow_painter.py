"""Arrows of links: round corners, an open head, a colour and a stroke by kind."""

from itertools import pairwise
from math import hypot

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gui.theme import Theme
from gui.timeline.scene import Arrow
from models.enums import LinkKind

_CORNER = 14.0
_HEAD, _HEAD_HALF = 8.0, 4.5
_WIDTH, _SELECTED_WIDTH = 1.5, 2.0
_LOOSE = frozenset({LinkKind.SEE_ALSO, LinkKind.PART_OF, LinkKind.SAME_AS})
"""Kinds that say nothing of cause or order: dashed."""


def arrow_colour(arrow: Arrow, theme: Theme) -> QColor:
    """By what the link says."""
    if arrow.kind is LinkKind.CONTRADICTS:
        return theme.bad
    return theme.ink3 if arrow.kind in _LOOSE and not arrow.is_selected else theme.accent


def paint_arrow(painter: QPainter, arrow: Arrow, theme: Theme) -> None:
    """The line and the head of an arrow."""
    width = _SELECTED_WIDTH if arrow.is_selected else _WIDTH
    pen = QPen(arrow_colour(arrow, theme), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    tip = QPointF(*arrow.points[-1])
    back = _towards(arrow.points[-1], arrow.points[-2], _HEAD)
    aside = QPointF(back.y() - tip.y(), tip.x() - back.x()) * (_HEAD_HALF / _HEAD)
    painter.drawPolyline([back + aside, tip, back - aside])
    if arrow.kind in _LOOSE:
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
    painter.drawPath(rounded_path(arrow.points))


def rounded_path(points: tuple[tuple[float, float], ...]) -> QPainterPath:
    """A path through corners, each cut by a curve of at most `_CORNER` px."""
    path = QPainterPath(QPointF(*points[0]))
    for (before, corner), (_, after) in pairwise(pairwise(points)):
        reach = min(_CORNER, _distance(before, corner) / 2, _distance(corner, after) / 2)
        path.lineTo(_towards(corner, before, reach))
        path.quadTo(QPointF(*corner), _towards(corner, after, reach))
    path.lineTo(QPointF(*points[-1]))
    return path


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _towards(begin: tuple[float, float], end: tuple[float, float], reach: float) -> QPointF:
    share = reach / (_distance(begin, end) or 1)
    return QPointF(begin[0] + (end[0] - begin[0]) * share, begin[1] + (end[1] - begin[1]) * share)
