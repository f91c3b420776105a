"""Status and stance glyphs, drawn as paths on a 16-unit grid: shape and colour each tell them apart."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPainterPathStroker, QPen, QPixmap

from gui.theme import Theme
from models.enums import EntityKind, Stance, Status

ENTITY_ICONS = {
    EntityKind.PERSON: "user",
    EntityKind.ORGANISATION: "building-2",
    EntityKind.PLACE: "map-pin",
    EntityKind.THING: "box",
}
_GRID = 16.0
_CENTRE = QPointF(8, 8)


def _disc(radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(_CENTRE, radius, radius)
    return path


def _polyline(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(*point)
    return path


def _stroked(path: QPainterPath, width: float, *, dashed: bool = False) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(Qt.PenCapStyle.FlatCap if dashed else Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashed:
        # Eight dashes on a circle of radius 6.1, so that the pattern closes without a seam.
        step = 2 * 3.14159265 * 6.1 / 8 / width
        stroker.setDashPattern([step * 0.6, step * 0.4])
    return stroker.createStroke(path)


def _left_half(path: QPainterPath) -> QPainterPath:
    half = QPainterPath()
    half.addRect(QRectF(0, 0, 8, 16))
    return path.intersected(half)


def _verified() -> QPainterPath:
    return _disc(7.2).subtracted(_stroked(_polyline((4.9, 8.3), (7.1, 10.5), (11.2, 6.1)), 1.8))


def _reported() -> QPainterPath:
    return _stroked(_disc(6.1), 1.7).united(_left_half(_disc(6.4)))


def _unverified() -> QPainterPath:
    return _stroked(_disc(6.1), 1.6, dashed=True)


def _disputed() -> QPainterPath:
    diamond = _polyline((8, 1.2), (14.8, 8), (8, 14.8), (1.2, 8), (8, 1.2))
    diamond.closeSubpath()
    return _stroked(diamond, 1.6).united(_left_half(diamond))


def _withdrawn() -> QPainterPath:
    square = QPainterPath()
    square.addRoundedRect(QRectF(2.2, 2.2, 11.6, 11.6), 1.5, 1.5)
    return _stroked(square, 1.6).united(_stroked(_polyline((4.6, 11.4), (11.4, 4.6)), 1.6))


@lru_cache(maxsize=16)
def _status_path(status: Status) -> QPainterPath:
    shapes: dict[Status, Callable[[], QPainterPath]] = {
        Status.VERIFIED: _verified,
        Status.REPORTED: _reported,
        Status.UNVERIFIED: _unverified,
        Status.DISPUTED: _disputed,
        Status.WITHDRAWN: _withdrawn,
    }
    return shapes[status]()


@lru_cache(maxsize=16)
def _stance_path(stance: Stance) -> QPainterPath:
    if stance is Stance.SUPPORTS:
        return _stroked(_polyline((4.6, 8.3), (7, 10.7), (11.4, 5.7)), 1.7)
    if stance is Stance.CONTRADICTS:
        bars = _polyline((4.4, 6.4), (11.6, 6.4))
        bars.moveTo(4.4, 9.6)
        bars.lineTo(11.6, 9.6)
        bars.moveTo(6.2, 12)
        bars.lineTo(9.8, 4)
        return _stroked(bars, 1.5)
    if stance is Stance.QUALIFIES:
        wave = QPainterPath(QPointF(4, 9))
        wave.cubicTo(5.6, 5.4, 7.2, 6.6, 8, 8)
        wave.cubicTo(8.8, 9.4, 10.4, 10.6, 12, 7)
        return _stroked(wave, 1.6)
    dots = QPainterPath()
    for x in (4.6, 8.0, 11.4):
        dots.addEllipse(QPointF(x, 8), 1.15, 1.15)
    return dots


def status_colour(status: Status, theme: Theme) -> QColor:
    """The colour of a status glyph."""
    colours = {
        Status.VERIFIED: theme.ok,
        Status.REPORTED: theme.accent,
        Status.UNVERIFIED: theme.mute,
        Status.DISPUTED: theme.bad,
        Status.WITHDRAWN: theme.mute,
    }
    return colours[status]


def stance_colours(stance: Stance, theme: Theme) -> tuple[QColor, QColor]:
    """The colour of a stance's mark and of the soft square behind it."""
    colours = {
        Stance.SUPPORTS: (theme.ok, theme.ok_soft),
        Stance.CONTRADICTS: (theme.bad, theme.bad_soft),
        Stance.QUALIFIES: (theme.warn, theme.warn_soft),
        Stance.CONTEXT: (theme.mute, theme.sunken),
    }
    return colours[stance]


def _fit(painter: QPainter, rect: QRectF) -> None:
    side = min(rect.width(), rect.height())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / _GRID, side / _GRID)
    painter.setPen(Qt.PenStyle.NoPen)


def paint_status(painter: QPainter, rect: QRectF, status: Status, theme: Theme) -> None:
    """Draw a status glyph, centred in `rect` and as large as its shorter side (16 px by design)."""
    painter.save()
    _fit(painter, rect)
    painter.fillPath(_status_path(status), status_colour(status, theme))
    painter.restore()


def paint_status_in(painter: QPainter, rect: QRectF, status: Status, colour: QColor) -> None:
    """Draw a status glyph in another colour than its own; its shape still tells it."""
    painter.save()
    _fit(painter, rect)
    painter.fillPath(_status_path(status), colour)
    painter.restore()


def paint_stance(painter: QPainter, rect: QRectF, stance: Stance, theme: Theme) -> None:
    """Draw a stance mark in its soft square, centred in `rect`."""
    mark, soft = stance_colours(stance, theme)
    painter.save()
    _fit(painter, rect)
    painter.setBrush(soft)
    painter.drawRoundedRect(QRectF(0, 0, _GRID, _GRID), 3, 3)
    painter.fillPath(_stance_path(stance), mark)
    painter.restore()


def paint_warning(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Draw the triangle of "No citation"."""
    painter.save()
    _fit(painter, rect)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colour, 1.35, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    triangle = _polyline((8, 2.2), (14.6, 13.6), (1.4, 13.6), (8, 2.2))
    triangle.closeSubpath()
    painter.drawPath(triangle)
    painter.drawLine(QPointF(8, 6.4), QPointF(8, 9.4))
    painter.drawPoint(QPointF(8, 11.6))
    painter.restore()


def _glyph_icon(draw: Callable[[QPainter, QRectF], None]) -> QIcon:
    made = QIcon()
    for size in (16, 32):
        image = QPixmap(size, size)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        draw(painter, QRectF(0, 0, size, size))
        painter.end()
        made.addPixmap(image)
    return made


def status_icon(status: Status, theme: Theme) -> QIcon:
    """A status glyph as an icon, for menus and combo boxes."""
    return _glyph_icon(lambda painter, rect: paint_status(painter, rect, status, theme))


def stance_icon(stance: Stance, theme: Theme) -> QIcon:
    """A stance mark as an icon, for menus."""
    return _glyph_icon(lambda painter, rect: paint_stance(painter, rect, stance, theme))


def tag_icon(colour: int, theme: Theme) -> QIcon:
    """The square of a tag's colour as an icon; its name always stands beside it."""
    return _glyph_icon(lambda painter, rect: paint_tag(painter, rect, colour, theme))


def paint_tag(painter: QPainter, rect: QRectF, colour: int, theme: Theme) -> None:
    """Draw the square of a tag, centred in `rect`."""
    painter.save()
    _fit(painter, rect)
    painter.setBrush(theme.colour(f"tag{colour}"))
    painter.drawRoundedRect(QRectF(3.5, 3.5, 9, 9), 2, 2)
    painter.restore()
