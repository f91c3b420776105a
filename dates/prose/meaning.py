"""What a rule makes of words, before the text around them decides the date."""

from dataclasses import dataclass
from enum import StrEnum

from dates.mention import MentionKind, TimexType
from dates.prose.points import NOWHEN, Part, Point, TimeOfDay


class Origin(StrEnum):
    """What an expression counts from."""

    PUBLICATION = "publication"
    PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date whose year may be missing; `short`: its century was not said."""

    point: Point
    short: bool = False
    unit: str = ""
    """The unit it lies in is meant: "the week of Jan. 8", "the quarter ended Sept. 30"."""
    weekday: int | None = None
    """Said beside it: "Sunday, March 15"."""


@dataclass(frozen=True, slots=True)
class AncientYear:
    """Three digits that are a year only where years of that age are told, before or after Christ."""

    number: int


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """ "the 23rd" """

    day: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week; `which` -1 last, 1 next, 0 of this week, None not said; `origin` of "that Friday"."""

    number: int
    which: int | None = None
    origin: Origin = Origin.PUBLICATION
    weeks: int = 0
    """Of which week, where `which` is 0: "Friday of last week" is -1."""
    ahead: bool = False
    """ "set for Friday", "until Friday" """


@dataclass(frozen=True, slots=True)
class Impossible:
    """A day that no calendar has: "February 30". It is no mention, and what belongs to it is none either."""


@dataclass(frozen=True, slots=True)
class AtTheTime:
    """The date told last, whatever its grain; the past as such where none was told.

    `that` is sure: "at that time". A bare "at the time" in news means a date told long ago or the past as such.
    """

    that: bool = False


@dataclass(frozen=True, slots=True)
class TheDay:
    """ "ended the day": the day that the text is about."""


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units away; `count` None is an unknown number ("some years ago")."""

    count: int | None
    unit: str
    sign: int
    origin: Origin = Origin.PUBLICATION


@dataclass(frozen=True, slots=True)
class SamePart:
    """ "the same period last year", "the year-ago quarter": the part of the year told last, a year before or in `year`.

    `unit`: Q, HY, M, or P for whatever was told.
    """

    unit: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class DayShift:
    """So many units from a day close by: "a year ago today", "a week from Monday". One of `days` (from today), `weekday`."""

    count: int
    unit: str
    sign: int
    days: int = 0
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit (or month, season, part of the year) `which` places after the one of the origin; 0 is that one."""

    unit: str
    which: int
    origin: Origin = Origin.PUBLICATION
    by_tense: bool = False
    """ "the weekend": the last one or the coming one; "the quarter": the one told last, or the one that is over."""
    point: Point = NOWHEN
    """What is wanted of that year, where `unit` is P: a month, season, quarter or half."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that hangs on nothing: durations, sets, references."""

    type: TimexType
    value: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day whose day is still to be found; `which` as for units of a day ("last night" -1); `by_face`: the
    hour may be one of the afternoon ("six o'clock").
    """

    time: TimeOfDay
    which: int | None = None
    origin: Origin = Origin.PREVIOUS
    by_face: bool = False
    by_tense: bool = False
    """ "overnight": the night before or the one to come."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day; `year` None where it is not said."""

    name: str
    year: int | None = None
    which: int | None = None


Meaning = (
    AncientYear
    | AtTheTime
    | Calendar
    | DayOfMonth
    | Impossible
    | Weekday
    | TheDay
    | Shift
    | DayShift
    | SamePart
    | Unit
    | Fixed
    | Clock
    | Holiday
)


@dataclass(slots=True)
class Found:
    """A mention before it is dated: tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    meaning: Meaning
    kind: MentionKind
    rule: str
    time: TimeOfDay | None = None
    part: Part = Part.NONE
    loose: bool = False
    """Counts only where it is joined to another: "morning" beside a day."""
    only: str = ""
    """The mode of texts that it counts in, where it does not in all."""
    later: int = 0
    """Days after the one that is named: 1 in "the day after Christmas"."""


def point_of(mention: Found) -> Point:
    """What the words of a mention say of a calendar date; nothing where they say none."""
    return mention.meaning.point if isinstance(mention.meaning, Calendar) else NOWHEN


def time_of(mention: Found) -> TimeOfDay | None:
    """The time of day that a mention is, or that stands with its day."""
    return mention.meaning.time if isinstance(mention.meaning, Clock) else mention.time
