"""A word in a line that can be pressed."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.fonts import Role, font
from gui.overriding import override
from gui.theme import theme_of


class QuietLink(QAbstractButton):
    """Drawn as text, in a colour of the theme by its role."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(24)

    def set_words(self, text: str, tip: str = "") -> None:
        if (text, tip or text) == (self.text(), self.toolTip()):
            return
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(tip or text)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(QFontMetricsF(font(Role.CAPTION_MEDIUM)).horizontalAdvance(self.text())) + 8, 24)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        if self.hasFocus():
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 3, -1, -3), 4, 4)
        drawn = font(Role.CAPTION_MEDIUM)
        drawn.setUnderline(self.underMouse())
        painter.setFont(drawn)
        painter.setPen(theme.colour(self._role))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
