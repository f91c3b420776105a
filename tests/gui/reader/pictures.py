"""Small pictures for tests."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage


def picture(kind: str, colour: str = "#ff0000", width: int = 300, height: int = 200) -> bytes:
    """A picture of one colour."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(colour))
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # type: ignore[call-overload]  # the stub wants bytes, Qt wants a string
    return bytes(written.data())
