"""Rings with the number of incidents in them, and the pills with the words of arrows."""

from collections.abc import Iterable
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from gui.theme import Theme, mixed
from gui.timeline.arrow_painter import arrow_colour
from gui.timeline.scene import LABEL_LINE, Arrow, Cluster, Weight
from gui.timeline.text_store import TextStore

LEAST, MOST = 10.0, 14.5
"""Radius of a ring by its share of the largest; a second, thin ring stands around it."""
_OUTER = 2.8
_SHADES = 12
_PILL = 22.0
_SIDE = 2 * (MOST + _OUTER) + 20
_KEPT = 1_024


def count_words(count: int) -> str:
    """A number in a ring: "231", "1.2k", "45k", "3m"."""
    for least, letter in ((1_000_000, "m"), (1_000, "k")):
        if count >= least:
            short = count / least
            return f"{short:.1f}".removesuffix(".0") + letter if short < 9.95 else f"{short:.0f}{letter}"
    return str(count)


class Look(NamedTuple):
    """What tells the circles of rings apart."""

    radius: float
    share: float
    is_before: bool
    is_selected: bool


class _Number(NamedTuple):
    """The words of a count, half their width, and the circles around them."""

    words: str
    half: float
    look: Look


class RingPainter:
    """Rings are kept as pixmaps by their looks; their numbers are texts like others."""

    def __init__(self, texts: TextStore) -> None:
        self._texts = texts
        self._device = (False, 1.0)
        self._pixmaps: dict[Look, QPixmap] = {}
        """Of one theme on one device."""
        self._numbers: dict[tuple[int, float, bool, bool], _Number] = {}

    def paint(self, painter: QPainter, rings: Iterable[Cluster], width: int, theme: Theme, *, crisp: bool) -> None:
        """Rings with their numbers; those of what began earlier have a sign at the left."""
        half = _SIDE / 2
        device = theme.is_dark, painter.device().devicePixelRatioF()
        if device != self._device:
            self._device = device
            self._pixmaps.clear()
        numbers: list[tuple[float, float, str]] = []
        for ring in rings:
            if not -half < ring.x < width + half:
                continue
            number = self._number_of(ring)
            at = QPointF(ring.x - half, ring.y - half)
            if crisp:
                painter.save()
                painter.translate(at)
                _draw(painter, number.look, theme)
                painter.restore()
            else:
                painter.drawPixmap(at, self._pixmaps.get(number.look) or self._pixmap(number.look, theme))
            numbers.append((ring.x - number.half, ring.y - LABEL_LINE / 2, number.words))
        self._texts.draw_all(painter, numbers, Weight.STRONG, theme.ink, crisp=crisp)

    def paint_pill(self, painter: QPainter, arrow: Arrow, theme: Theme, *, crisp: bool) -> None:
        """The word of an arrow on its way."""
        if not arrow.word:
            return
        width = arrow.pill_width
        box = QRectF(arrow.pill_x - width / 2, arrow.pill_y - _PILL / 2, width, _PILL)
        colour = arrow_colour(arrow, theme)
        painter.setPen(QPen(colour, 1.2))
        painter.setBrush(theme.bg)
        painter.drawRoundedRect(box, _PILL / 2, _PILL / 2)
        self._texts.draw_centred(painter, box, arrow.word, Weight.PLAIN, colour, crisp=crisp)

    def _number_of(self, ring: Cluster) -> _Number:
        key = (ring.count, ring.share, ring.is_before, ring.is_selected)
        found = self._numbers.get(key)
        if found is None:
            if len(self._numbers) >= _KEPT:
                self._numbers.clear()
            words = count_words(ring.count)
            wide = self._texts.fonts.measure(words, Weight.STRONG)
            share = round(ring.share * _SHADES) / _SHADES
            radius = max(LEAST + (MOST - LEAST) * share, ceil(wide) / 2 + 3)
            look = Look(radius, share, ring.is_before, ring.is_selected)
            found = self._numbers[key] = _Number(words, wide / 2, look)
        return found

    def _pixmap(self, look: Look, theme: Theme) -> QPixmap:
        if len(self._pixmaps) >= _KEPT:
            self._pixmaps.clear()
        _, ratio = self._device
        made = self._pixmaps[look] = QPixmap(ceil(_SIDE * ratio), ceil(_SIDE * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        into = QPainter(made)
        into.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw(into, look, theme)
        into.end()
        return made


def _draw(painter: QPainter, look: Look, theme: Theme) -> None:
    middle = QPointF(_SIDE / 2, _SIDE / 2)
    edge = theme.accent if look.is_selected else theme.mute
    painter.setPen(QPen(mixed(theme.bg, edge, 0.6), 1))
    painter.setBrush(theme.bg)
    painter.drawEllipse(middle, look.radius + _OUTER, look.radius + _OUTER)
    painter.setPen(QPen(edge, 1.6 if look.is_selected else 1.2))
    shade = mixed(theme.sunken, theme.mute, 0.34 * max(0.0, look.share - 0.35))
    painter.setBrush(theme.selection if look.is_selected else shade)
    painter.drawEllipse(middle, look.radius, look.radius)
    if look.is_before:
        y = middle.y()
        painter.setPen(QPen(edge, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline([QPointF(6, y - 4), QPointF(2, y), QPointF(6, y + 4)])
