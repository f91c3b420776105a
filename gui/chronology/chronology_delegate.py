"""Draws the rows of the chronology and says what of a row was clicked."""

from collections import OrderedDict
from enum import Enum

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QLineF,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QToolTip

from dates import DateStyle, format_date, format_hint
from gui.chronology import words
from gui.chronology.chronology_item_model import ChronologyItemModel
from gui.chronology.group_heading import HeadingPainter
from gui.chronology.row_excerpts import RowExcerpts
from gui.chronology.row_layout import Icon, RowFrame, RowLayout, Typesetter, date_width, paint_text, title_x
from gui.glyphs import paint_stance, paint_status, paint_warning
from gui.grouped_rows import GroupedDelegate
from gui.icons import paint_icon
from gui.marked_line import paint_marks
from gui.overriding import override
from gui.style import BAR_GROUP, PAD_PANE, RADIUS, RADIUS_CHIP, ROW_COMPACT, ROW_INCIDENT
from gui.texts import status_text
from gui.theme import Theme, blend, theme_of
from models.enums import Stance
from models.snapshots import IncidentRow

_LAYOUTS_KEPT = 256
_ACTION = 24
_BAR = 3


class RowAction(Enum):
    """What a hovered row offers at its right end, and the icon of it."""

    CITE = "quote"
    LINK = "link"
    MORE = "ellipsis"


class ChronologyDelegate(GroupedDelegate[ChronologyItemModel]):
    """Wishes of the row actions; drawing reads the model's rows directly, which saves thousands of calls to `data`."""

    heights = (BAR_GROUP, ROW_INCIDENT)
    cite_requested = Signal(int)
    link_requested = Signal(int)
    menu_requested = Signal(int, QPoint)

    def __init__(self, view: QAbstractItemView, model: ChronologyItemModel) -> None:
        super().__init__(view, model)
        self._typesetter = Typesetter()
        self.headings = HeadingPainter(self._typesetter)
        self.excerpts = RowExcerpts(model)
        self._frames: OrderedDict[int, tuple[IncidentRow, int, RowFrame]] = OrderedDict()
        self._layouts: dict[int, RowLayout] = {}
        self.compact = False
        self.read_only = False
        self.by_keyboard = False

    @property
    @override
    def row_height(self) -> int:
        return ROW_COMPACT if self.compact else ROW_INCIDENT

    def set_compact(self, compact: bool) -> None:
        """Rows of 36 px with the title only, or of 56 px."""
        self.compact = compact
        self._frames.clear()
        self._layouts.clear()

    def mark_words(self, text: str) -> None:
        """Mark these words in the rows, and show the piece that has them."""
        if self.excerpts.search(text):
            self._layouts.clear()
            self._view.viewport().update()

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = theme_of(self._view)
        if self._model.row_map.is_heading(index.row()):
            group = self._model.group_at(index.row())
            self.headings.paint(painter, option.rect, group, theme, self.current_day(group.key))
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option, theme)
        row = self._model.incident_at(index.row())
        if row is not None:
            painter.translate(option.rect.topLeft())
            self._paint_row(painter, option, row, theme, index.row())
        painter.restore()

    def current_day(self, month: str) -> int | None:
        """The 0-based day of the current incident if it falls on one day of `month` ("2024-01")."""
        current = self._view.currentIndex()
        if not current.isValid() or len(month) < 7:
            return None
        row = self._model.incident_at(current.row())
        edtf = row.date.edtf if row else ""
        day = edtf[len(month) + 1 : len(month) + 3]
        return int(day) - 1 if edtf.startswith(f"{month}-") and day.isdigit() else None

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, row: IncidentRow, theme: Theme, place: int
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_Active)
        width = option.rect.width()
        layout = self._layout_of(row, width, place)
        chip_ground = theme.surface if selected and not (focused and theme.is_dark) else theme.sunken
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(chip_ground)
        for chip in layout.chips:
            painter.drawRoundedRect(chip, RADIUS_CHIP, RADIUS_CHIP)
        paint_marks(painter, QPointF(0, 0), layout.marks, theme.mark)
        for text in layout.texts:
            paint_text(painter, text, theme.colour(text.role))
        for icon in layout.icons:
            _paint_mark(painter, icon, theme)
        middle = self.row_height / 2 - 0.5 if self.compact else 17.5
        paint_status(painter, QRectF(PAD_PANE + date_width(width), middle - 8, 16, 16), row.status, theme)
        if self._shows_actions(option.state):
            self._paint_actions(painter, option, theme)

    def _shows_actions(self, state: QStyle.StateFlag) -> bool:
        """On the row under the pointer, and on the current one while somebody works with the keys."""
        by_keys = self.by_keyboard and bool(state & QStyle.StateFlag.State_HasFocus)
        return by_keys or bool(state & QStyle.StateFlag.State_MouseOver)

    def _layout_of(self, row: IncidentRow, width: int, place: int) -> RowLayout:
        kept = self._frames.get(row.id)
        if kept is None or kept[0] != row or kept[1] != width:
            self._layouts.pop(row.id, None)
            kept = (row, width, self._typesetter.frame(row, width, self.row_height, compact=self.compact))
            self._frames[row.id] = kept
        self._frames.move_to_end(row.id)
        layout = self._layouts.get(row.id)
        if layout is None:
            lines = self.excerpts.lines(row, place, with_summary=not self.compact)
            layout = self._layouts[row.id] = self._typesetter.fill(kept[2], row, lines)
        if len(self._frames) > _LAYOUTS_KEPT:
            self._layouts.pop(self._frames.popitem(last=False)[0], None)
        return layout

    def _actions(self) -> tuple[RowAction, ...]:
        return (RowAction.MORE,) if self.read_only else tuple(RowAction)

    def action_rects(self, rect: QRect) -> dict[RowAction, QRect]:
        """Where the actions of a row in `rect` are."""
        top = rect.top() + (self.row_height - _ACTION) // 2 if self.compact else rect.top() + 5
        right = rect.right() + 1 - PAD_PANE + 5
        actions = self._actions()
        first = right - _ACTION * len(actions)
        return {action: QRect(first + i * _ACTION, top, _ACTION, _ACTION) for i, action in enumerate(actions)}

    def _paint_actions(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
        rects = self.action_rects(QRect(QPoint(0, 0), option.rect.size()))
        area = rects[self._actions()[0]].united(rects[RowAction.MORE])
        painter.setPen(QPen(theme.line2, 1))
        painter.setBrush(theme.surface)
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        under = self._view.viewport().mapFromGlobal(self._view.cursor().pos()) - option.rect.topLeft()
        for action, rect in rects.items():
            if rect.contains(under):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.sunken)
                painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), 4, 4)
            paint_icon(painter, QRectF(rect).adjusted(5, 5, -5, -5), action.value, theme.ink2)

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """A click on a row action becomes its wish."""
        incident_id = self._model.incident_id_at(index.row())
        if not isinstance(event, QMouseEvent) or incident_id is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        action = self.action_at(option.rect, event.position().toPoint())
        if action is None or index.row() != self.hovered:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._wish(action, incident_id, event.globalPosition().toPoint())
        return True

    def action_at(self, rect: QRect, point: QPoint) -> RowAction | None:
        """The action under `point` of the row in `rect`."""
        for action, place in self.action_rects(rect).items():
            if place.contains(point):
                return action
        return None

    def _wish(self, action: RowAction, incident_id: int, where: QPoint) -> None:
        if action is RowAction.CITE:
            self.cite_requested.emit(incident_id)
        elif action is RowAction.LINK:
            self.link_requested.emit(incident_id)
        else:
            self.menu_requested.emit(incident_id, where)

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tooltips: the row action, the full date, the name of the status, all tags."""
        tip = self.tip_at(index.row(), option.rect, event.pos()) if index.isValid() else ""
        QToolTip.showText(event.globalPos(), tip, view)
        return bool(tip)

    def tip_at(self, row: int, rect: QRect, point: QPoint) -> str:
        """What there is to say about the place `point` of a row in `rect`."""
        if self._model.row_map.is_heading(row):
            return ""
        tips = {
            RowAction.CITE: words.say("Add citation (C)"),
            RowAction.LINK: words.say("Link to another incident (L)"),
            RowAction.MORE: words.say("More"),
        }
        action = self.action_at(rect, point)
        if action is not None and row == self.hovered:
            return tips[action]
        incident = self._model.incident_at(row)
        return "" if incident is None else _tip(incident, point.x(), rect.width())


def _tip(row: IncidentRow, x: int, width: int) -> str:
    if x < PAD_PANE + date_width(width) - 8:
        lines = [format_date(row.date, DateStyle.LONG), format_hint(row.date)]
        if row.date.as_written:
            lines.append(f"“{row.date.as_written[:200]}”")
        return "\n".join(filter(None, lines))
    if x < title_x(width) - 4:
        return status_text(row.status)
    tags = ", ".join(tag.name for tag in row.tags)
    return "\n".join(filter(None, [row.title[:300], row.place, tags]))


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    state = option.state
    focused = bool(state & QStyle.StateFlag.State_Active)
    ground = theme.bg
    if state & QStyle.StateFlag.State_Selected:
        ground = theme.selection if focused else theme.sunken
    elif state & QStyle.StateFlag.State_MouseOver:
        ground = theme.hover
    rect = QRectF(option.rect)
    painter.fillRect(rect, ground)
    painter.setPen(QPen(theme.line, 1))
    painter.drawLine(QLineF(rect.left(), rect.bottom() - 0.5, rect.right(), rect.bottom() - 0.5))
    if not focused:
        return
    if state & QStyle.StateFlag.State_HasFocus:
        painter.fillRect(QRectF(rect.left(), rect.top(), _BAR, rect.height()), theme.accent)
    elif state & QStyle.StateFlag.State_Selected:
        painter.fillRect(QRectF(rect.left(), rect.top(), _BAR, rect.height()), blend(theme.accent, 0.35))


def _paint_mark(painter: QPainter, icon: Icon, theme: Theme) -> None:
    if icon.name == "warning":
        paint_warning(painter, icon.rect, theme.colour(icon.role))
    elif icon.name == "contradicts":
        paint_stance(painter, icon.rect, Stance.CONTRADICTS, theme)
    elif icon.name == "key":
        paint_icon(painter, icon.rect, "star", theme.colour(icon.role), filled=True)
    else:
        paint_icon(painter, icon.rect, icon.name, theme.colour(icon.role))
