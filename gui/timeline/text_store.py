"""Short texts kept laid out from frame to frame."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QStaticText

from gui.timeline.scene import LABEL_LINE, Weight
from gui.timeline.scene_texts import SceneFonts

_KEPT = 4_096


class TextStore:
    """Draws texts by weight; `crisp` draws them as text, which a file keeps as letters."""

    def __init__(self, fonts: SceneFonts) -> None:
        self.fonts = fonts
        self._texts: dict[tuple[str, Weight], QStaticText] = {}
        metrics = QFontMetricsF(fonts.font(Weight.PLAIN))
        self._rise = (LABEL_LINE - metrics.height()) / 2
        self._baseline = self._rise + metrics.ascent()

    def draw(self, painter: QPainter, at: QPointF, text: str, weight: Weight, colour: QColor, *, crisp: bool) -> None:
        """One line whose top left corner is `at`, in the middle of a line of `LABEL_LINE` px."""
        self.draw_all(painter, ((at.x(), at.y(), text),), weight, colour, crisp=crisp)

    def draw_all(
        self,
        painter: QPainter,
        texts: Iterable[tuple[float, float, str]],
        weight: Weight,
        colour: QColor,
        *,
        crisp: bool,
    ) -> None:
        """Lines in one font and colour: left, top, words."""
        painter.setPen(colour)
        painter.setFont(self.fonts.font(weight))
        for left, top, text in texts:
            if crisp:
                painter.drawText(QPointF(left, top + self._baseline), text)
            else:
                painter.drawStaticText(QPointF(left, top + self._rise), self._laid_out(text, weight))

    def draw_centred(
        self, painter: QPainter, box: QRectF, text: str, weight: Weight, colour: QColor, *, crisp: bool
    ) -> None:
        """One line in the middle of a box."""
        width = self.fonts.measure(text, weight)
        at = QPointF(box.center().x() - width / 2, box.center().y() - LABEL_LINE / 2)
        self.draw(painter, at, text, weight, colour, crisp=crisp)

    def _laid_out(self, text: str, weight: Weight) -> QStaticText:
        key = (text, weight)
        found = self._texts.get(key)
        if found is None:
            if len(self._texts) >= _KEPT:
                self._texts.clear()
            found = QStaticText(text)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            found.prepare(font=self.fonts.font(weight))
            self._texts[key] = found
        return found
