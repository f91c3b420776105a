"""The links of an incident to others: kind, date and title of the other; a click jumps there."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dates import DateStyle, format_date
from gui.fonts import Role, font
from gui.icons import paint_icon
from gui.inspector.action_row import ROW_INSET, ActionRow, RowAction, fixed_height
from gui.inspector.section import Section
from gui.overriding import override
from gui.painting import draw_elided
from gui.style import ROW_LINK
from gui.texts import link_text
from gui.theme import theme_of
from models.enums import LinkKind
from models.snapshots import LinkLine

LINK_ICONS = {
    LinkKind.PRECEDES: "arrow-right",
    LinkKind.CAUSED_BY: "zap",
    LinkKind.RESPONSE_TO: "corner-up-left",
    LinkKind.PART_OF: "git-branch",
    LinkKind.SAME_AS: "equal",
    LinkKind.CONTRADICTS: "split",
    LinkKind.SEE_ALSO: "eye",
}
_LEFT = 24.0 + ROW_INSET


def kind_column(lines: tuple[LinkLine, ...]) -> float:
    """The width of the longest word for these links, so that their dates begin at one edge."""
    metrics = QFontMetricsF(font(Role.CAPTION))
    return max((metrics.horizontalAdvance(link_text(line.kind, line.outgoing)) for line in lines), default=0.0) + 12


class LinkRow(ActionRow):
    """One link as seen from this incident, its kind in a column as wide as the longest word of all."""

    def __init__(self, line: LinkLine, kind_width: float, parent: QWidget) -> None:
        super().__init__(line.id, parent)
        self.set_actions(
            (
                RowAction("edit", "pencil", self.tr("Edit link"), "E"),
                RowAction("remove", "trash-2", self.tr("Remove link"), "Del"),
            )
        )
        self.setToolTip(self.tr("Enter: go there"))
        fixed_height(self, ROW_LINK)
        self._show(line, kind_width)

    def show_line(self, line: LinkLine, kind_width: float) -> None:
        """Show the link as it is now."""
        if (line, kind_width) != (self._line, self._kind_width):
            self._show(line, kind_width)
            self.update()

    def _show(self, line: LinkLine, kind_width: float) -> None:
        self._line, self._kind_width = line, kind_width
        self._kind = link_text(line.kind, line.outgoing)
        self._date = format_date(line.other_date, DateStyle.SHORT)
        said = [self._kind, self._date, line.other_title, line.note]
        self.setAccessibleName(", ".join(part for part in said if part))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        self.paint_frame(painter)
        height = float(self.height())
        paint_icon(painter, QRectF(ROW_INSET, height / 2 - 7, 14, 14), LINK_ICONS[self._line.kind], theme.ink3)
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.ink3)
        draw_elided(painter, QRectF(_LEFT, 0, self._kind_width, height), self._kind)
        left = _LEFT + self._kind_width
        right = self.width() - ROW_INSET - (self.actions_width() + 6 if self.is_open_to_actions else 0)
        painter.setFont(font(Role.CAPTION, tabular=True))
        left += draw_elided(painter, QRectF(left, 0, min(110.0, right - left), height), self._date) + 8
        painter.setFont(font(Role.UI))
        painter.setPen(theme.ink)
        draw_elided(painter, QRectF(left, 0, right - left, height), self._line.other_title)


class LinkSection(Section):
    """All links of an incident."""

    incident_requested = Signal(int)
    edit_requested = Signal(int)
    remove_requested = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", "L", parent)
        self.rename(self.tr("Links"), self.tr("Add link"))
        self._others: dict[int, int] = {}
        self._rows_by_id: dict[int, LinkRow] = {}

    def show_lines(self, lines: tuple[LinkLine, ...], *, read_only: bool) -> None:
        """Show the links in their order."""
        self._others = {line.id: line.other_id for line in lines}
        width = kind_column(lines)
        self._rows_by_id = {line.id: self._row_for(line, width) for line in lines}
        self.set_rows(list(self._rows_by_id.values()))
        self.set_read_only(read_only)

    def _row_for(self, line: LinkLine, kind_width: float) -> LinkRow:
        row = self._rows_by_id.get(line.id)
        if row is None:
            row = LinkRow(line, kind_width, self)
            row.opened.connect(self._on_opened)
            row.action_requested.connect(self._on_action_requested)
        else:
            row.show_line(line, kind_width)
        return row

    def _on_opened(self, link_id: int) -> None:
        self.incident_requested.emit(self._others[link_id])

    def _on_action_requested(self, name: str, link_id: int) -> None:
        if name == "remove":
            self.remove_requested.emit([link_id])
        else:
            self.edit_requested.emit(link_id)
