"""Key caps: the small rounded frames that show which key does something."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyleOptionButton, QWidget

from gui.fonts import Role, font
from gui.icons import paint_icon
from gui.overriding import override
from gui.style import HEIGHT_BUTTON, HEIGHT_KEY, ICON
from gui.theme import DISABLED, blend, theme_of

_PAD = 12
_GAP = 7


def cap_width(text: str) -> float:
    """The width of a cap with this text, at least a square."""
    metrics = QFontMetricsF(font(Role.CAPTION_MEDIUM))
    return max(HEIGHT_KEY, metrics.horizontalAdvance(text) + 10)


def paint_cap(painter: QPainter, left: float, middle: float, text: str, ink: QColor, border: QColor) -> float:
    """Draw a cap whose left edge is at `left`, centred on `middle`; returns its right edge."""
    rect = QRectF(left, middle - HEIGHT_KEY / 2, cap_width(text), HEIGHT_KEY)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(border, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(font(Role.CAPTION_MEDIUM))
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return rect.right()


class KeyCap(QWidget):
    """A cap that only shows a key; it cannot be clicked or focused."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setFixedSize(round(cap_width(text)), HEIGHT_KEY)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        paint_cap(QPainter(self), 0, self.height() / 2, self._text, theme.ink2, theme.line2)


class CapButton(QPushButton):
    """A button with an icon, its words, and the key that does the same."""

    def __init__(self, icon_name: str, text: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self._key = key
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({key})" if key else text)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        width = 2 * _PAD + self.fontMetrics().horizontalAdvance(self.text()) + 2
        if self._icon_name:
            width += ICON + _GAP
        if self._key:
            width += round(cap_width(self._key)) + _GAP + 2
        return QSize(width, HEIGHT_BUTTON)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        option.text = ""  # Qt draws the ground alone

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        theme = theme_of(self)
        ink = theme.onaccent if self.property("kind") == "primary" else theme.ink
        if not self.isEnabled():
            ink = blend(ink, DISABLED)
        middle = self.height() / 2
        left = float(_PAD)
        if self._icon_name:
            paint_icon(painter, QRectF(left, middle - ICON / 2, ICON, ICON), self._icon_name, ink)
            left += ICON + _GAP
        painter.setFont(self.font())
        painter.setPen(ink)
        advance = self.fontMetrics().horizontalAdvance(self.text())
        box = QRectF(QPointF(left, 0), QPointF(left + advance + 2, self.height()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._key:
            paint_cap(painter, left + advance + _GAP + 2, middle, self._key, ink, blend(ink, 0.45))
