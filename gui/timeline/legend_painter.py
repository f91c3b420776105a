"""The legend under a timeline as a drawing: colours where they mean something, then the shapes of dates and links."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from gui.fonts import Role, font
from gui.texts.lanes import legend_text
from gui.texts.timeline import say_timeline
from gui.theme import Theme
from gui.timeline.mark_painter import MarkPainter
from gui.timeline.scene import Mark, Shape
from models.enums import Status
from services.timeline_lanes import LegendEntry

HEIGHT_LEGEND = 36
_GAP, _AFTER, _SQUARE = 8.0, 22.0, 10.0
_LONGEST = 160.0

Draw = Callable[[QPainter, QRectF, Theme], None]


def paint_legend(
    painter: QPainter, rect: QRectF, entries: Sequence[LegendEntry], theme: Theme, *, crisp: bool = False
) -> float:
    """Draw as much as has room, from the left edge of `rect`; returns where it ends."""
    marks = MarkPainter()
    words_font = font(Role.CAPTION)
    metrics = QFontMetricsF(words_font)
    left = rect.left()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for width, draw, words in (*_colours(entries), *_shapes(marks, crisp=crisp)):
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, _LONGEST)
        taken = width + _GAP + metrics.horizontalAdvance(shown)
        if left + taken > rect.right():
            break
        painter.save()
        draw(painter, QRectF(left, rect.center().y() - 9, width, 18), theme)
        painter.restore()
        painter.setFont(words_font)
        painter.setPen(theme.ink2)
        box = QRectF(left + width + _GAP, rect.top(), taken - width, rect.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
        left += taken + _AFTER
    return left - _AFTER


def legend_words(entries: Sequence[LegendEntry]) -> str:
    """The legend for a screen reader."""
    return ", ".join(words for _, _, words in (*_colours(entries), *_shapes(MarkPainter(), crisp=False)))


def _colours(entries: Sequence[LegendEntry]) -> list[tuple[float, Draw, str]]:
    return [(_SQUARE, _square_of(entry.role), legend_text(entry)) for entry in entries]


def _square_of(role: str) -> Draw:
    def draw(painter: QPainter, box: QRectF, theme: Theme) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(role))
        painter.drawRoundedRect(QRectF(box.left(), box.center().y() - _SQUARE / 2, _SQUARE, _SQUARE), 2, 2)

    return draw


def _shapes(marks: MarkPainter, *, crisp: bool) -> list[tuple[float, Draw, str]]:
    def shape(kind: Shape, fade: float = 0.0) -> Draw:
        def draw(painter: QPainter, box: QRectF, theme: Theme) -> None:
            status = Status.VERIFIED if kind is Shape.POINT else Status.REPORTED
            role = {Shape.POINT: "", Shape.BRACKET: "ink2"}.get(kind, "accent")
            x, y = box.center().x(), box.center().y()
            mark = Mark(0, 0, kind, x, y, box.left(), box.right(), 0, 0, status, role, fade_left=fade)
            marks.paint_bar(painter, mark, theme, box.right() + 99, crisp=crisp)
            if kind is Shape.BRACKET:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.ink2)
                for step in (-6, 0, 6):
                    painter.drawEllipse(QPointF(x + step, y), 1.2, 1.2)
            if kind is Shape.POINT:
                marks.paint_glyph(painter, mark, theme, crisp=crisp)

        return draw

    return [
        (16.0, shape(Shape.POINT), say_timeline("day")),
        (38.0, shape(Shape.BAR), say_timeline("lasted from – to")),
        (30.0, shape(Shape.BRACKET), say_timeline("some time between")),
        (36.0, shape(Shape.FADING, 34.0), say_timeline("by, after, about")),
        (20.0, _draw_ring, say_timeline("several") if crisp else say_timeline("several, click to open")),
        (30.0, _draw_arrow, say_timeline("link")),
    ]


def _draw_ring(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(theme.field, 1))
    painter.setBrush(theme.sunken)
    painter.drawEllipse(box.center(), 9.5, 9.5)
    painter.setFont(font(Role.CAPTION_STRONG, tabular=True))
    painter.setPen(theme.ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "9")


def _draw_arrow(painter: QPainter, box: QRectF, theme: Theme) -> None:
    pen = QPen(theme.accent, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath(QPointF(box.left() + 1, box.bottom() - 4))
    tip = QPointF(box.right() - 2, box.center().y() + 1)
    path.cubicTo(box.left() + 8, box.top() + 4, tip.x() - 10, box.top() + 4, tip.x(), tip.y())
    painter.drawPath(path)
    painter.drawPolyline([QPointF(tip.x() - 8, tip.y() + 1), tip, QPointF(tip.x() - 3, tip.y() - 7)])
