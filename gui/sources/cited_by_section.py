"""The incidents that cite a source; choosing one leads to it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dates import DateStyle, format_date
from gui.controls import plain_label
from gui.fonts import Role, font
from gui.glyphs import paint_stance
from gui.overriding import override
from gui.painting import draw_elided
from gui.style import GAP_4, GAP_8
from gui.texts import locator_line, stance_text
from gui.texts.sources import one_line
from gui.theme import theme_of
from models.snapshots import CitedByLine

AnyIndex = QModelIndex | QPersistentModelIndex
_ROW = 28
_MAX_ROWS = 8
_DATE = 104
_LINE_ROLE = Qt.ItemDataRole.UserRole + 1


class _CitedByItemModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: tuple[CitedByLine, ...] = ()

    @override
    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == _LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.ToolTipRole:
            return one_line(line.quote) or stance_text(line.stance)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            where = locator_line(line.locator_label, one_line(line.locator, 60))
            parts = (format_date(line.incident_date), one_line(line.incident_title), stance_text(line.stance), where)
            return ", ".join(part for part in parts if part)
        return None

    def show_lines(self, lines: tuple[CitedByLine, ...]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()


class _CitedByDelegate(QStyledItemDelegate):
    """Stance, date and title on one line."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(120, _ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line = index.data(_LINE_ROLE)
        theme = theme_of(option.widget)
        rect = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_HasFocus or option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.selection if option.widget.hasFocus() else theme.sunken)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.hover)
        paint_stance(painter, QRectF(rect.left() + GAP_4, rect.top() + 6, 16, 16), line.stance, theme)
        texts = (
            (format_date(line.incident_date, DateStyle.SHORT), Role.CAPTION, theme.ink3, 28.0, float(_DATE - 8)),
            (one_line(line.incident_title), Role.UI, theme.ink, 28.0 + _DATE, rect.width() - 32 - _DATE),
        )
        for text, role, colour, left, width in texts:
            painter.setFont(font(role, tabular=True))
            painter.setPen(colour)
            draw_elided(painter, QRectF(rect.left() + left, rect.top(), width, rect.height()), text)
        painter.restore()


class _CitedByView(QListView):
    incident_chosen = Signal(int)
    words_requested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(_CitedByDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.incident_chosen.emit(index.data(_LINE_ROLE).incident_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self._on_clicked(index)
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self.words_requested.emit(index.data(_LINE_ROLE).citation_id)
        else:
            super().keyPressEvent(event)


class CitedBySection(QWidget):
    """Wishes: incident_requested, and words_requested(citation): to see them in the text they are quoted from."""

    incident_requested = Signal(int)
    words_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _CitedByItemModel(self)
        self._title = plain_label(self.tr("Cited by"), "strong", self)
        self._count = plain_label("", "caption", self)
        self._none = plain_label(self.tr("No incident cites this source yet."), "hint", self)
        self._view = _CitedByView(self)
        self._view.setModel(self._model)
        self._view.setAccessibleName(self.tr("Incidents that cite this source"))
        self._view.setToolTip(self.tr("Enter: show the incident · Space: show the words in the text"))
        self._view.incident_chosen.connect(self.incident_requested)
        self._view.words_requested.connect(self.words_requested)
        head = QHBoxLayout()
        head.setSpacing(GAP_8)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_4)
        layout.addLayout(head)
        layout.addWidget(self._none)
        layout.addWidget(self._view)
        self.show_lines(())

    def show_lines(self, lines: Sequence[CitedByLine]) -> None:
        """Show the citations of the source; eight rows are visible, the others by scrolling."""
        self._model.show_lines(tuple(lines))
        self._count.setText(str(len(lines)) if lines else "")
        self._none.setVisible(not lines)
        self._view.setVisible(bool(lines))
        self._view.setFixedHeight(_ROW * max(1, min(len(lines), _MAX_ROWS)))
