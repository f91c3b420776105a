"""Paints one sheet on the ground of the preview: a whole page, or a long page that scrolls."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gui.export.sheet_maker import Sheet
from gui.overriding import override
from gui.theme import LIGHT, blend, theme_of

_MARGIN = 24
_SHADOW = 14
_PAGE_KEYS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class PageView(QAbstractScrollArea):
    """Shows a sheet as large as it fits. Wish: turn_requested(−1 or 1), when a whole page is shown."""

    turn_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._scrolls = False
        self.setAccessibleName(self.tr("Preview"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def show_sheet(self, sheet: Sheet | None, *, scrolls: bool) -> None:
        """Show another sheet; one that scrolls is as wide as the view, any other is shown whole."""
        keeps_place = scrolls and self._scrolls
        self._sheet, self._scrolls = sheet, scrolls
        self._fit()
        if not keeps_place:
            self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def _scale(self) -> float:
        if self._sheet is None:
            return 1.0
        room = self.viewport().size() - QSize(2 * _MARGIN, _MARGIN)
        wide = room.width() / self._sheet.width
        return max(0.05, wide if self._scrolls else min(wide, room.height() / self._sheet.height))

    def _fit(self) -> None:
        bar = self.verticalScrollBar()
        tall = self._sheet.height * self._scale() + _MARGIN if self._sheet and self._scrolls else 0
        bar.setRange(0, max(0, round(tall) - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(40)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme_of(self).sunken)
        if self._sheet is not None:
            self._paint_sheet(painter, self._sheet)
        painter.end()

    def _paint_sheet(self, painter: QPainter, sheet: Sheet) -> None:
        scale = self._scale()
        width, height = sheet.width * scale, sheet.height * scale
        left = round((self.viewport().width() - width) / 2)
        top = -self.verticalScrollBar().value() if self._scrolls else 2
        paper = QRectF(left, top, round(width), round(height))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for spread in range(_SHADOW, 0, -1):
            painter.setBrush(blend(LIGHT.ink, 0.0022 * (_SHADOW + 1 - spread)))
            painter.drawRoundedRect(paper.adjusted(-spread, 3 - spread, spread, spread + 3), spread, spread)
        painter.fillRect(paper, LIGHT.surface)
        painter.setClipRect(paper)
        painter.translate(left, top)
        painter.scale(scale, scale)
        sheet.paint(painter)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._scrolls:
            super().wheelEvent(event)
        elif event.angleDelta().y():
            self.turn_requested.emit(-1 if event.angleDelta().y() > 0 else 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _PAGE_KEYS.get(Qt.Key(event.key()))
        if step and not self._scrolls:
            self.turn_requested.emit(step)
        else:
            super().keyPressEvent(event)
