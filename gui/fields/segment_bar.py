"""Words in one frame of which one is chosen: the scales of the timeline, the modes of the calendar."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.fonts import Role, font
from gui.overriding import override
from gui.painting import paint_button_frame
from gui.style import HEIGHT_PILL, RADIUS
from gui.theme import DISABLED, theme_of

_PAD = 10
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Segment(NamedTuple):
    """`key` is the shortcut that chooses it too, for the tooltip."""

    value: str
    words: str
    key: str = ""


class SegmentBar(QWidget):
    """One stop of the Tab key; the arrows choose. `choice_made` only where a person chose."""

    choice_made = Signal(str)

    def __init__(self, name: str, segments: Sequence[Segment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._segments = tuple(segments)
        self._chosen = 0
        self._hovered = -1
        self._pressed = -1
        self._font = font(Role.CAPTION_MEDIUM)
        self._is_short = False
        self._edges = _edges(self._segments, is_short=self._is_short)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())
        self.setMouseTracking(True)
        self._tell()

    def value(self) -> str:
        """The chosen one."""
        return self._segments[self._chosen].value

    def choose(self, value: str) -> None:
        """Show another choice; announces nothing."""
        self._chosen = next(i for i, segment in enumerate(self._segments) if segment.value == value)
        self._tell()
        self.update()

    def set_short(self, is_short: bool) -> None:
        """Show first letters where there is little room; names and tooltips keep the words."""
        if is_short != self._is_short:
            self._is_short = is_short
            self._edges = _edges(self._segments, is_short=self._is_short)
            self.setFixedSize(self.sizeHint())
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._edges[-1], HEIGHT_PILL)

    def segment_rect(self, value: str) -> QRectF:
        """Where a segment is."""
        return self._rect(next(i for i, segment in enumerate(self._segments) if segment.value == value))

    def _rect(self, place: int) -> QRectF:
        return QRectF(self._edges[place], 0, self._edges[place + 1] - self._edges[place], self.height())

    def _place_at(self, x: float) -> int:
        return next((i for i in range(len(self._segments)) if x < self._edges[i + 1]), -1)

    def _tell(self) -> None:
        chosen = self._segments[self._chosen].words
        self.setAccessibleName(f"{self._name}: {chosen}")

    def _choose_place(self, place: int) -> None:
        if place == self._chosen:
            return
        self.choose(self._segments[place].value)
        self.choice_made.emit(self.value())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else DISABLED)
        box = QRectF(self.rect())
        paint_button_frame(painter, box, theme.surface, theme.line2)
        painter.setFont(self._font)
        for place, segment in enumerate(self._segments):
            rect = self._rect(place)
            is_chosen = place == self._chosen
            if is_chosen or place == self._hovered:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.selection if is_chosen else theme.hover)
                painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)
            painter.setPen(theme.accent if is_chosen else theme.ink)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, _shown(segment, is_short=self._is_short))
            if place and place not in (self._chosen, self._chosen + 1):
                painter.setPen(QPen(theme.line, 1))
                painter.drawLine(QPointF(rect.left(), 5), QPointF(rect.left(), self.height() - 5))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._place_at(event.position().x())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().x())
        if place >= 0 and place == self._pressed and self.rect().contains(event.position().toPoint()):
            self._choose_place(place)
        self._pressed = -1

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hovered(self._place_at(event.position().x()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not step or not plain:
            event.ignore()
            return
        place = self._chosen + step
        if 0 <= place < len(self._segments):
            self._choose_place(place)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._set_hovered(-1)
        elif isinstance(event, QHelpEvent):
            place = self._place_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self.tip_of(place) if place >= 0 else "", self)
            return True
        return super().event(event)

    def tip_of(self, place: int) -> str:
        """A segment's words and its key."""
        segment = self._segments[place]
        return f"{segment.words} ({segment.key})" if segment.key else segment.words

    def _set_hovered(self, place: int) -> None:
        if place != self._hovered:
            self._hovered = place
            self.update()


def _shown(segment: Segment, *, is_short: bool) -> str:
    return segment.words[:1] if is_short else segment.words


def _edges(segments: Sequence[Segment], *, is_short: bool) -> list[int]:
    """Where segments begin and end."""
    metrics = QFontMetrics(font(Role.CAPTION_MEDIUM))
    edges = [0]
    for segment in segments:
        edges.append(edges[-1] + metrics.horizontalAdvance(_shown(segment, is_short=is_short)) + 2 * _PAD)
    return edges
