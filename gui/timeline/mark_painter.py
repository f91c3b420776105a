"""Bars, brackets, hatched bars and glyphs; as cached pixmaps on a screen, as lines alone where `crisp` is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from gui.fonts import Role, font
from gui.glyphs import paint_status_in, paint_warning, status_colour
from gui.icons import paint_icon
from gui.theme import Theme, blend
from gui.timeline.scene import WARNING, Mark, Shape
from models.enums import Status

BAR, HATCHED, BRACKET = 14.0, 17.0, 19.0
_GLYPH, _SMALL = 16.0, 10.0
_RING, _GROUND = 15.5, 9.5
_TILE = 6
_DOT = 5
_BEGUN_SHAPES = frozenset({Shape.BAR, Shape.FADING})
_KEPT = 512


def colour_of(mark: Mark, theme: Theme) -> QColor:
    """What a mark is drawn in: the colour it stands for, else that of its status."""
    return theme.colour(mark.role) if mark.role else status_colour(mark.status, theme)


class Sign(Enum):
    """What stands behind the words of a mark."""

    STAR = auto()
    WARNING = auto()


@dataclass(frozen=True, slots=True)
class _Fade:
    """px over which a hatched bar fades at either end."""

    left: float
    right: float

    def alpha(self, x: float, width: float) -> float:
        near_left = min(1.0, x / self.left) if self.left else 1.0
        near_right = min(1.0, (width - x) / self.right) if self.right else 1.0
        return max(0.0, min(near_left, near_right))


class MarkPainter:
    """Draws marks in one theme on one device after the other; what it drew once it has ready."""

    def __init__(self) -> None:
        self._pixmaps: dict[tuple[object, ...], QPixmap] = {}
        self._question = font(Role.CAPTION_STRONG)

    def paint_bar(self, painter: QPainter, mark: Mark, theme: Theme, width: float, *, crisp: bool) -> None:
        """What a mark has behind its glyph, as far as it lies between 0 and `width`."""
        if mark.shape is Shape.POINT or mark.right < 0 or mark.left > width:
            return
        colour = colour_of(mark, theme)
        if mark.shape is Shape.BAR:
            self._paint_solid(painter, mark, colour, width)
        elif mark.shape is Shape.BRACKET:
            _paint_brackets(painter, mark, colour, width)
            self._paint_dots(painter, mark, colour, width, crisp=crisp)
        else:
            self._paint_hatched(painter, mark, colour, width, crisp=crisp)

    def paint_glyph(self, painter: QPainter, mark: Mark, theme: Theme, *, crisp: bool) -> None:
        """The status of a mark at its place, the ring of a selected one, and "?" where the date is uncertain."""
        at = QPointF(mark.x, mark.y)
        if mark.is_selected:
            painter.setPen(QPen(theme.accent, 1.5))
            painter.setBrush(theme.selection)
            painter.drawEllipse(at, _RING, _RING)
        if mark.shape is Shape.BAR and not mark.is_selected:
            if mark.right - mark.left >= 2 * BAR:
                self._glyph(painter, at, mark.status, theme.bg, _SMALL, crisp=crisp)
        else:
            if mark.shape is Shape.FADING and not mark.is_selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.bg)
                painter.drawEllipse(at, _GROUND, _GROUND)
            self._glyph(painter, at, mark.status, colour_of(mark, theme), _GLYPH, crisp=crisp)
        is_cut = mark.left + mark.fade_left < -1 and mark.shape in _BEGUN_SHAPES
        if mark.has_begun or (is_cut and not crisp):
            _paint_begun(painter, mark, colour_of(mark, theme), theme)
        if mark.is_uncertain:
            painter.setPen(theme.ink2)
            painter.setFont(self._question)
            painter.drawText(QPointF(mark.x + 8, mark.y - 6), "?")

    def paint_sign(self, painter: QPainter, at: QPointF, sign: Sign, theme: Theme, *, crisp: bool) -> None:
        """The star of a key incident, or the triangle of one without a citation, with its left upper corner at `at`."""

        def draw(into: QPainter) -> None:
            box = QRectF(0, 0, WARNING, WARNING)
            if sign is Sign.STAR:
                paint_icon(into, box, "star", theme.accent, filled=True)
            else:
                paint_warning(into, box, theme.warn)

        if crisp:
            painter.save()
            painter.translate(at)
            draw(painter)
            painter.restore()
            return
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(at, self._pixmap((sign, theme.is_dark, ratio), WARNING, WARNING, ratio, draw))

    def _glyph(
        self, painter: QPainter, at: QPointF, status: Status, colour: QColor, side: float, *, crisp: bool
    ) -> None:
        box = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
        if crisp:
            paint_status_in(painter, box, status, colour)
            return
        ratio = painter.device().devicePixelRatioF()

        def draw(into: QPainter) -> None:
            paint_status_in(into, QRectF(1, 1, side, side), status, colour)

        image = self._pixmap((status, colour.rgba(), side, ratio), side + 2, side + 2, ratio, draw)
        painter.drawPixmap(QPointF(box.left() - 1, box.top() - 1), image)

    def _paint_solid(self, painter: QPainter, mark: Mark, colour: QColor, width: float) -> None:
        left, right = max(mark.left, -20.0), min(mark.right, width + 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(colour, 0.86))
        painter.drawRoundedRect(QRectF(left, mark.y - BAR / 2, right - left, BAR), 2.5, 2.5)

    def _paint_dots(self, painter: QPainter, mark: Mark, colour: QColor, width: float, *, crisp: bool) -> None:
        """From the glyph to both brackets."""
        gap = _RING + 3 if mark.is_selected else _GLYPH / 2 + 4
        for left, right in ((mark.left + 8, mark.x - gap), (mark.x + gap, mark.right - 8)):
            begin, end = max(left, -20.0), min(right, width + 20)
            count = int((end - begin) // _DOT)
            if count <= 0:
                continue
            # Whole dots only, from the same moment on wherever the view begins.
            begin += (left - begin) % _DOT
            if crisp:
                _draw_dots(painter, QPointF(begin, mark.y), count, colour)
                continue
            ratio = painter.device().devicePixelRatioF()
            key = ("dots", colour.rgba(), ratio)
            tile = self._pixmap(key, _DOT, 4, ratio, lambda into: _draw_dots(into, QPointF(0, 2), 1, colour))
            painter.drawTiledPixmap(QRectF(begin, mark.y - 2, count * _DOT, 4), tile)

    def _paint_hatched(self, painter: QPainter, mark: Mark, colour: QColor, width: float, *, crisp: bool) -> None:
        left, right = max(mark.left, -40.0), min(mark.right, width + 40)
        top = mark.y - HATCHED / 2
        fade = _Fade(mark.fade_left if mark.left >= left else 0.0, mark.fade_right if mark.right <= right else 0.0)
        length = right - left
        if crisp:
            painter.save()
            painter.translate(left, top)
            _draw_hatched(painter, length, colour, fade)
            painter.restore()
        else:
            self._hatched_parts(painter, QPointF(left, top), length, colour, fade)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        for x, is_hard in ((mark.left + 1, not mark.fade_left), (mark.right - 1, not mark.fade_right)):
            if is_hard and 0 <= x <= width:
                painter.drawLine(QLineF(x, mark.y - BRACKET / 2, x, mark.y + BRACKET / 2))

    def _hatched_parts(self, painter: QPainter, at: QPointF, length: float, colour: QColor, fade: _Fade) -> None:
        """The fading ends from pixmaps, what lies between from a tile; the hatching goes on over the seams."""
        ratio = painter.device().devicePixelRatioF()
        begin = min(fade.left, length / 2 if fade.right else length)
        end = length - min(fade.right, length - begin)
        # Whole tiles, so that the lines meet.
        begin, end = begin // _TILE * _TILE, max(end // _TILE, begin // _TILE) * _TILE
        if begin > 0:
            image = self._fading(colour, begin, ratio, rising=True)
            painter.drawPixmap(at, image)
        if end < length:
            painter.drawPixmap(QPointF(at.x() + end, at.y()), self._fading(colour, length - end, ratio, rising=False))
        if end - begin >= 1:
            key = ("tile", colour.rgba(), ratio)
            tile = self._pixmap(
                key, _TILE, HATCHED, ratio, lambda into: _draw_hatched(into, _TILE, colour, _Fade(0, 0))
            )
            box = QRectF(at.x() + begin, at.y(), end - begin, HATCHED)
            painter.drawTiledPixmap(box, tile)

    def _fading(self, colour: QColor, length: float, ratio: float, *, rising: bool) -> QPixmap:
        size = ceil(length)
        fade = _Fade(size, 0) if rising else _Fade(0, size)

        def draw(into: QPainter) -> None:
            _draw_hatched(into, size, colour, fade)

        return self._pixmap(("fade", colour.rgba(), size, rising, ratio), size, HATCHED, ratio, draw)

    def _pixmap(
        self, key: tuple[object, ...], width: float, height: float, ratio: float, draw: Callable[[QPainter], None]
    ) -> QPixmap:
        found = self._pixmaps.get(key)
        if found is None:
            if len(self._pixmaps) >= _KEPT:
                self._pixmaps.clear()
            found = QPixmap(ceil(width * ratio), ceil(height * ratio))
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(painter)
            painter.end()
            self._pixmaps[key] = found
        return found


def _draw_hatched(painter: QPainter, length: float, colour: QColor, fade: _Fade) -> None:
    """Slanting lines from 0 to `length` over a faint ground. Each has one shade: files know no fading pens."""
    for left in range(0, ceil(length), _TILE):
        strip = QRectF(left, 0, min(_TILE, length - left), HATCHED)
        painter.fillRect(strip, blend(colour, 0.13 * fade.alpha(strip.center().x(), length)))
    # A line from the bottom at `x` to the top at `x + HATCHED`, cut at both ends of the bar.
    x = -(HATCHED // _TILE + 1) * _TILE
    while x < length:
        begin, end = max(0.0, x), min(length, x + HATCHED)
        if end > begin:
            shade = fade.alpha(min(max(x + HATCHED / 2, 0.0), length), length)
            painter.setPen(QPen(blend(colour, 0.8 * shade), 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(QLineF(begin, HATCHED - (begin - x), end, HATCHED - (end - x)))
        x += _TILE


def _paint_brackets(painter: QPainter, mark: Mark, colour: QColor, width: float) -> None:
    top, bottom = mark.y - BRACKET / 2 + 1, mark.y + BRACKET / 2 - 1
    painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for x, inward in ((mark.left + 1.5, 4.0), (mark.right - 1.5, -4.0)):
        if -8 <= x <= width + 8:
            points = [QPointF(x + inward, top), QPointF(x, top), QPointF(x, bottom), QPointF(x + inward, bottom)]
            painter.drawPolyline(points)


def _paint_begun(painter: QPainter, mark: Mark, colour: QColor, theme: Theme) -> None:
    """A sign at the left edge of the view: this began earlier."""
    ink = theme.bg if mark.shape is Shape.BAR else colour
    pen = QPen(ink, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline([QPointF(10, mark.y - 4.5), QPointF(5, mark.y), QPointF(10, mark.y + 4.5)])


def _draw_dots(painter: QPainter, at: QPointF, count: int, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for number in range(count):
        painter.drawEllipse(QPointF(at.x() + (number + 0.5) * _DOT, at.y()), 1.1, 1.1)
