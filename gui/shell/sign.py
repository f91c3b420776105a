"""A small icon in the colour of a role."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.icons import paint_icon
from gui.overriding import override
from gui.theme import theme_of


class Sign(QWidget):
    """14 pixels square; it says nothing that the words beside it do not say."""

    def __init__(self, icon_name: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._role = role
        self.setFixedSize(14, 14)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_sign(self, icon_name: str, role: str) -> None:
        if (icon_name, role) != (self._icon_name, self._role):
            self._icon_name = icon_name
            self._role = role
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(14, 14)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), QRectF(self.rect()), self._icon_name, theme_of(self).colour(self._role))
