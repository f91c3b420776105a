"""The head of the sidebar: the project's title and span; opens the switcher."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.fonts import Role, font
from gui.icons import paint_icon
from gui.overriding import override
from gui.painting import draw_elided, paint_button_ground
from gui.style import ICON
from gui.theme import theme_of

HEIGHT = 48


class ProjectButton(QAbstractButton):
    """Title in serif, the span of dates below, and an arrow pair. Collapsed: the title's first letter."""

    switcher_requested = Signal(QPoint)
    """Payload: where a menu may open, in global coordinates."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._span = ""
        self._is_rail = False
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._on_clicked)
        self.show_project("", "")

    def show_project(self, title: str, span: str) -> None:
        """Show a project's title and the span of its dates ("" while there is none)."""
        if (title, span) == (self.text(), self._span) and self.toolTip():
            return
        self.setText(title)
        self._span = span
        self.setAccessibleName(self.tr("Project {title}").replace("{title}", title))
        self.setToolTip(f"{title}\n" + self.tr("Switch to another project, or edit this one's details"))
        self.update()

    def set_rail(self, is_rail: bool) -> None:
        self._is_rail = is_rail
        self.update()

    def _on_clicked(self) -> None:
        self.switcher_requested.emit(self.mapToGlobal(self.rect().bottomLeft()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = theme.sunken if self.underMouse() or self.isDown() else None
        paint_button_ground(painter, QRectF(self.rect()), fill, theme.accent if self.hasFocus() else None)
        painter.setFont(font(Role.GROUP))
        painter.setPen(theme.ink)
        if self._is_rail:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text()[:1])
            return
        width = self.width() - 8 - 8 - ICON - 8
        draw_elided(painter, QRectF(8, 3 if self._span else 12, width, 24), self.text())
        if self._span:
            painter.setFont(font(Role.CAPTION, tabular=True))
            painter.setPen(theme.ink3)
            draw_elided(painter, QRectF(8, 25, width, 18), self._span)
        place = QRectF(self.width() - ICON - 8, (HEIGHT - ICON) / 2, ICON, ICON)
        paint_icon(painter, place, "chevrons-up-down", theme.ink2)
