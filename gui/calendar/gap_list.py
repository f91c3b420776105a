"""The gap view: the longest silences as a list with bars, longest first."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QModelIndex, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from gui.calendar.first_key import select_first
from gui.calendar.gap_words import gap_days, gap_length, gap_neighbours, gap_sentence, maybe_words
from gui.calendar.incident_model import RowReader
from gui.calendar.words import say
from gui.fonts import Role, font
from gui.grouped_list_view import GroupedListView
from gui.grouped_rows import GroupedDelegate, GroupedItemModel, ModelIndex
from gui.overriding import override
from gui.painting import draw_elided
from gui.row_map import RowMap
from gui.style import GAP_12, PAD_PANE
from gui.theme import Theme
from services.gaps import Gap

_LENGTH = 116
_BAR = 8
_AROUND = 16
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class GapModel(GroupedItemModel):
    """One heading, then the gaps."""

    def __init__(self, rows: RowReader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.gaps: tuple[Gap, ...] = ()

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.gaps = tuple(gaps)
        self.row_map = RowMap([len(self.gaps)] if self.gaps else [])
        self.endResetModel()

    def gap_at(self, row: int) -> Gap | None:
        """The gap of a row, None for the heading."""
        place = self.row_map.place_of(row)
        return None if place is None else self.gaps[place]

    def neighbours(self, gap: Gap) -> tuple[str, str]:
        """The titles of the incidents before and after a gap."""
        start = max(0, self.gaps.index(gap) - _AROUND // 2)
        near = [i for g in self.gaps[start : start + _AROUND] for i in (g.silence.before, g.silence.after)]
        rows = (self._rows.row(i, near) for i in (gap.silence.before, gap.silence.after))
        before, after = (row.title if row else "" for row in rows)
        return before, after

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        wanted = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
        if role not in wanted or not index.isValid():
            return None
        gap = self.gap_at(index.row())
        if gap is None:
            return say("Longest silences first")
        return gap_length(gap) if role == Qt.ItemDataRole.DisplayRole else gap_sentence(gap, *self.neighbours(gap))


class GapDelegate(GroupedDelegate[GapModel]):
    """Each gap: how long, from when to when, between which incidents, and a bar of its length."""

    heights = (38, 78)

    @override
    def paint_heading(self, painter: QPainter, box: QRectF, row: int, theme: Theme) -> None:
        painter.setFont(font(Role.CAPTION_MEDIUM))
        painter.setPen(theme.ink2)
        draw_elided(painter, box.adjusted(PAD_PANE, 8, -PAD_PANE, 0), say("Longest silences first"))

    @override
    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: int, theme: Theme) -> None:
        gap = self._model.gap_at(row)
        if gap is not None:
            box = QRectF(option.rect).adjusted(PAD_PANE, 0, -PAD_PANE, 0)
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_gap(painter, box, gap, theme, is_chosen=is_chosen)

    def _paint_gap(self, painter: QPainter, box: QRectF, gap: Gap, theme: Theme, *, is_chosen: bool) -> None:
        painter.setFont(font(Role.GROUP, tabular=True))
        painter.setPen(theme.ink)
        draw_elided(painter, QRectF(box.left(), box.top() + 9, _LENGTH - GAP_12, 24), gap_length(gap))
        line = QRectF(box.left() + _LENGTH, box.top() + 10, box.width() - _LENGTH, 20)
        painter.setFont(font(Role.CAPTION, tabular=True))
        maybe = maybe_words(gap.maybe)
        width = QFontMetricsF(painter.font()).horizontalAdvance(maybe) if maybe else 0
        painter.setPen(theme.warn)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, maybe)
        painter.setFont(font(Role.UI_STRONG, tabular=True))
        painter.setPen(theme.ink)
        draw_elided(painter, line.adjusted(0, 0, -width - GAP_12, 0), gap_days(gap))
        painter.setFont(font(Role.UI))
        painter.setPen(theme.ink2)
        draw_elided(painter, line.translated(0, 21), gap_neighbours(*self._model.neighbours(gap)))
        longest = self._model.gaps[0].silence.seconds
        wide = max(4.0, line.width() * gap.silence.seconds / longest)
        paint_silence(painter, QRectF(line.left(), box.top() + 58, wide, _BAR), theme, is_chosen=is_chosen)


def paint_silence(painter: QPainter, bar: QRectF, theme: Theme, *, is_chosen: bool) -> None:
    """A bar with the hatch of silence."""
    colour = theme.accent if is_chosen else theme.field
    path = QPainterPath()
    path.addRoundedRect(bar, 3, 3)
    painter.save()
    painter.fillPath(path, theme.sunken if not is_chosen else theme.surface)
    painter.setClipPath(path)
    painter.setPen(QPen(colour, 1))
    for step in range(int((bar.width() + bar.height()) // 5) + 1):
        x = bar.left() - bar.height() + step * 5
        painter.drawLine(int(x), int(bar.bottom()), int(x + bar.height()), int(bar.top()))
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1))
    painter.drawPath(path)


class GapList(GroupedListView):
    """Facts and wishes as those of a canvas, with gaps in place of periods."""

    gap_selected = Signal(object)
    gap_opened = Signal(object)
    timeline_requested = Signal(object)

    def __init__(self, rows: RowReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gap_model = GapModel(rows, self)
        self.arrange(self.gap_model, GapDelegate(self, self.gap_model))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(say("Longest silences"))
        self.doubleClicked.connect(self._open)

    @property
    def selected(self) -> Gap | None:
        rows = self.selectedIndexes()
        return self.gap_model.gap_at(rows[0].row()) if rows else None

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """List other gaps; the same one stays chosen where it is still there."""
        if tuple(gaps) == self.gap_model.gaps:
            self.viewport().update()
            return
        chosen = self.selected
        self.gap_model.show_gaps(gaps)
        self.relayout()
        if chosen in self.gap_model.gaps:
            row = self.gap_model.row_map.row_of(self.gap_model.gaps.index(chosen))
            self.setCurrentIndex(self.gap_model.index(row))
        elif chosen is not None:
            self.gap_selected.emit(None)

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.gap_selected.emit(self.selected)

    def _open(self, _index: QModelIndex) -> None:
        if self.selected is not None:
            self.gap_opened.emit(self.selected)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and self.selected is not None:
            (self.timeline_requested if held == held.ShiftModifier else self.gap_opened).emit(self.selected)
        elif event.key() == Qt.Key.Key_Escape and self.selected is not None:
            self.clearSelection()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif not select_first(self, event):
            super().keyPressEvent(event)
