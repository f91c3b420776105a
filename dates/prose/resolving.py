"""Second pass: the mentions are dated in the order of the text."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dates.calendar import DAY_SECONDS, days_in_month, weekday_of
from dates.mention import Basis, Cue, DateMention, Direction, MentionKind, Reason, TimexType
from dates.prose.cues import Ahead, Cues
from dates.prose.holidays import holiday_day
from dates.prose.language import Language
from dates.prose.meaning import (
    AncientYear, AtTheTime, Calendar, Clock, DayOfMonth, Fixed, Found, Holiday, Meaning, Origin, Shift, Unit, Weekday,
)  # fmt: skip
from dates.prose.mode import Mode, mode_of
from dates.prose.points import MAX_YEAR, MIN_YEAR, Part, Point, TimeOfDay, is_calendar_day, last_day, point_of_day, shift, week_of
from dates.prose.story_years import StoryYears
from dates.prose.tokens import PARAGRAPH, Tokens
from dates.value import UncertainDate

PRESENT = "PRESENT_REF"


@dataclass(frozen=True, slots=True)
class Dated:
    """What became of a meaning: a point or a fixed value, and how."""

    point: Point | None = None
    fixed: Fixed | None = None
    basis: Basis = Basis.WORDS
    direction: Direction = Direction.NONE
    cue: Cue = Cue.NONE
    base: Point | None = None


class Story:
    """The mentions of one text and what has been told so far."""

    def __init__(
        self, tokens: Tokens, language: Language, found: Sequence[Found], anchor: dt.date | dt.datetime | None
    ) -> None:
        self._tokens = tokens
        self._found = found
        self._cues = Cues(tokens, language)
        self._today = None if anchor is None else Point(year=anchor.year, month=anchor.month, day=anchor.day)
        self._moment = anchor if isinstance(anchor, dt.datetime) else None
        self._mode = mode_of(found, self._today)
        self._years = StoryYears(found, tokens, language) if self._mode is Mode.STORY else None
        self._last: Point | None = None if self._mode is Mode.STORY else self._today
        self._told = False
        self._last_token = 0

    def mentions(self) -> list[DateMention]:
        made = []
        for number, mention in enumerate(self._found):
            dated = self._date(mention, number)
            if dated is None:
                continue
            if dated.point is not None and dated.point.has_year:
                self._last, self._told, self._last_token = dated.point, True, mention.last
            made.append(self._mention(mention, dated))
        return made

    def _mention(self, found: Found, dated: Dated) -> DateMention:
        tokens = self._tokens
        start, end = tokens.starts[found.first], tokens.ends[found.last - 1]
        words = tokens.text[start:end]
        reason = Reason(found.kind, found.rule, dated.basis, dated.direction, dated.cue, _value_of(dated.base, ""))
        if dated.fixed is not None:
            return DateMention(start, end, words, dated.fixed.type, dated.fixed.value, None, reason)
        assert dated.point is not None
        point = dated.point
        kind = TimexType.DATE if point.time is None else TimexType.TIME
        return DateMention(start, end, words, kind, point.timex(), _value_of(point, words), reason)

    def _date(self, found: Found, number: int) -> Dated | None:
        dated = _RESOLVERS[type(found.meaning)](self, found.meaning, found, number)
        if dated is None or dated.point is None:
            return dated
        point = dated.point
        if point.year is not None and not MIN_YEAR <= point.year <= MAX_YEAR:
            return None
        if found.time is not None:
            point = replace(point, time=found.time)
        if found.part is not Part.NONE:
            point = replace(point, part=found.part)
        return replace(dated, point=point)

    # --- one resolver per meaning -----------------------------------------------------------------------------------

    def _fixed(self, meaning: Fixed, _found: Found, _number: int) -> Dated:
        return Dated(fixed=meaning)

    def _ancient(self, meaning: AncientYear, _found: Found, _number: int) -> Dated | None:
        last = self._last.year if self._last is not None else None
        if not self._told or last is None or last >= 1000:
            return None
        year = 1 - meaning.number if last <= 0 else meaning.number
        return Dated(Point(year=year), basis=Basis.PREVIOUS, base=self._last) if abs(year - last) < 300 else None

    def _calendar(self, meaning: Calendar, found: Found, number: int) -> Dated | None:
        point = meaning.point
        if point.has_year:
            return Dated(point)
        if self._years is not None or self._in_background(number):
            return self._year_of_story(point, number)
        return self._year_of_news(point, found)

    def _in_background(self, number: int) -> bool:
        """Whether the words just before tell of another year by the month: "in May 2019 ... in July"."""
        if self._today is None or number == 0:
            return False
        previous, this = self._found[number - 1], self._found[number]
        if not isinstance(previous.meaning, Calendar) or previous.meaning.point.month is None:
            return False
        year = previous.meaning.point.year
        return year not in (None, self._today.year) and PARAGRAPH not in self._tokens.words[previous.last : this.first]

    def _year_of_story(self, point: Point, number: int) -> Dated:
        last = self._last
        year = self._years.year(number) if self._years is not None else _year_after(point, last)
        if year is None:
            return Dated(point, basis=Basis.NOTHING)
        direction = Direction.SAME if last is None or last.year in (None, year) else Direction.AFTER
        if last is not None and last.year is not None and last.year > year:
            direction = Direction.BEFORE
        return Dated(replace(point, year=year), basis=Basis.PREVIOUS, direction=direction, cue=Cue.STORY, base=last)

    def _year_of_news(self, point: Point, found: Found) -> Dated:
        today = self._today
        assert today is not None
        assert today.year is not None
        candidates = [replace(point, year=today.year + step) for step in (-1, 0, 1)]
        candidates = [one for one in candidates if one.day is None or is_calendar_day(one.year, one.month or 1, one.day)]
        now = today.day_number()
        ahead = self._cues.ahead(found.first, found.last)
        coming = [one for one in candidates if last_day(one) >= now]
        gone = [one for one in candidates if one.day_number() <= now]
        if not candidates:
            return Dated(point, basis=Basis.NOTHING)
        if ahead is Ahead.STRONG and coming:
            best, cue = coming[0], Cue.FUTURE_TENSE
        elif ahead is Ahead.WEAK or not gone:
            best, cue = min(candidates, key=lambda one: abs(_middle(one) - now)), Cue.NEAREST
        else:
            best, cue = gone[-1], Cue.PAST_TENSE
        direction = (
            Direction.SAME
            if best.year == today.year and best.month == today.month
            else (Direction.BEFORE if best.day_number() <= now else Direction.AFTER)
        )
        return Dated(best, basis=Basis.PUBLICATION, direction=direction, cue=cue, base=today)

    def _at_the_time(self, _meaning: AtTheTime, _found: Found, _number: int) -> Dated:
        if not self._told or self._last is None:
            return Dated(fixed=Fixed(TimexType.DATE, "PAST_REF"))
        return Dated(replace(self._last, part=Part.NONE, guessed=False), basis=Basis.PREVIOUS, direction=Direction.SAME, base=self._last)

    def _day_of_month(self, meaning: DayOfMonth, _found: Found, _number: int) -> Dated | None:
        last = self._last
        if last is None or last.month is None or last.year is None:
            return None
        if meaning.day > days_in_month(last.year, last.month):
            return None
        basis = Basis.PREVIOUS if self._told else Basis.PUBLICATION
        return Dated(Point(year=last.year, month=last.month, day=meaning.day), basis=basis, base=last)

    def _weekday(self, meaning: Weekday, found: Found, _number: int) -> Dated:
        told = self._mode is Mode.STORY or meaning.origin is Origin.PREVIOUS
        base = self._last if told else self._today
        if base is None or not base.is_day:
            return Dated(Point(weekday=meaning.number), basis=Basis.NOTHING)
        basis = Basis.PREVIOUS if told else Basis.PUBLICATION
        now = base.day_number()
        today = weekday_of(now)
        if meaning.which is not None:
            days, cue = _steps_to(meaning.number, today, meaning.which) + 7 * meaning.weeks, Cue.WORD
        elif told:
            days, cue = (meaning.number - today) % 7, Cue.STORY
        else:
            cue = self._cues.of(found.first, found.last)
            days = (meaning.number - today) % 7 if cue is Cue.FUTURE_TENSE else -((today - meaning.number) % 7)
        point = point_of_day(now + days)
        guessed = cue is Cue.NONE and days != 0
        direction = Direction.SAME if not days else Direction.BEFORE if days < 0 else Direction.AFTER
        return Dated(
            replace(point, guessed=guessed),
            basis=basis,
            direction=direction,
            cue=Cue.CUSTOM if cue is Cue.NONE else cue,
            base=base,
        )

    def _origin(self, origin: Origin) -> tuple[Point | None, Basis]:
        if origin is Origin.PUBLICATION and not (self._mode is Mode.STORY and self._told):
            return self._today, Basis.PUBLICATION
        if self._told or self._last is None:
            return self._last, Basis.PREVIOUS
        return self._last, Basis.PUBLICATION

    def _unit(self, meaning: Unit, found: Found, _number: int) -> Dated:
        base, basis = self._origin(meaning.origin)
        direction = (Direction.BEFORE, Direction.SAME, Direction.AFTER)[(meaning.which > 0) - (meaning.which < 0) + 1]
        if base is None or not base.has_year:
            return Dated(_unknown(meaning), basis=Basis.NOTHING, direction=direction)
        if meaning.unit == "P":
            point = _part_near(meaning, base)
        elif meaning.unit == "D" and not base.is_day:
            return Dated(_coarse_day(base), basis=basis, direction=direction, base=base)
        else:
            point = shift(base, meaning.which, meaning.unit)
            if meaning.unit == "Y" and meaning.point != Point():
                point = replace(meaning.point, year=point.year)
        return Dated(point, basis=basis, direction=direction, cue=Cue.WORD, base=base)

    def _shift(self, meaning: Shift, found: Found, _number: int) -> Dated:
        base, basis = self._origin(meaning.origin)
        direction = Direction.BEFORE if meaning.sign < 0 else Direction.AFTER
        if meaning.count is None or base is None or not base.has_year:
            value = "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"
            return Dated(fixed=Fixed(TimexType.DATE, value), basis=basis, direction=direction, cue=Cue.WORD, base=base)
        if meaning.unit in ("TS", "TM", "TH"):
            return self._hours(meaning, base, basis, direction)
        if meaning.unit == "D" and not base.is_day:
            return Dated(_coarse_day(base), basis=basis, direction=direction, base=base)
        if meaning.unit not in ("D", "W", "WE", "FO", "M", "Q", "HY", "Y", "DE", "CE"):
            return Dated(
                fixed=Fixed(TimexType.DATE, "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"),
                basis=basis,
                direction=direction,
            )
        if meaning.count > MAX_YEAR * 366:
            return Dated(
                fixed=Fixed(TimexType.DATE, "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"),
                basis=basis,
                direction=direction,
            )
        point = shift(base, meaning.sign * meaning.count, meaning.unit)
        return Dated(point, basis=basis, direction=direction, cue=Cue.WORD, base=base)

    def _hours(self, meaning: Shift, base: Point, basis: Basis, direction: Direction) -> Dated:
        size = {"TS": 1, "TM": 60, "TH": 3600}[meaning.unit]
        moment = None
        if basis is Basis.PUBLICATION and self._moment is not None:
            moment = self._moment.hour * 3600 + self._moment.minute * 60
        elif base.time is not None and base.time.hour is not None:
            moment = base.time.hour * 3600 + (base.time.minute or 0) * 60
        if moment is None or not base.is_day or meaning.count is None or meaning.count * size > 10**9:
            return Dated(replace(base, time=TimeOfDay()), basis=basis, direction=direction, cue=Cue.WORD, base=base)
        days, seconds = divmod(moment + meaning.sign * meaning.count * size, DAY_SECONDS)
        zone = base.time.zone if base.time is not None else ""
        time = TimeOfDay(seconds // 3600, seconds % 3600 // 60, None, zone)
        point = replace(point_of_day(base.day_number() + days), time=time)
        return Dated(point, basis=basis, direction=direction, cue=Cue.WORD, base=base)

    def _clock(self, meaning: Clock, found: Found, _number: int) -> Dated:
        base, basis = self._day_of_clock(meaning, found)
        if base is None or not base.is_day:
            return Dated(Point(time=meaning.time), basis=Basis.NOTHING)
        point = point_of_day(base.day_number() + (meaning.which or 0))
        return Dated(replace(point, time=meaning.time), basis=basis, base=base)

    def _day_of_clock(self, meaning: Clock, found: Found) -> tuple[Point | None, Basis]:
        """The day told before in this paragraph, else the day of publication; in a story always the day told before."""
        told = self._told and self._last is not None and self._last.is_day
        here = told and PARAGRAPH not in self._tokens.words[self._last_token : found.first]
        from_before = meaning.which is not None and meaning.origin is Origin.PREVIOUS
        if meaning.which is not None and meaning.origin is Origin.PUBLICATION:
            here = False
        if here or self._mode is Mode.STORY or (from_before and told):
            return self._last, Basis.PREVIOUS
        if meaning.time.part and meaning.which is None:
            return None, Basis.NOTHING
        return self._today, Basis.PUBLICATION

    def _holiday(self, meaning: Holiday, found: Found, number: int) -> Dated:
        if meaning.year is not None:
            return Dated(point_of_day(holiday_day(meaning.name, meaning.year)))
        if self._mode is Mode.STORY:
            dated = self._year_of_story(point_of_day(holiday_day(meaning.name, 2000)), number)
        elif self._today is None:
            return Dated(Point(), basis=Basis.NOTHING)
        else:
            dated = self._year_of_news(point_of_day(holiday_day(meaning.name, self._today.year or 2000)), found)
        if dated.point is None or dated.point.year is None:
            return dated
        return replace(dated, point=point_of_day(holiday_day(meaning.name, dated.point.year)))


_RESOLVERS: Mapping[type, Callable[[Story, Any, Found, int], Dated | None]] = {
    Fixed: Story._fixed,
    AncientYear: Story._ancient,
    Calendar: Story._calendar,
    AtTheTime: Story._at_the_time,
    DayOfMonth: Story._day_of_month,
    Weekday: Story._weekday,
    Unit: Story._unit,
    Shift: Story._shift,
    Clock: Story._clock,
    Holiday: Story._holiday,
}


def _year_after(point: Point, last: Point | None) -> int | None:
    """The year of the date before, the next one where the month falls back by half a year."""
    if last is None or last.year is None or last.month is None or point.month is None:
        return None if last is None else last.year
    return last.year + (last.month - point.month >= _HALF_YEAR)


def _value_of(point: Point | None, words: str) -> UncertainDate | None:
    if point is None:
        return None
    edtf = point.edtf()
    if not edtf:
        return None
    zone = point.time.zone if point.time is not None and "T" in edtf else ""
    return UncertainDate.stored(edtf, words, zone)


def _middle(point: Point) -> int:
    return point.day_number() + (0 if point.day else 15 if point.month else 45)


def _steps_to(weekday: int, today: int, which: int) -> int:
    """Days to last, this or next such weekday."""
    if which < 0:
        return -((today - weekday - 1) % 7 + 1)
    if which > 0:
        return (weekday - today - 1) % 7 + 1
    return weekday - today


def _part_near(meaning: Unit, base: Point) -> Point:
    """ "last summer", "this May", "the following spring": the part of a year nearest on that side."""
    year = base.first_year()
    candidates = [replace(meaning.point, year=year + step) for step in (-1, 0, 1)]
    now = base.day_number()
    if meaning.which == 0:
        return candidates[1]
    if meaning.which < 0:
        return max(
            (one for one in candidates if last_day(one) < now), key=lambda one: one.day_number(), default=candidates[0]
        )
    return min(
        (one for one in candidates if one.day_number() > now), key=lambda one: one.day_number(), default=candidates[2]
    )


def _coarse_day(base: Point) -> Point:
    return Point(year=base.year, month=base.month, weekday=None) if base.year is not None else base


def _unknown(meaning: Unit) -> Point:
    return replace(meaning.point, time=None)
