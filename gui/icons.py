"""Lucide icons (ISC), read from the `lucide` package and tinted in a colour of the theme."""

import struct
import zlib
from functools import lru_cache
from importlib.util import find_spec
from math import ceil, floor
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPaintEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gui.theme import DISABLED, Theme

_SIZES = (16, 20)


class _Archive:
    """Reads single files of a zip by looking their names up in its directory.

    `zipfile` parses all of the 1,700 entries first, which is 14 ms of every start; a search in the raw directory is
    0.1 ms. The layout is that of PKWARE's APPNOTE 4.3.7 (local header) and 4.3.12 (directory).
    """

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        end = self._data.rindex(b"PK\x05\x06")
        self._directory = struct.unpack_from("<I", self._data, end + 16)[0]

    def read(self, name: str) -> str:
        """The text of a file at the top of the archive. Raises KeyError."""
        wanted = name.encode()
        at = self._directory
        while (at := self._data.find(wanted, at)) >= 0:
            head = at - 46
            if self._data[head : head + 4] == b"PK\x01\x02" and self._length(head + 28) == len(wanted):
                return self._unpack(head)
            at += 1
        raise KeyError(name)

    def _length(self, at: int) -> int:
        return int(struct.unpack_from("<H", self._data, at)[0])

    def _unpack(self, head: int) -> str:
        size, local = (
            struct.unpack_from("<I", self._data, head + 20)[0],
            struct.unpack_from("<I", self._data, head + 42)[0],
        )
        start = local + 30 + self._length(local + 26) + self._length(local + 28)
        packed = self._data[start : start + size]
        return (zlib.decompress(packed, -15) if self._length(head + 10) else packed).decode()


@lru_cache(maxsize=1)
def _archive() -> _Archive:
    # The package's own reader opens the zip anew for every icon: 10 ms each. Ours stays open.
    spec = find_spec("lucide")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("lucide")
    return _Archive(Path(spec.origin).parent / "lucide.zip")


@lru_cache(maxsize=256)
def _svg(name: str, colour: str, *, filled: bool = False) -> QSvgRenderer:
    text = _archive().read(f"{name}.svg")
    text = text.replace('stroke-width="2"', 'stroke-width="1.75"').replace("currentColor", colour)
    if filled:
        text = text.replace('fill="none"', f'fill="{colour}"')
    return QSvgRenderer(QByteArray(text.encode()))


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: QColor, *, filled: bool = False) -> None:
    """Draw an icon into `rect` (square, any size); `filled` closes its shape with the same colour."""
    device, engine = painter.deviceTransform(), painter.paintEngine()
    is_upright = not device.isRotating() and device.m11() == device.m22()
    if not is_upright or engine is None or engine.type() != QPaintEngine.Type.Raster:
        _svg(name, colour.name(), filled=filled).render(painter, rect)  # on paper, lines stay lines
        return
    # Lines take twenty times as long as pixels. These are the same, where they fall on the pixels of the screen as the lines would.
    scale, box = device.m11(), device.mapRect(rect)
    left, top = floor(box.x()), floor(box.y())
    place = (round(box.x() - left, 6), round(box.y() - top, 6))
    drawn = _drawn(name, colour.name(), round(box.width(), 6), *place, scale, filled=filled)
    painter.drawPixmap(QPointF((left - device.dx()) / scale, (top - device.dy()) / scale), drawn)


@lru_cache(maxsize=1024)
def _drawn(name: str, colour: str, side: float, x: float, y: float, ratio: float, *, filled: bool) -> QPixmap:
    """An icon of `side` device pixels, `x` and `y` (below 1) off the corner of its pixmap."""
    made = QPixmap(ceil(side + x), ceil(side + y))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    _svg(name, colour, filled=filled).render(painter, QRectF(x, y, side, side))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def pixmap(name: str, theme: Theme, role: str = "ink2", *, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """An icon of `size` logical pixels at device pixel ratio `ratio`, cached."""
    return _pixmap(name, theme.colour(role).name(), size, ratio, faded=False)


@lru_cache(maxsize=1024)
def _pixmap(name: str, colour: str, size: int, ratio: float, *, faded: bool) -> QPixmap:
    drawing = _svg(name, colour)
    image = QPixmap(round(size * ratio), round(size * ratio))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    if faded:
        painter.setOpacity(DISABLED)
    drawing.render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def icon(name: str, theme: Theme, role: str = "ink2") -> QIcon:
    """A Lucide icon by its name (`plus`, `map-pin`…), in the colour of `role`. Rebuild it on PaletteChange."""
    colour = theme.colour(role).name()
    return _icon(name, colour, _application_ratio())


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, ratio: float) -> QIcon:
    made = QIcon()
    for size in _SIZES:
        for scale in {1.0, ratio}:
            made.addPixmap(_pixmap(name, colour, size, scale, faded=False), QIcon.Mode.Normal)
            made.addPixmap(_pixmap(name, colour, size, scale, faded=False), QIcon.Mode.Selected)
            made.addPixmap(_pixmap(name, colour, size, scale, faded=True), QIcon.Mode.Disabled)
    return made


def _application_ratio() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
