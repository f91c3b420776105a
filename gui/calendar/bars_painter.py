"""Draws one frame of the bars: what is on screen and no more."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gui.calendar.bars_layout import FOLD_WIDTH, BarsLayout, Run, grid_step
from gui.calendar.heat_painter import paint_fold
from gui.calendar.words import length_words, month_letter, month_name, say, week_start, year_title
from gui.fonts import Role, font
from gui.painting import draw_elided
from gui.theme import Theme, blend
from services.periods import Period, Unit, period_of, step_of
from services.rhythm import Rhythm

GUTTER, TOP, ROW = 58, 30, 20
_DAYS, _LETTERS = 18, 11
"""From so many pixels a day has its number below it, and a month its letter."""
_CENTRE = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TIGHT = 24
"""A month narrower than this has no room for its name."""
_WIDE = 26
"""From so many pixels a bar has its number above it."""


def names_below(bars: BarsLayout) -> tuple[Unit, ...]:
    """What the lines below the bars name, from the top: days where there is room, months, years."""
    if bars.unit is Unit.YEAR:
        return (Unit.YEAR,)
    if bars.unit is Unit.DAY and bars.pitch >= _DAYS:
        return Unit.DAY, Unit.MONTH, Unit.YEAR
    if bars.unit is Unit.MONTH and bars.pitch < _LETTERS:
        return (Unit.YEAR,)
    return Unit.MONTH, Unit.YEAR


def axis_height(bars: BarsLayout) -> int:
    """How much of the height stands below the bars."""
    return len(names_below(bars)) * ROW + 12


class BarsPainter:
    """One frame. `room` is the viewport; bars stand right of the gutter and above the axis."""

    def __init__(self, painter: QPainter, room: QRect, theme: Theme, bars: BarsLayout, rhythm: Rhythm) -> None:
        self._painter, self._room, self._theme = painter, room, theme
        self._bars, self._rhythm = bars, rhythm
        self._offset = 0.0
        self._told: set[Period] = set()
        self._lines_of_names = names_below(bars)
        self._bottom = room.height() - axis_height(bars)
        self._step = grid_step(max(1, rhythm.most))
        self._top_count = -(-max(1, rhythm.most) // self._step) * self._step
        self._lines = range(self._step, self._top_count + 1, self._step)

    def paint(
        self, scrolled: int, colours: Sequence[QColor], selected: Period | None, hovered: Period | None, today: int
    ) -> None:
        """Draw everything; `scrolled` pixels are hidden at the left, `colours` are those of the parts of a bar."""
        painter = self._painter
        self._offset = GUTTER - scrolled
        painter.save()
        painter.setClipRect(GUTTER - 4, 0, self._room.width() - GUTTER + 4, self._room.height())
        self._paint_column(hovered, self._theme.hover)
        self._paint_column(selected, self._theme.selection)
        self._paint_grid()
        runs = self._bars.runs_between(scrolled, scrolled + self._room.width())
        for run in runs:
            if run.is_fold:
                self._paint_fold(run)
            else:
                self._paint_bars(run, scrolled, colours, selected)
        self._paint_today(today)
        painter.setPen(QPen(self._theme.line2, 1))
        painter.drawLine(QPointF(0, self._bottom + 0.5), QPointF(self._room.width(), self._bottom + 0.5))
        for run in runs:
            if not run.is_fold:
                self._paint_axis(run)
        painter.restore()
        self._paint_scale()

    def _y(self, count: float) -> float:
        return self._bottom - (self._bottom - TOP) * count / self._top_count

    def _paint_grid(self) -> None:
        self._painter.setPen(QPen(self._theme.line, 1))
        for count in self._lines:
            y = round(self._y(count)) + 0.5
            self._painter.drawLine(QPointF(GUTTER - 4, y), QPointF(self._room.width(), y))

    def _paint_scale(self) -> None:
        self._painter.setFont(font(Role.CAPTION, tabular=True))
        self._painter.setPen(self._theme.ink3)
        for count in (0, *self._lines):
            self._painter.drawText(QRectF(0, self._y(count) - 9, GUTTER - 12, 18), _RIGHT, f"{count:,}")

    def _paint_column(self, period: Period | None, ground: QColor) -> None:
        """The ground behind a bar, or behind all bars of a month or year."""
        if period is None:
            return
        for left, right in self._bars.edges(period):
            column = QRectF(left + self._offset, TOP - 22, right - left, self._bottom - TOP + 22)
            self._painter.fillRect(column, ground)

    def _paint_bars(self, run: Run, scrolled: int, colours: Sequence[QColor], selected: Period | None) -> None:
        pitch = self._bars.pitch
        gap = 1 if pitch < 8 else 2 if pitch < 20 else 4
        chosen = selected.number if selected is not None and selected.unit is self._bars.unit else None
        parted = bool(colours and self._rhythm.stacks)
        parts: list[list[QRect]] = [[] for _ in colours] if parted else [[], []]
        for number in self._bars.numbers_between(run, scrolled, scrolled + self._room.width()):
            count = self._rhythm.counts.get(number, 0)
            if not count:
                continue
            start = run.left + self._offset + (number - run.first) // step_of(self._bars.unit) * pitch
            left = round(start)
            width = round(start + pitch) - left - gap
            if parted:
                self._stack(parts, left, width, self._rhythm.stacks[number])
            else:
                top = round(self._y(count))
                parts[number == chosen].append(QRect(left, top, width, self._bottom - top))
            if pitch >= _WIDE:
                self._paint_count(
                    QRectF(left - 8, self._y(count) - 18, width + 16, 18), count, is_chosen=number == chosen
                )
        plain = (blend(self._theme.accent, 0.72), self._theme.accent)
        self._painter.setPen(Qt.PenStyle.NoPen)
        for rects, colour in zip(parts, colours if parted else plain, strict=True):
            self._painter.setBrush(colour)
            self._painter.drawRects(rects)

    def _stack(self, parts: list[list[QRect]], left: int, width: int, counts: Sequence[int]) -> None:
        """Add the parts of a bar, each on top of those before it."""
        below, bottom = 0, self._bottom
        for rects, count in zip(parts, counts, strict=False):
            if count:
                below += count
                top = round(self._y(below))
                rects.append(QRect(left, top, width, bottom - top))
                bottom = top

    def _paint_count(self, rect: QRectF, count: int, *, is_chosen: bool) -> None:
        self._painter.setFont(font(Role.CAPTION, tabular=True))
        self._painter.setPen(self._theme.ink if is_chosen else self._theme.ink3)
        self._painter.drawText(rect, _CENTRE, f"{count:,}")

    def _paint_fold(self, run: Run) -> None:
        rect = QRectF(run.left + self._offset, TOP, run.width, self._bottom - TOP).adjusted(6, 0, -6, 14)
        units = (run.last - run.first) // step_of(self._bars.unit) + 1
        paint_fold(self._painter, rect, length_words(self._bars.unit, units), self._theme)

    def _paint_today(self, today: int) -> None:
        period = period_of(self._bars.unit, today, week_start())
        x = self._bars.x_of(period.number)
        if x is None:
            return
        middle = round(x + self._offset + self._bars.pitch / 2) + 0.5
        self._painter.setPen(QPen(self._theme.ink3, 1, Qt.PenStyle.DashLine))
        self._painter.drawLine(QPointF(middle, TOP - 8), QPointF(middle, self._bottom))
        self._painter.setFont(font(Role.CAPTION))
        self._painter.drawText(QRectF(middle - 40, TOP - 26, 80, 16), _CENTRE, say("today"))

    def _paint_axis(self, run: Run) -> None:
        unit = self._bars.unit
        for line, named in enumerate(self._lines_of_names):
            if unit is Unit.YEAR:
                self._paint_years(run)
            elif named is Unit.DAY:
                self._paint_days(run)
            elif named is unit:
                self._paint_months(run, line)
            else:
                self._paint_groups(run, named, line)

    def _label(self, left: float, right: float, line: int) -> QRectF:
        """Where the name of a group stands: within it, and on screen as long as a part of it is."""
        return QRectF(max(left, GUTTER), self._bottom + 4 + line * ROW, max(0.0, right - max(left, GUTTER) - 6), ROW)

    def _paint_groups(self, run: Run, unit: Unit, line: int) -> None:
        room = self._room.width()
        is_tight = self._bars.pitch * 30 / _DAYS_OF[self._bars.unit] < _TIGHT
        for period, starts, ends in self._bars.groups(run, unit, GUTTER - self._offset, room - self._offset):
            left, right = starts + self._offset, ends + self._offset
            if unit is Unit.MONTH and is_tight:
                # The first month of each quarter has a name, and the room of all three.
                if period.number % 3:
                    continue
                right = min(right + 2 * (ends - starts), run.right + self._offset)
            self._painter.setPen(QPen(self._theme.line2, 1))
            self._painter.drawLine(
                QPointF(round(left) + 0.5, self._bottom), QPointF(round(left) + 0.5, self._bottom + 6)
            )
            # Beside a fold there is room for a longer name.
            right += FOLD_WIDTH if ends > run.right - 1 else 0
            is_year = unit is Unit.YEAR
            name = year_title(period.number) if is_year else month_name(period.number % 12)
            only = 0 if unit is Unit.MONTH and is_tight else self._only(period)
            self._paint_name(self._label(left, right, line), name, only, is_year=is_year)

    def _only(self, period: Period) -> int:
        """How many are known only to a month or year; said once where a fold cuts it in two."""
        if period.unit is self._rhythm.unit or period in self._told:
            return 0
        self._told.add(period)
        return self._rhythm.count_of(period)

    def _paint_name(self, rect: QRectF, name: str, only: int, *, is_year: bool) -> None:
        painter = self._painter
        painter.setFont(font(Role.UI_STRONG if is_year else Role.CAPTION, tabular=True))
        painter.setPen(self._theme.ink if is_year else self._theme.ink2)
        metrics = QFontMetricsF(painter.font())
        if metrics.horizontalAdvance(name) > rect.width() + 4:
            if is_year or metrics.horizontalAdvance(name[:1]) > rect.width() + 6:
                return
            name = name[:1]
        taken = draw_elided(painter, rect.adjusted(0, 0, 6, 0), name)
        extra = f"+{only:,}" if only else ""
        painter.setFont(font(Role.CAPTION, tabular=True))
        if extra and QFontMetricsF(painter.font()).horizontalAdvance(extra) <= rect.width() - taken - 5:
            painter.setPen(self._theme.ink3)
            draw_elided(painter, rect.adjusted(taken + 5, 0, 0, 0), extra)

    def _columns(self, run: Run) -> Iterator[tuple[int, QRectF]]:
        scrolled = GUTTER - self._offset
        for number in self._bars.numbers_between(run, scrolled, scrolled + self._room.width()):
            left = run.left + self._offset + (number - run.first) // step_of(self._bars.unit) * self._bars.pitch
            yield number, QRectF(left, self._bottom + 4, self._bars.pitch - 2, ROW)

    def _paint_days(self, run: Run) -> None:
        self._painter.setFont(font(Role.CAPTION, tabular=True))
        self._painter.setPen(self._theme.ink3)
        for number, rect in self._columns(run):
            self._painter.drawText(rect, _CENTRE, Period(Unit.DAY, number).edtf[-2:].lstrip("0"))

    def _paint_months(self, run: Run, line: int) -> None:
        self._painter.setFont(font(Role.CAPTION))
        self._painter.setPen(self._theme.ink2)
        pitch = self._bars.pitch
        for number, rect in self._columns(run):
            name = month_name(number % 12) if pitch >= 30 else month_letter(number % 12)
            self._painter.drawText(rect.translated(0, line * ROW), _CENTRE, name)

    def _paint_years(self, run: Run) -> None:
        self._painter.setFont(font(Role.CAPTION, tabular=True))
        self._painter.setPen(self._theme.ink2)
        every = next(step for step in (1, 2, 5, 10, 20, 50, 100) if step * self._bars.pitch >= 46 or step == 100)
        for number, rect in self._columns(run):
            if number % every == 0:
                self._painter.drawText(rect.adjusted(-30, 4, 30, 4), _CENTRE, year_title(number))


_DAYS_OF = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 365}
