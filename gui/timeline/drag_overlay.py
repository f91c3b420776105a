"""What is drawn over the scene while something is held: the rubber band, and a dragged date with its EDTF and words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from dates import UncertainDate, describe_precision, format_date
from gui.fonts import Role, font
from gui.style import RADIUS
from gui.theme import Theme, blend
from gui.timeline.date_drag import DateDrag
from gui.timeline.mark_shapes import HALF
from gui.timeline.scene import Mark, Shape, Target
from gui.timeline.time_scale import TimeScale

if TYPE_CHECKING:
    from gui.timeline.canvas import TimelineCanvas

_PAD, _LINE, _OFF = 10, 18, 18
_BAR = 14


def paint_overlay(painter: QPainter, canvas: "TimelineCanvas", theme: Theme) -> None:
    """Draw what the pointer holds, if anything."""
    pointer = canvas.pointer
    painter.save()
    if not pointer.band.isNull():
        painter.setPen(QPen(theme.accent, 1))
        painter.setBrush(blend(theme.accent, 0.10))
        painter.drawRect(pointer.band)
    if pointer.drag is not None:
        drag = pointer.drag
        y = drag.mark.y if drag.mark is not None else drag.y
        paint_dated(painter, canvas.camera.scale, drag.date, y, theme, edge=drag.part)
        if drag.mark is not None and drag.part is Target.MARK:
            _paint_ghost(painter, canvas, drag, drag.mark, theme)
        room = QRectF(0, 0, canvas.width(), canvas.height())
        paint_date_card(painter, QPointF(drag.x, drag.y), room, drag.date, theme)
    painter.restore()


def _paint_ghost(painter: QPainter, canvas: "TimelineCanvas", drag: DateDrag, mark: Mark, theme: Theme) -> None:
    """The mark where it would come to lie, over the one that stays until it is let go."""
    was, becomes = (next((end for end in each.wall_span if end is not None), None) for each in (drag.before, drag.date))
    if was is None or becomes is None or drag.scale is None:
        return
    shift = canvas.camera.scale.x_of(becomes) - drag.scale.x_of(was)
    moved = mark._replace(x=mark.x + shift, left=mark.left + shift, right=mark.right + shift)
    if moved.shape is Shape.POINT:
        # Clear of the words that it passes over.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.bg)
        painter.drawEllipse(QPointF(moved.x, moved.y), HALF + 2, HALF + 2)
    canvas.source.painter.paint_mark(painter, moved, theme, canvas.width())


def paint_dated(
    painter: QPainter, scale: TimeScale, date: UncertainDate, y: float, theme: Theme, edge: Target = Target.MARK
) -> None:
    """A frame over the stretch of a date, and lines down the whole view at the edges that move."""
    first, last = date.wall_span
    left = -50.0 if first is None else max(-50.0, scale.x_of(first))
    right = scale.width + 50.0 if last is None else min(scale.width + 50.0, scale.x_of(last + 1))
    if right - left < 4:
        left, right = left - 2, left + 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(blend(theme.accent, 0.7), 1, Qt.PenStyle.DashLine))
    for x, ends in ((left, {Target.MARK, Target.START}), (right, {Target.MARK, Target.END})):
        if edge in ends:
            painter.drawLine(QPointF(round(x), 0), QPointF(round(x), painter.device().height()))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.accent, 1.5))
    painter.setBrush(blend(theme.accent, 0.18))
    painter.drawRoundedRect(QRectF(left, y - _BAR / 2, right - left, _BAR), 3, 3)


def paint_date_card(painter: QPainter, place: QPointF, room: QRectF, date: UncertainDate, theme: Theme) -> None:
    """The words of a date and its EDTF on a card beside the pointer, within the room."""
    words = f"{format_date(date)} · {describe_precision(date)}"
    strong, plain = font(Role.UI_STRONG, tabular=True), font(Role.CAPTION, tabular=True)
    wide = max(QFontMetricsF(strong).horizontalAdvance(words), QFontMetricsF(plain).horizontalAdvance(date.edtf))
    box = QRectF(place.x() + _OFF, place.y() + _OFF, wide + 2 * _PAD, 2 * _LINE + _PAD + 2)
    if box.right() > room.right() - 4:
        box.moveRight(max(room.left() + box.width() + 4, place.x() - _OFF / 2))
    if box.bottom() > room.bottom() - 4:
        box.moveBottom(place.y() - _OFF / 2)
    painter.setPen(QPen(theme.line2, 1))
    painter.setBrush(theme.sunken if theme.is_dark else theme.surface)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    line = QRectF(box.left() + _PAD, box.top() + _PAD / 2, wide + 2, _LINE)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.setFont(strong)
    painter.setPen(theme.ink)
    painter.drawText(line, int(flags), words)
    painter.setFont(plain)
    painter.setPen(theme.ink2)
    painter.drawText(line.translated(0, _LINE + 1), int(flags), date.edtf)
