"""The timeline's drawing in the preview: the pixels that a Word file will hold, as large as the export shows them."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from exporters.document import Picture


@dataclass(frozen=True, slots=True)
class DrawnPicture:
    """Width and height in the units of the sheet that it is painted on."""

    image: QImage
    width: float
    height: float

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint with the upper left corner at (x, y)."""
        # Far smaller than drawn: a painter alone would leave pixels out.
        wide = round(painter.worldTransform().m11() * self.width * painter.device().devicePixelRatio())
        shown = self.image.scaledToWidth(max(1, wide), Qt.TransformationMode.SmoothTransformation)
        painter.drawImage(QRectF(x, y, self.width, self.height), shown)


def make_picture(picture: Picture, most_wide: float, most_high: float, *, units_a_px: float) -> DrawnPicture:
    """As large as drawn, or as there is room; `units_a_px` is what a px at 100 % is on the sheet."""
    wide, high = picture.width * units_a_px, picture.height * units_a_px
    scale = min(1.0, most_wide / wide, most_high / high)
    return DrawnPicture(QImage.fromData(picture.png), wide * scale, high * scale)
