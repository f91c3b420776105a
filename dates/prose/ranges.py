"""Stretches of time: which two mentions are the ends of one, what they share, and what they say together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dates.bounds import has_backward_run
from dates.edtf import read_edtf
from dates.errors import DateError
from dates.mention import DateMention, DateRange, MentionKind, TimexType
from dates.prose.language import Language
from dates.prose.meaning import (
    AncientYear,
    AtTheTime,
    Calendar,
    Clock,
    DayOfMonth,
    Fixed,
    Found,
    Holiday,
    Shift,
    Unit,
    Weekday,
)
from dates.prose.points import Point, TimeOfDay, first_month, is_calendar_day
from dates.prose.short_ends import LONGEST_JOINT, half_day_before, point_of, start_before
from dates.prose.tokens import Tokens
from dates.value import UncertainDate

_LONGEST_MOVE = 5
_LONGEST_OPENING = 4
_OPEN = ".."
_PRESENT = "PRESENT_REF"


class StretchKind(StrEnum):
    FROM_TO = "from"
    BETWEEN = "between"
    ONCE = "once"
    """One moment between two dates, not known which."""
    SINCE = "since"
    UNTIL = "until"
    LIST = "list"
    """No stretch: two dates named in a row."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Mentions `left` and `right` (places in the list; the same one where an end is open); tokens of the whole."""

    left: int
    right: int
    first: int
    last: int
    kind: StretchKind


def find_stretches(found: Sequence[Found], tokens: Tokens, language: Language) -> dict[int, Stretch]:
    """The stretches of a text by the place of their last mention. Ends that share a year, month or zone are given it."""
    finder = _Finder(found, tokens, language)
    joints = [finder.joint(number) for number in range(len(found) - 1)]
    for number in range(len(joints) - 1, -1, -1):
        following = joints[number + 1] if number + 1 < len(joints) else None
        if joints[number] == "comma" and following not in ("and", "or", "comma"):
            joints[number] = None
        joint = joints[number]
        if joint is not None:
            finder.share(found[number], found[number + 1], joint)
    stretches: dict[int, Stretch] = {}
    for number, mention in enumerate(found):
        is_free = number not in stretches or stretches[number].kind is StretchKind.LIST
        stretch = finder.stretch(number, joints[number]) if is_free and number < len(joints) else None
        if stretch is not None:
            stretches[stretch.right] = stretch
        if is_free and (stretch is None or stretch.kind is StretchKind.LIST):
            open_end = finder.open_stretch(number, mention)
            if open_end is not None:
                stretches[number] = open_end
    return stretches


class _Finder:
    def __init__(self, found: Sequence[Found], tokens: Tokens, language: Language) -> None:
        self._found = found
        self._words = tokens.words
        self._symbols = tokens.symbols
        self._language = language

    def joint(self, number: int) -> str | None:
        """What stands between a mention and the next, None where that joins nothing."""
        first, last = self._found[number].last, self._found[number + 1].first
        if not 0 < last - first <= LONGEST_JOINT or not all(map(_is_date, self._found[number : number + 2])):
            return None
        return self._language.phrase_at("between two ends", self._symbols, first, last)

    # --- what one end gives to the other ----------------------------------------------------------------------------

    def share(self, left: Found, right: Found, joint: str) -> None:
        lists = joint not in ("to", "dash")
        self._share_clock(left, right)
        if isinstance(left.meaning, DayOfMonth) and point_of(right).grain in ("CE", "Q"):
            left.meaning, left.kind = Calendar(_ordinal_before(left.meaning.day, point_of(right))), right.kind
        elif isinstance(left.meaning, DayOfMonth):
            _give(left, _day_before(left.meaning.day, point_of(right)))
        elif isinstance(right.meaning, DayOfMonth):
            _give(right, _day_after(right.meaning.day, point_of(left)))
        elif isinstance(left.meaning, AncientYear):
            year = point_of(right).year
            if year is not None and 1 - left.meaning.number < year <= 0:
                _give(left, Point(1 - left.meaning.number))
        elif _in_year(point_of(left)) and _in_year(point_of(right)):
            _share_year(left, right, lists=lists)

    def _share_clock(self, left: Found, right: Found) -> None:
        """ "8:30 to 10 p.m.", "0300 to 0500 GMT"."""
        time, end = _time_of(left) or self._military(left), _time_of(right)
        if time is None or end is None or time.hour is None or end.hour is None:
            return
        time = replace(time, zone=time.zone or end.zone)
        if self._has_half(right) and not self._has_half(left) and 1 <= (time.hour or 0) <= 12:
            time = half_day_before(time, end)
        if isinstance(left.meaning, Clock):
            left.meaning = replace(left.meaning, time=time)
        elif left.time is None:
            left.meaning, left.kind, left.rule = Clock(time), MentionKind.CLOCK, right.rule
        else:
            left.time = time

    def _military(self, mention: Found) -> TimeOfDay | None:
        """The 1000 of "1000 to 1200 GMT", read as a year until then."""
        number = self._language.value("MILITARY", self._words[mention.first])
        if number is None or mention.last - mention.first > 1 or point_of(mention) != Point(year=number):
            return None
        return TimeOfDay(number // 100, number % 100)

    def _has_half(self, mention: Found) -> bool:
        return any(self._language.value("AMPM", word) is not None for word in self._words[mention.first : mention.last])

    # --- which are stretches ----------------------------------------------------------------------------------------

    def stretch(self, number: int, joint: str | None) -> Stretch | None:
        left, right = self._found[number], self._found[number + 1]
        if joint in (None, "comma") or (joint == "slash" and _grain(left) != "Y"):
            return None
        start = start_before(self._language, self._symbols, left.first, self._floor(number))
        first, kind = (left.first, None) if start is None else (start[0], StretchKind(start[1]))
        if kind in (None, StretchKind.FROM_TO):
            if joint in ("and", "or"):
                return Stretch(number, number + 1, left.first, right.last, StretchKind.LIST)
            if self._is_moved(left.first, self._floor(number)):
                return None
            if (kind is None or joint in ("dash", "slash")) and _grain(left) != _grain(right):
                return None
        return Stretch(number, number + 1, first, right.last, kind or StretchKind.FROM_TO)

    def _floor(self, number: int) -> int:
        """Where words before a mention may begin; "one night" before "between" is a length of its own."""
        if not number:
            return 0
        before = self._found[number - 1]
        return before.first if isinstance(before.meaning, Fixed) else before.last

    def _is_moved(self, position: int, floor: int) -> bool:
        """ "was put off from Monday to Friday" """
        return any(
            self._language.phrase_at("moved from", self._symbols, position - size, position) is not None
            for size in range(2, min(_LONGEST_MOVE, position - floor) + 1)
        )

    def open_stretch(self, number: int, mention: Found) -> Stretch | None:
        if not _is_date(mention):
            return None
        floor = self._found[number - 1].last if number else 0
        for size in range(min(_LONGEST_OPENING, mention.first - floor), 0, -1):
            first = mention.first - size
            opening = self._language.phrase_at("before an only end", self._symbols, first, mention.first)
            if opening is not None:
                return Stretch(number, number, first, mention.last, StretchKind(opening)) if opening else None
        start = start_before(self._language, self._symbols, mention.first, floor)
        if start is None or start[1] != StretchKind.FROM_TO:
            return None
        last = self._until_now(number) or self._opens_behind(mention.last)
        return None if last is None else Stretch(number, number, start[0], last, StretchKind.SINCE)

    def _until_now(self, number: int) -> int | None:
        """Where "to now", "until the present" ends behind a mention."""
        following = self._found[number + 1] if number + 1 < len(self._found) else None
        if following is None or following.meaning != Fixed(TimexType.DATE, _PRESENT):
            return None
        first, last = self._found[number].last, following.first
        joins = first == last or self._language.phrase_at("between two ends", self._symbols, first, last) == "to"
        return following.last if joins else None

    def _opens_behind(self, position: int) -> int | None:
        """Where "onwards" ends behind a mention; "on" where a clause ends with it."""
        for name, more in (("behind an only end", 0), ("behind an only end, at a stop", 1)):
            match = self._language.phrases[name].match(self._symbols, position)
            if match is not None:
                return match.end() - more
        return None


def _is_date(mention: Found) -> bool:
    return not isinstance(mention.meaning, Fixed | AtTheTime)


def _time_of(mention: Found) -> TimeOfDay | None:
    return mention.meaning.time if isinstance(mention.meaning, Clock) else mention.time


def _grain(mention: Found) -> str:
    """The smallest unit it says; dates of one grain can make a stretch without "from"."""
    meaning = mention.meaning
    if _time_of(mention) is not None:
        return "T"
    if isinstance(meaning, Weekday | DayOfMonth | Holiday):
        return "D"
    if isinstance(meaning, Shift):
        return meaning.unit
    if isinstance(meaning, Unit):
        return meaning.point.grain if meaning.unit == "P" else meaning.unit
    return point_of(mention).grain or "Y"


def _in_year(point: Point) -> bool:
    return point.month is not None or bool(point.season) or point.quarter is not None or point.half is not None


def _give(mention: Found, point: Point | None) -> None:
    if point is not None:
        mention.meaning = Calendar(point)
        if point.has_year and mention.kind in (MentionKind.PARTIAL, MentionKind.DAY_OF_MONTH):
            mention.kind = MentionKind.CALENDAR


def _share_year(left: Found, right: Found, *, lists: bool) -> None:
    one, other = point_of(left), point_of(right)
    falls_back = _place(one) > _place(other)
    if one.year is None and other.year is not None:
        wraps = falls_back and not (lists and (one.season or other.season))
        _give(left, _in(one, other.year - wraps))
    elif one.year is not None and other.year is None and not lists:
        _give(right, _in(other, one.year + falls_back))


def _place(point: Point) -> tuple[int, int]:
    return first_month(point), point.day or 0


def _in(point: Point, year: int) -> Point | None:
    if point.day is not None and not is_calendar_day(year, point.month or 1, point.day):
        return None
    return replace(point, year=year)


def _ordinal_before(number: int, end: Point) -> Point:
    """ "the 17th to the 19th century", "the 1st to the 3rd quarter of 2023"."""
    if end.century is None:
        return replace(end, quarter=min(number, 4))
    return Point(century=number - 1 if end.century >= 0 else -number)


def _day_before(day: int, end: Point) -> Point | None:
    """The last such day of the month before `end`."""
    if end.day is None or end.month is None:
        return None
    return _day_in(day, end, -1 if day >= end.day else 0)


def _day_after(day: int, start: Point) -> Point | None:
    if start.day is None or start.month is None:
        return None
    return _day_in(day, start, 1 if day <= start.day else 0)


def _day_in(day: int, near: Point, months: int) -> Point | None:
    month = (near.month or 1) + months
    year = near.year if near.year is None else near.year + (month - 1) // 12
    month = (month - 1) % 12 + 1
    return Point(year, month, day) if is_calendar_day(year, month, day) else None


# --- in writing -----------------------------------------------------------------------------------------------------


def with_ranges(
    mentions: Mapping[int, DateMention], stretches: Mapping[int, Stretch], tokens: Tokens
) -> list[DateMention]:
    """The mentions, by their places, with the stretches that they are the ends of."""
    made = dict(mentions)
    for stretch in stretches.values():
        if stretch.kind is StretchKind.LIST:
            continue
        stretched = _range_of(stretch, made, tokens)
        if stretched is not None:
            for number in {stretch.left, stretch.right}:
                made[number] = replace(made[number], range=stretched)
    return [made[number] for number in sorted(made)]


def _range_of(stretch: Stretch, mentions: Mapping[int, DateMention], tokens: Tokens) -> DateRange | None:
    ends = [mentions[number].date if number in mentions else None for number in (stretch.left, stretch.right)]
    left, right = ends
    if left is None or right is None or _cannot_be_told(left, right):
        return None
    zones = {date.time_zone for date in (left, right) if date.time_zone}
    edtf = _write(stretch.kind, left.edtf, right.edtf)
    if len(zones) > 1 or _is_backward(edtf):
        return None
    start, end = tokens.starts[stretch.first], tokens.ends[stretch.last - 1]
    return DateRange(start, end, UncertainDate.stored(edtf, tokens.text[start:end], next(iter(zones), "")))


def _write(kind: StretchKind, left: str, right: str) -> str:
    start, end = _edge(left, last=False), _edge(right, last=True)
    if kind is StretchKind.ONCE:
        return f"[{start}..{end}]"
    if kind is StretchKind.SINCE:
        return f"{start}/{_OPEN}"
    return f"{_OPEN}/{end}" if kind is StretchKind.UNTIL else f"{start}/{end}"


def _edge(edtf: str, *, last: bool) -> str:
    """A date as an end: of some day of a week, its first or last day, roughly."""
    if edtf.startswith("["):
        return edtf[1:-1].split("..")[last] + "~"
    return edtf.split("/")[-1 if last else 0]


def _cannot_be_told(left: UncertainDate, right: UncertainDate) -> bool:
    """Whether the year of one end is not known, or of both where the second would have to be the next one."""
    open_years = [date.edtf.startswith("XXXX") for date in (left, right)]
    return any(open_years) and not (all(open_years) and left.edtf <= right.edtf)


def _is_backward(edtf: str) -> bool:
    try:
        return has_backward_run(read_edtf(edtf))
    except DateError:
        return True
