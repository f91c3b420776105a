"""The frame of the current proposal: a rounded card whose ring shows that the keys go to it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.fields.focus_watch import FocusWatch
from gui.overriding import override
from gui.style import GAP_8, GAP_12, RADIUS_CARD
from gui.theme import blend, theme_of

_RING = 3


class CardFrame(QWidget):
    """`column` holds its parts, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column = QVBoxLayout(self)
        side = _RING + GAP_12
        self.column.setContentsMargins(side, side, side, side)
        self.column.setSpacing(GAP_8)
        self._focus = FocusWatch(self)
        self._focus.entered.connect(self.update)
        self._focus.left.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)
        if self._focus.has_focus:
            painter.setPen(QPen(blend(theme.accent, 0.24), _RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = _RING / 2
            painter.drawRoundedRect(box.adjusted(-half, -half, half, half), RADIUS_CARD + half, RADIUS_CARD + half)
        painter.setPen(QPen(theme.accent, 1.5))
        painter.setBrush(theme.surface)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
