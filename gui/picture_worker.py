"""The worker that draws a picture: a process of its own that can be killed (`python -m gui.picture_worker`).

Qt decodes it, turned as its EXIF says. Of a moving picture there is the first frame, of a TIFF file every page. A drawing
that could ask for other files (SVG) is not drawn.
"""

import sys

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColorConstants, QImage, QImageIOHandler, QImageReader, QPainter

from importers.page_channel import BYTES_A_PIXEL, MAX_PAGES, PageImage, Pages, PageSize, PageWish, fitted, serve
from importers.worker import MEMORY_EXIT, limit_memory
from models.enums import ImportFault, ProblemCode
from models.errors import UserFacingError

PICTURE_WORKER = "gui.picture_worker"
"""This module, for the process that runs it."""
FORMATS = frozenset({b"bmp", b"gif", b"jfif", b"jpeg", b"jpg", b"png", b"tif", b"tiff", b"webp"})
MEGABYTES = 512
_PAGED = frozenset({b"tif", b"tiff"})


class PicturePages:
    """An opened picture. Raises UserFacingError IMPORT_UNREADABLE."""

    def __init__(self, data: bytearray) -> None:
        self._data = QByteArray(data)
        reader = self._reader()
        if bytes(reader.format().data()) not in FORMATS or not reader.canRead():
            raise _unreadable()
        self._count = max(reader.imageCount(), 1) if bytes(reader.format().data()) in _PAGED else 1

    def _reader(self) -> QImageReader:
        """A fresh one: a reader that has gone on to another page does not go back in every format."""
        self._buffer = QBuffer(self._data)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(self._buffer)
        reader.setDecideFormatFromContent(True)
        reader.setAutoTransform(True)
        return reader

    def sizes(self) -> list[PageSize]:
        reader, found = self._reader(), []
        for number in range(min(self._count, MAX_PAGES)):
            if number and not reader.jumpToImage(number):
                break
            size = _shown_size(reader)
            found.append(PageSize(size.width(), size.height()))
        return found

    def draw(self, wish: PageWish) -> PageImage:
        reader = self._reader()
        if wish.page > 1 and not reader.jumpToImage(wish.page - 1):
            raise _unreadable()
        natural = _shown_size(reader)
        if natural.isEmpty():
            raise _unreadable()
        width, height = fitted(PageSize(natural.width(), natural.height()), min(wish.width, natural.width()))
        turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
        reader.setScaledSize(QSize(height, width) if turned else QSize(width, height))
        image = reader.read()
        if image.isNull():
            is_large = natural.width() * natural.height() * BYTES_A_PIXEL > MEGABYTES * 1024**2
            raise _too_large() if is_large else _unreadable()
        return _on_paper(image)


def _shown_size(reader: QImageReader) -> QSize:
    """Width and height after turning."""
    size = reader.size()
    turned = reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    return size.transposed() if turned else size


def _on_paper(image: QImage) -> PageImage:
    """The picture on white, where it can be seen through."""
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(QColorConstants.White)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return PageImage(paper.width(), paper.height(), bytes(paper.constBits()), {})


def _unreadable() -> UserFacingError:
    return UserFacingError(ProblemCode.IMPORT_UNREADABLE, reason=ImportFault.MALFORMED)


def _too_large() -> UserFacingError:
    return UserFacingError(ProblemCode.IMPORT_TOO_LARGE, reason=ImportFault.MEMORY)


def open_picture(data: bytearray) -> Pages:
    """The pages of a picture: one, but for a TIFF file of several."""
    return PicturePages(data)


if __name__ == "__main__":
    limit_memory()
    QImageReader.setAllocationLimit(MEGABYTES)
    try:
        serve(sys.stdin.buffer, sys.stdout.buffer, open_picture)
    except MemoryError:
        sys.exit(MEMORY_EXIT)
