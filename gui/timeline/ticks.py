"""What the axis says at each zoom, from seconds to billions of years: period titles, ticks with labels, lines, weekends."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from dates import DateError, format_group
from dates.calendar import DAY_SECONDS, from_days, weekday_of
from gui.timeline.calendar_units import (
    DAY,
    HOUR,
    MINUTE,
    MONTH,
    QUARTER,
    YEAR,
    YEAR_STEPS,
    Base,
    CalendarUnit,
    seconds_unit,
    weeks_unit,
)
from gui.timeline.scene import Band
from gui.timeline.time_scale import TimeScale

_CHAR = 7.4  # px, a digit of a label with its share of the gap
_GAP = 14
_LEAST_WEEKEND = 8.0  # px a day


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """Names and habits of the reader's language. Weekdays: 0 = Monday. Patterns are for `str.format`."""

    months: tuple[str, ...]
    months_short: tuple[str, ...]
    weekdays: tuple[str, ...]
    first_weekday: int = 0
    weekend: frozenset[int] = frozenset({5, 6})
    is_24h: bool = True
    am: str = "AM"
    pm: str = "PM"
    month_title: str = "{month} {year}"
    day_title: str = "{weekday} {day} {month} {year}"
    before_christ: str = "{year} BC"
    million: str = "{number} million"
    billion: str = "{number} billion"
    thousands: str = ","

    def year(self, year: int) -> str:
        """A year for people; 0 is 1 BC."""
        if year > 0:
            return self._number(year)
        return self.before_christ.format(year=self._number(1 - year))

    def time(self, second: int, *, seconds: bool = False) -> str:
        """The time of the day."""
        hour, rest = divmod(second % DAY_SECONDS, HOUR)
        tail = f":{rest // MINUTE:02}" + (f":{rest % MINUTE:02}" if seconds else "")
        if self.is_24h:
            return f"{hour:02}{tail}"
        return f"{hour % 12 or 12}{tail} {self.pm if hour >= 12 else self.am}"

    def _number(self, number: int) -> str:
        # Only round numbers become words: near the year itself every digit counts.
        if number >= 10**9 and number % 10**7 <= 1:
            return self.billion.format(number=f"{number / 10**9:.5g}")
        if 10**6 <= number < 10**9 and number % 10**4 <= 1:
            return self.million.format(number=f"{number / 10**6:.5g}")
        return f"{number:,}".replace(",", self.thousands) if number >= 10_000 else str(number)


Text = Callable[[int, CalendarWords], str]


@dataclass(frozen=True, slots=True)
class Level:
    """One way to label the axis. `is_centred`: the label stands in the middle of its unit, else right of its start."""

    unit: CalendarUnit
    line: CalendarUnit
    strong: CalendarUnit
    title: CalendarUnit | None
    text: Text
    title_text: Text
    is_centred: bool = False
    least_px: float = 0.0


@dataclass(frozen=True, slots=True)
class Tick:
    """`label_x` is the middle of the label where the axis is centred, else its left edge. `first`, `last`: seconds."""

    x: float
    label: str
    label_x: float
    is_strong: bool
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class AxisTitle:
    """A period over the ticks, from `left` to `right`, which may be out of view."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Axis:
    titles: tuple[AxisTitle, ...]
    ticks: tuple[Tick, ...]
    lines: tuple[float, ...]
    bands: tuple[Band, ...]
    is_centred: bool


def make_axis(scale: TimeScale, words: CalendarWords) -> Axis:
    """The axis of a scale."""
    level = _level_for(scale, words)
    first, last = scale.span
    starts = list(level.unit.starts(first, last))
    starts.append(level.unit.start_of(level.unit.number_at(starts[-1]) + 1))
    ticks = tuple(_tick(level, scale, words, *ends) for ends in pairwise(starts))
    bands = weekend_bands(scale, words)
    return Axis(_titles(level, scale, words), ticks, _lines(level, scale), bands, level.is_centred)


def grid_lines(scale: TimeScale, words: CalendarWords) -> tuple[float, ...]:
    """Where vertical lines cross the lanes: at the strong ticks of the axis."""
    return _lines(_level_for(scale, words), scale)


def _lines(level: Level, scale: TimeScale) -> tuple[float, ...]:
    return tuple(x for x in map(scale.x_of, level.line.starts(*scale.span)) if 0 <= x <= scale.width)


def weekend_bands(scale: TimeScale, words: CalendarWords) -> tuple[Band, ...]:
    """Weekends as stretches, none where days are too narrow."""
    if DAY_SECONDS / scale.seconds_per_px < _LEAST_WEEKEND or not words.weekend:
        return ()
    first, last = (second // DAY_SECONDS for second in scale.span)
    bands: list[Band] = []
    begun: int | None = None
    for day in range(first, last + 2):
        is_free = weekday_of(day) in words.weekend and day <= last
        if is_free and begun is None:
            begun = day
        elif not is_free and begun is not None:
            bands.append(Band(scale.x_of(begun * DAY_SECONDS), scale.x_of(day * DAY_SECONDS)))
            begun = None
    return tuple(bands)


def _tick(level: Level, scale: TimeScale, words: CalendarWords, start: int, end: int) -> Tick:
    x, right = scale.x_of(start), scale.x_of(end)
    label_x = (x + right) / 2 if level.is_centred else x + 4
    return Tick(x, level.text(start, words), label_x, level.strong.is_start(start), start, end - 1)


def _titles(level: Level, scale: TimeScale, words: CalendarWords) -> tuple[AxisTitle, ...]:
    if level.title is None:
        return ()
    starts = list(level.title.starts(*scale.span))
    ends = [*starts[1:], level.title.start_of(level.title.number_at(starts[-1]) + 1)]
    return tuple(
        AxisTitle(level.title_text(start, words), scale.x_of(start), scale.x_of(end))
        for start, end in zip(starts, ends, strict=True)
    )


def _level_for(scale: TimeScale, words: CalendarWords) -> Level:
    levels = _levels(words.first_weekday)
    for level in levels:
        px = level.unit.seconds / scale.seconds_per_px
        if px < max(level.least_px, 8):
            continue
        if level.least_px or px >= _GAP + _CHAR * max(len(level.text(t, words)) for t in scale.span):
            return level
    return levels[-1]


@lru_cache(maxsize=7)
def _levels(first_weekday: int) -> tuple[Level, ...]:
    """Finest first."""
    return (*_clock_levels(), *_date_levels(weeks_unit(first_weekday)), *_year_levels())


def _clock_levels() -> list[Level]:
    made = [
        _clock_level(step * unit, line * unit, DAY_SECONDS if unit > 1 else 60, text)
        for unit, text in ((1, _second_text), (MINUTE, _time_text))
        for step, line in ((1, 5), (2, 10), (5, 15), (10, 30), (15, 60), (30, 60))
    ]
    hours = ((1, 6), (2, 6), (3, 12), (6, 24), (12, 24))
    return made + [_clock_level(step * HOUR, line * HOUR, DAY_SECONDS, _time_text) for step, line in hours]


def _clock_level(step: int, line: int, strong: int, text: Text) -> Level:
    return Level(seconds_unit(step), seconds_unit(line), seconds_unit(strong), DAY, text, _day_title)


def _date_levels(week: CalendarUnit) -> list[Level]:
    return [
        Level(DAY, week, week, MONTH, _day_text, _month_title, is_centred=True, least_px=22),
        Level(week, MONTH, MONTH, MONTH, _day_text, _month_title, least_px=30),
        Level(MONTH, QUARTER, YEAR, YEAR, _month_text, _year_text, is_centred=True, least_px=36),
        Level(QUARTER, YEAR, YEAR, YEAR, _month_text, _year_text, least_px=36),
    ]


def _year_levels() -> list[Level]:
    made = []
    for place, step in enumerate(YEAR_STEPS):
        unit = CalendarUnit(Base.YEAR, step)
        line = CalendarUnit(Base.YEAR, YEAR_STEPS[min(place + 2, len(YEAR_STEPS) - 1)])
        title, text = _year_title(step)
        made.append(Level(unit, line, line, title, _year_text, text, is_centred=step == 1))
    return made


def _year_title(step: int) -> tuple[CalendarUnit | None, Text]:
    for most, length in ((2, 10), (20, 100), (200, 1000)):
        if step <= most:
            return CalendarUnit(Base.YEAR, length), _period_text(length)
    return None, _year_text


def _second_text(second: int, words: CalendarWords) -> str:
    return words.time(second, seconds=True)


def _time_text(second: int, words: CalendarWords) -> str:
    return words.time(second)


def _day_text(second: int, _words: CalendarWords) -> str:
    return str(from_days(second // DAY_SECONDS)[2])


def _month_text(second: int, words: CalendarWords) -> str:
    return words.months_short[from_days(second // DAY_SECONDS)[1] - 1]


def _year_text(second: int, words: CalendarWords) -> str:
    return words.year(from_days(second // DAY_SECONDS)[0])


def _day_title(second: int, words: CalendarWords) -> str:
    days = second // DAY_SECONDS
    year, month, day = from_days(days)
    return words.day_title.format(
        weekday=words.weekdays[weekday_of(days)], day=day, month=words.months[month - 1], year=words.year(year)
    )


def _month_title(second: int, words: CalendarWords) -> str:
    year, month, _ = from_days(second // DAY_SECONDS)
    return words.month_title.format(month=words.months[month - 1], year=words.year(year))


def _period_text(length: int) -> Text:
    """Decades, centuries, millennia in words; nothing where a date has no word for them."""
    hidden = len(str(length)) - 1

    def text(second: int, _words: CalendarWords) -> str:
        year = from_days(second // DAY_SECONDS)[0]
        if not 1 <= year <= 9999:
            return ""
        try:
            return format_group(f"{year // length:0{4 - hidden}}" + "X" * hidden)
        except DateError:
            return ""

    return text
