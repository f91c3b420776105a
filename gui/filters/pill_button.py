"""A filter as a pill: "Status: any" with a menu, or set off with a cross that clears it."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.controls import claim_key
from gui.fonts import Role, font
from gui.icons import paint_icon
from gui.overriding import override
from gui.painting import paint_button_frame
from gui.style import HEIGHT_PILL
from gui.theme import blend, theme_of

_PAD = 10
_MARK = 12
_GAP = 7
LONGEST, SHORT = 150, 64
"""The most of a value that is shown, in pixels: where there is room, and where there is little."""
CLEARS = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
_CLEAR_ZONE = _PAD + _MARK + 6


class PillButton(QAbstractButton):
    """`menu_requested` and `clear_requested` carry what the pill stands for (a kind of filter)."""

    menu_requested = Signal(object)
    clear_requested = Signal(object)

    def __init__(self, kind: object, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._label = f"{label}:"
        self._value = ""
        self._longest = LONGEST
        self.active = False
        self._fonts = (font(Role.CAPTION), font(Role.CAPTION_MEDIUM))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT_PILL)
        self.clicked.connect(self._ask_for_menu)

    def show_value(self, value: str, *, active: bool, whole: str = "") -> None:
        """Show what the filter lets through; `active` when it hides anything, `whole` where `value` does not say all."""
        words = f"{self._label} {whole or value}"
        if (value, active, words) == (self._value, self.active, self.accessibleName()):
            return
        self._value = value
        self.active = active
        self.setAccessibleName(words)
        self.setToolTip(self.tr("%1\nDelete clears it").replace("%1", words) if active else words)
        self.setFixedWidth(self.sizeHint().width())
        self.update()

    def shorten(self, longest: int) -> None:
        """Show no more than so many pixels of the value."""
        if longest != self._longest:
            self._longest = longest
            self.setFixedWidth(self.sizeHint().width())
            self.update()

    def width_with(self, longest: int) -> int:
        """How wide it is with so much of the value."""
        return sum(self._widths(longest)) + 2 * _PAD + 4 + _GAP + _MARK

    def _widths(self, longest: int) -> tuple[int, int]:
        label, value = (QFontMetrics(made) for made in self._fonts)
        return label.horizontalAdvance(self._label), min(value.horizontalAdvance(self._value), longest)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width_with(self._longest), HEIGHT_PILL)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 2 if self.hasFocus() else 1
        ground = theme.selection if self.active else theme.hover if self.underMouse() else theme.surface
        border = theme.accent if self.active or self.hasFocus() else theme.line2
        paint_button_frame(painter, QRectF(self.rect()), ground, border, edge)
        if self.isDown():
            painter.fillRect(self.rect().adjusted(2, 2, -2, -2), blend(theme.ink, 0.06))
        label_width, value_width = self._widths(self._longest)
        painter.setFont(self._fonts[0])
        painter.setPen(theme.accent if self.active else theme.ink2)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.drawText(QRect(_PAD, 0, label_width + 2, self.height()), middle, self._label)
        painter.setFont(self._fonts[1])
        painter.setPen(theme.accent if self.active else theme.ink)
        value = QFontMetrics(self._fonts[1]).elidedText(self._value, Qt.TextElideMode.ElideRight, value_width + 1)
        painter.drawText(QRect(_PAD + label_width + 4, 0, value_width + 2, self.height()), middle, value)
        mark = QRectF(self.width() - _PAD - _MARK + 1, (self.height() - _MARK) / 2, _MARK, _MARK)
        painter.setOpacity(1.0)
        paint_icon(painter, mark, "x" if self.active else "chevron-down", theme.accent if self.active else theme.ink3)
        painter.end()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.active and event.position().x() >= self.width() - _CLEAR_ZONE and self.isDown():
            self.setDown(False)
            self.clear_requested.emit(self.kind)
            return
        super().mouseReleaseEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        # Else the shortcut of the same key would move the selected incident to the bin.
        return claim_key(event, lambda key: key.key() in CLEARS) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.active and event.key() in CLEARS:
            self.clear_requested.emit(self.kind)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self._ask_for_menu()
        else:
            super().keyPressEvent(event)

    def _ask_for_menu(self) -> None:
        self.menu_requested.emit(self.kind)
