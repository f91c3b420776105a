"""Short texts kept laid out from frame to frame."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText

from gui.timeline.scene import LABEL_LINE, Weight
from gui.timeline.scene_texts import SceneFonts

_KEPT = 3_072


class TextStore:
    """Draws texts by weight; `crisp` draws them as text, which a file keeps as letters."""

    def __init__(self, fonts: SceneFonts) -> None:
        self.fonts = fonts
        # Those not seen for longest go one by one: a frame that laid out all of its texts anew would be a slow one.
        self._laid_out = {weight: _keeper(fonts.font(weight)) for weight in Weight}
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
        laid_out = self._laid_out[weight]
        for left, top, text in texts:
            if crisp:
                painter.drawText(QPointF(left, top + self._baseline), text)
            else:
                painter.drawStaticText(QPointF(left, top + self._rise), laid_out(text))

    def draw_centred(
        self, painter: QPainter, box: QRectF, text: str, weight: Weight, colour: QColor, *, crisp: bool
    ) -> None:
        """One line in the middle of a box."""
        width = self.fonts.measure(text, weight)
        at = QPointF(box.center().x() - width / 2, box.center().y() - LABEL_LINE / 2)
        self.draw(painter, at, text, weight, colour, crisp=crisp)


def _keeper(font: QFont) -> Callable[[str], QStaticText]:
    """Texts laid out in a font."""

    @lru_cache(maxsize=_KEPT)
    def lay_out(text: str) -> QStaticText:
        made = QStaticText(text)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        made.prepare(font=font)
        return made

    return lay_out
