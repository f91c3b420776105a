"""The strip of the minimap as two pictures: as it is, and as it is under the brush. Frames only put them together."""

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap

from gui.fonts import Role, font
from gui.style import PAD_PANE
from gui.theme import Theme
from gui.timeline.minimap_axis import MapTick
from gui.timeline.scene import SceneWords
from gui.timeline.tiles import paint_hatch
from gui.timeline.time_scale import TimeScale

HEIGHT_STRIP, BASE, BAR = 65, 42, 10
_TOP = 8
_LEAST_SILENCE = 60
_PILL = 18


class Strip(NamedTuple):
    """What there is to draw; `scale` begins PAD_PANE px right of the widget's edge, `counts` are per bar of BAR px."""

    silences: Sequence[tuple[int, int]]
    scale: TimeScale
    counts: tuple[int, ...]
    ticks: tuple[MapTick, ...]


class Layers(NamedTuple):
    """The strip without and under the brush, in one theme."""

    theme: Theme
    outside: QPixmap
    inside: QPixmap


def draw_layers(strip: Strip, words: SceneWords, theme: Theme, size: QSize, ratio: float) -> Layers:
    """Both pictures, `size` logical px at a device pixel ratio."""
    outside = _draw(strip, words, theme, (theme.bg, theme.field), _blank(size, ratio))
    return Layers(theme, outside, _draw(strip, words, theme, (theme.selection, theme.accent), _blank(size, ratio)))


def _blank(size: QSize, ratio: float) -> QPixmap:
    image = QPixmap(size * ratio)
    image.setDevicePixelRatio(ratio)
    return image


def _draw(strip: Strip, words: SceneWords, theme: Theme, colours: tuple[QColor, QColor], image: QPixmap) -> QPixmap:
    ground, bars = colours
    image.fill(ground)
    height = round(image.height() / image.devicePixelRatio())
    painter = QPainter(image)
    painter.fillRect(QRectF(0, height - 1, image.width(), 1), theme.line)
    painter.translate(PAD_PANE, 0)
    _paint_silences(painter, strip, words, theme)
    _paint_ticks(painter, strip.ticks, theme)
    _paint_bars(painter, strip.counts, bars)
    painter.fillRect(0, BASE, strip.scale.width, 1, theme.line2)
    painter.end()
    return image


def _paint_silences(painter: QPainter, strip: Strip, words: SceneWords, theme: Theme) -> None:
    painter.setFont(font(Role.CAPTION))
    metrics = QFontMetricsF(painter.font())
    for first, last in strip.silences:
        left, right = strip.scale.x_of(first), strip.scale.x_of(last + 1)
        if right - left < _LEAST_SILENCE:
            continue
        box = QRectF(left, _TOP, right - left, BASE - _TOP)
        paint_hatch(painter, box, theme, origin=left, crisp=False)
        text = words.silence(first, last)
        width = metrics.horizontalAdvance(text) + 20
        if width + 16 < box.width():
            pill = QRectF(0, 0, width, _PILL)
            pill.moveCenter(box.center())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.bg)
            painter.drawRoundedRect(pill, _PILL / 2, _PILL / 2)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(theme.ink3)
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


def _paint_ticks(painter: QPainter, ticks: Sequence[MapTick], theme: Theme) -> None:
    plain, strong = font(Role.CAPTION, tabular=True), font(Role.CAPTION_MEDIUM, tabular=True)
    for tick in ticks:
        colour = theme.field if tick.is_strong else theme.line2
        painter.fillRect(round(tick.x), BASE, 1, 9 if tick.is_strong else 5, colour)
        if tick.label:
            painter.setFont(strong if tick.is_strong else plain)
            painter.setPen(theme.ink if tick.is_strong else theme.ink2)
            painter.drawText(QPointF(tick.label_x, HEIGHT_STRIP - 7), tick.label)


def _paint_bars(painter: QPainter, counts: Sequence[int], colour: QColor) -> None:
    most, room = max(counts, default=0), BASE - _TOP - 2
    for place, count in enumerate(counts):
        if count:
            # Roots, so that a few beside many are still seen.
            high = max(2, round(room * sqrt(count / most)))
            painter.fillRect(place * BAR, BASE - high, BAR - 1, high, colour)
