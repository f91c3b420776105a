"""The hatched ground of a stretch in which nothing is recorded."""

from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from gui.theme import Theme, blend

_TILE = 9


def paint_hatch(painter: QPainter, box: QRectF, theme: Theme, *, origin: float, crisp: bool) -> None:
    """Fill a box; the lines stay with `origin`, the x where the stretch begins, while it moves."""
    if crisp:
        _draw_lines(painter, box, theme, origin)
        return
    tile = _tile(theme.hover.name(), theme.line2.name(), painter.device().devicePixelRatioF())
    painter.drawTiledPixmap(box, tile, QPointF((box.left() - origin) % _TILE, 0))


def _draw_lines(painter: QPainter, box: QRectF, theme: Theme, origin: float) -> None:
    painter.fillRect(box, theme.hover)
    painter.setPen(QPen(blend(theme.line2, 0.8), 1))
    x = box.left() - (box.left() - origin) % _TILE - (box.height() // _TILE + 1) * _TILE
    while x < box.right():
        begin, end = max(x, box.left()), min(x + box.height(), box.right())
        if end > begin:
            painter.drawLine(QLineF(begin, box.bottom() - (begin - x), end, box.bottom() - (end - x)))
        x += _TILE


@lru_cache(maxsize=16)
def _tile(ground: str, line: str, ratio: float) -> QPixmap:
    """Its lines meet those of the next; Qt's own pattern does not grow with the resolution."""
    side = round(_TILE * ratio)
    image = QPixmap(side, side)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(blend(QColor(line), 0.8), ratio * 1.1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    for shift in (-side, 0, side):
        painter.drawLine(QPointF(shift - 1, side + 1), QPointF(shift + side + 1, -1))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
