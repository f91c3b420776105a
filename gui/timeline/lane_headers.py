"""The names of lanes at the left of a timeline, as a drawing: on screen and in pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout

from gui.fonts import Role, font
from gui.icons import paint_icon
from gui.painting import draw_elided
from gui.style import PAD_PANE
from gui.text_lines import lay_lines
from gui.texts import incidents_text
from gui.texts.lanes import lane_text
from gui.theme import Theme
from gui.timeline.scene import LaneBox
from services.timeline_lanes import Lane

WIDTH_LANES, WIDTH_LANES_NARROW = 152, 116
_NARROW = 640
_TOP, _LINE, _CHEVRON, _TAG = 10, 17, 12, 9
_TWO_LINES = 66


@dataclass(frozen=True, slots=True)
class LaneMarks:
    """What stands out among the lanes: places in `Lanes.lanes`; the focused one has the keyboard."""

    hovered: int = -1
    focused: int = -1


NOTHING_MARKED = LaneMarks()


def lanes_width(width: int) -> int:
    """How much of a timeline of some width the names of lanes take."""
    return WIDTH_LANES_NARROW if width < _NARROW else WIDTH_LANES


def paint_lane_headers(
    painter: QPainter,
    width: int,
    boxes: Sequence[LaneBox],
    lanes: Sequence[Lane],
    theme: Theme,
    marks: LaneMarks = NOTHING_MARKED,
) -> None:
    """Name and number of every lane, and a line below it."""
    for box in boxes:
        painter.save()
        painter.setClipRect(QRectF(0, box.top, width, box.height), Qt.ClipOperation.IntersectClip)
        if box.place in (marks.focused, marks.hovered):
            ground = theme.selection if box.place == marks.focused else theme.hover
            painter.fillRect(QRectF(0, box.top, width, box.height), ground)
        if box.collapsed or box.place in (marks.focused, marks.hovered):
            icon = QRectF(4, box.top + _TOP + (_LINE - _CHEVRON) / 2, _CHEVRON, _CHEVRON)
            paint_icon(painter, icon, "chevron-right" if box.collapsed else "chevron-down", theme.ink3)
        _paint_words(painter, width, box, lanes[box.place], theme)
        painter.fillRect(QRectF(0, box.bottom - 1, width, 1), theme.line)
        painter.restore()


def _paint_words(painter: QPainter, width: int, box: LaneBox, lane: Lane, theme: Theme) -> None:
    left, room = float(PAD_PANE), width - PAD_PANE - 8.0
    top = float(box.top + _TOP)
    if lane.colour is not None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"tag{lane.colour}"))
        painter.drawRoundedRect(QRectF(left, top + (_LINE - _TAG) / 2, _TAG, _TAG), 2, 2)
        left, room = left + _TAG + 6, room - _TAG - 6
    layout = _name_layout(lane_text(lane.key, lane.title), int(room), 2 if box.height >= _TWO_LINES else 1)
    painter.setPen(theme.ink)
    layout.draw(painter, QPointF(left, top))
    top += layout.lineCount() * _LINE
    if top + _LINE <= box.bottom or box.height >= 2 * _LINE + _TOP:
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.ink2)
        draw_elided(painter, QRectF(left, top, room, _LINE), incidents_text(lane.count))


@lru_cache(maxsize=512)
def _name_layout(name: str, width: int, most: int) -> QTextLayout:
    return lay_lines(name, font(Role.UI_STRONG), width, _LINE, most)
