"""An on/off switch, 36 × 20 px, for settings that take effect as a whole."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.overriding import override
from gui.theme import DISABLED, blend, theme_of

_WIDTH, _HEIGHT, _RING = 34, 20, 3


class Switch(QAbstractButton):
    """A checkable button; Space or a click toggles it, `text` is its accessible name."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self.sizeHint())

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH + 2 * _RING, _HEIGHT + 2 * _RING)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else DISABLED)
        track = QRectF(_RING, _RING, _WIDTH, _HEIGHT)
        if self.hasFocus():
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), 12, 12)
        painter.setPen(Qt.PenStyle.NoPen if self.isChecked() else QPen(theme.field, 1))
        painter.setBrush(theme.accent if self.isChecked() else theme.surface)
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), _HEIGHT / 2, _HEIGHT / 2)
        knob = QRectF(0, 0, 16, 16)
        knob.moveCenter(track.center())
        knob.moveLeft(track.right() - 18 if self.isChecked() else track.left() + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.onaccent if self.isChecked() else theme.field)
        painter.drawEllipse(knob if self.isChecked() else knob.adjusted(2, 2, -2, -2))
        if self.underMouse() and self.isEnabled():
            painter.setBrush(blend(theme.ink, 0.06))
            painter.drawRoundedRect(track, _HEIGHT / 2, _HEIGHT / 2)
        painter.end()
