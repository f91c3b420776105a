"""What the reader finds in a text: where the words stand, what they mean, and why."""

from dataclasses import dataclass
from enum import StrEnum

from dates.value import UncertainDate


class TimexType(StrEnum):
    """The four types of TIMEX3 (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class MentionKind(StrEnum):
    """What sort of words a mention is made of."""

    CALENDAR = "calendar"
    """Year and all: "23 January 2024", "2019"."""
    PARTIAL = "partial"
    """Without its year: "January 23", "May"."""
    DAY_OF_MONTH = "day_of_month"
    """ "the 23rd" """
    WEEKDAY = "weekday"
    RELATIVE_DAY = "relative_day"
    """ "yesterday", "tonight" """
    THIS_UNIT = "this_unit"
    """ "last month", "this summer", "the following year" """
    OFFSET = "offset"
    """ "two days later", "three years ago" """
    SAME = "same"
    """ "the same day", "at the time" """
    CLOCK = "clock"
    """A time of day: "8 a.m.", "at noon", "that night"."""
    SEASON = "season"
    QUARTER = "quarter"
    """Quarters, halves, fiscal years."""
    HOLIDAY = "holiday"
    DECADE = "decade"
    CENTURY = "century"
    REFERENCE = "reference"
    """The present, past or future as such: "now", "recently"."""
    DURATION = "duration"
    SET = "set"


class Basis(StrEnum):
    """What the date was reckoned from."""

    WORDS = "words"
    """The words alone say it."""
    PUBLICATION = "publication"
    """The day of publication, or of the dateline."""
    PREVIOUS = "previous"
    """A date mentioned before in the text."""
    NOTHING = "nothing"
    """There was nothing to reckon from: the value leaves open what is not known."""


class Direction(StrEnum):
    """Which way the date lies from the one it was reckoned from."""

    NONE = "none"
    BEFORE = "before"
    SAME = "same"
    AFTER = "after"


class Cue(StrEnum):
    """What decided the direction."""

    NONE = "none"
    WORD = "word"
    """A word of the expression: "last", "ago"."""
    PAST_TENSE = "past_tense"
    FUTURE_TENSE = "future_tense"
    NEAREST = "nearest"
    """Nothing pointed either way: the nearest one was taken."""
    CUSTOM = "custom"
    """Nothing pointed either way: news look back."""
    STORY = "story"
    """The order of the story: the date after the one told before."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a mention has its value. `rule` is the name of the table's rule; `reckoned_from` a date or None."""

    kind: MentionKind
    rule: str
    basis: Basis = Basis.WORDS
    direction: Direction = Direction.NONE
    cue: Cue = Cue.NONE
    reckoned_from: UncertainDate | None = None


@dataclass(frozen=True, slots=True)
class DateRange:
    """Two mentions that say one stretch together: "from 4 to 9 January". Offsets of the whole, and its date."""

    start: int
    end: int
    date: UncertainDate


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date expression of a text.

    `start`, `end`: character offsets into the unchanged text; `timex_value`: TIMEX3 (ISO 8601-1 with TimeML's additions);
    `date`: the same as an uncertain date, None for durations, sets and vague references; `range`: the stretch that this
    mention is one end of.
    """

    start: int
    end: int
    text: str
    timex_type: TimexType
    timex_value: str
    date: UncertainDate | None
    reason: Reason
    range: DateRange | None = None
