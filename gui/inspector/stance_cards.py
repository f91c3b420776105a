"""What a citation does to its incident, as four cards of which one is chosen."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from gui.fonts import Role, font
from gui.glyphs import paint_stance
from gui.overriding import override
from gui.painting import draw_elided
from gui.style import GAP_8, RADIUS_CARD
from gui.texts import stance_text
from gui.theme import theme_of
from models.enums import Stance


class StanceCard(QAbstractButton):
    """One stance, with its glyph; arrow keys go to the next one."""

    def __init__(self, stance: Stance, parent: QWidget) -> None:
        super().__init__(parent)
        self.stance = stance
        self.setText(stance_text(stance))
        self.setAccessibleName(stance_text(stance))
        self.setToolTip(stance_text(stance))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(110, 40)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(92, 40)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if self.isChecked() else 1.0
        painter.setPen(QPen(theme.accent if self.isChecked() else theme.line2, width))
        painter.setBrush(theme.selection if self.isChecked() else theme.hover if self.underMouse() else theme.surface)
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.drawRoundedRect(box, RADIUS_CARD - 2, RADIUS_CARD - 2)
        if self.hasFocus():
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CARD, RADIUS_CARD)
        paint_stance(painter, QRectF(12, self.height() / 2 - 8, 16, 16), self.stance, theme)
        painter.setFont(font(Role.UI_MEDIUM))
        painter.setPen(theme.ink)
        draw_elided(painter, QRectF(34, 0, self.width() - 40, self.height()), self.text())


class StanceCards(QWidget):
    """All four side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Stance"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_8 - 4)
        self.cards = [StanceCard(stance, self) for stance in Stance]
        for card in self.cards:
            self._group.addButton(card)
            row.addWidget(card)
        self.cards[0].setChecked(True)

    def stance(self) -> Stance:
        """The one that is chosen."""
        return next(card.stance for card in self.cards if card.isChecked())

    def choose(self, stance: Stance) -> None:
        """Choose one; emits nothing."""
        for card in self.cards:
            card.setChecked(card.stance is stance)
