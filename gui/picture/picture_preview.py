"""The picture as it will be, small: its first pages on the desk's ground."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.overriding import override
from gui.picture.sheets import Sheets
from gui.style import GAP_12
from gui.theme import theme_of

_MOST_PAGES = 6


class PicturePreview(QWidget):
    """Draws the sheets once, at the size of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: Sheets | None = None
        self._images: list[QImage] = []
        self._drawn_for = QSize()
        self.setMinimumHeight(140)
        self.setAccessibleName(self.tr("Preview of the picture"))

    def show_sheets(self, sheets: Sheets, words: str) -> None:
        """Show other sheets; `words` describe the whole picture."""
        self._sheets = sheets
        self._images = []
        self.setAccessibleDescription(words)
        self.update()

    def _boxes(self, sheets: Sheets) -> list[QRectF]:
        """Where the pages lie: side by side, as large as they can be."""
        count = min(len(sheets.pages), _MOST_PAGES)
        columns = min(count, 3)
        rows = -(-count // columns)
        wide = (self.width() - (columns + 1) * GAP_12) / columns
        high = (self.height() - (rows + 1) * GAP_12) / rows
        scale = min(wide / sheets.size.width(), high / sheets.size.height(), 1.0)
        page_wide, page_high = sheets.size.width() * scale, sheets.size.height() * scale
        left = (self.width() - columns * page_wide - (columns - 1) * GAP_12) / 2
        top = (self.height() - rows * page_high - (rows - 1) * GAP_12) / 2
        return [
            QRectF(
                left + (i % columns) * (page_wide + GAP_12),
                top + (i // columns) * (page_high + GAP_12),
                page_wide,
                page_high,
            )
            for i in range(count)
        ]

    def _draw(self, sheets: Sheets, boxes: list[QRectF]) -> list[QImage]:
        ratio = self.devicePixelRatioF()
        images = []
        for draw, box in zip(sheets.pages, boxes, strict=False):
            image = QImage((box.size() * ratio).toSize().expandedTo(QSize(1, 1)), QImage.Format.Format_RGB32)
            image.fill(sheets.ground)
            painter = QPainter(image)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            scale = image.width() / sheets.size.width()
            painter.scale(scale, scale)
            draw(painter)
            painter.end()
            images.append(image)
        return images

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_of(self)
        painter.fillRect(self.rect(), theme.sunken)
        if self._sheets is None:
            return
        boxes = self._boxes(self._sheets)
        if not self._images or self._drawn_for != self.size():
            self._images = self._draw(self._sheets, boxes)
            self._drawn_for = self.size()
        for image, box in zip(self._images, boxes, strict=True):
            painter.drawImage(box, image)
            painter.setPen(theme.line2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
