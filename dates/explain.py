"""Why a mention has its value, in one line of English: "weekday in the past tense: last Sunday before 23 January 2024"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dates.calendar import to_days, weekday_of
from dates.distance import day_of, point_of, steps_between, unit_of
from dates.mention import Basis, Cue, DateMention, Direction, MentionKind, TimexType
from dates.reading import Precision
from dates.text import format_date
from dates.value import UncertainDate
from dates.words import MONTHS, WEEKDAYS, count_words

_COUNTED = dict.fromkeys(Direction, "{counted}")


@dataclass(frozen=True, slots=True)
class _Wording:
    """How one kind is told; {…} are filled in by `_parts`.

    `what` begins the line, for a terse kind only where a cue stands behind it; `written` is the whole line where the words
    alone say it; `reckoned` what a direction means; `cycle` after what this comes again, "" where that is not how it is counted.
    """

    what: str
    written: str
    reckoned: Mapping[Direction, str]
    terse: bool = False
    cycle: str = ""


def _one_of_many(name: str, same: str) -> Mapping[Direction, str]:
    """The reckoning of what comes again and again."""
    return {
        Direction.NONE: same,
        Direction.BEFORE: f"last {name} before {{origin}}",
        Direction.SAME: same,
        Direction.AFTER: f"next {name} after {{origin}}",
    }


_KINDS: Mapping[MentionKind, _Wording] = {
    MentionKind.CALENDAR: _Wording(
        "date that is not whole", "{written}", _one_of_many("such date", "completed from {origin}")
    ),
    MentionKind.PARTIAL: _Wording(
        "{unit} without a year",
        "{unit} whose year stands beside it",
        _one_of_many("{name}", "same year as {origin}"),
        cycle="year",
    ),
    MentionKind.DAY_OF_MONTH: _Wording(
        "day without its month",
        "day whose month stands beside it",
        _one_of_many("such day", "same month as {origin}"),
        cycle="month",
    ),
    MentionKind.WEEKDAY: _Wording(
        "weekday", "weekday whose date stands beside it", _one_of_many("{weekday}", "{same_weekday}"), cycle="week"
    ),
    MentionKind.RELATIVE_DAY: _Wording(
        "day told from another", "day whose date stands beside it", _COUNTED, terse=True
    ),
    MentionKind.THIS_UNIT: _Wording(
        "{unit} told from another", "{unit} that is written beside it", _COUNTED, terse=True
    ),
    MentionKind.OFFSET: _Wording(
        "distance from another date", "distance from the date beside it", _COUNTED, terse=True
    ),
    MentionKind.SAME: _Wording("same as another date", "same as the date beside it", _COUNTED, terse=True),
    MentionKind.CLOCK: _Wording("time of day", "time and day as written", _COUNTED),
    MentionKind.SEASON: _Wording(
        "season without a year",
        "season and year as written",
        _one_of_many("{season}", "same year as {origin}"),
        cycle="year",
    ),
    MentionKind.QUARTER: _Wording(
        "{unit} without its year",
        "{unit} as written",
        _one_of_many("such {unit}", "same year as {origin}"),
        cycle="year",
    ),
    MentionKind.HOLIDAY: _Wording(
        "holiday without a year",
        "holiday whose year is written",
        _one_of_many("one", "same year as {origin}"),
        cycle="year",
    ),
    MentionKind.DECADE: _Wording("decade", "decade as written", _COUNTED, terse=True),
    MentionKind.CENTURY: _Wording("century", "century as written", _COUNTED, terse=True),
    MentionKind.DURATION: _Wording(
        "a length of time",
        "a length of time, not a date",
        {
            Direction.NONE: "a length of time, not a date",
            Direction.BEFORE: "a length of time up to {origin}, not a date",
            Direction.SAME: "a length of time around {origin}, not a date",
            Direction.AFTER: "a length of time from {origin} on, not a date",
        },
        terse=True,
    ),
}
_CUES: Mapping[Cue, str] = {
    Cue.WORD: "as its words say",
    Cue.PAST_TENSE: "in the past tense",
    Cue.FUTURE_TENSE: "in a sentence about the future",
    Cue.CUSTOM: "past or future not said (news look back)",
    Cue.STORY: "in the order of the story",
}
_TENSES = (Cue.PAST_TENSE, Cue.FUTURE_TENSE)
_NEAREST: Mapping[Direction, str] = {
    Direction.NONE: "the one nearest to {origin}",
    Direction.BEFORE: "the nearest, looking back from {origin}",
    Direction.AFTER: "the nearest, looking ahead from {origin}",
}
_UNCOUNTED: Mapping[Direction, str] = {
    Direction.NONE: "reckoned from",
    Direction.BEFORE: "reckoned back from",
    Direction.SAME: "the same time as",
    Direction.AFTER: "reckoned ahead from",
}
_TYPES: Mapping[TimexType, MentionKind] = {
    TimexType.DURATION: MentionKind.DURATION,
    TimexType.SET: MentionKind.SET,
}
_REFERENCES: Mapping[str, str] = {
    "PRESENT_REF": "the present as such, no certain day",
    "PAST_REF": "some time in the past, not said when",
    "FUTURE_REF": "some time in the future, not said when",
}
_WRITTEN: Mapping[str, str] = {"month": "month and year as written", "year": "year as written"}
_SEASONS: Mapping[str, str] = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_NEXT_DOOR = {(years, side) for side, step in ((Direction.BEFORE, -1), (Direction.AFTER, 1)) for years in (0, step)}
_STRETCHES = ("week", "weekend", "season", "quarter", "half-year", "decade", "century")
_OPEN_PARTS = (
    (r"-WXX-|-XX-XX|^T", "day"),
    (r"-WXX", "week"),
    (r"-XX", "month"),
    (r"-QX", "quarter"),
    (r"^X", "year"),
)
_STAND_INS: Mapping[Basis, str] = {
    Basis.WORDS: "the date beside it",
    Basis.NOTHING: "a date that is not known",
    Basis.PUBLICATION: "the day of publication",
    Basis.PREVIOUS: "the date mentioned before",
}


def explain_mention(mention: DateMention) -> str:
    """One short line that says why the mention has its value."""
    kind = _TYPES.get(mention.timex_type, mention.reason.kind)
    if mention.timex_value in _REFERENCES or kind is MentionKind.REFERENCE:
        line = _REFERENCES.get(mention.timex_value, "no certain time")
    elif kind is MentionKind.SET:
        line = "something that repeats, not one date"
    else:
        line = _line(mention, _KINDS[kind])
    if mention.range is None:
        return line
    return f"{line}; both ends: {format_date(mention.range.date)}"


def _line(mention: DateMention, wording: _Wording) -> str:
    reason, parts = mention.reason, _parts(mention)
    if reason.basis is Basis.WORDS or (reason.basis is Basis.NOTHING and reason.kind is MentionKind.DURATION):
        return wording.written.format_map(parts)
    if reason.basis is Basis.NOTHING:
        return f"{_open_part(mention.timex_value)} not known from the text, and no date to reckon it from"
    cue = _CUES.get(reason.cue, "")
    reckoned = _reckoned(mention, wording).format_map(parts)
    if wording.terse and reason.cue in (Cue.NONE, Cue.WORD, Cue.NEAREST):
        return reckoned
    what = wording.what.format_map(parts)
    join = " " if reason.cue in _TENSES and " " not in what else ", "
    return f"{what}{join if cue else ''}{cue}: {reckoned}"


def _reckoned(mention: DateMention, wording: _Wording) -> str:
    """What the direction means, or the plain distance where "last" or "next" would not be true."""
    reason, direction = mention.reason, mention.reason.direction
    if reason.cue is Cue.NEAREST and direction in _NEAREST:
        return _NEAREST[direction]
    if wording.cycle in ("month", "year") and _apart(mention, "day") == 0:
        return "{counted}"
    if wording.cycle == "year" and reason.basis is Basis.PREVIOUS and _apart(mention, "year") == 0:
        direction = Direction.SAME
    if direction in (Direction.BEFORE, Direction.AFTER):
        is_true = _is_one_away(mention, wording.cycle)
    else:
        is_true = not _apart(mention, wording.cycle)
    return wording.reckoned[direction] if is_true else "{counted}"


def _apart(mention: DateMention, unit: str) -> int | None:
    return steps_between(mention.reason.reckoned_from, mention.timex_value, unit)


def _is_one_away(mention: DateMention, cycle: str) -> bool:
    """Whether what comes again every `cycle` is the last or next one; true where that cannot be counted."""
    unit, limit = ("day", 7) if cycle == "week" else (cycle, 1)
    days, steps = _apart(mention, "day"), _apart(mention, unit) if cycle else None
    if steps is None:
        return True
    sign = -1 if mention.reason.direction is Direction.BEFORE else 1
    return 0 <= steps * sign <= limit and (days is None or days * sign >= 0)


def _parts(mention: DateMention) -> dict[str, str]:
    """What the wordings of all kinds are filled with."""
    value = mention.timex_value
    unit = unit_of(value)
    return {
        "origin": _origin(mention),
        "counted": _counted(mention),
        "unit": unit or "date",
        "written": _WRITTEN.get(unit, "written in full"),
        "name": _name(value),
        "season": _season(value),
        "weekday": _weekday(mention),
        "same_weekday": _same_weekday(mention),
    }


def _origin(mention: DateMention, unit: str = "") -> str:
    """What was counted from: "23 January 2024", "4 January 2024, the date mentioned before"; cut to a month or year."""
    reason = mention.reason
    stand_in = _STAND_INS[reason.basis]
    if reason.reckoned_from is None:
        return stand_in
    date, point = reason.reckoned_from, point_of(reason.reckoned_from)
    if point is not None and point.is_plain_day and not _is_by_the_clock(mention):
        parts = (point.year.text, point.month, point.day)
        date = UncertainDate("-".join(parts[: {"year": 1, "month": 2}.get(unit, 3)]))
    text = format_date(date)
    return f"{text}, {stand_in}" if reason.basis is Basis.PREVIOUS else text


def _counted(mention: DateMention) -> str:
    """ "two days after 4 January 2024, the date mentioned before"; the direction alone where nothing can be counted."""
    reason = mention.reason
    unit = unit_of(mention.timex_value)
    years = _apart(mention, "year") if unit == "season" else None
    if years is not None and (years, reason.direction) in _NEXT_DOOR:
        return f"the {_season(mention.timex_value)} {reason.direction.value} {_origin(mention)}"
    steps, unit = _minutes_apart(mention) if _is_by_the_clock(mention) else (_apart(mention, unit), unit)
    if steps is None:
        return f"{_UNCOUNTED[reason.direction]} {_origin(mention)}"
    return _distance(steps, unit, _origin(mention, unit)) if steps else _no_distance(mention, unit)


def _distance(steps: int, unit: str, origin: str) -> str:
    """ "the day before 4 January 2024", "two weeks after that of 4 January 2024" """
    count = f"{count_words(abs(steps))} {_plural(unit)}"
    if abs(steps) == 1:
        count = f"one {unit}" if unit in ("hour", "minute") else f"the {unit}"
    return f"{count} {'before' if steps < 0 else 'after'} {'that of ' if unit in _STRETCHES else ''}{origin}"


def _no_distance(mention: DateMention, unit: str) -> str:
    """ "23 January 2024, the day of publication", "the week of 23 January 2024" """
    reason, origin = mention.reason, _origin(mention)
    if unit in ("day", "hour", unit_of(reason.reckoned_from.edtf if reason.reckoned_from else "")):
        return origin if reason.basis is Basis.PREVIOUS else f"{origin}, {_STAND_INS[reason.basis]}"
    return f"the {unit} of {origin}"


def _is_by_the_clock(mention: DateMention) -> bool:
    """Whether hours or minutes were counted: "two hours later"."""
    return mention.reason.kind is MentionKind.OFFSET and ":" in mention.timex_value


def _minutes_apart(mention: DateMention) -> tuple[int | None, str]:
    """Hours, or minutes, by the clock of the place; None where one of the two has no time of day."""
    origin, date = mention.reason.reckoned_from, mention.date
    if origin is None or date is None or min(origin.precision, date.precision) < Precision.HOUR:
        return None, ""
    minutes = (date.sort_at - origin.sort_at) // 60
    return (minutes, "minute") if minutes % 60 else (minutes // 60, "hour")


def _plural(unit: str) -> str:
    return "centuries" if unit == "century" else f"{unit}s"


def _name(timex_value: str) -> str:
    """ "21 January", "May": a day or month without its year."""
    unit, day = unit_of(timex_value), day_of(timex_value)
    if day is None or unit not in ("day", "month"):
        return "one"
    month = MONTHS[day[1] - 1]
    return f"{day[2]} {month}" if unit == "day" else month


def _season(timex_value: str) -> str:
    return _SEASONS.get(timex_value[-2:], "such season")


def _weekday(mention: DateMention) -> str:
    day = day_of(mention.timex_value) if unit_of(mention.timex_value) == "day" else None
    return WEEKDAYS[weekday_of(to_days(*day))] if day else "such day"


def _same_weekday(mention: DateMention) -> str:
    """ "23 January 2024, itself a Tuesday", or the week where another day of it is meant."""
    if _apart(mention, "day") == 0:
        return f"{_origin(mention)}, itself a {_weekday(mention)}"
    return f"same week as {_origin(mention)}"


def _open_part(timex_value: str) -> str:
    """What a value leaves open: "year", "quarter", "month", "week" or "day"."""
    return next((name for form, name in _OPEN_PARTS if re.search(form, timex_value)), "date")
