"""A card that floats beside words of a text, with the shadow of a popup."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.overriding import override
from gui.painting import card_ground
from gui.style import GAP_4, GAP_8, GAP_12, RADIUS_CARD
from gui.theme import LIGHT, Theme, blend, theme_of

_WIDTH = 320
_SHADOW, _DROP = 14, 4
_GAP = 4


def is_escape(event: QEvent) -> bool:
    """Whether somebody presses Esc, or Qt asks whether it is a shortcut of the window."""
    kinds = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}
    return event.type() in kinds and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


class FloatCard(QWidget):
    """A child of the window that it is shown in: never takes the focus, goes away with Esc.

    `pointer_entered` and `pointer_left` let its owner keep it while somebody reads it.
    """

    pointer_entered = Signal()
    pointer_left = Signal()
    dismissed = Signal()

    def __init__(self, name: str, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self._drawn: tuple[tuple[int, int], float, bool] | None = None
        self._card = QPixmap()
        self.column = QVBoxLayout(self)
        side = _SHADOW + GAP_12
        self.column.setContentsMargins(side, _SHADOW - _DROP + GAP_8 + 2, side, _SHADOW + _DROP + GAP_8 + 2)
        self.column.setSpacing(GAP_4 - 2)
        self.hide()
        window.installEventFilter(self)

    def show_beside(self, word: QRect, text: QRect) -> None:
        """Show it below `word`, or above it where it would hide what stands below the `text`.

        Both are in the window's coordinates.
        """
        self.setFixedWidth(min(_WIDTH + 2 * _SHADOW, max(160, self._window.width())))
        self.setFixedHeight(max(self.column.heightForWidth(self.width()), self.column.minimumSize().height()))
        self.move(self._place(word, text))
        self.show()
        self.raise_()

    def _place(self, word: QRect, text: QRect) -> QPoint:
        room = self._window.rect()
        left = max(room.left(), min(word.left() - _SHADOW - GAP_12, room.right() - self.width()))
        below = word.bottom() + _GAP - _SHADOW + _DROP
        above = word.top() - _GAP - self.height() + _SHADOW + _DROP
        reaches = below + self.height() - _SHADOW - _DROP > text.bottom()
        return QPoint(left, above if reaches and above >= room.top() - _SHADOW else below)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc closes the card before it closes the window around it, or does what the window does by it."""
        if is_escape(event) and self.isVisible():
            if event.type() == QEvent.Type.KeyPress:
                self.dismissed.emit()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointer_entered.emit()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointer_left.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        key = (self.size().toTuple(), self.devicePixelRatioF(), theme.is_dark)
        if key != self._drawn:
            self._drawn, self._card = key, self._draw(theme)
        painter = QPainter(self)
        painter.drawPixmap(event.rect(), self._card, self._in_pixels(event.rect()))

    def _in_pixels(self, rect: QRect) -> QRect:
        ratio = self.devicePixelRatioF()
        return QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio).toRect()

    def _draw(self, theme: Theme) -> QPixmap:
        """The card and its shadow, drawn once for a size: fourteen layers take milliseconds."""
        ratio = self.devicePixelRatioF()
        card = QPixmap(self.size() * ratio)
        card.setDevicePixelRatio(ratio)
        card.fill(Qt.GlobalColor.transparent)
        painter = QPainter(card)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW - _DROP, -_SHADOW, -_SHADOW - _DROP)
        painter.setPen(Qt.PenStyle.NoPen)
        # Layers add up to the shadow of a popup: soft at its rim, as dark as the tokens say at the card.
        painter.setBrush(blend(LIGHT.ink, (0.5 if theme.is_dark else 0.16) / _SHADOW))
        for reach in range(_SHADOW, 0, -1):
            layer = box.translated(0, _DROP).adjusted(-reach, -reach, reach, reach)
            painter.drawRoundedRect(layer, RADIUS_CARD + reach, RADIUS_CARD + reach)
        painter.setPen(QPen(theme.line2, 1))
        painter.setBrush(card_ground(theme))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
        painter.end()
        return card
