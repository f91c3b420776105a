"""The slider of the timeline's zoom: the whole at the left, seconds at the right."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from gui.overriding import override
from gui.theme import DISABLED, theme_of

_WIDTH, _HEIGHT, _GROOVE, _KNOB = 112, 24, 4, 14
STEPS = 1000


class ZoomSlider(QAbstractSlider):
    """Values from 0 to STEPS. `sliderMoved` and `actionTriggered` tell what a person did."""

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, STEPS)
        self.setSingleStep(STEPS // 40)
        self.setPageStep(STEPS // 8)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def _knob(self) -> QRectF:
        way = self.width() - _KNOB - 2
        left = 1 + way * (self.sliderPosition() - self.minimum()) / max(1, self.maximum() - self.minimum())
        return QRectF(left, (self.height() - _KNOB) / 2, _KNOB, _KNOB)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else DISABLED)
        knob = self._knob()
        groove = QRectF(1, (self.height() - _GROOVE) / 2, self.width() - 2, _GROOVE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.line2)
        painter.drawRoundedRect(groove, _GROOVE / 2, _GROOVE / 2)
        painter.setBrush(theme.accent)
        painter.drawRoundedRect(
            QRectF(groove.topLeft(), groove.bottomRight()).adjusted(0, 0, knob.center().x() - groove.right(), 0),
            _GROOVE / 2,
            _GROOVE / 2,
        )
        painter.setBrush(theme.surface)
        painter.setPen(QPen(theme.accent, 1.5))
        painter.drawEllipse(knob.adjusted(0.75, 0.75, -0.75, -0.75))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.accent, 2))
            painter.drawEllipse(knob.adjusted(-2, -2, 2, 2))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._follow(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._follow(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def _follow(self, event: QMouseEvent) -> None:
        way = max(1, self.width() - _KNOB - 2)
        part = (event.position().x() - 1 - _KNOB / 2) / way
        self.setSliderPosition(round(self.minimum() + part * (self.maximum() - self.minimum())))

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().event(event)
