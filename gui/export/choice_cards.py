"""Cards of which one is chosen: an icon or none, a title, a line of explanation."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from gui.fonts import Role, font
from gui.icons import paint_icon
from gui.overriding import override
from gui.style import GAP_8, GAP_12, RADIUS
from gui.theme import theme_of

_ICON = 18
_BY_KEY = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}


@dataclass(frozen=True, slots=True)
class Choice:
    """One card; `value` is what it stands for."""

    value: str
    title: str
    words: str
    icon: str = ""


class ChoiceCard(QAbstractButton):
    """Paints itself; chosen by a click, Space, or the arrow keys of its group."""

    def __init__(self, choice: Choice, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = choice
        self._height = height
        self._shows_focus = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(choice.title)
        self.setAccessibleDescription(choice.words)
        self.setToolTip(choice.words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def focusInEvent(self, arg__1: QFocusEvent) -> None:
        # Like a button's ring: only for those who come by the keyboard.
        self._shows_focus = arg__1.reason() in _BY_KEY
        super().focusInEvent(arg__1)

    @override
    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        self._shows_focus = False
        super().focusOutEvent(arg__1)

    @override
    def sizeHint(self) -> QSize:
        return QSize(150, self._height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(110, self._height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        width = 2.0 if chosen else 1.0
        ground = theme.selection if chosen else theme.hover if self.underMouse() else theme.surface
        painter.setPen(QPen(theme.accent if chosen else theme.line2, width))
        painter.setBrush(ground)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), RADIUS, RADIUS
        )
        if self._shows_focus:
            painter.setPen(QPen(theme.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 4, 4)
        left = float(GAP_12)
        if self.choice.icon:
            colour = theme.accent if chosen else theme.ink2
            paint_icon(painter, QRectF(left, GAP_12, _ICON, _ICON), self.choice.icon, colour)
            left += _ICON + GAP_8 + 2
        self._paint_words(painter, left)
        painter.end()

    def _paint_words(self, painter: QPainter, left: float) -> None:
        theme = theme_of(self)
        room = self.width() - left - GAP_12
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.setFont(font(Role.UI_STRONG))
        painter.setPen(theme.ink)
        painter.drawText(QRectF(left, GAP_8 + 2, room, 20), flags | Qt.TextFlag.TextSingleLine, self.choice.title)
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.ink2)
        words = QRectF(left, GAP_8 + 22, room, self._height - GAP_8 - 24)
        painter.drawText(words, flags | Qt.TextFlag.TextWordWrap, self.choice.words)


class ChoiceRow(QWidget):
    """Cards side by side. Fact: choice_made(value), only when a person chose."""

    choice_made = Signal(str)

    def __init__(self, name: str, choices: Sequence[Choice], height: int, parent: QWidget, *, gap: int = GAP_8) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._cards = [ChoiceCard(choice, height, self) for choice in choices]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap)
        for card in self._cards:
            self._group.addButton(card)
            row.addWidget(card, 1)
        self._cards[0].setChecked(True)
        self._group.buttonClicked.connect(self._on_clicked)

    def focus_chosen(self) -> None:
        """Put the keyboard on the card that is chosen."""
        next(card for card in self._cards if card.isChecked()).setFocus()

    def value(self) -> str:
        return next(card.choice.value for card in self._cards if card.isChecked())

    def choose(self, value: str) -> None:
        """Show another choice; announces nothing."""
        next(card for card in self._cards if card.choice.value == value).setChecked(True)

    def _on_clicked(self, card: ChoiceCard) -> None:
        self.choice_made.emit(card.choice.value)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        place = next(i for i, card in enumerate(self._cards) if card.isChecked())
        card = self._cards[(place + step) % len(self._cards)]
        card.setFocus(Qt.FocusReason.TabFocusReason)
        card.click()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
