"""Draws the list of proposals: headings, lines of two rows, and what is done."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.fonts import Role, font
from gui.grouped_rows import GroupedDelegate
from gui.icons import paint_icon
from gui.key_cap import cap_width, paint_cap
from gui.overriding import override
from gui.painting import draw_elided
from gui.proposals.date_line import meaning_width, paint_meaning
from gui.proposals.loaders import Scope
from gui.proposals.proposal_item_model import Group, GroupKind, ProposalItemModel
from gui.proposals.quoting import quoted
from gui.style import GAP_4, GAP_8
from gui.texts.proposals import copies_text, day_heading, number_text, resolved_text, state_text
from gui.theme import Theme
from models.proposals import ProposalState, ProposedIncident

SIDE = 18
_TOP, _LINE = 9, 24


class ProposalDelegate(GroupedDelegate[ProposalItemModel]):
    """Rows of one height; only what is on screen is measured."""

    heights = (34, 66)

    @override
    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: int, theme: Theme) -> None:
        line = self._model.line_at(row)
        if line is None:
            return
        box = QRectF(option.rect).adjusted(SIDE, 0, -SIDE, 0)
        if line.state is ProposalState.OPEN:
            self._paint_line(painter, box, line, theme)
        else:
            marked = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
            self._paint_done(painter, box, line, theme, tells_key=bool(option.state & marked))

    @override
    def paint_heading(self, painter: QPainter, box: QRectF, row: int, theme: Theme) -> None:
        group = self._model.group_at(row)
        box = box.adjusted(SIDE, 8, -SIDE, 0)
        if group.kind is GroupKind.NEXT and group.is_first:
            box.setRight(self._paint_keys(painter, box, theme))
        painter.setFont(font(Role.CAPTION_MEDIUM, tabular=True))
        painter.setPen(theme.ink2)
        words = self._words_of(group)
        taken = draw_elided(painter, box, words)
        painter.setFont(font(Role.CAPTION, tabular=True))
        painter.setPen(theme.ink3)
        draw_elided(painter, box.adjusted(taken + GAP_8, 0, 0, 0), number_text(group.count))

    def _words_of(self, group: Group) -> str:
        if group.kind is GroupKind.DONE:
            return self.tr("Done")
        names = {GroupKind.NEXT: self.tr("Next"), GroupKind.BEFORE: self.tr("Before this one")}
        name = names[group.kind] if group.is_first else ""
        day = day_heading(group.day) if self._model.scope is Scope.ALL else ""
        return " · ".join(part for part in (name, day) if part)

    def _paint_keys(self, painter: QPainter, box: QRectF, theme: Theme) -> float:
        """The two keys that go on and back; returns where they begin."""
        left = box.right() - cap_width("J") - cap_width("K") - GAP_4
        right = paint_cap(painter, left, box.center().y(), "J", theme.ink2, theme.line2)
        paint_cap(painter, right + GAP_4, box.center().y(), "K", theme.ink2, theme.line2)
        return left - GAP_8

    def _paint_line(self, painter: QPainter, box: QRectF, line: ProposedIncident, theme: Theme) -> None:
        first = QRectF(box.left(), box.top() + _TOP, box.width(), _LINE)
        found, date = quoted(line.proposal), resolved_text(line)
        is_all = self._model.scope is Scope.ALL
        face = font(Role.CAPTION_MEDIUM if is_all else Role.UI_STRONG, tabular=True)
        head = self._label(line) if is_all else date
        room = QFontMetricsF(face).horizontalAdvance(head)
        least = first.width() * (0.4 if is_all else 0.6)
        right = QRectF(first)
        right.setLeft(first.left() + min(room, least) + 2 * GAP_8)
        # Beside a long date its words are enough: the date itself stands at the left, or in the heading.
        meant = date if meaning_width(found.words, date) <= right.width() else ""
        end = paint_meaning(painter, right, found.words, meant, theme, strong=False) if found.words else first.right()
        painter.setFont(face)
        painter.setPen(theme.ink)
        draw_elided(painter, QRectF(first.left(), first.top(), end - first.left() - GAP_8, _LINE), head)
        painter.setFont(font(Role.QUOTE))
        painter.setPen(theme.ink2)
        draw_elided(painter, first.translated(0, _LINE), found.text)

    def _label(self, line: ProposedIncident) -> str:
        """The source, and how many copies have the words too."""
        return " · ".join(part for part in (line.origin.source_label, copies_text(line)) if part)

    def _paint_done(
        self, painter: QPainter, box: QRectF, line: ProposedIncident, theme: Theme, *, tells_key: bool
    ) -> None:
        is_taken = line.state is ProposalState.TAKEN
        name, colour = ("check", theme.ok) if is_taken else ("minus", theme.ink3)
        first = QRectF(box.left(), box.top() + _TOP, box.width(), _LINE)
        paint_icon(painter, QRectF(first.left(), first.center().y() - 7, 14, 14), name, colour)
        first.setLeft(first.left() + 22)
        hint = self.tr("Enter: show the incident") if is_taken else self.tr("Enter: bring it back")
        hint = hint if tells_key else ""
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.ink3)
        width = QFontMetricsF(painter.font()).horizontalAdvance(hint) + 1
        painter.drawText(first, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, hint)
        painter.setFont(font(Role.UI, tabular=True))
        painter.setPen(theme.ink2)
        words = f"{resolved_text(line)} · {state_text(line.state)}"
        draw_elided(painter, first.adjusted(0, 0, -width - GAP_8, 0), words)
        painter.setFont(font(Role.QUOTE))
        painter.setPen(theme.ink3)
        draw_elided(painter, first.translated(0, _LINE), quoted(line.proposal).text)
