"""A titled part of the inspector: heading with a count, a button, a hairline, and rows below it."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.controls import plain_label
from gui.fonts import Role, font
from gui.hairline import Hairline
from gui.icons import paint_icon
from gui.inspector.action_row import ROW_INSET, ActionRow
from gui.key_cap import cap_width, paint_cap
from gui.overriding import override
from gui.style import HEIGHT_BUTTON, ICON
from gui.theme import theme_of

_GAP = 7


class AddButton(QPushButton):
    """A plus, words and a key cap that ends at the right edge of its section."""

    def __init__(self, text: str, key: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._key = key
        self.setProperty("kind", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(text)

    def set_words(self, text: str) -> None:
        """Change what the button says, its accessible name and tooltip."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({self._key})" if self._key else text)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        cap = cap_width(self._key) + _GAP + 1 if self._key else 0
        words = QFontMetricsF(font(Role.UI_MEDIUM)).horizontalAdvance(self.text())
        return QSize(round(_GAP + ICON + _GAP + words + cap + 2), HEIGHT_BUTTON)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(theme.accent, 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.hover if self.underMouse() else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(0, 0, 0 if self._key else 4, 0), 6, 6)
        middle = self.height() / 2
        paint_icon(painter, QRectF(_GAP, middle - 8, 16, 16), "plus", theme.ink)
        painter.setFont(font(Role.UI_MEDIUM))
        painter.setPen(theme.ink)
        box = QRectF(2 * _GAP + ICON, 0, self.width(), self.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if self._key:
            left = self.width() - cap_width(self._key) - 1
            paint_cap(painter, left, middle, self._key, theme.ink2, theme.line2)


class Section(QWidget):
    """`body` is the column for the rows; `add_button` asks for another one."""

    def __init__(self, title: str, add_text: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._rows: list[ActionRow] = []
        self._tab_stops: list[QWidget] = []
        self._heading = plain_label(title, "", self)
        self._heading.setFont(font(Role.UI_STRONG))
        self._count = plain_label("", "hint", self)
        self.add_button = AddButton(add_text, key, self)
        head = QHBoxLayout()
        head.setContentsMargins(ROW_INSET, 0, ROW_INSET, 0)
        head.setSpacing(8)
        head.addWidget(self._heading)
        head.addWidget(self._count)
        head.addStretch()
        head.addWidget(self.add_button)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addSpacing(3)
        line = QHBoxLayout()
        line.setContentsMargins(ROW_INSET, 0, ROW_INSET, 0)
        line.addWidget(Hairline(self, horizontal=True))
        layout.addLayout(line)
        layout.addLayout(self.body)
        self.show_count(0)

    def rename(self, title: str, add_text: str) -> None:
        """Give the section its words (a subclass can translate them only once it exists)."""
        self._title = title
        self._heading.setText(title)
        self.add_button.set_words(add_text)
        self.show_count(len(self._rows))

    def show_count(self, count: int) -> None:
        """Show how many there are beside the title; 0 shows nothing."""
        self._count.setText(str(count) if count else "")
        self.setAccessibleName(f"{self._title} {count}" if count else self._title)

    def set_rows(self, rows: Sequence[ActionRow]) -> None:
        """Show these rows in their order; those that are shown already stay as they are, what is not among them goes."""
        before, self._rows = self._rows, list(rows)
        for row in before:
            if row not in rows:
                self.body.removeWidget(row)
                row.hide()
                row.deleteLater()
        for index, row in enumerate(rows):
            if row not in before:
                row.step_requested.connect(self._on_step_requested)
            if self.body.indexOf(row) != index:
                self.body.removeWidget(row)
                self.body.insertWidget(index, row)
                row.show()
        self._order_tabs()
        self.show_count(len(rows))

    def _order_tabs(self) -> None:
        """A stop that comes late would otherwise be the window's last one."""
        stops = [stop for row in self._rows for stop in row.tab_stops()]
        if stops != self._tab_stops:
            self._tab_stops = stops
            for first, second in pairwise((self.add_button, *stops)):
                QWidget.setTabOrder(first, second)

    def set_read_only(self, read_only: bool) -> None:
        """Hide what adds and changes."""
        self.add_button.setVisible(not read_only)
        for row in self._rows:
            row.set_read_only(read_only)

    def _on_step_requested(self, row_id: int, by: int) -> None:
        index = next(place for place, row in enumerate(self._rows) if row.row_id == row_id) + by
        if 0 <= index < len(self._rows):
            self._rows[index].setFocus(Qt.FocusReason.TabFocusReason)
