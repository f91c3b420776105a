"""Dates that lack their year, in news and in stories."""

from dataclasses import replace

from dates.calendar import weekday_of
from dates.mention import Basis, Cue, Direction, TimexType
from dates.prose.context import Context
from dates.prose.cues import Ahead
from dates.prose.dated import Dated
from dates.prose.holidays import holiday_day, holiday_point, holiday_without_year
from dates.prose.meaning import AncientYear, Calendar, Fixed, Holiday, Meaning
from dates.prose.mode import Mode
from dates.prose.points import Point, in_year, last_day, point_of_day, shift

_HALF_YEAR = 6
"""Months: a date that falls back by so many is of the next year."""
_WEEK, _MONTH, _LEAP_YEAR = 7, 31, 2000
"""Days, and a year that has every day."""
_TELLING_ON = 3
"""Sentences in which a date goes on from one of an earlier year."""
_BESIDE, _MENTIONS_BACK = 3, 6
"""Tokens between the ends of a stretch; mentions back to one that says its year."""
_LENGTHS_BETWEEN = 4
"""Mentions looked back at for the date told last: lengths of time may stand between."""
_LIFE = 3
"""Tokens from a bracket to the years of a life: "(1902–1988)"."""
_MOST_OF_A_HALF = 150
"""Days."""
_LONG_GONE, _SOON = 240, 75
"""Days: nobody writes bare "Nov. 25" in October and means last year's; what is told on happened soon after."""


def date_calendar(meaning: Calendar, context: Context) -> Dated | None:
    """A date of the calendar with the year it lacks, or the unit around it where that is meant."""
    dated = _with_year(meaning.point, context)
    if meaning.unit and dated.point is not None and dated.point.is_day:
        return replace(dated, point=shift(dated.point, 0, meaning.unit))
    return dated


def _with_year(point: Point, context: Context) -> Dated:
    if point.has_year:
        return Dated(point)
    if context.years is None and (year := context.headings.year(context.mention, point)) is not None:
        return Dated(replace(point, year=year), basis=Basis.PREVIOUS, cue=Cue.STORY, base=context.last)
    if _is_news_of_story(point, context):
        return _year_of_news(point, context)
    if context.years is not None or _in_background(context):
        return _year_of_story(point, context)
    if (year := _year_told_on(point, context)) is not None:
        return Dated(
            replace(point, year=year), basis=Basis.PREVIOUS, direction=Direction.AFTER, cue=Cue.STORY, base=context.last
        )
    return _year_of_news(point, context)


def _is_news_of_story(point: Point, context: Context) -> bool:
    """Whether a day without its year is the news that a story is told for: the death before a life, the funeral behind it."""
    if context.years is None or context.today is None or context.years.said(context.number) is not None:
        return False
    if point.month is None or point.day is None:
        return False
    now, year = context.today.day_number(), context.today.year or 0
    days = [one.day_number() - now for one in _candidates(point, year, None)]
    is_last = context.number >= len(context.found) - 2
    if is_last and any(0 < day <= _MONTH for day in days) and context.cues.ahead(context.mention) is Ahead.STRONG:
        return True
    is_just_over = any(-_MONTH <= day <= 0 for day in days)
    return is_just_over and context.cues.told(context.mention) and not _is_story_begun(context)


def _is_story_begun(context: Context) -> bool:
    """Whether a year has been said already, but in brackets, where lives are told."""
    words, before = context.tokens.words, context.found[: context.number]
    years = (found for found in before if isinstance(found.meaning, Calendar) and found.meaning.point.has_year)
    return any("(" not in words[max(0, found.first - _LIFE) : found.first] for found in years)


def date_ancient_year(_meaning: AncientYear, context: Context) -> Dated | None:
    """The year that three digits mean in a story of that age; None where they are a plain number."""
    year = None if context.years is None else context.years.said(context.number)
    return None if year is None else Dated(Point(year=year), basis=Basis.PREVIOUS, base=context.last)


def date_holiday(meaning: Holiday, context: Context) -> Dated:
    """A named day in its year, else month and day as far as they are the same every year."""
    if meaning.year is not None:
        return Dated(holiday_point(meaning.name, meaning.year))
    if context.mode is Mode.STORY:
        dated = _year_of_story(point_of_day(holiday_day(meaning.name, _LEAP_YEAR)), context)
    elif context.today is None:
        return Dated(holiday_without_year(meaning.name), basis=Basis.NOTHING)
    else:
        dated = _year_of_news(point_of_day(holiday_day(meaning.name, context.today.year or _LEAP_YEAR)), context)
    if dated.point is None or dated.point.year is None or dated.basis is Basis.NOTHING:
        return replace(dated, point=holiday_without_year(meaning.name))
    return replace(dated, point=holiday_point(meaning.name, dated.point.year))


def _in_background(context: Context) -> bool:
    """Whether the sentence ("in May 2019 ... in July") or a day near this one just before it tells of another year."""
    if context.today is None or context.number == 0:
        return False
    before = (
        context.found[number] for number in range(context.number - 1, max(-1, context.number - _LENGTHS_BETWEEN), -1)
    )
    previous = next((found for found in before if not _is_length(found.meaning)), context.found[0])
    this = context.mention
    if not isinstance(previous.meaning, Calendar) or previous.meaning.point.month is None:
        return False
    year = previous.meaning.point.year
    if context.tokens.is_parted(max(0, previous.first - 2), this.first) or context.cues.compares(previous):
        return False
    if context.cues.ends_sentence(previous.last, this.first) and not _is_close(previous.meaning.point, this.meaning):
        return False
    return year is not None and year != context.today.year


def _year_told_on(point: Point, context: Context) -> int | None:
    """The year where the sentence goes on telling what was told of an earlier one: "It was sold on 11 January 2016. In March".

    Only soon after the date told last, in its paragraph; in the next one a few weeks.
    """
    last, today = context.last, context.today
    if not context.told or last is None or today is None or last.year is None or last.grain == "Y":
        return None
    if (
        last.year >= (today.year or 0)
        or context.measured
        or point.month is None
        or not context.cues.told(context.mention)
    ):
        return None
    first = context.mention.first
    ends = context.tokens.count_ends(context.last_token, first)
    if ends > 1 or first - context.last_token <= _BESIDE or context.sentences_since_last() > _TELLING_ON:
        return None
    before = context.found[max(0, context.number - _MENTIONS_BACK) : context.number]
    if not any(isinstance(one.meaning, Calendar) and one.meaning.point.has_year for one in before):
        return None
    year = _year_after(point, last) or last.year
    this = replace(point, year=year)
    days = this.day_number()
    is_soon = last_day(this) >= last.day_number() and days - last_day(last) <= (_MONTH if ends else _SOON)
    return year if is_soon and days <= today.day_number() else None


def _is_close(point: Point, meaning: Meaning) -> bool:
    """Whether two days lie within a week of one another, whatever the year."""
    if (
        not isinstance(meaning, Calendar)
        or point.day is None
        or meaning.point.day is None
        or meaning.point.month is None
    ):
        return False
    this, other = replace(meaning.point, year=_LEAP_YEAR), replace(point, year=_LEAP_YEAR)
    return abs(this.day_number() - other.day_number()) <= _WEEK


def _is_length(meaning: Meaning) -> bool:
    return isinstance(meaning, Fixed) and meaning.type is TimexType.DURATION


def _year_of_story(point: Point, context: Context) -> Dated:
    last = context.last if context.years is None else context.course
    year = context.years.year(context.number) if context.years is not None else _year_after(point, last)
    if year is None:
        return Dated(point, basis=Basis.NOTHING)
    direction = Direction.SAME if last is None or last.year in (None, year) else Direction.AFTER
    if last is not None and last.year is not None and last.year > year:
        direction = Direction.BEFORE
    return Dated(replace(point, year=year), basis=Basis.PREVIOUS, direction=direction, cue=Cue.STORY, base=last)


def _year_of_news(point: Point, context: Context) -> Dated:
    today = context.today
    if today is None or today.year is None:
        return Dated(point, basis=Basis.NOTHING)
    best, cue = _nearest_year(point, today, context)
    if best is None:
        return Dated(point, basis=Basis.NOTHING)
    now = today.day_number()
    direction = (
        Direction.SAME
        if best.year == today.year and best.month == today.month
        else (Direction.BEFORE if best.day_number() <= now else Direction.AFTER)
    )
    return Dated(best, basis=Basis.PUBLICATION, direction=direction, cue=cue, base=today)


def _nearest_year(point: Point, today: Point, context: Context) -> tuple[Point | None, Cue]:
    """Last year's, this year's or next year's such date, by what the sentence says and how far each is away."""
    meaning = context.mention.meaning
    weekday = meaning.weekday if isinstance(meaning, Calendar) else None
    candidates = _candidates(point, today.year or 0, weekday)
    now = today.day_number()
    coming = [one for one in candidates if last_day(one) >= now]
    gone = [one for one in candidates if _told_from(one) <= now]
    if len(candidates) < 2:
        return (candidates[0] if candidates else None), Cue.NEAREST
    ahead = context.cues.ahead(context.mention)
    if ahead is Ahead.STRONG and coming:
        return coming[0], Cue.FUTURE_TENSE
    known = context.years_told.get((point.month, point.day) if point.quarter is None else (0, point.quarter))
    same = [one for one in candidates if one.year == known]
    if same:
        return same[0], Cue.NEAREST
    long_gone = gone and coming and now - last_day(gone[-1]) > _LONG_GONE and coming[0].day_number() - now < _SOON
    long_gone = long_gone and not context.cues.told(context.mention)
    if ahead is Ahead.WEAK or long_gone or not gone:
        return min(candidates, key=lambda one: abs(_middle(one) - now)), Cue.NEAREST
    return gone[-1], Cue.PAST_TENSE


def _candidates(point: Point, year: int, weekday: int | None) -> list[Point]:
    """The date in the years around, those only that fall on the weekday named with it where any does."""
    found = [one for step in (-1, 0, 1) if (one := in_year(point, year + step)) is not None]
    return [one for one in found if weekday is not None and weekday_of(one.day_number()) == weekday] or found


def _year_after(point: Point, last: Point | None) -> int | None:
    """The year of the date before, the next one where the month falls back by half a year."""
    if last is None or last.year is None or last.month is None or point.month is None:
        return None if last is None else last.year
    return last.year + (last.month - point.month >= _HALF_YEAR)


def _told_from(point: Point) -> int:
    """When news begin to look back on it: on a half of the year not before most of it is over."""
    return point.day_number() + (_MOST_OF_A_HALF if point.half else 0)


def _middle(point: Point) -> int:
    return point.day_number() + (0 if point.day else 15 if point.month else 45)
