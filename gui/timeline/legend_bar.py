"""The line below the timeline: its legend, and keys worth knowing."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fonts import Role, font
from gui.key_cap import cap_width, paint_cap
from gui.overriding import override
from gui.style import PAD_PANE
from gui.theme import theme_of
from gui.timeline.board import Board
from gui.timeline.legend_painter import HEIGHT_LEGEND, legend_words, paint_legend
from services.timeline_lanes import LegendEntry

_AFTER_CAP, _BETWEEN, _BEFORE = 7, 16, 24


class LegendBar(QWidget):
    """Painted; what has no room is left out, keys first."""

    def __init__(self, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._legend: tuple[LegendEntry, ...] = ()
        self.setFixedHeight(HEIGHT_LEGEND)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        board.lanes_changed.connect(self._follow)
        self.setAccessibleName(self.tr("Legend: %1").replace("%1", legend_words(())))

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT_LEGEND)

    def _follow(self) -> None:
        if self._board.lanes.legend != self._legend:
            self._legend = self._board.lanes.legend
            self.setAccessibleName(self.tr("Legend: %1").replace("%1", legend_words(self._legend)))
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.bg)
        painter.fillRect(0, 0, self.width(), 1, theme.line)
        end = paint_legend(painter, QRectF(self.rect()).adjusted(PAD_PANE, 1, -PAD_PANE, 0), self._legend, theme)
        hints = (
            (("Ctrl",), self.tr("wheel zoom")),
            (("0",), self.tr("fit")),
            (("[", "]"), self.tr("previous, next")),
        )
        metrics = QFontMetricsF(font(Role.CAPTION))
        widths = [
            sum(cap_width(cap) + _AFTER_CAP for cap in caps) + metrics.horizontalAdvance(words) + 1
            for caps, words in hints
        ]
        right = float(self.width() - PAD_PANE)
        left = right - sum(widths) - _BETWEEN * (len(hints) - 1)
        if left < end + _BEFORE:
            return
        middle = self.height() / 2
        for (caps, words), width in zip(hints, widths, strict=True):
            x = left
            for cap in caps:
                x = paint_cap(painter, x, middle, cap, theme.ink2, theme.line2) + _AFTER_CAP
            painter.setFont(font(Role.CAPTION))
            painter.setPen(theme.ink2)
            box = QRectF(x, 0, left + width - x, self.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), words)
            left += width + _BETWEEN
        painter.end()
