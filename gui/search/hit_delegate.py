"""Draws the finds: two lines each, the words marked in them."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.fonts import Role, font
from gui.glyphs import paint_status
from gui.grouped_rows import GroupedDelegate
from gui.icons import paint_icon
from gui.marked_line import draw_marked
from gui.overriding import override
from gui.painting import draw_elided
from gui.search import words
from gui.search.hit_item_model import HitItemModel
from gui.style import GAP_12, ICON
from gui.theme import Theme
from services.searching import HitKind, SearchHit
from services.word_marks import Span

_ROW = 50
SIDE = 16
_FIRST, _SECOND, _LINE = 6, 25, 20
_ICONS = {HitKind.QUOTE: "quote", HitKind.SOURCE: "book-open-text", HitKind.COPY: "file-text"}
_BAR = 3


class HitDelegate(GroupedDelegate[HitItemModel]):
    """Incidents and sources say their title first, quotes and copies the words."""

    heights = (30, _ROW)

    @override
    def paint_heading(self, painter: QPainter, box: QRectF, row: int, theme: Theme) -> None:
        painter.setFont(font(Role.CAPTION_MEDIUM))
        painter.setPen(theme.ink3)
        draw_elided(painter, box.adjusted(SIDE, 8, -SIDE, 0), words.group_text(self._model.kind_at(row)))

    @override
    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: int, theme: Theme) -> None:
        hit = self._model.hit_at(row)
        if hit is not None:
            self._paint_hit(painter, QRectF(option.rect).adjusted(SIDE, 0, -SIDE, 0), hit, theme)

    @override
    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.selection)
            painter.fillRect(QRectF(option.rect.left(), option.rect.top(), _BAR, option.rect.height()), theme.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.hover)

    def _paint_hit(self, painter: QPainter, box: QRectF, hit: SearchHit, theme: Theme) -> None:
        tells_words = hit.kind in {HitKind.QUOTE, HitKind.COPY}
        has_second = tells_words or hit.excerpt is not None
        top = box.top() + (_FIRST if has_second else (_ROW - _LINE) / 2)
        line = QRectF(box.left(), top, box.width(), _LINE)
        self._paint_sign(painter, QRectF(line.left(), line.center().y() - ICON / 2, ICON, ICON), hit, theme)
        line.setLeft(line.left() + ICON + GAP_12)
        line.setRight(self._paint_when(painter, line, words.when_text(hit), theme) - GAP_12)
        second = QRectF(line.left(), box.top() + _SECOND, box.right() - line.left(), _LINE)
        if tells_words:
            self._paint_piece(painter, line, hit, theme)
            painter.setFont(font(Role.CAPTION))
            painter.setPen(theme.ink2)
            draw_elided(painter, second, hit.title)
            return
        painter.setFont(font(Role.UI_STRONG))
        painter.setPen(theme.ink)
        draw_marked(painter, line, hit.title, hit.title_spans, theme.mark)
        if hit.excerpt is not None:
            painter.setFont(font(Role.UI))
            painter.setPen(theme.ink2)
            draw_marked(painter, second, hit.excerpt.text, hit.excerpt.spans, theme.mark)

    def _paint_piece(self, painter: QPainter, line: QRectF, hit: SearchHit, theme: Theme) -> None:
        """The words of a source, in the letters of reading; those of a quote between quotation marks."""
        text, spans = (hit.excerpt.text, hit.excerpt.spans) if hit.excerpt is not None else ("", ())
        if hit.kind is HitKind.QUOTE:
            text, spans = f"“{text}”", moved(spans, 1)
        painter.setFont(font(Role.QUOTE))
        painter.setPen(theme.ink)
        draw_marked(painter, line, text, spans, theme.mark)

    def _paint_sign(self, painter: QPainter, box: QRectF, hit: SearchHit, theme: Theme) -> None:
        if hit.kind is HitKind.INCIDENT and hit.status is not None:
            paint_status(painter, box, hit.status, theme)
        else:
            paint_icon(painter, box, _ICONS[hit.kind], theme.ink2)

    def _paint_when(self, painter: QPainter, line: QRectF, text: str, theme: Theme) -> float:
        """The date at the right end; returns where it begins."""
        if not text:
            return line.right() + GAP_12
        painter.setFont(font(Role.CAPTION, tabular=True))
        painter.setPen(theme.ink2)
        width = min(QFontMetricsF(painter.font()).horizontalAdvance(text) + 1, line.width() / 3)
        painter.drawText(
            QRectF(line.right() - width, line.top(), width, line.height()),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            text,
        )
        return line.right() - width


def moved(spans: tuple[Span, ...], places: int) -> tuple[Span, ...]:
    """Spans in a text that has something put in front."""
    return tuple((start + places, end + places) for start, end in spans)
