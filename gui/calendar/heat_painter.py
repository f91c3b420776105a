"""Draws the rows of a heat map, each once: scrolling only copies them."""

from collections import OrderedDict
from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from gui.calendar.heat_layout import HeatLayout, Row
from gui.calendar.heat_scale import HeatScale, heat_colours, heat_ink
from gui.calendar.heat_shapes import LABELS, Box, DayPages, DayStrip, YearGrid
from gui.calendar.words import (
    decade_title,
    incidents,
    month_letter,
    month_name,
    say,
    weekday_letters,
    year_title,
)
from gui.fonts import Role, font
from gui.painting import draw_elided
from gui.style import GAP_8
from gui.theme import Theme, blend, mixed
from services.periods import Period, Unit
from services.rhythm import Rhythm

_KEPT = 5_000
"""So many pixels from top to bottom are kept, some screens."""
_RADIUS = 2.5
_CENTRE = Qt.AlignmentFlag.AlignCenter


class HeatPainter:
    """Holds finished rows for one layout, rhythm and theme."""

    def __init__(self, layout: HeatLayout, rhythm: Rhythm, theme: Theme, ratio: float) -> None:
        self.layout, self.theme, self._ratio = layout, theme, ratio
        self._rhythm = rhythm
        self.scale = HeatScale(rhythm.counts.values())
        self._grounds = heat_colours(theme)
        self._squares: dict[tuple[int, int, int], QPixmap] = {}
        self._kept: OrderedDict[int, QPixmap] = OrderedDict()

    def adopt(self, other: "HeatPainter") -> None:
        """Take over the rows that look the same: after an edit all but one or two."""
        same = (other.theme, other._ratio, other.layout.shape, other.scale.lows)  # noqa: SLF001 - of its own kind
        if same != (self.theme, self._ratio, self.layout.shape, self.scale.lows):
            return
        changed = _changed_rows(self.layout, other._rhythm, self._rhythm)  # noqa: SLF001
        for row in self.layout.rows:
            kept = other._kept.get(row.key)  # noqa: SLF001
            if kept is not None and not row.is_fold and row.key not in changed and other.layout.is_row(row.key):
                self._kept[row.key] = kept

    def row(self, row: Row, width: int) -> QPixmap:
        """One row as a picture."""
        made = self._kept.get(row.key)
        if made is not None:
            self._kept.move_to_end(row.key)
            return made
        made = QPixmap(round(width * self._ratio), round(row.height * self._ratio))
        made.setDevicePixelRatio(self._ratio)
        made.fill(self.theme.bg)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.is_fold:
            paint_fold(painter, QRectF(0, 0, width, row.height), self._fold_words(row), self.theme)
        else:
            self._paint_cells(painter, row)
        painter.end()
        self._kept[row.key] = made
        if len(self._kept) * row.height > _KEPT:
            self._kept.popitem(last=False)
        return made

    def _fold_words(self, row: Row) -> str:
        years = row.last - row.key + 1
        ends = f"{year_title(row.key)} – {year_title(row.last)}"
        return say("nothing recorded · {n} years, {ends}").format(n=f"{years:,}", ends=ends)

    def paint_names(self, painter: QPainter, row: Row) -> None:
        """The name of a year and its counts, at the painter's origin: they stay in view while its months pass."""
        is_decade = isinstance(self.layout.shape, YearGrid)
        painter.setFont(font(Role.GROUP))
        painter.setPen(self.theme.ink)
        title = decade_title(row.key) if is_decade else year_title(row.key)
        draw_elided(painter, QRectF(0, -3, LABELS - GAP_8, 26), title)
        if is_decade:
            return
        only = self._rhythm.by_year.get(row.key, 0)
        total = self._rhythm.total_of(Period(Unit.YEAR, row.key))
        painter.setFont(font(Role.CAPTION, tabular=True))
        painter.setPen(self.theme.ink3)
        draw_elided(painter, QRectF(0, 23, LABELS - GAP_8, 16), incidents(total))
        if only:
            words = say("+{n} in the year").format(n=f"{only:,}")
            draw_elided(painter, QRectF(0, 40, LABELS - GAP_8, 16), words)

    def _paint_cells(self, painter: QPainter, row: Row) -> None:
        cells = self.layout.cells_of(row.key)
        for number, box in cells.items():
            step = self.scale.step_of(self._rhythm.counts.get(number, 0))
            painter.drawPixmap(box.left, box.top, self._square(step, box.width, box.height))
        self._paint_months(painter, row)
        if self.layout.shape.is_numbered:
            self._paint_numbers(painter, cells)

    def _square(self, step: int, width: int, height: int) -> QPixmap:
        """A square of one colour, drawn once: copying it hundreds of times is ten times as fast as drawing it."""
        made = self._squares.get((step, width, height))
        if made is None:
            made = QPixmap(round(width * self._ratio), round(height * self._ratio))
            made.setDevicePixelRatio(self._ratio)
            made.fill(self.theme.bg)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._grounds[step])
            painter.drawRoundedRect(QRectF(0, 0, width, height), _RADIUS, _RADIUS)
            painter.end()
            self._squares[step, width, height] = made
        return made

    def _paint_months(self, painter: QPainter, row: Row) -> None:
        shape = self.layout.shape
        for period, box in shape.labels(row.key):
            self._paint_label(painter, period, box)
        if isinstance(shape, DayStrip):
            line = mixed(self.theme.bg, self.theme.ink2, 0.6)
            for month in range(1, 12):
                points = shape.outline(row.key, month)
                for (x, y), (right, bottom) in pairwise(points):
                    left = min(x, right)
                    painter.fillRect(left, y, abs(right - x) + 1, bottom - y + 1, line)
            self._paint_letters(painter, shape)
        elif isinstance(shape, DayPages):
            letters = weekday_letters()
            painter.setFont(font(Role.CAPTION))
            painter.setPen(self.theme.ink3)
            for place, box in shape.letters():
                painter.drawText(QRectF(*box), _CENTRE, letters[place])

    def _paint_letters(self, painter: QPainter, shape: DayStrip) -> None:
        painter.setFont(font(Role.CAPTION if shape.pitch >= 14 else Role.NOTE_MARK))
        painter.setPen(self.theme.ink3)
        for line, letter in enumerate(weekday_letters()):
            if line % 2 == 0 or shape.pitch >= 16:
                top = 20 + line * shape.pitch
                painter.drawText(QRectF(LABELS - 4, top, 18, shape.pitch - 2), _CENTRE, letter)

    def _paint_label(self, painter: QPainter, period: Period, box: Box) -> None:
        rect = QRectF(*box).adjusted(0, 0, -2, -3)
        painter.setPen(self.theme.ink2)
        if period.unit is Unit.YEAR:
            painter.setFont(font(Role.CAPTION, tabular=True))
            draw_elided(painter, rect, year_title(period.number))
            return
        is_page = isinstance(self.layout.shape, DayPages)
        painter.setFont(font(Role.UI_STRONG if is_page else Role.CAPTION_MEDIUM))
        metrics = QFontMetricsF(painter.font())
        name = month_name(period.number % 12, short=not is_page)
        if metrics.horizontalAdvance(name) > rect.width():
            name = month_letter(period.number % 12)
        taken = draw_elided(painter, rect, name)
        only = self._rhythm.by_month.get(period.number, 0)
        extra = QRectF(*box).adjusted(taken + 4, 0, 0, -3)
        painter.setFont(font(Role.CAPTION, tabular=True))
        if only and QFontMetricsF(painter.font()).horizontalAdvance(f"+{only:,}") <= extra.width():
            painter.setPen(self.theme.ink3)
            draw_elided(painter, extra, f"+{only:,}")

    def _paint_numbers(self, painter: QPainter, cells: Mapping[int, Box]) -> None:
        is_days = self.layout.shape.unit is Unit.DAY
        small, strong = font(Role.CAPTION, tabular=True), font(Role.CAPTION_MEDIUM, tabular=True)
        for number, box in cells.items():
            count = self._rhythm.counts.get(number, 0)
            if not count and not is_days:
                continue
            step = self.scale.step_of(count)
            painter.setPen(heat_ink(self.theme, step))
            painter.setFont(strong if count else small)
            text = Period(Unit.DAY, number).edtf[-2:].lstrip("0") if is_days else f"{count:,}"
            painter.drawText(QRectF(*box), _CENTRE, text)


def _changed_rows(layout: HeatLayout, before: Rhythm, after: Rhythm) -> set[int]:
    """The rows in which anything is counted otherwise than before."""
    numbers = {number for number, _ in before.counts.items() ^ after.counts.items()}
    years = {number for number, _ in before.year_totals.items() ^ after.year_totals.items()}
    years |= {number for number, _ in before.by_year.items() ^ after.by_year.items()}
    years |= {number // 12 for number, _ in before.by_month.items() ^ after.by_month.items()}
    tops = (layout.row_of(Period(Unit.YEAR, year)) for year in years)
    return {layout.shape.row_of(number) for number in numbers} | {row.key for row in tops if row is not None}


def paint_fold(painter: QPainter, rect: QRectF, words: str, theme: Theme) -> None:
    """An empty stretch that is left out: hatch, and how long it is."""
    band = rect.adjusted(0, 6, 0, -14)
    painter.save()
    path = QPainterPath()
    path.addRoundedRect(band, 4, 4)
    painter.setClipPath(path)
    painter.setPen(QPen(theme.line2, 1))
    for x in range(round(band.left() - band.height()), round(band.right()), 8):
        painter.drawLine(QPointF(x, band.bottom()), QPointF(x + band.height(), band.top()))
    painter.restore()
    painter.setFont(font(Role.CAPTION, tabular=True))
    width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 20
    pill = QRectF(0, 0, min(width, band.width()), 20)
    pill.moveCenter(band.center())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.bg)
    painter.drawRoundedRect(pill, 10, 10)
    painter.setPen(theme.ink3)
    painter.drawText(pill, _CENTRE, words)


def paint_ring(painter: QPainter, box: QRect, theme: Theme, colour: QColor, width: float = 2) -> None:
    """A ring around a square, with a gap of ground between them so that it shows on every colour."""
    ring = QRectF(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.bg, 1.5))
    painter.drawRoundedRect(ring.adjusted(-0.5, -0.5, 0.5, 0.5), _RADIUS, _RADIUS)
    painter.setPen(QPen(colour, width))
    painter.drawRoundedRect(ring.adjusted(-2, -2, 2, 2), _RADIUS + 1.5, _RADIUS + 1.5)


def paint_hover(painter: QPainter, box: QRect, theme: Theme) -> None:
    """What the pointer is over."""
    painter.setPen(QPen(blend(theme.ink, 0.5), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box).adjusted(-0.5, -0.5, 0.5, 0.5), _RADIUS, _RADIUS)


def paint_chosen_name(painter: QPainter, box: QRect, theme: Theme) -> None:
    """The name of a month or year that is chosen."""
    painter.setPen(QPen(theme.accent, 1.5))
    painter.setBrush(blend(theme.accent, 0.10))
    painter.drawRoundedRect(QRectF(box).adjusted(-4, -1, -4, -2), 4, 4)
