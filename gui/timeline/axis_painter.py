"""The axis: the period as a serif title, ticks with their labels, a pill around today."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from gui.fonts import Role, font
from gui.theme import Theme, mixed
from gui.timeline.ticks import Axis, Tick

_TITLE_LINE = 24.0
_LABEL_LINE = 20.0
_TICK, _STRONG_TICK = 6.0, 20.0
_PILL, _PILL_PAD = 18.0, 8.0
_KEPT = 2_048


class AxisPainter:
    """Keeps fonts and their metrics."""

    def __init__(self) -> None:
        self._title, self._plain = font(Role.GROUP), font(Role.CAPTION, tabular=True)
        self._strong = font(Role.CAPTION_STRONG, tabular=True)
        self._widths: dict[tuple[int, str], float] = {}
        self._metrics = {id(made): QFontMetricsF(made) for made in (self._title, self._plain, self._strong)}

    def paint(self, painter: QPainter, rect: QRectF, axis: Axis, theme: Theme, *, today: int | None = None) -> None:
        """Titles at the top of `rect`, labels at its bottom; its left edge is x = 0 of the axis."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate(rect.topLeft())
        self._paint_bands(painter, rect, axis, theme)
        for tick in axis.ticks:
            self._paint_tick(painter, tick, rect, axis, theme, today)
        self._paint_titles(painter, axis, theme, rect.width())
        painter.restore()

    def _paint_bands(self, painter: QPainter, rect: QRectF, axis: Axis, theme: Theme) -> None:
        top = rect.height() - _LABEL_LINE
        for band in axis.bands:
            left, right = round(max(band.left, 0)), round(min(band.right, rect.width()))
            painter.fillRect(QRectF(left, top, right - left, _LABEL_LINE), mixed(theme.bg, theme.sunken, 0.5))

    def _paint_tick(
        self, painter: QPainter, tick: Tick, rect: QRectF, axis: Axis, theme: Theme, today: int | None
    ) -> None:
        bottom = rect.height()
        long = _STRONG_TICK if tick.is_strong or not axis.is_centred else _TICK
        if 0 <= tick.x <= rect.width():
            painter.fillRect(QRectF(round(tick.x), bottom - long, 1, long), theme.line2)
        made = self._strong if tick.is_strong else self._plain
        width = self._width(made, tick.label)
        left = tick.label_x - width / 2 if axis.is_centred else tick.label_x
        if left < 0 or left + width > rect.width():
            return  # never half a label
        colour = theme.ink if tick.is_strong else theme.ink2
        if today is not None and tick.first <= today <= tick.last:
            pill = QRectF(left - _PILL_PAD, bottom - _LABEL_LINE, width + 2 * _PILL_PAD, _PILL)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent)
            painter.drawRoundedRect(pill, _PILL / 2, _PILL / 2)
            made, colour = self._strong, theme.onaccent
        painter.setFont(made)
        painter.setPen(colour)
        painter.drawText(QPointF(left, bottom - 6), tick.label)

    def _paint_titles(self, painter: QPainter, axis: Axis, theme: Theme, width: float) -> None:
        painter.setFont(self._title)
        painter.setPen(theme.ink)
        for title in axis.titles:
            needed = self._width(self._title, title.text) + 12
            left = min(max(title.left, 0.0), title.right - needed)
            if title.text and left >= 0 and left + needed - 8 <= width:
                painter.drawText(QPointF(left + 4, _TITLE_LINE - 6), title.text)

    def _width(self, made: QFont, text: str) -> float:
        key = (id(made), text)
        if key not in self._widths:
            if len(self._widths) >= _KEPT:
                self._widths.clear()
            self._widths[key] = self._metrics[id(made)].horizontalAdvance(text)
        return self._widths[key]
