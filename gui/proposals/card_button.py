"""The small buttons of a card: words and the key that does the same."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from gui.fonts import Role, font
from gui.key_cap import cap_width, paint_cap
from gui.overriding import override
from gui.painting import paint_button_frame
from gui.style import HEIGHT_PILL
from gui.theme import DISABLED, Theme, blend, theme_of

_PAD, _QUIET_PAD, _GAP = 8.0, 5.0, 6.0


class CardButton(QPushButton):
    """`kind` is primary, plain, quiet or link. Painted here, as style sheets know no key caps."""

    def __init__(self, text: str, key: str, kind: str = "plain", parent: QWidget | None = None) -> None:
        # Qt asks for the size while it constructs the button.
        self._key, self._kind = key, kind
        super().__init__(parent)
        self.setProperty("kind", "small")  # else the style sheet makes it higher
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.dress(text, kind)

    def dress(self, text: str, kind: str, tip: str = "") -> None:
        """Change the words, the look, and what the tooltip says beyond the words."""
        self._kind = kind
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(tip)
        said = f"{text} ({self._key})" if self._key else text
        self.setToolTip(f"{said}. {tip}" if tip else said)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(font(Role.CAPTION_MEDIUM)).horizontalAdvance(self.text())
        cap = _GAP + cap_width(self._key) - 3 if self._key else 0
        return QSize(round(2 * self._pad() + words + cap), HEIGHT_PILL)

    def _pad(self) -> float:
        return _PAD if self._kind in {"primary", "plain"} else _QUIET_PAD

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else DISABLED)
        inks = {"primary": theme.onaccent, "plain": theme.ink, "quiet": theme.ink2, "link": theme.accent}
        ink = inks[self._kind]
        fill, border = self._ground(theme)
        if self.hasFocus():
            border = theme.ink if self._kind == "primary" else theme.accent
        paint_button_frame(painter, QRectF(self.rect()), fill, border, 2 if self.hasFocus() else 1)
        words = QFontMetricsF(font(Role.CAPTION_MEDIUM)).horizontalAdvance(self.text())
        left = (self.width() - self.sizeHint().width()) / 2 + self._pad()
        painter.setFont(font(Role.CAPTION_MEDIUM))
        painter.setPen(ink)
        painter.drawText(QRectF(left, 0, words + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._key:
            cap_edge = blend(ink, 0.45) if self._kind == "primary" else theme.line2
            cap_ink = theme.ink2 if self._kind == "link" else ink
            paint_cap(painter, left + words + _GAP, self.height() / 2, self._key, cap_ink, cap_edge)

    def _ground(self, theme: Theme) -> tuple[QColor, QColor]:
        """Fill and border, by what the pointer does."""
        over, down = self.underMouse() and self.isEnabled(), self.isDown()
        if self._kind == "primary":
            lit = theme.accent.lighter(106 if theme.is_dark else 112)
            fill = lit if over and not down else theme.accent
            return fill, fill
        clear = blend(theme.surface, 0.0)
        rest = theme.surface if self._kind == "plain" else clear
        fill = theme.sunken if down else theme.hover if over else rest
        return fill, theme.line2 if self._kind == "plain" else clear
