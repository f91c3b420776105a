"""The list of the incidents of a period."""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRectF,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from dates import DateStyle, format_date
from gui.calendar.first_key import select_first
from gui.calendar.incident_model import IncidentPartsModel, RowReader
from gui.calendar.words import say
from gui.fonts import Role, font
from gui.glyphs import paint_status
from gui.grouped_list_view import GroupedListView
from gui.grouped_rows import GroupedDelegate
from gui.overriding import override
from gui.painting import draw_elided
from gui.style import GAP_8, PAD_PANE
from gui.theme import Theme
from models.snapshots import IncidentRow

_GLYPH, _DATE = 14, 190
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class IncidentPartsDelegate(GroupedDelegate[IncidentPartsModel]):
    """Headings with their number, and rows of date, status, title and place."""

    heights = (32, 34)

    @override
    def paint_heading(self, painter: QPainter, box: QRectF, row: int, theme: Theme) -> None:
        box = box.adjusted(PAD_PANE, 6, -PAD_PANE, 0)
        part = self._model.part_at(row)
        painter.setFont(font(Role.CAPTION_MEDIUM))
        painter.setPen(theme.ink2)
        taken = draw_elided(painter, box.adjusted(0, 0, -60, 0), part.heading)
        painter.setPen(theme.ink3)
        draw_elided(painter, box.adjusted(taken + GAP_8, 0, 0, 0), f"{len(part.ids):,}")

    @override
    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: int, theme: Theme) -> None:
        incident = self._model.incident_at(row)
        if incident is not None:
            self._paint_incident(painter, QRectF(option.rect).adjusted(PAD_PANE, 0, -PAD_PANE, 0), incident, theme)

    def _paint_incident(self, painter: QPainter, box: QRectF, row: IncidentRow, theme: Theme) -> None:
        wide = min(_DATE, box.width() * 0.32)
        painter.setFont(font(Role.UI, tabular=True))
        painter.setPen(theme.ink2)
        draw_elided(
            painter, QRectF(box.left(), box.top(), wide - GAP_8, box.height()), format_date(row.date, DateStyle.SHORT)
        )
        left = box.left() + wide
        paint_status(painter, QRectF(left, box.center().y() - _GLYPH / 2, _GLYPH, _GLYPH), row.status, theme)
        left += _GLYPH + GAP_8 + 2
        painter.setFont(font(Role.CAPTION))
        place = min(QFontMetricsF(painter.font()).horizontalAdvance(row.place) + 1, box.width() * 0.25)
        painter.setPen(theme.ink3)
        draw_elided(painter, QRectF(box.right() - place, box.top(), place, box.height()), row.place)
        painter.setFont(font(Role.UI_STRONG))
        painter.setPen(theme.ink)
        draw_elided(painter, QRectF(left, box.top(), box.right() - place - GAP_8 - left, box.height()), row.title)


class IncidentPartsList(GroupedListView):
    """Facts: an incident was chosen (id), or opened by Enter or a double click. Wishes: its cited words, by Space; its menu,
    at a global point."""

    incident_selected = Signal(int)
    incident_opened = Signal(int)
    words_requested = Signal(int)
    menu_requested = Signal(int, QPoint)

    def __init__(self, rows: RowReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.incidents = IncidentPartsModel(rows, self)
        self.arrange(self.incidents, IncidentPartsDelegate(self, self.incidents))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(say("Incidents"))
        self.doubleClicked.connect(self._open)

    def select_incident(self, incident_id: int | None) -> None:
        """Mark an incident, where it is listed; announces nothing."""
        row = None if incident_id is None else self.incidents.row_of(incident_id)
        with QSignalBlocker(self):
            if row is None:
                self.selectionModel().clearSelection()
            else:
                choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.selectionModel().setCurrentIndex(self.incidents.index(row), choose)
        self.viewport().update()

    def selected_id(self) -> int | None:
        """The incident that is selected, None for none."""
        rows = self.selectedIndexes()
        return self.incidents.id_at(rows[0].row()) if rows else None

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        incident_id = self.selected_id()
        if incident_id is not None:
            self.incident_selected.emit(incident_id)

    def _open(self, index: QModelIndex) -> None:
        incident_id = self.incidents.id_at(index.row()) if index.isValid() else None
        if incident_id is not None:
            self.incident_opened.emit(incident_id)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_hand = event.reason() == QContextMenuEvent.Reason.Mouse
        row = self.row_at(self.viewport().mapFromGlobal(event.globalPos()).y()) if by_hand else None
        wanted = self.incidents.id_at(row) if row is not None else self.selected_id()
        if wanted is not None:
            if wanted != self.selected_id():
                self.select_incident(wanted)
                self.incident_selected.emit(wanted)
            self.menu_requested.emit(wanted, event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        selected = self.selected_id()
        if plain and event.key() in _ENTER:
            self._open(self.currentIndex())
        elif plain and event.key() == Qt.Key.Key_Space and selected is not None:
            self.words_requested.emit(selected)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif not select_first(self, event):
            super().keyPressEvent(event)
