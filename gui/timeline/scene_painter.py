"""Draws a scene. With `crisp` it is lines, shapes and texts alone, for files; on a screen what repeats is kept as pixmaps."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gui.theme import Theme, blend, mixed
from gui.timeline.arrow_painter import paint_arrow
from gui.timeline.mark_painter import MarkPainter, Sign
from gui.timeline.ring_painter import RingPainter
from gui.timeline.scene import LABEL_LINE, Density, Label, Mark, Scene, Shape, SilentStretch, Weight
from gui.timeline.scene_texts import SceneFonts
from gui.timeline.text_store import TextStore
from gui.timeline.tiles import paint_hatch

_PILL = 20.0


class ScenePainter:
    """One for a widget: it keeps the texts and pixmaps of the frame before."""

    def __init__(self, fonts: SceneFonts) -> None:
        self._texts = TextStore(fonts)
        self._marks = MarkPainter()
        self._rings = RingPainter(self._texts)

    def paint(self, painter: QPainter, scene: Scene, theme: Theme, *, crisp: bool = False) -> None:
        """The whole scene; its ground is there already."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, scene, theme, crisp=crisp)
        for mark in scene.marks:
            if mark.shape is not Shape.POINT:
                self._marks.paint_bar(painter, mark, theme, scene.width, crisp=crisp)
        for arrow in scene.arrows:
            paint_arrow(painter, arrow, theme)
        self._paint_marks(painter, scene.marks, scene.width, theme, crisp=crisp)
        self._rings.paint(painter, scene.clusters, scene.width, theme, crisp=crisp)
        self._paint_labels(painter, scene, theme, crisp=crisp)
        for arrow in scene.arrows:
            self._rings.paint_pill(painter, arrow, theme, crisp=crisp)

    def paint_mark(self, painter: QPainter, mark: Mark, theme: Theme, width: float) -> None:
        """One mark alone, for what is being dragged."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._marks.paint_bar(painter, mark, theme, width, crisp=False)
        self._marks.paint_glyph(painter, mark, theme, crisp=False)

    def _paint_ground(self, painter: QPainter, scene: Scene, theme: Theme, *, crisp: bool) -> None:
        bottom = min(scene.height, max((box.bottom for box in scene.lanes), default=0))
        weekend = mixed(theme.bg, theme.sunken, 0.5)
        for band in scene.bands:
            painter.fillRect(_column(band.left, band.right, bottom, scene.width), weekend)
        _paint_densities(painter, scene.densities, mixed(theme.bg, theme.sunken, 0.9))
        for x in scene.lines:
            painter.fillRect(QRect(round(x), 0, 1, bottom), theme.line2)
        for stretch in scene.silences:
            box = QRectF(_column(stretch.left, stretch.right, scene.height, scene.width))
            paint_hatch(painter, box, theme, origin=stretch.left, crisp=crisp)
        for lane in scene.lanes:
            painter.fillRect(QRect(0, lane.bottom - 1, scene.width, 1), theme.line)
        if scene.today_x is not None and 0 <= scene.today_x <= scene.width:
            painter.fillRect(QRect(round(scene.today_x), 0, 1, bottom), blend(theme.accent, 0.55))
        for stretch in scene.silences:
            self._paint_silence(painter, stretch, theme, crisp=crisp)

    def _paint_silence(self, painter: QPainter, stretch: SilentStretch, theme: Theme, *, crisp: bool) -> None:
        if not stretch.words:
            return
        box = QRectF(stretch.words_x, stretch.words_y - _PILL / 2, stretch.words_width, _PILL)
        _fill_rounded(painter, box, theme.bg, 6)
        self._texts.draw_centred(painter, box, stretch.words, Weight.PLAIN, theme.ink3, crisp=crisp)

    def _paint_marks(self, painter: QPainter, marks: Iterable[Mark], width: int, theme: Theme, *, crisp: bool) -> None:
        for mark in marks:
            if -20 < mark.x < width + 20:
                self._marks.paint_glyph(painter, mark, theme, crisp=crisp)

    def _paint_labels(self, painter: QPainter, scene: Scene, theme: Theme, *, crisp: bool) -> None:
        """Grounds, then all titles, all dates, all signs: changing the font for each is what would take long."""
        labels = [label for label in scene.labels if label.x + label.width > 0]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.bg)
        for label in labels:
            if label.is_backed:
                box = QRectF(label.x - 5, label.y - label.height / 2 - 1, label.width + 9, label.height + 2)
                painter.drawRoundedRect(box, 3, 3)
        titles = [
            (label.x, _top(label) + number * LABEL_LINE, line)
            for label in labels
            for number, line in enumerate(label.lines)
        ]
        self._texts.draw_all(painter, titles, Weight.STRONG, theme.ink, crisp=crisp)
        dates = [(label.x + label.when_x, _last_top(label), label.when) for label in labels if label.when]
        self._texts.draw_all(painter, dates, Weight.PLAIN, theme.ink3, crisp=crisp)
        for label in labels:
            for x, sign in ((label.star_x, Sign.STAR), (label.warning_x, Sign.WARNING)):
                if x is not None:
                    at = QPointF(label.x + x, _last_top(label) + 1)
                    self._marks.paint_sign(painter, at, sign, theme, crisp=crisp)


def _top(label: Label) -> float:
    return label.y - LABEL_LINE * len(label.lines) / 2


def _last_top(label: Label) -> float:
    return label.y + LABEL_LINE * (len(label.lines) / 2 - 1)


def _column(left: float, right: float, height: int, width: int) -> QRect:
    """Whole px, so that the edges are sharp and the fill is fast; no more than is seen."""
    begin, end = round(max(left, -2.0)), round(min(right, width + 2.0))
    return QRect(begin, 0, end - begin, height)


def _paint_densities(painter: QPainter, densities: Iterable[Density], ground: QColor) -> None:
    """All columns at once. Where their edges are whole px of the device, nothing needs smoothing, which takes longer."""
    device = painter.deviceTransform()
    is_whole = all(number.is_integer() for number in (device.m11(), device.m22(), device.dx(), device.dy()))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=not is_whole)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    for density in densities:
        painter.drawRects([QRect(left, density.bottom - high, wide, high) for left, wide, high in density.columns])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _fill_rounded(painter: QPainter, box: QRectF, colour: QColor, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box, radius, radius)
