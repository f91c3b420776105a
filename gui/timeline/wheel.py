"""The wheel over the canvas: zoom to the pointer; two fingers on a touchpad pan, and zoom with Ctrl."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputDevice, QWheelEvent
from PySide6.QtWidgets import QScrollBar

from gui.timeline.camera import TimelineCamera

_NOTCH = 120
_FACTOR = 1.22  # a notch
_PAN = 0.12  # of the width, a notch


def turn_wheel(event: QWheelEvent, camera: TimelineCamera, bar: QScrollBar) -> None:
    """Shift pans with a wheel that turns only one way; a wheel that tilts pans by itself."""
    turn, pixels = event.angleDelta(), event.pixelDelta()
    has_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    is_pad = event.device().type() == QInputDevice.DeviceType.TouchPad and not pixels.isNull()
    if is_pad and not has_ctrl:
        camera.pan(-pixels.x())
        bar.setValue(bar.value() - pixels.y())
    elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        camera.pan(-(turn.y() or turn.x()) / _NOTCH * camera.width * _PAN)
    elif abs(turn.x()) > abs(turn.y()):
        camera.pan(-turn.x() / _NOTCH * camera.width * _PAN)
    elif turn.y():
        camera.zoom(_FACTOR ** (turn.y() / _NOTCH), event.position().x())
    event.accept()
