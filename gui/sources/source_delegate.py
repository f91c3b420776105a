"""Paints one row of the sources list: type, title, who and where, protection, preserved copies, citations."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.fonts import Role, font
from gui.icons import paint_icon
from gui.overriding import override
from gui.painting import draw_elided
from gui.row_ground import paint_row_ground
from gui.sources.csl_fields import TYPE_ICONS
from gui.sources.source_item_model import ROW_ROLE
from gui.style import GAP_4, GAP_8, GAP_12, ICON, PAD_PANE, ROW_SOURCE
from gui.texts.sources import byline, cited_text, one_line, protected_text, unconfirmed_text
from gui.theme import Theme, theme_of
from models.snapshots import SourceRow

_LINE_1 = 10
_LINE_2 = 31
_TITLE_HEIGHT = 20
_BODY_HEIGHT = 18
_SIGN = 14
# Below this width signs stand for words; the tooltip says them.
_NARROW = 340
_LEFT = PAD_PANE + ICON + GAP_12


class SourceDelegate(QStyledItemDelegate):
    """Rows of one height, on one colour per state; nothing is measured but the texts on the right."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, ROW_SOURCE)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view = option.widget
        theme = theme_of(view)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, option, theme, has_keyboard=view.hasFocus())
        row = index.data(ROW_ROLE)
        if isinstance(row, SourceRow):
            _paint_row(painter, option.rect, row, theme)
        painter.restore()


def _paint_row(painter: QPainter, rect: QRect, row: SourceRow, theme: Theme) -> None:
    top = rect.top()
    icon_box = QRectF(rect.left() + PAD_PANE, top + _LINE_1 + 2, ICON, ICON)
    paint_icon(painter, icon_box, TYPE_ICONS[row.type], theme.ink2)
    right = float(rect.right() - PAD_PANE)
    left = float(rect.left() + _LEFT)
    narrow = rect.width() < _NARROW
    counts_left = _paint_counts(painter, right, top + _LINE_1, row, theme, narrow=narrow)
    _paint_text(
        painter,
        QRectF(left, top + _LINE_1, counts_left - GAP_12 - left, _TITLE_HEIGHT),
        one_line(row.title),
        font(Role.ROW_TITLE),
        theme.ink,
    )
    marks_left = _paint_marks(painter, right, top + _LINE_2, row, theme, narrow=narrow)
    _paint_text(
        painter,
        QRectF(left, top + _LINE_2, marks_left - GAP_12 - left, _BODY_HEIGHT),
        byline(row),
        font(Role.UI, tabular=True),
        theme.ink2,
    )


def _paint_counts(painter: QPainter, right: float, top: float, row: SourceRow, theme: Theme, *, narrow: bool) -> float:
    """Citations at the right edge, preserved copies before them; returns the left end of both."""
    face = font(Role.CAPTION, tabular=True)
    colour = theme.ink2 if row.citation_count else theme.ink3
    if narrow:
        left = _paint_right(painter, right, top, str(row.citation_count), face, colour)
        paint_icon(painter, QRectF(left - GAP_4 - _SIGN, top + 3, _SIGN, _SIGN), "quote", theme.ink3)
        return left - GAP_4 - _SIGN
    left = _paint_right(painter, right, top, cited_text(row.citation_count), face, colour)
    if not row.capture_count:
        return left
    left = _paint_right(painter, left - GAP_12, top, str(row.capture_count), face, theme.ink2)
    paint_icon(painter, QRectF(left - GAP_4 - _SIGN, top + 3, _SIGN, _SIGN), "archive", theme.ink3)
    return left - GAP_4 - _SIGN


def _paint_marks(painter: QPainter, right: float, top: float, row: SourceRow, theme: Theme, *, narrow: bool) -> float:
    """Whether it waits to be looked at, and whether it is protected; returns their left end."""
    marks = (
        (row.is_unconfirmed, unconfirmed_text(), "scan-eye", theme.ink2, theme.ink3),
        (row.protected, protected_text(), "shield", theme.ok, theme.ok),
    )
    for applies, words, icon_name, ink, sign in marks:
        if applies:
            if not narrow:
                right = _paint_right(painter, right, top - 1, words, font(Role.CAPTION), ink) - GAP_4
            paint_icon(painter, QRectF(right - _SIGN, top + 2, _SIGN, _SIGN), icon_name, sign)
            right -= _SIGN + GAP_8
    return right


def _paint_right(painter: QPainter, right: float, top: float, text: str, face: QFont, colour: QColor) -> float:
    """One line that ends at `right`; returns where it begins."""
    width = QFontMetricsF(face).horizontalAdvance(text) + 1
    painter.setFont(face)
    painter.setPen(colour)
    painter.drawText(
        QRectF(right - width, top, width, _TITLE_HEIGHT),
        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
        text,
    )
    return right - width


def _paint_text(painter: QPainter, box: QRectF, text: str, face: QFont, colour: QColor) -> None:
    if box.width() > 0:
        painter.setFont(face)
        painter.setPen(colour)
        draw_elided(painter, box, text)
