"""The place of the card: as high as it needs, scrolled where there is too little room."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui.overriding import override

_SIDE, _LEAST = 9, 120


class CardArea(QScrollArea):
    """Holds one widget."""

    def __init__(self, card: QWidget, parent: QWidget | None = None) -> None:
        # Qt asks for the size while it constructs the area.
        self._holder = QWidget()
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("surface", "bg")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        # Else Qt takes the height that the card would have at its narrowest.
        self._holder.setMinimumHeight(1)
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(_SIDE, _SIDE, _SIDE, 0)
        column.addWidget(card)
        column.addStretch()
        self._holder.installEventFilter(self)
        self.setWidget(self._holder)
        for part in (self.viewport(), self._holder):
            part.setBackgroundRole(QPalette.ColorRole.AlternateBase)
            part.setAutoFillBackground(True)

    @override
    def sizeHint(self) -> QSize:
        layout = self._holder.layout()
        width = self.viewport().width()
        if layout is None:
            return QSize(300, _LEAST)
        follows_width = layout.hasHeightForWidth()
        return QSize(300, layout.totalHeightForWidth(width) if follows_width else layout.totalSizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, min(_LEAST, self.sizeHint().height()))

    @override
    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        self.updateGeometry()

    @override
    def eventFilter(self, arg__1: QObject, arg__2: QEvent) -> bool:
        if arg__2.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(arg__1, arg__2)
